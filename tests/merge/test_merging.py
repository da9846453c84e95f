"""Reports of one event join, reports of two do not, and nothing depends on the order they came in."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import make_actor, make_article, make_count, make_mention, make_when
from timeline.merge import merge_mentions
from timeline.model import UNDATED, Decision, Place, ResponseCue, Span

NORLAND, SUDRIA, ESTMARK = make_actor("Norland"), make_actor("Sudria"), make_actor("Estmark")
GUARD = make_actor("Sudrian Guard", code="SUD")
HARBOUR = Place(name="Harbour", country="SUD", lat=10.0, lon=10.0, precision="city")
UPTOWN = Place(name="Uptown", country="SUD", lat=12.0, lon=12.0, precision="city")


def partition(merged):
    return {frozenset(m.id for m in event.mentions) for event in merged.events}


def two_reports(first=None, second=None):
    a = make_mention("Norland bombed a depot in Sudria.", article_id="a1", **(first or {}))
    b = make_mention("Planes of Norland hit Sudria.", article_id="a2", **(second or {}))
    return [a, b]


def two_articles(first="2024-04-02", second="2024-04-03"):
    return [
        make_article("one", id="a1", published=first, publisher="The Gazette"),
        make_article("two", id="a2", published=second, publisher="The Courier"),
    ]


NOBODY = {"initiators": (), "targets": (), "when": UNDATED}
SAME = [
    ({"when": make_when("2024-04-02", basis="publication")}, {}, "one is only known by its day of publication"),
    ({}, {}, "same dyad, same day"),
    ({}, {"when": make_when("2024-03-29", "2024-04-04")}, "a day and the week around it"),
    ({"initiators": ()}, {}, "one does not say who did it"),
    ({"targets": (GUARD,)}, {}, "a state and a body that acts for it"),
    ({"killed": make_count(7)}, {"killed": make_count(13)}, "a toll that was updated"),
    ({}, {"status": "alleged"}, "one reports it as a claim"),
    ({"place": HARBOUR}, {"targets": (ESTMARK,), "place": HARBOUR}, "targets named differently in one town"),
    ({"killed": make_count(7), "when": UNDATED, "initiators": ()}, {"killed": make_count(7)}, "undated, same toll"),
]
APART = [
    ({}, {"when": make_when("2024-04-02")}, "the next day is a new event"),
    ({}, {"when": make_when("2023-04-01")}, "an anniversary"),
    ({}, {"initiators": (SUDRIA,), "targets": (NORLAND,)}, "the other direction"),
    ({}, {"targets": (ESTMARK,)}, "another target"),
    ({}, {"type": "THREATEN", "quad": 3}, "a threat is no attack"),
    ({}, {"status": "planned", "when": UNDATED}, "an announced act is not the one done"),
    ({}, {"status": "threatened"}, "a promised act is not the one done"),
    ({"place": HARBOUR}, {"place": UPTOWN}, "two towns on one day"),
    ({}, {"kind": "caption"}, "a caption's date is the photo's"),
    ({"type": "STATEMENT"}, {"type": "STATEMENT"}, "statements stay apart"),
    ({"when": make_when("2024-05-01")}, {"when": UNDATED}, "a report older than the act"),
    ({"when": make_when("2023-04-01")}, {"when": UNDATED}, "stale by a year"),
    ({"killed": make_count(22)}, {"killed": make_count(15_000)}, "the toll of a war that began that day"),
    (
        {"when": make_when("2024-03-17")},
        {"when": UNDATED, "mode": "drone"},
        "news of a fortnight later, told with no date",
    ),
]


@pytest.mark.parametrize(("first", "second", "why"), SAME, ids=[row[2] for row in SAME])
def test_reports_of_one_event_join(merge, first, second, why):
    """Two reports that a reader would take for one event become one, with a reason."""
    (event,) = merge(two_reports(first, second), two_articles()).events
    assert (event.n_reports, event.n_sources) == (2, 2)
    assert len(event.merged_because) == 1
    assert event.merged_because[0].sentence.endswith(".")


@pytest.mark.parametrize(("first", "second", "why"), APART, ids=[row[2] for row in APART])
def test_reports_of_two_events_stay_apart(merge, first, second, why):
    """Two reports that a reader would keep apart stay two events."""
    assert len(merge(two_reports(first, second), two_articles()).events) == 2


def test_rival_accusations_are_one_event_with_a_disagreement(merge):
    """Each side blames the other for one blast: one event, both names kept."""
    blast = {"place": HARBOUR, "killed": make_count(12), "targets": (ESTMARK,), "status": "alleged"}
    mentions = two_reports(blast | {"initiators": (NORLAND,)}, blast | {"initiators": (SUDRIA,)})
    (event,) = merge(mentions, two_articles()).events
    assert {d.value for d in event.disagreements if d.field == "initiators"} == {"Norland", "Sudria"}


def test_definite_noun_joins_what_it_refers_to(merge):
    """ "The strike" without date or actors is the strike told before it in the same article."""
    told = make_mention("Norland struck Sudria with jets.", trigger=Span(8, 14))
    back = make_mention(
        "Seven died in the strike.", start=100, trigger=Span(106, 110), initiators=(), targets=(), when=UNDATED
    )
    other = make_mention(
        "A year before, Estmark shelled Sudria.",
        start=50,
        trigger=Span(73, 80),
        when=make_when("2023-04-01"),
        initiators=(ESTMARK,),
    )
    assert partition(merge([back, other, told])) == {frozenset({"a1-0", "a1-100"}), frozenset({"a1-50"})}


def test_a_pronoun_stands_for_the_act_told_before(merge):
    """ "It killed seven" is said of the nearest act before it, not of one told later or in another article."""
    told = make_mention("Norland shelled Harbour.", trigger=Span(8, 15))
    it = make_mention("It also killed seven.", start=100, trigger=Span(108, 114), **NOBODY)
    later = make_mention("Estmark bombed Sudria.", start=200, trigger=Span(208, 214), initiators=(ESTMARK,))
    elsewhere = make_mention(
        "Norland shelled Harbour.", article_id="a2", trigger=Span(8, 15), when=make_when("2024-02-01")
    )
    assert frozenset({"a1-0", "a1-100"}) in partition(merge([it, elsewhere, later, told]))


def test_a_chain_does_not_tie_two_events_together(merge):
    """A report that fits two events of different days joins one of them, never both together."""
    april = make_mention("Norland struck Sudria.", article_id="a1")
    october = make_mention("Norland struck Sudria.", article_id="a2", when=make_when("2024-10-26"))
    bare = make_mention("Norland struck Sudria.", article_id="a3", when=make_when("2024-01-01", "2024-12-31"))
    groups = partition(merge([april, october, bare]))
    assert not any({"a1-0", "a2-0"} <= group for group in groups)


def test_two_kinds_of_act_in_one_sentence_are_two(merge):
    """Who dismissed an attack and accused the attacker in one sentence did two things."""
    text = "Sudria dismissed the raid, accusing Norland of lies."
    words = {"initiators": (SUDRIA,), "targets": (NORLAND,), "quad": 3}
    both = [
        make_mention(text, id="dismissed", type="REJECT", trigger=Span(7, 16), **words),
        make_mention(text, id="accusing", type="ACCUSE", trigger=Span(27, 35), **words),
    ]
    assert len(merge(both).events) == 2


def test_two_words_of_one_sentence_for_one_act_join_before_others(merge):
    """ "Fired" without a date belongs to "killed" on Saturday of its own sentence, not to last week's shelling."""
    shelled = make_mention("Norland shelled Harbour.", article_id="a1", when=make_when("2024-03-27"))
    text = "A missile that Norland fired killed many in Harbour on Monday."
    fired = make_mention(text, id="fired", article_id="a2", trigger=Span(23, 28), when=UNDATED)
    killed = make_mention(text, id="killed", article_id="a2", trigger=Span(29, 35))
    groups = partition(merge([shelled, fired, killed], two_articles("2024-03-28", "2024-04-02")))
    assert groups == {frozenset({"a1-0"}), frozenset({"fired", "killed"})}


