"""What reports say of an act beyond who did it: names, things hit, and too little to be one event."""

from __future__ import annotations

import pytest

from tests.builders import make_article, make_count, make_mention, make_when
from timeline.merge import _features_detail as detail
from timeline.merge._facts import gather_facts
from timeline.merge._features import make_recency
from timeline.model import Place, Span

UNSHARED = detail.make_unshared(0.2, make_recency(4, 30), frozenset(("force",)), 0.2)
NEWS = {"when": make_when("2024-05-07", basis="publication")}
LATER = {"when": make_when("2024-05-09", basis="publication")}
HARBOUR = {"place": Place(name="Harbour", country="SUD", lat=10.0, lon=10.0, precision="city")}


@pytest.fixture
def facts_of(weights):
    def facts_of(first, second, a=NEWS, b=LATER, article="a2"):
        mentions = [
            make_mention(text, article_id=i, start=n * 100, **changes)
            for n, (text, i, changes) in enumerate(((first, "a1", a), (second, article, b)))
        ]
        articles = {i: make_article(i, id=i, published=day) for i, day in (("a1", "2024-05-07"), ("a2", "2024-05-09"))}
        return gather_facts(mentions, articles, weights)

    return facts_of


MARKET, SCHOOL = "Jets bombed the market in Ostvik.", "Planes bombed a school at Lindholm."


def test_news_days_apart_needs_more_than_who_and_how(facts_of):
    """Two reports known only by their days of publication that share no town, toll, name or word: minus one."""
    feature = UNSHARED(*facts_of("Jets burnt a market.", "Planes flattened schools."))
    assert feature.score == -1.0
    assert feature.left == "'burnt', 'market'"
    assert feature.right == "'flattened', 'schools'"
    assert feature.left in feature.sentence
    assert feature.right in feature.sentence


@pytest.mark.parametrize(
    ("first", "second", "a", "b"),
    [
        ("Jets burnt Ostvik.", "Bombs fell on Ostvik.", {}, {}),
        ("Jets burnt a market.", "Planes flattened schools.", HARBOUR, HARBOUR),
        ("Jets burnt a market.", "Planes flattened schools.", {"killed": make_count(7)}, {"killed": make_count(7)}),
        ("Jets burnt the covered market.", "Bombs on the covered market.", {}, {}),
    ],
)
def test_a_name_a_town_a_toll_or_words_in_common_are_enough(facts_of, first, second, a, b):
    """What both say of the act itself shows that they may mean one."""
    assert UNSHARED(*facts_of(first, second, NEWS | a, LATER | b)) is None


def test_one_dead_and_another_toll_are_not_enough(facts_of):
    """One dead is said of a thousand acts, and a toll that falls is no update even where words are shared."""
    one = {"killed": make_count(1)}
    assert UNSHARED(*facts_of("Jets burnt a market.", "Planes flattened schools.", NEWS | one, LATER | one)).score == -1
    fell = ({"killed": make_count(22)}, {"killed": make_count(19)})
    same_words = ("Jets burnt the covered market.", "Bombs on the covered market.")
    assert UNSHARED(*facts_of(*same_words, NEWS | fell[0], LATER | fell[1])).score == -1


def test_a_day_in_one_report_halves_it_and_days_in_both_silence_it(facts_of):
    """News that follows a dated report within days is the likelier the same."""
    day = {"when": make_when("2024-05-07")}
    texts = ("Jets burnt a market.", "Planes flattened schools.")
    assert UNSHARED(*facts_of(*texts, day, LATER)).score == -0.5
    assert UNSHARED(*facts_of(*texts, day, day)) is None


def test_a_bare_report_fits_the_day_another_gives(facts_of):
    """ "Norland struck Sudria" says nothing that could differ from a report of the day before; two days on it does."""
    day = {"when": make_when("2024-05-07")}
    assert UNSHARED(*facts_of("Jets burnt a market.", "Planes hit.", day, LATER)) is None
    assert UNSHARED(*facts_of("Jets burnt a market.", "Planes hit.")).score == -1.0


def test_stale_news_is_not_punished_twice(facts_of):
    """Thirty days on, the news age says all that this feature could say."""
    day = {"when": make_when("2024-04-01")}
    assert UNSHARED(*facts_of("Jets burnt a market.", "Planes flattened schools.", day, LATER)) is None


def test_reports_of_one_article_are_not_asked(facts_of):
    """Within an article the text itself says what refers to what."""
    assert UNSHARED(*facts_of("Jets burnt a market.", "Planes flattened schools.", article="a1")) is None


def test_names_that_share_none_speak_against(facts_of):
    """A village here and a village there, known to the gazetteer or not; actors and offices are no such names."""
    feature = detail.names_apart(*facts_of(MARKET, SCHOOL))
    assert (feature.score, feature.left, feature.right) == (-1.0, "'ostvik'", "'lindholm'")
    assert detail.names_apart(*facts_of(MARKET, "Planes of Norland hit Ostvik.")) is None
    assert detail.names_apart(*facts_of(MARKET, "Planes hit, President of Iran said.")) is None
    assert detail.names_apart(*facts_of(MARKET, SCHOOL, HARBOUR, HARBOUR)) is None
    assert detail.names_apart(*facts_of(MARKET, SCHOOL, article="a1")) is None


