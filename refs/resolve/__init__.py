"""Reference → Match: candidates from the sources, evidence, a calibrated decision.

::

    raw ─read_query─▶ Query ─▶ candidates ─▶ evidence (a row for each work) ─▶ scoring ─▶ decision ─▶ Match
"""

from __future__ import annotations

from refs.resolve.many import map_references, resolve_references
from refs.resolve.resolver import look_again, resolve_reference

__all__ = ["look_again", "map_references", "resolve_reference", "resolve_references"]
