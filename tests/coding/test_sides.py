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