def test_a_report_belongs_to_the_act_of_its_own_sentence_first(merge):
    """ "Two died after the bombing on Tuesday" tells of Tuesday, though Thursday's bomb there killed two as well."""
    text = "Two people have died after the bombing of a post in Harbour on Tuesday."
    died = {"id": "died", "trigger": Span(16, 20), "when": UNDATED, "killed": make_count(2), "initiators": ()}
    first = {"id": "bombing", "trigger": Span(31, 38), "when": make_when("2024-04-02"), "initiators": ()}
    there = {"targets": (SUDRIA,), "place": HARBOUR}
    later = make_mention(
        "A bombing killed two in Harbour on Thursday.",
        article_id="a2",
        when=make_when("2024-04-04"),
        killed=make_count(2),
        initiators=(),
        **there,
    )
    own = [make_mention(text, article_id="a1", **one, **there) for one in (died, first)]
    groups = partition(merge([*own, later], two_articles("2024-04-04", "2024-04-05")))
    assert groups == {frozenset({"died", "bombing"}), frozenset({"a2-0"})}


def test_talks_are_one_whoever_is_named_first(merge):
    """A met B and B met A on one day are one meeting."""
    talks = {"type": "CONSULT", "quad": 1}
    turned = talks | {"initiators": (SUDRIA,), "targets": (NORLAND,)}
    assert len(merge(two_reports(talks, turned), two_articles()).events) == 1


