"""A raw reference string compared with a work, field by field.

The value on record is looked for inside the raw string. A field disagrees only where that value is absent
*and* a rival stands in its place; it is never judged on a parse alone. ``agrees`` is None where one side is
silent or where it cannot be told.

::

    raw ──▶ title ──▶ authors before it, container behind it ──▶ numbers by the part they play ──▶ evidence
"""

from refs.resolve.comparison.fields import compare_fields
from refs.resolve.comparison.settle import settle_match, settling

__all__ = ["compare_fields", "settle_match", "settling"]
