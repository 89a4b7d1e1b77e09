"""Citations by author and year: "(Neff, 2003a; cf. Rogers & Dymond 1954, p. 5)", "Neff's (2003)", "ibid."."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from refs.extract.citations.name_year_index import NameYearIndex
from refs.extract.citations.names import (
    IN_NAMES,
    JOINT,
    NAMES,
    NO_SURNAMES,
    YEAR,
    YEARS,
    Unit,
    says_others,
    split_names,
    split_years,
)
from refs.extract.citations.sentences import Sentences
from refs.extract.citations.sure import is_said_to_say, is_surely_citation, stands_between_others
from refs.extract.page_seams import body_around, bracket_is_open, page_ends
from refs.model import Article, BlockKind, Citation, Reference, fold

# "(…2003…)": what stands in parentheses or square brackets; it must hold a year
_GROUP = (
    re.compile(
        r"\([^()\[\]]{0,1200}(?:\[[^()\[\]\d]{2,60}\][^()\[\]]{0,600}|\[\d{4}\][^()\[\]]{0,600}){0,8}[)\]]"
    ),
    re.compile(r"\[[^()\[\]]{4,1200}[)\]]"),
)
_DATED = re.compile(YEAR)
_NARROW = str.maketrans("（）［］，；：．", "()[],;:.")
"""Wide signs of Chinese and Japanese texts, and the narrow ones that mean the same."""
# Between small letters the hyphen goes with the line end; "Oliver-⏎Smith" keeps it. What begins with a hyphen
# is searched fast.
_LINE_ENDS = re.compile(r"-\n(?<=[a-zß-öø-ÿ]-\n)(?:(?=[a-zß-öø-ÿ])|(?=([^\W\d_])))")
_INITIALS_BEHIND = r"(?:,?\s(?:[A-Z]\.[- ]?){1,3})?"
_PAGES = r"(?:pp?\.|S\.|p[áa]gs?\.|Kap\.|chap\.|ch\.|cap\.|para\.|§)?\s?\d{1,4}(?:\s?[-–]\s?\d{1,4})?"
# "Neff, 2003", "Neff 1990 [1962]: 54", "Association [APA], 2017", "Campbell S. 1997"
_UNIT = re.compile(
    rf"(?<!\w)(?P<names>{NAMES})(?P<possessive>['’]s?)?{_INITIALS_BEHIND}(?:\s\[[^\[\]\d]{{2,40}}\])?"
    rf"[,:]?(?:\s{{0,2}}|\s?\n\s{{0,12}})\(?(?P<years>{YEARS})\)?(?P<locator>\s?[,:]\s?{_PAGES}(?!\d))?"
)
_YEARS_FIRST = re.compile(rf"\s?(?P<years>{YEARS})(?P<locator>\s?[,:]\s?{_PAGES})?\s?(?:[;,)\]]|$)")
_NAMES_BEFORE = re.compile(rf"(?<!\w)(?P<names>{NAMES})(?P<possessive>['’]s?)?{_INITIALS_BEHIND},?\s{{1,2}}$")
# "Instituto ", "National Institute of ", before the last words of a body's name
_BODY_BEFORE = re.compile(
    r"(?<![^\s(\[;])(?:[^\W\d_a-z][\w’'-]{1,24}\s"
    r"(?:(?:of|for|on|the|and|de|del|da|do|dos|das|la|di|della|des|du|für)\s){0,2}){1,6}$"
)
_OF_A_BODY = re.compile(r"\s(?:of|for|on|de|del|da|do|dos|das|di|della|des|du|für)\s")
# "MOLINA; ", "Fernandes; Cerioli; ", before the last name of a work
_NAMES_LED = re.compile(r"(?<![^\s;(\[])(?:[^\W\d_a-z][^\W\d_]{1,25}(?:[ '’-][^\W\d_]{1,25}){0,2};\s){1,6}$")
_IBID = re.compile(
    r"\((?:ibid|ebd|ibidem|loc\. cit|op\. cit|a\. ?a\. ?O)\b[^()]{0,60}\)|\((?:ebd|ibid)\.\)", re.I
)
_LEADS = frozenset(
    "however recently originally while although though when whereas moreover furthermore similarly first "
    "second third finally later here like following according both even thus therefore because unlike let "
    "using with than via under per our we these those this that such many most some other compare "
    "additionally again indeed hence despite given based instead subsequently consequently specifically "
    "particularly notably importantly interestingly alternatively accordingly conversely meanwhile "
    "nevertheless nonetheless still yet what where which who why how if then so or nor not only once all "
    "another several various more less earlier prior previously contrary building inspired motivated "
    "adapted modified reproduced source note work works nach laut wie bei auch zudem ferner dagegen "
    "hingegen wahrend obwohl jedoch aber dann hier die der das selon dans pour avec par comme ainsi "
    "cependant toutefois mais lorsque d apres segun para con por como asi pero cuando secondo nel "
    "conforme segundo em wobei erstmals zuerst zuletzt spater fruher".split()
)
"""Words that begin a sentence before the names of a citation: "However, Neff and Germer (2013)"."""


_CELLS = 2
"""Cells that works of the list fill, at least, in an article whose tables name works so."""


def author_date_citations(
    article: Article, references: Sequence[Reference], body: Sequence[tuple[int, int]]
) -> list[Citation]:
    """Return the citations by author and year in the stretches of body text, linked to the references.

    What links to no reference counts only in an article that cites this way, and only if it has the form
    of names and year: "(ICLR 2023)" or "in March (2003)" is none.
    """
    index = NameYearIndex(references)
    # NOTE: the same places in the same text, so that （WHO，2011） is read as (WHO,2011).
    text = article.text.translate(_NARROW) if "（" in article.text else article.text
    if article.format in ("pdf", "text") and "-\n" in text:
        text = _LINE_ENDS.sub(lambda end: f"-{JOINT}" if end.group(1) else JOINT * 2, text)
    citations: list[Citation] = []
    loose: list[Citation] = []
    sentences = Sentences(article.text)
    last: tuple[int, ...] = ()
    unsure: list[Unit] = []
    groups: set[int] = set()
    for start, end in body:
        for unit in sorted(_units(text, start, end), key=attrgetter("start")):
            linked = last
            if unit.names:
                unit, linked = _linked(unit, text, index)
            if linked:
                last = linked
                groups.add(unit.group)
                citations.append(_citation(article, unit, linked, sentences))
            elif unit.names and is_surely_citation(unit, text):
                loose.append(_citation(article, _with_whole_body(unit, text), linked, sentences))
            elif unit.names:
                unsure.append(unit)
    loose += [
        _citation(article, unit, (), sentences)
        for unit in unsure
        if (unit.group in groups and stands_between_others(unit, text)) or is_said_to_say(unit, text)
    ]
    for unit, linked in _over_page_ends(article, text, body, index, [*citations, *loose]):
        citations.append(_citation(article, unit, linked, sentences))
    for unit, linked in _in_tables(article, text, body, index, [*citations, *loose]):
        (citations if linked else loose).append(_citation(article, unit, linked, sentences))
    if len(citations) >= 3 and len(citations) >= len(loose):
        citations += loose
    return sorted(citations, key=lambda citation: citation.span or (0, 0))


def _citation(article: Article, unit: Unit, linked: tuple[int, ...], sentences: Sentences) -> Citation:
    return Citation(
        article.text[unit.start : unit.end],
        (unit.start, unit.end),
        linked,
        "author-date",
        sentences.around(unit.start, unit.end),
        names=unit.names,
        year=", ".join(unit.years),
        narrative=unit.narrative,
        locator=unit.locator,
    )


def _over_page_ends(
    article: Article,
    text: str,
    body: Sequence[tuple[int, int]],
    index: NameYearIndex,
    known: Sequence[Citation],
) -> Iterator[tuple[Unit, tuple[int, ...]]]:
    """Yield what is cited over the end of a page, "(Neff, 2003; Rog- | ers, 1957)", and is in the list.

    Between the pages stand feet, heads and notes: the two pieces are read without them.
    """
    taken = [citation.span for citation in known if citation.span]
    for end, start in page_ends(article):
        if not end or not (bracket_is_open(text, end) or text[start : start + 3].lstrip()[:1] in ("(", "[")):
            continue
        before, after = body_around(text, end, body)[0], body_around(text, start, body)[1]
        if not before or not after:
            continue
        if before.endswith("-"):
            before = before[:-1] + (JOINT if after[:1].islower() else "-")
        cut, joint = len(before), JOINT if text[end - 1] == "-" else " "
        for unit in _units(before + joint + after, 0, cut + len(joint) + len(after)):
            places = [
                at + end - cut if at <= cut else at - cut - len(joint) + start
                for at in (unit.start, unit.end)
            ]
            if not unit.names or any(a < places[1] and places[0] < b for a, b in taken):
                continue
            found, linked = _linked(unit, before + joint + after, index)
            if linked:
                taken.append((places[0], places[1]))
                yield found._replace(start=places[0], end=places[1]), linked


def _in_tables(
    article: Article,
    text: str,
    body: Sequence[tuple[int, int]],
    index: NameYearIndex,
    known: Sequence[Citation],
) -> Iterator[tuple[Unit, tuple[int, ...]]]:
    """Yield what the cells of tables cite without brackets: "Neff, 2003; Rogers et al. 1957".

    A name and a year there need not be a citation: they must link to a reference, say "et al.", or be names
    that fill a cell as works of the list do in others.
    """
    tables = [(b.start, b.end) for b in article.marked_blocks if b.kind is BlockKind.TABLE]
    if not tables:
        return
    taken = sorted(citation.span for citation in known if citation.span)
    starts = [start for start, _ in body]
    filling = 0
    unsure: list[Unit] = []
    for begin, stop in tables:
        at = bisect_right(starts, begin) - 1
        end = min(stop, body[at][1]) if at >= 0 else begin
        for match in _UNIT.finditer(text, begin, end):
            before = bisect_right(taken, (match.end(), 0)) - 1
            found = split_names(match.group("names"))
            if not found or (before >= 0 and taken[before][1] > match.start()):
                continue
            unit = Unit(
                found, split_years(match.group("years")), match.start(), match.end(), False, _locator(match)
            )
            fills = _fills_a_cell(text, match)
            unit, linked = _linked(unit, text, index)
            filling += fills and bool(linked)
            if linked or says_others(match.group()):
                yield unit, linked
            elif fills and len(unit.names) > 1:
                unsure.append(unit)
    if filling >= _CELLS:
        yield from ((unit, ()) for unit in unsure)


def _fills_a_cell(text: str, found: re.Match[str]) -> bool:
    """Return True for what stands alone in the cell of a table.

    >>> text = "Neff, 2003 | 12 | see Rogers, 1957"
    >>> [_fills_a_cell(text, match) for match in _UNIT.finditer(text)]
    [True, False]
    """
    before, after = text[max(0, found.start() - 3) : found.start()], text[found.end() : found.end() + 2]
    begins = not before or before[-1:] in "\n\t|" or before.endswith(("| ", "  "))
    return begins and (not after or after[0] in "\n\t|" or after in (" |", "  "))


def _units(text: str, start: int, end: int) -> Iterator[Unit]:
    """Yield the author-year units of a stretch of text, "ibid." last."""
    for group_start, group_end in _dated_groups(text, start, end):
        inner_start, inner_end = group_start + 1, group_end - 1
        first = _YEARS_FIRST.match(text, inner_start, inner_end + 1)
        if first:
            before = text[max(start, group_start - 160) : group_start]
            names = _NAMES_BEFORE.search(before, _first_name(before)) if _may_end_names(before) else None
            if names and (found := split_names(names.group("names"))):
                at = group_start - len(before) + names.start("names")
                years = split_years(first.group("years"))
                yield Unit(found, years, at, group_end, True, _locator(first), group_start)
            inner_start = first.end()
        for unit in _UNIT.finditer(text, inner_start, inner_end):
            if found := split_names(unit.group("names")):
                years = split_years(unit.group("years"))
                led = _NAMES_LED.search(text, inner_start, unit.start())
                others = tuple(name.strip() for name in led.group().split(";")[:-1]) if led else ()
                yield Unit(found, years, unit.start(), unit.end(), False, _locator(unit), group_start, others)
    for ibid in _IBID.finditer(text, start, end):
        yield Unit((), (), ibid.start(), ibid.end(), False, "")


def _linked(unit: Unit, text: str, index: NameYearIndex) -> tuple[Unit, tuple[int, ...]]:
    """Return a unit without the words before its names, and the references that it points to.

    Which words are names, the list knows best: "BIC, Bai and Perron 2003", "While Neff and Germer (2013)".
    """
    if unit.before:
        names = (*unit.before, *unit.names)
        linked = tuple(dict.fromkeys(i for year in unit.years for i in index.find(names, year)))
        if linked := tuple(i for i in linked if index.names_all(i, names)):
            start = text.rfind(unit.before[0], unit.group, unit.start)
            return unit._replace(names=names, start=max(start, unit.group + 1)), linked
    alone = says_others(text[unit.start : unit.end])
    for names in _name_variants(unit.names, 1 if alone else 2):
        linked = tuple(dict.fromkeys(i for year in unit.years for i in index.find(names, year)))
        # NOTE: "Wanna, Jensen & De Vries 2004" is not Jensen 2004.
        if len(names) < len(unit.names):
            linked = tuple(i for i in linked if index.names_all(i, names))
        if linked:
            return _from_name(unit, names, text), linked
    return _from_name(unit, _without_leads(unit.names), text), ()


def _name_variants(names: tuple[str, ...], fewest: int) -> Iterator[tuple[str, ...]]:
    """Yield names as they stand, then without words or names before the first; so many stay together."""
    yield names
    words = names[0].split()
    for place in range(1, len(words)):
        yield " ".join(words[place:]), *names[1:]
    for place in range(1, len(names) - fewest + 1):
        yield names[place:]


def _without_leads(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of a citation without words that begin a sentence before them.

    >>> _without_leads(("However", "Neff", "Germer")), _without_leads(("While Neff",))
    (('Neff', 'Germer'), ('Neff',))
    """
    while names and fold(names[0].split()[0]) in _LEADS:
        rest = names[0].partition(" ")[2]
        names = (rest, *names[1:]) if rest else names[1:]
    return names


