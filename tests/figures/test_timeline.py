"""Lanes hold every dated event once; too many marks are refused in words."""

import pytest

from tests.figures.frames import HOSTILE, event_row, events_frame, random_events, small_war
from timeline.figures import summary_text, timeline_figure
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
    """Two thousand marks are below 100 kB."""
    fig = timeline_figure(random_events(2000), title="T", dark=dark, narrow=narrow)
    assert len(fig.to_json()) < 100_000


def test_ids_and_words():
    """Marks carry ids, folded time works, empty frames say what to change, hostile lanes are escaped."""
    fig = timeline_figure(small_war(), title="T", folded=True)
    assert {row[0] for t in fig.data if t.customdata is not None for row in t.customdata} >= {"strike", "vow"}
    assert "clear a filter" in summary_text(timeline_figure(small_war().iloc[:0], title="T"))
    assert "No dated" in summary_text(timeline_figure(small_war().iloc[-1:], title="T"))
    bad = timeline_figure(events_frame([event_row("e", "2034-04-01", place=HOSTILE)]), title="T", lane="place")
    assert "<script" not in str(bad.layout.yaxis.ticktext)
