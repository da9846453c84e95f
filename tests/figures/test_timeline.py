"""Lanes hold every dated event once; too many marks are refused in words."""

from datetime import date

import pytest

from tests.figures.frames import HOSTILE, event_row, events_frame, random_events, small_war, small_war_responses
from timeline.figures import box_days, summary_text, timeline_figure
from timeline.figures._arrows import find_arrows
from timeline.figures._layout import make_sheet
from timeline.figures.timeline import timeline_facts


def facts_of(events, lane="initiator", *, narrow=False):
    sheet = make_sheet("T", "", "", dark=False, narrow=narrow, left=158)
    return timeline_facts(events, sheet, lane=lane, folded=False, names={"sudria": "Sudria"})


@pytest.mark.parametrize("lane", ["initiator", "target", "type", "place"])
def test_each_event_is_in_one_lane(lane):
    """Every dated event stands once, inside its lane."""
    facts = facts_of(small_war(), lane)
    assert sum(b.events for b in facts.bands) == len(facts.placed) == 11
    assert all(any(b.y0 <= p.y <= b.y1 for b in facts.bands) for p in facts.placed)


def test_an_event_stands_in_each_of_its_lanes():
    """Where an event has several pairs or sources, it is drawn in each; where it has none, in a lane of its own."""
    sheet = make_sheet("T", "", "", dark=False, narrow=False, left=158)
    lanes = {"strike": ["Gazette", "Herald"], "vow": ["Herald"], "refuse": [""]}
    facts = timeline_facts(small_war(), sheet, lane="source", folded=False, names={}, lanes=lanes)
    events = {band.name: band.events for band in facts.bands}
    assert events == {"Herald": 2, "Gazette": 1, "Not named": 9}


def test_true_time_marks_its_gaps_in_words():
    """As long as they are, in the longest words that fit; folded time writes them along its strips.

    The first begins where the year of 2031, somewhere in which an event lies, is over.
    """
    facts = facts_of(small_war())
    assert {gap.days for gap in facts.gaps} >= {645, 175, 103}
    true = timeline_figure(small_war(), title="T")
    folded = timeline_figure(small_war(), title="T", folded=True)
    for figure in (true, folded):
        assert any("without an event" in note.text for note in figure.layout.annotations)


@pytest.mark.parametrize("folded", [True, False])
def test_on_a_telephone_silences_are_measured_under_the_lanes(folded):
    """Where they stand among marks they cover some."""
    figure = timeline_figure(small_war(), title="T", folded=folded, narrow=True)
    told = [note.y for note in figure.layout.annotations if note.text.startswith("<i>")]
    lowest = min(shape.y0 for shape in figure.layout.shapes)
    assert told
    assert max(told) < lowest
    assert figure.layout.yaxis.range[0] <= min(told)


def test_arrows_join_answers_on_demand():
    """From the act to its answer; ends that are not drawn are left out."""
    facts = facts_of(small_war())
    arrows = find_arrows(small_war_responses(), facts.placed)
    assert {(a.responds_to, a.event_id) for a in arrows} == {("strike", "barrage"), ("barrage", "vow")}
    at = {p.mark.event_id: p for p in facts.placed}
    for arrow in arrows:
        assert abs(arrow.points[0][1] - at[arrow.responds_to].y) < 1
        assert abs(arrow.points[-1][1] - at[arrow.event_id].y) < 1
    plain, drawn = (timeline_figure(small_war(), title="T", responses=r) for r in (None, small_war_responses()))
    assert len(drawn.data) == len(plain.data) + 2


def test_a_box_on_the_chart_is_a_window_of_days():
    """Whatever the axis holds: folded pixels, days or the dates of a density."""
    figure = timeline_figure(small_war(), title="T", folded=True)
    marks = {
        row[0]: x for t in figure.data if t.customdata is not None for x, row in zip(t.x, t.customdata, strict=True)
    }
    first, last = box_days(figure, [marks["barrage"] + 3, marks["strike"] - 3])
    assert first <= date(2034, 4, 1) < date(2034, 4, 13) <= last
    assert box_days(figure, ["2034-05-02 12:00", "2034-04-01"]) == (date(2034, 4, 1), date(2034, 5, 2))


def test_rare_lanes_are_gathered():
    """More lanes than can be read become one lane of others, and none is lost."""
    facts = facts_of(random_events(300, actors=40), "place", narrow=True)
    assert len(facts.bands) == 8
    assert facts.bands[0].name == "Others"
    assert sum(b.events for b in facts.bands) == 300


def test_too_many_marks_are_refused_in_words():
    """Above the limit the chart asks for a shorter time instead of freezing the browser."""
    fig = timeline_figure(random_events(2001), title="T")
    assert "too many" in summary_text(fig)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("narrow", [False, True])
def test_the_largest_timeline_stays_small(dark, narrow):
    """As many marks as are drawn one by one are below 100 kB, half in bars or all."""
    for count in (1000, 2000):
        fig = timeline_figure(random_events(count), title="T", dark=dark, narrow=narrow)
        assert len(fig.to_json()) < 100_000


@pytest.mark.parametrize("count", [600, 1200, 2000])
def test_each_event_of_a_crowd_is_drawn_once(count):
    """As a mark or in a bar; and no lane's marks cover one another by more than half."""
    facts = facts_of(random_events(count, actors=3))
    assert len(facts.placed) + sum(bar.events for bar in facts.bars) == count
    assert all(any(band.y0 <= bar.y0 < bar.y1 <= band.y1 + 0.1 for band in facts.bands) for bar in facts.bars)


def test_a_long_lane_name_is_broken_not_cut():
    """A name of two lines stands in full beside its lane."""
    rows = [event_row("e1", "2034-04-01", initiator="Guards of the Northern Revolution")]
    (name,) = timeline_figure(events_frame(rows), title="T").layout.yaxis.ticktext
    assert name.replace("<br>", " ") == "Guards of the Northern Revolution"


def test_a_crowd_says_so():
    """The line that says how to read the chart tells of the bars and their scale, and only where there are any."""
    told = timeline_figure(random_events(2000, actors=2), title="T").layout.annotations
    assert any("bars count events: the tallest" in note.text.replace("<br>", " ") for note in told)
    few = timeline_figure(small_war(), title="T").layout.annotations
    assert not any("bars count events" in note.text.replace("<br>", " ") for note in few)


def test_ids_and_words():
    """Marks carry ids, folded time works, empty frames say what to change, hostile lanes are escaped."""
    fig = timeline_figure(small_war(), title="T", folded=True)
    assert {row[0] for t in fig.data if t.customdata is not None for row in t.customdata} >= {"strike", "vow"}
    assert "clear a filter" in summary_text(timeline_figure(small_war().iloc[:0], title="T"))
    assert "No dated" in summary_text(timeline_figure(small_war().iloc[-1:], title="T"))
    bad = timeline_figure(events_frame([event_row("e", "2034-04-01", place=HOSTILE)]), title="T", lane="place")
    assert "<script" not in str(bad.layout.yaxis.ticktext)
