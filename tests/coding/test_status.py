"""Status and claimant over hard sentences of our own: what the text asserts, and who says so."""

import pytest

from tests.builders import make_sentence

ACTS = [
    # What is awaited has not come; what went before an act that came has.
    ("Kenya will shell the hills until Somalia releases its pilots.", "planned", None),
    ("The rebels vowed to fight until Somalia withdrew its troops.", "planned", None),
    # Asides, "according to" and labels leave an act to their speaker.
    ("According to Kenya, Somali troops shelled a market.", "alleged", "Kenya"),
    ("Somali troops shelled a market, according to Kenya.", "alleged", "Kenya"),
    ("Somali troops, Kenya says, shelled a market.", "alleged", "Kenya"),
    ("Somali troops, as Nairobi puts it, shelled a market.", "alleged", "Kenya"),
    ("Kenya warned of war after what it called a bombing by Somali jets.", "alleged", "Kenya"),
    ("Somalia, which Kenya says shelled a market, is silent.", "alleged", "Kenya"),
    ("Villagers said Somali soldiers had shelled the market.", "alleged", None),
    # An aside about something else says nothing of the act.
    ("Somali troops shelled a market; the harvest, Kenya said, was late.", "happened", None),
    ("Somali jets bombed the port, at dawn according to Kenya and at noon according to Uganda.", "happened", None),
    # Beliefs and appearances.
    ("Kenya believes that Somali troops shelled the market.", "alleged", "Kenya"),
    ("Kenya is convinced that Somali troops shelled the market.", "alleged", "Kenya"),
    ("Somali troops appear to have shelled the market.", "alleged", None),
    ("Reports that Somali troops had shelled the market reached Kenya.", "alleged", None),
    # Who takes part in an act does it, and the verb says how sure that is.
    ("Kenya said Somali soldiers had taken part in the raid on its port.", "alleged", "Kenya"),
    ("Kenya denied that its troops were involved in the attack on Baidoa.", "denied", None),
    ("Kenya said it was not involved in the attack on Baidoa.", "denied", None),
    ("Somali officers are accused of taking part in the massacre of nine Kenyans.", "alleged", None),
    ("Somali soldiers participated in the raid on a Kenyan port.", "happened", None),
    # Whose act it was may be told by another word than the one that says what was done.
    ("Kenya's governor said one man had been killed and five others wounded by Somali artillery.", "alleged", "Kenya"),
    ("Kenya said five soldiers had died in a Somali attack.", "alleged", "Kenya"),
    ("Kenya said five soldiers were killed in its raid on Somalia.", "happened", None),
    # A claim of whose doer nothing is said.
    ("Somalia claimed that nine Kenyan soldiers had been killed.", "alleged", "Somalia"),
    ("Somalia claimed that nine of its soldiers had been killed.", "happened", None),
    # The doer's own word.
    ("Somalia said its troops had shelled a market.", "happened", None),
    ("Al-Shabaab claimed responsibility for a bombing in Kenya that killed two.", "happened", "al-Shabaab"),
    ("Al-Shabaab claimed the bombing of a bus in Kenya.", "happened", "al-Shabaab"),
    # Denials: of the act, of talk of it, of a part of the sentence only.
    ("Somalia denied that its troops had shelled the market.", "denied", None),
    ("Somalia dismissed claims that its troops had shelled the market.", "denied", None),
    ("Somalia disputed that its troops had shelled the market.", "denied", None),
    ("Somalia has not denied shelling the Kenyan market.", "alleged", None),
    # Announced and expected.
    ("Somali troops are to leave Kenya in May.", "planned", None),
    ("Somalia is due to withdraw its troops from Kenya.", "planned", None),
    ("Somalia will withdraw its troops from Kenya on Friday.", "planned", None),
    # Blame behind a relative.
    ("A market was shelled, for which Kenya blamed Somalia.", "alleged", "Kenya"),
]
ACT_TYPES = {"ASSAULT", "RETREAT"}


