"""The server is ready before its first visitor."""

import subprocess
import sys

from timeline.settings import ROOT

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
