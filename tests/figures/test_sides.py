"""Two-sided charts: acts above, what is suffered below, answers joined."""

import pytest

from tests.figures.frames import responses_frame, small_war, small_war_responses
from timeline.figures import actor_figure, exchanges_figure, summary_text
from timeline.figures._layout import make_sheet
from timeline.figures.actor import actor_facts
from timeline.figures.exchanges import exchanges_facts

SHEET = make_sheet("T", "", "", dark=False, narrow=False, left=70)
NAMES = {"sudria": "Sudria", "norland": "Norland"}


def norland():
    frame = small_war()
    return frame.assign(side=["acts" if "norland" in ids else "sufferings" for ids in frame["initiators"]])


def test_acts_rise_and_sufferings_hang():
    """The side decides the direction, the intensity the height."""
    facts = actor_facts(norland(), SHEET, actor="Norland", folded=True)
    up = {s.mark.event_id: s.y > 0 for s in facts.stems}
    assert up["barrage"]
    assert not up["strike"]
    height = {s.mark.event_id: abs(s.y) for s in facts.stems}
    assert height["strike"] > height["fleet"] > height["vow"] > height["appeal"] > 0
    assert facts.undated == 1


def test_a_pair_shows_only_its_own_exchanges():
    """Acts of others stay out, and both directions are told apart."""
    facts = exchanges_facts(small_war(), small_war_responses(), "sudria", "norland", SHEET, folded=True, names=NAMES)
    assert {s.mark.event_id: s.up for s in facts.stems} == {"strike": True, "vow": True, "barrage": False}
    assert [link.text for link in facts.links] == ["answered after 12–13 days", "answered after 1 day"]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("narrow", [False, True])
def test_both_draw_on_every_screen(dark, narrow):
    """Ids survive, and the summary tells both sides."""
    pair = exchanges_figure(small_war(), small_war_responses(), "sudria", "norland", title="T", names=NAMES,
                            dark=dark, narrow=narrow)  # fmt: skip
    one = actor_figure(norland(), title="T", actor="Norland", dark=dark, narrow=narrow, folded=narrow)
    assert {r[0] for t in pair.data if t.customdata is not None for r in t.customdata} == {"strike", "vow", "barrage"}
    assert "2 acts of Sudria towards Norland" in summary_text(pair)
    assert "Norland" in summary_text(one)


def test_nobody_and_strangers():
    """Without an event the chart says so."""
    assert "No dated event" in summary_text(actor_figure(norland().iloc[:0], title="T"))
    none = exchanges_figure(small_war(), responses_frame(), "kestria", "sudria", title="T")
    assert "another pair" in summary_text(none)
