"""What holds for every string: no exception, no invented field."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refs.model import fold_compact
from refs.parse import parse_reference, parse_references, parse_with_confidence, tokens
from refs.parse.fields import titles
from refs.parse.fields.titles import clean_text
from refs.parse.repairs.parts import settle_parts
from refs.parse.repairs.table import repair
from refs.parse.tokens import tokenise
from tests.parse.labels import SIGNS

PIECES = st.sampled_from(
    "Smith, J.|van der Berg|(2003)|1999a|“|”|«|In:|(Eds.)|et al.|pp. 1–9|12(3)|S. 5 f.|Phys. Rev. D|"
    "doi:10.1000/182|"
    "https://www.who.int/a_(b)|arXiv:1706.03762|ISBN 0-306-40615-2|;|/|&|,,|..|[|)|—|———|"
    "\u00ad|\u200b|\n|東京|김|Ж|İ|"
    "e\u0301|<i>|</i>".split("|")
)
STRINGS = st.one_of(
    st.text(max_size=400),
    st.lists(PIECES, max_size=40).map(" ".join),
    st.lists(PIECES, max_size=30).map("".join),
)


@settings(max_examples=300, deadline=None)
@given(STRINGS)
def test_every_string_gives_an_item(raw: str) -> None:
    parsed = parse_with_confidence(raw)
    assert parsed.item.type
    assert json.loads(json.dumps(parsed.item.to_csl())) == parsed.item.to_csl()
    for key, (start, end) in parsed.spans.items():
        assert 0 <= start < end <= len(raw), key
    assert all(0 <= value <= 1 for value in parsed.confidence.values())


@settings(max_examples=100, deadline=None)
@given(st.lists(STRINGS, max_size=8))
def test_strings_parsed_together_give_what_each_gives_alone(raws: list[str]) -> None:
    assert list(parse_references(raws)) == [parse_reference(raw) for raw in raws]
    assert list(parse_references(iter(raws))) == [parse_reference(raw) for raw in raws]


def test_strings_of_a_stream_are_parsed_as_they_come() -> None:
    read = []

    def stream() -> Iterator[str]:
        for raw in ("Neff, K. (2003). Self-compassion.", "Hinton, G. (2015). Deep learning."):
            read.append(raw)
            yield raw

    item = next(parse_references(stream()))
    assert (item.title, len(read)) == ("Self-compassion", 1)


@settings(max_examples=600, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=30).map(" ".join), st.randoms(use_true_random=False))
def test_repairs_stand_any_labels(raw: str, rng: random.Random) -> None:
    """A tagger may say anything; a repair keeps one label a token."""
    found = tokenise(raw)
    labels = [rng.choice([*SIGNS.values()]) for _ in found]
    if found:
        assert len(settle_parts(raw, found, repair(raw, found, labels))) == len(found)


def test_letters_that_are_two_in_small_shift_no_span() -> None:
    raw = "Işık İ. İzmir'de deniz. İstanbul; 2003. doi:10.5555/deniz.1"
    start, end = parse_with_confidence(raw).spans["DOI"]
    assert raw[start:end] == "10.5555/deniz.1"


@settings(max_examples=300, deadline=None)
@given(STRINGS)
def test_no_field_that_is_not_in_the_string(raw: str) -> None:
    item = parse_reference(raw)
    signs = fold_compact(raw) + " " + fold_compact(TAG.sub("", raw))
    for key in (
        "title",
        "container-title",
        "publisher",
        "publisher-place",
        "volume",
        "issue",
        "collection-title",
    ):
        assert fold_compact(item.text(key)) in signs, key
    for name in (*item.author, *item.editor):
        for part in (name.family, name.given, name.literal):
            for word in part.split():
                assert fold_compact(word) in signs
    if item.issued is not None and item.issued.year is not None:
        assert str(item.issued.year) in raw.translate(DIGITS)


TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]{0,12}>")
DIGITS = {ord(c): str(int(c)) for c in map(chr, range(0x660, 0x1FBFA)) if c.isdecimal()}
HOSTILE = {
    "letters": "a" * 100_000,
    "digits": "1" * 100_000,
    "blanks": " " * 100_000,
    "brackets": "(" * 50_000 + ")" * 50_000,
    "quotes": "“”\"'" * 25_000,
    "points": "A. " * 33_000,
    "commas": "Smith, J., " * 9_000,
    "semicolons": "Smith, J.; " * 9_000,
    "and": "and " * 25_000,
    "link": "http://" + "a." * 50_000,
    "link ends": "http://a.b/" + ")" * 100_000,
    "doi": "10.1000/" + "(" * 50_000 + ")." * 25_000,
    "pages": "1-" * 50_000,
    "tags": "<i>" * 33_000,
    "hyphens": "informa- " * 11_000,
    "signs": "東" * 100_000,
    "years": "(1999) " * 14_000,
    "accessed": "accessed http " * 7_000,
    "keys": "[TUF90] " * 12_000,
    "signals": "Vgl. auch " * 10_000,
    "glued names": "Annaund SabineKeller " * 4_700,
    "an and glued to initials": "Neff, K. (2003). On trust. " + "andA. " * 16_000,
    "blanks between names": "Bell," + "\t" * 99_000 + " Self 2, 3-4",
    "names without commas": "Smith A. " * 11_000,
    "open brackets": "Smith (" * 14_000,
    "cases": "A v. B, " * 12_000,
    "standards": "ISO/IEC " * 12_000,
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
def test_hostile_strings_of_100_kb_give_an_item(raw: str) -> None:
    assert parse_reference(raw).type  # a step in more than linear time would not come back


def test_random_bytes() -> None:
    rng = random.Random(1)
    for _ in range(200):
        raw = rng.randbytes(rng.randint(0, 300)).decode(
            rng.choice(("latin-1", "utf-16-le")), errors="replace"
        )
        assert parse_reference(raw).type


SEVERAL_SIGNS = st.text("ab²½_e\u0301東김12 .-\u00ad\n\u3000İ", max_size=40)


@given(STRINGS | SEVERAL_SIGNS)
def test_tokens_stand_where_the_pattern_finds_them(raw: str) -> None:
    plain = re.sub(r"[<:.]", " ", raw).replace("w", "v").replace("W", "V")
    borders = {place for token in tokenise(plain) for place in (token.start, token.end)}
    assert {place for match in tokens._PLAIN.finditer(plain) for place in match.span()} <= borders
    assert all(plain[token.start : token.end] == token.text for token in tokenise(plain))


@given(STRINGS | SEVERAL_SIGNS)
def test_texts_are_mended_only_where_there_is_something_to_mend(raw: str) -> None:
    plain = titles._TAG.sub("", raw)
    mended = titles._BLANKS.sub(" ", titles._HYPHENATION.sub("", plain))
    assert clean_text(raw) == clean_text(mended)
