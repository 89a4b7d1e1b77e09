"""Confidences: rising curves, between 0 and 1."""

from __future__ import annotations

import pytest

from refs.parse import parse_with_confidence
from refs.parse.confidence import calibrated, load_table


@pytest.mark.parametrize("key", load_table())
def test_curves_rise(key: str) -> None:
    probabilities, shares = load_table()[key]
    assert probabilities == sorted(probabilities)
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)
    values = [calibrated(key, step / 50) for step in range(51)]
    assert values == sorted(values)


def test_identifiers_are_sure() -> None:
    assert calibrated("DOI", 0.1) == 0.99


def test_a_plain_reference_is_surer_than_a_torn_one() -> None:
    plain = parse_with_confidence(
        "Neff, K. D. (2003). Self-compassion. Self and Identity, 2(2), 85-101."
    ).confidence
    torn = parse_with_confidence("compassion Identity Neff Self").confidence
    assert min(plain.values()) > 0.9
    assert max(torn.values()) < min(plain.values())
