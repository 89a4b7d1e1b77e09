"""Writing .bib files: types, names, dates, keys, layout."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from refs.errors import StyleError
from refs.formats import dump, load
from refs.formats.bibtex.names import dump_names, load_names
from refs.formats.citekeys import assign_keys
from refs.model import Item, Name
from refs.render.style import styles_folder

BOOK = {"type": "book", "title": "T", "author": [{"family": "Knuth"}]}


def fields(data: dict[str, object], format: str = "bibtex") -> tuple[str, dict[str, str]]:
    """Return the entry type and fields of what an item is written as."""
    text = dump([Item(data)], format)
    head, *lines = text.strip().splitlines()
    pairs = (line.strip().rstrip(",").split(" = ") for line in lines[:-1])
    return head.split("{")[0][1:], dict(pairs)


TYPES = {
    "article": ({"type": "article-journal"}, "article", "article"),
    "chapter": ({"type": "chapter", "editor": [{"family": "E"}]}, "incollection", "incollection"),
    "chapter without editor": ({"type": "chapter"}, "inbook", "inbook"),
    "encyclopedia": (
        {"type": "entry-encyclopedia", "editor": [{"family": "E"}]},
        "incollection",
        "inreference",
    ),
    "proceedings paper": ({"type": "paper-conference"}, "inproceedings", "inproceedings"),
    "edited book": ({"type": "book", "editor": [{"family": "E"}]}, "book", "collection"),
    "thesis": ({"type": "thesis"}, "phdthesis", "thesis"),
    "master's thesis": ({"type": "thesis", "genre": "Master's thesis"}, "mastersthesis", "thesis"),
    "report": ({"type": "report"}, "techreport", "report"),
    "preprint": ({"type": "article"}, "misc", "online"),
    "dataset": ({"type": "dataset"}, "misc", "dataset"),
    "software": ({"type": "software"}, "misc", "software"),
    "web page": ({"type": "webpage"}, "misc", "online"),
    "standard": ({"type": "standard"}, "misc", "misc"),
    "film": ({"type": "motion_picture"}, "misc", "misc"),
}


@pytest.mark.parametrize(("data", "bibtex", "biblatex"), TYPES.values(), ids=TYPES)
def test_types(data: dict[str, object], bibtex: str, biblatex: str) -> None:
    assert (fields(data)[0], fields(data, "biblatex")[0]) == (bibtex, biblatex)
    for format in ("bibtex", "biblatex"):
        assert load(dump([Item(data)], format), format)[0].type == data["type"]


def test_a_subtype_holds_no_underscore() -> None:
    assert fields({"type": "motion_picture"})[1]["entrysubtype"] == "{motion picture}"


DIRTY = {
    "type": "book",
    "title": "On <jats:italic>E. coli</jats:italic> &amp;amp; H&lt;sub&gt;2&lt;/sub&gt;O",
    "publisher": "Wiley &amp; Sons",
    "author": [{"family": "O&#39;Neil", "given": "A."}],
    "URL": "https://example.org/?a=1&amp;b=2",
}


@pytest.mark.parametrize(
    ("format", "lines"),
    [
        (
            "bibtex",
            [
                "author = {O'Neil, A.}",
                r"title = {On {{\textit{E. coli}}} \& {H}\textsubscript{2}{O}}",
                r"publisher = {Wiley \& Sons}",
                "url = {https://example.org/?a=1&amp;b=2}",
            ],
        ),
        ("ris", ["AU  - O'Neil, A.", "TI  - On <i>E. coli</i> & H<sub>2</sub>O", "PB  - Wiley & Sons"]),
    ],
    ids=["bibtex", "ris"],
)
def test_tags_and_entities_of_the_metadata_are_cleaned(format: str, lines: list[str]) -> None:
    text = dump([Item(DIRTY)], format)
    assert [line for line in lines if line not in text] == []


def test_a_title_of_nothing_but_a_tag_is_kept() -> None:
    assert fields({"type": "book", "title": "<xml>"}, "biblatex")[1]["title"] == "{<{xml}>}"


DATES = {
    "day": ({"date-parts": [[2003, 4, 1]]}, {"year": "{2003}", "month": "apr", "day": "{1}"}, "{2003-04-01}"),
    "year": ({"date-parts": [[2003]]}, {"year": "{2003}"}, "{2003}"),
    "range": (
        {"date-parts": [[2018], [2019]]},
        {"year": "{2018}", "date": "{2018/2019}"},
        "{2018/2019}",
    ),
    "circa": (
        {"date-parts": [[1850]], "circa": True},
        {"year": "{1850}", "date": "{1850~}"},
        "{1850~}",
    ),
    "before the common era": ({"date-parts": [[-350]]}, {"year": "{-350}"}, "{-0350}"),
    "words": ({"literal": "in press"}, {"year": "{in press}"}, ""),
}


@pytest.mark.parametrize(("date", "old", "new"), DATES.values(), ids=DATES)
def test_dates(date: dict[str, object], old: dict[str, str], new: str) -> None:
    found = fields(BOOK | {"issued": date})[1]
    assert {name: found[name] for name in ("year", "month", "day", "date") if name in found} == old
    assert fields(BOOK | {"issued": date}, "biblatex")[1].get("date", "") == new
    for format in ("bibtex", "biblatex"):
        assert load(dump([Item(BOOK | {"issued": date})], format), format)[0]["issued"] == date


def test_pages_volume_issue_and_number() -> None:
    data = {"type": "article-journal", "page": "1–9, 12", "volume": "3", "issue": "1-2", "number": "e7"}
    found = fields(data)[1]
    assert (found["pages"], found["volume"], found["number"], found["eid"]) == (
        "{1--9, 12}",
        "{3}",
        "{1-2}",
        "{e7}",
    )


def test_a_link_that_is_the_dois_own_is_left_out() -> None:
    found = fields(BOOK | {"DOI": "https://doi.org/10.1000/X_y", "URL": "http://dx.doi.org/10.1000/X_y"})[1]
    assert (found["doi"], "url" in found) == ("{10.1000/X_y}", False)


NAMES = {
    "plain": ("Neff, Kristin D.", [{"family": "Neff", "given": "Kristin D."}]),
    "organisation": ("{World Health Organization}", [{"literal": "World Health Organization"}]),
    "commas": ("{School of Medicine, Tehran, Iran.}", [{"literal": "School of Medicine, Tehran, Iran."}]),
    "ampersand": (r"{Smith \& Sons}", [{"literal": "Smith & Sons"}]),
    "particle": (
        "van der Berg, Anna",
        [{"family": "Berg", "given": "Anna", "non-dropping-particle": "van der"}],
    ),
    "particle in the family name": ("{de la Cruz}, Juan", [{"family": "de la Cruz", "given": "Juan"}]),
    "dropping particle": (
        "Humboldt, Alexander von",
        [{"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"}],
    ),
    "suffix": ("King, Jr., Martin", [{"family": "King", "given": "Martin", "suffix": "Jr."}]),
    "one name": ("Plato and Neff, K.", [{"family": "Plato"}, {"family": "Neff", "given": "K."}]),
    "two words, one name": ("Li{ }Wang", [{"family": "Li Wang"}]),
    "others": ("Neff, K. and others", [{"family": "Neff", "given": "K."}, {"literal": "others"}]),
    "accents": (r"M{\"u}ller, {\'E}va", [{"family": "Müller", "given": "Éva"}]),
    "and in a name": ("{Barnes and Noble}", [{"literal": "Barnes and Noble"}]),
    "hyphenated small letter": ("{el-Azhary}, R.", [{"family": "el-Azhary", "given": "R."}]),
}


@pytest.mark.parametrize(("text", "names"), NAMES.values(), ids=NAMES)
def test_names_in_both_directions(text: str, names: list[dict[str, str]]) -> None:
    assert load_names(text) == names
    assert dump_names(tuple(Name.from_csl(name) for name in names), ascii_only=True) == text


READ_NAMES = {
    "Donald E. Knuth": [{"family": "Knuth", "given": "Donald E."}],
    "Ludwig van Beethoven": [{"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"}],
    "Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin": [
        {"family": "Vallée Poussin", "given": "Charles Louis Xavier Joseph", "non-dropping-particle": "de la"}
    ],
    "Jean-Paul  Sartre and\n  {\\'E}mile Zola": [
        {"family": "Sartre", "given": "Jean-Paul"},
        {"family": "Zola", "given": "Émile"},
    ],
    "D.~E. Knuth": [{"family": "Knuth", "given": "D. E."}],
    "family=Fontaine, given=Jean, prefix=de la, useprefix=false": [
        {"family": "Fontaine", "given": "Jean", "dropping-particle": "de la"}
    ],
    "": [],
    "and": [{"family": "and"}],
}


@pytest.mark.parametrize(("text", "names"), READ_NAMES.items(), ids=READ_NAMES)
def test_names_as_other_programs_write_them(text: str, names: list[dict[str, str]]) -> None:
    assert load_names(text) == names


def test_keys_are_unique_and_given_ones_stay() -> None:
    neff = {"author": [{"family": "Neff"}], "issued": {"date-parts": [[2003]]}, "title": "The Self"}
    items = [
        Item(neff | {"id": "10.1000/1"}),
        Item(neff | {"id": "http://zotero.org/x"}),
        Item(neff | {"id": "Neff2003self"}),
        Item({"author": [{"literal": "World Health Organization"}], "title": "«Быть» or not"}),
        Item({"title": "…"}),
        Item(
            {
                "author": [{"family": "Ørsted"}],
                "title": "H<sub>2</sub>O & Æther",
                "issued": {"date-parts": [[-350]]},
            }
        ),
    ]
    assert assign_keys(items) == [
        "neff2003selfa",
        "neff2003selfb",
        "Neff2003self",
        "worldhealthndnot",
        "itemnd",
        "orsted350h2o",
    ]
    assert assign_keys(items[:1], taken=["NEFF2003SELF"]) == ["neff2003selfa"]


def test_a_layout_can_be_copied_and_changed(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    shutil.copytree(styles_folder() / "bibtex", mine)
    template = (mine / "entry.jinja").read_text(encoding="utf-8")
    (mine / "entry.jinja").write_text(
        template.replace("  {{ field.key }}", "\t{{ field.key | upper }}"), "utf-8"
    )
    (mine / "style.toml").write_text('[entry]\norder = "title author"\n', encoding="utf-8")
    text = dump([Item(BOOK)], "bibtex", style=mine)
    assert text == "@book{knuthndt,\n\tTITLE = {T},\n\tAUTHOR = {Knuth},\n}\n"
    (mine / "entry.jinja").write_text("{{ entry.nothing() }}", encoding="utf-8")
    with pytest.raises(StyleError, match=r"entry\.jinja"):
        dump([Item(BOOK)], "bibtex", style=tmp_path / "mine" / ".." / "mine")
    with pytest.raises(StyleError, match="no layout of entries"):
        dump([Item(BOOK)], "bibtex", style=tmp_path / "none")


def test_a_layout_of_the_users_runs_in_the_sandbox_wherever_it_lies(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    shutil.copytree(styles_folder() / "bibtex", mine)
    (mine / "entry.jinja").write_text("{{ entry.key.__class__.__mro__ }}", encoding="utf-8")
    with pytest.raises(StyleError, match=r"entry\.jinja, line 1: access to attribute '__class__'"):
        dump([Item(BOOK)], "bibtex", style=mine)


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_a_groups_abbreviation_is_its_short_author(dialect: str) -> None:
    item = Item(BOOK | {"author": [{"literal": "World Health Organization", "short": "WHO"}]})
    text = dump([item], dialect)
    assert "shortauthor = {{WHO}}" in text
    assert load(text, dialect)[0]["author"] == item["author"]


def test_a_short_author_of_a_person_stays_as_it_is() -> None:
    text = "@book{a,\n  title = {T},\n  author = {Doe, Jane},\n  shortauthor = {Doe},\n}\n"
    (item,) = load(text, "biblatex")
    assert item["custom"] == {"bibtex": {"shortauthor": "Doe"}}
