"""Which act of a sentence each of its time expressions belongs to."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from timeline.coding._drafts import Draft
from timeline.coding._inherited import tokens_of
from timeline.coding._reading import Reading, phrase_of
from timeline.model import Expression

# An expression that costs more than this many tokens to reach is nobody's, unless it ends the clause of the act.
_REACH = 18
# Tokens of an opening, whose time is the main clause's; so much further from it is an act in the background.
_OPENING, _ASIDE = 4, 12.0
# Tokens between "began" and the event noun that it began with.
_BEGUN_TOKENS = 3
# "in April after the raid": what stands before such a word is not the date of what stands behind it.
_ORDERING = frozenset(("after", "before", "since", "following", "until"))
# "on Friday over the seizure": behind such a word stands why it was done, which had its own day.
_REASONS = frozenset(("over", "after", "following", "amid", "despite"))
# Rules of expressions that count from an event named behind them.
COUNTED = frozenset(("anchor.offset", "anchor.told", "anchor.case"))


def owners(
    reading: Reading, drafts: list[Draft], usable: list[Expression], until: date | None = None
) -> dict[int, Expression]:
    """Each expression belongs to the nearest act or other verb; an act keeps its nearest expression.

    `until` is the last day of publication: a day up to then is not that of an infinitive, which lies ahead of its act.
    """
    if not usable:
        return {}
    triggers = {i for d in drafts for i in (*range(d.trigger.first, d.trigger.last + 1), *d.covers)}
    verbs = [i for i, t in enumerate(reading.line.tag) if t == "v" and i not in triggers]
    best: dict[int, tuple[float, Expression]] = {}
    for expression in usable:
        first, last = tokens_of(reading, expression)
        costs = _costs(reading, drafts, expression, first, last) if first >= 0 and expression.when is not None else []
        if not costs:
            continue
        cost, n = min(costs)
        past = _is_past(expression, until)
        rivals = (v for v in verbs if _competes(reading, v, first, last, drafts[n], past=past))
        rival = min((_cost(reading, v, v, first, last) for v in rivals), default=99.0)
        near = cost <= _REACH or _ends_clause(reading, drafts[n], first)
        if near and cost <= rival and (n not in best or cost < best[n][0]):
            best[n] = (cost, expression)
    return {n: expression for n, (_, expression) in best.items()}


def _costs(
    reading: Reading, drafts: list[Draft], expression: Expression, first: int, last: int
) -> list[tuple[float, int]]:
    """How far each act that an expression can belong to stands from it, with the act's number."""
    possessed, opening = _is_possessed(reading, expression, first), first < _OPENING
    return [
        (_ASIDE * (opening and d.background) + min(_cost(reading, i, j, first, last) for i, j in spans_of(d)), n)
        for n, d in enumerate(drafts)
        if not (possessed and d.trigger.last < first)
        and not _stands_apart(reading, d, expression, first, last)
        and not _begins_behind_subject(reading, d.trigger.first, first, last)
        and not _is_joined_on(reading, drafts, n, first, last)
    ]


def _competes(reading: Reading, verb: int, first: int, last: int, draft: Draft, *, past: bool) -> bool:
    """Whether a verb that names no act may have the expression that stands nearest to an act."""
    return not (
        _serves(reading, verb, draft)
        or _tags_on(reading, verb, first, last)
        or _describes_a_noun(reading, verb)
        or _begins_behind_subject(reading, verb, first, last)
        or _describes_the_object(reading, verb, first, draft)
        or _comes_after(reading, verb, first, last, draft)
        or (past and _lies_ahead(reading, verb, first, draft))
    )


def _describes_a_noun(reading: Reading, verb: int) -> bool:
    """ "a convoy carrying food", "shops owned by X": a participle right behind its noun tells what kind it is."""
    line = reading.line
    by = "participle" in line.form[verb] and line.low[verb + 1 : verb + 2] == ["by"]
    bare = verb > 0 and line.tag[verb - 1] in "NP" and reading.group(verb) == verb
    return bare and (by or line.form[verb] == {"ing"})


def _ends_clause(reading: Reading, draft: Draft, first: int) -> bool:
    """Whether only the noun phrases of an act's own clause stand between it and a time behind it, however long."""
    line = reading.line
    gap = range(max(last for _, last in spans_of(draft)) + 1, first)
    return bool(gap) and not any(
        line.tag[i] in ";rsqbhmD" or (line.tag[i] == "v" and not _describes_a_noun(reading, i)) for i in gap
    )


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


def _begins_behind_subject(reading: Reading, verb: int, first: int, last: int) -> bool:
    """ "the ship that troops took in May sailed", "men held in May were freed": the date ends the subject's clause."""
    line, group = reading.line, reading.group(verb)
    if line.tag[verb] != "v" or group != last + 1 or line.form[verb] == {"ing"} or line.tag[group] == "t":
        return False
    for i in range(first - 1, -1, -1):
        if line.tag[i] in ",;" or (line.tag[i] == "c" and line.tag[i + 1] not in "PA"):
            return False
        if line.tag[i] == "v":
            return i == 0 or line.low[i - 1] != "to"
    return False


def _is_joined_on(reading: Reading, drafts: list[Draft], n: int, first: int, last: int) -> bool:
    """ "stormed the base on Friday and took six guards": the day closes the first clause; the second inherits it."""
    line, verb = reading.line, drafts[n].trigger.first
    joined = verb == last + 2 and line.low[last + 1] == "and" and line.tag[verb] == "v"
    return joined and any(d.trigger.last < first and not d.trigger.noun for d in drafts)


