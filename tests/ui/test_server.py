"""The server is ready before its first visitor."""

import subprocess
import sys

import pytest
from starlette.requests import Request

from timeline.settings import ROOT
from timeline.ui import ROUTES

_STARTED = """
import app, asyncio, sys
from timeline.ui import load_screens

async def start():
    async with load_screens(app.app):
        print(*sorted(sys.modules))

asyncio.run(start())
"""


def test_screens_are_loaded_before_the_first_visit():
    """No visit has to import a module of the screens: two at once would trip over each other."""
    loaded = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _STARTED],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    modules = {f"timeline.ui.{path.stem}" for path in (ROOT / "timeline" / "ui").glob("[a-z]*.py")}
    assert modules - set(loaded) == {"timeline.ui.shell"}


def test_the_app_loads_them():
    """What loads the screens is what the app starts with."""
    assert "lifespan=load_screens" in (ROOT / "app.py").read_text(encoding="utf-8")


@pytest.mark.parametrize(("query", "place"), [("", "./"), ("from=2024&actors=A%20B", "./?from=2024&actors=A%20B")])
def test_the_home_page_is_found_by_its_name(query, place):
    """Whoever types /overview arrives at the overview, filters and all."""
    (route,) = [route for route in ROUTES if route.path == "/overview"]
    asked = Request({"type": "http", "path": "/overview", "query_string": query.encode(), "headers": []})
    answer = route.endpoint(asked)
    assert (answer.status_code, answer.headers["location"]) == (307, place)
