"""A link stands only where a sentence states it, and never against the calendar."""

from __future__ import annotations

import pytest

from tests.builders import make_actor, make_event, make_mention, make_when
from timeline.merge import add_inferred_responses, infer_responses, lag_days
from timeline.merge._responses import add_stated_responses
from timeline.model import UNDATED, ResponseCue, Span

NORLAND, SUDRIA, ESTMARK = make_actor("Norland"), make_actor("Sudria"), make_actor("Estmark")
REPLY = "Sudria fired rockets in retaliation for the bombing of Harbour."


def cue_in(text, words, start=0, cue="in retaliation for"):
    at = text.index(words) + start
    return ResponseCue(
        cue=cue,
        start=start + text.index(cue),
        end=start + text.index(cue) + len(cue),
        antecedent=Span(at, at + len(words)),
    )


def reply(words="the bombing of Harbour", when=None, **changes):
    mention = make_mention(
        REPLY,
        id="reply",
        initiators=(SUDRIA,),
        targets=(NORLAND,),
        when=when or make_when("2024-04-05"),
        trigger=Span(7, 12),
        responds=(cue_in(REPLY, words),),
        **changes,
    )
    return make_event("ev-reply", mentions=[mention])


def bombing(event_id="ev-bombing", article_id="a2", text="Norland kept bombing Harbour.", **changes):
    at = text.index("bombing")
    mention = make_mention(text, id=event_id, article_id=article_id, trigger=Span(at, at + 7), **changes)
    return make_event(event_id, mentions=[mention])


def links(events, weights):
    return [(r.event_id, r.responds_to, r.rule) for e in add_stated_responses(events, weights) for r in e.responses]


def test_act_told_inside_the_antecedent_is_answered(weights):
    """The words after the cue hold the trigger of another event: that event is answered."""
    told = make_mention(REPLY, id="told", trigger=Span(44, 51))
    events = [reply(), make_event("ev-told", mentions=[told])]
    assert links(events, weights) == [("ev-reply", "ev-told", "stated-act")]


def test_link_carries_its_sentence_and_lag(weights):
    """The link keeps the cue, the sentence and the days between."""
    (_, answered) = add_stated_responses([bombing(), reply()], weights)
    (link,) = answered.responses
    assert (link.cue, link.sentence, link.lag_days, link.lag_days_max) == ("in retaliation for", REPLY, 4, 4)
    assert (link.rule, link.basis, link.mention_id) == ("stated-words", "stated", "reply")


def test_words_of_an_unknown_act_link_to_nothing(weights):
    """A sentence that names an act nobody reported makes no link."""
    other = bombing("ev-x", text="Estmark kept bombing Uptown.", initiators=(ESTMARK,), targets=(ESTMARK,))
    assert links([reply(words="Harbour"), other], weights) == []


def test_two_equally_good_acts_link_to_neither(weights):
    """Where the words fit two events alike, the text has not said which."""
    assert links([bombing("ev-1"), bombing("ev-2", when=make_when("2024-04-02")), reply()], weights) == []


def test_answer_never_precedes_what_it_answers(weights):
    """An act over before the other began cannot answer it, whatever the words."""
    late = bombing(when=make_when("2024-06-01"))
    inside = make_mention(REPLY, id="told", trigger=Span(44, 51), when=make_when("2024-06-01"))
    assert links([late, reply()], weights) == []
    assert links([reply(), make_event("ev-told", mentions=[inside])], weights) == []


def test_event_never_answers_itself(weights):
    """The antecedent that merged into the same event makes no link."""
    told = make_mention(REPLY, id="told", trigger=Span(44, 51))
    event = make_event("ev-reply", mentions=[reply().mentions[0], told])
    assert links([event], weights) == []


@pytest.mark.parametrize(
    ("answer", "answered", "lags"),
    [
        (("2024-04-13", "2024-04-14"), ("2024-04-01", None), (12, 13)),
        (("2024-04-01", "2024-04-30"), ("2024-04-10", None), (0, 20)),
        (None, ("2024-04-10", None), (None, None)),
    ],
)
def test_lag_is_a_range(answer, answered, lags):
    """Uncertain dates give the fewest and the most days."""
    first = make_event("a", mentions=[make_mention(when=make_when(*answer) if answer else UNDATED)])
    assert lag_days(first, make_event("b", mentions=[make_mention(when=make_when(*answered))])) == lags


def test_inferred_links_name_their_rule():
    """A use of force answered in the other direction within days may be inferred, and says so."""
    (link,) = infer_responses([bombing(), reply()], within_days=30)
    assert (link.event_id, link.responds_to, link.basis) == ("ev-reply", "ev-bombing", "inferred")
    assert link.rule == "opposite-direction-within-30-days"


def test_inferred_links_leave_out_stated_and_distant_ones(weights):
    """What is stated is not also inferred; what lies too far back is not an answer."""
    assert infer_responses(add_stated_responses([bombing(), reply()], weights), within_days=30) == ()
    assert infer_responses([bombing(), reply()], within_days=2) == ()


@pytest.mark.parametrize("status", ["planned", "threatened", "denied"])
def test_what_was_not_done_answers_nothing(status):
    """An act only announced, promised or denied is no inferred answer and answers to none."""
    assert infer_responses([bombing(), reply(status=status)], within_days=30) == ()


def test_the_last_act_of_the_other_side_is_the_one_answered():
    """Of two earlier acts of the other side the later is taken."""
    earlier = bombing("ev-early", when=make_when("2024-03-20"))
    (link,) = infer_responses([earlier, bombing(), reply()], within_days=30)
    assert link.responds_to == "ev-bombing"


def test_inferred_links_stand_beside_the_events_own(weights):
    """A build keeps both kinds and can tell them apart."""
    _, answered = add_inferred_responses([bombing(), reply()], weights)
    assert [(r.responds_to, r.basis) for r in answered.responses] == [("ev-bombing", "inferred")]
    stated = add_stated_responses([bombing(), reply()], weights)
    assert add_inferred_responses(stated, weights) == stated


def test_one_bare_word_names_no_event(weights):
    """ "A bombing" fits every bombing: it links to none that the sentence does not hold."""
    assert links([bombing(), reply(words="bombing")], weights) == []
