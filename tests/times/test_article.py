"""An undated article is dated by what it mentions, with the reason, or honestly not at all."""

from datetime import date

import pytest

from tests.builders import make_article, make_sentence
from timeline.lexicon.actions import load_actions
from timeline.lexicon.actors import PersonEntry, Role
from timeline.lexicon.anchors import Anchor
from timeline.lexicon.time_words import load_time_words
from timeline.model import DateInterval
from timeline.settings import LEXICON_DIR
from timeline.times import Tagger, case_events, sure_enough

ACTIONS = load_actions(LEXICON_DIR)


def make_anchor(id, word, edtf, kind="ASSAULT"):
    phrases = ({"all": (("strike", "attack", "inauguration", "war"), (word,))},)
    return Anchor.model_validate(
        {
            "id": id,
            "label": f"event at {word}",
            "edtf": edtf,
            "kind": (kind,),
            "phrases": phrases,
            "source": "https://example.org/",
        }
    )


@pytest.fixture(scope="module")
def reader():
    anchors = (
        make_anchor("norland", "norland", "2024-04-01"),
        make_anchor("sudria", "sudria", "2024-04-13/2024-04-14"),
        make_anchor("westmark", "westmark", "2025-06-13/2025-06-24"),
        make_anchor("eastholm", "eastholm", "2024-11-05", "milestone"),
        make_anchor("old", "oldburg", "1990"),
    )
    return Tagger(load_time_words(), anchors)


def date_text(reader, *texts, kinds=()):
    sentences, position = [], 0
    for number, text in enumerate(texts):
        kind = kinds[number] if number < len(kinds) else "paragraph"
        sentences.append(make_sentence(text, start=position, kind=kind, index=number))
        position += len(text) + 1
    return reader.date_article(sentences)


def span(first, last):
    return DateInterval(date.fromisoformat(first), date.fromisoformat(last))


def test_last_month_dates_the_article(reader):
    """An event told as last month's puts publication into the month after it."""
    found = date_text(reader, "The strike on Norland last month was denied.")
    assert (found.interval, found.basis) == (span("2024-05-01", "2024-05-31"), "inferred")
    assert "last month" in found.reason
    assert "event at norland" in found.reason
    assert 0 < found.confidence <= 1


def test_last_year_dates_the_article(reader):
    """An event told as last year's puts publication into the year after it."""
    found = date_text(reader, "The strike on Norland last year was denied.")
    assert found.interval == span("2025-01-01", "2025-12-31")


def test_weekend_dates_the_article(reader):
    """An event told as the weekend's puts publication into the week after it."""
    found = date_text(reader, "Over the weekend the attack on Sudria shook all.")
    assert found.interval == span("2024-04-13", "2024-04-19")


def test_statement_on_monday_is_not_older_than_the_event(reader):
    """A statement on a weekday about the event narrows the week."""
    found = date_text(reader, "Over the weekend the attack on Sudria shook all.", "He said on Monday that it was over.")
    assert found.interval == span("2024-04-15", "2024-04-19")


def test_two_anchors_share_the_fitting_one(reader):
    """A weekend told of two events belongs to the one that fell on a weekend."""
    found = date_text(reader, "Over the weekend an attack on Sudria answered the strike on Norland.")
    assert found.interval == span("2024-04-13", "2024-04-19")


def test_weeks_of_waiting_count_from_the_newest_event(reader):
    """Weeks of waiting for an answer count from the newest event the article knows."""
    found = date_text(
        reader, "The strike on Norland was denied.", "For three weeks, there has been talk of a response."
    )
    assert found.interval == span("2024-04-15", "2024-04-29")


def test_going_on_puts_it_inside(reader):
    """A war told as going on puts publication inside it."""
    found = date_text(reader, "The war in Westmark continues.", "Ongoing raids amid the fighting are under way.")
    assert found.interval == span("2025-06-13", "2025-06-24")


def test_a_war_that_is_over_is_not_going_on(reader):
    """A war told as over gives no upper end."""
    found = date_text(
        reader, "The war in Westmark was long.", "Ongoing talks continue to fail amid doubts after the war."
    )
    assert found.interval is None


def test_ahead_gives_an_upper_end(reader):
    """A milestone told as upcoming bounds publication from above, a written day from below."""
    found = date_text(reader, "On 28 October 2024 he spoke.", "The upcoming inauguration in Eastholm matters.")
    assert found.interval == span("2024-10-28", "2024-11-05")


def test_recent_event_gives_a_wide_interval(reader):
    """A recent event gives a wide interval with low confidence."""
    found = date_text(reader, "The recent strike on Norland was denied.")
    assert found.interval.start == date(2024, 4, 1)
    assert found.confidence < 0.5


def test_lower_end_alone_is_unknown(reader):
    """Where nothing bounds publication from above, it is unknown and the reason says what is known."""
    found = date_text(reader, "The strike on Norland was denied.")
    assert (found.interval, found.basis) == (None, "unknown")
    assert "Not before 2024-04-01" in found.reason


