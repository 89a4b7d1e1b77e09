"""Lists of names in the ways that bibliographies print them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

Person = tuple[str, str]
"""Family and given name."""
PARTICLES = ("van", "von", "de", "van der", "de la", "di", "del", "von der")
AND = {"en": "and", "de": "und", "fr": "et", "es": "y", "pt": "e", "it": "e"}


def initials(given: str, *, point: str = ".", blank: str = " ") -> str:
    """Return "K. D." (or "K.D.", "KD") for "Kristin D."."""
    words = [part for part in given.replace(".", " ").split() if part[:1].isalpha()]
    letters = ["-".join(p[0] for p in word.split("-") if p) if "-" in word else word[0] for word in words]
    return blank.join(letter.upper().replace("-", f"{point}-") + point for letter in letters)


def format_names(people: Sequence[Person], style: str, rng: random.Random, language: str = "en") -> str:
    """Return a printed list. ``style`` is one letter a trait, see ``_TRAITS``; "*" picks one."""
    traits = _TRAITS[style if style in _TRAITS else rng.choice(_MIXES.get(style, list(_TRAITS)))]
    order, between, last, given_form = traits
    shorten = _GIVEN[given_form]
    shown = list(people)
    et_al = ""
    if len(shown) > 1 and rng.random() < (0.25 if len(shown) > 3 else 0.06):
        shown = shown[: rng.choice((1, 1, 3, 6))] if len(shown) > 2 else shown[:1]
        if len(shown) < len(people):
            et_al = rng.choice(
                (" et al.", ", et al.", " et al.", " et al", " u.a." if language == "de" else " et al.")
            )
    caps = rng.random() < 0.06
    names = []
    for place, (family, given) in enumerate(shown):
        family = family.upper() if caps else family
        short = shorten(given)
        first = order == "inverted" or (order == "mixed" and place == 0)
        if order == "alone":
            names.append(family)
        elif order == "paren":
            names.append(f"{family.upper()} ({short})" if short else family.upper())
        elif order == "vancouver":
            names.append(f"{family} {short}".strip())
        elif first:
            names.append(f"{family}, {short}" if short else family)
        else:
            names.append(f"{short} {family}".strip())
    if len(names) == 1 or et_al:
        return between.join(names) + et_al
    conjunction = last.replace("AND", AND.get(language, "and"))
    return between.join(names[:-1]) + conjunction + names[-1]


_GIVEN: dict[str, Callable[[str], str]] = {
    "full": lambda given: given,
    "points": initials,
    "tight": lambda given: initials(given, blank=""),
    "bare": lambda given: initials(given, point="", blank=""),
    "loose": lambda given: initials(given, point="", blank=" "),
}
_TRAITS: dict[str, tuple[str, str, str, str]] = {
    "apa": ("inverted", ", ", ", & ", "points"),
    "apa2": ("inverted", ", ", " & ", "points"),
    "harvard": ("inverted", ", ", " AND ", "tight"),
    "harvard2": ("inverted", ", ", ", AND ", "points"),
    "commas": ("inverted", ", ", ", ", "points"),
    "commas-tight": ("inverted", ", ", ", ", "tight"),
    "chicago": ("mixed", ", ", ", AND ", "full"),
    "chicago2": ("mixed", ", ", " AND ", "full"),
    "mixed-short": ("mixed", ", ", " AND ", "points"),
    "mixed-commas": ("mixed", ", ", ", ", "full"),
    "mixed-semi": ("mixed", "; ", " AND ", "full"),
    "full-semi": ("inverted", "; ", "; ", "full"),
    "short-semi": ("inverted", "; ", "; ", "points"),
    "full-slash": ("inverted", "/", "/", "full"),
    "short-slash": ("inverted", "/", "/", "tight"),
    "slash-blank": ("inverted", "/ ", "/ ", "points"),
    "full-und": ("inverted", ", ", " AND ", "full"),
    "full-mixed-slash": ("mixed", "/", "/", "full"),
    "direct-full": ("direct", ", ", " AND ", "full"),
    "direct-full2": ("direct", ", ", ", AND ", "full"),
    "direct-slash": ("direct", "/", "/", "full"),
    "ieee": ("direct", ", ", ", AND ", "points"),
    "ieee2": ("direct", ", ", " AND ", "points"),
    "tight": ("direct", ", ", " AND ", "tight"),
    "physics": ("direct", ", ", ", ", "points"),
    "physics2": ("direct", ", ", ", ", "tight"),
    "vancouver": ("vancouver", ", ", ", ", "bare"),
    "vancouver-and": ("vancouver", ", ", " AND ", "bare"),
    "vancouver-loose": ("vancouver", ", ", " AND ", "loose"),
    "points-after": ("vancouver", ", ", ", ", "points"),
    "points-after2": ("vancouver", ", ", " AND ", "tight"),
    "points-semi": ("vancouver", "; ", "; ", "points"),
    "paren": ("paren", ", ", " AND ", "points"),
    "paren-full": ("paren", " - ", " - ", "full"),
    "alone-slash": ("alone", "/", "/", "full"),
    "alone-blanks": ("alone", " / ", " / ", "full"),
    "alone-and": ("alone", ", ", " AND ", "full"),
    "alone-amp": ("alone", ", ", " & ", "full"),
    "alone-commas": ("alone", ", ", ", ", "full"),
    "full-after": ("vancouver", ", ", " AND ", "full"),
}
"""Order, what stands between names, before the last, and how given names are printed."""
_MIXES = {
    "inv": "apa apa2 harvard harvard2 commas commas-tight short-semi mixed-short".split(),
    "full": "chicago chicago2 mixed-commas full-semi full-und full-und direct-full direct-full2".split(),
    "de": "full-slash short-slash slash-blank full-semi short-semi full-und harvard2 direct-slash".split()
    + "full-mixed-slash commas apa2 mixed-commas mixed-semi chicago2".split(),
    "dir": "ieee ieee2 tight physics physics2 direct-full".split(),
    "alone": "alone-slash alone-slash alone-blanks alone-and alone-amp alone-commas".split(),
    "vanc": "vancouver vancouver vancouver-and points-after points-after2 vancouver-loose".split(),
}
"""Groups of traits that styles draw from."""
