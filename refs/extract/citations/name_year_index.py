"""The references that names and a year mean: what the entries of a list begin with, and their years."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from refs.extract.citations.names import undated
from refs.model import Reference, fold

# The year of a listed work, not the end of "1961-1968"; it is looked back only after the digits
_LISTED_YEAR = re.compile(r"((?:1[5-9]|20)[0-9][0-9])(?<![\d–-][0-9]{4})([a-z]?)(?![0-9])")
_DIGITS_OF_YEAR = re.compile(r"(?:1[5-9]|20)[0-9][0-9]")
_FORTHCOMING = re.compile(
    r"\b(?:in press|forthcoming|im (?:druck|erscheinen)|i\. ?E\.|[àa] para[îi]tre|sous presse"
    r"|en prensa|no prelo|in corso di stampa)",
    re.I,
)
_IN_FORTHCOMING = (
    "press",
    "forthc",
    "im druck",
    "im ersch",
    "i.e",
    "i. e",
    "para",
    "prensa",
    "prelo",
    "stampa",
)
"""One of these stands in each such string; a literal is found many times faster than the expression."""
# "n.d.", "o. J.", "s. d.": what begins with a point is searched fast
_UNDATED = re.compile(r"\.(?:(?<=\b[Nn]\.)\s?[Dd]|(?<=\b[Oo]\.) ?J|(?<=\b[Ss]\.) ?[df])\.")
# "——— (2004)", "______.", "Ders. (2004)": by the authors of the entry before; LaTeX draws the dash, so that
# "(2004)." and ". 2004." are left of it
_SAME_AUTHOR = re.compile(
    r"(?:[—–_-]{2,12}|[—–]|(?:Ders|Dies|Idem|Id)\b)[.,:;]{0,2}\s?|(?=\((?:1[5-9]|20)\d\d[a-z]?\))|[.,]\s(?=\S)"
)


def is_by_same_people(raw: str) -> bool:
    """True for an entry whose dash, "Ders." or bare year says that it is by the people of the one before.

    >>> is_by_same_people("——— (2004). Kettles."), is_by_same_people("Neff, K. (2003). Scale.")
    (True, False)
    """
    return _SAME_AUTHOR.match(raw) is not None


def _without_year(raw: str) -> str:
    """Return "in press" or "n.d." for a reference that says that it has no year, "" for others."""
    low = raw.lower()
    if any(word in low for word in _IN_FORTHCOMING) and _FORTHCOMING.search(raw):
        return "in press"
    return "n.d." if _UNDATED.search(raw) else ""


_FIRST_END = re.compile(r",|;|&|\s(?:and|und|et|y|e)\s")
"""What ends the first of several names."""


class NameYearIndex:
    """Finds references by the names and year that a citation gives."""

    def __init__(self, references: Sequence[Reference]) -> None:
        self.by_year: defaultdict[str, list[int]] = defaultdict(list)
        self.without_letter: defaultdict[str, set[int]] = defaultdict(set)
        self.heads: dict[int, str] = {}
        self.firsts: dict[int, str] = {}
        self._found: dict[tuple[tuple[str, ...], str], tuple[int, ...]] = {}
        before = ""
        for number, reference in enumerate(references):
            if reference.list != "article":
                continue
            found = _LISTED_YEAR.findall(reference.raw, 0, 1500)
            lettered = {year for year, letter in found if letter}
            for year, letter in dict.fromkeys(found):
                if letter:
                    self.by_year[year + letter].append(number)
                elif year not in lettered:  # NOTE: "1995a … Proceedings, 1995"
                    self.without_letter[year].add(number)
            for year in dict.fromkeys(year for year, _ in found):
                self.by_year[year].append(number)
            if words := _without_year(reference.raw):
                self.by_year[words].append(number)
            cut = _DIGITS_OF_YEAR.search(reference.raw)
            names = reference.raw[: cut.start()] if cut and cut.start() > 8 else reference.raw
            if same := _SAME_AUTHOR.match(reference.raw):
                rest = reference.raw[same.end() : cut.start() if cut else None]
                names = f"{before} {rest}"
            before = names
            self.firsts[number] = names[:400]
            self.heads[number] = f" {fold(names[:400])} "

    def find(self, names: tuple[str, ...], year: str) -> tuple[int, ...]:
        """Return the references that these names and this year mean: one, or several that fit as well."""
        found = self._found.get((names, year))
        if found is None:
            found = self._found[names, year] = self._find(names, year)
        return found

    def names_all(self, number: int, names: tuple[str, ...]) -> bool:
        """True where each of the names stands in front of a reference's year."""
        return all(f" {fold(name)} " in self.heads[number] for name in names)

    def _is_first(self, number: int, name: str) -> bool:
        """True where a name ends the first of those in front of the year: "Nora Quist, Li Na Chen"."""
        return f"{fold(_FIRST_END.split(self.firsts[number], maxsplit=1)[0])} ".endswith(name)

    def _find(self, names: tuple[str, ...], year: str) -> tuple[int, ...]:
        if words := undated(year):
            other = "n.d." if words == "in press" else "in press"
            near: Sequence[int] = self.by_year.get(words, ()) or self.by_year.get(other, ())
        else:
            near = self.by_year.get(year, ())
            near = near or (self.by_year.get(year[:-1], ()) if year[-1:].isalpha() else ())
        heads, first = self.heads, f" {fold(names[0])} "
        fitting = [n for n in near if heads[n].startswith(first)]
        if not fitting:
            fitting = [n for n in near if first in heads[n][:60]]
            if len(fitting) > 1:
                fitting = [n for n in fitting if self._is_first(n, first)] or fitting
        if len(fitting) > 1 and len(names) > 1:
            both = [n for n in fitting if all(f" {fold(name)} " in self.heads[n] for name in names[1:])]
            fitting = both or fitting
        if len(fitting) > 1 and (plain := [n for n in fitting if n in self.without_letter[year]]):
            fitting = plain
        # NOTE: "Neff 2003" with 2003a and 2003b in the list points to both.
        return tuple(dict.fromkeys(fitting[:2] if len(fitting) > 1 else fitting))
