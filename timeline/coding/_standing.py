"""How an act stands under the words that govern its clause."""

from __future__ import annotations

from dataclasses import replace

from timeline.coding._claims import disowned, hearsay
from timeline.coding._conditions import condition_at
from timeline.coding._governing import verb_behind
from timeline.coding._groups import shared_lead
from timeline.coding._reading import Reading
from timeline.coding._triggers import Trigger
from timeline.coding._verb_standing import (
    FACT,
    PLAIN,
    Standing,
    awaited,
    believed,
    group_standing,
    nobody,
    refuses,
    takes_infinitive,
    trailing_report,
)
from timeline.coding._verb_tags import causing_verb

_MAX_DEPTH = 5
# "jailed X for spying": whoever punishes an act says that it was done.
_PENALTIES = frozenset(("SANCTION", "COERCE"))
# "asked X to leave, accusing Y": said beside the asking, whatever X is to do.
_SPOKEN = frozenset(("ACCUSE", "REJECT", "THREATEN", "SUPPORT"))
_PARTICLES = frozenset(("out", "off", "up"))
_TIME_CLAUSES = frozenset(("when", "once", "until", "before", "after"))


def _outward(reading: Reading, inner: Standing, verb: int, owners: dict[int, Trigger], depth: int) -> Standing:
    """What the verb that governs an act adds to it."""
    if inner.fact not in PLAIN or depth >= _MAX_DEPTH:
        return replace(inner, governor=verb if inner.governor < 0 else inner.governor)
    outer = of_verb(reading, verb, owners, depth + 1)
    if outer.fact in PLAIN:
        return Standing(
            fact=inner.fact if inner.fact == "alleged" else outer.fact,
            words=inner.words or outer.words,
            speaker=inner.speaker if inner.speaker >= 0 else outer.speaker,
            governor=verb,
            told=inner.told or outer.told,
        )
    return replace(outer, governor=verb)


def of_verb(reading: Reading, verb: int, owners: dict[int, Trigger], depth: int) -> Standing:
    """How what a verb says stands, by its own group and by the clause it is in, as far as `_MAX_DEPTH` verbs out."""
    line, status = reading.line, reading.status
    start = reading.group(verb)
    own = group_standing(reading, start, verb)
    if own.fact in PLAIN and nobody(reading, verb):
        return Standing("negated", line.words[verb])
    if own.fact == "negated":
        told = _of_finite(reading, verb, start, owners, FACT, _MAX_DEPTH, reading.status["condition"])
        return disowned(reading, verb, own, told)
    if own.fact == "planned":
        return _announced(reading, verb, start, owners, own)
    if own.fact not in PLAIN or depth >= _MAX_DEPTH:
        return own
    lead = shared_lead(line, verb)
    if lead >= 0:
        return of_verb(reading, lead, owners, depth + 1)
    left = start - 1
    while left >= 0 and line.tag[left] in 'a".':
        left -= 1
    infinitive = any(line.tag[i] == "t" and line.low[i - 1] != "had" for i in range(start, verb))
    if infinitive:
        return _of_infinitive(reading, left, owners, own, depth)
    if line.form[verb] == {"ing"} and not any(line.tag[i] == "b" for i in range(start, verb)):
        return _of_gerund(reading, left, owners, own, depth)
    causing = causing_verb(line, left) if "base" in line.form[verb] else -1
    if causing >= 0:
        return _outward(reading, own, causing, owners, depth)
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


def _of_infinitive(reading: Reading, left: int, owners: dict[int, Trigger], own: Standing, depth: int) -> Standing:
    """ "ordered … to punish", "right to punish", "ready to punish": what stands before the infinitive decides."""
    line, status = reading.line, reading.status
    steps = 0
    while left >= 0 and steps < 25:
        t, word = line.tag[left], line.low[left]
        if t in "v":
            found = governed(reading, left, owners, own, depth)
            return found if takes_infinitive(reading, left, owners) else Standing("wish", "to", governor=left)
        if t in "b":
            return Standing("wish" if steps else "planned", f"{line.words[left]} to")
        if t == "N" and word in status["through"]:
            return own
        if t in "NAap?" and word in status["future"] and not (t == "p" and steps):
            return Standing("planned", f"{line.words[left]} to")
        if t in "NP" and (word in status["notact"] or left in owners):
            return Standing("notact", f"{line.words[left]} to")
        if (t == ";" and line.words[left] not in "()[]") or t == "s" or (t == "," and steps):
            break
        left, steps = left - 1, steps + 1
    return Standing("wish", "to") if steps else own


