"""What the README promises exists, and what exists is in the README."""

import re

import pytest
import typer

from timeline.cli import app
from timeline.downloads import FORMATS
from timeline.settings import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
PROSE = [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "docs/merging.md",
    "docs/accuracy.md",
    "docs/performance.md",
    "docs/review.md",
]


@pytest.mark.parametrize("command", sorted(typer.main.get_command(app).commands))
def test_every_command_is_in_the_readme(command):
    """A command nobody can find does not exist."""
    assert f"python -m timeline {command}" in README


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_every_export_format_is_in_the_readme(format):
    """Each format `export` takes is named."""
    assert format in README


@pytest.mark.parametrize("page", sorted((ROOT / "pages").glob("*.py")), ids=lambda path: path.stem)
def test_every_page_is_in_the_readme(page):
    """Each screen is named with the question it answers."""
    assert f"| {page.stem.capitalize()} |" in README


@pytest.mark.parametrize("name", PROSE)
def test_links_between_documents_lead_somewhere(name):
    """No dead link, no missing picture."""
    path = ROOT / name
    targets = re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_every_weight_of_merging_is_explained():
    """Each number that decides whether reports are one event stands in the list of features or beside it."""
    told = (ROOT / "docs" / "merging.md").read_text(encoding="utf-8")
    rows = (ROOT / "data" / "lexicon" / "merge_weights.csv").read_text(encoding="utf-8").splitlines()
    names = [row.partition(",")[0] for row in rows if not row.startswith("#")][1:]
    assert [name for name in names if name not in told] == []


def test_every_room_is_in_the_architecture():
    """The map shows every room of the house."""
    plan = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = {path.parent.name for path in (ROOT / "timeline").glob("*/__init__.py")}
    assert {room for room in rooms if f"timeline/{room}" not in plan} == set()
