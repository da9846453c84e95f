"""The status words."""

import re
from typing import get_args

import pytest

from timeline.errors import LexiconError
from timeline.lexicon.status_words import StatusKind, load_status_words
from timeline.settings import LEXICON_DIR


def test_governing_verbs_stand_in_all_forms():
    """A verb listed once is found in every form."""
    status = load_status_words(LEXICON_DIR)
    assert {"deny", "denies", "denied", "denying"} <= status["deny"]
    assert {"said", "says"} <= status["assert"]


def test_phrases_are_found_by_their_first_word_longest_first():
    """Running text is searched by first word; the longest phrase wins."""
    phrases = load_status_words(LEXICON_DIR).phrases["in"]
    assert [len(words) for words, _ in phrases] == sorted((len(words) for words, _ in phrases), reverse=True)
    assert (("in", "retaliation", "for"), "cue") in phrases


def test_phrases_of_a_line_stand_where_they_begin_longest_first():
    """ "in retaliation for" is found at its "in"; a beginning that goes on otherwise is no phrase."""
    status = load_status_words(LEXICON_DIR)
    said = status.said_in(["it", "struck", "in", "retaliation", "for", "the", "raid", "in", "town"])
    assert (("in", "retaliation", "for"), "cue") in said[2]
    assert 7 not in said
    for found in said.values():
        lengths = [len(words) for words, _ in found]
        assert lengths == sorted(lengths, reverse=True)


def test_kinds_can_be_asked_for_together():
    """The words of any of several kinds are those of each."""
    status = load_status_words(LEXICON_DIR)
    assert status.any_of("kill", "harm") == status["kill"] | status["harm"]


def test_every_kind_that_a_rule_asks_for_has_words():
    """A kind without a row would silence its rule without a word."""
    status = load_status_words(LEXICON_DIR)
    assert [kind for kind in get_args(StatusKind) if not status[kind]] == []


def test_the_head_of_the_table_explains_every_kind():
    """Whoever adds a word finds what its kind does beside it."""
    table = (LEXICON_DIR / "status_words.csv").read_text(encoding="utf-8")
    head = re.findall(r"^#   ([a-z,]+) ", table, flags=re.MULTILINE)
    explained = {kind for kinds in head for kind in kinds.split(",")}
    assert sorted(set(get_args(StatusKind)) - explained) == []


def test_number_words_have_bounds():
    """ "dozens" is a floor, "a dozen" a number."""
    numbers = load_status_words(LEXICON_DIR).numbers
    assert numbers["dozens"] == (24, None)
    assert numbers["dozen"] == (12, 12)


def test_an_unknown_kind_is_an_error(tmp_path):
    """A kind that no rule reads is refused."""
    (tmp_path / "irregular_verbs.csv").write_bytes((LEXICON_DIR / "irregular_verbs.csv").read_bytes())
    (tmp_path / "status_words.csv").write_text("kind,words\nmood,glum\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"status_words.csv:2:kind"):
        load_status_words(tmp_path)
