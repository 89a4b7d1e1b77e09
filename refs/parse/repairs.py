"""Small repairs of the tagger's labels, where the string itself leaves no choice."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from refs.model.patterns import pattern
from refs.parse.author_repairs import (
    colons_end_names,
    editors_without_role,
    groups_beside_names,
    journals_after_names,
    names_begun_as_titles,
    titles_end_names,
    titles_of_one_word,
)
from refs.parse.beginning_repairs import (
    makers_in_front,
    titles_before_surnames,
    titles_in_front,
    years_that_begin_names,
)
from refs.parse.container_endings import endings_of_containers
from refs.parse.container_repairs import (
    containers_after_in,
    containers_that_edit,
    dates_in_containers,
    ends_of_containers,
    journals_after_in,
    owners_of_containers,
    starts_of_containers,
)
from refs.parse.dates import MONTHS
from refs.parse.east_repairs import imprints_of_the_east
from refs.parse.hidden_names import (
    families_behind_initials,
    initials_like_roles,
    names_inside_titles,
)
from refs.parse.imprint_repairs import (
    places_with_others,
)
from refs.parse.journal_repairs import (
    initials_before_journals,
    journals_at_ends,
    journals_begun_as_titles,
    journals_behind_initials,
    journals_behind_subtitles,
    law_reviews,
)
from refs.parse.keeping import kept
from refs.parse.language import language_of
from refs.parse.lexicon import load_lexicon
from refs.parse.names import names_organisation
from refs.parse.number_repairs import (
    edges_of_containers,
    editions,
    letters_of_pages,
    meetings_of_pos,
    numbers_by_their_word,
    pages_like_years,
    volumes_at_ends,
    volumes_before_pages,
    years_taken_for_volumes,
)
from refs.parse.quote_repairs import (
    newspapers_behind_quotes,
    quoted_titles,
    titles_late_in_quotes,
)
from refs.parse.taken_for_names import journals_taken_for_names, one_word_alone
from refs.parse.title_endings import endings_of_titles, years_that_end_titles
from refs.parse.title_imprints import imprints_in_titles
from refs.parse.title_repairs import (
    roles_in_titles,
    subtitles_taken_for_containers,
    subtitles_taken_for_places,
    subtitles_taken_for_publishers,
    titles_after_makers,
    titles_of_last_resort,
    words_before_links,
)
from refs.parse.tokens import Token
from refs.parse.words import Word, word_of

Repair = Callable[[str, Sequence[Token], list[str]], list[str]]
_NUMBERS = frozenset({"volume", "issue", "page"})
_DOTTED_DATE = pattern(r"\.\s*\d+\s*\.\s*\d{4}")  # "17.3.1995" from its first full stop on


def repair(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """Return the labels of a reference's tokens, each repair applied in turn."""
    done, changed = 0, True
    while changed:
        changed = False
        for place, step in _steps_for(frozenset(labels)):
            if place < done:
                continue
            made = step(raw, tokens, labels)
            if made is not labels and made != labels:
                labels, done, changed = made, place + 1, True
                break
    return labels


@kept(5_000)
def _steps_for(kinds: frozenset[str]) -> tuple[tuple[int, Repair], ...]:
    """Return the repairs that may have something to say where these labels are, with their places."""
    return tuple(
        (place, step)
        for place, (needs, lacks, step) in enumerate(_STEPS)
        if needs <= kinds and lacks.isdisjoint(kinds)
    )


