"""Synthetic reference strings: works rendered in many styles, with the place of every field known."""
