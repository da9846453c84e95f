"""Build one article, sentence, mention or event in one call, so that a test shows only what matters to it."""

from __future__ import annotations

import hashlib
from datetime import date

from timeline.model import (
    Actor,
    Article,
    Block,
    Count,
    DateInterval,
    Event,
    Mention,
    Publication,
    Sentence,
    Span,
    When,
)


def make_actor(name="Norland", *, code=None, text=None, person=""):
    actor_id = name.lower().replace(" ", "-")
    return Actor(id=actor_id, name=name, code=code or actor_id[:3].upper(), text=text or name, person=person)


def make_when(start="2024-04-01", end=None, **changes):
    """A When on one day, or on an uncertain day between two."""
    first = date.fromisoformat(start)
    last = date.fromisoformat(end) if end else first
    edtf = start if first == last else f"[{start}..{end}]"
    fields = {
        "edtf": edtf,
        "interval": DateInterval(first, last),
        "precision": "day" if first == last else "range",
        "basis": "explicit",
        "phrase": "on that day",
        "rule": "test",
        "reason": "The text says so.",
    }
    return When(**(fields | changes))


def make_article(text="Norland struck Sudria on Monday.", *, id="a1", published=None, **changes):
    publication = Publication(
        interval=DateInterval(date.fromisoformat(published), date.fromisoformat(published)) if published else None,
        basis="given" if published else "unknown",
    )
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    fields = {
        "id": id,
        "text": text,
        "sha256": digest,
        "title": "A title",
        "publisher": "The Gazette",
        "published": publication,
        "blocks": (Block(Span(0, len(text)), "paragraph"),),
    }
    return Article(**(fields | changes))


def make_sentence(text="Norland struck Sudria on Monday.", *, start=0, **changes):
    fields = {"article_id": "a1", "index": 0, "start": start, "end": start + len(text), "text": text}
    return Sentence(**(fields | changes))


def make_mention(text="Norland struck Sudria on Monday.", *, id=None, article_id="a1", start=0, **changes):
    fields = {
        "id": id or f"{article_id}-{start}",
        "article_id": article_id,
        "start": start,
        "end": start + len(text),
        "text": text,
        "trigger": Span(start, start + min(6, len(text))),
        "type": "ASSAULT",
        "mode": "",
        "quad": 4,
        "intensity": -9.0,
        "initiators": (make_actor("Norland"),),
        "targets": (make_actor("Sudria"),),
        "when": make_when(),
        "confidence": 0.8,
        "reasons": ("'struck' is an act of force.",),
    }
    return Mention(**(fields | changes))


def make_event(id="e1", *, mentions=None, **changes):
    mentions = tuple(mentions or (make_mention(),))
    first = mentions[0]
    fields = {
        "id": id,
        "label": "Norland struck Sudria",
        "type": first.type,
        "mode": first.mode,
        "quad": first.quad,
        "intensity": first.intensity,
        "level": 4,
        "initiators": first.initiators,
        "targets": first.targets,
        "symmetric": first.symmetric,
        "status": first.status,
        "status_words": first.status_words,
        "claimed_by": first.claimed_by,
        "attribution": "",
        "when": first.when,
        "place": first.place,
        "killed": first.killed,
        "injured": first.injured,
        "captured": first.captured,
        "displaced": first.displaced,
        "munitions": first.munitions,
        "mentions": mentions,
        "n_reports": len(mentions),
        "n_sources": len({m.article_id for m in mentions}),
        "confidence": first.confidence,
        "reasons": first.reasons,
    }
    return Event(**(fields | changes))


def make_count(low, high=None):
    return Count(low, high if high is not None else low, str(low))