def _links(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """A link is a link, and ends every field."""
    if "//" not in raw and "10." not in raw and "www." not in raw.lower():
        return labels
    if not (links := [i for i, token in enumerate(tokens) if token[3]]):
        return labels
    made = list(labels)
    for i in links:
        made[i] = "link"
    return made


def _full_dates(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """ "17.3.1995" is a date, not volume 17, issue 3."""
    if not _DOTTED_DATE.search(raw):
        return labels
    made = list(labels)
    for i in range(len(tokens) - 2):
        day, month, year = tokens[i : i + 3]
        if not (_NUMBERS & {*labels[i : i + 3]} and year.text.isdecimal() and len(year.text) == 4):
            continue
        if not (
            day.text.isdecimal()
            and month.text.isdecimal()
            and 1 <= int(day.text) <= 31
            and 1 <= int(month.text) <= 12
        ):
            continue
        if (
            raw[day.end : month.start].strip() == "." == raw[month.end : year.start].strip()
            and "1500" < year.text < "2050"
        ):
            made[i : i + 3] = ["date"] * 3
    return made


def _days(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """ "3. Oktober", "8 June" and "11–16 April" are days, not volume 3 or page 8; "no. 2 May" is an issue."""
    numbers = [i for i, label in enumerate(labels) if label in _NUMBERS]
    for i in numbers:
        text = tokens[i].text
        if len(text) > 2 or i + 1 == len(labels) or not text.isdecimal() or int(text) > 31:
            continue
        if not _month(tokens[i + 1]) or raw[tokens[i].end : tokens[i + 1].start].strip() not in ("", "."):
            continue
        if i and (tokens[i - 1].text.lower() in _COUNTED or labels[i - 1 : i + 1] == ["volume", "issue"]):
            continue
        first = i - (i > 0 and _is_first_day(raw, tokens, labels, i - 1))
        made = "date" if labels[i + 1] == "date" else "other"
        labels = [*labels[:first], *[made] * (i + 1 - first), *labels[i + 1 :]]
    return labels


def _is_first_day(raw: str, tokens: Sequence[Token], labels: Sequence[str], i: int) -> bool:
    """True for the 11 of "11–16 April" and the 8 of "8.-10. September"."""
    dash = raw[tokens[i].end : tokens[i + 1].start].strip(" .")
    return labels[i] in _NUMBERS and dash in ("-", "–") and tokens[i].text.isdecimal()


_COUNTED = frozenset("no nr number vol volume n heft issue bd band".split())
"""Words before the number of a volume or an issue, which is no day though a month follows."""


def _month(token: Token) -> bool:
    """True for "Oktober" and "Apr", not for the "mai" of a sentence in small letters."""
    return token.text[0].isupper() and len(token.text) > 2 and word_of(token.text, False).folded in MONTHS


def _dates_going_on(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The 7 of "2006/7" and the 25 of "1953 Apr 25;171(4356)" belong to the date before them."""
    if "date" not in labels:
        return labels
    made = list(labels)
    for i in [i for i, label in enumerate(labels[:-1], 1) if label == "date" != labels[i]]:
        if len(tokens[i].text) > 2 or not tokens[i].text.isdecimal():
            continue
        before, token = tokens[i - 1], tokens[i]
        gap = raw[before.end : token.start]
        year = before.text.isdecimal() and len(before.text) == 4
        if year and gap == "/" and labels[i] in ("other", "B-title", "I-title"):
            made[i] = "date"
            if labels[i] == "B-title" and i + 1 < len(labels) and labels[i + 1] == "I-title":
                made[i + 1] = "B-title"
        elif (
            gap == " " and int(token.text) <= 31 and raw[token.end : token.end + 1] == ";" and _month(before)
        ):
            made[i] = "date"
    return made


def _reversed_places(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The Wiley of "Wiley: New York" is a publisher though it stands where a place does."""
    if "publisher" in labels or "location" not in labels:
        return labels
    made = list(labels)
    for i in range(1, len(tokens)):
        if labels[i - 1] == labels[i] == "location" and ":" in raw[tokens[i - 1].end : tokens[i].start]:
            first = i - 1
            while first and labels[first - 1] == "location":
                first -= 1
            if any("b" in word_of(t.text, False).flags for t in tokens[first:i]):
                made[first:i] = ["publisher"] * (i - first)
    return made


def _journal_starts(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """A journal's name that the lists hold begins where it begins: "… prototype Class. Quantum Grav. 27"."""
    if "B-container-title" not in labels:
        return labels
    made = list(labels)
    for i in [i for i, label in enumerate(labels) if label == "B-container-title"]:
        gap = raw[tokens[i - 1].end : tokens[i].start] if i else ""
        if gap == ": " and tokens[i].text in ("A", "An", "The") and "Journal" in raw[tokens[i].end :][:20]:
            made = _behind_full_stop(raw, tokens, made, i)
        if "." not in gap:
            continue
        first = i
        while first and i - first < 4 and labels[first - 1] in _BEFORE_JOURNAL:
            first -= 1
        for start in range(first, i):
            if tokens[start].text[0].islower():
                continue  # "on cancer. J Clin Oncol" is not the Cancer J
            longest = word_of(tokens[start].text, tokens[start].is_link).journals[:1]
            ends = labels[start] == "author" and labels[i + 1 : i + 2] != ["I-container-title"]
            least = i + 1 - start + (not ends)  # "L. Volkova Yad. Fiz. 31"
            if longest >= (least,) and _journal_at(tokens, start) >= least:
                made[start : i + 1] = ["B-container-title", *["I-container-title"] * (i - start)]
                break
    return made


def _behind_full_stop(raw: str, tokens: Sequence[Token], labels: list[str], container: int) -> list[str]:
    """The "CA" of "Cancer statistics. CA: A Cancer Journal" begins the journal's name."""
    start = container - 1
    while (
        start
        and container - start < _LONGEST_HEAD
        and "." not in raw[tokens[start - 1].end : tokens[start].start]
    ):
        start -= 1
    parted = start and raw[tokens[start - 1].end : tokens[start].start].strip() == "."
    if not parted or labels[start] not in ("I-title", "author") or len(tokens[start - 1].text) < 2:
        return labels
    count = container - start
    return [*labels[:start], "B-container-title", *["I-container-title"] * count, *labels[container + 1 :]]


_LONGEST_HEAD = 5
_BEFORE_JOURNAL = frozenset({"I-title", "other", "publisher", "author"})


def _journal_at(tokens: Sequence[Token], start: int) -> int:
    """Return of how many words the journal's name is that begins at a token; 0 if none does."""
    lengths = word_of(tokens[start].text, tokens[start].is_link).journals
    if not lengths:
        return 0
    around = tokens[start : start + lengths[0]]
    return load_lexicon().journal_at([word_of(t.text, t.is_link).folded for t in around], 0, lengths)


def _titles_taken_for_publishers(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "publisher" before a place is the title if there is none, or more of it: "Mythos, Berlin"."""
    if labels.count("publisher") == 0 or "B-container-title" in labels or "volume" in labels:
        return labels
    first = labels.index("publisher")
    last = first + 1
    while last < len(labels) and labels[last] == "publisher":
        last += 1
    after_title = first > 0 and labels[first - 1] in ("I-title", "B-title")
    untitled = "B-title" not in labels and first > 0 and labels[first - 1] in ("author", "date", "other")
    if not (after_title or untitled) or (last < len(labels) and labels[last] not in ("location", "date")):
        return labels
    words = [word_of(token.text, False) for token in tokens[first:last]]
    if any({*"bn"} & {*word.flags} or word.folded[:7] == "edition" for word in words) or names_organisation(
        raw[tokens[first].start : tokens[last - 1].end]
    ):
        return labels
    century = words[0].folded in _CENTURY and tokens[first - 1].text.isdecimal()
    if untitled and last < len(labels):
        return [*labels[:first], "B-title", *["I-title"] * (last - first - 1), *labels[last:]]
    if after_title and (
        century
        or _says_what_it_is_about(words)
        or _is_german(words, raw[tokens[_begin(labels, first)].start : tokens[last - 1].end])
    ):
        return [*labels[:first], *["I-title"] * (last - first), *labels[last:]]
    return labels


def _begin(labels: Sequence[str], end: int) -> int:
    """Return where the title begins that ends before a place."""
    first = end - 1
    while first and labels[first] == "I-title":
        first -= 1
    return first


def _is_german(words: Sequence[Word], text: str) -> bool:
    """True for "Roman einer Jugend" and "Strukturen virtueller Welten": small words that no publisher has."""
    plain = [word.folded for word in words if word.shape == "a" and word.folded not in _SMALL]
    long = any(len(word) > _LONG and word.endswith(("er", "en", "em")) for word in plain)
    return long or (bool(plain) and language_of(text) == "de")


_LONG = 7
"""So many letters less one has a German adjective that tells its language by its ending."""


def _says_what_it_is_about(words: Sequence[Word]) -> bool:
    """True for "Stars and Society": words of titles alone, two or more, none of them a name or "paper"."""
    if any("s" in word.flags for word in words):
        return False
    codes = [load_lexicon().code(word.folded) for word in words if word.folded not in _SMALL]
    return len(codes) > 1 and all(code[2] >= "2" and code[0] < "2" for code in codes)


_SMALL = frozenset(
    "und and et der die das fur of de du des la le the zur zum von vom y e i del della di et al for".split()
)
_CENTURY = frozenset({"jahrhundert", "jahrhunderts", "jh"})


def _bodies_in_front(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """A body before the year, and nobody else, is the author: "Open Science Collaboration. (2015)".

    One that the tagger takes for a container too, where a title follows and no numbers: "NatureServe. 2009."
    """
    if "author" in labels or labels[:1] not in (["publisher"], ["B-container-title"]):
        return labels
    same = {labels[0], "I-container-title"}
    end = next((i for i, label in enumerate(labels) if label not in same), len(labels))
    if end == len(labels) or labels[end] != "date":
        return labels
    if labels[0] == "B-container-title" and (
        "B-title" not in labels[end:] or not _NUMBERS.isdisjoint(labels) or _journal_at(tokens, 0) == end
    ):
        return labels
    return ["author"] * end + labels[end:]


def _preprints(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "ArXiv e-prints" of "et al. 2017, ArXiv e-prints [arXiv:1705.04329]" is no title."""
    if "rint" not in raw or "B-title" not in labels:
        return labels
    first = labels.index("B-title")
    last = first + 1
    while last < len(labels) and labels[last] == "I-title":
        last += 1
    if not _PREPRINT.fullmatch(raw, tokens[first].start, tokens[last - 1].end):
        return labels
    return [*labels[:first], *["other"] * (last - first), *labels[last:]]


_PREPRINT = pattern(r"arxiv\s?(?:e\s?-?\s?prints?|preprints?)|(?:e\s?-?\s?|pre)prints?", re.I)


def _only_titles(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The only name in a reference, without volume and pages, is a title, unless it is that of a journal."""
    if "B-title" in labels or labels.count("B-container-title") != 1 or not _NUMBERS.isdisjoint(labels):
        return labels
    first = labels.index("B-container-title")
    behind_date = first > 1 and labels[first - 1] == "date" and labels[0] == "author"
    behind_date = behind_date and ")" in raw[tokens[first - 1].end : tokens[first].start]
    words = 1 + labels.count("I-container-title")
    if _journal_at(tokens, first) >= words - (words > 2) and not behind_date:
        return labels
    return [f"{label[:2]}title" if label[2:] == "container-title" else label for label in labels]


def _missing_journals(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """A volume has a journal.

    The name that ends the title, or what was taken for a publisher before the volume; a title that is
    whole in quotes only where it is a journal's: "R. Bell, “Reports on the Progress of Chemistry”, vol. 56".
    """
    if "page" not in labels or "B-container-title" in labels:
        return labels
    number = next((i for i, label in enumerate(labels) if label == "volume" or label == "issue"), 0)
    if not number:
        return labels
    last = number
    while last and labels[last - 1] in ("other", "date"):
        last -= 1
    town = last - 1
    if town > 1 and labels[town - 1 : town + 1] == ["I-title", "location"]:  # "CR Acad Sci (Paris) 231"
        named = any(_journal_at(tokens, i) >= town - i for i in range(max(1, town - 6), town))
        last -= named or raw[tokens[town - 1].end : tokens[town].start] == " ("
    first = last
    if last and labels[last - 1] == "publisher":
        while first and labels[first - 1] == "publisher":
            first -= 1
        if labels[first - 1 : first] == ["location"]:
            return labels  # "Leeds: Old Things, 1983, Vol. 2"
    elif last and labels[last - 1] == "I-title":
        title = last - 1 - labels[last - 1 :: -1].index("B-title") if "B-title" in labels[:last] else last
        if title < last and _is_in_quotes(raw, tokens[title].start, tokens[last - 1].end):
            first = title if tokens[title].text.lower() in _SERIAL else last
        else:
            known = (i for i in range(max(1, last - 6), last) if _journal_at(tokens, i) >= last - i)
            first = next((i for i in known if tokens[i].text[0].isupper()), last)
    if first == last:
        return labels
    return [*labels[:first], "B-container-title", *["I-container-title"] * (last - first - 1), *labels[last:]]


def _is_in_quotes(raw: str, start: int, end: int) -> bool:
    """True where quotes open right before a place and close right behind another."""
    return raw[:start].rstrip()[-1:] in _OPENING and not {*raw[end : end + 3]}.isdisjoint(_CLOSING)


_OPENING, _CLOSING = frozenset('“„«»"‘'), frozenset('”“»«"’')
_SERIAL = frozenset(
    "reports advances progress annals annales annalen proceedings transactions journal zeitschrift review "
    "reviews archives archiv bulletin".split()
)
"""Words with which the names of journals begin."""


_STEPS: tuple[tuple[frozenset[str], frozenset[str], Repair], ...] = tuple(
    (frozenset(needs.split()), frozenset(lacks.split()), step)
    for needs, lacks, step in (
        ("", "", _links),
        ("", "", _full_dates),
        ("", "", _days),
        ("date", "", _dates_going_on),
        ("location", "publisher", _reversed_places),
        ("", "", numbers_by_their_word),
        ("page other", "", letters_of_pages),
        ("date", "page", pages_like_years),
        ("page", "volume", volumes_before_pages),
        ("volume", "date", years_taken_for_volumes),
        ("date", "author", _bodies_in_front),
        ("", "", meetings_of_pos),
        ("B-title", "", _preprints),
        ("", "edition", editions),
        ("", "volume", volumes_at_ends),
        ("B-container-title I-container-title", "", edges_of_containers),
        ("B-title", "", titles_late_in_quotes),
        ("B-title I-title", "", quoted_titles),
        ("B-container-title", "", _journal_starts),
        ("author B-container-title I-container-title", "", initials_before_journals),
        ("B-container-title B-title", "", journals_begun_as_titles),
        ("B-container-title I-container-title", "", journals_behind_subtitles),
        ("B-container-title", "volume issue page editor link", subtitles_taken_for_containers),
        ("B-title other", "B-container-title", containers_after_in),
        ("B-title other", "B-container-title", journals_after_in),
        ("B-container-title other", "", containers_that_edit),
        ("B-container-title I-container-title", "", owners_of_containers),
        ("B-container-title I-container-title", "", starts_of_containers),
        ("I-container-title", "", dates_in_containers),
        ("I-container-title", "", ends_of_containers),
        ("I-container-title", "", endings_of_containers),
        ("publisher B-title", "B-container-title volume issue page", subtitles_taken_for_publishers),
        ("location B-title", "", subtitles_taken_for_places),
        ("location publisher", "B-title author editor", titles_after_makers),
        ("link", "", words_before_links),
        ("I-title", "", roles_in_titles),
        ("I-title", "", endings_of_titles),
        ("", "", places_with_others),
        ("publisher", "B-container-title volume", _titles_taken_for_publishers),
        ("page date I-title", "B-container-title volume", law_reviews),
        ("I-title date", "B-container-title", newspapers_behind_quotes),
        ("B-title I-title", "", imprints_in_titles),
        ("page", "B-container-title", _missing_journals),
        ("B-container-title date", "", years_that_end_titles),
        ("B-container-title date", "B-title", titles_in_front),
        ("B-title date", "", makers_in_front),
        ("date", "", years_that_begin_names),
        ("author", "", titles_before_surnames),
        ("B-container-title", "B-title volume issue page", _only_titles),
        ("I-title", "B-container-title publisher location editor volume edition genre", journals_at_ends),
        ("editor", "author", editors_without_role),
        ("B-title I-title", "author", names_inside_titles),
        ("author", "B-title B-container-title publisher location editor genre", one_word_alone),
        ("author", "B-container-title publisher location editor genre", journals_taken_for_names),
        ("author", "", colons_end_names),
        ("author", "", titles_end_names),
        ("author B-title", "", titles_of_one_word),
        ("author B-title", "", names_begun_as_titles),
        ("author other", "", initials_like_roles),
        ("author", "", families_behind_initials),
        ("B-title", "", groups_beside_names),
        ("author", "", journals_after_names),
        (
            "author volume page",
            "B-title I-title B-container-title I-container-title publisher",
            journals_behind_initials,
        ),
        ("", "", imprints_of_the_east),
        ("", "B-title I-title B-container-title I-container-title genre", titles_of_last_resort),
    )
)
"""Labels that must be there and labels that must not, so that most repairs need not be called; the repair.

Each repair takes the string, its tokens and labels, and returns the labels.
"""
