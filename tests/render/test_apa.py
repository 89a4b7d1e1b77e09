"""APA 7, rule by rule: what an item is and how its entry and its citation read."""

from __future__ import annotations

from typing import Any

import pytest

from refs.model import Item
from refs.render import Citations, Cite, load_style, render_bibliography, render_citation, render_entry
from refs.render.outputs import write_rich

APA = load_style("apa")
JOURNAL = {"container-title": "Self and Identity", "volume": "2", "issue": "3", "page": "223-250"}
NEFF = [{"family": "Neff", "given": "Kristin D."}]
YEAR = {"date-parts": [[2003]]}
TAIL = "Self and Identity, 2(3), 223–250."


def article(**fields: Any) -> Item:
    data = {"id": "a", "type": "article-journal", "title": "Self-compassion", "author": NEFF, "issued": YEAR}
    return Item({k: v for k, v in (data | JOURNAL | fields).items() if v is not None})


def book(**fields: Any) -> Item:
    data = {"id": "b", "type": "book", "title": "Self-compassion", "author": NEFF, "issued": YEAR}
    return Item({k: v for k, v in (data | {"publisher": "Morrow"} | fields).items() if v is not None})


def people(*names: str) -> list[dict[str, str]]:
    return [dict(zip(("family", "given"), name.split(", "), strict=False)) for name in names]