def test_a_follow_up_strike_of_the_same_day_is_another_event(merge):
    """ "Another missile struck" after the first in one article, and a second strike with its own toll in two."""

    def told(text, trigger, **changes):
        at = text.index(trigger) + changes.get("start", 0)
        return make_mention(text, trigger=Span(at, at + len(trigger)), place=HARBOUR, **changes)

    first = told("A missile struck the market.", "struck", killed=make_count(4))
    later = told("Another missile struck the market.", "struck", start=100)
    assert len(merge([first, later], [make_article("one", published="2024-04-02")]).events) == 2
    second = told("A second strike on the market.", "strike", article_id="a2", killed=make_count(2))
    assert len(merge([first, second], two_articles()).events) == 2
    again = told("A second strike hit the market.", "strike", article_id="a1", start=300, killed=make_count(2))
    assert len(merge([second, again], two_articles()).events) == 1


def test_strikes_of_following_days_never_chain(merge):
    """A week of daily strikes told with one vague recap stays a week of strikes."""
    days = [f"2024-04-{day:02}" for day in range(1, 8)]
    strikes = [
        make_mention("Norland struck Sudria.", article_id=f"a{n}", when=make_when(day)) for n, day in enumerate(days)
    ]
    recap = make_mention(
        "Norland struck Sudria in April.", article_id="recap", when=make_when("2024-04-01", "2024-04-30")
    )
    assert len(merge([*strikes, recap]).events) == len(days) + 1


def test_the_recap_of_a_toll_joins_across_articles(merge):
    """An undated recap months later joins the event that killed as many of the same force."""
    first = make_mention("Jets hit an office in Harbour.", article_id="a1", start=0, initiators=(), trigger=Span(5, 8))
    toll = make_mention(
        "Seven officers of the Guard were killed in the strike.",
        article_id="a1",
        start=100,
        trigger=Span(133, 139),
        initiators=(),
        targets=(GUARD,),
        killed=make_count(7),
        when=UNDATED,
    )
    recap = make_mention(
        "Its barrage came after the killing of seven officers of the Guard.",
        article_id="a2",
        trigger=Span(27, 34),
        initiators=(),
        targets=(GUARD,),
        killed=make_count(7),
        when=UNDATED,
    )
    merged = merge([recap, toll, first], two_articles("2024-04-03", "2024-08-19"))
    assert len(merged.events) == 1
    assert merged.events[0].when.edtf == "2024-04-01"


def vague_world(*days):
    dated = [
        make_mention("Jets bombed a depot.", article_id=f"d{day}", when=make_when(f"2024-04-{day:02d}")) for day in days
    ]
    april = make_when("2024-04-01", "2024-04-30")
    return [*dated, make_mention("It recalled the shelling.", article_id="x", initiators=(), when=april)]


def test_a_vague_report_joins_the_only_event_that_fits(merge):
    """ "In April" with one event of that month between the two: that one."""
    assert len(merge(vague_world(3)).events) == 1


def test_a_vague_report_that_fits_two_events_stays_apart(merge):
    """ "In April" with two such events: the text has not said which."""
    assert partition(merge(vague_world(3, 20))) == {frozenset({"d3-0"}), frozenset({"d20-0"}), frozenset({"x-0"})}


def test_an_act_and_what_it_answers_are_two(merge):
    """A sentence that names an act and the act it answers tells of two, even if neither names who did it."""
    text = "A barrage answered the bombing."
    cue = ResponseCue(cue="answered", start=10, end=18, antecedent=Span(19, 30))
    answer = make_mention(text, id="answer", trigger=Span(2, 9), initiators=(), responds=(cue,))
    answered = make_mention(text, id="answered", trigger=Span(23, 30), initiators=())
    merged = merge([answer, answered])
    assert len(merged.events) == 2
    assert sum(len(event.responses) for event in merged.events) == 1


def test_id_lives_with_the_earliest_report(merge):
    """A later report that joins an event, and the order of the two, leave the event's id alone."""
    first, second = two_reports()
    (alone,) = merge([first], two_articles()).events
    (joined,) = merge([second, first], two_articles()).events
    assert alone.id == joined.id
    assert alone.id.startswith("ev-")


def test_no_mentions_make_no_events(merge):
    """An empty case merges to nothing."""
    assert merge([]).events == ()


