"""Endless sentences: what they say again and again in the same words is one act, and its reasons say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.model import Mention, Sentence

_STOPS = frozenset(".!?…。؟۔।")
_CLOSING = "\"'”’»)"
# No report tells one act so often in one sentence; two or three times may be two or three acts.
_TOO_OFTEN = 4


def without_repeats(mentions: Sequence[Mention], sentences: Sequence[Sentence], text: str) -> tuple[Mention, ...]:
    """The mentions in order, of those that one sentence repeats word for word only the first.

    The pieces into which a sentence was cut for its length count as one; `text` is the article's.
    """
    starts = dict(_chains(sentences))
    keys = [(starts.get(one.start, one.start), *_told(one, text)) for one in mentions]
    times, seen = Counter(keys), set()
    kept: list[Mention] = []
    for key, mention in zip(keys, mentions, strict=True):
        if times[key] < _TOO_OFTEN:
            kept.append(mention)
        elif key not in seen:
            seen.add(key)
            note = f"One sentence says the same {times[key]} times; it is told once."
            kept.append(replace(mention, reasons=(*mention.reasons, note)))
    return tuple(kept)


def _told(mention: Mention, text: str) -> tuple[object, ...]:
    """What makes two mentions say the same: act, words, sides, place and numbers."""
    sides = tuple(tuple(actor.id for actor in side) for side in (mention.initiators, mention.targets))
    place = mention.place.name if mention.place is not None else ""
    return mention.type, mention.status, mention.trigger.of(text).lower(), sides, place, mention.killed, mention.injured


def _chains(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """The start of each sentence, and of the first of the pieces before it that no stop ends."""
    first, before = -1, None
    for sentence in sentences:
        goes_on = before is not None and before.block == sentence.block and not _ends(before.text)
        first = first if goes_on else sentence.start
        yield sentence.start, first
        before = sentence


def _ends(text: str) -> bool:
    return text.rstrip(_CLOSING)[-1:] in _STOPS
