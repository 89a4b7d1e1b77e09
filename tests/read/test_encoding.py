"""Bytes become the text they were, and a guess is said."""

from __future__ import annotations

import pytest

from refs.read.encoding import declared_encoding, decode_text

GERMAN = "Müller, J. (1999). Über die Größe der Häuser. München: Verlag für Bücher. " * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_comes_back(encoding: str) -> None:
    assert decode_text(GERMAN.encode(encoding)) == (GERMAN, "")


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_western_bytes_are_guessed_and_said(encoding: str) -> None:
    text, warning = decode_text(GERMAN.encode(encoding))
    assert text == GERMAN
    assert "cp1252" in warning


def test_a_declared_encoding_is_believed_where_the_bytes_allow() -> None:
    polish = "Żółć (1999)".encode("iso8859-2")
    assert decode_text(polish, "iso-8859-2")[0] == "Żółć (1999)"
    assert decode_text("Żółć".encode(), "iso-8859-2")[0] == "Żółć"


def test_a_few_broken_bytes_do_not_change_the_encoding() -> None:
    text, warning = decode_text("Müller — Größe — Łódź — ".encode() * 5 + b"\xff end")
    assert text.startswith("Müller — Größe")
    assert "not utf-8" in warning


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b"<META http-equiv=Content-Type content='text/html; charset=windows-1252'>", "windows-1252"),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?>', "ISO-8859-1"),
        (b"<p>no word of it</p>", ""),
    ],
)
def test_declarations(head: bytes, found: str) -> None:
    assert declared_encoding(head) == found


RUSSIAN = "Литература. Иванов И. И. Исследование доброты. Вопросы психологии. 2003. С. 85-101."
GREEK = "Βιβλιογραφία. Παπαδόπουλος Γ. Η μελέτη της καλοσύνης. Αθήνα: Εκδόσεις Καστανιώτη, 2003."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "iso8859-5"),
        (GREEK, "cp1253"),
        (GREEK, "iso8859-7"),
    ],
)
def test_other_alphabets_are_not_read_as_latin(text: str, encoding: str) -> None:
    assert decode_text(text.encode(encoding))[0] == text
