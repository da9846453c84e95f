"""What speaks for and against a report being read right: the signs that the table of confidence weighs."""

from __future__ import annotations

from timeline.coding._drafts import Draft
from timeline.coding._reading import Reading

_LONG = 40
_CROWD = 3


def signs_of(reading: Reading, draft: Draft, acts: int) -> tuple[str, ...]:
    """The signs that hold for a draft in a sentence of so many acts, in the order of `confidence.csv`."""
    action, line = draft.trigger.action, reading.line
    matches = (*draft.doer.actors, *draft.target.actors)
    holds = {
        "initiator": bool(draft.doer.actors),
        "target": bool(draft.target.actors),
        "strong": action.strength == "strong",
        "weak": action.strength == "weak",
        "noun": draft.trigger.noun,
        "background": draft.background,
        "located": draft.target.located,
        "pronoun": draft.target.pronoun or draft.doer.pronoun,
        "points_back": draft.earlier is not None,
        "symmetric": draft.symmetric,
        "attributed": draft.told or draft.claimed_by is not None,
        "not_happened": draft.status != "happened",
        "crowded": acts >= _CROWD,
        "long": len(line) > _LONG,
        "disguised": any(match.flag == "homoglyph" for match in matches),
        "one_case": line.text.isupper() or line.text.islower(),
        "parse_agrees": draft.opinion > 0,
        "parse_differs": draft.opinion < 0,
        "no_stops": len(line) > _LONG // 2 and not any(tag in ",;" for tag in line.tag),
    }
    return tuple(name for name, held in holds.items() if held)
