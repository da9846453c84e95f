"""Clauses: who is the subject of what, and which words name one act."""

import pytest

from tests.builders import make_sentence

CLAUSES = [
    (
        "Kenya, which attacked Somalia last year, condemned Uganda.",
        ["ASSAULT KEN SOM happened", "ACCUSE KEN UGA happened"],
    ),
    ("Kenya and Uganda, which share a border, attacked Somalia.", ["ASSAULT KEN+UGA SOM happened"]),
    ("Assassination of Ismail Haniyeh: the death of Ismail Haniyeh shocked Qatar.", ["ASSAULT  hamas happened"]),
    ("In Vienna, Kenya and Somalia accused Uganda of lying.", ["ACCUSE KEN+SOM UGA happened"]),
    ("On Monday, the president of Kenya condemned Somalia.", ["ACCUSE KEN SOM happened"]),
    ("Kenya, a small but proud country, attacked Somalia.", ["ASSAULT KEN SOM happened"]),
    ("Kenya has given Somalia permission to use its ports.", ["CONCEDE KEN SOM happened"]),
    ("Kenya reversed the ban after Somalia protested.", ["CONCEDE KEN SOM happened", "PROTEST SOM  happened"]),
    ("Two Somali envoys were expelled from Kenya.", ["SANCTION KEN SOM happened"]),
    ("Envoys from Kenya and Somalia met on Monday.", ["CONSULT KEN SOM happened"]),
    ("Ten Somalis were killed after Kenyan jets bombed the town.", ["ASSAULT KEN SOM happened"]),
    ("Armed Kenyans ambushed a Somali patrol.", ["ASSAULT KEN SOM happened"]),
    ("Kenya shelled Somalia, killing at least 41 people, Uganda said.", ["ASSAULT KEN SOM alleged"]),
    ("Kenya bombed a school, killing pupils, teachers and the Somali army said.", ["ASSAULT KEN  alleged"]),
    ("The border with Somalia, which Kenya accuses of theft, is shut.", ["ACCUSE KEN SOM happened"]),
    (
        "Kenya, whose soldiers left Somalia last year, praised Uganda.",
        ["RETREAT KEN SOM happened", "SUPPORT KEN UGA happened"],
    ),
    ("Kenya captured the town, and Somalia took the port.", ["ASSAULT KEN  happened", "ASSAULT SOM  happened"]),
    ("Kenya answered with air strikes on Somalia.", ["ASSAULT KEN SOM happened"]),
    (
        "Kenya vowed there would be no talks until Somalia laid down its arms.",
        ["THREATEN KEN SOM happened", "RETREAT SOM  planned"],
    ),
    (
        "Kenya imposed sanctions on Somalia and Uganda banned the party.",
        ["SANCTION KEN SOM happened", "COERCE UGA  happened"],
    ),
    (
        "Kenya vetoed a Ugandan statement condemning the raid on Somalia.",
        ["REJECT KEN UGA happened", "ASSAULT  SOM happened"],
    ),
    (
        "Somali envoy X, arrested in Nairobi by Kenya, denounced Uganda.",
        ["COERCE KEN SOM happened", "ACCUSE SOM UGA happened"],
    ),
    (
        "Kenya offered to mediate, and Somalia agreed to release Ugandans.",
        ["AGREE KEN  happened", "AGREE SOM UGA happened"],
    ),
    ("Kenya hits base in Uganda, army says", ["ASSAULT KEN UGA alleged"]),
    ("Kenya: fired missiles at Somalia.", ["ASSAULT KEN SOM happened"]),
    ("Kenya has always denied shelling Somalia.", ["REJECT KEN SOM happened", "ASSAULT KEN SOM denied"]),
    ("Kenya spurned repeated offers by Somalia.", ["REJECT KEN SOM happened"]),
    ("Kenyan commandos slid down a rope and seized a Somali ship.", ["COERCE KEN SOM happened"]),
    ("Kenya was attacked, allegedly by Somalia.", ["ASSAULT SOM KEN alleged"]),
    ("Kenya continued attacking Somalia.", ["ASSAULT KEN SOM happened"]),
    ("Kenya tried to bomb Somalia.", ["ASSAULT KEN SOM happened"]),
    ("Kenya ordered the release of Ugandan prisoners.", ["RETREAT KEN UGA happened"]),
    ("Kenya's right to attack Somalia is disputed.", []),
    ("Kenya attacked Somalia (a neighbour) and left.", ["ASSAULT KEN SOM happened"]),
    (
        "Several states, such as Kenya, blamed Somalia for the attack on Uganda.",
        ["ACCUSE KEN SOM happened", "ASSAULT SOM UGA alleged"],
    ),
    ("“Kenya and Uganda should make peace” – Donald Trump", ["REQUEST USA KEN+UGA happened"]),
    (
        "Uganda dismissed the Kenyan attacks on Somalia as a mistake.",
        ["REJECT UGA KEN happened", "ASSAULT KEN SOM happened"],
    ),
    ("Kenya suffered an attack by Somalia.", ["ASSAULT SOM KEN happened"]),
    (
        "Kenya launched air strikes on Somalia, marking the largest attack on Somalia in years.",
        ["ASSAULT KEN SOM happened"],
    ),
    ("Kenya vowed to avenge the killing of Ismail Haniyeh.", ["THREATEN KEN  happened", "ASSAULT  hamas happened"]),
    ("Kenya attacked Somalia after bombing Uganda.", ["ASSAULT KEN SOM happened", "ASSAULT KEN UGA happened"]),
    ("Somalia was attacked after bombing Uganda.", ["ASSAULT  SOM happened", "ASSAULT  UGA happened"]),
    ("The regime's (Kenya) attack on Somalia went on.", ["ASSAULT KEN SOM happened"]),
    ("Kenya attacked Somalia, Uganda said.", ["ASSAULT KEN SOM alleged"]),
    ("It is alleged that Kenya attacked Somalia.", ["ASSAULT KEN SOM alleged"]),
    ("Kenya is said to have attacked Somalia.", ["ASSAULT KEN SOM alleged"]),
    ("Without attacking Somalia, Kenya won.", []),
    ("Kenya decided whether attacking Somalia was wise.", []),
    ("Kenya stopped Somalia from attacking Uganda.", []),
    ("Kenya will attack Somalia if Uganda leaves.", []),
    ("Kenya is ready to attack Somalia.", []),
    ("Kenya said a Somali politician, Abdi Noor, had led an attack on a patrol.", ["ASSAULT SOM  alleged"]),
    ("Kenya approved a dam, a plan that Somalia condemned.", ["ACCUSE SOM  happened"]),
    (
        "Kenya asked the United Nations to meet, accusing Somalia of theft.",
        ["REQUEST KEN un happened", "ACCUSE KEN SOM happened"],
    ),
    ("Rebels backed by Kenya attacked Somalia.", ["ASSAULT  SOM happened"]),
    ("Kenya shelled villages held by Islamic State.", ["ASSAULT KEN islamic_state happened"]),
    ("Kenyan soldiers took part in the raid on a Somali port.", ["ASSAULT KEN SOM happened"]),
    ("In Kenya policemen opened fire on a Somali crowd.", ["ASSAULT  SOM happened"]),
    ("Uganda, whose troops fight alongside the Kenyan army, condemned Somalia.", ["ACCUSE UGA SOM happened"]),
    ("The Kenyan minister who chairs the talks with Somalia condemned Uganda.", ["ACCUSE KEN UGA happened"]),
    ("The United Nations called on Kenya to release all those detained under the curfew.", ["REQUEST un KEN happened"]),
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_clause_rules(coder, text, expected):
    """Relatives, passives, gerunds, appositions and controls give each act its own actors and status."""
    found = [
        f"{m.type} {'+'.join(a.code for a in m.initiators)} {'+'.join(a.code for a in m.targets)} {m.status}"
        for m in coder.code(make_sentence(text))
    ]
    assert found == expected


def test_reports_that_hedge(coder):
    """ "There are reports that X attacked Y" is hearsay."""
    (mention,) = coder.code(make_sentence("There are reports that Kenya attacked Somalia."))
    assert mention.status == "alleged"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Between 40 and 50 people were killed by Kenyan troops.", 40, 50),
        ("No fewer than 32 people were killed by Kenyan troops.", 32, None),
        ("Kenyan troops killed at least a dozen people.", 12, None),
        ("Three more Somali soldiers were killed by Kenyan troops.", 3, 3),
        ("Shelling by Kenya killed more than 30 people in Somalia.", 30, None),
    ],
)
def test_words_around_a_number_belong_to_it(coder, text, low, high):
    """Quantifiers are no prepositions: the counted people stay subject or object, and the bounds are theirs."""
    mention = coder.code(make_sentence(text))[0]
    assert mention.killed is not None
    assert (mention.killed.low, mention.killed.high) == (low, high)


