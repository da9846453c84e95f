"""The ladder shows every dated event once, in its place, and stays small."""

import itertools
import json

import pandas as pd
import pytest

from tests.figures.frames import (
    HOSTILE,
    event_row,
    events_frame,
    random_events,
    responses_frame,
    small_war,
    small_war_responses,
)
from timeline.figures import axis_day, ladder_figure, summary_text
from timeline.figures._layout import make_sheet
from timeline.figures._place import centred
from timeline.figures._text import text_px
from timeline.figures.ladder import ladder_facts


def facts_of(events, responses, *, narrow=False, folded=True):
    sheet = make_sheet("T", "", "", dark=False, narrow=narrow, left=158)
    return ladder_facts(events, responses, sheet, folded=folded, names={})


def drawn_ids(fig):
    return sorted(row[0] for trace in fig.data for row in (trace.customdata if trace.customdata is not None else ()))


def test_every_dated_event_is_one_mark_with_its_id():
    """A click on any mark gives its event's id."""
    fig = ladder_figure(small_war(), small_war_responses(), title="War")
    assert drawn_ids(fig) == sorted(set(small_war()["event_id"]) - {"someday"})
    assert fig.layout.meta["undated"] == 1


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("folded", [False, True])
@pytest.mark.parametrize("count", [12, 40, 300])
def test_nothing_covers_a_label(narrow, folded, count):
    """Labels meet no mark, no date line, no other label, and stay on the sheet."""
    events = small_war() if count == 12 else random_events(count)
    responses = responses_frame([(f"e{i + 3:06d}", f"e{i:06d}", 3) for i in range(0, 30, 5)])
    facts = facts_of(events, small_war_responses() if count == 12 else responses, narrow=narrow, folded=folded)
    boxes = []
    for label in facts.labels:
        width = max(text_px(line, 11) for line in label.lines)
        boxes.append(centred(label.x + label.dx, label.y + label.dy, width, 14 * len(label.lines)))
    assert boxes
    assert not any(a.meets(b) for a, b in itertools.combinations(boxes, 2))
    assert not any(box.meets(p.box) or box.meets(p.bar) for box in boxes for p in facts.placed)
    assert all(box.x0 >= 0 and box.x1 <= facts.scale.width and box.y1 <= facts.height for box in boxes)


def test_marks_of_one_day_stand_apart():
    """Events of one day and rung are stacked, not drawn upon each other."""
    rows = [event_row(f"e{i}", "2034-04-01", initiator=f"Land {i}") for i in range(9)]
    facts = facts_of(events_frame(rows), responses_frame())
    assert not any(a.box.meets(b.box) for a, b in itertools.combinations(facts.placed, 2))


def test_higher_is_more_hostile():
    """Marks lie inside the band of their rung, and rungs rise."""
    facts = facts_of(small_war(), small_war_responses())
    assert all(facts.rungs[p.rung].y0 <= p.y <= facts.rungs[p.rung].y1 for p in facts.placed)
    assert [r.y0 for r in facts.rungs] == sorted(r.y0 for r in facts.rungs)


def test_arcs_join_answers_to_what_they_answer():
    """Only answers with both ends drawn have an arc, and it says the lag."""
    facts = facts_of(small_war(), small_war_responses())
    assert {(a.responds_to, a.event_id) for a in facts.arcs} == {("strike", "barrage"), ("barrage", "vow")}
    assert any("12–13 d" in a.text for a in facts.arcs)


def test_row_order_changes_nothing():
    """The same events in any order give the same chart, byte for byte."""
    events = random_events(80)
    one = ladder_figure(events, responses_frame(), title="T").to_json()
    two = ladder_figure(events.sample(frac=1, random_state=5), responses_frame(), title="T").to_json()
    assert one == two


def test_what_is_not_asserted_is_hollow():
    """Alleged, planned, threatened and denied marks are rings; the legend says so."""
    fig = ladder_figure(small_war(), small_war_responses(), title="T")
    rings = {row[0] for t in fig.data if t.customdata is not None and t.marker.line.width > 2 for row in t.customdata}
    assert rings == {"vow", "killing", "general"}
    assert any("alleged" in (t.name or "") for t in fig.data)