def test_decision_about_a_vanished_report_is_told(merge):
    """A decision whose evidence is gone is named, not dropped in silence."""
    gone = Decision(id="d1", verdict="merge", subjects=("x", "y"), who="ann", when="2024-05-01T10:00:00+00:00")
    assert "d1" in merge(two_reports(), decisions=[gone]).notices[0]


# ---------------------------------------------------------------- properties

ACTORS = (NORLAND, SUDRIA, ESTMARK, GUARD)
DAYS = [date(2024, 4, 1), date(2024, 4, 2), date(2024, 4, 9), date(2024, 10, 26)]


@st.composite
def whens(draw):
    if draw(st.booleans()):
        return UNDATED
    start, end = sorted((draw(st.sampled_from(DAYS)), draw(st.sampled_from(DAYS))))
    basis = draw(st.sampled_from(["explicit", "anchored", "relative", "publication"]))
    return make_when(str(start), str(end), basis=basis, anchor_id="known" if basis == "anchored" else "")


@st.composite
def mention_lists(draw):
    n = draw(st.integers(0, 9))
    texts = ("The strike killed some.", "Jets bombed Harbour again.", "They spoke of the attack.")
    actors = st.lists(st.sampled_from(ACTORS), max_size=2, unique=True).map(tuple)
    return [
        make_mention(
            draw(st.sampled_from(texts)),
            article_id=f"a{draw(st.integers(1, 3))}",
            start=100 * i,
            type=draw(st.sampled_from(["ASSAULT", "ASSAULT", "THREATEN", "CONSULT", "STATEMENT"])),
            initiators=draw(actors),
            targets=draw(actors),
            symmetric=draw(st.booleans()),
            when=draw(whens()),
            status=draw(st.sampled_from(["happened", "alleged", "planned", "denied"])),
            killed=draw(st.sampled_from([None, make_count(7), make_count(13)])),
            place=draw(st.sampled_from([None, HARBOUR, UPTOWN])),
            kind=draw(st.sampled_from(["paragraph", "title", "caption"])),
        )
        for i in range(n)
    ]


ARTICLES = [
    make_article(f"text {i}", id=f"a{i}", published=f"2024-{4 + i:02d}-05", publisher=f"P{i}") for i in (1, 2, 3)
]
GIVEN = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@GIVEN
@given(mention_lists(), st.randoms(use_true_random=False))
def test_any_order_merges_alike(weights, types, mentions, random):
    """Shuffled mentions and articles give the identical result."""
    shuffled, articles = list(mentions), list(ARTICLES)
    random.shuffle(shuffled)
    random.shuffle(articles)
    first = merge_mentions(mentions, ARTICLES, weights=weights, types=types)
    assert merge_mentions(shuffled, articles, weights=weights, types=types) == first


@GIVEN
@given(mention_lists())
def test_every_mention_is_in_exactly_one_event(merge, mentions):
    """No report is lost, none counts twice, and no event is without one."""
    events = merge(mentions, ARTICLES).events
    assert sorted(m.id for e in events for m in e.mentions) == sorted(m.id for m in mentions)
    assert all(e.mentions for e in events)
    assert len({e.id for e in events}) == len(events)


@GIVEN
@given(mention_lists())
def test_event_date_is_allowed_by_its_reports_or_disputed(merge, mentions):
    """The event's interval lies within each one its reports give, or the dates are listed as a disagreement."""
    for event in merge(mentions, ARTICLES).events:
        dated = [m.when for m in event.mentions if m.when.interval]
        said = [when for when in dated if when.basis != "publication"] or dated
        outside = [when for when in said if when.interval.overlap(event.when.interval) != event.when.interval]
        assert not outside or any(d.field == "date" for d in event.disagreements)


@GIVEN
@given(mention_lists())
def test_disjoint_dates_never_share_an_event(merge, mentions):
    """Two reports whose known dates exclude each other are never one event by machine."""
    for event in merge(mentions, ARTICLES).events:
        known = [m.when.interval for m in event.mentions if m.when.interval and m.when.basis != "publication"]
        assert all(a.overlap(b) is not None for a in known for b in known)


@GIVEN
@given(mention_lists())
def test_joining_reasons_span_the_event(merge, mentions):
    """An event of n reports has n - 1 reasons, each between two of its own reports."""
    for event in merge(mentions, ARTICLES).events:
        ids = {m.id for m in event.mentions}
        assert len(event.merged_because) == len(ids) - 1
        assert all({r.mention_a, r.mention_b} <= ids and 0 <= r.score <= 1 for r in event.merged_because)
