"""Citations by number: in brackets, in parentheses, raised; ranges spelt out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from refs.extract.citations.sentences import Sentences
from refs.model import Article, Citation, Reference
from refs.model.folding import RAISED_AS_DIGITS
from refs.model.numbers import is_isotope, points_elsewhere

_GAP = r"(?:\n[ \t]{1,16}|\s)"
"""A blank, or the end of a line with the next line's indent."""
_JOINED = r"(?:[,;]|[-‐‑–—−\u00ad]{1,2}|\band\b|\bund\b|\bet\b|\b[ye]\b|&|\bto\b|\bbis\b|\b[aà]\b)"
# "12", "1a", "1a,b", "3b–d": works under one number
_NUMBER = r"\d{1,4}(?:[a-z](?:[,–-][a-h](?![^\W\d_])){0,5})?"
_LIST = rf"{_NUMBER}(?:{_GAP}?{_JOINED}{_GAP}?{_NUMBER}){{0,60}}"
_REFS = (
    r"(?:[Rr]e?fs?\.?|r[ée]fs?\.|see|cf\.?|e\.g\.,?|vgl\.|siehe|voir|v[ée]ase|ver|cfr\.|vedi|reviewed in|and)"
)
# "[3]", "[3, 5–7]", "[3; 5]", "[3, p. 12]", "[3: fig. 4]", "[3, с. 12; 5]", "[e.g., 77]", "[1]–[3]", "\[3\]"
_LOCATOR = (
    r"(?::\s?[^\[\];]{1,40}|,\s?(?:pp?|[SsсСcC]|стр|str|p[áa]gs?|[Kk]ap|cap|[Cc]h(?:ap|apters?)?|[Ss]ect?(?:ions?)?"
    r"|§|[Ff]igs?|[Ff]igures?|pl|[Tt]ab|[Tt]ables?|[Tt]h(?:eore)?m|[Ll]emma|[Pp]rop|[Cc]or|[Ee]qs?|[Aa]pp(?:endix)?|[Nn]os?"
    r"|[Vv]ol|[Rr]n|[Aa]bb|[Tt]afel|[Tt]eil|[Aa]rt)\b[^\[\];]{1,30})"
)
_BRACKETS = re.compile(
    rf"\[\s?(?:{_REFS},?{_GAP}(?:(?:also|e\.g\.),?{_GAP})?)?"
    rf"({_LIST}\s?(?:{_LOCATOR}(?:;\s?{_LIST}\s?{_LOCATOR}){{0,9}}(?:;\s?{_LIST}\s?)?)?)\\?\]"
)
_LOCATORS = re.compile(_LOCATOR)
# "(3)", "(3, 5–7)", "(refs. 3 and 4)", "(see 3, p. 12)"
_PARENTHESES = re.compile(
    rf"\((?<![\w)\]]\()(?:{_REFS},?{_GAP})?\s?({_LIST})(?:,\spp?\.\s?\d[\d–-]{{0,9}})?\s?\)"
)
# "therapists.12,13", "in mice12–14", "Neff et al.5", "in 2016.8"; what begins with a digit is searched fast
_RAISED = re.compile(
    r"([0-9](?:(?<=[a-z)\]”’\"%][.,;:][0-9])|(?<=[^\W\d_]{4}[0-9])|(?<=\s(?:19|20)[0-9]{2}[.,][0-9]))[0-9]{0,2}(?:(?:[,;]|[‐‑–—−\u00ad-]{1,2})[0-9]{1,3}){0,30})"
    r"(?=[\s.,;:)]|$)"
)
# "therapists. 12,13 They", "Neff 4 , who": raised numbers that a dump of a PDF parts from their word
_RAISED_APART = re.compile(
    r"([0-9](?:(?<=[a-z)\]”’\"%][.,;:][ \n][0-9])|(?<=[^\W\d_]{3}[ \n][0-9]))[0-9]{0,2}"
    r"(?:(?:[,;]|[‐‑–—−\u00ad-]{1,2})[0-9]{1,3}){0,30})(?=\s[^\W\d_]|\s[(“\"]|\s?[.,;:)]|\s?\n|$)"
)
# "patience.¹", "Eleven were wrong.⁵⁻⁷", "three,⁴": signs that are raised by themselves; what begins with one
# is searched fast
_RAISED_SIGNS = re.compile(
    r"([¹²³⁰⁴-⁹](?:(?<=[.,;:)\]”’\"!?][¹²³⁰⁴-⁹])|(?<=[^\W\d_]{3}[¹²³⁰⁴-⁹]))[¹²³⁰⁴-⁹]{0,2}"
    r"(?:[,⁻–-][¹²³⁰⁴-⁹]{1,3}){0,30})"
)
# "20 g per m²", "4 km³", "10⁶", "R²": powers
_BASE = re.compile(r"(?:(?<![^\W_])(?:[kcdmnµμ]?m|ft|in|s|R|r|x|χ|η)|(?<!\d)10)$")
_PART = re.compile(r"(\d{1,4})([a-z]?)")
_DASHES = "-‐‑–—−\u00ad"
_TILL = frozenset(("to", "bis", "a", "à"))
_BETWEEN = re.compile(rf"{_GAP}?[-‐‑–—−\u00ad]{{1,2}}{_GAP}?$")
# "x[1]", "my_list[2]": the element of an array
_ELEMENT = re.compile(r"(?:(?<!\w)[a-z]|_\w{1,14})\Z")
_MAX_RANGE = 80
_MOST_LOST = 2
"""How many numbers further on the next work may be cited: those between were lost."""
_FAR = 12
"""How far beyond the end of a list a number is still meant to count on with it."""