@pytest.mark.parametrize(("text", "status", "claimant"), ACTS)
def test_the_words_around_an_act_decide_its_status(coder, text, status, claimant):
    """Each way of telling an act gives the status that the text supports, and its claimant where one is named."""
    act = next(m for m in coder.code(make_sentence(text)) if m.type in ACT_TYPES)
    assert (act.status, act.claimed_by.name if act.claimed_by else None) == (status, claimant)


def test_who_denies_harm_to_his_own_denies_no_deed(coder):
    """ "Oslo denied that a Norwegian frigate was struck" does not make Norway the one who did not strike it."""
    act = next(m for m in coder.code(make_sentence("Oslo denied that any Norwegian frigate was struck.")) if m.targets)
    assert (act.status, act.initiators, [one.id for one in act.targets]) == ("denied", (), ["NOR"])


@pytest.mark.parametrize(
    "text",
    [
        "Nobody has bombed Kenya.",
        "Neither Kenya nor Somalia has bombed the port.",
        "Nothing suggests that Somali troops shelled the market.",
        "An attack on Kenya would be met with silence.",
        "Only a fool would bomb Nairobi, the Kenyan minister said.",
        "Kenya feared that Somalia would bomb Nairobi.",
        "It would be madness for Somalia to bomb Nairobi.",
        "Every pupil learns what to do when Somalia attacks.",
        "In the novel, Somali troops storm Nairobi.",
        "Kenya is bracing for an attack by Somalia.",
        "Kenya practises how it would answer an attack by Somalia.",
        "Kenya did not rule out bombing Somalia.",
        "Kenya renewed its appeal to Uganda to let Somali pilots use its jets to strike Mogadishu.",
        "Kenya asked Uganda to help its army use the drones to hit Somali posts.",
    ],
)
def test_what_is_only_thought_of_is_no_act(coder, text):
    """Absent doers, hypotheses, habits, stories and readiness yield no use of force."""
    assert [m.trigger.of(text) for m in coder.code(make_sentence(text)) if m.type == "ASSAULT"] == []


def test_a_second_verb_is_outside_the_denial(coder):
    """Behind a comma and "and", the denier speaks on and no longer denies."""
    mentions = coder.code(
        make_sentence("Somalia denied that its troops had shelled a market, and accused Kenya of lies.")
    )
    assert {m.type: m.status for m in mentions if m.type != "REJECT"} == {"ASSAULT": "denied", "ACCUSE": "happened"}


def test_an_accusation_is_no_hedge_of_itself(coder):
    """ "was accused of" hedges what follows it, not the accusation nor the act before it."""
    text = "Kenya, which bombed a port on Sunday, was accused by Somalia of shelling a market."
    found = {m.trigger.of(text): m.status for m in coder.code(make_sentence(text))}
    assert found == {"bombed": "happened", "accused": "happened", "shelling": "alleged"}


def test_an_attack_that_nobody_claims_is_still_an_attack(coder):
    """That responsibility is not claimed takes nothing away from the act itself."""
    text = "No group has claimed responsibility for the bombing in Kenya, in which ten soldiers died."
    assert [m.status for m in coder.code(make_sentence(text)) if m.type == "ASSAULT"] == ["happened"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenyan police arrested two suspected militants in Garissa.", "happened"),
        ("Peruvian soldiers killed an alleged smuggler near Ayacucho.", "happened"),
        ("Two suspected pirates were detained by the Indonesian navy.", "happened"),
        ("A suspected Israeli strike killed six in Tyre.", "alleged"),
        ("Chadian troops carried out an alleged massacre in Moundou.", "alleged"),
    ],
)
def test_doubt_about_who_somebody_is_is_no_doubt_about_the_act(coder, text, status):
    """A "suspected militant" was arrested for a fact; a "suspected strike" is itself in doubt."""
    assert [mention.status for mention in coder.code(make_sentence(text))] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Togo's president said his country would not sit idly by.",
        "Burundi said it would never take it lying down.",
    ],
)
def test_a_threat_that_is_told_by_its_negation_stands(coder, text):
    """ "Will not sit idly by" is the threat, not its absence."""
    assert [(mention.type, mention.status) for mention in coder.code(make_sentence(text))] == [("THREATEN", "happened")]
