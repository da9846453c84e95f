"""Which verb stands before a word in its clause."""

from __future__ import annotations

from timeline.coding._marks import verb_before
from timeline.coding._reading import Reading

# Tokens of a clause in which its verb is sought.
_CLAUSE = 25


def verb_behind(reading: Reading, i: int) -> int:
    """The nearest verb to the left within the clause."""
    return verb_before(reading.line, i, ";rs", _CLAUSE)


def verb_of_part(reading: Reading, prep: int) -> int:
    """ "took part in the raid", "was involved in it": the verb whose subject does the act behind "in", or -1."""
    line, status = reading.line, reading.status
    if prep < 1 or line.low[prep] != "in":
        return -1
    verb = prep - 1
    if line.low[verb] in status["part"]:
        verb -= 1 + (verb > 0 and line.tag[verb - 1] in "dx")
        return verb if verb >= 0 and line.tag[verb] == "v" and line.lemma[verb] in status["partlight"] else -1
    return verb if line.tag[verb] == "v" and line.low[verb] in status["partake"] else -1
