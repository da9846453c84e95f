"""Which state each role is on in the lines of `code`."""

import pytest

from tests.builders import make_sentence


def sides(coder, text):
    """Source and target of the one act that a sentence reports."""
    (event,) = coder.code_line("s1", None, text)["events"]
    return event["source"], event["target"]


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Hezbollah attacked an Israeli post.", "LBNREB_hezbollah", "ISR"),
        ("The Taliban ambushed a convoy in Kenya.", "AFGREB_taliban", "KEN"),
        ("Kenya bombed Islamic State hideouts in Somalia.", "KEN", "SOMREB_islamic_state"),
        ("Kenya bombed Islamic State hideouts.", "KEN", "islamic_state"),
        ("Kenya criticised the United Nations.", "KEN", "un"),
        ("The United Nations and Kenya condemned Somalia.", "KEN", "SOM"),
        ("The UN Support Mission in Libya condemned Kenya.", "unsmil", "KEN"),
        ("Kenya is ready to contribute engineers to an African Union force in Somalia.", "KEN", "SOM"),
        ("Kenya is ready to contribute engineers to the African Union.", "KEN", "au"),
    ],
)
def test_a_group_stands_behind_its_home_state_and_a_body_of_states_alone(coder, text, source, target):
    """States come first; a group carries its home or the place it is hit in; the UN has no state."""
    assert sides(coder, text) == (source, target)


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Kenyan police detained dozens of marchers in Nairobi.", "KEN", "KEN"),
        ("Kenya agreed to build two clinics in Somalia.", "KEN", "SOM"),
        ("Kenyan troops remained on alert near the border with Somalia.", "KEN", "SOM"),
        ("Kenya criticised Somali fishermen.", "KEN", "SOM"),
        ("A gunman in Kenya shot a Ugandan priest.", "KEN", "UGA"),
        ("Kenya detained a driver after a quarrel with Somalia.", "KEN", ""),
        ("Kenya remains the largest donor of relief in Somalia.", "KEN", "SOM"),
        ("Kenya promised Nairobi's support for farms in Somalia.", "KEN", "SOM"),
        ("A Kenyan court ordered the Somali tanker's release.", "KEN", "SOM"),
        ("Kenya demanded that Somalia pay.", "KEN", "SOM"),
        ("Kenya lifted the sanctions imposed on Somalia.", "KEN", "SOM"),
    ],
)
def test_nationality_and_place_tell_the_side_of_the_unnamed(coder, text, source, target):
    """Who has no name belongs to the state of the phrase or the clause, not to that of another act."""
    assert sides(coder, text) == (source, target)


def test_mentions_keep_the_actor_and_its_id(coder):
    """Only the lines of `code` carry the home state; a mention names the group by its own id."""
    (mention,) = coder.code(make_sentence("Hezbollah attacked Israel."))
    assert [actor.id for actor in mention.initiators] == ["hezbollah"]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Kenya and Somalia failed to reach an agreement.", "Kenya", "Somalia"),
        ("Kenya and Somalia clashed on Monday.", "Kenya", "Somalia"),
        ("Ministers of Kenya and envoys of Somalia held talks.", "Ministers of Kenya", "envoys of Somalia"),
    ],
)
def test_a_mutual_act_has_one_party_on_each_side(coder, text, first, second):
    """Whoever does something with each other is initiator and target in turn."""
    (event,) = coder.code_line("s1", None, text)["events"]
    assert (event["source_text"], event["target_text"]) == (first, second)
    assert (event["source"], event["target"]) == ("KEN", "SOM")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kenya said it had attacked Somalia.", "Kenya"),
        ("The miners said they would not end the strike.", "The miners"),
        ("The driver said they would attack Somalia.", "they"),
    ],
)
def test_the_words_of_a_role_are_those_a_pronoun_stands_for(coder, text, words):
    """A pronoun gives way to the subject it agrees with, and stays where there is none."""
    (event,) = coder.code_line("s1", None, text)["events"]
    assert event["source_text"] == words


def test_an_unknown_name_is_given_with_what_explains_it(coder):
    """A name that the lexicon lacks comes with the office that tells its side."""
    (event,) = coder.code_line("s1", None, "Kenya met Jan Ablo, a senior envoy of Somalia.")["events"]
    assert (event["target"], event["target_text"]) == ("SOM", "Jan Ablo, a senior envoy of Somalia")


