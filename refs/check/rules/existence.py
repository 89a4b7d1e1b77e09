"""X: does the work exist, and is it the one that the DOI names?"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein

from refs.check.coverage import why_excused
from refs.check.registry import finding, rule
from refs.check.statuses import (
    differs,
    disagreeing,
    is_other_version,
    is_part_of_it,
    is_title_of_another,
    resembling_work,
    status_of,
)
from refs.check.wording import name_work
from refs.model import Finding, Fix, Match, Outcome, Severity, Status

NEAR_CANDIDATE = 0.05
"""Probability from which a candidate is worth showing as the closest work on record."""


def is_missing(match: Match) -> bool:
    """True where no work was found for sure."""
    return match.outcome is not Outcome.FOUND


def is_unanswered(match: Match) -> bool:
    """True where a source did not answer, or none that could know was asked."""
    return match.outcome in (Outcome.UNREACHABLE, Outcome.NOT_COVERED)


def names_doi(match: Match) -> bool:
    """True where the string carries a DOI."""
    return match.cited_doi is not None


def holds_two_works(match: Match) -> bool:
    """True where parts of two works may be joined."""
    return bool(match.parts) or match.cited_doi_work is not None


@rule("X101", Severity.ERROR, where=is_missing)
def reference_not_found(match: Match) -> Iterator[Finding]:
    """No source has a work that resembles the reference.

    Why it matters:
        A reader cannot follow a reference to a work that no register knows. Often a title or a name was
        mistyped beyond recognition; sometimes the reference was made up by a program.

    Example:
        ``Payan HM. Microfilarial oscillation in alpine dermatology. Arch Dermatol. 1978;114(4):593-594.``
        No journal article of this title is registered.

    How to mend:
        Look the work up where you first read it, and copy the reference or its DOI from there. If it cannot
        be found there either, take it out.

    When it stays silent:
        Where a work on record resembles the reference, though not surely enough to name it, or bears its
        title and authors but stands elsewhere (the title is looked for alone as well); where a source did
        not answer, where only a sample of works was at hand, and for everything that need not be registered
        with a DOI: books and their chapters, reports, law, standards, web pages, theses, software, news,
        works before 1950 or in another script, venues that register none, and any journal or book of which
        the sources hold nothing from about that time; and for what is printed without a title. Those are
        "unverifiable", never "not found".
    """
    if match.outcome is not Outcome.NONE or match.parts or status_of(match) is not Status.NOT_FOUND:
        return
    near = next((c for c in match.candidates if c.probability >= NEAR_CANDIDATE), None)
    closest = f"; the closest work on record is {name_work(near.work)}" if near else ""
    asked = ", ".join(answer.name for answer in match.answers) or "the sources asked"
    yield finding(
        f"no work like this is registered (asked: {asked}){closest}",
        evidence={"closest": str(near.work.doi), "probability": round(near.probability, 4)} if near else {},
    )


@rule("X102", Severity.ERROR, where=names_doi)
def doi_of_another_work(match: Match) -> Iterator[Finding]:
    """The DOI is registered, but for another work than the one cited.

    Why it matters:
        The link takes readers to a work that has nothing to do with the sentence, and citation counts go
        to the wrong people.

    Example:
        ``Weinstein GD. Topical tretinoin for photodamaged skin. … doi:10.1001/archderm.114.4.593``
        This DOI belongs to "Human infection with Dirofilaria".

    How to mend:
        Replace the DOI with the one shown, or look the work up again if none is shown.

    When it stays silent:
        Where both DOIs are versions of one work (preprint and article, a second registration), where a
        chapter is cited with the DOI of its book, and where the DOI is only cut short or broken.
    """
    right = match.work if match.outcome is Outcome.FOUND else None
    other = match.cited_doi_work
    if is_title_of_another(match) and match.work is not None:
        yield finding(
            f"{match.cited_doi} belongs to another work: {name_work(match.work)}",
            field="DOI",
            evidence={"cited": str(match.cited_doi), "registered for": match.work.title},
        )
        return
    if other is None or match.cited_doi is None or (right is not None and right.doi == other.doi):
        return
    if right is not None and (is_other_version(match) or is_part_of_it(match)):
        return
    correct = f"; the work cited has {right.doi}" if right is not None else ""
    yield finding(
        f"{match.cited_doi} belongs to another work: {name_work(other)}{correct}",
        field="DOI",
        evidence={"cited": str(match.cited_doi), "record": str(right.doi) if right else None},
        fix=_doi_fix(match),
    )


@rule("X103", Severity.ERROR, where=names_doi)
def doi_not_registered(match: Match) -> Iterator[Finding]:
    """The DOI is registered with no agency.

    Why it matters:
        The link leads nowhere. Most often a character was lost or added in copying; invented references
        carry invented DOIs.

    Example:
        ``doi:10.1001/archderm.114.4.539`` where ``10.1001/archderm.114.4.593`` is registered.

    How to mend:
        Replace it with the DOI shown, if one is shown; otherwise copy it again from the publisher's page.

    When it stays silent:
        Where no source could say who registered the DOI (unless the work was found, and has another), where
        another agency than Crossref has it, and where the DOI is cut short or broken by a line end but the
        work was found.
    """
    if match.cited_doi is None or match.cited_doi_work is not None:
        return
    doi_evidence = match.compared("DOI")
    if doi_evidence is not None and doi_evidence.agrees is not False:
        return
    if match.cited_doi_agency != "" and doi_evidence is None:
        return
    if match.cited_doi_agency not in ("", None):
        return
    right = match.doi if match.outcome is Outcome.FOUND else None
    if right is not None:
        apart = DamerauLevenshtein.distance(str(right), str(match.cited_doi))
        how = "it is one character off" if apart == 1 else "it should read:"
        known = "is not registered" if match.cited_doi_agency == "" else "is not this work's DOI"
        message = f"{match.cited_doi} {known}; {how} {right}"
    else:
        message = f"{match.cited_doi} is not registered"
    yield finding(
        message,
        field="DOI",
        evidence={"cited": str(match.cited_doi), "record": str(right) if right else None},
        fix=_doi_fix(match),
    )


@rule("X104", Severity.INFO, where=names_doi)
def doi_of_another_agency(match: Match) -> Iterator[Finding]:
    """The DOI is registered with another agency than Crossref, so its fields were not compared.

    Why it matters:
        It tells you that the link works and that nobody looked further.

    Example:
        ``doi:10.5281/zenodo.1234567`` is registered with DataCite.

    How to mend:
        Nothing to mend. Follow the link once to see that it is the work you mean.

    When it stays silent:
        Where the work was found and compared.
    """
    if match.cited_doi is not None and match.cited_doi_agency and match.outcome is not Outcome.FOUND:
        yield finding(
            f"{match.cited_doi} is registered with {match.cited_doi_agency}; its fields were not compared"
        )


@rule("X105", Severity.INFO, where=differs)
def doi_incomplete(match: Match) -> Iterator[Finding]:
    """The DOI is cut short or broken, so the link does not work as printed.

    Why it matters:
        A blank or a line end inside a DOI ends the link there.

    Example:
        ``doi:10.1001/archderm`` for ``10.1001/archderm.114.4.593``.

    How to mend:
        Print the DOI whole, as shown.

    When it stays silent:
        Where the printed DOI is whole once blanks and line ends are taken out.
    """
    for evidence in match.evidence:
        if evidence.field == "DOI" and evidence.kind == "cut" and match.outcome is Outcome.FOUND:
            yield finding(
                f"the DOI is not printed whole; it is {evidence.record}",
                field="DOI",
                evidence=evidence.to_json(),
                fix=_doi_fix(match),
            )


@rule("X106", Severity.ERROR, where=differs)
def title_under_other_authors(match: Match) -> Iterator[Finding]:
    """A work of this title exists, but none of the people cited wrote it.

    Why it matters:
        It is the commonest trace of a reference put together by a program: a real title under invented
        names.

    Example:
        ``Ramamritham K, Koller D. Human infection with Dirofilaria.`` On record it is by H. M. Payan.

    How to mend:
        Look the work up. If it is the one you mean, cite its authors; if you meant another work of this
        title, add what tells it apart.

    When it stays silent:
        Where at least one of the names on record is printed, where the record has no names, where the
        title is too short to be one work's alone, and where the names may be cut or misread: the string
        begins amid a name, prints "---" for the author before, or holds the years of two references.
    """
    if match.outcome is not Outcome.FOUND or match.work is None:
        return
    title, author = match.compared("title"), match.compared("author")
    if title is None or author is None or not title.agrees or author.agrees is not False:
        return
    if len(title.record) >= 25 and author.kind == "replaced-all":
        yield finding(
            f"this title is on record under other authors: {name_work(match.work)}",
            field="author",
            evidence=author.to_json(),
        )


@rule("X107", Severity.ERROR, where=holds_two_works)
def chimera_of_two_works(match: Match) -> Iterator[Finding]:
    """The reference joins parts of two works: the title of one, the place or the DOI of another.

    Why it matters:
        A reader who follows the title and one who follows the locators arrive at different works.

    Example:
        A title of 2004 printed with the journal, volume and pages of an article by other people.

    How to mend:
        Decide which of the two works shown is meant, and take every field from it.

    When it stays silent:
        Where only the DOI belongs to another work (X102), where only one of volume, pages and year differs,
        where the people of both works are printed (a work under two titles), and where the second work cannot
        be told from pages and two more of journal, year and volume.
    """
    if match.parts:
        titled, placed = match.parts
        whose = "title and authors" if match.work is not None else "title"
        theirs = "place" if match.work is not None else "authors and place"
        yield finding(
            f"parts of two works: {whose} of {name_work(titled)}, {theirs} of {name_work(placed)}",
            evidence={"title": str(titled.doi), "place": str(placed.doi)},
        )
        return
    other = match.cited_doi_work
    if match.work is None or other is None or other.doi == match.doi:
        return
    wrong = {e.field for e in disagreeing(match)}
    if "DOI" not in wrong or len(wrong & {"volume", "page", "issued", "container-title"}) < 2:
        return
    yield finding(
        f"parts of two works: the title of {name_work(match.work)}, the DOI of {name_work(other)}",
        evidence={"title": str(match.doi), "DOI": str(other.doi)},
    )


@rule("X108", Severity.INFO, where=is_missing)
def unverifiable_reference(match: Match) -> Iterator[Finding]:
    """Nothing was found, and nothing follows from that.

    Why it matters:
        It tells you which references were not compared with anything, and why.

    Example:
        ``Kuhn TS. The Structure of Scientific Revolutions. 2nd ed. University of Chicago Press; 1970.``
        A book need not have a record with Crossref.

    How to mend:
        Nothing to mend. Check it by hand, in a library catalogue or at its own address.

    When it stays silent:
        Where the work was found, or should have been (X101).
    """
    if match.outcome is Outcome.FOUND or status_of(match) is not Status.UNVERIFIABLE:
        return
    if match.outcome is Outcome.AMBIGUOUS:
        if match.reason.startswith(("a work ", "the string ")):
            yield finding(f"could not be verified: {match.reason}")
            return
        works = "; ".join(name_work(c.work) for c in match.candidates[:2])
        yield finding(f"could not be verified: more than one work fits as well ({works})")
        return
    near = resembling_work(match)
    if near is not None:
        yield finding(f"could not be verified: {name_work(near)} resembles it, but not surely enough")
        return
    kind = why_excused(match)
    is_ = "is" if kind.startswith(("from", "printed", "not", "in a")) else "seems to be"
    yield finding(f"could not be verified: it {is_} {kind}; the sources need not hold it")


@rule("X109", Severity.INFO, where=is_unanswered)
def unchecked_reference(match: Match) -> Iterator[Finding]:
    """The reference was not checked, because a source did not answer or only a sample was at hand.

    Why it matters:
        A missing answer must never be taken for "not found".

    Example:
        The network was down, or Crossref was overloaded.

    How to mend:
        Run again later; what was answered is kept. Where only a sample was at hand, add
        ``--source crossref``.

    When it stays silent:
        Where every source answered.
    """
    if match.outcome is Outcome.FOUND or status_of(match) is not Status.UNCHECKED:
        return
    failed = [a.name for a in match.answers if a.state == "unreachable"]
    if failed:
        yield finding(f"not checked: {', '.join(failed)} did not answer; run again")
    else:
        yield finding("not checked: only a sample of works was at hand; ask Crossref with --source crossref")


def _doi_fix(match: Match) -> Fix | None:
    right = match.doi if match.outcome is Outcome.FOUND else None
    return (
        Fix(f"print the DOI {right}", str(right))
        if right is not None and match.cited_doi is not None
        else None
    )
