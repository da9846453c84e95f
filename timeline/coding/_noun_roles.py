"""Roles of event nouns: possessives and adjectives before them, prepositions behind, light verbs around."""

from __future__ import annotations

from dataclasses import replace

from timeline.coding._chunks import Chunk
from timeline.coding._complements import Roles, agent_of, complements, explain, pick
from timeline.coding._governing import verb_of_part
from timeline.coding._reading import NOBODY, Phrase, Reading, phrase_of
from timeline.coding._triggers import Trigger


def noun_roles(reading: Reading, trigger: Trigger) -> Roles:
    """The roles of an act that a noun names, where its row of the action lexicon looks for them."""
    follows = complements(reading, trigger.last)
    before = _before_noun(reading, trigger)
    action = trigger.action
    has_of = any(prep == "of" for prep, _ in follows)
    doer = _noun_doer(reading, trigger, follows, before)
    wanted = tuple(place for place in action.target if place != "pre")
    if doer.first >= 0 and "of" in action.doer:
        wanted = tuple(place for place in wanted if place != "of" or not _same(doer, follows, reading))
    target = pick(reading, follows, wanted, doer)
    if "pre" in action.target and "pre" not in action.doer and before.first >= 0:
        if has_of:
            doer = doer if doer.actors else before
        else:
            target = target if target.actors and action.type != "ASSAULT" else before
    verb = governor_of(reading, trigger)
    if verb >= 0 and reading.line.low[verb] in reading.status["suffer"] and not reading.passive(verb):
        sufferer = phrase_of(reading, reading.subject(verb))
        target = target if target.actors else sufferer
    elif verb >= 0 and doer.first < 0:
        doer = _light_doer(reading, verb)
    elif _is_agent(reading, trigger) and _copula(reading, trigger) >= 0:
        doer = phrase_of(reading, reading.subject(_copula(reading, trigger)))
    elif doer.first < 0:
        doer = _passive_doer(reading, trigger)
        doer = doer if doer.first >= 0 else _part_taken(reading, trigger)
    symmetric = action.type == "CONSULT" or (
        any(p in {"between", "with"} for p, _ in follows) and "with" in action.target[:1]
    )
    if symmetric and len(doer.actors) > 1 and not target.actors:
        doer, target = replace(doer, actors=doer.actors[:1]), replace(doer, actors=doer.actors[1:])
    if doer.first < target.first <= doer.last:
        doer = replace(doer, last=max(doer.first, reading.clauses.chunks[reading.clauses.at[target.first]].prep - 1))
    return Roles(doer, target, symmetric, explain(reading, trigger, doer, target), verb)


def _is_agent(reading: Reading, trigger: Trigger) -> bool:
    """Whether a noun names who acts ("donor", "contributor") rather than the act."""
    return reading.line.low[trigger.last].rstrip("s").endswith(("or", "er"))


def _copula(reading: Reading, trigger: Trigger) -> int:
    """The form of "be" (or "remain") whose complement a noun is, or -1."""
    index, line = reading.clauses.at[trigger.first], reading.line
    i = reading.clauses.chunks[index].first - 1 if index >= 0 else -1
    return i if i >= 0 and (line.tag[i] == "b" or line.lemma[i] == "remain") else -1


def _same(doer: Phrase, follows: list[tuple[str, int]], reading: Reading) -> bool:
    return any(prep == "of" and reading.clauses.chunks[index].first == doer.first for prep, index in follows)


def _before_noun(reading: Reading, trigger: Trigger) -> Phrase:
    """The possessive or adjective before an event noun ("Norland's attack", "Norish airstrikes")."""
    index = reading.clauses.at[trigger.first]
    if index < 0:
        return NOBODY
    first = reading.clauses.chunks[index].first
    if first >= trigger.first:
        return _in_parentheses(reading, first - 1)
    named = reading.actors_between(first, trigger.first - 1)
    actors = tuple(m for m in named if m.kind != "capital" or _owns_a_deed(reading, trigger))
    if actors:
        return Phrase(first, trigger.first - 1, actors[:2], pronoun=reading.line.tag[first] == "x")
    generic = _side_of(reading, reading.line.low[trigger.first - 1]) in reading.status["generic"]
    return Phrase(first, trigger.first - 1) if generic else NOBODY


def _side_of(reading: Reading, word: str) -> str:
    """The first of two sides ("army-rebel clashes"); a word that describes is left whole ("army-backed")."""
    first, _, second = word.partition("-")
    return word if second.endswith("ed") or second in reading.status["describe"] else first


def _owns_a_deed(reading: Reading, trigger: Trigger) -> bool:
    """ "Baku's assault on the enclave" is a government's; "Baku's worst bombing" only says where it was."""
    line, i = reading.line, trigger.first
    return line.low[i - 1] in ("'s", "’s") and line.low[trigger.last + 1 : trigger.last + 2] in (["on"], ["against"])


