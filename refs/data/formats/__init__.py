"""Tables of the bibliography formats."""
