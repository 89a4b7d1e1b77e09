"""Made articles written in eight formats, as authors, publishers and converters write them."""

from __future__ import annotations

import html
import random
import re
import subprocess
import textwrap
from collections.abc import Callable, Iterator, Sequence
from xml.sax.saxutils import escape

from articles.making import Cite, Inline, Made, Part


def _plain(inlines: Sequence[Inline], cite: Callable[[Cite], str], text: Callable[[str], str] = str) -> str:
    return "".join(text(x) if isinstance(x, str) else cite(x) for x in inlines).strip()


def _with_list(made: Made) -> list[Part | None]:
    """Return the parts of an article in order, None where its list stands."""
    return [*made.parts, None, *made.after]


def as_markdown(made: Made, *, for_pandoc: bool = False) -> str:
    """Return an article in Markdown; where pandoc reads it, in its own marks alone."""
    notes: list[str] = []
    own_marks = made.rng.random() < 0.5

    def cite(c: Cite) -> str:
        if made.style == "superscript":
            return f"^{c.text}^" if own_marks or for_pandoc else f"<sup>{c.text}</sup>"
        if made.style == "notes":
            notes.append(c.text)
            return f"[^{len(notes)}]"
        return (
            c.text.replace("[", "\\[").replace("]", "\\]")
            if made.style == "numeric" and made.rng.random() < 0.1
            else c.text
        )

    lines = ["# On a question", ""]
    for part in _with_list(made):
        if part is None:
            lines += ["## References", ""]
            for label, entry in zip(made.labels, made.entries, strict=True):
                lines += [f"{label}. {entry}" if label else entry, ""]
            continue
        body = _plain(part.inlines, cite)
        if part.note:
            notes.append(_plain(part.note, cite))
            body += f"[^{len(notes)}]"
        if part.kind == "heading":
            lines += [f"## {body}", ""]
        elif part.kind == "table":
            rows = [" | ".join(_plain(cell, cite) for cell in row) for row in part.rows]
            lines += [
                f"| {rows[0]} |",
                "|---|---|---|",
                *(f"| {row} |" for row in rows[1:]),
                "",
                f"Table: {body}",
                "",
            ]
        elif part.kind == "figure":
            lines += [f"![{body}](means.png)", ""]
        elif part.kind in ("box", "quote"):
            lines += [f"> {body}", ""]
        elif part.kind == "list":
            lines += [f"- {body}", "- Nothing more.", ""]
        else:
            lines += [body, ""]
    lines += [f"[^{n}]: {note}\n" for n, note in enumerate(notes, 1)]
    return "\n".join(lines) + "\n"


def as_html(made: Made) -> str:
    """Return an article as a web page."""
    notes: list[str] = []
    linked = made.rng.random() < 0.4

    def cite(c: Cite) -> str:
        said = html.escape(c.text, quote=False)
        if made.style == "notes":
            notes.append(said)
            return f'<sup><a href="#fn{len(notes)}">{len(notes)}</a></sup>'
        if linked and c.works and c.works[0] >= 0 and len(c.works) == 1 and c.works[0] < len(made.entries):
            said = (
                re.sub(r"\d+", lambda m: f'<a href="#ref{c.works[0] + 1}">{m.group()}</a>', said, count=1)
                if made.labels[0]
                else said
            )
        return f"<sup>{said}</sup>" if made.style == "superscript" else said

    out = ["<html><head><title>On a question</title></head><body><article><h1>On a question</h1>"]
    for part in _with_list(made):
        if part is None:
            if notes and made.style == "notes":
                foot = "".join(f'<li id="fn{n}">{note}</li>' for n, note in enumerate(notes, 1))
                out.append(f"<h2>Notes</h2><ol>{foot}</ol>")
            tag = "ol" if made.labels[0] else "ul"
            listed = "".join(
                f'<li id="ref{n}">{html.escape(entry, quote=False)}</li>'
                for n, entry in enumerate(made.entries, 1)
            )
            out.append(f"<h2>References</h2><{tag}>{listed}</{tag}>")
            continue
        body = _plain(part.inlines, cite, lambda s: html.escape(s, quote=False))
        if part.note:
            notes.append(_plain(part.note, cite, html.escape))
            body += f' <a href="#fn{len(notes)}">*</a>'
        if part.kind == "heading":
            out.append(f"<h2>{body}</h2>")
        elif part.kind == "table":
            rows = "".join(
                "<tr>" + "".join(f"<td>{_plain(cell, cite, html.escape)}</td>" for cell in row) + "</tr>"
                for row in part.rows
            )
            out.append(f"<table><caption>{body}</caption>{rows}</table>")
        elif part.kind == "figure":
            out.append(f'<figure><img src="a.png" alt=""><figcaption>{body}</figcaption></figure>')
        elif part.kind == "box":
            out.append(f"<aside><h3>Box 1</h3><p>{body}</p></aside>")
        elif part.kind == "quote":
            out.append(f"<blockquote>{body}</blockquote>")
        elif part.kind == "list":
            out.append(f"<ul><li>{body}</li><li>Nothing more.</li></ul>")
        else:
            out.append(f"<p>{body}</p>")
    if notes and made.style != "notes":
        foot = "".join(f'<li id="fn{n}">{note}</li>' for n, note in enumerate(notes, 1))
        out.append(f'<section class="footnotes"><ol>{foot}</ol></section>')
    comments = ""
    if made.hard:
        comments = (
            '<section id="comments"><h2>2 comments</h2><div class="comment"><p>Ann says: this is not what '
            "(Vandenberghe, 2007) found.</p></div></section>"
        )
    return "\n".join([*out, f"</article>{comments}</body></html>"])


