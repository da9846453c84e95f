"""What a reviewer is asked first, and what they are offered."""

from dataclasses import replace

import pandas as pd
import pytest

from tests.builders import make_article, make_count, make_event, make_mention
from timeline.model import Decision, Disagreement, NearMiss, Outcome, Review
from timeline.queries import (
    DECISION_COLUMNS,
    NEAR_MISS_COLUMNS,
    QUEUE_COLUMNS,
    Filters,
    count_events,
    event_chain,
    event_near_misses,
    event_reports,
    events_version,
    list_decisions,
    review_queue,
    split_suggestion,
    weakest_part,
)
from timeline.sentences import view_words
from timeline.store import BuildContents, open_build, write_build

SEEN = Review(decision="d1", verdict="accept", by="Ada", when="2026-11-22T10:00:00+00:00", why="Clear.")


def event(id, **changes):
    return make_event(id, mentions=[make_mention(id=f"m-{id}")], **changes)


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    """Five events that differ in what puts them in the queue, one of them reviewed."""
    disputed = (Disagreement(field="killed", value="7", who=("A",), n_reports=1),)
    word = replace(make_mention(id="hand-d2"), kind="hand", article_id="", text="", end=0)
    bare = make_event("bare", mentions=[word], confidence=0.9, level=1, evidence="none")
    events = (
        event("doubtful", confidence=0.2, level=4),
        event("deadly", confidence=0.9, level=4, killed=make_count(999)),
        replace(event("disputed", confidence=0.9, level=4), disagreements=disputed),
        replace(event("seen", confidence=0.1, level=4), reviewed=SEEN, version="d3"),
        bare,
    )
    log = [
        Decision(id="d1", verdict="accept", subjects=("m-seen",), who="Ada", when="t1", why="Clear.", event="seen"),
        Decision(id="d2", verdict="add", subjects=(), who="Ada", when="t2", change=(("type", "ASSAULT"),)),
        Decision(id="d3", verdict="note", subjects=("m-seen",), who="Ben", when="t3", why="Hm."),
    ]
    outcomes = tuple(Outcome(decision=one, event_id="seen") for one in log)
    near = (NearMiss(event_a="deadly", event_b="doubtful", mention_a="a", mention_b="b", score=0.4, sentence="Alike."),)
    case = tmp_path_factory.mktemp("queue")
    contents = BuildContents(events=events, articles=(make_article(),), outcomes=outcomes, near_misses=near)
    write_build(case, contents, build_id="b1")
    with open_build(case) as opened:
        yield opened


def test_the_queue_asks_first_what_is_doubtful_grave_and_disputed(build):
    """Doubt times gravity times disagreement, as documented."""
    queue = review_queue(build, Filters(reviewed="no"))
    assert list(queue.columns) == list(QUEUE_COLUMNS)
    assert list(queue["event_id"]) == ["doubtful", "deadly", "disputed", "bare"]
    assert list(queue["priority"]) == [3.2, 1.6, 0.8, 0.2]


def test_the_queue_can_be_cut(build):
    """A desk holds so many."""
    assert list(review_queue(build, Filters(), limit=1)["event_id"]) == ["seen"]


def test_reviewed_is_a_filter(build):
    """Yes, no, either; in the sentence and in a link."""
    assert [count_events(build, Filters(reviewed=choice)).events for choice in ("yes", "no", "either")] == [1, 4, 5]
    assert Filters.from_params(Filters(reviewed="no").to_params()) == (Filters(reviewed="no"), ())
    assert "not yet reviewed" in Filters(reviewed="no").describe(4, 4, {}, view_words())
    assert Filters.from_params({"reviewed": "perhaps"})[1]


def test_a_near_miss_is_told_to_both_events(build):
    """Whichever of the two is on the desk."""
    for one, other in (("deadly", "doubtful"), ("doubtful", "deadly")):
        found = event_near_misses(build, one)
        assert list(found.columns) == list(NEAR_MISS_COLUMNS)
        assert list(found["other_id"]) == [other]
    assert event_near_misses(build, "seen").empty


def test_the_log_is_told_in_its_order(build):
    """Every decision with its state and the event it speaks of."""
    found = list_decisions(build)
    assert list(found.columns) == list(DECISION_COLUMNS)
    assert list(found["decision_id"]) == ["d1", "d2", "d3"]
    assert found["change"][1] == ["type: ASSAULT"]


def test_the_version_of_several_events_is_the_last_of_theirs(build):
    """What a decision that joins them must have seen."""
    assert events_version(build, ("seen", "deadly")) == "d3"
    assert events_version(build, ("deadly",)) == ""


def test_reports_added_without_a_sentence_are_reports_too(build):
    """A decision names the event by them."""
    assert event_reports(build, "bare") == ("hand-d2",)


def reasons(*links):
    columns = ("event_id", "mention_a", "mention_b", "score", "sentence")
    return pd.DataFrame([("e", *link, "Alike.") for link in links], columns=columns)


def test_the_weakest_link_parts_the_event():
    """The smaller side of it is what perhaps does not belong."""
    links = reasons(("a", "b", 0.9), ("b", "c", 0.3), ("c", "d", 0.8), ("d", "e", 0.8))
    assert weakest_part(["a", "b", "c", "d", "e"], links) == ("a", "b")


@pytest.mark.parametrize("reports", [["a"], ["a", "b"]])
def test_where_no_link_is_there_is_nothing_to_part(reports):
    """One report, or reports that only a person joined."""
    assert weakest_part(reports, reasons()) == ()


def test_a_single_report_has_no_split(build):
    """Nothing is suggested where nothing can be parted."""
    assert split_suggestion(build, "deadly") == ()


def test_the_chain_before_and_after(answered_build):
    """What was answered stands before, what answers it after, old ids included; inferred links are no chain."""
    assert list(event_chain(answered_build, "e0")[["step", "event_id"]].itertuples(index=False, name=None)) == [
        (0, "e1"),
        (1, "e2"),
    ]
    assert list(event_chain(answered_build, "e2")["step"]) == [-1, 0]


def test_the_chain_of_a_lonely_event_is_itself(build):
    """No links, one step."""
    assert list(event_chain(build, "deadly")["step"]) == [0]