def governed(reading: Reading, verb: int, owners: dict[int, Trigger], own: Standing, depth: int) -> Standing:
    """An act in the complement of this verb."""
    line, status = reading.line, reading.status
    word = line.low[verb]
    if word in status["driven"] and reading.passive(verb):
        return replace(own, governor=verb)
    if word in status["opine"]:
        return believed(reading, verb)
    if word in status["deny"] and group_standing(reading, reading.group(verb), verb).fact == "negated":
        return Standing("alleged", line.words[verb], governor=verb)
    owner = owners.get(verb)
    granted = word in status["confirm"] and line.low[verb + 1 : verb + 2] == ["that"]
    if owner is not None and not owner.noun and not granted:
        return _under_trigger(reading, verb, owner, owners, own, depth)
    for kind, fact in (
        ("attempt", "fact"),
        ("through", "fact"),
        ("stop", "negated"),
        ("wish", "wish"),
        ("future", "planned"),
        ("deny", "denied"),
        ("hedge", "alleged"),
        ("seem", "alleged"),
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
    """A verb in -ing: it hangs on the verb, preposition or noun to its left."""
    line, status = reading.line, reading.status
    if left < 0:
        return own
    t, word = line.tag[left], line.low[left]
    if t == "s" and word in status["condition"]:
        return Standing("condition", line.words[left])
    if t == "v":
        return governed(reading, left, owners, own, depth)
    if t == "p":
        if word in _PARTICLES and left and line.tag[left - 1] == "v":
            return governed(reading, left - 1, owners, own, depth)
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
        if verb >= 0 and word == "for" and verb in owners and owners[verb].action.type in _PENALTIES:
            return Standing("alleged", line.words[verb], -1 if reading.passive(verb) else reading.subject(verb), verb)
        if verb >= 0 and word in {"of", "for", "with", "from", "to"}:
            return governed(reading, verb, owners, own, depth)
        return own
    verb = verb_behind(reading, left)
    said = next((i for i in range(left + 1, len(line)) if line.tag[i] == "v"), left)
    spoken = said in owners and owners[said].action.type in _SPOKEN
    while t == "," and verb >= 0 and (line.form[verb] == {"ing"} or (spoken and _is_infinitive(reading, verb))):
        verb = verb_behind(reading, verb - 1)
    inner = Standing("blocked", line.words[verb]) if t in "NP" and refuses(verb, owners) else own
    return _outward(reading, inner, verb, owners, depth) if verb >= 0 and t in ",NP" else own


def _is_infinitive(reading: Reading, verb: int) -> bool:
    return reading.line.tag[reading.group(verb)] == "t"


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
    if start and line.tag[start - 1] == "v" and _reports(reading, start - 1, owners) and not reading.passive(start - 1):
        return governed(reading, start - 1, owners, own, depth)
    left = begin - 1
    while left >= 0 and line.tag[left] in 'a,"c.' and begin - left < 6:
        left -= 1
    reduced = "participle" in line.form[verb] and start == verb and line.low[verb + 1 : verb + 2] == ["by"]
    if left >= 0 and line.low[left] in _TIME_CLAUSES and awaited(reading, verb, left):
        return Standing("planned", line.words[left])
    if left >= 0 and not (line.tag[left] == "v" and condition_at(reading, left)):
        word = line.low[left]
        if (word in conditions and line.tag[left] in "s") or word == "provided":
            return Standing("condition", line.words[left])
        if line.tag[left] in "sd" and word == "that":
            governor = verb_behind(reading, left - 1)
            noun = left - 1
            answer = verb in owners and owners[verb].action.scope == "denies"
            if noun >= 0 and line.tag[noun] in "NP" and line.low[noun] in reading.status["hearsay"] and not answer:
                return hearsay(reading, noun, governor, owners)
            if noun >= 0 and line.tag[noun] in "NP" and line.low[noun] in reading.status["notact"]:
                return Standing("notact", line.words[noun])
            if governor < 0 or _new_sentence(reading, start, governor):
                return own
            return governed(reading, governor, owners, own, depth)
        joined = "c" in line.tag[left + 1 : begin]
        if line.tag[left] == "v" and not joined and not reduced and _reports(reading, left, owners):
            return governed(reading, left, owners, own, depth)
    trailing = trailing_report(reading, verb)
    return _told(reading, trailing, owners, own, depth) if trailing >= 0 else own


def _new_sentence(reading: Reading, start: int, governor: int) -> bool:
    """ "denied that …, and blamed X": behind a comma and "and" a verb is no longer what is denied."""
    line = reading.line
    joined = start >= 2 and line.tag[start - 1] == "c" and line.tag[start - 2] == ","
    return joined and line.low[governor] in reading.status["deny"]


def _reports(reading: Reading, verb: int, owners: dict[int, Trigger]) -> bool:
    low = reading.line.low[verb]
    return low in reading.status.any_of("assert", "confirm", "deny", "wish", "future", "opine") or verb in owners


def _told(reading: Reading, verb: int, owners: dict[int, Trigger], own: Standing, depth: int) -> Standing:
    """An act told by a speaker; whether that makes it a claim depends on who the speaker is."""
    outer = group_standing(reading, reading.group(verb), verb)
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
