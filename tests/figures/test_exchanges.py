"""Two sides: acts each way, answers joined, hostility added up, lags counted, sums where there is too much."""

from datetime import date, timedelta

import pandas as pd
import pytest

from tests.figures.frames import HOSTILE, event_row, events_frame, responses_frame, small_war_responses
from timeline.figures import (
    balance_figure,
    exchanges_density_figure,
    exchanges_figure,
    lags_figure,
    summary_text,
)
from timeline.figures._layout import make_sheet
from timeline.figures.balance import balance_facts
from timeline.figures.exchanges import exchanges_facts
from timeline.figures.exchanges_density import bars_of
from timeline.figures.lags import lag_facts, step_names
from timeline.speech import Speech

SHEET = make_sheet("T", "", "", dark=False, narrow=False, left=70)


def pair():
    """Strike, barrage, a vow, one act towards somebody else, one without a date."""
    rows = [
        event_row("strike", "2034-04-01", initiator="Sudria", target="Norland"),
        event_row("barrage", "2034-04-13", "2034-04-14"),
        event_row("vow", "2034-04-14", type="THREATEN", initiator="Sudria", target="Norland", status="threatened"),
        event_row("raid", "2034-03-20", target="Hill League"),
        event_row("someday", None),
    ]
    ways = ["forth", "back", "forth", "back", "back"]
    return events_frame(rows).assign(direction=ways, beyond=[False, False, False, True, False])


def links(rows, basis="stated", direction="forth"):
    return responses_frame(rows).assign(basis=basis, direction=direction)


def facts_of(events, responses):
    return exchanges_facts(events, responses, SHEET, one="Sudria", other="Norland", folded=True)


def test_the_direction_decides_the_side():
    """Acts of the first side rise, those back hang, and the undated are counted."""
    facts = facts_of(pair(), small_war_responses())
    assert {s.mark.event_id: s.up for s in facts.stems} == {
        "strike": True, "vow": True, "barrage": False, "raid": False
    }  # fmt: skip
    assert {s.mark.event_id for s in facts.stems if s.beyond} == {"raid"}
    assert facts.undated == 1


def test_answers_carry_their_lag():
    """A range of days where the dates are ranges; links that lead outside are not drawn."""
    facts = facts_of(pair(), small_war_responses())
    assert {link.forms[0] for link in facts.links} == {"answered after 12–13 days", "answered after 1 day"}
    assert all(link.stated for link in facts.links)


def test_an_inferred_answer_is_told_apart_and_yields_to_a_stated_one():
    """Dashed, named as inferred; where a text states the same link, the text counts."""
    inferred = links([("barrage", "strike", 12), ("vow", "barrage", 1)], basis="inferred")
    stated = links([("barrage", "strike", 12)])
    facts = facts_of(pair(), pd.concat([inferred, stated]))
    assert sorted(link.stated for link in facts.links) == [False, True]
    assert any("inferred" in link.forms[0] for link in facts.links if not link.stated)
    assert "1 answer inferred" in facts.summary
    assert "1 stated answer" in facts.summary


def test_a_threat_without_force_says_so():
    """Beside the mark, where the reader looks."""
    threats = pd.DataFrame({"event_id": ["vow"], "followed_on": [pd.NaT]})
    figure = exchanges_figure(pair(), responses_frame(), title="T", threats=threats)
    assert any("no use" in (note.text or "").replace("<br>", " ") for note in figure.layout.annotations)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("narrow", [False, True])
def test_every_chart_draws_on_every_screen(dark, narrow):
    """Ids survive, names are escaped, and the summary tells both sides."""
    look = {"title": "T", "dark": dark, "narrow": narrow, "one": HOSTILE, "other": "Norland"}
    two = exchanges_figure(pair(), small_war_responses(), **look)
    assert {r[0] for t in two.data if t.customdata is not None for r in t.customdata} == {
        "strike", "vow", "barrage", "raid"
    }  # fmt: skip
    assert "2 acts of" in summary_text(two)
    for figure in (two, balance_figure(acts([(0, "forth", 9.0)]), **look), lags_figure(links([("a", "b", 2)]), **look)):
        assert "<script>" not in figure.to_json()


