"""Which sentences are worth a parse, and the trees that come back for them in one batch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.coding._reading import Reading
from timeline.coding._roles import find_roles
from timeline.coding._syntax import Parser
from timeline.coding._triggers import Trigger
from timeline.settings import MAX_SENTENCE_CHARS

# Words a dateline may have ("SAN SALVADOR, El Salvador, 3 May (Agency) —").
_DATELINE_WORDS = 16
_DASHES = frozenset("-–—:")


@dataclass(frozen=True, slots=True)
class Opened:
    """A sentence, or a piece of one, read as far as its triggers; `whole` is False for a piece."""

    reading: Reading
    triggers: list[Trigger]
    whole: bool = True


def ask_parser(parser: Parser, opened: Sequence[Opened], *, alone: bool = False) -> None:
    """Give a tree to each reading in which actors compete for a role; with `alone`, to all that have a trigger."""
    asked = [one.reading for one in opened if competes(one) or (alone and one.triggers and _readable(one))]
    if not asked:
        return
    starts = [_dateline_end(reading) for reading in asked]
    texts = [reading.line.text[start:] for reading, start in zip(asked, starts, strict=True)]
    for reading, start, tree in zip(asked, starts, parser.parse(texts), strict=True):
        reading.parse_alone = alone
        reading.tree = replace(tree, start=tuple(start + offset for offset in tree.start)) if start else tree


def competes(opened: Opened) -> bool:
    """Whether a trigger has two candidates for its roles, or the rules leave its only candidate without one."""
    if not (opened.triggers and opened.reading.people and _readable(opened)):
        return False
    if len({match.actor.id for match in opened.reading.people}) > 1:
        return True
    return any(_leaves_out(opened.reading, trigger) for trigger in opened.triggers)


def _readable(opened: Opened) -> bool:
    """Neither a piece of an endless sentence nor all in capitals: a parser knows neither."""
    text = opened.reading.line.text
    return opened.whole and len(text) <= MAX_SENTENCE_CHARS and not text.isupper()


def _leaves_out(reading: Reading, trigger: Trigger) -> bool:
    roles = find_roles(reading, trigger)
    return not (roles.doer.actors or roles.target.actors)


def _dateline_end(reading: Reading) -> int:
    """Where a dateline ("OSLO (Agency) — ") ends, or 0: a parser takes its town for the subject."""
    line, shouted = reading.line, False
    for i in range(min(_DATELINE_WORDS, len(line) - 1)):
        word = line.words[i]
        if shouted and word in _DASHES and line.words[i + 1] not in _DASHES:
            return line.start[i + 1]
        if word[0].islower():
            return 0
        shouted = shouted or (len(word) > 3 and word.isupper())
    return 0
