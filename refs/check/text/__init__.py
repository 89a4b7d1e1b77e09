"""Text against list: what the text cites, in whatever way, and what the list has."""
