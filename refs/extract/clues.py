"""What in a line or an entry speaks for a reference: counts that add up, and scores made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

# "2003", "2003a", "1961-1968", "(in press)", "n.d.", "o.J."
_YEAR = re.compile(
    r"(?<![\d.:/–-])(?:1[5-9]|20)\d\d[a-z]?(?![\d/]|\.\d)"
    r"|\b(?:in press|forthcoming|n\.d\.|o\. ?J\.|im Erscheinen)",
    re.I,
)
_DOI = re.compile(r"\b10\.\d{4,9}/|\bdoi\b|https?:|\bwww\.|arxiv|PMID|ISBN|ISSN", re.I)
# "27(4), 474-485", "31: 10–14", "Vol. 3", "pp. 4-5", "S. 245-253", "No. 2", "A493"
_PLACE = re.compile(
    r"\b\d{1,4}\s?\(\d{1,4}(?:[-–/]\d{1,4})?\)|\b\d{1,5}[-–]\d{1,5}\b|\b\d{1,4}\s?:\s?[A-Za-z]?\d{1,6}"
    r"|\b(?:vol|no|nr|pp?|s|bd|jg|heft|ed|eds|hrsg|hg|ch|chap)\.\s?\d|\b\d{1,4}, [A-Za-z]?\d{1,6}\b",
    re.I,
)
_VENUE = re.compile(
    r"\b(?:journal|proceedings|proc|trans|transactions|rev|review|lett|letters|press|university|verlag|publishers?|"
    r"publishing|zeitschrift|conference|symposium|annals|bulletin|thesis|dissertation|report|eds?|hrsg|hg|"
    r"et al|in:|springer|elsevier|wiley|oxford|cambridge|routledge|sage|acta|arch|ann|sci|phys|chem|biol|"
    r"med|soc|int|intl|am|eur|nat|retrieved|available|accessed|abgerufen|beitr)\b\.?",
    re.I,
)
# "Neff, K.", "Neff KD", "K. D. Neff", "K.D. Neff"
_INITIALS = re.compile(
    r"\b[^\W\d_]\.(?=[\s,;:)\]-]|[^\W\d_]\.|[^\W\d_a-z])|\b[^\W\d_]{2,20} [A-Z]{1,3}(?=[,.;:()]|\s\()"
)
_PROSE = re.compile(
    r"\b(?:the|is|are|was|were|we|our|this|that|these|those|which|have|has|had|been|be|not|can|may|will|would|it|"
    r"they|he|she|you|your|i|but|however|thus|also|such|as|than|der|die|das|ist|sind|wird|werden|wurde|nicht|auch|"
    r"dass|sich|es|wir|sie|ein|eine|le|la|les|est|sont|nous|que|qui)\b",
    re.I,
)

_NAME = r"[^\W\d_a-zß-öø-ÿ][\w'’ʼ´`-]{1,30}"
_PARTICLE = (
    r"(?:(?:van|von|vom|zu|zur|de|del|della|der|den|des|di|da|dos|du|la|le|el|al|ter|ten|af|av|bin|ben"
    r"|O|D|Mc|Mac|St)[ '’.-]{1,2}){0,3}"
)
_AND = r"(?:[,;:.(]| (?:and|und|&|et|y|\())"
_START_FORMS: tuple[tuple[re.Pattern[str], float], ...] = tuple(
    (re.compile(pattern), weight)
    for pattern, weight in (
        # "Neff, K. D.", "van den Akker, M", "Le Yaouanc, A.", "Smith Jones, A."
        (rf"{_PARTICLE}{_NAME}(?:[ -]{_NAME}){{0,2}}, ?[^\W\d_a-z]{{1,2}}\.", 3.2),
        (rf"{_PARTICLE}{_NAME}(?:[ -]{_NAME}){{0,2}},? [A-Z]{{1,3}}(?:[,;:.(]| (?:and|&|et|\())", 2.8),
        # "NEFF, Kristin", "Neff, Kristin (2003)", "Neff, Kristin."
        (
            rf"{_PARTICLE}{_NAME}(?:[ -]{_NAME})?, ?{_NAME}(?: [^\W\d_a-z]\.?| {_NAME}){{0,2}}(?:/|{_AND})",
            2.2,
        ),
        # "K. D. Neff,", "K.D. Neff and", "K-D Neff"
        (
            rf"(?:[^\W\d_a-z]{{1,2}}\.[ -]?){{1,4}}{_PARTICLE}{_NAME}(?:[ -]{_NAME}){{0,1}}{_AND}",
            2.6,
        ),
        # "Kristin Neff, ", "Kristin D. Neff and ", "Kristin Neff. 2003"
        (rf"{_NAME}(?: [^\W\d_a-z]\.){{0,2}} {_PARTICLE}{_NAME}(?:[,.](?= )| (?:and|und|&|et) {_NAME})", 1.4),
        (rf"{_PARTICLE}{_NAME}(?: et al\.?| (?:and|und|&) {_NAME})", 1.4),
        # "———. 2003", "-- (2003)", "Ders. (1999)", "Ibid."
        (r"(?:[—–_-]{2,12}|[—–])[.,:; (]|(?:Ders|Dies|Dass|Ibid|Ebd|Idem)\.", 2.6),
        # "WHO (2003)", "World Health Organization. ", "[Anonymous]", "“Title"
        (rf"{_NAME}(?: (?:of|for|and|the|de|für|und|&)?\s?{_NAME}){{0,6}}[.:,]? ?\((?:1[5-9]|20)\d\d", 2.2),
        (r"[\"“„«]", 0.2),
    )
)
_NOT_START = re.compile(
    r"(?:in|proceedings|proc|journal|vol|volume|pp?|pages|no|nr|eds?|doi|https?|www|university|press|and|und|&|"
    r"available|retrieved|accessed|isbn|issn|pmid|springer|elsevier|wiley|verlag|new york|london|berlin|"
    r"oxford|cambridge|hrsg|bd|s|transactions|conference|international journal)\b[.:]?"
    r"|[^\w\"“„«\[(—–_*•-]|\(|\d",
    re.I,
)
_CONTINUES = re.compile(
    r"(?:[,;:&/(–—-]|\b(?:and|und|et|y|in|of|the|for|der|die|des|von|zur|zum|on|a|an|to|with|by|vol|pp|no|ed|eds|eds\.\)?,))$",
    re.I,
)
_COMPLETE = re.compile(
    r"(?:\d[-–]\s?[A-Za-z]?\d{1,6}\.?|\b[eA]?\d{2,8}\.|10\.\d{4,9}/\S{1,200}|\)\.|[a-zß-ÿ]{3,}\.|\d{4}[a-z]?\)?\.?|https?://\S{1,300}|\]\.?)$"
)
# "[12] ", "12. ", "*07 ", "• "
_MARK = re.compile(r"[\[(*^]?\s?\d{1,4}\s?[\])^]?[.:)]?\s{1,8}|[•●▪■◦‣*–—-]\s{1,8}")
_INITIAL_END = re.compile(r"\b[^\W\d_]\.,?$")


@dataclass(frozen=True, slots=True)
class Clues:
    """Counts over a stretch of text; they add up over lines."""

    chars: int = 0
    years: int = 0
    identifiers: int = 0
    places: int = 0
    venues: int = 0
    initials: int = 0
    prose: int = 0

    def __add__(self, other: Clues) -> Clues:
        return Clues(
            self.chars + other.chars,
            self.years + other.years,
            self.identifiers + other.identifiers,
            self.places + other.places,
            self.venues + other.venues,
            self.initials + other.initials,
            self.prose + other.prose,
        )


def clues_of(text: str) -> Clues:
    """Return the counts of a line or an entry; only its first 3,000 characters are looked at.

    >>> clues_of("Neff, K. (2003). Self-compassion. Self and Identity, 2(2), 85-101.").years
    1
    """
    text = text[:3000]
    return Clues(
        len(text),
        len(_YEAR.findall(text)),
        len(_DOI.findall(text)),
        len(_PLACE.findall(text)),
        len(_VENUE.findall(text)),
        len(_INITIALS.findall(text)),
        len(_PROSE.findall(text)),
    )


# Log odds, learnt by logistic regression from strings under free licences against the running text of
# articles under CC BY, and rounded.
_NOTHING = -3.5
_BY_YEARS = (0.0, 4.5, 4.1, 2.5)
"""No year, one, two, more."""
_BY_FORM, _BY_IDENTIFIER, _BY_PLACE, _BY_INITIALS = 2.9, 0.8, 0.8, 0.2
_BY_PROSE = -19.0
"""For the share of function words above 5 %."""
_BY_EXCESS, _BY_LACK = -0.011, -0.11
"""For a character above 500, and for one below 50."""
_BY_NUMBERS = 4.0
"""For a text with hardly a word in it: the row of a table."""
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_MOST = 5.0


def entry_likeness(text: str) -> float:
    """Return the log odds that a text is one reference rather than something else on a page, -5 to 5.

    >>> entry_likeness("Neff, K. (2003). Self-compassion. Self and Identity, 2(2), 85-101.") > 2
    True
    >>> entry_likeness("It is the relationship that heals, as we have seen in 2003.") < 0
    True
    """
    score = likeness(clues_of(text), start_form(_MARK.sub("", text[:80], count=1)) > 0)
    if len(_LONG_WORD.findall(text[:400])) < 3:
        score -= _BY_NUMBERS
    return max(-_MOST, score)


def likeness(clues: Clues, form: bool = False) -> float:
    """Return the log odds that counts, and a beginning in the form of names, are those of one reference."""
    words = max(clues.chars / 6.5, 1.0)
    score = (
        _NOTHING
        + _BY_YEARS[min(clues.years, 3)]
        + (_BY_FORM if form else 0.0)
        + _BY_IDENTIFIER * min(clues.identifiers, 2)
        + _BY_PLACE * min(clues.places, 2)
        + _BY_INITIALS * min(clues.initials, 4)
        + _BY_PROSE * max(0.0, min(clues.prose / words, 0.5) - 0.05)
        + _BY_EXCESS * max(0, min(clues.chars, 2000) - 500)
        + _BY_LACK * max(0, 50 - clues.chars)
    )
    return max(-_MOST, min(_MOST, score))


def start_form(text: str) -> int:
    """Return which form of an entry's beginning a line has, counted from 1; 0 if none."""
    for number, (pattern, _) in enumerate(_START_FORMS, 1):
        if pattern.match(text):
            return number
    return 0


