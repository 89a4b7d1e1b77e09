"""Retraction Watch's list joins the records as notices."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from refs.errors import InputError
from refs.index import build_index, open_index
from refs.model import Doi, Update

FULL = """Record ID,Title,Journal,OriginalPaperDOI,RetractionDOI,RetractionDate,RetractionNature,Reason
7,A,B,10.1000/A,10.1000/notice,7/26/2019 0:00,Retraction,+Error in Data;+Fake Peer Review;
8,A,B,10.1000/a,unavailable,1/2/2018 0:00,Expression of concern,
9,C,D,unavailable,unavailable,1/2/2018 0:00,Retraction,
"""
SHORT = "doi,nature,notice_doi,seen_in\n10.1000/a,Retraction;Correction,10.1000/notice,2025-11\n"


def updates(tmp_path: Path, listing: str | bytes, record: dict[str, object]) -> tuple[Update, ...]:
    (tmp_path / "a.jsonl").write_text(json.dumps(record))
    csv = tmp_path / "list.csv"
    csv.write_bytes(listing.encode() if isinstance(listing, str) else listing)
    info = build_index(tmp_path / "index", [tmp_path / "a.jsonl"], retraction_watch=csv)
    assert info.retracted == 1
    work = open_index(tmp_path / "index").get_work(Doi("10.1000/a"))
    assert work is not None
    return work.updates


def test_the_full_list_brings_type_notice_and_date(tmp_path: Path) -> None:
    first, second = updates(tmp_path, FULL, {"DOI": "10.1000/a"})
    assert (first.type, first.doi, first.source) == ("retraction", Doi("10.1000/notice"), "retraction-watch")
    assert first.date is not None
    assert first.date.start == (2019, 7, 26)
    assert (second.type, second.doi) == ("expression-of-concern", None)


@pytest.mark.parametrize("listing", [SHORT, gzip.compress(SHORT.encode())], ids=["plain", "packed"])
def test_a_short_list_may_name_two_natures(listing: str | bytes, tmp_path: Path) -> None:
    assert [u.type for u in updates(tmp_path, listing, {"DOI": "10.1000/a"})] == ["retraction", "correction"]


def test_the_record_s_own_notices_stay_and_none_is_doubled(tmp_path: Path) -> None:
    own = [
        {"DOI": "10.1000/other", "type": "correction", "source": "publisher"},
        {"DOI": "10.1000/notice", "type": "retraction", "source": "retraction-watch"},
    ]
    found = updates(tmp_path, SHORT, {"DOI": "10.1000/a", "updated-by": own})
    assert [(u.type, u.source) for u in found] == [
        ("correction", "publisher"),
        ("retraction", "retraction-watch"),
        ("correction", "retraction-watch"),
    ]


def test_another_csv_is_refused(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("a,b\n1,2\n")
    (tmp_path / "a.jsonl").write_text('{"DOI": "10.1000/a"}')
    with pytest.raises(InputError, match="OriginalPaperDOI"):
        build_index(tmp_path / "index", [tmp_path / "a.jsonl"], retraction_watch=tmp_path / "list.csv")
