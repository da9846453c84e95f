"""Words that refer to a known event are recognised, and only those."""

from datetime import date

import pytest

from timeline.lexicon.anchors import Anchor
from timeline.lexicon.time_words import load_time_words
from timeline.model import DateInterval
from timeline.times import Tagger


def make_anchor(**changes):
    fields = {
        "id": "norland-strike",
        "label": "strike on Norland",
        "edtf": "2024-04-01",
        "kind": ("ASSAULT",),
        "phrases": ({"all": (("strike", "attack*"), ("norland", "north port")), "none": ("exercise",)},),
        "source": "https://example.org/norland",
    }
    return Anchor.model_validate(fields | changes)


@pytest.fixture
def norland():
    return Tagger(load_time_words(), (make_anchor(),))


@pytest.mark.parametrize(
    "text",
    [
        "The strike on Norland",
        "Norland’s answer to the attacks",
        "an attack near North Port",
        "after NORLAND saw the STRIKE",
    ],
)
def test_all_groups_near_each_other_refer(norland, text):
    """One word of each group, in any order, with endings and possessives, is a reference."""
    (hit,) = norland.find_anchors(text)
    assert (hit.anchor_id, hit.when.edtf, hit.when.basis, hit.types) == (
        "norland-strike",
        "2024-04-01",
        "anchored",
        ("ASSAULT",),
    )
    assert "https://example.org/norland" in hit.when.reason


@pytest.mark.parametrize(
    "text",
    [
        "The strike hit Sudria.",
        "The strike ended. Norland was calm.",
        "A strike exercise in Norland",
        "The strike on Norland in 2019",
        "strike " + "and so on " * 12 + "Norland",
        "",
    ],
)
def test_other_words_do_not_refer(norland, text):
    """A missing group, another sentence, a forbidden word, another year or a long way off is no reference."""
    assert norland.find_anchors(text) == ()


def test_offsets_are_shifted(norland):
    """The offset places the hit in the article."""
    (hit,) = norland.find_anchors("the strike on Norland", offset=100)
    assert (hit.start, hit.end) == (104, 121)


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("Hours after the strike on Norland", "[2024-04-01..2024-04-02]"),
        ("Three days after the strike on Norland", "2024-04-04"),
        ("Three weeks after the strike on Norland", "[2024-04-19..2024-04-25]"),
        ("The day before the strike on Norland", "2024-03-31"),
        ("Days before the strike on Norland", "[2024-03-18..2024-03-31]"),
        ("48 hours after the strike on Norland", "[2024-04-01..2024-04-03]"),
    ],
)
def test_time_is_counted_from_the_event(norland, phrase, edtf):
    """A duration before or after a known event is a date, with the chain in its reason."""
    (found,) = norland.tag(f"{phrase} it rained.", document_date=None)
    assert (found.when.edtf, found.when.basis, found.when.anchor_id) == (edtf, "anchored", "norland-strike")
    assert found.when.reason.endswith("+ strike on Norland, 1 April 2024, anchors lexicon.")
    assert " because: “" in found.when.reason


def test_durations_after_unknown_events_stay_durations(norland):
    """A duration after something we do not know lies on no day."""
    (found,) = norland.tag("Three days after the storm it rained.", document_date=None)
    assert (found.type, found.when) == ("DURATION", None)
    assert norland.tag("The day after the storm it rained.", document_date=None) == ()


def test_counting_out_of_the_calendar_is_no_date():
    """A count that leaves the calendar stays a duration."""
    early = Tagger(load_time_words(), (make_anchor(edtf="0001-01-02"),))
    (found,) = early.tag("Nine weeks before the strike on Norland it rained.", document_date=None)
    assert found.when is None


@pytest.mark.parametrize(
    ("text", "anchor_id"),
    [
        ("the strike on Iran's consulate in Damascus", "damascus-consulate-strike-2024"),
        ("Haniyeh was killed in Tehran", "haniyeh-killing-2024"),
        ("Pezeshkian's inauguration", "pezeshkian-inauguration-2024"),
        ("the fall of Kabul", "kabul-fall-2021"),
        ("the coup in Niger", "niger-coup-2023"),
        ("the attack on tourists in Pahalgam", "pahalgam-2025"),
    ],
)
def test_shipped_anchors_are_found(tagger, text, anchor_id):
    """The shipped lexicon knows events of several conflicts."""
    assert anchor_id in {hit.anchor_id for hit in tagger.find_anchors(text)}


def test_lasting_anchor_is_lasting():
    """An anchor with two ends lasted all that time."""
    tagger = Tagger(load_time_words(), (make_anchor(edtf="2024-04-01/2024-04-05"),))
    (hit,) = tagger.find_anchors("the strike on Norland")
    assert hit.when.lasting
    assert hit.when.interval == DateInterval(date(2024, 4, 1), date(2024, 4, 5))


def test_a_long_run_without_sentence_end_is_read_in_parts(norland):
    """Words without a stop are cut into bounded runs, each with its own reference."""
    found = norland.find_anchors("strike on norland " * 400)
    assert len(found) == 6


@pytest.mark.parametrize("stem", ["nor*", "norl*"])
def test_beginnings_stand_for_any_ending(stem):
    """A word with a final star stands for every word that begins so, also as the rarest of its phrase."""
    tagger = Tagger(load_time_words(), (make_anchor(phrases=({"all": ((stem,), ("strike", "big raid*"))},)),))
    (hit,) = tagger.find_anchors("big raids on Norland")
    assert hit.text == "big raids on Norland"


def test_an_event_after_publication_is_not_counted_from(norland):
    """A known event later than publication is none that the text counts from."""
    early = DateInterval(date(2020, 1, 1), date(2020, 1, 1))
    (found,) = norland.tag("Three days after the strike on Norland it rained.", document_date=early)
    assert found.when is None