def _from_name(unit: Unit, names: tuple[str, ...], text: str) -> Unit:
    """Return a unit that begins with the first of these names."""
    if names == unit.names:
        return unit
    if not names:
        return unit._replace(names=names)
    start = text.find(names[0].split()[0], unit.start, unit.end)
    return unit._replace(names=names, start=max(start, unit.start))


def _dated_groups(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where parentheses and brackets that hold a year stand, in order."""
    groups = [group.span() for pattern in _GROUP for group in pattern.finditer(text, start, end)]
    for first, last in sorted(groups):
        if _DATED.search(text, first + 1, last - 1):
            yield first, last


def _may_end_names(before: str) -> bool:
    """Return False for a text whose last word is no name, so that no names stand at its end."""
    words = before.rsplit(None, 1)
    if not words or not words[-1].islower():
        return bool(words)
    bare = words[-1].replace("’", "'").partition("'")[0]
    return bare.strip(".,;)(") in NO_SURNAMES


def _first_name(before: str) -> int:
    """Return where in a text the names at its end may begin: behind its last small word that is part of none.

    >>> _first_name("has been told by van den Akker and Neff ")
    16
    """
    words = before
    while words:
        words, _, word = words.rstrip().rpartition(" ")
        if word.islower() and word.isalpha() and word not in IN_NAMES:
            return len(words) + len(word) + 1
    return 0


def _locator(match: re.Match[str]) -> str:
    return (match.group("locator") or "").strip(" ,:")


def _with_whole_body(unit: Unit, text: str) -> Unit:
    """Return a unit whose name is a body's whole one: "Instituto Brasileiro de Geografia e Estatística"."""
    if unit.narrative or unit.group < 0:
        return unit
    lead = _BODY_BEFORE.search(text, unit.group + 1, unit.start)
    written = _UNIT.match(text, unit.start, unit.end)
    if lead is None or written is None:
        return unit
    name = " ".join(f"{lead.group()}{written['names']}".split())
    if len(unit.names) > 1 and not _OF_A_BODY.search(name):
        return unit
    return unit._replace(names=(name,), start=lead.start())
