"""One event from many reports: dates, actors, status, tolls, places, and what they differ on."""

from __future__ import annotations

import pytest

from tests.builders import make_actor, make_article, make_count, make_mention, make_when
from timeline.merge._disagree import reports_of
from timeline.merge._reconcile import Bench, reconcile, reconcile_count
from timeline.merge._reconcile_actors import reconcile_actors, reconcile_roles
from timeline.model import UNDATED, Count, Place

NORLAND, SUDRIA = make_actor("Norland", code="norland"), make_actor("Sudria", code="sudria")
GUARD = make_actor("Sudrian Guard", code="sudria")
ESTMARK = make_actor("Estmark")


@pytest.fixture
def event_of(weights, types):
    def event_of(*changes):
        mentions = [make_mention("Norland struck Sudria.", article_id=f"a{i}", **c) for i, c in enumerate(changes)]
        articles = [make_article(f"t{i}", id=f"a{i}", publisher=f"Paper {i}") for i in range(len(changes))]
        return reconcile("ev-1", mentions, (), Bench(weights, types, reports_of(articles)))

    return event_of


def test_date_is_the_tightest_interval(event_of):
    """ "Over the weekend" and "in April" agree on the weekend; the reason names the other words."""
    weekend = make_when(
        "2024-04-13", "2024-04-14", edtf="2024-04-13/2024-04-14", lasting=True, phrase="over the weekend"
    )
    event = event_of({"when": make_when("2024-04-01", "2024-04-30", phrase="in April")}, {"when": weekend})
    assert event.when.edtf == "2024-04-13/2024-04-14"
    assert "'in April' (2024-04-01 to 2024-04-30)" in event.when.reason
    assert not event.disagreements


@pytest.mark.parametrize(
    ("first", "second", "edtf", "precision"),
    [
        (("2024-04-01", "2024-04-10"), ("2024-04-08", "2024-04-20"), "[2024-04-08..2024-04-10]", "range"),
        (("2024-04-01", "2024-04-10"), ("2024-04-10", "2024-04-20"), "2024-04-10", "day"),
    ],
)
def test_common_days_of_two_ranges(event_of, first, second, edtf, precision):
    """Where no report gives the common days exactly, the EDTF says one of them and the rule says how."""
    event = event_of({"when": make_when(*first)}, {"when": make_when(*second)})
    assert (event.when.edtf, event.when.precision, event.when.rule) == (edtf, precision, "common-days")


def test_publication_day_never_narrows_a_date(event_of):
    """A date that is only that of publication is no rival to "in April"."""
    april = make_when("2024-04-01", "2024-04-30", edtf="2024-04")
    event = event_of({"when": april}, {"when": make_when("2024-04-20", basis="publication")})
    assert event.when.edtf == "2024-04"
    assert not event.disagreements


def test_dates_joined_by_a_person_are_a_disagreement(event_of):
    """Days that exclude each other: the more reported stands, each is listed with who gives it."""
    event = event_of({}, {}, {"when": make_when("2024-04-02")})
    assert event.when.edtf == "2024-04-01"
    assert [(d.value, d.who, d.n_reports) for d in event.disagreements] == [
        ("2024-04-01", ("Paper 0", "Paper 1"), 2),
        ("2024-04-02", ("Paper 2",), 1),
    ]


def test_undated_reports_make_an_undated_event(event_of):
    """Nothing is invented where no report gives a date."""
    assert event_of({"when": UNDATED}).when == UNDATED


def test_state_and_its_body_agree_on_the_state():
    """One report says the state, one a force of it: the state is what both agree on, the person is kept."""
    general = make_actor("Sudrian Guard", code="sudria", person="Gen. Orlo Vant")
    (actor,) = reconcile_actors([(SUDRIA,), (general,)])
    assert (actor.id, actor.person) == ("sudria", "Gen. Orlo Vant")


def test_body_named_by_all_is_kept():
    """Where every report names the force, the force is the actor."""
    assert [a.id for a in reconcile_actors([(GUARD,), (GUARD,)])] == ["sudrian-guard"]


def test_both_sides_of_talks_are_both():
    """Talks have the same actors on either side."""
    talks = make_mention(type="CONSULT", symmetric=True)
    initiators, targets, symmetric = reconcile_roles([talks])
    assert symmetric
    assert initiators == targets
    assert len(initiators) == 2


def test_an_actor_cannot_be_on_both_sides_of_an_attack():
    """Who is named more often in a role keeps it."""
    usual = make_mention(initiators=(NORLAND,), targets=(SUDRIA,))
    slip = make_mention(initiators=(NORLAND, SUDRIA), targets=())
    other_slip = make_mention(initiators=(NORLAND,), targets=(SUDRIA, NORLAND))
    initiators, targets, _ = reconcile_roles([usual, usual, slip, other_slip])
    assert ([a.id for a in initiators], [a.id for a in targets]) == (["norland"], ["sudria"])


