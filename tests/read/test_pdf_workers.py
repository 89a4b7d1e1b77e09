"""The process that reads PDFs: what it says, what bounds it, and what happens when it is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from refs.cli import cli
from refs.errors import MissingExtra, TooLarge
from refs.read.pdf import pdfium, read_pdf, workers
from tests.read.pdf_writer import flow, nested_forms, write_pdf

pytest.importorskip("pypdfium2")
pytestmark = pytest.mark.skipif(os.name != "posix", reason="time and memory are bound on POSIX only")

PLAIN = write_pdf([flow(["Kindness matters [1].", "References", "[1] K. Neff. Self-compassion. 2003."])])
DRAWN = write_pdf([[]], extra=b"q Q " * 2_000_000)


@pytest.fixture(autouse=True)
def own_workers() -> Iterator[None]:
    """No worker from another test, and none left for one."""
    workers.stop_workers()
    yield
    workers.stop_workers()


def test_a_worker_reads_one_file_after_another() -> None:
    first = read_pdf(PLAIN, name="a.pdf", path=None)
    (worker,) = workers._idle
    assert read_pdf(PLAIN, name="a.pdf", path=None) == first
    assert workers._idle == [worker]
    assert workers.seconds_in_workers() > 0


def test_forms_within_forms_are_refused_and_the_next_file_is_read() -> None:
    with pytest.raises(TooLarge, match=r"^a\.pdf: page 1 takes more memory than 400 MB.*print the PDF"):
        read_pdf(nested_forms(30), name="a.pdf", path=None)
    assert workers._idle == []
    assert "Kindness" in read_pdf(PLAIN, name="b.pdf", path=None).text


def test_time_is_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "MAX_SECONDS", 0.001)
    with pytest.raises(TooLarge, match=r"^a\.pdf: (?:opening it|page 1) takes more time than a page may"):
        read_pdf(DRAWN, name="a.pdf", path=None)


def test_the_clock_ends_a_worker_that_sleeps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "PATIENCE", 0.001)
    with pytest.raises(TooLarge, match="more time"):
        read_pdf(DRAWN, name="a.pdf", path=None)


def test_one_bad_file_stops_no_other(tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(nested_forms(30))
    (tmp_path / "good.pdf").write_bytes(PLAIN)
    result = CliRunner().invoke(cli, ["extract", str(tmp_path / "bad.pdf"), str(tmp_path / "good.pdf")])
    assert result.exit_code == 2
    assert "Self-compassion" in result.stdout
    assert "bad.pdf: page 1 takes more memory" in result.stderr


def test_without_processes_the_file_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    article = read_pdf(PLAIN, name="a.pdf", path=None)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError("no processes here")

    workers.stop_workers()
    monkeypatch.setattr(subprocess, "Popen", refuse)
    assert read_pdf(PLAIN, name="a.pdf", path=None) == article


def test_a_worker_that_cannot_start_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfium, "__file__", "/nowhere.py")
    assert "Kindness" in read_pdf(PLAIN, name="a.pdf", path=None).text


def test_a_worker_of_another_process_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    read_pdf(PLAIN, name="a.pdf", path=None)
    (worker,) = workers._idle
    worker.owner = -1
    read_pdf(PLAIN, name="a.pdf", path=None)
    assert worker not in workers._idle
    os.kill(worker.process.pid, signal.SIGKILL)  # it still ran: otherwise this raises
    os.waitpid(worker.process.pid, 0)


def test_a_worker_that_died_waiting_is_replaced() -> None:
    read_pdf(PLAIN, name="a.pdf", path=None)
    (worker,) = workers._idle
    worker.process.kill()
    worker.process.wait()
    assert "Kindness" in read_pdf(PLAIN, name="a.pdf", path=None).text


def test_without_pypdfium2_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "find_spec", lambda _: None)
    with pytest.raises(MissingExtra, match="refs\\[pdf\\]"):
        read_pdf(PLAIN, name="a.pdf", path=None)


def test_a_bomb_ends_in_a_sentence() -> None:
    packed = zlib.compress(b"BT /F1 9 Tf 70 700 Td " + b"(Kindness) Tj " * 8_000_000 + b"ET")
    filtered = write_pdf([[]]).replace(
        b"/Length 0 >>\nstream\n\nendstream",
        b"/Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
    )
    with pytest.raises(TooLarge, match="takes more memory"):
        read_pdf(filtered, name="a.pdf", path=None)
