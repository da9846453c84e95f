"""How a verb stands: its auxiliaries, negation and modals, and the words that govern its clause."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from timeline.coding._conditions import condition_at
from timeline.coding._reading import Reading, verb_behind
from timeline.coding._triggers import Trigger

Fact = Literal[
    "fact", "alleged", "planned", "maybe", "negated", "denied", "wish", "notact", "condition", "question", "blocked",
    "ordered",
]  # fmt: skip
_MAX_DEPTH = 5
_PLAIN = frozenset(("fact", "alleged"))


@dataclass(frozen=True, slots=True)
class Standing:
    """How an act stands; `speaker` is the chunk of who says so (or -1), `governor` the verb it depends on (or -1)."""

    fact: Fact = "fact"
    words: str = ""
    speaker: int = -1
    governor: int = -1
    told: bool = False
    own_will: bool = False


FACT = Standing()


def _outward(reading: Reading, inner: Standing, verb: int, owners: dict[int, Trigger], depth: int) -> Standing:
    """What the verb that governs an act adds to it."""
    if inner.fact not in _PLAIN or depth >= _MAX_DEPTH:
        return replace(inner, governor=verb if inner.governor < 0 else inner.governor)
    outer = of_verb(reading, verb, owners, depth + 1)
    if outer.fact in _PLAIN:
        return Standing(
            fact=inner.fact if inner.fact == "alleged" else outer.fact,
            words=inner.words or outer.words,
            speaker=inner.speaker if inner.speaker >= 0 else outer.speaker,
            governor=verb,
            told=inner.told or outer.told,
        )
    return replace(outer, governor=verb)


def of_verb(reading: Reading, verb: int, owners: dict[int, Trigger], depth: int) -> Standing:
    line, status = reading.line, reading.status
    start = reading.group(verb)
    own = _group_standing(reading, start, verb)
    if own.fact == "planned":
        return _announced(reading, verb, start, owners, own)
    if own.fact not in _PLAIN:
        return own
    if depth >= _MAX_DEPTH:
        return own
    left = start - 1
    while left >= 0 and line.tag[left] in 'a".':
        left -= 1
    infinitive = any(line.tag[i] == "t" and line.low[i - 1] != "had" for i in range(start, verb))
    if infinitive:
        return _of_infinitive(reading, left, owners, own, depth)
    if line.form[verb] == {"ing"} and not any(line.tag[i] == "b" for i in range(start, verb)):
        return _of_gerund(reading, left, owners, own, depth)
    return _of_finite(reading, verb, start, owners, own, depth, status["condition"])


def _announced(reading: Reading, verb: int, start: int, owners: dict[int, Trigger], own: Standing) -> Standing:
    """ "X said that … will": who announces it, where a verb of saying governs the clause."""
    told = _of_finite(reading, verb, start, owners, own, _MAX_DEPTH, reading.status["condition"])
    if told.told and told.fact == "planned":
        return told
    if told.fact != "planned":
        return own
    line = reading.line
    for i in range(start - 1, -1, -1):
        if line.tag[i] == ";":
            break
        if line.tag[i] == "v" and line.low[i] in reading.status["assert"] and not reading.passive(i):
            return replace(own, speaker=reading.subject(i), governor=i, told=True)
    return own


def _group_standing(reading: Reading, start: int, verb: int) -> Standing:
    """Modals, negation and hedges inside a verb group; "may have struck" leaves an act open that was done or not."""
    line = reading.line
    words = " ".join(line.words[start : verb + 1])
    for i in range(start, verb):
        if line.tag[i] == "n" or line.low[i] in {"no", "without"} or line.low[i].endswith("n't"):
            return Standing("negated", words)
    for i in range(start, verb):
        if line.tag[i] == "m":
            if line.low[i] == "may" and line.tag[i + 1] == "h":
                return Standing("alleged", " ".join(line.words[i : i + 2]))
            will = line.low[i] in {"will", "shall", "would", "won't"}
            return Standing("planned" if will else "maybe", words, own_will=will)
    hedge = next((line.words[i] for i in range(start, verb) if line.low[i] in reading.status["hedge"]), "")
    return Standing("alleged", hedge) if hedge else FACT


def _of_infinitive(reading: Reading, left: int, owners: dict[int, Trigger], own: Standing, depth: int) -> Standing:
    """ "ordered … to punish", "right to punish", "ready to punish": what stands before the infinitive decides."""
    line, status = reading.line, reading.status
    steps = 0
    while left >= 0 and steps < 25:
        t, word = line.tag[left], line.low[left]
        if t in "v":
            found = governed(reading, left, owners, own, depth)
            return found if _controls(reading, left, owners) else Standing("wish", "to", governor=left)
        if t in "b":
            return Standing("planned", "to be" if word == "be" else f"{line.words[left]} to")
        if t == "N" and word in status["through"]:
            return own
        if t == "N" and word in status["future"]:
            return Standing("planned", f"{line.words[left]} to")
        if t in "NP" and (word in status["notact"] or left in owners):
            return Standing("notact", f"{line.words[left]} to")
        if (t == ";" and line.words[left] not in "()[]") or t == "s" or (t == "," and steps):
            break
        left, steps = left - 1, steps + 1
    return Standing("wish", "to") if steps else own


def _controls(reading: Reading, verb: int, owners: dict[int, Trigger]) -> bool:
    """Whether an infinitive behind this verb is its complement, not a purpose."""
    low, status = reading.line.low[verb], reading.status
    kinds = ("attempt", "through", "stop", "wish", "future", "deny", "hedge", "assert", "confirm", "order")
    return verb in owners or any(low in status[kind] for kind in kinds)  # type: ignore[index]


def governed(reading: Reading, verb: int, owners: dict[int, Trigger], own: Standing, depth: int) -> Standing:
    """An act in the complement of this verb."""
    line, status = reading.line, reading.status
    word = line.low[verb]
    if word in status["driven"] and reading.passive(verb):
        return replace(own, governor=verb)
    owner = owners.get(verb)
    if owner is not None and not owner.noun:
        return _under_trigger(reading, verb, owner, owners, own, depth)
    for kind, fact in (
        ("attempt", "fact"),
        ("through", "fact"),
        ("stop", "negated"),
        ("wish", "wish"),
        ("future", "planned"),
        ("deny", "denied"),
        ("hedge", "alleged"),
    ):
        if word in status[kind]:  # type: ignore[index]
            inner = Standing(fact, "" if fact == "fact" else line.words[verb], governor=verb)  # type: ignore[arg-type]
            if fact == "denied":
                return replace(inner, speaker=reading.subject(verb))
            return _outward(reading, inner, verb, owners, depth)
    if word in status["order"]:
        return Standing("ordered", line.words[verb], reading.subject(verb), verb)
    if word in status["assert"] or word in status["confirm"]:
        return _told(reading, verb, owners, own, depth)
    return _outward(reading, replace(own, governor=verb), verb, owners, depth)


def _under_trigger(
    reading: Reading, verb: int, owner: Trigger, owners: dict[int, Trigger], own: Standing, depth: int
) -> Standing:
    scope = owner.action.scope
    speaker = reading.subject(verb) if not reading.passive(verb) else -1
    words = reading.line.words[verb]
    if scope == "alleges":
        return Standing("alleged", words, speaker, verb)
    if scope == "denies":
        return Standing(
            "denied" if reading.line.low[verb] in reading.status["deny"] else "negated", words, speaker, verb
        )
    if scope == "blocks":
        return Standing("blocked", words, speaker, verb)
    if scope == "keeps":
        return replace(own, governor=verb)
    return _outward(reading, replace(own, governor=verb), verb, owners, depth)


def _of_gerund(reading: Reading, left: int, owners: dict[int, Trigger], own: Standing, depth: int) -> Standing:
    line, status = reading.line, reading.status
    if left < 0:
        return own
    t, word = line.tag[left], line.low[left]
    if t == "s" and word in status["condition"]:
        return Standing("condition", line.words[left])
    if t == "v":
        return governed(reading, left, owners, own, depth)
    if t == "p":
        if word == "without" or (word == "from" and _behind(reading, left, "stop")):
            return Standing("negated", line.words[left])
        head = left - 1
        while head >= 0 and line.tag[head] in 'a"':
            head -= 1
        if (
            head >= 0
            and line.tag[head] in "NP"
            and line.low[head] in status["notact"]
            and word in {"of", "for", "against", "about"}
        ):
            return Standing("notact", f"{line.words[head]} {line.words[left]}")
        verb = verb_behind(reading, head)
        if verb >= 0 and word in {"of", "for", "with", "from", "to"}:
            return governed(reading, verb, owners, own, depth)
        return own
    verb = verb_behind(reading, left)
    return _outward(reading, own, verb, owners, depth) if verb >= 0 and t in ",NP" else own


def _behind(reading: Reading, i: int, kind: str) -> bool:
    """Whether a verb of this kind stands shortly before."""
    low, tag = reading.line.low, reading.line.tag
    return any(tag[j] == "v" and low[j] in reading.status[kind] for j in range(max(0, i - 7), i))  # type: ignore[index]


def _of_finite(
    reading: Reading,
    verb: int,
    start: int,
    owners: dict[int, Trigger],
    own: Standing,
    depth: int,
    conditions: frozenset[str],
) -> Standing:
    """A finite verb: its clause may be a condition or the complement of a reporting verb."""
    line, chunks = reading.line, reading.clauses.chunks
    subject = reading.subject(verb)
    begin = chunks[subject].first if 0 <= subject < len(chunks) and chunks[subject].first < start else start
    left = begin - 1
    while left >= 0 and line.tag[left] in 'a,"c.' and begin - left < 6:
        left -= 1
    if left >= 0 and not (line.tag[left] == "v" and condition_at(reading, left)):
        word = line.low[left]
        if (word in conditions and line.tag[left] in "s") or word == "provided":
            return Standing("condition", line.words[left])
        if line.tag[left] in "sd" and word == "that":
            governor = verb_behind(reading, left - 1)
            noun = left - 1
            if noun >= 0 and line.tag[noun] in "NP" and line.low[noun] in reading.status["notact"]:
                return Standing("notact", line.words[noun])
            return governed(reading, governor, owners, own, depth) if governor >= 0 else own
        if line.tag[left] == "v" and _reports(reading, left, owners):
            return governed(reading, left, owners, own, depth)
    trailing = _trailing_report(reading, verb)
    return _told(reading, trailing, owners, own, depth) if trailing >= 0 else own


def _reports(reading: Reading, verb: int, owners: dict[int, Trigger]) -> bool:
    low = reading.line.low[verb]
    return (
        any(low in reading.status[kind] for kind in ("assert", "confirm", "deny", "wish", "future")) or verb in owners
    )


def _trailing_report(reading: Reading, verb: int) -> int:
    """ "X attacked Y, Z said": the reporting verb that closes the sentence, or -1."""
    line = reading.line
    i = len(line) - 1
    steps = 0
    while i > verb and steps < 14:
        if line.tag[i] == "v" and line.low[i] in reading.status["assert"]:
            subject = reading.subject(i)
            if subject < 0 and i + 1 < len(line) and reading.clauses.at[i + 1] >= 0:
                subject = reading.clauses.at[i + 1]
                reading.subjects[i] = subject
            at = reading.clauses.chunks[subject].first if subject >= 0 else -1
            comma = at - 1 if 0 <= at < i else i - 1
            return i if comma > verb and line.tag[comma] in ',"' else -1
        i, steps = i - 1, steps + 1
    return -1


def _told(reading: Reading, verb: int, owners: dict[int, Trigger], own: Standing, depth: int) -> Standing:
    """An act told by a speaker; whether that makes it a claim depends on who the speaker is."""
    outer = _group_standing(reading, reading.group(verb), verb)
    if outer.fact == "negated" or outer.fact == "maybe":
        return replace(outer, governor=verb)
    confirmed = reading.line.low[verb] in reading.status["confirm"]
    if reading.passive(verb):
        return replace(
            own,
            governor=verb,
            fact="alleged" if own.fact == "fact" else own.fact,
            words=own.words or reading.line.words[verb],
        )
    return replace(own, speaker=-1 if confirmed else reading.subject(verb), governor=verb, told=True)
