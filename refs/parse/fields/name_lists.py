"""A list of names as printed → CSL names. The list's style is decided once, then every name follows it.

Styles (imitating what bibliographies do, after namae's and AnyStyle's collections of cases):

========== ================================================
inverted   Neff, K. D., Germer, C., & Pommier, E.
direct     K. D. Neff, Chris Germer and E. Pommier
mixed      Neff, K. D., Chris Germer, and Elizabeth Pommier
vancouver  Neff KD, Germer C, Pommier E
========== ================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from refs.model.folding import fold
from refs.model.name import Name
from refs.model.patterns import pattern
from refs.parse.eastern import has_eastern
from refs.parse.entities import FILL
from refs.parse.fields.name_mending import mended
from refs.parse.fields.name_styles import kind_of, style_of, takes_given
from refs.parse.fields.names import (
    PARTICLES,
    clean_name,
    family_weight,
    given_weight,
    inverted_name,
    is_backwards,
    is_initial_word,
    is_initials,
    is_suffix,
    names_organisation,
    single_name,
)

_ET_AL = pattern(
    r"[\s,;&(\[]*\b(?:et\.?\s{0,3}al\b|and\s+(?:others|colleagues)\b|et\s+alii\b|(?-i:u\.\s?a\.)|y\s+otros\b|e\s+outros\b|et\s+coll\b|"
    r"&\s*al\b|a\s+others\b|и\s+др\b|等)[.\s,;:)\]]*|\s*[,;]?\s*…\s*|\s*,?\s*\.\s?\.\s?\.\s*",
    re.I,
)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]{0,12}>")
_MANY_BLANKS = re.compile(r"\s{4,}")
"""What no list needs, and what makes expressions that look for blanks before a word slow."""
_ET_AL_HINT = re.compile(
    r"et\.?\s{0,3}al|&\s*al|others|and\s+coll|et\s+(?:al|coll)|u\.\s?a\.|…|\.\s?\.|otros|outros|др|等"
)
"""What is in a list in small letters that goes on; without one the longer expression need not be tried."""
_LABEL = re.compile(r"^[\d.\s\uf000-\uf0ff•*\[\]()-]+")
_ROLE = re.compile(
    r"[(\[]\s*(?:ed|eds|ed\.s|editors?|hg|hgg|hrsg|hrsgg|dir|dirs|coord|coords|org|orgs|comp|comps|trans|transl|trad|"
    r"éds?|a cura di|cur|red|bearb|sous la dir[^)\]]{0,20}|u\.\s?a)\s*\.?\s*[)\]]"
    r"|,?\s+(?!(?-i:ED|HG)\b)(?:eds?|editors?|hrsg|hg|dirs?|coords?)\.?\s*[,:.]?\s*$"  # no "Koch ED"
    r"|^\s*(?:in\s*:?\s+|(?:edited|ed\.|hrsg\.|herausgegeben|hg\.|translated|trans\.|traduit|"
    r"éd\.)\s+(?:by|von|par)?\s*|a cura di\s+)",
    re.I,
)
_ROLE_ENDS = ("ed", "eds", "editor", "editors", "hrsg", "hg", "dir", "dirs", "coord", "coords")
_ROLE_STARTS = ("in", "ed", "hrsg", "herausgegeben", "hg", "trans", "traduit", "éd", "a cura")
_NOTE = pattern(r"\s*[(\[](?![^()\[\]]{0,4}[)\]])[^()\[\]]{0,120}[)\]]\s*")
_WITH_SHORT_NAME = pattern(
    r"[\s.\d]{0,5}(?P<name>[A-ZÀ-ÞŠŽ][^,;()\[\]]{5,150}\s\((?P<short>[A-Z][A-Za-z/&.-]{1,10}[A-Z])\))[\s.,:]{0,3}"
)  # "Naval Sea Systems Command (NAVSEA)"
_STRONG = re.compile(r"[;；•|、，&＆+]|/(?=\s*[^\W\d_])|[/–—-](?<=\s.)(?=\s)")
_STRONG_SIGNS = frozenset(";；•|、，/&＆+–—-")
_AND = re.compile(r"(?:and|und|et|y|e|a|i|en|og|och|u\.?|ve|with|AND|UND|ET)\s+(?=\S)(?!al\b)")
_AND_WORD = frozenset("and und et y e a i en og och u ve with AND UND ET".split())
_ONE_THEN_GIVEN = re.compile(r"(?:de\s)?[^\W\d_]{2,30}(?:-[^\W\d_]{2,30})?,\s?[^\W\d_]")
_BEFORE_AND = " \t\n\r\f\v\xa0,;."
_ALWAYS_ONE = frozenset(";；/|•")
"""Signs that part names and never stand inside one."""
_EDGE = " \t,;:.-–—/&()[]*†•·|'\"“”„"
_POINT = re.compile(r"(?:(?:^|[\s.\-‐])[^\W\d_]|\b(?:[JS]r|Th|Ch|Cl|Ph|St|Wm|Fr))$")
_EAST_TITLE = pattern(r"[『「《〈].*$", re.S)  # "夏目漱石『こころ"
_GROUP = pattern(
    r"((?:the\s)?(?:[^\s,;:]{1,20}\s){1,4}(?:collaborations?|consortium|group))"
    r"\s*[,:;]\s*(?=[^\W\d_])",
    re.I,
)
_SAME = frozenset("ders dies dens idem eadem ibid ebd".split())
_LOWER_WORDS = frozenset("of for on the für zur pour des to in under".split())
_OF_PERSONS = frozenset({"von", "van", "de"})
_INITIAL = re.compile(r"\b[^\W\d_]\.")
_BY_INITIALS = pattern(r"\w+ [A-Z]{1,3}, [^,]+ [A-Z]{1,3}(?:[,.]|$)")  # "Bank L, Board BJ"


@dataclass(frozen=True, slots=True)
class NameList:
    """The names of one list, whether it goes on ("et al."), and for which group they stand."""

    names: tuple[Name, ...]
    et_al: bool = False
    group: str = ""
    """The collaboration named before its people: "ALICE Collaboration, K. Aamodt et al."."""


def parse_names(text: str) -> NameList:
    """Return the names of a printed list.

    >>> [name.surname for name in parse_names("Budge, Ian/Farlie, Dennis").names]
    ['Budge', 'Farlie']
    >>> parse_names("CAPPAROS A., PEREAU J.-C., et al.").et_al
    True
    """
    bare = _TAG.sub("", text[:20_000]) if "<" in text else text[:20_000]
    if FILL in bare:
        bare = bare.replace(FILL, "")
    if "    " in bare or not bare.isprintable():
        bare = _MANY_BLANKS.sub(" ", bare)
    small = bare.casefold()
    if _may_have_role(bare, small):
        bare = _ROLE.sub(" ", bare)
        small = bare.casefold()
    marks = 0
    if _ET_AL_HINT.search(small):
        bare, marks = _ET_AL.subn(", ", bare)
    et_al = marks > 0
    if "(" in bare and (match := _WITH_SHORT_NAME.fullmatch(bare)) and match["name"][0] == match["short"][0]:
        return NameList((Name(literal=match["name"]),), et_al)
    bare = mended(bare)
    if "(" in bare or "[" in bare:
        bare = _NOTE.sub(" ", bare)
    if not bare.isascii():
        bare = _EAST_TITLE.sub("", bare)
    bare = _LABEL.sub("", _trimmed(bare))
    group = ""
    may_be_group = "group" in small or "collaboration" in small or "consortium" in small
    if may_be_group and (match := _GROUP.match(bare)):
        group, bare = match.group(1), bare[match.end() :]
    if not bare:
        return NameList((), et_al)
    if has_eastern(bare) and _EASTERN.fullmatch(bare):
        return _eastern(bare, et_al)
    if _is_organisation(bare):
        return NameList((Name(literal=_closed(clean_name(bare), text)),), et_al)
    if "/" in bare and (bodies := _bodies(bare)):
        return NameList(tuple(Name(literal=body) for body in bodies), et_al, group)
    pieces = _pieces(bare)
    return NameList(tuple(name for name in pieces if _is_somebody(name)), et_al, group)


def _bodies(text: str) -> list[str]:
    """Return the bodies of "FAO/WHO" and "Weltbank/IMF"; none where what slashes part may be surnames.

    >>> _bodies("FAO/WHO"), _bodies("MEYER/BAUER")
    (['FAO', 'WHO'], [])
    """
    if _BODIES.fullmatch(text) is None:
        return []
    parts = [part.strip() for part in text.split("/")]
    return [] if any(family_weight(part) for part in parts[1:]) or family_weight(parts[0]) > 1 else parts


_BODIES = re.compile(r"[^\W\d_a-z][^\W\d_]{1,20}(?:\s?/\s?[A-Z]{3,5}){1,3}")


def _eastern(text: str, et_al: bool) -> NameList:
    """Return the names of a list in Chinese, Japanese or Korean signs, "等", "ら" and "외 3인" taken off."""
    bare, marks = _EASTERN_OTHERS.subn("", text)
    pieces = [piece.strip() for piece in _EASTERN_BORDER.split(bare)]
    return NameList(tuple(single_name(piece, "") for piece in pieces if piece), et_al or marks > 0)


_EASTERN = pattern(r"[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af0-9\s,、，;；·・．.]{2,400}")
_EASTERN_OTHERS = pattern(
    r"(?:\s?等|\s?ほか|(?<=[\u4e00-\u9fff]{2})[ら他]|\s외(?:\s?\d+\s?[인명])?|\s등)[\s.,]*$"
)
_EASTERN_BORDER = re.compile(r"[,、，;；·・]")


def _closed(name: str, text: str) -> str:
    """Return a name with the bracket that ends it in the text: "Statistics Canada (StatCan)"."""
    return f"{name})" if name.count("(") > name.count(")") and f"{name})" in text else name


def _is_somebody(name: Name) -> bool:
    """False for nothing, and for the "dies." and "ders." that stand for names told before."""
    return bool(name.literal) or bool(name.family and (name.given or fold(name.family) not in _SAME))


def _may_have_role(text: str, small: str) -> bool:
    """False where no "(Eds.)", "Hrsg." at the end, or "In:" at the start can be."""
    if "(" in text or "[" in text or not text.isprintable():
        return True
    return small.rstrip(" ,:.").endswith(_ROLE_ENDS) or small.lstrip().startswith(_ROLE_STARTS)


def _trimmed(text: str) -> str:
    """Return a list without what stands around it, but with the point of a last "K. D." or "Jr."."""
    bare = text.strip(_EDGE)
    end = text.rfind(bare) + len(bare)
    return f"{bare}." if text[end : end + 1] == "." and _POINT.search(bare) else bare


def _is_organisation(text: str) -> bool:
    """True where the whole list is one organisation's name, commas and "and" included."""
    head = text.partition(",")[0]
    words = head.split()
    if len(words) < 2:
        return text == head and len(words) == 1 and words[0].isupper() and 2 < len(text) <= 6
    lower = not _LOWER_WORDS.isdisjoint(words)
    if names_organisation(head):
        return lower or (len(_INITIAL.findall(text)) < 2 and not _BY_INITIALS.match(text))
    return (
        lower
        and len(words) >= 3
        and ";" not in text
        and "/" not in text
        and _OF_PERSONS.isdisjoint(head.lower().split())
        and not (words[0] in PARTICLES and is_initials(words[-1]))  # "zur Hausen H"
    )


