"""Every page on every kind of case, run without a browser."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from timeline.settings import ROOT

PAGES = tuple(sorted(path.stem for path in (ROOT / "pages").glob("*.py")))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("case", ["populated", "empty", "one", "hostile"])
def test_every_page_opens_on_every_case(open_page, case, page):
    """No page fails, however much or little there is to show."""
    app = open_page(case, page)
    assert not app.exception
    assert not app.error
    assert app.title[0].value


def test_the_overview_counts_events_and_reports_apart(open_page):
    """Two numbers, never one."""
    app = open_page("populated")
    metrics = {metric.label: metric.value for metric in app.metric[:4]}
    assert metrics["Events"] == "40"
    assert metrics["Reports"] == "79"


@pytest.mark.parametrize("page", ["overview", "timeline", "exchanges", "actors"])
def test_an_empty_view_says_what_to_change(open_page, page):
    """No event, no chart: a sentence and a button that clears the filters."""
    app = open_page("populated", page)
    app.number_input(key="reports").set_value(900).run()
    assert "No event matches" in app.info[0].value
    app.button(key="clear_empty").click().run()
    assert app.number_input(key="reports").value == 1
    assert not app.info


def test_filters_narrow_the_view_and_say_so(open_page, words_of):
    """The sentence on top names what is filtered."""
    app = open_page("populated")
    app.multiselect(key="actors").set_value(["Norland"]).run()
    app.segmented_control(key="role").set_value("Initiator").run()
    assert "by Norland" in words_of(app)
    assert int(app.metric[0].value) < 40


def test_a_case_that_cannot_be_built_says_why(tmp_path, monkeypatch):
    """Without a build the page runs one; if that fails, its last words are shown and nothing else."""
    (tmp_path / "case.toml").write_text("title = 3", encoding="utf-8")
    monkeypatch.setenv("TIMELINE_CASE", str(tmp_path))
    app = AppTest.from_file(ROOT / "timeline" / "ui" / "shell.py", default_timeout=120).run()
    assert "could not be built" in app.error[0].value
    assert app.code[0].value.strip("-")


def test_filters_survive_a_change_of_page(open_page):
    """What was asked on one page holds on the next."""
    app = open_page("populated")
    app.text_input(key="from").set_value("2024").run()
    app.switch_page("../../pages/timeline.py").run()
    assert app.text_input(key="from").value == "2024"


@pytest.mark.parametrize(("written", "notice"), [("soon", "is not a date"), ("2024-02-31", "is not a date")])
def test_a_date_that_is_none_is_named(open_page, written, notice):
    """Junk is left out and said, never guessed at."""
    app = open_page("populated")
    app.text_input(key="from").set_value(written).run()
    assert notice in app.warning[0].value
    assert app.metric[0].value == "40"


def test_dates_the_wrong_way_round_are_left_out(open_page):
    """An impossible window shows everything and says why."""
    app = open_page("populated")
    app.text_input(key="from").set_value("2024-05-01").run()
    app.text_input(key="to").set_value("2024-04-01").run()
    assert "Both were left out" in app.warning[0].value


def test_choosing_from_the_list_opens_the_evidence(open_page, words_of):
    """The keyboard reaches the same panel as the mouse."""
    app = open_page("populated")
    app.selectbox(key="evidence_choice").set_value("E6").run()
    words = words_of(app)
    assert "in sector 6." in words
    assert "Report 1 of 1" in words


def test_an_event_has_a_permanent_address(open_page, words_of):
    """The link shows the event with its reports, reasons and answers."""
    app = open_page("populated", "event", event="E11")
    words = words_of(app)
    assert "in sector 11." in words
    assert "How the date is known" in words
    assert "Why these reports are one event" in words


def test_the_event_page_without_an_event_offers_some(open_page):
    """No dead end: the newest, gravest and most disputed are a click away; an empty case has none to offer."""
    offered = {case: open_page(case, "event").get("page_link") for case in ("populated", "empty")}
    to_events = {case: [link for link in links if "event=" in str(link.proto)] for case, links in offered.items()}
    assert 10 < len(to_events["populated"]) <= 15
    assert not to_events["empty"]


def test_the_list_of_events_changes_the_address(open_page, words_of):
    """Choosing from the list is the same as following a link."""
    app = open_page("populated", "event", event="E11")
    app.selectbox(key="event_pick").set_value("E5").run()
    assert app.text_input(key="event").value == "E5"
    assert "in sector 5." in words_of(app)


def test_an_unknown_event_is_said_to_be_unknown(open_page):
    """A wrong number gives a sentence, not an empty page."""
    app = open_page("populated", "event", event="nothing")
    assert "nothing" in app.info[0].value


def test_disagreements_stand_side_by_side(open_page, words_of):
    """Each value with who gives it."""
    words = words_of(open_page("populated", "event", event="E10"))
    assert "Norland" in words
    assert "11" in words


def test_a_source_without_a_publisher_is_named_by_its_title(open_page, words_of):
    """Who says a value is a publisher or a title, never the number of an article."""
    words = words_of(open_page("unpublished", "event", event="E1")).replace("\\", "")
    assert "1 report: One quiet week" in words


def test_an_article_shows_its_stored_text(open_page, words_of):
    """What was read can be read again, with its reports marked."""
    words = words_of(open_page("populated", "sources", article="a1"))
    assert "The markets were calm that week." in words
    assert "Left out, and why" in words


def test_what_speaks_against_a_date_stands_beside_it(open_page, words_of):
    """The date of an article has its reason, and under it every piece of evidence that says otherwise."""
    words = words_of(open_page("populated", "sources", article="a0")).replace("\\", "")
    assert "It was given." in words
    assert "Against this date: The address names another day." in words


@pytest.mark.parametrize(
    ("page", "params"), [("overview", {}), ("event", {"event": "E1"}), ("sources", {"article": "a1"})]
)
def test_hostile_words_reach_no_markdown_unescaped(open_page, page, params):
    """Wherever Markdown is read, article text is escaped."""
    app = open_page("hostile", page, **params)
    kinds = (app.title, app.header, app.subheader, app.markdown, app.caption, app.info, app.warning)
    for element in (element for kind in kinds for element in kind):
        assert "![x](" not in element.value
        assert "<script>" not in element.value
        assert ":red[" not in element.value


def test_the_event_heads_its_page(open_page):
    """The first heading says what happened; the id has an explanation."""
    app = open_page("populated", "event", event="E11")
    assert "sector 11" in app.title[0].value
    assert app.text_input(key="event").help


def test_each_report_has_its_own_reasons(open_page):
    """Why a sentence is read as it is stands folded under that sentence."""
    app = open_page("populated", "event", event="E11")
    assert {box.label for box in app.main.expander} <= {"Why it is read like this"}


def test_the_timeline_folds_quiet_time_and_can_unfold_it(open_page):
    """The same switch as on the overview, on at first."""
    app = open_page("populated", "timeline")
    assert app.toggle(key="fold").value
    app.toggle(key="fold").set_value(False).run()
    assert not app.exception


def test_sources_count_what_was_read_and_left_out(open_page, words_of):
    """The filters choose events, so the page does not speak of them."""
    assert "4 articles read, 1 input left out" in words_of(open_page("populated", "sources")).replace("\\", "")


@pytest.mark.parametrize("part", ["How it works", "How often it is right", "Dates", "Merging", "What the words mean"])
def test_the_method_is_told_on_the_spot(open_page, words_of, part):
    """Each part of the method has words, whichever the address names, and no link that leads nowhere."""
    app = open_page("populated", "method")
    app.segmented_control(key="part").set_value(part).run()
    assert not app.exception
    assert len(words_of(app)) > 1_000
    assert ".md)" not in words_of(app)


@pytest.mark.parametrize("lane", ["Target", "Pair", "Type", "Place", "Source"])
def test_the_timeline_has_lanes_of_every_kind(open_page, lane):
    """Each is drawn, with and without arrows."""
    app = open_page("populated", "timeline")
    app.segmented_control(key="lane").set_value(lane).run()
    app.toggle(key="arrows").set_value(True).run()
    assert not app.exception


def test_the_past_is_shown_as_it_was_known(open_page, words_of):
    """Before the first article nothing, at the end everything; the sentence says the day."""
    app = open_page("populated")
    slider = app.slider(key="known")
    assert slider.value == date(2025, 6, 1)
    assert "as known on" not in words_of(app)
    slider.set_value(date(2024, 3, 1)).run()
    assert "as known on 1 March 2024" in words_of(app)
    assert 0 < int(app.metric[0].value) < 40
    app.button(key="clear_sidebar").click().run()
    assert app.metric[0].value == "40"


def test_what_changed_is_said_against_a_baseline(open_page, words_of):
    """In a sentence, for each baseline and period; a window of the filters is the period."""
    app = open_page("populated")
    assert "hostility is" in words_of(app)
    for baseline in ("A year earlier", "The average"):
        app.segmented_control(key="baseline").set_value(baseline).run()
        assert "hostility is" in words_of(app)
    app.text_input(key="from").set_value("2024-01").run()
    assert "1 Jan 2024" in words_of(app)
    assert not app.exception


def test_the_phases_of_a_case_can_be_questioned(open_page):
    """Each with its rate and its gravest event."""
    app = open_page("populated")
    assert any("phases" in box.label for box in app.expander)


def test_the_map_of_an_empty_case_has_no_switch(open_page):
    """A switch that could do nothing is not drawn; a window without an event keeps it, for the next one."""
    assert not [one for one in open_page("empty", "map").toggle if one.key == "lines"]
    assert [one for one in open_page("populated", "map", to="1990").toggle if one.key == "lines"]


def test_the_method_says_what_a_build_does_not_tell(open_page, words_of):
    """A name with nothing behind its colon would read like an error."""
    facts = [line for line in words_of(open_page("populated", "method")).splitlines() if line.startswith("- ")]
    assert facts
    assert not [line for line in facts if line.rstrip().endswith(":")]


def test_empty_date_fields_show_how_far_the_case_reaches(open_page):
    """The same example in both would read like a filter that is set."""
    app = open_page("populated")
    first, last = (app.text_input(key=key).placeholder for key in ("from", "to"))
    assert first < last
