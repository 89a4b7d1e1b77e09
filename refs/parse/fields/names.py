"""One name as printed → a CSL name: family, given, particles, suffix, or an organisation's literal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from refs.model.folding import fold
from refs.model.name import Name
from refs.model.patterns import pattern
from refs.parse.eastern import has_eastern
from refs.parse.lexicon import load_lexicon

PARTICLES = frozenset(
    "van von der den de del della di da do dos das du la le las los ter ten te zu zur zum vom af av "
    "al el des dal dit bin ibn abu auf ver san degli dell d' l' 't".split()
)
SUFFIXES = frozenset("jr sr ii iii iv 2nd 3rd junior senior filho neto".split())
_SUFFIXES_OF_FAMILIES = frozenset("jr sr ii iii iv 2nd 3rd".split())
_LONGEST_SUFFIX = 9
"""Letters of "Senior", with a point and brackets."""
CAPITALS = re.compile(r"(?:[^\W\d_a-zà-öø-ÿ]{1,4}|[A-Z]{1,3}-[A-Z]{1,2})")
_BEHALF = pattern(r"(?:for|on behalf of)\s+(?:the\s+)?(?=[^\W\d_])")  # "for the Trial Group"
_AFTER_POINT = re.compile(r"(?<=\.)(?=[^\W\d_]{2,})")  # "K.Neff"
ORGANISATION = re.compile(
    r"\b(?:institut\w*|istituto|associa[tz]\w*|societ[yàé]|sociedad|gesellschaft|organi[sz]a\w*|minist[eèé]r\w*|department|council|"
    r"committee|commission|kommission|bundes\w+|office|bureau|agenc\w+|cent(?:er|re)s?|national|international|united|nations|"
    r"group|consortium|collaboration|foundation|stiftung|federation|bank|government|world|academy|akademie|college|library|museum|"
    r"universit\w*|inc|ltd|gmbh|corp(?:oration\w*|s)?|company|team|network|project|program\w*|union|department|service|services|administration|"
    r"news|rankings|research|alliance|coalition|initiative|task\s?force|institution|conseil|comit[eé]|observatoire|fund|forum|"
    r"hospital|laborator\w*|partnership|secretariat|directorate|division|board|authority|parliament|statisti\w*|press|"
    r"arbeits(?:kreis|gemeinschaft|gruppe|stelle)|ausschuss|beirat|verein|verband|amt|ministerio|landes(?!man)\w+|investigators|study|trial|group)\b",
    re.I,
)
_ORGANISATION_WORD = re.compile(r"\w+")
_ORGANISATION_STARTS = frozenset(
    "inst isti asso soci gese orga mini depa coun comm komm bund offi bure agen cent nati inte unit "
    "grou cons coll foun stif fede bank gove worl acad akad libr muse univ inc ltd gmbh corp comp "
    "team netw proj prog news rank rese alli coal init task comi obse fund foru hosp labo part secr dire "
    "arbe auss beir vere divi unio serv admi boar auth parl stat pres verb amt land inve stud tria".split()
)
"""How the words of ORGANISATION start, in small letters; without one the expression need not be tried."""


def names_organisation(text: str) -> bool:
    """True where a text holds a word of organisations: "Institut", "Society", "GmbH"."""
    starts = [word[:4] for word in _ORGANISATION_WORD.findall(text.casefold())]
    return not _ORGANISATION_STARTS.isdisjoint(starts) and ORGANISATION.search(text) is not None


def is_suffix(piece: str) -> bool:
    """True for "Jr.", "III"; not for the initials of "Dunne JR"."""
    return (
        len(piece) <= _LONGEST_SUFFIX
        and fold(piece) in SUFFIXES
        and (len(piece) < 2 or piece.strip(".") not in ("JR", "SR"))
    )


def is_initials(piece: str) -> bool:
    """True for "K. D.", "J.-C.", "KD", "Th."; not for "Li" or "Neff"."""
    if CAPITALS.fullmatch(piece) and len(piece) <= 3:
        return True
    words = piece.split()
    return bool(words) and all(is_initial_word(w) for w in words)


@lru_cache(maxsize=20_000)
def is_initial_word(word: str) -> bool:
    if has_eastern(word):
        return False
    if len(word) == 1:
        return word.isalpha()
    if "." in word or "-" in word:
        parts = [p for p in re.split(r"[.\-‐‑]", word) if p]
        return bool(parts) and all(
            len(p) == 1 or (len(p) == 2 and p[0].isupper() and (word.endswith(".") or ".-" in word))
            for p in parts
        )
    return False


def single_name(piece: str, suffix: str, style: str = "") -> Name:
    """Return the name that one piece without commas is."""
    if has_eastern(piece):
        return _east_asian(piece)
    words = piece.split()
    initialled = style == "vancouver" and len(words) == 2 and CAPITALS.fullmatch(words[1])  # "Center MM"
    if len(words) > 1 and not (initialled or is_initial_word(words[0])) and names_organisation(piece):
        if words[0] in ("for", "on") and (match := _BEHALF.match(piece)):
            piece = piece[match.end() :]
        return Name(literal=clean_name(piece))
    if "." in piece:
        if len(words) == 1 and piece.lower().endswith(_DOMAINS):
            return Name(literal=piece)  # "DrugAbuse.com"
        words = _AFTER_POINT.sub(" ", piece).split()
    words = [w for w in words if w.strip(".,;:*†")]
    while len(words) > 1 and is_suffix(words[-1]) and not suffix:
        suffix = words.pop()
    while len(words) > 2 and words[0] in ("Dr.", "Prof."):
        del words[0]
    if not words:
        return Name()
    if len(words) == 1:
        return _family_name(words, (), suffix)
    if (
        _is_capitals(words[0])
        and len(words[0]) > 2
        and any(w[1:2].islower() for w in words[1:])
        and len(words) < 4
    ):
        return _family_name(words[:1], words[1:], suffix)  # "AYKUT Stefan C."
    tail = len(words)
    capitals = words[0].isupper() and is_capital_vancouver(words)
    if capitals or (style == "vancouver" and _is_vancouver(words)):
        return inverted_name(" ".join(words[:-1]), words[-1], suffix)  # "Zijlman GAR"
    while tail > 1 and (is_initial_word(words[tail - 1]) or _is_caps_initials(words, tail - 1)):
        tail -= 1
    if tail < len(words) and not is_initial_word(words[0]):
        if tail == 2 and is_backwards(words[0], words[1]):
            tail = 1  # "Hofstra Jelle B."
        return _family_name(words[:tail], words[tail:], suffix)
    loud = [w for w in words if _is_capitals(w)]
    if loud and len(loud) < len(words) and not all(is_initial_word(w) or w.isupper() for w in words):
        family = [w for w in words if w in loud or (w.lower() in PARTICLES)]
        return _family_name(family, [w for w in words if w not in family], suffix)
    start = len(words) - 1
    if is_initial_word(words[0]):
        start = 1
        while start < len(words) - 1 and (
            is_initial_word(words[start])
            or given_weight(words[start]) > family_weight(words[start]) + (not _is_often_given(words[start]))
        ):
            start += 1
    elif (
        len(words) == 2
        and family_weight(words[0]) > given_weight(words[0]) + 1
        and given_weight(words[1]) > family_weight(words[1]) + 1
    ):
        return _family_name(words[:1], words[1:], suffix)  # "Landert Charles"
    else:
        while start > 1 and fold(words[start - 1]) in PARTICLES:
            start -= 1
    if start > 1 and words[start - 1] == "v.":
        start -= 1  # "K. v. Klitzing"
    return _family_name(words[start:], words[:start], suffix)


def _is_often_given(word: str) -> bool:
    """True for the Bruce of "W. Bruce Croft", which is a family's name too."""
    return given_weight(word) > 2 and len(word) > 3 and word.isalpha() and word not in ("Dalla", "Dalle")


