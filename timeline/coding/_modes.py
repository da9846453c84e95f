"""With what force was used: the weapons and forces that do it refine the mode that a verb leaves open."""

from __future__ import annotations

from timeline.coding._complements import complements
from timeline.coding._drafts import Draft
from timeline.coding._reading import Reading
from timeline.lexicon.actions import ActionLexicon

# In order of preference: "guided bombs" come from the air, a "suicide car bomb" is no plain bomb.
_MODES = ("suicide", "drone", "aerial", "heavy-weapons", "explosives", "firearms")
_OPEN = frozenset(("", "destroy"))
_FROM_THE_AIR = frozenset(
    ("state", "adjective", "capital", "metonym", "government", "military", "bloc", "organisation")
)


def settle_modes(reading: Reading, drafts: list[Draft], actions: ActionLexicon) -> None:
    """Give acts of force the mode that their doer or instrument shows."""
    for draft in drafts:
        if draft.type != "ASSAULT" or not (draft.mode in _OPEN or draft.mode == "explosives"):
            continue
        words = [*reading.words_of(draft.doer), *_instruments(reading, draft)]
        found = next((mode for mode in _MODES if actions.classes[f"by-{mode}"].found_in(words)), "")
        bombing = draft.mode == "explosives" and reading.line.lemma[draft.trigger.head] == "bomb"
        if draft.mode in _OPEN or (found and bombing):
            draft.mode = found or draft.mode
        elif bombing and draft.doer.actors and draft.doer.actors[0].kind in _FROM_THE_AIR:
            draft.mode = "aerial"


def _instruments(reading: Reading, draft: Draft) -> list[str]:
    """The words behind "with" and, in the passive, behind "by"."""
    chunks = reading.clauses.chunks
    found: list[str] = []
    for prep, index in complements(reading, draft.trigger.last):
        if prep == "with" or (prep == "by" and not draft.doer.actors):
            found.extend(reading.words_between(chunks[index].first, chunks[index].last))
    return found
