"""Which time expression or anchor dates which act, and what to say when none does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.coding._context import points_back
from timeline.coding._counted_back import count_back, very_days
from timeline.coding._date_owners import COUNTED, aside_around, owners, spans_of
from timeline.coding._datelines import dateline_end
from timeline.coding._derived import (
    before_the_speech,
    before_what_follows,
    date_pairs,
    follow_up,
    looked_back,
    not_ahead,
    span_since,
)
from timeline.coding._drafts import Draft
from timeline.coding._entries import Entry
from timeline.coding._inherited import inherited_date, tokens_of
from timeline.coding._reading import Reading
from timeline.coding._recaps import recap_words
from timeline.coding._since import date_since, done_by, is_limit, stands_behind_since
from timeline.coding._telling import find_tellings, told_on
from timeline.coding._undated import names_no_day, undated
from timeline.model import UNDATED, AnchorHit, Expression, Publication, When

# A date of the text no wider than this leaves a known event that fits it little room to be another.
_SURE_DAYS = 31
# So long after a known event its like is news of its own; days.
_NEWS_DAYS = 60


def date_acts(
    reading: Reading,
    drafts: list[Draft],
    expressions: Sequence[Expression],
    anchors: Sequence[AnchorHit],
    published: Publication,
    entry: Entry | None = None,
) -> list[When]:
    """The When of each draft, in the drafts' order; `entry` is the entry of a chronology that the sentence is in."""
    lead = entry.start if entry else reading.sentence.start + dateline_end(reading.sentence.text)
    sentence = reading.sentence
    here = very_days(sentence.text, sentence.start, [e for e in expressions if lead <= e.start < sentence.end])
    usable = [e for e in here if e.when is not None and e.when.interval is not None and e.relation in {"on", "since"}]
    tellings = find_tellings(reading, drafts, usable)
    own = [e for e in usable if all(e is not telling.expression for telling in tellings)]
    shared = [e for e in own if aside_around(reading, e) < 0]
    owned = _owned(reading, drafts, own, usable, published)
    hits = [hit for hit in anchors if reading.sentence.start <= hit.start < reading.sentence.end]
    found: list[When | None] = []
    for n, draft in enumerate(drafts):
        when = owned.get(n)
        meant = [hit for hit in hits if not hit.open or _is_meant(reading, draft, hit, when, expressions, published)]
        found.append(_settled(when, _anchor(reading, draft, meant)))
    date_since(reading, drafts, found, usable, hits, published)
    for n, limit in owners(reading, drafts, [e for e in here if is_limit(reading, e)]).items():
        found[n] = found[n] or done_by(drafts[n], limit)
    _date_what_is_counted_from(reading, drafts, found, usable, hits)
    for n in range(len(drafts)):
        if found[n] is None:
            found[n] = inherited_date(reading, drafts, found, n, shared)
    before_what_follows(reading, drafts, found)
    date_pairs(reading, drafts, found, here)
    count_back(reading, drafts, found, here, published)
    for n in range(len(drafts)):
        if found[n] is None:
            found[n] = told_on(reading, drafts[n], tellings, published) or follow_up(
                reading, drafts, found, n, published, own
            )
    head = entry.when if entry else None
    dayless = owners(reading, drafts, [e for e in here if names_no_day(reading, e)])
    return [
        when
        or (head if head and draft.status != "planned" else undated(reading, draft, dayless.get(n), here, published))
        for n, (when, draft) in enumerate(zip(found, drafts, strict=True))
    ]


def _owned(
    reading: Reading,
    drafts: list[Draft],
    own: list[Expression],
    usable: Sequence[Expression],
    published: Publication,
) -> dict[int, When | None]:
    """The days of each act that has an expression of its own, by the act's number."""
    until = published.interval.end if published.interval else None
    return {
        n: not_ahead(reading, drafts[n], _placed(reading, drafts[n], one, usable, published), published)
        for n, one in owners(reading, drafts, own, until).items()
        if one.relation == "since" or not stands_behind_since(reading, drafts[n], one.end)
    }


def _placed(
    reading: Reading, draft: Draft, expression: Expression, usable: Sequence[Expression], published: Publication
) -> When:
    """The days of an act by its own expression."""
    when = expression.when or UNDATED
    if expression.relation == "since":
        return span_since(when, published)
    return before_the_speech(reading, draft, looked_back(reading, draft, when, published), usable)


def _settled(when: When | None, anchor: When | None) -> When | None:
    """An anchor sharpens a wider date that the text gives; it never contradicts one."""
    if anchor is None or when is None or anchor.interval is None or when.interval is None:
        return when or anchor
    if when.interval.days <= anchor.interval.days or when.interval.overlap(anchor.interval) is None:
        return when
    reason = f"The text says “{when.phrase}” ({when.edtf}), which fits: {anchor.reason}"
    return replace(anchor, phrase=when.phrase, reason=reason)


def _date_what_is_counted_from(
    reading: Reading,
    drafts: Sequence[Draft],
    found: list[When | None],
    usable: Sequence[Expression],
    hits: Sequence[AnchorHit],
) -> None:
    """ "struck, two weeks after gunmen killed …": the act behind "after" is the known event that is counted from."""
    for expression in usable:
        last = tokens_of(reading, expression)[1]
        behind = next((n for n, draft in enumerate(drafts) if draft.trigger.first > last), None)
        if expression.rule not in COUNTED or expression.when is None or behind is None or found[behind] is not None:
            continue
        for hit in hits:
            if hit.anchor_id == expression.when.anchor_id and drafts[behind].type in hit.types:
                found[behind] = replace(hit.when, basis="anchored", anchor_id=hit.anchor_id)


def _is_meant(
    reading: Reading,
    draft: Draft,
    hit: AnchorHit,
    when: When | None,
    expressions: Sequence[Expression],
    published: Publication,
) -> bool:
    """Whether words that fit other events too mean the known one: "the blast at the airport", or news of those weeks.

    "A blast at the airport" that is news long after is another.
    """
    days, out = hit.when.interval, published.interval
    told = when.interval if when is not None else None
    if days is None or (told is not None and told.days <= _SURE_DAYS):
        return True
    if out is not None and (out.start - days.end).days <= _NEWS_DAYS:
        return True
    return points_back(reading, draft) or bool(recap_words(reading, draft, expressions))


def _anchor(reading: Reading, draft: Draft, hits: Sequence[AnchorHit]) -> When | None:
    line, base = reading.line, reading.sentence.start
    spans = spans_of(draft)
    if draft.trigger.noun and draft.target.first > draft.trigger.last:
        spans.append((draft.target.first, draft.target.first))
    # The tightest reference first: a wider one may only enclose the words for another event.
    for hit in sorted(hits, key=lambda hit: hit.end - hit.start):
        if (hit.types and draft.type not in hit.types) or stands_behind_since(reading, draft, hit.end):
            continue
        for first, last in spans:
            if line.start[first] + base < hit.end and hit.start < line.end[last] + base:
                return replace(hit.when, basis="anchored", anchor_id=hit.anchor_id)
        if abs(hit.start - base - line.end[draft.trigger.last]) <= 4:
            return replace(hit.when, basis="anchored", anchor_id=hit.anchor_id)
    return None
