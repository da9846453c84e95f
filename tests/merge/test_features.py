"""Each feature gives a score, a sentence and the two values, or stays silent."""

from __future__ import annotations

import pytest

from tests.builders import make_actor, make_article, make_count, make_mention, make_when
from timeline.merge import _features as f
from timeline.merge import _features_actors as who
from timeline.merge import _features_tolls as size
from timeline.merge._facts import gather_facts
from timeline.merge._features_places import make_place
from timeline.model import UNDATED, Count, Place, Span

NEWS_AGE = f.make_recency(7, 60)
PLACE, PLACE_MISMATCH = make_place(30)


@pytest.fixture
def facts_of(weights):
    def facts_of(first, second, *, published=("2024-04-02", "2024-04-02"), one_article=False):
        ids = ("a1", "a1") if one_article else ("a1", "a2")
        mentions = [
            make_mention("Jets struck a depot.", article_id=i, start=n, **c)
            for n, (i, c) in enumerate(zip(ids, (first, second), strict=True))
        ]
        articles = {i: make_article(i, id=i, published=day) for i, day in zip(ids, published, strict=True)}
        return gather_facts(mentions, articles, weights)

    return facts_of


def town(name, lat=10.0, lon=10.0, country="SUD", precision="city"):
    return Place(name=name, country=country, lat=lat, lon=lon, precision=precision)


def person(name):
    return {"targets": (make_actor("Sudria", person=name),)}


BY = {"quad": 3, "type": "THREATEN"}
# feature, first report, second report, score (None: silent), words of the sentence
TABLE = [
    (f.date, {}, {}, 1.0, "Both are dated 2024-04-01"),
    (f.date, {"when": UNDATED}, {}, None, ""),
    (f.date, {}, {"when": make_when("2024-04-02")}, -1.0, "apart, 2024-04-01 and 2024-04-02"),
    (f.date, {"when": make_when("2020-01-01", "2029-12-31")}, {}, 0.02, "both allow 2024-04-01"),
    (f.anchor, {"when": make_when(anchor_id="x")}, {"when": make_when(anchor_id="x")}, 1.0, "same known event"),
    (f.anchor, {"when": make_when(anchor_id="x")}, {"when": make_when(anchor_id="y")}, None, ""),
    (NEWS_AGE, {"when": UNDATED}, {}, 0.5, "appeared 1 days from"),
    (NEWS_AGE, {"when": UNDATED}, {"when": make_when(basis="publication")}, 1.0, "0 days from"),
    (NEWS_AGE, {}, {}, None, ""),
    (NEWS_AGE, {"when": UNDATED}, {"when": make_when("2020-01-01")}, -1.0, "days from"),
    (NEWS_AGE, {"when": UNDATED}, {"when": make_when("2025-01-01")}, -1.0, "published before"),
    (who.initiators, {}, {}, 1.0, "Both name Norland as initiator"),
    (who.initiators, {"initiators": ()}, {}, None, ""),
    (who.targets, {"targets": (make_actor("Guard", code="SUD"),)}, {}, 0.8, "one state and its body"),
    (who.initiator_mismatch, {"initiators": (make_actor("Estmark"),)}, {}, -1.0, "Estmark and Norland"),
    (who.target_mismatch, {"targets": (make_actor("Estmark"),)}, {}, -1.0, "different targets"),
    (who.person, person("Ana Dor"), person("President Dor"), 1.0, "Both name Dor"),
    (who.person, person("Ana Dor"), person("Orlo Vant"), -1.0, "Ana Dor and Orlo Vant"),
    (who.person, person("Ana Dor"), {}, None, ""),
    (f.mode, {"mode": "drone"}, {"mode": "drone"}, 0.5, "ASSAULT/drone"),
    (f.mode, {"mode": "drone"}, {"mode": "aerial"}, -0.5, "the other ASSAULT/aerial"),
    (f.mode, {"mode": "drone"}, {}, None, ""),
    (f.mode, {"mode": "abduct"}, {"type": "COERCE", "mode": "seize"}, None, ""),
    (f.mode, {"type": "AID"}, {"type": "COOPERATE"}, -1.0, "One is coded AID"),
    (f.status, {"status": "planned"}, {}, 0.0, "reported as planned"),
    (f.status, {"status": "planned", "when": UNDATED}, {}, -1.0, "reported as planned"),
    (f.status, {"status": "threatened"}, {}, -1.0, "threatened"),
    (f.status, {"status": "threatened"} | BY, BY, None, ""),
    (f.status, {"status": "alleged"}, {}, None, ""),
    (PLACE, {"place": town("Harbour")}, {"place": town("Harbour")}, 1.0, "in Harbour"),
    (PLACE, {"place": town("Harbour")}, {"place": town("Old Port", lat=10.1)}, 1.0, "in Harbour"),
    (PLACE, {"place": town("Harbour")}, {"place": town("Harbour", country="EST")}, None, ""),
    (
        PLACE,
        {"place": town("Sudria", precision="country")},
        {"place": town("Sudria", precision="country")},
        0.3,
        "Sudria",
    ),
    (PLACE, {}, {"place": town("Harbour")}, None, ""),
    (PLACE, {"place": town("Harbour", lat=None)}, {"place": town("Old Port")}, None, ""),
    (PLACE_MISMATCH, {"place": town("Harbour")}, {"place": town("Uptown", lat=12.0)}, -1.0, "Harbour and Uptown"),
    (PLACE_MISMATCH, {"place": town("Harbour")}, {"place": town("Sudria", precision="country")}, None, ""),
    (
        PLACE_MISMATCH,
        {"place": town("Harbour")},
        {"place": town("Estmark", country="EST", precision="country")},
        -1.0,
        "",
    ),
    (PLACE_MISMATCH, {"place": town("Harbour")}, {}, None, ""),
    (who.role_reversal, {}, {"initiators": (make_actor("Sudria"),), "targets": ()}, -1.0, "acts in one and suffers"),
    (who.role_reversal, {}, {"symmetric": True}, None, ""),
    (f.answers, {}, {}, None, ""),
    (size.killed, {"killed": make_count(7)}, {"killed": make_count(7)}, 1.0, "Both say 7 killed"),
    (size.killed, {"killed": make_count(1)}, {"killed": make_count(1)}, 0.3, "Both say 1 killed"),
    (size.killed, {"killed": Count(7, None)}, {"killed": make_count(9)}, 0.4, "at least 7 and 9 killed"),
    (size.killed, {"killed": make_count(5, 8)}, {"killed": make_count(7)}, 0.4, "5 to 8 and 7"),
    (size.injured, {"injured": make_count(10)}, {"injured": make_count(20)}, -0.35, "10 and 20"),
    (size.captured, {"captured": make_count(73)}, {"captured": make_count(73)}, 1.0, "Both say 73 captured"),
    (size.munitions, {"munitions": make_count(300)}, {}, None, ""),
]


