"""The same articles in any order are the same files: from contents through a build and queries to bytes."""

from __future__ import annotations

import random

import pytest

from tests.builders import make_actor, make_article, make_event, make_mention, make_when
from timeline.export import FORMATS, EventDetails, ExportContext, export_events, list_sources
from timeline.model import UNDATED, Disagreement, MergeReason, Response
from timeline.queries import (
    Filters,
    list_articles,
    list_disagreements,
    list_events,
    list_mentions,
    list_merge_reasons,
    list_responses,
)
from timeline.store import BuildContents, open_build, write_build

TEXT = "Norland struck Sudria on Monday. Sudria answered the next day. Talks followed."
EVERYTHING = Filters(statements=True)


def _event(number, chance):
    starts = chance.sample([0, 33, 63], 2)
    mentions = [
        make_mention(TEXT[s : s + 12], id=f"m{number}-{s}", article_id=f"a{chance.randrange(4)}", start=s)
        for s in starts
    ]
    return make_event(
        f"e{number}",
        mentions=mentions,
        when=chance.choice([UNDATED, make_when("2024-04-01"), make_when("2024-04-01", "2024-04-05")]),
        targets=(make_actor(chance.choice(["Sudria", "Westmark"])),),
        disagreements=(Disagreement(field="place", value="Port", who=("The Gazette",), n_reports=1),),
        merged_because=(MergeReason(mention_a=mentions[0].id, mention_b=mentions[1].id, score=0.5, sentence="Alike."),),
        responses=(Response(event_id=f"e{number}", responds_to="e0", cue="after"),) if number else (),
    )


def _exports(case, events, articles):
    write_build(case, BuildContents(events=events, articles=articles), build_id="b1")
    with open_build(case) as build:
        mentions = list_mentions(build)
        context = ExportContext(
            title="A case", filters="all", build_id=build.id, sources=list_sources(list_articles(build))
        )
        details = EventDetails(
            disagreements=list_disagreements(build),
            merge_reasons=list_merge_reasons(build),
            responses=list_responses(build, EVERYTHING),
        )
        frame = list_events(build, EVERYTHING)
        return {kind: export_events(frame, mentions, format=kind, context=context, details=details) for kind in FORMATS}


@pytest.mark.parametrize("seed", range(4))
def test_contents_in_any_order_are_the_same_files(tmp_path, seed):
    """Shuffled events and articles, built anew, give byte-identical exports in every format."""
    chance = random.Random(seed)  # noqa: S311
    events = tuple(_event(number, chance) for number in range(12))
    articles = tuple(make_article(TEXT, id=f"a{number}", published="2024-04-02") for number in range(4))
    first = _exports(tmp_path / "one", events, articles)
    shuffled = chance.sample(events, len(events)), chance.sample(articles, len(articles))
    assert first == _exports(tmp_path / "two", *map(tuple, shuffled))