def _pieces(text: str) -> list[Name]:
    """Return the names of a cleaned list."""
    groups: list[list[str]] = []
    """Groups between strong separators; each a list of comma pieces."""
    for part in (text,) if _STRONG_SIGNS.isdisjoint(text) else _STRONG.split(text):
        for group in (
            (part,)
            if _AND_WORD.isdisjoint(part.replace(".", " ").replace(",", " ").split())
            else _between_ands(part)
        ):
            pieces = [_stripped(p) for p in group.replace("‚", ",").split(",")]
            if pieces := [p for p in pieces if p.strip(".-–—*†").split()]:
                groups.append(pieces)
    if _family_first(groups):
        groups = [[_turned(piece) for piece in group] for group in groups]
    if _only_strong(text, groups):
        return _one_each(groups)
    return _commas([piece for group in groups for piece in (*group, "")])


def _between_ands(text: str) -> Iterator[str]:
    """Yield what stands between the words for "and"; "and" within a name ("Roland") is none."""
    start = 0
    for match in _AND.finditer(text):
        before = text[start : match.start()]
        if match[0][:2] == "a " and not _is_czech(before, text[match.end() :]):
            continue
        if before[-1:].isalpha() or (match.group()[0] in "eyi" and _is_double(before, text[match.end() :])):
            continue
        yield _trimmed_end(before)
        start = match.end()
    yield text[start:]


