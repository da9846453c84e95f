"""What readers do, in a real browser against a running server."""

import csv
import io
import json
import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
WIDTHS = (1440, 390)


@pytest.mark.parametrize("width", WIDTHS)
def test_filter_by_actor(open_screen, server, width):
    """The sentence says who, and there is less than before."""
    screen = open_screen(server, width=width).open_filters().choose_actor("Norland")
    expect(screen.sentence()).to_contain_text("involving Norland")
    expect(screen.sentence()).not_to_contain_text("40 events")
    expect(screen.page).to_have_url(re.compile(r"actors=Norland"))


def test_filter_by_date(open_screen, server):
    """A window narrows the view and stands in the address."""
    screen = open_screen(server)
    screen.fill("From", "2024-01").fill("To", "2024-06-30")
    expect(screen.sentence()).to_contain_text("1 January to 30 June 2024")
    expect(screen.page).to_have_url(re.compile(r"from=2024-01&to=2024-06-30"))


def test_back_returns_to_the_page_before(open_screen, server):
    """The browser's own button goes back one page, filters and all."""
    screen = open_screen(server, "?from=2024")
    screen.page.get_by_test_id("stTopNavLink").filter(has_text="Sources").click()
    expect(screen.page.get_by_role("heading", name="Sources", level=1)).to_be_visible()
    screen.page.go_back()
    expect(screen.page.get_by_role("heading", name="Overview", level=1)).to_be_visible()
    expect(screen.sentence()).to_contain_text("from 1 January 2024")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_click_on_a_mark_opens_its_evidence(open_screen, server, width):
    """Every point of the ladder leads to its sentences."""
    screen = open_screen(server, width=width)
    chart = screen.page.get_by_test_id("stPlotlyChart").first
    mark = chart.locator(".scatterlayer path.point").first
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    screen.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    panel = screen.page.locator(".st-key-evidence_panel")
    expect(panel).to_be_visible()
    expect(panel.locator("[class*=st-key-quote_]").first).to_contain_text("in sector")
    panel.get_by_text("Open the event's own page").click()
    expect(screen.page.get_by_role("heading", name="How the date is known")).to_be_visible()
    expect(screen.page).to_have_url(re.compile(r"/event\?event=E\d+"))


def test_a_click_on_a_mark_runs_its_part_alone(open_screen, server):
    """What stands in the sidebar and above the chart is not sent again: less than a run that opens nothing."""
    screen = open_screen(server)
    whole = screen.sent_by(screen.page.get_by_text("A year earlier").click)
    assert 0 < screen.sent_by(lambda: open_listed(screen)) < whole


def test_a_click_on_a_place_runs_its_part_alone(open_screen, desk_server):
    """The map, its brush and its lists are one part of their page; a window drawn on the brush is the whole page's."""
    screen = open_screen(desk_server, "map")
    whole = screen.sent_by(screen.page.get_by_text("Lines from the initiator's capital").click)
    assert 0 < screen.sent_by(lambda: open_listed(screen)) < whole
    whole_time = screen.sentence().inner_text()
    screen.draw_box(screen.page.locator(".st-key-chart_brush"), 0.1, 0.5)
    expect(screen.sentence()).not_to_have_text(whole_time)


def open_listed(screen):
    screen.choose_listed("Click a mark or a row, or choose here")
    expect(screen.page.locator(".st-key-evidence_panel")).to_be_visible()


def test_a_row_opens_its_evidence(open_screen, server):
    """A click into a table leads to the same panel."""
    screen = open_screen(server)
    table = screen.page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    screen.page.mouse.click(box["x"] + 16, box["y"] + 52)
    expect(screen.page.locator(".st-key-evidence_panel [class*=st-key-quote_]").first).to_contain_text("in sector")


def test_the_keyboard_reaches_the_evidence(open_screen, server):
    """Without a mouse, from the list."""
    screen = open_screen(server)
    field = screen.page.get_by_role("combobox", name="Click a mark or a row, or choose here")
    field.focus()
    field.press("ArrowDown")
    field.press("ArrowDown")
    field.press("Enter")
    expect(screen.page.locator(".st-key-evidence_panel [class*=st-key-quote_]").first).to_contain_text("in sector")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_shared_link_shows_the_same_rows(open_screen, server, width):
    """Another browser with the same address sees the same events."""
    first = open_screen(server, "timeline")
    first.open_filters().choose_actor("Sudria")
    first.fill("From", "2024")
    expect(first.sentence()).to_contain_text("involving Sudria, from 1 January 2024")
    expect(first.page).to_have_url(re.compile(r"from=2024"))
    second = open_screen(server, first.page.url.split("/", 3)[3], width=width)
    expect(second.sentence()).to_have_text(first.sentence().inner_text())
    options = [screen.settle().page.get_by_test_id("stPlotlyChart").first for screen in (first, second)]
    marks = [chart.locator(".scatterlayer path.point") for chart in options]
    expect(marks[1]).to_have_count(marks[0].count())