def test_an_object_is_not_the_subject_of_a_trailing_participle(coder):
    """ "fired 30 rockets at X, killing": whoever fired has killed."""
    (mention,) = coder.code(make_sentence("Kenya fired 30 rockets at Somalia, killing nine people."))
    assert [a.code for a in mention.initiators] == ["KEN"]


def test_a_short_aside_does_not_hide_the_target(coder):
    """ "the killing, late on Monday, of X": the phrase behind the aside is read, and nothing beyond it."""
    text = "Protests followed the killing, late on Monday, of the leader of Hamas."
    (mention,) = [m for m in coder.code(make_sentence(text)) if m.type == "ASSAULT"]
    assert ([a.name for a in mention.targets], mention.initiators) == (["Hamas"], ())


def test_a_capital_named_as_the_scene_is_no_target(coder):
    """ "the killing in Oslo" tells where, not whom."""
    text = "The killing in Oslo of a Russian diplomat shocked many."
    targets = {a.name for m in coder.code(make_sentence(text)) for a in m.targets}
    assert "Norway" not in targets


def test_weapons_fired_towards_a_side_have_it_as_target(coder):
    """A reduced passive keeps its target."""
    (mention,) = [
        m
        for m in coder.code(make_sentence("The rockets fired towards Israeli towns fell short."))
        if m.type == "ASSAULT"
    ]
    assert [a.name for a in mention.targets] == ["Israel"]


