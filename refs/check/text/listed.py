"""What in-text citations can name of a listed reference: surnames, year, short names, title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from refs.check.names import EAST
from refs.model import Name, Reference

YEAR = re.compile(r"(?<![\d./-])((?:1[5-9]|20)\d\d)([a-z])?(?![\d-])")
_NO_DATE = re.compile(
    r"\bn\.\s?d\.|\bo\.\s?j\.|\bs\.\s?[df]\.|\bin press\b|\bforthcoming\b|\bim druck\b|\bim erscheinen\b"
    r"|[àa] para[îi]tre\b|\bsous presse\b|\ben prensa\b|\bno prelo\b|\bin corso di stampa\b",
    re.I,
)
# "National Association of Home Builders Research Center (NAHBRC). (2000)": the short name in citations
_SHORT = re.compile(r"[(\[]([A-Z][A-Za-z&]{0,3}[A-Z][A-Za-z&]{0,8})[)\]]")
# "World Health Organization. (2010)", "United Nations (2010)"
_HEAD = re.compile(r"(?:[^\W\d_][\w’'-]{1,30}\s?){3,12}(?=[.(\[])")


_SMALL_WORDS = frozenset(
    "of for on the and in to de del da do dos das la le les l d di della dei delle des du et e y und für van "
    "der".split()
)


# "——— (2004)", "---. “Toward”", "Ders. (2004)"
_CAPITALS = re.compile(r"[^\W\d_a-z][\w’'-]{2,30}")
_DASH = re.compile(r"(?:[—–_-]{2,12}|[—–])[.,:;\s(]|(?:Ders|Dies|Idem)\b")


@dataclass(frozen=True, slots=True)
class Entry:
    """What in-text citations can name of a reference: surnames of its authors, year, suffix."""

    index: int
    surnames: tuple[str, ...]
    shown: str
    year: str
    suffix: str
    short: str = ""
    """What the entry says it is called for short: "NAHBRC" for an association."""
    acronym: str = ""
    """First letters of the body that an entry begins with: "WHO" of the World Health Organization."""
    title: str = ""


def entry_of(index: int, reference: Reference, before: Entry | None = None) -> Entry:
    """Return what citations can name of a reference, from its item and, for the year, its raw string.

    A dash stands for the people of the entry ``before`` it.
    """
    item = reference.item
    names = item.author or item.editor if item is not None else ()
    surnames = tuple(_whole_name(name) for name in names if name.surname)
    if before is not None and _DASH.match(reference.raw):
        surnames = before.surnames
    if (
        surnames
        and len(surnames[0]) < 2
        and (words := _CAPITALS.findall(re.split(r"[\d(“\"]", reference.raw[:60])[0]))
    ):
        surnames = (words[-1],)  # NOTE: "M. J. August. 1979." was read as "J"
    match = YEAR.search(reference.raw)
    year = str(item.issued.year) if item is not None and item.issued is not None and item.issued.year else ""
    if not year and match is not None:
        year = match.group(1)
    suffix = next((m.group(2) for m in YEAR.finditer(reference.raw) if m.group(1) == year and m.group(2)), "")
    if not year and (no_date := _NO_DATE.search(reference.raw)):
        year = no_date.group()
    who = surnames[0] if len(surnames) == 1 else " and ".join(surnames) if len(surnames) == 2 else ""
    who = who or (f"{surnames[0]} et al." if surnames else "")
    if reference.label.isdigit():
        shown = f"reference {reference.label}"
    elif who:
        shown = f"{who} ({year}{suffix})" if year else who
    else:
        shown = f"“{' '.join(reference.raw.split())[:60]}”"
    short = _SHORT.search(reference.raw[:200])
    title = item.title if item is not None else ""
    acronym = _acronym(reference.raw)
    return Entry(index, surnames, shown, year, suffix, short.group(1) if short else "", acronym, title)


def initials_of(body: str) -> str:
    """Return the first letters of a body's name, its small words left out; "-" where it is no such name.

    >>> initials_of("Instituto Brasileiro de Geografia e Estatística"), initials_of("van der Meer")
    ('IBGE', '-')
    """
    words = [word for word in re.split(r"[\s’'-]+", body) if word.lower() not in _SMALL_WORDS]
    return "".join(word[0].upper() for word in words) if 2 < len(words) < 10 else "-"


def _acronym(raw: str) -> str:
    """Return the first letters of the body that an entry begins with, "" where it is none.

    >>> _acronym("World Health Organization. (2010). Global report."), _acronym("Neff, K. (2003). Self.")
    ('WHO', '')
    """
    head = _HEAD.match(raw)
    words = [word for word in head.group().split() if word[0].isupper()] if head else []
    return "".join(word[0] for word in words) if 2 < len(words) < 9 else ""


def _whole_name(name: Name) -> str:
    """Return a surname; in Chinese, Japanese or Korean signs the whole name, as citations give it."""
    return f"{name.family}{name.given}" if EAST.match(name.surname) and name.given else name.surname