class _Hit(NamedTuple):
    start: int
    end: int
    numbers: tuple[int, ...]


def numeric_citations(
    article: Article, references: Sequence[Reference], body: Sequence[tuple[int, int]]
) -> list[Citation]:
    """Return the citations by number in the stretches of body text, linked to the references.

    An article uses one form. The one that reaches most of the list counts; numbers in parentheses, and
    raised ones in plain text, count only where they reach half of it.
    """
    numbers = reference_numbers(references)
    if not numbers:
        return []
    last = 0 if any(r.label for r in references if r.list == "article") else max(numbers)
    best: list[_Hit] = []
    best_reach, kind = 0.0, "numeric"
    for name, needed, hits in _forms(article, body):
        if last and any(last < number <= last + _FAR for hit in hits for number in hit.numbers):
            continue  # numbers of notes, not of the entries of a list that prints none
        known = [hit for hit in hits if any(number in numbers for number in hit.numbers)]
        reach = len({n for hit in known for n in hit.numbers if n in numbers}) / len(numbers)
        if (
            reach >= max(needed, 1e-9)
            and (not best or reach > best_reach + 0.1)
            and (len(known) > 0.6 * len(hits) or not needed)
        ):
            best, best_reach, kind = known, reach, name
        if best_reach > 0.7:
            break
    sentences = Sentences(article.text)
    return [
        _citation(article.text, hit, near, kind, sentences)
        for hit, near in zip(best, _nearest(best, numbers, references), strict=True)
    ]


def _nearest(
    hits: Sequence[_Hit], numbers: Mapping[int, tuple[int, ...]], references: Sequence[Reference]
) -> list[Mapping[int, tuple[int, ...]]]:
    """Return for each hit what its numbers mean: the list of its chapter, where each chapter has one.

    Lists of chapters that all stand at the end of a book are not told apart.
    """
    lists = _lists(numbers, references)
    starts = [min(span[0] for index in found if (span := references[index].span)) for found in lists]
    chosen = [min(bisect_right(starts, hit.start), len(lists) - 1) for hit in hits] if len(lists) > 1 else []
    if len(set(chosen)) < 2:
        return [numbers] * len(hits)
    own: list[dict[int, tuple[int, ...]]] = []
    for found in lists:
        inside = {n: tuple(i for i in indexes if i in found) for n, indexes in numbers.items()}
        own.append({**numbers, **{n: indexes for n, indexes in inside.items() if indexes}})
    return [own[place] for place in chosen]


