"""Promises of what a word for an act counts as."""

from __future__ import annotations

import pytest

from timeline.lexicon.merge_weights import load_merge_weights
from timeline.merge._senses import Vocabulary, read_senses
from timeline.merge._words import stem
from timeline.settings import LEXICON_DIR

LEXIS = load_merge_weights(LEXICON_DIR).lexis
WORDS = Vocabulary(LEXIS)


def _stem(word: str) -> str:
    return stem(word, LEXIS.forms)


def test_words_of_one_family_mean_one_act() -> None:
    """A quake and a tremor are one kind of act."""
    senses = read_senses(WORDS, [])
    assert senses.meaning(_stem("quake"), 1) == senses.meaning(_stem("tremor"), 1) == _stem("earthquake")


def test_an_ambiguous_word_follows_its_company() -> None:
    """A fire among flames is a blaze, and among sackings a dismissal."""
    acts = [(1, _stem("inferno")), (1, _stem("wildfire")), (2, _stem("sacked")), (2, _stem("ousted"))]
    senses = read_senses(WORDS, acts)
    assert senses.meaning(_stem("fire"), 1) == _stem("blaze")
    assert senses.meaning(_stem("fired"), 2) == _stem("dismiss")


def test_a_word_without_a_family_means_itself() -> None:
    """What no table knows is its own family."""
    assert read_senses(WORDS, []).meaning("zorbl", 1) == "zorbl"


def test_common_verbs_are_light() -> None:
    """'Said' says little of which act is told, 'killed' much."""
    light = WORDS.light
    assert _stem("said") in light
    assert _stem("killed") not in light


@pytest.mark.parametrize(
    ("trigger", "before", "after", "called"),
    [
        ("checked into", [], ["rehab"], "checked into"),
        ("double murder", [], [], "murder"),
        ("checked herself into", [], ["rehab"], "checked into"),
        ("picked her daughter up", [], [], "picked up"),
        ("looked at", [], [], "looked"),
        ("according to", [], [], "according"),
        ("stepped", ["minister"], ["down", "on"], "stepped down"),
        ("fire", ["caught"], [], "caught fire"),
        ("fire", ["the"], ["in"], "fire"),
        ("", ["a"], ["b"], ""),
        ("...", [], [], ""),
    ],
)
def test_an_act_is_called_by_its_last_telling_word_or_its_phrase(trigger, before, after, called) -> None:
    """Particles do not hide the verb, and a phrase of the table is found though only one word of it was marked."""
    assert WORDS.head(trigger, before, after)[0] == called


def test_a_phrase_belongs_to_a_family_of_its_own() -> None:
    """Who steps down resigns, in any tense; a step is neither."""
    senses = read_senses(WORDS, [])
    stepped, steps = (WORDS.head(word, [], ["down"])[1] for word in ("stepped", "stepping"))
    assert senses.meaning(stepped, 1) == senses.meaning(steps, 1) == _stem("resign")
    assert senses.meaning(_stem("step"), 1) != _stem("resign")
