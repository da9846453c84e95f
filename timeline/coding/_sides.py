"""Which state each role is on, as `code` writes it: states before bodies, nationality and place where no name helps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.coding._drafts import Draft, is_mutual
from timeline.coding._placed import authority, later_scene, places_in, scene, within
from timeline.coding._pronouns import meant_by
from timeline.coding._reading import NOBODY, Phrase, Reading, line_word, phrase_of
from timeline.coding._roles import around, part_end
from timeline.coding.actors import ActorFinder, ActorMatch
from timeline.coding.places import PlaceFinder

# The object of these acts is whom they befall, even unnamed; of the others it is as often a thing as a party.
_BEFALL = frozenset(("ASSAULT", "COERCE", "ACCUSE", "REJECT"))


# Acts between states: the other side is another state where one is named.
_BETWEEN = frozenset(("AGREE", "SUPPORT", "AID", "COOPERATE", "CONSULT", "MOBILIZE", "SANCTION"))
# Before whom or what an act was meant for, or where it was felt.
_TOWARDS = frozenset(("to", "for", "with", "against", "in", "at", "into", "on", "over", "near"))
# What follows these says when or why it was, not who is meant.
_OTHERWISE = frozenset(("after", "before", "since", "during", "as", "until", "following", "despite", "amid"))


@dataclass(frozen=True, slots=True)
class Side:
    """A role's code (ontology section 4) and its words."""

    code: str = ""
    text: str = ""


def sides_of(
    reading: Reading, draft: Draft, finder: ActorFinder, places: PlaceFinder | None = None
) -> tuple[Side, Side]:
    """The sides of initiator and target; towns and provinces tell them where no name and no nationality does."""
    doer, target = _parties(reading, draft)
    placed_at = places_in(reading, finder, places)
    # Whoever fights over a place of two masters does not hit its own state there.
    homes = {finder.home(match) for match in doer.actors}
    disputed = [match for match in placed_at if match.flag == "disputed" and match.country in homes]
    placed_at = tuple(match for match in placed_at if match not in disputed)
    doer = doer if doer.first >= 0 else authority(reading, draft, placed_at)
    named = _named_in(reading, doer) if _acts(reading, doer) else ()
    source = _code(finder, doer.actors, named)
    if not source and _acts(reading, doer):
        held = [match for match in within(reading, placed_at, doer.first, doer.last) if match.flag != "disputed"]
        source = _code(finder, held, ())
    behind = _behind(reading, draft, doer)
    if not target.actors and _speaks_of(reading, target, doer):
        target = replace(target, actors=_between(reading, doer, draft))
    placed = tuple(match for match in behind if match.as_place)
    own = _code(
        finder,
        target.actors,
        (*_named_in(reading, target), *within(reading, placed_at, target.first, target.last), *placed),
        apart=source,
        placed=_posted(reading, target),
    )
    if not own or (own == source and draft.type in _BETWEEN):
        own = _code(finder, (), behind, apart=source) or own
    if not own and not _is_name(reading, target):
        own = _code(finder, scene(reading, draft, placed_at)[:1] or later_scene(reading, draft, placed_at), ())
    if target.first < 0 or (draft.type not in _BEFALL and _is_thing(reading, target)):
        other = next((around(reading, match) for match in behind if finder.side_code(match) == own), NOBODY)
        target = _with_its_list(reading, other) if other.first >= 0 else target
    if target.first < 0:
        target = _met_behind(reading, draft, doer)
    return Side(source, _words(reading, doer)), Side(own, _words(reading, target, whole=True))


def _met_behind(reading: Reading, draft: Draft, doer: Phrase) -> Phrase:
    """ "agreed to send a team to Ostvik": where no row names a target, the first name behind the act, or nobody."""
    line = reading.line
    for chunk in reading.clauses.chunks:
        if chunk.first <= draft.trigger.last or chunk.prep < 0 or doer.first <= chunk.first <= doer.last:
            continue
        if line.low[chunk.prep] in _TOWARDS and line.tag[chunk.last] == "P" and line.tag[chunk.first] != "k":
            return Phrase(chunk.first, chunk.last)
    return NOBODY


def _accused_of(reading: Reading, draft: Draft, target: Phrase) -> Phrase:
    """ "accused the army of murder": what a verb says of its object with "of" is no part of the object."""
    line, trigger = reading.line, draft.trigger
    if trigger.noun or target.located or not target.actors or line.low[trigger.head] not in reading.status["charge"]:
        return target
    of = next((i for i in range(target.first + 1, target.last + 1) if line.low[i] == "of"), -1)
    named = of > 0 and any(match.start < line.start[of] for match in target.actors)
    return replace(target, last=of - 1) if named else target


def _parties(reading: Reading, draft: Draft) -> tuple[Phrase, Phrase]:
    """The phrases of both roles: the two parts of a list that does something with each other, the actor in a thing."""
    doer, target = draft.doer, _accused_of(reading, draft, draft.target)
    thing = target.first >= 0 and target.first != doer.first and _is_thing(reading, target)
    halves = _halves(reading, doer) if is_mutual(draft.trigger, draft.type) else None
    if halves is not None and (target.first in (-1, doer.first) or (thing and all(half.actors for half in halves))):
        return halves
    if thing and target.actors and draft.type not in _BEFALL:
        target = around(reading, target.actors[0])
    return doer, target


