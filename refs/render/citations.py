"""Citations in the text: works joined, sorted, told apart by names, initials and letters after the year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from refs.errors import InputError
from refs.model.item import Item
from refs.render.engine import templates_of, view_of
from refs.render.filters import joined
from refs.render.names import NameForm, format_name, format_names, initials
from refs.render.rich_text import attach, bare_text, wrap
from refs.render.sorting import lead_names, sort_key, sorted_items
from refs.render.style import Style
from refs.render.typography import rich


class Cite(NamedTuple):
    """One work within a citation."""

    key: str
    locator: str = ""
    label: str = "page"
    """What the locator counts, in CSL's words: "page", "chapter", "paragraph", "section", "figure"…"""
    prefix: str = ""
    suffix: str = ""
    without_author: bool = False


@dataclass(slots=True)
class _Work:
    """An item as it is cited: how many names are shown, whose initials, which letter."""

    item: Item
    names: tuple[Mapping[str, Any], ...]
    order: int
    number: int
    show: int = 0
    first_initials: bool = False
    year_suffix: str = ""


Names = tuple[Mapping[str, Any], ...]


class Citations:
    """The works that a text cites, told apart from each other once and for all."""

    def __init__(self, items: Sequence[Item], style: Style) -> None:
        self.style = style
        self._form = style.names.get("citation", NameForm(surname_only=True))
        self._introduced: set[str] = set()
        ordered = sorted_items(items, style)
        self.works = {
            item.id: _Work(item, lead_names(item, style), n, n + 1) for n, item in enumerate(ordered)
        }
        if style.citation.kind != "number" and style.csl is None:
            self._tell_apart()

    @property
    def items(self) -> list[Item]:
        """The items in the order of the style's list."""
        return [work.item for work in self.works.values()]

    def year_suffix(self, item: Item) -> str:
        """Return the letter after an item's year, "" where it needs none."""
        return self.works[item.id].year_suffix

    def cite(self, cites: Sequence[Cite], *, narrative: bool = False) -> str:
        """Return one citation as rich text; citations are asked for in the order of the text.

        A style that abbreviates groups gives a group's name and abbreviation where it is cited first, and
        the abbreviation from then on.

        Raises:
            InputError: a key that is not among the works.
        """
        for cite in cites:
            if cite.key not in self.works:
                raise InputError(
                    f"no entry {cite.key!r} in the bibliography; `refs list` shows what there is"
                )
        if self.style.csl is not None:
            from refs.render.csl import csl_citation

            return csl_citation([self.works[cite.key].item for cite in cites], self.style.csl)
        if self.style.citation.kind == "number":
            return self._numbers(cites, narrative)
        return self._narrative(cites) if narrative else self._parenthetical(cites)

    def introduce(self, key: str) -> None:
        """Take the groups among a work's authors as cited before."""
        if key in self.works:
            self._abbreviated(self.works[key])

    # -- telling works apart ---------------------------------------------------------------------

    def _tell_apart(self) -> None:
        form = self.style.citation
        works = list(self.works.values())
        if len(works) < 2:
            return
        if form.add_initials:
            self._add_initials(works)
        if form.add_names:
            for group in self._alike(works):
                self._add_names(group)
        if form.year_suffix:
            for group in self._alike(works):
                for n, work in enumerate(sorted(group, key=lambda w: w.order)):
                    work.year_suffix = letter(n)

    def _alike(self, works: Sequence[_Work]) -> list[list[_Work]]:
        """Return the groups of works whose citations read the same."""
        groups: dict[tuple[str, str], list[_Work]] = defaultdict(list)
        for work in works:
            groups[bare_text(self._author(work)), bare_text(self._date(work))].append(work)
        return [group for group in groups.values() if len(group) > 1]

    def _add_initials(self, works: Sequence[_Work]) -> None:
        """First authors who share a surname but not their initials show them (APA 7, 8.20)."""
        bearers: dict[str, set[str]] = defaultdict(set)
        for work in works:
            if work.names:
                bearers[self._surname(work.names[0])].add(initials(str(work.names[0].get("given") or "")))
        for work in works:
            work.first_initials = bool(work.names) and len(bearers[self._surname(work.names[0])]) > 1

    def _surname(self, name: Mapping[str, Any]) -> str:
        return format_name(name, self._form)

    def _add_names(self, group: Sequence[_Work]) -> None:
        """As many names as tell a work from the others alike, if any number does (APA 7, 8.18)."""
        lists = {work.order: [self._surname(name) for name in work.names] for work in group}
        for work in group:
            mine = lists[work.order]
            others = [names for order, names in lists.items() if order != work.order and names != mine]
            if not others or len(mine) < self._form.et_al_from:
                continue
            show = (
                max(
                    next(
                        (n for n, (a, b) in enumerate(zip(mine, other, strict=False)) if a != b),
                        min(len(mine), len(other)) - 1,
                    )
                    for other in others
                )
                + 1
            )
            work.show = len(mine) if show >= len(mine) - 1 else show

    # -- the pieces of a citation ----------------------------------------------------------------

    def _piece(self, work: _Work, part: str, **values: Any) -> str:
        view = view_of(work.item, self.style, year_suffix=work.year_suffix)
        given = {"names": "", "locator": "", "label": "", **values}
        return templates_of(self.style).citation({"item": view, "part": part, **given})

    def _abbreviated(self, work: _Work) -> tuple[Names, str]:
        """Return a work's names as they are cited now, and a single group's abbreviation where it is new.

        A group's name carries its abbreviation under "short" (APA 7, 8.21).
        """
        if not self.style.citation.abbreviations or not any(_short(name) for name in work.names):
            return work.names, ""
        cut = 0 < self._form.et_al_from <= len(work.names)
        shown = (work.show or self._form.et_al_show) if cut else len(work.names)
        names, new = list(work.names), ""
        for place, name in enumerate(work.names[:shown]):
            if not (short := _short(name)):
                continue
            whole = str(name["literal"])
            known = whole in self._introduced
            self._introduced.add(whole)
            new = "" if known else short
            names[place] = {"literal": short if known else f"{whole} [{short}]"}
        return tuple(names), new if len(names) == 1 else ""

    def _author(self, work: _Work, *, narrative: bool = False, names: Names | None = None) -> str:
        form = self._form._replace(et_al_show=work.show or self._form.et_al_show)
        if work.show >= len(work.names):
            form = form._replace(et_al_from=0)
        if narrative and form.last:
            form = form._replace(last="and")
        names = work.names if names is None else names
        text = format_names(names, form)
        if work.first_initials:
            first = format_name(names[0], form._replace(surname_only=False, order="direct"))
            text = first + text[len(format_name(names[0], form)) :]
        return self._piece(work, "author", names=text) or work.item.title or work.item.id

    def _date(self, work: _Work) -> str:
        return self._piece(work, "date")

    def _locator(self, cite: Cite) -> str:
        return self._piece(self.works[cite.key], "locator", locator=cite.locator, label=cite.label)

    # -- whole citations -------------------------------------------------------------------------

    def _parenthetical(self, cites: Sequence[Cite]) -> str:
        form = self.style.citation
        text, last = "", ""
        for cite in self._in_order(cites):
            work = self.works[cite.key]
            names = work.names if cite.without_author else self._abbreviated(work)[0]
            author = "" if cite.without_author else self._author(work, names=names)
            whose = author if names is work.names else self._author(work)
            date = self._with_locator(self._date(work), cite)
            follows = form.same_author and whose and whose == last and not cite.prefix
            if follows:
                text = attach(text, form.same_author) + date
            else:
                whole = cite.prefix + self._author_and_date(author, date)
                text = attach(text, form.between) + whole if text else whole
            text += cite.suffix
            last = "" if cite.locator or cite.suffix else whose
        return form.parenthetical.format(text)

    def _author_and_date(self, author: str, date: str) -> str:
        """Return "Smith 2019", or "Smith, n.d." where the style sets words apart from the name."""
        if not author or not date:
            return author or date
        between = ", " if bare_text(date)[:1].islower() else self.style.citation.author_date
        return attach(author, between) + date

    def _narrative(self, cites: Sequence[Cite]) -> str:
        form = self.style.citation
        whole = []
        for cite in cites:
            work = self.works[cite.key]
            date = self._with_locator(self._date(work), cite)
            names, new = self._abbreviated(work)
            if new and date:  # World Health Organization (WHO, 2020)
                names, date = work.names, f"{rich(new)}, {date}"
            author = self._author(work, narrative=True, names=names)
            whole.append(
                cite.prefix
                + (form.narrative.format(author=author, date=date) if date else author)
                + cite.suffix
            )
        return joined([", ".join(whole[:-1]), whole[-1]], ", and " if len(whole) > 2 else " and ")

    def _with_locator(self, date: str, cite: Cite) -> str:
        return joined([date, self._locator(cite)], self.style.citation.locator)

    def _in_order(self, cites: Sequence[Cite]) -> list[Cite]:
        """Return the works of one citation in the order of the list, unless one has words before it."""
        order = self.style.citation.order
        if not order or any(cite.prefix for cite in cites[1:]):
            return list(cites)
        return sorted(cites, key=lambda c: sort_key(self.works[c.key].item, self.style, order))

    def _numbers(self, cites: Sequence[Cite], narrative: bool) -> str:
        """Return numbers, runs of three and more as ranges: "[1], [3]–[5]"."""
        form = self.style.citation
        if any(cite.locator or cite.prefix or cite.suffix for cite in cites):
            pieces = [self._number(c) for c in cites]
        else:
            pieces = _ranges(
                sorted({self.works[c.key].number for c in cites}), form.number, form.number_range
            )
        text = form.parenthetical.format(form.between.join(pieces))
        if form.superscript:
            text = wrap(text, "sup")
        if not narrative:
            return text
        authors = joined(
            dict.fromkeys(self._author(self.works[c.key], narrative=True) for c in cites),
            " and ",
        )
        return f"{authors}{'' if form.superscript else ' '}{text}"

    def _number(self, cite: Cite) -> str:
        form = self.style.citation
        number = form.number.format(self.works[cite.key].number)
        locator = self._locator(cite)
        if locator and number.endswith("]"):
            number = f"{number[:-1]}{form.locator}{locator}]"
        elif locator:
            number += f"{form.locator}{locator}"
        return f"{cite.prefix}{number}{cite.suffix}"


