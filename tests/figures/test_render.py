"""Charts leave the screen as files that work elsewhere and call nobody."""

import re
import shutil

import pytest

from tests.figures.frames import HOSTILE, event_row, events_frame, responses_frame, small_war, small_war_responses
from timeline.errors import ExportError
from timeline.figures import chart_config, find_browser, image_session, ladder_figure, to_html, to_image
from timeline.figures.render import safe_name


def chart(**changes):
    return ladder_figure(small_war(), small_war_responses(), title="War", footer="Build 3f2a", **changes)


def test_the_page_works_offline():
    """The stand-alone page loads no script, style or picture from anywhere, and forbids it."""
    page = to_html(chart()).decode()
    head = page.split("<script", 1)[0]
    assert "default-src 'none'" in head
    assert not re.findall(r"<(?:script|link|img)[^>]+(?:src|href)=", page[:4000] + page[-20_000:])
    assert "Escalation ladder with 11 events" in page
    assert '"sendChartToCloud"' in page[-20_000:]


def test_a_hostile_title_is_text_on_the_page():
    """Nothing of a hostile label or title becomes markup of the page."""
    events = events_frame([event_row("e", "2034-04-01", label=HOSTILE, initiator=HOSTILE)])
    page = to_html(ladder_figure(events, responses_frame(), title=HOSTILE)).decode()
    assert "<script>alert(1)" not in page


def test_tools_link_to_nobody():
    """The drawing tools show no logo, send nothing anywhere and save sharp images under a safe name."""
    config = chart_config("../a b/ü.png", file_format="svg")
    assert config["displaylogo"] is False
    assert config["plotlyServerURL"] == ""
    assert "sendChartToCloud" in config["modeBarButtonsToRemove"]
    assert config["toImageButtonOptions"] == {"format": "svg", "filename": "a-b-png", "scale": 2}


def test_file_names_are_safe():
    """A file name holds letters, digits and dashes, and is never empty."""
    assert [safe_name(n) for n in ("Iran–Israel ladder", "///", "x" * 200)] == ["Iran-Israel-ladder", "chart", "x" * 80]


def test_without_a_browser_there_is_a_reason(monkeypatch):
    """Where no Chromium is installed, the error says what to do instead."""
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(ExportError, match="download PNG or SVG from the chart"):
        to_image(chart())
    with pytest.raises(ExportError), image_session():
        pass


@pytest.mark.skipif(find_browser() is None, reason="no Chromium on this machine")
def test_images_of_every_kind():
    """PNG, SVG and PDF come out whole, at the width asked, with the footer inside; the session can be reopened."""
    with image_session():
        png, svg, pdf = (to_image(chart(), kind, width=900, scale=1) for kind in ("png", "svg", "pdf"))
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(png[16:20], "big") == 900
    assert b"Build 3f2a" in svg
    assert pdf[:5] == b"%PDF-"
    assert to_image(chart(narrow=True, dark=True), width=390, scale=1)[:4] == b"\x89PNG"