def test_lasting_and_uncertain_look_different():
    """A barrage of two nights has a thick bar, a killing on one of four days a thin one with ends."""
    fig = ladder_figure(small_war(), small_war_responses(), title="T")
    looks = {}
    for t in fig.data:
        if t.customdata is not None and t.error_x.thickness:
            looks |= {row[0]: (t.error_x.thickness, t.error_x.width) for row in t.customdata}
    assert looks["barrage"] == (6, 0)
    assert looks["killing"] == (1.4, 4)


@pytest.mark.parametrize(("count", "limit"), [(40, 40_000), (1000, 100_000), (2000, 100_000)])
def test_size_of_what_is_sent(count, limit):
    """A ladder stays below its bytes: 40 kB at 40 events, 100 kB at the largest."""
    assert len(ladder_figure(random_events(count), responses_frame(), title="T").to_json()) < limit


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("narrow", [False, True])
def test_no_event_is_a_chart_with_words(dark, narrow):
    """Without events the chart says what to change; without dates it says that."""
    empty = ladder_figure(small_war().iloc[:0], responses_frame(), title="T", dark=dark, narrow=narrow)
    undated = ladder_figure(small_war().iloc[-1:], responses_frame(), title="T", dark=dark, narrow=narrow)
    assert "clear a filter" in summary_text(empty)
    assert "No dated event" in summary_text(undated)
    assert undated.layout.meta["undated"] == 1


def test_one_event_is_a_ladder():
    """A single event is drawn, named and dated."""
    fig = ladder_figure(small_war().iloc[1:2], responses_frame(), title="T")
    assert drawn_ids(fig) == ["strike"]
    assert "1 Apr" in fig.layout.xaxis.ticktext


def test_hostile_words_stay_words():
    """A hostile label, actor, title and footer reach the figure only escaped."""
    rows = [event_row(f"e{i}", "2034-04-01", initiator=HOSTILE, label=HOSTILE) for i in range(3)]
    fig = ladder_figure(events_frame(rows), responses_frame(), title=HOSTILE, subtitle=HOSTILE, footer=HOSTILE)
    plain = fig.to_plotly_json()
    plain["layout"].pop("meta")
    sent = json.dumps(plain, default=str)
    assert "<script" not in sent
    assert "<a " not in sent
    assert "$" not in sent


def test_names_replace_ids():
    """Display names come from the caller where given."""
    fig = ladder_figure(small_war(), responses_frame(), title="T", names={"sudria": "Republic of Sudria"})
    assert "Republic of Sudria" in {t.name for t in fig.data}


def test_the_summary_says_what_is_seen():
    """The text summary counts events, names rungs, initiators and the gravest event."""
    text = summary_text(ladder_figure(small_war(), small_war_responses(), title="T"))
    assert "11 events" in text
    assert "use of force 5" in text
    assert "League: raid" in text
    assert "1 event without a date" in text


def test_a_box_on_the_chart_becomes_dates():
    """An x value of the chart turns back into its day, folded or not."""
    for folded in (True, False):
        fig = ladder_figure(small_war(), responses_frame(), title="T", folded=folded)
        strike = next((t, i) for t in fig.data if t.customdata is not None
                      for i, row in enumerate(t.customdata) if row[0] == "strike")  # fmt: skip
        assert axis_day(fig, float(strike[0].x[strike[1]])).isoformat() == "2034-04-01"


def test_the_footer_travels_with_the_image():
    """Build, filters and sources stand in the figure itself."""
    fig = ladder_figure(small_war(), responses_frame(), title="T", footer="Build 3f2a · 5 articles")
    assert any("Build 3f2a" in a.text for a in fig.layout.annotations)