def _short(name: Mapping[str, Any]) -> str:
    """Return the abbreviation that a group's name carries, "" where it has none or is a person's."""
    short = name.get("short")
    return short.strip() if isinstance(short, str) and name.get("literal") and not name.get("family") else ""


def letter(n: int) -> str:
    """Return the n-th letter after a year, from 0: a, b, … z, aa, ab.

    >>> [letter(n) for n in (0, 1, 25, 26)]
    ['a', 'b', 'z', 'aa']
    """
    text = ""
    n += 1
    while n:
        n, rest = divmod(n - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


def _ranges(numbers: Sequence[int], form: str, dash: str) -> list[str]:
    """Return numbers as a style prints them, three and more in a row as a range.

    >>> _ranges([1, 3, 4, 5, 8, 9], "[{}]", "–")
    ['[1]', '[3]–[5]', '[8]', '[9]']
    """
    pieces: list[str] = []
    start = 0
    for n in range(1, len(numbers) + 1):
        if n < len(numbers) and numbers[n] == numbers[n - 1] + 1:
            continue
        run = numbers[start:n]
        if len(run) > 2:
            pieces.append(f"{form.format(run[0])}{dash}{form.format(run[-1])}")
        else:
            pieces += [form.format(number) for number in run]
        start = n
    return pieces
