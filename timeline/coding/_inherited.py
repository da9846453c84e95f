"""Dates that an act shares with another clause: a "when" or "while", the act before "and", the sentence's opening."""

from __future__ import annotations

from timeline.coding._derived import has_words
from timeline.coding._drafts import Draft
from timeline.coding._reading import Reading
from timeline.model import Expression, When

# Tokens behind an act in which its "when" may stand.
_WHEN_REACH = 12
# Tokens between a date and the "when" or "in which" right behind it, and in the noun phrase that a date describes.
_NEAR = 3
_LONGEST_PHRASE = 8


def tokens_of(reading: Reading, expression: Expression) -> tuple[int, int]:
    """The first and last token of an expression; -1 and -1 where it holds no whole token of the sentence."""
    line, base = reading.line, reading.sentence.start
    inside = [
        i for i in range(len(line)) if line.start[i] >= expression.start - base and line.end[i] <= expression.end - base
    ]
    return (inside[0], inside[-1]) if inside else (-1, -1)


def inherited_date(
    reading: Reading, drafts: list[Draft], found: list[When | None], n: int, usable: list[Expression]
) -> When | None:
    """The date of the clause that a "when" hangs on, of the act before "and", or of the sentence's opening."""
    draft = drafts[n]
    for find in (_governing_date, _date_of_the_means, _date_of_its_harm) if usable else ():
        when = find(reading, draft, usable)
        if when is not None:
            return when
    if draft.background or draft.trigger.noun:
        return None
    for before, known in zip(reversed(drafts[:n]), reversed(found[:n]), strict=True):
        if known is None or known.basis not in {"explicit", "relative", "heading"}:
            continue
        gap = range(before.trigger.last + 1, draft.trigger.first)
        joint = next((i for i in reversed(gap) if reading.line.tag[i] == "c"), -1)
        if joint >= 0 and not any(_cuts(reading, i, drafts) for i in gap):
            return None if has_words(reading, "reply", draft, joint) else known
    if not usable:
        return None
    return (
        _opening_date(reading, drafts, draft, usable)
        or _coordinated_date(reading, draft, usable)
        or _clause_date(reading, draft, usable)
        or _date_of_its_when(reading, draft, usable)
    )


def _date_of_its_when(reading: Reading, draft: Draft, usable: list[Expression]) -> When | None:
    """ "Twelve people died when fighting swept the town on Friday": the day of the clause that says how."""
    line = reading.line
    stop = min(len(line), draft.trigger.last + _WHEN_REACH)
    start = next((i for i in range(draft.trigger.last + 1, stop) if line.low[i] == "when" or line.tag[i] in ";"), stop)
    if start == stop or line.low[start] != "when" or draft.trigger.noun:
        return None
    inside = [e for e in usable if tokens_of(reading, e)[0] > start]
    if len(inside) != 1 or any(line.tag[i] == ";" for i in range(start, tokens_of(reading, inside[0])[0])):
        return None
    return inside[0].when


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
        if not relative and line.low[i] not in ("when", "while"):
            continue
        for expression in reversed(usable):
            last = tokens_of(reading, expression)[1]
            if 0 <= last < i and (i - last <= _NEAR or (relative and _one_phrase(reading, last + 1, i))):
                return expression.when
        return None
    return None


def _date_of_the_means(reading: Reading, draft: Draft, usable: list[Expression]) -> When | None:
    """ "responded the next day by closing the border": what is done by a deed is done with it."""
    line, first = reading.line, draft.trigger.first
    if draft.trigger.noun or line.form[first] != {"ing"}:
        return None
    by = next((i for i in range(first - 1, max(-1, first - 3), -1) if line.low[i] == "by"), -1)
    behind = [e for e in usable if 0 <= tokens_of(reading, e)[1] < by]
    if by < 0 or not behind:
        return None
    gap = line.tag[tokens_of(reading, behind[-1])[1] + 1 : by]
    return behind[-1].when if not set(gap) & set("v;rsc,") else None


def _date_of_its_harm(reading: Reading, draft: Draft, usable: list[Expression]) -> When | None:
    """ "were hurt on Monday in clashes": the day that stands right before the "in" of an event noun is the event's."""
    line, noun = reading.line, draft.trigger.first
    for expression in usable if draft.trigger.noun else ():
        within = tokens_of(reading, expression)[1] + 1
        phrase = line.tag[within + 1 : noun]
        if 0 < within < noun and line.low[within] in ("in", "during") and not set(phrase) & set("vbhmcs;rpt,"):
            return expression.when
    return None


def _one_phrase(reading: Reading, first: int, stop: int) -> bool:
    """ "the 3 May [attack in Norland, in] which": no verb and no clause between a date and the relative."""
    return stop - first <= _LONGEST_PHRASE and not set(reading.line.tag[first:stop]) & set("vbhmcs;r")


def _opening_date(reading: Reading, drafts: list[Draft], draft: Draft, usable: list[Expression]) -> When | None:
    """ "At a session on Sunday, X accused Y and asked Z": a date before the first verb frames them all."""
    line = reading.line
    verb = next((i for i, tag in enumerate(line.tag) if tag in "vbhm;sr"), 0)
    framing = [e for e in usable if 0 <= tokens_of(reading, e)[1] < verb]
    if len(framing) != 1 or verb > draft.trigger.first:
        return None
    if any(other.trigger.first < tokens_of(reading, framing[0])[0] for other in drafts):
        return None
    part = line.tag[verb : draft.trigger.first]
    return framing[0].when if ";" not in part and "r" not in part and "s" not in part else None


def _coordinated_date(reading: Reading, draft: Draft, usable: list[Expression]) -> When | None:
    """ "closed the strait on 30 April and warned …": the date of another verb of the same subject."""
    line = reading.line
    for expression in reversed(usable):
        last = tokens_of(reading, expression)[1]
        gap = range(last + 1, draft.trigger.first)
        if last < 0 or not gap or expression.relation == "since":
            continue
        tags = [line.tag[i] for i in gap]
        return expression.when if tags[0] == "c" and set(tags) <= set("cabhm") else None
    return None


def _clause_date(reading: Reading, draft: Draft, usable: list[Expression]) -> When | None:
    """ "As the ministers met on Sunday, X bombed Y": a clause of the same time opens the sentence."""
    line = reading.line
    if not line.low or line.low[0] not in ("as", "while", "when"):
        return None
    comma = next((i for i, tag in enumerate(line.tag) if tag == ","), len(line))
    inside = [e for e in usable if 0 <= tokens_of(reading, e)[1] < comma]
    verb = any(tag == "v" for tag in line.tag[:comma])
    return inside[0].when if verb and len(inside) == 1 and draft.trigger.first > comma else None
