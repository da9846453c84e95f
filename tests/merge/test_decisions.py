"""People's verdicts outrank scores, survive every rebuild, and can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import make_mention, make_when
from timeline.merge import merge_mentions, standing_decisions
from timeline.model import Actor, Decision, Place

DAY_ONE = [make_mention("Norland struck Sudria.", id=f"m{i}", article_id=f"a{i}") for i in (1, 2)]
DAY_TWO = [
    make_mention("Norland struck Sudria.", id=f"m{i}", article_id=f"a{i}", when=make_when("2024-04-02")) for i in (3, 4)
]
MENTIONS = DAY_ONE + DAY_TWO


def decide(verdict, *subjects, id="d1", **change):
    return Decision(
        id=id,
        verdict=verdict,
        subjects=subjects,
        who="ann",
        when="2024-05-01T10:00:00+00:00",
        change=tuple(change.items()),
    )


def partition(merged):
    return {tuple(sorted(m.id for m in event.mentions)) for event in merged.events}


def test_without_decisions_days_stay_apart(merge):
    """What the machine does alone: one event a day."""
    assert partition(merge(MENTIONS)) == {("m1", "m2"), ("m3", "m4")}


def test_merge_joins_whole_events_and_redirects(merge):
    """Two events that a person joins are one; the id that vanished leads to it; dates are a disagreement."""
    before = {e.id for e in merge(MENTIONS).events}
    merged = merge(MENTIONS, decisions=[decide("merge", "m1", "m3")])
    (event,) = merged.events
    assert [m.id for m in event.mentions] == ["m1", "m2", "m3", "m4"]
    assert merged.redirects == tuple((old, event.id) for old in before - {event.id})
    assert {d.field for d in event.disagreements} == {"date"}


def test_split_keeps_subjects_apart(merge):
    """Reports that a person calls different are never one event again."""
    assert partition(merge(DAY_ONE, decisions=[decide("split", "m1", "m2")])) == {("m1",), ("m2",)}


def test_split_of_a_group_from_the_rest(merge):
    """With the rest named, the subjects stay together and leave it."""
    five = [make_mention("Norland struck Sudria.", id=f"m{i}", article_id=f"a{i}") for i in range(1, 5)]
    log = [Decision(id="d", verdict="split", subjects=("m1", "m2"), who="a", when="", change=(("from", "m3 m4"),))]
    assert partition(merge(five, decisions=log)) == {("m1", "m2"), ("m3", "m4")}


def test_merge_then_split_restores(merge):
    """The later verdict on a pair counts."""
    log = [decide("merge", "m1", "m3"), decide("split", "m1", "m3", id="d2")]
    assert partition(merge(MENTIONS, decisions=log)) == partition(merge(MENTIONS))


def test_split_then_merge_joins(merge):
    """A person may change their mind the other way too."""
    log = [decide("split", "m1", "m2"), decide("merge", "m1", "m2", id="d2")]
    assert partition(merge(DAY_ONE, decisions=log)) == {("m1", "m2")}


def test_contradiction_is_told(merge):
    """Joining m1-m3 after m1 and m2 joined, while m2 and m3 are called different: the later one is not followed."""
    log = [decide("split", "m2", "m3"), decide("merge", "m1", "m3", id="d2")]
    merged = merge(MENTIONS, decisions=log)
    assert ("m1", "m2") in partition(merged)
    assert "d2" in merged.notices[0]


def test_rejected_reports_are_kept_out(merge):
    """A rejected event's reports make no event."""
    assert partition(merge(MENTIONS, decisions=[decide("reject", "m1", "m2")])) == {("m3", "m4")}


def test_undo_and_its_undo(merge):
    """An undo removes a decision; undoing the undo brings it back."""
    log = [decide("reject", "m1", "m2"), decide("undo", "d1", id="d2")]
    assert ("m1", "m2") in partition(merge(MENTIONS, decisions=log))
    log.append(decide("undo", "d2", id="d3"))
    assert partition(merge(MENTIONS, decisions=log)) == {("m3", "m4")}
    assert [d.id for d in standing_decisions(log)] == ["d1"]


def test_accepted_event_is_sure_and_stays_together(merge):
    """An accepted event keeps its reports and says who accepted it."""
    (event, _) = merge(MENTIONS, decisions=[decide("accept", "m1", "m2")]).events
    assert event.confidence == 1.0
    assert event.reasons[-1] == "Accepted by ann on 2024-05-01T10:00:00+00:00."


