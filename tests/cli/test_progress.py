"""Progress is shown on a terminal and nowhere else."""

from __future__ import annotations

import io
import sys

import pytest

from refs.cli.progress import progress_on_stderr


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_nothing_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with progress_on_stderr("asking Crossref") as progress:
        assert progress is None


def test_a_terminal_sees_it(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with progress_on_stderr("asking Crossref") as progress:
        assert progress is not None
        progress(3, 10)
    assert "asking Crossref" in terminal.getvalue()
    assert "3/10" in terminal.getvalue()