def test_junk_in_a_link_is_named_and_left_out(open_screen, server):
    """A broken link still shows something, and says what it could not do."""
    screen = open_screen(server, "?actors=Norland&actors=Nowhere&from=soon&reports=%3Cscript%3E&status=x")
    expect(screen.sentence()).to_contain_text("involving Norland")
    warnings = screen.page.get_by_test_id("stAlert")
    expect(warnings.filter(has_text="Nowhere")).to_be_visible()
    expect(warnings.filter(has_text="“soon” is not a date")).to_be_visible()
    expect(warnings.filter(has_text="<script>")).to_be_visible()


def test_filters_survive_a_change_of_page(open_screen, server):
    """What was asked on one page holds on the next."""
    screen = open_screen(server)
    screen.fill("From", "2024")
    expect(screen.sentence()).to_contain_text("from 1 January 2024")
    screen.page.get_by_test_id("stTopNavLink").filter(has_text="Timeline").click()
    expect(screen.page.get_by_role("heading", name="Timeline", level=1)).to_be_visible()
    expect(screen.sentence()).to_contain_text("from 1 January 2024")
    expect(screen.page).to_have_url(re.compile(r"/timeline\?.*from=2024"))


def test_clear_brings_everything_back(open_screen, server):
    """From a view without events, one button."""
    screen = open_screen(server, "?from=2090")
    expect(screen.page.get_by_text("No event matches these filters.")).to_be_visible()
    screen.page.get_by_test_id("stMain").get_by_role("button", name="Clear filters").click()
    expect(screen.sentence()).to_have_text("40 events in 79 reports.")


@pytest.fixture
def downloaded(open_screen, server):
    """Bytes of one entry of the ladder's menu, or of another."""

    def take(button, *, scope=0, menu="ladder"):
        screen = open_screen(server)
        screen.page.locator(f".st-key-download_{menu} button").first.click()
        menu = screen.page.get_by_test_id("stPopoverBody")
        with screen.page.expect_download(timeout=90_000) as waiting:
            menu.get_by_role("button", name=button, exact=True).nth(scope).click()
        return waiting.value.path().read_bytes()

    return take


def test_the_picture_as_png(downloaded):
    """A real PNG of a chart's size."""
    image = downloaded("PNG image")
    assert image.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(image[16:20], "big") >= 1000


def test_the_picture_as_svg(downloaded):
    """Words stay words, and the build is named in the picture."""
    image = downloaded("SVG drawing").decode("utf-8")
    assert image.lstrip().startswith("<svg")
    assert "Escalation ladder" in image


def test_the_picture_as_a_page(downloaded, browser, tmp_path):
    """The page draws itself without any network."""
    page_file = tmp_path / "ladder.html"
    page_file.write_bytes(downloaded("Web page, works offline"))
    context = browser.new_context(offline=True)
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page_file.as_uri())
    expect(page.locator(".scatterlayer path.point").first).to_be_attached()
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    context.close()


@pytest.mark.parametrize(("scope", "least"), [(0, 36), (1, 40)])
def test_the_data_as_csv(downloaded, scope, least):
    """The rows of this view or of everything, read back by another reader."""
    text = downloaded("CSV", scope=scope, menu="view").decode("utf-8-sig")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    rows = list(csv.DictReader(io.StringIO("\n".join(lines))))
    assert len(rows) >= least
    assert {row["event_id"] for row in rows} >= {"E1", "E39"}


def test_the_camera_of_the_chart(open_screen, server):
    """The browser itself saves the picture, for servers without Chromium."""
    screen = open_screen(server)
    chart = screen.page.get_by_test_id("stPlotlyChart").first
    with screen.page.expect_download() as waiting:
        chart.locator("[data-title*='ownload plot']").first.click()
    assert waiting.value.path().read_bytes().startswith(b"\x89PNG\r\n\x1a\n")


def test_a_stable_address_gives_the_view(open_screen, server):
    """The same address gives the same bytes, and says so to whoever has them already."""
    screen = open_screen(server)
    address = f"{server.url}/export/{server.build}/events.jsonl?actors=norland"
    first = screen.context.request.get(address)
    assert first.ok
    assert first.headers["content-disposition"].startswith("attachment")
    assert all("norland" in json.dumps(json.loads(line)).lower() for line in first.text().splitlines()[1:])
    again = screen.context.request.get(address, headers={"If-None-Match": first.headers["etag"]})
    assert again.status == 304
    assert screen.context.request.get(address.replace("actors=norland", "start=junk")).status == 400
    assert screen.context.request.get(f"{server.url}/export/none/events.csv").status == 404
    assert screen.context.request.get(f"{server.url}/_stcore/metrics").status == 404


