"""A parse beside the rules: who decides, what is recorded, what it does to confidence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import make_sentence
from timeline.coding._syntax import make_tree


class Drawn:
    """A parser that gives one tree, drawn by hand: (word, index of its head, label, tag) for each token."""

    name = "drawn 1.0"

    def __init__(self, *rows):
        self.rows = rows

    def parse(self, texts):
        return [make_tree(self._place(text)) for text in texts]

    def _place(self, text):
        end, placed = 0, []
        for word, head, label, tag in self.rows:
            start = text.index(word, end)
            end = start + len(word)
            placed.append((start, head, label, tag, word))
        return placed


KENYA_HIT_SOMALIA = [
    ("Kenya", 1, "nsubj", "NNP"),
    ("attacked", 1, "ROOT", "VBD"),
    ("Somalia", 1, "dobj", "NNP"),
    ("from", 1, "prep", "IN"),
    ("Uganda", 3, "pobj", "NNP"),
]
TEXT = "Kenya attacked Somalia from Uganda."


def code(coder, text):
    (mention,) = coder.code(make_sentence(text))
    return mention


def codes(mention):
    return tuple("+".join(actor.code for actor in side) for side in (mention.initiators, mention.targets))


def test_agreement_raises_confidence_and_is_recorded(coder, coder_with):
    """Two ways of reading that find the same are surer than one."""
    alone, both = code(coder, TEXT), code(coder_with(Drawn(*KENYA_HIT_SOMALIA)), TEXT)
    assert codes(both) == codes(alone) == ("KEN", "SOM")
    assert both.confidence > alone.confidence
    assert {"Rules and parse agree on the initiator.", "Rules and parse agree on the target."} <= set(both.reasons)


def test_disagreement_keeps_the_rules_lowers_confidence_and_is_recorded(coder, coder_with):
    """Where both name an actor, the parse does not overrule; a reader is told what it would have said."""
    rows = list(KENYA_HIT_SOMALIA)
    rows[2], rows[4] = ("Somalia", 1, "npadvmod", "NNP"), ("Uganda", 1, "dobj", "NNP")
    alone, both = code(coder, TEXT), code(coder_with(Drawn(*rows)), TEXT)
    assert codes(both) == codes(alone)
    assert both.confidence < alone.confidence
    assert "Rules and parse disagree on the target; the rules were kept, not the parse's 'Uganda'." in both.reasons


def test_a_role_the_rules_leave_empty_is_taken_from_the_parse(coder, coder_with):
    """The parse gives what the rules have not found, and is named as its source."""
    text = "Kenya, it was said in Uganda on Monday, Somalia attacked."
    rows = [("Kenya", 3, "dobj", "NNP"), ("said", 3, "ccomp", "VBN"), ("Somalia", 3, "nsubj", "NNP")]
    rows.append(("attacked", 3, "ROOT", "VBD"))
    alone, both = code(coder, text), code(coder_with(Drawn(*rows)), text)
    assert codes(alone)[1] == ""
    assert codes(both) == ("SOM", "KEN")
    assert "The parse gave the target: 'Kenya'." in both.reasons


READ = [
    ("Kenya's parliament passed a resolution criticising Uganda over the dam.", ("KEN", "UGA")),
    ("Kenyan artillery along the lake this week has killed dozens of Ugandan soldiers.", ("KEN", "UGA")),
    ("The jets of Uganda and not those of Kenya struck the port.", ("UGA", "")),
]


@pytest.mark.parametrize(("text", "sides"), READ)
def test_rules_and_the_installed_parser_read_deep_subjects(parsing_coder, text, sides):
    """Who acts stands far from the word that names the act."""
    assert codes(code(parsing_coder, text)) == sides


def test_a_relative_clause_has_its_antecedent_for_target(parsing_coder):
    """ "X, which Y had attacked": X."""
    mentions = parsing_coder.code(
        make_sentence("Sudan's army, which Kenya had attacked at dawn, struck back at Kenya.")
    )
    assert [codes(mention) for mention in mentions] == [("KEN", "SDN"), ("SDN", "KEN")]


CHAINS = [
    ("Sudan was attacked by Kenya.", "KEN", "SDN"),
    ("Kenya vowed to attack Sudan.", "KEN", "SDN"),
    ("Uganda urged Kenya to stop shelling Sudan.", "UGA", "KEN"),
    ("Kenya and Uganda bombed Sudan.", "KEN+UGA", "SDN"),
    ("Kenya moved in and attacked Sudan.", "KEN", "SDN"),
    ("The shelling of Sudan by Kenya went on.", "KEN", "SDN"),
    ("Kenya's shelling of Sudan went on.", "KEN", "SDN"),
    ("Kenya carried out air strikes on Sudan.", "KEN", "SDN"),
    ("Air strikes on Sudan were carried out by Kenya.", "KEN", "SDN"),
]


@pytest.mark.parametrize(("text", "initiator", "target"), CHAINS)
def test_a_parse_alone_reads_the_chains_that_name_a_role(coder_with, parser, text, initiator, target):
    """Passive, control, conjuncts, agents, possessives and light verbs, without the rules' say."""
    coder = coder_with(parser, parse_alone=True)
    assert codes(code(coder, text)) == (initiator, target)


def test_a_capital_behind_in_is_where_and_not_whom(coder_with, parser):
    """The parse hangs "in Nairobi" on the noun; that makes Kenya nobody's target."""
    coder = coder_with(parser)
    assert codes(code(coder, "The killing in Nairobi by Ugandan agents stunned the guests.")) == ("UGA", "")


WORDS = "Kenya, whose army Uganda had attacked, accused Somalia of shelling Sudan in the north"
LABELS = [
    "nsubj",
    "nsubjpass",
    "dobj",
    "pobj",
    "prep",
    "agent",
    "conj",
    "relcl",
    "acl",
    "xcomp",
    "ccomp",
    "poss",
    "aux",
]
TAGS = ["VBD", "VBN", "VBG", "VB", "NN", "NNP", "WDT", "IN"]


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_no_tree_however_absurd_breaks_a_sentence(coder_with, data):
    """Whatever an engine returns, cycles among them, there are mentions with offsets inside the sentence."""
    words = WORDS.replace(",", "").split()
    some = st.tuples(st.integers(0, len(words) - 1), st.sampled_from(LABELS), st.sampled_from(TAGS))
    drawn = data.draw(st.lists(some, min_size=len(words), max_size=len(words)))
    coder = coder_with(Drawn(*((word, *row) for word, row in zip(words, drawn, strict=True))))
    for mention in coder.code(make_sentence(WORDS)):
        assert 0 <= mention.trigger.start < mention.trigger.end <= len(WORDS)
        assert 0 < mention.confidence < 1


HOSTILE = [
    "Kenya\u200f attacked\u200e \u202eSomalia\u202c.",
    "Kenya attacked \ud800 Somalia.",
    "Kenya attacked Somalia " * 20,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_marks_of_direction_and_broken_letters_keep_evidence_in_place(parsing_coder, text):
    """What no parser has seen still gives mentions that are slices of the text."""
    for mention in parsing_coder.code(make_sentence(text)):
        assert mention.text == text
        assert 0 <= mention.trigger.start < mention.trigger.end <= len(text)
