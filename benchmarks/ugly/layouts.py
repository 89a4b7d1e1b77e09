"""A work's facts, printed in two dozen layouts and eight languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True)
class Facts:
    """What a reference prints, from a record."""

    names: tuple[tuple[str, str], ...]
    title: str
    container: str
    short: str
    year: str
    volume: str
    issue: str
    first: str
    last: str
    doi: str
    kind: str
    cut_names: int = 0
    others: str = "et al."
    notes: tuple[str, ...] = field(default=())

    @property
    def pages(self) -> str:
        return f"{self.first}-{self.last}" if self.last else self.first


def facts_of(record: dict[str, Any]) -> Facts | None:
    """Return the facts of a record that can be cited whole, None for others."""
    title = " ".join((record.get("title") or [""])[0].split())
    names = [(n.get("given", ""), n.get("family", "")) for n in record.get("author") or ()]
    names = [(given, family) for given, family in names if family]
    container = (record.get("container-title") or [""])[0]
    short = (record.get("short-container-title") or [""])[0]
    year = str(((record.get("issued") or {}).get("date-parts") or [[""]])[0][0] or "")
    page = re.fullmatch(r"(\w+)(?:-(\w+))?", record.get("page") or record.get("article-number") or "")
    telling = len(title.split()) >= 4 and len(title) < 220
    if not (telling and names and container and year and page):
        return None
    return Facts(
        tuple(names),
        title,
        container,
        short or container,
        year,
        record.get("volume") or "",
        record.get("issue") or "",
        page[1],
        page[2] or "",
        record["DOI"],
        record.get("type", ""),
    )


def initials(given: str, stop: str = ".", gap: str = " ") -> str:
    """Return given names as initials: "K. D."."""
    return gap.join(part[0] + stop for part in re.split(r"[\s.-]+", given) if part)


def people(facts: Facts, form: str, last: str = " and ", comma: str = ", ") -> str:
    """Return the author list in a form: "F I", "F, I.", "I. F", "G F", "FAMILY, G"."""

    def one(given: str, family: str) -> str:
        made = {
            "F I": f"{family} {initials(given, '', '')}",
            "F, I.": f"{family}, {initials(given)}",
            "F, I.I.": f"{family}, {initials(given, '.', '')}",
            "I. F": f"{initials(given)} {family}",
            "G F": f"{given} {family}",
            "FAMILY, G": f"{family.upper()}, {given}",
        }
        return made[form].strip().strip(",")

    shown = [one(*name) for name in facts.names]
    if facts.cut_names and len(shown) > facts.cut_names:
        return comma.join(shown[: facts.cut_names]) + " " + facts.others
    return last.join([comma.join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]


def _bits(*parts: str, by: str = ", ") -> str:
    return by.join(part for part in parts if part)


def _label(label: str, value: str) -> str:
    return f"{label}{value}" if value else ""


Layout = Callable[[Facts], str]


def _apa(f: Facts) -> str:
    numbers = f.volume + (f"({f.issue})" if f.issue and f.volume else "")
    return f"{people(f, 'F, I.', ', & ')} ({f.year}). {f.title}. {_bits(f.container, numbers, f.pages)}."


def _vancouver(f: Facts) -> str:
    numbers = f.volume + (f"({f.issue})" if f.issue and f.volume else "")
    return f"{people(f, 'F I', ', ')}. {f.title}. {f.short}. {f.year};{numbers}:{f.pages}."


def _ieee(f: Facts) -> str:
    numbers = _bits(_label("vol. ", f.volume), _label("no. ", f.issue), _label("pp. ", f.pages), f.year)
    return f"{people(f, 'I. F')}, “{f.title},” {f.short}, {numbers}."


def _chicago(f: Facts) -> str:
    issue = f" ({f.issue})" if f.issue and f.volume else ""
    return f"{people(f, 'G F')}. {f.year}. “{f.title}.” {f.container} {f.volume}{issue}: {f.pages}."


def _harvard(f: Facts) -> str:
    numbers = _bits(f.volume + (f"({f.issue})" if f.issue and f.volume else ""), _label("pp.", f.pages))
    return f"{people(f, 'F, I.I.')} {f.year}, '{f.title}', {f.container}, {numbers}."


def _physics(f: Facts) -> str:
    return f"{people(f, 'I. F', ', ')}, {f.title}, {f.short} {f.volume} ({f.year}) {f.pages}"


def _german(f: Facts) -> str:
    numbers = _bits(_label("Bd. ", f.volume), _label("H. ", f.issue), _label("S. ", f.pages))
    f = replace(f, others="u. a.")
    return f"{people(f, 'F, I.', '/', '/')} ({f.year}): {f.title}. In: {f.container}, {numbers}."


def _french(f: Facts) -> str:
    numbers = _bits(_label("vol. ", f.volume), _label("n° ", f.issue), f.year, _label("p. ", f.pages))
    return f"{people(f, 'FAMILY, G', ' et ')}, « {f.title} », {f.container}, {numbers}."


def _spanish(f: Facts) -> str:
    numbers = _bits(_label("vol. ", f.volume), _label("núm. ", f.issue), _label("pp. ", f.pages))
    return f"{people(f, 'F, I.', ' y ')} ({f.year}): “{f.title}”, {f.container}, {numbers}."


def _portuguese(f: Facts) -> str:
    numbers = _bits(_label("v. ", f.volume), _label("n. ", f.issue), _label("p. ", f.pages), f.year)
    f = replace(f, names=tuple((g, n.upper()) for g, n in f.names))
    return f"{people(f, 'F, I.', '; ', '; ')}. {f.title}. {f.container}, {numbers}."


def _italian(f: Facts) -> str:
    numbers = _bits(_label("vol. ", f.volume), _label("n. ", f.issue), f.year, _label("pp. ", f.pages))
    return f"{people(f, 'I. F', ' e ')}, {f.title}, in «{f.container}», {numbers}."


def _polish(f: Facts) -> str:
    numbers = _bits(f.year, _label("t. ", f.volume), _label("nr ", f.issue), _label("s. ", f.pages))
    return f"{people(f, 'F I', ', ')}: {f.title}. {f.container} {numbers}."


def roman(number: str) -> str:
    """Return a number in Roman numerals, as old volumes print it; anything else as it is."""
    if not number.isdigit() or not 0 < int(number) < 400:
        return number
    left, made = int(number), ""
    for value, sign in zip(_ROMAN_VALUES, _ROMAN_SIGNS, strict=True):
        made += sign * (left // value)
        left %= value
    return made


_ROMAN_VALUES = (100, 90, 50, 40, 10, 9, 5, 4, 1)
_ROMAN_SIGNS = ("C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")


def _cited_page(f: Facts) -> str:
    """Return a page inside the range, as notes point to one."""
    if f.first.isdigit() and f.last.isdigit() and int(f.last) > int(f.first) + 1:
        return str(int(f.first) + 1)
    return f.first


def _note(f: Facts) -> str:
    issue = f", no. {f.issue}" if f.issue and f.volume else ""
    at = f", at {_cited_page(f)}" if f.first else ""
    return f"See {people(f, 'G F')}, “{f.title},” {f.container} {f.volume}{issue} ({f.year}): {f.pages}{at}."


def _note_german(f: Facts) -> str:
    numbers = _bits(f"{f.volume} ({f.year})", _label("H. ", f.issue), _label("S. ", f.pages))
    at = f", hier S. {_cited_page(f)}" if f.first else ""
    return f"Vgl. {people(f, 'G F', ' / ', ' / ')}: {f.title}, in: {f.container} {numbers}{at}."


def _note_french(f: Facts) -> str:
    numbers = _bits(_label("t. ", roman(f.volume)), _label("n° ", f.issue), f.year, _label("p. ", f.pages))
    return f"{people(f, 'I. F', ' et ')}, « {f.title} », {f.container}, {numbers}, ici p. {_cited_page(f)}."


def _bluebook(f: Facts) -> str:
    at = f", {_cited_page(f)}" if f.last else ""
    return f"{people(f, 'G F', ' & ')}, {f.title}, {f.volume} {f.short} {f.first}{at} ({f.year})."


def _mla(f: Facts) -> str:
    numbers = _bits(_label("vol. ", f.volume), _label("no. ", f.issue), f.year, _label("pp. ", f.pages))
    return f"{people(f, 'F, I.', ', and ')} “{f.title}.” {f.container}, {numbers}."


def _acs(f: Facts) -> str:
    numbers = _bits(f.year, f.volume + (f" ({f.issue})" if f.issue and f.volume else ""), f.pages)
    return f"{people(f, 'F, I.', '; ', '; ')} {f.title}. {f.short} {numbers}."


def _nature(f: Facts) -> str:
    return f"{people(f, 'F, I.', ' & ')} {f.title}. {f.short} {_bits(f.volume, f.pages)} ({f.year})."


def _japanese(f: Facts) -> str:
    numbers = _bits(_label("Vol.", f.volume), _label("No.", f.issue), _label("pp.", f.pages))
    return f"{people(f, 'F, I.', ' and ')} : {f.title}, {f.container}, {numbers} ({f.year})"


def _chinese(f: Facts) -> str:
    numbers = _bits(f.year, f.volume + (f"({f.issue})" if f.issue and f.volume else ""))
    names = people(replace(f, others="et al"), "FAMILY, G", ", ")
    return f"{names}. {f.title}[J]. {f.container}, {numbers}: {f.pages}."


def _russian(f: Facts) -> str:
    numbers = " – ".join(
        part
        for part in (
            f.year,
            _label("Vol. ", f.volume),
            _label("№ ", f.issue),
            _label("P. ", f.pages),
        )
        if part
    )
    return f"{people(f, 'F I', ', ')} {f.title} // {f.container}. – {numbers}."


def _lecture_notes(f: Facts) -> str:
    numbers = _bits(_label("vol. ", f.volume), _label("pp. ", f.pages))
    return (
        f"{people(f, 'F, I.', ', ')}: {f.title}. In: Novak, P., Lindqvist, E. (eds.) {f.container}. "
        f"{numbers}. Springer, Heidelberg ({f.year})."
    )


def _year_at_end_of_names(f: Facts) -> str:
    numbers = f.volume + (f" [{f.issue}]" if f.issue and f.volume else "")
    return f"{people(f, 'I. F', ' & ')}, [{f.year}], “{f.title}”, {f.container} {numbers}, {f.pages}"


LAYOUTS: dict[str, Layout] = {
    "apa": _apa,
    "vancouver": _vancouver,
    "ieee": _ieee,
    "chicago": _chicago,
    "harvard": _harvard,
    "physics": _physics,
    "german": _german,
    "french": _french,
    "spanish": _spanish,
    "portuguese": _portuguese,
    "italian": _italian,
    "polish": _polish,
    "note": _note,
    "note-german": _note_german,
    "note-french": _note_french,
    "bluebook": _bluebook,
    "mla": _mla,
    "acs": _acs,
    "nature": _nature,
    "japanese": _japanese,
    "chinese": _chinese,
    "russian": _russian,
    "lecture-notes": _lecture_notes,
    "year-in-square-brackets": _year_at_end_of_names,
}
