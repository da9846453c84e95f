"""Five readers, each from the first page to what they came for, at a desk and on a telephone."""

import csv
import io
import json
import re
import zipfile
from xml.etree import ElementTree

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pypdf
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.conftest import new_context
from tests.browser.desk import log_of, partition
from timeline.case import read_case
from timeline.export import FORMATS
from timeline.pipeline import build_case
from timeline.store import current_build_id

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("width", [1440, 390])]
# A build reads the whole bundled case.
SECONDS = 120_000
PASTED = "Peru expelled the ambassador of Mexico in Lima on 20 December 2022, the foreign ministry said."
STEPS = 5


def open_export(screen):
    """Unfold what the view can be taken away as."""
    screen.settle().page.locator(".st-key-download_view button").first.click()
    menu = screen.page.get_by_test_id("stPopoverBody")
    expect(menu).to_be_visible()
    return menu


def copied_link(screen):
    """The address that the button beside it puts on the reader's clipboard."""
    screen.context.grant_permissions(["clipboard-read", "clipboard-write"])
    code = open_export(screen).get_by_test_id("stCode").first
    # A run that ends late draws the menu anew, and the button that the pointer brought out is gone.
    screen.settle()
    code.hover()
    code.get_by_role("button").click()
    screen.page.keyboard.press("Escape")
    return screen.page.evaluate("() => navigator.clipboard.readText()")


def rows_of(screen):
    """The rows on screen, as the file of this view has them."""
    return screen.download(open_export(screen).get_by_role("button", name="CSV", exact=True).first)


def test_a_reader_hands_on_what_they_found(open_screen, server, width):
    """Actor, dates, event, evidence; another browser shows the same rows under the copied link."""
    screen = open_screen(server, width=width)
    screen.open_filters().choose_actor("Norland").fill("From", "2024").close_filters()
    expect(screen.sentence()).to_contain_text("involving Norland, from 1 January 2024")
    screen.settle()
    mark = screen.page.get_by_test_id("stPlotlyChart").first.locator(".scatterlayer path.point").first
    mark.scroll_into_view_if_needed()
    screen.point_at(mark)
    panel = screen.page.locator(".st-key-evidence_panel")
    expect(panel.locator("[class*=st-key-quote_]").first).to_contain_text("Norland")
    # Until the page has brought the evidence into sight: a menu opened on the way stays behind.
    expect(screen.page.locator(".st-key-evidence_place")).to_be_in_viewport()
    screen.still(panel).settle()
    link = copied_link(screen)
    assert link.startswith(server.url)
    other = open_screen(server, link.removeprefix(server.url).lstrip("/"), width=width)
    expect(other.sentence()).to_have_text(screen.sentence().inner_text())
    rows = rows_of(other)
    assert rows == rows_of(screen)
    assert len(rows.splitlines()) > 3


def test_an_analyst_adds_reviews_joins_and_takes_back(open_screen, editing_server, width):
    """Paste, progress, new build, review, merge; a build from nothing keeps the merge; undo brings back what was."""
    folder, first = editing_server.folder, current_build_id(editing_server.folder)
    screen = open_screen(editing_server, "sources", width=width)
    screen.unfold("Add articles")
    screen.page.get_by_role("tab", name="Paste").click()
    screen.page.get_by_label("Text of the article").fill(PASTED)
    screen.page.get_by_role("button", name="Save").click()
    expect(screen.page.get_by_text("A new build is being made")).to_be_visible()
    screen.page.get_by_role("button", name="Show the newer build").click(timeout=SECONDS)
    assert current_build_id(folder) != first
    screen = open_screen(editing_server, "review?actors=Peru", width=width)
    expect(screen.sentence()).to_contain_text("1 event")
    screen.page.get_by_role("button", name="Accept").click()
    expect(screen.page.get_by_test_id("stAlert").filter(has_text="Accepted")).to_be_visible(timeout=SECONDS)
    screen = open_screen(editing_server, "review", width=width)
    apart = partition(folder)
    screen.page.get_by_role("button", name="Merge").click()
    form = screen.page.locator(".st-key-form_merge")
    expect(form.locator(":focus")).to_have_count(1)
    for key in ("ArrowDown", "ArrowDown", "Enter", "Tab"):
        screen.page.keyboard.press(key)
    form.get_by_role("button", name="Save").click()
    expect(screen.page.get_by_test_id("stAlert").filter(has_text="Joined")).to_be_visible(timeout=SECONDS)
    joined, decided = partition(folder), current_build_id(folder)
    assert len(joined) == len(apart) - 1
    for path in (folder / "builds").glob("*.duckdb"):
        path.unlink()
    assert build_case(read_case(folder)).build_id == decided
    assert partition(folder) == joined
    screen.settle().page.locator(".st-key-review_undo button").click()
    expect(screen.page.get_by_test_id("stAlert").filter(has_text="Taken back")).to_be_visible(timeout=SECONDS)
    assert partition(folder) == apart
    assert [one.verdict for one in log_of(editing_server)] == ["accept", "merge", "undo"]


