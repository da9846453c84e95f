"""Whom pronouns, definite phrases and bare offices mean."""

import pytest

from tests.builders import make_article, make_sentence


def sides(coder, *texts):
    """Initiators and targets of every act of these sentences, read as one article."""
    at, sentences = 0, []
    for index, text in enumerate(texts):
        sentences.append(make_sentence(text, start=at, index=index))
        at += len(text) + 1
    mentions = coder.code_article(make_article(" ".join(texts), title=""), sentences)
    return [(m.type, *("+".join(a.id for a in side) for side in (m.initiators, m.targets))) for m in mentions]


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (("Kenya held a vote.", "Gunmen blew up their house."), ("ASSAULT", "", "")),
        (("Kenya held a vote.", "The traders say gunmen bombed their village."), ("ASSAULT", "", "")),
        (("M23 entered the town of Sake in Congo.", "Gunmen attacked the rebels."), ("ASSAULT", "", "m23")),
        (("M23 fled.", "ECOWAS met M23.", "Kenya attacked the bloc."), ("ASSAULT", "KEN", "ecowas")),
        (("Myanmar's junta fell silent.", "Thailand waited.", "The junta arrested a monk."), ("COERCE", "MMR", "")),
        (
            ("Kenya held a vote.", "Kenya counted.", "Uganda looked on.", "Police arrested a man."),
            ("COERCE", "KEN", ""),
        ),
        (
            ("Kenya voted.", "Kenya counted.", "Foreign minister Atieno Otieno accused Uganda of lying."),
            ("ACCUSE", "KEN", "UGA"),
        ),
    ],
)
def test_those_meant_are_those_spoken_of(coder, texts, wanted):
    """What belongs to people is nobody's state; rebels are a group, police the article's own."""
    assert sides(coder, *texts)[-1] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kenya condemned the attack on its mission.", [("ACCUSE", "KEN", "")]),
        ("Kenya recalled its diplomats from Uganda.", [("SANCTION", "KEN", "UGA")]),
        ("Kenya put its army on alert.", [("MOBILIZE", "KEN", "")]),
    ],
)
def test_nobody_is_the_target_of_himself(coder, text, wanted):
    """What the initiator owns names no other side."""
    assert [one for one in sides(coder, text) if one[0] == wanted[0][0]] == wanted


def test_it_after_said_is_the_speaker_though_only_an_office_names_him(coder):
    """ "The army said it recaptured …": "it" is the army, not whoever was named last."""
    first = "Sudan accused the Rapid Support Forces of looting on Monday."
    text = f"{first} The army said it recaptured a bridge in Khartoum."
    sentences = [make_sentence(first), make_sentence(text[len(first) + 1 :], start=len(first) + 1, index=1)]
    mentions = coder.code_article(make_article(text, published="2024-05-10"), sentences)
    capture = mentions[-1]
    assert [a.name for a in capture.initiators] == ["Sudan"]
    assert (capture.type, capture.status) == ("ASSAULT", "happened")


def test_a_claim_is_quoted_with_the_words_that_make_it(coder):
    """The deciding words are those of the sentence, whoever they stand for."""
    first = "Sudan accused the Rapid Support Forces of looting on Monday."
    text = f"{first} The Rapid Support Forces shelled Port Sudan, the army said."
    sentences = [make_sentence(first), make_sentence(text[len(first) + 1 :], start=len(first) + 1, index=1)]
    mentions = coder.code_article(make_article(text, published="2024-05-10"), sentences)
    (shelling,) = [m for m in mentions if m.type == "ASSAULT"]
    assert (shelling.status, shelling.status_words) == ("alleged", "the army said")


@pytest.mark.parametrize(
    "texts",
    [
        ("Kenya and Somalia accused each other of lying.",),
        ("Kenya and Somalia blamed one another.",),
        ("Kenya and Somalia held talks.", "Within hours each accused the other of lying."),
        ("Kenya met Somalia.", "The two sides blamed each other for the delay."),
        ("Kenya met Somalia.", "Each side condemned the other."),
    ],
)
def test_each_and_other_are_the_two_parties(coder, texts):
    """Both parties stand on both sides of what they do to each other, also where an earlier sentence named them."""
    assert sides(coder, *texts)[-1] == ("ACCUSE", "KEN+SOM", "KEN+SOM")


def test_the_two_sides_are_those_of_the_last_act_between_two(coder):
    """States named after them, who only speak of them, are not the two sides."""
    told = "Kenya shelled Somalia.", "Egypt and Qatar called for calm.", "They urged the two sides to return to talks."
    assert sides(coder, *told)[-1] == ("REQUEST", "EGY+QAT", "KEN+SOM")


