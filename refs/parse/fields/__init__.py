"""Stretches of a reference string → clean values: names, dates, numbers, pages, titles, identifiers."""