def _in_parentheses(reading: Reading, close: int) -> Phrase:
    """ "the regime's (Norland) attack": a gloss between the possessive and its noun."""
    words = reading.line.words
    if close < 2 or words[close] != ")":
        return NOBODY
    opening = next((i for i in range(close - 1, max(-1, close - 6), -1) if words[i] == "("), -1)
    actors = (
        reading.actors_between(opening + 1, close - 1)
        if opening > 0 and words[opening - 1] in {"'s", "’s", "’"}
        else ()
    )
    return Phrase(opening + 1, close - 1, actors[:1]) if actors else NOBODY


def _noun_doer(reading: Reading, trigger: Trigger, follows: list[tuple[str, int]], before: Phrase) -> Phrase:
    for place in trigger.action.doer or ("by",):
        if place == "pre" and before.first >= 0:
            return before
        if (
            place == "of"
            and any(p in trigger.action.target[:1] for p, _ in follows) is False
            and "on" in trigger.action.target
        ):
            continue
        for prep, index in follows:
            if prep == place and not (place == "from" and _tells_which(reading, trigger, index)):
                phrase = phrase_of(reading, index)
                if (
                    place == "by"
                    and phrase.located
                    and any(p in trigger.action.target for p, later in follows if later > index)
                ):
                    # "by gunmen on a Norish village": the village's state is not the gunmen's.
                    phrase = replace(phrase, actors=())
                if phrase.actors or place == "by":
                    return phrase
    return NOBODY


def _tells_which(reading: Reading, trigger: Trigger, index: int) -> bool:
    """ "a strike on a boat from Norland": where the one that was hit comes from, not who struck."""
    line, chunks = reading.line, reading.clauses.chunks
    before = reading.clauses.at[chunks[index].prep - 1]
    hit = chunks[before]
    aimed_at = before >= 0 and hit.prep > trigger.last and line.low[hit.prep] in trigger.action.target
    common = line.tag[hit.last] == "N" and line.low[hit.first] != "the"
    return aimed_at and common and not reading.actors_between(hit.first, hit.last)


def _measured(reading: Reading, chunk: Chunk) -> Chunk | None:
    """The measure in front of its acts ("a wave of strikes"), or None where the preposition says something else."""
    line, at = reading.line, reading.clauses.at
    before = chunk.prep - 1
    if (
        before < 0
        or line.low[chunk.prep] != "of"
        or at[before] < 0
        or line.low[before] not in reading.status["measure"]
    ):
        return None
    return reading.clauses.chunks[at[before]]


def governor_of(reading: Reading, trigger: Trigger) -> int:
    """The verb whose object an event noun is ("carried out an attack"), or -1."""
    index = reading.clauses.at[trigger.first]
    if index < 0:
        return -1
    chunks, line = reading.clauses.chunks, reading.line
    while chunks[index].joined and index > 0:
        index -= 1
    whole = chunks[index] if chunks[index].prep < 0 else _measured(reading, chunks[index])
    if whole is None:
        return -1
    i = whole.first - 1
    while i >= 0 and (line.tag[i] in 'a"' or (line.tag[i] == "p" and line.tag[i - 1] == "v")):
        i -= 1
    return i if i >= 0 and line.tag[i] == "v" else -1


def _light_doer(reading: Reading, verb: int) -> Phrase:
    if reading.line.low[verb] not in reading.status["light"]:
        return NOBODY
    if reading.passive(verb):
        return NOBODY
    return phrase_of(reading, reading.subject(verb))


def _part_taken(reading: Reading, trigger: Trigger) -> Phrase:
    """ "soldiers took part in the capture of X": who takes part does it."""
    index = reading.clauses.at[trigger.first]
    verb = verb_of_part(reading, reading.clauses.chunks[index].prep) if index >= 0 else -1
    return phrase_of(reading, reading.subject(verb)) if verb >= 0 else NOBODY


def _passive_doer(reading: Reading, trigger: Trigger) -> Phrase:
    """ "The attack was carried out by X": the noun is the subject of a light verb in the passive."""
    line = reading.line
    index = reading.clauses.at[trigger.first]
    for i in range(trigger.last + 1, min(len(line), trigger.last + 16)):
        if line.tag[i] == ";":
            return NOBODY
        if (
            line.tag[i] == "v"
            and line.low[i] in reading.status["light"]
            and reading.passive(i)
            and reading.subject(i) in (index, _name_of(reading, trigger))
        ):
            return agent_of(reading, complements(reading, i))
    return NOBODY


def _name_of(reading: Reading, trigger: Trigger) -> int:
    """ "The drill, code-named Steady Shield was …": the chunk of the name given to an act, or -1."""
    line, behind = reading.line, trigger.last + 1
    dubbed = line.tag[behind : behind + 1] == [","] and line.low[behind + 1 : behind + 2] != []
    if not dubbed or line.low[behind + 1] not in reading.status["dub"] or behind + 2 >= len(line):
        return -1
    return reading.clauses.at[behind + 2]
