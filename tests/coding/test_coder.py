"""Types, roles, status and claimants, over sentences of our own."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import make_article, make_sentence
from timeline.coding import Context


def code(coder, text, **changes):
    return coder.code(make_sentence(text), **changes)


def brief(mentions):
    return [
        (m.type, m.mode, *("+".join(a.code for a in side) for side in (m.initiators, m.targets)), m.status)
        for m in mentions
    ]


ACTS = [
    ("Kenya attacked Somalia.", "ASSAULT", "", "KEN", "SOM"),
    ("Somalia was attacked by Kenya.", "ASSAULT", "", "KEN", "SOM"),
    ("Kenyan warplanes carried out air strikes on Somalia.", "ASSAULT", "aerial", "KEN", "SOM"),
    ("The air strikes on Somalia were carried out by Kenya.", "ASSAULT", "aerial", "KEN", "SOM"),
    ("Kenya fired dozens of missiles at Somalia.", "ASSAULT", "heavy-weapons", "KEN", "SOM"),
    ("Kenya launched drones at Somalia.", "ASSAULT", "drone", "KEN", "SOM"),
    ('Uganda told Somalia that Kenya is "committed to a truce".', "AGREE", "", "KEN", ""),
    ("Kenya has “carried out” air strikes on Somalia.", "ASSAULT", "aerial", "KEN", "SOM"),
    ("Kenya is 'ready to negotiate' with Somalia.", "AGREE", "", "KEN", "SOM"),
    ("The pact that Kenya and Somalia signed in Doha holds.", "SUPPORT", "", "KEN", "SOM"),
    ("Three missiles fell near the Ugandan embassy in Kenya.", "ASSAULT", "heavy-weapons", "", ""),
    ("M23 rebels seized Goma on Monday.", "ASSAULT", "", "m23", ""),
    ("Kenya vowed it would respond to Somalia at a time of its choosing.", "THREATEN", "", "KEN", "SOM"),
    ("Kenya invaded Somalia at dawn.", "ASSAULT", "heavy-weapons", "KEN", "SOM"),
    ("Kenyan troops shot dead two Ugandan soldiers.", "ASSAULT", "firearms", "KEN", "UGA"),
    ("Kenya's shelling of Somalia went on.", "ASSAULT", "heavy-weapons", "KEN", "SOM"),
    ("Kenyan police arrested a Ugandan journalist.", "COERCE", "arrest", "KEN", "UGA"),
    ("Kenya deported a Somali cleric.", "COERCE", "deport", "KEN", "SOM"),
    ("Kenya imposed sanctions on Somalia.", "SANCTION", "", "KEN", "SOM"),
    ("Kenya expelled the Somali ambassador.", "SANCTION", "expel", "KEN", "SOM"),
    ("Kenya suspended aid to Somalia.", "SANCTION", "", "KEN", "SOM"),
    ("Kenya deployed troops along the border with Somalia.", "MOBILIZE", "troops", "KEN", ""),
    ("Kenya accused Uganda of cheating.", "ACCUSE", "allege", "KEN", "UGA"),
    ("Kenya condemned Uganda.", "ACCUSE", "disapprove", "KEN", "UGA"),
    ("Kenya opened an investigation into Uganda.", "ACCUSE", "investigate", "KEN", "UGA"),
    ("Kenya rejected a proposal from Uganda.", "REJECT", "", "KEN", "UGA"),
    ("Kenya will not release the Ugandan prisoners.", "REJECT", "", "KEN", "UGA"),
    ("Kenya urged Uganda to show restraint.", "REQUEST", "", "KEN", "UGA"),
    ("Kenya said Uganda must open the road.", "REQUEST", "change", "KEN", "UGA"),
    ("Kenya vowed to retaliate against Uganda.", "THREATEN", "", "KEN", "UGA"),
    ("Kenya will attack Uganda.", "THREATEN", "", "KEN", "UGA"),
    ("Kenya's president ordered the army to attack Uganda.", "THREATEN", "", "KEN", "UGA"),
    ("Kenya promised to punish Uganda.", "THREATEN", "", "KEN", "UGA"),
    ("Kenya promised to stop attacks on Uganda.", "AGREE", "", "KEN", "UGA"),
    ("Kenya agreed to share water with Uganda.", "AGREE", "", "KEN", "UGA"),
    ("Kenya and Uganda signed a treaty.", "SUPPORT", "", "KEN", "UGA"),
    ("Kenya will provide food aid to Uganda.", "AGREE", "", "KEN", "UGA"),
    ("Kenyan and Ugandan ministers held talks.", "CONSULT", "", "KEN", "UGA"),
    ("Kenya's president met the president of Uganda.", "CONSULT", "", "KEN", "UGA"),
    ("Kenya praised Uganda.", "SUPPORT", "", "KEN", "UGA"),
    ("Kenya sent food to Uganda.", "AID", "", "KEN", "UGA"),
    ("Kenya shared intelligence with Uganda.", "COOPERATE", "", "KEN", "UGA"),
    ("Kenya lifted sanctions on Uganda.", "RETREAT", "", "KEN", "UGA"),
    ("Kenya released five Ugandan prisoners.", "RETREAT", "release", "KEN", "UGA"),
    ("Kenya withdrew its troops from Uganda.", "RETREAT", "withdraw", "KEN", "UGA"),
    ("Protesters rallied outside the Kenyan embassy.", "PROTEST", "demo", "", "KEN"),
    ("Kenyan teachers went on strike.", "PROTEST", "strike", "KEN", ""),
]


@pytest.mark.parametrize(("text", "type_", "mode", "initiator", "target"), ACTS)
def test_each_kind_of_act_has_its_type_and_actors(coder, text, type_, mode, initiator, target):
    """A plain sentence gives one act of the right type and mode, from the right initiator to the right target."""
    found = brief(code(coder, text))
    assert [one[:4] for one in found] == [(type_, mode, initiator, target)]


STATUS = [
    ("Kenya attacked Somalia.", "ASSAULT", "happened", None),
    ("Kenya reportedly attacked Somalia.", "ASSAULT", "alleged", None),
    ("Somalia said Kenya attacked its port.", "ASSAULT", "alleged", "SOM"),
    ("Kenya said it attacked the port of Somalia.", "ASSAULT", "happened", None),
    ("Somalia accused Kenya of attacking Uganda.", "ASSAULT", "alleged", "SOM"),
    ("Somalia blamed Kenya for the attack on Uganda.", "ASSAULT", "alleged", "SOM"),
    ("Kenya denied attacking Somalia.", "ASSAULT", "denied", None),
    ("A planned attack by Kenya on Somalia worries the region.", "ASSAULT", "planned", None),
    ("Kenya is expected to attack Somalia.", "ASSAULT", "planned", None),
]


@pytest.mark.parametrize(("text", "type_", "status", "claimant"), STATUS)
def test_status_follows_the_words(coder, text, type_, status, claimant):
    """Hedges, claims of one side, denials and plans each give their status, with the claimant where one is named."""
    mention = next(m for m in code(coder, text) if m.type == type_)
    assert mention.status == status
    assert (mention.claimed_by.code if mention.claimed_by else None) == claimant


NO_FORCE = [
    "Kenya did not attack Somalia.",
    "Kenya may attack Somalia.",
    "If Kenya attacks Somalia, the region will suffer.",
    "Will Kenya attack Somalia?",
    "Kenya wants to attack Somalia.",
    "Kenya vowed to attack Somalia.",
    "Kenya threatened to bomb Somalia.",
    "Uganda warned of the risk of an attack by Kenya on Somalia.",
    "Kenya refrained from attacking Somalia.",
    "Kenya has 200 attack helicopters.",
    "A Kenyan minister died of a heart attack.",
    "Kenya and Somalia struck a deal.",
    "Kenya beat Somalia 3-1 in the final.",
    "An earthquake killed 40 people in Kenya.",
    "A Kenyan director shot a film in Somalia.",
    "Kenya's economy was hit by inflation.",
    "Kenya is ready for dialogue with Somalia.",
    "Kenya hit a record high in exports to Somalia.",
]


@pytest.mark.parametrize("text", NO_FORCE)
def test_what_did_not_take_place_is_no_force(coder, text):
    """Negations, possibilities, threats, idioms, sports and nature never become an act of force that happened."""
    assert [m.type for m in code(coder, text) if m.type in {"ASSAULT", "COERCE"} and m.status == "happened"] == []


def test_an_accusation_and_what_it_alleges_are_two_acts(coder):
    """ "X accused Y of attacking Z" is an accusation of Y by X and an alleged attack by Y on Z."""
    found = brief(code(coder, "Somalia accused Kenya of attacking Uganda."))
    assert found == [("ACCUSE", "allege", "SOM", "KEN", "happened"), ("ASSAULT", "", "KEN", "UGA", "alleged")]


def test_a_bare_statement_is_an_explicit_non_event(coder):
    """A speaker with nothing else in the sentence gives STATEMENT, so that silence is not mistaken for a miss."""
    assert brief(code(coder, "Kenya said on Monday that the weather was fine.")) == [
        ("STATEMENT", "", "KEN", "", "happened")
    ]
    assert code(coder, "The weather was fine.") == ()


def test_numbers_go_to_the_act_that_governs_them(coder):
    """Killed, injured and munitions come as ranges: a floor has no upper bound."""
    (mention,) = code(
        coder, "Kenya fired more than 30 rockets at Somalia, killing at least nine people and wounding 20."
    )
    assert (mention.munitions.low, mention.munitions.high) == (30, None)
    assert (mention.killed.low, mention.killed.high) == (9, None)
    assert (mention.injured.low, mention.injured.high) == (20, 20)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("up to 40 soldiers", 0, 40),
        ("dozens of soldiers", 24, None),
        ("two hundred soldiers", 200, 200),
        ("20 to 30 soldiers", 20, 30),
        ("12-15 soldiers", 12, 15),
    ],
)
def test_number_words_and_ranges_are_read(coder, words, low, high):
    """Number words, ceilings and ranges keep their bounds."""
    (mention,) = code(coder, f"Kenya killed {words} of Somalia.")
    assert (mention.killed.low, mention.killed.high) == (low, high)


def test_victims_named_before_the_verb_count(coder):
    """ "Six members of X were killed in the raid" is an act on X with six killed."""
    (mention,) = code(coder, "Six members of Hezbollah were killed in the raid.")
    assert [a.id for a in mention.targets] == ["hezbollah"]
    assert mention.killed.low == 6


def test_a_stated_answer_keeps_its_cue_and_what_it_answers(coder):
    """The cue is on the answering act, and its antecedent span names the act that is answered."""
    text = "Kenya attacked Somalia in retaliation for the bombing of a market in Nairobi."
    answer = code(coder, text)[0]
    (cue,) = answer.responds
    assert cue.cue == "in retaliation for"
    assert text[cue.antecedent.start : cue.antecedent.end].startswith("the bombing")


def test_a_verb_of_reprisal_answers_what_stands_behind_it(coder):
    """ "responded forcefully to attacks" is force, answers the attacks, and does not hit its own side."""
    answer = code(coder, "Kenya responded forcefully to recent Somali attacks on its army.")[0]
    assert brief([answer]) == [("ASSAULT", "", "KEN", "SOM", "happened")]
    assert len(answer.responds) == 1


def test_later_sentences_lean_on_earlier_ones(coder):
    """ "The strikes" takes what is missing from the act told before, and says so."""
    text = "Kenya conducted air strikes on Somalia. Somalia acknowledged the deaths of three sailors in the strikes."
    cut = text.index(" Somalia acknowledged") + 1
    sentences = [
        make_sentence(text[: cut - 1]),
        make_sentence(text[cut:], start=cut, index=1),
    ]
    article = make_article(text, published="2024-05-02")
    mentions = coder.code_article(article, sentences)
    assert brief(mentions)[1][:4] == ("ASSAULT", "aerial", "KEN", "SOM")
    assert mentions[1].killed.low == 3
    assert "points back" in mentions[1].reasons[-1]


def test_attribution_without_a_claim_is_kept(coder):
    """Where the blamed side has not owned up, the status words say so, and no refusal is invented."""
    text = (
        "A strike hit Somalia's port. Kenya has not claimed responsibility for the strike, "
        "but Uganda attributed the attack to Kenya."
    )
    cut = text.index(" Kenya has") + 1
    sentences = [make_sentence(text[: cut - 1]), make_sentence(text[cut:], start=cut, index=1)]
    mentions = coder.code_article(make_article(text), sentences)
    attack = next(m for m in mentions if m.status == "alleged")
    assert [a.code for a in attack.initiators] == ["KEN"]
    assert attack.claimed_by.code == "UGA"
    assert "not claimed by Kenya" in attack.status_words
    assert "REJECT" not in {m.type for m in mentions}


def test_pronouns_mean_the_actor_last_spoken_of(coder):
    """A pronoun subject is the subject of the sentence before."""
    text = "Kenya lost patience. It attacked Somalia."
    sentences = [make_sentence(text[:20]), make_sentence(text[21:], start=21, index=1)]
    mentions = coder.code_article(make_article(text), sentences)
    assert brief(mentions) == [("ASSAULT", "", "KEN", "SOM", "happened")]


def test_unnamed_doers_of_force_stay_unnamed(coder):
    """A bombing by nobody known is kept without an initiator; a weak act between unknowns is not."""
    assert brief(code(coder, "A suicide bombing killed 12 people."))[0][:4] == ("ASSAULT", "suicide", "", "")
    assert code(coder, "The two sides discussed the weather.") == ()


def test_a_line_has_the_contract_s_fields(coder):
    """`code_line` gives the act that a sentence reports, with the phrases of its roles and all their codes."""
    line = coder.code_line("s1", date(2024, 5, 2), "The government of Kenya attacked the port of Somalia on Monday.")
    (event,) = line["events"]
    assert line["id"] == "s1"
    assert (event["plover"], event["code"], event["quad"], event["status"]) == ("ASSAULT", "18", 4, "happened")
    assert (event["source"], event["target"]) == ("KEN", "SOM")
    assert (event["source_text"], event["target_text"]) == ("The government of Kenya", "the port of Somalia")
    assert event["trigger_end"] - event["trigger_start"] == len("attacked")
    assert coder.code_line("s2", None, "Nothing of note.") == {"id": "s2", "events": []}


def test_ids_are_stable_and_differ(coder):
    """The same words of the same article have the same id, other articles another."""
    text = "Kenya attacked Somalia and condemned Uganda."
    first = coder.code(make_sentence(text), sha256="x")
    assert [m.id for m in first] == [m.id for m in coder.code(make_sentence(text), sha256="x")]
    assert len({m.id for m in first} | {m.id for m in coder.code(make_sentence(text), sha256="y")}) == 4


def test_every_mention_says_why(coder):
    """Reasons are sentences, confidence lies between 0 and 1 and a homoglyph lowers it."""
    (mention,) = code(coder, "Kenya attacked Somalia.")
    assert all(reason.endswith(".") for reason in mention.reasons)
    assert 0 < mention.confidence <= 1
    disguised = code(coder, "Kеnya attacked Somalia.")  # a Cyrillic e
    assert all(m.confidence < mention.confidence for m in disguised)


def test_a_place_that_tells_the_state_is_no_disguise(coder):
    """Only letters of another script count as a disguise; a town that tells whose people were hurt is none."""
    text = "In Kharkiv, Russian missiles wounded at least 41 people."
    (hurt,) = coder.code_article(make_article(text, published="2024-05-08"), [make_sentence(text)])
    assert [actor.id for actor in hurt.targets] == ["UKR"]
    assert "disguised" not in hurt.signs


PIECES = (
    "Kenya Somalia attacked said that if will not the strike on by after , and killing seven people ( ) “ ” who to "
    "denied of it accused vowed ? in 2020 – was"
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(PIECES.split(" ")), max_size=30))
def test_any_word_order_is_coded_without_harm(coder, words):
    """Scrambled sentences never break the coder, and triggers always lie inside their sentence."""
    text = " ".join(words)
    for mention in code(coder, text, context=Context()):
        assert mention.start <= mention.trigger.start < mention.trigger.end <= mention.end
        assert mention.text == text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200))
def test_any_text_is_coded_without_harm(coder, text):
    """Arbitrary characters never break the coder."""
    assert isinstance(code(coder, text), tuple)


def test_a_very_long_sentence_is_coded(coder):
    """Ten thousand words without a full stop are read in one pass."""
    text = "Kenya attacked Somalia and " * 2500
    assert len(code(coder, text)) >= 1


@pytest.mark.parametrize(
    ("text", "type_", "doer"),
    [
        ("police fired at a riotous mob as violence went on in the town.", "ASSAULT", "police"),
        ("the police was forced to lathicharge the mob.", "ASSAULT", "the police"),
        ("police said nearly ten people were rounded up in the state.", "COERCE", "police"),
        ("three men were killed in police firing on monday.", "ASSAULT", "police"),
        ("he was picked up by police on monday.", "COERCE", "police"),
        ("police intercepted them and had to fire 8 rounds.", "ASSAULT", "police"),
    ],
)
def test_police_without_a_state_are_still_the_doer(coder, text, type_, doer):
    """Lower-case reports name the police as doer, object, noun before "firing" or as who reports the arrests."""
    (event,) = coder.code_line("s1", None, text)["events"]
    assert (event["plover"], event["source_text"]) == (type_, doer)


def test_a_participle_behind_and_shares_its_perfect(coder):
    """ "has cut off trade and frozen the assets": whoever cut it off also froze them."""
    text = "Kenya has cut off trade and frozen the assets of the officers."
    mentions = coder.code_article(make_article(text), [make_sentence(text)], [])
    assert {tuple(actor.name for actor in m.initiators) for m in mentions} == {("Kenya",)}


def test_the_fate_of_weapons_is_no_act_of_its_own(coder):
    """ "most of which were intercepted" goes on with the launch."""
    fate = "most of which have been intercepted by defence systems, causing no casualties"
    text = f"Kenya launched nine missiles at Somalia, {fate}."
    mentions = coder.code_article(make_article(text), [make_sentence(text)], [])
    assert [m.type for m in mentions] == ["ASSAULT"]
