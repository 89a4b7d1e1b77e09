"""Names between BibTeX's "von Last, Jr, First and others" and CSL's name objects."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from refs.formats.latex import decode
from refs.formats.latex_writing import encode
from refs.model import Name

# Particles that stand behind the given names and drop when these do: "Humboldt, Alexander von".
_DROPPING = frozenset(
    "von vom van de der den dem del della delle dello di da do dos das du d' la le les zu zum zur ten ter te "
    "af av al".split()
)
_EXTENDED = re.compile(r"\s*\b(family|given|prefix|suffix|useprefix)\s*=\s*", re.I)
_PLAIN_NAME = re.compile(r"[^{}\\,~$]*,[^{}\\,~$]*")


def load_names(text: str) -> list[dict[str, Any]]:
    r"""Return the CSL names of an author field; "others" at the end is the literal "others".

    >>> load_names("de la Cruz, Juan and King, Jr., Martin Luther and {World Health Organization}")[1:]
    [{'family': 'King', 'given': 'Martin Luther', 'suffix': 'Jr.'}, {'literal': 'World Health Organization'}]
    """
    if "\n" in text or "\t" in text or "  " in text or "\r" in text:
        text = " ".join(text.split())
    parts = text.split(" and ") if "{" not in text else _split_and(text)
    return [dict(name) for part in parts if (name := _load_name(part))]


def _split_and(text: str) -> list[str]:
    """Return the names between " and " outside braces."""
    parts, depth, start = [], 0, 0
    for match in re.finditer(r"(?<!\\)[{}]| and (?=\S)", text):
        mark = match.group()
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth = max(depth - 1, 0)
        elif depth == 0 and match.start() >= start:
            parts.append(text[start : match.start()])
            start = match.end()
    return [*parts, text[start:]]


@lru_cache(maxsize=32768)
def _load_name(text: str) -> tuple[tuple[str, Any], ...]:
    text = text.strip()
    if not text:
        return ()
    if text.lower() == "others":
        return (("literal", "others"),)
    if text[0] == "{" and _is_one_group(text):
        return (("literal", _decoded(text[1:-1])),)
    if _PLAIN_NAME.fullmatch(text):
        family, given = text.split(",")
        return _name(family, given)
    if "=" in text and _EXTENDED.match(text):
        return _extended(text)
    parts = _split(text, ",")
    if len(parts) == 1:
        return _first_von_last(_words(text))
    if len(parts) == 2:
        return _name(parts[0], parts[1])
    return _name(parts[0], ", ".join(p.strip() for p in parts[2:]), parts[1])


def _name(family: str, given: str, suffix: str = "") -> tuple[tuple[str, Any], ...]:
    """Return a name from "von Last", "First" and "Jr"."""
    if " " not in family.strip() and " " not in given.strip() and not suffix:
        return _parts(_decoded(family), _decoded(given))
    words = _words(family)
    von = 0
    while von < len(words) - 1 and _is_lower(words[von]):
        von += 1
    given_words = _words(given)
    drop = len(given_words)
    while drop > 1 and given_words[drop - 1] in _DROPPING:
        drop -= 1
    return _parts(
        _decoded(" ".join(words[von:])),
        _decoded(" ".join(given_words[:drop])),
        " ".join(_decoded(word) for word in words[:von]),
        " ".join(given_words[drop:]),
        _decoded(suffix),
    )


def _first_von_last(words: list[str]) -> tuple[tuple[str, Any], ...]:
    """Return a name written "First von Last"."""
    lower = [place for place, word in enumerate(words[:-1]) if _is_lower(word)]
    if lower:
        first, von, last = words[: lower[0]], words[lower[0] : lower[-1] + 1], words[lower[-1] + 1 :]
    else:
        first, von, last = words[:-1], [], words[-1:]
    joined = [_decoded(" ".join(part)) for part in (last, first, von)]
    return _parts(joined[0], joined[1], joined[2])


def _parts(
    family: str, given: str = "", particle: str = "", dropping: str = "", suffix: str = ""
) -> tuple[tuple[str, Any], ...]:
    values = {
        "family": family,
        "given": given,
        "non-dropping-particle": particle,
        "dropping-particle": dropping,
        "suffix": suffix,
    }
    return tuple((key, value) for key, value in values.items() if value)


def _extended(text: str) -> tuple[tuple[str, Any], ...]:
    """Return a name in biblatex's extended form: "family=Fontaine, given=Jean, prefix=de la"."""
    keys = {"family": "", "given": "", "prefix": "", "suffix": "", "useprefix": "true"}
    for part in _split(text, ","):
        if match := _EXTENDED.match(part):
            keys[match.group(1).lower()] = _decoded(part[match.end() :].strip().strip('"'))
    stays = keys["useprefix"].lower() != "false"
    return _parts(
        keys["family"], keys["given"], keys["prefix"] * stays, keys["prefix"] * (not stays), keys["suffix"]
    )