_DOMAINS = (".com", ".org", ".net", ".gov", ".edu")


def is_capital_vancouver(words: Sequence[str]) -> bool:
    """True for "VICTOR JD": all in capitals, the last two or three of them initials and no name.

    >>> [is_capital_vancouver(name.split()) for name in ("VICTOR JD", "RICH AN", "XIAO LI", "LE NY")]
    [True, True, False, False]
    """
    before, last = words[-2], words[-1]
    if not (1 < len(last) < 4 and last.isalpha() and len(before) > 2 and all(w.isupper() for w in words)):
        return False
    if before.lower() in PARTICLES or is_initial_word(words[0]):
        return False
    if _VOWELS.isdisjoint(last):
        return True
    given, families = given_weight(before), (family_weight(before), family_weight(last))
    alone = len(words) == 2 and (not given or (given < 2 and families[0] > families[1]))
    return len(last) == 2 and (families[1] < 2 or alone)  # "MØLLER AR"


_VOWELS = frozenset("AEIOUYÄÖÜÉÈÁÓÍÚ")


def _is_vancouver(words: Sequence[str]) -> bool:
    """True for "Zijlman GAR" and "RUGGERO MA" in a list of such names, though a family has that name too."""
    before, last = words[-2], words[-1]
    if len(last) < 2 or before.lower() in PARTICLES:
        return False
    if not CAPITALS.fullmatch(last):
        return (
            before[1:2].islower() and _MORE_INITIALS.fullmatch(last) is not None and family_weight(last) < 2
        )
    return len(before) > 2 and (len(last) == 2 or not before.isupper()) and not before.endswith(".")