def test_an_act_long_past_does_not_change_the_two_sides(coder):
    """ "the deadliest clash since X took the town" only says how long ago."""
    told = (
        *("Kenya shelled Somalia.", "It was the deadliest clash since Kenya invaded Uganda in 1979."),
        "Egypt called on both sides to stop.",
    )
    assert sides(coder, *told)[-1] == ("REQUEST", "EGY", "KEN+SOM")


def test_a_pact_with_a_third_does_not_change_the_two_sides(coder):
    """ "Both sides" face each other; "both countries" may be those that have just signed something."""
    told = "Kenya shelled Somalia.", "Somalia and Egypt signed a defence pact.", "Libya waited."
    assert sides(coder, *told, "Qatar urged both sides to stop.")[-1] == ("REQUEST", "QAT", "KEN+SOM")


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (("Kenya shelled Somalia.", "On Friday Kenya accused its neighbour of lying."), ("ACCUSE", "KEN", "SOM")),
        (("Kenya shelled Somalia.", "Its neighbour expelled the Kenyan envoy."), ("SANCTION", "SOM", "KEN")),
        (("Kenya accused its neighbour of lying.",), ("ACCUSE", "KEN", "")),
        (("Kenya shelled Somalia.", "Kenya accused its neighbours of lying."), ("ACCUSE", "KEN", "")),
    ],
)
def test_its_neighbour_is_whom_the_owner_faces(coder, texts, wanted):
    """Never the owner himself; nobody where no other state has been told of."""
    assert sides(coder, *texts)[-1] == wanted


def test_a_denied_act_does_not_change_the_two_sides(coder):
    """What somebody says he did not do makes nobody his opponent."""
    told = "Kenya shelled Somalia.", "Uganda denied that its troops had shelled M23."
    assert sides(coder, *told, "Qatar urged both sides to stop.")[-1] == ("REQUEST", "QAT", "KEN+SOM")


def test_a_scene_that_opens_the_sentence_tells_whose_police_they_are(coder):
    """ "In Mali, police …": not those of the state the article is most about."""
    told = "Kenya voted.", "Kenya counted.", "In Mali, police arrested two editors."
    assert sides(coder, *told)[-1] == ("COERCE", "MLI", "")


@pytest.mark.parametrize(
    ("second", "wanted"),
    [
        ("Uganda condemned the bombing.", ("ACCUSE", "UGA", "KEN")),
        ("Kenya condemned the bombing.", ("ACCUSE", "KEN", "")),
    ],
)
def test_who_condemns_an_act_condemns_who_did_it(coder, second, wanted):
    """Where the article has told whose act it was, and never the speaker's own."""
    assert sides(coder, "Kenya bombed a village in Somalia.", second)[-1] == wanted


def test_who_reports_an_arrest_of_nobody_named_has_made_it(coder):
    """Police, an interior ministry, prosecutors: "ten people were detained, the ministry said"."""
    told = sides(coder, "More than 150 people have been detained, Kenya's interior ministry said.")
    assert told == [("COERCE", "KEN", "")]


@pytest.mark.parametrize(
    "text",
    [
        "Uganda said the mines had been laid by Kenyan saboteurs, a charge that Nairobi dismissed.",
        "Uganda bombed a house in Mombasa, saying that it was used by spies, a claim which Kenya rejected.",
        "Uganda accused Kenya of arming rebels, a charge Nairobi denies.",
        "The mine had been laid by Kenyan troops, according to Uganda, a claim that Nairobi rejects.",
    ],
)
def test_a_claim_is_turned_down_towards_who_made_it(coder, text):
    """The target of "a charge that Y denies" is who brought it; help to nobody known, "arming rebels", is no act."""
    told = sides(coder, text)
    assert [one for one in told if one[0] == "REJECT"] == [("REJECT", "KEN", "UGA")]
    assert "AID" not in [type_ for type_, *_ in told]


def test_a_threat_beside_an_act_is_meant_for_the_same(coder):
    """ "X shut its border to Y and warned …": Y is warned."""
    text = "Uganda shut its border to Kenyan lorries and warned that any attack would be treated as an act of war."
    assert ("THREATEN", "UGA", "KEN") in sides(coder, text)
    assert ("THREATEN", "SWE", "RUS") not in sides(coder, "Sweden imposed sanctions on Russia and warned of a drought.")


