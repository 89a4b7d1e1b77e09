"""Articles made from records in four styles: works cited in prose, tables, notes, boxes; faults planted."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ugly.layouts import LAYOUTS, Facts, facts_of

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
