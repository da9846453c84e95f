"""Which time expression belongs to which act."""

from dataclasses import replace

import pytest

from tests.builders import make_article, make_sentence, make_when
from timeline.model import AnchorHit, Expression, Publication, When


def expression(text, phrase, day, **changes):
    start = text.index(phrase)
    fields = {
        "start": start,
        "end": start + len(phrase),
        "text": phrase,
        "type": "DATE",
        "value": day,
        "rule": "test",
        "when": make_when(day, phrase=phrase) if len(day) == 10 else None,
    }
    return Expression(**(fields | changes))


def dates(coder, text, found, *, published="2024-05-10", anchors=()):
    article = make_article(text, published=published)
    mentions = coder.code_article(article, [make_sentence(text)], found, anchors)
    return {m.type: m.when for m in mentions}


def test_a_speaker_s_weekday_is_not_the_act_s(coder):
    """ "said on Monday that … on Friday": the act happened on Friday."""
    text = "Kenya said on Monday that it attacked Somalia on Friday."
    found = [expression(text, "Monday", "2024-05-06"), expression(text, "Friday", "2024-05-03")]
    assert dates(coder, text, found)["ASSAULT"].edtf == "2024-05-03"


def test_a_date_at_the_head_of_the_sentence_dates_its_main_act(coder):
    """An opening date reaches over what stands between it and the verb."""
    text = "On 3 May, the army of Kenya, backed by Uganda, attacked Somalia."
    assert dates(coder, text, [expression(text, "3 May", "2024-05-03")])["ASSAULT"].edtf == "2024-05-03"


def test_two_acts_take_their_own_dates(coder):
    """Each expression goes to the nearest act."""
    text = "Kenya attacked Somalia on Monday and condemned Uganda on Friday."
    found = dates(coder, text, [expression(text, "Monday", "2024-05-06"), expression(text, "Friday", "2024-05-03")])
    assert (found["ASSAULT"].edtf, found["ACCUSE"].edtf) == ("2024-05-06", "2024-05-03")


def test_a_duration_dates_nothing(coder):
    """Durations lie on no day: the act falls back to publication, and says so."""
    text = "Kenya attacked Somalia for three weeks."
    when = dates(coder, text, [expression(text, "three weeks", "P3W", type="DURATION", when=None)])["ASSAULT"]
    assert when.basis == "publication"
    assert when.edtf == "2024-05-10~"


def test_news_without_a_date_is_put_at_publication(coder):
    """With nothing said, news is of its day; without a publication date it stays undated."""
    text = "Kenya attacked Somalia."
    assert dates(coder, text, [])["ASSAULT"].basis == "publication"
    article = make_article(text)
    assert article.published == Publication()
    assert coder.code_article(article, [make_sentence(text)])[0].when.basis == "none"


@pytest.mark.parametrize("phrase", ["several months ago", "on 30 February"])
def test_a_time_that_names_no_day_is_not_put_at_publication(coder, phrase):
    """ "Several months ago" is no news of the day: the act stays undated, with the words that say so."""
    text = f"Kenya attacked Somalia {phrase}."
    without_day = When(basis="relative", phrase=phrase, rule="relative.ago")
    found = [expression(text, phrase, "PAST_REF", rule="relative.ago", when=without_day)]
    when = dates(coder, text, found)["ASSAULT"]
    assert (when.interval, when.phrase) == (None, phrase)
    assert "names no calendar day" in when.reason


def test_recently_is_wider_than_a_day(coder):
    """ "Recent" reaches back thirty days."""
    when = dates(coder, "Uganda condemned the recent attack by Kenya on Somalia.", [])["ASSAULT"]
    assert when.edtf == "[2024-04-10..2024-05-10]"


def test_recently_at_the_opening_reaches_the_act(coder):
    """ "Recently, the banks of … suffered …" is recent too, however long the subject."""
    text = "Recently, the state banks of Kenya in three towns suffered a cyberattack by Somalia."
    assert dates(coder, text, [])["COERCE"].rule == "recent before publication"


def test_a_participle_is_of_its_main_verb_s_time(coder):
    """ "…, accusing Somalia of lying" is news of the day as what it accompanies."""
    text = "Uganda dismissed the offer as a “trick,” accusing Somalia of lying."
    assert dates(coder, text, [])["ACCUSE"].basis == "publication"


