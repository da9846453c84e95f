"""What is said of an act that nothing in its sentence dates: news of the day, a recap, or a time without a day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from timeline.coding._drafts import Draft
from timeline.coding._reading import Reading
from timeline.coding._recaps import past_span, recap_words
from timeline.coding._totals import since_words
from timeline.model import UNDATED, DateInterval, Expression, Publication, When

_RECENT_DAYS = 30
# "for a third day", "for the second night running", "entered its fifth day": it still goes on.
_GOING_ON = re.compile(
    r"\b(?:for (?:a |an |the )?|(?:into|enter(?:s|ed)?|entering) (?:a |an |the |its |their )?)$", re.IGNORECASE
)
# "Recently", "now", "a few hours ago", "minutes later": near enough to publication.
_NEAR_PUBLICATION = ("vague.", "time.", "relative.ago_hours", "relative.offset_vague")


def names_no_day(reading: Reading, expression: Expression) -> bool:
    """ "several months ago", "30 February", "490 BC"; "for a third day" is of today, and counts."""
    dated = expression.when is not None and expression.when.interval is not None
    if expression.type != "DATE" or dated or expression.rule.startswith(_NEAR_PUBLICATION):
        return False
    before = reading.sentence.text[: expression.start - reading.sentence.start]
    return not _GOING_ON.search(before)


def undated(
    reading: Reading,
    draft: Draft,
    expression: Expression | None,
    expressions: Sequence[Expression],
    published: Publication,
) -> When:
    """The When of an act that nothing dates.

    `expression` is its own time that names no day, so that it is not put at publication; `expressions` are all of the
    sentence.
    """
    if expression is not None:
        return replace(UNDATED, phrase=expression.text, reason=f"“{expression.text}” names no calendar day.")
    if draft.status == "planned":
        return replace(UNDATED, reason="The text announces this without a date.")
    span = past_span(reading, draft, expressions, published)
    if span is not None:
        return span
    since = since_words(reading, draft)
    if since:
        reason = f"“{since}”: it goes on since an event that the text does not date here."
        return replace(UNDATED, phrase=since, reason=reason)
    words = recap_words(reading, draft, expressions)
    if words:
        reason = f"“{words}” tells it of the past, and nothing says when it was."
        return replace(UNDATED, phrase=words, reason=reason)
    return _news(reading, draft, published)


def _news(reading: Reading, draft: Draft, published: Publication) -> When:
    """Nothing in the sentence dates the act: news of the day, or undated."""
    recent = _recent(reading, draft)
    if (
        published.interval is None
        or (draft.background and not recent and not _accompanies(reading, draft))
        or reading.sentence.kind == "caption"
    ):
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


def _accompanies(reading: Reading, draft: Draft) -> bool:
    """ "X dismissed the report, accusing Y", "X answered by recalling its envoy": of the main verb's time."""
    line, first = reading.line, draft.trigger.first
    if draft.trigger.noun or line.form[first] != {"ing"} or first <= 1:
        return False
    deed = max((i for i in reading.named_acts if i < first), default=first)
    means = line.low[first - 1] == "by" and not set(line.tag[deed:first]) & set(";,rs")
    return line.tag[first - 1] in ',"' or (means and deed < first)


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
