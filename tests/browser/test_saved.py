"""What people keep in a case, in a real browser: views, stories and phases, made by one and found by another."""

import json
import shutil
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Server
from timeline.store import open_build, read_decisions, table

pytestmark = pytest.mark.browser
WIDTHS = (1440, 390)
# The first build of a server reads the whole case once more.
SECONDS = 60_000


@pytest.fixture
def own_server(server, tmp_path):
    """The case of forty events, on a server started for editing."""
    folder = tmp_path / "own"
    shutil.copytree(server.folder, folder, ignore=shutil.ignore_patterns("server.log"))
    running = Server(folder, editor="Ada")
    yield running
    running.stop()


def unfold_views(screen):
    """Open the list of saved views, on a telephone the sidebar first; with keys alone."""
    if screen.page.viewport_size["width"] < 600:
        screen.page.get_by_test_id("stExpandSidebarButton").press("Enter")
        screen.still(screen.page.get_by_test_id("stSidebar"))
    box = screen.page.locator(".st-key-saved_views")
    if not box.locator("details").evaluate("fold => fold.open"):
        box.locator("summary").press("Enter")
    screen.settle()
    return box


def choose_only(box):
    """Choose the one saved view to be changed, by keys."""
    field = box.get_by_role("combobox", name="Rename or delete")
    option = field.page.get_by_role("option")
    for _ in range(5):
        # A list that is opened while the page is still being drawn closes again.
        field.press("ArrowDown")
        field.page.wait_for_timeout(700)
        if option.count():
            break
    expect(option).to_have_count(1)
    for key in ("ArrowDown", "Enter"):
        field.page.keyboard.press(key)
    expect(option).to_have_count(0)


def said(screen, words):
    """Wait for what the page says."""
    expect(screen.page.get_by_test_id("stAlert").filter(has_text=words)).to_be_visible(timeout=SECONDS)
    return screen.settle()


def no_barrier(screen, width):
    """Nothing serious for axe, nothing wider than the screen."""
    found = Axe().run(screen.page).response["violations"]
    grave = {f["id"]: [n["html"][:200] for n in f["nodes"]] for f in found if f["impact"] in ("serious", "critical")}
    assert grave == {}
    main = screen.page.get_by_test_id("stMain")
    assert main.evaluate("box => Math.max(box.scrollWidth, document.documentElement.scrollWidth)") <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_a_view_is_saved_and_found_by_another(open_screen, own_server, width):
    """Without a mouse: the other browser sees the same rows and the same lanes."""
    first = open_screen(own_server, "timeline?from=2024&actors=Norland&lane=Target", width=width)
    box = unfold_views(first)
    box.get_by_role("textbox", name="Save what is on screen as").fill("Norland as a target")
    first.page.keyboard.press("Enter")
    said(first, "“Norland as a target” is saved")
    second = open_screen(own_server, "map", width=width)
    link = unfold_views(second).get_by_role("link", name="Norland as a target")
    with second.context.expect_page() as opened:
        link.press("Enter")
    second.page = opened.value
    expect(second.page.get_by_role("heading", name="Timeline", level=1)).to_be_visible(timeout=SECONDS)
    expect(second.sentence()).to_have_text(first.sentence().inner_text())
    expect(second.page.get_by_role("radio", name="Target").last).to_be_checked()


