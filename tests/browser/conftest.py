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
from tests.conftest import copy_case
from tests.ui.cases import hostile, populated, write_case
from timeline.case import read_case
from timeline.pipeline import build_case
from timeline.settings import ROOT
from timeline.store import current_build_id

_FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
_PHONE = (
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36"
)
_START_SECONDS = 60
# Drawn anew this many times without having moved; a slide of the page moves at every one.
_STANDS_STILL = """
place => new Promise(done => {
  let before = '', same = -1;
  const look = () => {
    const box = place.getBoundingClientRect(), now = [box.x, box.y, box.width, box.height].join();
    same = now === before ? same + 1 : 0;
    before = now;
    if (same >= 20) done(); else requestAnimationFrame(look);
  };
  look();
})
"""
# Kept until the script has begun and ended once more: a page says "not running" before what was pressed has arrived.
_RUNS_ONCE = """
() => {
  const app = document.querySelector('[data-testid=stApp]');
  let begun = false;
  window.__ran = new Promise(done => new MutationObserver(() => {
    const rests = app.dataset.testScriptState === 'notRunning';
    if (!rests) begun = true; else if (begun) done();
  }).observe(app, { attributes: true }));
}
"""
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
        # Coverage of what a server runs would slow every page down, and count the screens that are left out of it.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
        environment |= {"TIMELINE_CASE": str(folder), "TIMELINE_EDITOR": editor}
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
    running = Server(copy_case(tmp_path / "unbuilt"))
    yield running
    running.stop()


@pytest.fixture(scope="session")
def undecided_case(tmp_path_factory):
    """The bundled case without anyone's decisions, built once; each test that changes it takes a copy."""
    folder = copy_case(tmp_path_factory.mktemp("browser") / "undecided")
    for name in ("decisions.jsonl", "retired.json"):
        (folder / name).unlink(missing_ok=True)
    build_case(read_case(folder))
    return folder


@pytest.fixture
def editing_server(undecided_case, tmp_path):
    """The bundled case, built, on a server started for editing."""
    running = Server(shutil.copytree(undecided_case, tmp_path / "case"), editor="Ada")
    yield running
    running.stop()


@pytest.fixture(scope="session")
def desk_server(undecided_case, tmp_path_factory):
    """The same for tests that look at the editor's screens and decide nothing."""
    folder = tmp_path_factory.mktemp("browser") / "desk"
    running = Server(shutil.copytree(undecided_case, folder), editor="Ada")
    yield running
    running.stop()


@pytest.fixture(scope="session")
def hostile_server(tmp_path_factory):
    """A case whose every word tries to be more than text."""
    running = Server(write_case(tmp_path_factory.mktemp("browser") / "hostile", hostile()))
    yield running
    running.stop()


class Screen:
    """A page of the app; remembers every host it asked and every byte it was sent."""

    def __init__(self, context, server):
        self.context = context
        self.server = server
        self.hosts = set()
        self.bytes = 0
        self.page = self.context.new_page()
        self.page.on("request", self._note)
        self.page.on("websocket", lambda socket: socket.on("framereceived", self._count))

    @property
    def narrow(self):
        """Whether it is a telephone's."""
        return self.page.viewport_size["width"] < 600

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

    def sent_by(self, act):
        """Bytes that the page is sent for the run that is begun by what is done to it."""
        before = self.bytes
        self.page.evaluate(_RUNS_ONCE)
        act()
        self.page.evaluate("() => window.__ran")
        self.settle()
        return self.bytes - before

    def still(self, place):
        """Wait until an element has ceased to slide: what is pressed on the way is released beside it."""
        place.evaluate(_STANDS_STILL)
        return self

    def unfold(self, title):
        """Open a section by its title, and wait until it has unfolded."""
        heading = self.page.get_by_text(title)
        heading.click()
        return self.still(self.page.locator("details").filter(has=heading).last)

    def fill(self, label, value):
        """Write into a field and leave it."""
        field = self.page.get_by_label(label, exact=True)
        field.fill(value)
        field.press("Enter")
        return self

    def open_filters(self):
        """Unfold the filters where they are folded."""
        if self.narrow:
            self.page.get_by_test_id("stExpandSidebarButton").click()
            self.still(self.page.get_by_test_id("stSidebar"))
        return self

    def close_filters(self):
        """Fold them again where they cover the page."""
        if self.narrow:
            self.page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
            expect(self.page.get_by_test_id("stExpandSidebarButton")).to_be_visible()
            self.still(self.page.get_by_test_id("stSidebar"))
        return self

    def choose_actor(self, name):
        """Choose an actor in the filters, which are open."""
        field = self.page.get_by_test_id("stSidebar").get_by_role("combobox", name="Actors")
        field.click()
        option = self.page.get_by_role("option", name=name, exact=True)
        expect(option).to_be_in_viewport()
        # Once it has unfolded, and without scrolling first: a page that moves closes the list again.
        self.still(option).point_at(option)
        return self

    def point_at(self, place):
        """Press the middle of an element with what the reader has: a finger or a mouse."""
        box = place.bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        (self.page.touchscreen.tap if self.narrow else self.page.mouse.click)(x, y)

    def choose_listed(self, label):
        """Take the first entry of a list, with the keyboard: a click that scrolls the page closes the list again."""
        field = self.page.get_by_role("combobox", name=label)
        field.focus()
        for key in ("ArrowDown", "ArrowDown", "Enter"):
            field.press(key)
        return self

    def draw_box(self, chart, first, last):
        """Draw a box on a chart with the mouse, between two shares of its width."""
        plot = chart.locator(".nsewdrag").first
        plot.scroll_into_view_if_needed()
        box = plot.bounding_box()
        left, right, y = box["x"] + box["width"] * first, box["x"] + box["width"] * last, box["y"] + box["height"] / 2
        self.page.mouse.move(left, y - 20)
        self.page.mouse.down()
        for step in range(1, 6):
            self.page.mouse.move(left + (right - left) * step / 5, y + 4 * step)
        self.page.mouse.up()
        return self

    def download(self, button):
        """The bytes that a button gives."""
        with self.page.expect_download(timeout=90_000) as waiting:
            button.click()
        return waiting.value.path().read_bytes()

    def sentence(self):
        """The plain sentence of what is on screen."""
        return self.page.locator(".st-key-view_sentence")


def new_context(browser, *, width=1440, dark=False):
    """A reader's browser of its own: nothing kept from another."""
    phone = width < 600
    context = browser.new_context(
        viewport={"width": width, "height": 844 if phone else 1000},
        color_scheme="dark" if dark else "light",
        is_mobile=phone,
        has_touch=phone,
        user_agent=_PHONE if phone else None,
        accept_downloads=True,
    )
    context.set_default_timeout(20_000)
    return context


@pytest.fixture
def open_screen(browser):
    """Open screens, each in a browser of its own, that close themselves."""
    contexts = []

    def make(server, path="", **options):
        contexts.append(new_context(browser, **options))
        return Screen(contexts[-1], server).open(path)

    yield make
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def looking_contexts(browser):
    """One reader's browser for each width and colour, which has the app's scripts after its first page."""
    kept = {}
    yield lambda width, dark: kept.setdefault((width, dark), new_context(browser, width=width, dark=dark))
    for context in kept.values():
        context.close()


@pytest.fixture
def look_at(looking_contexts):
    """Open screens of readers who have been here before, for tests that only look."""
    screens = []

    def make(server, path="", *, width=1440, dark=False):
        screens.append(Screen(looking_contexts(width, dark), server))
        return screens[-1].open(path)

    yield make
    for screen in screens:
        screen.page.close()