def as_text(made: Made) -> str:
    """Return an article as plain text: lines of 78 letters, tables in columns, raised numbers glued on."""
    notes: list[str] = []

    def cite(c: Cite) -> str:
        if made.style == "notes":
            notes.append(c.text)
            return str(len(notes))
        return c.text

    def filled(body: str, indent: str = "") -> str:
        lines = textwrap.wrap(
            body, 78, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
        )
        if made.hard:
            lines = [*_parted(lines, made.rng)]
        return "\n".join(lines)

    out = ["On a question", ""]
    for part in _with_list(made):
        if part is None:
            if notes:
                out += ["Notes", ""] + [filled(f"{n}. {note}") for n, note in enumerate(notes, 1)] + [""]
            out += ["References" if made.style != "notes" else "Bibliography", ""]
            for label, entry in zip(made.labels, made.entries, strict=True):
                out += [filled(f"{label}. {entry}" if label else entry), ""]
            continue
        if made.hard and made.rng.random() < 0.2:
            out += ["", "14", "\fAnn Tillingford: On a question", ""]
        body = _plain(part.inlines, cite)
        if part.kind == "heading":
            out += ["", body, ""]
        elif part.kind == "table":
            cells = [[_plain(cell, cite) for cell in row] for row in part.rows]
            number = sum(line.startswith("Table ") and ". Studies" in line for line in out) + 1
            out += [f"Table {number}. {body}", ""]
            out += [f"{row[0]:<52}{row[1]:<10}{row[2]}" for row in cells] + [""]
        elif part.kind == "figure":
            out += [filled(f"Figure 1. {body}"), ""]
        elif part.kind in ("box", "quote"):
            out += [filled(body, "    "), ""]
        else:
            out += [filled(body), ""]
        if part.note:
            out += [filled(f"* {_plain(part.note, cite)}"), ""]
    return "\n".join(out)


def _parted(lines: list[str], rng: random.Random) -> Iterator[str]:
    """Yield lines of which some end within the first word of the next, as a page sets them."""
    for k, line in enumerate(lines):
        word = lines[k + 1].split()[0] if k + 1 < len(lines) else ""
        letters = re.match(r"\(?[^\W\d_]+", word)
        if letters is not None and len(letters.group()) > 6 and rng.random() < 0.4:
            cut = rng.randint(3, len(letters.group()) - 3)
            lines[k + 1] = lines[k + 1].replace(word, word[cut:], 1)
            yield f"{line} {word[:cut]}-"
        else:
            yield line


_TEX = str.maketrans({"&": r"\&", "%": r"\%", "_": r"\_", "#": r"\#", "$": r"\$", "{": r"\{", "}": r"\}"})


def as_latex(made: Made) -> str:
    """Return an article in LaTeX, its citations as commands where they can be, its list by hand."""
    commands = made.style == "numeric" and not any(c for c, _ in made.planted if c in ("T406", "T407"))

    def cite(c: Cite) -> str:
        if made.style == "notes":
            return rf"\footnote{{{c.text.translate(_TEX)}}}"
        if made.style == "superscript":
            return rf"\textsuperscript{{{c.text}}}"
        if commands:
            return r"\cite{" + ",".join(f"w{i}" for i in c.works) + "}"
        return c.text.translate(_TEX)

    def tex(text: str) -> str:
        return text.translate(_TEX)

    out = [r"\documentclass{article}", r"\begin{document}", r"\title{On a question}", r"\maketitle"]
    for part in _with_list(made):
        if part is None:
            out += _latex_list(made, commands)
            continue
        body = _plain(part.inlines, cite, tex)
        if part.note:
            body += rf"\footnote{{{_plain(part.note, cite, tex)}}}"
        if part.kind == "heading":
            out.append(rf"\section{{{body}}}")
        elif part.kind == "table":
            rows = " \\\\\n".join(" & ".join(_plain(cell, cite, tex) for cell in row) for row in part.rows)
            out += [
                r"\begin{table}",
                rf"\caption{{{body}}}",
                r"\begin{tabular}{lrr}",
                r"\hline",
                rows + r" \\",
                r"\end{tabular}",
                r"\end{table}",
            ]
        elif part.kind == "figure":
            out += [r"\begin{figure}", r"\includegraphics{a.png}", rf"\caption{{{body}}}", r"\end{figure}"]
        elif part.kind in ("box", "quote"):
            out += [r"\begin{quote}", body, r"\end{quote}"]
        elif part.kind == "list":
            out += [r"\begin{itemize}", rf"\item {body}", r"\item Nothing more.", r"\end{itemize}"]
        else:
            out += [body, ""]
    return "\n".join([*out, r"\end{document}"]) + "\n"


