"""PDF: lines with their place, columns, furniture, and what is refused."""

from __future__ import annotations

import pytest

from refs.errors import DamagedFile, InputError, RefsError, TooLarge
from refs.model import Article, BlockKind
from refs.read.pdf import read_pdf
from tests.read.pdf_writer import Line, flow, write_pdf

pytest.importorskip("pypdfium2")

WORDS = "kind warm open calm true near real safe soft mild fair whole light clear gentle sound"
BODY = [
    f"Line {number}: the {word} self in running text, long enough."
    for number, word in enumerate(WORDS.split())
]
LIST = [
    "References",
    "",
    "Neff, K. D. (2003). Self-compassion: An alternative conceptualization",
    "    of a healthy attitude. Self and Identity, 2(2), 85-101.",
    "Rogers, C. R. (1961). On becoming a person. Boston: Houghton",
    "    Mifflin.",
]


def read(pages: list[list[Line]]) -> Article:
    return read_pdf(write_pdf(pages), name="a.pdf", path=None)


def test_lines_carry_page_place_and_indent() -> None:
    article = read([flow(BODY), flow(LIST)])
    lines = [line for block in article.blocks for line in block.attributes["lines"] if line.page == 2]
    assert [article.text[line.start : line.end] for line in lines] == [t.strip() for t in LIST if t]
    assert [round(line.left) for line in lines[1:]] == [70, 86, 70, 86]


def test_blocks_cut_their_text_from_the_article() -> None:
    article = read([flow(BODY), flow(LIST)])
    assert all(article.text[b.start : b.end] == b.text for b in article.blocks)
    assert [b.position.page for b in article.blocks][-1] == 2


def test_white_space_parts_blocks() -> None:
    blocks = read([flow(BODY), flow(LIST)]).blocks
    assert [b.text.partition("\n")[0][:10] for b in blocks] == ["Line 0: th", "References", "Neff, K. D"]


def test_two_columns_stay_apart_in_content_order() -> None:
    left = flow([f"left {n} with enough words to count" for n in range(20)], left=50)
    right = flow([f"right {n} with enough words to count" for n in range(20)], left=320)
    article = read([left + right])
    columns = {
        line.column for b in article.blocks if b.text.startswith("right") for line in b.attributes["lines"]
    }
    assert columns == {1}
    assert article.text.index("left 19") < article.text.index("right 0")


def test_running_heads_and_page_numbers_are_furniture() -> None:
    pages = [
        [(70, 800, f"{number} Journal of Kindness"), *flow(BODY[number:], top=760), (290, 40, str(number))]
        for number in range(1, 5)
    ]
    blocks = read(pages).blocks
    aside = [b.text for b in blocks if b.region == "furniture"]
    assert aside == [t for n in range(1, 5) for t in (f"{n} Journal of Kindness", str(n))]


def test_heads_that_stand_once_are_furniture_where_their_page_numbers_count_up() -> None:
    heads = ["Obi and Strand 12", "13 Lost cards"]
    pages = [[(70, 800, head), *flow(BODY, top=760), (200, 40, "J Small Data 11(2)")] for head in heads]
    aside = [b.text for b in read(pages).blocks if b.region == "furniture"]
    assert aside == [text for head in heads for text in (head, "J Small Data 11(2)")]


def test_first_lines_of_pages_are_no_heads_though_numbers_count_up() -> None:
    pages = [flow([f"{text} in {2002 + page}" for text in BODY]) for page in range(2)]
    assert [b.text for b in read(pages).blocks if b.region] == []


def test_line_numbers_are_furniture() -> None:
    numbers = [(40, bottom, str(place)) for place, (_, bottom, _) in enumerate(flow(BODY), start=1)]
    blocks = read([flow(BODY) + numbers]).blocks
    assert [b.text for b in blocks if not b.region] == ["\n".join(BODY)]


