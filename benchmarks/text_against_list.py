"""Text against list: what the T rules say of made articles with planted faults, and of real ones with gold.

    python benchmarks/text_against_list.py CORPUS.jsonl[.gz] [--seed 1] [--articles 120] [--pandoc PANDOC]
    python benchmarks/text_against_list.py --gold GOLD.jsonl --docs DOCS

The first form makes articles in four styles and eight formats from records of CORPUS. Works are cited in
prose, tables, captions, footnotes, boxes, the abstract and an appendix; half of the articles have faults
planted (uncited, not listed, another year, another spelling, a number beyond the list, a gap, the order of
first use, a letter left out). A finding is right where its fault was planted. The second form compares T402
and T410 with the references that the gold citations of real articles leave out.
"""

from __future__ import annotations

import argparse
import html
import json
import random
import re
import subprocess
import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).parent))

from checking import write_reliability
from extraction import find_document
from rapidfuzz import fuzz, process
from ugly.layouts import LAYOUTS, Facts, facts_of
from ugly_references import read_lines

from refs.check import all_rules, run_rules
from refs.model import CheckedArticle, Finding
from refs.pipeline import extract_article

RULES = [rule for rule in all_rules() if rule.code.startswith("T")]
STYLES = ("author-date", "numeric", "superscript", "notes")
LISTS = {
    "author-date": ("apa", "harvard", "chicago", "german"),
    "numeric": ("vancouver", "ieee", "nature", "acs"),
    "superscript": ("vancouver", "nature"),
    "notes": ("mla",),
}
UNLISTED = (("Vandersteen", "Quillfeather"), ("Oyelaran", "Brandstetter"), ("Kowalczyk", "Thistlewood"))
SENTENCES = (
    "The first reports were cautious",
    "Later samples were larger and the effect was smaller",
    "A second group found the opposite in mice",
    "Whether the cause is known is still argued",
    "The method has been in use since",
    "The question came up again in 2019 and at a meeting in Lisbon",
    "Figure 1 shows the means of both groups",
    "None of the 24 participants left before the end",
    "Doses of 5, 10 and 20 mg were given for 12 weeks",
    "This holds for the interval [0, 1] and for step (2) as well",
    "The survey of spring 2014 was repeated in March 2016",
    "Both were corrected for age, sex and income",
    "Costs rose by 12% in the first year and by 3% after it",
    "Its authors warn that the sample was small (n = 12)",
)
HARD_SENTENCES = (
    "The law of the land did not change (Companies Act, 2006)",
    "They met once more (Lisbon, 2019) and then by letter",
    "As the survey shows (European Values Survey, 2017), few agree",
    "In 1998, 14 of them moved; by 2004 (see Section 3), 12 had come back",
)
# Entries that no record gives, how each is filed, and how it is cited: the first time, and again
SPECIAL: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "World Health Organization. (2010). Global advice on physical activity for health. WHO Press.",
        "world health",
        ("(World Health Organization [WHO], 2010)", "(WHO, 2010)"),
    ),
    ("World Meteorological Organization. (2012). Guide to rain. WMO Press.", "world met", ("(WMO, 2012)",)),
    (
        "European Commission. (2016). Report on the state of ponds. Brussels.",
        "european",
        ("European Commission (2016)",),
    ),
    ("Brandt, L. (n.d.). How rivers sleep. https://example.org/rivers", "brandt", ("(Brandt, n.d.)",)),
    (
        "Osei, K., & Marsh, P. (in press). Counting herons. Journal of Quiet Things.",
        "osei",
        ("(Osei & Marsh, in press)",),
    ),
    (
        "van der Meulen, A. (2009). Sleep in swifts. Ibis, 151(2), 12-19.",
        "meulen",
        ("(van der Meulen, 2009)", "Van der Meulen (2009)"),
    ),
    (
        "Müller, T. (2011). Vom Schlaf der Flüsse. Die Umwelt, 12(2), 33-40.",
        "mueller",
        ("(Mueller, 2011)", "Müller (2011)"),
    ),
    (
        "Sørensen, B. (2013). On ponds. Nordic Ponds, 4(1), 3-9.",
        "soerensen",
        ("(Sorensen, 2013)", "Sørensen’s (2013)"),
    ),
    ("O'Rourke, S. (2012). On bogs. Irish Bogs, 14(1), 3-9.", "orourke", ("(O’Rourke, 2012)",)),
    (
        "García-López, M. (2013). Sobre lagos. Lagos, 4(1), 3-9.",
        "garcia",
        ("(Garcia-Lopez, 2013)", "García López (2013)"),
    ),
    ("Hollis, P. (2001). Reeds. Reeds Today, 1(1), 3-9.", "hollis 1", ("(Hollis, 2001, 2003)",)),
    ("Hollis, P. (2003). More reeds. Reeds Today, 3(1), 3-9.", "hollis 2", ("(Hollis, 2001; 2003)",)),
    ("Hollis, P. (2005a). Still more reeds. Reeds Today, 5(1), 3-9.", "hollis 3", ("(Hollis, 2005a,b)",)),
    ("Hollis, P. (2005b). Reeds again. Reeds Today, 5(2), 3-9.", "hollis 4", ("(Hollis, 2005a, 2005b)",)),
)
PLAIN = (
    "Nothing else was changed.",
    "We return to this below.",
    "This is what the rest of the text is about.",
)