def _latex_list(made: Made, commands: bool) -> list[str]:
    if commands:
        items = [rf"\bibitem{{w{i}}} {entry.translate(_TEX)}" + "\n" for i, entry in enumerate(made.entries)]
        return [r"\begin{thebibliography}{99}", *items, r"\end{thebibliography}"]
    listed = zip(made.labels, made.entries, strict=True)
    return [
        r"\section*{References}",
        *((f"{label}. " if label else "") + entry.translate(_TEX) + "\n" for label, entry in listed),
    ]


def as_jats(made: Made) -> str:
    """Return an article in JATS: most citations linked, tables and boxes as journals give them."""
    notes: list[str] = []

    def cite(c: Cite) -> str:
        said = escape(c.text)
        if made.style == "notes":
            notes.append(said)
            return f'<xref ref-type="fn" rid="fn{len(notes)}"><sup>{len(notes)}</sup></xref>'
        if len(c.works) == 1 and 0 <= c.works[0] < len(made.entries) and made.rng.random() < 0.8:
            link = f'<xref ref-type="bibr" rid="r{c.works[0] + 1}">'
            if made.labels[0]:
                said = re.sub(r"\d+", lambda m: f"{link}{m.group()}</xref>", said, count=1)
            elif not c.narrative and said[0] == "(":
                said = f"({link}{said[1:-1]}</xref>)"
            else:
                said = f"{link}{said}</xref>"
        return f"<sup>{said}</sup>" if made.style == "superscript" else said

    def body_of(inlines: Sequence[Inline]) -> str:
        return _plain(inlines, cite, escape)

    out = []
    for n, part in enumerate([*made.parts, *made.after]):
        body = body_of(part.inlines)
        if part.note:
            body += f'<fn id="n{n}"><p>{body_of(part.note)}</p></fn>'
        if part.kind == "heading":
            out.append(f"</sec><sec><title>{body}</title>" if out else f"<sec><title>{body}</title>")
        elif part.kind == "table":
            rows = "".join(
                "<tr>" + "".join(f"<td>{body_of(cell)}</td>" for cell in row) + "</tr>" for row in part.rows
            )
            out.append(
                f"<table-wrap><label>Table 1</label><caption><p>{body}</p></caption>"
                f"<table><tbody>{rows}</tbody></table></table-wrap>"
            )
        elif part.kind == "figure":
            out.append(f"<fig><label>Figure 1</label><caption><p>{body}</p></caption></fig>")
        elif part.kind == "box":
            out.append(f"<boxed-text><sec><title>Box 1</title><p>{body}</p></sec></boxed-text>")
        elif part.kind == "quote":
            out.append(f"<disp-quote><p>{body}</p></disp-quote>")
        elif part.kind == "list":
            out.append(f"<list><list-item><p>{body}</p></list-item></list>")
        else:
            out.append(f"<p>{body}</p>")
    refs = "".join(
        f'<ref id="r{n}">'
        + (f"<label>{label}</label>" if label else "")
        + f"<mixed-citation>{escape(entry)}</mixed-citation></ref>"
        for n, (label, entry) in enumerate(zip(made.labels, made.entries, strict=True), 1)
    )
    foot = "".join(f'<fn id="fn{n}"><label>{n}</label><p>{note}</p></fn>' for n, note in enumerate(notes, 1))
    foot = f"<fn-group>{foot}</fn-group>" if foot else ""
    return (
        '<?xml version="1.0"?><article><front><article-meta><title-group><article-title>On a question'
        f"</article-title></title-group></article-meta></front><body>{''.join(out)}</sec></body>"
        f"<back>{foot}<ref-list><title>References</title>{refs}</ref-list></back></article>"
    )


WRITERS: dict[str, tuple[Callable[[Made], str], str]] = {
    "md": (as_markdown, ""),
    "html": (as_html, ""),
    "txt": (as_text, ""),
    "tex": (as_latex, ""),
    "xml": (as_jats, ""),
    "docx": (as_markdown, "docx"),
    "odt": (as_markdown, "odt"),
    "epub": (as_html, "epub"),
}
"""What writes each format, and pandoc's name for what it makes of that."""


def file_of(made: Made, suffix: str, pandoc: str) -> bytes:
    """Return an article as the bytes of a file."""
    writer, to = WRITERS[suffix]
    if not to:
        return writer(made).encode()
    source = as_markdown(made, for_pandoc=True) if writer is as_markdown else writer(made)
    read = "markdown+raw_html" if writer is as_markdown else "html"
    done = subprocess.run(
        [pandoc, "-f", read, "-t", to, "-o", "-"], input=source.encode(), capture_output=True, check=True
    )
    return done.stdout