def _is_czech(before: str, after: str) -> bool:
    """True for the "a" of "PRITHIVIRAJ, M. a M. J. ANDREWS": capitals or initials before, capitals after."""
    last = before.split()[-1:]
    return bool(last) and last[0].isupper() and any(len(w) > 2 and w.isupper() for w in after.split()[:4])


def _is_double(before: str, after: str) -> bool:
    """True for the "y" of "Ortega y Gasset, José": what follows has a given name, what precedes none."""
    words = [word for word in before.split() if word.lower() not in PARTICLES]
    return len(words) == 1 and words[0].isalpha() and _ONE_THEN_GIVEN.match(after) is not None


def _trimmed_end(text: str) -> str:
    """Return what stands before "and", with the point of a last "K. D." only."""
    bare = text.rstrip(_BEFORE_AND)
    return f"{bare}." if text[len(bare) : len(bare) + 1] == "." and _POINT.search(bare) else bare


def _family_first(groups: Sequence[Sequence[str]]) -> bool:
    """True for "Leridon Henri et Toulemon Laurent": half the names or more begin with the family's."""
    names = [piece.split() for group in groups for piece in group]
    pairs = [words for words in names if len(words) == 2]
    if not pairs or min(map(len, names)) < 2 or not all(_is_full(word) for words in pairs for word in words):
        return False
    turned = sum(is_backwards(*words) for words in pairs)
    forward = sum(is_backwards(second, first) for first, second in pairs)
    return turned > forward and 2 * turned >= len(pairs)


