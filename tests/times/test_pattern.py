"""Grammar patterns say what is wrong with them."""

import pytest

from timeline.lexicon.time_words import load_time_words
from timeline.times._pattern import compile_pattern, first_chars, literals_of
from timeline.times._tokens import Alphabet


def test_bad_pattern_is_named():
    """A pattern with a stray character is refused with the place."""
    alphabet = Alphabet(load_time_words(), frozenset())
    with pytest.raises(ValueError, match="bad grammar pattern"):
        compile_pattern("MONTH = 3", alphabet, {})


def test_unknown_class_matches_nothing():
    """A class without words can never match."""
    assert compile_pattern("NOSUCHCLASS", Alphabet(load_time_words(), frozenset()), {}) == "(?!)"


def test_literals_are_collected():
    """Literal words and marks are those outside class names."""
    assert literals_of(["the MONTH of '.'"]) == {"the", "of", "."}


@pytest.mark.parametrize(
    ("source", "chars"),
    [
        ("[ab](?:[c]|[d])", "ab"),
        ("(?:[a])?[b]", "ab"),
        ("(?P<x>[a]|(?:[b])*)[c]{0,2}[d]", "abcd"),
        ("(?<=[z])(?!)?[a](?=[b])", "a"),
        ("[a]{1,3}[b]", "a"),
    ],
)
def test_first_characters(source, chars):
    """Every character that a match can begin with is known, looking around counts for nothing."""
    assert first_chars(source) == frozenset(chars)


def test_first_characters_of_what_is_no_pattern():
    """Anything but compiled grammar is refused with the place."""
    with pytest.raises(ValueError, match="bad compiled pattern"):
        first_chars("abc")
