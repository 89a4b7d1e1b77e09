"""Titles as Crossref has them, cleaned to the rich text that CSL-JSON allows."""

from __future__ import annotations

import re

from refs.model.patterns import pattern

TAG = re.compile(r"</?[A-Za-z][^<>]{0,80}>")
"""Any tag, as records and strings have them: ``<i>``, ``</jats:italic>``; "R&D <5%" holds none."""
SMALL_CAPS = '<span style="font-variant:small-caps;">'
_FACES = {
    "i": "i",
    "em": "i",
    "italic": "i",
    "b": "b",
    "bold": "b",
    "strong": "b",
    "sub": "sub",
    "inf": "sub",
} | {
    "sup": "sup",
    "scp": "sc",
    "sc": "sc",
    "smallcaps": "sc",
    "small-caps": "sc",
}
_OPENING = {"sc": SMALL_CAPS, "nocase": '<span class="nocase">'}
_CLOSING = {"sc": "</span>", "nocase": "</span>"}
# A tag begins with a letter at once: "R&D <5% of cases" holds none. No "<" inside, so the time is linear.
_TAG = pattern(r"<(/?)(?:[A-Za-z][\w.-]*:)?([A-Za-z][\w-]*)((?:[\s/][^<>]*)?)>")
_COMMENT = pattern(r"<!--[^<>]*-->|<!\[CDATA\[|\]\]>|<\?[^<>]*>")
# <mml:annotation encoding="application/x-tex">…</mml:annotation> repeats the formula as TeX source.
_ANNOTATION = pattern(r"<(?:mml:)?annotation\b[^<>]*>[^<>]*</(?:mml:)?annotation>")
_BREAKING = frozenset(("br", "break", "p", "title", "sec", "list-item"))
_ENTITY = pattern(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_SMALL_CAPS = pattern(r"small-?caps", re.I)
_HOLLOW = pattern(r"<(i|b|sub|sup)>(\s*)</\1>")


def clean_markup(text: str) -> str:
    """Return a title with face markup as CSL-JSON's tags only, entities decoded and blanks folded.

    Kept are ``<i> <b> <sub> <sup>``, small capitals and ``nocase``; JATS, HTML and MathML lose their tags,
    never their text. Takes linear time.

    >>> clean_markup("The <jats:italic>lac</jats:italic> operon &amp;amp; its  role")
    'The <i>lac</i> operon & its role'
    >>> clean_markup("C<mml:math><mml:mi>x</mml:mi></mml:math> in <5% of L&lt;SUB&gt;1&lt;/SUB&gt; splines")
    'Cx in <5% of L<sub>1</sub> splines'
    """
    if "&" in text:
        text = decode_entities(text)
    if "<" in text:
        faces = _Faces()
        text = _TAG.sub(faces.replace, _ANNOTATION.sub("", _COMMENT.sub("", text))) + faces.remainder
        for _ in _FACES:  # each face is open once at most, so this is how deep hollow ones can nest
            hollow = text
            text = _HOLLOW.sub(r"\2", text)
            if text == hollow:
                break
    return " ".join(text.split())


def decode_entities(text: str) -> str:
    """Return text with its entities decoded, those that were escaped twice or thrice too.

    >>> decode_entities("Trends &amp;amp; R&D &#38;lt;scp&gt;")
    'Trends & R&D <scp>'
    """
    import html

    for _ in range(3):
        decoded = _ENTITY.sub(lambda match: html.unescape(match.group()), text)
        if decoded == text:
            break
        text = decoded
    return text


class _Faces:
    """Replaces tags one after the other and remembers which it kept, so that each is closed by its own."""

    def __init__(self) -> None:
        self._kept: list[tuple[str, str]] = []
        self._open: set[str] = set()

    def replace(self, match: re.Match[str]) -> str:
        """Return the tag that stands for a tag: CSL's for a face, a blank for a break, else nothing."""
        closing, name, attributes = match.group(1), match.group(2).lower(), match.group(3)
        if closing:
            return self._close(name)
        if name in _BREAKING:
            return " "
        face = _FACES.get(name, "")
        if name == "span" and _SMALL_CAPS.search(attributes):
            face = "sc"
        elif name == "span" and "nocase" in attributes:
            face = "nocase"
        if attributes.endswith("/"):
            return ""
        if face and face in self._open:  # italics inside italics: Crossref's markup says no more than once
            face = ""
            self._kept.append((name, ""))
        elif face or name == "span":
            self._kept.append((name, face))
            self._open |= {face} if face else set()
        return _OPENING.get(face, f"<{face}>") if face else ""

    @property
    def remainder(self) -> str:
        """The closing tags that the text forgot."""
        return "".join(_CLOSING.get(face, f"</{face}>") for _, face in reversed(self._kept) if face)

    def _close(self, name: str) -> str:
        if not self._kept or self._kept[-1][0] != name:
            return " " if name in _BREAKING else ""
        face = self._kept.pop()[1]
        if face:
            self._open.discard(face)
        return _CLOSING.get(face, f"</{face}>") if face else ""
