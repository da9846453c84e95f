"""Who acts in infinitives, participles and relative clauses."""

import pytest

from tests.builders import make_sentence
from tests.coding.test_sides import sides


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Kenya sent engineers to Uganda to attack Somalia.", "KEN"),
        ("Kenya issued a joint statement criticising Somalia.", "KEN"),
        ("Kenya passed a law that condemned Somalia.", "KEN"),
        ("Kenya has been the main exporter, bombing Somalia every day.", "KEN"),
        ("Kenya raided a camp after bombing Somalia.", "KEN"),
    ],
)
def test_the_main_subject_does_what_its_purpose_or_statement_says(coder, text, source):
    """An infinitive of purpose, the words of a statement and a copula's participle are the subject's."""
    assert sides(coder, text)[0] == source


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan rebels who took a bridge attacked Somalia.",
        "Kenyan troops who are part of a larger force attacked Somalia.",
    ],
)
def test_the_object_of_a_relative_clause_does_not_act(coder, text):
    """Behind a relative clause the verb goes on with the noun before it."""
    assert sides(coder, text) == ("KEN", "SOM")


@pytest.mark.parametrize("verb", ["planning to shell", "preparing to shell", "shelling"])
def test_who_is_accused_of_planning_an_act_is_to_do_it(coder, verb):
    """ "accused X of planning to strike": X is to strike, not the accuser."""
    mentions = coder.code(make_sentence(f"Eritrea accused Ethiopia of {verb} Assab."))
    assert [m.initiators[0].code for m in mentions if m.type == "ASSAULT"] == ["ETH"]


@pytest.mark.parametrize("told", ["Togo had shelled", "that Togo had shelled", "troops from Togo had shelled"])
def test_what_somebody_says_beside_an_act_is_done_by_whom_he_says(coder, told):
    """ "rejected the charge, saying Y had shelled": Y did, by the word of who rejects."""
    mentions = coder.code(make_sentence(f"Ghana rejected the charge, saying {told} its post."))
    found = next(m for m in mentions if m.type == "ASSAULT")
    assert (found.initiators[0].code, found.status, found.claimed_by.code) == ("TGO", "alleged", "GHA")