def test_a_medium_plan_counts_the_rows_of_its_legend():
    """A legend wraps at the width of the plot, and room is left below for each of its rows."""
    wide, medium = (ladder_figure(small_war(), small_war_responses(), title="T", width=px) for px in (1000, 640))
    assert medium.layout.margin.b > wide.layout.margin.b
    # On a chart wider than its plan a legend has fewer rows: it hangs below the axis, and leaves no hole above it.
    for layout in (wide.layout, medium.layout):
        assert (layout.legend.yanchor, layout.legend2.yanchor) == ("top", "top")
        assert layout.height * layout.legend.y == pytest.approx(layout.margin.b - 26, abs=1)
        assert layout.legend2.y < layout.legend.y


def phases_frame():
    rows = [
        (1, "2031-01-01", "2034-03-31", 0.5),
        (2, "2034-04-01", "2034-04-20", 30.0),
        (3, "2034-04-21", "2036-01-01", 6.0),
    ]
    return pd.DataFrame(rows, columns=["number", "date_start", "date_end", "per_week"]).astype(
        {"date_start": "datetime64[us]", "date_end": "datetime64[us]"}
    )


def test_phases_stand_beneath_the_rungs():
    """A numbered strip in time, the most hostile the darkest, told in words to the pointer."""
    fig = ladder_figure(small_war(), small_war_responses(), title="T", phases=phases_frame())
    strip = next(t for t in fig.data if t.mode == "text")
    assert [text.startswith("Phase ") for text in strip.hovertext] == [True, True, True]
    assert "hostility 30.0 a week" in strip.hovertext[1]
    assert list(strip.x) == sorted(strip.x)
    assert all(y < 0 for y in strip.y)
    assert any("phase" in (t.name or "") for t in fig.data)


def test_one_phase_is_no_strip():
    """A case that never changed has no phases to compare."""
    plain = ladder_figure(small_war(), small_war_responses(), title="T")
    one = ladder_figure(small_war(), small_war_responses(), title="T", phases=phases_frame().head(1))
    assert one.to_json() == plain.to_json()


@pytest.mark.parametrize("narrow", [False, True])
def test_a_lag_covers_neither_mark_nor_date(narrow):
    """Where no place is free, the lag is left out."""
    facts = facts_of(small_war(), small_war_responses(), narrow=narrow)
    for arc in facts.arcs:
        box = centred(*arc.at, text_px(arc.text, 11) + 6, 15) if arc.text else None
        assert box is None or not any(box.meets(p.box) or box.meets(p.bar) for p in facts.placed)


def test_a_lag_beside_its_arc_stays_beside_it():
    """On a chart wider than planned too: it hangs on a point of the line by pixels, which do not grow."""
    seen = []
    for seed, folded in itertools.product((12, 40), (True, False)):
        events = small_war() if seed == 12 else random_events(seed)
        links = small_war_responses() if seed == 12 else responses_frame(
            [(f"e{i + 3:06d}", f"e{i:06d}", 3) for i in range(0, 30, 5)]
        )  # fmt: skip
        for arc in facts_of(events, links, folded=folded).arcs:
            if arc.text and arc.beside:
                seen.append(arc)
                assert min(abs(arc.at[0] - arc.beside - x) for x, _ in arc.points) < 1e-6
                assert abs(arc.beside) <= text_px(arc.text, 11) / 2 + 10
    assert seen


def test_an_arc_has_the_colour_of_who_answers():
    """So that of two lines that leave one mark each is told from the other."""
    facts = facts_of(small_war(), small_war_responses())
    colours = {p.mark.event_id: p.key.colour for p in facts.placed}
    assert facts.arcs
    assert all(arc.colour == colours[arc.event_id] for arc in facts.arcs)


@pytest.mark.parametrize("count", [600, 2000])
def test_each_event_of_a_crowded_rung_is_drawn_once(count):
    """The gravest stay marks with words, the others are counted in bars above the floor of their rung."""
    facts = facts_of(random_events(count, days=12), responses_frame(), folded=False)
    assert facts.bars
    assert len(facts.placed) + sum(bar.events for bar in facts.bars) == count
    assert facts.labels
