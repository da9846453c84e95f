"""The house rules that no linter knows: room for a module, a function, a page; where each library may be named."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "timeline").rglob("*.py"))
PAGES = sorted((ROOT / "pages").glob("*.py"))
BANNED_NAMES = {"utils", "util", "helpers", "manager", "data2", "common", "misc"}


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_fits_in_300_lines(path):
    """A module a person can read in one sitting."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", [*MODULES, *PAGES, ROOT / "app.py"], ids=_name)
def test_a_function_fits_in_50_lines(path):
    """A function does one thing."""
    too_long = [f.name for f in _functions(path) if f.end_lineno - f.lineno + 1 > 50]
    assert too_long == []


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_a_page_only_arranges(path):
    """A page file is at most 60 lines."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 60


def test_no_module_has_a_name_that_says_nothing():
    """A module is named for what it turns into what."""
    assert {path.stem.lstrip("_") for path in MODULES} & BANNED_NAMES == set()


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_pages_import_nothing_but_streamlit_and_the_ui(path):
    """Pages reach the rest of the house only through timeline.ui."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    modules += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    foreign = [m for m in modules if m.split(".")[0] == "timeline" and not m.startswith("timeline.ui")]
    assert foreign == []


def test_every_package_with_public_names_lists_them_sorted():
    """A room's public names stand on one page, sorted the way ruff sorts them."""
    for init in (ROOT / "timeline").glob("*/__init__.py"):
        tree = ast.parse(init.read_text(encoding="utf-8"))
        listed = [n for n in tree.body if isinstance(n, ast.Assign) and n.targets[0].id == "__all__"]
        assert listed, f"{_name(init)} has no __all__"
