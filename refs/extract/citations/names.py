"""Names and years as citations write them: "van den Akker & Neff", "Núñez y cols.", "2003a", "in press"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from refs.model import fold

JOINT = "\ua7f7"
"""A letter that no text has, in place of the hyphen and line end that part a name: "Hanu-⏎shek"."""
_PARTICLE = (
    r"(?:van|von|vom|zu|zur|de|del|della|der|den|des|di|da|dos|du|la|le|el|al|ter|ten|af|av|bin|ben"
    r"|Van|Von|De|Del|La|Le|Di|Da|Mc|Mac|St\.)"
)
_SURNAME = (
    rf"(?:{_PARTICLE}[ '’-]){{0,3}}"
    r"(?:[^\W\d_a-zß-öø-ÿ][^\W\d_'’]{0,25}(?:[¸´¨ˆ˜ˇ˘˙˚][^\W\d_]{1,20})?"
    r"(?:['’`-][^\W\d_]{2,25}){0,2}|A[Aa]\. ?V[Vv]\.)"
)
_INITIALS = r"(?:(?:[A-Z]\.[ -]?){1,3})?"
BLANK = r"(?:\n[ \t]{1,16}|\s)"
"""A blank, or the end of a line with the next line's indent."""
_AND = rf"(?:,?{BLANK}?(?:&|/){BLANK}?|,?{BLANK}(?:and|und|et|y|e|en|och|og|i){BLANK})"
_MORE = (
    "others", "colleagues", "coworkers", "co-workers", "co", "cols", "col", "coll", "colaboradores",
    "collaborateurs", "collaboratori", "collègues", "colegas", "Kollegen", "Kolleginnen", "Mitarbeiter",
    "Mitarbeiterinnen", "andere", "otros", "otras", "outros", "outras", "altri", "autres",
)  # fmt: skip
"""Words that stand for the other authors behind an "and"."""
_OTHERS = (
    rf"(?:et{BLANK}al(?:ii)?\.?|u\. ?a\."
    rf"|(?:and|und|et|y|e|&){BLANK}(?:{'|'.join(sorted(_MORE, key=len, reverse=True))})(?!\w)\.?)"
)
NAMES = (
    rf"{_INITIALS}{_SURNAME}(?: {_SURNAME})?"
    rf"(?:(?:,{BLANK}{_INITIALS}{_SURNAME}){{0,12}}"
    rf"(?:{_AND}{_INITIALS}{_SURNAME}(?: {_SURNAME})?|(?=,?{BLANK}?{_OTHERS})))?"
    rf"(?:,?{BLANK}?\(?{_OTHERS}\)?)?"
)
_SAYS_OTHERS = re.compile(rf"\b{_OTHERS}")
_UNDATED = r"n\.\s?d\.|[oO]\. ?J\.|\[?s\. ?[df]\.\]?"
_FORTHCOMING = (
    r"[Ii]n press|[Ff]orthcoming|[Ii]m Druck|[Ii]m Erscheinen|i\. ?E\.|[àÀ] para[îi]tre|[Ss]ous presse"
    r"|[Ee]n prensa|[Nn]o prelo|[Ii]n corso di stampa"
)
YEAR = rf"(?:(?:1[5-9]|20)\d\d|{_UNDATED}|{_FORTHCOMING})"
YEARS = (
    rf"{YEAR}[a-z]?(?:(?:\s?[,;/&]\s?|\s?[-–]\s?)(?:{YEAR}[a-z]?|[a-z]\b(?!\.))){{0,8}}"
    r"(?:\s?\[(?:1[5-9]|20)\d\d\])?"
)
_IS_UNDATED, _IS_FORTHCOMING = re.compile(_UNDATED), re.compile(_FORTHCOMING)
_ONE_YEAR = re.compile(rf"({YEAR})?([a-z]?)(?=\W|$)")
_AUTHOR_SPLIT = re.compile(rf",\s|{_AND}|,?{BLANK}?\(?(?:et\sal|u\. ?a\.|and\s(?:others|co))")
_INITIALS_BEFORE = re.compile(rf"^{_INITIALS}")
NO_SURNAMES = frozenset(("al", "alii", "a", *_MORE))
"""Words with which the names of a citation may end, and which are none."""
IN_NAMES = NO_SURNAMES | frozenset(
    "van von vom zu zur de del della der den des di da dos du la le el ter ten af av bin ben "
    "and und et y e en och og i u".split()
)
"""Words in lower case that stand in the names of a citation, or between them."""
_MONTHS = frozenset("march april may june august".split())
"""Months that are surnames too: March and Simon, Rollo May."""
_NOT_NAMES = frozenset(
    "january february march april may june july august september october november december januar februar "
    "marz mai juni juli oktober dezember janvier fevrier mars avril juin juillet aout septembre octobre "
    "novembre decembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro gennaio febbraio "
    "aprile maggio giugno luglio settembre ottobre dicembre spring summer autumn fall winter "
    "in since from until by before after during between around circa about the of and on at to for as see "
    "e g i cf but also see seit im am bis von nach vor zwischen siehe vgl references "
    "figure fig table section chapter eq equation step version copyright published accessed retrieved".split()
)
"""Words that stand before a year and are no name."""


