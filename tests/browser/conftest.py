"""A running server on a case of its own and a real Chromium: the first fails loudly if the second is missing."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.chromium import find_chromium
from tests.ui.cases import hostile, populated, write_case
from timeline.case import read_case
from timeline.pipeline import build_case
from timeline.settings import DEFAULT_CASE, ROOT
from timeline.store import current_build_id

_FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
_PHONE = (
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36"
)
_START_SECONDS = 60
expect.set_options(timeout=20_000)


class Server:
    """Streamlit in a child process; `url` is its address, `build` the id it serves."""

    def __init__(self, folder, *, editor=""):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.folder = folder
        self.build = current_build_id(folder)
        command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port", str(port)]
        environment = os.environ | {"TIMELINE_CASE": str(folder), "TIMELINE_EDITOR": editor}
        self._log = (folder / "server.log").open("wb")
        self._process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=self._log, stderr=subprocess.STDOUT)
        self._wait()

    def _wait(self):
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(f"{self.url}/healthz", timeout=2) as answer:  # noqa: S310  (loopback)
                    assert answer.status == 200
                    return
            except OSError:
                assert self._process.poll() is None, "the server ended before it answered"
        pytest.fail("the server did not answer in time")

    def stop(self):
        self._process.terminate()
        self._process.wait(timeout=20)
        self._log.close()


@pytest.fixture(scope="session")
def browser():
    """One Chromium for the whole run."""
    path = find_chromium()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """A case of forty events."""
    running = Server(write_case(tmp_path_factory.mktemp("browser") / "populated", populated()))
    yield running
    running.stop()


@pytest.fixture(scope="session")
def large_server(tmp_path_factory):
    """A case with more events than can be drawn one by one."""
    running = Server(write_case(tmp_path_factory.mktemp("browser") / "large", populated(2600)))
    yield running
    running.stop()


@pytest.fixture
def unbuilt_server(tmp_path):
    """The bundled case as it comes out of the box: articles, and no build yet."""
    folder = tmp_path / "unbuilt"
    shutil.copytree(DEFAULT_CASE, folder, ignore=shutil.ignore_patterns("builds", "originals"))
    running = Server(folder)
    yield running
    running.stop()


@pytest.fixture
def editing_server(tmp_path):
    """The bundled case, built, on a server started for editing."""
    folder = tmp_path / "case"
    shutil.copytree(DEFAULT_CASE, folder, ignore=shutil.ignore_patterns("builds", "originals", "retired.json"))
    (folder / "decisions.jsonl").unlink(missing_ok=True)
    build_case(read_case(folder))
    running = Server(folder, editor="Ada")
    yield running
    running.stop()


@pytest.fixture(scope="session")
def hostile_server(tmp_path_factory):
    """A case whose every word tries to be more than text."""
    running = Server(write_case(tmp_path_factory.mktemp("browser") / "hostile", hostile()))
    yield running
    running.stop()


class Screen:
    """A page of the app in a context of its own; remembers every host it asked and every byte it was sent."""

    def __init__(self, browser, server, *, width=1440, dark=False):
        phone = width < 600
        self.context = browser.new_context(
            viewport={"width": width, "height": 844 if phone else 1000},
            color_scheme="dark" if dark else "light",
            is_mobile=phone,
            has_touch=phone,
            user_agent=_PHONE if phone else None,
            accept_downloads=True,
        )
        self.server = server
        self.hosts = set()
        self.bytes = 0
        self.context.set_default_timeout(20_000)
        self.page = self.context.new_page()
        self.page.on("request", self._note)
        self.page.on("websocket", lambda socket: socket.on("framereceived", self._count))

    def _note(self, request):
        if request.url.startswith(("http", "ws")):
            self.hosts.add(request.url.split("/")[2])

    def _count(self, payload):
        self.bytes += len(payload)

    def open(self, path=""):
        """Go to a page and wait until it is drawn."""
        self.page.goto(f"{self.server.url}/{path}")
        expect(self.page.locator("h1")).to_be_visible(timeout=60_000)
        return self.settle()

    def settle(self):
        """Wait until the script has run and the page says so."""
        app = self.page.get_by_test_id("stApp")
        expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=60_000)
        expect(self.page.get_by_test_id("stSkeleton")).to_have_count(0)
        return self

    def fill(self, label, value):
        """Write into a field and leave it."""
        field = self.page.get_by_label(label, exact=True)
        field.fill(value)
        field.press("Enter")
        return self

    def sentence(self):
        """The plain sentence of what is on screen."""
        return self.page.locator(".st-key-view_sentence")


@pytest.fixture
def open_screen(browser):
    """Open screens that close themselves."""
    screens = []

    def make(server, path="", **options):
        screens.append(Screen(browser, server, **options))
        return screens[-1].open(path)

    yield make
    for screen in screens:
        screen.context.close()
