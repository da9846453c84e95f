"""Time on paper: order is kept, folds say their length, nothing is lost."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.figures._scale import folded_scale, gaps, headings, ticks, true_scale
from timeline.figures._text import EPOCH, text_px
from timeline.speech import Speech

WIDTH = 800.0


def day(text):
    return date.fromisoformat(text).toordinal() - EPOCH


spans = st.lists(
    st.tuples(st.integers(0, 4000), st.integers(0, 400)).map(lambda p: (p[0], p[0] + p[1])), min_size=1, max_size=40
)


@given(spans)
@settings(max_examples=80)
def test_later_is_never_further_left(found):
    """Folded or true, the axis never runs backwards and stays on the sheet."""
    for scale in (folded_scale(found, WIDTH), true_scale(found, WIDTH)):
        xs = [scale.x(d) for d in range(-10, 4420, 7)]
        assert xs == sorted(xs)
        assert min(xs) >= 0
        assert max(xs) <= WIDTH + 1e-6


@given(spans)
@settings(max_examples=80)
def test_axis_values_turn_back_into_days(found):
    """A place on the axis names the day that stands there."""
    for scale in (folded_scale(found, WIDTH), true_scale(found, WIDTH)):
        for start, _ in found:
            if scale.pieces[0].start <= start <= scale.pieces[-1].end:
                unit = max((p.end - p.start) / (p.x1 - p.x0) for p in scale.pieces)
                slack = 0.1 * max(unit, *[(b.start - a.end) / 40 for a, b in pairwise(scale.pieces)], 0.1)
                assert abs(scale.day(scale.axis(scale.x(start))) - start) <= slack


@given(spans)
@settings(max_examples=60)
def test_dates_under_the_axis_never_touch(found):
    """Dates under the axis stay apart from each other and on the sheet."""
    shown = ticks(folded_scale(found, WIDTH), Speech(), [s for s, _ in found])
    for one, two in pairwise(shown):
        assert two.x - one.x >= (text_px(one.text, 11) + text_px(two.text, 11)) / 2


def test_silence_is_folded_and_measured():
    """A gap between reports becomes a strip that says how many days it holds."""
    scale = folded_scale([(day("2034-04-01"), day("2034-04-01")), (day("2034-06-02"), day("2034-06-03"))], WIDTH)
    assert [f.days for f in scale.folds] == [61]


def test_a_short_silence_is_not_folded():
    """Nine days without a report stay as they are."""
    assert folded_scale([(0, 0), (10, 10)], WIDTH).folds == ()


def test_a_vague_date_does_not_hold_time_open():
    """A date known only to the year is headed by its year and gets no day under the axis."""
    scale = folded_scale([(day("2032-01-01"), day("2032-12-31")), (day("2034-04-01"), day("2034-04-01"))], WIDTH)
    assert [h.text for h in headings(scale, Speech())] == ["2032", "April 2034"]
    assert {t.text for t in ticks(scale, Speech())} >= {"1 Apr"}
    assert not any("Jul" in t.text for t in ticks(scale, Speech()))


def test_no_silence_is_counted_where_an_event_may_lie():
    """A date known only to the year fills that year; a silence is counted from its end, and none inside a wider one."""
    year, later = (day("2032-01-01"), day("2032-12-31")), (day("2034-04-01"), day("2034-04-01"))
    free = later[0] - year[1] - 1
    assert [f.days for f in folded_scale([year, later], WIDTH).folds] == [free]
    assert [g.days for g in gaps([year, later], true_scale([year, later], WIDTH))] == [free]
    decade = (day("2025-01-01"), day("2034-12-31"))
    assert not any(f.days for f in folded_scale([decade, (day("2031-05-01"),) * 2, later], WIDTH).folds)
    assert gaps([decade, later], true_scale([decade, later], WIDTH)) == ()


def test_a_day_of_a_long_stretch_has_its_year():
    """Under an axis of several years `4 Mar` would be any of them; within a year the heading tells which."""
    long = true_scale([(day("2030-01-01"), day("2034-01-01"))], WIDTH)
    assert "4 Mar 2032" in {t.text for t in ticks(long, Speech(), [day("2032-03-04")])}
    short = true_scale([(day("2032-01-01"), day("2032-06-01"))], WIDTH)
    assert "4 Mar" in {t.text for t in ticks(short, Speech(), [day("2032-03-04")])}


def test_no_more_folds_than_asked():
    """The longest gaps are folded, up to the number that stays readable."""
    scale = folded_scale([(d, d) for d in range(0, 3000, 100)], WIDTH, most=3)
    assert len(scale.folds) == 3


@pytest.mark.parametrize(
    ("end", "text"),
    [("2034-04-20", "20 Apr"), ("2035-06-01", "Jan 2035"), ("2090-01-01", "2060")],
)
def test_true_time_has_days_months_or_years(end, text):
    """Dates under true time are as fine as room allows."""
    found = ticks(true_scale([(day("2034-04-01"), day("2034-04-01")), (day(end), day(end))], WIDTH), Speech())
    assert len(found) >= 3
    kind = {"20 Apr": "Apr", "Jan 2035": "Jan 2035", "2060": "2060"}[text]
    assert any(kind in t.text for t in found)


def test_headings_shorten_before_they_vanish():
    """A month above a stretch is written in the longest form that fits."""
    wide = headings(folded_scale([(day("2034-03-20"), day("2034-04-15"))], WIDTH), Speech())
    over_new_year = headings(folded_scale([(day("2033-12-20"), day("2034-01-15"))], WIDTH), Speech())
    assert [h.text for h in wide] == ["Mar–Apr 2034"]
    assert [h.text for h in over_new_year] == ["Dec 2033 – Jan 2034"]
    assert [h.text for h in headings(folded_scale([(day("2034-09-02"), day("2034-09-03"))], 54), Speech())] == [
        "Sep ’34"
    ]
