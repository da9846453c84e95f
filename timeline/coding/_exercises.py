"""Exercises of two states: held together they are cooperation between them, not a show of force of either."""

from __future__ import annotations

from dataclasses import replace

from timeline.coding._drafts import Draft
from timeline.coding._reading import Reading
from timeline.coding.actors import ActorFinder
from timeline.lexicon.actions import ActionLexicon

# How far behind a verb its exercises are named ("staged a week of live-fire drills"); tokens.
_REACH = 8
_TWO = 2


def share_exercises(reading: Reading, drafts: list[Draft], actions: ActionLexicon, finder: ActorFinder) -> None:
    """ "X and Y held war games": joint exercises without the word "joint" (PLOVER manual 2021, COOPERATE)."""
    for draft in drafts:
        if draft.type != "MOBILIZE" or draft.target.actors:
            continue
        homes = {home for match in draft.doer.actors if (home := finder.home(match))}
        if len(homes) < _TWO or not _of_exercises(reading, draft, actions):
            continue
        first = finder.home(draft.doer.actors[0])
        ours = tuple(match for match in draft.doer.actors if finder.home(match) == first)
        theirs = tuple(match for match in draft.doer.actors if match not in ours)
        draft.doer, draft.target = replace(draft.doer, actors=ours), replace(draft.doer, actors=theirs)
        draft.type, draft.mode, draft.symmetric = "COOPERATE", "", True
        draft.reasons.append("Two states hold the exercise together.")


def _of_exercises(reading: Reading, draft: Draft, actions: ActionLexicon) -> bool:
    first = draft.trigger.first
    return actions.classes["exercise"].found_in(reading.words_between(first, draft.trigger.last + _REACH))
