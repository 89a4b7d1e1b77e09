"""A match looked at again with the fields compared: is it that work, and was a work with faults passed over?

The search is made to name no wrong work, so it lets go of a reference whose pages or year contradict the
record. For a check that very work is wanted: title and authors say which it is, and the rest is the finding.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import DamerauLevenshtein

from refs.model import Candidate, FieldEvidence, Match, Outcome, Venue, Work, fold, fold_compact
from refs.resolve.comparison.chimera import find_parts
from refs.resolve.comparison.fields import compare_fields, comparing
from refs.resolve.comparison.locators import may_be_at_place
from refs.resolve.comparison.on_record import NumbersOnRecord
from refs.resolve.comparison.publication import PARTS_OF_BOOKS
from refs.resolve.comparison.raw_text import RawText, Reading
from refs.resolve.comparison.titles import compare_title
from refs.resolve.query import Query
from refs.steps import Task, result_of

_OTHERS = re.compile(r"et(?<!\wet)\.? al\b\.?")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
OTHER_VERSION = "a work of this title is on record in another version, of another DOI"
ELSEWHERE = "a work of this title by these authors is on record, but published elsewhere"
# What parts the first of printed names from the next, or from its own initials
_NEXT_NAME = re.compile(r"[,;&]|\s(?:and|et|und|y|e)\s")
NEARLY_SIGNED = "a work of this title by the first of these authors is on record, but not by the others"
OF_OTHERS = "a work of this title stands at this place on record, but by other people"
UNTITLED = "a work by this author stands at this place on record, under a title that is not printed"
VETOED = 0.05
"""The probability left to a work that cannot be the one."""
MANY_WORDS = 6
"""Words that are no group's name or place behind a list of authors."""
LOCATORS = ("container-title", "issued", "volume", "issue", "page")
_REFERENCE_WORK = re.compile(r"\b(?:encyclop|enzyklop|handbook|handbuch|dictionary|lexikon|companion)", re.I)
SLIPPING = 5
"""Letters of a surname from which one may be wrong."""
FEW_WORDS, FEW_LETTERS = 3, 18
"""A title of fewer words or letters may be many works' title."""
PROBABILITY = 0.97
"""Probability of a work taken back: a judgement, not a measurement. So few are (about 1 in 1,400 references
whose truth is known, 4 of 5 rightly) that no share of them can be told from it."""


@dataclass(frozen=True, slots=True)
class _Compared:
    candidate: Candidate
    evidence: tuple[FieldEvidence, ...]

    def of(self, field: str) -> FieldEvidence:
        for evidence in self.evidence:
            if evidence.field == field:
                return evidence
        return FieldEvidence(field, "", "", None)

    @property
    def wrong(self) -> list[str]:
        return [e.field for e in self.evidence if e.agrees is False]

    @property
    def right(self) -> list[str]:
        return [e.field for e in self.evidence if e.agrees]


def settle_match(match: Match, query: Query) -> Match:
    """Return the match with its evidence; a work that the fields do not bear out is let go, or taken back.

    Args:
        query: the string as it was looked up.
    """
    return result_of(settling(match, query))


def settling(match: Match, query: Query) -> Task[Match]:
    """Return what ``settle_match`` does, as a task that others can go in step with."""
    reading = Reading(query.raw, query)
    if match.outcome is Outcome.FOUND and match.work is not None:
        evidence = yield from comparing(reading, match.work)
        found = _Compared(Candidate(match.work, match.probability), evidence)
        if (title := found.of("title").cited) and _names_another_before(query.raw, title):
            reason = "the string names another work before this one; split it"
            return replace(match, outcome=Outcome.AMBIGUOUS, work=None, reason=reason)
        if _is_borne_out(found, match):
            parts = _parts(match, query, reading, found)
            if not parts and found.of("DOI").kind == "version" and found.wrong:
                return replace(match, outcome=Outcome.AMBIGUOUS, work=None, reason=OTHER_VERSION)
            if not parts and _is_elsewhere(found, match):
                return replace(match, outcome=Outcome.AMBIGUOUS, work=None, reason=ELSEWHERE)
            return replace(match, evidence=evidence, parts=parts)
        reason = "the closest work on record is another"
        is_volume = found.of("title").kind == "container" and found.of("page").cited != ""
        probability = min(match.probability, VETOED) if is_volume else match.probability
        return replace(match, outcome=Outcome.NONE, work=None, reason=reason, probability=probability)
    if match.outcome not in (Outcome.NONE, Outcome.AMBIGUOUS):
        return match
    if match.outcome is Outcome.NONE and (cited := _of_cited_doi(match, reading)) is not None:
        return cited
    compared = [
        _Compared(c, compare_fields(reading, c.work))
        for c in match.candidates
        if _may_be_untitled(match, reading, c.work) or _is_titled(reading, c.work)
    ]
    for titled in compared:
        if match.outcome is Outcome.NONE and (parts := _parts(match, query, reading, titled)):
            return _of_two(match, titled, parts)
    return _take_back(match, compared)


def _is_titled(reading: Reading, work: Work) -> bool:
    """True where the title on record is printed."""
    return compare_title(reading.beside(work.doi), work)[0].agrees is True


