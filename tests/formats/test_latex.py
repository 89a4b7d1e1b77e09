"""LaTeX text to Unicode and back, case by case."""

from __future__ import annotations

import unicodedata
from importlib.resources import files

import pytest

from refs.formats.bibtex.titles import encode_rich
from refs.formats.latex import decode
from refs.formats.latex_writing import declarations, encode

DECODED = {
    r"G{\"o}del, K{\'u}rt \& \'{\i}le": "Gödel, Kúrt & íle",
    r"\c{C}a\u gr\i{} \v{S}\'ed{\'y}": "Çağrı Šédý",
    r"\r{A}ngstr{\"o}m {\aa} \o \AE sop": "Ångström å øÆsop",
    r"\textit{Escherichia coli} and {\em Homo sapiens}": "<i>Escherichia coli</i> and <i>Homo sapiens</i>",
    r"H\textsubscript{2}O, $10^{-5}$, $^{13}$C, CO$_2$": (
        "H<sub>2</sub>O, 10<sup>−5</sup>, <sup>13</sup>C, CO<sub>2</sub>"
    ),
    r"$\alpha$-helix, $\mathrm{TGF}$-$\beta$, \ensuremath{\gamma}": "α-helix, TGF-β, γ",
    r"$\frac{1}{2}$ and $x": r"$\frac{1}{2}$ and $x",
    "``Quoted'' -- pages 1--9 --- dash": "“Quoted” – pages 1–9 — dash",
    r"Page~1 of \textasciitilde{}me 50\,\%": "Page\xa01 of ~me 50\u2009%",
    r"\url{https://example.org} \href{u}{t}": r"https://example.org \href{u}t",
    r"{\noopsort{1973b}}1973 \-soft\-hyphen": "1973 softhyphen",
    r"un}balanced {brace": "un}balanced brace",
    "two\n  lines\t": "two lines",
    r"end\\of line \\": "end of line",
    "ends in \\": "ends in \\",
    r"\'{e}\'e{\'e}\' e": "éééé",
    r"\'{\^e} \d{\=u}": "ế ụ̄",
    r"{\bf Bold {\it both}} plain": "<b>Bold <i>both</i></b> plain",
    r"\textsc{Small}": '<span style="font-variant:small-caps;">Small</span>',
    r"A\textquoteright s \textendash{} \ldots": "A’s – …",
    r"\LaTeX\ and \TeX": "LaTeX and TeX",
}


@pytest.mark.parametrize(("latex", "text"), DECODED.items(), ids=DECODED)
def test_latex_reads_as(latex: str, text: str) -> None:
    assert unicodedata.normalize("NFC", decode(latex)) == unicodedata.normalize("NFC", text)


ENCODED = {
    "Gödel": ('G{\\"o}del', "Gödel"),
    "50 % & #1 _x_ $5": (r"50 \% \& \#1 \_x\_ \$5", r"50 \% \& \#1 \_x\_ \$5"),
    "a ~ b ^ c \\ d": (r"a \textasciitilde{} b \textasciicircum{} c \textbackslash{} d",) * 2,
    "x–y — z": ("x--y --- z", "x–y — z"),
    "α → 中": ("α → 中", "α → 中"),
    "{a} }": (r"\{a\} \textbraceright{}",) * 2,
    "--": ("-{}-", "-{}-"),
    "ế": (r"{\'{\^e}}", "ế"),
    "ß’": (r"{\ss}{\textquoteright}", "ß’"),
}


@pytest.mark.parametrize(("text", "forms"), ENCODED.items(), ids=ENCODED)
def test_text_is_written_as(text: str, forms: tuple[str, str]) -> None:
    assert (encode(text, ascii_only=True), encode(text, ascii_only=False)) == forms
    assert decode(forms[0]) == decode(forms[1]) == text


PROTECTED = {
    "A study of DNA": "A study of {DNA}",
    "HIV in Bonn": "{HIV} in {Bonn}",
    "Hope: a study. and more": "Hope: {a} study. {and} more",
    "iPhone use": "{iPhone} use",
    "The ‘Alpha’ (Beta)": "The ‘{Alpha}’ ({Beta})",
    "<i>E. coli</i> in <i>vivo</i>": r"{{\textit{E. coli}}} in \textit{vivo}",
    "p < .05 & <i>open": r"{p} < .05 \& <i>open",
    "What is Art?": "What is {Art}?",
    "H<sub>2</sub>O": r"H\textsubscript{2}{O}",
    "Über uns": "{Über} uns",
}


@pytest.mark.parametrize(("title", "written"), PROTECTED.items(), ids=PROTECTED)
def test_titles_keep_their_letters(title: str, written: str) -> None:
    assert encode_rich(title, ascii_only=False, protect=True) == written
    assert decode(written) == title


def test_control_characters_are_blanks() -> None:
    assert encode("a\x07b\x00{c", ascii_only=True) == r"a b \textbraceleft{}c"
    assert encode("a\x7fb", ascii_only=False) == "a b"


def test_letters_that_pdflatex_lacks_are_declared() -> None:
    assert declarations("é – ’ €") == []
    assert declarations("ħ\x85") == ["\\refsletter{\x85}{}", "\\refsletter{ħ}{[U+0127]}"]
    assert declarations("β 中") == [r"\refsletter{β}{\ensuremath{\beta}}", r"\refsletter{中}{[U+4E2D]}"]


def test_the_table_of_symbols_has_its_form() -> None:
    table = (files("refs.data.formats") / "latex_symbols.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("# ")]
    assert all(len(row) == 3 and row[1][0] == "\\" and row[2] in ("write", "math", "read") for row in rows)
    commands = [row[1] for row in rows]
    assert len(commands) == len(set(commands))
    written = [row[0] for row in rows if row[2] == "write"]
    assert len(written) == len(set(written))


HOSTILE = [
    "{",
    "}",
    "\\",
    "$",
    "{\\it ",
    "\\'",
    "{a",
    "$_{",
    "\\foo{",
    "<i>",
    "A: ",
    "''-",
    "$\\$",
    "\\textit{{",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_read_in_time_that_grows_with_it(piece: str) -> None:
    long = piece * (60_000 // len(piece))
    assert len(decode(long)) <= 2 * len(long)
    assert len(encode_rich(long, ascii_only=True, protect=True)) <= 20 * len(long)
