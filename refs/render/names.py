"""Lists of names: "Smith, J. A., & Doe, J.", "J. A. Smith et al.", as a style's name forms say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from refs.model.patterns import pattern
from refs.render.rich_text import attach, last_character, wrap
from refs.render.typography import rich

_INITIAL = pattern(r"[^\W\d_]")
_PIECES = pattern(r"\[[^\[\]]*\]|[-‐‑]?[^\s.‐‑-]+\.?|[-‐‑]\.?")
# NOTE: matches the C of "C C", the J and the R of "J.R.", the A of "John A"; not the L of "Jean-L" or "Yu."
_BARE_INITIAL = pattern(r"(?<![^\s.])([^\W\d_])(?:\.(?!-)\s*|(?=\s|$)\s*)")
# NOTE: matches "van der " before Berg, "’t " before Hul, "d’" before Alembert, "el-" before Azhary
_PARTICLE = pattern(r"(?:[’'a-zà-ÿ]+ )+(?=[^\W\d_])|(?:d|l)[’'](?=[A-Z])|(?:el|al|ad|at|an|as)-(?=[A-Z])")
# Names of these scripts are written family first, unspaced and in full.
_UNSPACED = (("\u2e80", "\u9fff"), ("\uac00", "\ud7af"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))
_SPACED = (
    ("A", "Z"),
    ("a", "z"),
    ("\u00c0", "\u052f"),
    ("\u0590", "\u06ff"),
    ("\u0e00", "\u0e7f"),
    ("\u1e00", "\u1fff"),
)


class NameForm(NamedTuple):
    """How a style prints a list of names: a ``[names.…]`` table of its style.toml."""

    order: Literal["direct", "inverted", "first-inverted"] = "direct"
    """"John Smith", "Smith, John", or only the first inverted."""
    given: Literal["full", "initials", "none"] = "full"
    initial: str = ". "
    """What follows an initial: ". " (J. A.), "." (J.A.), "" (JA)."""
    hyphens: bool = True
    """Jean-Paul is J.-P. (true) or J. P."""
    comma: str = ", "
    """Between family and given where the order is inverted: "Smith, J." or "Smith J"."""
    between: str = ", "
    last: str = "and"
    """The word before the last name: "and", "&" or ""."""
    comma_before_last: Literal["contextual", "always", "never", "after-inverted"] = "contextual"
    """Whether a comma stands before that word; contextual: with three names and more."""
    et_al_from: int = 0
    """The number of names from which the list is cut short; 0 for never."""
    et_al_show: int = 1
    et_al_last: bool = False
    """After "…", print the last name instead of et al."""
    et_al: str = "et al."
    et_al_italic: bool = False
    comma_before_et_al: Literal["contextual", "always", "never"] = "contextual"
    """Contextual: after two names and more."""
    suffix_comma: bool = True
    """"Smith, J., Jr." (true) or "Smith J Jr"."""
    suffix_point: bool | None = None
    """Print a suffix as given (none), or without its points (false)."""
    particle: Literal["leads", "follows", "unsorted"] = "leads"
    """Inverted: "van der Berg, A." (leads) or "Berg, A. van der" (follows), sorted as printed; or printed
    before the name and left out of the sorting (unsorted)."""
    surname_only: bool = False


def format_names(names: Sequence[Mapping[str, Any]], form: NameForm) -> str:
    """Return a list of CSL names as rich text.

    >>> form = NameForm(order="inverted", given="initials", last="&", comma_before_last="always")
    >>> format_names([{"family": "King", "given": "M. L.", "suffix": "Jr."}, {"literal": "ATLAS"}], form)
    'King, M. L., Jr., & ATLAS'
    """
    others = len(names) > 1 and names[-1].get("literal") == "others"  # BibTeX's "and others"
    names = names[:-1] if others else names
    count = len(names)
    cut = bool(form.et_al_from) and count >= form.et_al_from and form.et_al_show < count
    shown = names[: form.et_al_show] if cut else names
    printed = [format_name(name, form, first=n == 0) for n, name in enumerate(shown)]
    printed = [name for name in printed if name]
    if not printed:
        return ""
    if cut and form.et_al_last and not others:
        return f"{form.between.join(printed)}{form.between}… {format_name(names[-1], form, first=False)}"
    if cut or others:
        et_al = wrap(form.et_al, "i") if form.et_al_italic else form.et_al
        several = len(printed) > 1 or (others and form.et_al_show > 1)
        comma = {"contextual": several, "always": True, "never": False}[form.comma_before_et_al]
        return attach(form.between.join(printed), form.between if comma else " ") + et_al
    return _joined(printed, form)


def _joined(printed: list[str], form: NameForm) -> str:
    if len(printed) == 1 or not form.last:
        return form.between.join(printed)
    comma = {
        "always": True,
        "never": False,
        "contextual": len(printed) > 2,
        "after-inverted": form.order == "inverted" or (form.order == "first-inverted" and len(printed) == 2),
    }[form.comma_before_last]
    head = form.between.join(printed[:-1])
    return f"{head}{form.between.rstrip() + ' ' if comma else ' '}{form.last} {printed[-1]}"


def format_name(name: Mapping[str, Any], form: NameForm, *, first: bool = True) -> str:
    """Return one CSL name as rich text."""
    family, given = _text(name, "family"), _text(name, "given")
    if not family:
        literal = _text(name, "literal")
        return rich(literal) if literal or not given else rich(given)
    family = rich(family)
    particle, dropping = _text(name, "non-dropping-particle"), _text(name, "dropping-particle")
    if given and not family.isascii() and _has(family, _UNSPACED) and not _has(family + given, _SPACED):
        return family if form.surname_only else family + given
    surname = _beside(rich(particle), family) if particle else family
    if form.surname_only or form.given == "none":
        return surname
    suffix = rich(_text(name, "suffix"))
    if suffix and form.suffix_point is False:
        suffix = suffix.replace(".", "")
    forenames = (
        initials(given, form.initial, hyphens=form.hyphens) if form.given == "initials" else spaced(given)
    )
    forenames = f"{forenames} {rich(dropping)}".strip() if dropping else forenames
    if form.order == "inverted" or (form.order == "first-inverted" and first):
        if form.particle == "follows":
            bare, family = (particle, family) if particle else split_particle(family)
            surname, forenames = family, f"{forenames} {rich(bare)}".strip()
        inverted = f"{surname}{form.comma}{forenames}" if forenames else surname
        return f"{inverted}{', ' if form.suffix_comma else ' '}{suffix}" if suffix else inverted
    comma = "," if suffix and name.get("comma-suffix") else ""
    return " ".join(piece for piece in (forenames, surname + comma, suffix) if piece)


@lru_cache(maxsize=16384)
def initials(given: str, after: str = ". ", *, hyphens: bool = True) -> str:
    """Return given names as initials; words without a capital stay whole, and fall after a hyphen.

    >>> [initials(name) for name in ("John A.", "J.R.R.", "Jean-Paul", "Xiao-ming", "DE", "Juan de la")]
    ['J. A.', 'J. R. R.', 'J.-P.', 'X.', 'D.', 'J. de la']
    >>> initials("Jean-Paul A", ""), initials("John A.", ".")
    ('J-PA', 'J.A.')
    """
    text = ""
    for piece in _PIECES.findall(rich(given)):
        if piece[0] == "[":  # NOTE: "Barack [@BarackObama]", APA 7, 10.15
            text = f"{text.rstrip()} {piece}"
            continue
        hyphen = piece[0] in "-‐‑"
        letter = _INITIAL.search(piece)
        if letter is None:
            continue
        small = letter.group().islower() and letter.group().upper() != letter.group()
        if hyphen:
            if small:
                continue
            text = text.rstrip() + ("-" if hyphens else "" if after.endswith(" ") is False else " ")
            text += letter.group() + after
        elif small:
            text = f"{text.rstrip()} {piece} "
        elif piece.endswith(".") and len(piece) > 2:  # NOTE: "Yu. O." is abbreviated as its bearer does
            text += piece[:-1] + after
        else:
            text += letter.group() + after
    return text.strip()


@lru_cache(maxsize=16384)
def spaced(given: str) -> str:
    """Return given names in full, initials with their points and blanks.

    >>> spaced("J.R.R."), spaced("John A"), spaced("Xiao-ming"), spaced("Yu. A.")
    ('J. R. R.', 'John A.', 'Xiao-ming', 'Yu. A.')
    """
    text = rich(given)
    if not _BARE_INITIAL.search(text):
        return text
    return _BARE_INITIAL.sub(lambda match: f"{match.group(1)}. ", text).replace(" -", "-").strip()


def split_particle(family: str) -> tuple[str, str]:
    """Return the particle that stands in a family name, "" if none does, and the rest.

    >>> split_particle("van der Berg"), split_particle("el-Azhary"), split_particle("Dijk")
    (('van der', 'Berg'), ('el-', 'Azhary'), ('', 'Dijk'))
    """
    match = _PARTICLE.match(family)
    return (match.group().strip(), family[match.end() :]) if match else ("", family)


def _text(name: Mapping[str, Any], key: str) -> str:
    value = name.get(key)
    return "" if value is None else str(value).strip()


def _has(text: str, ranges: Sequence[tuple[str, str]]) -> bool:
    """Return True where a character of the text is in one of the ranges."""
    return any(low <= character <= high for character in text for low, high in ranges)


def _beside(particle: str, family: str) -> str:
    """Return particle and family name, unspaced after an apostrophe: "d’Alembert"."""
    return particle + family if last_character(particle) in ("’", "-") else f"{particle} {family}"
