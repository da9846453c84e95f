"""Which time expression or anchor dates which act, and what to say when none does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from timeline.coding._datelines import dateline_end
from timeline.coding._derived import (
    before_the_speech,
    before_what_follows,
    date_pairs,
    day_of_the_telling,
    follow_up,
    span_since,
)
from timeline.coding._drafts import Draft
from timeline.coding._entries import Entry
from timeline.coding._inherited import inherited_date, tokens_of
from timeline.coding._reading import Reading, phrase_of
from timeline.coding._totals import runs_since
from timeline.model import UNDATED, AnchorHit, DateInterval, Expression, Publication, When

_REACH = 18
_RECENT_DAYS = 30
# Tokens between "began" and the event noun that it began with.
_BEGUN_TOKENS = 3
# "in April after the raid": what stands before such a word is not the date of what stands behind it.
_ORDERING = frozenset(("after", "before", "since", "following", "until"))


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
    here = [e for e in expressions if lead <= e.start < reading.sentence.end]
    usable = [e for e in here if e.when is not None and e.when.interval is not None and e.relation in {"on", "since"}]
    owned = {n: _placed(reading, drafts[n], e, usable, published) for n, e in _owners(reading, drafts, usable).items()}
    hits = [hit for hit in anchors if reading.sentence.start <= hit.start < reading.sentence.end]
    found: list[When | None] = []
    for n, draft in enumerate(drafts):
        when = owned.get(n)
        anchor = _anchor(reading, draft, hits)
        found.append(_settled(when, anchor))
    for n in range(len(drafts)):
        if found[n] is None:
            found[n] = inherited_date(reading, drafts, found, n, usable)
    before_what_follows(reading, drafts, found)
    date_pairs(reading, drafts, found, here)
    for n in range(len(drafts)):
        if found[n] is None:
            found[n] = day_of_the_telling(reading, drafts[n], usable) or follow_up(
                reading, drafts, found, n, published, usable
            )
    head = entry.when if entry else None
    dayless = _owners(reading, drafts, [e for e in here if _names_no_day(e)])
    return [
        when or (head if head and draft.status != "planned" else _undated(reading, draft, dayless.get(n), published))
        for n, (when, draft) in enumerate(zip(found, drafts, strict=True))
    ]


# "Recently", "now", "a few hours ago", "minutes later": near enough to publication.
_NEAR_PUBLICATION = ("vague.", "time.", "relative.ago_hours", "relative.offset_vague")


def _names_no_day(expression: Expression) -> bool:
    """ "several months ago", "30 February", "490 BC"."""
    dated = expression.when is not None and expression.when.interval is not None
    return expression.type == "DATE" and not dated and not expression.rule.startswith(_NEAR_PUBLICATION)


def _undated(reading: Reading, draft: Draft, expression: Expression | None, published: Publication) -> When:
    """An act whose own words for its time name no day is not put at publication."""
    if expression is None:
        return _fallback(reading, draft, published)
    return replace(UNDATED, phrase=expression.text, reason=f"“{expression.text}” names no calendar day.")


def _placed(
    reading: Reading, draft: Draft, expression: Expression, usable: Sequence[Expression], published: Publication
) -> When:
    """The days of an act by its own expression."""
    when = expression.when or UNDATED
    if expression.relation == "since":
        return span_since(when, published)
    return before_the_speech(reading, draft, when, usable)


def _settled(when: When | None, anchor: When | None) -> When | None:
    """An anchor sharpens a wider date that the text gives; it never contradicts one."""
    if anchor is None or when is None or anchor.interval is None or when.interval is None:
        return when or anchor
    if when.interval.days <= anchor.interval.days or when.interval.overlap(anchor.interval) is None:
        return when
    reason = f"The text says “{when.phrase}” ({when.edtf}), which fits: {anchor.reason}"
    return replace(anchor, phrase=when.phrase, reason=reason)


def _owners(reading: Reading, drafts: list[Draft], usable: list[Expression]) -> dict[int, Expression]:
    """Each expression belongs to the nearest act or other verb; an act keeps its nearest expression."""
    line = reading.line
    verbs = [i for i, t in enumerate(line.tag) if t == "v"]
    best: dict[int, tuple[float, Expression]] = {}
    for expression in usable:
        first, last = tokens_of(reading, expression)
        if first < 0 or expression.when is None:
            continue
        possessed = _is_possessed(reading, expression, first)
        opening = first <= 3
        costs = [
            (12.0 * (opening and d.background) + min(_cost(reading, i, j, first, last) for i, j in _spans(d)), n)
            for n, d in enumerate(drafts)
            if not (possessed and d.trigger.last < first)
        ]
        if not costs:
            continue
        cost, n = min(costs)
        triggers = {i for d in drafts for i in (*range(d.trigger.first, d.trigger.last + 1), *d.covers)}
        rival = min(
            (
                _cost(reading, v, v, first, last)
                for v in verbs
                if v not in triggers and not _serves(reading, v, drafts[n]) and not _tags_on(reading, v, first, last)
            ),
            default=99.0,
        )
        if cost <= _REACH and cost <= rival and (n not in best or cost < best[n][0]):
            best[n] = (cost, expression)
    return {n: expression for n, (_, expression) in best.items()}


def _tags_on(reading: Reading, verb: int, first: int, last: int) -> bool:
    """What the comma behind a date cuts off from it.

    "X shelled the town on Friday, the army said", "X shelled the town on Friday, saying that …".
    """
    line, subject = reading.line, reading.subject(verb)
    if line.tag[last + 1 : last + 2] != [","]:
        return False
    start = first - 1 if first and line.tag[first - 1] == "p" else first
    opens = start == 0 or line.tag[start - 1] in ",;csr"
    behind = verb if line.form[verb] == {"ing"} else reading.clauses.chunks[subject].first if subject >= 0 else -1
    return not opens and behind == last + 2


def _is_possessed(reading: Reading, expression: Expression, first: int) -> bool:
    """ "its handling of May's riots": the riots' date, not that of an act told before; "in May's riots" is both's."""
    behind = reading.sentence.text[expression.end - reading.sentence.start :]
    return behind.startswith(("'s", "’s")) and first > 0 and reading.line.low[first - 1] not in _WITHIN


