"""Event rows become marks without losing what they say."""

from datetime import date, datetime

import pandas as pd
import pytest

from tests.figures.frames import event_row, events_frame, random_events, small_war
from timeline.figures import _marks as m
from timeline.figures.theme import LIGHT
from timeline.speech import Speech


def mark(**changes):
    return m.read_marks(events_frame([event_row("e", "2034-04-01", **changes)]), Speech())[0][0]


def test_undated_events_are_counted_not_drawn():
    """An event without a date is no mark, and is not forgotten."""
    marks, undated = m.read_marks(small_war(), Speech())
    assert (len(marks), undated) == (11, 1)


def test_marks_come_in_time_order_whatever_the_rows():
    """The order of rows changes nothing."""
    frame = random_events(60)
    assert m.read_marks(frame, Speech()) == m.read_marks(frame.sample(frac=1, random_state=3), Speech())


@pytest.mark.parametrize(
    ("changes", "rung"),
    [
        ({"type": "ASSAULT"}, m.FORCE),
        ({"type": "ASSAULT", "status": "alleged"}, m.FORCE),
        ({"type": "ASSAULT", "status": "threatened"}, m.THREAT),
        ({"type": "MOBILIZE"}, m.DISPLAY),
        ({"type": "SANCTION"}, m.DISPLAY),
        ({"type": "THREATEN"}, m.THREAT),
        ({"type": "ACCUSE"}, m.WORDS),
        ({"type": "REQUEST"}, m.TALKS),
        ({"type": "AID"}, m.TALKS),
    ],
)
def test_rungs(changes, rung):
    """Each act stands on its rung, and a threat is never shown as force used."""
    assert m.rung_of(mark(**changes)) == rung


def test_the_busiest_initiators_get_colours():
    """Six initiators have a colour and a shape of their own; the rest, and the unnamed, are grey."""
    names = [name for i, name in enumerate("ABCDEFGH") for _ in range(9 - i)] + ["Not named"]
    keys = m.legend_keys(names, LIGHT, Speech())
    assert [keys[n].name for n in "ABCDEFGH"] == [*"ABCDEF", "Others", "Others"]
    assert len({(keys[n].colour, keys[n].symbol) for n in "ABCDEF"}) == 6
    assert keys["Not named"].colour == keys["H"].colour == LIGHT.other


def test_size_grows_with_reports_and_with_the_dead():
    """More reports or more dead make a mark larger, up to a bound."""
    plain, reported, deadly = mark(), mark(n_reports=4), mark(killed_min=20)
    assert m.diameter(plain) < m.diameter(reported)
    assert m.diameter(plain) < m.diameter(deadly)
    assert m.diameter(mark(killed_min=10**9)) <= 30


def test_an_open_toll_counts_its_floor():
    """ "At least nine" counts as nine, "seven to nine" as eight, and a missing number as none."""
    assert mark(killed_min=9).killed == 9
    assert mark(killed_min=7, killed_max=9).killed == 8
    assert mark().killed == 0


def test_hover_text_is_short_and_escaped():
    """A pointer reads label, date, status, reports and dead; less where there are many marks."""
    one = mark(label="<b>x</b>", killed_min=2)
    assert m.hover_text(one, 140, Speech()) == "&lt;b&gt;x&lt;/b&gt;<br>1 Apr 2034 · happened · 1 report · 2 killed"
    assert m.hover_text(one, 40, Speech()) == "&lt;b&gt;x&lt;/b&gt;"
    assert m.hover_text(one, 5, Speech()) == ""


def test_dates_of_any_kind_become_days():
    """Dates, timestamps and ISO text are one thing; missing ones are none."""
    values = [date(1970, 1, 3), datetime(1970, 1, 3), pd.Timestamp("1970-01-03"), "1970-01-03"]  # noqa: DTZ001
    assert [m.day_number(v) for v in values] == [2, 2, 2, 2]
    assert [m.day_number(v) for v in (None, pd.NaT, "", float("nan"))] == [None] * 4
    assert (m.number(pd.NA), m.words(float("nan"))) == (0.0, "")


def test_an_actor_keeps_its_colour_whatever_a_view_leaves():
    """Who leads the case is blue in every view of it, also where another acts more often."""
    known = ("Norland", "Sudria", "Westland")
    whole = m.legend_keys(["Norland"] * 3 + ["Sudria"] * 2 + ["Westland"], LIGHT, Speech(), known=known)
    part = m.legend_keys(["Sudria"] * 2 + ["Eastland", "Norland"], LIGHT, Speech(), known=known)
    assert [part[name][1:] for name in ("Norland", "Sudria")] == [whole[name][1:] for name in ("Norland", "Sudria")]
    assert len({key[1:] for key in part.values()}) == len(part)
