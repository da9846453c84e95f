"""Whom crowds act for, and whom condemnations are aimed at."""

import pytest

from tests.builders import make_article, make_sentence


def names(actors):
    """The display names of actors, joined."""
    return ";".join(actor.name for actor in actors)


@pytest.mark.parametrize(
    "text",
    [
        "Protesters in Kinshasa burned tyres.",
        "Students in Tehran clashed with police.",
        "Gunmen in Mali killed two shepherds.",
        "Opposition supporters in Uganda blocked a motorway.",
        "Thousands rallied in Caracas against the result.",
    ],
)
def test_people_in_a_place_do_not_act_for_its_state(coder, text):
    """A crowd or gunmen of whom only the place is known are no arm of the state there."""
    assert [names(mention.initiators) for mention in coder.code(make_sentence(text))] == [""]


@pytest.mark.parametrize(
    ("text", "initiator"),
    [
        ("Police in Nairobi arrested 12 protesters.", "Kenya"),
        ("Troops in Khartoum shot a nurse.", "Sudan"),
        ("Lawmakers in Kenya rejected the deal.", "Kenya"),
        ("Bolivian miners stormed a police post.", "Bolivia"),
    ],
)
def test_who_serves_a_state_or_is_of_it_still_acts_for_it(coder, text, initiator):
    """Police, troops and lawmakers act for the state they are in; a nationality is more than a place."""
    assert names(coder.code(make_sentence(text))[0].initiators) == initiator


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Turkey condemned the attack on Somalia's parliament.", ""),
        ("Jordan condemned the strikes on Lebanon.", ""),
        ("Turkey condemned the attack by al-Shabaab on Somalia's parliament.", "al-Shabaab"),
        ("Egypt denounced Israel's strikes on Lebanon.", "Israel"),
        ("Norway condemned the killing of Sudanese civilians by the RSF.", "Rapid Support Forces"),
        ("Norway condemned Sudan for the killing of civilians.", "Sudan"),
    ],
)
def test_a_condemnation_is_aimed_at_who_attacked(coder, text, target):
    """Whose people or land was attacked is not whom the condemnation is aimed at."""
    judged = [mention for mention in coder.code(make_sentence(text)) if mention.type == "ACCUSE"]
    assert [names(mention.targets) for mention in judged] == [target]


def test_who_attacked_may_stand_in_an_earlier_sentence(coder):
    """ "The strikes" told before have their doer there."""
    text = "Israel bombed Tyre on Monday. Jordan condemned the strikes on Lebanon."
    sentences = [make_sentence(part, start=text.index(part)) for part in text.split(". ")]
    found = coder.code_article(make_article(text), sentences)
    assert [names(m.targets) for m in found if m.type == "ACCUSE"] == ["Israel"]


@pytest.mark.parametrize(
    "text",
    [
        "The raid drew condemnation from Jordan and Egypt.",
        "Ghana and Togo urged both sides to show restraint.",
        "Eritrea shelled the defence ministry in Khartoum.",
    ],
)
def test_nobody_is_taken_for_the_other_side_of_his_own_act(coder, text):
    """Two who condemn or urge do not mean each other, and an office that nobody names is not the attacker's."""
    (mention,) = coder.code(make_sentence(text))
    assert mention.initiators
    assert mention.targets == ()
