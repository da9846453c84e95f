"""What an analyst does with a new article, in a real browser: paste it, see it built, find it on the Timeline."""

import re

import pytest
from playwright.sync_api import expect

from timeline.jobs import read_job
from timeline.store import current_build_id

pytestmark = pytest.mark.browser
# The build reads the whole bundled case.
SECONDS = 120_000
TEXT = "Peru expelled the ambassador of Mexico in Lima on 20 December 2022, the foreign ministry said."


def test_a_pasted_article_becomes_an_event(open_screen, editing_server):
    """Paste, save, see progress that a reload does not lose, show the newer build, find the event."""
    before = current_build_id(editing_server.folder)
    screen = open_screen(editing_server, "sources")
    reader = open_screen(editing_server, "method")
    screen.unfold("Add articles")
    screen.page.get_by_role("tab", name="Paste").click()
    screen.page.get_by_label("Text of the article").fill(TEXT)
    screen.page.get_by_label("Title", exact=True).fill("Envoy sent home")
    screen.page.get_by_role("button", name="Save").click()
    expect(screen.page.get_by_text("1 input: 1 added")).to_be_visible()
    expect(screen.page.get_by_text("A new build is being made")).to_be_visible()
    screen.page.reload()
    screen.settle()
    newer = screen.page.get_by_role("button", name="Show the newer build")
    expect(screen.page.get_by_text(re.compile("A new build is being made|A newer build")).first).to_be_visible()
    expect(newer.or_(screen.page.get_by_text("Add articles")).first).to_be_visible(timeout=SECONDS)
    reader.page.get_by_role("link", name="Actors").first.click()
    expect(reader.page.get_by_role("button", name="Show the newer build")).to_be_visible(timeout=SECONDS)
    reader.settle()
    assert read_job(editing_server.folder).build_id == current_build_id(editing_server.folder) != before
    reader.page.get_by_role("button", name="Show the newer build").click()
    expect(reader.page.get_by_role("button", name="Show the newer build")).to_have_count(0)
    late = open_screen(editing_server, "timeline?actors=Peru")
    expect(late.sentence()).to_contain_text("1 event")


def test_a_build_can_be_cancelled(open_screen, editing_server):
    """The article stays, the build before stays, and another build can be asked for."""
    before = current_build_id(editing_server.folder)
    screen = open_screen(editing_server, "sources")
    screen.unfold("Add articles")
    screen.page.locator("input[type=file]").first.set_input_files(
        [{"name": "one.txt", "mimeType": "text/plain", "buffer": TEXT.encode()}]
    )
    screen.page.get_by_role("button", name="Cancel the build").click()
    expect(screen.page.get_by_text("the build was cancelled")).to_be_visible()
    assert current_build_id(editing_server.folder) == before
    screen.page.get_by_role("button", name="Build now").click()
    expect(screen.page.get_by_role("button", name="Show the newer build")).to_be_visible(timeout=SECONDS)
    assert current_build_id(editing_server.folder) != before