def test_what_is_told_in_passing_is_not_dated_to_the_article(coder):
    """A recap without a date stays undated."""
    found = dates(coder, "Uganda condemned Kenya after its attack on Somalia.", [])
    assert found["ASSAULT"].basis == "none"
    assert found["ACCUSE"].basis == "publication"


def test_a_known_event_dates_the_act_that_refers_to_it(coder):
    """An anchor on the act's words gives its date, unless the text contradicts it."""
    text = "Uganda condemned the attack on Mombasa harbour by Somalia in 2023."
    start = text.index("attack")
    hit = AnchorHit(
        start=start,
        end=start + 6,
        text="attack",
        anchor_id="x",
        label="an attack",
        when=make_when("2023-03-01"),
        types=("ASSAULT",),
    )
    year = expression(text, "2023", "2023", when=make_when("2023-01-01", "2023-12-31", edtf="2023", precision="year"))
    assert dates(coder, text, [year], anchors=[hit])["ASSAULT"].anchor_id == "x"
    other = expression(text, "2023", "2022", when=make_when("2022-01-01", "2022-12-31", edtf="2022", precision="year"))
    assert dates(coder, text, [other], anchors=[hit])["ASSAULT"].edtf == "2022"


@pytest.mark.parametrize("relation", ["before", "after", "until"])
def test_an_open_relation_gives_no_day(coder, relation):
    """ "before Friday" does not put an act on Friday."""
    text = "Kenya attacked Somalia before Friday."
    assert (
        dates(coder, text, [expression(text, "Friday", "2024-05-03", relation=relation)])["ASSAULT"].basis
        == "publication"
    )


def test_a_caption_without_a_date_stays_undated(coder):
    """A photo's caption is not news of the article's day."""
    text = "Kenyan troops attack Somali fighters."
    article = make_article(text, published="2024-05-10")
    (mention,) = coder.code_article(article, [make_sentence(text, kind="caption")])
    assert mention.when.basis == "none"


def test_a_date_before_after_is_not_the_date_of_what_stands_behind_it(coder):
    """ "condemned … on Monday after the killing of …": Monday is the condemnation's."""
    text = "Kenya condemned Somalia on Monday after the killing of two officers."
    found = dates(coder, text, [expression(text, "Monday", "2024-05-06")])
    assert found.pop("ACCUSE").edtf == "2024-05-06"
    assert "2024-05-06" not in {when.edtf for when in found.values()}


def test_the_predicate_of_an_event_noun_dates_it(coder):
    """ "The ceasefire took effect on …": the verb is no rival of the noun it tells of."""
    text = "The ceasefire between Kenya and Somalia took effect on 3 May."
    assert dates(coder, text, [expression(text, "3 May", "2024-05-03")])["RETREAT"].edtf == "2024-05-03"


def hit(text, words, day, anchor_id):
    start = text.index(words)
    return AnchorHit(
        start=start,
        end=start + len(words),
        text=words,
        anchor_id=anchor_id,
        label="a known event",
        when=make_when(day, phrase="a known event", reason="A table dates it.", basis="anchored"),
        types=("ASSAULT",),
    )


@pytest.mark.parametrize(
    ("text", "phrase", "rule"),
    [
        ("A week later, Kenya bombed Somalia.", "A week later", "relative.offset"),
        ("Kenya bombed Somalia the next day.", "the next day", "relative.adjacent_day"),
        ("Kenya bombed Somalia the following week.", "the following week", "relative.unit"),
    ],
)
def test_what_is_done_is_not_counted_on_from_publication(coder, text, phrase, rule):
    """ "A week later" of nothing that the text dates is no day after the article was out."""
    ahead = make_when("2024-05-17", phrase=phrase, basis="relative", rule=rule)
    when = dates(coder, text, [expression(text, phrase, "2024-05-17", when=ahead)])["ASSAULT"]
    assert when.interval is None
    assert phrase in when.reason