def test_nothing_between_two():
    """Each chart says that it is empty, and why."""
    assert "another pair" in summary_text(exchanges_figure(pair().iloc[:0], responses_frame(), title="T"))
    assert "another pair" in summary_text(balance_figure(acts([(0, "forth", 0.0)]), title="T"))
    assert "No answer" in summary_text(lags_figure(links([]), title="T"))
    assert "another pair" in summary_text(exchanges_density_figure(bins([]), title="T"))


def acts(rows):
    """Rows of (day, direction, hostility)."""
    days = [date(2034, 4, 1) + timedelta(days=n) for n, *_ in rows]
    ways, sums = ([row[i] for row in rows] for i in (1, 2))
    return pd.DataFrame({"start": days, "end": days, "direction": ways, "hostility": sums})


def test_hostility_adds_up_on_each_side():
    """In order of time, an act of both at once on either line."""
    rows = [(9, "forth", 3.0), (0, "forth", 9.5), (4, "back", 2.0), (5, "both", 1.0), (6, "back", 0.0)]
    facts = balance_facts(acts(rows), SHEET, one="Sudria", other="Norland", folded=False)
    assert [s.total for s in facts.one] == [9.5, 10.5, 13.5]
    assert [s.total for s in facts.other] == [2.0, 3.0]
    assert "10.5 more by Sudria" in facts.summary
    assert [s.x for s in facts.one] == sorted(s.x for s in facts.one)


def test_lags_fall_into_widening_steps():
    """At the middle of what the dates allow; those of unknown length are not counted."""
    found = links([("a", "b", 0), ("c", "b", 1, 31), ("d", "b", 400), ("e", "b", None)])
    facts = lag_facts(found, Speech(), one="Sudria", other="Norland")
    assert {step_names(Speech())[i]: pair for i, pair in enumerate(facts.one) if sum(pair)} == {
        "same day": (1, 0), "15–30": (1, 0), "over 90": (1, 0)
    }  # fmt: skip
    assert "3 times, half of them within 16 days" in facts.summary
    assert not any(sum(pair) for pair in facts.other)


def bins(rows):
    """Rows of (first day, direction, n, hostility) in stretches of ten days."""
    start = [date(2034, 4, 1) + timedelta(days=n) for n, *_ in rows]
    return pd.DataFrame(
        {
            "direction": [r[1] for r in rows],
            "bin_start": pd.Series(start, dtype="datetime64[us]"),
            "bin_end": pd.Series([day + timedelta(days=9) for day in start], dtype="datetime64[us]"),
            "n": [r[2] for r in rows],
            "hostility": [r[3] for r in rows],
        }
    )


def test_sums_lie_on_a_regular_grid():
    """Empty stretches keep their place, and nothing is lost."""
    rows = [(0, "forth", 3, 9.0), (0, "back", 1, 2.0), (40, "both", 2, 5.0)]
    bars = bars_of(bins(rows), Speech(), one="Sudria", other="Norland")
    assert bars.one == (9.0, 0, 0, 0, 5.0)
    assert bars.other == (2.0, 0, 0, 0, 5.0)
    assert bars.n_one == (3, 0, 0, 0, 2)
    figure = exchanges_density_figure(bins(rows), title="T")
    assert "5 acts of One side" in summary_text(figure)


@pytest.mark.parametrize(("high", "told"), [(144.0, ["50", "100"]), (1.0, ["1"]), (7.0, ["2", "4", "6"])])
def test_sums_are_read_off_round_numbers(high, told):
    """To either side of the middle, on a telephone within the plot; a count beyond two bytes is kept."""
    figure = exchanges_density_figure(bins([(0, "forth", 70_000, high), (0, "back", 1, 1.0)]), title="T", narrow=True)
    assert list(figure.layout.yaxis.ticktext) == told * 2
    assert figure.layout.yaxis.ticklabelposition == "inside top"
    assert figure.data[0].customdata[0] == 70_000


def test_a_telephone_reads_sums_off_numbers():
    """Lines across the plot without a number tell nothing: there it stands above its line, within the plot."""
    axes = [
        balance_figure(acts([(0, "forth", 9.0)]), title="T", narrow=narrow).layout.yaxis for narrow in (True, False)
    ]
    assert [axis.ticklabelposition for axis in axes] == ["inside top", None]
    assert all(axis.showticklabels is not False for axis in axes)