def test_things_hit(facts_of):
    """Of one kind they speak for, of different kinds against; a report that names none is not compared."""
    alike = detail.thing(*facts_of("Shells hit the mosque.", "The temple was hit."))
    assert (alike.score, alike.left, alike.right) == (1.0, "mosque", "temple")
    apart = detail.thing_mismatch(*facts_of(MARKET, SCHOOL))
    assert (apart.score, apart.left, apart.right) == (-1.0, "market", "school")
    assert detail.thing_mismatch(*facts_of(MARKET, "Planes hit Ostvik.")) is None
    assert detail.thing(*facts_of(MARKET, SCHOOL)) is None


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        ("A second strike hit Ostvik.", "strike", "second strike"),
        ("Another missile struck Ostvik.", "struck", "another missile"),
        ("Rebels shelled Ostvik for a third time on Friday.", "shelled", "third time"),
        ("It was the second strike this week.", "strike", ""),
        ("Another soldier was killed.", "killed", ""),
        ("Rebels shelled Ostvik for the second time.", "shelled", ""),
    ],
)
def test_an_act_told_as_one_more(weights, text, trigger, words):
    """ "A second strike" is one more; "the second strike this week" counts, "another soldier" is a victim."""
    start = text.index(trigger)
    mention = make_mention(text, trigger=Span(start, start + len(trigger)))
    assert gather_facts([mention], {}, weights)[0].further == words


def test_one_more_act_is_not_the_one_told_before(facts_of):
    """A veto in one article, and between articles where the tolls differ; else it weighs half."""
    first, second = "Jets struck Ostvik.", "Second strike on Ostvik."
    one_more = {"trigger": Span(100, 113)}
    assert detail.further(*facts_of(first, second, NEWS, NEWS | one_more, article="a1")).veto
    apart = detail.further(*facts_of(first, second, NEWS, LATER | one_more))
    assert (apart.score, apart.veto, apart.right) == (-0.5, False, "second strike")
    tolls = {"killed": make_count(4)}, {"killed": make_count(2)}
    assert detail.further(*facts_of(first, second, NEWS | tolls[0], LATER | one_more | tolls[1])).veto
    assert detail.further(*facts_of(first, first)) is None


def test_a_seat_of_government_and_a_leader_name_no_thing(facts_of):
    """ "Bangkok said" and "Lavrov said" give no village and no ship that another report could lack."""
    assert detail.names_apart(*facts_of(MARKET, "Planes hit a bridge, Bangkok said.")) is None
    assert detail.names_apart(*facts_of(MARKET, "Planes hit a bridge, Sergei Lavrov said.")) is None


def test_one_name_in_both_reports_speaks_for_one_act(facts_of):
    """A ship or a building of one name; the name of the place itself counts as a place."""
    feature = detail.name(*facts_of("Boats seized the Astra Nova.", "Raiders took the tanker Astra Nova."))
    assert (feature.score, feature.left) == (1.0, "astra")
    assert detail.name(*facts_of(MARKET, SCHOOL)) is None
    assert detail.name(*facts_of("Jets hit old Harbour.", "Bombs fell on Harbour.", HARBOUR, HARBOUR)) is None


def test_the_name_of_a_town_is_not_enough_where_a_day_is_missing(facts_of):
    """Only one report is placed in the town that both name: in a town of many attacks a day has to be known too."""
    texts = ("Jets hit old Harbour.", "Bombs fell on Harbour.")
    day = {"when": make_when("2024-05-07")}
    assert detail.name(*facts_of(*texts, HARBOUR | NEWS, LATER)) is None
    assert detail.name(*facts_of(*texts, HARBOUR | day, day)).score == 1.0


def test_two_kinds_of_act_need_a_detail_in_common(facts_of):
    """ "Seized" and "hijacked" may be one act; arrests and beatings of one day are two."""
    other_kind = detail.make_other_kind(0.2)
    seized = {"type": "COERCE", "mode": "seize"}
    assert other_kind(*facts_of("Raiders seized a bus.", "Gangs beat miners.", seized, {})).score == -1.0
    assert other_kind(*facts_of("Raiders seized the Astra.", "Raiders hijacked the Astra.", seized, {})) is None
    assert other_kind(*facts_of("Raiders seized a bus.", "Gangs beat miners.")) is None


def test_what_is_seldom_done_twice_needs_less_detail(facts_of):
    """A second expulsion within days is rarer than a second raid: what two reports do not share says less."""
    expelled = {"type": "SANCTION", "mode": "expel", "quad": 4}
    told = "Norland sent home six envoys of Sudria.", "Norland told Sudria's staff to leave."
    raided = UNSHARED(*facts_of("Jets burnt a market.", "Planes flattened schools."))
    sent = UNSHARED(*facts_of(*told, NEWS | expelled, LATER | expelled))
    assert raided.score < sent.score < 0


def test_only_an_act_of_force_hits_things(facts_of):
    """Envoys sent home over a blown-up depot hit no depot, so that an embassy speaks against nothing."""
    expelled = {"type": "SANCTION", "mode": "expel", "quad": 4}
    told = "Norland expelled six envoys over the market that blew up.", "Norland sent home six men of the school."
    assert detail.thing_mismatch(*facts_of(*told, NEWS | expelled, LATER | expelled)) is None
    assert detail.thing_mismatch(*facts_of(*told)) is not None


def test_a_name_that_opens_a_sentence_is_known_from_the_others(facts_of):
    """ "Tavenko" opens one sentence and stands inside the other: one name in both."""
    told = "Norland freed the singer Tavenko for a jailed spy.", "Tavenko came home when Norland let him go."
    assert detail.name(*facts_of(*told)) is not None
    assert detail.names_apart(*facts_of(*told)) is None
