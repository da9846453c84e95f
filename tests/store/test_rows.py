"""Values to rows: nothing lost, nothing depending on the order of the inputs."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import make_actor, make_article, make_count, make_event, make_mention, make_when
from timeline.model import UNDATED, Disagreement, MergeReason, Place, Reject, Response
from timeline.store import BuildContents, search_text
from timeline.store._rollups import dyads, sides
from timeline.store._rows import make_tables

TEXT = "Norland struck Sudria on Monday. Sudria answered the next day."


def rich_contents():
    article = make_article(TEXT, published="2024-04-02")
    first = make_mention(TEXT[:32], id="m1")
    second = make_mention(TEXT[33:], id="m2", start=33)
    events = (
        make_event(
            "e1", mentions=[first, second], killed=make_count(3, 5), place=Place(name="Port Sud", lat=1.0, lon=2.0)
        ),
        make_event(
            "e2",
            mentions=[second],
            when=UNDATED,
            disagreements=(Disagreement(field="place", value="Port Sud", who=("The Gazette",), n_reports=1),),
            merged_because=(MergeReason(mention_a="m1", mention_b="m2", score=0.9, sentence="The same day."),),
            responses=(Response(event_id="e2", responds_to="e1", cue="answered"),),
        ),
        make_event("e3", mentions=[first], when=make_when("2023-01-01", "2023-12-31"), symmetric=True),
    )
    rejects = (Reject("b.html", "holds no article"), Reject("a.html", "holds no article"))
    return events, (article, make_article("Other.", id="a2")), rejects, (("old", "e1"), ("older", "old"))


@settings(max_examples=20)
@given(st.randoms(use_true_random=False))
def test_order_of_inputs_leaves_no_trace(rnd: random.Random):
    """Contents in any order give the same rows in the same order."""
    parts = rich_contents()
    shuffled = [tuple(rnd.sample(part, len(part))) for part in parts]
    make = [
        BuildContents(**dict(zip(("events", "articles", "rejects", "redirects"), p, strict=True)))
        for p in (parts, shuffled)
    ]
    assert make_tables(make[0]) == make_tables(make[1])


def test_context_around_a_sentence_is_the_article_s_own():
    """Before and after are the text itself, cut at 200 characters."""
    text = "x" * 300 + TEXT[:32] + "y" * 50
    event = make_event(mentions=[make_mention(TEXT[:32], start=300)])
    rows = make_tables(BuildContents(events=(event,), articles=(make_article(text),)))["evidence"].to_pylist()
    assert (rows[0]["before"], rows[0]["after"]) == ("x" * 200, "y" * 50)


def test_broken_surrogates_keep_their_place():
    """A character no encoding can hold becomes one replacement character, so offsets stay right."""
    text = "A\ud800B struck."
    tables = make_tables(
        BuildContents(events=(make_event(mentions=[make_mention(text)]),), articles=(make_article(text),))
    )
    assert tables["evidence"].to_pylist()[0]["text"] == "A\ufffdB struck."
    assert tables["article"].to_pylist()[0]["text"] == "A\ufffdB struck."


def test_both_sides_of_a_symmetric_event_act_and_are_acted_on():
    """Talks have two initiators and two targets, and nobody talks to himself."""
    talks = make_event(symmetric=True)
    assert sides(talks) == (("norland", "sudria"), ("norland", "sudria"))
    assert dyads(talks) == [("norland", "sudria"), ("sudria", "norland")]
    assert dyads(make_event(symmetric=True, targets=())) == [("norland", "")]


def test_an_actor_has_one_name():
    """The name given most often stands for the id, whichever report came first."""
    names = ["Norland", "Norland", "The Norlanders"]
    actors = [replace(make_actor("Norland"), name=name) for name in names]
    events = tuple(make_event(f"e{n}", initiators=(actor,), targets=()) for n, actor in enumerate(actors))
    rows = make_tables(BuildContents(events=events, articles=(make_article(),)))["actor"].to_pylist()
    assert rows == [{"actor_id": "norland", "name": "Norland", "code": "NOR"}]


def test_search_text_folds_and_never_joins_fields():
    """Capitals and line breaks do not matter, and no query can match across two fields."""
    assert search_text(("GROẞE\n  Stadt", "", "b", "b")) == "b\ngrosse stadt"
