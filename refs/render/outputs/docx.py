"""Word documents, through python-docx: an entry a paragraph, hanging indents, live links."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from refs.errors import MissingExtra
from refs.render.rich_text import BOLD, ITALIC, SMALL_CAPS, SUB, SUP, Run, runs

_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"

_FACES = {
    ITALIC: ("run", "italic"),
    BOLD: ("run", "bold"),
    SUP: ("font", "superscript"),
    SUB: ("font", "subscript"),
    SMALL_CAPS: ("font", "small_caps"),
}


def write_entries(entries: Sequence[tuple[str, str, str]], *, hanging: bool = True) -> bytes:
    """Return a bibliography as a .docx file.

    Raises:
        MissingExtra: python-docx is not installed.
    """
    try:
        from docx import Document
        from docx.shared import Cm, Pt
    except ImportError as error:
        raise MissingExtra("Writing Word documents", "docx") from error
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(12)
    for _, label, text in entries:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(6)
        if hanging:
            paragraph.paragraph_format.left_indent = Cm(1.27)
            paragraph.paragraph_format.first_line_indent = Cm(-1.27)
        for run in runs(label.rstrip() + "\t" + text if label and hanging else label + text):
            _add_run(paragraph, run)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _add_run(paragraph: Any, run: Run) -> None:
    added = paragraph.add_run(run.text)
    for face, (place, name) in _FACES.items():
        if run.face & face:
            setattr(added if place == "run" else added.font, name, True)
    if run.link:
        _link(paragraph, added, run.link)


def _link(paragraph: Any, added: Any, address: str) -> None:
    """Put a run into a ``w:hyperlink`` element (ECMA-376, 17.16.22); python-docx has no call for it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), paragraph.part.relate_to(address, _LINK, is_external=True))
    added._r.addprevious(element)
    element.append(added._r)
