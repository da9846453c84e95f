"""Mentions as the lines that `code --jsonl` writes (ontology section 4)."""

from __future__ import annotations

from timeline.lexicon.types import TypeTable
from timeline.model import Actor, Mention


def event_record(
    mention: Mention,
    types: TypeTable,
    texts: tuple[str, str] = ("", ""),
) -> dict[str, object]:
    """One event of a line; `texts` are the phrases of initiator and target where the caller has them."""
    return {
        "plover": mention.type,
        "mode": mention.mode,
        "quad": mention.quad,
        "code": types.row(mention.type, mention.mode).cameo,
        "source": _code(mention.initiators),
        "target": _code(mention.targets),
        "source_text": texts[0] or _text(mention.initiators),
        "target_text": texts[1] or _text(mention.targets),
        "status": mention.status,
        "trigger_start": mention.trigger.start,
        "trigger_end": mention.trigger.end,
    }


def _code(actors: tuple[Actor, ...]) -> str:
    return actors[0].code if actors else ""


def _text(actors: tuple[Actor, ...]) -> str:
    return actors[0].text if actors else ""