def test_a_view_is_renamed_and_deleted_with_keys(open_screen, own_server):
    """An editor changes what is saved without a mouse."""
    second = open_screen(own_server, "timeline?from=2024")
    box = unfold_views(second)
    box.get_by_role("textbox", name="Save what is on screen as").fill("Norland as a target")
    second.page.keyboard.press("Enter")
    said(second, "“Norland as a target” is saved")
    choose_only(box)
    field = box.get_by_role("textbox", name="New name")
    field.fill("Towards Norland")
    field.press("Tab")
    second.settle()
    box.get_by_role("button", name="Rename").press("Enter")
    said(second, "now called “Towards Norland”")
    choose_only(box)
    second.settle()
    box.get_by_role("button", name="Delete").press("Enter")
    said(second, "“Towards Norland” is deleted")
    expect(box.get_by_role("link", name="Towards Norland")).to_have_count(0)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_story_is_saved_by_one_and_published_by_another(open_screen, own_server, width):
    """Order and words live in the case: another browser opens it by its address and takes it away whole."""
    editor = open_screen(own_server, "story?steps=E7~E3", width=width)
    editor.page.get_by_role("tab", name="Write").press("Enter")
    editor.fill("Title", "How it began")
    editor.page.get_by_label("Your words to it").first.fill("First the talks.")
    editor.page.keyboard.press("Tab")
    editor.settle()
    editor.page.get_by_role("button", name="Save", exact=True).press("Enter")
    said(editor, "is saved in the case")
    no_barrier(editor, width)
    (story,) = parse_qs(urlsplit(editor.page.url).query)["story"]
    reader = open_screen(own_server, f"story?story={story}", width=width)
    expect(reader.page.get_by_role("heading", name="How it began")).to_be_visible()
    expect(reader.page.get_by_text("First the talks.").first).to_be_visible()
    with reader.page.expect_download() as waiting:
        reader.page.get_by_role("button", name="Web page, works offline").click()
    page = waiting.value.path().read_text(encoding="utf-8")
    assert page.index("sector 7") < page.index("sector 3)")
    assert "First the talks." in page
    with reader.page.expect_download() as waiting:
        reader.page.get_by_role("button", name="TimelineJS").click()
    told = json.loads(waiting.value.path().read_bytes())
    assert told["title"]["text"]["headline"] == "How it began"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_reader_finds_what_is_saved_and_why_they_cannot_save(open_screen, own_server, server, width, dark):
    """On a server for reading: no form, the reason, and the link to what is on screen."""
    screen = open_screen(server, "timeline?from=2024", width=width, dark=dark)
    box = unfold_views(screen)
    expect(box.get_by_text("saved by the editors")).to_be_visible()
    expect(box.locator("code").filter(has_text="/timeline?from=2024")).to_be_visible()
    expect(box.get_by_role("textbox")).to_have_count(0)
    no_barrier(screen, width)
    story = open_screen(server, "story", width=width, dark=dark)
    story.page.get_by_role("tab", name="Write").press("Enter")
    expect(story.page.get_by_text("Stories are saved by the editors")).to_be_visible()
    no_barrier(story, width)
    editing = open_screen(own_server, "story?steps=E7", width=width, dark=dark)
    unfold_views(editing)
    no_barrier(editing, width)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_phase_is_named_by_an_editor_and_taken_back(open_screen, editing_server, width):
    """With keys alone: the chart and the table say whose it is, the log says why, an undo brings the proposal back."""
    screen = open_screen(editing_server, width=width)
    box = screen.page.locator(".st-key-phase_editor")
    box.locator("summary").press("Enter")
    screen.settle()
    box.get_by_label("Name", exact=True).fill("The spring")
    box.get_by_label("Why", exact=True).fill("So the reports call it.")
    box.get_by_role("button", name="Save").press("Enter")
    said(screen, "The phases are changed")
    expect(screen.page.locator("[aria-label^='Hostility over time'][aria-label*='set by a person']")).to_have_count(1)
    no_barrier(screen, width)
    with open_build(editing_server.folder) as build:
        names = {row["name"]: row["decided_by"] for row in build.fetch(table("phase")).to_pylist()}
    assert names["The spring"] == "Ada"
    (made,) = read_decisions(editing_server.folder / "decisions.jsonl")
    assert (made.verdict, made.why) == ("phase", "So the reports call it.")
    log = open_screen(editing_server, "changes?feed=Decisions", width=width)
    expect(log.page.get_by_text("1 of 1 decisions.")).to_be_visible()
    box.get_by_role("button", name="Undo my last change").press("Enter")
    said(screen, "Taken back")
    with open_build(editing_server.folder) as build:
        assert {row["decision_id"] for row in build.fetch(table("phase")).to_pylist()} == {""}


def test_the_second_of_two_editors_of_phases_is_told(open_screen, editing_server):
    """Both have the same phases open; nothing of the second is saved."""
    first, second = (open_screen(editing_server) for _ in range(2))
    for screen, name, words in ((first, "One", "The phases are changed"), (second, "Other", "Somebody else decided")):
        box = screen.page.locator(".st-key-phase_editor")
        box.locator("summary").press("Enter")
        screen.settle()
        box.get_by_label("Name", exact=True).fill(name)
        box.get_by_role("button", name="Save").press("Enter")
        said(screen, words)
    assert len(read_decisions(editing_server.folder / "decisions.jsonl")) == 1


@pytest.mark.parametrize("width", WIDTHS)
def test_what_accounts_compare_and_the_home_page_are_in_the_address(open_screen, server, width):
    """A link to one event's accounts opens it; /overview leads to the overview, filters and all."""
    screen = open_screen(server, "accounts?event=E13", width=width)
    expect(screen.page.get_by_text("in sector 13.").first).to_be_visible()
    home = open_screen(server, "overview?from=2024", width=width)
    expect(home.page.get_by_role("heading", name="Overview", level=1)).to_be_visible()
    expect(home.sentence()).to_contain_text("from 1 January 2024")
