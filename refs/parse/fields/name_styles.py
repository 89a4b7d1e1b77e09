"""How a list of names is written: the style of all its pieces between commas, and what each looks like."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from refs.model.folding import fold
from refs.parse.fields.names import (
    CAPITALS,
    PARTICLES,
    could_be_family,
    family_weight,
    given_weight,
    is_capital_vancouver,
    is_initial_word,
    is_initials,
    is_suffix,
)

_TORN_OFF = frozenset("abcfghjkmnpqrstuvwxz")


def style_of(pieces: Sequence[str]) -> str:
    """Return the list's style: "inverted", "direct", "mixed", "vancouver" or "surnames"."""
    shown = [p for p in pieces if p and not is_suffix(p)]
    kinds = [kind_of(p) for p in shown]
    if kinds[:1] == ["initials"] and "." not in shown[0]:
        kinds[0] = "word"  # "SÁ, Antonio Lopes de"
    initials = kinds.count("initials")
    if initials * 2 >= len(kinds) - 1 and initials:
        return "inverted"
    if kinds and kinds.count("vancouver") * 2 >= len(kinds) + (not _ends_in_initials(shown[0])):
        return "vancouver"
    if kinds[:1] == ["word"]:
        kinds = ["words" if kind == "vancouver" else kind for kind in kinds]  # "Mace, Myles L."
    if len(kinds) == 2 and kinds[1] == "word" and kinds[0] in ("word", "words"):
        return "inverted"
    if len(kinds) == 2 and kinds[0] == "words" and _is_given(shown[1]) and _is_family(shown[0]):
        return "inverted"  # "Gutiérrez Posada, Hortensia D.", "Santos Neff, A. de"
    if kinds == ["word", "direct"]:
        return "inverted"  # "Wagner, E. Glenn", "Felten, M. von"
    if kinds[:2] == ["word", "direct"] and (pieces[2] == "" or _are_given_first(kinds[2:], shown[1])):
        return "mixed"  # "Mason, R. Hal and John Bell", "Mason, R. Mark, John Bell"
    if len(kinds) > 2 and len(kinds) % 2 and {*kinds} == {"word"} and _are_surnames(shown):
        return "surnames"  # "Hommel, Hofmann & Henz"
    if len(kinds) > 1 and kinds[0] == "word" and kinds[1] in ("word", "words", "initials"):
        rest = kinds[2:]
        if rest.count("words") + rest.count("direct") >= max(1, len(rest) - 1) and kinds[1] != "direct":
            return "mixed"
        singles = [k for k in kinds[::2] if k == "word"]
        if len(singles) * 2 >= len(kinds[::2]):
            return "inverted"
        return "mixed"
    if initials and kinds[0] != "direct":
        return "mixed"
    return "direct"


def takes_given(piece: str, following: str, style: str, *, first: bool) -> bool:
    """True where the next comma piece is the given name of this one."""
    kind, after = kind_of(piece), kind_of(following)
    if first and kind == "initials" and "." not in piece:
        kind = "word"  # "SÁ, Antonio Lopes de"
    if kind == "words" and style == "inverted" and _is_given(following):
        after = "words"
    if kind == "word" and after == "vancouver" and style in ("inverted", "mixed"):
        after = "words"  # "Mace, Myles L."
    if kind == "word" and after == "direct" and (style == "inverted" or (style == "mixed" and first)):
        after = "words"  # "Wagner, E. Glenn"
    if kind in ("initials", "vancouver") or (
        kind == "direct" and not (after == "initials" and piece[:3] == "St.")
    ):
        return False  # but "St. John, K."
    if after == "initials":
        return True
    if style == "surnames":
        return False
    if style == "inverted":
        return after in ("word", "words") and kind in ("word", "words")
    if style == "mixed":
        return (first or kind == "word") and after in ("word", "words") and kind == "word"
    return kind == "word" and after == "word" and not first and style != "vancouver"


@lru_cache(maxsize=20_000)
def kind_of(piece: str) -> str:
    """Return what a comma piece looks like.

    >>> [kind_of(p) for p in ("K. D.", "Neff", "van den Berg", "Kristin Neff", "K. D. Neff", "Neff KD")]
    ['initials', 'word', 'word', 'words', 'direct', 'vancouver']
    """
    if is_initials(piece):
        return "initials"
    words = piece.split()
    if len(words) > 1 and is_suffix(words[-1]):
        words.pop()
    if len(words) == 2 and words[0] in _TORN_OFF and words[1].islower():
        return "word"  # the "g rothert" that is left of small capitals
    if words[0] == "v." and len(words) == 2 and words[1][0].isupper():
        return "word"  # "v. Humboldt, A."
    if is_initial_word(words[0]) and len(words) > 1:
        return "direct"
    if (
        len(words) > 1
        and (is_initial_word(words[-1]) or (CAPITALS.fullmatch(words[-1]) and not could_be_family(words[-1])))
        and not piece.isupper()
        and words[-2] not in PARTICLES
    ):
        return "vancouver"
    if len(words) > 1 and piece.isupper() and (is_initial_word(words[-1]) or is_capital_vancouver(words)):
        return "vancouver"
    significant = [w for w in words if fold(w) not in PARTICLES and w.lower() not in PARTICLES]
    return "word" if len(significant) <= 1 else "words"


def _are_given_first(kinds: Sequence[str], piece: str) -> bool:
    """True where "R. Mark" is given behind a family, as the names that follow it are written out."""
    given = piece.split()[-1]
    return {*kinds} <= {"words", "direct"} and "words" in kinds and given_weight(given) > family_weight(given)


def _ends_in_initials(piece: str) -> bool:
    """True for "Valente ROA" and "Bell K", not for "MOORE" or "MANI PRITHI"."""
    words = piece.split()
    return len(words) > 1 and words[-1].isupper() and not words[0].isupper()


def _are_surnames(pieces: Sequence[str]) -> bool:
    """True for Hommel, Hofmann and Henz, not for Krohn, Wolfgang and Weyer."""
    if any(_TORN_OFF.intersection(piece.split()) for piece in pieces):
        return False
    return given_weight(pieces[1]) <= family_weight(pieces[1])


def _is_family(piece: str) -> bool:
    """True for "Gutiérrez Posada", not for "Ferdinand Roland"."""
    return all(family_weight(word) >= given_weight(word) for word in piece.split())


def _is_given(piece: str) -> bool:
    """True for "Hortensia D." and "A. de": a given name and an initial, or initials and a particle."""
    words = piece.split()
    if len(words) != 2:
        return False
    if is_initial_word(words[0]):
        return words[1] in PARTICLES
    return is_initial_word(words[1]) and given_weight(words[0]) >= family_weight(words[0])