def _is_full(word: str) -> bool:
    """False for initials: "K.", "FHC"."""
    return not is_initial_word(word) and not (word.isupper() and len(word) < 5)


def _turned(piece: str) -> str:
    """Return "Henri Leridon" for "Leridon Henri"; what has not two words stays."""
    words = piece.split()
    return f"{words[1]} {words[0]}" if len(words) == 2 else piece


def _stripped(piece: str) -> str:
    """Return a piece without blanks around it and a stray full stop: "Stasson M. F ." """
    piece = piece.strip()
    return piece.strip(" .;:") if piece.endswith((" .", " ;")) or piece[:1] == "." else piece


def _only_strong(text: str, groups: Sequence[Sequence[str]]) -> bool:
    """True where ";" or "/" (or such) separates all names, so a comma only ever stands inside one."""
    sizes = {len(group) for group in groups}
    if not _ALWAYS_ONE.isdisjoint(text):
        return max(sizes, default=0) <= 3
    if sizes == {2} and len(groups) > 1:  # not so "DEGEN L., MANN R., AND SALMANN, G."
        return not any(kind_of(group[0]) == "vancouver" for group in groups)
    return sizes == {1} or not groups


def _one_each(groups: Sequence[Sequence[str]]) -> list[Name]:
    """Return the names of groups of comma pieces that are a name each, but for slips.

    A group may be but the initials of the one before ("Birk; M.; Jahn, Th.") or hold whole names between
    its commas ("Whitcomb, Michael; Jonathan Porter, Alison Grady").
    """
    names: list[Name] = []
    turned = len(groups) > 2 and all(len(group) == 2 for group in groups[1:])
    for group in groups:
        if turned and len(group) == 1 and _is_uncommaed(group[0].split()):
            names.append(inverted_name(*group[0].split()))
        elif len(group) == 1 and names and names[-1].family and not names[-1].given and is_initials(group[0]):
            names[-1] = inverted_name(names[-1].surname, group[0])
        elif len(group) > 1 and all(_is_whole(piece) for piece in group):
            names += [single_name(piece, "") for piece in group]
        else:
            names.append(_one(group))
    return names


