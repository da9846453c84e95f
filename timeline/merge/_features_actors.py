"""Features of who acted on whom: initiators, targets, named people."""

from __future__ import annotations

from timeline.merge._facts import Facts
from timeline.merge._features import Feature
from timeline.merge._features_places import is_same_town
from timeline.model import Actor


def initiators(a: Facts, b: Facts) -> Feature | None:
    """The same initiators; different ones veto, unless one side is only alleged."""
    return _same_actors("initiators", a.initiators, b.initiators, a.mention.initiators, b.mention.initiators)


def initiator_mismatch(a: Facts, b: Facts) -> Feature | None:
    """Both name initiators and share none."""
    if not a.initiators or not b.initiators or a.initiators & b.initiators:
        return None
    texts = names(a.mention.initiators), names(b.mention.initiators)
    open_question = "alleged" in (a.mention.status, b.mention.status) and bool(a.targets & b.targets)
    sentence = f"They name different initiators, {texts[0]} and {texts[1]}"
    return Feature("initiator_mismatch", -1.0, sentence, *texts, veto=not open_question)


def targets(a: Facts, b: Facts) -> Feature | None:
    """The same targets."""
    return _same_actors("targets", a.targets, b.targets, a.mention.targets, b.mention.targets)


def target_mismatch(a: Facts, b: Facts) -> Feature | None:
    """Both name targets and share none; a veto unless both tell of one town."""
    if not a.targets or not b.targets or a.targets & b.targets:
        return None
    texts = names(a.mention.targets), names(b.mention.targets)
    one_town = is_same_town(a.mention.place, b.mention.place)
    sentence = f"They name different targets, {texts[0]} and {texts[1]}"
    return Feature("target_mismatch", -0.4 if one_town else -1.0, sentence, *texts, veto=not one_town)


def role_reversal(a: Facts, b: Facts) -> Feature | None:
    """Who acts in one report suffers in the other: the act and its answer, or two sides of a fight, told apart."""
    if a.mutual or b.mutual:
        return None
    turned = (a.initiators & b.targets) - a.targets or (b.initiators & a.targets) - b.targets
    if not turned:
        return None
    texts = names(a.mention.initiators + a.mention.targets), names(b.mention.initiators + b.mention.targets)
    return Feature(
        "role_reversal", -1.0, f"{', '.join(sorted(turned))} acts in one and suffers in the other", *texts, veto=True
    )


def _same_actors(
    role: str, left: frozenset[str], right: frozenset[str], a: tuple[Actor, ...], b: tuple[Actor, ...]
) -> Feature | None:
    if not left & right:
        return None
    texts = names(a), names(b)
    share = len(left & right) / len(left | right)
    one_id = {actor.id for actor in a} & {actor.id for actor in b}
    score = share * (1.0 if one_id else 0.8)
    if one_id:
        shared = "; ".join(sorted({actor.name for actor in a if actor.id in one_id}))
        return Feature(role, score, f"Both name {shared} as {role[:-1]}", *texts)
    return Feature(role, score, f"Their {role}, {texts[0]} and {texts[1]}, are one state and its body", *texts)


def names(actors: tuple[Actor, ...]) -> str:
    """Display names of actors, joined."""
    return "; ".join(dict.fromkeys(actor.name for actor in actors))


def person(a: Facts, b: Facts) -> Feature | None:
    """The same named victim, or for words the same speaker; different ones speak against."""
    left, right = (a.speakers, b.speakers) if a.verbal else (a.victims, b.victims)
    if not left or not right:
        return None
    texts = _people(a), _people(b)
    if left & right:
        shared = ", ".join(sorted(word.title() for word in left & right))
        return Feature("person", 1.0, f"Both name {shared}", *texts)
    return Feature("person", -1.0, f"They name different people, {texts[0]} and {texts[1]}", *texts)


def _people(facts: Facts) -> str:
    actors = facts.mention.initiators if facts.verbal else facts.mention.targets
    return "; ".join(actor.person for actor in actors if actor.person)
