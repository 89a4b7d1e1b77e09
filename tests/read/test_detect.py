"""The format is found from content first; what refs cannot read is said in a sentence."""

from __future__ import annotations

import io
import zipfile

import pytest

from refs.errors import DamagedFile, InputError, TooLarge, UnknownFormat
from refs.read import READERS, read_article
from refs.read.detect import detect_format


def zipped(*members: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for member in members:
            archive.writestr(member, "<x/>")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "found"),
    [
        (b"%PDF-1.7\n", "paper.txt", "pdf"),
        (b"\n\n%PDF-1.4", "", "pdf"),
        (zipped("word/document.xml"), "paper.zip", "docx"),
        (zipped("content.xml", "mimetype"), "", "odt"),
        (zipped("META-INF/container.xml"), "", "epub"),
        (b"<!DOCTYPE html><html>", "page.txt", "html"),
        (b"\xef\xbb\xbf<html><body>", "", "html"),
        (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", "", "html"),
        (b"<?xml version='1.0'?>\n<!DOCTYPE article><article>", "a.xml", "jats"),
        (b"<article>\n <front><article-meta>", "a.xml", "jats"),
        (b"<article><body><sec><title>A</title>", "a.xml", "jats"),
        (b"<article><h1>A</h1><p>B</p></article>", "a.html", "html"),
        (b"<article><h1>A title</h1><p>Text", "a.html", "html"),
        (b"<TEI xmlns='http://www.tei-c.org/ns/1.0'>", "", "tei"),
        (b"\\documentclass{article}\\begin{document}", "", "latex"),
        (b"# A title\n\nText with [a link](https://example.org).\n", "", "markdown"),
        (b"# A title\n\nText.\n", "post.md", "markdown"),
        (b"@article{neff2003,\n  title = {Self-compassion}\n}\n", "", "bibliography"),
        (b"TY  - JOUR\nAU  - Neff, K.\nER  - \n", "", "bibliography"),
        (b"@article{neff2003,\n  title = {Self-compassion}\n}\n", "list.txt", "bibliography"),
        (b"@neff on kindness: a post\n", "post.txt", "text"),
        (b'[{"id": "neff2003", "type": "boo', "cut.json", "bibliography"),
        (b"A title\n\nSome text.\n", "", "text"),
        (b"A title\n\n" + b"\\begin{align} x \\end{align}\n" * 9, "post.txt", "text"),
        ("Łódź\n".encode("utf-16"), "", "text"),
        ("A text in UTF-16 without a mark".encode("utf-16-le"), "", "text"),
    ],
)
def test_formats(data: bytes, name: str, found: str) -> None:
    assert detect_format(data, name) == found


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "old Word"),
        (b"{\\rtf1 text}", "RTF"),
        (b"<?xml version='1.0'?><article xmlns='http://www.elsevier.com/xml/ja/dtd'>", "Elsevier's own"),
        (b"<?xml version='1.0'?><book xmlns='http://docbook.org/ns/docbook'>", "DocBook"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "an image"),
        (b"\x1f\x8b\x08" + bytes(10), "gzip"),
        (zipped("a.txt"), "a zip archive"),
        (zipped("a.txt")[:40], "damaged zip"),
        (bytes(range(256)) * 8, "binary data"),
        (b"<?xml version='1.0'?><svg/>", "XML of a kind"),
    ],
)
def test_what_is_not_read_is_named(data: bytes, says: str) -> None:
    with pytest.raises(UnknownFormat, match=says) as caught:
        read_article(data, name="thing")
    assert str(caught.value).startswith("thing: ")


def test_sizes_are_limited() -> None:
    large = b"x" * (READERS["text"].max_bytes + 1)
    with pytest.raises(TooLarge, match="larger than the 10 MB"):
        read_article(large, name="large.txt")


def test_files_that_are_not_there(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("empty")
    with pytest.raises(InputError, match="cannot be read"):
        read_article(folder / "none.txt")
    with pytest.raises(InputError, match="without a main document"):
        read_article(folder)
    with pytest.raises(InputError, match=r"not a file name|cannot be read"):
        read_article("a\0b")


def test_a_page_without_text() -> None:
    with pytest.raises(DamagedFile, match="no text"):
        read_article(b"<!DOCTYPE html><html><script>1</script></html>", name="page.html")


def test_a_bibliography_is_a_list_of_references() -> None:
    article = read_article(b"@article{neff2003, title={Self-compassion}, author={Neff, K.}, year={2003}}")
    assert [(block.label, block.kind.value) for block in article.blocks] == [("neff2003", "reference")]
    assert article.blocks[0].item is not None
