"""Citations by author and year in Chinese, Japanese and Korean signs: （王，2003）, 田中（2010）.

No blank parts a name from the words around it, so the list says which signs are one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from refs.model import Article, Citation, Reference

_SIGNS = r"\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\uac00-\ud7af々"
_EASTERN = re.compile(rf"[{_SIGNS}]")
_YEAR = r"(?:19|20)\d\d[a-z]?"
_GROUP = re.compile(r"[（(]([^（）()\n]{4,300})[）)]")
_YEARS = re.compile(rf"(?<!\d){_YEAR}(?![\da-z])")
_YEARS_ONLY = re.compile(
    rf"\s?{_YEAR}年?(?:\s?[,，、;；]\s?{_YEAR}年?){{0,8}}\s?(?:[,，:：][^（）()]{{0,40}})?"
)
_PARTS = re.compile(r"[^;；]{1,300}")
# "等人", "ら", "他", "氏": what follows the first of several names, or a name
_AFTER_NAME = re.compile(r"(?:等人?|ら|ほか|他|氏|教授|先生|외|등|et al\.?)\s?[,，]?\s?$")
_BETWEEN = re.compile(r"\s?[,，、・·;；/&]\s?|\s")
_AND = re.compile(r"[和与與及]|[와과]\s")
_NAME = re.compile(r"(?:等人?|ら|ほか|他|氏|教授|先生|외|등|et al\.?)\s?[,，]?\s?$")
_BETWEEN = re.compile(
    r"\s?[,，、・·;；/]\s?|(?<=[^和与與及])[和与與及](?=[^和与與及])|\s(?:와|과|및)?\s?|(?:와|과)\s"
)
_NAME = re.compile(rf"[{_SIGNS}]{{1,8}}")
_BEFORE = 40
"""Characters before a year in parentheses that hold its names."""
_FEWEST = 2
"""Citations that must lead to the list before one that does not is believed."""
_FAMILY_NAMES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘"
    "于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦韋付方邹鄒孟熊秦邱江尹薛闫阎段雷侯龙龍史陶黎贺賀"
)
"""The commonest Chinese family names, in short and long signs."""
_LONGEST_HEAD = 200
_MOST_NAMES = 30
_MOST_FITTING = 10
"""Works of one year by authors whose names begin alike that are looked at."""
_LISTED_YEAR = re.compile(rf"(?<!\d)({_YEAR})(?!\d)")


def eastern_citations(
    article: Article, references: Sequence[Reference], body: Sequence[tuple[int, int]]
) -> list[Citation]:
    """Return the citations by names in Eastern signs and years in the stretches of body text."""
    index = _Index(references)
    if not index.names:
        return []
    found: list[Citation] = []
    for start, end in body:
        for group in _GROUP.finditer(article.text, start, end):
            if _YEARS_ONLY.fullmatch(group.group(1)):
                found += _narrative(article.text, start, group, index)
            else:
                found += _parenthetical(article.text, group, index)
    linked = sum(bool(citation.references) for citation in found)
    return found if linked >= _FEWEST else [citation for citation in found if citation.references]


class _Index:
    """Finds references by year and the beginning of a name; those that fit as well, two at most."""

    def __init__(self, references: Sequence[Reference]) -> None:
        self.names: dict[int, tuple[str, ...]] = {}
        self.by_name: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for index, reference in enumerate(references):
            head = reference.raw[:_LONGEST_HEAD]
            if reference.list != "article" or not _EASTERN.match(head):
                continue
            self.names[index] = tuple(_names(head))[:_MOST_NAMES]
            years = dict.fromkeys(_LISTED_YEAR.findall(reference.raw, 0, 1500))
            for year in dict.fromkeys([*years, *(year[:4] for year in years)]):
                for name in self.names[index]:
                    for length in range(1, len(name) + 1):
                        self.by_name[year, name[:length]].append(index)

    def find(self, cited: Sequence[str], years: Sequence[str]) -> tuple[int, ...]:
        """Return the references whose first author has the first cited name, the rest fitting if possible."""
        fitting = [
            index
            for year in years
            for index in self.by_name.get((year, cited[0]), ())[:_MOST_FITTING]
            if self.names[index][0].startswith(cited[0])
        ]
        whole = [index for index in fitting if self._has_all(index, cited)] or fitting
        return tuple(dict.fromkeys(whole))[: max(2, len(years))]

    def _has_all(self, index: int, cited: Sequence[str]) -> bool:
        return all(any(name.startswith(one) for name in self.names[index]) for one in cited)

    def ending(self, before: str, years: Sequence[str]) -> str:
        """Return the names with which a text ends that an entry of these years has; "" for none."""
        found = ""
        for year in years:
            for length in range(8, 0, -1):
                for index in self.by_name.get((year, before[-length:]), ())[:_MOST_FITTING]:
                    ended = _ends_in(before, self.names[index])
                    found = max(found, ended, key=len)
        return found


def _names(head: str) -> Iterator[str]:
    """Yield the names with which an entry begins: signs parted by commas and the like.

    >>> list(_names("王建国, 李明. 城市雨水管理研究[J]")), list(_names("田中太郎・鈴木花子（2010）「都市」"))
    (['王建国', '李明'], ['田中太郎', '鈴木花子'])
    """
    place = 0
    while found := _NAME.match(head, place):
        yield found.group()
        parted = _BETWEEN.match(head, found.end())
        if parted is None or parted.end() == found.end():
            return
        place = parted.end()


def _narrative(text: str, start: int, group: re.Match[str], index: _Index) -> Iterator[Citation]:
    """Yield the citation of names before a year: 陈思和赵磊（2015）指出."""
    begin = max(start, group.start() - _BEFORE)
    before = _AFTER_NAME.sub("", text[begin : group.start()].rstrip())
    years = _YEARS.findall(group.group(1))
    if named := index.ending(before, years):
        place = begin + before.rfind(named)
        cited, linked = _linked(named, years, index)
        if linked:
            yield _citation(text, (place, group.end()), linked, cited, years, narrative=True)


def _linked(written: str, years: Sequence[str], index: _Index) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the names that are cited, and the references they point to: "和" is "and", or part of a name."""
    for names in (written, _AND.sub("，", written)):
        cited = tuple(_names(names))
        if cited and (linked := index.find(cited, years)):
            return cited, linked
    return cited, ()