_MORE_INITIALS = pattern(r"[A-Z]{5,6}|[A-Z][b-df-hj-np-tv-xz]")  # "Bergman JJGHM", "Chen Mk"


def is_backwards(first: str, second: str) -> bool:
    """True for "Landert Charles": a family name and no given name, before a given name and no family name."""
    family, given = family_weight(second), given_weight(second)
    if given <= family + 1:
        return False
    return family_weight(first) > given_weight(first) + 1 or (not given_weight(first) and not family)


def _is_capitals(word: str) -> bool:
    """True for "HOLLAND" and "McCOY", the way French lists mark a family name; not for "J.-C."."""
    return (
        len(word) > 2
        and (word.isupper() or (word[:2] == "Mc" and word[2:].isupper()))
        and not is_initial_word(word)
    )


def could_be_family(word: str) -> bool:
    """True for the "XIE" of "Zhiyong XIE": three capitals or more that the lists know as a family name."""
    return len(word) > 2 and family_weight(word) >= 2


def _is_caps_initials(words: Sequence[str], i: int) -> bool:
    """True for the "KD" of "Neff KD", not for the "LE" of "LE MÉE" or a name all in capitals."""
    word = words[i].strip(".")
    return (
        bool(CAPITALS.fullmatch(word))
        and not could_be_family(word)
        and words[i - 1] not in PARTICLES
        and not words[0].isupper()
        and len(word) <= (4 if i == len(words) - 1 else 3)
    )


def inverted_name(family: str, given: str, suffix: str = "") -> Name:
    """Return the name whose family name stands first."""
    words, rest = family.split(), given.split()
    while len(words) > 1 and fold(words[-1]) in _SUFFIXES_OF_FAMILIES:
        suffix = words.pop() if not suffix else f"{words.pop()} {suffix}"  # "Dickens Jr., Roy S."
    if rest and is_suffix(rest[-1]) and len(rest) > 1:
        suffix = suffix or rest.pop()
    return _family_name(words, rest, suffix)


def _family_name(family: Sequence[str], given: Sequence[str], suffix: str) -> Name:
    """Return a name, with its particle apart: "van der Berg" → "van der" + "Berg"."""
    first = 0
    while first < len(family) - 1 and (
        family[first] == "v." or (family[first].lower() in PARTICLES and family[first][0].islower())
    ):
        first += 1
    rest = list(given)
    dropping: list[str] = []
    while len(rest) > 1 and rest[-1].lower() in PARTICLES and rest[-1].islower() and len(rest[-1]) > 1:
        dropping.insert(0, rest.pop())
    name = clean_name(" ".join(family[first:]))
    return Name(
        family=name,
        given=clean_name(" ".join(rest), keep_point=True),
        non_dropping_particle=" ".join(family[:first]),
        dropping_particle=" ".join(dropping),
        suffix=suffix.strip(" ,") if suffix else "",
    )


_OF_TWO_SIGNS = frozenset(
    "佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 山本 中村 小林 加藤 吉田 山田 松本 井上 "
    "木村 齋藤 斎藤 斉藤 清水 山崎 池田 橋本 阿部 石川 山下 中島 石井 小川 前田 "
    "岡田 長谷 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 岡本 松田 "
    "中川 中野 原田 小野 田村 竹内 金子 和田 中山 石田 上田 森田 柴田 酒井 工藤 "
    "横山 宮崎 宮本 内田 高木 安藤 谷口 大野 丸山 今井 高田 藤本 武田 村田 上野 "
    "杉山 増田 平野 大塚 千葉 久保 松井 野口 菊地 新井 角田 水野 司馬 諸葛 欧阳 "
    "欧陽 上官".split()
)
"""Families of two signs before a given name of one."""


def _east_asian(piece: str) -> Name:
    """Return a Chinese, Japanese or Korean name; a blank parts it, else the first sign is the family name."""
    words = piece.split()
    if len(words) == 2 and all(map(has_eastern, words)):
        return Name(family=words[0], given=words[1])
    bare = "".join(words)
    if 2 <= len(bare) <= 4 and all(map(has_eastern, bare)):
        cut = 2 if len(bare) == 4 or (len(bare) == 3 and bare[:2] in _OF_TWO_SIGNS) else 1  # 夏目漱石, 費孝通
        return Name(family=bare[:cut], given=bare[cut:])
    return Name(literal=piece)


def clean_name(text: str, *, keep_point: bool = False) -> str:
    text = text.strip(' ,;:*†‡§&()[]"“”„/–—')
    return text if keep_point else text.strip(". ")


def given_weight(word: str) -> int:
    """How much a word is a given name in the lists, 0–3."""
    return int(load_lexicon().code(fold(word).split(" ")[0])[1])


def family_weight(word: str) -> int:
    return int(load_lexicon().code(fold(word).split(" ")[0])[0])
