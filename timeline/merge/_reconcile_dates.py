"""One date from many reports: the tightest interval they agree on, and who says otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from timeline.merge._disagree import Reports, disagreements_of
from timeline.merge._facts import days_text
from timeline.model import UNDATED, DateInterval, Disagreement, Mention, When

# How directly a date is known, best first.
_BASES = ("explicit", "anchored", "relative", "heading", "publication", "none")
# Other phrases a reason quotes; more are not read.
_QUOTED_PHRASES = 3


@dataclass(frozen=True, slots=True)
class _Dated:
    when: When
    interval: DateInterval


def reconcile_when(mentions: Sequence[Mention], reports: Reports) -> tuple[When, tuple[Disagreement, ...]]:
    """The date of an event and the dates of reports that do not allow it."""
    dated = [_Dated(m.when, m.when.interval) for m in mentions if m.when.interval is not None]
    if not dated:
        return (mentions[0].when if mentions else UNDATED), ()
    # The day an article appeared bounds an act but does not date it: it never narrows what a text says.
    said = [one for one in dated if one.when.basis != "publication"] or dated
    agreed = _agreed(said)
    when = _date_by(said, agreed)
    others = [one for one in dated if one.when.phrase and one.when.phrase != when.phrase]
    when = replace(when, reason=_with_others(when.reason, others))
    claims = [m for m in mentions if m.when.basis != "publication"] if said[0].when.basis != "publication" else mentions
    return when, _dissent(claims, agreed, reports)


def _agreed(dated: Sequence[_Dated]) -> DateInterval:
    """What most of the reports allow; reports that exclude each other meet only by a person's verdict."""
    reports = Counter(one.interval for one in dated)
    # Many reports of an event give few different days: each is held against the others once.
    allowing = {days: sum(n for other, n in reports.items() if days.overlap(other) is not None) for days in reports}

    def support(one: _Dated) -> tuple[int, int, int, DateInterval]:
        return (-allowing[one.interval], _rank(one), one.interval.days, one.interval)

    ranked = sorted(dated, key=support)
    agreed = ranked[0].interval
    for one in ranked[1:]:
        agreed = agreed.overlap(one.interval) or agreed
    return agreed


def _rank(one: _Dated) -> int:
    return _BASES.index(one.when.basis)


def _date_by(dated: Sequence[_Dated], agreed: DateInterval) -> When:
    """The When of the best report that gives exactly this interval, else one made of several."""
    exact = [one for one in dated if one.interval == agreed]
    if exact:
        return min(exact, key=lambda one: (_rank(one), not one.when.lasting)).when
    return _combine([one for one in dated if one.interval.overlap(agreed)], agreed)


def _combine(dated: Sequence[_Dated], agreed: DateInterval) -> When:
    nearest = min(dated, key=lambda one: (one.interval.days, _rank(one), one.interval))
    one_day = agreed.days == 1
    values = dict.fromkeys(one.when.edtf or days_text(one.interval) for one in dated)
    return When(
        edtf=str(agreed.start) if one_day else f"[{agreed.start}..{agreed.end}]",
        interval=agreed,
        precision="day" if one_day else "range",
        basis=nearest.when.basis,
        phrase=nearest.when.phrase,
        rule="common-days",
        reason=f"The reports give {', '.join(values)}; {days_text(agreed)} is what all of them allow.",
        anchor_id=nearest.when.anchor_id,
    )


def _with_others(reason: str, others: Iterable[_Dated]) -> str:
    told = dict.fromkeys(f"'{one.when.phrase}' ({days_text(one.interval)})" for one in others)
    quoted = list(told)[:_QUOTED_PHRASES]
    return f"{reason} Also reported as {', '.join(quoted)}.".strip() if quoted else reason


def _dissent(mentions: Sequence[Mention], agreed: DateInterval, reports: Reports) -> tuple[Disagreement, ...]:
    """The agreed date and each date that does not contain it, where there is one."""
    values = [(m, m.when.edtf or days_text(m.when.interval)) for m in mentions if m.when.interval is not None]
    outside = [value for m, value in values if m.when.interval and m.when.interval.overlap(agreed) != agreed]
    return disagreements_of("date", values, reports) if outside else ()
