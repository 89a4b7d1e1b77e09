"""Babel's names of languages and the codes that CSL uses.

Origin: the biblatex manual, 3.1 (``langid``), and BCP 47.
"""

from __future__ import annotations

_NAMES = {
    "af": "afrikaans", "ar": "arabic", "bg": "bulgarian", "ca": "catalan", "cs": "czech", "da": "danish",
    "de": "german", "de-AT": "austrian", "de-CH": "nswissgerman", "el": "greek", "en": "english",
    "en-AU": "australian", "en-CA": "canadian", "en-GB": "british", "en-NZ": "newzealand",
    "en-US": "american",
    "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish",
    "fr": "french", "fr-CA": "canadien", "gl": "galician", "he": "hebrew", "hi": "hindi", "hr": "croatian",
    "hu": "magyar", "hy": "armenian", "id": "indonesian", "is": "icelandic", "it": "italian",
    "ja": "japanese",
    "ko": "korean", "la": "latin", "lt": "lithuanian", "lv": "latvian", "mk": "macedonian", "nb": "norsk",
    "nl": "dutch", "nn": "nynorsk", "no": "norwegian", "pl": "polish", "pt": "portuguese",
    "pt-BR": "brazilian",
    "ro": "romanian", "ru": "russian", "sk": "slovak", "sl": "slovene", "sr": "serbian", "sv": "swedish",
    "th": "thai", "tr": "turkish", "uk": "ukrainian", "vi": "vietnamese", "zh": "chinese",
}  # fmt: skip
_ALIASES = {
    "brazil": "pt-BR", "francais": "fr", "frenchb": "fr", "germanb": "de", "hungarian": "hu",
    "naustrian": "de-AT",
    "ngerman": "de", "portuges": "pt", "slovenian": "sl", "swissgerman": "de-CH", "ukenglish": "en-GB",
    "usenglish": "en-US", "polutonikogreek": "el",
}  # fmt: skip
_CODES = {name: code for code, name in _NAMES.items()} | _ALIASES


def babel_name(code: str) -> str:
    """Return babel's name of a language code, the code itself if babel has none.

    >>> babel_name("en"), babel_name("de-DE"), babel_name("tlh")
    ('english', 'de-DE', 'tlh')
    """
    return _NAMES.get(code, code)


def language_code(name: str) -> str:
    """Return the code of babel's name of a language, the name itself if it is none.

    >>> language_code("ngerman"), language_code("English"), language_code("en-GB")
    ('de', 'en', 'en-GB')
    """
    return _CODES.get(name.strip().lower(), name.strip())
