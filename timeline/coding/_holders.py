"""Office holders of the article's own state, named with an office and no state: later their surname alone is enough."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from timeline.coding._reading import Reading
from timeline.coding._surnames import FULL_NAME, is_surname
from timeline.coding.actors import ActorMatch


def introduced(reading: Reading) -> dict[str, ActorMatch]:
    """The surnames of those whom an office without a state introduces in full ("foreign minister Atieno Otieno")."""
    line, chunks, at = reading.line, reading.clauses.chunks, reading.clauses.at
    found: dict[str, ActorMatch] = {}
    for token, matches in reading.resolved.items():
        if at[token] < 0 or not matches:
            continue
        chunk = chunks[at[token]]
        stretch = range(chunk.first, chunk.last + 1)
        office = next((i for i in stretch if line.low[i] in reading.status["organ"]), -1)
        name = [i for i in stretch if i > office >= 0 and line.tag[i] == "P" and line.words[i][:1].isupper()]
        if len(name) >= FULL_NAME and name[-1] == chunk.last and is_surname(line.words[name[-1]]):
            found[line.words[name[-1]]] = matches[0]
    return found


def call_by_surname(reading: Reading, known: Mapping[str, ActorMatch], is_title: Callable[[str], bool]) -> None:
    """Let surnames that stand alone, or behind a title, mean those an earlier sentence has introduced."""
    line, at = reading.line, reading.clauses.at
    for i, word in enumerate(line.words) if known else ():
        if word not in known or line.tag[i] != "P" or at[i] < 0:
            continue
        chunk = reading.clauses.chunks[at[i]]
        rest = [j for j in range(chunk.first, chunk.last + 1) if j != i and line.tag[j] == "P"]
        if all(is_title(line.low[j].rstrip(".")) for j in rest) and not reading.actors_between(chunk.first, chunk.last):
            reading.resolve(i, (known[word],))