def _ends_in(before: str, names: Sequence[str]) -> str:
    """Return the names with which a text ends that are those of an entry, from the first on; "" for none.

    A family name of one sign must stand alone.

    >>> _ends_in("后来陈思和赵磊", ("陈思", "赵磊")), _ends_in("見田中", ("田中太郎",))
    ('陈思和赵磊', '田中')
    >>> _ends_in("国王", ("王伟",)), _ends_in("，王", ("王伟",))
    ('', '王')
    """
    for name in names:
        for length in range(len(name), 0, -1):
            if before.endswith(name[:length]) and (length > 1 or not _EASTERN.match(before[-2:-1])):
                first = before.rfind(names[0][:2])
                return before[first:] if first >= 0 else before[-length:] if name == names[0] else ""
    return ""


def _parenthetical(text: str, group: re.Match[str], index: _Index) -> Iterator[Citation]:
    """Yield the citation of names and years in parentheses: （王建国等，2003；张伟，1998）."""
    for part in _PARTS.finditer(group.group(1)):
        years = _YEARS.findall(part.group())
        cited, linked = _linked(_first_name(part.group()), years, index) if years else ((), ())
        if linked or (cited and _is_name(cited[0])):
            shift = group.start(1) + part.start()
            lead = len(part.group()) - len(part.group().lstrip())
            span = (shift + lead, shift + len(part.group().rstrip()))
            yield _citation(text, span, linked, cited, years, narrative=False)


def _is_name(name: str) -> bool:
    """True for two or three signs that begin as a Chinese name does: a citation, though the list lacks it.

    >>> _is_name("刘洋"), _is_name("北京"), _is_name("国务院")
    (True, False, False)
    """
    return 2 <= len(name) <= 3 and name[0] in _FAMILY_NAMES


def _first_name(part: str) -> str:
    """Return a part of a citation from its first name on, without what says that there are more.

    >>> _first_name(" 见王建国等，2003"), _first_name("参见 田中ら，2010")
    ('王建国，2003', '田中，2010')
    """
    bare = re.sub(r"^\s*(?:参见|参照|参考|详见|见|見|如|例如|cf\.|see)?\s*", "", part)
    return re.sub(rf"([{_SIGNS}]{{1,8}}?)(?:等人?|ら|ほか|他|외|등)(?=\s?[,，\d])", r"\1", bare)


def _citation(
    text: str,
    span: tuple[int, int],
    linked: tuple[int, ...],
    names: tuple[str, ...],
    years: Sequence[str],
    *,
    narrative: bool,
) -> Citation:
    return Citation(
        text[slice(*span)],
        span,
        linked,
        "author-date",
        names=names,
        year=", ".join(years),
        narrative=narrative,
    )