def _may_be_untitled(match: Match, reading: Reading, work: Work) -> bool:
    """True where a work is to be compared though its title is not printed: by this author, at this place."""
    text = reading.beside(work.doi)
    if not _is_signed(text, work):
        return False
    return match.outcome is Outcome.AMBIGUOUS or may_be_at_place(text.body, NumbersOnRecord.of(work))


def _names_another_before(raw: str, title: str) -> bool:
    """True where prose and a year stand between "et al." and a title: another title, its container and year.

    >>> _names_another_before("Neff et al. Kind hearts and open minds in schools. Mind, 2020. Not Gut", "Gut")
    True
    >>> _names_another_before("Neff et al. (2003). Gut", "Gut")
    False
    """
    begun = _OTHERS.search(raw) if " al" in raw else None
    between = raw[begun.end() : max(begun.end(), raw.find(title))] if begun else ""
    return len(_WORDS.findall(between)) >= MANY_WORDS and _YEAR.search(between) is not None


def _parts(match: Match, query: Query, reading: Reading, titled: _Compared) -> tuple[Work, ...]:
    """Return the two works that the string joins, if a titled work is one of them."""
    if not titled.wrong:
        return ()
    others = [c.work for c in match.candidates]
    others += [match.cited_doi_work] if match.cited_doi_work is not None else []
    return find_parts(query, reading, titled.candidate.work, titled.evidence, others)


def _of_two(match: Match, titled: _Compared, parts: tuple[Work, ...]) -> Match:
    """Return the match of a string of two works: the one of title and authors, or none if they part."""
    reason = "the title is one work's, the place another's"
    if titled.of("author").agrees is not True:
        return replace(match, parts=parts, reason=reason)
    return replace(
        match,
        outcome=Outcome.FOUND,
        work=titled.candidate.work,
        probability=max(PROBABILITY, titled.candidate.probability),
        evidence=titled.evidence,
        reason=reason,
        parts=parts,
    )


def _is_signed(text: RawText, work: Work) -> bool:
    """True where the first author's surname stands in the string, or begins it but for one letter."""
    surname = fold_compact(names[0]) if (names := work.surnames()[:1]) else ""
    if not surname:
        return False
    if text.find_compact(surname) is not None:
        return True
    begins = [token.word for token in text.tokens[:2]] if len(surname) >= SLIPPING else []
    return any(DamerauLevenshtein.distance(surname, word, score_cutoff=1) <= 1 for word in begins)


def _is_whole(title: FieldEvidence) -> bool:
    """True where the title on record stands in the string as it is."""
    return title.agrees is True and title.kind == ""


def _is_borne_out(found: _Compared, match: Match) -> bool:
    """True where title, DOI, or author with volume or page, say that it is the work."""
    title = found.of("title")
    if title.agrees is not None or found.of("DOI").agrees or match.doi == match.cited_doi:
        return title.kind != "container"
    located = {"volume", "page"} & set(found.right)
    authored = found.of("author").agrees is True or not found.of("author").record
    return title.kind != "container" and bool(located) and authored


def _of_cited_doi(match: Match, reading: Reading) -> Match | None:
    """Return the match with the work of the DOI that the string carries, where its title is printed too."""
    work = match.cited_doi_work
    if work is None:
        return None
    found = _Compared(Candidate(work, PROBABILITY), compare_fields(reading, work))
    is_known = found.of("title").agrees is True or _is_wholly_at_its_place(found)
    if not is_known or found.of("author").agrees is False:
        return None
    return replace(
        match,
        outcome=Outcome.FOUND,
        work=work,
        probability=max(PROBABILITY, match.probability),
        evidence=found.evidence,
        reason="DOI and title, or DOI and place, are this work's",
    )


def _is_wholly_at_its_place(found: _Compared) -> bool:
    """True where container, year, volume and page agree, and nothing that can be compared differs."""
    return {"container-title", "issued", "volume", "page"} <= set(found.right) and not found.wrong


def _take_back(match: Match, compared: Sequence[_Compared]) -> Match:
    """Return the match with the one candidate that bears title and authors of the string, if there is one."""
    same = [c for c in compared if _is_of_title_and_authors(c)]
    if match.outcome is Outcome.NONE:
        same += [c for c in compared if c not in same and (_agrees_throughout(c) or _is_in_its_place(c))]
    if match.outcome is Outcome.AMBIGUOUS:
        same = [c for c in same if not c.wrong]
        if len(same) != 1 or len([c for c in compared if not c.wrong]) != 1:
            return match
    near = [c for c in same if set(c.right) & set(LOCATORS) and len(c.wrong) <= 2]
    near = [c for c in near if not _is_elsewhere(c, match)]
    near = [c for c in near if len(c.wrong) == min(len(n.wrong) for n in near)]
    if len(near) == 1:
        reason = "title and authors, or title and place, are this work's, though other fields differ"
        return _taken_back(match, near[0], reason)
    if len(same) == 1 and match.venue is Venue.VOLUME_ON_RECORD and "container-title" in same[0].wrong:
        return _taken_back(match, same[0], "the proceedings that are named do not hold it, others do")
    if same and match.outcome is Outcome.NONE:
        return replace(match, outcome=Outcome.AMBIGUOUS, reason=ELSEWHERE)
    others = [c for c in compared if _is_of_its_volume(c)] if match.outcome is Outcome.NONE else []
    if len(others) == 1:
        reason = "the proceedings that are named hold one work of this title, by other people"
        return _taken_back(match, others[0], reason)
    if match.outcome is Outcome.NONE and any(_is_nearly_signed(c) for c in compared):
        return replace(match, outcome=Outcome.AMBIGUOUS, reason=NEARLY_SIGNED)
    placed = [c for c in compared if _is_of_the_place(c)] if match.outcome is Outcome.NONE else []
    if placed:
        is_titled = placed[0].of("title").agrees is True
        return replace(match, outcome=Outcome.AMBIGUOUS, reason=OF_OTHERS if is_titled else UNTITLED)
    return match


