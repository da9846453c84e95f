"""Events that people add: with their sentence, or marked; never joined by the machine, never dropped."""

from dataclasses import replace

import pytest

from tests.builders import make_article, make_mention
from timeline.model import Decision

TEXT = "Norland struck Sudria on Monday. Westmark shelled Esterra at dawn."
QUOTE = "Westmark shelled Esterra at dawn."


def add(id="d1", **change):
    given = {"type": "ASSAULT", "initiators": "Westmark", "targets": "Esterra", "date_start": "2024-04-02"} | change
    return Decision(
        id=id, verdict="add", subjects=(), who="Ada", when="2024-05-01T10:00:00+00:00", change=tuple(given.items())
    )


def quoted(**change):
    start = TEXT.index(QUOTE)
    return add(article="a1", start=str(start), end=str(start + len(QUOTE)), quote=QUOTE, **change)


def only(merged):
    (event,) = merged.events
    return event


def test_an_added_event_has_its_sentence_and_its_fields(merge):
    """Quote, article and offsets, and everything the person said, as a report of its own."""
    event = only(
        merge([], [make_article(TEXT)], decisions=[quoted(killed="5-7", place="Harbour", mode="heavy-weapons")])
    )
    assert event.label == "Westmark against Esterra: attack with heavy weapons in Harbour"
    assert (event.evidence, event.n_reports, event.n_sources) == ("hand", 1, 1)
    assert (event.killed.low, event.killed.high, event.when.edtf) == (5, 7, "2024-04-02")
    (mention,) = event.mentions
    assert TEXT[mention.start : mention.end] == mention.text == QUOTE
    assert event.reviewed.by == "Ada"


def test_an_added_event_without_a_sentence_says_so(merge):
    """No evidence, no report counted, and the mark."""
    event = only(merge([], decisions=[add()]))
    assert (event.evidence, event.n_reports, event.n_sources) == ("none", 0, 0)


@pytest.mark.parametrize(
    "articles", [[], [make_article("Another text.")], [make_article(f"{QUOTE} And again: {QUOTE}")]]
)
def test_an_addition_whose_sentence_is_gone_is_kept_and_flagged(merge, articles):
    """The article was taken out, rewritten, or says it twice elsewhere: the event stays, marked, with a notice."""
    start = "99"
    merged = merge([], articles, decisions=[add(article="a1", start=start, end="120", quote=QUOTE)])
    assert only(merged).evidence == "gone"
    assert merged.outcomes[0].state == "gone"
    assert "no longer in the case" in merged.notices[0]


def test_a_sentence_that_moved_is_found_again(merge):
    """A paragraph was put before it; the words are still there once."""
    event = only(merge([], [make_article(f"New first line. {TEXT}")], decisions=[quoted()]))
    assert event.evidence == "hand"
    assert event.mentions[0].start == len("New first line. ") + TEXT.index(QUOTE)


def test_the_machine_never_joins_what_a_person_added(merge):
    """A person says that it was missed; only a person joins it to another."""
    known = make_mention(TEXT[:32], id="m1", start=0)
    article = make_article(TEXT)
    twin = add(article="a1", start="0", end="32", quote=TEXT[:32], initiators="norland", targets="sudria",
               date_start="2024-04-01")  # fmt: skip
    assert len(merge([known], [article], decisions=[twin]).events) == 2
    joined = replace(twin, id="d2", verdict="merge", subjects=("m1", "hand-d1"), change=())
    event = only(merge([known], [article], decisions=[twin, joined]))
    assert event.evidence == "reports"
    assert event.n_reports == 1


def test_an_added_event_can_be_edited_rejected_and_taken_back(merge):
    """It is an event like any other."""
    edit = replace(add("d2"), verdict="edit", subjects=("hand-d1",), change=(("label", "A better name"),))
    assert only(merge([], decisions=[add(), edit])).label == "A better name"
    reject = replace(edit, verdict="reject", change=())
    assert merge([], decisions=[add(), reject]).events == ()
    undo = replace(edit, verdict="undo", subjects=("d1",), change=())
    assert merge([], decisions=[add(), undo]).events == ()


@pytest.mark.parametrize(("field", "value"), [("type", "WAR"), ("killed", "many"), ("status", "perhaps")])
def test_an_addition_that_makes_no_sense_is_told(merge, field, value):
    """A value that cannot be used is named; the rest is followed where it can be."""
    merged = merge([], decisions=[add(**{field: value})])
    assert merged.outcomes[0].state == "unusable"
    assert field in merged.notices[0]
