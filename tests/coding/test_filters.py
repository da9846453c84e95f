"""What is told in the words of war and is none; what is one and is kept."""

import pytest

from tests.builders import make_sentence


@pytest.mark.parametrize(
    "text",
    [
        "Kenya captured five wickets before tea.",
        "A storm hit the coast and destroyed a pier.",
        "Two men died when a wave struck their boat.",
        "A Kenyan helicopter carrying seven soldiers crashed near the border, killing five.",
        "The referee said the striker shot twice and hit the post.",
        "In the film, a sniper kills the queen.",
        "Kenyan carmakers are invading European showrooms.",
        "The volcanic eruption in the north injured 800 more.",
    ],
)
def test_no_force_is_seen_in_sport_weather_accidents_and_stories(coder, text):
    """Sport, weather, accidents, trade and fiction give no material conflict."""
    found = {m.type for m in coder.code(make_sentence(text))}
    assert not found & {"ASSAULT", "COERCE", "MOBILIZE"}


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("Kenyan troops took the village of Ras on Monday.", "ASSAULT", ""),
        ("Kenyan police seized the headquarters of a Somali bank.", "COERCE", "seize"),
        ("Kenyan rebels gained control of a Somali district.", "ASSAULT", ""),
        ("Kenyan police seized 20 rifles from a Somali driver.", "COERCE", "seize"),
        ("Kenyan troops defused explosives in Somalia.", "COERCE", "seize"),
        ("Kenyan forces set up a new military base in Somalia.", "MOBILIZE", "troops"),
        ("Kenyan troops used Somali villagers as human shields.", "ASSAULT", ""),
        ("A Kenyan gunman hurled a grenade at a Somali bus.", "ASSAULT", "explosives"),
        ("Kenyan marchers hurled stones at Somali police.", "PROTEST", "riot"),
        ("Kenya announced a suspension of aid to Somalia.", "SANCTION", ""),
        ("Kenya announced a ceasefire on Friday with Somalia.", "RETREAT", "ceasefire"),
        ("Kenya reached a trade deal with Somalia.", "SUPPORT", ""),
        ("Kenya called the Somali president to thank him.", "SUPPORT", ""),
        ("Kenya allowed UN inspectors into Somalia.", "RETREAT", ""),
        ("Kenya froze the assets of Somalia.", "SANCTION", ""),
        ("A Kenyan court convicted a Somali and jailed him, in jail for life.", "COERCE", "arrest"),
        ("Kenya sent election monitors to Somalia.", "AID", ""),
        ("Kenya rejected a call by Somalia.", "REJECT", ""),
        ("Kenya reduced tariffs on exports from Somalia.", "RETREAT", ""),
        ("Kenya eased curfew hours in Somalia.", "CONCEDE", ""),
        ("Kenyan marines boarded the tanker off Somalia.", "COERCE", "seize"),
        ("Kenya held naval drills near Somalia.", "MOBILIZE", "troops"),
        ("Kenya moved armoured cars to the border.", "MOBILIZE", "troops"),
        ("Kenya held Somalia responsible.", "ACCUSE", "allege"),
        ("Kenya called the raid unjustifiable.", "ACCUSE", "disapprove"),
        ("The ceasefire took effect at noon.", "RETREAT", "ceasefire"),
        ("Thousands gathered outside the ministry.", "PROTEST", "demo"),
        ("The governor was shot dead by Kenyan troops.", "ASSAULT", "firearms"),
    ],
)
def test_idioms_name_their_act(coder, text, type_, mode):
    """Territory taken, exercises, condemnation, truces and rallies have the type of the ontology."""
    assert (type_, mode) in {(m.type, m.mode) for m in coder.code(make_sentence(text))}


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Kenyan shelling killed two patients and a nurse.", 3),
        ("The governor was shot dead by Kenyan troops.", 1),
        ("Kenyan troops killed two soldiers and three civilians.", 5),
        ("In 2019, a car bomb killed 22 Kenyan cadets.", 22),
    ],
)
def test_victims_are_counted(coder, text, killed):
    """Lists add up, a single victim is one, and neither a year nor an article is a toll."""
    mention = next(m for m in coder.code(make_sentence(text)) if m.type == "ASSAULT")
    assert mention.killed.low == killed


def test_a_ship_is_nobody_but_its_navy(coder):
    """A ship is not the person it is named after, but one of its navy's."""
    (mention,) = coder.code(make_sentence("The raid was carried out by the USS Carney."))
    assert [(actor.code, actor.person) for actor in mention.initiators] == [("USA", "")]


def test_force_recalled_in_passing_is_not_told(coder):
    """A bare participle behind a noun recalls an act of nobody known, and tells none."""
    assert coder.code(make_sentence("The rockets launched towards the city will not go unanswered.")) == ()


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Riots broke out in Sidi Bouzid.", "PROTEST"),
        ("A hartal paralysed Sylhet.", "PROTEST"),
        ("Three journalists were arrested in Cairo.", "COERCE"),
        ("A curfew was imposed across Jos.", "COERCE"),
    ],
)
def test_what_only_crowds_or_rulers_do_is_told_without_them(coder, text, type_):
    """A riot, an arrest of critics or a curfew in a named place needs nobody named."""
    assert [mention.type for mention in coder.code(make_sentence(text))] == [type_]


@pytest.mark.parametrize(
    "text", ["The protests are expected to dominate the race.", "A man was arrested in Leeds on suspicion of theft."]
)
def test_a_protest_in_passing_and_plain_crime_are_not_told(coder, text):
    """Without a place, or against nobody who matters to rulers, such words tell no act."""
    assert coder.code(make_sentence(text)) == ()
