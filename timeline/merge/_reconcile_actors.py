"""Who acted on whom, and how sure that is, from many reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from timeline.lexicon.merge_weights import MergeWords
from timeline.merge._disagree import Reports, disagreements_of
from timeline.merge._facts import codes, names
from timeline.model import Actor, Disagreement, Mention, Status

Role = Literal["initiators", "targets"]

# What an act's reports make of it: the most certain wins, a denial over a mere announcement.
_STATUSES: tuple[Status, ...] = ("happened", "alleged", "denied", "threatened", "planned")


def reconcile_roles(mentions: Sequence[Mention]) -> tuple[tuple[Actor, ...], tuple[Actor, ...], bool]:
    """Initiators, targets, and whether both sides are both."""
    symmetric = 2 * sum(m.symmetric for m in mentions) >= len(mentions) and any(m.symmetric for m in mentions)
    if symmetric:
        both = reconcile_actors([m.initiators + m.targets for m in mentions])
        return both, both, True
    initiators = reconcile_actors([m.initiators for m in mentions])
    targets = reconcile_actors([m.targets for m in mentions])
    clash = codes(initiators) & codes(targets)
    if not clash:
        return initiators, targets, False
    # One reading must be wrong: who is named more often in a role keeps it.
    acts = Counter(code for m in mentions for code in codes(m.initiators))
    suffers = Counter(code for m in mentions for code in codes(m.targets))
    weaker_as_initiator = {code for code in clash if acts[code] < suffers[code]}
    return (
        tuple(a for a in initiators if a.code not in weaker_as_initiator),
        tuple(a for a in targets if a.code not in clash - weaker_as_initiator),
        False,
    )


def reconcile_actors(named: Sequence[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """Everyone named, each once and in order of reports; of a state and its bodies the most specific all agree on.

    Where some reports name a state and others a body that acts for it, what they agree on is the state.
    """
    reports: Counter[str] = Counter()
    for actors in named:
        reports.update({actor.id for actor in actors})
    by_code: dict[str, list[Actor]] = {}
    for actor in (actor for actors in named for actor in actors):
        by_code.setdefault(actor.code or actor.id, []).append(actor)
    chosen = [_one_of(actors, reports) for actors in by_code.values()]
    return tuple(sorted(chosen, key=lambda actor: (-reports[actor.id], actor.name, actor.id)))


def _one_of(actors: Sequence[Actor], reports: Counter[str]) -> Actor:
    states = [actor for actor in actors if actor.id.casefold() == actor.code.casefold()]
    best_id = min({actor.id for actor in states or actors}, key=lambda actor_id: (-reports[actor_id], actor_id))
    best = min((actor for actor in actors if actor.id == best_id), key=lambda actor: (actor.name, actor.text))
    people = Counter(actor.person for actor in actors if actor.person)
    person = min(people, key=lambda name: (-people[name], -len(name), name)) if people else ""
    return replace(best, person=person)


def dissent_on_actors(mentions: Sequence[Mention], role: Role, reports: Reports) -> tuple[Disagreement, ...]:
    """The actors that reports give where two of them share none."""
    naming = [(m, actors) for m in mentions if (actors := _in_role(m, role))]
    sets = {codes(actors) for _, actors in naming}
    apart = any(not left & right for left in sets for right in sets)
    if not apart:
        return ()
    return disagreements_of(role, [(m, names(actors)) for m, actors in naming], reports)


def _in_role(mention: Mention, role: Role) -> tuple[Actor, ...]:
    return mention.initiators if role == "initiators" else mention.targets


def reconcile_status(mentions: Sequence[Mention]) -> Mention:
    """The report whose status the event has.

    A report that names an initiator decides before one that does not: that something happened says nothing of who
    did it. An initiator who is only alleged makes the event alleged; that it happened at all is in its reports.
    """
    attributing = [m for m in mentions if m.initiators] or list(mentions)
    return min(attributing, key=lambda m: (_STATUSES.index(m.status), -m.confidence, m.id))


def dissent_on_status(mentions: Sequence[Mention], reports: Reports) -> tuple[Disagreement, ...]:
    """Statuses that reports of the same doer give, where they differ."""
    attributing = [m for m in mentions if m.initiators]
    return disagreements_of("status", [(m, m.status) for m in attributing], reports)


def describe_attribution(mentions: Sequence[Mention], initiators: tuple[Actor, ...], lexis: MergeWords) -> str:
    """Who says so and who does not, in one sentence; empty where nobody's word is at issue."""
    own = codes(initiators)
    doers = names(initiators)
    parts: list[str] = []
    if doers and any(m.status != "happened" and is_unclaimed(m, lexis) for m in mentions):
        parts.append(f"not claimed by {doers}")
    claimants = _claimants(m for m in mentions if m.status == "alleged")
    others = [actor for actor in claimants if actor.code not in own]
    if others:
        said = f"attributed to {doers}" if doers else "reported"
        parts.append(f"{said} by {names(tuple(others))}")
    if any(actor.code in own for actor in _claimants(m for m in mentions if m.status in ("happened", "alleged"))):
        parts.append(f"claimed by {doers}")
    denying = _claimants(m for m in mentions if m.status == "denied")
    if denying:
        parts.append(f"denied by {names(denying)}")
    hedges = dict.fromkeys(m.status_words for m in mentions if m.status == "alleged" and m.status_words)
    if hedges and not parts:
        told = any(m.status == "happened" for m in mentions)
        parts.append(f"{'alleged in some reports' if told else 'only alleged'} (“{next(iter(hedges))}”)")
    text = "; ".join(parts)
    return text[:1].upper() + text[1:]


def _claimants(mentions: Iterable[Mention]) -> tuple[Actor, ...]:
    found = {m.claimed_by.id: m.claimed_by for m in mentions if m.claimed_by is not None}
    return tuple(found[actor_id] for actor_id in sorted(found))


def is_unclaimed(mention: Mention, lexis: MergeWords) -> bool:
    """The report says that the doer has not claimed the act."""
    told = f"{mention.status_words} {mention.text}".casefold()
    return any(phrase in told for phrase in lexis.no_claim)