@dataclass(frozen=True)
class Cite:
    """A citation of works by their places in the list, in brackets, as part of the sentence, or raised."""

    works: tuple[int, ...]
    text: str
    narrative: bool = False


Inline = str | Cite


@dataclass
class Part:
    """A paragraph, table, caption, box, heading or note: what it says."""

    kind: str
    inlines: list[Inline] = field(default_factory=list)
    rows: list[list[list[Inline]]] = field(default_factory=list)
    note: list[Inline] = field(default_factory=list)


@dataclass
class Made:
    """A made article and what is wrong in it: rule and a word of the finding's message."""

    style: str
    parts: list[Part]
    entries: list[str]
    labels: list[str]
    planted: set[tuple[str, str]]
    allowed: set[tuple[str, str]]
    """What is wrong too, and need not be told: an order broken in a box or a note."""
    rng: random.Random
    after: list[Part] = field(default_factory=list)
    """What stands behind the list: an appendix, tables."""
    hard: bool = False


def pool_of(lines: Sequence[str]) -> list[Facts]:
    """Return works that can be cited whole, from records."""
    pool = []
    for line in lines:
        facts = facts_of(json.loads(line))
        if facts is None or facts.kind != "journal-article" or not facts.volume or len(facts.names) > 12:
            continue
        if (
            "retract" in facts.title.lower()
            or not facts.names[0][0]
            or any(len(f) < 3 for _, f in facts.names)
        ):
            continue
        if any(name.isupper() or "." in name or not re.search(r"\w", given) for given, name in facts.names):
            continue
        pool.append(facts)
    return pool


def people(facts: Facts, joint: str) -> str:
    """Return how a citation names the authors: one, two, or the first "et al."."""
    names = [family for _, family in facts.names]
    if len(names) > 2:
        return f"{names[0]} et al."
    return joint.join(names)


def numbers_in(works: Sequence[int], rng: random.Random, *, hard: bool = False) -> str:
    """Return numbers as a group prints them, ranges with one of four dashes; hard ones with soft hyphens."""
    shown, ordered = [], sorted(work + 1 for work in works)
    while ordered:
        end = 1
        while end < len(ordered) and ordered[end] == ordered[0] + end:
            end += 1
        run, ordered = ordered[:end], ordered[end:]
        dash = rng.choice("-–‐‑") + ("\u00ad" if hard and rng.random() < 0.2 else "")
        shown += [f"{run[0]}{dash}{run[-1]}"] if len(run) > 2 else map(str, run)
    return rng.choice((",", ", ", "; ") if hard else (",", ", ")).join(shown)


