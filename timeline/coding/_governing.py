"""Which verb stands before a word in its clause."""

from __future__ import annotations

from timeline.coding._reading import Reading


def verb_behind(reading: Reading, i: int) -> int:
    """The nearest verb to the left within the clause."""
    steps = 0
    while i >= 0 and steps < 25:
        if reading.line.tag[i] == "v":
            return i
        if reading.line.tag[i] in ";rs":
            return -1
        i, steps = i - 1, steps + 1
    return -1
