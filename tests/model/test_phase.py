"""What a person says of phases comes back from the log as it was said, and nothing else is taken for it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import (
    MAX_PHASE_NAME,
    PHASES,
    DateInterval,
    Decision,
    PhaseDays,
    add_phase,
    merge_phases,
    move_boundary,
    read_ruling,
    remove_phase,
    rename_phase,
    ruling_change,
)

FIRST = PhaseDays(days=DateInterval(date(2031, 1, 6), date(2031, 3, 2)), name="Quiet")
SECOND = PhaseDays(days=DateInterval(date(2031, 3, 3), date(2031, 4, 6)))
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def decision(*change):
    return Decision(id="d1", verdict="phase", subjects=(PHASES,), who="Ada", when="2031-05-01", change=change)


@given(start=DAYS, length=st.integers(0, 9_000), name=st.text(max_size=80))
def test_a_ruling_comes_back_from_the_log(start, length, name):
    """Every act, with any name: what is written is what is read."""
    whole = PhaseDays(days=DateInterval(start, start + timedelta(days=length)))
    rulings = [rename_phase(whole, name), remove_phase(whole), add_phase(whole.days.start, whole.days.end, name)]
    if length:
        later = PhaseDays(days=DateInterval(whole.days.end + timedelta(days=1), date(2200, 1, 1)), name="Later")
        rulings += [merge_phases(whole, later), move_boundary(whole, later, whole.days.end)]
    for ruling in rulings:
        assert read_ruling(decision(*ruling_change(ruling))) == ruling
        assert all(len(phase.name) <= MAX_PHASE_NAME for phase in ruling.phases)


def test_moving_a_boundary_moves_both_sides_of_it():
    """No day is lost or stands in both; one phase is never left without a day."""
    ends, begins = move_boundary(FIRST, SECOND, date(2031, 2, 1)).phases
    assert (ends.days.end, begins.days.start) == (date(2031, 1, 31), date(2031, 2, 1))
    assert (ends.name, begins.days.end) == ("Quiet", SECOND.days.end)
    for day in (FIRST.days.start, SECOND.days.end + timedelta(days=1)):
        with pytest.raises(ValueError, match="without a day"):
            move_boundary(FIRST, SECOND, day)


def test_two_merged_keep_a_name_that_only_one_has():
    """Of two names neither is right for both."""
    assert merge_phases(FIRST, SECOND).phases[0].name == "Quiet"
    assert merge_phases(FIRST, rename_phase(SECOND, "Loud").phases[0]).phases[0].name == ""


@pytest.mark.parametrize(
    "change",
    [
        (),
        (("act", "rename"),),
        (("act", "explode"), ("window", "2031-01-06/2031-03-02")),
        (("act", "add"), ("window", "2031-03-02/2031-01-06")),
        (("act", "add"), ("window", "2031-01-06")),
        (("act", "add"), ("window", "soon/later")),
        (("act", "add"), ("window", "2031-01-06/2031-03-02"), ("phase", "2031-01-01/2031-03-02")),
        (("act", "add"), ("window", "2031-01-06/2031-03-02"), ("name", "Of nothing")),
        (("act", "add"), ("window", "2031-01-06/2031-03-02"), ("label", "x")),
        (("act", "move"), ("window", "2031-01-06/2031-03-02"), *[("phase", "2031-01-07/2031-03-02")] * 2),
        (("act", "add"), ("window", "2031-01-06/2031-03-02"), ("phase", "2031-01-06/2031-03-02"), ("name", "x" * 61)),
    ],
    ids=[
        *("nothing", "no window", "no act", "backwards", "one day", "no dates", "outside", "no phase", "a stranger"),
        *("twice the same days", "a long name"),
    ],
)
def test_a_line_that_means_no_phases_is_read_as_none(change):
    """A hand may have written it."""
    assert read_ruling(decision(*change)) is None
