"""Phrases of news mean the days a reader would take them to mean."""

from datetime import date

import pytest

from timeline.model import DateInterval, Span
from timeline.times._tagger import Tagger

from .cases import BLOCKED, CASES, HISTORY, KNOWN_WRONG, RANGES, TIMELESS


def day(text):
    return DateInterval(date.fromisoformat(text), date.fromisoformat(text))


def find(found, phrase):
    return next(e for e in found if e.text == phrase)


@pytest.mark.parametrize(("sentence", "phrase", "published", "edtf", "rule"), CASES)
def test_phrase_means_these_days(tagger, sentence, phrase, published, edtf, rule):
    """Each phrase of the table is found whole and resolved by the rule that is named."""
    found = find(tagger.tag(sentence, document_date=day(published)), phrase)
    assert (found.when.edtf, found.rule) == (edtf, rule)
    assert found.when.phrase == phrase
    assert phrase in found.when.reason


@pytest.mark.parametrize(("sentence", "phrase", "kind", "value"), TIMELESS)
def test_durations_and_sets_lie_on_no_day(tagger, tuesday, sentence, phrase, kind, value):
    """Durations and sets are recognised so that they are not put on a day."""
    found = find(tagger.tag(sentence, document_date=tuesday), phrase)
    assert (found.type, found.value) == (kind, value)
    assert found.when is None or found.when.interval is None


@pytest.mark.parametrize(("sentence", "published", "parts", "edtfs"), RANGES)
def test_ranges_are_two_expressions_with_one_when(tagger, sentence, published, parts, edtfs):
    """Both ends of a range are expressions of their own, as TIMEX3 has them, and both say how long it lasted."""
    found = tagger.tag(sentence, document_date=day(published))
    assert tuple((e.text, e.value) for e in found) == parts
    assert tuple(e.when.edtf for e in found) == edtfs


def test_a_history_is_read_in_order(tagger, tuesday):
    """In a history each phrase counts from what was told before it, and the reason says so."""
    text = " ".join(sentence for sentence, _ in HISTORY)
    found = {e.text: e for e in tagger.tag(text, document_date=tuesday, narrative=True)}
    expected = {phrase: edtf for _, phrases in HISTORY for phrase, edtf in phrases}
    assert {phrase: found[phrase].when.edtf for phrase in expected} == expected
    assert "as histories do" in found["That summer"].when.reason


def test_a_history_is_recognised_unless_told(tagger, tuesday):
    """Without being told, the tagger finds out whether a text is a history."""
    text = "".join(f"On 3 May {year} they met. In June they fled. " for year in range(1931, 1941))
    assert tagger.tag(text, document_date=tuesday)[1].when.edtf == "1931-06"
    assert tagger.tag(text, document_date=tuesday, narrative=False)[1].when.edtf == "2024-06"


def test_without_publication_dates_told_before_give_the_year(tagger):
    """In an undated article a yearless day is of the year that was last written."""
    found = tagger.tag("On 3 May 2024 it began. On 5 June it ended.", document_date=None)
    assert found[-1].when.edtf == "2024-06-05"


@pytest.mark.parametrize("sentence", BLOCKED)
def test_numbers_names_and_verbs_are_no_dates(tagger, tuesday, sentence):
    """Amounts, labels, names, ages and verbs give no expression."""
    assert [e.text for e in tagger.tag(sentence, document_date=tuesday)] == []


@pytest.mark.parametrize(
    ("sentence", "phrase", "published", "edtf"),
    [pytest.param(*case[:4], marks=pytest.mark.xfail(reason=case[4], strict=True)) for case in KNOWN_WRONG],
)
def test_known_wrong(tagger, sentence, phrase, published, edtf):
    """What we still get wrong, kept so that progress shows."""
    found = [e for e in tagger.tag(sentence, document_date=day(published)) if e.text == phrase]
    assert [e.when.edtf for e in found] == [edtf]


def test_uncertain_publication_leaves_a_range(tagger):
    """Where the ends of the publication interval disagree, the result spans both and invents nothing."""
    window = DateInterval(date(2024, 4, 15), date(2024, 4, 25))
    (found,) = tagger.tag("He spoke on Monday.", document_date=window)
    assert found.when.edtf == "[2024-04-15..2024-04-22]"
    assert "leaves a range" in found.when.reason


