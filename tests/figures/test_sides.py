"""Two-sided charts: acts above, what is suffered below."""

import pytest

from tests.figures.frames import event_row, events_frame, small_war
from timeline.figures import actor_figure, summary_text
from timeline.figures._layout import make_sheet
from timeline.figures.actor import actor_facts

SHEET = make_sheet("T", "", "", dark=False, narrow=False, left=70)


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


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("narrow", [False, True])
def test_it_draws_on_every_screen(dark, narrow):
    """The summary tells whose chart it is."""
    one = actor_figure(norland(), title="T", actor="Norland", dark=dark, narrow=narrow, folded=narrow)
    assert "Norland" in summary_text(one)


def test_nobody():
    """Without an event the chart says so."""
    assert "No dated event" in summary_text(actor_figure(norland().iloc[:0], title="T"))


def test_marks_of_one_spot_stay_near_their_day():
    """However many acts fall on one day, none is drawn far from it."""
    frame = events_frame([event_row(f"e{n}", "2034-04-01") for n in range(40)]).assign(side="acts")
    facts = actor_facts(frame, SHEET, actor="Norland", folded=False)
    assert max(abs(s.x - facts.scale.x(s.mark.middle)) for s in facts.stems) <= 27
