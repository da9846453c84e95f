"""A short neutral phrase for an event, made of the type table's words and the actors' display names."""

from __future__ import annotations

from timeline.lexicon.types import TypeRow
from timeline.model import Actor, Place, Status

# PLOVER scores below this are hostile enough for "against" (an appeal, 0 to -1, is made to somebody).
_HOSTILE_BELOW = -1.5


def make_label(
    row: TypeRow,
    initiators: tuple[Actor, ...],
    targets: tuple[Actor, ...],
    place: Place | None,
    *,
    symmetric: bool,
    status: Status,
) -> str:
    """Who, against whom, what, where, and how sure: "Norland against Sudria: air strike in Sud City (alleged)"."""
    doers, others = join_names(initiators), join_names(targets)
    preposition = "against" if row.intensity < _HOSTILE_BELOW else "to"
    if symmetric and doers:
        text = f"{doers}: {row.label}"
    elif doers and others:
        text = f"{doers} {preposition} {others}: {row.label}"
    elif doers:
        text = f"{doers}: {row.label}"
    elif others:
        text = f"{row.label} {preposition} {others}"
    else:
        text = row.label
    where = f" in {place.name}" if place is not None else ""
    # A threat is made in words that happen; that its act has not is what a threat is.
    doubt = f" ({status})" if status not in ("happened", "threatened") or _promised(row, status) else ""
    return text[:1].upper() + text[1:] + where + doubt


def _promised(row: TypeRow, status: Status) -> bool:
    return status == "threatened" and row.type != "THREATEN"


def join_names(actors: tuple[Actor, ...]) -> str:
    """Names joined as in a sentence, a named person in brackets."""
    named = [f"{actor.name} ({actor.person})" if actor.person else actor.name for actor in actors]
    return " and ".join(filter(None, [", ".join(named[:-1]), *named[-1:]]))
