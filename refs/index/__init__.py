"""The local index: Crossref records on disk, searched without a network (tantivy has its door here)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from refs.index.build import build_index, fitting_jobs, update_index
from refs.index.folder import IndexInfo, read_manifest

if TYPE_CHECKING:
    from refs.index.search import LocalIndex

__all__ = ["IndexInfo", "build_index", "fitting_jobs", "open_index", "read_manifest", "update_index"]


def open_index(path: Path | str) -> LocalIndex:
    """Return the index at a path as a source of works.

    Raises:
        InputError: there is no index there.
        DamagedFile: it cannot be opened.
    """
    from refs.index.search import LocalIndex

    return LocalIndex(Path(path))
