"""EPUB books and articles: the HTML files of the package, in the order of its spine.

Source: EPUB 3.3 (package document, OCF). Read with zipfile and lxml: the known library for it is AGPL.
"""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import unquote

from refs.errors import DamagedFile
from refs.model import Article, Block
from refs.read.assembly import ArticleBuilder
from refs.read.html import read_html
from refs.read.xml_safety import local_name, parse_xml, plain_text
from refs.read.zip_safety import SafeZip

MAX_CHAPTERS = 5_000
_HTML = ("application/xhtml+xml", "text/html")


def read_epub(data: bytes, *, name: str, path: Path | None) -> Article:
    """Return the article that an EPUB holds; a chapter that cannot be read is left out with a warning.

    Raises:
        DamagedFile: no EPUB, broken, or without text.
        TooLarge, InputError: see ``SafeZip`` and ``parse_xml``.
    """
    archive = SafeZip.open(data, name)
    builder = ArticleBuilder(name, "epub")
    for member in _spine(archive, builder):
        if member not in archive:
            builder.warnings.append(f"{member} is named in the spine and not in the file")
            continue
        try:
            chapter = read_html(archive.read(member), name=f"{name}: {member}", page=member)
        except DamagedFile:
            continue  # a cover or a plate: a page without text
        _append(builder, chapter)
    if not builder.blocks:
        raise DamagedFile(f"{name}: an EPUB without text; export it again")
    return builder.build()


def _spine(archive: SafeZip, builder: ArticleBuilder) -> list[str]:
    """Return the members that hold the text, in reading order; title and language go to the builder."""
    container = parse_xml(archive.read("META-INF/container.xml"), archive.name)
    root_file = next((e.get("full-path", "") for e in container.iter() if local_name(e) == "rootfile"), "")
    package = parse_xml(archive.read(root_file), archive.name)
    folder = posixpath.dirname(root_file)
    manifest: dict[str, str] = {}
    order: list[str] = []
    for element in package.iter():
        tag = local_name(element)
        if tag == "item" and element.get("media-type") in _HTML:
            place = posixpath.join(folder, unquote(element.get("href", "")))
            manifest[element.get("id", "")] = posixpath.normpath(place)
        elif tag == "itemref":
            order.append(element.get("idref", ""))
        elif tag == "title" and not builder.title:
            builder.title = plain_text(element)
        elif tag == "language" and not builder.language:
            builder.language = plain_text(element)
    return [manifest[item] for item in dict.fromkeys(order) if item in manifest][:MAX_CHAPTERS]


def _append(builder: ArticleBuilder, chapter: Article) -> None:
    """Add a chapter's blocks; places in its text become places in the whole."""
    entries = max((block.attributes.get("entry", 0) for block in builder.blocks), default=0)
    for block in chapter.blocks:
        known = dict(block.attributes)
        citations = [(a - block.start, b - block.start, ids) for a, b, ids in known.pop("citations", ())]
        raised = [(a - block.start, b - block.start) for a, b in known.pop("superscripts", ())]
        if code := known.get("code"):
            shift = builder.next_start - block.start
            known["code"] = tuple((a + shift, b + shift) for a, b in code)
        if links := known.get("links"):
            shift = builder.next_start - block.start
            known["links"] = tuple((a + shift, b + shift, to) for a, b, to in links)
        if known.get("entry"):
            known["entry"] += entries
        _add(builder, block, known, citations, raised)


def _add(
    builder: ArticleBuilder,
    block: Block,
    known: dict[str, object],
    citations: list[tuple[int, int, tuple[str, ...]]],
    raised: list[tuple[int, int]],
) -> None:
    builder.add(
        block.kind,
        block.text,
        position=block.position,
        level=block.level,
        label=block.label,
        region=block.region,
        item=block.item,
        attributes=known,
        citations=citations,
        superscripts=raised,
    )
