"""Builds that are named for what they hold."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from tests.builders import make_actor, make_article, make_count, make_event, make_mention, make_when
from timeline.model import UNDATED, Disagreement, MergeReason, Place, Response
from timeline.store import BuildContents, open_build, write_build

SENTENCES = (
    "Norland struck Sudria on Monday.",
    "Sudria's STRASSE was 100% closed_off.",
    "Talks ended\nwithout a word; 'none' was said.",
)
TEXT = " ".join(SENTENCES)
NAMES = ("Norland", "Sudria", "Westmark", "Eastmark")


def _mention(number, index, article):
    start = TEXT.index(SENTENCES[index])
    return make_mention(SENTENCES[index], id=f"m{number}-{index}", article_id=f"a{article}", start=start)


def _when(chance):
    start = date(2024, 1, 1) + timedelta(days=chance.randrange(60))
    end = start + timedelta(days=chance.choice([0, 0, 1, 9, 30]))
    return chance.choice([UNDATED, *[make_when(start.isoformat(), end.isoformat())] * 5])


def _event(number, chance):
    picked = chance.sample(range(3), chance.randint(1, 3))
    return make_event(
        f"e{number:02}",
        label=f"Event {number}",
        mentions=[_mention(number, index, chance.randrange(3)) for index in picked],
        type=chance.choice(["ASSAULT", "THREATEN", "CONSULT", "STATEMENT"]),
        mode="aerial" if number % 3 == 0 else "",
        status=chance.choice(["happened", "alleged", "denied"]),
        initiators=tuple(map(make_actor, chance.sample(NAMES, chance.randint(0, 2)))),
        targets=tuple(map(make_actor, chance.sample(NAMES, chance.randint(0, 2)))),
        symmetric=chance.random() < 0.3,
        when=_when(chance),
        place=chance.choice([None, Place(name="Port Sud", country="SUD", lat=1.5, lon=2.5, precision="city")]),
    )


def many_events():
    chance = random.Random(7)  # noqa: S311
    return tuple(_event(number, chance) for number in range(60))


@pytest.fixture(scope="session")
def many():
    """Sixty events of every kind."""
    return many_events()


@pytest.fixture(scope="session")
def many_build(many, tmp_path_factory):
    """A build of sixty events of every kind in three articles."""
    case = tmp_path_factory.mktemp("many")
    articles = tuple(make_article(TEXT, id=f"a{number}") for number in range(3))
    write_build(case, BuildContents(events=many, articles=articles), build_id="many")
    with open_build(case) as build:
        yield build


@pytest.fixture(scope="session")
def empty_build(tmp_path_factory):
    """A build of a case in which nothing was found."""
    case = tmp_path_factory.mktemp("empty")
    write_build(case, BuildContents(), build_id="empty")
    with open_build(case) as build:
        yield build


@pytest.fixture(scope="session")
def answered_build(tmp_path_factory):
    """A strike (e1), the answer to it (e2), and disagreeing reports; e0 was merged into old, old into e1."""
    first, second = _mention(1, 0, 1), _mention(1, 1, 2)
    strike = make_event(
        "e1",
        mentions=[first, second],
        killed=make_count(3, 5),
        disagreements=(
            Disagreement(field="killed", value="3", who=("The Gazette",), n_reports=1),
            Disagreement(field="killed", value="5", who=("The Herald", "The Post"), n_reports=2),
        ),
        merged_because=(MergeReason(mention_a="m1-0", mention_b="m1-1", score=0.9, sentence="Both on one day."),),
    )
    answer = make_event(
        "e2",
        label="Sudria answered",
        mentions=[_mention(2, 2, 1)],
        when=make_when("2024-04-13"),
        responses=(
            Response(event_id="e2", responds_to="e1", cue="in answer to", mention_id="m2-2", lag_days=12),
            Response(event_id="e2", responds_to="gone", basis="inferred"),
        ),
    )
    articles = (
        make_article(TEXT, id="a1", published="2024-04-14"),
        make_article(TEXT, id="a2", published="2024-04-02"),
        make_article("Nothing happened.", id="a3"),
    )
    redirects = (("e0", "old"), ("old", "e1"), ("loop", "pool"), ("pool", "loop"))
    case = tmp_path_factory.mktemp("answered")
    contents = BuildContents(events=(strike, answer), articles=articles, redirects=redirects)
    write_build(case, contents, build_id="answered")
    with open_build(case) as build:
        yield build
