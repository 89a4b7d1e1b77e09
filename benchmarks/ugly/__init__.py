"""Right references in ugly forms: the layouts they are printed in, and what is done to them."""
