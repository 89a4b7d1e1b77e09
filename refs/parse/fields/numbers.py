"""Volumes, issues and editions as printed → CSL's plain values."""

from __future__ import annotations

import re

_LABEL = re.compile(
    r"^(?:vol(?:ume|s)?|v|bd|band|jg|jahrg(?:ang)?|tom[eo]?|t|no|nr|n|num(?:ber|ero)?|núm(?:ero)?|iss(?:ue)?|h|heft|fasc|n°|nº|№|第|제)"
    r"(?:\.\s*|\s+|(?=\d)|(?<=[第제])|(?<=[°º№]))",
    re.I,
)
_TAIL = re.compile(r"[\s.,;:(\[]+$|\s*(?:권|호|卷|期|号|巻)$|\.?\s(?:Jg|Jahrg|Bd)\.?$")
_DASH = re.compile(r"\s*[–—−‐‑]\s*")
_BETWEEN_NUMBERS = re.compile(r"(?<=\d)\s*([-/])\s*(?=\d)")
_BOTH = re.compile(
    r"([A-Za-z]?\s?\d{1,5}|[IVXLC]{1,7})\s*(?:\(|,\s*|/|:|\.(?=\d)|\s+[Nn][or]?\.?\s*)\s*"
    r"(\w{1,8}(?:[-–/]\w{1,4})?)\s*\)?"
)
_SERIES = re.compile(r"^\d\)\s+(?=\d)")  # "Sci. (5) 74", "(series 7) 8"
_TURNED = re.compile(r"(\d{2,3})\)\s?(\d{1,3})")  # "(38)5: 687"
_ORDINAL = re.compile(r"(\d{1,3})")
_WORDS = (
    "first erste première primera primeira prima",
    "second zweite deuxième segunda seconda revised",
    "third dritte troisième tercera terceira terza",
    "fourth vierte quatrième cuarta quarta",
    "fifth fünfte cinquième quinta",
    "sixth sechste sixième sexta sesta",
    "seventh siebte septième séptima settima",
    "eighth achte huitième octava ottava",
    "ninth neunte neuvième novena nona",
    "tenth zehnte dixième décima decima",
)
_ORDINALS = {
    word: str(number) for number, words in enumerate(_WORDS, 1) for word in words.split() if word != "revised"
}


def parse_number(text: str) -> str:
    """Return a volume or issue without the word that announces it.

    >>> [parse_number(t) for t in ("Vol. 12", "Jg. 20", "(3-4)", "A365", "no. S1", "第24권", "5) 74")]
    ['12', '20', '3-4', 'A365', 'S1', '24', '74']
    """
    bare = text.strip(" .,;:()[]/")
    if bare.isdecimal():
        return bare
    for _ in range(2):
        bare = _LABEL.sub("", bare)
    bare = _SERIES.sub("", bare)
    bare = _DASH.sub("-", _TAIL.sub("", bare))
    return _BETWEEN_NUMBERS.sub(r"\1", bare).strip(" .,;:()[]")


def split_issue(volume: str) -> tuple[str, str]:
    """Return volume and issue of a stretch that may hold both.

    >>> split_issue("61(2)"), split_issue("24, 2"), split_issue("38)5"), split_issue("A365")
    (('61', '2'), ('24', '2'), ('38', '5'), ('A365', ''))
    """
    if volume.isdecimal():
        return volume, ""
    match = _BOTH.fullmatch(volume) or _TURNED.fullmatch(volume)
    return (match.group(1), match.group(2)) if match else (volume, "")


def parse_edition(text: str) -> str:
    """Return the number of an edition, or its words where it has none.

    >>> parse_edition("2nd ed."), parse_edition("Dritte, überarb. Aufl."), parse_edition("rev. ed.")
    ('2', '3', 'rev. ed.')
    """
    if match := _ORDINAL.search(text):
        return match.group(1)
    for word in re.findall(r"[^\W\d_]+", text.lower()):
        if word in _ORDINALS:
            return _ORDINALS[word]
    return text.strip(" ,;:()[]")
