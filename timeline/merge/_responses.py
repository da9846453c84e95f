"""Which event answers which: links that a sentence states, and, apart from them, links one may infer."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.lexicon.merge_weights import MergeWeights
from timeline.merge._facts import codes
from timeline.merge._words import content_stems, rarity
from timeline.model import Event, Mention, Response, ResponseCue, Span

# Earlier events an antecedent's words are compared with; the rest share no rare word with it.
_CANDIDATES = 50
_HOSTILE_LEVEL = 4
_DONE = ("happened", "alleged")
# Earlier acts of the other side looked at; one further back is not the latest before.
_LOOK_BACK = 100
# "An attack" fits every attack: to name an event takes two words that mean something.
_NAMING_WORDS = 2


@dataclass(frozen=True, slots=True)
class _Index:
    """Where triggers stand, and which events use which words."""

    triggers: dict[str, list[tuple[Span, str]]]
    events: dict[str, Event]
    stems: dict[str, frozenset[str]]
    by_stem: dict[str, list[str]]
    idf: dict[str, float]
    rarest: float


def add_stated_responses(events: Sequence[Event], weights: MergeWeights) -> tuple[Event, ...]:
    """The events with every response link that one of their sentences states."""
    index = _make_index(events, weights)
    return tuple(replace(event, responses=_responses_of(event, index, weights)) for event in events)


def _make_index(events: Sequence[Event], weights: MergeWeights) -> _Index:
    triggers: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    by_stem: dict[str, list[str]] = defaultdict(list)
    stems = {event.id: _event_stems(event, weights) for event in events}
    for event in events:
        for mention in event.mentions:
            triggers[mention.article_id].append((mention.trigger, event.id))
        for stem in sorted(stems[event.id]):
            by_stem[stem].append(event.id)
    idf = rarity(stems.values())
    rarest = max(idf.values(), default=1.0)
    return _Index(dict(triggers), {event.id: event for event in events}, stems, dict(by_stem), idf, rarest)


def _event_stems(event: Event, weights: MergeWeights) -> frozenset[str]:
    """What an event may be called by: triggers, names, people and place, not whole sentences."""
    words = [m.text[m.trigger.start - m.start : m.trigger.end - m.start] for m in event.mentions]
    for mention in event.mentions:
        words += [f"{actor.name} {actor.text} {actor.person}" for actor in mention.initiators + mention.targets]
    words += [event.place.name] if event.place else []
    return content_stems(" ".join(words), weights.lexis)


def _responses_of(event: Event, index: _Index, weights: MergeWeights) -> tuple[Response, ...]:
    found: dict[str, Response] = {}
    for mention in event.mentions:
        for cue in mention.responds:
            answered, rule = _answered(event, mention, cue, index, weights)
            if answered is not None and answered.id not in found and not _comes_before(event, answered):
                found[answered.id] = _response(event, answered, mention, cue, rule)
    return tuple(found[event_id] for event_id in sorted(found))


def _answered(
    event: Event, mention: Mention, cue: ResponseCue, index: _Index, weights: MergeWeights
) -> tuple[Event | None, str]:
    inside = [
        event_id
        for span, event_id in index.triggers[mention.article_id]
        if cue.antecedent.start <= span.start and span.end <= cue.antecedent.end and event_id != event.id
    ]
    if inside:
        return index.events[inside[0]], "stated-act"
    named = cue.antecedent.start - mention.start, cue.antecedent.end - mention.start
    text = mention.text[max(0, named[0]) : max(0, named[1])]
    return _named_event(event, mention, content_stems(text, weights.lexis), index, weights), "stated-words"


def _named_event(
    event: Event, mention: Mention, told: frozenset[str], index: _Index, weights: MergeWeights
) -> Event | None:
    """The one event that the antecedent's words fit best, if they fit well and fit no other as well."""
    scored = sorted(
        (-_fit(event, mention, told, index.events[event_id], index, weights), event_id)
        for event_id in _candidates(told, index)
        if event_id != event.id and not _comes_before(event, index.events[event_id])
    )
    if not scored or -scored[0][0] < weights.answer_at:
        return None
    if len(scored) > 1 and scored[0][0] == scored[1][0]:
        return None
    return index.events[scored[0][1]]


def _candidates(told: frozenset[str], index: _Index) -> list[str]:
    found: dict[str, float] = defaultdict(float)
    for stem in sorted(told):
        for event_id in index.by_stem.get(stem, ()):
            found[event_id] += index.idf[stem]
    return sorted(found, key=lambda event_id: (-found[event_id], event_id))[:_CANDIDATES]