def year_place(text: str) -> int:
    """Return where the first year of a line stands: 0 none, 1 in parentheses early, 2 early, 3 late.

    >>> year_place("Neff, K. (2003). Self-compassion"), year_place("Self and Identity, 2(2), 85-101, 2003.")
    (1, 3)
    """
    found = _YEAR.search(text)
    if found is None:
        return 0
    if found.start() > 60:
        return 3
    if text[found.start() - 1 : found.start()] == "(":
        return 1
    return 2 if found.start() < 0.6 * len(text) else 3


def start_score(text: str, before: str) -> float:
    """Return how much a line looks like the first line of an entry, given the line before it.

    >>> start_score("Neff, K. (2003). Self-compassion.", "Identity, 2(2), 85-101.") > 2
    True
    >>> start_score("and narrative identity. In", "McAdams, D. P. (2001). Redemption") < -2
    True
    """
    score = -0.8
    first = text[:1]
    for pattern, weight in _START_FORMS:
        if pattern.match(text):
            score += weight
            break
    else:
        if first.islower():
            score -= 2.2
        elif _NOT_START.match(text):
            score -= 2.0
        elif first.isupper():
            score += 0.2
    if before:
        score += _ending_score(before)
    return score


def _ending_score(before: str) -> float:
    """Return how complete a line's end looks: positive where an entry may end there."""
    tail = before[-60:]
    if _CONTINUES.search(tail):
        return -2.6
    if _INITIAL_END.search(tail):
        return -1.0
    if _COMPLETE.search(tail):
        return 1.1 if tail[-1] in ".])" or tail[-1].isdigit() else 0.7
    return -1.0