def test_uncertain_publication_that_agrees_gives_the_day(tagger):
    """Where every possible publication day agrees, the day is certain."""
    window = DateInterval(date(2024, 4, 15), date(2024, 4, 19))
    (found,) = tagger.tag("He spoke on Monday.", document_date=window)
    assert found.when.edtf == "2024-04-15"
    assert "any publication" in found.when.reason


def test_without_publication_relative_phrases_stay_open(tagger):
    """With no document date a weekday has no interval but keeps its TIMEX3 value."""
    (found,) = tagger.tag("He spoke on Monday.", document_date=None)
    assert (found.when.interval, found.value) == (None, "XXXX-WXX-1")


@pytest.mark.parametrize(
    "phrase",
    ["in May", "last week", "the weekend", "yesterday", "three days ago", "this summer", "on May 3", "last May 3",
     "at noon", "the third quarter", "on Christmas", "the following day", "the year-ago quarter", "two hours ago",
     "the past year", "the week of May 6", "Monday of last week", "the full year", "the latest quarter", "that day"],
)  # fmt: skip
def test_every_relative_rule_bears_a_missing_publication(tagger, phrase):
    """No rule needs a document date to be found."""
    assert all(e.when is None or e.when.interval is None for e in tagger.tag(f"It was {phrase}.", document_date=None))


@pytest.mark.parametrize(
    "text", ["It was 2024-02-30.", "It was on 30 February 2024.", "It was at 29:99.", "In 31/31/2024."]
)
def test_impossible_dates_are_no_day(tagger, tuesday, text):
    """A day that no calendar has is never moved to one that exists."""
    assert all(e.when.precision != "day" for e in tagger.tag(text, document_date=tuesday))


@pytest.mark.parametrize(
    "text",
    ["It was at 24:30 on Monday.", "It was at 25:00.", "It was at 2460 hours.", "It was on 0000-01-01.",
     "It was on 10000-01-01.", "It fell in AD 0.", "It was on 29 February 2023.", "It was on 31 April 2024.",
     "It was on 00/00/2024."],
)  # fmt: skip
def test_what_no_calendar_and_no_clock_has_is_no_day_or_time(tagger, tuesday, text):
    """Hours after 24:00, the year 0 and days past a month's end give no day and no time of day."""
    found = tagger.tag(text, document_date=tuesday)
    assert [e.text for e in found if e.type == "TIME" or (e.when and e.when.interval)] in ([], ["Monday"])


def test_a_written_day_that_no_calendar_has_is_told(tagger, tuesday):
    """30 February is found, so that nothing else is taken for the act's date, and says that it is no day."""
    (found,) = tagger.tag("It was on 30 February 2024.", document_date=tuesday)
    assert (found.text, found.when.interval) == ("30 February 2024", None)
    assert "names no calendar day" in found.when.reason


def test_both_readings_of_an_ambiguous_date_are_kept(tagger, tuesday):
    """3/4/24 is 4 March or 3 April and stays both; 13/4/24 can only be one."""
    both, one = (tagger.tag(f"It was on {text}.", document_date=tuesday)[0].when for text in ("3/4/24", "13/4/24"))
    assert (both.edtf, both.precision) == ("[2024-03-04..2024-04-03]", "range")
    assert (one.edtf, one.precision) == ("2024-04-13", "day")


@pytest.mark.parametrize(
    ("text", "edtf"), [("31/12/69", "1969-12-31"), ("31/12/68", "2068-12-31"), ("the ’30s", "193X")]
)
def test_years_of_two_figures(tagger, tuesday, text, edtf):
    """Two figures are of 1969 to 2068 in dates, of 1930 to 2029 behind an apostrophe."""
    assert tagger.tag(f"It was {text}.", document_date=tuesday)[0].when.edtf == edtf


def test_midnight_at_the_end_of_a_day_is_of_that_day(tagger, tuesday):
    """24:00 on Monday is Monday, not the day it opens."""
    (found,) = tagger.tag("It came at 24:00 on Monday.", document_date=tuesday)
    assert (found.value, found.when.edtf) == ("2024-08-19T24:00", "2024-08-19")