def test_done_beats_planned(event_of):
    """What one paper announced and another reports as done, happened."""
    assert event_of({"status": "planned"}, {"status": "happened"}).status == "happened"


def test_attributed_act_is_alleged(event_of):
    """An act that surely happened, by a doer others name, is alleged, and the sentence says who says so."""
    text = "Norland did not claim responsibility."
    event = event_of(
        {"initiators": ()},
        {"status": "alleged", "status_words": text, "claimed_by": ESTMARK},
    )
    assert event.status == "alleged"
    assert event.claimed_by == ESTMARK
    assert event.attribution == "Not claimed by Norland; attributed to Norland by Estmark"


@pytest.mark.parametrize(
    ("change", "attribution"),
    [
        ({}, ""),
        ({"claimed_by": NORLAND}, "Claimed by Norland"),
        ({"status": "denied", "claimed_by": NORLAND}, "Denied by Norland"),
        ({"status": "alleged", "status_words": "reportedly"}, "Only alleged (“reportedly”)"),
        ({"status": "alleged", "initiators": (), "claimed_by": ESTMARK}, "Reported by Estmark"),
    ],
)
def test_attribution_sentence(event_of, change, attribution):
    """Who says so stands in one sentence."""
    assert event_of({"initiators": (NORLAND,)} | change).attribution == attribution


def test_one_hedge_among_flat_reports_is_told_as_one(event_of):
    """What most reports state is not called "only alleged" because one of them hedges."""
    hedged = {"status": "alleged", "status_words": "reportedly", "initiators": (NORLAND,)}
    event = event_of({"initiators": (NORLAND,)}, hedged, {"initiators": (NORLAND,)})
    assert event.attribution == "Alleged in some reports (“reportedly”)"


def test_conflicting_statuses_are_listed(event_of):
    """One reports it as done, one as denied: both stand."""
    event = event_of({}, {"status": "denied"})
    assert event.status == "happened"
    assert {d.value for d in event.disagreements if d.field == "status"} == {"happened", "denied"}


def test_differing_tolls_span_a_range(event_of):
    """Seven and thirteen dead: a range, and each number with who gives it."""
    event = event_of({"killed": make_count(7)}, {"killed": make_count(13)})
    assert (event.killed.low, event.killed.high) == (7, 13)
    assert {(d.value, d.who) for d in event.disagreements} == {("7", ("Paper 0",)), ("13", ("Paper 1",))}
    more = event_of({"killed": make_count(7)}, {"killed": make_count(13)}, {"killed": make_count(13)})
    assert {(d.value, d.n_reports) for d in more.disagreements} == {("7", 1), ("13", 2)}


@pytest.mark.parametrize(
    ("counts", "low", "high"),
    [
        ([Count(300, None), Count(320, 320)], 320, 320),
        ([Count(300, None), Count(200, None)], 300, None),
        ([Count(300, None), Count(200, 200)], 200, None),
        ([Count(3, 8), Count(5, 10)], 5, 8),
    ],
)
def test_counts_meet_or_span(counts, low, high):
    """Counts that can all be right narrow each other; counts that cannot give their whole range."""
    count = reconcile_count(counts)
    assert (count.low, count.high) == (low, high)


def test_most_precise_place_wins(event_of):
    """A town beats its country; two towns are listed."""
    town, country = Place(name="Harbour", precision="city"), Place(name="Sudria", precision="country")
    event = event_of({"place": country}, {"place": town}, {"place": Place(name="Uptown", precision="city")})
    assert event.place == town
    assert {d.value for d in event.disagreements} == {"Harbour", "Uptown"}


def test_type_and_mode_are_the_most_reported(event_of):
    """Most reports say drones: the event has that mode, its score and level."""
    event = event_of({"mode": "drone"}, {"mode": "drone"}, {"mode": "aerial"}, {})
    assert (event.type, event.mode, event.intensity, event.level, event.quad) == ("ASSAULT", "drone", -9.5, 4, 4)


def test_reports_are_sentences_and_sources_publishers(weights, types):
    """Two acts in one sentence are one report; two articles of one publisher one source."""
    mentions = [make_mention(id="x"), make_mention(id="y"), make_mention(article_id="a2")]
    articles = [make_article("one"), make_article("two", id="a2")]
    event = reconcile("ev-1", mentions, (), Bench(weights, types, reports_of(articles)))
    assert (event.n_reports, event.n_sources) == (2, 1)
