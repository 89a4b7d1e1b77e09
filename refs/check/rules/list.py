"""L: the list itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from refs.check.layout import layout_of
from refs.check.names import same_name
from refs.check.order import FEWEST, are_in_order, chapters, filing_names
from refs.check.registry import finding, rule
from refs.check.statuses import is_same_work
from refs.check.wording import name_work, shorten
from refs.model import CheckedArticle, Doi, Finding, Match, Outcome, Reference, Severity, fold_compact

ASKING_FOR_DOIS = frozenset(
    "apa apa-7 american-psychological-association ama american-medical-association acm nature".split()
)
"""Styles, by name and alias, that ask for the DOI of a work that has one."""


@rule("L501")
def duplicate_reference(article: CheckedArticle) -> Iterator[Finding]:
    """One work is listed twice.

    Why it matters:
        It looks like two pieces of evidence where there is one, and numbers behind it shift when it goes.

    Example:
        Entries 4 and 17 are the same article, once with and once without its DOI.

    How to mend:
        Keep the better entry and point both citations to it.

    When it stays silent:
        Chapters of one book, parts of one article in a series, preprint beside article (L506), two entries
        under one number, the lists of different chapters, and footnotes, which cite a work again and again.
    """
    seen: dict[str, int] = {}
    begins = {chapter[0] for chapter in chapters(article)}
    for index, key in _identities(article):
        if index in begins:
            seen.clear()
        if key in seen:
            first = article.references[seen[key]]
            label = f"reference {first.label}" if first.label else f"“{shorten(first.raw, 60)}”"
            yield finding(
                f"the same work is listed as {label}", reference=index, evidence={"first": seen[key]}
            )
        else:
            seen[key] = index


@rule("L502", Severity.INFO)
def missing_doi(article: CheckedArticle) -> Iterator[Finding]:
    """The work has a DOI and the reference does not print it, though others in the list print theirs.

    Why it matters:
        With its DOI the work is one click away, and stays found when pages move.

    Example:
        Nine of ten entries end in a DOI, this one does not.

    How to mend:
        Add the DOI shown.

    When it stays silent:
        Where fewer than half of the list's entries print a DOI, unless the style asked for requires it; and
        where the work was not found for sure.
    """
    own = [
        (i, m)
        for i, m in enumerate(article.matches)
        if m is not None and article.references[i].list == "article"
    ]
    printed = sum(_prints_doi(m) for _, m in own)
    if printed * 2 < len(own) and article.style not in ASKING_FOR_DOIS:
        return
    for index, match in own:
        if match.outcome is Outcome.FOUND and match.doi is not None and not _prints_doi(match):
            yield finding(
                f"the work has a DOI: {match.doi.url}",
                reference=index,
                field="DOI",
                evidence={"record": str(match.doi)},
            )


@rule("L503", Severity.INFO)
def incomplete_reference(article: CheckedArticle) -> Iterator[Finding]:
    """A part that every style prints is missing: the year, the title, or where it was published.

    Why it matters:
        The reference is harder to find and no style can print it whole.

    Example:
        ``Neff K. Self-compassion. Self and Identity, 2, 85-101.`` has no year.

    How to mend:
        Add the part; where the work was found it is shown.

    When it stays silent:
        For "n.d.", "in press" and the like, for web pages, and wherever the part may be printed in a way that
        was not understood.
    """
    for index, match in enumerate(article.matches):
        if match is None or match.outcome is not Outcome.FOUND or match.work is None:
            continue
        evidence = {e.field: e for e in match.evidence}
        raw = match.reference.raw
        year = evidence.get("issued")
        if year is not None and year.record and not year.cited and not _NO_YEAR.search(_LINK.sub("", raw)):
            yield finding(
                f"no year is printed; on record it is {year.record}", reference=index, field="issued"
            )
        title = evidence.get("title")
        if title is not None and title.record and not title.cited and title.kind != "other":
            yield finding(
                f"no title is printed; on record it is “{shorten(title.record, 90)}”",
                reference=index,
                field="title",
            )


@rule("L504", Severity.INFO)
def order_of_list(article: CheckedArticle) -> Iterator[Finding]:
    """An entry is out of alphabetical order in a list that is otherwise in it.

    Why it matters:
        Readers look for it in the wrong place and believe it is missing.

    Example:
        Germer stands between Neff and Olson.

    How to mend:
        Move the entry.

    When it stays silent:
        For numbered lists, lists that are not alphabetical as a whole, entries without a name, names that can
        be filed either way (particles, umlauts, apostrophes, a body's short name), and where the list of
        another chapter begins.
    """
    for chapter in chapters(article):
        yield from _out_of_order([article.references[i] for i in chapter], chapter)


@rule("L505", Severity.INFO)
def mixed_styles(article: CheckedArticle) -> Iterator[Finding]:
    """Some entries are laid out in another style than the rest.

    Why it matters:
        Editors send such lists back; it also shows where entries were copied from elsewhere.

    Example:
        Most entries print the year in brackets after the authors, three at the end.

    How to mend:
        Print the whole list in one style: ``refs export ARTICLE --style apa``.

    When it stays silent:
        For lists of fewer than six entries, for kinds of works that a style lays out differently (books,
        web pages), and where no layout holds for at least two thirds of the list.
    """
    layouts = {
        i: layout
        for i, r in enumerate(article.references)
        if r.list == "article" and (layout := layout_of(r.raw))
    }
    if len(layouts) < 6:
        return
    (usual, count), *_ = Counter(layouts.values()).most_common(1)
    odd = [i for i, layout in layouts.items() if layout != usual]
    if not odd or count * 3 < len(layouts) * 2:
        return
    yield finding(
        f"{len(odd)} of {len(layouts)} entries are laid out differently: most print the year {usual}, "
        f"the first that does not prints it {layouts[odd[0]]}",
        reference=odd[0],
        evidence={"entries": odd[:50]},
    )


@rule("L506", Severity.INFO)
def preprint_and_article(article: CheckedArticle) -> Iterator[Finding]:
    """A preprint and its published version are both listed.

    Why it matters:
        They are one piece of work.

    Example:
        The arXiv version of 2016 and the conference paper of 2017.

    How to mend:
        Keep the published version, unless the text speaks of the difference.

    When it stays silent:
        Where the titles differ, and where both are conference and journal versions.
    """
    works = [
        (i, m.work)
        for i, m in enumerate(article.matches)
        if m is not None and m.work is not None and _is_found(m)
    ]
    for index, work in works:
        if work.type != "posted-content":
            continue
        published = set(work.related("is-preprint-of"))
        for other_index, other in works:
            if other.type != "posted-content" and (other.doi in published or is_same_work(work, other)):
                yield finding(
                    f"this is the preprint of {name_work(other)}, which is listed too",
                    reference=index,
                    evidence={"published": other_index},
                )


def _out_of_order(entries: Sequence[Reference], indexes: Sequence[int]) -> Iterator[Finding]:
    """Yield the entries of one list that break its alphabetical order."""
    filed = [
        (index, entry, names)
        for index, entry in zip(indexes, entries, strict=True)
        if not entry.label.isdigit() and (names := filing_names(entry))
    ]
    breaks = [k for k in range(1, len(filed)) if not are_in_order(filed[k - 1][2], filed[k][2])]
    if len(filed) < FEWEST or len(breaks) * 10 > len(filed):
        return
    for k in breaks:
        if any(same_name(a, b, exact=False) for a in filed[k - 1][2] for b in filed[k][2]):
            continue  # a misspelt name, told as such
        is_last = k + 1 >= len(filed)
        index, entry, _ = filed[k if is_last or are_in_order(filed[k - 1][2], filed[k + 1][2]) else k - 1]
        name = entry.item.author[0].surname if entry.item is not None and entry.item.author else entry.raw
        yield finding(f"{shorten(name, 60)} stands out of alphabetical order", reference=index)


_LINK = re.compile(r"https?://\S+|(?:doi:?\s?)?10\.\d{4,9}/\S+", re.I)
_NO_YEAR = re.compile(
    r"\bn\.\s?d\.|\bin press\b|\bforthcoming\b|\bsubmitted\b|\bto appear\b|(?:1[5-9]|20)\d\d|’\d\d|'\d\d",
    re.I,
)


def _is_found(match: Match) -> bool:
    return match.outcome is Outcome.FOUND


def _prints_doi(match: Match) -> bool:
    return match.cited_doi is not None or (
        "10." in match.reference.raw and Doi.find(match.reference.raw) is not None
    )


def _identities(article: CheckedArticle) -> Iterator[tuple[int, str]]:
    """Yield what makes each of the article's own references one work: its DOI on record, else its letters."""
    for index, reference in enumerate(article.references):
        if reference.list != "article" or reference.reason.startswith("cited in"):
            continue
        match = article.matches[index] if index < len(article.matches) else None
        if (
            match is not None
            and match.outcome is Outcome.FOUND
            and match.doi is not None
            and not any(e.agrees is False for e in match.evidence)
        ):
            yield index, str(match.doi)
        elif len(letters := fold_compact(reference.raw)) >= 20:
            yield index, letters