@pytest.mark.parametrize(("compare", "first", "second", "score", "words"), TABLE)
def test_feature(facts_of, compare, first, second, score, words):
    """The score and the sentence for one pair of reports; the mirrored pair scores the same."""
    a, b = facts_of(first, second)
    feature, mirrored = compare(a, b), compare(b, a)
    if score is None:
        assert feature is None
        assert mirrored is None
        return
    assert feature.score == pytest.approx(score)
    assert mirrored.score == pytest.approx(score)
    assert words in feature.sentence
    assert feature.left
    assert feature.right


@pytest.mark.parametrize(
    ("compare", "first", "second"),
    [
        (f.date, {}, {"when": make_when("2024-04-02")}),
        (NEWS_AGE, {"when": UNDATED}, {"when": make_when("2025-01-01")}),
        (who.initiator_mismatch, {"initiators": (make_actor("Estmark"),)}, {}),
        (who.target_mismatch, {"targets": (make_actor("Estmark"),)}, {}),
        (f.status, {"status": "threatened"}, {}),
    ],
)
def test_what_vetoes(facts_of, compare, first, second):
    """Different dates, doers, sufferers, or done against promised: nothing outweighs these."""
    assert compare(*facts_of(first, second)).veto


def test_a_later_toll_that_is_higher_says_almost_nothing(facts_of):
    """Tolls rise from report to report; one that falls, or rises many times over, is another matter."""
    low, high = {"killed": make_count(7)}, {"killed": make_count(13)}
    days = ("2024-04-02", "2024-04-05")
    risen = size.killed(*facts_of(low, high, published=days))
    fallen = size.killed(*facts_of(high, low, published=days))
    leapt = size.killed(*facts_of(low, {"killed": make_count(90)}, published=days))
    assert fallen.score < risen.score < 0
    assert leapt.score < risen.score
    assert "later report counts more" in risen.sentence


