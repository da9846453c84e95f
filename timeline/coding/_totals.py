"""Sums over a whole war or a long time: numbers worth reading, but no act of any day."""

from __future__ import annotations

from timeline.coding._drafts import Draft
from timeline.coding._reading import Reading

# Tokens that may stand behind a bare "since" that ends its clause.
_STOPS = ",;."
_RELATIVES = frozenset(("that", "which"))


def is_total(reading: Reading, draft: Draft) -> bool:
    """Whether a whole war did the harm ("The war has killed tens of thousands"): its dead died in no one act."""
    head = draft.trigger.head
    harm = reading.line.low[head] in reading.status.any_of("kill", "harm")
    if draft.type != "ASSAULT" or draft.trigger.noun or not harm or reading.passive(head):
        return False
    return reading.line.low[_doing(reading, head)] in reading.status["war"]


def since_tokens(reading: Reading, draft: Draft) -> range:
    """The tokens from an act's "since" to the end of its clause; none where it has none."""
    line, head = reading.line, draft.trigger.head
    places = (*range(min(2, head)), *range(head, len(line)))
    at = next((i for i in places if line.low[i] == "since"), -1)
    if at < 0:
        return range(0)
    end = next((i for i in range(at + 1, len(line)) if line.tag[i] in _STOPS or line.tag[i] in "bh"), len(line))
    return range(at, end if end < head or at > head else at + 1)


def since_words(reading: Reading, draft: Draft) -> str:
    """ "Since the coup 6,000 have been killed", "1,400 have died since": it went on until the text was written.

    The words from "since" to the end of their clause; empty where it did not go on, or since a day that the text gives.
    """
    line, head = reading.line, draft.trigger.head
    if draft.trigger.noun or not {"has", "have"} & set(line.low[max(0, reading.group(head) - 1) : head]):
        return ""
    since = since_tokens(reading, draft)
    if not since or any(line.start[since[0]] <= start < line.end[since[-1]] for start, _ in reading.times):
        return ""
    return line.text[line.start[since[0]] : line.end[since[-1]]]


def _doing(reading: Reading, head: int) -> int:
    """The last token of what does the harm; behind "the start of a war that killed" it is the war."""
    relative = reading.group(head) - 1
    if relative > 0 and reading.line.low[relative] in _RELATIVES:
        return relative - 1
    index = reading.subject(head)
    return reading.clauses.chunks[index].last if index >= 0 else head