def test_an_editor_publishes_a_story_that_opens_offline(open_screen, server, browser, tmp_path, width):
    """Five events with a sentence each become one page that asks nobody for anything."""
    screen = open_screen(server, "story", width=width)
    for number in range(STEPS):
        screen.choose_listed("Add an event")
        step = screen.page.locator(f".st-key-story_step_{number}")
        expect(step).to_be_visible()
        words = screen.settle().page.get_by_label("Your words to it").nth(number)
        words.fill(f"Step {number} in our words.")
        words.press("Control+Enter")
        # As a writer's hand makes it: what is pressed in the middle of a run of the page is lost.
        screen.page.wait_for_timeout(500)
        screen.settle()
    page_file = tmp_path / "story.html"
    page_file.write_bytes(screen.download(screen.page.locator(".st-key-story_html button")))
    context = new_context(browser, width=width)
    context.set_offline(True)
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page_file.as_uri())
    for number in range(STEPS):
        expect(page.get_by_text(f"Step {number} in our words.")).to_be_visible()
    expect(page.get_by_text(re.compile("in sector")).first).to_be_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    context.close()


def test_a_sceptic_finds_a_reason_for_everything(open_screen, server, width):
    """Why this date, why one event, who disagrees, and the sentence where it stands in its article."""
    screen = open_screen(server, "event?event=E20", width=width)
    page = screen.page
    for name in ("How the date is known", "Why these reports are one event", "Where the reports differ"):
        heading = page.get_by_role("heading", name=name)
        heading.scroll_into_view_if_needed()
        expect(heading).to_be_in_viewport()
    expect(page.locator(".st-key-facts_date")).to_contain_text("Words in the text")
    expect(page.get_by_text("Same day, same sides, same act.").first).to_be_visible()
    for value, who in (("7", "Norland"), ("11", "Sudria")):
        side = page.get_by_test_id("stVerticalBlock").filter(has_text=re.compile(rf"^{value}1 report: {who}$"))
        expect(side.first).to_be_visible()
    sentence = page.locator("[class*=st-key-quote_event_]").first.inner_text().strip("\u2066\u2067\u2068\u2069")
    page.get_by_role("link", name="Read the stored article").first.click()
    expect(page.get_by_role("heading", name="Sources", level=1)).to_be_visible()
    marked = page.locator("[class*=st-key-quote_text_]").filter(has_text=sentence)
    marked.first.scroll_into_view_if_needed()
    expect(marked.first).to_be_in_viewport()
    expect(page.locator("[class*=st-key-body_text_]").first).to_contain_text("The markets were calm")


def _lines(payload):
    return [line for line in payload.decode("utf-8-sig").splitlines() if line and not line.startswith("#")]


def _frame(payload, separator):
    return len(pd.read_csv(io.StringIO("\n".join(_lines(payload))), sep=separator))


def _calendar(payload):
    # RFC 5545 section 3.1: a line that begins with a space goes on from the one before.
    entries = re.sub("\r\n[ \t]", "", payload.decode("utf-8")).split("\r\n")
    return entries.count("BEGIN:VEVENT")


def _archive(payload):
    with zipfile.ZipFile(io.BytesIO(payload)) as archive:
        assert archive.testzip() is None
        name = next(one for one in archive.namelist() if one.endswith("events.csv"))
        return len(list(csv.DictReader(_lines(archive.read(name)))))


def _sheet(payload):
    return openpyxl.load_workbook(io.BytesIO(payload), read_only=True).worksheets[0].max_row


# How many events, or things made of events, a reader that is not ours finds in a file.
READERS = {
    "csv": lambda payload: _frame(payload, ","),
    "jsonl": lambda payload: len(pd.read_json(io.BytesIO(payload), lines=True)),
    "parquet": lambda payload: pq.read_table(io.BytesIO(payload)).num_rows,
    "xlsx": _sheet,
    "geojson": lambda payload: len(json.loads(payload)["features"]),
    "ics": _calendar,
    "timelinejs": lambda payload: len(json.loads(payload)["events"]),
    "jsonld": lambda payload: len(json.loads(payload)["@graph"]),
    "annotations": lambda payload: len(json.dumps(json.loads(payload)["items"])),
    "gexf": lambda payload: len(list(ElementTree.fromstring(payload).findall(".//{*}node"))),  # noqa: S314  (our own file)
    "gdelt": lambda payload: len(pd.read_csv(io.BytesIO(payload), sep="\t", header=None)),
    "polecat": lambda payload: len(pd.read_csv(io.BytesIO(payload), sep="\t")),
    "zip": _archive,
}
PICTURES = {
    "PNG image": lambda payload: Image.open(io.BytesIO(payload)).width,
    "SVG drawing": lambda payload: len(list(ElementTree.fromstring(payload).findall(".//{*}path"))),  # noqa: S314
    "PDF": lambda payload: len(pypdf.PdfReader(io.BytesIO(payload)).pages),
}


def test_a_downloader_opens_every_format_elsewhere(open_screen, server, width):
    """Each format of the view and each picture of a chart is read by a library that is not ours."""
    screen = open_screen(server, width=width)
    menu = open_export(screen)
    assert set(READERS) == set(FORMATS)
    for kind, known in FORMATS.items():
        payload = screen.download(menu.get_by_role("button", name=known.name, exact=True).first)
        assert READERS[kind](payload) > 0, kind
    screen.page.keyboard.press("Escape")
    expect(menu).to_have_count(0)
    screen.page.locator(".st-key-download_ladder button").first.click()
    menu = screen.page.get_by_test_id("stPopoverBody")
    for name, read in PICTURES.items():
        assert read(screen.download(menu.get_by_role("button", name=name, exact=True))) > 0, name
