"""Stated noughts: "no casualties" and "nobody was hurt", unlike a number that is not given."""

from __future__ import annotations

from timeline.coding._counts import CASUALTIES
from timeline.coding._drafts import Draft
from timeline.coding._reading import Reading
from timeline.model import Count

_NOBODY = frozenset(("nobody", "no-one", "none"))
_NOUGHTS = {
    "casualties": ("killed", "injured"),
    "victims": ("killed", "injured"),
    "injuries": ("injured",),
    "deaths": ("killed",),
    "fatalities": ("killed",),
    "losses": ("killed",),
}


def count_none(reading: Reading, acts: list[Draft]) -> None:
    """ "no casualties", "nobody was hurt": a stated nought, unlike a number that is not given."""
    line, forceful = reading.line, [draft for draft in acts if draft.type == "ASSAULT"]
    for i in range(len(line) - 1) if forceful else ():
        fields, last = _NOUGHTS.get(line.low[i + 1], ()), i + 1
        if line.low[i] not in {"no", "without", "zero"} or not fields:
            fields, last = _nobody_harmed(reading, i)
        if not fields:
            continue
        nearest = min(forceful, key=lambda draft: abs(draft.trigger.first - i))
        for field in fields:
            if getattr(nearest, field) is None:
                setattr(nearest, field, Count(0, 0, line.text[line.start[i] : line.end[last]]))


def _nobody_harmed(reading: Reading, i: int) -> tuple[tuple[str, ...], int]:
    """The fields that "nobody was hurt" sets to nought, and its last token."""
    line, status = reading.line, reading.status
    if line.low[i] in _NOBODY or line.low[i : i + 2] == ["no", "one"]:
        last = next((j for j in range(i + 1, min(len(line), i + 6)) if line.tag[j] == "v"), -1)
        if last >= 0 and reading.passive(last):
            return tuple(field for kind, field in CASUALTIES if line.low[last] in status[kind]), last
    return (), i
