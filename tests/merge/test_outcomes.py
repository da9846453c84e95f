"""What became of each decision is told; none is ever dropped."""

from tests.builders import make_actor, make_mention, make_when
from timeline.model import Decision

REPORTS = [make_mention("Norland struck Sudria.", id=f"m{i}", article_id=f"a{i}") for i in (1, 2)]
LATER = make_mention("Norland struck Sudria.", id="m3", article_id="a3", when=make_when("2024-06-01"))


def decide(verdict, *subjects, id="d1", **change):
    return Decision(
        id=id, verdict=verdict, subjects=subjects, who="Ada", when="2024-05-01T10:00:00+00:00", why="Because.",
        change=tuple(change.items()),
    )  # fmt: skip


def states(merged):
    return {outcome.decision.id: outcome.state for outcome in merged.outcomes}


def test_the_last_standing_verdict_reviews_an_event(merge):
    """Decision, by, when and why; a note is no verdict, and what was taken back does not count."""
    log = [decide("accept", "m1", "m2"), decide("note", "m1", id="d2"), decide("edit", "m1", id="d3", killed="3"),
           decide("undo", "d3", id="d4")]  # fmt: skip
    (event,) = merge(REPORTS, decisions=log).events
    review = event.reviewed
    assert (review.decision, review.verdict, review.by, review.why) == ("d1", "accept", "Ada", "Because.")
    assert states(merge(REPORTS, decisions=log)) == {"d1": "stands", "d2": "stands", "d3": "undone", "d4": "stands"}


def test_nobody_has_reviewed_what_nobody_decided_on(merge):
    """No mark without a person."""
    (event,) = merge(REPORTS).events
    assert (event.reviewed, event.version, event.evidence) == (None, "", "reports")


def test_both_parts_of_a_split_are_reviewed(merge):
    """The person has looked at both."""
    merged = merge(REPORTS, decisions=[decide("split", "m1", "m2")])
    assert [event.reviewed.verdict for event in merged.events] == ["split", "split"]


def test_a_decision_whose_evidence_vanished_is_kept_and_flagged(merge):
    """Wholly or in part: the decision stands in the outcomes, with a notice that names the reports."""
    log = [decide("accept", "m1", "gone"), decide("accept", "m8", "m9", id="d2")]
    merged = merge(REPORTS, decisions=log)
    assert states(merged) == {"d1": "partly gone", "d2": "gone"}
    assert merged.events[0].reviewed.decision == "d1"
    assert "gone" in merged.notices[0]
    assert "m8, m9" in merged.notices[1]


def test_an_overruled_decision_is_told(merge):
    """A join that a later verdict bars."""
    log = [decide("split", "m2", "m3"), decide("merge", "m1", "m3", id="d2")]
    assert states(merge([*REPORTS, LATER], decisions=log))["d2"] == "overruled"


def test_the_label_follows_an_edit(merge):
    """A label that contradicted the edited fields would be false; one written by hand stays."""
    (event,) = merge(REPORTS, decisions=[decide("edit", "m1", initiators="Westmark", status="alleged")]).events
    assert event.label == "Westmark against Sudria: attack (alleged)"
    log = [decide("edit", "m1", label="My words"), decide("edit", "m1", id="d2", initiators="Westmark")]
    (event,) = merge(REPORTS, decisions=log).events
    assert event.label == "My words"


def test_what_nearly_merged_is_told_unless_a_person_parted_it(merge):
    """Two alike reports with different numbers of dead stay apart, and are offered to a reviewer."""
    near = merge([*REPORTS, make_mention("Norland struck.", id="m4", article_id="a4", targets=())]).near_misses
    assert all(0 < miss.score < 1 and miss.sentence and miss.event_a != miss.event_b for miss in near)
    parted = merge(REPORTS, decisions=[decide("split", "m1", "m2")])
    assert parted.near_misses == ()


def test_a_reviewer_is_offered_the_nearest_few_of_what_nearly_merged(merge):
    """However many events are alike, each keeps its nearest ones, and the list grows with the events only."""
    blamed = [
        make_mention(f"A state struck {town}own near the coast.", id=f"m{town}", article_id=f"a{town}",
                     status="alleged", initiators=(make_actor(f"State {town}", code=f"S{town}"),))
        for town in "bcdfghjklmnp"
    ]  # fmt: skip
    merged = merge(blamed)
    alike = len(merged.events)
    assert alike == 12
    offered = [sorted((miss.event_a, miss.event_b)) for miss in merged.near_misses]
    assert all(sum(event.id in pair for pair in offered) >= 5 for event in merged.events)
    assert len(offered) <= 5 * alike < alike * (alike - 1) / 2
