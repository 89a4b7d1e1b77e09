"""Reference string → CSL-JSON item, with a confidence and a span for each field.

::

    string ─ tokens ─▶ features ─ tagger ─▶ labels ─▶ segments ─ names, dates, pages, … ─▶ item
"""

from refs.parse.fields.identifiers import find_doi
from refs.parse.parser import (
    ParsedReference,
    parse_reference,
    parse_references,
    parse_with_confidence,
    parsing,
)

__all__ = [
    "ParsedReference",
    "find_doi",
    "parse_reference",
    "parse_references",
    "parse_with_confidence",
    "parsing",
]
