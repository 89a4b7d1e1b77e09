"""References that stand in footnotes, as in law and the humanities: one note, none, one or several works."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from refs.extract.clues import Clues, clues_of, start_form, start_score
from refs.extract.entries import join_lines
from refs.model import Article, Block, BlockKind, Reference

_MARK = re.compile(r"\s{0,5}(?:\d{1,4}|[*†‡]{1,3})[.)]?\s{0,5}")
_BETWEEN_WORKS = re.compile(
    r";\s+(?=[^\W\d_a-z]|[\"“„«‚'§(]|(?:vgl|siehe|see|cf|auch|sowie|ferner|ders|dies|van|von|de)\b)"
)
"""The ";" between two works of one note."""
_LEAD = re.compile(
    r"(?:(?:vgl|vergleiche|siehe|see|cf|confer|compare|zit|zitiert|nach|n|dazu|hierzu|hiezu|auch|also|"
    r"ausf(?:ü|u)hrlich(?:er)?|etwa|beispielsweise|exemplarisch|insbesondere|insbes|bes|besonders|ferner|ebenso|"
    r"so|unter|jetzt|neuerdings|zuletzt|grundlegend|generally|especially|for example|zum beispiel|e\. ?g|"
    r"i\. ?e|z\. ?b|u\. ?a|statt vieler|s(?=\. (?:auch|dazu|hierzu|etwa|ausf))|sowie|and|und|quelle|source)\b"
    r"[.,:]{0,2}\s{1,3}){1,6}",
    re.I,
)
"""What leads to a work: "Vgl. dazu auch", "Siehe z. B.", "See also"."""
_POINTS = re.compile(r"\b(?:vgl\.|siehe|see|cf\.)\s", re.I)
_ON_THE_WAY = re.compile(
    r"[a-zäöüß][\w-]{0,30}\s(?:[\w-]{1,30}\s){0,8}?(?:bei|von|by)\s(?=[^\W\d_a-z]|[\"“„«])|[a-zäöüß][^.;:\d]{2,90}:\s"
)
"""Words between "siehe" and the work: "die ausführliche Analyse bei", "für alle Zahlen dieses Absatzes:"."""
_SENTENCE = re.compile(r"(?<=[a-zäöüß\d)\]”\"»])[.!?]\s+(?=[^\W\d_a-z][\w-]+\s)")
# "Gilbert, P. (2009)", before its title
_DATED_END = re.compile(r"\((?:1[5-9]|20)\d\d[a-z]?\)$")
# "Ginsburgs 1989, S. 407", "Neff (2003), p. 5", "Habermas, a.a.O., S. 12", "Weber, Wirtschaft, S. 5"
_SHORT = re.compile(
    r"[^\W\d_a-z][\w’'/-]{1,30}(?:[ ,/&]{1,3}(?:und |and |et al\.? )?[^\W\d_a-z]?[\w’'.-]{0,30}){0,4},?\s"
    r"(?:\(?(?:1[5-9]|20)\d\d[a-z]?\)?|a\. ?a\. ?O\.|op\. ?cit\.|loc\. ?cit\.)"
)
_ADDRESS = re.compile(r"(?:https?:?//|www\.)\S+")
_SEEN = re.compile(
    r"[.,;:]?\s{1,3}[(\[]?(?:stand|zugriff|abruf|abgerufen|letzter|zuletzt|accessed|retrieved|visited|\d)",
    re.I,
)
"""After an address: "(Stand: 3.5.2005)", ", accessed 3 May 2005"."""
# "4.3.1994", "17. März 1995", "14.6.94"
_DATE = re.compile(r"\b\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d_]{3,9})\s?(?:1[89]|20)?\d\d\b")
_LAW = re.compile(
    r"(?:§{1,2}|Art\.)\s?\d|(?:Gesetz|Verordnung|Richtlinie|Act|Directive|Regulation)\s[^.]{10,200}\d{4}"
)
# "Davis, Steven J.", "Scholz, Evi; Wasmer, Martina"
_NAMES = re.compile(
    r"(?:(?:von|van|de|zu|der)\s){0,2}[^\W\d_a-z][\w’'-]{1,30}"
    r"(?:[ -][^\W\d_a-z][\w’'-]{1,30}){0,2},"
    r"\s[^\W\d_a-z](?:[\w’'-]{1,20}|\.)(?:[\s-][^\W\d_a-z](?:[\w’'-]{1,20}|\.)?){0,3}"
    r"(?:;\s[^;:\d]{3,60}){0,30}"
)
# "Weber, Wirtschaft", "Jürgen Habermas: Strukturwandel", "BMFSFJ: Bericht"
_NAMED = re.compile(r"(?:[^\W\d_a-z][\w.’'/-]{0,30}\s){0,3}[^\W\d_a-z][\w.’'/-]{0,30}[,:]\s")
# "Altvater 2007", "Cooper/Jackson (2007)", "Weber und Obi, 1922"
_DATED_NAMES = re.compile(
    r"[^\W\d_a-z][\w’'-]{1,30}(?:(?:\s?/\s?|, | und | and | & )[^\W\d_a-z][\w’'-]{1,30}){0,4}"
    r"(?: et al\.| u\. ?a\.)?,? \(?(?:1[5-9]|20)\d\d"
)
# "Marco Frank: Die Ergebnisse", "Ingo Obi/Marco Frank: Zum Bericht"
_FULL_NAME = re.compile(
    r"[^\W\d_a-z][\w.’'-]{1,30}(?:[ /]{1,3}(?:von |van |de |und )?[^\W\d_a-z][\w.’'-]{0,30}){1,6}:\s"
)
# "Interview mit Obi, 3.5.2003", not "Interview mit Obi, in: Die Zeit, 3.5.2003"
_TALK = re.compile(
    r"(?:(?:telefonische[ns]?|pers[öo]nliche[ns]?|telephone|personal|own|eigene[s]?) )?"
    r"(?:interview|gespr[äa]ch|auskunft|mitteilung|telefonat|conversation|communication|e-?mail)"
    r"(?: (?:mit|von|with|by|from|des|der)\b|,)",
    re.I,
)
_IN_PRINT = re.compile(r"\b[Ii]n:?\s|https?:|www\.")
_TOLD = 4
"""Function words with which a note without a year tells something."""
_GLANCE = 120
_IN = re.compile(r"\b[Ii]n:\s")
# "Berlin: BMAS.", ", Köln 2008.", ". Berlin.", at the end of what else might be a sentence
_PUBLISHED = re.compile(
    r"[.,]\s[^\W\d_a-z][\w/ -]{2,40}(?::\s[^\W\d_a-z][\w& -]{1,40}|\s(?:1[5-9]|20)\d\d[2-9]?)(?=\.\s|\.?$)"
    r"|[.]\s[^\W\d_a-z][\w/-]{2,20}(?:[ /][^\W\d_a-z][\w-]{2,20}){0,2}[.;]?$"
)
# "ders., Recht und Freiheit"
_SAME_AUTHOR = re.compile(r"(?:ders|dies|dems)\.,?\s", re.I)
_LONGEST = 600
"""Letters beyond which a piece is an argument with references in it, not a reference."""


def footnote_references(article: Article, blocks: Iterable[Block]) -> list[Reference]:
    """Return the works that the footnotes among blocks cite, in order, each with its place and number."""
    notes = [block for block in blocks if block.kind is BlockKind.FOOTNOTE and not block.region]
    found: list[Reference] = []
    for place, block in enumerate(notes):
        if place and _goes_on(notes[place - 1], block):
            continue
        after = notes[place + 1] if place + 1 < len(notes) else None
        rest = f"\n{after.text}" if after and _goes_on(block, after) else ""
        found += _references_in(article, block, rest)
    return found


def _goes_on(before: Block, block: Block) -> bool:
    """Return True for a note that began on the page before."""
    pages = before.position.page, block.position.page
    return bool(block.label) and block.label == before.label and None not in pages and pages[0] != pages[1]


def _references_in(article: Article, block: Block, rest: str) -> Iterator[Reference]:
    mark = _MARK.match(block.text) if block.attributes.get("lines") else None
    begin = mark.end() if mark else 0
    text = str(block.attributes.get("shown", block.text)) + rest
    for start, stop in _pieces(text, begin):
        start, stop, led = _trim(text, start, stop)
        raw = join_lines(text[start:stop].split("\n"), article.text)
        if _is_reference(raw, led):
            # NOTE: words that markup hides have no place of their own in it.
            known = text.startswith(block.text) and start < len(block.text)
            place = (start, min(stop, len(block.text))) if known else (0, len(block.text))
            yield Reference(
                raw,
                (block.start + place[0], block.start + place[1]),
                block.label,
                page=block.position.page,
                reason=f"cited in footnote {block.label}" if block.label else "cited in a footnote",
            )


def _pieces(text: str, begin: int) -> list[tuple[int, int]]:
    """Return where the works of a note stand: its text parted at semicolons."""
    cuts: list[tuple[int, int]] = []
    for found in _BETWEEN_WORKS.finditer(text, begin):
        last = cuts[-1][1] if cuts else begin
        before = text[max(last, found.start() - _LONGEST) : found.start()]
        if _begins_work(text[found.end() : found.end() + _GLANCE]) and not _goes_on_with_names(before):
            cuts.append(found.span())
    starts = [begin, *(end for _, end in cuts)]
    stops = [*(start for start, _ in cuts), len(text)]
    return list(zip(starts, stops, strict=True))


def _begins_work(after: str) -> bool:
    """Return True for what may begin another work after a ";", not the subtitle of the one before it.

    >>> _begins_work("Nozick, Robert: Anarchy"), _begins_work("Ergebnisse aus EU-SILC 2003 in Österreich.")
    (True, False)
    """
    return (
        start_form(after) > 0
        or after[:1] in "\"“„«‚'§("
        or _LEAD.match(after) is not None
        or _SAME_AUTHOR.match(after) is not None
        or _DATED_NAMES.match(after) is not None
        or _NAMED.match(after) is not None
    )


def _goes_on_with_names(before: str) -> bool:
    """Return True for names before a ";" after which more names of the same work follow.

    >>> _goes_on_with_names("Davis, Steven J."), _goes_on_with_names("Koch (1997): Was. In: Gabler, S.")
    (True, True)
    >>> _goes_on_with_names("Altvater (2007)"), _goes_on_with_names("Weber, Wirtschaft und Gesellschaft")
    (False, False)
    """
    names = _IN.split(before)[-1].strip()
    if lead := _LEAD.match(names):
        names = names[lead.end() :]
    return _NAMES.fullmatch(names) is not None


def _trim(text: str, start: int, stop: int) -> tuple[int, int, bool]:
    """Return where a work begins and ends without what leads to it and the remarks after it.

    The third value is True if words such as "vgl." led to it.
    """
    begun = start
    points = _POINTS.search(text, start, min(stop, start + 200))
    if points and not re.search(r"\d{4}|[\"“„«]", text[start : points.start()]):
        start = points.start()
    if lead := _LEAD.match(text, start, stop):
        start = lead.end()
        if way := _ON_THE_WAY.match(text, start, stop):
            start = way.end()
    led = start > begun
    address = _ADDRESS.match(text, start, stop)
    if address and not _SEEN.match(text, address.end(), stop):
        return start, address.end(), led
    for sentence in _SENTENCE.finditer(text, start, stop):
        if _DATED_END.search(text, start, sentence.start()):
            continue
        if _is_remark(text[sentence.end() : stop]) and sentence.start() - start > 15:
            stop = sentence.start() + 1
            break
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return start, stop, led


def _likeness(clues: Clues) -> float:
    """Return how much counts look like those of a work cited in a note: notes leave out more than lists."""
    words = max(clues.chars / 6.5, 1.0)
    score = -1.0 + (0.0, 1.6, 1.4)[min(clues.years, 2)] + 0.9 * min(clues.identifiers, 2)
    score += 0.9 * min(clues.places, 2) + 0.45 * min(clues.initials, 4)
    score -= 14.0 * max(0.0, clues.prose / words - 0.10)
    return score - (1.0 if clues.chars < 30 else 0.0)


def _is_remark(text: str) -> bool:
    """Return True for sentences that say something rather than cite: prose, no address, no work."""
    clues = clues_of(text)
    words = len(text.split())
    works = (
        clues.identifiers + clues.places + clues.initials + (_PUBLISHED.search(text[:_LONGEST]) is not None)
    )
    return words > 3 and not works and clues.prose >= 0.08 * words and _likeness(clues) < 0.8


def _is_reference(raw: str, led: bool) -> bool:
    if not 8 < len(raw) < _LONGEST:
        return False
    if _ADDRESS.match(raw) or (_LAW.match(raw) and len(raw) < 250):
        return True
    if _SHORT.match(raw) and len(raw) < 90:
        return True
    clues = clues_of(raw)
    if _TALK.match(raw) and not (_IN_PRINT.search(raw) or clues.places):
        return False
    if clues.prose >= _TOLD and not (clues.years or led or _DATE.search(raw)):
        return False
    score = _likeness(clues) + (1.6 if not clues.years and _DATE.search(raw) else 0.0)
    score += 0.6 if _ADDRESS.search(raw) else 0.0
    prose = clues.prose / len(raw.split())
    if led:
        return score > 0.0
    begins = start_score(raw, "") > 0.5 or raw[0] in "\"“„«‚'"
    begins = begins or _SAME_AUTHOR.match(raw) is not None or _FULL_NAME.match(raw) is not None
    return (
        score > (0.0 if begins else 0.4)
        and prose < (0.22 if begins else 0.12)
        and (raw[0].upper() == raw[0] or start_form(raw) > 0 or _SAME_AUTHOR.match(raw) is not None)
    )
