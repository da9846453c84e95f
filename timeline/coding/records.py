"""Mentions as the lines that `code --jsonl` writes (ontology section 4)."""

from __future__ import annotations

from timeline.coding._reading import Phrase
from timeline.lexicon.types import TypeTable
from timeline.model import Actor, Mention


def event_record(
    mention: Mention,
    types: TypeTable,
    texts: tuple[str, str] = ("", ""),
    codes: tuple[tuple[str, ...], tuple[str, ...]] = ((), ()),
) -> dict[str, object]:
    """One event of a line; `texts` and `codes` are the phrases and all codes of both roles where the caller has them.

    `sources` and `targets` stand beside the contract's `source` and `target`: joint actors, and the state where an
    actor that is no state is based.
    """
    return {
        "plover": mention.type,
        "mode": mention.mode,
        "quad": mention.quad,
        "code": types.row(mention.type, mention.mode).cameo,
        "source": _code(mention.initiators),
        "target": _code(mention.targets),
        "sources": list(codes[0] or (actor.code for actor in mention.initiators)),
        "targets": list(codes[1] or (actor.code for actor in mention.targets)),
        "source_text": texts[0] or _text(mention.initiators),
        "target_text": texts[1] or _text(mention.targets),
        "status": mention.status,
        "trigger_start": mention.trigger.start,
        "trigger_end": mention.trigger.end,
    }


def codes_of(phrase: Phrase) -> tuple[str, ...]:
    """Codes of the actors of a role, and of the states where those that are no states are based."""
    found = [code for match in phrase.actors for code in (match.actor.code, match.country) if code]
    return tuple(dict.fromkeys(found))


def _code(actors: tuple[Actor, ...]) -> str:
    return actors[0].code if actors else ""


def _text(actors: tuple[Actor, ...]) -> str:
    return actors[0].text if actors else ""
