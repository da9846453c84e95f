"""What a build says of open threats is what its events say."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from tests.builders import make_actor, make_article, make_event, make_mention, make_when
from timeline.escalation import unfulfilled_threats as open_in_memory
from timeline.model import UNDATED
from timeline.queries import OPEN_THREAT_COLUMNS, Filters, unfulfilled_threats
from timeline.store import BuildContents, open_build, write_build

TEXT = "Norland struck Sudria on Monday."
NAMES = ("Norland", "Sudria")
DAYS = ("2024-04-01", "2024-04-10", None)


def _events():
    sides = (*product(NAMES, NAMES), ("Norland", ""), ("", "Sudria"))
    kinds = (("THREATEN", 2, "happened"), ("ASSAULT", 4, "happened"), ("ASSAULT", 4, "denied"))
    chosen = [one for n, one in enumerate(product(kinds, sides, DAYS)) if n % 3 != 1 or one[0][0] == "THREATEN"]
    return tuple(_event(n, *one) for n, one in enumerate(chosen))


def _event(number, kind, sides, day):
    type_, level, status = kind
    doers, sufferers = ((make_actor(name),) if name else () for name in sides)
    return make_event(
        f"e{number:02}",
        mentions=[make_mention(TEXT, id=f"m{number}")],
        type=type_,
        level=level,
        status=status,
        initiators=doers,
        targets=sufferers,
        when=make_when(day) if day else UNDATED,
    )


@pytest.fixture(scope="module")
def events():
    """Threats and acts between two states, in every direction, before and after each other."""
    return _events()


@pytest.fixture(scope="module")
def build(events, tmp_path_factory):
    """A build of them."""
    case = tmp_path_factory.mktemp("threats")
    write_build(case, BuildContents(events=events, articles=(make_article(TEXT),)), build_id="threats")
    with open_build(case) as opened:
        yield opened


@pytest.mark.parametrize("as_of", ["2024-03-31", "2024-04-05", "2024-05-01"])
def test_a_build_and_its_events_agree(build, events, as_of):
    """The query finds the threats that the rule finds in memory."""
    day = date.fromisoformat(as_of)
    found = unfulfilled_threats(build, Filters(), day)
    assert tuple(found.columns) == OPEN_THREAT_COLUMNS
    assert sorted(found["event_id"]) == sorted(event.id for event in open_in_memory(events, day))


def test_waiting_is_counted_in_days(build):
    """A threat of 10 April has waited five days on the fifteenth."""
    found = unfulfilled_threats(build, Filters(), date(2024, 4, 15))
    assert set(found.loc[found["date_start"] == "2024-04-10", "days_waited"]) <= {5}
    assert not found.empty


def test_filters_choose_threats_and_not_acts(build, events):
    """A window that leaves the acts out does not reopen the threats they followed."""
    window = Filters(start=date(2024, 4, 1), end=date(2024, 4, 1))
    day = date(2024, 5, 1)
    wanted = {e.id for e in open_in_memory(events, day) if str(e.when.interval.start) == "2024-04-01"}
    assert set(unfulfilled_threats(build, window, day)["event_id"]) == wanted
