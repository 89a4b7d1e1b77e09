"""Links to landing pages lead to works: by the DOI in them, or by the habit of their site."""

from __future__ import annotations

import pytest

from refs.model import Doi, Outcome, Reference
from refs.resolve import resolve_reference
from refs.resolve.query import read_query
from tests.resolve.records import Shelf, record

DOI_IN_LINK = [
    ("https://www.frontiersin.org/articles/10.3389/fpsyg.2013.00863/full", "10.3389/fpsyg.2013.00863"),
    ("https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2.full", "10.1101/2020.01.01.123456"),
    ("https://link.springer.com/content/pdf/10.1007/s11-014-0090-4.pdf", "10.1007/s11-014-0090-4"),
    ("https://link.springer.com/article/10.1007/s11-014-0090-4#Sec1", "10.1007/s11-014-0090-4"),
    ("https://journals.plos.org/plosone/article?id=10.1371/journal.pone.1&type=x", "10.1371/journal.pone.1"),
    ("https://www.tandfonline.com/doi/abs/10.1080/15298860309032?journalCode=p", "10.1080/15298860309032"),
    ("https://onlinelibrary.wiley.com/doi/full/10.1111/j.1399-5448.2008.x", "10.1111/j.1399-5448.2008.x"),
    ("https://assets.example.org/10.21203/rs.3.rs-12345/v1", "10.21203/rs.3.rs-12345/v1"),
    ("https://dx.doi.org/10.1016%2Fj.cep.2016.03.010", "10.1016/j.cep.2016.03.010"),
    ("https://doi.org/10.1000/a?b#full", "10.1000/a?b#full"),
    ("doi:10.1000/full", "10.1000/full"),
    ("10.1016 / j.gut.2001.01.002", "10.1016/j.gut.2001.01.002"),
    ("doi: 10.1016/ j.gut.2001.01.002", "10.1016/j.gut.2001.01.002"),
    ("DOI 10. 1016/j.gut.2001.01.002", "10.1016/j.gut.2001.01.002"),
]  # fmt: skip


@pytest.mark.parametrize(("link", "doi"), DOI_IN_LINK)
def test_a_doi_in_a_link_is_freed_of_what_the_site_adds(link: str, doi: str) -> None:
    assert read_query(link).doi == Doi(doi)
    assert read_query(f"Neff, K. Gut feelings. {link}.").doi == Doi(doi)


@pytest.mark.parametrize(
    ("link", "doi"),
    [
        ("https://www.nature.com/articles/nn.2574", "10.1038/nn.2574"),
        ("https://www.jstor.org/stable/591364", "10.2307/591364"),
        ("https://papers.ssrn.com/sol3/papers.cfm?abstract_id=1234567", "10.2139/ssrn.1234567"),
        ("https://zenodo.org/records/12345", "10.5281/zenodo.12345"),
        (
            "https://www.thelancet.com/journals/lancet/article/PIIS0140-6736(20)30183-5/fulltext",
            "10.1016/s0140-6736(20)30183-5",
        ),
        ("https://www.researchsquare.com/article/rs-12345/v1", "10.21203/rs.3.rs-12345/v1"),
        (
            "https://www.sciencedirect.com/science/article/pii/S0140673620301835",
            "10.1016/s0140-6736(20)30183-5",
        ),
        ("PII: S0140-6736(20)30183-5", "10.1016/s0140-6736(20)30183-5"),
    ],
)
def test_a_page_without_a_doi_leads_to_its_work_and_is_no_citation_of_one(link: str, doi: str) -> None:
    """The DOI is only a place to look: where it is not on record nobody cited a wrong one."""
    found = resolve_reference(Reference(link), [Shelf([record(doi, "Gut feelings")])])
    assert (found.outcome, found.doi, found.cited_doi) == (Outcome.FOUND, Doi(doi), None)
    missed = resolve_reference(Reference(link), [Shelf([])])
    assert (missed.outcome, missed.cited_doi) == (Outcome.NONE, None)


@pytest.mark.parametrize(
    ("string", "why"),
    [
        ("PMID: 12345678", "PMID 12345678 is not on record"),
        ("https://arxiv.org/abs/1706.03762v5", "arXiv 1706.03762 is not on record"),
        ("978-0-306-40615-7", "ISBN 9780306406157 is not on record"),
        ("https://example.org/a/page", "names no work"),
    ],
)
def test_what_was_not_found_is_named(string: str, why: str) -> None:
    assert why in resolve_reference(Reference(string), [Shelf([])]).reason


@pytest.mark.parametrize(
    "string", ["Neff K. Gut. 10. 1998/2, 4-7", "Neff K. Gut 10.5 / 12 of all", "1210.1998 / 4"]
)
def test_numbers_with_a_stroke_are_no_doi_in_pieces(string: str) -> None:
    assert read_query(string).doi is None


def test_the_number_of_an_article_is_no_page() -> None:
    query = read_query("Neff K. Gut feelings. Gut 2003. PII S0140-6736(20)30183-5.")
    assert query.words == ("neff", "k", "gut", "feelings", "gut", "2003")
