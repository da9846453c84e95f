"""The action lexicon and the grammar under it."""

import pytest

from timeline.errors import LexiconError
from timeline.lexicon._inflect import load_irregular_verbs, plural, verb_forms
from timeline.lexicon.actions import load_actions
from timeline.lexicon.grammar import load_grammar
from timeline.lexicon.types import load_types
from timeline.settings import LEXICON_DIR

HEADER = "words,pos,type,mode,target,doer,needs,before,unless,scope,strength\n"


@pytest.fixture(scope="module")
def actions():
    """The shipped lexicon."""
    return load_actions(LEXICON_DIR)


@pytest.fixture
def small(tmp_path):
    """A function that writes a lexicon of the given action rows and loads it."""
    for name in ("grammar.csv", "irregular_verbs.csv", "action_words.csv"):
        (tmp_path / name).write_bytes((LEXICON_DIR / name).read_bytes())

    def load(rows):
        (tmp_path / "actions.csv").write_text(HEADER + rows, encoding="utf-8")
        return load_actions(tmp_path)

    return load


def test_every_row_names_a_type_and_mode_of_the_table(actions):
    """No action has a type or mode that types.csv does not know."""
    types = load_types(LEXICON_DIR)
    named = {(p.action.type, p.action.mode) for all_ in actions.patterns.values() for p in all_}
    assert [key for key in named if key not in types] == []


def test_all_types_have_words(actions):
    """Every type but STATEMENT, which has no act to name, has triggers."""
    named = {p.action.type for all_ in actions.patterns.values() for p in all_}
    assert set(load_types(LEXICON_DIR).types) - named == {"STATEMENT"}


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("strike", {"strike", "strikes", "struck", "stricken", "striking"}),
        ("stab", {"stab", "stabs", "stabbed", "stabbing"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("tie", {"tie", "ties", "tied", "tying"}),
        ("seize", {"seize", "seizes", "seized", "seizing"}),
        ("free", {"free", "frees", "freed", "freeing"}),
        ("veto", {"veto", "vetoes", "vetoed", "vetoing"}),
        ("deploy", {"deploy", "deploys", "deployed", "deploying"}),
    ],
)
def test_verbs_are_inflected(base, forms):
    """Spelling rules and the table of irregular verbs give every form."""
    assert {form for form, _ in verb_forms(base, load_irregular_verbs(LEXICON_DIR))} == forms


@pytest.mark.parametrize(
    ("noun", "several"),
    [("attack", "attacks"), ("clash", "clashes"), ("casualty", "casualties"), ("ally", "allies"), ("day", "days")],
)
def test_nouns_have_plurals(noun, several):
    """Regular plurals only: event nouns have no others."""
    assert plural(noun) == several


def test_longer_patterns_come_first(actions):
    """ "shot dead" is tried before "shot"."""
    lengths = [len(p.rest) for p in actions.patterns["shot"]]
    assert lengths == sorted(lengths, reverse=True)


def test_conditions_accept_words_beginnings_phrases_and_classes(small):
    """A condition holds plain words, word*, phrases and @classes."""
    lexicon = small("zap,v,ASSAULT,,obj,,beam*|ray gun|@labour,,,,\n")
    needs = lexicon.patterns["zapped"][0].action.needs
    assert needs.found_in(["two", "beams"])
    assert needs.found_in(["a", "ray", "gun"])
    assert needs.found_in(["teachers"])
    assert not needs.found_in(["nothing", "a", "ray"])
    assert lexicon.patterns["zapped"][0].action.unless is None


@pytest.mark.parametrize("words", [["two", "beams"], ["a", "ray", "gun"], ["teachers"]])
def test_words_that_a_condition_accepts_share_a_key_with_it(small, words):
    """A look at the keys of words never misses a condition that they meet."""
    lexicon = small("zap,v,ASSAULT,,obj,,beam*|ray gun|@labour,,,,\n")
    needs = lexicon.patterns["zapped"][0].action.needs
    assert not needs.keys.isdisjoint(key for word in words for key in lexicon.keys_of(word))


def test_a_word_is_its_own_key_and_has_only_beginnings_that_conditions_ask_for(small):
    """ "beams" is known as "beam*", which a condition names, and not as "bea*"."""
    lexicon = small("zap,v,ASSAULT,,obj,,beam*|ray gun,,,,\n")
    assert lexicon.keys_of("beams") == ("beams", "beam*")
    assert lexicon.keys_of("ray") == ("ray",)


def test_openings_hold_every_pattern_under_its_second_word(actions):
    """What is looked up by two words is all that the first word has, in the same order."""
    for first, patterns in actions.patterns.items():
        opening = actions.openings[first]
        longer = [pattern for pattern in patterns if pattern.rest]
        assert sorted(map(id, longer)) == sorted(id(one) for all_ in opening.longer.values() for one in all_)
        for second, all_ in opening.longer.items():
            assert all_ == tuple(pattern for pattern in longer if pattern.rest[0] == second)
        assert [p for p in patterns if not p.rest and not p.action.noun] == list(opening.verbs)
        assert [p for p in patterns if not p.rest and p.action.noun] == list(opening.nouns)


def test_an_unknown_class_is_an_error(small):
    """A condition may only name a class that exists."""
    with pytest.raises(LexiconError, match="no-such"):
        small("zap,v,ASSAULT,,obj,,@no-such,,,,\n")


def test_a_bad_cell_is_named(small):
    """A wrong part of speech names file, line and column."""
    with pytest.raises(LexiconError, match=r"actions.csv:2:pos"):
        small("zap,x,ASSAULT,,obj,,,,,,\n")


def test_the_grammar_knows_tags_and_verbs():
    """Function words have one tag, verb forms their base; more verbs can be added."""
    grammar = load_grammar(LEXICON_DIR)
    assert grammar.tags["the"] == "d"
    assert grammar.tags["was"] == "b"
    assert grammar.verbs["began"][0] == "begin"
    assert "zapped" not in grammar.verbs
    assert grammar.with_verbs(["zap"]).verbs["zapped"][0] == "zap"
