"""People who were harmed and counted without a number: "a nurse", "the governor", a person by name."""

from __future__ import annotations

from timeline.coding._chunks import Chunk
from timeline.coding._counts import CASUALTIES
from timeline.coding._drafts import Draft
from timeline.coding._reading import Reading
from timeline.model import Count


def one_person(reading: Reading, chunk: Chunk) -> Count | None:
    """One person without a number ("a nurse", "the governor")."""
    line = reading.line
    national = line.low[chunk.first] in {"a", "an"} and line.tag[chunk.last] in "PA"
    of = next((i for i in range(chunk.first + 1, chunk.last) if line.low[i] == "of"), chunk.last + 1)
    single = line.tag[chunk.first] in "dx" and (national or line.low[of - 1] in reading.status["single"])
    return Count(1, 1, line.text[line.start[chunk.first] : line.end[chunk.last]]) if single else None


def _ones(reading: Reading, index: int) -> Count | None:
    """One person without a number, and those listed behind ("a woman and her son")."""
    chunks = reading.clauses.chunks
    total = one_person(reading, chunks[index])
    while total is not None and index + 1 < len(chunks) and chunks[index + 1].joined:
        index += 1
        more = one_person(reading, chunks[index])
        if more is None or total.high is None:
            break
        total = Count(total.low + 1, total.high + 1, f"{total.text} and {more.text}")
    return total


def count_single(reading: Reading, draft: Draft) -> None:
    """A named person or "the governor" who was killed counts as one."""
    line, target = reading.line, draft.target
    _count_besides(reading, draft)
    deadly = {line.low[draft.trigger.head], *line.low[draft.trigger.first : draft.trigger.last + 1]}
    if draft.killed is not None:
        return
    if draft.trigger.noun:
        draft.killed = _killed_by(reading, draft)
        return
    if not deadly & reading.status["deadly"]:
        return
    if len(target.actors) == 1 and target.actors[0].actor.person and not target.located and not target.pronoun:
        draft.killed = Count(1, 1, target.actors[0].text)
    elif target.first >= 0 and reading.clauses.at[target.first] >= 0:
        draft.killed = _ones(reading, reading.clauses.at[target.first])


def _count_besides(reading: Reading, draft: Draft) -> None:
    """ "hit a house, killing a man and wounding his wife": whom the verbs that go with an act's own harmed."""
    line, status = reading.line, reading.status
    for verb in sorted(draft.covers):
        index = reading.clauses.at[verb + 1] if verb + 1 < len(line) else -1
        if line.tag[verb] != "v" or reading.passive(verb) or index < 0 or reading.clauses.chunks[index].prep >= 0:
            continue
        field = next((field for kind, field in CASUALTIES if line.low[verb] in status[kind]), "")
        if field and getattr(draft, field) is None:
            setattr(draft, field, _ones(reading, index))


def _killed_by(reading: Reading, draft: Draft) -> Count | None:
    """ "an attack that killed a man": the one whom a deadly verb of the act named by a noun governs."""
    line, chunks = reading.line, reading.clauses.chunks
    own = reading.clauses.at[draft.trigger.head]
    for i, tag in enumerate(line.tag):
        deadly = tag == "v" and line.low[i] in reading.status["deadly"] and not reading.passive(i)
        if deadly and own >= 0 and reading.subject(i) == own:
            victim = next((chunk for chunk in chunks if chunk.first > i), None)
            return one_person(reading, victim) if victim is not None and victim.prep < 0 else None
    return None