def _fit(
    event: Event, mention: Mention, told: frozenset[str], other: Event, index: _Index, weights: MergeWeights
) -> float:
    """Shared rare words, half a point more where the dyad is turned round, a fifth for the same article."""
    if other.quad in (0, 1) or len(told) < _NAMING_WORDS:
        return 0.0
    known = sum(index.idf.get(stem, 0.0) for stem in sorted(told & index.stems[other.id]))
    whole = sum(index.idf.get(stem, index.rarest) for stem in sorted(told))
    turned = bool(codes(event.targets) & codes(other.initiators) or codes(event.initiators) & codes(other.targets))
    same_article = any(m.article_id == mention.article_id for m in other.mentions)
    return (known / whole if whole else 0.0) + 0.5 * turned + 0.2 * same_article


def _comes_before(answer: Event, answered: Event) -> bool:
    """The answer was over before what it is said to answer began: the link cannot be meant."""
    a, b = answer.when.interval, answered.when.interval
    return a is not None and b is not None and a.end < b.start


def _response(event: Event, answered: Event, mention: Mention, cue: ResponseCue, rule: str) -> Response:
    shortest, longest = lag_days(event, answered)
    return Response(
        event_id=event.id,
        responds_to=answered.id,
        basis="stated",
        cue=cue.cue,
        mention_id=mention.id,
        sentence=mention.text,
        lag_days=shortest,
        lag_days_max=longest,
        rule=rule,
    )


def lag_days(answer: Event, answered: Event) -> tuple[int | None, int | None]:
    """Fewest and most days between two events; None where a date is unknown."""
    a, b = answer.when.interval, answered.when.interval
    if a is None or b is None:
        return None, None
    return max(0, (a.start - b.end).days), max(0, (a.end - b.start).days)


def add_inferred_responses(events: Sequence[Event], weights: MergeWeights) -> tuple[Event, ...]:
    """The events with the links that `infer_responses` finds, after those that their sentences state."""
    found: dict[str, list[Response]] = defaultdict(list)
    for response in infer_responses(events, within_days=int(weights.infer_days)):
        found[response.event_id].append(response)
    return tuple(
        replace(event, responses=(*event.responses, *found[event.id])) if event.id in found else event
        for event in events
    )


def infer_responses(events: Sequence[Event], *, within_days: int) -> tuple[Response, ...]:
    """Uses of force in the opposite direction of an earlier one between the same two, within some days.

    No text states these links: they are for a view of their own, never mixed with stated ones.
    """
    return tuple(_inferred(events, within_days))


def _inferred(events: Sequence[Event], within_days: int) -> Iterator[Response]:
    hostile = [e for e in events if e.level >= _HOSTILE_LEVEL and e.when.interval and e.status in _DONE]
    stated = {(response.event_id, response.responds_to) for event in events for response in event.responses}
    by_dyad: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in sorted(hostile, key=_start):
        for doer in sorted(codes(event.initiators)):
            for sufferer in sorted(codes(event.targets)):
                by_dyad[doer, sufferer].append(event)
    for (doer, sufferer), acts in sorted(by_dyad.items()):
        for act in acts:
            answered = _latest_before(act, by_dyad.get((sufferer, doer), []), within_days)
            if answered is not None and (act.id, answered.id) not in stated:
                stated.add((act.id, answered.id))
                shortest, longest = lag_days(act, answered)
                yield Response(
                    event_id=act.id,
                    responds_to=answered.id,
                    basis="inferred",
                    lag_days=shortest,
                    lag_days_max=longest,
                    rule=f"opposite-direction-within-{within_days}-days",
                )


def _latest_before(act: Event, others: Sequence[Event], within_days: int) -> Event | None:
    """Of acts in order of their beginning, the last that was over before `act` began."""
    day = _start(act)
    reached = bisect_left(others, day, key=_start)
    for other in reversed(others[max(0, reached - _LOOK_BACK) : reached]):
        over = other.when.interval is not None and other.when.interval.end.isoformat() < day[0]
        if over and other.id != act.id and (lag_days(act, other)[0] or 0) <= within_days:
            return other
    return None


def _start(event: Event) -> tuple[str, str]:
    return (event.when.interval.start.isoformat() if event.when.interval else "", event.id)
