"""What holds on every screen: nothing leaves, nothing runs, nothing overflows, nothing is out of reach."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.ui.cases import HOSTILE

pytestmark = pytest.mark.browser
PAGES = (
    *("", "timeline", "exchanges", "actors", "map", "accounts", "event?event=E11", "sources?article=a1", "method"),
    *("review", "changes", "changes?feed=Decisions", "story", "story?steps=E1~E4~E7", "embed?chart=ladder"),
)
# design "Figures": what one change of a filter may send.
MOST_BYTES = 100_000
# Of the bundled case, whose map has places, a brush and a button that plays; French words are longer.
BUNDLED = (("desk_server", "map"), ("desk_server", "?lang=fr"))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize(("served", "path"), [*(("server", path) for path in PAGES), *BUNDLED])
def test_nothing_is_out_of_reach_or_sight_and_no_other_host_is_asked(request, look_at, served, path, width, dark):
    """No serious barrier (axe), nothing wider than the screen; letters, scripts and pictures come from the server."""
    server = request.getfixturevalue(served)
    screen = look_at(server, path, width=width, dark=dark)
    found = Axe().run(screen.page).response["violations"]
    grave = {f["id"]: [n["html"][:200] for n in f["nodes"]] for f in found if f["impact"] in ("serious", "critical")}
    assert grave == {}
    widths = screen.page.evaluate(
        "() => [document.documentElement.scrollWidth, document.querySelector('[data-testid=stMain]').scrollWidth]"
    )
    assert max(widths) <= width
    assert screen.hosts == {server.url.split("//")[1]}


@pytest.mark.parametrize(
    "path", ["", "timeline", "exchanges", "actors", "map", "event?event=E1", "sources?article=a1", "review"]
)
def test_hostile_words_are_shown_and_nothing_else(look_at, hostile_server, path):
    """Script, image, link, formula: letters on the screen, no request, no dialog."""
    screen = look_at(hostile_server, path)
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


# Not the chart in somebody else's page: it has no sentence above it to wait for.
@pytest.mark.parametrize("path", PAGES[:-1])
def test_a_change_of_filter_sends_little(look_at, large_server, path):
    """At most 100 kB where as many marks as can be are drawn one by one."""
    screen = look_at(large_server, path)
    screen.bytes = 0
    screen.fill("From", "2023-11")
    expect(screen.sentence()).to_contain_text("from 1 November 2023")
    screen.settle()
    assert 0 < screen.bytes <= MOST_BYTES


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("", ".st-key-headline"),
        ("timeline", ".st-key-view_sentence"),
        ("exchanges", ".st-key-view_sentence"),
        ("actors", ".st-key-view_sentence"),
    ],
)
def test_words_stand_before_the_library_that_draws(open_screen, server, path, words):
    """The headline is there while the browser still waits for Plotly; the chart follows."""
    screen = open_screen(server, "method")
    held = []
    screen.page.route("**/*lotly*.js", lambda route: held.append(route))
    with screen.page.expect_request("**/*lotly*.js"):
        screen.page.goto(f"{server.url}/{path}")
    expect(screen.page.locator(words)).to_be_visible()
    expect(screen.page.locator(".js-plotly-plot")).to_have_count(0)
    for route in held:
        route.continue_()
    expect(screen.page.locator(".js-plotly-plot").first).to_be_visible()


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
