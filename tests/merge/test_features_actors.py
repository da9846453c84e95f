"""Who acted on whom, where two reports name the sides differently and may mean the same."""

from __future__ import annotations

import pytest

from tests.builders import make_actor, make_mention
from timeline.merge import _features_actors as who
from timeline.merge._facts import gather_facts
from timeline.model import UNDATED, Actor, Place

ELN = Actor(id="eln", name="National Liberation Army (Colombia)", code="eln")
MAUTE = Actor(id="maute", name="Maute group", code="maute")
ISLAMIC_STATE = Actor(id="islamic_state", name="Islamic State", code="islamic_state")
CALI = {"place": Place(name="Cali", country="COL", precision="city")}


def of_colombia(text):
    return Actor(id="COL", name="Colombia", code="COL", text=text)


@pytest.fixture
def facts_of(weights):
    def facts_of(first, second):
        mentions = [make_mention(article_id=f"a{n}", start=0, **changes) for n, changes in enumerate((first, second))]
        return gather_facts(mentions, {}, weights)

    return facts_of


def test_rebels_of_a_land_may_be_a_group_of_that_land(facts_of):
    """ "Colombian rebels" does not exclude the ELN; the Colombian army does."""
    by_eln = {"initiators": (ELN,)}
    assert who.initiator_mismatch(*facts_of({"initiators": (of_colombia("Colombian rebels"),)}, by_eln)) is None
    army = who.initiator_mismatch(*facts_of({"initiators": (of_colombia("Colombian troops"),)}, by_eln))
    assert army.veto


def test_rebels_of_a_land_are_not_its_state(facts_of):
    """Rebels who act and soldiers who suffer share a nationality and are two sides."""
    soldiers = {"initiators": (), "targets": (of_colombia("soldiers"),)}
    by_rebels = {"initiators": (of_colombia("Colombian guerrillas"),), "targets": ()}
    assert who.role_reversal(*facts_of(by_rebels, soldiers)) is None
    assert who.role_reversal(*facts_of({"initiators": (of_colombia("Colombia"),), "targets": ()}, soldiers)).veto


def test_a_group_may_be_told_as_the_larger_one_it_belongs_to(facts_of):
    """A report that names the parent of a group does not exclude the group; one that names another group does."""
    by_maute = {"initiators": (MAUTE,)}
    assert who.initiator_mismatch(*facts_of({"initiators": (ISLAMIC_STATE,)}, by_maute)) is None
    assert who.initiator_mismatch(*facts_of({"initiators": (ELN,)}, by_maute)).veto


def test_two_parties_of_one_meeting_may_be_told_apart(facts_of):
    """Each report of talks names one party: they may have met each other. Who is struck is no party."""
    norland = {"initiators": (make_actor("Norland"),), "targets": ()}
    sudria = {"initiators": (make_actor("Sudria"),), "targets": ()}
    talks = {"type": "CONSULT", "quad": 1}
    assert who.initiator_mismatch(*facts_of(norland | talks, sudria | talks)) is None
    assert who.initiator_mismatch(*facts_of(norland, sudria)).veto
    assert who.initiator_mismatch(*facts_of(norland | talks, sudria | talks | {"when": UNDATED})).veto
    both = {"initiators": (make_actor("Norland"),), "targets": (make_actor("Estmark"),)}
    assert who.initiator_mismatch(*facts_of(both | talks, sudria | talks)).veto


def test_the_land_an_act_befell_does_not_exclude_whom_it_befell(facts_of):
    """One names Colombia, where both place the act, the other the foreigners who were hit there."""
    on_land = {"targets": (of_colombia("Colombia"),)} | CALI
    on_guests = {"targets": (make_actor("Sudria"),)}
    assert not who.target_mismatch(*facts_of(on_land, on_guests | CALI)).veto
    assert not who.target_mismatch(*facts_of(on_land, on_guests)).veto
    elsewhere = {"place": Place(name="Quito", country="ECU", precision="city")}
    assert who.target_mismatch(*facts_of(on_land, on_guests | elsewhere)).veto


def test_police_and_the_crowd_they_face_are_not_one_people(facts_of):
    """Where a state's police act on its crowd, the state still acts: another report in which it suffers is apart."""
    police = {"initiators": (of_colombia("Colombian police"),), "targets": (of_colombia("Colombian rioters"),)}
    struck = {"initiators": (), "targets": (of_colombia("Colombia"),)}
    assert who.role_reversal(*facts_of(police, struck)).veto
    crowd = {"initiators": (of_colombia("Colombian rioters"),), "targets": ()}
    assert who.role_reversal(*facts_of(crowd, struck)) is None


def test_who_acts_on_his_own_state_is_no_other_side(facts_of):
    """ "The army arrested its president" and "the president was arrested" are told of one state: no reversal."""
    army = {"initiators": (of_colombia("Colombian army"),), "targets": (of_colombia("Colombia's president"),)}
    fallen = {"initiators": (), "targets": (of_colombia("Colombian president"),)}
    assert who.role_reversal(*facts_of(army, fallen)) is None
    assert who.targets(*facts_of(army, fallen)).score > 0