_WITHIN = frozenset(("in", "during", "at", "on"))


def _spans(draft: Draft) -> list[tuple[int, int]]:
    """The stretches of tokens that name an act."""
    return [(draft.trigger.first, draft.trigger.last), *((i, i) for i in draft.covers)]


def _serves(reading: Reading, verb: int, draft: Draft) -> bool:
    """Whether a verb is no rival of an act for its date.

    A light or auxiliary verb of the act itself is none; a verb that tells a verbal act dates it, and so does the
    predicate of an event noun ("the truce took effect on Monday").
    """
    if (
        draft.told
        and verb == draft.governor
        and draft.type in {"THREATEN", "REJECT", "AGREE", "REQUEST", "SUPPORT", "CONSULT"}
    ):
        return True
    subject = reading.subject(verb)
    heads = {reading.clauses.at[first] for first, _ in _spans(draft)}
    if subject >= 0 and (subject in heads or _heads_subject(reading, draft, subject)):
        return True
    low = reading.line.low[verb]
    begun = draft.trigger.noun and 0 < draft.trigger.first - verb <= _BEGUN_TOKENS
    if low in reading.status["through"] and begun:
        return True
    return verb == draft.governor and low in (reading.status["light"] | reading.status["through"])


def _heads_subject(reading: Reading, draft: Draft, subject: int) -> bool:
    """ "fighting between X and Y swept the town": the nearest noun of the subject belongs to the event noun."""
    chunks, index = reading.clauses.chunks, reading.clauses.at[draft.trigger.first]
    if not draft.trigger.noun or index < 0 or subject <= index:
        return False
    return chunks[subject].last <= phrase_of(reading, index).last


