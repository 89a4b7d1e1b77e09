"""A .bib file as blocks: the one door to bibtexparser, and what it leaves to its caller.

bibtexparser splits the text. Here follow: places of the blocks in the text (so that a file can be written
back byte for byte), names of fields in lower case, ``#`` concatenation, @string, months, crossref and xdata.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bibtexparser.model import (
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ExplicitComment,
    ImplicitComment,
    ParsingFailedBlock,
    Preamble,
    String,
)
from bibtexparser.splitter import Splitter

from refs.formats.result import Problem

# What bibtexparser logs comes back as a Problem; it need not appear on stderr as well.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
logging.getLogger("bibtexparser").propagate = False

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH_NAMES = dict(
    zip(
        MONTHS,
        "January February March April May June July August September October November December".split(),
        strict=True,
    )
)
# An "@" at the start of a line ends whatever block is open, in bibtexparser as in BibTeX's own recovery.
_BLOCK_START = re.compile(r"@\w*[ \t]*(?=[{(])")


@dataclass(slots=True)
class BibBlock:
    """A stretch of a .bib file: an entry, a definition, a comment, or what could not be parsed."""

    kind: str
    """"entry", "string", "preamble", "comment" or "broken"."""
    raw: str
    line: int
    key: str = ""
    entry_type: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    """Field name in lower case → value as written, with its braces or quotes."""
    problem: str = ""


def split_blocks(text: str) -> list[BibBlock]:
    """Return the blocks of a .bib text in order; what is broken comes as a block with its problem.

    >>> [(b.kind, b.key, b.line) for b in split_blocks("A note.\\n@book{knuth, title={TeX}}\\n@book{oops")]
    [('comment', '', 1), ('entry', 'knuth', 2), ('broken', '', 3)]
    """
    return [_block(block) for block in Splitter(text).split().blocks]


def chunks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each stretch that holds at most one block begun at a line's start.

    Splitting each alone gives the same blocks as splitting the whole, and is how a large library is
    read in part.
    """
    starts = []
    for match in _BLOCK_START.finditer(text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        if line_start == match.start() or text[line_start : match.start()].isspace():
            starts.append(line_start)
    if not starts or starts[0] > 0:
        starts.insert(0, 0)
    yield from zip(starts, [*starts[1:], len(text)], strict=True)


def _block(block: object) -> BibBlock:
    if isinstance(block, Entry):
        return _entry(block)
    raw, line = str(getattr(block, "raw", "") or ""), int(getattr(block, "start_line", 0) or 0) + 1
    if isinstance(block, String):
        return BibBlock("string", raw, line, block.key, fields={"value": block.value})
    if isinstance(block, Preamble):
        return BibBlock("preamble", raw, line, fields={"value": block.value})
    if isinstance(block, ExplicitComment | ImplicitComment):
        return BibBlock("comment", raw, line, fields={"value": block.comment})
    if isinstance(block, DuplicateBlockKeyBlock):
        inner = _block(block.ignore_error_block)
        inner.problem = f"the {inner.kind} {block.key!r} appears more than once"
        return inner
    if isinstance(block, DuplicateFieldKeyBlock):
        inner = _block(block.ignore_error_block)
        names = ", ".join(sorted(block.duplicate_keys))
        inner.problem = f"the field {names} of {inner.key!r} is given twice; the first is used"
        return inner
    assert isinstance(block, ParsingFailedBlock)
    reason = str(getattr(block.error, "abort_reason", block.error)).strip().rstrip(".")
    head = raw.strip().split("\n", 1)[0][:60]
    return BibBlock("broken", raw, line, problem=f"the block {head!r} is broken ({reason}); it was left out")


# NOTE: matches the "year={2020}" that a missing comma leaves behind "{A title} year={2020}"
_CLOSING = {"{": "}", '"': '"'}
_SWALLOWED = re.compile(r"\s*([A-Za-z][\w-]*)\s*=\s*(?=[{\"\w])")


def _entry(entry: Entry) -> BibBlock:
    fields: dict[str, str] = {}
    for part in entry.fields:
        fields.setdefault(part.key.lower(), part.value)
    block = BibBlock(
        "entry", entry.raw or "", (entry.start_line or 0) + 1, entry.key, entry.entry_type, fields
    )
    for name, value in list(fields.items()):
        if "=" not in value and value[-1:] in _CLOSING.get(value[:1], ""):
            continue  # nothing can have been swallowed
        if value[:1] in _CLOSING and (end := _enclosed_end(value)) < len(value):
            rest = value[end:]
            if rest.lstrip().startswith("#"):
                continue
            block.problem = f"a comma is missing after the field {name} of {entry.key!r}"
            fields[name] = value[:end]
            if swallowed := _SWALLOWED.match(rest):
                fields.setdefault(swallowed.group(1).lower(), rest[swallowed.end() :].strip())
    return block


_DELIMITER = re.compile(r'(?<!\\)[{}"]')


def _enclosed_end(value: str, start: int = 0) -> int:
    """Return the place after the brace or quote that closes the one at ``start``.

    >>> _enclosed_end("{x} year={2020}"), _enclosed_end('"a {"} b" # c'), _enclosed_end("{x} # {y}", 6)
    (3, 9, 9)
    """
    opening = value[start]
    depth = int(opening == "{")
    for match in _DELIMITER.finditer(value, start + 1):
        mark = match.group()
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth -= 1
            if depth == 0 and opening == "{":
                return match.end()
        elif depth == 0 and opening == '"':
            return match.end()
    return len(value)


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """A field of an entry and where it stands in the entry's text."""

    name: str
    """In lower case."""
    start: int
    value_start: int
    value_end: int


def field_places(raw: str) -> list[FieldPlace]:
    """Return the places of an entry's fields, in the order of the text; [] if it is no sound entry.

    >>> [(p.name, p.start, p.value_start, p.value_end) for p in field_places("@book{a, Title = {B}}")]
    [('title', 9, 17, 20)]
    """
    blocks = Splitter(raw).split().blocks
    if len(blocks) != 1 or not isinstance(blocks[0], Entry):
        return []
    places = []
    position = raw.find(",") + 1
    for part in blocks[0].fields:
        start = raw.index(part.key, position) if part.key else position
        value_start = raw.index(part.value, raw.index("=", start) + 1)
        position = value_start + len(part.value)
        places.append(FieldPlace(part.key.lower(), start, value_start, position))
    return places


def string_values(blocks: list[BibBlock]) -> dict[str, str]:
    """Return what each @string and each month macro stands for, names in lower case."""
    values = dict(_MONTH_NAMES)
    for block in blocks:
        if block.kind == "string" and not block.problem:
            values[block.key.lower()] = plain_value(block.fields["value"], values)[0]
    return values


MAX_MACROS = 5_000
"""Letters that the macros of a value may stand for; strings made of strings would grow without bound."""
_BETWEEN = re.compile(r"[#\s]+")
_MACRO = re.compile(r"[^#\s]+")


def plain_value(value: str, strings: Mapping[str, str]) -> tuple[str, str]:
    """Return a value without its delimiters, parts joined and macros replaced; and an unknown macro or "".

    >>> plain_value('"10 " # sep # { x}', {"sep": "September"}), plain_value("foo", {})
    (('10 September x', ''), ('foo', 'foo'))
    """
    first = value[:1]
    if first == "{" and "#" not in value:
        return value[1:-1] if value[-1:] == "}" else value[1:], ""
    if value.isdigit() or not value:
        return value, ""
    parts, unknown, position, room = [], "", 0, MAX_MACROS
    while position < len(value):
        if value[position] in '{"':
            start, position = position, _enclosed_end(value, position)
            closed = position > start + 1 and value[position - 1] in '}"'
            parts.append(value[start + 1 : position - 1 if closed else position])
        elif between := _BETWEEN.match(value, position):
            position = between.end()
        elif macro := _MACRO.match(value, position):
            word, position = macro.group(), macro.end()
            known = strings.get(word.lower())
            if known is not None and (room := room - len(known)) < 0:
                known = None
            if known is None and not word.isdigit():
                unknown = unknown or word
            parts.append(word if known is None else known)
    return "".join(parts), unknown


def entry_fields(
    block: BibBlock, strings: Mapping[str, str], by_key: Mapping[str, BibBlock]
) -> tuple[dict[str, str], list[Problem]]:
    """Return an entry's fields as LaTeX text, inherited ones included, and what was wrong with them."""
    problems = [Problem(block.line, block.problem, block.raw)] if block.problem else []
    fields: dict[str, str] = {}
    for name, value in block.fields.items():
        if value[:1] == "{" and value[-1:] == "}" and "#" not in value:
            fields[name] = value[1:-1]
            continue
        if name == "month" and value.lower() in _MONTH_NAMES:
            fields[name] = value.lower()
            continue
        fields[name], unknown = plain_value(value, strings)
        if unknown and name != "month":
            problems.append(Problem(block.line, f"{block.key!r}: no @string defines {unknown!r}", value))
    if "crossref" in fields or "xdata" in fields:
        problems += _inherit(block, fields, strings, by_key)
    return fields, problems


# biblatex manual, appendix B: what a part takes from its whole under another name.
_INHERITED_AS = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_NOT_INHERITED = frozenset(
    "crossref xdata xref ids entryset entrysubtype execute label options presort related relatedtype "
    "sortkey sorttitle shorttitle indextitle keywords abstract note file url doi eprint groups "
    "timestamp".split()
)


def _inherit(
    block: BibBlock, fields: dict[str, str], strings: Mapping[str, str], by_key: Mapping[str, BibBlock]
) -> list[Problem]:
    """Add to ``fields`` what the entries named by crossref and xdata give; report those that are missing."""
    problems = []
    names = [("xdata", key.strip()) for key in fields.get("xdata", "").split(",") if key.strip()]
    if parent := fields.get("crossref", "").strip():
        names.append(("crossref", parent))
    for how, name in names:
        found = by_key.get(name.lower())
        if found is None or found is block:
            problems.append(Problem(block.line, f"{block.key!r}: its {how} {name!r} is not in the file", ""))
            continue
        inherited = {n: plain_value(v, strings)[0] for n, v in found.fields.items()}
        if "xdata" in inherited or "crossref" in inherited:
            grand = by_key.get(inherited.pop("crossref", inherited.pop("xdata", "")).strip().lower())
            if grand is not None and grand is not block and grand is not found:
                inherited = {n: plain_value(v, strings)[0] for n, v in grand.fields.items()} | inherited
        for field_name, value in inherited.items():
            if how == "crossref" and field_name in _NOT_INHERITED:
                continue
            is_part = how == "crossref" and block.entry_type not in ("article", "book", "collection")
            target = _INHERITED_AS.get(field_name, field_name) if is_part else field_name
            if how == "crossref" and not is_part and field_name in _INHERITED_AS:
                target = {"title": "maintitle"}.get(field_name, field_name)
                if block.entry_type == "article":
                    target = {"title": "journal"}.get(field_name, field_name)
            if not (how == "crossref" and is_part and field_name == "booktitle" and "title" in inherited):
                fields.setdefault(target, value)
    return problems
