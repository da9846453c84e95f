"""An answer is tied to the act it answers, also where that was told a sentence before or has no word of its own."""

import pytest

from tests.builders import make_article, make_sentence


def answered(coder, *texts):
    """The words of the cue on the last sentence's act, and the words that it answers."""
    whole, sentences, at = " ".join(texts), [], 0
    for text in texts:
        sentences.append(make_sentence(text, start=at))
        at += len(text) + 1
    mentions = coder.code_article(make_article(whole), sentences)
    cues = [cue for m in mentions if m.start == sentences[-1].start for cue in m.responds]
    return [(cue.cue, whole[cue.antecedent.start : cue.antecedent.end]) for cue in cues]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("Kenya bombed Somalia.", "Somalia answered with missiles fired at Kenya."), ("answered", "bombed")),
        (("Kenya bombed Somalia.", "Somalia retaliated with air strikes on Kenya."), ("retaliated", "bombed")),
        (("Kenya expelled Somali envoys.", "In response, Somalia attacked Kenya."), ("In response", "expelled")),
    ],
)
def test_an_answer_is_to_the_other_side_s_last_act(coder, texts, found):
    """Where it does not say to what, it answers what the sentence before told of the other side."""
    assert answered(coder, *texts) == [found]


@pytest.mark.parametrize(
    "texts",
    [
        ("Kenya bombed Somalia.", "Kenya retaliated with air strikes on Uganda."),
        ("Kenya bombed Uganda.", "Somalia retaliated with air strikes on Eritrea."),
        ("Kenya bombed Somalia.", "Somalia answered questions about it."),
        ("Kenya bombed Somalia.", "Somalia attacked Kenya on Friday."),
        ("Kenya praised Somalia.", "Somalia retaliated with air strikes on Uganda."),
    ],
)
def test_nobody_answers_himself_or_an_act_on_others(coder, texts):
    """Without words of an answer, or without an act of the other side on whoever answers, there is no link."""
    assert answered(coder, *texts) == []


def test_what_came_of_an_attack_does_not_answer_it(coder):
    """A ship that sank after being attacked did nothing to anyone."""
    assert answered(coder, "A ship of Uganda was sunk in the lake after being attacked by Kenya.") == []


@pytest.mark.parametrize(
    ("text", "cue", "antecedent"),
    [
        (
            "Kenya bombed Somalia in retaliation for a Somali missile that hit Nairobi.",
            "in retaliation for",
            "a Somali missile that hit",
        ),
        ("Kenya bombed Somalia in response to Somali aggression.", "in response to", "Somali aggression"),
    ],
)
def test_what_is_answered_may_be_a_weapon_or_a_word_for_no_one_act(coder, text, cue, antecedent):
    """A missile that hit somebody is told by its verb; "aggression" by whose it was."""
    assert answered(coder, text) == [(cue, antecedent)]
