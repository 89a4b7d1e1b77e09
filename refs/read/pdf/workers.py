"""The pages of a PDF, read by a process of its own (``pdfium``) that time and memory bound.

PDFium can be led to take minutes and gigabytes over a small file, and can crash. A worker that does is
lost, with one sentence about the file; the next file gets a new one. Where no process can be started, the
same code runs here, without bounds.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO, cast

from refs.errors import MissingExtra, TooLarge
from refs.read.pdf import pdfium
from refs.read.pdf.lines import PdfLine

MAX_SECONDS = 30.0
"""Seconds on a processor that a file may take; a long one gets more (``pdfium.PAGES_A_SECOND``)."""
MAX_MEGABYTES = 400
"""Memory that a file may take, besides twice its own size; usual ones take 30 MB."""
PATIENCE = 300.0
"""Seconds by the clock that a file may take: the machine may be busy, or not bound processes' time."""


class WorkerLost(Exception):
    """A worker ended before its answer did; holds how many pages came before, and why it ended."""

    def __init__(self, pages: int | None, reason: str) -> None:
        super().__init__(reason)
        self.pages = pages
        self.reason = reason


def answers(data: bytes, name: str) -> Iterator[pdfium.Message]:
    """Yield what PDFium says about a PDF, message by message.

    Raises:
        MissingExtra: pypdfium2 is not installed.
        TooLarge: it takes more time or memory than a file may.
    """
    spec = find_spec("pypdfium2")
    if spec is None or spec.origin is None:
        raise MissingExtra("Reading PDF", "pdf")
    worker = _worker(str(Path(spec.origin).parents[1]))
    if worker is None:
        from pypdfium2 import raw

        yield from pdfium.messages(data, raw)
        return
    try:
        yield from worker.ask(data)
    except WorkerLost as lost:
        worker.stop()
        where = "opening it" if lost.pages is None else f"page {lost.pages + 1}"
        raise TooLarge(
            f"{name}: {where} {lost.reason}; print the PDF to a new file, or hand in the pages with the list"
        ) from lost
    except BaseException:  # its answer was not heard to the end
        worker.stop()
        raise
    _idle.append(worker)


def seconds_in_workers() -> float:
    """Return the seconds on a processor that waiting workers have spent: part of what reading costs."""
    return sum(worker.seconds for worker in _idle)


def lines_of(message: bytes, page: int) -> list[PdfLine]:
    """Return the lines of a page (counted from 1) from the worker's message."""
    return [
        PdfLine(text, page, left, bottom, right, top, height, marked, superscripts)
        for text, left, bottom, right, top, height, marked, superscripts in pdfium.unpacked(message)
    ]


class _Worker:
    """A process that reads PDFs, one at a time."""

    def __init__(self, folder: str) -> None:
        self.owner = os.getpid()
        self.seconds = 0.0
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-S", pdfium.__file__, folder, str(MAX_MEGABYTES), str(MAX_SECONDS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self.requests = cast(BinaryIO, self.process.stdin)
        self.replies = cast(BinaryIO, self.process.stdout)

    def is_ready(self) -> bool:
        """Return True once the process has started; False if it ended instead."""
        return self.replies.read(5)[:1] == pdfium.READY

    def ask(self, data: bytes) -> Iterator[pdfium.Message]:
        """Yield the answer about a file.

        Raises:
            WorkerLost: the process ended before its answer.
        """
        clock = threading.Timer(PATIENCE, self.process.kill)
        clock.daemon = True
        clock.start()
        pages: int | None = None
        try:
            self.requests.write(len(data).to_bytes(8, "little"))
            self.requests.write(data)
            self.requests.flush()
            while True:
                kind, message = self._message(pages)
                yield kind, message
                if kind == pdfium.END:
                    self.seconds = float(message)
                if kind in (pdfium.END, pdfium.FAILED):
                    return
                pages = 0 if pages is None else pages + 1
        except OSError as error:  # the process ended while it was handed the file
            raise WorkerLost(None, self._reason()) from error
        finally:
            clock.cancel()

    def _message(self, pages: int | None) -> pdfium.Message:
        head = self.replies.read(5)
        size = int.from_bytes(head[1:], "little")
        message = self.replies.read(size) if len(head) == 5 else b""
        if len(head) < 5 or len(message) < size:
            raise WorkerLost(pages, self._reason())
        return head[:1], message

    def _reason(self) -> str:
        """Return why the process ended, as the end of "page 3 …"."""
        status = self.process.wait()
        import signal

        times = {-getattr(signal, key, 0) for key in ("SIGPROF", "SIGKILL")} - {0}
        if status in times:
            return "takes more time than a page may"
        return f"takes more memory than {MAX_MEGABYTES} MB, or breaks the PDF library"

    def is_usable(self) -> bool:
        """Return True if the process waits, and for this process: after a fork two would talk to it."""
        return self.owner == os.getpid() and self.process.poll() is None

    def stop(self) -> None:
        """End the process, if it is this one's, and let go of it."""
        if self.owner == os.getpid():
            self.process.kill()
            self.process.wait()
        else:
            self.process.returncode = 0  # it is not ours to wait for
        for stream in (self.requests, self.replies):
            try:
                stream.close()
            except OSError:  # what it was not handed any more
                continue


_idle: list[_Worker] = []
"""Workers that wait for a file."""


def _worker(folder: str) -> _Worker | None:
    """Return a worker that waits, or a new one; None where no process can be started."""
    while _idle:
        worker = _idle.pop()
        if worker.is_usable():
            return worker
        worker.stop()
    if getattr(sys, "frozen", False) or not sys.executable:
        return None
    try:
        worker = _Worker(folder)
    except OSError:
        return None
    if worker.is_ready():
        return worker
    worker.stop()
    return None


@atexit.register
def stop_workers() -> None:
    """End the workers that wait."""
    while _idle:
        _idle.pop().stop()
