"""Laws of the formats: what goes in comes out, and no input makes a reader raise."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from refs.formats import FORMATS, dump, load, read
from refs.formats.bibtex.blocks import chunks, plain_value, split_blocks
from refs.formats.cleaning import without_debris
from refs.formats.latex import decode
from refs.formats.latex_writing import encode
from refs.library.bib_text import BibText, with_fields
from refs.model import Item

QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LETTERS = "abcXYZ éÜßøłşıñœ αβ→± 中Ж 019 .,;:!?'\"()[]/-–—‘’“”&%#_$~^\\{}<>|@=*+\u00a0"
words = (
    st.text(st.sampled_from(LETTERS), min_size=1, max_size=25)
    .map(lambda text: " ".join(unicodedata.normalize("NFC", text).replace("\u00a0", " ").split()))
    .filter(bool)
)
families = st.sampled_from(
    "Neff|O'Brien|de la Cruz|Müller|Łoś|van|el-Azhary|Li Wang|King, Jr.|and|St. John".split("|")
)
givens = st.sampled_from("Kristin|K. D.|Jean-Paul|Anna von|Xiao ming|Mary and Ann|Ö.|bell".split("|"))
people = st.one_of(
    st.builds(lambda family, given: {"family": family, "given": given}, families, givens),
    st.builds(
        lambda particle, given: {"family": "Berg", "given": given, "non-dropping-particle": particle},
        st.sampled_from(["van der", "de"]),
        st.sampled_from(["A.", "Anna"]),
    ),
    st.just({"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"}),
    st.just({"family": "King", "given": "Martin Luther", "suffix": "Jr."}),
    st.builds(lambda literal: {"literal": literal}, words.filter(lambda w: w.lower() != "others")),
)
dates = st.one_of(
    st.builds(lambda y: {"date-parts": [[y]]}, st.integers(1000, 2100)),
    st.builds(lambda y, m: {"date-parts": [[y, m]]}, st.integers(1000, 2100), st.integers(1, 12)),
    st.builds(
        lambda y, m, d: {"date-parts": [[y, m, d]]}, st.just(2003), st.integers(1, 12), st.integers(1, 28)
    ),
    st.just({"date-parts": [[2018], [2019]]}),
    st.just({"literal": "in press"}),
)
numbers = st.sampled_from("2|12|S1|3-4|A".split("|"))
pages = st.sampled_from("85-101|e12059|12|xi-xiv|1-4, 9-12".split("|"))
ids = st.from_regex(r"[a-z]{3,8}[0-9]{1,4}", fullmatch=True)
TYPES = {
    "article-journal": (
        "container-title",
        "volume",
        "issue",
        "page",
        "DOI",
        "ISSN",
        "number",
        "container-title-short",
    ),
    "book": ("publisher", "publisher-place", "edition", "ISBN", "volume", "collection-title", "editor"),
    "chapter": ("container-title", "publisher", "page", "editor", "ISBN", "edition"),
    "paper-conference": ("container-title", "publisher", "page", "event-title", "event-place", "DOI"),
    "thesis": ("publisher", "genre", "publisher-place"),
    "report": ("publisher", "number", "genre"),
    "article": ("publisher", "DOI", "archive", "archive_location", "genre"),
    "webpage": ("URL", "accessed"),
    "dataset": ("publisher", "version", "DOI"),
    "software": ("version", "URL"),
    "article-magazine": ("container-title", "volume", "page"),
    "entry-encyclopedia": ("container-title", "editor", "publisher"),
    "patent": ("number",),
    "standard": ("number", "publisher"),
    "manuscript": (),
    "motion_picture": (),
}
DOIS = ["10.1000/abc_d", "10.1002/(sici)1097(199009)41:6<391::aid>3.0.co;2-9", "10.1000/a%b#c"]
VALUES = {
    "DOI": st.sampled_from(DOIS),
    "ISBN": st.just("9780306406157"),
    "ISSN": st.just("0003-987X"),
    "URL": st.just("https://example.org/a_b?c=d&e=%20#f"),
    "accessed": dates.filter(lambda date: len(date.get("date-parts", "")) == 1),
    "archive": st.just("arXiv"),
    "archive_location": st.just("1706.03762"),
    "edition": st.sampled_from(["2", "3", "revised"]),
    "editor": st.lists(people, min_size=1, max_size=2),
    "genre": st.sampled_from(["Preprint", "Doctoral dissertation", "Working paper"]),
    "issue": numbers,
    "number": st.sampled_from(["e12059", "7"]),
    "page": pages,
    "volume": numbers,
}


@st.composite
def items(draw: st.DrawFn) -> Item:
    csl_type = draw(st.sampled_from(sorted(TYPES)))
    data = {"id": draw(ids), "type": csl_type, "title": draw(words)}
    optional = {
        "author": st.lists(people, min_size=1, max_size=4),
        "issued": dates,
        "abstract": words,
        "keyword": words,
    }
    optional |= {name: VALUES.get(name, words) for name in TYPES[csl_type]}
    for name, values in optional.items():
        if draw(st.booleans()):
            data[name] = draw(values)
    if "archive_location" in data:
        data["archive"] = "arXiv"
    if "container-title" not in data:
        data.pop("container-title-short", None)
    return Item(data)


@pytest.mark.parametrize("format", ["bibtex", "biblatex"])
@given(wanted=st.lists(items(), max_size=3, unique_by=lambda item: item.id))
@QUICK
def test_an_item_in_a_bib_reads_back_as_it_was(format: str, wanted: list[Item]) -> None:
    result = read(dump(wanted, format), format)
    assert [item.to_csl() for item in result.items] == [held(item) for item in wanted]
    assert result.problems == ()


def held(item: Item) -> dict[str, object]:
    """Return what a .bib can hold of an item: no entities, foreign tags, or archive without a place."""
    data = without_debris(item).to_csl()
    if "archive" in data and "archive_location" not in data and item.type != "article":
        data.pop("archive")
    return data


@given(wanted=st.lists(items(), max_size=3, unique_by=lambda item: item.id))
@QUICK
def test_an_item_in_csl_json_reads_back_as_it_was(wanted: list[Item]) -> None:
    assert load(dump(wanted, "csl-json"), "csl-json") == wanted


RIS_KEYS = (
    "id",
    "type",
    "title",
    "DOI",
    "volume",
    "issue",
    "page",
    "publisher",
    "container-title",
    "edition",
    "URL",
)


@given(wanted=st.lists(items(), max_size=3, unique_by=lambda item: item.id))
@QUICK
def test_an_item_in_ris_reads_back_as_it_was(wanted: list[Item]) -> None:
    back = load(dump(wanted, "ris"), "ris")
    assert [[item.get(key) for key in RIS_KEYS] for item in back] == [
        [item.get(key) for key in RIS_KEYS] for item in map(without_debris, wanted)
    ]


@example(text="U\u0308\u0308\u0301", ascii_only=True)
@given(text=st.text(st.sampled_from(LETTERS + "\u0301\u0308"), max_size=40), ascii_only=st.booleans())
@QUICK
def test_text_in_latex_decodes_to_itself(text: str, ascii_only: bool) -> None:
    plain = " ".join(part for part in re.split(" +", unicodedata.normalize("NFC", text)) if part)
    assert unicodedata.normalize("NFC", decode(encode(plain, ascii_only=ascii_only))) == plain


BIB_PIECES = (
    '@|article|{|}|(|)|,|=|"|#|\n| |a|b1|\\|title|@string|@comment|\n@book{k,|crossref={k}|xdata={k}|{x}|é'
    "|%|$|_|\\'|and|year=1|\r\n"
).split("|")
bib_texts = st.lists(st.sampled_from(BIB_PIECES), max_size=40).map("".join)


@given(text=bib_texts)
@QUICK
def test_no_bib_makes_the_reader_raise_or_lose_anything(text: str) -> None:
    result = read(text, "bibtex")
    entries = [block for block in split_blocks(text) if block.kind == "entry" and block.entry_type != "xdata"]
    assert [item.id for item in result.items] == [block.key for block in entries]
    broken = [block for block in split_blocks(text) if block.kind == "broken"]
    assert {block.line for block in broken} <= {problem.line for problem in result.problems}
    blocks = "".join(block.raw for block in split_blocks(text))
    assert sorted("".join(blocks.split())) == sorted("".join(text.split())) or broken


@given(
    text=st.one_of(bib_texts, st.text(max_size=200)),
    format=st.sampled_from(sorted(set(FORMATS) - {"csl-yaml"})),
)
@QUICK
def test_no_text_makes_a_reader_raise(text: str, format: str) -> None:
    result = read(text, format)
    assert all(problem.message and problem.line >= 0 for problem in result.problems)
    assert dump(result.items, "bibtex") is not None


@given(text=bib_texts)
@QUICK
def test_a_file_read_in_stretches_gives_the_same_entries(text: str) -> None:
    whole = [(b.key, b.raw.strip()) for b in split_blocks(text) if b.kind == "entry"]
    parts = [b for start, end in chunks(text) for b in split_blocks(text[start:end]) if b.kind == "entry"]
    assert [(b.key, b.raw.strip()) for b in parts] == whole


@given(before=bib_texts, item=items())
@QUICK
def test_what_is_not_touched_stays_byte_for_byte(before: str, item: Item) -> None:
    entry = "@book{ zzz ,\n\tTitle = {A}  ,year=2000 }"
    text = BibText(before + "\n" + entry + "\n% end\n")
    if [placed.block.key for placed in text.entries()].count("zzz") != 1 or text.find(
        "zzz"
    ).block.raw != entry:
        return
    added = text.appended([dump([item], "bibtex")])
    assert added.text.startswith(text.text)
    changed = text.replaced(text.find("zzz"), with_fields(entry, {"year": "{2001}"}))
    assert changed.text == text.text.replace("year=2000", "year={2001}")
    assert BibText.from_bytes(changed.to_bytes(), None).text == changed.text  # type: ignore[arg-type]
    removed = text.without(text.find("zzz")).text
    assert removed == before + "\n" + "% end\n"


@QUICK
@given(st.text(st.sampled_from('ab1{}"# \t\n\\\u00a0\u2003\x85'), max_size=60))
@example('"Self and Identity" # t\u00a0x')
def test_every_field_value_ends(value: str) -> None:
    plain, unknown = plain_value(value, {"a": "b"})
    assert len(plain) <= len(value)
    assert unknown in value
