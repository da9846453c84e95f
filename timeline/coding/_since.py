"""Acts bound to one side: "has bombed the town since the October 7 attack", "by mid-May troops had taken the town"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.coding._derived import is_perfect, reaching_back, span_since
from timeline.coding._drafts import Draft
from timeline.coding._inherited import tokens_of
from timeline.coding._reading import Reading
from timeline.coding._totals import since_tokens
from timeline.model import AnchorHit, Expression, Publication, When


def date_since(
    reading: Reading,
    drafts: Sequence[Draft],
    found: list[When | None],
    usable: Sequence[Expression],
    hits: Sequence[AnchorHit],
    published: Publication,
) -> None:
    """Gives acts in the perfect the time from what stands behind their "since", where that is dated, to publication."""
    for n, draft in enumerate(drafts):
        since = since_tokens(reading, draft) if is_perfect(reading, draft) else range(0)
        when = found[n]
        if not since or (when is not None and when.lasting):
            continue
        start = _dated(reading, since, drafts, found, usable) or _known(reading, since, hits)
        if start is not None:
            found[n] = span_since(start, published)


def _dated(
    reading: Reading, since: range, drafts: Sequence[Draft], found: Sequence[When | None], usable: Sequence[Expression]
) -> When | None:
    """The date written behind "since", or that of an act told there."""
    acts = [when for d, when in zip(drafts, found, strict=True) if d.trigger.first in since and when is not None]
    written = [e.when for e in usable if tokens_of(reading, e)[0] in since and e.when is not None]
    return next((when for when in (*acts, *written) if when.interval is not None), None)


def _known(reading: Reading, since: range, hits: Sequence[AnchorHit]) -> When | None:
    base, line = reading.sentence.start, reading.line
    low, high = line.start[since[0]] + base, line.end[since[-1]] + base
    return next((hit.when for hit in hits if low < hit.end <= high and hit.when.interval is not None), None)


def stands_behind_since(reading: Reading, draft: Draft, end: int) -> bool:
    """ "the deadliest raid since the October 7 attack": what ends here is told behind a "since", not of the act."""
    line = reading.line
    gap = [i for i in range(draft.trigger.last + 1, len(line)) if line.end[i] + reading.sentence.start <= end]
    return any(line.low[i] == "since" for i in gap)


def is_limit(reading: Reading, expression: Expression) -> bool:
    """ "by Monday": the latest day of what is told as done."""
    first = tokens_of(reading, expression)[0]
    dated = expression.when is not None and expression.when.interval is not None
    return dated and expression.relation == "until" and first > 0 and reading.line.low[first - 1] == "by"


def done_by(draft: Draft, expression: Expression) -> When | None:
    """The days of an act that was done by some day or month: that time, or about as long before it."""
    when = expression.when
    if draft.status == "planned" or when is None or when.interval is None:
        return None
    days = reaching_back(when.interval, when.interval.days)
    return When(
        edtf=f"[{days.start}~..{days.end}]",
        interval=days,
        precision="range",
        basis=when.basis,
        phrase=when.phrase,
        rule=f"{when.rule} by",
        reason=f"It was done by “{when.phrase}” ({when.edtf}), then or not long before.",
    )
