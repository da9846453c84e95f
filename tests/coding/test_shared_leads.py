"""Two verbs under one modal or one "to" stand alike, and words behind a target may say which it was."""

import pytest

from tests.builders import make_sentence


def acts(coder, text):
    """Type and status of each act that is no statement."""
    return [(m.type, m.status) for m in coder.code(make_sentence(text)) if m.type != "STATEMENT"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru will free its captives and withdraw from Chile.",
        "Peru will withdraw its troops from Chile, free the hostages and lift its blockade of Arica.",
        "Peru is to release its prisoners and pull its troops out of Chile.",
    ],
)
def test_what_is_joined_to_a_plan_is_planned(coder, text):
    """A bare verb behind "and" has no tense of its own: it shares the modal before it."""
    found = acts(coder, text)
    assert len(found) >= 2
    assert {status for _, status in found} == {"planned"}


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Peru will bomb Chile and invade Bolivia.", {"THREATEN"}),
        ("Peru will retaliate and strike Chile.", {"THREATEN"}),
        ("Peru vowed to bomb Chile and kill its leaders.", {"THREATEN"}),
        ("Peru did not bomb Chile and invade Bolivia.", set()),
        ("Peru could bomb Chile and invade Bolivia.", set()),
        ("Protesters in Peru gathered to demand his release and block roads.", {"PROTEST"}),
    ],
)
def test_no_act_is_told_of_what_is_only_threatened_denied_or_possible(coder, text, types):
    """The second verb is no more done than the first."""
    assert {type_ for type_, status in acts(coder, text) if status == "happened"} == types


@pytest.mark.parametrize(
    "text",
    [
        "Peruvian troops tried to disperse the crowd and shot two people.",
        "Peru hit Chile's port and bombed its airfield.",
        "Peruvian troops began to shell Arica and attack villages in Chile.",
    ],
)
def test_a_verb_with_a_tense_of_its_own_tells_what_was_done(coder, text):
    """A past form, or a bare one behind what was begun, is an act."""
    found = acts(coder, text)
    assert found[-1] == ("ASSAULT", "happened")
    assert len(found) >= 2


@pytest.mark.parametrize(
    ("text", "initiator"),
    [
        ("Peru carried out a strike on a boat from Chile.", "Peru"),
        ("Peru killed six men in an attack on a vessel from Chile.", "Peru"),
        ("A rocket attack on Arica from Chile killed six.", "Chile"),
        ("Attacks on northern Peru from Chile killed six.", "Chile"),
    ],
)
def test_from_tells_which_ship_was_hit_and_not_who_hit_it(coder, text, initiator):
    """Behind a common noun; behind the name of a place "from" still tells who attacked."""
    attacks = [m for m in coder.code(make_sentence(text)) if m.type == "ASSAULT"]
    assert [[actor.name for actor in m.initiators] for m in attacks] == [[initiator]]


@pytest.mark.parametrize("verb", ["shelled its bases", "besieged its garrison", "attacked its embassy"])
def test_nobody_attacks_his_own(coder, verb):
    """ "X said Y had shelled its bases": those of X."""
    attack = next(m for m in coder.code(make_sentence(f"Peru said Chile had {verb}.")) if m.type != "STATEMENT")
    assert [actor.name for actor in attack.targets] == ["Peru"]


@pytest.mark.parametrize(
    ("text", "type_", "target"),
    [
        ("Peru and Chile cut diplomatic ties.", "SANCTION", "Chile"),
        ("Peru and Chile broke off relations over the dam.", "SANCTION", "Chile"),
        ("Peruvian and Chilean forces battled for control of Arica.", "ASSAULT", "Chile"),
    ],
)
def test_what_two_do_to_each_other_has_one_on_either_side(coder, text, type_, target):
    """Ties are cut, and towns fought for, between the two that are named."""
    act = coder.code(make_sentence(text))[0]
    assert act.type == type_
    assert [actor.name for actor in act.initiators + act.targets] == ["Peru", target]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Chilean militia will lay down its arms.", ("RETREAT", "planned")),
        ("Peru's military intercepted an aid ship bound for Chile.", ("COERCE", "happened")),
        ("Ten Peruvian soldiers serving with the peacekeeping mission were killed.", ("ASSAULT", "happened")),
        ("A court in Peru issued a warrant for the arrest of Chile's president.", ("COERCE", "happened")),
    ],
)
def test_words_of_wires_name_one_act_each(coder, text, expected):
    """Neither lost nor told twice."""
    assert acts(coder, text) == [expected]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("India bombed what it said was a camp of Jaish-e-Mohammed in Pakistan.", "Jaish-e-Mohammed"),
        ("India bombed what New Delhi said was a camp of Jaish-e-Mohammed.", "Jaish-e-Mohammed"),
        ("Israel hit what it called a Hezbollah command centre in Beirut.", "Hezbollah"),
        ("Israel struck what it described as Hamas targets.", "Hamas"),
    ],
)
def test_what_a_target_is_said_to_be_is_the_target(coder, text, target):
    """ "what it said was a camp of X": X, not whoever says so."""
    (attack,) = [m for m in coder.code(make_sentence(text)) if m.type == "ASSAULT"]
    assert [actor.name for actor in attack.targets] == [target]


def test_who_calls_an_act_names_is_who_condemns_it(coder):
    """ "in what Moscow called a provocation": words of Moscow, not of who did it."""
    found = coder.code(make_sentence("Ukrainian troops crossed into Russia in what Moscow called a provocation."))
    (said,) = [m for m in found if m.type == "ACCUSE"]
    assert [actor.name for actor in said.initiators] == ["Russia"]


def test_nobody_accuses_himself(coder):
    """ "X said it was behind the attack" is no accusation."""
    assert "ACCUSE" not in {m.type for m in coder.code(make_sentence("Islamic State said it was behind the attack."))}


def test_what_is_not_believed_is_not_told_as_done(coder):
    """ "X does not believe that Y shelled Z": nobody says that Y did."""
    assert ("ASSAULT", "happened") not in acts(coder, "Peru does not believe that Chile shelled Arica.")