def _is_uncommaed(words: Sequence[str]) -> bool:
    """True for the "Hartkop Heidrun" of "Hartkop Heidrun; Tasche, Andreas": nothing says which is which."""
    if len(words) != 2 or not all(word.istitle() and _is_full(word) for word in words):
        return False
    starts = given_weight(words[0]) > family_weight(words[0])
    return not starts and family_weight(words[1]) <= given_weight(words[1])


def _is_whole(piece: str) -> bool:
    """True for "Jonathan Porter" and "K. D. Neff", not for "García Márquez" or "Juan Carlos"."""
    words = piece.split()
    if len(words) < 2 or is_initial_word(words[-1]):
        return False
    starts = is_initial_word(words[0]) or given_weight(words[0]) > family_weight(words[0])
    return starts and family_weight(words[-1]) >= given_weight(words[-1])


def _one(group: Sequence[str]) -> Name:
    """Return the one name that a group of comma pieces is."""
    suffix = ""
    rest = list(group)
    for i, piece in enumerate(rest[1:], 1):
        if is_suffix(piece):
            suffix = piece
            del rest[i]
            break
    if len(rest) == 1:
        return single_name(rest[0], suffix)
    if _is_inverted_backwards(rest[0], rest[1]):
        return single_name(f"{rest[0]} {rest[1]}", suffix)
    return inverted_name(rest[0], " ".join(rest[1:]), suffix)


def _is_inverted_backwards(first: str, second: str) -> bool:
    """True for "J. W., Smith": initials before the comma cannot be a family name."""
    if not is_initials(first) or is_initials(second):
        return False
    words = second.split()
    return "." in first or len(words) == 1 or not words[0].istitle() or len(words[0]) < 4  # "SÁ, Alvino de"


def _commas(pieces: list[str]) -> list[Name]:
    """Return the names of pieces between commas; "" marks a stronger border ("and")."""
    pieces = _chained(pieces)
    style = style_of(pieces)
    names: list[Name] = []
    i = 0
    while i < len(pieces):
        piece = pieces[i]
        if not piece:
            i += 1
            continue
        following, after = (*pieces[i + 1 : i + 3], "", "")[:2]
        if following and is_suffix(following):
            inverted = after and kind_of(piece) == "word"  # "King, Jr., Martin L."
            name = inverted_name(piece, after, following) if inverted else single_name(piece, following)
            names.append(name)
            i += 3 if inverted else 2
            continue
        if following and takes_given(piece, following, style, first=not names):
            suffix = after if is_suffix(after) else ""
            names.append(inverted_name(piece, following, suffix))
            i += 3 if suffix else 2
            continue
        if (
            names
            and not names[-1].literal
            and is_initials(piece)
            and (piece.isupper() or not names[-1].given)
        ):
            given = f"{names[-1].given} {piece}".strip()  # "Adorno, Theodor, W."
            names[-1] = inverted_name(names[-1].surname, given, names[-1].suffix)
        else:
            names.append(single_name(piece, "", style))
        i += 1
    return names


def _chained(pieces: list[str]) -> list[str]:
    """Return "Kee", "K. S.", "Green", "M." for "Kee", "K. S. Green", "M.": full stops part the names."""
    last = len(pieces) - 1 if pieces[-1] else len(pieces) - 2
    if (
        last < 2
        or kind_of(pieces[0]) != "word"
        or kind_of(pieces[last]) != "initials"
        or is_suffix(pieces[last])
    ):
        return pieces
    parted = [pieces[0]]
    for piece in pieces[1:last]:
        *initials, family = piece.split() or ("",)
        given = " ".join(initials)
        if not given.endswith(".") or not is_initials(given.strip(".")) or is_initials(family):
            return pieces
        parted += [given, family]
    return [*parted, *pieces[last:]]
