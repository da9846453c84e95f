"""Office holders of the article's own state, named with an office and no state: later their surname alone is enough."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.coding._reading import Reading
from timeline.coding.actors import ActorMatch

# A given name and a family name, without which nobody is introduced.
_FULL = 2
# Forms of address, which belong to no other name.
_ADDRESS = frozenset(("mr", "ms", "mrs", "dr", "gen", "general", "minister", "president"))


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
        if len(name) >= _FULL and name[-1] == chunk.last:
            found[line.words[name[-1]]] = matches[0]
    return found


def call_by_surname(reading: Reading, known: Mapping[str, ActorMatch]) -> None:
    """Let surnames that stand alone mean those an earlier sentence has introduced."""
    line, at = reading.line, reading.clauses.at
    for i, word in enumerate(line.words) if known else ():
        if word not in known or line.tag[i] != "P" or at[i] < 0:
            continue
        chunk = reading.clauses.chunks[at[i]]
        rest = [j for j in range(chunk.first, chunk.last + 1) if j != i and line.tag[j] == "P"]
        others = [j for j in rest if line.low[j].rstrip(".") not in _ADDRESS]
        if not others and not reading.actors_between(chunk.first, chunk.last):
            reading.resolve(i, (known[word],))