def _lists(numbers: Mapping[int, tuple[int, ...]], references: Sequence[Reference]) -> list[frozenset[int]]:
    """Return the references of each list, in order: where numbers begin again, another list begins."""
    number_of = {index: number for number, indexes in numbers.items() for index in indexes}
    lists: list[list[int]] = []
    before = 0
    for index in sorted(index for index in number_of if references[index].span):
        if not lists or number_of[index] < before:
            lists.append([])
        lists[-1].append(index)
        before = number_of[index]
    return [frozenset(found) for found in lists]


def reference_numbers(references: Sequence[Reference]) -> dict[int, tuple[int, ...]]:
    """Return the indexes of the article's references by printed number; by place, if none is printed."""
    own = [(index, r) for index, r in enumerate(references) if r.list == "article"]
    labelled: dict[int, tuple[int, ...]] = {}
    for index, reference in own:
        if reference.label.isascii() and reference.label.isdigit() and len(reference.label) < 5:
            number = int(reference.label)
            labelled[number] = (*labelled.get(number, ()), index)
    if len(labelled) * 2 >= len({r.label for _, r in own}) and labelled:
        return labelled
    if any(reference.label for _, reference in own):
        return {}
    return {place: (index,) for place, (index, _) in enumerate(own, 1)}


def _forms(article: Article, body: Sequence[tuple[int, int]]) -> Iterable[tuple[str, float, list[_Hit]]]:
    """Yield each form of citing by number: its name, the share of the list it must reach, where it occurs."""
    yield "numeric", 0.0, _hits(article.text, _BRACKETS, body)
    if marked := list(_marked_superscripts(article, body)):
        yield "superscript", 0.2, marked
    if signs := list(_sign_hits(article.text, body)):
        yield "superscript", 0.3, signs
    yield "numeric", 0.5, _hits(article.text, _PARENTHESES, body)
    if not marked:
        yield "superscript", 0.5, _hits(article.text, _RAISED, body)
    if article.format == "text" and not marked:
        yield (
            "superscript",
            0.7,
            _counting_up(
                _hits(article.text, _RAISED_APART, body), lambda hit: _is_amid_words(article.text, hit)
            ),
        )


def _hits(text: str, pattern: re.Pattern[str], body: Sequence[tuple[int, int]]) -> list[_Hit]:
    hits: list[_Hit] = []
    for start, end in body:
        for match in pattern.finditer(text, start, end):
            before = text[max(0, match.start() - 16) : match.start()]
            square = match.group()[0] == "["
            if points_elsewhere(before, square=square) or (square and _ELEMENT.search(before[-15:])):
                continue
            written = next(group for group in match.groups() if group)
            numbers = spelt_out(_LOCATORS.sub("", written))
            if hits and match.start() - hits[-1].end < 4 and numbers:
                numbers = _joined_range(text, hits[-1], match.start(), numbers)
            # NOTE: "[0, 1]" is an interval.
            if numbers and 0 not in numbers:
                hits.append(_Hit(match.start(), match.end(), numbers))
    return hits


def _counting_up(hits: Iterable[_Hit], is_amid_words: Callable[[_Hit], bool]) -> list[_Hit]:
    """Return the hits that count up where they are new, as works do that are numbered by their first use.

    What may be a number of other things, "14 followers", must be new.

    >>> hits = [_Hit(0, 1, numbers) for numbers in [(1,), (14,), (2, 3), (60,), (1,), (5,)]]
    >>> [hit.numbers for hit in _counting_up(hits, lambda hit: False)]
    [(1,), (2, 3), (1,), (5,)]
    """
    kept: list[_Hit] = []
    highest = 0
    for hit in hits:
        reached = highest
        for number in hit.numbers:
            if number > reached + _MOST_LOST:
                break
            reached = max(reached, number)
        else:
            if reached > highest or not is_amid_words(hit):
                kept.append(hit)
            highest = reached
    return kept


