"""Numbers as styles print them: page ranges, ordinals, whether a field is a number at all."""

from __future__ import annotations

from typing import Literal

from refs.model.patterns import pattern

PageFormat = Literal["expanded", "minimal", "minimal-two", "chicago", "as-given"]
"""1234–1238, 1234–8, 1234–38, the Chicago manual's 9.64, or just an en dash."""

_DASH = "-‐‑‒–—−"
# "1234-8", "S12-S19", "E1133 - 1138", "xi--xiv": two ends and a dash between them.
_RANGE = pattern(rf"([^\W_][\w.:]*)\s*[{_DASH}]{{1,3}}\s*([^\W_][\w.:]*)")
# "3-1-3-22": page 1 to page 22 of chapter 3
_BY_CHAPTER = pattern(rf"(\w+-\w+)\s*[{_DASH}]\s*(\w+-\w+)")
_END = pattern(r"([^\W\d_]*)(\d+)")
# NOTE: matches the hyphen of "3-4" and "12, 15 - 17"; not that of the series number "s2-42"
_HYPHEN = pattern(r"(?<=\d)(?<![^\W\d_]\d)(?<![^\W\d_]\d\d)\s*-\s*(?=\d)")
# CSL 1.0.2, is-numeric: "2nd", "D2", "2, 3", "2-4", "2 & 4"; not "Part 2" or "second".
_NUMERIC = pattern(r"[^\W\d_]*\d+[^\W\d_]*(?:\s*[-–,&]\s*[^\W\d_]*\d+[^\W\d_]*)*")
# "3-20", "12, 15", "xi–xiv", "A1 & A2"
_SEVERAL = pattern(r"[^\W_]\s*[-–—,&;]{1,3}\s*[^\W_]|(?:^|\s)and\s")


def is_numeric(text: str) -> bool:
    """Return True where CSL takes a field for a number.

    >>> [is_numeric(text) for text in ("12", "2nd", "2-3", "Suppl 1", "XXVI")]
    [True, True, True, False, False]
    """
    return _NUMERIC.fullmatch(text) is not None


def several(text: str) -> bool:
    """Return True where a field names more than one page or number.

    >>> several("3-20"), several("12, 15"), several("e12345"), several("3")
    (True, True, False, False)
    """
    return _SEVERAL.search(text) is not None


def ordinal(text: str) -> str:
    """Return a number as an English ordinal; other text as it is.

    >>> [ordinal(n) for n in ("1", "2", "3", "11", "22", "Rev.")]
    ['1st', '2nd', '3rd', '11th', '22nd', 'Rev.']
    """
    if not text.isdecimal():
        return text
    tail = text[-2:]
    return text + (
        "th" if tail in ("11", "12", "13") else {"1": "st", "2": "nd", "3": "rd"}.get(text[-1], "th")
    )


def en_dashes(text: str, dash: str = "–") -> str:
    """Return a number range with an en dash, or the dash that a style wants.

    >>> en_dashes("2-3"), en_dashes("s2-42")
    ('2–3', 's2-42')
    """
    return _HYPHEN.sub(dash, text) if dash != "-" and "-" in text and is_numeric(text) else text


def format_pages(text: str, form: PageFormat = "expanded", dash: str = "–") -> str:
    """Return pages with en dashes and the last page in a style's form.

    >>> [format_pages(text) for text in ("1234-8", "12-15, 20, 22-25", "S12-S19", "E86-92", "iv-xii")]
    ['1234–1238', '12–15, 20, 22–25', 'S12–S19', 'E86–92', 'iv–xii']
    >>> format_pages("3-1-3-22"), [format_pages("1234-1238", form) for form in ("minimal", "minimal-two")]
    ('3-1–3-22', ['1234–8', '1234–38'])
    """
    if by_chapter := _BY_CHAPTER.fullmatch(text):
        return f"{by_chapter.group(1)}{dash}{by_chapter.group(2)}"
    text = _RANGE.sub(lambda match: _range(match.group(1), match.group(2), form), text)
    text = text.replace("--", "–") if "--" in text else text
    return text if dash == "–" else text.replace("–", dash)


def _range(first: str, last: str, form: PageFormat) -> str:
    left, right = _END.fullmatch(first), _END.fullmatch(last)
    if left is None or right is None or form == "as-given":
        return f"{first}–{last}"
    prefix, start = left.groups()
    if right.group(1) and right.group(1) != prefix:
        return f"{first}–{last}"
    end = right.group(2)
    if not right.group(1) and prefix:
        return f"{first}–{last}"
    if len(end) < len(start):
        end = start[: len(start) - len(end)] + end
    if form == "expanded" or len(end) != len(start):
        return f"{first}–{right.group(1)}{end}"
    return f"{first}–{_shortened(start, end, form)}"


def _shortened(start: str, end: str, form: PageFormat) -> str:
    same = next((n for n in range(len(start)) if start[n] != end[n]), len(start) - 1)
    if form == "minimal":
        return end[same:]
    if form == "minimal-two":
        return end[min(same, max(0, len(end) - 2)) :]
    number = int(start)
    if number < 100 or number % 100 == 0:
        return end
    return end[same:] if number % 100 < 10 else end[min(same, len(end) - 2) :]
