"""What a reviewer does, in a real browser, mostly without a mouse: decide, see it at once, take it back."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.desk import log_of, partition
from timeline.case import read_case
from timeline.pipeline import build_case
from timeline.store import current_build_id

pytestmark = pytest.mark.browser
# The first build of a server reads the whole case once more.
SECONDS = 60_000
# What is drawn anew is faded until the new stands.
UNFADED = """() => [...document.querySelectorAll('[data-testid=stElementContainer]')]
  .every(box => getComputedStyle(box).opacity === '1')"""


def press(screen, key, said):
    """Press a key and wait for what the page then says."""
    screen.page.keyboard.press(key)
    expect(screen.page.get_by_test_id("stAlert").filter(has_text=said)).to_be_visible(timeout=SECONDS)
    return screen.settle()


def open_form(screen, key, name):
    """Press a key; the cursor then stands in the form's first field."""
    screen.page.keyboard.press(key)
    form = screen.page.locator(f".st-key-form_{name}")
    expect(form).to_be_visible()
    expect(form.locator(":focus")).to_have_count(1)
    return form


def test_ten_events_are_reviewed_with_the_keyboard_alone(open_screen, editing_server):
    """Accept, reject with a reason, note, edit and undo: ten events, no mouse, every decision in the log."""
    screen = open_screen(editing_server, "review")
    expect(screen.page.get_by_text("0 of ")).to_be_visible()
    for number in range(1, 8):
        screen.page.keyboard.press("a")
        expect(screen.page.get_by_text(re.compile(rf"^{number} of \d+ reviewed"))).to_be_visible(timeout=SECONDS)
        screen.settle()
    open_form(screen, "x", "reject")
    screen.page.keyboard.type("These are not reports of an event.")
    press(screen, "Control+s", "Rejected")
    form = open_form(screen, "e", "edit")
    place = form.get_by_label("Place", exact=True)
    while not place.evaluate("field => field === document.activeElement"):
        screen.page.keyboard.press("Tab")
    screen.page.keyboard.press("Control+A")
    screen.page.keyboard.type("Harbour Town")
    press(screen, "Control+s", "Changed")
    expect(screen.page.get_by_text("Harbour Town").first).to_be_visible()
    screen.page.keyboard.press("n")
    expect(screen.page.get_by_test_id("stAlert").filter(has_text="Changed")).to_have_count(0)
    screen.settle()
    press(screen, "a", "Accepted")
    press(screen, "u", "Taken back")
    assert [one.verdict for one in log_of(editing_server)] == [*["accept"] * 7, "reject", "edit", "accept", "undo"]
    assert {one.who for one in log_of(editing_server)} == {"Ada"}


def test_an_analyst_joins_events_and_takes_it_back(open_screen, editing_server):
    """Merge, see it at once, find it after a rebuild from nothing, undo: the events are as they were."""
    before = partition(editing_server.folder)
    screen = open_screen(editing_server, "review")
    form = open_form(screen, "m", "merge")
    for key in ("ArrowDown", "ArrowDown", "Enter", "Tab"):
        screen.page.keyboard.press(key)
    expect(form).to_be_visible()
    press(screen, "Control+s", "Joined")
    joined = partition(editing_server.folder)
    assert len(joined) == len(before) - 1
    build_id = current_build_id(editing_server.folder)
    for path in (editing_server.folder / "builds").glob("*.duckdb"):
        path.unlink()
    assert build_case(read_case(editing_server.folder)).build_id == build_id
    assert partition(editing_server.folder) == joined
    press(screen, "u", "Taken back")
    assert partition(editing_server.folder) == before


def test_the_second_of_two_editors_is_told(open_screen, editing_server):
    """Both have the same event open; the one who saves last reads that nothing of theirs was saved."""
    first, second = (open_screen(editing_server, "review") for _ in range(2))
    press(first, "a", "Accepted")
    second.page.keyboard.press("a")
    conflict = second.page.get_by_test_id("stAlert").filter(has_text="Somebody else decided")
    expect(conflict).to_be_visible(timeout=SECONDS)
    assert len(log_of(editing_server)) == 1


def test_a_reader_finds_the_page_locked(open_screen, server):
    """The server was not started for editing: no button to decide with, and the reason why."""
    screen = open_screen(server, "review")
    expect(screen.page.get_by_test_id("stAlert").filter(has_text="started for reading")).to_be_visible()
    for key in "aexmsu":
        screen.page.keyboard.press(key)
    screen.settle()
    expect(screen.page.get_by_role("button", name="Accept")).to_have_count(0)
    assert not (server.folder / "decisions.jsonl").exists()


def test_an_editor_behind_a_proxy_is_not_at_this_machine(browser, editing_server):
    """A request that somebody passed on does not come from this machine, and so may not edit."""
    context = browser.new_context(extra_http_headers={"X-Forwarded-For": "203.0.113.9"})
    page = context.new_page()
    page.goto(f"{editing_server.url}/review")
    expect(page.get_by_test_id("stAlert").filter(has_text="only from the machine")).to_be_visible(timeout=SECONDS)
    context.close()


def test_the_log_and_the_feed_are_on_a_page(open_screen, editing_server):
    """Who decided what, with filters and files; and which event differs from the build before."""
    press(open_screen(editing_server, "review"), "a", "Accepted")
    screen = open_screen(editing_server, "changes?feed=Decisions")
    expect(screen.page.get_by_text("1 of 1 decisions.")).to_be_visible()
    with screen.page.expect_download() as waiting:
        screen.page.locator(".st-key-audit_jsonl button").click()
    assert b'"verdict": "accept"' in waiting.value.path().read_bytes()
    feed = open_screen(editing_server, "changes")
    expect(feed.page.get_by_text("1 changed")).to_be_visible()


def test_the_log_says_what_was_rejected(open_screen, editing_server):
    """The event is in no build any more; the log, and who would take the rejection back, still read what it was."""
    screen = open_screen(editing_server, "review")
    called = screen.page.get_by_test_id("stMain").locator("h3").first.inner_text()
    open_form(screen, "x", "reject")
    screen.page.keyboard.type("A story told in a play.")
    press(screen, "Control+s", "Rejected")
    (rejected,) = log_of(editing_server)
    assert rejected.label == called
    screen = open_screen(editing_server, "changes?feed=Decisions")
    screen.page.get_by_label("Take a decision back").click()
    expect(screen.page.get_by_role("option", name=f"Reject · {called}")).to_be_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_reviewers_screens_keep_the_promises(look_at, desk_server, width, dark):
    """No serious finding of axe and nothing wider than the screen; a split needs several reports."""
    forms = {"e": "edit", "m": "merge", "s": "split", "x": "reject", "o": "note", "h": "add", "": ""}
    for path, keys in (("review?reports=3", forms), ("changes", [""]), ("changes?feed=Decisions", [""])):
        screen = look_at(desk_server, path, width=width, dark=dark)
        for key in keys:
            if key:
                screen.page.evaluate("() => document.activeElement.blur()")
                open_form(screen, key, forms[key])
                screen.settle()
            screen.page.wait_for_function(UNFADED)
            found = Axe().run(screen.page).response["violations"]
            grave = [f for f in found if f["impact"] in ("serious", "critical")]
            assert {f["id"]: [node["html"][:200] for node in f["nodes"]] for f in grave} == {}
            main = screen.page.get_by_test_id("stMain")
            assert main.evaluate("box => Math.max(box.scrollWidth, document.documentElement.scrollWidth)") <= width
