"""What LaTeX commands print: tables of accents, symbols, and commands whose arguments are not text."""

from __future__ import annotations

import re
from importlib.resources import files

ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    '"': "\u0308",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "k": "\u0328",
    "d": "\u0323",
    "b": "\u0331",
    "r": "\u030a",
    "t": "\u0361",
}
"""Accent commands and their combining characters (LaTeX2e manual, 23.5)."""

SYMBOLS = {
    name: printed.replace("\\n", "\n")
    for line in files("refs.data").joinpath("read/latex_symbols.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for name, _, printed in [line.partition("\t")]
}
"""Commands without argument, and what they print."""

DROPPED_ARGUMENTS = {
    **dict.fromkeys(
        "label bibliographystyle vspace hspace index glossary includegraphics usepackage documentclass "
        "pagestyle thispagestyle pagenumbering selectlanguage BibitemShut bibitemStop graphicspath "
        "vskip input include graphicx hypersetup citestyle setcitestyle bibpunct color pagecolor "
        "newtheorem theoremstyle captionsetup lstset geometry PassOptionsToPackage RequirePackage "
        "hyphenation phantom hphantom vphantom listfiles printindex addtocontents newcounter "
        "addbibresource ExecuteBibliographyOptions providecommandx definecolor@ keywords@ tikzset "
        "usetikzlibrary DeclareGraphicsExtensions mathversion @noop shownoop urlstyle "
        "bibliographyunit AtBeginDocument AtEndDocument APACinsertmetastar PrintBackRefs "
        "CSLLeftMargin".split(),
        1,
    ),
    **dict.fromkeys(
        "setlength addtolength setcounter addtocounter newcommandx definecolor renewcommandx rule "
        "numberwithin lstinputlisting addcontentsline DeclareMathOperator fontsize "
        "newtoggle resizebox@ sisetup numberline defcitealias".split(),
        2,
    ),
    "addcontentsline": 3,
    "definecolor": 3,
    "DeclareFieldFormat": 2,
    "titleformat": 5,
    "titlespacing": 4,
}
"""Commands that print nothing, and how many arguments they take."""

LAST_ARGUMENT = {
    **dict.fromkeys(
        "textcolor colorbox bibinfo bibfield href Eprint BIBforeignlanguage foreignlanguage".split(), 2
    ),
    **dict.fromkeys("parbox raisebox scalebox resizebox@ rotatebox hypertarget hyperref@ MRhref".split(), 2),
    **dict.fromkeys(
        "translation@ eprint@ texorpdfstring@ "
        "APACrefatitle APACrefbtitle APACrefaetitle APACrefbetitle".split(),
        2,
    ),
    "resizebox": 3,
    "multicolumn": 3,
    "multirow": 3,
    "fcolorbox": 3,
    "bibliographyitem@": 3,
}
"""Commands that print their last argument only, and how many they take."""

QUOTED = {
    "enquote": ("“", "”"),
    "mkbibquote": ("“", "”"),
    "mkbibparens": ("(", ")"),
    "mkbibbrackets": ("[", "]"),
}
"""Commands that put these around their argument."""

VERBATIM = frozenset("url path nolinkurl doi burl".split())
"""Commands whose argument is printed as it stands, "%" and "_" included."""

HEADINGS = {
    "part": 1,
    "chapter": 1,
    "section": 1,
    "subsection": 2,
    "subsubsection": 3,
    "paragraph": 4,
    "subparagraph": 5,
}

NO_TEXT = frozenset("tikzpicture pgfpicture picture filecontents filecontents* CCSXML".split())
"""Environments that hold drawings or files, not text."""
CODE = frozenset("verbatim verbatim* lstlisting minted Verbatim alltt".split())
ENVIRONMENT_ARGUMENTS = {
    "tabular": 1,
    "tabular*": 2,
    "tabularx": 2,
    "longtable": 1,
    "minipage": 1,
    "array": 1,
}
ENVIRONMENT_ARGUMENTS |= {"multicols": 1, "wrapfigure": 2, "thebibliography": 1, "adjustbox": 1, "array*": 1}
"""How many arguments, none of them text, these environments take."""

NO_CITATION = frozenset(
    "nocite citestyle setcitestyle citename citeauthoryear citenamefont citation citereset defcitealias "
    "bibcite citelist citeindextrue citeindexfalse citedash citepunct citeform citeleft citeright "
    "citemid".split()
)
"""Commands with "cite" in their name that point to nothing."""
CITATION = re.compile(r"(?:[A-Za-z]{0,12}[Cc]ite[A-Za-z]{0,12}|cites?|bibentry|fullcite)\*?")
"""Names of natbib, biblatex, apacite, revtex: ``\\citep``, ``\\Textcite*``, ``\\shortciteA``."""
