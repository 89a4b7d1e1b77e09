"""Imports run one way: model ← the stages ← pipeline ← cli, serve."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "refs"
BASE = {"model", "errors", "data", "places", "steps"}
ALLOWED: dict[str, set[str]] = {
    "model": {"model"},
    "errors": set(),
    "data": set(),
    "places": set(),
    "steps": set(),
    "settings": {"errors", "places"},
    "read": BASE | {"formats"},
    "extract": BASE,
    "parse": BASE,
    "resolve": BASE | {"index", "settings"},
    "index": BASE,
    "check": BASE,
    "render": BASE,
    "report": BASE,
    "formats": BASE | {"render"},
    "library": BASE | {"formats"},
}
"""What each package may import from refs; a package always may import itself."""
DOORS = {
    "habanero": {"resolve/sources"},
    "bibtexparser": {"formats"},
    "jinja2": {"render", "report"},
    "tantivy": {"index"},
    "click": {"cli"},
    "pycrfsuite": {"parse"},
    "pypdfium2": {"read"},
    "docx": {"read", "render"},
    "rich": {"cli", "report"},
}
"""Each outside library has one door."""

MODULES = sorted(ROOT.rglob("*.py"))


def imported_names(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {node.module} | {f"{node.module}.{a.name}" for a in node.names if node.module == "refs"}
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_run_one_way(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0].removesuffix(".py")
    if package not in ALLOWED:
        return
    used = {name.split(".")[1] for name in imported_names(path) if name.startswith("refs.")}
    assert used <= ALLOWED[package] | {package}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_each_library_has_one_door(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    for name in {name.split(".")[0] for name in imported_names(path)} & DOORS.keys():
        assert any(place.startswith(f"{door}/") for door in DOORS[name]), f"{place} imports {name}"


def module_name(path: Path) -> str:
    return ".".join(("refs", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")


def imported_modules(path: Path) -> set[str]:
    """Return the modules of refs that a module imports, where it does so in a function too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names} & NAMES
        elif isinstance(node, ast.ImportFrom) and node.module in NAMES:
            inner = (f"{node.module}.{alias.name}" for alias in node.names)
            names |= {name if name in NAMES else node.module for name in inner}
    return names


NAMES = {module_name(path) for path in MODULES}


def test_no_modules_import_each_other_in_a_circle() -> None:
    imports = {module_name(path): imported_modules(path) for path in MODULES}
    while leaves := {name for name, used in imports.items() if not used & imports.keys()}:
        imports = {name: used for name, used in imports.items() if name not in leaves}
    assert imports == {}, "what is left stands in a circle or leans on one"


def test_every_package_is_known() -> None:
    packages = {p.name for p in ROOT.iterdir() if p.is_dir() and (p / "__init__.py").exists()}
    assert packages <= ALLOWED.keys() | {"cli", "serve"}
