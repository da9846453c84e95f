"""Which time expression or anchor dates which act, and what to say when none does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from timeline.coding._drafts import Draft
from timeline.coding._reading import Reading
from timeline.model import UNDATED, AnchorHit, DateInterval, Expression, Publication, When

_REACH = 18
_RECENT_DAYS = 30
# "in April after the raid": what stands before such a word is not the date of what stands behind it.
_ORDERING = frozenset(("after", "before", "since", "following", "until"))


def date_acts(
    reading: Reading,
    drafts: list[Draft],
    expressions: Sequence[Expression],
    anchors: Sequence[AnchorHit],
    published: Publication,
) -> list[When]:
    """The When of each draft, in the drafts' order."""
    here = [e for e in expressions if reading.sentence.start <= e.start < reading.sentence.end]
    usable = [e for e in here if e.when is not None and e.when.interval is not None and e.relation in {"on", "since"}]
    owned = _owners(reading, drafts, usable)
    hits = [hit for hit in anchors if reading.sentence.start <= hit.start < reading.sentence.end]
    found: list[When | None] = []
    for n, draft in enumerate(drafts):
        when = owned.get(n)
        anchor = _anchor(reading, draft, hits)
        found.append(_settled(when, anchor))
    for n in range(len(drafts)):
        if found[n] is None:
            found[n] = _inherited(reading, drafts, found, n, usable)
    return [when or _fallback(reading, draft, published) for when, draft in zip(found, drafts, strict=True)]


def _settled(when: When | None, anchor: When | None) -> When | None:
    """An anchor sharpens a wider date that the text gives; it never contradicts one."""
    if anchor is None or when is None or anchor.interval is None or when.interval is None:
        return when or anchor
    if when.interval.days <= anchor.interval.days or when.interval.overlap(anchor.interval) is None:
        return when
    reason = f"The text says “{when.phrase}” ({when.edtf}), which fits: {anchor.reason}"
    return replace(anchor, phrase=when.phrase, reason=reason)


def _owners(reading: Reading, drafts: list[Draft], usable: list[Expression]) -> dict[int, When]:
    """Each expression belongs to the nearest act or other verb; an act keeps its nearest expression."""
    line = reading.line
    verbs = [i for i, t in enumerate(line.tag) if t == "v"]
    best: dict[int, tuple[float, When]] = {}
    for expression in usable:
        first, last = _tokens(reading, expression)
        if first < 0 or expression.when is None:
            continue
        opening = first <= 3
        costs = [
            (12.0 * (opening and d.background) + min(_cost(reading, i, j, first, last) for i, j in _spans(d)), n)
            for n, d in enumerate(drafts)
        ]
        if not costs:
            continue
        cost, n = min(costs)
        triggers = {i for d in drafts for i in (*range(d.trigger.first, d.trigger.last + 1), *d.covers)}
        rival = min(
            (
                _cost(reading, v, v, first, last)
                for v in verbs
                if v not in triggers and not _serves(reading, v, drafts[n])
            ),
            default=99.0,
        )
        if cost <= _REACH and cost <= rival and (n not in best or cost < best[n][0]):
            best[n] = (cost, expression.when)
    return {n: when for n, (_, when) in best.items()}


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
    if subject >= 0 and subject in heads:
        return True
    return verb == draft.governor and reading.line.low[verb] in (reading.status["light"] | reading.status["through"])


def _tokens(reading: Reading, expression: Expression) -> tuple[int, int]:
    line, base = reading.line, reading.sentence.start
    inside = [
        i for i in range(len(line)) if line.start[i] >= expression.start - base and line.end[i] <= expression.end - base
    ]
    return (inside[0], inside[-1]) if inside else (-1, -1)


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
        elif t == "v" or (t == "c" and end < first and not opening) or (line.low[i] in _ORDERING and end < first):
            cost += 6
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


def _inherited(
    reading: Reading, drafts: list[Draft], found: list[When | None], n: int, usable: list[Expression]
) -> When | None:
    """The date of the clause that a "when" hangs on, of the act before "and", or of the sentence's opening."""
    when = _governing_date(reading, drafts[n], usable)
    if when is not None:
        return when
    draft = drafts[n]
    if draft.background or draft.trigger.noun:
        return None
    for before, known in zip(reversed(drafts[:n]), reversed(found[:n]), strict=True):
        if known is None or known.basis not in {"explicit", "relative", "heading"}:
            continue
        gap = range(before.trigger.last + 1, draft.trigger.first)
        if "c" in (reading.line.tag[i] for i in gap) and not any(_cuts(reading, i, drafts) for i in gap):
            return known
    return _opening_date(reading, drafts, draft, usable)


def _cuts(reading: Reading, i: int, drafts: list[Draft]) -> bool:
    """Whether a token ends the stretch in which coordinated acts share a date."""
    line = reading.line
    if line.tag[i] == "v":
        act = any(draft.trigger.first <= i <= draft.trigger.last for draft in drafts)
        return not act and line.form[i] != {"ing"} and "participle" not in line.form[i]
    return line.tag[i] in "sr" or (line.tag[i] == ";" and line.words[i] not in "()[]")


def _governing_date(reading: Reading, draft: Draft, usable: list[Expression]) -> When | None:
    """ "began on 22 April, when gunmen …", "the bombing of 3 January, in which …": the date right before the clause."""
    line = reading.line
    for i in range(draft.trigger.first - 1, max(-1, draft.trigger.first - 16), -1):
        if line.tag[i] == ";":
            return None
        relative = line.low[i] == "which" and line.low[i - 1 : i] in (["in"], ["during"])
        if not relative and line.low[i] != "when":
            continue
        for expression in reversed(usable):
            last = _tokens(reading, expression)[1]
            if 0 <= last < i and i - last <= 3:
                return expression.when
        return None
    return None


def _opening_date(reading: Reading, drafts: list[Draft], draft: Draft, usable: list[Expression]) -> When | None:
    """ "At a session on Sunday, X accused Y and asked Z": a date before the first verb frames them all."""
    line = reading.line
    verb = next((i for i, tag in enumerate(line.tag) if tag in "vbhm;sr"), 0)
    framing = [e for e in usable if 0 <= _tokens(reading, e)[1] < verb]
    if len(framing) != 1 or verb > draft.trigger.first:
        return None
    if any(other.trigger.first < _tokens(reading, framing[0])[0] for other in drafts):
        return None
    part = line.tag[verb : draft.trigger.first]
    return framing[0].when if ";" not in part and "r" not in part and "s" not in part else None


def _fallback(reading: Reading, draft: Draft, published: Publication) -> When:
    """Nothing in the sentence dates the act: news of the day, or undated."""
    recent = _recent(reading, draft)
    if draft.status == "planned":
        return replace(UNDATED, reason="The text announces this without a date.")
    if published.interval is None or (draft.background and not recent) or reading.sentence.kind == "caption":
        return UNDATED
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


def _recent(reading: Reading, draft: Draft) -> str:
    line = reading.line
    for i in range(max(0, draft.trigger.first - 5), min(len(line), draft.trigger.last + 3)):
        for words, kind in reading.status.phrases.get(line.low[i], ()):
            if kind == "soft" and tuple(line.low[i : i + len(words)]) == words:
                return " ".join(words)
    return ""