def test_the_first_start_builds_the_case(browser, unbuilt_server):
    """Without a build the page makes one before the reader's eyes, then shows it."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(unbuilt_server.url)
    expect(page.get_by_text("This case has no build yet")).to_be_visible(timeout=60_000)
    expect(page.locator(".st-key-view_sentence")).to_contain_text("events in", timeout=120_000)
    context.close()


def test_a_first_tap_on_a_mark_opens_its_evidence_in_sight(open_screen, server):
    """A finger has not hovered before; one tap is enough, and the sentences are brought to it."""
    screen = open_screen(server, width=390)
    mark = screen.page.get_by_test_id("stPlotlyChart").first.locator(".scatterlayer path.point").first
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    screen.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(screen.page.locator(".st-key-evidence_panel")).to_be_visible()
    expect(screen.page.locator(".st-key-evidence_place")).to_be_in_viewport()


def test_a_chart_is_planned_for_a_middling_window(open_screen, server):
    """Between a telephone and a desk nothing is cut and nothing scrolls sideways."""
    screen = open_screen(server, width=1024)
    frame = screen.page.locator(".st-key-medium_ladder")
    expect(frame).to_be_visible()
    assert frame.evaluate("box => box.scrollWidth <= box.clientWidth")


@pytest.mark.parametrize("kind", ["server", "large_server"])
def test_a_box_on_the_timeline_is_a_window_with_a_way_back(open_screen, request, kind):
    """Drawn with the mouse, on single marks or a density; one button leads back, another to the whole of time."""
    screen = open_screen(request.getfixturevalue(kind), "timeline")
    whole = screen.sentence().inner_text()
    screen.draw_box(screen.page.get_by_test_id("stPlotlyChart").first, 0.3, 0.6)
    expect(screen.sentence()).not_to_have_text(whole)
    expect(screen.page).to_have_url(re.compile(r"from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d"))
    screen.page.get_by_role("button", name="Back to the window before").click()
    expect(screen.sentence()).to_have_text(whole)


def test_a_pair_travels_in_the_link(open_screen, server):
    """Two sides, one of them of two actors, are the same on another machine."""
    screen = open_screen(server, "exchanges?one=Westmark&other=Norland&other=Esterra")
    expect(screen.page.get_by_text("Westmark towards Norland, Esterra")).to_be_visible()
    mark = screen.page.locator(".st-key-chart_pair .scatterlayer path.point").first
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    screen.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(screen.page.locator(".st-key-evidence_panel [class*=st-key-quote_]").first).to_contain_text("in sector")


def test_back_undoes_one_filter_after_another(open_screen, server):
    """Three filters, three steps back; forward leads to them again."""
    screen = open_screen(server, "timeline")
    sentences = [screen.sentence().inner_text()]
    for label, value in (("From", "2024-01"), ("To", "2024-12"), ("Words in the evidence", "Norland")):
        screen.fill(label, value)
        expect(screen.sentence()).not_to_have_text(sentences[-1])
        screen.settle()
        # A step of its own, as a reader's hand makes it: what follows at once belongs to the same step.
        screen.page.wait_for_timeout(500)
        sentences.append(screen.sentence().inner_text())
    for before in sentences[-2::-1]:
        screen.page.go_back()
        expect(screen.sentence()).to_have_text(before)
        screen.settle()
    screen.page.go_forward()
    expect(screen.sentence()).to_have_text(sentences[1])


def test_counts_stand_beside_the_choices(open_screen, server):
    """Opened by a button; a row puts its choice into the filter and the address."""
    screen = open_screen(server)
    screen.page.locator(".st-key-facets button").first.click()
    table = screen.page.locator(".st-key-facet_types [data-testid=stDataFrame]").first
    expect(table).to_be_visible()
    screen.settle()
    box = table.bounding_box()
    screen.page.mouse.click(box["x"] + 16, box["y"] + 52)
    expect(screen.sentence()).to_contain_text("of type")
    expect(screen.page).to_have_url(re.compile(r"types="))


def test_time_plays_by_itself_and_stops_at_its_end(open_screen, desk_server):
    """With the keyboard alone; all that was played is one step of Back, and the cursor stays on the button."""
    screen = open_screen(desk_server, "map?step=Quarter")
    before = screen.page.evaluate("history.length")
    screen.page.get_by_role("button", name="Play").press("Enter")
    stop = screen.page.get_by_role("button", name="Stop")
    expect(stop).to_be_focused()
    expect(screen.page.get_by_role("button", name="Play")).to_be_focused(timeout=60_000)
    expect(screen.page.get_by_role("button", name="Later")).to_be_disabled()
    assert screen.page.evaluate("history.length") == before + 1


def test_who_asks_for_less_motion_is_not_offered_to_play(open_screen, desk_server):
    """They walk through time by the buttons beside it."""
    screen = open_screen(desk_server, "map")
    screen.page.emulate_media(reduced_motion="reduce")
    screen.page.reload()
    expect(screen.page.get_by_role("button", name="Later")).to_be_visible(timeout=60_000)
    screen.settle()
    expect(screen.page.get_by_role("button", name="Play")).to_have_count(0)
