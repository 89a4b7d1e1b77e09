"""The public names are there, and importing refs loads nothing heavy."""

from __future__ import annotations

import subprocess
import sys

import pytest

import refs

HEAVY = ("tantivy", "lxml", "jinja2", "habanero", "httpx2", "pycrfsuite", "rich", "bibtexparser", "click")


@pytest.mark.parametrize("name", refs.__all__)
def test_public_name_resolves(name: str) -> None:
    assert getattr(refs, name).__doc__


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = refs.nonsense


def test_import_is_light() -> None:
    code = "import sys, refs, refs.model; print(' '.join(m for m in sys.argv[1:] if m in sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code, *HEAVY], capture_output=True, text=True, check=True)
    assert loaded.stdout.split() == []


def test_help_loads_no_stage() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from refs.cli import cli;"
        "r = CliRunner().invoke(cli, ['--help']); assert r.exit_code == 0, r.output;"
        "print(' '.join(m for m in sys.modules if m.startswith('refs.')))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(loaded.stdout.split()) == {"refs.cli", "refs.cli.commands", "refs.errors"}
