"""Reference → Match: candidates from the sources, evidence, a calibrated decision.

::

    raw ─read_query─▶ Query ─▶ candidates ─▶ evidence (a row for each work) ─▶ scoring ─▶ decision ─▶ Match
"""

from __future__ import annotations

from refs.resolve.many import map_references, resolvable_batches, resolve_references
from refs.resolve.resolver import look_again, resolve_reference, resolving

__all__ = [
    "look_again",
    "map_references",
    "resolvable_batches",
    "resolve_reference",
    "resolve_references",
    "resolving",
]
