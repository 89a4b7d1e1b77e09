"""Reference strings made from records, for training the matcher: clean, with one field altered, or invented.

Dev strings print what is on record; in articles fields are wrong and works invented. A matcher trained on
these too still names the work when one field is off, and does not name one for a chimera of two.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

ALTERED = ("year", "volume", "pages", "first_author", "coauthors", "title", "journal")
INVENTED = ("halves", "other_title", "other_authors_and_title")


@dataclass(frozen=True)
class Parts:
    """What a style prints."""

    names: tuple[tuple[str, str], ...]
    year: str
    title: str
    journal: str
    volume: str
    issue: str
    first: str
    last: str

    @property
    def pages(self) -> str:
        return f"{self.first}-{self.last}" if self.last else self.first


def parts_of(record: Mapping[str, Any]) -> Parts | None:
    """Return the parts of a record, None where it has no title or neither author nor container."""
    title = " ".join((record.get("title") or [""])[0].split())
    journals = (record.get("container-title") or []) + (record.get("short-container-title") or [])
    names = tuple((a["family"], a.get("given") or "") for a in record.get("author") or () if a.get("family"))
    if not title or not (names or journals):
        return None
    date = ((record.get("issued") or {}).get("date-parts") or [[None]])[0]
    first, _, last = str(record.get("page") or "").replace("\u2013", "-").partition("-")
    year = str(date[0]) if date and date[0] else ""
    return Parts(
        names, year, re.sub(r"<[^<>]*>", "", title), journals[0] if journals else "",
        str(record.get("volume") or ""), str(record.get("issue") or ""), first.strip(), last.strip(),
    )  # fmt: skip


def initials(given: str, dot: str = ".", gap: str = " ") -> str:
    return gap.join(part[0] + dot for part in re.split(r"[\s.-]+", given) if part)


def family_first(p: Parts, limit: int, dot: str = ".", gap: str = " ", sep: str = ", ") -> str:
    shown = [
        f"{family}{',' if dot else ''} {initials(given, dot, gap)}".strip(", ")
        for family, given in p.names[:limit]
    ]
    return sep.join(shown) + (sep + "et al." if len(p.names) > limit else "")


def given_first(p: Parts, limit: int) -> str:
    shown = [f"{initials(given)} {family}".strip() for family, given in p.names[:limit]]
    return ", ".join(shown) + (" et al." if len(p.names) > limit else "")


def located(p: Parts, form: str) -> str:
    """Return volume, issue and pages in a form like ``{v}({i}):{p}``; what is missing goes with its marks."""
    issue = form.replace("({i})", f"({p.issue})" if p.issue else "")
    return issue.format(v=p.volume, i=p.issue, p=p.pages, f=p.first, y=p.year).strip(" ,:;")


STYLES: tuple[str, ...] = (
    "{a7} ({y}). {t}. {j}, {v(i), p}.",
    "{a6-}. {t}. {j}. {y};{v(i):p}.",
    "{g6}, \u201c{t},\u201d {j}, vol. {v}, no. {i}, pp. {p}, {y}.",
    "{a10;} {j} {y}, {v, p}.",
    "{g8}, {j} {v, f} ({y}).",
    "{g8}, {j} {v} ({y}) {p}.",
    "{a5} {t}. {j} {v, p} ({y}).",
    "{a3} \u201c{t}.\u201d {j} {v}, no. {i} ({y}): {p}.",
    "{a3} {y}. {t}. {j} {v: p}.",
    "{a2} ({y}) '{t}', {j}, {v(i), pp. p}.",
    "{a4}: {t}. {j} {v(i), p} ({y})",
    "{a4} {t} // {j}. - {y}. - V. {v}. - P. {p}.",
    "{a9} {t}. In: {j}, pp. {p} ({y})",
    "(1) {a10;} {j} {y}, {v, p}.",
    "{g10}, in {j} ({y}), pp. {p}.",
    "[3] {g12}, {j}. {v} ({y}) {p}.",
)
"""a names family first, g given first (with how many), y year, t title, j container, v i p f numbers."""

_FIELD = re.compile(r"\{([^{}]+)\}")
_UNFILLED = re.compile(r"(?:\b(?:vol|no|pp)\.|- [VP]\.) ?(?=[,.;]|$|\()|[:;,]\s?(?=\.$)|\(\)")
"""``vol. ,``, ``no. ,``: the words of a style for what is not on record"""


def printed_in(style: str, p: Parts) -> str:
    """Return parts laid out in a style; what is missing goes with the marks around it."""
    text = _FIELD.sub(lambda match: _field(match.group(1), p), style)
    text = _UNFILLED.sub("", text).replace(" .", ".").replace(" ,", ",").strip()
    return re.sub(r",(?:\s?,)+", ",", re.sub(r"\s{2,}", " ", text))


def _field(name: str, p: Parts) -> str:
    if names := re.fullmatch(r"([ag])(\d+)([-;]?)", name):
        limit, mark = int(names.group(2)), names.group(3)
        if names.group(1) == "g":
            return given_first(p, limit)
        plain = {"dot": "", "gap": ""} if mark == "-" else {}
        return family_first(p, limit, **plain, sep="; " if mark == ";" else ", ")
    plain_fields = {
        "y": p.year or "n.d.",
        "t": p.title,
        "j": p.journal,
        "v": p.volume,
        "i": p.issue,
        "p": p.pages,
    }
    if name in plain_fields:
        return plain_fields[name]
    forms = {
        "v(i), p": "{v}({i}), {p}", "v(i):p": "{v}({i}):{p}", "v, p": "{v}, {p}", "v, f": "{v}, {f}",
        "v: p": "{v}: {p}", "v(i), pp. p": "{v}({i}), pp. {p}",
    }  # fmt: skip
    return located(p, forms[name])


WITH_TITLE = tuple(style for style in STYLES if "{t}" in style)
"""The styles that print the title: without it, one wrong field leaves too little to go by."""


def abbreviated(journal: str, rng: random.Random) -> str:
    """Return a journal's name with its longer words cut to their beginning."""
    words = [w for w in journal.split() if w.lower() not in {"of", "the", "and", "for", "in", "on", "&"}]
    return " ".join(w if len(w) <= 5 else w[: rng.randint(3, min(6, len(w) - 1))] + "." for w in words)


