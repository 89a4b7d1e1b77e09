# ruff: noqa: E501 - expected entries read best on one line
"""The other styles: the same works in each, entry and citation; and every style on every type."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from refs.model import Item
from refs.render import Citations, Cite, load_style, render_bibliography, render_entry, style_names
from refs.render.outputs import write_rich
from refs.render.style import styles_folder
from refs.render.template_store import stored_style

TURING = Item(
    {
        "id": "turing",
        "type": "article-journal",
        "title": "Computing machinery and intelligence",
        "author": [{"family": "Turing", "given": "Alan Mathison"}],
        "container-title": "Mind",
        "volume": "59",
        "issue": "236",
        "page": "433-460",
        "issued": {"date-parts": [[1950, 10]]},
        "DOI": "10.1093/mind/LIX.236.433",
    }
)
CHAPTER = Item(
    {
        "id": "chapter",
        "type": "chapter",
        "title": "The magical number seven between plus and minus two",
        "author": [
            {"family": "van der Berg", "given": "Jean-Paul"},
            {"family": "King", "given": "M.L.", "suffix": "Jr."},
        ],
        "editor": [{"family": "Hygum", "given": "Eva"}, {"family": "Doe", "given": "Jane"}],
        "container-title": "Handbook of memory",
        "edition": "2",
        "page": "1234-8",
        "publisher": "Wiley",
        "publisher-place": "New York",
        "issued": {"date-parts": [[2003]]},
    }
)
QUOTED = Item(
    {
        "id": "quoted",
        "type": "article-journal",
        "title": 'Why "now"?',
        "container-title": "Nature",
        "volume": "1",
    }
)
FREUD: dict[str, Any] = {
    "id": "freud",
    "author": [{"family": "Freud", "given": "S."}],
    "editor": [{"family": "Strachey", "given": "J."}],
    "translator": [{"family": "Strachey", "given": "J."}],
    "title": "Dreams",
    "publisher": "Basic Books",
    "issued": {"date-parts": [[2010]]},
}
FOREWORD = {
    "type": "chapter",
    "title": "On reading",
    "genre": "Foreword",
    "container-title": "Books",
    "issued": {"date-parts": [[2003]]},
}
ARXIV: dict[str, Any] = {
    "type": "article",
    "title": "Attention",
    "author": [{"family": "Doe", "given": "Jane"}],
    "issued": {"date-parts": [[2017]]},
    "archive": "arXiv",
    "archive_location": "1706.03762",
    "archive_collection": "cs.CL",
}
FINER_POINTS = {
    "one person edits and translates, APA": (
        "apa",
        FREUD | {"type": "book"},
        "Freud, S. (2010). Dreams (J. Strachey, Ed. & Trans.). Basic Books.",
    ),
    "one person edits and translates, Harvard": (
        "harvard",
        FREUD | {"type": "book"},
        "Freud, S. (2010) Dreams. Edited & translated by J. Strachey. Basic Books.",
    ),
    "a foreword leads to its book, Chicago": (
        "chicago",
        FOREWORD,
        "“On Reading.” 2003. Foreword to Books.",
    ),
    "and others, APA": (
        "apa",
        {"type": "book", "title": "T", "author": [{"family": "Doe", "given": "J."}, {"literal": "others"}]},
        "Doe, J., et al. (n.d.). T.",
    ),
    "and others, IEEE": (
        "ieee",
        {"type": "book", "title": "T", "author": [{"family": "Doe", "given": "J."}, {"literal": "others"}]},
        "J. Doe et al., T.",
    ),
    "a preprint on arXiv, APA": (
        "apa",
        ARXIV,
        "Doe, J. (2017). Attention (arXiv:1706.03762). arXiv. https://doi.org/10.48550/arXiv.1706.03762",
    ),
    "a preprint on arXiv, Chicago": (
        "chicago",
        ARXIV,
        "Doe, Jane. 2017. “Attention.” arXiv:1706.03762. Preprint, arXiv. https://doi.org/10.48550/arXiv.1706.03762.",
    ),
    "a published work that arXiv has too, APA": (
        "apa",
        ARXIV | {"type": "article-journal", "container-title": "Mind", "volume": "1"},
        "Doe, J. (2017). Attention. Mind, 1.",
    ),
    "a standard says where and when, IEEE": (
        "ieee",
        {
            "type": "standard",
            "title": "Quality",
            "number": "ISO 9001",
            "publisher-place": "Geneva",
            "issued": {"date-parts": [[2015]]},
        },
        "Quality, ISO 9001, Geneva, 2015.",
    ),
}


@pytest.mark.parametrize(("style", "item", "expected"), FINER_POINTS.values(), ids=FINER_POINTS)
def test_finer_points(style: str, item: dict[str, Any], expected: str) -> None:
    assert render_entry(Item({"id": "x", **item}), load_style(style)) == expected


ENTRIES = {
    "ieee": (
        "A. M. Turing, “Computing machinery and intelligence,” Mind, vol. 59, no. 236, pp. 433–460, Oct. 1950, "
        "doi: 10.1093/mind/LIX.236.433.",
        "J.-P. van der Berg and M. L. King Jr., “The magical number seven between plus and minus two,” in Handbook "
        "of memory, 2nd ed., E. Hygum and J. Doe, Eds., New York: Wiley, 2003, pp. 1234–8.",
        "“Why ‘now’?” Nature, vol. 1.",
    ),
    "vancouver": (
        "Turing AM. Computing machinery and intelligence. Mind. 1950 Oct;59(236):433–60. "
        "doi:10.1093/mind/LIX.236.433",
        "van der Berg JP, King ML Jr. The magical number seven between plus and minus two. In: Hygum E, Doe J, "
        "editors. Handbook of memory. 2nd ed. New York: Wiley; 2003. p. 1234–8.",
        "Why “now”? Nature. 1.",
    ),
    "ama": (
        "Turing AM. Computing machinery and intelligence. Mind. 1950;59(236):433-460. doi:10.1093/mind/LIX.236.433",
        "van der Berg JP, King ML Jr. The magical number seven between plus and minus two. In: Hygum E, Doe J, eds. "
        "Handbook of Memory. 2nd ed. Wiley; 2003:1234-1238.",
        "Why “now”? Nature. 1.",
    ),
    "nature": (
        "Turing, A. M. Computing machinery and intelligence. Mind 59, 433–460 (1950).",
        "van der Berg, J.-P. & King, M. L., Jr. The magical number seven between plus and minus two. in Handbook "
        "of memory (eds Hygum, E. & Doe, J.) 1234–8 (Wiley, New York, 2003).",
        "Why ‘now’? Nature 1.",
    ),
    "harvard": (
        "Turing, A.M. (1950) “Computing machinery and intelligence,” Mind, 59(236), pp. 433–460. "
        "Available at: https://doi.org/10.1093/mind/LIX.236.433.",
        "van der Berg, J.-P. and King, M.L., Jr. (2003) “The magical number seven between plus and minus two,” in "
        "E. Hygum and J. Doe (eds.) Handbook of memory. 2nd ed. New York: Wiley, pp. 1234–8.",
        "Nature (no date) “Why ‘now’?” 1.",
    ),
    "chicago": (
        "Turing, Alan Mathison. 1950. “Computing Machinery and Intelligence.” Mind 59 (236): 433–60. "
        "https://doi.org/10.1093/mind/LIX.236.433.",
        "Berg, Jean-Paul van der, and M. L. King Jr. 2003. “The Magical Number Seven Between Plus and Minus Two.” In "
        "Handbook of Memory, 2nd ed., edited by Eva Hygum and Jane Doe. Wiley.",
        "“Why ‘Now’?” n.d. Nature 1.",
    ),
    "mla": (
        "Turing, Alan Mathison. “Computing Machinery and Intelligence.” Mind, vol. 59, no. 236, Oct. 1950, "
        "pp. 433–60, https://doi.org/10.1093/mind/LIX.236.433.",
        "van der Berg, Jean-Paul, and M. L. King Jr. “The Magical Number Seven between plus and Minus Two.” Handbook "
        "of Memory, edited by Eva Hygum and Jane Doe, 2nd ed., Wiley, 2003, pp. 1234–38.",
        "“Why ‘Now’?” Nature, vol. 1.",
    ),
}


@pytest.mark.parametrize("style", ENTRIES)
def test_entries(style: str) -> None:
    loaded = load_style(style)
    entries = tuple(render_entry(item, loaded) for item in (TURING, CHAPTER, QUOTED))
    assert entries == ENTRIES[style]


CITATIONS = {
    "apa": (
        "(Turing, 1950)",
        "Turing (1950)",
        "(Turing, 1950, p. 3)",
        "(Turing, 1950; van der Berg & King, 2003)",
    ),
    "ieee": ("[1]", "Turing [1]", "[1, p. 3]", "[1], [2]"),
    "vancouver": ("(1)", "Turing (1)", "(1 p. 3)", "(1,2)"),
    "ama": ("1", "Turing1", "1(p3)", "1,2"),
    "nature": ("1", "Turing1", "1, p. 3", "1,2"),
    "harvard": (
        "(Turing, 1950)",
        "Turing (1950)",
        "(Turing, 1950, p. 3)",
        "(Turing, 1950; van der Berg and King, 2003)",
    ),
    "chicago": (
        "(Turing 1950)",
        "Turing (1950)",
        "(Turing 1950, 3)",
        "(Turing 1950; van der Berg and King 2003)",
    ),
    "mla": ("(Turing)", "Turing", "(Turing 3)", "(Turing; van der Berg and King)"),
}


@pytest.mark.parametrize("style", CITATIONS)
def test_citations(style: str) -> None:
    citations = Citations([TURING, CHAPTER], load_style(style))

    def text(*cites: Cite, narrative: bool = False) -> str:
        return write_rich(citations.cite(cites, narrative=narrative), "text")

    turing = Cite("turing")
    assert (
        text(turing),
        text(turing, narrative=True),
        text(Cite("turing", "3")),
        text(turing, Cite("chapter")),
    ) == CITATIONS[style]


def test_names_of_species_keep_their_small_letters_in_title_case() -> None:
    item = TURING.with_fields({"title": "growth of <i>Escherichia coli</i> under U.S. and other skies"})
    entry = render_entry(item, load_style("mla"))
    assert "“Growth of Escherichia coli under U.S. and Other Skies.”" in entry


def test_numbers_in_a_row_are_a_range() -> None:
    items = [TURING.with_fields({"id": str(n)}) for n in range(1, 7)]
    citations = Citations(items, load_style("ieee"))
    cites = [Cite(n) for n in ("2", "3", "4", "6")]
    assert write_rich(citations.cite(cites), "text") == "[2]–[4], [6]"


def test_numbered_lists_keep_the_order_of_citation() -> None:
    text = render_bibliography([TURING, CHAPTER], load_style("vancouver"))
    assert isinstance(text, str)
    assert [line.split(".")[0] for line in text.splitlines()] == ["1", "2"]
    assert text.startswith("1. Turing")


def test_mla_prints_a_dash_for_an_author_again() -> None:
    again = TURING.with_fields({"id": "b", "title": "On computable numbers"})
    text = render_bibliography([TURING, again], load_style("mla"))
    assert isinstance(text, str)
    assert text.splitlines()[1].startswith("———. “On Computable Numbers.”")


def test_particles_are_sorted_as_they_are_printed() -> None:
    dutch = TURING.with_fields({"id": "d", "author": [{"family": "van Dijk", "given": "Teun"}]})
    english = TURING.with_fields({"id": "e", "author": [{"family": "Evans", "given": "Ann"}]})
    first = {name: render_bibliography([dutch, english], load_style(name)) for name in ("apa", "chicago")}
    assert str(first["apa"]).startswith("Evans, A.")
    assert str(first["chicago"]).startswith("Dijk, Teun van.")


@pytest.mark.parametrize("name", style_names())
@pytest.mark.parametrize("alias", ["vancouver", "mla", "harvard", "ama", "chicago", "nlm", "apa-7"])
def test_aliases_are_styles(name: str, alias: str) -> None:
    style = load_style(name)
    if alias in style.aliases:
        assert load_style(alias) == style


@pytest.mark.parametrize("name", style_names())
def test_a_style_says_what_it_is(name: str) -> None:
    style = load_style(name)
    facts: tuple[Any, ...] = (
        style.title,
        style.description,
        style.names.get("list"),
        style.names.get("citation"),
    )
    assert all(facts)


def test_a_cache_that_cannot_be_written_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("REFS_CACHE", str(tmp_path / "file"))
    folder = styles_folder() / "apa"
    assert stored_style(folder, styles_folder() / "_base").data["name"] == "apa"
