"""Any course of decisions against a model of plain dictionaries: what people said is what the events are."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.builders import make_article, make_mention, make_when
from timeline.lexicon.merge_weights import load_merge_weights
from timeline.lexicon.types import load_types
from timeline.merge import merge_mentions, redirects_of
from timeline.model import Decision, version_of
from timeline.settings import LEXICON_DIR

WEIGHTS, TYPES = load_merge_weights(LEXICON_DIR), load_types(LEXICON_DIR)
DAYS = {"m1": "2024-04-01", "m2": "2024-04-01", "m3": "2024-05-01", "m4": "2024-05-01", "m5": "2024-06-01"}
TEXT = "Norland struck Sudria."
MENTIONS = [
    make_mention(TEXT, id=name, article_id=f"a-{name}", when=make_when(day)) for name, day in sorted(DAYS.items())
]
ARTICLES = [make_article(TEXT, id=mention.article_id, published="2024-07-01") for mention in MENTIONS]
# What the machine joins by itself: reports of one day.
ALIKE = [("m1", "m2"), ("m3", "m4")]
REPORTS = st.lists(st.sampled_from(sorted(DAYS)), min_size=1, max_size=3, unique=True)


def pairs(names):
    ordered = sorted(set(names))
    return [(a, b) for place, a in enumerate(ordered) for b in ordered[place + 1 :]]


class Decisions(RuleBasedStateMachine):
    """`log` is what people said, as plain dictionaries; `decisions` the same as the project holds it."""

    @initialize()
    def nobody_has_decided(self):
        self.log = []
        self.decisions = []
        self.retired = {}
        self.merged = self.build()

    def build(self, mentions=MENTIONS):
        return merge_mentions(mentions, ARTICLES, weights=WEIGHTS, types=TYPES, decisions=self.decisions)

    def decide(self, verdict, subjects, **change):
        entry = {"id": f"d{len(self.log)}", "verdict": verdict, "subjects": list(subjects), "change": change}
        self.log.append(entry)
        self.decisions.append(
            Decision(
                id=entry["id"], verdict=verdict, subjects=tuple(subjects), who="Ada", when="2026-11-22T10:00:00+00:00",
                change=tuple(change.items()),
            )
        )  # fmt: skip
        before = {event.id: tuple(mention.id for mention in event.mentions) for event in self.merged.events}
        self.merged = self.build()
        living = {event.id for event in self.merged.events}
        self.retired |= {event_id: reports for event_id, reports in before.items() if event_id not in living}

    @rule(names=REPORTS)
    def accept(self, names):
        self.decide("accept", names)

    @rule(names=REPORTS, killed=st.integers(0, 99))
    def edit(self, names, killed):
        self.decide("edit", names, killed=str(killed))

    @rule(names=REPORTS)
    def merge(self, names):
        self.decide("merge", names)

    @rule(names=REPORTS)
    def split(self, names):
        self.decide("split", names)

    @rule(names=REPORTS)
    def reject(self, names):
        self.decide("reject", names)

    @rule(quoted=st.booleans())
    def add(self, quoted):
        place = {"article": "a-m1", "start": "0", "quote": TEXT} if quoted else {}
        self.decide("add", [], type="THREATEN", initiators="norland", date_start="2024-04-01", **place)

    @precondition(lambda self: self.log)
    @rule(data=st.data())
    def undo(self, data):
        self.decide("undo", [data.draw(st.sampled_from([entry["id"] for entry in self.log]))])

    @precondition(lambda self: self.log)
    @rule(data=st.data())
    def undo_and_its_undo_change_nothing(self, data):
        before = plain(self.merged)
        self.decide("undo", [data.draw(st.sampled_from([entry["id"] for entry in self.log]))])
        self.decide("undo", [self.log[-1]["id"]])
        assert plain(self.merged) == before

    @precondition(lambda self: len(self.merged.events) > 1)
    @rule(data=st.data())
    def merge_then_split_restores(self, data):
        before = partition(self.merged)
        one, two = data.draw(st.permutations(sorted(before)))[:2]
        if any(self.bars().get(pair) for pair in pairs(one + two)):
            return
        self.decide("merge", one + two)
        assert tuple(sorted(one + two)) in partition(self.merged)
        self.decide("split", list(one), **{"from": " ".join(two)})
        assert partition(self.merged) == before

    @rule()
    def rebuild_in_any_order(self):
        assert self.build(MENTIONS[::-1]) == self.merged

    def standing(self):
        """Entries that count: an undo takes its subjects away unless it is itself undone by a later one."""
        gone, kept = set(), []
        for entry in reversed(self.log):
            if entry["id"] in gone:
                continue
            if entry["verdict"] == "undo":
                gone |= set(entry["subjects"])
            else:
                kept.insert(0, entry)
        return kept

    def bars(self):
        """Whether a pair was last called different."""
        bars = {}
        for entry in self.standing():
            names = entry["subjects"]
            if entry["verdict"] in ("merge", "accept"):
                bars |= dict.fromkeys(pairs(names), False)
            elif entry["verdict"] == "split" and "from" in entry["change"]:
                rest = entry["change"]["from"].split()
                bars |= {(min(a, b), max(a, b)): True for a in names for b in rest}
            elif entry["verdict"] == "split":
                bars |= dict.fromkeys(pairs(names), True)
        return bars

    def expected(self):
        """Groups of reports: the machine's own pairs first, then what people joined, the latest first."""
        rejected, joins = set(), []
        for entry in self.standing():
            if entry["verdict"] == "reject":
                rejected |= set(entry["subjects"])
            elif entry["verdict"] in ("merge", "accept"):
                rejected -= set(entry["subjects"])
                joins = [pair for pair in joins if pair not in pairs(entry["subjects"])] + pairs(entry["subjects"])
        bars = self.bars()
        added = [f"hand-{entry['id']}" for entry in self.standing() if entry["verdict"] == "add"]
        groups = {name: {name} for name in [*DAYS, *added] if name not in rejected}
        wanted = [pair for pair in joins[::-1] if not bars.get(pair)]
        for a, b in [pair for pair in ALIKE if not bars.get(pair)] + wanted:
            if a not in groups or b not in groups or groups[a] is groups[b]:
                continue
            if any(bars.get((min(x, y), max(x, y))) for x in groups[a] for y in groups[b]):
                continue
            union = groups[a] | groups[b]
            groups |= dict.fromkeys(union, union)
        return {tuple(sorted(group)) for group in groups.values()}

    @invariant()
    def the_events_are_what_people_said(self):
        assert partition(self.merged) == self.expected()

    @invariant()
    def every_edit_holds(self):
        """An edited number is that of the last standing edit on the event that holds most of its subjects."""
        home = {mention.id: event.id for event in self.merged.events for mention in event.mentions}
        killed = {}
        for entry in self.standing():
            votes = Counter(home[name] for name in entry["subjects"] if name in home)
            if entry["verdict"] == "edit" and votes:
                main = min(votes, key=lambda event_id: (-votes[event_id], event_id))
                killed[main] = int(entry["change"]["killed"])
        found = {event.id: event.killed.low for event in self.merged.events if event.killed}
        assert found == killed

    @invariant()
    def no_event_without_evidence_or_the_mark_that_says_so(self):
        for event in self.merged.events:
            told = any(mention.text for mention in event.mentions)
            assert told == (event.evidence in ("reports", "hand"))

    @invariant()
    def a_redirect_never_loops(self):
        living = {event.id for event in self.merged.events}
        for old, new in (*self.merged.redirects, *redirects_of(self.retired, self.merged.events)):
            assert new in living
            assert old not in living

    @invariant()
    def every_decision_is_kept_and_every_event_knows_its_version(self):
        assert [outcome.decision for outcome in self.merged.outcomes] == self.decisions
        for event in self.merged.events:
            assert event.version == version_of(self.decisions, [mention.id for mention in event.mentions])


def partition(merged):
    return {tuple(sorted(mention.id for mention in event.mentions)) for event in merged.events}


def plain(merged):
    """The events without the name of the last decision, which an undo and its undo change."""
    return [replace(event, version="") for event in merged.events]


Decisions.TestCase.settings = settings(max_examples=2000, stateful_step_count=8, deadline=None)
test_decisions = pytest.mark.timeout(600)(Decisions.TestCase)