def _taken_back(match: Match, compared: _Compared, reason: str) -> Match:
    """Return the match with the work of a candidate after all."""
    return replace(
        match,
        outcome=Outcome.FOUND,
        work=compared.candidate.work,
        probability=max(PROBABILITY, compared.candidate.probability),
        evidence=compared.evidence,
        reason=reason,
    )


def _is_elsewhere(compared: _Compared, match: Match) -> bool:
    """True where two of container, volume and pages are others: a version that is not on record may be cited.

    Of an entry in a reference work, or a chapter, year and pages are others in another edition.

    The DOI of the work, if it is printed, says that no other version is.
    """
    work, wrong = compared.candidate.work, set(compared.wrong)
    if len(wrong) < 2 or compared.of("DOI").agrees or work.doi == match.cited_doi:
        return False
    in_book = work.type in PARTS_OF_BOOKS or _REFERENCE_WORK.search(compared.of("container-title").record)
    if {"container-title", "issued"} <= wrong and not {"volume", "page"} & set(compared.right):
        return True
    other_edition = in_book and not work.volume and {"issued", "page"} <= wrong
    return bool(other_edition) or len({"container-title", "volume", "page"} & wrong) >= 2


def _is_nearly_signed(compared: _Compared) -> bool:
    """True where a telling title stands word for word, or with year and container, and some author, not all.

    Wherever it is said to stand: a version with other people may be cited that is not on record.
    """
    title, author = compared.of("title"), compared.of("author")
    if author.kind != "replaced" or not _is_telling(title):
        return False
    at_home = {"title", "container-title", "issued"} <= set(compared.right)
    return at_home or (_is_whole(title) and _is_first_printed(author))


def _is_first_printed(author: FieldEvidence) -> bool:
    """True where the first author on record is the first that is printed: "Huffman, D.", "Don Huffman"."""
    surname = fold_compact(author.record.split(";")[0])
    printed = fold_compact(_NEXT_NAME.split(author.cited, maxsplit=1)[0])
    return bool(surname) and (printed.startswith(surname) or printed.endswith(surname))


def _is_of_the_place(compared: _Compared) -> bool:
    """True where year, pages, and container or volume agree, or all but the year, and none else differs."""
    right, wrong = set(compared.right), set(LOCATORS) & set(compared.wrong)
    if {"container-title", "volume", "page"} <= right:
        return wrong <= {"issued"}
    return {"issued", "page"} <= right and bool({"container-title", "volume"} & right) and not wrong


def _agrees_throughout(compared: _Compared) -> bool:
    """True where title, perhaps without its subtitle, authors and place agree, but for one field at most."""
    right = set(compared.right)
    placed = len({"issued", "volume", "page"} & right) >= 2 or {"container-title", "issued"} <= right
    if {"title", "author", "container-title"} <= right and len(compared.wrong) == 1:
        return len(compared.of("author").record.split(";")) > 1
    return {"title", "author"} <= right and not compared.wrong and placed


def _is_in_its_place(compared: _Compared) -> bool:
    """True where title, container and pages agree, and only authors differ."""
    needed = {"title", "container-title", "page"}
    return needed <= set(compared.right) and compared.wrong == ["author"]


def _is_of_its_volume(compared: _Compared) -> bool:
    """True where a telling title stands in the proceedings that are printed, under other authors.

    A journal prints a title twice, above an article and above a letter on it; one volume hardly does.
    """
    title, container = compared.of("title"), compared.of("container-title")
    volume = _YEAR.search(container.record) is not None and _YEAR.search(container.cited) is not None
    signed = compared.of("author").kind != "replaced-all"
    return volume and container.agrees is True and not signed and _is_whole(title) and _is_telling(title)


def _is_of_title_and_authors(compared: _Compared) -> bool:
    """True where a title long enough to be one work's alone stands word for word, with its authors."""
    title = compared.of("title")
    author = compared.of("author")
    return _is_whole(title) and _is_telling(title) and (author.agrees is True or author.kind == "missing")


def _is_telling(title: FieldEvidence) -> bool:
    """True for a title long enough to be one work's alone."""
    words = fold(title.record).split()
    return len(words) >= FEW_WORDS and len("".join(words)) >= FEW_LETTERS
