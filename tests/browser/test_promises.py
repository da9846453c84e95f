"""What holds on every screen: nothing leaves, nothing runs, nothing overflows, nothing is out of reach."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.ui.cases import HOSTILE

pytestmark = pytest.mark.browser
PAGES = (
    *("", "timeline", "exchanges", "actors", "map", "accounts", "event?event=E11", "sources?article=a1", "method"),
    *("review", "changes"),
)
# design "Figures": what one change of a filter may send.
MOST_BYTES = 100_000


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_no_serious_finding_of_axe(open_screen, server, path, dark):
    """No serious or critical barrier for readers with assistive technology."""
    screen = open_screen(server, path, dark=dark)
    found = Axe().run(screen.page).response["violations"]
    grave = {f["id"]: [n["html"][:200] for n in f["nodes"]] for f in found if f["impact"] in ("serious", "critical")}
    assert grave == {}


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_overflows_and_no_other_host_is_asked(open_screen, server, path, width):
    """No page is wider than its screen; fonts, scripts and pictures come from the server itself."""
    screen = open_screen(server, path, width=width)
    widths = screen.page.evaluate(
        "() => [document.documentElement.scrollWidth, document.querySelector('[data-testid=stMain]').scrollWidth]"
    )
    assert max(widths) <= width
    assert screen.hosts == {server.url.split("//")[1]}


@pytest.mark.parametrize(
    "path", ["", "timeline", "exchanges", "actors", "map", "event?event=E1", "sources?article=a1", "review"]
)
def test_hostile_words_are_shown_and_nothing_else(open_screen, hostile_server, path):
    """Script, image, link, formula: letters on the screen, no request, no dialog."""
    screen = open_screen(hostile_server, path)
    dialogs = []
    screen.page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    if not path:
        # By keyboard: a click that scrolls the page closes the list again.
        field = screen.page.get_by_role("combobox", name="Click a mark or a row, or choose here")
        field.focus()
        for key in ("ArrowDown", "ArrowDown", "Enter"):
            field.press(key)
        expect(screen.page.locator(".st-key-evidence_panel")).to_contain_text("<script>alert(1)</script>")
    expect(screen.page.locator(".st-key-case_title")).to_contain_text("![x](http")
    assert screen.hosts == {hostile_server.url.split("//")[1]}
    assert dialogs == []
    links = screen.page.locator("a[href*='evil.example'], a[href^='javascript'], img[src*='evil.example']")
    expect(links).to_have_count(0)
    assert "<script>" in HOSTILE


@pytest.mark.parametrize("path", PAGES)
def test_a_change_of_filter_sends_little(open_screen, large_server, path):
    """At most 100 kB where as many marks as can be are drawn one by one."""
    screen = open_screen(large_server, path)
    screen.bytes = 0
    screen.fill("From", "2023-11")
    expect(screen.sentence()).to_contain_text("from 1 November 2023")
    screen.settle()
    assert 0 < screen.bytes <= MOST_BYTES


def test_every_answer_carries_the_headers(open_screen, server):
    """Page, data and refusal alike."""
    screen = open_screen(server)
    for path in ("/", "/healthz", "/_stcore/metrics", "/export/none/events.csv"):
        headers = screen.context.request.get(server.url + path).headers
        assert "default-src 'self'" in headers["content-security-policy"]
        assert "unsafe-eval" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_many_events_are_a_density(open_screen, large_server):
    """Above what can be drawn one by one, how many there are."""
    screen = open_screen(large_server)
    expect(screen.page.get_by_text("too many to draw one by one")).to_be_visible()
