"""Which act of a sentence each of its time expressions belongs to."""

from __future__ import annotations

from timeline.coding._drafts import Draft
from timeline.coding._inherited import tokens_of
from timeline.coding._reading import Reading, phrase_of
from timeline.model import Expression

# An expression that costs more than this many tokens to reach is nobody's.
_REACH = 18
# Tokens between "began" and the event noun that it began with.
_BEGUN_TOKENS = 3
# "in April after the raid": what stands before such a word is not the date of what stands behind it.
_ORDERING = frozenset(("after", "before", "since", "following", "until"))
# Rules of expressions that count from an event named behind them.
COUNTED = frozenset(("anchor.offset", "anchor.told", "anchor.case"))


def owners(reading: Reading, drafts: list[Draft], usable: list[Expression]) -> dict[int, Expression]:
    """Each expression belongs to the nearest act or other verb; an act keeps its nearest expression."""
    if not usable:
        return {}
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
            (12.0 * (opening and d.background) + min(_cost(reading, i, j, first, last) for i, j in spans_of(d)), n)
            for n, d in enumerate(drafts)
            if not (possessed and d.trigger.last < first) and not _stands_apart(reading, d, expression, first, last)
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


def _stands_apart(reading: Reading, draft: Draft, expression: Expression, first: int, last: int) -> bool:
    """Whether an expression cannot be this act's: it counts from it, or a comma cuts the participle off from it.

    "struck, two weeks after gunmen killed …": counted from the killing. "fired on Friday, killing two": of the firing.
    """
    at = draft.trigger.first
    if expression.rule in COUNTED and at > last:
        return "," not in reading.line.tag[last + 1 : at]
    return not draft.trigger.noun and at == last + 2 and _tags_on(reading, at, first, last)


def _is_possessed(reading: Reading, expression: Expression, first: int) -> bool:
    """ "its handling of May's riots": the riots' date, not that of an act told before; "in May's riots" is both's."""
    behind = reading.sentence.text[expression.end - reading.sentence.start :]
    return behind.startswith(("'s", "’s")) and first > 0 and reading.line.low[first - 1] not in _WITHIN


_WITHIN = frozenset(("in", "during", "at", "on"))


def spans_of(draft: Draft) -> list[tuple[int, int]]:
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
    heads = {reading.clauses.at[first] for first, _ in spans_of(draft)}
    if subject >= 0 and (subject in heads or _heads_subject(reading, draft, subject)):
        return True
    low = reading.line.low[verb]
    begun = draft.trigger.noun and 0 < draft.trigger.first - verb <= _BEGUN_TOKENS
    if low in reading.status["through"] and begun:
        return True
    return verb == draft.governor and low in reading.status.any_of("light", "through")


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