class Maker:
    """Makes an article: which works, where each is cited, and what is wrong."""

    def __init__(self, pool: Sequence[Facts], style: str, rng: random.Random, *, hard: bool = False) -> None:
        self.rng = rng
        self.hard = hard
        self.style = style
        count = rng.randint(12, 24)
        chosen: dict[str, Facts] = {}
        for facts in rng.sample(list(pool), min(len(pool), 400)):
            if len(chosen) == count:
                break
            chosen.setdefault(facts.names[0][1].lower(), facts)
        self.works = list(chosen.values())
        self.planted: set[tuple[str, str]] = set()
        self.allowed: set[tuple[str, str]] = set()
        self.letters: dict[int, str] = {}
        self.swapped: tuple[int, ...] = ()
        if style in ("author-date", "notes"):
            self.works.sort(key=lambda facts: facts.names[0][1].lower())
        self.joint = rng.choice((" & ", " and "))
        self.comma = rng.choice((", ", ", ", " "))
        self.brackets = rng.choice(("[]", "[]", "()")) if style == "numeric" else "()"
        self.gap = "" if style == "superscript" else " "
        self.joins = rng.choice((", ", "; ", ",")) if style == "numeric" else ","

    def article(self, faulty: bool) -> Made:
        """Return the article."""
        self.uncited = set(self.rng.sample(range(3, len(self.works) - 1), 2)) if faulty else set()
        if self.style in ("author-date", "notes"):
            self._twins()
        units = self._units(faulty)
        unread = self._take_into_a_table(units) if self.hard and self.rng.random() < 0.3 else False
        parts = self._parts(units)
        in_prose = {
            x.works
            for p in parts
            if p.kind in ("para", "quote", "list")
            for x in p.inlines
            if isinstance(x, Cite)
        }
        after = self._behind_the_list(parts) if self.hard else []
        if not {self.swapped, tuple(i - 1 for i in self.swapped)} <= in_prose:
            self.allowed |= {p for p in self.planted if p[0] == "T407"}
            self.planted -= self.allowed
        entries, labels = self._entries(faulty)
        for place in self.uncited:
            numbered = self.style in ("numeric", "superscript")
            surname = self.works[place].names[0][1].replace("'", "’")
            surname = f"{surname}|{self.works[place].names[0][1]}"
            word = f"reference {labels[place]} |{surname}" if numbered else surname
            (self.allowed if unread else self.planted).add(("T402", word))
        if unread:
            self.allowed.add(("T410", "Table 9"))
        if self.hard:
            self._make_harder(parts, entries, labels)
        return Made(
            self.style, parts, entries, labels, self.planted, self.allowed, self.rng, after, self.hard
        )

    def _behind_the_list(self, parts: list[Part]) -> list[Part]:
        """Take the last table or paragraph out of the parts and return it as what follows the list."""
        able = [k for k, p in enumerate(parts) if p.kind in ("table", "para") and not p.note and k > 2]
        if not able or self.rng.random() < 0.5 or self.style == "notes":
            return []
        part = parts.pop(able[-1])
        self.allowed |= {p for p in self.planted if p[0] == "T407"}
        self.planted -= self.allowed
        return [Part("heading", ["Appendix A"]), part] if part.kind == "para" else [part]

    def _make_harder(self, parts: list[Part], entries: list[str], labels: list[str]) -> None:
        """Add entries and sentences that no record gives."""
        for _ in range(2):
            parts.insert(
                self.rng.randint(1, len(parts)), Part("para", [f"{self.rng.choice(HARD_SENTENCES)}."])
            )
        if self.style != "author-date":
            return
        group = [e for e in SPECIAL if e[1].startswith("hollis")] if self.rng.random() < 0.4 else []
        single = [e for e in SPECIAL if not e[1].startswith("hollis")]
        for entry, filed, cites in group + self.rng.sample(single, 5):
            place = next((k for k, e in enumerate(entries) if e.lower() > filed), len(entries))
            entries.insert(place, entry)
            labels.insert(place, "")
            inlines: list[Inline] = []
            for cite in cites[: self.rng.randint(1, 2)]:
                narrative = not cite.startswith("(")
                text = f"{cite} found so. " if narrative else f"{self.rng.choice(PLAIN)[:-1]} {cite}. "
                inlines.append(text)
            parts.insert(self.rng.randint(1, len(parts)), Part("para", inlines))
        who = self.works[0].names[0][1]
        if self.rng.random() < 0.5 and 0 not in self.uncited and len(self.works[0].names) == 1:
            old = f"It is an old thought (Tillingford, 1931, as cited in {who}, {self._year(0)})."
            parts.insert(self.rng.randint(1, len(parts)), Part("para", [old]))

    def _take_into_a_table(self, units: list[Cite]) -> bool:
        """Take out a citation: what it cites stands in a table that the file does not hold."""
        if self.style == "notes":
            return False
        able = [u for u in units[2:] if min(u.works) >= 0 and max(u.works) < len(self.works)]
        told = "".join(word for code, word in self.planted if code in ("T403", "T404", "T405"))
        able = [u for u in able if not any(self.works[i].names[0][1] in told for i in u.works)]
        if self.letters or self.swapped or len(able) < 2:
            return False
        units[units.index(self.rng.choice(able))] = Cite((), "(Table 9)")
        return True

    def _twins(self) -> None:
        """Give one author a second work of the same year, with letters."""
        place = self.rng.choice([i for i in range(len(self.works)) if i not in self.uncited])
        facts = self.works[place]
        self.works.insert(place + 1, replace(facts, title=f"{facts.title}: a second look"))
        self.uncited = {i + (i > place) for i in self.uncited}
        self.letters = {place: "a", place + 1: "b"}

    def _year(self, place: int) -> str:
        return self.works[place].year + self.letters.get(place, "")

    def _units(self, faulty: bool) -> list[Cite]:
        """Return citations in the order in which the article uses them."""
        cited = [i for i in range(len(self.works)) if i not in self.uncited]
        if self.style == "author-date":
            return self._by_name(cited, faulty)
        if self.style == "notes":
            return [Cite((i,), self._note(i)) for i in self.rng.sample(cited, len(cited))]
        groups: list[tuple[int, ...]] = []
        while cited:
            size = self.rng.choice((1, 1, 1, 2, 3, 4))
            groups.append(tuple(cited[:size]))
            cited = cited[size:]
        if faulty and self.rng.random() < 0.4:
            singles = [k for k in range(1, len(groups) - 1) if len(groups[k]) == len(groups[k + 1]) == 1]
            if singles:
                k = self.rng.choice(singles)
                groups[k], groups[k + 1] = groups[k + 1], groups[k]
                self.swapped = groups[k]
                self.planted.add(("T407", f"{groups[k][0] + 1} is cited before"))
        if faulty and self.rng.random() < 0.6:
            beyond = len(self.works) + self.rng.randint(1, 2)
            groups.insert(self.rng.randint(2, len(groups)), (beyond,))
            self.planted.add(("T406", f"cites {beyond + 1};"))
        again = [tuple(sorted(self.rng.sample(groups[0], 1)))]
        return [Cite(group, self._numbers(group)) for group in (*groups, *again)]

    def _numbers(self, group: Sequence[int]) -> str:
        if self.style == "superscript":
            return numbers_in(group, self.rng, hard=self.hard).replace(" ", "")
        inside = numbers_in(group, self.rng, hard=self.hard)
        if len(group) == 1 and self.rng.random() < 0.15:
            inside += self.rng.choice((", p. 12", ": 44", ", Table 2"))
        if len(group) == 2 and self.brackets == "[]" and self.rng.random() < 0.3:
            return "[" + f"],{self.rng.choice(('', ' '))}[".join(str(i + 1) for i in group) + "]"
        if self.brackets == "()":
            inside = self.rng.choice(("", "", "refs. " if len(group) > 1 else "ref. ")) + numbers_in(
                group, self.rng
            )
        return f"{self.brackets[0]}{inside}{self.brackets[1]}"

    def _by_name(self, cited: list[int], faulty: bool) -> list[Cite]:
        order = self.rng.sample(cited, len(cited))
        shown = {i: (people(self.works[i], self.joint), self._year(i)) for i in cited}
        if faulty:
            self._plant_by_name(shown)
        units: list[Cite] = []
        while order:
            size = self.rng.choice((1, 1, 1, 2, 3))
            group, order = order[:size], order[size:]
            if len(group) == 1 and self.rng.random() < 0.35:
                who, year = shown[group[0]]
                if who.endswith("et al.") or " & " not in who:
                    who += self.rng.choice(("", "", "’s", "'s")) if not who.endswith(".") else ""
                who = who.replace(" & ", " and ")
                units.append(Cite(tuple(group), f"{who} ({year})", narrative=True))
                continue
            lead = self.rng.choice(("", "", "", "see ", "e.g., ", "cf. "))
            tail = self.rng.choice(("", "", "", ", p. 14", ", pp. 3–5")) if len(group) == 1 else ""
            inside = "; ".join(self.comma.join(shown[i]) for i in group)
            units.append(Cite(tuple(group), f"({lead}{inside}{tail})"))
        if faulty and self.rng.random() < 0.6:
            one, two = self.rng.choice(UNLISTED)
            at = self.rng.randint(0, len(units))
            text = self.rng.choice(
                (f"({one}{self.joint}{two}{self.comma}2007)", f"({one} et al.{self.comma}2007)")
            )
            units.insert(at, Cite((-1,), text))
            self.planted.add(("T401", one))
        return units

    def _plant_by_name(self, shown: dict[int, tuple[str, str]]) -> None:
        """Change how two works are cited: another year, another spelling; perhaps a letter left out."""
        able = [i for i in shown if i not in self.letters]
        year, name = self.rng.sample(able, 2)
        who, _ = shown[year]
        shown[year] = who, str(int(self.works[year].year) - self.rng.choice((1, 2)))
        surname = self.works[year].names[0][1]
        self.planted.add(("T403", f"{surname}|{surname.replace(chr(39), '’')}"))
        family = self.works[name].names[0][1]
        at = len(family) // 2
        if len(family) > 6 and family.isascii() and family.isalpha() and family[at] != family[at - 1]:
            wrong = family[:at] + family[at + 1 :]
            who, printed = shown[name]
            shown[name] = who.replace(family, wrong, 1), printed
            self.planted.add(("T404", wrong))
        if self.rng.random() < 0.4 and len(self.letters) == 2:
            first = min(self.letters)
            who, _ = shown[first]
            shown[first] = who, self.works[first].year
            self.planted.add(("T405", self.works[first].year))

    def _note(self, place: int) -> str:
        facts = self.works[place]
        names = [family for _, family in facts.names]
        who = f"{names[0]} et al." if len(names) > 3 else " and ".join(names) if len(names) < 3 else ""
        who = who or f"{names[0]}, {names[1]}, and {names[2]}"
        words = facts.title.split()
        title = " ".join(words[: self.rng.randint(4, 6)])
        return f"{self.rng.choice(('', '', 'See '))}{who}, “{title.strip(',.:;?')},” {facts.first}."

    def _entries(self, faulty: bool) -> tuple[list[str], list[str]]:
        layout = LAYOUTS[self.rng.choice(LISTS[self.style])]
        entries = []
        for place, facts in enumerate(self.works):
            entries.append(layout(replace(facts, year=self._year(place))))
        labels = [str(i + 1) for i in range(len(entries))] if self.style in ("numeric", "superscript") else []
        return entries, labels or [""] * len(entries)

    def _parts(self, units: list[Cite]) -> list[Part]:
        """Return the article's parts: citations in order, spread over prose, tables, captions, notes."""
        rng = self.rng
        parts: list[Part] = [Part("heading", ["Background"])]
        kinds = ["para"] * 8 + ["table", "figure", "box", "footnote", "quote", "list"]
        if self.style == "notes":
            kinds = ["para"]
        k, tables = 0, 0
        while k < len(units):
            kind = rng.choice(kinds)
            size = rng.randint(1, 4)
            group, k = units[k : k + size], k + size
            if kind == "table":
                tables += 1
                rows: list[list[list[Inline]]] = [[["Study"], ["Size"], ["Effect"]]]
                rows += [
                    [[*self._cell(unit)], [str(rng.randint(12, 400))], [f"0.{rng.randint(10, 99)}"]]
                    for unit in group
                ]
                parts.append(Part("para", [f"The studies are set side by side in Table {tables}."]))
                parts.append(Part("table", [f"Studies and their size, part {tables}"], rows))
            elif kind == "figure":
                parts.append(
                    Part(
                        "figure",
                        [
                            rng.choice(
                                ("Means of both groups, redrawn after earlier work", "The first report")
                            )
                            + self.gap,
                            *self._joined(group),
                            ".",
                        ],
                    )
                )
            elif kind == "footnote" and len(group) > 1:
                parts.append(
                    Part(
                        "para",
                        self._prose(group[:1]),
                        note=[f"On this there is more to say{self.gap}", *self._joined(group[1:]), "."],
                    )
                )
            elif kind == "heading":
                parts.append(Part("heading", ["Further results"]))
            elif kind == "footnote":
                parts.append(Part("para", self._prose(group)))
            else:
                parts.append(Part(kind, self._prose(group)))
            if rng.random() < 0.15:
                parts.append(
                    Part("heading", [rng.choice(("Methods", "Results", "Discussion", "What follows"))])
                )
        return parts

    def _cell(self, unit: Cite) -> list[Inline]:
        if not unit.works:
            return ["all of these (Table 9)"]
        if self.style == "author-date":
            inner = unit.text.strip("()") if not unit.narrative else unit.text
            return [replace(unit, text=inner)]
        return [self.rng.choice(("Series", "Cohort", "Trial")) + self.gap, unit]

    def _joined(self, units: Sequence[Cite]) -> list[Inline]:
        found: list[Inline] = []
        for unit in units:
            found += [
                " and others" if found and self.style == "superscript" else " and " if found else "",
                unit,
            ]
        return found

    def _prose(self, units: Sequence[Cite]) -> list[Inline]:
        found: list[Inline] = []
        for unit in units:
            sentence = self.rng.choice(SENTENCES)
            if not unit.works:
                found.append(f"{sentence} (Table 9). ")
            elif unit.narrative:
                found += [unit, f" found this too: {sentence[0].lower()}{sentence[1:]}. "]
            elif self.style in ("superscript", "notes"):
                found += [f"{sentence}.", unit, " "]
            else:
                found += [f"{sentence} ", unit, ". "]
            if self.rng.random() < 0.3:
                found.append(f"{self.rng.choice(PLAIN)} ")
        return found


