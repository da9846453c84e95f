"""Whom a crowd acts for, and whom a condemnation is aimed at: nobody whom only a place or a victim would name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.coding._disowning import ROLES, preposition_before, take_away
from timeline.coding._drafts import Draft
from timeline.coding._reading import Phrase, Reading
from timeline.coding._relations import as_match
from timeline.coding.actors import ActorMatch

_OPINIONS = frozenset(("ACCUSE", "SUPPORT"))
# Nobody does this towards himself.
_TOWARDS = frozenset(("AGREE", "REJECT", "MOBILIZE", "THREATEN", "SANCTION", "CONCEDE", "COOPERATE"))
# Said by one side to another, and to each other only where the words say so.
_SAID = frozenset(("ACCUSE", "REJECT", "REQUEST", "THREATEN"))
_FORCEFUL = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "THREATEN"))
# Kinds of actors that rebels may belong to.
_GROUPS = frozenset(("armed_group", "party"))


def disown_crowds(reading: Reading, drafts: Sequence[Draft]) -> None:
    """ "Protesters in X burned tyres": people in a place do not act for its state, as its police or army do."""
    for draft in drafts:
        if _is_crowd(reading, draft.doer):
            take_away(draft, "initiator", draft.doer.actors)


def disown_outlaws(reading: Reading, drafts: Sequence[Draft]) -> None:
    """ "Norish rebels", "Norish gangs": whose nationals they are, and not the state; "Norish rebels of X" are X."""
    for draft in (draft for draft in drafts if draft.type in _FORCEFUL):
        for role in ROLES:
            phrase = draft.doer if role == "initiator" else draft.target
            outlaws = [match for match in phrase.actors if _is_outlaw(reading, match, phrase)]
            if outlaws:
                within = reading.actors_between(phrase.first, phrase.last) if phrase.first >= 0 else ()
                take_away(draft, role, outlaws, tuple(match for match in within if match.kind in _GROUPS)[:1])


def _is_outlaw(reading: Reading, match: ActorMatch, phrase: Phrase) -> bool:
    """Whether only a nationality says who men under arms of their own are."""
    line, at = reading.line, reading.head_of(phrase)
    head = match.head if match.kind == "people" else line.low[at] if match.kind == "adjective" and at >= 0 else ""
    nation = match.text.lower().split()[:1]
    return head in reading.status["outlaw"] and reading.status["nation"].isdisjoint(nation)


def act_on_others(reading: Reading, drafts: Sequence[Draft]) -> None:
    """ "Soldiers of X fanned out across its capital": who only lives where an act was done is not acted upon."""
    for draft in drafts:
        own = draft.doer.ids
        same = bool(own) and draft.target.ids <= own
        if same and draft.symmetric and draft.type in _SAID and reading.status["mutual"].isdisjoint(reading.line.low):
            # "X and Y urged both sides": those spoken to are others, whoever "both sides" were taken for.
            draft.symmetric = False
        if not same or draft.symmetric or draft.type == "PROTEST":
            continue
        place = all(_only_where(reading, match) for match in draft.target.actors)
        # "bombed the defence ministry in Damascus": an office that nobody names is not the bomber's.
        meant = draft.type == "ASSAULT" and not _names_outright(reading, draft.target)
        if place or meant or draft.target.located or draft.type in _TOWARDS | _SAID:
            take_away(draft, "target", draft.target.actors)


def _names_outright(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase has an actor by a name within it, no pronoun and nothing elsewhere; one without words has."""
    if phrase.first < 0:
        return True
    first, last = reading.line.start[phrase.first], reading.line.end[phrase.last]
    return any(first <= match.start < last for match in phrase.actors)


def aim_at_the_doer(reading: Reading, drafts: Sequence[Draft]) -> None:
    """ "X condemned the attack on Y": aimed at who attacked, if the text says who, and never at Y."""
    for draft in drafts:
        force = _judged(draft, drafts) if draft.type in _OPINIONS and not draft.trigger.noun else None
        if force is None or not draft.target.actors:
            continue
        told = force.earlier.initiators if force.earlier is not None else ()
        doers = force.doer.actors or tuple(map(as_match, told))
        if doers:
            draft.target = replace(draft.target, actors=doers, located=True)
        elif draft.target.ids <= force.target.ids:
            take_away(draft, "target", draft.target.actors)


def _judged(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The act of force that the object of a judgement names, or None."""
    first, last = draft.target.first, draft.target.last
    for other in drafts:
        if other.type == "ASSAULT" and other.trigger.noun and first <= other.trigger.head <= last:
            return other
    return None


def _is_crowd(reading: Reading, doer: Phrase) -> bool:
    """Whether people who serve no state are only known by the place they are in."""
    index = reading.clauses.at[doer.first] if doer.first >= 0 else -1
    if index < 0 or not doer.actors or not all(_only_where(reading, match) for match in doer.actors):
        return False
    head = reading.clauses.chunks[index]
    words = set(reading.words_between(head.first, head.last))
    status = reading.status
    servants = status["servant"] | status["organ"] | status["state"]
    return bool(words & (status["people"] | status["generic"] | set(status.numbers))) and not words & servants


def _only_where(reading: Reading, match: ActorMatch) -> bool:
    """Whether a name says where people are: "in Kinshasa"."""
    prep = preposition_before(reading, match)
    return prep >= 0 and reading.line.low[prep] in reading.status["scene"] and match.kind != "adjective"