def _is_amid_words(text: str, hit: _Hit) -> bool:
    """Return True for one number with a word on either side of it.

    >>> _is_amid_words("has 14 doors", _Hit(4, 6, (14,))), _is_amid_words("was. 14 They", _Hit(5, 7, (14,)))
    (True, False)
    """
    return (
        len(hit.numbers) == 1 and text[hit.start - 2].isalpha() and text[hit.end + 1 : hit.end + 2].isalpha()
    )


def _joined_range(text: str, before: _Hit, start: int, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Return the numbers of the second half of "[1]–[3]": those between the halves, and its own."""
    if _BETWEEN.fullmatch(text[before.end : start]) and before.numbers[-1] < numbers[0]:
        return (*range(before.numbers[-1] + 1, numbers[0]), *numbers)
    return numbers


def _marked_superscripts(article: Article, body: Sequence[tuple[int, int]]) -> Iterable[_Hit]:
    """Yield the raised numbers that the source shows as raised."""
    inside = iter(body)
    stretch = next(inside, None)
    for block in article.marked_blocks:
        for start, end in block.attributes.get("superscripts", ()):
            while stretch and stretch[1] <= start:
                stretch = next(inside, None)
            if stretch is None or start < stretch[0]:
                continue
            written = article.text[start:end].strip(" []()^")
            if _is_power(article.text, start, written) or is_isotope(article.text, start, end):
                continue
            if re.fullmatch(_LIST, written) and (numbers := spelt_out(written)):
                yield _Hit(start, end, numbers)


def _is_power(text: str, start: int, written: str) -> bool:
    """True for the "2" of "m²" and the "6" of "10⁶"."""
    base = _BASE.search(text, max(0, start - 4), start)
    return base is not None and written.isdigit() and (base.group() == "10" or written in ("2", "3"))


def _sign_hits(text: str, body: Sequence[tuple[int, int]]) -> Iterable[_Hit]:
    """Yield the numbers in raised signs."""
    for start, end in body if any(sign in text for sign in "¹²³") else ():
        for match in _RAISED_SIGNS.finditer(text, start, end):
            written = match.group().translate(RAISED_AS_DIGITS)
            if not _is_power(text, match.start(), written) and (numbers := spelt_out(written)):
                yield _Hit(match.start(), match.end(), numbers)


def spelt_out(written: str) -> tuple[int, ...]:
    """Return the numbers that a list with ranges means, () where a range is none.

    >>> spelt_out("3, 5–7"), spelt_out("12-10")
    ((3, 5, 6, 7), (12, 10))
    """
    if len(written) < 5 and written.isdecimal():
        return (int(written),)
    numbers: list[int] = []
    end = 0
    for match in _PART.finditer(written):
        number = int(match.group(1))
        between = written[end : match.start()].strip()
        if numbers and between and (not between.strip(_DASHES) or between in _TILL):
            if not 0 < number - numbers[-1] <= _MAX_RANGE:
                numbers.append(number)
            else:
                numbers += range(numbers[-1] + 1, number + 1)
        else:
            numbers.append(number)
        end = match.end()
    return tuple(dict.fromkeys(numbers))


def _citation(
    text: str, hit: _Hit, numbers: Mapping[int, tuple[int, ...]], kind: str, sentences: Sentences
) -> Citation:
    linked = numbers.get(hit.numbers[0], ())
    if len(hit.numbers) > 1:
        linked = tuple(dict.fromkeys([index for n in hit.numbers for index in numbers.get(n, ())]))
    return Citation(
        text[hit.start : hit.end],
        (hit.start, hit.end),
        linked,
        kind,
        sentences.around(hit.start, hit.end),
        labels=tuple(map(str, hit.numbers)),
    )
