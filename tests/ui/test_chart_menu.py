"""Each chart and each view can be taken away, linked to and cited."""

import pytest

from timeline.speech import Speech
from timeline.ui.chart_menu import footer
from timeline.ui.view import View

CHARTS = {
    "overview": ("ladder", "phases"),
    "timeline": ("lanes",),
    "exchanges": ("pair", "balance"),
    "actors": ("actor_chart", "deeds", "comparison", "matrix"),
}


def keys_of(app):
    return {button.key for button in app.get("download_button")}


@pytest.mark.parametrize("page", sorted(CHARTS))
def test_every_chart_has_a_menu_of_its_own(open_page, page):
    """Picture and rows of each chart, and one menu for the view."""
    app = open_page("populated", page)
    assert not app.exception
    keys = keys_of(app)
    for chart in CHARTS[page]:
        assert {f"picture_png_{chart}", f"picture_html_{chart}", f"drawn_{chart}_csv"} <= keys
    assert {"data_view_csv", "data_view_zip", "data_all_csv"} <= keys


def test_a_view_and_its_charts_are_cited_by_name(open_page):
    """The citation of a chart names it, the case, the build and the day."""
    app = open_page("populated", "timeline")
    told = [code.value for code in app.code if "Escalation Timeline, build" in code.value]
    view, chart = told
    assert view.startswith("Norland and Sudria: 40 events in 79 reports. Escalation Timeline, build ")
    assert chart.startswith("Events by initiator. Norland and Sudria: 40 events in 79 reports.")
    assert all("accessed 20" in words for words in told)


def test_an_empty_view_offers_nothing_to_take(open_page):
    """Without an event there is no menu of empty files."""
    assert not keys_of(open_page("empty"))


def test_a_picture_carries_case_filters_build_day_and_sources(open_page):
    """What is under a picture says where it is from without the page."""
    app = open_page("populated")
    view = app.session_state["_view"]
    assert isinstance(view, View)
    words = footer(view, Speech())
    assert words.startswith(f"Norland and Sudria: 40 events in 79 reports. Build {view.build.id}, drawn 20")
    assert words.endswith("Sources: The Gazette; Harbour Post.") or words.endswith("Harbour Post; The Gazette.")


def test_a_chart_without_anything_to_draw_says_so(open_page, words_of):
    """No blank picture and no menu of one: what is missing, in words."""
    app = open_page("populated", "map")
    assert "names a place that can be put on a map" in app.info[0].value.replace("\\", "")
    assert not any("_map" in key for key in keys_of(app))
