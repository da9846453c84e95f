"""How many: killed, injured, captured, displaced and munitions, with their bounds, on the act they belong to."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import make_sentence
from timeline.model import TOLLS, Expression

CASES = [
    ("Kenya killed twenty-one soldiers in Uganda.", "killed", 21, 21),
    ("Kenya killed a hundred and twenty soldiers in Uganda.", "killed", 120, 120),
    ("Kenya killed half a dozen soldiers in Uganda.", "killed", 6, 6),
    ("Kenya killed two or three dozen soldiers in Uganda.", "killed", 24, 36),
    ("Kenya killed between 20 and 30 soldiers in Uganda.", "killed", 20, 30),
    ("Kenya killed scores of soldiers in Uganda.", "killed", 40, None),
    ("Kenya killed several hundred soldiers in Uganda.", "killed", 300, None),
    ("Kenya killed 40 or more soldiers in Uganda.", "killed", 40, None),
    ("Kenyan shells killed a family of five in Uganda.", "killed", 5, 5),
    ("The bombing of a market in Uganda has claimed 12 lives.", "killed", 12, 12),
    ("Two Ugandan guards escorting a convoy were shot dead by Kenyan rebels.", "killed", 2, 2),
    ("Kenya shelled Uganda, but there were no casualties.", "killed", 0, 0),
    ("Nobody was hurt when Kenya shelled Uganda.", "injured", 0, 0),
    ("Kenya attacked Uganda, leaving 12 dead and some 40 hurt.", "injured", 40, 40),
    ("Kenyan troops captured 120 Ugandan soldiers.", "captured", 120, 120),
    ("Kenyan police arrested 40 to 50 protesters in Nairobi.", "captured", 40, 50),
    ("Tens of thousands of people fled when Kenya bombed Uganda.", "displaced", 20_000, None),
    ("More than 3,000 people fled their homes after Kenya attacked Uganda.", "displaced", 3000, None),
    ("Kenya fired 20 to 30 rockets at Uganda.", "munitions", 20, 30),
    ("Kenya killed 13 soldiers in Uganda, nine of them guards, three cooks and one driver.", "killed", 13, 13),
    ("Kenya killed nine soldiers in Uganda, two villagers and a medic said.", "killed", 9, 9),
    ("Four officers and two villagers were killed by Kenyan mines.", "killed", 6, 6),
    ("The toll of the Kenyan bombing of a market in Uganda has gone up to 23.", "killed", 23, 23),
    ("The number of villagers killed by Kenyan shells in Uganda has risen to 17.", "killed", 17, 17),
    ("Up to 23 villagers were killed by Kenyan shells in Uganda.", "killed", 0, 23),
    ("Four Ugandan soldiers were shot dead by Kenyan troops in Busia.", "killed", 4, 4),
    ("On Thursday six Ugandan guards were shot dead by Kenyan troops.", "killed", 6, 6),
    ("Six Ugandan farmers were hacked to death by Kenyan soldiers.", "killed", 6, 6),
    ("Kenyan soldiers beat two Ugandan men to death in Busia.", "killed", 2, 2),
    ("Two Ugandan officers were shot and killed by Kenyan soldiers in Busia.", "killed", 2, 2),
    ("A Kenyan attack on a village in Uganda left 14 people dead and 20 homes burnt.", "killed", 14, 14),
    ("Kenya killed nine soldiers and 300 cattle in Uganda.", "killed", 9, 9),
]


@pytest.mark.parametrize(("text", "toll", "low", "high"), CASES)
def test_a_written_number_keeps_its_bounds(coder, text, toll, low, high):
    """Number words, ranges, floors, groups and stated noughts reach their field with both bounds."""
    counts = [getattr(mention, toll) for mention in coder.code(make_sentence(text))]
    assert [(count.low, count.high) for count in counts if count is not None] == [(low, high)]


@pytest.mark.parametrize(
    ("text", "times", "killed"),
    [
        ("Two weeks after Kenyan gunmen killed 26 villagers, talks began.", ["Two weeks"], 26),
        ("Kenya killed 40 villagers in raids on the night of May 6 and 7.", ["the night of May 6"], 40),
        ("Uganda deplored the Kenyan killings of 8 and 9 May.", ["8", "9 May"], None),
    ],
)
def test_a_number_in_a_time_expression_counts_nobody(coder, text, times, killed):
    """Days, weeks and dates are no victims, wherever a word of harm stands."""
    spans = [(text.index(words), text.index(words) + len(words), words) for words in times]
    found = [Expression(start=a, end=b, text=words, type="DATE", value="", rule="test") for a, b, words in spans]
    counts = [mention.killed for mention in coder.code(make_sentence(text), expressions=found)]
    assert [count.low for count in counts if count is not None] == ([killed] if killed else [])


def test_own_losses_are_added_and_named(coder):
    """ "killing 12 and losing three of its own": the event's dead are fifteen, and a reason says whose three are."""
    text = "Kenyan troops attacked Uganda, killing 12 soldiers and losing three of their own."
    (mention,) = [m for m in coder.code(make_sentence(text)) if m.killed]
    assert (mention.killed.low, mention.killed.high) == (15, 15)
    assert any("losses of the initiator's own" in reason for reason in mention.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya shot a farmer, 32, in Uganda.",
        "Kenya attacked Uganda in 1998.",
        "Kenya attacked Uganda on 12 May.",
        "Kenya attacked Uganda with bombs worth $300.",
        "Kenya bombed three villages in Uganda.",
        "Kenya attacked Uganda and captured 12 villages.",
    ],
)
def test_what_counts_no_people_is_no_toll(coder, text):
    """Ages, years, days, money and things are not victims."""
    people = ("killed", "injured", "captured", "displaced")
    found = [getattr(m, toll) for m in coder.code(make_sentence(text)) for toll in people]
    assert all(count is None or count.low <= 1 for count in found)


_BOUNDS = ["at least", "more than", "up to", "between", "and", "to", "or", "no", "of", "soldiers"]
_NUMERALS = ["a", "hundred", "thousand", "dozen", "few", "half", "seven", "twenty", "40", "1,200", "3-5", "dozens"]
_WORDS = st.sampled_from([*_BOUNDS, *_NUMERALS, "hundreds", "tens", "million"])


@given(st.lists(_WORDS, max_size=9), st.text(string.digits + "-,.–", max_size=14))
@settings(max_examples=100, deadline=None)
def test_any_heap_of_number_words_gives_ordered_bounds(coder, words, digits):
    """Whatever stands there, a count is never negative, never absurd, and its floor is not above its ceiling."""
    text = f"Kenya killed {' '.join(words)} {digits} soldiers in Uganda."
    for mention in coder.code(make_sentence(text)):
        for count in (getattr(mention, toll) for toll in TOLLS):
            assert count is None or 0 <= count.low <= (count.high if count.high is not None else 10**8)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Mali declared an emergency in seven regions after gunmen killed a mayor.", (1, 1)),
        ("Kenya closed 12 schools after Somali bandits shot dead two teachers.", (2, 2)),
        ("Schools in nine towns were shut because Russian shells killed three pupils.", (3, 3)),
        ("Nine guards, including Omar Adan, their chief since the coup, were killed in a Kenyan strike.", (9, 9)),
    ],
)
def test_a_number_of_another_clause_counts_nobody(coder, text, killed):
    """ "in seven regions after gunmen killed": what was counted before "after" did not die behind it."""
    counts = [m.killed for m in coder.code(make_sentence(text)) if m.killed is not None]
    assert [(count.low, count.high) for count in counts] == [killed]
