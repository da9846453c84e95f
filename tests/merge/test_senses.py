"""Promises of what a word for an act counts as."""

from __future__ import annotations

from timeline.lexicon.merge_weights import load_merge_weights
from timeline.merge._senses import read_senses
from timeline.merge._words import stem
from timeline.settings import LEXICON_DIR

LEXIS = load_merge_weights(LEXICON_DIR).lexis


def _stem(word: str) -> str:
    return stem(word, LEXIS.forms)


def test_words_of_one_family_mean_one_act() -> None:
    """A quake and a tremor are one kind of act."""
    senses = read_senses(LEXIS, [])
    assert senses.meaning(_stem("quake"), 1) == senses.meaning(_stem("tremor"), 1) == _stem("earthquake")


def test_an_ambiguous_word_follows_its_company() -> None:
    """A fire among flames is a blaze, and among sackings a dismissal."""
    acts = [(1, _stem("inferno")), (1, _stem("wildfire")), (2, _stem("sacked")), (2, _stem("ousted"))]
    senses = read_senses(LEXIS, acts)
    assert senses.meaning(_stem("fire"), 1) == _stem("blaze")
    assert senses.meaning(_stem("fired"), 2) == _stem("dismiss")


def test_a_word_without_a_family_means_itself() -> None:
    """What no table knows is its own family."""
    assert read_senses(LEXIS, []).meaning("zorbl", 1) == "zorbl"


def test_common_verbs_are_light() -> None:
    """'Said' says little of which act is told, 'killed' much."""
    light = read_senses(LEXIS, []).light
    assert _stem("said") in light
    assert _stem("killed") not in light