def _plain(inlines: Sequence[Inline], cite: Callable[[Cite], str], text: Callable[[str], str] = str) -> str:
    return "".join(text(x) if isinstance(x, str) else cite(x) for x in inlines).strip()


def _with_list(made: Made) -> list[Part | None]:
    """Return the parts of an article in order, None where its list stands."""
    return [*made.parts, None, *made.after]


def as_markdown(made: Made, *, for_pandoc: bool = False) -> str:
    """Return an article in Markdown; where pandoc reads it, in its own marks alone."""
    notes: list[str] = []
    own_marks = made.rng.random() < 0.5

    def cite(c: Cite) -> str:
        if made.style == "superscript":
            return f"^{c.text}^" if own_marks or for_pandoc else f"<sup>{c.text}</sup>"
        if made.style == "notes":
            notes.append(c.text)
            return f"[^{len(notes)}]"
        return (
            c.text.replace("[", "\\[").replace("]", "\\]")
            if made.style == "numeric" and made.rng.random() < 0.1
            else c.text
        )

    lines = ["# On a question", ""]
    for part in _with_list(made):
        if part is None:
            lines += ["## References", ""]
            for label, entry in zip(made.labels, made.entries, strict=True):
                lines += [f"{label}. {entry}" if label else entry, ""]
            continue
        body = _plain(part.inlines, cite)
        if part.note:
            notes.append(_plain(part.note, cite))
            body += f"[^{len(notes)}]"
        if part.kind == "heading":
            lines += [f"## {body}", ""]
        elif part.kind == "table":
            rows = [" | ".join(_plain(cell, cite) for cell in row) for row in part.rows]
            lines += [
                f"| {rows[0]} |",
                "|---|---|---|",
                *(f"| {row} |" for row in rows[1:]),
                "",
                f"Table: {body}",
                "",
            ]
        elif part.kind == "figure":
            lines += [f"![{body}](means.png)", ""]
        elif part.kind in ("box", "quote"):
            lines += [f"> {body}", ""]
        elif part.kind == "list":
            lines += [f"- {body}", "- Nothing more.", ""]
        else:
            lines += [body, ""]
    lines += [f"[^{n}]: {note}\n" for n, note in enumerate(notes, 1)]
    return "\n".join(lines) + "\n"


