"""Works and layouts → labelled reference strings, as the corpora have them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from synthetic.accidents import with_accidents
from synthetic.fields import draw_fields
from synthetic.pieces import filled_in, joined
from synthetic.templates import KINDS, templates
from synthetic.works import Pool


def references(count: int, pool: Pool, seed: int) -> Iterator[dict[str, Any]]:
    """Yield labelled references: ``{"raw", "spans", "fields", "labels", "source"}``."""
    rng = random.Random(seed)
    kinds = list(KINDS)
    weights = [KINDS[kind] for kind in kinds]
    tables = {kind: templates(kind) for kind in kinds}
    made = 0
    while made < count:
        kind = rng.choices(kinds, weights)[0]
        names, _, template = rng.choices(tables[kind], [row[1] for row in tables[kind]])[0]
        fields = draw_fields(kind, names, template, pool, rng)
        pieces = with_accidents(filled_in(template, fields, rng), kind, rng)
        raw, spans = joined(pieces)
        if len(raw) < 15:
            continue
        made += 1
        yield {
            "id": f"synthetic-{seed}-{made}",
            "source": f"synthetic-{kind}",
            "raw": raw,
            "spans": spans,
            "fields": {"volume": fields.get("volume", ""), "issue": fields.get("issue", "")},
            "labels": [],
        }
