"""Which of several acts a line of news reports first, which words belong to another clause, and what nobody did."""

import pytest

from tests.builders import make_sentence


def lead(coder, text):
    """The first act that `code` writes for a line, or None."""
    events = coder.code_line("line", None, text)["events"]
    return events[0] if events else None


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Malian and Nigerien troops, working together with militias, recaptured the town of Djibo.", "ASSAULT"),
        ("Gunmen, protesting their innocence, killed six people in Kano.", "ASSAULT"),
        ("Eight gunmen were killed and two others were captured when they attacked a base in Baidoa.", "ASSAULT"),
        ("Peace talks between Colombia and the ELN started in Quito despite air strikes near Arauca.", "CONSULT"),
        ("Violent protests erupted in Ecuador ahead of marches called for the second time in a week.", "PROTEST"),
        ("Opponents of the coup gathered on Saturday in several towns of Niger.", "PROTEST"),
        ("Supporters of the ousted president massed in Bamako on Friday.", "PROTEST"),
        ("Rebels regained three villages near Bria from the government without any armed clashes.", "RETREAT"),
        ("Fighters entered Malakal at dawn and had not encountered any resistance.", "RETREAT"),
    ],
)
def test_the_main_clause_leads(coder, text, type_):
    """An aside, a second clause, what went on all the same and what is called for later do not come first."""
    assert lead(coder, text)["plover"] == type_


@pytest.mark.parametrize(
    "text",
    [
        "Gas explosion at a market in Lagos kills 8.",
        "An explosion at a coal mine in Turkey killed 41 miners.",
        "A gas cylinder blew up in a hotel in Mombasa, killing five people.",
        "An explosion at a fireworks depot in Manila injured 12.",
        "Ammonium nitrate stored at the port of Santos exploded, killing 20 people.",
        "A fuel tanker exploded in Nigeria, killing 90 people.",
        "The residents fled in case the army attacked the town.",
        "The residents left the town lest the army attack it.",
        "In case of an attack by Kenya, Somalia will close the port.",
    ],
)
def test_what_nobody_did_is_no_act(coder, text):
    """Gas and fuel explode by themselves, and what people guard against has not happened."""
    assert {m.type for m in coder.code(make_sentence(text))} <= {"STATEMENT"}


@pytest.mark.parametrize(
    "text",
    [
        "A bomb explosion in Quetta killed 12 people.",
        "A drone hit a fuel tanker in the Black Sea.",
        "In this case the army attacked first and killed six villagers near Kidal.",
    ],
)
def test_what_somebody_did_stays_an_act(coder, text):
    """Fuel that is hit and "in this case" are not mishaps or conditions."""
    assert "ASSAULT" in {m.type for m in coder.code(make_sentence(text))}


def test_a_blast_is_not_the_act_of_the_country_it_was_in(coder):
    """Whose ground something exploded on says nothing of who did it."""
    found = coder.code(make_sentence("A blast at a depot in Kenya killed six soldiers."))
    assert all(not mention.initiators for mention in found)


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Kenya and Uganda held war games near Lake Victoria on Monday.", "KEN", "UGA"),
        ("Kenyan and Ugandan troops staged a live-fire drill in Mombasa.", "KEN", "UGA"),
        ("The drills, code-named Steady Shield, were staged by Kenyan marines and Ugandan soldiers.", "KEN", "UGA"),
        ("Military exercises by India and the Maldives began on Sunday.", "IND", "MDV"),
    ],
)
def test_two_states_that_hold_an_exercise_cooperate(coder, text, source, target):
    """The word "joint" is not needed where two of them are named."""
    event = lead(coder, text)
    assert (event["plover"], event["source"][:3], event["target"][:3]) == ("COOPERATE", source, target)


@pytest.mark.parametrize(
    "text",
    ["Kenya held drills around Lamu.", "Iran's army and its Revolutionary Guards held war games in the Gulf."],
)
def test_one_state_s_exercise_is_a_show_of_force(coder, text):
    """Two bodies of one state are one side."""
    assert lead(coder, text)["plover"] == "MOBILIZE"


