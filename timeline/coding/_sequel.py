"""Dates that carry over from the sentence before: speech that goes on, an answer, "since then", the toll of an act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from timeline.coding._context import Context, codes_of, points_back
from timeline.coding._derived import answering, has_words, span_since
from timeline.coding._drafts import Draft
from timeline.coding._reading import Reading
from timeline.coding._telling import RULE as TOLD
from timeline.model import DateInterval, Mention, When

# Characters between two sentences of one speech: a space or a line break, not a new section.
_SPEECH_GAP = 3
# An answer without a date is put between the act and publication where these are at most so far apart.
_ANSWER_DAYS = 31
# Acts back in which the one that is answered is looked for.
_LOOK_BACK = 3
_TOLD_BASES = frozenset(("explicit", "relative", "anchored"))


def carried_over(reading: Reading, draft: Draft, when: When, context: Context) -> When:
    """The date that an act without one has from the act told before it, else the date it has."""
    if when.basis not in ("publication", "none"):
        return when
    if context.told is not None and has_words(reading, "sincethen", draft):
        return span_since(replace(context.told, phrase="then"), context.published)
    if not context.previous:
        return when
    before = context.previous[-1]
    if when.basis == "publication" and (_is_dated(before) or before.when.rule == TOLD):
        if draft.told and _speech_goes_on(reading, draft, before):
            reason = f"The speech of the sentence before goes on, which is dated “{before.when.phrase}”."
            return replace(before.when, reason=reason)
        if _is_toll(reading, draft, before):
            return replace(before.when, reason=f"It tells the toll of the act before it: {before.when.reason}")
    if when.basis == "publication" and _is_dated(before) and has_words(reading, "soonafter", draft):
        return _soon_after(before.when, context)
    told = next((m.when for m in reversed(_answered_acts(draft, context)) if _is_dated(m)), None)
    if told is not None and has_words(reading, "reply", draft):
        return _answered(told, context) or when
    return when


def _answered_acts(draft: Draft, context: Context) -> Sequence[Mention]:
    """The act that the draft is known to answer, else the last acts told before it."""
    answered = {cue.antecedent for cue in draft.cues}
    known = [mention for mention in context.previous if mention.trigger in answered]
    return known or context.previous[-_LOOK_BACK:]


def _is_dated(mention: Mention) -> bool:
    """Whether the text itself puts an act on a day or some days that are over."""
    when = mention.when
    return when.interval is not None and when.basis in _TOLD_BASES and not when.lasting


def _speech_goes_on(reading: Reading, draft: Draft, before: Mention) -> bool:
    """ "X said on Monday … He added that": words of a speech that goes on keep its day."""
    speaker = reading.subject(draft.governor) if draft.governor >= 0 else -1
    opens = speaker >= 0 and reading.clauses.chunks[speaker].first == 0 and reading.line.tag[0] == "o"
    goes_on = opens and 0 <= reading.sentence.start - before.end <= _SPEECH_GAP
    same = {match.actor.code for match in draft.doer.actors} & codes_of(before.initiators)
    return bool(goes_on and same and (before.when.basis in {"explicit", "relative"} or before.when.rule == TOLD))


def _answered(before: When, context: Context) -> When | None:
    until = context.published.interval
    if before.interval is None or until is None or until.end < before.interval.start:
        return None
    days = DateInterval(before.interval.start, until.end)
    return answering(before, days) if days.days <= _ANSWER_DAYS else None


def _soon_after(before: When, context: Context) -> When:
    """ "Within hours": the day of the act before or the next, and not after publication."""
    days, until = before.interval, context.published.interval
    if days is None or (until is not None and until.end < days.start):
        return before
    last = days.end + timedelta(1)
    soon = answering(before, DateInterval(days.start, min(last, until.end) if until is not None else last))
    return replace(
        soon, rule="soon after", reason=f"It came soon after what is dated “{before.phrase}” ({before.edtf})."
    )


def _is_toll(reading: Reading, draft: Draft, before: Mention) -> bool:
    """ "Two children were killed": a passive without anyone who did it, right behind an attack."""
    follows = 0 <= reading.sentence.start - before.end <= _SPEECH_GAP
    harmed = reading.line.low[draft.trigger.head] in reading.status.any_of("kill", "harm")
    # "Two soldiers were killed in the bombing, for which X blamed Y": the bombing that was just told.
    nameless = (not draft.doer.actors or points_back(reading, draft)) and draft.type == before.type == "ASSAULT"
    passive = not draft.trigger.noun and reading.passive(draft.trigger.head)
    told_first = draft.told and draft.governor < draft.trigger.first
    return follows and harmed and nameless and passive and draft.trigger.first <= _TOLL_OPENS and not told_first


# A toll opens its sentence: its verb is among the first words.
_TOLL_OPENS = 8