def test_the_first_count_may_be_far_too_low(facts_of):
    """What is counted on the day itself may rise tenfold; what is counted three days on may not."""
    low, high = {"killed": make_count(4)}, {"killed": make_count(33)}
    first = size.killed(*facts_of(low, high, published=("2024-04-02", "2024-04-05")))
    late = size.killed(*facts_of(low, high, published=("2024-04-04", "2024-04-05")))
    assert first.score == size.UPDATED
    assert late.score < first.score


def test_the_dead_of_a_war_are_no_single_acts_toll(facts_of):
    """Fifty times as many dead, and many hundreds: a sum, whatever the dates say."""
    one = {"killed": make_count(22)}
    assert size.killed(*facts_of(one, {"killed": make_count(15_000)})).veto
    assert not size.killed(*facts_of(one, {"killed": make_count(400)})).veto


def test_a_misread_side_does_not_part_reports_of_one_town(facts_of):
    """Acting in one report and suffering in the other is no veto in one town where no second side is named."""
    acts = {"initiators": (make_actor("Sudria"),), "targets": (), "place": town("Harbour")}
    suffers = {"initiators": (), "targets": (make_actor("Sudria"),), "place": town("Harbour")}
    assert not who.role_reversal(*facts_of(acts, suffers)).veto
    assert who.role_reversal(*facts_of(acts, suffers | {"place": town("Uptown", lat=12.0)})).veto
    assert who.role_reversal(*facts_of(acts, suffers | {"initiators": (make_actor("Norland"),)})).veto


def test_two_words_of_one_sentence(weights):
    """For one kind of act they speak for one event, for two kinds they are two; their shared words say nothing."""
    text = "Jets struck a depot."
    ids = {"a1": make_article("one", id="a1", published="2024-04-02")}

    def pair(type_):
        mentions = [
            make_mention(text, id="m1", trigger=Span(0, 4)),
            make_mention(text, id="m2", trigger=Span(5, 11), type=type_),
        ]
        return gather_facts(mentions, ids, weights)

    assert f.one_sentence(*pair("ASSAULT")).score == 1.0
    assert f.two_kinds(*pair("ASSAULT")) is None
    assert f.words(*pair("ASSAULT")) is None
    assert f.two_kinds(*pair("ACCUSE")).veto
    assert f.one_sentence(*pair("ACCUSE")) is None


def test_both_sides_acting_is_not_one_side_acting(facts_of):
    """Fire that both trade is another report than what one of them did to the other."""
    a, b = facts_of({"symmetric": True}, {})
    assert who.one_sided(a, b).score == -1.0
    assert who.one_sided(b, b) is None


def test_rival_claims_do_not_veto(facts_of):
    """Two doers, one of them only alleged, against one target: a disagreement, not two events."""
    a, b = facts_of({"initiators": (make_actor("Estmark"),), "status": "alleged"}, {})
    assert not who.initiator_mismatch(a, b).veto


def test_one_article(facts_of):
    """The news of two reports of one article is equally old."""
    a, b = facts_of({"when": UNDATED}, {"when": UNDATED}, one_article=True)
    assert NEWS_AGE(a, b) is None


def test_news_age_needs_a_publication_date(weights):
    """Of articles with unknown dates, nothing is said about age."""
    undated = [make_mention(article_id=i, when=UNDATED) for i in ("a1", "a2")]
    assert NEWS_AGE(*gather_facts(undated, {}, weights)) is None
    dated = [make_mention(article_id="a1", when=UNDATED), make_mention(article_id="a2")]
    assert NEWS_AGE(*gather_facts(dated, {}, weights)) is None


@pytest.mark.parametrize(
    ("text", "trigger", "noun"),
    [
        ("Seven died in the strike.", (6, 10), "strik"),
        ("Sudria condemned the latest attack.", (7, 16), "attack"),
        ("Sudria condemned the attack on Harbour.", (7, 16), ""),
        ("An attack killed two.", (3, 9), ""),
    ],
)
def test_reference_is_a_definite_noun_not_described_again(weights, text, trigger, noun):
    """ "The strike" refers back; "the attack on Harbour" introduces its own."""
    (facts,) = gather_facts([make_mention(text, trigger=Span(*trigger))], {}, weights)
    assert facts.refers_to == noun
