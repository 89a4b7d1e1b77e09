"""What in a line or an entry speaks for a reference: counts that add up, and scores made of them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

# "2003", "2003a", "1961-1968"; not part of a page, a decimal or a number. It is looked back only after the
# digits: what begins with digits is searched fast.
# "2003", "(1968/1924)", "(20047)" and "München 19762" (the last digit is raised: an edition), not the
# "2003" of "2003/05/12"
_YEAR = re.compile(
    r"(?:1[5-9]|20)[0-9][0-9](?<![\d.:/–-][0-9]{4})(?:[a-z]?(?![\d/]|\.\d)"
    r"|(?<=\([0-9]{4})(?:/[0-9]{2,4}|[1-9])\)|(?<=[a-zß-ÿ] [0-9]{4})[2-9](?![\w/–-]|\.\d))"
)
# "27(4)", "474-485", "31: 10", "27, 474", from the last digit of the first number on
_PLACE = re.compile(
    r"[0-9](?![0-9])(?:[-–][0-9]|,\s[A-Za-z]?[0-9]"
    r"|\s?(?::\s?[A-Za-z]?[0-9]|\([0-9]{1,4}(?:[-–/][0-9]{1,4})?\)))"
)
# "Neff, K.", "K.D. Neff"; what begins with a point or a blank is searched fast
_INITIAL = re.compile(r"\.(?<=[A-ZÀ-ÞŁŚŻČŠŽ]\.)(?=[\s,;:)\]A-ZÀ-Þ-])")
# "Neff KD,", "S.2"
_BARE_INITIALS = re.compile(r" [A-Z]{1,3}(?=[,;:(]|\.(?![\s,;:)\]A-ZÀ-Þ-]))")
_PROSE = frozenset(
    "the is are was were we our this that these those which have has had been be not can may will would it "
    "they he she you your i but however thus also such as than der die das ist sind wird werden wurde nicht "
    "auch dass sich es wir sie ich mir man hat haben kann können muss wenn diese dieser dieses ein eine le "
    "la les est sont nous que qui".split()
)
"""Words of running text; references have few, and those in titles."""

_NAME = r"[^\W\d_a-zß-öø-ÿ][\w'’ʼ´`-]{1,30}"
_SMALL_PARTICLES = (
    "van|von|vom|zu|zur|de|del|della|der|den|des|di|da|dos|du|la|le|el|al|ter|ten|af|av|bin|ben"
)
_PARTICLE = rf"(?:(?:{_SMALL_PARTICLES}|O|D|Mc|Mac|St)[ '’.-]{{1,2}}){{0,3}}"
_AND = r"(?:[,;:.(]| (?:and|und|&|et|y|\())"
START_FORMS: tuple[tuple[re.Pattern[str], float], ...] = tuple(
    (re.compile(pattern), weight)
    for pattern, weight in (
        # "Neff, K. D.", "van den Akker, M", "Le Yaouanc, A.", "Smith Jones, A."
        (rf"{_PARTICLE}{_NAME}(?:[ -]{_NAME}){{0,2}}, ?[^\W\d_a-z]{{1,2}}\.", 3.2),
        (rf"{_PARTICLE}{_NAME}(?:[ -]{_NAME}){{0,2}},? [A-Z]{{1,3}}(?:[,;:.(]| (?:and|&|et|\())", 2.8),
        # "NEFF, Kristin", "Neff, Kristin (2003)", "Neff, Kristin."
        (
            rf"{_PARTICLE}{_NAME}(?:[ -]{_NAME})?, ?{_NAME}(?: [^\W\d_a-z]\.?| {_NAME}){{0,2}}"
            rf"(?: (?:von|van|de|da|di|du|zu|der|af)){{0,2}}(?:/|{_AND}|,? (?:1[5-9]|20)\d\d\b)",
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
        # "WHO (2003)", "World Health Organization (2003)", "Frey/Stutzer (2002)",
        # "Ministerium für Arbeit (Hrsg.) (2001)"
        (
            rf"(?=[^\W\d_a-zß-öø-ÿ][^().;]{{1,139}}[.:,]? ?\()"
            rf"{_NAME}(?:(?: (?:(?:of|for|and|the|on|in|de|für|und|der|des|zur|zum|&|[–-]) ){{0,2}}"
            rf"(?:(?<=der |des |zur |zum |für )[a-zäöüß]{{4,30}} )?|/|, ){_NAME}){{0,12}}"
            rf"[.:,]? ?(?:\({_NAME}\) ?|\((?:Hrsg|Hg|Eds?|Hgg)\.\),? ?)?\((?:1[5-9]|20)\d\d",
            2.2,
        ),
        (r"[\"“„«]", 0.2),
    )
)
_ANY_START = re.compile(
    rf"(?=[^a-z]|(?:{_SMALL_PARTICLES})[ '’.-])"
    rf"(?:{'|'.join(f'({pattern.pattern})' for pattern, _ in START_FORMS)})"
)
"""All forms at once, one group a form; the first that fits counts, as in the table. A small letter begins
none, but for particles."""
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


_MANY = 2


class Clues(NamedTuple):
    """Counts over a stretch of text."""

    chars: int
    years: int
    identifiers: int
    places: int
    """Volumes and pages, and words for them; beyond two it does not matter how many."""
    initials: int
    prose: int


@lru_cache(maxsize=4096)
def clues_of(text: str) -> Clues:
    """Return the counts of a line or an entry; only its first 3,000 characters are looked at.

    >>> clues_of("Neff, K. (2003). Self-compassion. Self and Identity, 2(2), 85-101.").years
    1
    """
    text = text[:3000]
    low = text.lower()
    places = len(_PLACE.findall(text))
    return Clues(
        len(text),
        _count_years(text, low),
        _count_identifiers(low),
        places if places >= _MANY else places + _count_place_words(low),
        len(_INITIAL.findall(text)) + len(_BARE_INITIALS.findall(text)),
        count_prose(low),
    )


def prose_share(text: str) -> float:
    """Return the share of function words in a text.

    >>> prose_share("It is the bond that heals."), prose_share("Neff, K. Self-compassion, 2003.")
    (0.6666666666666666, 0.0)
    """
    return count_prose(text) / max(len(text.split()), 1)


def count_prose(text: str) -> int:
    """Return the number of function words in a text."""
    return sum(map(_PROSE.__contains__, text.lower().split()))


def is_dated(text: str) -> bool:
    """Return True for a text that holds a year, or words for one.

    >>> is_dated("Self and Identity, in press"), is_dated("Self and Identity, 2(2), 85-101")
    (True, False)
    """
    return has_year(text) or _says_when(text.lower())


def has_year(text: str) -> bool:
    """Return True for a text that holds a year."""
    return _YEAR.search(text) is not None


class LineClues(NamedTuple):
    """What a printed line says about the entry that it may be part of."""

    chars: int
    years: int
    places: bool
    """True for a volume, pages or an identifier: what only references have."""
    year_place: int
    """Where the first year stands: 0 none, 1 in parentheses early, 2 early, 3 late."""


def line_clues(text: str) -> LineClues:
    """Return what a printed line says.

    >>> line_clues("Neff, K. (2003). Self-compassion")
    LineClues(chars=32, years=1, places=False, year_place=1)
    >>> line_clues("Self and Identity, 2(2), 85-101, 2003.").year_place
    3
    """
    low = text.lower()
    year = _YEAR.search(text)
    if year is None:
        years, place = int(_says_when(low)), 0
    else:
        years, place = 1 + len(_YEAR.findall(text, year.end())), _place_of(year.start(), text)
    places = _PLACE.search(text) is not None or _count_place_words(low) > 0 or _count_identifiers(low) > 0
    return LineClues(len(text), years, places, place)


def _place_of(year: int, text: str) -> int:
    if year > 60:
        return 3
    if text[year - 1 : year] == "(":
        return 1
    return 2 if year < 0.6 * len(text) else 3


# NOTE: every line is asked. Sums of "in" are written out: they take a third of the time of a loop.


def _count_years(text: str, low: str) -> int:
    return len(_YEAR.findall(text)) or int(_says_when(low))


def _says_when(low: str) -> bool:
    """Return True for words that stand for a year."""
    return (
        "in press" in low
        or "n.d." in low
        or "forthcoming" in low
        or "to appear" in low
        or "o.j." in low
        or "o. j." in low
        or "im erscheinen" in low
        or "im druck" in low
        or "s. d.," in low
        or "(s. d.)" in low
        or "s.d.]" in low
        or "(s.d.)" in low
        or "(s. f.)" in low
        or "(s.f.)" in low
        or "en prensa" in low
        or "no prelo" in low
        or "à paraître" in low
        or "sous presse" in low
        or "in corso di stampa" in low
    )


def _count_identifiers(low: str) -> int:
    return (
        ("doi" in low)
        + ("http" in low)
        + ("www." in low)
        + ("arxiv" in low)
        + ("pmid" in low)
        + ("isbn" in low)
    )


def _count_place_words(low: str) -> int:
    return (
        ("pp." in low)
        + (" p. " in low)
        + ("vol." in low)
        + ("no. " in low)
        + ("nr. " in low)
        + (" s. " in low)
        + ("bd. " in low)
        + ("heft " in low)
        + ("hrsg" in low)
        + ("(ed" in low)
        + ("eds" in low)
    )


# Log odds, learnt by logistic regression from strings under free licences against the running text of
# articles under CC BY, and rounded.
_NOTHING = -3.3
_BY_YEARS = (0.0, 4.6, 4.0, 2.4)
"""No year, one, two, more."""
_BY_FORM, _BY_IDENTIFIER, _BY_PLACE, _BY_INITIALS = 2.8, 0.8, 0.6, 0.1
_BY_PROSE = -22.0
"""For the share of function words above 5 %."""
_BY_EXCESS, _BY_LACK = -0.0107, -0.116
"""For a character above 500, and for one below 50."""
_BY_NUMBERS = 4.0
"""For a text with hardly a word in it: the row of a table."""
# "Table 1 Means and deviations", "Fig. 2. Rooms by year": no reference begins so
_CAPTION = (
    r"(?:Table|TABLE|Tab\.|Figure|FIGURE|Fig\.|FIG\.|TAB\.|Abbildung|Abb\.|Tabelle|Tableau|Tabla|Figura|Tabela|Scheme|Box)"
    r"\s?[A-Z]?[0-9]{1,3}(?:\.[0-9]{1,2})?(?:[.:)]{0,2}\s|[.:]?$)"
)
# "Maria Lindqvist, Ph.D., is a lecturer at": so a note about an author begins
_IS_SOMEBODY = (
    r"(?:, [A-Z][\w.]{1,6}){0,3},? (?:is|was|has|had|holds|received|teaches|works|earned|serves|joined"
    r"|ist|hat|arbeitet|lehrt|studierte|est|enseigne|travaille|es|trabaja)"
    r" (?:an?|the|been|currently|his|her|their|at|in|as|since|also|professor\w*|eine?|der|die|seit|als|an"
    r"|une?|la|wissenschaftliche\w?|akademische\w?|emeritierte\w?|(?:privat)?dozent\w*|doktorand\w*"
    r"|research|senior|associate|assistant|emeritus|lecturer|editor|director|head|ma[iî]tre|professeure?|profesora?)\b"
)
# "Marion Ehlers, geb. 1964, Dr. phil.", "Marion Ehlers (born 1964)"
_WAS_BORN = (
    r"(?:, (?:Dr|Prof|M\. ?A|Ph\. ?D)\.?[\w. ]{0,20})?,? "
    r"\(?(?:geb\.|geboren|born|n[ée]e?) (?:am |in |on |\*)?[\w. ]{0,20}(?:19|20)\d\d"
)
_BIOGRAPHY = (
    r"(?:(?:Dr|Prof|Professor)\.? )?[^\W\d_a-z][\w.’'-]{0,30}(?: [^\W\d_a-z][\w.’'-]{0,30}){1,4}"
    rf"(?:{_IS_SOMEBODY}|{_WAS_BORN})"
)
# "Herausgeber: Institut für Sozialforschung, Postfach 12 04"
_PRINTED_BY = (
    r"(?:Herausgeber(?:in)?|Redaktion|Impressum|Bezugsadresse|Published by|Erscheinungsweise)\b(?!,)"
)
_SOMETHING_ELSE = re.compile(f"{_CAPTION}|{_BIOGRAPHY}|{_PRINTED_BY}")
# Chinese characters, kana, Hangul
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_FEWEST_SIGNS = 6
# "王建国, 李明. ", "田中太郎・鈴木花子（2010）", "김철수, 이영희 (2015)."
_NAME_SIGNS = r"[\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\uac00-\ud7af々]{2,8}"
_EAST_START = re.compile(
    rf"{_NAME_SIGNS}(?:[,，、・;；和与與및 ]{{1,2}}{_NAME_SIGNS}){{0,12}}[,，.．。:：（(【\[]"
)
# "[J]", "[M/OL]": GB/T 7714 says what kind of work it is
_EAST_KIND = re.compile(r"\[(?:[JMRDCNSPGAZ]|EB|DB|CP)(?:/OL|/CD)?\]")
_EAST_PROSE = "的了是在也们我はをがにで"
"""Signs of running text; titles have few."""
_MUCH_PROSE = 0.12
# "Station North, 1987      12      33      41": the row of a table
_CELLS = re.compile(r"(?: {3,40}[\d.,%±*()–-]{1,12}){2,20}$")
_LAST_CELLS = 200
_EMAIL = re.compile(r"(?<=[\w.])@[\w-]{2,60}\.[\w.-]{2,60}")
_RIGHTS = re.compile(r"[Aa]ll rights reserved|[Aa]lle Rechte vorbehalten|©")
_BY_IMPRINT = 8.0
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_MOST = 5.0


def begins_something_else(text: str) -> bool:
    """Return True for a text that begins as no reference does: the caption of a table, a note on an author.

    >>> begins_something_else("Table 1. Means, 1998"), begins_something_else("Maria Lindqvist is a lecturer.")
    (True, True)
    >>> begins_something_else("Table manners. New York: Wiley, 1987.")
    False
    """
    return _SOMETHING_ELSE.match(text) is not None


def entry_likeness(text: str, clues: Clues | None = None) -> float:
    """Return the log odds that a text is one reference rather than something else on a page, -5 to 5.

    ``clues``: its counts, where they are known.

    >>> entry_likeness("Neff, K. (2003). Self-compassion. Self and Identity, 2(2), 85-101.") > 2
    True
    >>> entry_likeness("It is the relationship that heals, as we have seen in 2003.") < 0
    True
    """
    if begins_something_else(text):
        return -_MOST
    if "   " in text and _CELLS.search(text[-_LAST_CELLS:]):
        return -_MOST
    mark = _MARK.match(text)
    count = clues_of(text) if clues is None else clues
    form = _QUOTED if count.prose > _FEW_IN_QUOTES else 0  # NOTE: “I was there in 2003, and it was cold”
    form = start_form(text[mark.end() if mark else 0 : 160]) not in (0, form)
    if not text.isascii() and (signs := len(_EAST.findall(text))) > _FEWEST_SIGNS:
        return _eastern_likeness(text[mark.end() if mark else 0 :], count, signs)
    score = likeness(count, form)
    if _is_imprint(text):
        score -= _BY_IMPRINT
    # NOTE: "Morton, T. D. 2012, ApJ, 761, 6" has hardly a word, and names.
    return score if form or _has_words(text[:400]) else max(-_MOST, score - _BY_NUMBERS)


def _is_imprint(text: str) -> bool:
    """Return True for a text with an e-mail address or rights, as an imprint or a note on an author has.

    >>> _is_imprint("Mail: m.lindqvist@example.org"), _is_imprint("Obama, B. [@BarackObama]. (2012).")
    (True, False)
    """
    return ("@" in text and _EMAIL.search(text) is not None) or (
        ("ight" in text or "echte " in text or "©" in text) and _RIGHTS.search(text) is not None
    )


def _eastern_likeness(text: str, clues: Clues, signs: int) -> float:
    """Return the log odds for a text in Chinese, Japanese or Korean signs, each of which says more.

    >>> entry_likeness("张伟. 中国水利史[M]. 北京: 水利出版社, 1998.") > 2
    True
    >>> entry_likeness("1998年的洪水是我国最大的一次，人们在城市里也受到了影响。") < 0
    True
    """
    form = _EAST_START.match(text) is not None or _EAST_KIND.search(text) is not None
    score = likeness(clues._replace(chars=clues.chars + 2 * signs), form)
    prose = sum(map(text.count, _EAST_PROSE)) / signs
    return max(-_MOST, score - _BY_NUMBERS) if prose > _MUCH_PROSE else score


def _has_words(text: str) -> bool:
    """Return True for a text with three words or more, False for the row of a table."""
    found = 0
    for word in text.split(None, 15):
        if len(word) > 2 and word[:3].isalpha():
            found += 1
            if found == 3:
                return True
    return len(_LONG_WORD.findall(text)) > 2


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


_QUOTED = len(START_FORMS)
_FEW_IN_QUOTES = 3


@lru_cache(maxsize=4096)
def start_form(text: str) -> int:
    """Return which form of an entry's beginning a line has, counted from 1; 0 if none."""
    found = _ANY_START.match(text)
    return found.lastindex or 0 if found else 0


def start_score(text: str, before: str) -> float:
    """Return how much a line looks like the first line of an entry, given the line before it.

    >>> start_score("Neff, K. (2003). Self-compassion.", "Identity, 2(2), 85-101.") > 2
    True
    >>> start_score("and narrative identity. In", "McAdams, D. P. (2001). Redemption") < -2
    True
    """
    score = -0.8
    first = text[:1]
    if form := start_form(text):
        score += START_FORMS[form - 1][1]
    elif first.islower():
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