def _describes_the_object(reading: Reading, verb: int, first: int, draft: Draft) -> bool:
    """ "shelled a town held by rebels on Friday": a participle behind the act's object, and the day is the act's."""
    line = reading.line
    if draft.trigger.noun or draft.type not in _DEEDS or not draft.trigger.last < verb < first:
        return False
    between = [line.tag[i] for i in range(draft.trigger.last + 1, verb)]
    return between[-1:] in (["N"], ["P"]) and not set(between) & set("v,;crst")


def _comes_after(reading: Reading, verb: int, first: int, last: int, draft: Draft) -> bool:
    """ "seized a trawler on Friday and towed it": the day closes the act's clause, and "and" opens the verb's."""
    line = reading.line
    joined = verb == last + 2 and line.tag[last + 1] == "c" and line.form[verb] != {"ing"}
    return joined and draft.trigger.last < first and not draft.trigger.noun


def _is_past(expression: Expression, until: date | None) -> bool:
    days = expression.when.interval if expression.when is not None else None
    return days is not None and until is not None and days.end <= until


def _lies_ahead(reading: Reading, verb: int, first: int, draft: Draft) -> bool:
    """ "ordered the envoys to leave on Friday", where that day is past: the order's, for they had still to leave."""
    tag, last = reading.line.tag, draft.trigger.last
    group = reading.group(verb)
    asked = not draft.trigger.noun and last < group < first and tag[group] == "t"
    return asked and not any(tag[i] in "v;,sr" for i in range(last + 1, group))


def _says_why(reading: Reading, draft: Draft, last: int) -> bool:
    """ "called off talks on Friday over the seizure": the day of what was done, and the noun behind it says why."""
    line, noun = reading.line, draft.trigger.first
    if not draft.trigger.noun or not last + 1 < noun or line.low[last + 1] not in _REASONS:
        return False
    start = next((i for i in range(last, -1, -1) if line.tag[i] in ";rs"), -1) + 1
    done = any(line.tag[i] == "v" for i in range(start, last))
    return done and not any(line.tag[i] in "v,;" for i in range(last + 2, noun))


def _of_a_noun(reading: Reading, draft: Draft, first: int, last: int) -> bool:
    """ "tore up the 2015 treaty on Friday": the year in front of a noun is the noun's, and no other act's before it."""
    line = reading.line
    within = first > 0 and line.tag[first - 1] in "dx" and line.tag[last + 1 : last + 2] in (["N"], ["A"])
    return within and max(end for _, end in spans_of(draft)) < first


def _stands_apart(reading: Reading, draft: Draft, expression: Expression, first: int, last: int) -> bool:
    """Whether an expression cannot be this act's: it counts from it, or a comma cuts the participle off from it.

    "struck, two weeks after gunmen killed …": counted from the killing. "fired on Friday, killing two": of the firing.
    """
    at = draft.trigger.first
    if _says_why(reading, draft, last) or _of_a_noun(reading, draft, first, last):
        return True
    aside = aside_around(reading, expression)
    if aside >= 0 and not aside < at < last:
        return True
    if expression.rule in COUNTED and at > last:
        return "," not in reading.line.tag[last + 1 : at]
    return not draft.trigger.noun and at == last + 2 and _tags_on(reading, at, first, last)


def aside_around(reading: Reading, expression: Expression) -> int:
    """ "the president, re-elected last week, has": the comma that opens a participle with a day of its own, or -1."""
    line = reading.line
    first, last = tokens_of(reading, expression)
    opens = next((i for i in range(first - 1, 0, -1) if line.tag[i] in ',;"'), 0)
    if opens <= 0 or line.tag[opens] != "," or line.tag[last + 1 : last + 2] != [","]:
        return -1
    word = opens + 1
    participle = "participle" in line.form[word] or (line.tag[word] == "N" and line.low[word].endswith("ed"))
    return opens if participle and line.tag[opens - 1] in "NPA" else -1


def _is_possessed(reading: Reading, expression: Expression, first: int) -> bool:
    """ "its handling of May's riots": the riots' date, not that of an act told before; "in May's riots" is both's."""
    behind = reading.sentence.text[expression.end - reading.sentence.start :]
    return behind.startswith(("'s", "’s")) and first > 0 and reading.line.low[first - 1] not in _WITHIN


# Acts whose verb takes a thing or a person and no clause ("said Norland moved tanks").
_DEEDS = frozenset(("AID", "ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "SANCTION"))
# Tags of articles, adjectives, nouns, names and numbers.
_NAMING = "daNP#"
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
    if verb == draft.governor and draft.type == "ACCUSE" and _follows_at_once(reading, verb, draft):
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


def _follows_at_once(reading: Reading, verb: int, draft: Draft) -> bool:
    """ "voted on Friday to condemn", "used a speech on Friday to denounce": the words are of the day of the verb."""
    group = reading.group(draft.trigger.head)
    return not draft.trigger.noun and verb < group and reading.line.tag[group] == "t"


def _heads_subject(reading: Reading, draft: Draft, subject: int) -> bool:
    """ "fighting between X and Y swept the town": the nearest noun of the subject belongs to the event noun."""
    chunks, index = reading.clauses.chunks, reading.clauses.at[draft.trigger.first]
    if not draft.trigger.noun or index < 0 or subject <= index:
        return False
    return chunks[subject].last <= phrase_of(reading, index).last


def _asides(reading: Reading, gap: range) -> set[int]:
    """Tokens of names between two commas ("the tanker, the Astra Nova, in port"): they take nothing further apart."""
    tags = reading.line.tag
    commas = [i for i in gap if tags[i] == ","]
    return {
        i
        for opened, closed in pairwise(commas)
        if closed - opened > 1 and all(tags[k] in _NAMING for k in range(opened + 1, closed))
        for i in range(opened, closed + 1)
    }


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
    counted = [i for i in gap if i not in _asides(reading, gap)]
    cost = float(len(counted))
    for i in counted:
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
