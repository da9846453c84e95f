"""What people say of phases stands, whatever is proposed; the proposal keeps the days they leave."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.escalation.test_phases import FIRST, acts
from timeline.escalation import find_phases
from timeline.model import (
    PHASES,
    DateInterval,
    Decision,
    PhaseDays,
    add_phase,
    merge_phases,
    move_boundary,
    remove_phase,
    rename_phase,
    ruling_change,
)

EVENTS = acts([1] + [0] * 30 + [4] * 5 + [0] * 29 + [1])


def decide(*rulings):
    """A standing decision for each."""
    return [
        Decision(id=f"d{number}", verdict="phase", subjects=(PHASES,), who="Ada", when="2031-05-01T10:00:00+00:00",
                 change=ruling_change(ruling))
        for number, ruling in enumerate(rulings)
    ]  # fmt: skip


def days(phase):
    return PhaseDays(days=DateInterval(phase.start, phase.end), name=phase.name)


def test_a_name_is_a_persons_and_the_numbers_stay():
    """Days and hostility are those of the proposal; who named it, and by which decision, is said."""
    quiet, burst, after = find_phases(EVENTS)
    named = find_phases(EVENTS, decide(rename_phase(days(burst), "The burst")))
    assert [phase.name for phase in named] == ["", "The burst", ""]
    assert (named[1].decision, named[1].decided_by) == ("d0", "Ada")
    assert [(phase.start, phase.end, phase.per_week) for phase in named] == [
        (phase.start, phase.end, phase.per_week) for phase in (quiet, burst, after)
    ]
    assert named[0].decision == named[2].decision == ""


def test_a_moved_boundary_moves_the_events():
    """Each phase counts what lies in its own days."""
    quiet, burst, _ = find_phases(EVENTS)
    first, second, _ = find_phases(EVENTS, decide(move_boundary(days(quiet), days(burst), FIRST + timedelta(weeks=33))))
    assert (first.n_events, second.n_events) == (quiet.n_events + 8, burst.n_events - 8)
    assert second.before_per_week == first.per_week


def test_two_become_one_and_one_becomes_none():
    """Merged days are one phase; removed days are of none."""
    quiet, burst, after = find_phases(EVENTS)
    whole, rest = find_phases(EVENTS, decide(merge_phases(days(quiet), days(burst))))
    assert (whole.start, whole.end, whole.n_events) == (quiet.start, burst.end, quiet.n_events + burst.n_events)
    assert (rest.start, rest.decision) == (after.start, "")
    left = find_phases(EVENTS, decide(remove_phase(days(burst))))
    assert [(phase.start, phase.end) for phase in left] == [(p.start, p.end) for p in (quiet, after)]


def test_an_added_phase_takes_its_days_from_others():
    """The proposed one around it is cut in two; a rest of less than two weeks is no phase."""
    quiet, *_ = find_phases(EVENTS)
    start, end = quiet.start + timedelta(weeks=10), quiet.start + timedelta(weeks=12, days=-1)
    before, added, behind, *_ = find_phases(EVENTS, decide(add_phase(start, end, "Talks")))
    assert (before.start, before.end, added.name) == (quiet.start, start - timedelta(days=1), "Talks")
    assert (behind.start, behind.end) == (end + timedelta(days=1), quiet.end)
    first, *_ = find_phases(EVENTS, decide(add_phase(quiet.start + timedelta(days=5), end, "Talks")))
    assert first.name == "Talks"


def test_a_phase_can_be_added_where_none_is_proposed():
    """Long before the story of the case, and in a case without a hostile act."""
    early, *_ = find_phases(EVENTS, decide(add_phase(date(1990, 1, 1), date(1990, 12, 31), "Before")))
    assert (early.name, early.n_events) == ("Before", 0)
    (only,) = find_phases([], decide(add_phase(date(1990, 1, 1), date(1990, 12, 31), "Before")))
    assert only.hostility == 0


def test_what_was_decided_outlives_a_new_proposal():
    """New reports move the machine's cuts; the person's phase stays as it is, with the new events in it."""
    _, burst, _ = find_phases(EVENTS)
    more = [*EVENTS, *acts([0] * 20 + [5] * 30, number=1000)]
    decided = decide(rename_phase(days(burst), "The burst"))
    assert burst.start not in {phase.start for phase in find_phases(more)}
    found = {phase.name: phase for phase in find_phases(more, decided)}
    assert (found["The burst"].start, found["The burst"].end) == (burst.start, burst.end)
    assert found["The burst"].n_events > burst.n_events


def test_a_decision_that_means_nothing_changes_nothing():
    """A hand may have written it."""
    (line,) = decide(remove_phase(PhaseDays(days=DateInterval(FIRST, FIRST))))
    broken = Decision(id="d", verdict="phase", subjects=(PHASES,), who="Ada", when=line.when, change=line.change[:1])
    assert find_phases(EVENTS, [broken]) == find_phases(EVENTS)


_WINDOW = st.tuples(st.integers(-100, 600), st.integers(0, 300))


@given(st.lists(st.tuples(st.sampled_from(["add", "remove"]), _WINDOW), max_size=6))
def test_no_day_is_of_two_phases_and_the_last_word_counts(told):
    """Whatever is decided in whatever order: in order of time, apart, and the latest window is as it was said."""
    rulings = []
    for act, (first, length) in told:
        start, end = FIRST + timedelta(days=first), FIRST + timedelta(days=first + length)
        rulings.append(add_phase(start, end, "x") if act == "add" else remove_phase(days_of(start, end)))
    found = find_phases(EVENTS, decide(*rulings))
    assert all(a.end < b.start for a, b in pairwise(found))
    if rulings:
        last = rulings[-1]
        inside = [p for p in found if p.start <= last.window.end and p.end >= last.window.start]
        assert [(p.start, p.end) for p in inside] == [(p.days.start, p.days.end) for p in last.phases]


def days_of(start, end):
    return PhaseDays(days=DateInterval(start, end))