ENTRIES = {
    "journal": (article(), f"Neff, K. D. (2003). Self-compassion. {TAIL}"),
    "two authors": (
        article(author=people("Neff, Kristin", "Germer, Christopher")),
        f"Neff, K., & Germer, C. (2003). Self-compassion. {TAIL}",
    ),
    "hyphens": (
        article(author=people("Sartre, Jean-Paul", "Wang, Xiao-ming", "Tolkien, J.R.R.")),
        f"Sartre, J.-P., Wang, X., & Tolkien, J. R. R. (2003). Self-compassion. {TAIL}",
    ),
    "suffix": (
        article(author=[{"family": "King", "given": "Martin Luther", "suffix": "Jr."}]),
        f"King, M. L., Jr. (2003). Self-compassion. {TAIL}",
    ),
    "particles": (
        article(
            author=[
                {"family": "Berg", "given": "Anna", "non-dropping-particle": "van der"},
                {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"},
            ]
        ),
        f"van der Berg, A., & Humboldt, A. von. (2003). Self-compassion. {TAIL}",
    ),
    "person and group": (
        article(author=[*NEFF, {"literal": "ATLAS Collaboration"}]),
        f"Neff, K. D., & ATLAS Collaboration. (2003). Self-compassion. {TAIL}",
    ),
    "unspaced script": (
        article(author=people("王, 小明")),
        f"王小明. (2003). Self-compassion. {TAIL}",
    ),
    "mononym": (article(author=people("Plato")), f"Plato. (2003). Self-compassion. {TAIL}"),
    "no author": (article(author=None), f"Self-compassion. (2003). {TAIL}"),
    "no date": (article(issued=None), f"Neff, K. D. (n.d.). Self-compassion. {TAIL}"),
    "in press": (
        article(issued=None, status="in press"),
        f"Neff, K. D. (in press). Self-compassion. {TAIL}",
    ),
    "circa": (
        article(issued={"date-parts": [[1850]], "circa": True}),
        f"Neff, K. D. (ca. 1850). Self-compassion. {TAIL}",
    ),
    "before our era": (
        article(issued={"date-parts": [[-350]]}),
        f"Neff, K. D. (350 B.C.E.). Self-compassion. {TAIL}",
    ),
    "question": (article(title="Why?"), f"Neff, K. D. (2003). Why? {TAIL}"),
    "point in quotation marks": (
        article(title='The power of "now"'),
        f"Neff, K. D. (2003). The power of “now.” {TAIL}",
    ),
    "article number": (
        article(page=None, number="e0151962"),
        "Neff, K. D. (2003). Self-compassion. Self and Identity, 2(3), Article e0151962.",
    ),
    "short last page": (
        article(page="1234-8"),
        "Neff, K. D. (2003). Self-compassion. Self and Identity, 2(3), 1234–1238.",
    ),
    "DOI in any form": (
        article(DOI="http://dx.doi.org/10.1080/15298860309027"),
        f"Neff, K. D. (2003). Self-compassion. {TAIL} https://doi.org/10.1080/15298860309027",
    ),
    "magazine": (
        article(type="article-magazine", volume=None, issue=None, issued={"date-parts": [[2018, 6, 27]]}),
        "Neff, K. D. (2018, June 27). Self-compassion. Self and Identity, 223–250.",
    ),
    "book": (
        book(edition="3", volume="2", DOI="10.1000/x"),
        "Neff, K. D. (2003). Self-compassion (3rd ed., Vol. 2). Morrow. https://doi.org/10.1000/x",
    ),
    "first edition": (book(edition="1"), "Neff, K. D. (2003). Self-compassion. Morrow."),
    "publisher is author": (
        book(author=[{"literal": "World Health Organization"}], publisher="World Health Organization"),
        "World Health Organization. (2003). Self-compassion.",
    ),
    "edited book": (
        book(author=None, editor=people("Hygum, E.", "Pedersen, P. M.")),
        "Hygum, E., & Pedersen, P. M. (Eds.). (2003). Self-compassion. Morrow.",
    ),
    "translation": (
        book(translator=people("Weaver, H."), **{"original-date": {"date-parts": [[1966]]}}),
        "Neff, K. D. (2003). Self-compassion (H. Weaver, Trans.). Morrow. (Original work published 1966)",
    ),
    "chapter": (
        book(
            type="chapter",
            editor=[*people("Subotnik, R. F."), {"family": "King", "given": "M. L.", "suffix": "Jr."}],
            edition="2",
            page="3-20",
            **{"container-title": "Handbook of things"},
        ),
        "Neff, K. D. (2003). Self-compassion. In R. F. Subotnik & M. L. King Jr. (Eds.), Handbook of things "
        "(2nd ed., pp. 3–20). Morrow.",
    ),
    "front matter": (
        book(type="chapter", page="ix", **{"container-title": "Handbook"}),
        "Neff, K. D. (2003). Self-compassion. In Handbook (p. ix). Morrow.",
    ),
    "dissertation": (
        book(type="thesis", genre="doctoral dissertation", URL="https://example.org/1"),
        "Neff, K. D. (2003). Self-compassion [Doctoral dissertation, Morrow]. https://example.org/1",
    ),
    "preprint": (
        book(type="article", genre="Preprint", publisher="PsyArXiv"),
        "Neff, K. D. (2003). Self-compassion [Preprint]. PsyArXiv.",
    ),
    "software": (
        book(type="software", version="4.3.1", publisher=None),
        "Neff, K. D. (2003). Self-compassion (Version 4.3.1) [Computer software].",
    ),
    "book review": (
        article(
            type="review-book",
            title=None,
            **{"reviewed-title": "Mindset", "reviewed-author": people("Dweck, Carol S.")},
        ),
        f"Neff, K. D. (2003). [Review of the book Mindset, by C. S. Dweck]. {TAIL}",
    ),
    "webpage with access date": (
        book(type="webpage", issued=None, URL="https://example.org", accessed={"date-parts": [[2019, 7, 3]]}),
        "Neff, K. D. (n.d.). Self-compassion. Morrow. Retrieved July 3, 2019, from https://example.org",
    ),
}


@pytest.mark.parametrize(("item", "expected"), ENTRIES.values(), ids=ENTRIES)
def test_entry(item: Item, expected: str) -> None:
    assert render_entry(item, APA) == expected


@pytest.mark.parametrize(
    ("count", "shown", "tail"), [(20, 20, ", & Author20, A."), (21, 20, ", … Author21, A."), (60, 20, ", … ")]
)
def test_long_lists_of_authors_are_cut_at_twenty_one(count: int, shown: int, tail: str) -> None:
    names = people(*(f"Author{n}, A." for n in range(1, count + 1)))
    entry = render_entry(article(author=names), APA)
    assert entry.count("Author") == shown
    assert tail in entry


MARKUP = {
    "a journal's name and volume are italic, its issue is not": (
        article(),
        "Self-compassion. <i>Self and Identity</i>, <i>2</i>(3), 223–250.",
    ),
    "italics inside an italic title stand upright": (
        book(title="Growth of <i>E. coli</i> in CO<sub>2</sub>"),
        "<i>Growth of </i>E. coli<i> in CO<sub>2</sub></i>",
    ),
    "what is no markup is escaped": (article(title="R&D <5% & more"), "R&amp;D &lt;5% &amp; more"),
    "tags of others vanish": (
        article(title="The <jats:p>x</jats:p> &amp;lt;i&amp;gt;y&lt;/i&gt;"),
        "The x <i>y</i>",
    ),
}


@pytest.mark.parametrize(("item", "part"), MARKUP.values(), ids=MARKUP)
def test_markup(item: Item, part: str) -> None:
    html = render_entry(item, APA, "html")
    for tag in ('<span class="container">', '<span class="title">', "</span>"):
        html = html.replace(tag, "")
    assert part in html


def work(key: str, year: int | None, *names: str, title: str = "Title") -> Item:
    return article(id=key, author=people(*names), title=title, issued=year and {"date-parts": [[year]]})


CITED = {
    "alike but for the letter": (
        [work("a", 2012, "Judge, T.", title="Zeal"), work("b", 2012, "Judge, T.", title="Aims")],
        ["(Judge, 2012b)", "(Judge, 2012a)"],
    ),
    "no date": (
        [work("a", None, "Jones, B.", title="X"), work("b", None, "Jones, B.", title="Y")],
        ["(Jones, n.d.-a)", "(Jones, n.d.-b)"],
    ),
    "names are added until they differ": (
        [
            work("a", 2017, "Kapoor, K.", "Bloom, A.", "Montez, B.", "Warner, C.", "Hill, D."),
            work("b", 2017, "Kapoor, K.", "Bloom, A.", "Zucker, B.", "Tang, C.", "Daniels, D."),
        ],
        ["(Kapoor, Bloom, Montez, et al., 2017)", "(Kapoor, Bloom, Zucker, et al., 2017)"],
    ),
    "et al. never stands for one name": (
        [
            work("a", 2015, "Hasan, A.", "Liang, B.", "Kahn, C."),
            work("b", 2015, "Hasan, A.", "Liang, B.", "Wu, D."),
        ],
        ["(Hasan, Liang, & Kahn, 2015)", "(Hasan, Liang, & Wu, 2015)"],
    ),
    "one surname, two people": (
        [work("a", 2015, "Taylor, J. M."), work("b", 2014, "Taylor, T.")],
        ["(J. M. Taylor, 2015)", "(T. Taylor, 2014)"],
    ),
    "no author": (
        [article(author=None, title="The real story"), book(author=None, title="People skills")],
        ["(“The Real Story,” 2003)", "(People Skills, 2003)"],
    ),
}


@pytest.mark.parametrize(("items", "expected"), CITED.values(), ids=CITED)
def test_citations_are_told_apart(items: list[Item], expected: list[str]) -> None:
    assert [render_citation([item], APA, among=items) for item in items] == expected


def test_several_works_in_one_citation() -> None:
    items = [work("z", 2010, "Zed, A."), work("c", 2013, "Carr, B."), work("d", 2014, "Carr, B.")]
    citations = Citations(items, APA)
    text = citations.cite([Cite("z"), Cite("d"), Cite("c")])
    assert write_rich(text, "text") == "(Carr, 2013, 2014; Zed, 2010)"


@pytest.mark.parametrize(
    ("locator", "label", "expected"),
    [
        ("3-17", "page", "pp. 3–17"),
        ("3", "page", "p. 3"),
        ("3", "chapter", "Chapter 3"),
        ("4", "paragraph", "para. 4"),
    ],
)
def test_locators(locator: str, label: str, expected: str) -> None:
    citations = Citations([article()], APA)
    cite = [Cite("a", locator, label)]
    assert write_rich(citations.cite(cite), "text") == f"(Neff, 2003, {expected})"
    assert write_rich(citations.cite(cite, narrative=True), "text") == f"Neff (2003, {expected})"


def test_the_list_is_in_order() -> None:
    items = [
        work("1", 2001, "Smith, J.", "Doe, A."),
        work("2", 2005, "Smith, J."),
        work("3", None, "Smith, J."),
        article(id="4", author=None, title="The apple"),
        work("5", 1999, "Smith, J."),
        work("6", 2003, "Öz, A."),
    ]
    text = render_bibliography(items, APA)
    assert isinstance(text, str)
    assert [line.partition(").")[0] for line in text.splitlines()] == [
        "The apple. (2003",
        "Öz, A. (2003",
        "Smith, J. (n.d.",
        "Smith, J. (1999",
        "Smith, J. (2005",
        "Smith, J., & Doe, A. (2001",
    ]


def _group(key: str, year: int, *more: dict[str, str]) -> Item:
    who = {"literal": "World Health Organization", "short": "WHO"}
    return Item(
        {
            "id": key,
            "type": "report",
            "title": key,
            "author": [*more, who],
            "issued": {"date-parts": [[year]]},
        }
    )


GROUPS = [
    _group("a", 2020),
    _group("b", 2021),
    _group("c", 2019, {"family": "Smith", "given": "J."}),
    _group("d", 2018, *({"family": name, "given": "J."} for name in ("Doe", "Roe"))),
]
ABBREVIATED: dict[str, tuple[list[tuple[list[str], bool]], list[str]]] = {
    "in brackets, then alone": (
        [(["a"], False), (["a"], False)],
        ["(World Health Organization [WHO], 2020)", "(WHO, 2020)"],
    ),
    "in the sentence": (
        [(["a"], True), (["b"], True)],
        ["World Health Organization (WHO, 2020)", "WHO (2021)"],
    ),
    "one author's works stay together": (
        [(["a", "b"], False), (["b", "a"], False)],
        ["(World Health Organization [WHO], 2020, 2021)", "(WHO, 2020, 2021)"],
    ),
    "beside a person": (
        [(["c"], False), (["c"], True)],
        ["(Smith & World Health Organization [WHO], 2019)", "Smith and WHO (2019)"],
    ),
    "not introduced where et al. hides it": (
        [(["d"], False), (["a"], False)],
        ["(Doe et al., 2018)", "(World Health Organization [WHO], 2020)"],
    ),
}


@pytest.mark.parametrize(("cites", "expected"), ABBREVIATED.values(), ids=ABBREVIATED)
def test_groups_are_abbreviated_once_introduced(
    cites: list[tuple[list[str], bool]], expected: list[str]
) -> None:
    citations = Citations(GROUPS, APA)
    printed = [citations.cite([Cite(key) for key in keys], narrative=narrative) for keys, narrative in cites]
    assert [write_rich(text, "text") for text in printed] == expected


def test_the_list_and_other_styles_print_groups_in_full() -> None:
    assert render_entry(GROUPS[0], APA).startswith("World Health Organization. (2020).")
    ieee, chicago = load_style("ieee"), load_style("chicago-author-date")
    assert render_entry(GROUPS[0], ieee).startswith("World Health Organization,")
    assert render_citation([GROUPS[0]], chicago) == "(World Health Organization 2020)"