def test_what_lies_ahead_is_planned_or_not_the_day_of_the_threat(coder):
    """ "Meet next week" is to come; "threatened to strike next week" was said by publication."""
    ahead = make_when("2024-05-13", "2024-05-19", phrase="next week", basis="relative", rule="relative.unit")
    for text, kind, edtf in (
        ("Envoys of Kenya and Somalia meet next week.", "CONSULT", ahead.edtf),
        ("Kenya threatened to strike Somalia next week.", "THREATEN", "2024-05-10~"),
    ):
        found = dates(coder, text, [expression(text, "next week", "2024-W20", when=ahead)])
        assert found[kind].edtf == edtf


OPEN = [
    ("A blast at Mogadishu airport killed three Kenyan officers.", "", "2024-01-10", False),
    ("Gunmen attacked Mogadishu airport.", "", "2024-01-10", False),
    ("A blast at Mogadishu airport killed three Kenyan officers.", "", "2024-04-20", True),
    ("Kenya condemned the attack on Mogadishu airport.", "", "2024-01-10", True),
    ("Gunmen had attacked Mogadishu airport before.", "", "2024-01-10", True),
    ("A blast at Mogadishu airport in May killed three.", "May", "2024-01-10", True),
]


@pytest.mark.parametrize(("text", "month", "day", "known"), OPEN)
def test_news_of_the_like_is_no_known_event(coder, text, month, day, known):
    """Words that fit another event too mean the known one when they refer to it, date it, or are news of its weeks."""
    words = next(word for word in ("blast", "attacked", "attack") if word in text)
    meant = replace(hit(text, words, day if not month else "2024-05-03", "x"), open=True)
    may = make_when("2024-05-01", "2024-05-31", edtf="2024-05", precision="month")
    found = dates(coder, text, [expression(text, month, "2024-05", when=may)] if month else [], anchors=[meant])
    assert (found["ASSAULT"].anchor_id == "x") is known


def test_an_act_is_dated_by_its_tightest_anchor(coder):
    """Words for a wider event may enclose the words for the act itself."""
    text = "Kenya has begun to answer the attack on Mogadishu."
    anchors = (hit(text, text[:-1], "2024-05-09", "wide"), hit(text, "attack on Mogadishu", "2024-05-01", "tight"))
    attack = text.index("attack")
    found = [m for m in coder.code_article(*article_of(text), (), anchors) if m.trigger.start == attack]
    assert [m.when.anchor_id for m in found] == ["tight"]


def article_of(text):
    return make_article(text, published="2024-05-10"), [make_sentence(text)]


def test_an_anchor_sharpens_a_wider_date_and_both_are_told(coder):
    """The text says "in May", the table knows the day: the day stands, the words of the text are kept."""
    text = "Kenya attacked Somalia in May."
    month = expression(text, "in May", "2024-05-01", when=make_when("2024-05-01", "2024-05-31", phrase="in May"))
    when = dates(coder, text, [month], anchors=[hit(text, "attacked Somalia", "2024-05-06", "known")])["ASSAULT"]
    assert (when.edtf, when.phrase, when.basis) == ("2024-05-06", "in May", "anchored")
    assert "in May" in when.reason
    assert "A table dates it." in when.reason


def test_an_anchor_never_contradicts_the_text(coder):
    """A date that the text writes stands against the table."""
    text = "Kenya attacked Somalia on 3 March 2020."
    found = [expression(text, "3 March 2020", "2020-03-03")]
    when = dates(coder, text, found, anchors=[hit(text, "attacked Somalia", "2024-05-06", "known")])["ASSAULT"]
    assert when.edtf == "2020-03-03"


def test_since_spans_to_publication(coder):
    """ "has blocked … since 28 April" lasted until the article; without a publication nothing says until when."""
    text = "Kenya has blocked the border with Somalia since 28 April."
    found = [expression(text, "28 April", "2024-04-28", relation="since")]
    when = dates(coder, text, found)["COERCE"]
    assert (when.edtf, when.lasting) == ("2024-04-28/2024-05-10", True)
    assert dates(coder, text, found, published=None)["COERCE"].interval is None


def test_the_date_of_a_dateline_is_no_act_s(coder):
    """ "NAIROBI, May 9 (Wire) -": the report's own day."""
    text = "NAIROBI, May 9 (Wire) - Kenya attacked Somalia."
    when = dates(coder, text, [expression(text, "May 9", "2024-05-09")])["ASSAULT"]
    assert (when.edtf, when.basis) == ("2024-05-10~", "publication")


