"""Features of who acted on whom: initiators, targets, named people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from timeline.merge._facts import Facts
from timeline.merge._features import Feature, Told
from timeline.merge._features_places import is_same_town

# States have codes of three letters, groups their own longer ids.
_ISO_LETTERS = 3
Role = Literal["initiators", "targets"]


def initiators(a: Facts, b: Facts) -> Feature | None:
    """The same initiators; different ones veto, unless one side is only alleged."""
    return _same_actors("initiators", a.initiators & b.initiators, a, b)


def initiator_mismatch(a: Facts, b: Facts) -> Feature | None:
    """Both name initiators and share none."""
    if not a.initiators or not b.initiators or a.initiators & b.initiators or _may_be_one(a, b):
        return None
    open_question = "alleged" in (a.mention.status, b.mention.status) and bool(a.targets & b.targets)
    return Feature(
        "initiator_mismatch",
        -1.0,
        lambda: (f"They name different initiators, {a.doers} and {b.doers}", a.doers, b.doers),
        veto=not open_question,
    )


def targets(a: Facts, b: Facts) -> Feature | None:
    """The same targets, also where one report names those of their own state who did it to them."""
    own = (a.inward & b.targets) | (b.inward & a.targets) if not a.targets & b.targets else frozenset()
    return _same_actors("targets", (a.targets & b.targets) | own, a, b)


def target_mismatch(a: Facts, b: Facts) -> Feature | None:
    """Both name targets and share none; a veto unless both tell of one town."""
    if not a.targets or not b.targets or a.targets & b.targets or _may_be_one(a, b):
        return None
    one_town = is_same_town(a.mention.place, b.mention.place) or _one_names_the_land(a, b)
    return Feature(
        "target_mismatch",
        -0.4 if one_town else -1.0,
        lambda: (f"They name different targets, {a.sufferers} and {b.sufferers}", a.sufferers, b.sufferers),
        veto=not one_town,
    )


def _one_names_the_land(a: Facts, b: Facts) -> bool:
    """One names whom it befell, the other only the land in which both tell of it."""
    lands = frozenset(one.mention.place.country for one in (a, b) if one.mention.place)
    return len(lands) == 1 and lands in (a.targets, b.targets)


def _may_be_one(a: Facts, b: Facts) -> bool:
    """Different names that do not exclude each other: two parties of one dealing, fighters of a land and its group."""
    return _each_names_one_party(a, b) or _is_kin(a, b) or _is_kin(b, a)


def _is_kin(people: Facts, group: Facts) -> bool:
    """One tells of fighters of a land, or of a larger group, and the other of a group that belongs there."""
    if not group.kin:
        return False
    larger = (code for code in people.parties if len(code) != _ISO_LETTERS)
    return not group.kin.isdisjoint(people.irregulars) or not group.kin.isdisjoint(larger)


def _each_names_one_party(a: Facts, b: Facts) -> bool:
    """Both tell of dealings of one day between two, and each names one of them: together they may be the two."""
    if not (a.mutual and b.mutual) or a.interval is None or a.interval != b.interval or a.interval.days > 1:
        return False
    return len(a.initiators) == len(b.initiators) == 1


def role_reversal(a: Facts, b: Facts) -> Feature | None:
    """Who acts in one report suffers in the other: the act and its answer, or two sides of a fight, told apart.

    A veto, unless both tell of one town and neither names a second side: then one of them may be misread.
    """
    if a.mutual or b.mutual:
        return None
    if a.initiators.isdisjoint(b.targets) and b.initiators.isdisjoint(a.targets):
        return None
    turned = (a.initiators & b.targets) - a.targets - a.irregulars - a.inward
    turned = turned or (b.initiators & a.targets) - b.targets - b.irregulars - b.inward
    if not turned:
        return None
    one_sided = not (a.initiators and a.targets) and not (b.initiators and b.targets)
    open_question = one_sided and is_same_town(a.mention.place, b.mention.place)
    return Feature("role_reversal", -1.0, lambda: _turned_told(turned, a, b), veto=not open_question)


def _turned_told(turned: frozenset[str], a: Facts, b: Facts) -> Told:
    return f"{', '.join(sorted(turned))} acts in one and suffers in the other", _parties(a), _parties(b)


def _parties(facts: Facts) -> str:
    return "; ".join(filter(None, (facts.doers, facts.sufferers)))


def one_sided(a: Facts, b: Facts) -> Feature | None:
    """One tells of both sides acting on each other ("traded fire"), the other of one of them acting on the other."""
    if a.mutual == b.mutual or a.families.isdisjoint(b.families):
        return None
    both, one = (a, b) if a.mutual else (b, a)
    if not one.initiators or one.initiators >= both.initiators:
        return None
    return Feature(
        "one_sided",
        -1.0,
        lambda: _one_sided_told(both, one, a, b),
    )


def _one_sided_told(both: Facts, one: Facts, a: Facts, b: Facts) -> Told:
    names = _parties(both), _parties(one)
    told = f", {names[0]}, the other of {names[1]} alone" if all(names) else ", the other of one alone"
    return f"One tells of both sides acting{told}", a.doers, b.doers


def _same_actors(role: Role, shared: frozenset[str], a: Facts, b: Facts) -> Feature | None:
    if not shared:
        return None
    left, right = (a.initiators, b.initiators) if role == "initiators" else (a.targets, b.targets)
    share = len(shared) / len(left | right)
    named, others = _names(a, role), _names(b, role)
    both = {named[id_] for id_ in others if id_ in named}
    return Feature(role, share if both else 0.8 * share, lambda: _same_told(role, both, a, b))


def _same_told(role: Role, both: set[str], a: Facts, b: Facts) -> Told:
    texts = (a.doers, b.doers) if role == "initiators" else (a.sufferers, b.sufferers)
    if both:
        return f"Both name {'; '.join(sorted(both))} as {role[:-1]}", *texts
    if not all(texts) or any("; " in text for text in texts):
        return f"Their {role} share a side", *texts
    return f"Their {role}, {texts[0]} and {texts[1]}, are one state and its body", *texts


def _names(facts: Facts, role: Role) -> Mapping[str, str]:
    return facts.initiator_names if role == "initiators" else facts.target_names


def person(a: Facts, b: Facts) -> Feature | None:
    """The same named victim, or for words the same speaker; different ones speak against."""
    left, right = (a.speakers, b.speakers) if a.verbal else (a.victims, b.victims)
    if not left or not right:
        return None
    return Feature("person", 1.0 if left & right else -1.0, lambda: _people_told(left & right, a, b))


def _people_told(both: frozenset[str], a: Facts, b: Facts) -> Told:
    texts = _people(a), _people(b)
    if both:
        return f"Both name {', '.join(sorted(word.title() for word in both))}", *texts
    if not all(texts):
        return "They name different people", *texts
    return f"They name different people, {texts[0]} and {texts[1]}", *texts


def _people(facts: Facts) -> str:
    actors = facts.mention.initiators if facts.verbal else facts.mention.targets
    return "; ".join(actor.person for actor in actors if actor.person)
