"""Text as it comes: capitals, no punctuation, broken lines, disguises, other languages. No crash, nothing invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import make_sentence

PLAIN = "Kenyan jets bombed a Somali convoy on Monday, killing 12 soldiers."
FACTS = ("ASSAULT", "KEN", "SOM", "happened")


def _facts(mentions):
    return [(m.type, *(a.code for a in (*m.initiators, *m.targets)), m.status) for m in mentions]


def _code(coder, text):
    return [mention for mention in coder.code(make_sentence(text)) if mention.type != "STATEMENT"]


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.upper(),
        PLAIN.lower(),
        PLAIN.replace(",", "").replace(".", ""),
        PLAIN.replace(" ", "\n"),
        PLAIN.replace(" ", "  \t"),
        f"- {PLAIN}",
        f"• {PLAIN}",
        f"\u200f{PLAIN}\u200e",
        PLAIN.replace("Somali", "\u202bSomali\u202c"),
    ],
)
def test_typography_changes_neither_act_nor_sides_nor_toll(coder, text):
    """Capitals, missing stops, broken lines, bullets and direction marks keep the one act and its dead."""
    mentions = _code(coder, text)
    assert _facts(mentions) == [FACTS]
    assert mentions[0].killed.low == 12


def test_a_headline_tells_its_act(coder):
    """The present of a headline, without articles and stop, is the act it reports."""
    assert _facts(_code(coder, "Kenyan jets bomb Somali convoy, killing 12"))[0][:2] == ("ASSAULT", "KEN")


@pytest.mark.parametrize("text", [PLAIN.upper(), PLAIN.lower(), PLAIN.replace("Kenyan", "Kеnyan")])
def test_bad_typography_and_disguises_lower_confidence(coder, text):
    """One case throughout, or a name with letters of another script, is less sure than the plain sentence."""
    (plain,) = _code(coder, PLAIN)
    assert all(mention.confidence < plain.confidence for mention in _code(coder, text))


@pytest.mark.parametrize(
    "text",
    [
        "Los aviones de Kenia bombardearon un convoy el lunes y mataron a doce soldados.",
        "Israel tötete am Montag drei Kämpfer im Süden des Libanon.",
        "L'armée russe a frappé Kharkiv lundi, tuant douze personnes.",
        "Российские самолёты бомбили Харьков в понедельник.",
        "قصفت طائرات إسرائيلية بيروت يوم الاثنين",
        "俄罗斯星期一轰炸了哈尔科夫。",
        "K e n y a n  j e t s  b o m b e d  S o m a l i a",
    ],
)
def test_other_languages_and_spaced_letters_yield_no_event(coder, text):
    """What is not English running text is not half read."""
    assert _code(coder, text) == []


def test_ten_thousand_words_in_one_sentence_are_read(coder):
    """A sentence of ten thousand words is read piece by piece, its evidence being slices of it."""
    text = "the rebels of Kenya attacked Somalia and " * 1500
    mentions = coder.code(make_sentence(text))
    assert mentions
    assert all(text[m.start : m.end] == m.text for m in mentions)


@given(st.text(alphabet="Kenyan bombed Somalia,.;:\"'-\n\u200f\u202e ıſß0123456789Kе", max_size=120))
@settings(max_examples=100, deadline=None)
def test_no_heap_of_letters_breaks_the_coder(coder, text):
    """Whatever characters stand there, each act's trigger is a slice of the text and each reason a sentence."""
    for mention in coder.code(make_sentence(text)):
        assert 0 <= mention.trigger.start < mention.trigger.end <= len(text)
        assert all(reason.endswith((".", "…", ".”")) for reason in mention.reasons)