class Unit(NamedTuple):
    """Names and years as they stand in a citation, and where."""

    names: tuple[str, ...]
    years: tuple[str, ...]
    start: int
    end: int
    narrative: bool
    locator: str
    group: int = -1
    """Where the parentheses open that hold its year."""
    before: tuple[str, ...] = ()
    """Names before semicolons that may belong to it: "(MOLINA; JESUS, 2004)"."""


def says_others(text: str) -> bool:
    """Return True for names with "et al." behind them, in whatever language and wherever the line ends.

    >>> says_others("Neff et al. 2003"), says_others("Núñez y cols. (2014)"), says_others("Neff & Germer")
    (True, True, False)
    """
    return _SAYS_OTHERS.search(" ".join(text.split())) is not None


def undated(words: str) -> str:
    """Return how an index files works without a year: "n.d.", "in press", or "" where words say neither.

    >>> undated("s. d."), undated("im Erscheinen"), undated("2003")
    ('n.d.', 'in press', '')
    """
    if words[:1].isdigit():
        return ""
    if _IS_FORTHCOMING.search(words):
        return "in press"
    return "n.d." if _IS_UNDATED.search(words) else ""


@lru_cache(maxsize=4096)
def split_names(names: str) -> tuple[str, ...]:
    """Return the surnames of a citation, () if they are none.

    >>> split_names("Neff, Germer & van den Akker"), split_names("In March"), split_names("Núñez y cols.")
    (('Neff', 'Germer', 'van den Akker'), (), ('Núñez',))
    >>> split_names("March and Simon"), split_names("March and April"), split_names("May")
    (('March', 'Simon'), (), ('May',))
    """
    names = names.replace(JOINT, "")
    parts = [_INITIALS_BEFORE.sub("", part).strip(" ,'’()") for part in _AUTHOR_SPLIT.split(names)]
    found = [part for part in parts if len(part) > 1 and part.rstrip(".") not in NO_SURNAMES]
    if found and not is_month(found[0]):
        found[0] = _without_lead(found[0])
    are_months = len(found) > 1 and all(map(is_month, found))
    return tuple(found) if found and found[0] and not are_months else ()


def is_month(name: str) -> bool:
    """Return True for a surname that may be a month: it is one only where the list has it."""
    return fold(name) in _MONTHS


def _without_lead(name: str) -> str:
    """Return a name without words that are none before it: "As Rogers", "In Neff"; "" if nothing is left."""
    while name and fold(name.split()[0]) in _NOT_NAMES:
        name = name.partition(" ")[2]
    return name


@lru_cache(maxsize=4096)
def split_years(years: str) -> tuple[str, ...]:
    """Return the years of a citation, each with its letter.

    >>> split_years("2003a, b, 2005"), split_years("im⏎Druck".replace("⏎", chr(10)))
    (('2003a', '2003b', '2005'), ('im Druck',))
    """
    found: list[str] = []
    year = ""
    for part in re.split(r"\s?[,;/&–-]\s?", " ".join(years.split())):
        match = _ONE_YEAR.match(part)
        if match is None:
            continue
        year = match.group(1) or year
        if year:
            found.append(year + match.group(2))
    return tuple(dict.fromkeys(found))