def carried(coder, first, second, found, act):
    text = f"{first} {second}"
    sentences = [make_sentence(first), make_sentence(second, start=len(first) + 1, index=1)]
    article = make_article(text, published="2024-05-10")
    mentions = coder.code_article(article, sentences, [expression(text, *pair) for pair in found])
    return next(m.when for m in mentions if m.trigger.of(text) == act)


def test_an_answer_lies_between_the_act_and_publication(coder):
    """What was done "in reply" came after what it answers, and the article knows of it."""
    told = [("Monday", "2024-05-06")]
    when = carried(coder, "Kenya attacked Somalia on Monday.", "Somalia shelled Kenya in reply.", told, "shelled")
    assert when.edtf == "[2024-05-06..2024-05-10]"
    assert "not before" in when.reason


def test_since_then_goes_on_from_the_date_before(coder):
    """ "Since then" counts from the last date of the sentence before."""
    told = [("3 May", "2024-05-03")]
    when = carried(
        coder, "The truce ended on 3 May.", "Since then Kenya has attacked Somalia nine times.", told, "attacked"
    )
    assert when.edtf == "2024-05-03/2024-05-10"


def test_a_toll_is_of_the_day_of_its_attack(coder):
    """ "Two children were killed", right behind an attack, is of its day; a new attack is not."""
    told = [("Monday", "2024-05-06")]
    first = "Kenya attacked Somalia on Monday."
    assert carried(coder, first, "Nine Somali soldiers were killed.", told, "killed").edtf == "2024-05-06"
    assert carried(coder, first, "Uganda killed nine Somali soldiers.", told, "killed").edtf == "2024-05-10~"


def test_a_speech_that_goes_on_keeps_its_day(coder):
    """ "X said on Monday … He added that": the threat is Monday's, though its own sentence gives no date."""
    first = "Kenyan President William Ruto said on Monday that Kenya was weighing its next step."
    text = f"{first} He said the shelling of Nairobi will be met with retaliation."
    sentences = [make_sentence(first), make_sentence(text[len(first) + 1 :], start=len(first) + 1, index=1)]
    mentions = coder.code_article(
        make_article(text, published="2024-05-10"), sentences, [expression(text, "Monday", "2024-05-06")]
    )
    (threat,) = [m for m in mentions if m.type == "THREATEN"]
    assert (threat.when.edtf, [a.name for a in threat.initiators]) == ("2024-05-06", ["Kenya"])


def test_a_toll_with_its_source_behind_it_is_of_the_day_of_its_attack(coder):
    """ "…, according to X" behind the toll is not the day's news."""
    told = [("Monday", "2024-05-06")]
    text = "Nine Somali soldiers were killed, according to Uganda."
    assert carried(coder, "Kenya attacked Somalia on Monday.", text, told, "killed").edtf == "2024-05-06"


def test_within_hours_is_the_day_of_the_act_before_or_the_next(coder):
    """What came within hours is not put at publication."""
    told = [("Monday", "2024-05-06")]
    when = carried(
        coder, "Kenya attacked Somalia on Monday.", "Within hours Uganda condemned Kenya.", told, "condemned"
    )
    assert when.edtf == "[2024-05-06..2024-05-07]"


def test_a_possessive_date_is_of_what_it_owns(coder):
    """ "its handling of April's riots" does not date the verb before it; "in Monday's attack" does."""
    text = "Kenya has sanctioned Somalia over its handling of April's riots."
    found = [expression(text, "April", "2024-04-03")]
    assert dates(coder, text, found)["SANCTION"].edtf == "2024-05-10~"
    text = "Kenya killed nine Somali soldiers in Monday's attack."
    assert dates(coder, text, [expression(text, "Monday", "2024-05-06")])["ASSAULT"].edtf == "2024-05-06"


def test_a_phrase_that_opens_the_sentence_leaves_its_act_news(coder):
    """ "After the call, X and Y urged Z" is news of the day."""
    text = "After the call, Kenya and Uganda urged Somalia to step back."
    assert dates(coder, text, [])["REQUEST"].edtf == "2024-05-10~"