def roughened(parts: Parts, rng: random.Random) -> Parts:
    """Return parts as people print them: abbreviated, first page only, no issue, another case."""
    if rng.random() < 0.45:
        parts = replace(parts, journal=abbreviated(parts.journal, rng))
    if rng.random() < 0.3:
        parts = replace(parts, last="")
    if rng.random() < 0.35:
        parts = replace(parts, issue="")
    if rng.random() < 0.08:
        parts = replace(parts, first="", last="")
    if rng.random() < 0.08 and parts.year.isdigit():
        parts = replace(parts, year=str(int(parts.year) + rng.choice((-1, 1))))
    if rng.random() < 0.1 and ": " in parts.title:
        parts = replace(parts, title=parts.title.partition(": ")[0])
    return parts


def with_slips(text: str, rng: random.Random) -> str:
    """Return a string with a few letters changed and blanks lost or added."""
    letters = list(text)
    for _ in range(max(1, len(letters) // rng.choice((25, 40, 80)))):
        at = rng.randrange(len(letters))
        if letters[at] == " ":
            letters[at] = ""
        elif letters[at].isalpha():
            letters[at] = rng.choice(("", letters[at] + " ", rng.choice("aeinorst")))
    return "".join(letters)


def with_damage(text: str, rng: random.Random) -> str:
    """Return a string as bad recognition leaves it: blanks lost and added, any sign read as some letter."""
    rate = rng.choice((80, 40, 25))
    made = []
    for sign in text:
        chance = rng.random() * rate
        if sign == " ":
            made.append("" if chance < 3 else sign)
        elif chance < 0.5:
            made.append(sign + " ")
        elif chance < 1.0:
            made.append(rng.choice("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        else:
            made.append(sign)
    return "".join(made)


class StringMaker:
    """Makes training strings from records; the same seed makes the same strings."""

    def __init__(self, records: Sequence[Mapping[str, Any]], seed: int) -> None:
        self._rng = random.Random(seed)
        known = [(record["DOI"], parts) for record in records if (parts := parts_of(record)) is not None]
        self._rng.shuffle(known)
        self._known = known

    def make(self, count: int) -> Iterator[dict[str, Any]]:
        """Yield ``{"raw", "doi" or None, "base", "kind"}``: 40 % clean, 40 % altered, 20 % invented."""
        for number, (doi, parts) in enumerate(self._known[:count]):
            kinds = ("clean", "clean", *(("altered",) * 2), "invented")
            family = kinds[number % len(kinds)]
            kind = {"clean": "", "altered": ALTERED, "invented": INVENTED}[family]
            name = self._rng.choice(kind) if kind else "clean"
            printed = roughened(parts, self._rng)
            if family == "altered":
                printed = self._altered(printed, name)
            elif family == "invented":
                printed = self._invented(printed, name)
            raw = printed_in(self._rng.choice(STYLES if family == "clean" else WITH_TITLE), printed)
            if family == "clean" and (chance := self._rng.random()) < 0.45:
                raw = with_slips(raw, self._rng) if chance < 0.15 else with_damage(raw, self._rng)
            named = None if family == "invented" else doi
            yield {"raw": raw, "doi": named, "base": doi, "kind": name, "set": f"made/{family}"}

    def _other(self) -> Parts:
        return self._rng.choice(self._known)[1]

    def _altered(self, p: Parts, name: str) -> Parts:
        rng, other = self._rng, self._other()
        if name == "year" and p.year.isdigit():
            return replace(p, year=str(int(p.year) + rng.choice((-12, -7, -5, -3, -2, 2, 3, 4, 6))))
        if name == "volume" and p.volume:
            return replace(p, volume=str(rng.randint(1, 150)))
        if name == "pages" and p.first:
            start = rng.randint(1, 3000)
            return replace(p, first=str(start), last=str(start + rng.randint(1, 20)) if p.last else "")
        if name == "first_author" and len(p.names) > 1 and other.names:
            return replace(p, names=(other.names[0], *p.names[1:]))
        if name == "coauthors" and len(p.names) > 1 and other.names:
            return replace(p, names=(p.names[0], *other.names[: len(p.names) - 1]))
        if name == "title" and len(p.title.split()) > 4:
            words = p.title.split()
            strange = other.title.split()
            for _ in range(max(1, len(words) // 4)):
                words[rng.randrange(len(words))] = rng.choice(strange)
            return replace(p, title=" ".join(words))
        if name == "journal" and other.journal:
            return replace(p, journal=other.journal)
        return p

    def _invented(self, p: Parts, name: str) -> Parts:
        rng, other, third = self._rng, self._other(), self._other()
        start = rng.randint(1, 3000)
        p = replace(p, first=str(start), last=str(start + rng.randint(4, 20))) if rng.random() < 0.7 else p
        if name == "halves":
            mine, theirs = p.title.split(), other.title.split()
            title = " ".join(mine[: len(mine) // 2 + 1] + theirs[len(theirs) // 2 :])
            return replace(p, title=title, names=third.names if rng.random() < 0.6 else p.names)
        if name == "other_title":
            return replace(p, title=other.title + " " + third.title.rpartition(" ")[2])
        mixed = " ".join(
            rng.sample((other.title + " " + third.title).split(), k=min(9, len(other.title.split())))
        )
        return replace(p, title=mixed, names=third.names)
