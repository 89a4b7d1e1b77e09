"""M: what is cited against what is on record, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from refs.check.registry import finding, rule
from refs.check.statuses import differs
from refs.check.wording import shorten
from refs.model import FieldEvidence, Finding, Match, Severity

field_rule = partial(rule, where=differs)


@field_rule("M201")
def author_differs(match: Match) -> Iterator[Finding]:
    """A person is named who is not an author on record, and an author on record is not named.

    Why it matters:
        Credit goes to the wrong person, and nobody finds the work by its authors.

    Example:
        Cited "Chen B, Wang Y, Yang J"; on record Chen, Gong and Yang.

    How to mend:
        Take the names from the record or from the work itself.

    When it stays silent:
        Initials against full names, lost accents, particles, double surnames, family and given names
        exchanged, "et al." and cut lists, names in another script or transliterated by another system,
        nicknames, one misread letter. It speaks only where
        a name on record is nowhere in the author list *and* a stranger stands there.
    """
    for evidence in _wrong(match, "author"):
        if evidence.kind.startswith("replaced"):
            yield _told(evidence, f"authors differ: {evidence.note}")


@field_rule("M202", Severity.INFO)
def author_left_out(match: Match) -> Iterator[Finding]:
    """Authors on record are left out without "et al.".

    Why it matters:
        Readers take the list for complete.

    Example:
        Cited "Neff K, Germer C"; on record there is a third author.

    How to mend:
        Add the names, or "et al." if the style allows it.

    When it stays silent:
        After "et al.", "and others", an ellipsis, or where another name stands in the place (M201).
    """
    for evidence in _of_kind(match, "author", "missing"):
        yield _told(evidence, f"authors {evidence.note}")


@field_rule("M203")
def author_not_on_record(match: Match) -> Iterator[Finding]:
    """Everyone on record is named, and someone else besides.

    Why it matters:
        Either the reference has one name too many or the record too few. Where the record holds a single
        name, as those of older works often do, the reference is not called wrong for it.

    Example:
        Cited "Neff K, Dahm K, Germer C"; on record Neff and Dahm.

    How to mend:
        Compare with the work's title page.

    When it stays silent:
        Where the record has no authors.
    """
    for evidence in _of_kind(match, "author", "invented"):
        severity = Severity.INFO if evidence.agrees is None else None
        yield _told(evidence, f"authors {evidence.note}", severity=severity)


@field_rule("M204")
def author_order(match: Match) -> Iterator[Finding]:
    """Another author stands first than on record.

    Why it matters:
        Lists and in-text citations are sorted and named by the first author.

    Example:
        Cited "Germer C, Neff K"; on record Neff stands first.

    How to mend:
        Follow the order on the work's title page.

    When it stays silent:
        Where the first name agrees, and where a name is missing (M201, M202).
    """
    for evidence in _of_kind(match, "author", "order"):
        first = evidence.record.split(";")[0]
        severity = None if evidence.agrees is False else Severity.INFO
        yield _told(evidence, f"{evidence.note}; on record it is {first}", severity=severity)


@field_rule("M205", Severity.INFO)
def author_spelling(match: Match) -> Iterator[Finding]:
    """A surname is spelled a letter or two differently than on record.

    Why it matters:
        Searching for the name as printed finds nothing.

    Example:
        Cited "Jansen"; on record "Janssen".

    How to mend:
        Compare with the work; the record can be the one that is wrong.

    When it stays silent:
        Accents, umlauts written as two letters, hyphens and capitals.
    """
    for evidence in _of_kind(match, "author", "spelling"):
        yield _told(evidence, f"spelling of a name: {evidence.note} on record")


@field_rule("M211")
def title_differs(match: Match) -> Iterator[Finding]:
    """Words of the title are replaced by others.

    Why it matters:
        The work cannot be found by the title as printed.

    Example:
        Cited "Hierarchical maximum entropy acupuncture estimation"; on record "… density estimation".

    How to mend:
        Take the title from the record or the work.

    When it stays silent:
        Capitals, punctuation, hyphens, accents, ligatures, British and American spelling, misread letters,
        a subtitle left out, markup and formulas, and where one of the two is in English and the other in
        another language. It speaks only where a word on record is nowhere in the
        title *and* other words stand in its place.
    """
    for evidence in _wrong(match, "title"):
        yield _told(evidence, f"title differs: {evidence.note} on record")


@field_rule("M212", Severity.INFO)
def title_shortened(match: Match) -> Iterator[Finding]:
    """The printed title ends before the one on record does.

    Why it matters:
        Most styles ask for the subtitle.

    Example:
        Cited "Self-compassion"; on record "Self-Compassion: An Alternative Conceptualization …".

    How to mend:
        Add the rest, if your style prints subtitles.

    When it stays silent:
        Where the title is complete.
    """
    for evidence in _of_kind(match, "title", "cut"):
        yield _told(evidence, f"the title on record goes on: “{shorten(evidence.record, 120)}”")


@field_rule("M221")
def container_differs(match: Match) -> Iterator[Finding]:
    """The journal, book or proceedings is another one than on record.

    Why it matters:
        Volume and pages mean nothing in another journal.

    Example:
        Cited "Tijdschrift voor economische en sociale geografie"; on record "Advances in Water Resources".

    How to mend:
        Take the name from the record, in the form your style wants.

    When it stays silent:
        ISO 4 and other abbreviations, acronyms, a series beside the volume's own title, forms that share a
        telling word, preprints and works cited before publication, and where volume or pages differ as well:
        then a version that is not on record may be cited, unless the DOI printed is this work's. It speaks
        only where no form of the name on record is printed *and* a name stands in its place that shares no
        telling word with it.
    """
    for evidence in _wrong(match, "container-title"):
        yield _told(
            evidence,
            f"cited in “{shorten(evidence.cited, 80)}”, on record in “{shorten(evidence.record, 80)}”",
        )


@field_rule("M231")
def year_differs(match: Match) -> Iterator[Finding]:
    """The year is another one than on record, by more than the way from online to print explains.

    Why it matters:
        In-text citations and the order of the list hang on it.

    Example:
        Cited 2014, on record 2019.

    How to mend:
        Take the year from the record, in the list and in the text.

    When it stays silent:
        Where the record gives this year for print, online or first posting; where the years are one apart
        (M232 says so); where the year on record stands elsewhere in the reference, as with reprints; where
        the work's DOI bears the printed year, as of articles put online decades later; for books, which have
        editions and years online.
    """
    for evidence in _wrong(match, "issued"):
        yield _told(evidence, f"cited {evidence.cited}, on record {evidence.record}")


@field_rule("M232", Severity.INFO)
def year_one_apart(match: Match) -> Iterator[Finding]:
    """The year is one away from the one on record: the online and the print year often are.

    Why it matters:
        Both years can be right; a list should use one kind throughout.

    Example:
        Cited 2014, on record 2015: online in December, in print in March.

    How to mend:
        Usually nothing. Most styles prefer the year of the volume you cite.

    When it stays silent:
        Where the record itself gives both years.
    """
    for evidence in _of_kind(match, "issued", "near"):
        yield _told(
            evidence, f"cited {evidence.cited}, on record {evidence.record}; online and print year may differ"
        )


@field_rule("M241")
def volume_differs(match: Match) -> Iterator[Finding]:
    """The volume is another one than on record.

    Why it matters:
        A reader who goes by volume and page opens the wrong one.

    Example:
        ``Arch Dermatol. 1978;144(4):593-594.`` On record it is volume 114.

    How to mend:
        Take the number from the record.

    When it stays silent:
        Where either side has no volume, where the number on record stands anywhere it could be the volume,
        where volume and issue have changed places, years used as volumes, parts and supplements; old volumes
        counted in their series.
    """
    for evidence in _wrong(match, "volume"):
        yield _told(evidence, f"volume cited {evidence.cited}, on record {evidence.record}")


@field_rule("M251")
def issue_differs(match: Match) -> Iterator[Finding]:
    """The issue is another one than on record.

    Why it matters:
        Libraries shelve and lend by issue.

    Example:
        ``Arch Dermatol. 1978;114(6):593-594.`` On record it is issue 4.

    How to mend:
        Take the number from the record, or leave it out where your style does.

    When it stays silent:
        Double issues, supplements, special issues, and where either side has none.
    """
    for evidence in _wrong(match, "issue"):
        yield _told(evidence, f"issue cited {evidence.cited}, on record {evidence.record}")


@field_rule("M261")
def pages_differ(match: Match) -> Iterator[Finding]:
    """The pages are others than on record.

    Why it matters:
        It is the field readers, lenders and link resolvers rely on most when there is no DOI.

    Example:
        ``Arch Dermatol. 1978;114(4):693-694.`` On record it is 593-594.

    How to mend:
        Take the pages from the record.

    When it stays silent:
        Shortened last pages, a first page alone, article numbers against pages, records that count from 1
        because they were made before the volume was, and where the page on record stands anywhere else.
    """
    for evidence in _wrong(match, "page"):
        detail = f" ({evidence.note})" if evidence.note else ""
        yield _told(evidence, f"pages cited {evidence.cited}, on record {evidence.record}{detail}")


@field_rule("M262", Severity.INFO)
def pages_shifted(match: Match) -> Iterator[Finding]:
    """The pages of a conference paper are off by a few, both ends alike.

    Why it matters:
        Papers in an open archive are often numbered otherwise than in the publisher's volume.

    Example:
        Cited 5075-5084, on record 5079-5088.

    How to mend:
        Usually nothing; give the pages of the version you link to.

    When it stays silent:
        For journals, and for anything more than a few pages (M261).
    """
    for evidence in _of_kind(match, "page", "near"):
        yield _told(evidence, f"pages cited {evidence.cited}, on record {evidence.record}: {evidence.note}")


@field_rule("M271")
def publisher_differs(match: Match) -> Iterator[Finding]:
    """The publisher of a book is another one than on record.

    Why it matters:
        Editions of one title by different houses differ in text and pages.

    Example:
        Cited "Oxford University Press"; on record Cambridge University Press.

    How to mend:
        Take the publisher from the title page of the copy you used.

    When it stays silent:
        For anything but books and chapters, for imprints and houses that were merged, and for reprints.
    """
    for evidence in _wrong(match, "publisher"):
        yield _told(evidence, f"publisher cited {evidence.cited}, on record {evidence.record}")


@field_rule("M281")
def edition_differs(match: Match) -> Iterator[Finding]:
    """The edition of a book is another one than on record.

    Why it matters:
        Page numbers and text change between editions.

    Example:
        Cited "2nd ed."; the DOI belongs to the third.

    How to mend:
        Cite the edition you used, with its own DOI if it has one.

    When it stays silent:
        Where either side names no edition.
    """
    for evidence in _wrong(match, "edition"):
        yield _told(evidence, f"edition cited {evidence.cited}, on record {evidence.record}")


def _told(evidence: FieldEvidence, message: str, *, severity: Severity | None = None) -> Finding:
    """Return the finding about a field, with what was compared."""
    return finding(message, severity=severity, field=evidence.field, evidence=evidence.to_json())


def _wrong(match: Match, field: str) -> Iterator[FieldEvidence]:
    for evidence in match.evidence:
        if evidence.agrees is False and evidence.field == field:
            yield evidence


def _of_kind(match: Match, field: str, kind: str) -> Iterator[FieldEvidence]:
    for evidence in match.evidence:
        if evidence.kind == kind and evidence.field == field:
            yield evidence
