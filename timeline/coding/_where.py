"""Where an act took place: the nearest place that the sentence gives as its scene."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.coding._datelines import dateline_end
from timeline.coding._drafts import Draft
from timeline.coding._reading import Phrase, Reading, phrase_of
from timeline.coding.places import PlaceMatch
from timeline.model import Place

# Characters between a trigger and a place that may still be where it happened.
_REACH = 120
_WORDS = frozenset(
    ("ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "STATEMENT", "SUPPORT", "THREATEN"),
)
# A scene of its own, known to the gazetteer or not: "outside Tave", "off Cape Norrow", "in the Tave valley".
_SCENE = re.compile(
    r"\b(?:in|at|near|outside|inside|off|around|across|over|along|into|of) (?:the |an? )?(?:[a-z-]+ ){0,3}[A-Z]"
)


def place_of(reading: Reading, draft: Draft, places: Sequence[PlaceMatch]) -> Place | None:
    """The place named nearest to the trigger, if it can be the act's.

    Where a body that only speaks is seated is no scene ("the ministry in Tave said"), and the town of a dateline only
    where the sentence names no scene of its own.
    """
    start, lead = reading.line.start[draft.trigger.first], dateline_end(reading.sentence.text)
    speakers = [(reading.line.start[one.first], reading.line.end[one.last]) for one in _speakers(reading, draft)]
    speakers += _relatives_before(reading, draft)
    end = _reach(reading, draft)
    scenes = [
        match
        for match in places
        if (match.start >= lead or not _SCENE.search(reading.sentence.text, lead))
        and not any(first <= match.start < last for first, last in speakers)
        and match.start < end
    ]
    near = min(scenes, key=lambda match: abs(match.start - start), default=None)
    return near.place if near is not None and abs(near.start - start) < _REACH else None


def _relatives_before(reading: Reading, draft: Draft) -> list[tuple[int, int]]:
    """ "X, which has a base in Tave, called on …": where a clause lies that only tells more of who acts."""
    line, found = reading.line, []
    for i in range(1, draft.trigger.first):
        if line.tag[i] == "r" and line.tag[i - 1] == ",":
            closes = next((j for j in range(i + 1, draft.trigger.first) if line.tag[j] in ",;"), -1)
            if closes > 0:
                found.append((line.start[i], line.end[closes]))
    return found


def _reach(reading: Reading, draft: Draft) -> int:
    """Where the scene of an act in words ends: behind the next act named, a place is that act's."""
    if draft.type not in _WORDS:
        return len(reading.line.text)
    own = {draft.trigger.first, *draft.covers}
    later = [i for i in reading.named_acts if i > draft.trigger.last and i not in own]
    return reading.line.start[later[0]] if later else len(reading.line.text)


def _speakers(reading: Reading, draft: Draft) -> list[Phrase]:
    """The phrases of whoever does the act in words, or tells of it."""
    found = [draft.doer] if draft.type in _WORDS and draft.doer.first >= 0 else []
    if draft.told and draft.governor >= 0 and reading.subject(draft.governor) >= 0:
        found.append(phrase_of(reading, reading.subject(draft.governor)))
    return [one for one in found if one.first >= 0]
