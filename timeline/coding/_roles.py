"""Who acts and who is acted upon: the phrases that fill a trigger's roles."""

from __future__ import annotations

from dataclasses import replace

from timeline.coding._complements import Roles, agent_of, complements, explain, opens_clause, pick
from timeline.coding._groups import OTHER_ACT
from timeline.coding._noun_roles import noun_roles
from timeline.coding._reading import NOBODY, Phrase, Reading, line_word, phrase_of
from timeline.coding._triggers import Trigger
from timeline.coding.actors import ActorMatch

_NEW_CLAUSE = frozenset(
    (
        "while", "whereas", "although", "though", "but", "as", "because", "after", "before", "when", "if", "which",
        "who",
    )
)  # fmt: skip
# Tokens of "has not yet condemned".
_VERB_GROUP = 6
_WHY = frozenset(("after", "following"))


def find_roles(reading: Reading, trigger: Trigger) -> Roles:
    """The roles of one trigger, as its row of the action lexicon says."""
    if trigger.noun:
        return noun_roles(reading, trigger)
    return _verb_roles(reading, trigger)


def _verb_roles(reading: Reading, trigger: Trigger) -> Roles:
    """The roles of an act that a verb names: its subject and what follows it, the other way round in the passive."""
    follows = complements(reading, trigger.last)
    subject = _acting(reading, reading.subject(trigger.head))
    if reading.passive(trigger.head) and trigger.action.type != "AGREE":
        agent = agent_of(reading, follows)
        others = [pair for pair in follows if pair[0] != "by"]
        if agent.first < 0 and trigger.action.doer:
            agent = pick(reading, others, trigger.action.doer)
            others = [pair for pair in others if pair[0] not in trigger.action.doer]
        befell = trigger.action.target[:1] == ("obj",) and _is_somebody(reading, subject)
        if others and (
            "obj" not in trigger.action.target or not (subject.actors or befell) or _taken_from(trigger, others)
        ):
            behind = tuple(place for place in trigger.action.target if place != "obj")
            preferred = pick(reading, others, behind)
            if preferred.actors:
                return Roles(agent, preferred, reasons=explain(reading, trigger, agent, preferred, passive=True))
        if trigger.action.type == "CONSULT" and agent.actors and subject.actors:
            # "X was received by Y": the guest comes first, as in "X visited Y".
            return Roles(subject, agent, symmetric=True, reasons=explain(reading, trigger, subject, agent))
        target = subject if subject.actors else _located_target(reading, subject, others)
        return Roles(agent, target, reasons=explain(reading, trigger, agent, target, passive=True))
    if reading.line.lemma[trigger.head] in reading.status["respond"]:
        cut = next((n for n, (prep, _) in enumerate(follows) if prep in {"to", "for"}), len(follows))
        follows = follows[:cut]
    if trigger.action.target[:1] == ("self",):
        agent = pick(reading, follows, trigger.action.doer) if trigger.action.doer else agent_of(reading, follows)
        return Roles(agent, subject, reasons=explain(reading, trigger, agent, subject))
    target = _relative_object(reading, trigger, follows, subject)
    if target.first < 0:
        target = pick(reading, follows, _wanted(trigger, follows), subject)
    if "between" in trigger.action.doer and len(target.actors) > 1 and not subject.actors:
        doer, target = replace(target, actors=target.actors[:1]), replace(target, actors=target.actors[1:])
        return Roles(doer, target, symmetric=True, reasons=explain(reading, trigger, doer, target))
    return Roles(subject, target, _is_mutual(trigger, follows), explain(reading, trigger, subject, target))


def _wanted(trigger: Trigger, follows: list[tuple[str, int]]) -> tuple[str, ...]:
    """Where the target is looked for; of a request the nearest first: "called for the withdrawal of X from Y"."""
    places = trigger.action.target
    if trigger.action.type != "REQUEST":
        return places
    near = dict.fromkeys(prep for prep, _ in follows if prep in places)
    return (*near, *(place for place in places if place not in near))


def _acting(reading: Reading, index: int) -> Phrase:
    """The subject of a verb; in "the bombing in Norland killed ten" the deed, not the place it was done in, does it."""
    subject = phrase_of(reading, index)
    if not subject.located or index < 0:
        return subject
    chunk = reading.clauses.chunks[index]
    # "the blast at Norland's airport that killed ten": the deed before the place.
    before = reading.clauses.chunks[index - 1] if index and chunk.prep > 0 else chunk
    first = before.first if before.last == chunk.prep - 1 else chunk.first
    deed = any(first <= i <= chunk.last for i in reading.named_acts) or _is_blast(reading, first, chunk.last)
    return replace(subject, actors=(), located=False) if deed else subject


def _is_blast(reading: Reading, first: int, last: int) -> bool:
    """ "An explosion at a depot in Norland": what kills by itself, be it an act or not."""
    return not reading.status["blast"].isdisjoint(reading.line.low[first : last + 1])