@pytest.mark.parametrize(
    "text",
    [
        "Boko Haram militants were holding 300 people in Baga district in Nigeria.",
        "Fighters of M23 are holding dozens of miners in Rubaya.",
    ],
)
def test_people_held_by_armed_groups_were_abducted(coder, text):
    """Whom rebels hold, they have taken."""
    event = lead(coder, text)
    assert (event["plover"], event["mode"]) == ("ASSAULT", "abduct")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Nine people were killed after a car bomb struck a bus in a crowded quarter of Kabul.", "AFG"),
        ("Three soldiers were killed when their convoy hit a mine near Timbuktu.", "MLI"),
    ],
)
def test_victims_are_of_the_place_where_it_came_about(coder, text, target):
    """Of unnamed people the clause that tells how they were harmed says the state."""
    assert lead(coder, text)["target"][:3] == target


def test_an_answer_to_sanctions_is_no_attack(coder):
    """Who retaliates over tariffs or sanctions has not used force."""
    text = "Russia retaliated on Friday over a new round of sanctions imposed by Canada."
    assert "ASSAULT" not in {m.type for m in coder.code(make_sentence(text))}


@pytest.mark.parametrize(
    ("text", "doers", "victims"),
    [
        ("Colombian guerrillas attacked a police station in Cauca.", set(), set()),
        ("Mexican gangs attacked an army convoy.", set(), set()),
        ("Pakistani militants bombed an Indian base.", set(), {"IND"}),
        ("Turkey killed three Iraqi militants.", {"TUR"}, set()),
        ("Ugandan rebels of the ADF killed ten Congolese soldiers.", {"adf"}, {"COD"}),
        ("Pakistani troops killed six Indian soldiers.", {"PAK"}, {"IND"}),
        ("Palestinian gunmen killed two Israeli soldiers.", {"PSE"}, {"ISR"}),
    ],
)
def test_rebels_are_not_the_state_they_are_nationals_of(coder, text, doers, victims):
    """Force by men under arms of their own is nobody's where only their nationality is told, a group's where named."""
    mention = next(m for m in coder.code(make_sentence(text)) if m.type == "ASSAULT")
    assert {a.code for a in mention.initiators} == doers
    assert {a.code for a in mention.targets} == victims


@pytest.mark.parametrize(
    "text",
    [
        "Iran arrested at least 70 people accused of spying for Israel.",
        "Iran executed three men convicted of collaborating with Israel.",
        "Ukraine detained two men for acting on behalf of Israel.",
    ],
)
def test_nobody_acts_on_those_who_were_spied_for(coder, text):
    """Whoever was served is neither arrested nor accused."""
    found = coder.code(make_sentence(text))
    assert found
    assert not any(a.code == "ISR" for m in found for a in (*m.initiators, *m.targets))


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The Arakan Army has captured 14 of 17 townships in Rakhine.", "ASSAULT"),
        ("Mali's junta dissolved all political parties in May.", "COERCE"),
        ("Syrian government forces withdrew from Sweida under a US-brokered truce.", "RETREAT"),
        ("Washington pulled its negotiators from Doha.", "REJECT"),
    ],
)
def test_plain_words_of_conflicts_have_their_type(coder, text, type_):
    """Townships fall, parties are banned, troops leave under a truce and envoys walk out."""
    assert lead(coder, text)["plover"] == type_


def test_an_agency_that_suspends_its_work_lays_down_no_arms(coder):
    """Only military operations end in a ceasefire."""
    found = coder.code(make_sentence("The UN's food agency suspended operations in Zamzam camp because of shelling."))
    assert "RETREAT" not in {m.type for m in found}


def test_a_denial_in_a_relative_clause_is_of_all_that_was_said(coder):
    """Where the war is that weapons went to, nobody is told no."""
    text = (
        "Western governments accuse Rwanda of supplying weapons to the M23 for its war in Congo, which Rwanda denies."
    )
    denial = next(m for m in coder.code(make_sentence(text)) if m.type == "REJECT")
    assert "COD" not in {a.code for a in denial.targets}
