"""Endless sentences: what is said again and again is told once, and a sentence without an object has no target."""

from tests.builders import make_article, make_sentence


def read(coder, text, pieces=1):
    size = len(text) // pieces
    sentences = [make_sentence(text[i * size : (i + 1) * size], start=i * size) for i in range(pieces)]
    return coder.code_article(make_article(text), sentences)


def test_a_sentence_that_repeats_itself_for_ever_is_one_act(coder):
    """However often it stands there, across all the pieces the sentence was cut into, and the reason says how often."""
    mentions = read(coder, "Kenya shelled Somalia, then " * 80, pieces=8)
    assert [(m.type, m.initiators[0].code) for m in mentions] == [("ASSAULT", "KEN")]
    assert "80 times" in mentions[0].reasons[-1]


def test_a_verb_without_an_object_does_not_take_the_next_subject_for_it(coder):
    """Nobody shells himself because the sentence names nobody else."""
    mentions = read(coder, "Kenya shelled and Kenya shelled and Kenya withdrew.")
    assert all(not m.targets for m in mentions if m.type == "ASSAULT")


def test_two_acts_in_the_same_words_stay_two(coder):
    """Two bombings of one sentence may be two."""
    mentions = read(coder, "Kenya bombed Somalia on Monday and Kenya bombed Somalia again on Friday.")
    assert [m.type for m in mentions] == ["ASSAULT", "ASSAULT"]
