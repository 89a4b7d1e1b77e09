"""Laws of rendering: it never fails on a CSL-JSON item, prints text alone, and all outputs agree."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refs.model import Item
from refs.model.item import DATE_KEYS, NAME_KEYS
from refs.model.markup import clean_markup
from refs.render import Citations, Cite, load_style, render_outputs, style_names
from refs.render.outputs import write_rich
from refs.render.style import _read_own

TYPES = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic "
    "collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing "
    "interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference "
    "patent performance periodical personal_communication post post-weblog regulation report review "
    "review-book software song speech standard thesis treaty webpage"
).split()
TEXTS = (
    "title container-title collection-title publisher publisher-place volume-title part-title genre medium "
    "reviewed-title reviewed-genre original-title original-publisher archive archive-place archive_location "
    "authority event-title event-place section status references source title-short container-title-short"
).split()
NUMBERS = (
    "volume issue page number edition chapter-number collection-number number-of-pages number-of-volumes "
    "part-number supplement-number version"
).split()

WORDS = st.sampled_from(
    "Nature of the Über e-life mRNA CO<sub>2</sub> R&D <5% “now” 'tis O'Brien \"quoted\" 關於 المقابلة 4′-x "
    "— α-helix &amp; &lt;i&gt; (2nd) a/b <i>E.coli</i>".split()
)
TEXT = st.lists(WORDS, min_size=1, max_size=6).map(" ".join) | st.text(
    st.characters(blacklist_categories=["Cs"], blacklist_characters="Nu()[]{}.,;:!?“”‘’\"'<>&`´*_…«»„"),
    max_size=20,
)
# No N and no u: a title that is the word "None" or "undefined" would be right to print.
NUMBER = st.one_of(
    st.integers(0, 3000),
    st.sampled_from(
        ["12-15", "1234-8", "xi–xv", "e12345", "S1-S9", "Suppl 1", "2/3", "12, 15", "LIX", "3rd"]
    ),
)
PERSON = st.fixed_dictionaries(
    {"family": st.sampled_from(["Neff", "van der Berg", "O'Brien", "王", "Müller-Lüdenscheidt", "Łukasz"])},
    optional={
        "given": st.sampled_from(
            ["Kristin D.", "J.R.R.", "Jean-Paul", "小明", "DE", "de la", "A. [@handle]", " "]
        ),
        "suffix": st.sampled_from(["Jr.", "III"]),
        "non-dropping-particle": st.just("von"),
        "dropping-particle": st.just("de"),
    },
)
NAMES = st.lists(PERSON | st.builds(dict, literal=st.sampled_from(["WHO", "R Core Team"])), max_size=24)
PARTS = st.tuples(st.integers(-400, 2100), st.integers(1, 16), st.integers(1, 28))
DATE = st.one_of(
    st.builds(lambda parts, n: {"date-parts": [list(parts[:n])]}, PARTS, st.integers(1, 3)),
    st.builds(lambda a, b: {"date-parts": [list(a), list(b)]}, PARTS, PARTS),
    st.sampled_from(
        [{"raw": "2003-04"}, {"literal": "forthcoming"}, {"date-parts": [[None]]}, {"season": 2}]
    ),
    st.builds(lambda year: {"date-parts": [[year]], "circa": True}, st.integers(1, 2000)),
)


def subset(keys: list[str], values: st.SearchStrategy[Any], most: int) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.sampled_from(sorted(keys)), values, max_size=most)


ITEM = st.builds(
    lambda type_, title, texts, numbers, names, dates, address: Item(
        {"id": "x", "type": type_, "title": title, **texts, **numbers, **names, **dates, **address}
    ),
    st.sampled_from(TYPES),
    WORDS,
    subset(TEXTS, TEXT, 6),
    subset(NUMBERS, NUMBER, 5),
    subset(sorted(NAME_KEYS), NAMES, 4),
    subset(sorted(DATE_KEYS), DATE, 3),
    st.sampled_from([{}, {"DOI": "10.1000/XYZ.1"}, {"URL": "https://example.org/a?b=1&c=%20"}]),
)

NOT_TEXT = re.compile(
    r"\bNone\b|[Uu]ndefined|\(\s*\)|\[\s*\]|“\s*”|‘\s*’(?!\w)|<object|Macro|[\ufdd0-\ufdef]|\s\s"
    r"|</?(?:i|b|sup|sub|span|jats|mml)\b"
)
DOUBLED = re.compile(r"(?<!\.)\.\.(?!\.)|,,|;;|::|,\.|\.,,|;\.|:\.|\s[,;](?!\w)")


@pytest.fixture(scope="module", params=style_names())
def style(request: pytest.FixtureRequest) -> Any:
    return load_style(request.param)


@given(item=ITEM)
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_an_entry_is_text_and_nothing_else(item: Item, style: Any) -> None:
    (text,) = render_outputs(item, style, ("text",))
    assert not NOT_TEXT.search(text), text
    assert not DOUBLED.search(text), text
    assert text == text.strip()


@given(item=ITEM)
@settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_every_output_has_the_same_text(item: Item, style: Any) -> None:
    text, as_html, markdown = render_outputs(item, style, ("text", "html", "markdown"))
    assert html.unescape(re.sub(r"</?(?:i|b|sup|sub|span|a)(?:\s[^<>]*)?>", "", as_html)) == text
    tags = re.sub(r"(?<!\\)</?(?:sup|sub|span)(?:\s[^<>]*)?>", "", markdown)
    links = re.sub(r"(?<!\\)<(https?://[^<>]*)>", lambda m: m.group(1), re.sub(r"\]\(<[^<>]*>\)", "", tags))
    assert without_marks(links) == without_marks(text)


def without_marks(text: str) -> str:
    """Return text without what Markdown adds or escapes; the words are left."""
    return re.sub(r"[\\*\[\]]", "", text)


@pytest.fixture(scope="module")
def in_jinja(style: Any) -> Any:
    """The same style as a user's own folder is read: in Jinja's sandbox, not compiled ahead."""
    return _read_own(style.folder)


@given(item=ITEM)
@settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_a_compiled_style_prints_what_jinja_prints(item: Item, style: Any, in_jinja: Any) -> None:
    assert render_outputs(item, style, ("html",)) == render_outputs(item, in_jinja, ("html",))
    cites = [Cite("x", "3-5", "page", prefix="see ")]
    compiled, interpreted = (Citations([item], each).cite(cites) for each in (style, in_jinja))
    assert compiled == interpreted


@given(items=st.lists(ITEM, min_size=1, max_size=4))
@settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_a_citation_is_text_and_nothing_else(items: list[Item], style: Any) -> None:
    named = [item.with_fields({"id": f"i{n}"}) for n, item in enumerate(items)]
    citations = Citations(named, style)
    for narrative in (False, True):
        text = write_rich(citations.cite([Cite(item.id) for item in named], narrative=narrative), "text")
        assert not NOT_TEXT.search(text), text


@given(
    text=st.text(max_size=80) | st.lists(WORDS | st.sampled_from(["<", ">", "<i>", "</b>", "&"])).map("".join)
)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean_markup(text)
    assert clean_markup(once) == once or "&" in text
