"""What the text mentions of a list, link or no link: asked before a reference is said to be cited nowhere."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from refs.check.names import EAST, traces
from refs.model import BlockKind, CheckedArticle, Citation, Reference, Span, fold
from refs.model.folding import RAISED_AS_DIGITS
from refs.model.numbers import is_isotope, is_operand

# "[75]", "[3, 5–7]", "[32: 273]", "[51: fig. 10.5]", "(12, 14)", "[10, p. 5; 11]"
_BRACKETS = re.compile(r"[\[(]([^\[\]()]{1,80})[\])]")
_NUMBER_OR_RANGE = re.compile(
    r"(?:^|[,;]\s*|\b(?:e\.g\.,?|see|also|cf\.|and|und|et|y|e|[Rr]e?fs?\.?|[Rr][ée]fs?\.?)\s{1,16})(\d{1,3})"
    r"(?:\s?[-–—‐‑−\u00ad]{1,2}\s?(\d{1,3})|\s(?:a|à|to|bis)\s(\d{1,3}))?(?=\s*(?:[,;:]|(?:and|und|et|y|e)\b|$))"
)
# Behind a surname: " et al. (2003", ", Germer & Dahm, 2013a", " and Germer (2013"
_YEAR_BEHIND = r"[^.;()\d]{0,60}?(?:et al\.)?[,\s(\[]{1,4}((?:1[6-9]|20)\d\d[a-z]?(?!\d))"
# "Germar (2009)", "Germar et al.’s (2009)", "Germar and colleagues (2009)", "Germar 2009;", "Germar, 2009"
_DATED = re.compile(
    r"(?<![\w-])(?P<name>[^\W\d_a-z][\w’'-]{2,40}?)(?P<others>,?\set\sal\.?)?(?:\sand\scolleagues)?(?:['’]s?)?"
    r",?\s[(\[]?(?P<year>(?:1[6-9]|20)\d\d[a-z]?)(?(others)(?!\w)|(?=\s?[)\],:;|\n]|\s{2}|$))"
)
_GOES_ON = re.compile(r"(?:[,&/-]|\b(?:and|und|et|y|e))\s*$|[^\W\d_][.]\s?$|\b[^\W\d_a-z][\w’'-]*\s$")
# Before a name that begins a cell, or follows another citation in it
_IN_A_CELL = re.compile(r"(?:^|\n|\|\s?|\s{2}|;\s)(?:(?:see|cf\.|e\.g\.,|vgl\.|siehe)\s)?$")
# "patience.¹", "Eleven were wrong.⁵⁻⁷"
RAISED_SIGNS = re.compile(r"(?<![\d¹²³⁰⁴-⁹])[¹²³⁰⁴-⁹]{1,3}(?:[,⁻–-][¹²³⁰⁴-⁹]{1,3}){0,30}")
# "(Schnei-\nder 2003"
_PARTED = re.compile(r"([^\W\d_]{2,30})[-‐\u00ad][ \t]*\r?\n\s*([^\n]{1,160})")
_HYPHENS = re.compile(r"(?<=[^\W\d_])[-‐\u00ad][ \t]*\r?\n\s*(?=[a-zß-öø-ÿ])|\u00ad")
_YEAR_ALONE = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?")
# In plain text: "since.19,20", "in 2016.8", "groups19"
_GLUED = re.compile(
    r"(?:(?<=[a-z)\]”’\"%][.,;:])|(?<=\s(?:19|20)\d\d[.,;:])|(?<=[a-z]{3}))"
    r"\d{1,3}(?:(?:[,;]|[‐‑–—−\u00ad-]{1,2})\d{1,3}){0,30}(?=[\s.,;:)]|$)"
)
# and "25 °C.8–10", "30 kg/m2.5,6"
_GLUED_IN_PDF = re.compile(
    r"(?:(?<=[a-zA-Z)\]”’\"%][.,;:])|(?<=[a-z]\d[.,;:])|(?<=\s(?:19|20)\d\d[.,;:])|(?<=[a-z]{3}))"
    r"\d{1,3}(?:(?:[,;]|[‐‑–—−\u00ad-]{1,2})\d{1,3}){0,30}(?=[\s.,;:)]|$)"
)
# "in mice.7–", and the line ends, "9 Others"
_PARTED_RANGE = re.compile(
    r"(?:(?<=[a-z)\]”’\"%][.,;:])|(?<=[a-z]{3}))(\d{1,3})[‐‑–—−\u00ad-]{1,2}[ \t]*\r?\n\s{0,12}(\d{1,3})\b"
)
# "x[1]", "my_list[2]", "f(3)": the element of an array, a function
_ELEMENT = re.compile(r"(?:(?<!\w)[a-z]|_\w{1,14})\Z")
# "equation (19)", "step (2)"
COUNTED = re.compile(
    r"\b(?:eqs?|eqns?|equations?|steps?|items?|hypothes[ei]s|lines?|parts?|points?|age[sd]?|gleichung(?:en)?"
    r"|schritte?|[ée]quations?|[ée]tapes?|ecuaci(?:ón|ones)|pasos?|equaç(?:ão|ões)|passos?|equazion[ei])\.?\s$",
    re.I,
)
# "ref. 5", "Refs. 6 and 7", "references 12–14", "Lit. 3"
_REFERENCES = re.compile(
    r"\b(?:[Rr]e?fs?\.|[Rr]eferences?|[Rr]éfs?\.|Lit\.)\s{1,3}(\d{1,3}(?:(?:,\s?|\s?[-–—]\s?|\sand\s|\sund\s|\set\s|\sy\s)\d{1,3}){0,9})\b"
)
NEAR = 90
"""Characters within which a year belongs to a name."""
BRACKET = 400
"""Characters that a bracket with citations holds at most."""
REACH = 600
"""Characters of a sentence before and behind a citation."""
OPENING = 8
"""Letters from which the first words of an entry are its own."""
_TITLE = 16
"""Letters from which the first words of a title are its own."""
_LONG_NAME = 6
"""Letters from which a name is found within a longer word, as where a blank was lost before it."""


class Mentions:
    """The text of an article without its lists, searched for numbers in brackets and for names with years."""

    def __init__(self, article: CheckedArticle) -> None:
        self._article = article

    @cached_property
    def text(self) -> str:
        """The article's text with every listed reference blanked out; places stay what they were."""
        text = self._article.article.text
        parts: list[str] = []
        done = 0
        spans = [_with_label(text, r) for r in self._article.references if r.span is not None]
        for start, end in sorted(spans):
            if end > done:
                start = max(start, done)
                parts += [text[done:start], " " * (end - start)]
                done = end
        return "".join([*parts, text[done:]])

    @cached_property
    def numbers(self) -> dict[int, list[int]]:
        """Where each number stands in brackets as citations do, or raised, ranges expanded; in order."""
        found: dict[int, list[int]] = {}
        for start, inside in (*self._in_brackets(), *self._raised(), *self._in_words()):
            named = _NUMBER_OR_RANGE.findall(inside)
            if any(first == "0" for first, _, _ in named):
                continue  # an interval: [0, 1]
            for first, dashed, till in named:
                for number in range(int(first), min(int(dashed or till or first), int(first) + 50) + 1):
                    found.setdefault(number, []).append(start)
        return {number: sorted(places) for number, places in found.items()}

    def _in_brackets(self) -> Iterator[tuple[int, str]]:
        text, code = self.text, self._code
        for bracket in _BRACKETS.finditer(text):
            start = bracket.start()
            before = text[max(0, start - 16) : start]
            if text[start] == "[":
                is_count = is_operand(before) or text[start + 1] in "-−+±"
            else:
                is_count = COUNTED.search(before) is not None
            is_count = is_count or _ELEMENT.search(before) is not None
            at = bisect_right(code, (start, len(text))) - 1
            if not is_count and not (at >= 0 and start < code[at][1]):
                yield start, bracket.group(1).rstrip("\\")

    @cached_property
    def _code(self) -> list[Span]:
        """Where the text is code, in order: it has brackets of its own."""
        blocks = self._article.article.marked_blocks
        spans = [span for block in blocks for span in block.attributes.get("code", ())]
        return sorted([*spans, *((b.start, b.end) for b in blocks if b.kind is BlockKind.CODE)])

    def _in_words(self) -> Iterator[tuple[int, str]]:
        """Yield numbers that the text calls those of references: "as in ref. 5", "see references 6–8"."""
        for named in _REFERENCES.finditer(self.text):
            yield named.start(), named.group(1)

    def _raised(self) -> Iterator[tuple[int, str]]:
        """Yield raised numbers, those in boxes and sidebars too."""
        if not any(c.kind == "superscript" for c in self._article.citations):
            return
        text = self.text
        is_marked = False
        for block in self._article.article.marked_blocks:
            for start, end in block.attributes.get("superscripts", ()):
                is_marked = True
                if not is_isotope(text, start, end):
                    yield start, text[start:end].strip(" []()^")
        # NOTE: a PDF does not tell of every raised number that it is one.
        is_pdf = self._article.article.format == "pdf"
        for glued in _GLUED_IN_PDF.finditer(text) if is_pdf else () if is_marked else _GLUED.finditer(text):
            yield glued.start(), glued.group()
        for parted in _PARTED_RANGE.finditer(text):
            yield parted.start(), "-".join(parted.groups())
        for signs in RAISED_SIGNS.finditer(text):
            yield signs.start(), signs.group().translate(RAISED_AS_DIGITS)

    def has_number(self, number: int, before: int | None = None) -> bool:
        """True where a number stands in brackets, anywhere or before a place."""
        places = self.numbers.get(number, [])
        return bool(places) and (before is None or bisect_right(places, before) > 0)

    def has_bare_number(self, number: int, start: int, end: int) -> bool:
        """True where a number stands alone at the end of a clause: "as depicted in 7", its brackets lost."""
        return re.search(rf"[a-z]\s{number}(?=[.;:)]\D|,\s[^\d\s])", self.text[start:end]) is not None

    def has_name(self, surnames: Sequence[str], year: str) -> bool:
        """True where the first surname stands close to the year; anywhere, where the list gives no year."""
        if not surnames:
            return False
        # NOTE: the family name comes first in "鈴木花子・田中太郎", cited as "鈴木・田中 (2015)"
        if EAST.match(surnames[0]):
            return self._stands_near(fold(surnames[0][0]), year)
        return any(
            self._stands_near(words[-1], year) for name in traces(surnames[0]) if (words := name.split())
        )

    def _stands_near(self, name: str, year: str) -> bool:
        folded = self._folded
        if not year[:4].isdigit():
            return f" {name} " in folded
        # NOTE: a short name must begin a word, a long one may be glued to the word before it.
        name = f" {name}" if len(name) < _LONG_NAME and name.isascii() else name
        place = folded.find(name)
        while place >= 0:
            if year[:4] in folded[max(0, place - NEAR) : place + NEAR]:
                return True
            place = folded.find(name, place + 1)
        return False

    def has_cut_citation(self, surnames: Sequence[str]) -> bool:
        """True where a citation of these people breaks off before its year: a page or a column ends there."""
        if not surnames:
            return False
        name = re.escape(surnames[0].split()[-1])
        others = r"(?:\set\sal\.?|\s(?:and|&|und)\s[^\W\d_][\w’'-]+)?"
        return re.search(rf"\b{name}{others},?(?:[ \t]*\n\s*\n|\f|[ \t]{{3,}})", self.text) is not None

    def has_name_and_year(self, surnames: Sequence[str], year: str) -> bool:
        """True where a citation by the first surname and this year stands, as in "Neff et al. (2003)"."""
        return bool(surnames) and any(c.year[:4] == year[:4] for c in self.with_year(surnames[0]))

    def has_opening(self, raw: str) -> bool:
        """True where the words stand with which an entry without people begins: "ASTM E564-06"."""
        words = fold(raw[:200]).split()
        opening = words[: 3 if any(word.isdigit() for word in words[1:3]) else 4]
        return len("".join(opening)) >= OPENING and f" {' '.join(opening)} " in self._folded

    def has_number_of_a_standard(self, raw: str) -> bool:
        """True where the text names a standard as an entry begins, with its number: "ASTM E564-06"."""
        words = fold(raw[:60]).split()
        number = next((k for k, word in enumerate(words[:4]) if k and any(map(str.isdigit, word))), 0)
        return bool(number) and not _YEAR_ALONE.fullmatch(words[number]) and self.has_opening(raw)

    def has_title(self, title: str) -> bool:
        """True where the first words of a title stand as they are printed, enough of them to mean it.

        A note may cite a work so, and so does "in his *Second Chair*".
        """
        words = re.findall(r"[\w’'-]+", title)[:5]
        if len(words) < 3 or len("".join(words)) < _TITLE or words[0] not in self._words:
            return False
        pattern = r"\W{1,3}".join(re.escape(word) for word in words) + r"\b"
        return re.search(pattern, self._unbroken) is not None

    def has_name_and_title(self, surnames: Sequence[str], title: str) -> bool:
        """True where the text names a person anywhere and, wherever, two words or more that are the title."""
        words = re.findall(r"[\w’'-]+", title.partition(":")[0])
        if not surnames or len(words) < 2 or surnames[0].split()[-1] not in self._words:
            return False
        capitals = sum(word[0].isupper() for word in words)
        pattern = r"\b" + r"\W{1,3}".join(re.escape(word) for word in words) + r"\b"
        return capitals > 1 and re.search(pattern, self._unbroken) is not None

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(re.findall(r"[\w’'-]+", self._unbroken))

    @cached_property
    def _unbroken(self) -> str:
        """The text with the words whole that line ends part."""
        return whole_words(self.text)

    @cached_property
    def _breaks(self) -> tuple[list[int], list[int]]:
        """Where lines ended in the text whose words are whole, and how much was left out till there."""
        places, left_out = [0], [0]
        for found in _HYPHENS.finditer(self.text):
            places.append(found.start() - left_out[-1])
            left_out.append(left_out[-1] + len(found.group()))
        return places, left_out

    def _in_source(self, place: int) -> int:
        """Return where a place of the text whose words are whole stands in the text."""
        places, left_out = self._breaks
        return place + left_out[bisect_right(places, place) - 1]

    def has_acronym(self, acronym: str, year: str) -> bool:
        """True where a body's short name stands before the year: "(WHO, 2010)"."""
        return any(
            year[:4] in self.text[found.end() : found.end() + NEAR]
            for found in re.finditer(rf"\b{re.escape(acronym)}\b", self.text)
        )

    def with_year(self, surname: str) -> Iterator[Citation]:
        """Yield what looks like citations of a person: the name, perhaps others, and a year in brackets."""
        if len(surname) < 3:
            return
        for match in re.finditer(rf"\b{re.escape(surname)}\b(?=({_YEAR_BEHIND}))", self._unbroken):
            start, end = match.start(), match.end() + len(match.group(1))
            if self._is_in_brackets_at(start, end - len(match.group(2))):
                yield self._citation(start, end, surname, match.group(2))

    def with_second(self, surnames: Sequence[str], year: str) -> Iterator[Citation]:
        """Yield what looks like citations by two people of whom the second is named as listed."""
        if len(surnames) < 2 or not year.isdigit():
            return
        second = re.escape(surnames[1])
        pattern = rf"\b([^\W\d_a-z][\w’'-]{{2,30}})\s(?:and|&|und|et|y|e)\s{second},?\s\(?{year}\b"
        for match in re.finditer(pattern, self._unbroken):
            found = self._citation(match.start(), match.end(), match.group(1), year)
            yield replace(found, names=(match.group(1), surnames[1]))

    @cached_property
    def dated_names(self) -> tuple[Citation, ...]:
        """Names with a year behind them, which may be citations: "Germar (2009)", "Germar et al., 2009"."""
        return tuple(
            self._citation(match.start(), match.end(), match["name"], match["year"])
            for match in _DATED.finditer(self._unbroken)
        )

    def begins_a_citation(self, citation: Citation) -> bool:
        """False where other names or a hyphen stand before the first name: "Germer, Neff et al. 2009"."""
        start = citation.span[0] if citation.span is not None else 0
        return _GOES_ON.search(self.text[max(0, start - 12) : start]) is None

    def fills_a_bracket(self, citation: Citation) -> bool:
        """True for a citation alone in its parentheses, or between semicolons: "(Neff 2003)"."""
        start, end = citation.span or (0, 0)
        before, behind = self.text[max(0, start - 2) : start].rstrip()[-1:], self.text[end : end + 1]
        return before in ("(", ";") and behind in (")", ";")

    def _citation(self, start: int, end: int, surname: str, year: str) -> Citation:
        """Return a citation that stands at these places of the text whose words are whole."""
        written = self._unbroken[start:end]
        start, end = self._in_source(start), self._in_source(end)
        sentence = sentence_around(self.text, start, end)
        return Citation(written, (start, end), (), "author-date", sentence, (surname,), year)

    def _is_in_brackets_at(self, name: int, year: int) -> bool:
        """True where a bracket opens before a year, or before the name and is not closed again.

        Places are those of the text whose words are whole.
        """
        text = self._unbroken
        before = text[max(0, name - BRACKET) : name]
        opened = max(before.rfind("("), before.rfind("["))
        is_open = opened > max(before.rfind(")"), before.rfind("]"))
        in_a_cell = _IN_A_CELL.search(before[-12:]) is not None and "\n" not in text[name:year]
        return text[year - 1] in "([" or is_open or in_a_cell

    @cached_property
    def _folded(self) -> str:
        text = self.text.replace("\u00ad", "")
        whole = "\n".join(f"{m.group(1)}{m.group(2)}" for m in _PARTED.finditer(text))
        return f" {fold(text)} {fold(whole)} "


def whole_words(text: str) -> str:
    """Return a text with the words whole that line ends part.

    >>> whole_words("as Timpa-\\ntanapong says")
    'as Timpatanapong says'
    """
    return _HYPHENS.sub("", text)


def _with_label(text: str, reference: Reference) -> Span:
    """Return where an entry stands, its "[12]" included: it is no citation of itself."""
    start, end = reference.span or (0, 0)
    line = max(text.rfind("\n", 0, start) + 1, start - len(reference.label) - 8)
    marked = bool(reference.label) and reference.label in text[line:start]
    return (line if marked else start), end


def sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentence that a stretch of text stands in, of a long one what is near."""
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    begin = max(text.rfind(". ", low, start) + 2, text.rfind("\n", low, start) + 1, low)
    stops = [place for mark in (". ", "\n") if (place := text.find(mark, end, high)) >= 0]
    return text[begin : min(stops, default=high) + 1].strip()


def number_of(reference: Reference, position: int) -> int | None:
    """Return the number that citations give a reference: its label, else its place where it has none."""
    if reference.label.isdigit():
        return int(reference.label)
    return position if not reference.label else None
