"""What one sentence says about when its article was published: each finding is an interval and a reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.lexicon.time_words import TimeWords
from timeline.model import AnchorHit, DateInterval, Expression, Sentence
from timeline.times._calendar import shift
from timeline.times._edtf import widen

Resolve = Callable[[str, DateInterval | None], tuple[Expression, ...]]

# An event is told by "last week", "in April" and the like for about a year; later texts name the year.
_TOLD_FOR_DAYS = 366
# Days after an event within which weekdays, weekends and weeks tell of it.
_SHORT_REACH = 21
# Searches for fitting publication days in one article; real ones need a handful.
_MAX_SEARCHES = 40
# Words between an anchored event and the expression that dates it.
_NEAR_CHARS = 70
# Cues count only this close before the words of the event.
_CUE_CHARS = 30
_ONGOING_CUES = 3
# Characters around a written date in which words that look ahead count, and before a date that opens a sentence.
_AHEAD_CHARS = 60
_OPENING_CHARS = 5
# Present tenses that tell how things stand after the days counted, and days by which such counts are rounded.
_NOW_WORDS = frozenset(("has", "have", "is", "are", "remain", "remains"))
_COUNTED_SLACK = 3
# Shorter words that end in -ed ("need", "shed") say nothing.
_SHORT_VERB = 4
_CLAUSE_END = re.compile(r"[.;:]\s|[—–]")
_SHORTEST_PHASE = 5


@dataclass(frozen=True, slots=True)
class Constraint:
    """Publication lies in `interval`; `weight` (0 to 1) is how often such a sign is right."""

    interval: DateInterval
    reason: str
    weight: float


@dataclass(frozen=True)
class Cues:
    """Words and phrases of the time words table that tell when an article was written."""

    speech: frozenset[str]
    ahead: tuple[str, ...]
    ongoing: tuple[str, ...]
    over: tuple[str, ...]
    response: tuple[str, ...]
    not_yet: tuple[str, ...]
    future: frozenset[str]
    past: frozenset[str]
    recent: tuple[tuple[str, int], ...]


def make_cues(words: TimeWords) -> Cues:
    """The cues of a time words table."""
    recent = [(word, int(row.value)) for row in words.rows if row.class_ == "RECENTCUE" for word in row.words]
    return Cues(
        speech=frozenset(words.of("SPEECH")),
        ahead=words.of("AHEAD"),
        ongoing=words.of("ONGOING"),
        over=words.of("OVER"),
        response=words.of("RESPONSE"),
        not_yet=words.of("NOTYET"),
        future=frozenset(words.of("FUTURE")),
        past=frozenset(words.of("PASTV")) - frozenset(words.of("SPEECH")),
        recent=tuple(recent),
    )


class SignReader:
    """Reads signs of the publication date; `resolve` tags a text as if published on a given day."""

    def __init__(self, resolve: Resolve, cues: Cues) -> None:
        self._resolve = resolve
        self._cues = cues
        self._searches_left = _MAX_SEARCHES

    def sentence_constraints(self, sentence: Sentence, anchors: Sequence[AnchorHit]) -> Iterator[Constraint]:
        """All constraints of one sentence that names an anchored event."""
        for hit in anchors:
            days = hit.when.interval
            if days is None or hit.when.precision in ("year", "decade"):
                continue
            near = sentence.text[max(hit.start - sentence.start - _CUE_CHARS, 0) : hit.end - sentence.start].lower()
            if "milestone" in hit.types and any(cue in near for cue in self._cues.ahead):
                yield Constraint(_before(days.end), f"{hit.label} ({hit.when.edtf}) still lies ahead in the text", 0.6)
                continue
            yield Constraint(_after(days.start), f"the text knows of {hit.label} ({hit.when.edtf})", 0.9)
            for cue, count in self._cues.recent:
                if cue in near:
                    yield Constraint(_within(days, count), f"{hit.label} ({hit.when.edtf}) is told as “{cue}”", 0.4)
                    break
        yield from self._relative(sentence, anchors)

    def _relative(self, sentence: Sentence, anchors: Sequence[AnchorHit]) -> Iterator[Constraint]:
        """Publication days on which a relative date of the sentence would fall on its only fitting event."""
        first = next((hit.when.interval for hit in anchors if hit.when.interval is not None), None)
        if first is None:
            return
        for found in self._resolve(sentence.text, DateInterval(first.start, first.start)):
            if found.when is None or found.when.basis != "relative" or found.rule.startswith(("vague", "time.")):
                continue
            if sentence.text[: found.start].lower().endswith(" and "):
                continue  # the second half of "three years and two months ago"
            fits = [(hit, days) for hit in anchors if (days := self._fit(sentence, found, hit)) is not None]
            if len(fits) == 1:
                hit, days = fits[0]
                reason = f"“{found.text}” tells of {hit.label} ({hit.when.edtf})"
                yield Constraint(days, reason, 0.8 if days.days < 60 else 0.55)

    def _fit(self, sentence: Sentence, found: Expression, hit: AnchorHit) -> DateInterval | None:
        if hit.when.interval is None or not self._dates(found, hit, sentence):
            return None
        return self._fitting_days(sentence.text, found, hit.when.interval)

    def told_as_ongoing(self, text: str, anchor: AnchorHit) -> Constraint | None:
        """The newest anchored event lasted days or weeks and several cues of the article say that it still does."""
        days = anchor.when.interval
        if days is None or not anchor.when.lasting or not _SHORTEST_PHASE <= days.days <= _TOLD_FOR_DAYS:
            return None
        lower = text.lower()
        cues = [cue for cue in self._cues.ongoing if cue in lower]
        if len(cues) < _ONGOING_CUES or any(cue in lower for cue in self._cues.over):
            return None
        told = ", ".join(f"“{cue}”" for cue in cues[:3])
        return Constraint(days, f"{anchor.label} ({anchor.when.edtf}) is told as going on ({told})", 0.5)

    def _dates(self, found: Expression, hit: AnchorHit, sentence: Sentence) -> bool:
        """Whether the expression stands near the event's words and does not date a statement instead."""
        start, end = hit.start - sentence.start, hit.end - sentence.start
        if max(found.start - end, start - found.end) > _NEAR_CHARS:
            return False
        return not self._dates_a_statement(sentence.text, found)

    def _dates_a_statement(self, text: str, found: Expression) -> bool:
        """ "said on Monday", "Monday, he said": the day is the speaking's, not the event's."""
        before = text[max(found.start - 40, 0) : found.start].lower().replace(",", " ").split()
        after = text[found.end : found.end + 30].lower().replace(",", " ").split()
        return any(word in self._cues.speech for word in before[-3:]) or any(
            word in self._cues.speech for word in after[:3]
        )

    def _fitting_days(self, text: str, found: Expression, days: DateInterval) -> DateInterval | None:
        """Hull of the publication days that put the expression on the event, from the event on."""
        if self._searches_left <= 0:
            return None
        self._searches_left -= 1
        fitting: list[date] = []
        for step in range(_reach(found)):
            day = days.start + timedelta(step)
            interval = self._resolved_from(text, found, day)
            if interval is not None and interval.overlap(days):
                fitting.append(day)
            elif fitting and step > _last_gap(days):
                break
        return DateInterval(fitting[0], fitting[-1]) if fitting else None

    def statement_after(self, text: str, anchor: AnchorHit, window: DateInterval) -> Constraint | None:
        """A statement dated by a weekday, in an article on this event, is not older than the event."""
        days = anchor.when.interval
        if days is None or window.days > 21:
            return None
        for found in self._resolve(text, DateInterval(window.end, window.end)):
            if found.rule != "relative.weekday" or not self._dates_a_statement(text, found):
                continue
            resolved = [(day, self._resolved_from(text, found, day)) for day in _each(window)]
            fitting = [day for day, told in resolved if told is not None and told.start >= days.start]
            if fitting and len(fitting) < window.days:
                reason = f"“{found.text}” dates a statement made after {anchor.label} ({anchor.when.edtf})"
                return Constraint(DateInterval(fitting[0], fitting[-1]), reason, 0.5)
        return None

    def _resolved_from(self, text: str, found: Expression, day: date) -> DateInterval | None:
        """What the expression means when published on this day."""
        for again in self._resolve(text, DateInterval(day, day)):
            if again.start == found.start and again.when is not None:
                return again.when.interval
        return None

    def duration_since(self, text: str, anchor: AnchorHit, expressions: Sequence[Expression]) -> Constraint | None:
        """ "for three weeks there has been talk of a response": counted from the newest anchored event."""
        lower = text.lower()
        days = anchor.when.interval
        if days is None or not any(cue in lower for cue in self._cues.response):
            return None
        for found in expressions:
            before = lower[max(found.start - 12, 0) : found.start].split()
            after = lower[found.end : found.end + 40]
            if found.type != "DURATION" or not before or before[-1] not in ("for", "past", "last"):
                continue
            count, unit = found.value[1:-1], found.value[-1:]
            if not any(have in after for have in (" has ", " have ")) or not count.isdecimal() or unit not in "DWM":
                continue
            first, last = (shift(days.end, unit, max(int(count) + step, 0)) for step in (-1, 1))
            reason = f"“{found.text}” of waiting since {anchor.label} ({anchor.when.edtf})"
            return Constraint(DateInterval(first, last), reason, 0.5)
        return None

    def counted_to_now(self, text: str, found: Expression) -> Constraint | None:
        """ "Two weeks after the strike, thousands are still missing": what is counted leads to publication."""
        when = found.when
        if (
            when is None
            or when.interval is None
            or not found.rule.startswith("anchor.")
            or found.rule == "anchor.eve.told"
        ):
            return None
        words = _CLAUSE_END.split(text)[0].lower().replace(",", " ").split()
        if not _NOW_WORDS & set(words) or when.interval.days > _TOLD_FOR_DAYS + 1:
            return None
        days = widen(when.interval, _COUNTED_SLACK)
        return Constraint(days, f"“{when.phrase}” counts to the time of writing ({when.edtf})", 0.6)

    def explicit_constraint(self, text: str, found: Expression, *, caption: bool) -> Constraint | None:
        """A written day, month or year: publication is not before one told as past, nor after one that lies ahead."""
        when = found.when
        if when is None or when.interval is None or when.basis != "explicit" or when.interval.days > _TOLD_FOR_DAYS:
            return None
        if self._is_ahead(text, found):
            return Constraint(_before(when.interval.end), f"the text looks ahead to {found.text}", 0.6)
        if when.precision != "day" and not caption and not self._is_past(text, found):
            return None
        reason = f"the {'caption' if caption else 'text'} tells of {found.text}"
        return Constraint(_after(when.interval.start), reason, 0.7 if when.precision == "year" else 0.85)

    def _is_past(self, text: str, found: Expression) -> bool:
        """Whether a verb in the past stands before the date in its clause, or right behind it."""
        before = _CLAUSE_END.split(text[max(found.start - _AHEAD_CHARS, 0) : found.start].lower())[-1]
        words = f"{before} {text[found.end : found.end + _AHEAD_CHARS].lower()}".replace(",", " ").split()
        return any(word in self._cues.past or (len(word) > _SHORT_VERB and word.endswith("ed")) for word in words)

    def _is_ahead(self, text: str, found: Expression) -> bool:
        """Whether words of its clause before the date, or behind a date that opens the sentence, look ahead."""
        before = _CLAUSE_END.split(text[max(found.start - _AHEAD_CHARS, 0) : found.start].lower())[-1]
        near = f" {before} "
        if found.start <= _OPENING_CHARS:
            near += f"{_CLAUSE_END.split(text[found.end : found.end + _AHEAD_CHARS].lower())[0]} "
        words = set(near.split())
        return bool(words & self._cues.future) or any(f" {cue} " in near for cue in self._cues.not_yet)


def _reach(found: Expression) -> int:
    """Days after the event in which the expression can still tell of it."""
    if found.rule.startswith(("relative.week", "relative.day", "relative.adjacent")):
        return _SHORT_REACH
    return 2 * _TOLD_FOR_DAYS if found.when is not None and found.when.precision == "year" else _TOLD_FOR_DAYS


def _last_gap(days: DateInterval) -> int:
    """Days after which a gap in the fitting days is final."""
    return days.days + _SHORT_REACH


def _each(interval: DateInterval) -> list[date]:
    return [interval.start + timedelta(step) for step in range(interval.days)]


def _after(day: date) -> DateInterval:
    return DateInterval(day, date.max)


def _before(day: date) -> DateInterval:
    return DateInterval(date.min, day)


def _within(days: DateInterval, count: int) -> DateInterval:
    return DateInterval(days.start, days.end + timedelta(count))