def as_html(made: Made) -> str:
    """Return an article as a web page."""
    notes: list[str] = []
    linked = made.rng.random() < 0.4

    def cite(c: Cite) -> str:
        said = html.escape(c.text, quote=False)
        if made.style == "notes":
            notes.append(said)
            return f'<sup><a href="#fn{len(notes)}">{len(notes)}</a></sup>'
        if linked and c.works and c.works[0] >= 0 and len(c.works) == 1 and c.works[0] < len(made.entries):
            said = (
                re.sub(r"\d+", lambda m: f'<a href="#ref{c.works[0] + 1}">{m.group()}</a>', said, count=1)
                if made.labels[0]
                else said
            )
        return f"<sup>{said}</sup>" if made.style == "superscript" else said

    out = ["<html><head><title>On a question</title></head><body><article><h1>On a question</h1>"]
    for part in _with_list(made):
        if part is None:
            if notes and made.style == "notes":
                foot = "".join(f'<li id="fn{n}">{note}</li>' for n, note in enumerate(notes, 1))
                out.append(f"<h2>Notes</h2><ol>{foot}</ol>")
            tag = "ol" if made.labels[0] else "ul"
            listed = "".join(
                f'<li id="ref{n}">{html.escape(entry, quote=False)}</li>'
                for n, entry in enumerate(made.entries, 1)
            )
            out.append(f"<h2>References</h2><{tag}>{listed}</{tag}>")
            continue
        body = _plain(part.inlines, cite, lambda s: html.escape(s, quote=False))
        if part.note:
            notes.append(_plain(part.note, cite, html.escape))
            body += f' <a href="#fn{len(notes)}">*</a>'
        if part.kind == "heading":
            out.append(f"<h2>{body}</h2>")
        elif part.kind == "table":
            rows = "".join(
                "<tr>" + "".join(f"<td>{_plain(cell, cite, html.escape)}</td>" for cell in row) + "</tr>"
                for row in part.rows
            )
            out.append(f"<table><caption>{body}</caption>{rows}</table>")
        elif part.kind == "figure":
            out.append(f'<figure><img src="a.png" alt=""><figcaption>{body}</figcaption></figure>')
        elif part.kind == "box":
            out.append(f"<aside><h3>Box 1</h3><p>{body}</p></aside>")
        elif part.kind == "quote":
            out.append(f"<blockquote>{body}</blockquote>")
        elif part.kind == "list":
            out.append(f"<ul><li>{body}</li><li>Nothing more.</li></ul>")
        else:
            out.append(f"<p>{body}</p>")
    if notes and made.style != "notes":
        foot = "".join(f'<li id="fn{n}">{note}</li>' for n, note in enumerate(notes, 1))
        out.append(f'<section class="footnotes"><ol>{foot}</ol></section>')
    comments = ""
    if made.hard:
        comments = (
            '<section id="comments"><h2>2 comments</h2><div class="comment"><p>Ann says: this is not what '
            "(Vandenberghe, 2007) found.</p></div></section>"
        )
    return "\n".join([*out, f"</article>{comments}</body></html>"])