def _relative_object(reading: Reading, trigger: Trigger, follows: list[tuple[str, int]], subject: Phrase) -> Phrase:
    """ "Sudria, which Norland accuses of lying": the noun before the pronoun is the object of the clause; or nobody."""
    before, line = subject.first - 1, reading.line
    if before < 1 or line.tag[before] != "r" or line.low[before] == "whose" or "obj" not in trigger.action.target:
        return NOBODY
    if any(prep == "obj" for prep, _ in follows):
        return NOBODY
    if trigger.action.type == "REJECT" and line.tag[before - 1] == ",":
        # "accuse Norland of arming rebels in Sudria, which it denies": all that was said, and not the noun before it.
        return NOBODY
    at = before - 1 - (line.tag[before - 1] == ",")
    return phrase_of(reading, reading.clauses.at[at]) if at >= 0 and reading.clauses.at[at] >= 0 else NOBODY


def _is_somebody(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is a name or people, whom an act in the passive befell wherever it was done."""
    head = reading.head_of(phrase)
    if head < 0:
        return False
    words = reading.words_between(phrase.first, head)
    return reading.line.tag[head] == "P" or any(word in reading.status["people"] for word in words)


def _taken_from(trigger: Trigger, others: list[tuple[str, int]]) -> bool:
    """ "Norland's airport was retaken from X": the side that lost it is named, and is not the owner."""
    return trigger.action.target[0] == "from" and any(prep == "from" for prep, _ in others)


def _located_target(reading: Reading, subject: Phrase, follows: list[tuple[str, int]]) -> Phrase:
    """An unnamed victim takes the state of the place named in its clause."""
    place = pick(
        reading, [pair for pair in follows if pair[0] in {"in", "at", "near", "on"}], ("in", "at", "near", "on")
    )
    return replace(subject, actors=place.actors, located=True) if subject.first >= 0 else replace(place, located=True)


def _is_mutual(trigger: Trigger, follows: list[tuple[str, int]]) -> bool:
    if trigger.action.type == "CONSULT":
        return True
    return "with" in trigger.action.target[:1] and any(prep == "with" for prep, _ in follows)


def next_actor(reading: Reading, trigger: Trigger, doer: Phrase) -> Phrase:
    """The first actor named behind a trigger in its sentence part that is not its doer."""
    ids = doer.ids
    end = part_end(reading, trigger.last)
    for match in reading.actors_between(trigger.last + 1, end - 1) if trigger.last + 1 < end else ():
        found = around(reading, match) if match.actor.id not in ids else NOBODY
        if found.first < 0:
            continue
        prep = line_word(reading, reading.clauses.chunks[reading.clauses.at[found.first]].prep)
        # "threatened to send troops into Norland": where force is to go is whom it is for.
        if prep != "by" and (not match.as_place or prep == "into") and not _acts_itself(reading, found):
            return found
    return NOBODY


def _acts_itself(reading: Reading, phrase: Phrase) -> bool:
    """ "approved the plan, which Norland condemned": who does something there is not whom it was meant for.

    In "is looking into claims that Norland …" he is.
    """
    line, before, behind = reading.line, phrase.first - 1, phrase.last + 1
    if before < 0 or (line.low[before] == "that" and line.tag[before] == "s"):
        return False
    end = min(len(line), behind + _VERB_GROUP)
    verb = next((i for i in range(behind, end) if line.tag[i] not in "abhmDn"), end)
    return verb < end and line.tag[verb] in "v" and reading.subject(verb) == reading.clauses.at[phrase.first]


def yielded_to(reading: Reading, trigger: Trigger, doer: Phrase, target: Phrase) -> Phrase:
    """ "ended the strike after the ministry relented": who acts in the clause that says why is who is yielded to."""
    line = reading.line
    after = next((i for i in range(trigger.last + 1, len(line)) if line.low[i] in _WHY and line.tag[i] in "ps"), -1)
    if after < 0 or ";" in line.tag[trigger.last : after]:
        return target
    end = next((i for i in range(after + 1, len(line)) if line.tag[i] in ",;"), len(line))
    own = {(match.actor.id, match.kind) for match in doer.actors}
    for match in reading.actors_between(after + 1, end - 1):
        if not match.as_place and (match.actor.id, match.kind) not in own:
            found = replace(around(reading, match), located=match.actor.id not in {own_id for own_id, _ in own})
            return replace(found, first=target.first, last=target.last) if target.first >= 0 else found
    return target


def part_end(reading: Reading, last: int) -> int:
    """Where the sentence part behind a trigger ends: strong punctuation, a new clause, or the time of another act."""
    line = reading.line
    for i in range(last + 1, len(line)):
        if line.tag[i] == ";" and line.words[i] not in "()[]":
            return i
        if line.tag[i] == "," and line.low[i + 1 : i + 2] and line.low[i + 1] in _NEW_CLAUSE:
            return i
        if line.low[i] in OTHER_ACT and line.tag[i] in "ps":
            return i
        if line.tag[i] == "," and line.low[i + 1 : i + 2] and line.low[i + 1] in reading.status["outcome"]:
            return i
        if line.tag[i] == "c" and line.tag[i + 1 : i + 2] == ["v"] and "ing" not in line.form[i + 1]:
            return i
        if line.tag[i] == "c" and line.tag[i - 1] == "," and opens_clause(reading, i):
            return i
    return len(line)


def around(reading: Reading, match: ActorMatch) -> Phrase:
    """The chunk in which an actor is named."""
    for i in range(len(reading.line)):
        if reading.line.start[i] >= match.start and reading.clauses.at[i] >= 0:
            chunk = reading.clauses.chunks[reading.clauses.at[i]]
            return Phrase(chunk.first, chunk.last, (match,), located=True)
    return NOBODY
