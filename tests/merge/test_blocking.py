"""Only reports that share a key are compared, so that work grows with the reports."""

from __future__ import annotations

from tests.builders import make_actor, make_count, make_mention, make_when
from timeline.merge._blocking import candidate_pairs
from timeline.merge._facts import gather_facts
from timeline.model import UNDATED, Place


def pairs(mentions, weights):
    return list(candidate_pairs(gather_facts(mentions, {}, weights), weights))


def test_reports_without_a_common_key_are_never_compared(weights):
    """Other families, actors and months have no block in common."""
    mentions = [
        make_mention("Jets roared.", article_id="a1"),
        make_mention("Envoys met.", article_id="a2", type="CONSULT"),
        make_mention("Shells fell.", article_id="a3", initiators=(), targets=(make_actor("Westmark"),)),
        make_mention("Mines burst.", article_id="a4", when=make_when("1999-01-01")),
    ]
    assert pairs(mentions, weights) == []


def test_each_pair_comes_once(weights):
    """Two reports that share many keys are one pair."""
    assert pairs([make_mention(article_id="a1"), make_mention(article_id="a2")], weights) == [(0, 1)]


def test_reports_without_actors_meet_by_place(weights):
    """Where nobody is named, the place and the month bring reports together."""
    place = Place(name="Harbour", precision="city")
    nobody = {"initiators": (), "targets": (), "place": place}
    assert pairs([make_mention(f"Blast {i}.", article_id=f"a{i}", **nobody) for i in (1, 2)], weights)


def test_a_town_brings_together_who_did_it_and_whom_it_hit(weights):
    """One report names only the doer, the other only the sufferer: the town and the month make them meet."""
    place = Place(name="Harbour", precision="city")
    mentions = [
        make_mention("Jets roared.", article_id="a1", targets=(), place=place),
        make_mention("Bombs fell.", article_id="a2", initiators=(), place=place),
    ]
    assert pairs(mentions, weights) == [(0, 1)]


def test_a_word_and_the_day_bring_reports_together(weights):
    """Without a common actor or a known place, a word and the day of the act make reports meet."""
    mentions = [
        make_mention("Shells fell on the Ostvik market.", article_id="a1", targets=()),
        make_mention("Many died on the Ostvik road.", article_id="a2", initiators=()),
        make_mention("Ostvik was quiet.", article_id="a3", initiators=(), targets=(), when=make_when("2024-06-01")),
    ]
    assert (0, 1) in pairs(mentions[:2], weights)


def test_year_wide_and_undated_reports_meet_dated_ones(weights):
    """A report of "in 2024" is compared with one of a day in it."""
    year = make_mention("Jets roared.", article_id="a1", when=make_when("2024-01-01", "2024-12-31"))
    assert pairs([year, make_mention("Bombs fell.", article_id="a2")], weights)
    undated = [make_mention(f"Planes {i}.", article_id=f"a{i}", when=UNDATED) for i in (1, 2)]
    assert pairs(undated, weights)


def test_what_dates_exclude_is_not_scored(weights):
    """Two days, or news older than the act, can be no one event; the day itself and later news can."""
    first = make_mention("Jets roared.", article_id="a1")
    next_day = make_mention("Jets roared.", article_id="a2", when=make_when("2024-04-02"))
    before = make_mention("Jets roared.", article_id="a3", when=make_when("2024-03-30", basis="publication"))
    after = make_mention("Jets roared.", article_id="a4", when=make_when("2024-04-03", basis="publication"))
    assert pairs([first, next_day], weights) == []
    assert pairs([first, before], weights) == []
    assert pairs([first, after], weights) == [(0, 1)]


def test_reports_that_name_nobody_meet_by_their_toll(weights):
    """Fourteen dead in one month, by whomever: worth a comparison; one dead is not."""
    told = [("Jets roared.", {"initiators": (), "targets": ()}), ("Bombs fell.", {"targets": ()})]

    def of(n):
        return [make_mention(text, article_id=text, killed=make_count(n), **who) for text, who in told]

    assert pairs(of(14), weights) == [(0, 1)]
    assert pairs(of(1), weights) == []


def test_pairs_grow_with_the_reports_not_their_square(weights):
    """Twice the reports of one month and dyad are at most about twice the pairs."""

    def count(n):
        return len(pairs([make_mention(f"Report {i}.", article_id=f"a{i}") for i in range(n)], weights))

    assert count(400) < 2.3 * count(200)


def test_acts_that_news_tells_as_two_kinds_are_compared(weights):
    """A ship "seized" and "hijacked", diplomats "expelled" and "deported"; an arrest and an expulsion are not."""
    mentions = [
        make_mention("Boats seized it.", article_id="a1", type="COERCE", mode="seize"),
        make_mention("Raiders hijacked it.", article_id="a2", mode="abduct"),
        make_mention("Envoys had to go.", article_id="a3", type="SANCTION", mode="expel"),
        make_mention("Envoys were deported.", article_id="a4", type="COERCE", mode="deport"),
    ]
    assert {(0, 1), (2, 3)} <= set(pairs(mentions, weights))
    assert not {(0, 2), (1, 2), (1, 3)} & set(pairs(mentions, weights))
