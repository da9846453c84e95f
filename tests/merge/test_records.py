"""Lines of any coder cluster by what they call the act and what stands around it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.errors import RecordError
from timeline.merge import cluster_records

FIRE = "Firefighters said the warehouse blaze near Harbour killed two dock workers on Friday."
FIRE_TOO = "The fire at a Harbour warehouse that killed two dock workers was put out by firefighters."
ELECTION = "Voters elected a new mayor of Uptown, and the council announced recounts in three wards."


def line(id, doc, text, trigger, **more):
    return {"id": id, "doc": doc, "text": text, "trigger": trigger} | more


LINES = [
    line("a", "d1", FIRE, "blaze"),
    line("b", "d2", FIRE_TOO, "fire"),
    line("c", "d1", FIRE, "killed"),
    line("d", "d2", FIRE_TOO, "killed"),
    line("e", "d3", ELECTION, "elected"),
    line("f", "d3", ELECTION, "announced"),
]


def clusters(rows):
    found = {}
    for row in rows:
        found.setdefault(row["cluster"], set()).add(row["id"])
    return {frozenset(ids) for ids in found.values()}


def test_acts_called_alike_in_like_texts_are_one(weights):
    """Blaze and fire in two reports of one night are one event; killing is another; elections a third."""
    rows = cluster_records(LINES, weights)
    assert clusters(rows) == {frozenset("ab"), frozenset("cd"), frozenset("e"), frozenset("f")}
    assert [row["id"] for row in rows] == list("abcdef")


def test_joined_lines_say_why(weights):
    """A line that joins another names it and the words near both; one alone says nothing."""
    rows = {row["id"]: row for row in cluster_records(LINES, weights)}
    assert rows["a"]["because"].startswith("'blaze' here and 'fire' in b name one kind of act")
    assert rows["a"]["because"].endswith("both stand near 'harbour', 'warehouse'.")
    assert rows["e"]["because"] == ""


def test_words_of_the_next_sentence_are_not_near(weights):
    """The context of an act ends with its sentence; the stop of an abbreviation ends none."""
    told = ("Crews fought a blaze. Harbour warehouse owners wept.", "Crews saw a blaze near Mr. Vant of Harbour.")
    nearest = [row["because"] for row in cluster_records([line(t, "d1", t, "blaze") for t in told], weights)]
    assert all(why.endswith("both stand near 'crews'.") for why in nearest)
    told = (told[1], "A blaze by Mr. Vant of Harbour burnt.")
    nearest = [row["because"] for row in cluster_records([line(t, "d1", t, "blaze") for t in told], weights)]
    assert all(why.endswith("both stand near 'harbour', 'vant'.") for why in nearest)


@pytest.mark.parametrize(
    "more",
    [
        ({"type": "ASSAULT"}, {"type": "CONSULT"}),
        ({"actors": ["Norland"]}, {"actors": ["Sudria"]}),
        ({"actors": "Norland"}, {"actors": "Sudria"}),
        ({"place": "Harbour"}, {"place": "Uptown"}),
    ],
)
def test_what_another_coder_says_keeps_apart(weights, more):
    """Different kinds of act, actors or places are not one event, however alike the words."""
    pair = [LINES[2] | more[0], LINES[3] | more[1]]
    assert len(clusters(cluster_records(pair, weights))) == 2


def test_tokens_find_the_trigger(weights):
    """Where the word indices are given, context is taken there and not at the first such word."""
    text = "Strike one hit Harbour docks . Strike two hit Uptown market hall ."
    lines = [line("a", "d1", text, "hit", tokens=[2]), line("b", "d1", text, "hit", tokens=[8])]
    assert len(cluster_records(lines, weights)) == 2


@pytest.mark.parametrize(
    ("lines", "problem"),
    [([{"id": "a", "doc": "d", "text": "t"}], "has no 'trigger'"), ([LINES[0], LINES[0]], "repeats the id 'a'")],
)
def test_bad_line_is_named(weights, lines, problem):
    """A line without a field, or with an id seen before, is named by its number."""
    with pytest.raises(RecordError, match=problem):
        cluster_records(lines, weights)


def test_no_lines_make_no_clusters(weights):
    """Nothing in, nothing out."""
    assert cluster_records([], weights) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from("123"), st.text(max_size=40), st.text(max_size=8)), max_size=8),
    st.randoms(use_true_random=False),
)
def test_any_lines_cluster_alike_in_any_order(weights, raw, shuffler):
    """Any text clusters, each line once, and the order of the lines never shows."""
    lines = [line(f"m{i}", doc, text, trigger) for i, (doc, text, trigger) in enumerate(raw)]
    rows = cluster_records(lines, weights)
    shuffled = list(lines)
    shuffler.shuffle(shuffled)
    again = cluster_records(shuffled, weights)
    assert {row["id"]: row for row in rows} == {row["id"]: row for row in again}
    assert all(row["cluster"] in {other["id"] for other in rows} for row in rows)
