"""Identifiers and links, wherever they stand in a reference."""

from __future__ import annotations

import pytest

from refs.parse.fields.identifiers import find_identifiers

CASES = {
    "doi": ("Nature 171, 737. doi:10.1038/171737a0.", {"DOI": "10.1038/171737a0"}),
    "doi with brackets": ("(doi:10.1016/0003-2697(85)90071-5)", {"DOI": "10.1016/0003-2697(85)90071-5"}),
    "doi with blanks": ("doi:10. 1038 /171737a0", {"DOI": "10.1038/171737a0"}),
    "doi and a word glued to it": ("doi: 10.1038/171737a0.URL", {"DOI": "10.1038/171737a0"}),
    "doi as a link": (
        "https://doi.org/10.2307/1914185.",
        {"DOI": "10.2307/1914185", "URL": "https://doi.org/10.2307/1914185"},
    ),
    "link with brackets": ("(see http://www.w3.org/a_(b).)", {"URL": "http://www.w3.org/a_(b)"}),
    "link broken at the end of a line": ("http://www.w3.org/History/ 1989/proposal.html", {"URL": "http://www.w3.org/History/1989/proposal.html"}),
    "pmid": ("Nature 1953. PMID: 13054692", {"PMID": "13054692"}),
    "arxiv": ("[arXiv:1207.7214 [hep-ex]]", {"arxiv": "1207.7214"}),
    "arxiv, old": ("hep-th/9711200", {"arxiv": "hep-th/9711200"}),
    "isbn": ("ISBN 0-306-40615-2", {"ISBN": "9780306406157"}),
    "none": ("Smith, J. (2003). 10.5 per cent. Nature 1, 2.", {}),
}  # fmt: skip


@pytest.mark.parametrize(("raw", "expected"), CASES.values(), ids=CASES)
def test_identifiers(raw: str, expected: dict[str, str]) -> None:
    assert find_identifiers(raw) == expected