def as_text(made: Made) -> str:
    """Return an article as plain text: lines of 78 letters, tables in columns, raised numbers glued on."""
    notes: list[str] = []

    def cite(c: Cite) -> str:
        if made.style == "notes":
            notes.append(c.text)
            return str(len(notes))
        return c.text

    def filled(body: str, indent: str = "") -> str:
        lines = textwrap.wrap(
            body, 78, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
        )
        if made.hard:
            lines = [*_parted(lines, made.rng)]
        return "\n".join(lines)

    out = ["On a question", ""]
    for part in _with_list(made):
        if part is None:
            if notes:
                out += ["Notes", ""] + [filled(f"{n}. {note}") for n, note in enumerate(notes, 1)] + [""]
            out += ["References" if made.style != "notes" else "Bibliography", ""]
            for label, entry in zip(made.labels, made.entries, strict=True):
                out += [filled(f"{label}. {entry}" if label else entry), ""]
            continue
        if made.hard and made.rng.random() < 0.2:
            out += ["", "14", "\fAnn Tillingford: On a question", ""]
        body = _plain(part.inlines, cite)
        if part.kind == "heading":
            out += ["", body, ""]
        elif part.kind == "table":
            cells = [[_plain(cell, cite) for cell in row] for row in part.rows]
            number = sum(line.startswith("Table ") and ". Studies" in line for line in out) + 1
            out += [f"Table {number}. {body}", ""]
            out += [f"{row[0]:<52}{row[1]:<10}{row[2]}" for row in cells] + [""]
        elif part.kind == "figure":
            out += [filled(f"Figure 1. {body}"), ""]
        elif part.kind in ("box", "quote"):
            out += [filled(body, "    "), ""]
        else:
            out += [filled(body), ""]
        if part.note:
            out += [filled(f"* {_plain(part.note, cite)}"), ""]
    return "\n".join(out)


def _parted(lines: list[str], rng: random.Random) -> Iterator[str]:
    """Yield lines of which some end within the first word of the next, as a page sets them."""
    for k, line in enumerate(lines):
        word = lines[k + 1].split()[0] if k + 1 < len(lines) else ""
        letters = re.match(r"\(?[^\W\d_]+", word)
        if letters is not None and len(letters.group()) > 6 and rng.random() < 0.4:
            cut = rng.randint(3, len(letters.group()) - 3)
            lines[k + 1] = lines[k + 1].replace(word, word[cut:], 1)
            yield f"{line} {word[:cut]}-"
        else:
            yield line


_TEX = str.maketrans({"&": r"\&", "%": r"\%", "_": r"\_", "#": r"\#", "$": r"\$", "{": r"\{", "}": r"\}"})


def as_latex(made: Made) -> str:
    """Return an article in LaTeX, its citations as commands where they can be, its list by hand."""
    commands = made.style == "numeric" and not any(c for c, _ in made.planted if c in ("T406", "T407"))

    def cite(c: Cite) -> str:
        if made.style == "notes":
            return rf"\footnote{{{c.text.translate(_TEX)}}}"
        if made.style == "superscript":
            return rf"\textsuperscript{{{c.text}}}"
        if commands:
            return r"\cite{" + ",".join(f"w{i}" for i in c.works) + "}"
        return c.text.translate(_TEX)

    def tex(text: str) -> str:
        return text.translate(_TEX)

    out = [r"\documentclass{article}", r"\begin{document}", r"\title{On a question}", r"\maketitle"]
    for part in _with_list(made):
        if part is None:
            out += _latex_list(made, commands)
            continue
        body = _plain(part.inlines, cite, tex)
        if part.note:
            body += rf"\footnote{{{_plain(part.note, cite, tex)}}}"
        if part.kind == "heading":
            out.append(rf"\section{{{body}}}")
        elif part.kind == "table":
            rows = " \\\\\n".join(" & ".join(_plain(cell, cite, tex) for cell in row) for row in part.rows)
            out += [
                r"\begin{table}",
                rf"\caption{{{body}}}",
                r"\begin{tabular}{lrr}",
                r"\hline",
                rows + r" \\",
                r"\end{tabular}",
                r"\end{table}",
            ]
        elif part.kind == "figure":
            out += [r"\begin{figure}", r"\includegraphics{a.png}", rf"\caption{{{body}}}", r"\end{figure}"]
        elif part.kind in ("box", "quote"):
            out += [r"\begin{quote}", body, r"\end{quote}"]
        elif part.kind == "list":
            out += [r"\begin{itemize}", rf"\item {body}", r"\item Nothing more.", r"\end{itemize}"]
        else:
            out += [body, ""]
    return "\n".join([*out, r"\end{document}"]) + "\n"


