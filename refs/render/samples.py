"""A few sample works, to show what a style looks like."""

from __future__ import annotations

from collections.abc import Iterator

from refs.model.item import Item
from refs.render.citations import Citations, Cite
from refs.render.engine import entry_text, view_of
from refs.render.outputs import write_rich
from refs.render.style import Style

SAMPLES = tuple(
    Item(data)
    for data in (
        {
            "id": "neff2003",
            "type": "article-journal",
            "title": "The development and validation of a scale to measure self-compassion",
            "author": [{"family": "Neff", "given": "Kristin D."}],
            "container-title": "Self and Identity",
            "container-title-short": "Self Identity",
            "volume": "2",
            "issue": "3",
            "page": "223-250",
            "issued": {"date-parts": [[2003]]},
            "DOI": "10.1080/15298860309027",
        },
        {
            "id": "watson1953",
            "type": "article-journal",
            "title": "Molecular structure of nucleic acids: A structure for deoxyribose nucleic acid",
            "author": [
                {"family": "Watson", "given": "James D."},
                {"family": "Crick", "given": "Francis H. C."},
            ],
            "container-title": "Nature",
            "volume": "171",
            "issue": "4356",
            "page": "737-738",
            "issued": {"date-parts": [[1953, 4, 25]]},
            "DOI": "10.1038/171737a0",
        },
        {
            "id": "knuth1997",
            "type": "book",
            "title": "The art of computer programming",
            "author": [{"family": "Knuth", "given": "Donald E."}],
            "edition": "3",
            "volume": "1",
            "publisher": "Addison-Wesley",
            "publisher-place": "Reading, MA",
            "issued": {"date-parts": [[1997]]},
        },
        {
            "id": "baddeley1974",
            "type": "chapter",
            "title": "Working memory",
            "author": [{"family": "Baddeley", "given": "Alan D."}, {"family": "Hitch", "given": "Graham"}],
            "editor": [{"family": "Bower", "given": "Gordon H."}],
            "container-title": "The psychology of learning and motivation",
            "volume": "8",
            "page": "47-89",
            "publisher": "Academic Press",
            "issued": {"date-parts": [[1974]]},
            "DOI": "10.1016/S0079-7421(08)60452-1",
        },
        {
            "id": "vaswani2017",
            "type": "article",
            "title": "Attention is all you need",
            "author": [
                {"family": "Vaswani", "given": "Ashish"},
                {"family": "Shazeer", "given": "Noam"},
                {"family": "Parmar", "given": "Niki"},
                {"family": "Uszkoreit", "given": "Jakob"},
                {"family": "Jones", "given": "Llion"},
                {"family": "Gomez", "given": "Aidan N."},
                {"family": "Kaiser", "given": "Łukasz"},
                {"family": "Polosukhin", "given": "Illia"},
            ],
            "publisher": "arXiv",
            "number": "arXiv:1706.03762",
            "issued": {"date-parts": [[2017, 6, 12]]},
            "DOI": "10.48550/arXiv.1706.03762",
        },
        {
            "id": "who2022",
            "type": "report",
            "title": "World mental health report: Transforming mental health for all",
            "author": [{"literal": "World Health Organization"}],
            "issued": {"date-parts": [[2022]]},
            "publisher": "World Health Organization",
            "URL": "https://www.who.int/publications/i/item/9789240049338",
        },
    )
)
"""An article, one by two authors, a book, a chapter, a preprint by eight, a report by an organisation."""


def sample_lines(style: Style, output: str = "text") -> Iterator[str]:
    """Yield a line for each sample's entry, then the citations of the first two."""
    citations = Citations(SAMPLES, style)
    for number, item in enumerate(citations.items, 1):
        label = style.bibliography.label.format(number) if style.bibliography.label else ""
        yield label + write_rich(entry_text(view_of(item, style), style), output)
    yield ""
    for narrative in (False, True):
        yield write_rich(citations.cite([Cite("neff2003")], narrative=narrative), output)
    yield write_rich(citations.cite([Cite("watson1953"), Cite("vaswani2017")]), output)
