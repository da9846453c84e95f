"""Where an act stands on the ladder."""

from __future__ import annotations

from timeline.lexicon.types import TypeTable


def hostility_level(type: str, mode: str, types: TypeTable) -> int:
    """The hostility level (1 to 5) of a type and mode.

    Raises:
        LexiconError: if the type is not in the table.
    """
    return types.row(type, mode).level
