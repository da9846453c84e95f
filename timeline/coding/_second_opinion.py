"""A second opinion on who did what to whom: a dependency parse beside the rules, and which of the two decides."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from timeline.coding._complements import Roles
from timeline.coding._opinion import issuer, read_roles
from timeline.coding._reading import NOBODY, Phrase, Reading, phrase_of
from timeline.coding._syntax import Tree
from timeline.coding._triggers import Trigger

# Steps down a phrase in search of an actor: "the ban on beef from X" has four.
_MAX_DEPTH = 4
# What hangs on an act without being its target: other roles, other clauses, further members of a list.
_ELSEWHERE = frozenset(
    (
        "nsubj", "nsubjpass", "agent", "advcl", "relcl", "acl", "ccomp", "pcomp", "parataxis", "conj", "advmod",
        "npadvmod",
    )
)  # fmt: skip
# Acts that may well have no target: an actor somewhere behind them is none.
_TARGETLESS = frozenset(("ASSAULT", "PROTEST", "MOBILIZE", "RETREAT", "COOPERATE"))
_AGREED, _DISAGREED = 0.05, -0.1


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What stands in one role and the reader's sentence for it; `replaced` where the parse, not the rules, decided."""

    role: str
    phrase: Phrase
    reason: str = ""
    opinion: float = 0.0
    replaced: bool = False


def settle_roles(reading: Reading, trigger: Trigger, roles: Roles) -> Roles:
    """The roles as the rules found them, mended by the parse where there is one.

    Where both name an actor and differ, the rules are kept, unless theirs stands only in a complement of the phrase;
    where the rules name nobody, only words that name force whoever acts are looked at. Measured: `docs/accuracy.md`.
    """
    tree = reading.tree
    named = bool(roles.doer.actors or roles.target.actors) or trigger.action.strength == "strong"
    if tree is None or trigger.action.target[:1] == ("subj",) or not (named or reading.parse_alone):
        return roles
    doer, target = parse_roles(reading, tree, trigger)
    if reading.parse_alone:
        return replace(roles, doer=doer, target=target, reasons=())
    verdicts = _other_side(roles, doer, target)
    if not verdicts:
        one = _settle(reading, "initiator", roles.doer, doer, roles.target)
        verdicts = (one, _settle(reading, "target", roles.target, target, one.phrase))
    replaced = [f" is the {verdict.role} because " for verdict in verdicts if verdict.replaced]
    kept = [reason for reason in roles.reasons if not any(words in reason for words in replaced)]
    return replace(
        roles,
        doer=verdicts[0].phrase,
        target=verdicts[1].phrase,
        reasons=(*kept, *(verdict.reason for verdict in verdicts if verdict.reason)),
        opinion=sum(verdict.opinion for verdict in verdicts),
    )


def _other_side(roles: Roles, doer: Phrase, target: Phrase) -> tuple[_Verdict, ...]:
    """Where one actor is all that rules and parse name, and on different sides, the parse's sides; else nothing."""
    initiated = bool(roles.doer.actors)
    only, other = (roles.doer, roles.target) if initiated else (roles.target, roles.doer)
    moved, left = (target, doer) if initiated else (doer, target)
    if not only.actors or other.actors or moved.ids != only.ids or left.ids & only.ids:
        return ()
    name, role = moved.actors[0].actor.name, "target" if initiated else "initiator"
    reason = f"Rules and parse disagree on the side of {name}; the parse, which has it as the {role}, was taken."
    return (
        _Verdict("initiator", doer, reason, _DISAGREED, replaced=True),
        _Verdict("target", target, replaced=True),
    )


def _settle(reading: Reading, role: str, rules: Phrase, parse: Phrase, other: Phrase) -> _Verdict:
    mine, theirs = rules.ids, parse.ids - other.ids
    if not theirs:
        return _Verdict(role, parse if rules.first < 0 and not parse.actors else rules)
    said = reading.text(parse)
    if not mine:
        if all(match.as_place for match in parse.actors):  # "the killing in Tehran": where, not whom
            return _Verdict(role, rules)
        return _Verdict(role, parse, f"The parse gave the {role}: '{said}'.", replaced=True)
    if mine & theirs:
        return _Verdict(role, rules, f"Rules and parse agree on the {role}.", _AGREED)
    differ = f"Rules and parse disagree on the {role}"
    if rules.located and not parse.located:
        return _Verdict(role, parse, f"{differ}; the parse's '{said}' was taken.", _DISAGREED, replaced=True)
    return _Verdict(role, rules, f"{differ}; the rules were kept, not the parse's '{said}'.", _DISAGREED)


def parse_roles(reading: Reading, tree: Tree, trigger: Trigger) -> tuple[Phrase, Phrase]:
    """The phrases that the parse gives for initiator and target; `NOBODY` where it gives none."""
    first, head, last = (tree.at(reading.line.start[i]) for i in (trigger.first, trigger.head, trigger.last))
    if min(first, head, last) < 0:
        return NOBODY, NOBODY
    light = reading.status["light"].__contains__
    doer_at, target_at = read_roles(tree, trigger, (first, head, last), light)
    doer, target = _phrase_at(reading, tree, doer_at), _phrase_at(reading, tree, target_at)
    if not doer.actors and not trigger.noun and tree.label[head] == "acl":
        issued = _phrase_at(reading, tree, issuer(tree, doer_at))
        doer = issued if issued.actors else doer
    if not doer.actors and doer_at >= 0:
        doer = _with_inner(reading, tree, doer, doer_at, NOBODY)
    if not target.actors and not trigger.noun and (target_at >= 0 or trigger.action.type not in _TARGETLESS):
        target = _with_inner(reading, tree, target, target_at if target_at >= 0 else head, doer)
    return doer, target


def _with_inner(reading: Reading, tree: Tree, phrase: Phrase, token: int, taken: Phrase) -> Phrase:
    """A phrase without an actor, with the one nearest below its head in the tree that is not `taken`."""
    ids, level = taken.ids, [token]
    for _ in range(_MAX_DEPTH):
        for i in level:
            for match in reading.people:
                named = tree.start[0] <= match.start <= tree.start[i] < match.end
                if named and match.actor.id not in ids and not match.as_place:
                    at = phrase if phrase.first >= 0 else _phrase_at(reading, tree, i)
                    return replace(at, actors=(match,), located=True)
        level = [child for i in level for child in tree.children[i] if tree.label[child] not in _ELSEWHERE]
    return phrase


def _phrase_at(reading: Reading, tree: Tree, token: int) -> Phrase:
    """The rules' noun phrase around a token of the tree, without an actor that the tree puts elsewhere."""
    i = bisect_right(reading.line.start, tree.start[token]) - 1 if token >= 0 else -1
    if i < 0:
        return NOBODY
    index = reading.clauses.at[i]
    if index < 0 or reading.line.tag[reading.clauses.chunks[index].last] == "k":
        return NOBODY
    phrase = phrase_of(reading, index)
    if phrase.located and not all(tree.under(tree.at(match.start), token) for match in phrase.actors):
        return replace(phrase, actors=(), located=False)
    return phrase