def _latex_list(made: Made, commands: bool) -> list[str]:
    if commands:
        items = [rf"\bibitem{{w{i}}} {entry.translate(_TEX)}" + "\n" for i, entry in enumerate(made.entries)]
        return [r"\begin{thebibliography}{99}", *items, r"\end{thebibliography}"]
    listed = zip(made.labels, made.entries, strict=True)
    return [
        r"\section*{References}",
        *((f"{label}. " if label else "") + entry.translate(_TEX) + "\n" for label, entry in listed),
    ]


def as_jats(made: Made) -> str:
    """Return an article in JATS: most citations linked, tables and boxes as journals give them."""
    notes: list[str] = []

    def cite(c: Cite) -> str:
        said = escape(c.text)
        if made.style == "notes":
            notes.append(said)
            return f'<xref ref-type="fn" rid="fn{len(notes)}"><sup>{len(notes)}</sup></xref>'
        if len(c.works) == 1 and 0 <= c.works[0] < len(made.entries) and made.rng.random() < 0.8:
            link = f'<xref ref-type="bibr" rid="r{c.works[0] + 1}">'
            if made.labels[0]:
                said = re.sub(r"\d+", lambda m: f"{link}{m.group()}</xref>", said, count=1)
            elif not c.narrative and said[0] == "(":
                said = f"({link}{said[1:-1]}</xref>)"
            else:
                said = f"{link}{said}</xref>"
        return f"<sup>{said}</sup>" if made.style == "superscript" else said

    def body_of(inlines: Sequence[Inline]) -> str:
        return _plain(inlines, cite, escape)

    out = []
    for n, part in enumerate([*made.parts, *made.after]):
        body = body_of(part.inlines)
        if part.note:
            body += f'<fn id="n{n}"><p>{body_of(part.note)}</p></fn>'
        if part.kind == "heading":
            out.append(f"</sec><sec><title>{body}</title>" if out else f"<sec><title>{body}</title>")
        elif part.kind == "table":
            rows = "".join(
                "<tr>" + "".join(f"<td>{body_of(cell)}</td>" for cell in row) + "</tr>" for row in part.rows
            )
            out.append(
                f"<table-wrap><label>Table 1</label><caption><p>{body}</p></caption>"
                f"<table><tbody>{rows}</tbody></table></table-wrap>"
            )
        elif part.kind == "figure":
            out.append(f"<fig><label>Figure 1</label><caption><p>{body}</p></caption></fig>")
        elif part.kind == "box":
            out.append(f"<boxed-text><sec><title>Box 1</title><p>{body}</p></sec></boxed-text>")
        elif part.kind == "quote":
            out.append(f"<disp-quote><p>{body}</p></disp-quote>")
        elif part.kind == "list":
            out.append(f"<list><list-item><p>{body}</p></list-item></list>")
        else:
            out.append(f"<p>{body}</p>")
    refs = "".join(
        f'<ref id="r{n}">'
        + (f"<label>{label}</label>" if label else "")
        + f"<mixed-citation>{escape(entry)}</mixed-citation></ref>"
        for n, (label, entry) in enumerate(zip(made.labels, made.entries, strict=True), 1)
    )
    foot = "".join(f'<fn id="fn{n}"><label>{n}</label><p>{note}</p></fn>' for n, note in enumerate(notes, 1))
    foot = f"<fn-group>{foot}</fn-group>" if foot else ""
    return (
        '<?xml version="1.0"?><article><front><article-meta><title-group><article-title>On a question'
        f"</article-title></title-group></article-meta></front><body>{''.join(out)}</sec></body>"
        f"<back>{foot}<ref-list><title>References</title>{refs}</ref-list></back></article>"
    )


WRITERS: dict[str, tuple[Callable[[Made], str], str]] = {
    "md": (as_markdown, ""),
    "html": (as_html, ""),
    "txt": (as_text, ""),
    "tex": (as_latex, ""),
    "xml": (as_jats, ""),
    "docx": (as_markdown, "docx"),
    "odt": (as_markdown, "odt"),
    "epub": (as_html, "epub"),
}
"""What writes each format, and pandoc's name for what it makes of that."""


def file_of(made: Made, suffix: str, pandoc: str) -> bytes:
    """Return an article as the bytes of a file."""
    writer, to = WRITERS[suffix]
    if not to:
        return writer(made).encode()
    source = as_markdown(made, for_pandoc=True) if writer is as_markdown else writer(made)
    read = "markdown+raw_html" if writer is as_markdown else "html"
    done = subprocess.run(
        [pandoc, "-f", read, "-t", to, "-o", "-"], input=source.encode(), capture_output=True, check=True
    )
    return done.stdout


