"""A reference to one dated event of the case is found; to several days apart, or to another event, never."""

from datetime import date
from pathlib import Path

import pytest

from tests.builders import make_actor, make_article, make_event, make_mention, make_when
from timeline.lexicon.actions import load_actions
from timeline.lexicon.time_words import load_time_words
from timeline.model import DateInterval, Place
from timeline.settings import LEXICON_DIR
from timeline.times import Tagger, case_events, counts_time

ACTIONS = load_actions(Path(LEXICON_DIR))


def make_struck(day="2024-04-01", place="Merova", *, id="e1", article="a1", **changes):
    """An attack on a town, reported by one article."""
    when = changes.pop("when", None) or make_when(day)
    mention = make_mention(id=f"m-{id}", article_id=article, when=when)
    fields = {"id": id, "when": when, "mentions": (mention,), "place": Place(name=place, precision="city")}
    return make_event(**(fields | {"label": f"attack in {place}"} | changes))


def known(*events, names=("a1", "a2", "a3")):
    return case_events(
        events, [make_article(id=name, name=f"{name}.txt", published="2024-06-01") for name in names], ACTIONS
    )


def count(case, text, *, article="other", published=None):
    by = DateInterval(date.fromisoformat(published), date.fromisoformat(published)) if published else None
    tagger = Tagger(load_time_words()).with_case(case.seen_from(article))
    return tagger.tag(text, document_date=by)[0].when


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Two days after the strike on Merova it rained.", "2024-04-03"),
        ("Two days after the attack on the oil depot at Merova it rained.", "2024-04-03"),
        ("Three days before the Merova bombing it rained.", "2024-03-29"),
        ("Two days after Norland’s drone attack on Merova, it rained.", "2024-04-03"),
        ("Two days after Norland's raid on Sudria it rained.", "2024-04-03"),
        ("Hours after the shelling of Merova it rained.", "[2024-04-01..2024-04-02]"),
    ],
)
def test_time_is_counted_from_the_one_event_that_fits(text, edtf):
    """Place, or both sides, and a noun of its type name an event; the chain names the article that dates it."""
    when = count(known(make_struck()), text)
    assert (when.edtf, when.basis, when.rule) == (edtf, "anchored", "anchor.case")
    assert when.reason.endswith("+ attack in Merova, 1 April 2024, reported in this case (a1.txt).")


@pytest.mark.parametrize(
    "text",
    [
        "Two days after the strike on Oldburg it rained.",
        "Two days after the strike on Oldburg in Norland it rained.",
        "Two days after the talks in Merova it rained.",
        "Two days after the strike on Norland it rained.",
        "Two days after the 2019 strike on Merova it rained.",
        "Two days after the rain in Merova it was dry.",
        "Two days after the strike. Merova was calm.",
    ],
)
def test_anything_else_stays_a_duration(text):
    """Another place, type or year, one side alone, or no noun of an act: nothing is counted."""
    assert count(known(make_struck()), text) is None


def test_events_close_together_give_their_union():
    """Two strikes on one town within a week: what is counted spans both."""
    case = known(make_struck(), make_struck("2024-04-04", id="e2"))
    assert count(case, "Two days after the strike on Merova it rained.").edtf == "[2024-04-03..2024-04-06]"


def test_events_far_apart_give_nothing():
    """Two strikes on one town in different months: nothing is guessed."""
    case = known(make_struck(), make_struck("2024-05-20", id="e2"))
    assert count(case, "Two days after the strike on Merova it rained.") is None


def test_a_later_event_is_none_that_the_text_can_mean():
    """Of two strikes a text can only mean the one before its publication."""
    case = known(make_struck(), make_struck("2024-05-20", id="e2"))
    assert count(case, "Two days after the strike on Merova it rained.", published="2024-04-10").edtf == "2024-04-03"


@pytest.mark.parametrize(
    "when",
    [
        make_when(basis="publication"),
        make_when(basis="anchored", rule="anchor.case"),
        make_when(basis="anchored", rule="anchor.offset"),
        make_when("2024-04-01", "2024-04-30"),
    ],
)
def test_a_second_hand_or_wide_date_is_no_anchor(when):
    """A date that rests on another event or on publication, or is wide, dates nothing else."""
    assert count(known(make_struck(when=when)), "Two days after the strike on Merova it rained.") is None


def test_an_event_that_only_this_article_tells_is_no_second_witness():
    """An article is not dated by what only it reports."""
    text = "Two days after the strike on Merova it rained."
    assert count(known(make_struck()), text, article="a1") is None


def test_a_denied_event_is_no_anchor():
    """What did not happen dates nothing."""
    text = "Two days after the strike on Merova it rained."
    assert count(known(make_struck(status="denied")), text) is None


def test_a_named_person_identifies_a_killing():
    """The name of a person who was targeted is enough."""
    target = make_actor("Sudria", person="Ana Orlo")
    case = known(make_struck(targets=(target,)))
    assert count(case, "Two days after the killing of Orlo it rained.").edtf == "2024-04-03"


def test_definite_references_are_found_anywhere():
    """An undated article may refer to the event without counting from it; "a strike" refers to none."""
    case = known(make_struck())
    (hit,) = case.hits("He deplored the deadly strike on Merova.", 100)
    assert (hit.start, hit.text, hit.when.edtf) == (116, "deadly strike on Merova", "2024-04-01")
    assert list(case.hits("He deplored a strike on Merova.", 0)) == []
    tagger = Tagger(load_time_words())
    assert tagger.needs(case, "It ended weeks after the strike on Merova.", undated=False)
    assert not tagger.needs(case, "He deplored the strike on Merova.", undated=False)
    assert tagger.needs(case, "He deplored the strike on Merova.", undated=True)


def test_whether_to_look_is_cheap_to_say():
    """Only a text that may count from an event is looked at twice."""
    assert counts_time("on the eve of the vote")
    assert not counts_time("for three days it rained")