@pytest.mark.parametrize(
    "text",
    [
        "Two people were killed and five injured when Kenyan police opened fire in Somalia.",
        "Two people were killed in firing by Kenyan police.",
        "Two miners killed in Kenyan police firing in Somalia.",
    ],
)
def test_victims_and_who_fired_are_one_act(coder, text):
    """A toll without a doer takes the one who fired, also in headlines and shortened passives."""
    (mention,) = coder.code(make_sentence(text))
    assert [actor.name for actor in mention.initiators] == ["Kenya"]


def test_a_gloss_in_brackets_does_not_end_a_phrase(coder):
    """The name in brackets belongs to the one before it, and lists go on behind it."""
    (event,) = coder.code_line("s1", None, "The ministry (MoD) of Kenya, Uganda and Chad attacked Somalia.")["events"]
    assert event["source_text"] == "The ministry (MoD) of Kenya, Uganda and Chad"


@pytest.mark.parametrize("text", ["Ministers of Kenya met in Somalia.", "Kenyans rallied in Somalia."])
def test_the_scene_of_talks_or_a_rally_is_no_target(coder, text):
    """Where people meet or march is not whom they meet or march against."""
    (mention,) = coder.code(make_sentence(text))
    assert "Somalia" not in [actor.name for actor in mention.targets]


def test_a_crowd_without_a_name_is_on_the_side_of_where_it_marches_and_acts_for_nobody(coder):
    """Counted people who march are no victims; lines of `code` give their side, mentions no actor."""
    text = "Thousands marched in Somalia on Tuesday."
    (mention,) = coder.code(make_sentence(text))
    assert (mention.type, mention.initiators, mention.targets) == ("PROTEST", (), ())
    assert coder.code_line("s1", None, text)["events"][0]["source"] == "SOM"
