"""The library: a plain .bib of the user's own, changed whole or not at all, searched in its full text.

::

    bib_text   the text with its entries' places; what is not touched stays byte for byte
    storage    lock, back up, flush, rename
    index      the side index (SQLite) behind list and search: a cache
    indexing   what of a file goes into it
    library    Library: add, change, remove, search
    doubles    entries that are one work; preprint and article
    changes    what a record says that an entry does not; retraction notices
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from refs.library.library import PROVENANCE, Added, Entry, Library

__all__ = ["PROVENANCE", "Added", "Entry", "Library"]


def __getattr__(name: str) -> Any:
    """Load the library when it is asked for: a search needs the index alone."""
    if name in __all__:
        from refs.library import library

        return getattr(library, name)
    raise AttributeError(f"module 'refs.library' has no attribute {name!r}")