def findings_of(source: bytes | Path, name: str) -> tuple[CheckedArticle, list[Finding]]:
    """Return an article as checked without any source, and what the T rules say of it."""
    extracted = extract_article(source, name=name)
    checked = CheckedArticle(*extracted, matches=(None,) * len(extracted.references))
    return checked, list(run_rules(RULES, checked))


def judge_made(options: argparse.Namespace) -> None:
    """Make articles, check them, print what was found and what was not planted."""
    rng = random.Random(options.seed)
    lines = read_lines(options.corpus)
    pool = pool_of(rng.sample(lines, min(len(lines), 12000)))
    suffixes = [s for s, (_, to) in WRITERS.items() if options.pandoc or not to]
    tally: dict[str, Counter[str]] = {name: Counter() for name in ("said", "right", "planted", "caught")}
    wrong_in: Counter[str] = Counter()
    for number in range(options.articles):
        style, suffix = STYLES[number % 4], suffixes[number // 4 % len(suffixes)]
        made = Maker(pool, style, rng, hard=options.hard).article(faulty=rng.random() < 0.5)
        name = f"{number}-{style}.{suffix}"
        source = file_of(made, suffix, options.pandoc)
        if options.keep:
            (options.keep / name).write_bytes(source)
        _, findings = findings_of(source, name)
        left = made.planted | made.allowed
        for found in findings:
            tally["said"][found.code] += 1
            hit = next(
                (p for p in left if p[0] == found.code and any(w in found.message for w in p[1].split("|"))),
                None,
            )
            if hit is None:
                wrong_in[name.split("-", 1)[1]] += 1
                sentence = str(found.evidence.get("sentence", ""))[:120]
                print(f"  wrong {found.code} {name}: {found.message[:150]} | {sentence}")
            else:
                left.discard(hit)
                tally["right"][found.code] += 1
        for code, word in sorted(made.planted):
            tally["planted"][code] += 1
            tally["caught"][code] += (code, word) not in left
            if (code, word) in left:
                print(f"  missed {code} {name}: {word}")
    print_table(tally)
    if options.reliability:
        write_reliability(options.reliability, tally["said"], tally["right"])
    print("wrong by style and format:", dict(wrong_in.most_common()))


def print_table(tally: dict[str, Counter[str]]) -> None:
    """Print precision and recall by rule."""
    print("\nrule    said  right  planted  found  precision  recall")
    codes = sorted(tally["said"].keys() | tally["planted"].keys())
    for code in (*codes, "all"):
        said, right, planted, caught = (
            sum(tally[n].values()) if code == "all" else tally[n][code]
            for n in ("said", "right", "planted", "caught")
        )
        share = [f"{100 * a / b:.1f} %" if b else "-" for a, b in ((right, said), (caught, planted))]
        print(f"{code:6}{said:6}{right:7}{planted:9}{caught:7}{share[0]:>11}{share[1]:>9}")


def judge_gold(gold: Path, docs: Path) -> None:
    """Compare T402, and what T410 names, with the references that the gold citations leave out."""
    tally: dict[str, Counter[str]] = {name: Counter() for name in ("said", "right", "planted", "caught")}
    for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines()):
        if not row.get("citations"):
            continue
        cited = {i for citation in row["citations"] for i in citation["refs"]}
        left_out = {i for i in range(len(row["references"])) if i not in cited}
        checked, findings = findings_of(find_document(docs, row["doc"]), row["doc"])
        tally["planted"]["T402"] += len(left_out)
        told: set[int] = set()
        for found in findings:
            named = [found.reference] if found.code == "T402" else found.evidence.get("entries", [])
            for index in named if found.code in ("T402", "T410") else ():
                place = gold_place(checked.references[index].raw, row["references"])
                right = place in left_out
                tally["said"][found.code] += 1
                tally["right"][found.code] += right
                if right:
                    told.add(place)
                verdict, raw = "right" if right else "wrong", checked.references[index].raw
                print(f"  {verdict} {found.code} {row['doc']}: {raw[:80]}")
            if found.code not in ("T402", "T410"):
                tally["said"][found.code] += 1
                print(f"  other {found.code} {row['doc']}: {found.message[:120]}")
        tally["caught"]["T402"] += len(told)
        for place in sorted(left_out - told):
            print(f"  missed {row['doc']}: {row['references'][place][:80]}")
    print_table(tally)


def gold_place(raw: str, references: Sequence[str]) -> int:
    """Return which gold reference an entry is."""
    best = process.extractOne(raw, references, scorer=fuzz.ratio)
    return int(best[2]) if best else -1


def main() -> None:
    """Read the command line and judge made articles or those with gold citations."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=128)
    parser.add_argument("--pandoc", default="", help="makes DOCX, ODT and EPUB")
    parser.add_argument("--hard", action="store_true", help="bodies, undated works, parted words, appendices")
    parser.add_argument("--keep", type=Path, help="folder for the articles made")
    parser.add_argument("--reliability", type=Path, help="the table that `refs explain` shows")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--docs", type=Path)
    options = parser.parse_args()
    if options.gold:
        judge_gold(options.gold, options.docs)
    else:
        judge_made(options)


if __name__ == "__main__":
    main()