def _cost(reading: Reading, first: int, last: int, start: int, end: int) -> float:
    """Distance in tokens between a trigger and an expression, clause boundaries counted as more."""
    line = reading.line
    if start > last:
        gap = range(last + 1, start)
    elif end < first:
        gap = range(end + 1, first)
    else:
        return 0.0
    opening = end < first and all(line.tag[i] in 'apdk"#,N' for i in range(start))
    cost = float(len(gap))
    for i in gap:
        t = line.tag[i]
        if (t in ";r" and line.words[i] not in "()[]") or (t == "s" and line.low[i] != "so"):
            cost += 8
        elif t == "v" or (t in "ct" and end < first and not opening) or (line.low[i] in _ORDERING and end < first):
            cost += 6
        elif t == "p" and end < first and not opening:
            cost += 3
        elif t == ",":
            cost += 1 if opening else 5 if end < first else 3
    return cost * 0.4 if opening else cost


def _anchor(reading: Reading, draft: Draft, hits: Sequence[AnchorHit]) -> When | None:
    line, base = reading.line, reading.sentence.start
    spans = _spans(draft)
    if draft.trigger.noun and draft.target.first > draft.trigger.last:
        spans.append((draft.target.first, draft.target.first))
    # The tightest reference first: a wider one may only enclose the words for another event.
    for hit in sorted(hits, key=lambda hit: hit.end - hit.start):
        if hit.types and draft.type not in hit.types:
            continue
        for first, last in spans:
            if line.start[first] + base < hit.end and hit.start < line.end[last] + base:
                return replace(hit.when, basis="anchored", anchor_id=hit.anchor_id)
        if abs(hit.start - base - line.end[draft.trigger.last]) <= 4:
            return replace(hit.when, basis="anchored", anchor_id=hit.anchor_id)
    return None


def _fallback(reading: Reading, draft: Draft, published: Publication) -> When:
    """Nothing in the sentence dates the act: news of the day, or undated."""
    recent = _recent(reading, draft)
    if draft.status == "planned":
        return replace(UNDATED, reason="The text announces this without a date.")
    if (
        published.interval is None
        or (draft.background and not recent and not _accompanies(reading, draft))
        or reading.sentence.kind == "caption"
    ):
        return UNDATED
    if runs_since(reading, draft):
        return replace(UNDATED, reason="It goes on since an event that the text does not date here.")
    interval = published.interval
    if recent:
        interval = DateInterval(interval.start - timedelta(days=_RECENT_DAYS), interval.end)
        return When(
            edtf=f"[{interval.start}..{interval.end}]",
            interval=interval,
            precision="range",
            basis="publication",
            phrase=recent,
            rule="recent before publication",
            reason=f"The text says '{recent}' and no more: it is put in the {_RECENT_DAYS} days before publication.",
        )
    day = interval.days == 1
    return When(
        edtf=f"{interval.start}~" if day else f"[{interval.start}..{interval.end}]",
        interval=interval,
        precision="day" if day else "range",
        basis="publication",
        rule="reported when published",
        reason="The text gives no date: it reports this as news, so it is put at its publication, approximately.",
    )


def _accompanies(reading: Reading, draft: Draft) -> bool:
    """ "X dismissed the report, accusing Y": a participle behind a comma is of the main verb's time."""
    line, first = reading.line, draft.trigger.first
    return not draft.trigger.noun and line.form[first] == {"ing"} and first > 1 and line.tag[first - 1] in ',"'


def _recent(reading: Reading, draft: Draft) -> str:
    line = reading.line
    near = range(max(0, draft.trigger.first - 5), min(len(line), draft.trigger.last + 3))
    opening = [
        i for i in range(draft.trigger.first - 5) if line.tag[i + 1] == "," and (not i or line.tag[i - 1] in ";:")
    ]
    for i in (*opening, *near):
        for words, kind in reading.phrases.get(i, ()):
            if kind == "soft":
                return " ".join(words)
    return ""
