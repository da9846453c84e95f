"""The feed between two builds: what was added, changed, merged, split and removed, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import make_article, make_count, make_event, make_mention
from timeline.queries import CHANGE_COLUMNS, Side, compare, list_changes
from timeline.store import BuildContents, open_build, write_build


def event(id, *mentions, **changes):
    return make_event(id, mentions=[make_mention(id=mention) for mention in mentions], **changes)


@pytest.fixture
def feed(tmp_path):
    """The changes from one list of events to another, as (kind, id, others, fields)."""

    def make(old, new):
        for build_id, events in (("old", old), ("new", new)):
            contents = BuildContents(events=tuple(events), articles=(make_article(),))
            write_build(tmp_path, contents, build_id=build_id)
        with open_build(tmp_path, "old") as before, open_build(tmp_path, "new") as after:
            found = list_changes(before, after)
        assert list(found.columns) == list(CHANGE_COLUMNS)
        return [(row.kind, row.event_id, row.others, row.fields) for row in found.itertuples()]

    return make


def test_nothing_changed(feed):
    """Two builds of the same events."""
    assert feed([event("e1", "m1")], [event("e1", "m1")]) == []


def test_an_event_was_added_and_another_removed(feed):
    """Reports that were not there before; reports that are gone."""
    assert feed([event("e1", "m1")], [event("e2", "m2")]) == [("added", "e2", [], []), ("removed", "e1", [], [])]


def test_a_changed_event_names_its_fields(feed):
    """What differs, and only that."""
    (change,) = feed([event("e1", "m1")], [event("e1", "m1", killed=make_count(7), status="alleged")])
    assert change == ("changed", "e1", [], ["status", "killed_min", "killed_max"])


def test_merged_events_are_told_once(feed):
    """One row, with the events that went into it; their ids are not told as removed."""
    (change,) = feed([event("e1", "m1"), event("e2", "m2")], [event("e1", "m1", "m2")])
    assert change[:3] == ("merged", "e1", ["e2"])
    assert "n_reports" in change[3]


def test_a_split_event_names_what_came_of_it(feed):
    """One row, with the events that its reports stand in now; these are not told as added."""
    (change,) = feed([event("e1", "m1", "m2")], [event("e1", "m1"), event("e2", "m2")])
    assert change[:3] == ("split", "e1", ["e2"])


def test_an_event_that_only_took_another_id_is_changed(feed):
    """An earlier report came in, and the event took its id from it: a redirect, no removal."""
    ((kind, event_id, others, fields),) = feed([event("e1", "m1")], [event("e0", "m0", "m1")])
    assert (kind, event_id, others) == ("changed", "e0", ["e1"])
    assert "n_reports" in fields


GROUPS = st.dictionaries(st.sampled_from("123456"), st.sampled_from("abc"), max_size=6)


def side(homes):
    reports = {}
    for mention, event_id in homes.items():
        reports.setdefault(event_id, set()).add(mention)
    with_fields = {event_id: _row(event_id, ids) for event_id, ids in reports.items()}
    return Side(with_fields, {event_id: frozenset(ids) for event_id, ids in reports.items()})


def _row(event_id, ids):
    from timeline.queries import EVENT_COLUMNS

    return dict.fromkeys(EVENT_COLUMNS, "") | {"event_id": event_id, "label": event_id, "n_reports": len(ids)}


@given(GROUPS, GROUPS)
def test_every_event_that_is_not_alike_is_told(old, new):
    """Whatever moved: equal sides tell nothing, and an event whose reports differ is in the feed."""
    before, after = side(old), side(new)
    assert compare(before, before).empty
    told = compare(before, after)
    named = set(told["event_id"]) | {other for others in told["others"] for other in others}
    differing = {e for e in {*before.reports, *after.reports} if before.reports.get(e) != after.reports.get(e)}
    assert {e for e in differing if len(before.reports.get(e, ())) != len(after.reports.get(e, ()))} <= named