@pytest.mark.parametrize(
    ("field", "value", "read", "expected"),
    [
        ("label", "A better name", lambda e: e.label, "A better name"),
        ("attribution", "Claimed by nobody", lambda e: e.attribution, "Claimed by nobody"),
        ("type", "COERCE", lambda e: (e.type, e.intensity), ("COERCE", -7.0)),
        ("mode", "drone", lambda e: (e.mode, e.intensity), ("drone", -9.5)),
        ("status", "denied", lambda e: e.status, "denied"),
        ("date_start", "2024-03-30", lambda e: e.when.edtf, "[2024-03-30..2024-04-01]"),
        ("date_end", "2024-04-02", lambda e: e.when.edtf, "[2024-04-01..2024-04-02]"),
        ("date_start", "2024-04-09", lambda e: e.when.edtf, "2024-04-09"),
        ("place", "Harbour", lambda e: e.place, Place(name="Harbour")),
        ("place", "", lambda e: e.place, None),
        ("initiators", "sudria|Estmark", lambda e: [a.name for a in e.initiators], ["Sudria", "Estmark"]),
        ("targets", "", lambda e: e.targets, ()),
        ("killed", "5-7", lambda e: (e.killed.low, e.killed.high), (5, 7)),
        ("injured", "12", lambda e: (e.injured.low, e.injured.high), (12, 12)),
        ("munitions", "300+", lambda e: (e.munitions.low, e.munitions.high), (300, None)),
    ],
)
def test_edit_sets_a_field_and_says_who(merge, field, value, read, expected):
    """An edited field has the person's value, and the event says whose it is."""
    (event,) = merge(DAY_ONE, decisions=[decide("edit", "m1", "m2", **{field: value})]).events
    assert read(event) == expected
    assert event.reasons[-1].startswith(f"ann set {field} to")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("label", ""),
        ("type", "WAR"),
        ("mode", "telepathy"),
        ("status", "perhaps"),
        ("date_start", "yesterday"),
        ("date_end", "2024-03-01"),
        ("killed", "many"),
        ("injured", "9-3"),
        ("munitions", "1e9"),
        ("colour", "red"),
    ],
)
def test_edit_that_makes_no_sense_is_told(merge, field, value):
    """A value that cannot be used changes nothing and is named."""
    merged = merge(DAY_ONE, decisions=[decide("edit", "m1", **{field: value})])
    assert [replace(event, version="") for event in merged.events] == list(merge(DAY_ONE).events)
    assert field in merged.notices[0]


def test_edit_of_vanished_reports_changes_nothing(merge):
    """An edit whose evidence is gone is told, not applied to another event."""
    merged = merge(DAY_ONE, decisions=[decide("edit", "gone", label="x")])
    assert merged.events == merge(DAY_ONE).events
    assert len(merged.notices) == 1


VERDICTS = st.sampled_from(["merge", "split", "reject", "accept", "undo"])
LOGS = st.lists(
    st.tuples(VERDICTS, st.lists(st.sampled_from(["m1", "m2", "m3", "m4"]), min_size=1, max_size=3)), max_size=6
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LOGS)
def test_any_log_keeps_the_books(weights, types, log):
    """Whatever was decided: each report at most once, none lost unless rejected, and redirects never loop."""
    decisions = [
        decide(verdict, *(["d0"] if verdict == "undo" else subjects), id=f"d{i}")
        for i, (verdict, subjects) in enumerate(log)
    ]
    merged = merge_mentions(MENTIONS, (), weights=weights, types=types, decisions=decisions)
    told = [m.id for e in merged.events for m in e.mentions]
    rejected = {s for d in standing_decisions(decisions) if d.verdict == "reject" for s in d.subjects}
    assert len(told) == len(set(told))
    assert set(told) >= {"m1", "m2", "m3", "m4"} - rejected
    living = {e.id for e in merged.events}
    assert all(new in living and old not in living for old, new in merged.redirects)


def test_edit_may_name_an_unknown_actor(merge):
    """A name no report gives becomes an actor known by that name only."""
    (event,) = merge(DAY_ONE, decisions=[decide("edit", "m1", targets="Westmark")]).events
    assert event.targets == (Actor(id="Westmark", name="Westmark", code="Westmark"),)