def _decoded(text: str) -> str:
    return decode(text).replace("\u00a0", " ").strip()


def _split(text: str, mark: str) -> list[str]:
    """Return the parts of a text between marks outside braces."""
    if "{" not in text:
        return text.split(mark)
    parts, depth, start = [], 0, 0
    for place, character in enumerate(text):
        if character == "{":
            depth += 1
        elif character == "}":
            depth -= 1
        elif character == mark and depth <= 0:
            parts.append(text[start:place])
            start = place + 1
    return [*parts, text[start:]]


def _words(text: str) -> list[str]:
    """Return the words of a part of a name; a group in braces is one word, "~" separates like a blank."""
    text = text.replace("~", " ") if "\\~" not in text else text
    if "{" not in text:
        return text.split()
    return [word for word in _split(text, " ") if word]


def _is_lower(word: str) -> bool:
    r"""Return True for a word that begins with a small letter outside braces: "von", "d'", "{\'e}l"."""
    if word[0] == "{" and word[1:2] != "\\":
        return False
    letter = next((c for c in decode(word) if c.isalpha()), "")
    return letter.islower()


def _is_one_group(text: str) -> bool:
    """Return True where the first brace closes with the last."""
    depth = 0
    for match in re.finditer(r"(?<!\\)[{}]", text):
        depth += 1 if match.group() == "{" else -1
        if depth == 0:
            return match.end() == len(text)
    return False


def dump_names(names: tuple[Name, ...], *, ascii_only: bool) -> str:
    """Return CSL names as a BibTeX name list.

    >>> dump_names((Name("Berg", "A.", non_dropping_particle="van"), Name(literal="WHO")), ascii_only=True)
    'van Berg, A. and {WHO}'
    """
    parts = [_dump_name(name, ascii_only) for name in names]
    if len(names) > 1 and names[-1].literal == "others":
        parts[-1] = "others"
    return " and ".join(part for part in parts if part)


_NEEDS_BRACES = re.compile(r",|(?:^|\s)and(?:\s|$)", re.I)


def _dump_name(name: Name, ascii_only: bool) -> str:
    def text(part: str) -> str:
        return encode(" ".join(part.split()), ascii_only=ascii_only)

    if name.literal and not name.family:
        return "{" + text(name.literal) + "}"
    if not name.family:
        return "{" + text(str(name)) + "}" if name.given else ""
    if not (name.given or name.suffix or name.non_dropping_particle or name.dropping_particle):
        return _family_alone(text(name.family))
    family = text(name.family)
    words = name.family.split()
    particle = text(name.non_dropping_particle)
    if _NEEDS_BRACES.search(name.family) or not _reads_back(words):
        family = "{" + family + "}"
    if not (name.given or name.suffix or name.dropping_particle):
        return f"{particle} {family}"
    given = text(name.given)
    if _NEEDS_BRACES.search(name.given) or (name.given.split() or [""])[-1] in _DROPPING:
        given = "{" + given + "}"
    given = " ".join(part for part in (given, text(name.dropping_particle)) if part)
    suffix = f", {_guarded(text(name.suffix))}" if name.suffix else ""
    return f"{particle} {family}".strip() + f"{suffix}, {given}"


def _guarded(text: str) -> str:
    return "{" + text + "}" if _NEEDS_BRACES.search(text) else text


def _family_alone(family: str) -> str:
    """Return a family name that stands alone as one token, neither first and last nor a literal.

    >>> _family_alone("Plato"), _family_alone("W. E. W."), _family_alone("T.J.C")
    ('Plato', 'W.{ }E.{ }W.', '{T.J.}C')
    """
    if _NEEDS_BRACES.search(family):
        return "{" + family + "}"
    if " " in family:
        return family.replace(" ", "{ }")
    if "." in family[:-1] and not any(mark in family for mark in "{}\\"):
        return f"{{{family[:-1]}}}{family[-1]}"
    return family


def _reads_back(words: list[str]) -> bool:
    """Return False where a word of the family name would be taken for a particle."""
    if len(words) == 1:
        return not (words[0][:1].islower() and not words[0].isalpha())
    return not any(word[:1].islower() for word in words)
