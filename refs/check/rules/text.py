"""T: the text against the list, both ways."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from refs.check.registry import finding, rule
from refs.check.wording import join_words, shorten
from refs.model import CheckedArticle, Citation, Finding, Severity

if TYPE_CHECKING:
    from refs.check.text.pairs import Pair
    from refs.check.text.side_by_side import TextAndList

SHOWN = 4
"""Keys that one finding names."""


@rule("T401", Severity.ERROR)
def missing_reference(article: CheckedArticle) -> Iterator[Finding]:
    """A work is cited in the text and not in the list.

    Why it matters:
        Readers cannot find what the sentence rests on.

    Example:
        "(Germer, 2009)" in the text, and no Germer in the list.

    How to mend:
        Add the reference, or take the citation out.

    When it stays silent:
        Where a listed work of these people has another year or spelling (T403, T404 name both sides), where
        another list of the article has it, for years and names in brackets that cite nothing (laws, surveys,
        nouns), for works known from another ("as cited in"), for works that a note names at length (the list
        may leave them out), for people interviewed, for names and a year that stand inside one entry (dumps
        of pages in two columns run entries together), and where an article has no list.
    """
    joined = _side_by_side(article)
    for first, count in joined.missing:
        again = f" (cited {count} times)" if count > 1 else ""
        yield finding(
            f"{_cited(first)} is cited but not in the list{again}", span=first.span, evidence=_sentence(first)
        )


@rule("T402")
def uncited_reference(article: CheckedArticle) -> Iterator[Finding]:
    """A reference in the list is cited nowhere in the text.

    Why it matters:
        It may be left over from an earlier draft; or the citation was lost.

    Example:
        "Germer C. 2009" in the list, and no Germer in the text.

    How to mend:
        Cite it where it belongs, or take it out.

    When it stays silent:
        Wherever the text mentions it in any way: in a table, caption, note, box or appendix, by its title,
        by a body's first letters, with another year or spelling (T403, T404), cut off at the end of a page;
        for studies of a review that an asterisk marks; where an article has no citations at all or cites
        next to nothing of its list (T409 says so once); for the article's own footnotes, further reading and
        lists that are not the article's own; and where tables, an appendix or a supplement were not read that
        may cite it (T410 says so once).
    """
    joined = _side_by_side(article)
    for index in () if joined.cites_few else joined.uncited:
        yield finding(f"{joined.name(index)} is in the list but not cited in the text", reference=index)


@rule("T403")
def year_differs_in_text(article: CheckedArticle) -> Iterator[Finding]:
    """Text and list give one work different years.

    Why it matters:
        A reader cannot tell whether one or two works are meant.

    Example:
        "(Jumper et al., 2020)" in the text, 2021 in the list.

    How to mend:
        Make both the year on record.

    When it stays silent:
        Where the list has works of these people for both years, and for years more than five apart of which
        more than one figure differs: two works are meant (T401).
    """
    for pair in _side_by_side(article).other_years:
        yield _pair_finding(article, pair, f"cited {pair.citation.year}, listed {pair.listed}")


@rule("T404")
def name_differs_in_text(article: CheckedArticle) -> Iterator[Finding]:
    """Text and list spell a name differently.

    Why it matters:
        The reader looks under the wrong letter.

    Example:
        "(Germar, 2009)" in the text, "Germer" in the list.

    How to mend:
        Take the spelling of the work itself.

    When it stays silent:
        Accents, hyphens, capitals, particles, and names more than a letter or two apart.
    """
    for pair in _side_by_side(article).other_names:
        yield _pair_finding(
            article, pair, f"cited as {join_words(pair.citation.names)}, listed as {pair.listed}"
        )


@rule("T405")
def suffix_unclear(article: CheckedArticle) -> Iterator[Finding]:
    """The letter after a year points to no entry, or one is missing where it is needed.

    Why it matters:
        "Neff, 2003" can be any of two works.

    Example:
        "(Neff, 2003)" or "(Neff, 2003c)" where the list has Neff 2003a and 2003b.

    How to mend:
        Add or correct the letter.

    When it stays silent:
        Where only one entry fits, with or without its letter in the list.
    """
    for pair in _side_by_side(article).suffixes:
        yield _pair_finding(article, pair, f"cited {pair.citation.year}, listed {pair.listed}")


@rule("T406", Severity.ERROR)
def number_not_in_list(article: CheckedArticle) -> Iterator[Finding]:
    """A number is cited that the list does not have.

    Why it matters:
        The citation leads nowhere.

    Example:
        "[15]" in an article whose list ends at 14.

    How to mend:
        Correct the number, or add the reference.

    When it stays silent:
        For numbers in brackets that are no citations: equations, years, ranges of values; and from the fourth
        key on, where one finding names them all.
    """
    joined = _side_by_side(article)
    for citation, labels in joined.numbers_missing:
        if len(labels) > SHOWN and not labels[0].isdigit():
            message = (
                f"{len(labels)} keys are cited that the list does not have: "
                f"{join_words((*labels[:SHOWN], 'others'))}; it may be older than the text"
            )
        else:
            message = f"{shorten(citation.text, 40)} cites {join_words(labels)}; the list has {joined.extent}"
        yield finding(message, span=citation.span, evidence=_sentence(citation) | {"labels": list(labels)})


@rule("T407", Severity.INFO)
def order_of_first_use(article: CheckedArticle) -> Iterator[Finding]:
    """Numbers are not in the order in which the text first cites them.

    Why it matters:
        Styles that number by order of citation (Vancouver, IEEE, AMA) require it.

    Example:
        "[3]" is cited before "[2]".

    How to mend:
        Renumber the list; a reference manager does it in one go.

    When it stays silent:
        Where the list is in alphabetical order, for author-date articles, for numbers that are cited nowhere,
        in tables, captions, boxes or notes, or may be cited in a table that was not read, and after the first
        place where the order breaks.
    """
    joined = _side_by_side(article)
    if joined.out_of_order is not None:
        citation, number, expected = joined.out_of_order
        yield finding(
            f"{number} is cited before {expected}: numbers do not follow the order of first use",
            span=citation.span,
            evidence=_sentence(citation),
        )


@rule("T408")
def numbering_gap(article: CheckedArticle) -> Iterator[Finding]:
    """The list's own numbers leave one out or have one twice.

    Why it matters:
        Every citation behind the gap may be off by one.

    Example:
        1, 2, 4, 5: there is no 3.

    How to mend:
        Renumber, and check the citations behind the gap.

    When it stays silent:
        For lists without numbers, and where most numbers are missing because the list was not read whole.
    """
    for message, index in _side_by_side(article).gaps:
        yield finding(message, reference=index)


@rule("T409", Severity.INFO)
def no_citations(article: CheckedArticle) -> Iterator[Finding]:
    """The article has a list and cites nothing of it, or next to nothing.

    Why it matters:
        Readers cannot tell which reference supports which sentence.

    Example:
        A blog post with "Sources" at its end.

    How to mend:
        Cite the references where they are used, or call the list "Further reading".

    When it stays silent:
        As soon as one citation is found; in a list of eight references or more, as soon as a fifth of it is
        cited.
    """
    joined = _side_by_side(article)
    count = len(joined.own)
    if joined.has_no_citations:
        yield finding(f"the text cites none of the {count} reference{'s' if count > 1 else ''} in its list")
    elif joined.cites_few:
        cited = count - len(joined.uncited) - len(joined.unsure)
        yield finding(f"the text cites only {cited} of the {count} references in its list")


@rule("T410", Severity.INFO)
def uncited_unless_in_tables(article: CheckedArticle) -> Iterator[Finding]:
    """References are cited nowhere in what was read, but the text speaks of tables that were not read.

    Why it matters:
        Tables, boxes and supplements cite works too. Where a text came without them, nobody can tell whether
        a reference is left over: this is a remark on what could not be judged.

    Example:
        "(Table 1)" in the text, no table 1 in the file, and two references without a citation.

    How to mend:
        Look the references up in the tables; or check a file that holds the tables.

    When it stays silent:
        Where every reference is cited in the text, where the tables were read, and for numbers that no table
        can explain, since those before and behind them come up far from it (T402 speaks then).
    """
    joined = _side_by_side(article)
    if not joined.unsure or joined.cites_few:
        return
    first, *others = joined.unsure
    more = f" and {len(others)} more are" if others else " is"
    parts = join_words(joined.unread[:3] + (("others",) if len(joined.unread) > 3 else ()))
    yield finding(
        f"{joined.name(first)}{more} not cited in what was read; {parts} may cite "
        f"{'them' if others else 'it'}, and could not be read",
        evidence={"entries": list(joined.unsure), "tables": list(joined.unread)},
    )


def _side_by_side(article: CheckedArticle) -> TextAndList:
    """Return text and list side by side; imported here, since a lone reference has no text around it."""
    from refs.check.text.side_by_side import read_text_and_list

    return read_text_and_list(article)


def _cited(citation: Citation) -> str:
    from refs.check.text.people import says_et_al

    if len(citation.names) == 1 and citation.year and says_et_al(citation):
        return f"{citation.names[0]} et al. ({citation.year})"
    if citation.names and citation.year:
        return f"{join_words(citation.names)} ({citation.year})"
    return shorten(citation.text, 60)


def _sentence(citation: Citation) -> dict[str, object]:
    return {"sentence": shorten(citation.sentence, 300)} if citation.sentence else {}


def _pair_finding(article: CheckedArticle, pair: Pair, message: str) -> Finding:
    joined = _side_by_side(article)
    return finding(
        f"{_cited(pair.citation)} and {joined.name(pair.reference)}: {message}",
        span=pair.citation.span,
        reference=pair.reference,
        evidence={
            "cited": shorten(pair.citation.text, 80),
            "listed": shorten(article.references[pair.reference].raw, 160),
        }
        | _sentence(pair.citation),
    )
