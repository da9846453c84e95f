"""Mentions as the lines that `code --jsonl` writes (ontology section 4)."""

from __future__ import annotations

from timeline.coding._sides import Side
from timeline.lexicon.types import TypeTable
from timeline.model import Mention


def event_record(mention: Mention, types: TypeTable, sides: tuple[Side, Side]) -> dict[str, object]:
    """One event of a line, with the sides of its initiator and target."""
    source, target = sides
    return {
        "plover": mention.type,
        "mode": mention.mode,
        "quad": mention.quad,
        "code": types.row(mention.type, mention.mode).cameo,
        "source": source.code,
        "target": target.code,
        "source_text": source.text,
        "target_text": target.text,
        "status": mention.status,
        "trigger_start": mention.trigger.start,
        "trigger_end": mention.trigger.end,
    }
