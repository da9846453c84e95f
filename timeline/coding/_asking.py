"""Which sentences are worth a parse, and the trees that come back for them in one batch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.coding._datelines import dateline_end
from timeline.coding._reading import Reading
from timeline.coding._roles import find_roles
from timeline.coding._syntax import Parser
from timeline.coding._triggers import Trigger
from timeline.settings import MAX_SENTENCE_CHARS


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
    starts = [dateline_end(reading.line.text) for reading in asked]
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
