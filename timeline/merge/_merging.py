"""Mentions and people's decisions in, events out: the one function that composes this room."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from timeline.lexicon.merge_weights import MergeWeights
from timeline.lexicon.types import TypeTable
from timeline.merge._added import added_reports
from timeline.merge._blocking import candidate_pairs
from timeline.merge._clustering import Group, Grouping
from timeline.merge._collecting import uncollected
from timeline.merge._decisions import Rulings, read_rulings, standing_decisions
from timeline.merge._disagree import reports_of
from timeline.merge._edits import apply_edits
from timeline.merge._facts import Facts, canonical_order, gather_facts
from timeline.merge._outcomes import Trouble, judge_outcomes, mark_evidence, mark_reviewed
from timeline.merge._reconcile import Bench, reconcile
from timeline.merge._references import resolve_references
from timeline.merge._responses import add_stated_responses
from timeline.merge._score import Scorer
from timeline.model import Article, Decision, Event, Mention, MergeReason, NearMiss, Outcome

_ID_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Merged:
    """Events in order of time, ids that now lead to another event, what became of decisions, what nearly merged."""

    events: tuple[Event, ...]
    redirects: tuple[tuple[str, str], ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()

    @property
    def notices(self) -> tuple[str, ...]:
        """A sentence for each decision that could not be followed as it was meant."""
        return tuple(outcome.problem for outcome in self.outcomes if outcome.problem)


@uncollected()
def merge_mentions(
    mentions: Sequence[Mention],
    articles: Sequence[Article],
    *,
    weights: MergeWeights,
    types: TypeTable,
    decisions: Sequence[Decision] = (),
) -> Merged:
    """Join the reports of each event; the order of `mentions` and `articles` never shows in the result.

    `decisions` are the whole log, oldest first; they outrank every score.
    """
    by_id = {article.id: article for article in articles}
    rulings = read_rulings(decisions)
    bench = Bench(weights, types, reports_of(articles))
    added = added_reports(standing_decisions(decisions), by_id, types)
    everything = [*mentions, *added.mentions]
    ordered = canonical_order((m for m in everything if m.id not in rulings.rejected), by_id)
    facts = gather_facts(ordered, by_id, weights)
    scorer = Scorer(weights, resolve_references(facts, Scorer(weights, {})))
    grouping = _group(facts, scorer, rulings)
    before = _ids(grouping.groups(), facts)
    overruled = _decree(grouping, facts, rulings)
    groups = grouping.groups()
    ids = _ids(groups, facts)
    events = [_event(ids[group.members[0]], group, facts, scorer, bench) for group in groups]
    events, unusable = apply_edits(events, rulings, types)
    trouble = Trouble(overruled=overruled, unusable={**added.unusable, **dict(unusable)}, gone=added.gone)
    outcomes = judge_outcomes(decisions, {m.id for m in everything}, events, trouble)
    events = mark_reviewed(mark_evidence(events, added.gone), outcomes)
    linked = add_stated_responses(sorted(events, key=_when_first), weights)
    return Merged(linked, _redirects(before, ids), outcomes, _near_misses(grouping, ids, facts, scorer))


def _group(facts: Sequence[Facts], scorer: Scorer, rulings: Rulings) -> Grouping:
    order = {one.mention.id: one.order for one in facts}
    barred = [(order[a], order[b]) for a, b in sorted(rulings.barred) if a in order and b in order]
    grouping = Grouping(facts, scorer, barred)
    grouping.link(candidate_pairs(facts, scorer.weights))
    return grouping


def _decree(grouping: Grouping, facts: Sequence[Facts], rulings: Rulings) -> dict[str, str]:
    """Join what people joined; the pair for each decision that a later one bars."""
    order = {one.mention.id: one.order for one in facts}
    overruled: dict[str, str] = {}
    for (a, b), decision in rulings.joined:
        if a in order and b in order and not grouping.decree(order[a], order[b]):
            overruled.setdefault(decision.id, f"{a} and {b}")
    return overruled


def _near_misses(
    grouping: Grouping, ids: Mapping[int, str], facts: Sequence[Facts], scorer: Scorer
) -> tuple[NearMiss, ...]:
    return tuple(
        NearMiss(event_a=ids[a], event_b=ids[b], **asdict(_reason(a, b, facts, scorer)))
        for a, b in grouping.near_misses()
    )


def _reason(a: int, b: int, facts: Sequence[Facts], scorer: Scorer) -> MergeReason:
    verdict = scorer.score(facts[a], facts[b])
    return MergeReason(
        mention_a=facts[a].mention.id,
        mention_b=facts[b].mention.id,
        score=round(verdict.probability, 4),
        sentence=scorer.explain(verdict),
    )


def _ids(groups: Iterable[Group], facts: Sequence[Facts]) -> dict[int, str]:
    """The permanent id of each member's event, made of the earliest member's mention id."""
    digests: dict[str, list[Group]] = {}
    for group in groups:
        earliest = min((facts[order] for order in group.members), key=_published_first)
        digest = hashlib.sha256(earliest.mention.id.encode("utf-8", "surrogatepass")).hexdigest()
        digests.setdefault(digest, []).append(group)
    short: dict[str, int] = {}
    for digest in digests:
        short[digest[:_ID_DIGITS]] = short.get(digest[:_ID_DIGITS], 0) + 1
    ids: dict[int, str] = {}
    for digest, same in digests.items():
        # Two digests alike in forty bits keep all their digits, so that an id never means two events.
        event_id = f"ev-{digest[:_ID_DIGITS] if short[digest[:_ID_DIGITS]] == 1 else digest}"
        for group in same:
            ids.update(dict.fromkeys(group.members, event_id))
    return ids


def _published_first(facts: Facts) -> tuple[str, str]:
    # An article of unknown date comes last: "~" sorts after every digit.
    return (facts.published.start.isoformat() if facts.published else "~", facts.mention.id)


def _redirects(before: Mapping[int, str], after: Mapping[int, str]) -> tuple[tuple[str, str], ...]:
    """Ids that events had before people joined them, each with the id that stands for it now."""
    living = set(after.values())
    moved = {old: after[order] for order, old in sorted(before.items()) if old not in living}
    return tuple(sorted(moved.items()))


def _event(event_id: str, group: Group, facts: Sequence[Facts], scorer: Scorer, bench: Bench) -> Event:
    because = tuple(_reason(a, b, facts, scorer) for a, b in sorted(group.links))
    return reconcile(event_id, [facts[order].mention for order in group.members], because, bench)


def _when_first(event: Event) -> tuple[str, str, str]:
    days = event.when.interval
    return (days.start.isoformat() if days else "~", days.end.isoformat() if days else "~", event.id)
