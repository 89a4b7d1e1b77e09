"""A PDF writer for tests: lines of Helvetica where they are wanted, nothing else."""

from __future__ import annotations

from collections.abc import Sequence

Line = tuple[float, float, str]
"""Left edge and baseline in points from the lower left corner, and the text."""


def write_pdf(pages: Sequence[Sequence[Line]], *, size: float = 10, extra: bytes = b"") -> bytes:
    """Return a PDF whose pages print these lines in this order; ``extra`` goes into each page's content."""
    bodies = [_content(lines, size) + extra for lines in pages]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, body in enumerate(bodies):
        page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
        objects.append(f"{page}/Contents {5 + 2 * number} 0 R >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(body), body))
    return _assemble(objects)


def _content(lines: Sequence[Line], size: float) -> bytes:
    shown = []
    for left, bottom, text in lines:
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        shown.append(f"BT /F1 {size} Tf {left} {bottom} Td ({escaped}) Tj ET\n".encode("cp1252"))
    return b"".join(shown)


def _assemble(objects: Sequence[bytes]) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(data))
    return data + head + table + tail


def flow(texts: Sequence[str], *, left: float = 70, top: float = 780, step: float = 12) -> list[Line]:
    """Return lines below each other; a text that begins with blanks is indented by 4 points each."""
    return [
        (left + 4 * (len(text) - len(text.lstrip())), top - step * place, text.strip())
        for place, text in enumerate(texts)
        if text.strip()
    ]


def nested_forms(depth: int) -> bytes:
    """Return a small PDF whose page draws a form three times, which draws a form three times, and so on."""
    kinds = b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >> "
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /XObject << /X 5 0 R >> >> >>",
        b"<< /Length 5 >>\nstream\n/X Do\nendstream",
    ]
    for place in range(depth):
        content = b"/X Do /X Do /X Do" if place < depth - 1 else b"0 0 9 9 re f"
        head = kinds.replace(b"6 0 R", b"%d 0 R" % (6 + place))
        objects.append(b"%s/Length %d >>\nstream\n%s\nendstream" % (head, len(content), content))
    return _assemble(objects)