def _words(reading: Reading, phrase: Phrase, *, whole: bool = False) -> str:
    """The words of a role, with what explains an unknown name ("Name, the minister of Norland")."""
    phrase, line = meant_by(reading, phrase), reading.line
    if phrase.first < 0:
        return ""
    if whole:
        phrase = _with_participle(reading, phrase)
    start, end = line.start[phrase.first], line.end[phrase.last]
    end = max((match.end for match in phrase.actors if start <= match.start < end < match.end), default=end)
    explained = bool(phrase.actors) and not _named_in(reading, phrase) and line.tag[phrase.last + 1 : phrase.last + 2]
    index = reading.clauses.at[phrase.last + 2] if explained == [","] and phrase.last + 2 < len(line) else -1
    if index >= 0 and not reading.clauses.chunks[index].joined:
        end = line.end[phrase_of(reading, index).last]
    return line.text[start:end].removesuffix("'s").removesuffix("’s")


def _with_its_list(reading: Reading, phrase: Phrase) -> Phrase:
    """ "Norland, Sudria and Westland": a list is one target, whichever of it was found."""
    chunks, index = reading.clauses.chunks, reading.clauses.at[phrase.first]
    while index + 1 < len(chunks) and chunks[index + 1].joined:
        index += 1
    return replace(phrase, last=chunks[index].last)


def _with_participle(reading: Reading, phrase: Phrase) -> Phrase:
    """ "workers employed by the mission", "forces based in Ostvik": the participle says which are meant."""
    line, verb = reading.line, phrase.last + 1
    if verb + 2 >= len(line) or line.tag[verb] != "v" or line.tag[verb + 1] != "p" or line.low[verb + 1] in _OTHERWISE:
        return phrase
    index = reading.clauses.at[verb + 2]
    if index < 0 or "participle" not in line.form[verb] or not reading.passive(verb):
        return phrase
    return replace(phrase, last=phrase_of(reading, index).last)


def _is_thing(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase names nobody, but what is given, lifted or agreed on."""
    named = _named_in(reading, phrase) or reading.line.tag[reading.head_of(phrase)] == "P"
    return not (named or any(word in reading.status["people"] for word in reading.words_of(phrase)))


def _acts(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is about people or a body, whose side its place tells; a mine may be anybody's."""
    words = reading.words_of(phrase)
    status = reading.status
    return any(word in status["people"] or word in status["generic"] or word in status["organ"] for word in words)


def _is_name(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase ends in a name; whose side a stranger is on, no place tells."""
    head = reading.head_of(phrase)
    return head >= 0 and reading.line.tag[head] == "P"


def _behind(reading: Reading, draft: Draft, doer: Phrase) -> tuple[ActorMatch, ...]:
    """Those named behind the act in its part of the sentence, places included, its own doer left out."""
    first, end = draft.trigger.last + 1, part_end(reading, draft.trigger.last)
    found = reading.actors_between(first, end - 1)
    own = range(reading.line.start[doer.first], reading.line.end[doer.last]) if doer.first >= 0 else range(0)
    return tuple(
        m
        for m in found
        if m not in doer.actors and m.start not in own and m.start >= reading.line.end[draft.trigger.last]
    )


def _speaks_of(reading: Reading, target: Phrase, doer: Phrase) -> bool:
    """Whether a pronoun in the target's words ("their bases") was taken for the doer himself."""
    named = {match.actor.id for match in _named_in(reading, target)}
    resolved = any(i in reading.resolved for i in range(target.first, target.last + 1)) if target.first >= 0 else False
    return resolved and bool(named) and named <= doer.ids


def _between(reading: Reading, doer: Phrase, draft: Draft) -> tuple[ActorMatch, ...]:
    """ "sent experts to Y to investigate attacks on their bases": whom the sentence names last before the act."""
    own = doer.ids
    found = reading.actors_between(doer.last + 1, draft.trigger.first - 1)
    return tuple(match for match in found if match.actor.id not in own and not match.as_place)[-1:]


def _halves(reading: Reading, doer: Phrase) -> tuple[Phrase, Phrase] | None:
    """The first member of a list, and the rest."""
    chunks, at = reading.clauses.chunks, reading.clauses.at
    if doer.first < 0:
        return None
    within = range(at[doer.first] + 1, max(at[doer.first : doer.last + 1]) + 1)
    split = next((n for n in within if chunks[n].joined and reading.line.words[chunks[n].first - 1] != "("), -1)
    if split < 0:
        return None
    between = line_word(reading, chunks[split - 1].prep) == "between"
    opens = chunks[split - 1].first if between else doer.first
    first, rest = Phrase(opens, chunks[split - 1].last), Phrase(chunks[split].first, doer.last)
    return tuple(replace(one, actors=_named_in(reading, one)) for one in (first, rest))  # type: ignore[return-value]


def _code(
    finder: ActorFinder,
    actors: Sequence[ActorMatch],
    named: Sequence[ActorMatch],
    *,
    apart: str = "",
    placed: bool = False,
) -> str:
    """The code of the first actor with a home, else of the first state `named`, else of the first actor at all.

    `apart` is the other side's code: a second state that differs from it is preferred. `placed` lets a place
    named in the phrase decide for a body of several states ("the UN force in Norland").
    """
    where = next((finder.side_code(match) for match in named if finder.home(match)), "")
    codes = [finder.side_code(match, where[:3]) for match in actors]
    homes = [code for code in codes if code[:3].isupper()]
    if not homes and (placed or not codes):
        homes = [finder.side_code(match) for match in named if finder.home(match)]
    different = [code for code in homes if code != apart]
    return next(iter(different or homes or codes), "")


def _named_in(reading: Reading, phrase: Phrase) -> tuple[ActorMatch, ...]:
    """The actors whom the words of a phrase name, a pronoun's included."""
    return reading.actors_between(phrase.first, phrase.last)


def _posted(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is about a force or mission, which counts as where it is ("the UN force in Norland")."""
    words = reading.words_of(phrase)
    return not phrase.actors or any(word in reading.status["mission"] for word in words)