def test_edges_of_the_calendar(tagger):
    """At years 1 and 9999 phrases that leave the calendar are dropped."""
    text = "A century ago, next week, last year, ten decades ago, in May."
    for edge in (date.min, date.max):
        found = tagger.tag(text, document_date=DateInterval(edge, edge))
        assert all(text[expression.start : expression.end] == expression.text for expression in found)


def test_narratives_count_from_the_last_date(tagger, tuesday):
    """In a history a bare month belongs to the year last mentioned."""
    found = tagger.tag("War came on 3 May 1940. In June they fled.", document_date=tuesday, narrative=True)
    assert found[-1].when.edtf == "1940-06"


def test_spans_restrict_what_is_read(tagger, tuesday):
    """Only the given parts are read; offsets stay those of the whole text."""
    text = "On Monday it began. On 3 May 2024 it ended."
    (found,) = tagger.tag(text, document_date=tuesday, spans=[Span(20, len(text))])
    assert text[found.start : found.end] == "3 May 2024"


@pytest.mark.parametrize(
    ("before", "relation"), [("since", "since"), ("until", "until"), ("after", "after"), ("on", "on")]
)
def test_relation_is_kept(tagger, tuesday, before, relation):
    """Whether the event lies on, after or before the date is kept."""
    (found,) = tagger.tag(f"It was calm {before} 3 May 2024.", document_date=tuesday)
    assert found.relation == relation


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("The road has been shut since 3 May 2024.", "2024-05-03/2024-08-20"),
        ("Since May, shells have hit the town daily.", "2024-05-01/2024-08-20"),
        ("Guns have been silent since Friday.", "2024-08-16/2024-08-20"),
        ("It has been the deadliest raid since 3 May 2024.", "2024-05-03"),
        ("He has won twice, the first time since 3 May 2024.", "2024-05-03"),
        ("It was shut since 3 May 2024.", "2024-05-03"),
        ("It has been shut. Since 3 May 2024 it was quiet.", "2024-05-03"),
    ],
)
def test_what_has_gone_on_since_a_day_lasts_to_publication(tagger, tuesday, sentence, edtf):
    """ "Has been since" opens a span that runs to publication; a rank or a past tense names the day alone."""
    found = next(e for e in tagger.tag(sentence, document_date=tuesday) if e.relation == "since")
    assert found.when.edtf == edtf
    assert found.when.lasting == ("/" in edtf)


def test_before_dawn_is_on_the_day(tagger, tuesday):
    """A time of day orders the hours of its day, so what came before dawn came on that day."""
    (found,) = tagger.tag("They struck before dawn on Monday.", document_date=tuesday)
    assert (found.text, found.when.edtf, found.relation) == ("dawn on Monday", "2024-08-19", "on")


def test_a_known_day_takes_the_year_of_its_event(tagger):
    """A yearless day inside words for a known event is that event's, not this year's."""
    found = tagger.tag("It began with the October 7 attack by Hamas.", document_date=day("2024-10-28"))
    assert [(e.when.edtf, e.when.basis) for e in found] == [("2023-10-07", "anchored")]


def test_an_event_after_publication_is_not_meant(tagger):
    """A known event later than publication gives its year to nothing."""
    (found,) = tagger.tag("It began with the October 7 attack by Hamas.", document_date=day("2022-12-28"))
    assert found.when.edtf == "2022-10-07"


def test_explicit_year_beats_an_anchor(tagger):
    """Words for a known event with a year beside them are no anchor."""
    assert tagger.find_anchors("The killing of Soleimani in 2020 was recalled.") == ()


def test_without_anchors_nothing_is_anchored(tuesday):
    """The tagger works with an empty anchors lexicon."""
    from timeline.lexicon.time_words import load_time_words

    bare = Tagger(load_time_words())
    assert bare.find_anchors("The killing of Haniyeh.") == ()
    assert bare.tag("On Monday.", document_date=tuesday)


@pytest.mark.parametrize("published", ["2024-08-20", "2023-10-09", "2020-02-29"])
def test_a_text_read_for_many_days_is_read_as_for_each_alone(tagger, published):
    """What is found once and resolved day by day is what a reading for that day alone gives."""
    text = "Two days after the October 7 attack they met; last Friday talks failed. Two weeks later it was over."
    on_days = tagger.on_days(text)
    on_days(day("2021-01-01"))
    assert on_days(day(published)) == tagger.tag(text, document_date=day(published), narrative=False)