def test_captions_count_as_lower_ends(reader):
    """A caption's date is a lower end, a date ahead an upper one; years apart they date nothing."""
    found = date_text(reader, "A picture of May 3, 2024.", "Talks will be held on 5 June 2030.", kinds=("caption",))
    assert found.interval is None
    assert found.reason == (
        "Between 2024-05-03 and 2030-06-05, because the caption tells of May 3, 2024; "
        "the text looks ahead to 5 June 2030; that is too wide to date it."
    )


def test_nothing_known_is_said(reader):
    """An article without any sign says so; a year without a verb in the past and furniture are no sign."""
    for text in ("Nothing was said.", "The war in Oldburg was long.", "In 1990 rain falls."):
        assert date_text(reader, text).reason == "Nothing in the article says when it was published."
    assert date_text(reader, "The strike on Norland last month.", kinds=("furniture",)).interval is None


def test_contradiction_is_told(reader):
    """A sign against what more reliable ones say lowers confidence and is told."""
    found = date_text(
        reader, "Over the weekend the attack on Sudria shook all.", "The strike on Norland last month was denied."
    )
    assert found.conflicts == ("“last month” tells of event at norland (2024-04-01).",)
    assert found.confidence < 0.5


def test_many_signs_are_bounded(reader):
    """An article made of nothing but signs is dated in bounded work."""
    assert date_text(reader, *["The strike on Norland in April was denied."] * 60).basis in ("inferred", "unknown")


def test_a_past_and_a_coming_date_bound_it(reader):
    """Publication lies after the newest day told as past and before the first that lies ahead."""
    found = date_text(reader, "It rained on 3 May 2024.", "Talks will be held by 5 June 2024.")
    assert found.interval == span("2024-05-03", "2024-06-05")


def test_a_year_told_as_past_and_as_ahead_is_no_lower_end(reader):
    """Where the tenses disagree on a year, it bounds from above only."""
    found = date_text(reader, "The plan for 1990 was read.", "Profits will rise in 1990.")
    assert found.reason.startswith("Not after 1990-12-31")


def test_what_is_counted_to_the_present_dates_the_article(reader):
    """ "Two weeks after the strike, many are still missing" is written then; told in the past it only bounds."""
    found = date_text(reader, "Two weeks after the strike on Norland, many are missing.")
    assert found.interval == span("2024-04-09", "2024-04-21")
    assert date_text(reader, "Two weeks after the strike on Norland, rain fell.").interval is None


def test_the_rest_of_a_counted_phrase_counts_nothing(reader):
    """ "Two years and one month ago" is not one month ago."""
    found = date_text(reader, "Two years and one month ago the strike on Norland was denied.")
    assert found.interval is None


def test_offices_bound_publication():
    """Whoever is called president is in office; too many years are too wide."""
    roles = (Role("president", "NOR", date(2022, 1, 1), date(2024, 1, 1)),)
    tagger = Tagger(load_time_words(), (), [PersonEntry("Ana Orlo", roles)])
    found = date_text(tagger, "President Orlo spoke.")
    assert (found.interval, found.basis) == (span("2022-01-01", "2024-01-31"), "inferred")
    assert found.reason.endswith("inferred: the text calls Ana Orlo president.")
    assert sure_enough(found).interval is None


def test_a_dateline_picks_the_day(reader):
    """A dateline without a year picks its day out of a bounded interval."""
    texts = ("PORT TAVE, May 7 (Agency) - It rained on 3 May 2024.", "Talks will be held by 5 June 2024.")
    assert date_text(reader, *texts).interval == span("2024-05-07", "2024-05-08")


@pytest.mark.parametrize(
    ("past", "counts"), [("President Orlo was shot at in the capital.", True), ("In 2003 President Orlo fled.", False)]
)
def test_an_office_told_beside_a_year_is_of_that_year(past, counts):
    """A president of whom something long past is told says nothing of the time of writing."""
    roles = (Role("president", "NOR", date(2001, 1, 20), date(2005, 1, 20)),)
    tagger = Tagger(load_time_words(), (), [PersonEntry("Ana Orlo", roles)])
    published = date_text(tagger, past, "The treaty of 2002 was signed on 3 May 2002.")
    assert (published.interval is not None and published.interval.end.year == 2005) == counts


def test_a_dateline_stands_behind_the_title(reader):
    """Title and standfirst come first."""
    texts = (
        "Rain at last",
        "PORT TAVE, May 7 (Agency) - It rained on 3 May 2024.",
        "Talks will be held by 5 June 2024.",
    )
    assert date_text(reader, *texts).interval == span("2024-05-07", "2024-05-08")


def test_the_case_gives_a_dateline_its_year(reader):
    """An article with nothing but a day and a month is of the time of the dated articles beside it."""
    sentences = [make_sentence("PORT TAVE, Sept. 26."), make_sentence("Rain fell on Tuesday.", start=21)]
    assert reader.date_article(sentences).interval is None
    dated = [make_article(id="a", published="2023-09-19"), make_article(id="b", published="2023-10-21")]
    found = reader.with_case(case_events((), dated, ACTIONS)).date_article(sentences)
    assert (found.interval, found.basis) == (span("2023-09-26", "2023-09-27"), "inferred")
    assert found.reason.endswith("headed “PORT TAVE, Sept. 26.” and the dated articles of this case are of "
                                 "2023-09-19 to 2023-10-21.")  # fmt: skip
