"""Several words of a sentence that name one act become one draft."""

from __future__ import annotations

from dataclasses import replace

from timeline.coding._drafts import Draft
from timeline.coding._noun_roles import governor_of
from timeline.coding._reading import NOBODY, Reading, line_word

_FORCE = frozenset(("ASSAULT",))
_ANNOUNCED = frozenset(("THREATEN", "AGREE"))
# Tokens between verbs that share an object: a comma, "and", an adverb.
_SHARED = 3


def unify(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Drafts in which a verb and the event noun it governs, or an attack and its victims, are one act."""
    kept: list[Draft] = []
    for draft in drafts:
        if any(_avenges(reading, other, draft) for other in kept):
            continue
        partner = next((other for other in reversed(kept) if _one_act(reading, other, draft)), None)
        if partner is None:
            kept.append(draft)
        else:
            _absorb(reading, partner, draft)
    return kept


def _one_act(reading: Reading, first: Draft, second: Draft) -> bool:
    if first.type != second.type and not _covers(reading, first, second):
        return False
    if _same_doer(reading, first, second):
        second.doer = first.doer
    if _clash(first, second):
        return False
    if _answers(reading, first):
        return _done_with(reading, first, second)
    return (
        _same_victim(first, second)
        or _apposed(reading, second)
        or _object_of(reading, second, first)
        or _covers(reading, first, second)
        or _said_twice(reading, first, second)
        or _coordinated(reading, first, second)
        or _headed(reading, first, second)
        or _cause_of(reading, first, second)
        or (
            first.type in _FORCE
            and (
                _in_the(reading, first, second)
                or _struck_with(reading, first, second)
                or _result(reading, first, second)
                or _when(reading, first, second)
            )
        )
    )


def _said_twice(reading: Reading, first: Draft, second: Draft) -> bool:
    """ "warned that it would strike": a threat or a promise, and what it consists in."""
    gap = range(first.trigger.last + 1, second.trigger.first)
    told = first.type in _ANNOUNCED and not first.trigger.noun and not second.trigger.noun
    return (
        told and any(reading.line.low[i] == "that" for i in gap) and not any(reading.line.tag[i] in "v;" for i in gap)
    )


def _coordinated(reading: Reading, first: Draft, second: Draft) -> bool:
    """ "bombed and shelled the town": verbs that share their object."""
    gap = range(first.trigger.last + 1, second.trigger.first)
    joined = 0 < len(gap) <= _SHARED and all(reading.line.tag[i] in "c,a" for i in gap)
    return joined and not (first.trigger.noun or second.trigger.noun) and first.mode != "abduct"


def _headed(reading: Reading, first: Draft, second: Draft) -> bool:
    """ "Raids on X: …": a label before a colon names what the sentence then tells."""
    gap = range(first.trigger.last + 1, second.trigger.first)
    return first.trigger.noun and first.background and any(reading.line.words[i] == ":" for i in gap)


def _avenges(reading: Reading, first: Draft, second: Draft) -> bool:
    """ "sent drones at X to avenge Y": the infinitive says why, and is no other act."""
    head = second.trigger.head
    if first.type not in _FORCE or second.trigger.noun or reading.line.lemma[head] not in reading.status["respond"]:
        return False
    return reading.line.tag[reading.group(head)] == "t" and first.trigger.last < head


def _same_doer(reading: Reading, first: Draft, second: Draft) -> bool:
    """ "bombed a convoy of X killing ten": what follows without a comma is what the bombing did, not what X did."""
    line, head = reading.line, second.trigger.head
    harm = line.form[head] == {"ing"} and line.low[head] in reading.status.any_of("kill", "harm")
    if not harm or second.trigger.noun or not first.target.actors or first.type not in _FORCE:
        return False
    bare = not any(tag in ",;srvb" for tag in line.tag[first.target.last + 1 : head])
    return bare and second.doer.ids == first.target.ids


def _apposed(reading: Reading, noun: Draft) -> bool:
    """ "…, marking the largest attack since": a noun that only characterises the act before it."""
    verb = governor_of(reading, noun.trigger) if noun.trigger.noun else -1
    return verb > 0 and reading.line.low[verb] in reading.status["apposed"] and "ing" in reading.line.form[verb]


def _same_victim(first: Draft, second: Draft) -> bool:
    """Two nouns for the death of one named person ("Assassination of X: the death of X last month")."""

    def persons(draft: Draft) -> set[str]:
        return {match.actor.person for match in draft.target.actors if match.actor.person}

    nouns = first.trigger.noun and second.trigger.noun
    return nouns and first.type in _FORCE and bool(persons(first) & persons(second))


def _answers(reading: Reading, draft: Draft) -> bool:
    """A verb of reprisal is never one act with what it answers."""
    return not draft.trigger.noun and reading.line.lemma[draft.trigger.head] in reading.status["respond"]


def _done_with(reading: Reading, first: Draft, second: Draft) -> bool:
    """ "answered with air strikes", "answered with missiles fired at …": what the reprisal consists in."""
    at = second.trigger.first - (not second.trigger.noun)
    index = reading.clauses.at[at] if at > first.trigger.last else -1
    prep = reading.clauses.chunks[index].prep if index >= 0 else -1
    return prep == first.trigger.last + 1 and reading.line.low[prep] == "with" and first.type == second.type


def _clash(first: Draft, second: Draft) -> bool:
    """Different known initiators, or different known targets, are different acts."""
    doers, others = first.doer.ids, second.doer.ids
    if doers and others and not doers & others:
        return True
    if first.type not in _FORCE:
        return False
    return {first.status, second.status} == {"denied", "happened"}


def _object_of(reading: Reading, noun: Draft, verb: Draft) -> bool:
    """ "launched an attack": an event noun of the same type that the verb governs."""
    if not noun.trigger.noun or verb.trigger.noun:
        return False
    return governor_of(reading, noun.trigger) == verb.trigger.head or _near_object(reading, noun, verb)


def _near_object(reading: Reading, noun: Draft, verb: Draft) -> bool:
    gap = reading.line.tag[verb.trigger.last + 1 : noun.trigger.first]
    return len(gap) <= 6 and not any(t in ";,srvcmp" for t in gap)


def _covers(reading: Reading, first: Draft, second: Draft) -> bool:
    """A noun that only fills the frame of a verb of another type ("lifted the ban", "ended the strike")."""
    if first.trigger.noun or not second.trigger.noun or not first.trigger.action.needs:
        return False
    word = reading.line.low[second.trigger.last]
    return first.trigger.action.needs.found_in([word]) and _near_object(reading, second, first)


def _cause_of(reading: Reading, noun: Draft, verb: Draft) -> bool:
    """ "An attack killed five": the event noun is the subject of the verb of harm."""
    if not noun.trigger.noun or verb.trigger.noun:
        return False
    subject = reading.subject(verb.trigger.head)
    if subject < 0:
        return False
    chunk = reading.clauses.chunks[subject]
    return chunk.first <= noun.trigger.last <= chunk.last


def _struck_with(reading: Reading, first: Draft, second: Draft) -> bool:
    """ "fired rockets that hit a clinic": what the weapons of an act did is the same act."""
    line = reading.line
    if first.trigger.noun or second.trigger.noun:
        return False
    gap = line.tag[first.trigger.last + 1 : reading.group(second.trigger.head)]
    subject = reading.subject(second.trigger.head)
    inside = subject >= 0 and first.trigger.last < reading.clauses.chunks[subject].first < second.trigger.first
    return inside and gap.count("r") + gap.count("s") == 1 and gap[-1:] in (["r"], ["s"]) and "v" not in gap


def _in_the(reading: Reading, verb: Draft, noun: Draft) -> bool:
    """ "were killed in the strike": harm done in an act that the noun names."""
    if not noun.trigger.noun:
        return False
    index = reading.clauses.at[noun.trigger.first]
    prep = reading.clauses.chunks[index].prep if index >= 0 else -1
    gap = reading.line.tag[max(verb.trigger.last, *verb.covers, -1) + 1 : noun.trigger.first]
    return (
        prep > verb.trigger.last
        and (reading.line.low[prep] in {"in", "by", "during", "with"} or reading.line.low[prep - 1] == "due")
        and not any(t in ";rsvb" for t in gap)
    )


def _result(reading: Reading, first: Draft, second: Draft) -> bool:
    """ "bombed a base, killing ten" and "killed two and wounded five": one act and what it did."""
    line = reading.line
    if second.trigger.noun:
        return False
    start = reading.group(second.trigger.head)
    left = start - 1
    while left >= 0 and line.tag[left] in 'a"':
        left -= 1
    gap = line.tag[first.trigger.last + 1 : start]
    if any(t in ";rs" for t in gap):
        return False
    index = reading.clauses.at[left] if left >= 0 else -1
    if index > 0 and line.low[left] in {"others", "them"} and line.low[left - 1] == "of":
        index, left = index - 1, left - 2
    if index >= 0 and "#" in line.tag[reading.clauses.chunks[index].first : left + 1] + ["#"] * _numbered(
        reading, index, left
    ):
        left = reading.clauses.chunks[index].first - 1
    harm = line.low[second.trigger.head] in reading.status.any_of("kill", "harm")
    if line.form[second.trigger.head] == {"ing"}:
        return (
            left >= 0
            and (line.tag[left] in ",c" or (harm and line.tag[left] != "p"))
            and not any(t == "b" for t in gap)
        )
    return left >= 0 and line.tag[left] == "c" and harm and len(gap) < 14


def _when(reading: Reading, harm: Draft, cause: Draft) -> bool:
    """ "Six were killed when (or after) bombs hit the town": harm without a doer, and the act that did it."""
    line = reading.line
    if harm.trigger.noun or harm.trigger.last >= cause.trigger.first or _has_agent(reading, harm):
        return False
    if line.low[harm.trigger.head] not in reading.status.any_of("kill", "harm"):
        return False
    gap = range(harm.trigger.last + 1, cause.trigger.first)
    opened = [i for i in gap if line.tag[i] in "sr;"]
    if any(line.low[i] == "after" for i in gap) and not opened:
        return cause.doer.first >= 0 and line.form[cause.trigger.head] != {"ing"}
    return len(opened) == 1 and line.low[opened[0]] in {"when", "as", "after"}


def _has_agent(reading: Reading, harm: Draft) -> bool:
    """Whether somebody did the harm; what is only named behind a passive, without "by", did not."""
    if harm.doer.actors or harm.doer.first < 0:
        return bool(harm.doer.actors)
    chunk = reading.clauses.chunks[reading.clauses.at[harm.doer.first]]
    by = chunk.prep >= 0 and reading.line.low[chunk.prep] == "by"
    return by or not reading.passive(harm.trigger.head)


def _counted(reading: Reading, i: int) -> bool:
    """Whether a token is a number word ("killed and five injured")."""
    return reading.line.low[i] in reading.status.numbers


def _numbered(reading: Reading, index: int, last: int) -> bool:
    """Whether a number word stands in a chunk up to a token ("nine others")."""
    return any(_counted(reading, i) for i in range(reading.clauses.chunks[index].first, last + 1))


def _is_object(reading: Reading, draft: Draft) -> bool:
    """Whether what an act befell is the direct object of its verb ("attacked a base, killing five")."""
    index = reading.clauses.at[draft.target.first] if draft.target.first > draft.trigger.last else -1
    return index >= 0 and not draft.trigger.noun and reading.clauses.chunks[index].prep < 0


def _fought_with(reading: Reading, harm: Draft, fight: Draft) -> bool:
    """ "killed in clashes with X": harm by nobody named is laid to whom the fight was with."""
    if harm.trigger.noun or not fight.trigger.noun or harm.doer.first >= 0 or fight.doer.first >= 0:
        return False
    index = reading.clauses.at[fight.target.first] if fight.target.first > fight.trigger.last else -1
    return index >= 0 and line_word(reading, reading.clauses.chunks[index].prep) == "with"


def _absorb(reading: Reading, kept: Draft, other: Draft) -> None:
    same_type = kept.type == other.type
    if same_type and _fought_with(reading, kept, other):
        kept.doer, other.target = other.target, NOBODY
    if same_type:
        if not kept.mode or (other.mode and other.trigger.noun and kept.mode in {"", "heavy-weapons"}):
            kept.mode = other.mode or kept.mode
        if not kept.doer.actors and (other.doer.actors or kept.doer.first < 0):
            kept.doer = other.doer
        better = other.target.actors and (not kept.target.actors or (kept.target.located and not other.target.located))
        if better and _is_object(reading, kept):
            kept.target = replace(kept.target, actors=other.target.actors, located=True)
        elif better or (not kept.target.actors and kept.target.first < 0):
            kept.target = other.target
        if kept.status == "happened" and other.status == "alleged":
            kept.status, kept.words, kept.claimed_by = other.status, other.words, other.claimed_by
        kept.reasons.extend(reason for reason in other.reasons if reason not in kept.reasons)
    kept.covers = (*kept.covers, *range(other.trigger.first, other.trigger.last + 1))
    kept.salience = max(kept.salience, other.salience)
    kept.strong = kept.strong or other.strong
    kept.weak = kept.weak and (other.weak or not same_type)
    kept.background = kept.background and other.background
