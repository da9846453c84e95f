"""The table of function words says one thing of each tag."""

from typing import get_args

import pytest

from timeline.errors import LexiconError
from timeline.lexicon.grammar import WordClass, load_grammar
from timeline.settings import LEXICON_DIR


def test_a_tag_given_twice_is_refused(tmp_path):
    """Its second row would silently replace the first."""
    for name in ("grammar.csv", "irregular_verbs.csv"):
        (tmp_path / name).write_bytes((LEXICON_DIR / name).read_bytes())
    with (tmp_path / "grammar.csv").open("a", encoding="utf-8") as table:
        table.write("d,that\n")
    with pytest.raises(LexiconError, match=r"grammar\.csv: gives tag 'd' twice"):
        load_grammar(tmp_path)


def test_every_class_of_words_that_a_rule_asks_for_has_words():
    """A class without a row would silence its rule without a word."""
    classes = load_grammar(LEXICON_DIR).classes
    assert set(classes) == set(get_args(WordClass))
    assert all(classes.values())


def test_verbs_learned_later_leave_the_classes_as_they_are():
    """The actions of a case add verbs to the grammar and nothing else."""
    grammar = load_grammar(LEXICON_DIR)
    more = grammar.with_verbs(["defrost"])
    assert "defrosts" in more.verbs
    assert "defrosts" not in grammar.verbs
    assert more.classes == grammar.classes


def test_every_verb_has_all_its_forms():
    """No verb is known by an empty word, a table that gives no -ing form leaves it to the rules, "lay" is no past."""
    verbs = load_grammar(LEXICON_DIR).verbs
    assert "" not in verbs
    assert all(verbs[form] == (base, {"ing"}) for form, base in (("besieging", "besiege"), ("overseeing", "oversee")))
    assert verbs["lay"] == ("lay", {"base"})