def test_line_numbers_joined_to_their_lines_are_taken_off() -> None:
    lines = flow([*[text[:1].lower() + text[1:] for text in BODY], *LIST])
    numbered = [x for place, line in enumerate(lines, 1) for x in ((40, line[1], str(place)), line)]
    article = read([numbered])
    plain = read([lines])
    assert article.text == plain.text
    places = [
        [round(line.left) for b in a.blocks for line in b.attributes["lines"]] for a in (article, plain)
    ]
    assert places[0] == places[1]


def test_line_numbers_go_on_through_a_list_over_pages() -> None:
    lower = [text[:1].lower() + text[1:] for text in BODY]
    first, second = flow([*lower, *lower]), flow(LIST)
    numbered = [
        [x for place, line in enumerate(page, begin) for x in ((40, line[1], str(place)), line)]
        for begin, page in ((1, first), (len(first) + 1, second))
    ]
    assert read(numbered).text == read([first, second]).text


def test_the_numbers_of_a_list_stay() -> None:
    entries = [f"{place} Neff, K. D. ({1990 + place}). Self-compassion." for place in range(1, 20)]
    assert read([flow(entries)]).text.startswith("1 Neff")


def test_a_truncated_pdf_is_repaired() -> None:
    data = write_pdf([flow(BODY)])
    assert "Line 3" in read_pdf(data[: data.index(b"xref\n")], name="a.pdf", path=None).text


def test_a_page_without_text_is_said() -> None:
    article = read([flow(BODY), []])
    assert article.warnings == (
        "no text in 1 of 2 pages: they are images, and refs does not recognise text in images",
    )


REFUSED = {
    "too many pages": (write_pdf([[]] * 5001), TooLarge, "more than 5,000 pages"),
    "scan": (write_pdf([[]]), InputError, "without text"),
    "not a PDF": (b"%PDF-1.7\nnothing more", DamagedFile, "not a PDF that can be read"),
    "encrypted": (
        write_pdf([[]]).replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 "
        b"/O <" + b"00" * 32 + b"> /U <" + b"00" * 32 + b"> /P -4 >> /ID [<00> <00>]"),
        InputError,
        "encrypted",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("data", "error", "words"), REFUSED.values(), ids=REFUSED)
def test_refused_in_a_sentence(data: bytes, error: type[RefsError], words: str) -> None:
    with pytest.raises(error, match=rf"^a\.pdf: .*{words}"):
        read_pdf(data, name="a.pdf", path=None)


def test_larger_letters_are_a_heading() -> None:
    big = write_pdf([flow(BODY)], extra=b"BT /F1 16 Tf 70 500 Td (Literatur) Tj ET\n")
    blocks = read_pdf(big, name="a.pdf", path=None).blocks
    assert [b.text for b in blocks if b.kind is BlockKind.HEADING] == ["Literatur"]


@pytest.mark.parametrize(
    ("raised", "found"), [("7 Tf 4 Ts", ["2,3", "14"]), ("7 Tf 0 Ts", []), ("10 Tf 4 Ts", [])]
)
def test_numbers_apart_from_their_word_are_raised_where_small_and_high(raised: str, found: list[str]) -> None:
    up, down = f"/F1 {raised}", "/F1 10 Tf 0 Ts"
    shown = (
        f"(Kettles whistle. ) Tj {up} (2,3) Tj {down} ( They wait ) Tj {up} (14) Tj {down} ( hours in 12.)"
    )
    page = [(70.0, 700.0 - 12 * place, "Rooms have doors, and doors have keys.") for place in range(5)]
    data = write_pdf([page], extra=f"BT /F1 10 Tf 70 600 Td {shown} Tj ET\n".encode())
    article = read_pdf(data, name="a.pdf", path=None)
    spans = [span for block in article.blocks for span in block.attributes.get("superscripts", ())]
    assert [article.text[start:end] for start, end in spans] == found


def test_signs_of_a_bitmap_font_of_tex_are_read() -> None:
    page = [(70.0, 700.0 - 12 * place, "The \x1crst o\x1ece, \x10pages\x11 3\x159") for place in range(5)]
    article = read_pdf(write_pdf([page]), name="a.pdf", path=None)
    assert article.text.splitlines()[0] == "The first office, “pages” 3–9"
