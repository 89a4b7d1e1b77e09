"""DOIs and other identifiers in every spelling people use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model import ArxivId, Doi, Isbn, Pmid

SPELLINGS = [
    ("10.1080/15298860309032", "10.1080/15298860309032"),
    ("doi:10.1080/15298860309032", "10.1080/15298860309032"),
    ("DOI: 10.1080/15298860309032.", "10.1080/15298860309032"),
    ("https://doi.org/10.1037/0033-3204.31.1.49", "10.1037/0033-3204.31.1.49"),
    ("http://dx.doi.org/10.1037%2F0033-3204.31.1.49", "10.1037/0033-3204.31.1.49"),
    ("10.1016/S0140-6736(97)11096-0", "10.1016/s0140-6736(97)11096-0"),
    ("10.1000/a#b", "10.1000/a#b"),
    ("10.1000/a?b", "10.1000/a?b"),
    ("info:doi/10.1371/journal.pmed.0020124", "10.1371/journal.pmed.0020124"),
    ("10.1038", None),
    ("11.1038/nature14539", None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("text", "value"), SPELLINGS)
def test_doi_in_any_spelling(text: str | None, value: str | None) -> None:
    doi = Doi.parse(text)
    assert (doi.value if doi else None) == value


FOUND = [
    ("Self and Identity, 2(2), 85-101. doi:10.1080/15298860309032.", "10.1080/15298860309032"),
    ("(https://doi.org/10.1016/S0140-6736(97)11096-0)", "10.1016/s0140-6736(97)11096-0"),
    ("see [10.1145/359576.359579], and more", "10.1145/359576.359579"),
    ("Pages 10.12 to 10.14/2", None),
    ("“10.1023/A:1010933404324”", "10.1023/a:1010933404324"),
]


@pytest.mark.parametrize(("text", "value"), FOUND)
def test_doi_inside_a_text(text: str, value: str | None) -> None:
    doi = Doi.find(text)
    assert (doi.value if doi else None) == value


def test_doi_link_is_percent_encoded() -> None:
    assert Doi("10.1000/a#b?c<d>").url == "https://doi.org/10.1000/a%23b%3Fc%3Cd%3E"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("PMID: 11136953", "11136953"),
        ("PubMed PMID 9500320.", "9500320"),
        ("https://pubmed.ncbi.nlm.nih.gov/9500320/", "9500320"),
        ("pp. 9500320", None),
    ],
)
def test_pmid(text: str, value: str | None) -> None:
    pmid = Pmid.find(text)
    assert (str(pmid) if pmid else None) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("arXiv:1706.03762v5", "1706.03762"),
        ("https://arxiv.org/abs/2106.00001", "2106.00001"),
        ("arXiv preprint hep-ex/0212038", "hep-ex/0212038"),
        ("arXiv:math.GT/0309136", "math.gt/0309136"),
        ("Phys. Rev. 1706.0376", None),
    ],
)
def test_arxiv(text: str, value: str | None) -> None:
    found = ArxivId.find(text)
    assert (str(found) if found else None) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ISBN 0-306-40615-2", "9780306406157"),
        ("ISBN: 978-0-306-40615-7.", "9780306406157"),
        ("ISBN 978-0-306-40615-8", None),
        ("0-306-40615-2 without the word", None),
    ],
)
def test_isbn(text: str, value: str | None) -> None:
    isbn = Isbn.find(text)
    assert (str(isbn) if isbn else None) == value


@given(st.text(max_size=200))
def test_finding_identifiers_never_raises_and_parsing_twice_is_once(text: str) -> None:
    doi = Doi.find(text)
    assert doi is None or Doi.parse(doi.value) == doi
    for kind in (Pmid, ArxivId, Isbn):
        assert kind.find(text) is None or str(kind.find(text))
