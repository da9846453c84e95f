"""Days on which something was said ("the ministry said on Monday that …"), and what they tell of the acts told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.coding._derived import reaching_back
from timeline.coding._drafts import Draft
from timeline.coding._inherited import tokens_of
from timeline.coding._reading import Reading
from timeline.coding._triggers import Trigger
from timeline.lexicon.status_words import StatusKind
from timeline.model import UNDATED, DateBasis, DateInterval, Expression, Publication, When

# What is told as news on a day was done then or about so many days before: news that is older names its day.
_BACK_DAYS = 1
# A telling that is itself spread over more days bounds nothing.
_MOST_DAYS = 7
# Tokens between the word for what was said and its day ("told state television in the capital late on Monday").
_REACH = 10
# Acts that are done with hands; the others are done by saying so, on the day that they are told.
_PHYSICAL = frozenset(("ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "AID"))
_SAYING: tuple[StatusKind, ...] = ("assert", "confirm", "deny", "statement")
RULE = "told by"


@dataclass(frozen=True, slots=True)
class Telling:
    """A day on which something was said: its tokens, the word that says so, whether a document is what says it."""

    expression: Expression
    word: int
    first: int
    last: int
    document: bool = False
    noun: bool = False


def find_tellings(reading: Reading, drafts: Sequence[Draft], usable: Sequence[Expression]) -> list[Telling]:
    """The days that belong to words of saying, where an act of the sentence is what was said."""
    acts = {i for d in drafts for i in (*range(d.trigger.first, d.trigger.last + 1), *d.covers)}
    found = []
    for expression in usable:
        first, last = tokens_of(reading, expression)
        days = expression.when.interval if expression.when is not None else None
        if first < 0 or days is None or days.days > _MOST_DAYS or expression.relation != "on":
            continue
        telling = _word_before(reading, expression, first, last, acts) or _word_behind(
            reading, expression, first, last, acts
        )
        if telling is not None and any(_covers(reading, telling, draft) for draft in drafts):
            found.append(telling)
    return found


def told_on(reading: Reading, draft: Draft, tellings: Sequence[Telling], published: Publication) -> When | None:
    """The days of an act without a date of its own, by the day on which it was told."""
    telling = next((one for one in tellings if _covers(reading, one, draft)), None)
    when = telling.expression.when if telling is not None else None
    if telling is None or when is None or when.interval is None:
        return None
    if published.interval is not None and when.interval.start > published.interval.end:
        return _told_later(when, when.interval, published.interval)
    if draft.type not in _PHYSICAL or (draft.trigger.noun and draft.type == "RETREAT"):
        return replace(when, reason=f"It is done by saying so, and was told “{when.phrase}”: {when.reason}")
    if telling.document:
        return replace(
            UNDATED, phrase=when.phrase, reason=f"What came out “{when.phrase}” may tell of any time before."
        )
    reason = (
        f"It has no date of its own. It was told “{when.phrase}” ({when.edtf}), so it was done by then, "
        f"and as news on that day or about a day before."
    )
    return _as_news(when, when.interval, "publication", reason)


def _told_later(when: When, told: DateInterval, published: DateInterval) -> When | None:
    """ "…, the ministry said a day later": later than the act, and no later than it was published."""
    try:
        day = published.end - (told.start - published.end)
        reason = f"It was told “{when.phrase}”, which was by publication, so it was done so long before that."
        return _as_news(when, DateInterval(day, day), "relative", reason)
    except OverflowError:
        return None


def _as_news(told: When, until: DateInterval, basis: DateBasis, reason: str) -> When:
    """The days of what is news until then: these, and about a day before."""
    days = reaching_back(until, _BACK_DAYS)
    edtf = f"[{days.start}~..{days.end}]"
    return When(edtf=edtf, interval=days, precision="range", basis=basis, phrase=told.phrase, rule=RULE, reason=reason)


def _word_before(reading: Reading, expression: Expression, first: int, last: int, acts: set[int]) -> Telling | None:
    """ "said on Monday", "told reporters in the capital on Monday", "in a statement issued on Monday"."""
    line, status = reading.line, reading.status
    noun, document = -1, False
    for i in range(first - 1, max(-1, first - _REACH), -1):
        low, tag = line.low[i], line.tag[i]
        if i in acts:
            return None
        if low == "according":
            return Telling(expression, i, first, last, document, noun=True)
        if low in status["issue"] and i and line.tag[i - 1] in "NPb":
            continue
        if tag in ',;sr"':
            break
        if tag == "v" and low in status["telling"]:
            return Telling(expression, i, first, last, noun=True)
        if tag == "v":
            if says(reading, i) and _takes(reading, i, first, noun):
                return Telling(expression, i, first, last, document or _is_document(reading, i))
            break
        if noun < 0 and low in status.any_of("telling", "document"):
            noun, document = i, low in status["document"]
    return Telling(expression, noun, first, last, document, noun=True) if noun >= 0 else None


def says(reading: Reading, verb: int) -> bool:
    """Whether a token is a finite verb of saying in the active."""
    line = reading.line
    if line.tag[verb] != "v" or line.low[verb] not in reading.status.any_of(*_SAYING) or line.form[verb] == {"ing"}:
        return False
    return "b" not in line.tag[reading.group(verb) : verb]


def _is_document(reading: Reading, verb: int) -> bool:
    """ "a report said": who says it is no person."""
    subject = reading.subject(verb)
    return subject >= 0 and reading.line.low[reading.clauses.chunks[subject].last] in reading.status["document"]


def _takes(reading: Reading, verb: int, first: int, noun: int) -> bool:
    """Whether only a place, a listener, a statement or the speaker stands between a verb of saying and the day."""
    line = reading.line
    behind = verb + 1
    inverted = verb > 0 and line.tag[verb - 1] in ',"'
    listener = line.low[verb] in reading.status["address"]
    return behind >= first or line.tag[behind] in "pa" or inverted or listener or noun >= 0


def _word_behind(reading: Reading, expression: Expression, first: int, last: int, acts: set[int]) -> Telling | None:
    """ "the army on Monday said that …", "On Monday, the army said that …"."""
    line = reading.line
    lead = first - 1 if first and line.tag[first - 1] == "p" else first
    if lead > 0 and line.tag[lead - 1] not in "NPoxAkd#":
        return None
    i = last + 1
    while i < len(line) and (line.tag[i] in "ah" if lead else line.tag[i] not in "v;sr"):
        if i in acts:
            return None
        i += 1
    if i + 1 >= len(line) or i in acts or line.tag[i + 1] == "," or not says(reading, i):
        return None
    return Telling(expression, i, first, last)


def _covers(reading: Reading, telling: Telling, draft: Draft) -> bool:
    """Whether an act is what was said: it hangs on the verb, follows it, or stands before a closing report."""
    line, at = reading.line, draft.trigger
    if draft.background or draft.status == "planned":
        return False
    end = max(telling.word, telling.last)
    if draft.governor == telling.word and not telling.noun and draft.told:
        return not _parted(reading, range(min(at.last, telling.word) + 1, max(at.first, telling.word)))
    if at.first > end:
        gap = range(end + 1, at.first)
        if telling.noun is False and any(says(reading, i) for i in gap):
            return False
        trailing = (
            bool(gap) and line.tag[gap[0]] == "," and _closes(reading, telling) and not _goes_on(reading, at, gap)
        )
        joined = any(line.tag[i] == "c" for i in gap) and not draft.told
        return not trailing and not joined and not _parted(reading, gap)
    if at.last >= telling.word:
        return False
    gap = range(at.last + 1, telling.word)
    cut = any(line.tag[i] in ',"' for i in gap)
    return cut and not _parted(reading, gap) and not any(says(reading, i) for i in gap)


def _goes_on(reading: Reading, act: Trigger, gap: range) -> bool:
    """ "The rebels, the army said on Monday, had attacked …": right behind the aside the verb of its subject stands."""
    return not act.noun and reading.group(act.head) == gap[0] + 1


def _closes(reading: Reading, telling: Telling) -> bool:
    """ "X did it, Y said on Monday": a comma before the speaker, so what was said stands before it."""
    subject = -1 if telling.noun else reading.subject(telling.word)
    start = reading.clauses.chunks[subject].first if subject >= 0 else telling.word
    return start > 0 and reading.line.tag[min(start, telling.word) - 1] in ',"'


def _parted(reading: Reading, gap: range) -> bool:
    return any(reading.line.tag[i] == ";" and reading.line.words[i] not in "()[]" for i in gap)