@pytest.mark.parametrize(
    ("text", "type_", "source", "target"),
    [
        ("Somalia's Islamist group al Shabaab attacked a hotel in Kenya.", "ASSAULT", "SOMREB_al_shabaab", "KEN"),
        ("A group of British lawmakers condemned Kenya.", "ACCUSE", "GBR", "KEN"),
        ("Malaysian immigration authorities detained 40 Kenyan workers.", "COERCE", "MYS", "KEN"),
        ("Kenya has freed former Iraqi president Jan Ablo.", "RETREAT", "KEN", "IRQ"),
        ("Brazil's truck drivers blocked highways in a rally against Kenya.", "PROTEST", "BRA", "KEN"),
        ("Kenya's decision drew condemnation from Uganda.", "ACCUSE", "UGA", "KEN"),
        ("Somalia was hit by Kenyan air strikes that killed five.", "ASSAULT", "KEN", "SOM"),
        ("Three Kenyan journalists have been held by Somali authorities since March.", "COERCE", "SOM", "KEN"),
        ("Kenya has put its forces on high alert along the border with Somalia.", "MOBILIZE", "KEN", "SOM"),
        ("Kenya and Somalia restored diplomatic relations.", "SUPPORT", "KEN", "SOM"),
        ("A car bomb exploded near a checkpoint manned by Kenyan soldiers.", "ASSAULT", "", "KEN"),
        ("Tanzanian officials deported 20 Kenyan nationals.", "COERCE", "TZA", "KEN"),
    ],
)
def test_long_phrases_and_turned_sentences_keep_their_sides(coder, text, type_, source, target):
    """Possessors, adjectives, passives and nouns for acts leave it clear who did what to whom."""
    (event,) = coder.code_line("s1", None, text)["events"]
    assert (event["plover"], event["source"], event["target"]) == (type_, source, target)


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("An airstrike by Kenyan forces on a Somali village left nine dead.", "Kenyan forces", "a Somali village"),
        ("Kenya accused Somalia of bad faith.", "Kenya", "Somalia"),
        ("Al-Shabaab's attack on a Kenyan base killed ten people.", "Al-Shabaab", "a Kenyan base"),
    ],
)
def test_the_words_of_a_role_end_where_the_role_ends(coder, text, source, target):
    """What belongs to the act is no part of who did it."""
    (event,) = coder.code_line("s1", None, text)["events"]
    assert (event["source_text"], event["target_text"]) == (source, target)


@pytest.mark.parametrize("words", ["two killed and five ", "sent men to attack ", "who took a town ", "A in "])
def test_a_line_of_any_length_is_read_in_pieces(coder, words):
    """A text without an end is cut at spaces, and its trigger still lies where the words stand."""
    text = f"{words * 2000}Kenya attacked Somalia."
    for event in coder.code_line("s1", None, text)["events"]:
        assert 0 <= event["trigger_start"] < event["trigger_end"] <= len(text)
        assert not text[event["trigger_start"] : event["trigger_end"]].isspace()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kenyan troops left Somalia for the last time.", "Somalia"),
        ("Kenya accused the Somali army of theft of cattle and of arson.", "the Somali army"),
        ("Kenya expelled nine aid workers employed by a mission.", "nine aid workers employed by a mission"),
        ("Kenya agreed to send a team to Ostvik.", "Ostvik"),
        ("Kenya gave three million shillings to promote trade in Somalia and Uganda.", "Somalia and Uganda"),
    ],
)
def test_the_words_of_a_target_are_all_of_it_and_no_more(coder, text, words):
    """A state's name takes no complement, an accusation ends the accused, a participle and a list belong to theirs."""
    (event,) = coder.code_line("s1", None, text)["events"]
    assert event["target_text"] == words


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Norway called for the withdrawal of Rwandan troops from Congo.", "RWA"),
        ("Norway demanded an apology from Kenya.", "KEN"),
        ("Norway demanded from Kenya the release of Swedish sailors.", "KEN"),
        ("Norway called on Kenya to withdraw from Somalia.", "KEN"),
    ],
)
def test_a_request_is_put_to_whom_it_names_first(coder, text, target):
    """Whose troops are to leave is asked, not the state they are to leave."""
    assert sides(coder, text) == ("NOR", target)