def test_the_military_that_is_accused_is_the_state_s(coder):
    """ "The military of arming": what stands behind "of" is the charge, and says not whose military."""
    told = sides(coder, "The Arakan Army accused the military of burning a village.")
    assert told[0] == ("ACCUSE", "arakan_army", "MMR")


@pytest.mark.parametrize(
    ("first", "wanted"),
    [
        ("Niger's generals met in Niamey.", ("COERCE", "NER", "")),
        ("Many people met in Niamey.", ("COERCE", "", "")),
    ],
)
def test_a_junta_is_whoever_was_called_so(coder, first, wanted):
    """By one word or another; never just the state last spoken of."""
    assert sides(coder, first, "France condemned the coup.", "The junta arrested four ministers.")[-1] == wanted


def test_its_fighters_behind_an_unknown_name_are_nobody_known(coder):
    """A name that the lexicon does not know may be what "its" means, so that no actor told before is."""
    told = (
        "Kenya shelled Somalia.",
        "The Tavean Freedom Company left the town.",
        "Its fighters released a Ugandan pilot.",
    )
    assert sides(coder, *told)[-1] == ("RETREAT", "", "UGA")


def test_where_force_is_to_go_is_whom_it_is_for(coder):
    """ "Send troops into X" threatens X, though X is a place there."""
    assert sides(coder, "Kenya threatened to send troops into Somalia.") == [("THREATEN", "KEN", "SOM")]


def test_the_group_that_did_it_is_no_group_told_before(coder):
    """A relative clause says which group is meant, so that none of an earlier sentence is."""
    told = sides(coder, "JNIM attacked a post in Mali.", "Niger shelled the group that burned a market.")
    assert told[-1] == ("ASSAULT", "NER", "")


def test_they_are_all_of_a_joint_subject(coder):
    """ "They" behind "X and Y said" means both."""
    told = sides(coder, "Kenya and Uganda met on Monday.", "They condemned Somalia.")
    assert told[-1] == ("ACCUSE", "KEN+UGA", "SOM")


def test_the_other_of_two_things_is_no_party(coder):
    """Without "each" before it, "the other" is whatever the sentence counts."""
    (mention,) = coder.code(make_sentence("Kenyan troops shot one Somali soldier and beat the other."))[-1:]
    assert "Kenya" not in [actor.name for actor in mention.targets]


@pytest.mark.parametrize(
    ("text", "type_", "initiator", "target"),
    [
        ('"We will bomb Somalia," said Kenya\'s defence minister.', "THREATEN", "Kenya", "Somalia"),
        ("“We will not talk to Bolivia,” said the Chilean president.", "REJECT", "Chile", "Bolivia"),
        ('"Laos shelled us," said Thailand.', "ASSAULT", "Laos", "Thailand"),
    ],
)
def test_a_speaker_may_follow_his_words(coder, text, type_, initiator, target):
    """Behind a quotation "said X" names who "we" and "us" are."""
    (mention,) = coder.code(make_sentence(text))
    assert (mention.type, mention.initiators[0].name, mention.targets[0].name) == (type_, initiator, target)


@pytest.mark.parametrize("text", ["Guinea shelled a village, said Mali.", "Guinea shelled a village, Mali said."])
def test_who_closes_a_sentence_claims_what_it_says(coder, text):
    """Whether the verb or its subject comes first, the act is claimed by the speaker."""
    (mention,) = coder.code(make_sentence(text))
    assert (mention.status, mention.claimed_by.name, mention.initiators[0].name) == ("alleged", "Mali", "Guinea")


@pytest.mark.parametrize(
    ("text", "type_", "initiator", "status"),
    [
        (
            "Cambodia criticised Thailand, saying it has deployed troops at the temple.",
            "MOBILIZE",
            "Thailand",
            "alleged",
        ),
        ("Chad accused Sudan of aggression, saying that it bombed a border town.", "ASSAULT", "Sudan", "alleged"),
        ("Azerbaijan denounced Armenia, saying they had attacked a post.", "ASSAULT", "Armenia", "alleged"),
        ("Egypt condemned Ethiopia over its attack on Sudan.", "ASSAULT", "Ethiopia", "happened"),
        ("Thailand criticised Cambodia, saying it would close the border.", "THREATEN", "Thailand", "happened"),
    ],
)
def test_what_an_accuser_tells_is_the_doing_of_the_accused(coder, text, type_, initiator, status):
    """ "Saying it had …" tells what the accused did, "saying it would …" what the accuser will do."""
    found = [m for m in coder.code(make_sentence(text)) if m.type == type_]
    assert [(m.initiators[0].name, m.status) for m in found] == [(initiator, status)]
