"""What the text asserts about an act (happened, alleged, planned, denied, nothing), and the words that say so."""

from __future__ import annotations

from dataclasses import replace

from timeline.coding._attribution import attributed
from timeline.coding._claims import hearsay, no_part
from timeline.coding._conditions import condition_at, conditions
from timeline.coding._governing import verb_behind, verb_of_part
from timeline.coding._reading import Reading, phrase_of
from timeline.coding._standing import governed, of_verb
from timeline.coding._triggers import Trigger
from timeline.coding._verb_standing import FACT, Standing

_INDEFINITE = frozenset(("a", "an", "any", "another", "such"))
# "is presumed dead after bombs hit": what such a word opens is told for a fact, whatever hedges what comes before.
_OPENERS = frozenset(("after", "before", "since", "when", "while", "following", "because"))


def standing_of(reading: Reading, trigger: Trigger, owners: dict[int, Trigger]) -> Standing:
    """The standing of a trigger; `owners` maps the tokens of all triggers of the sentence to them."""
    if reading.line.text.rstrip(" \"'”’)").endswith("?"):
        return Standing("question", "?")
    condition = condition_at(reading, trigger.first)
    if condition:
        return Standing("condition", condition)
    found = _of_noun(reading, trigger, owners) if trigger.noun else of_verb(reading, trigger.head, owners, 0)
    if found.fact == "planned" and _conditional(reading, trigger, found):
        return Standing("condition", "if")
    found = attributed(reading, trigger, found)
    if found.fact == "fact":
        hedge = _hedge(reading, trigger)
        if hedge:
            return replace(found, fact="alleged", words=hedge)
    return found


def _conditional(reading: Reading, trigger: Trigger, found: Standing) -> bool:
    """ "will strike if …": what is announced hangs on a condition; said by the doer it is a threat, and stays one."""
    line = reading.line
    if trigger.action.type in {"THREATEN", "REQUEST", "REJECT"} or _announces_own(reading, trigger, found):
        return False
    for first, last in conditions(reading):
        low, high = (last, trigger.first) if last < trigger.first else (trigger.last, first)
        if not any(line.tag[i] == ";" for i in range(low + 1, high)):
            return True
    return False


def _announces_own(reading: Reading, trigger: Trigger, found: Standing) -> bool:
    """Whether the doer himself speaks: "we will", "X said it would"."""
    if trigger.noun:
        return False
    doer = phrase_of(reading, reading.subject(trigger.head))
    if doer.first >= 0 and reading.line.low[doer.first] in {"we", "i"}:
        return True
    speaker = phrase_of(reading, found.speaker) if found.told else doer
    same = doer.ids & speaker.ids
    return found.told and bool(same)


def _of_noun(reading: Reading, trigger: Trigger, owners: dict[int, Trigger]) -> Standing:
    """An event noun: the words before it, the noun it complements and the verb it is the object of."""
    line, status, chunks = reading.line, reading.status, reading.clauses.chunks
    index = reading.clauses.at[trigger.first]
    if index < 0:
        return FACT
    chunk = chunks[index]
    own = FACT
    for i in range(chunk.first, trigger.first):
        word = line.low[i]
        if word in status["future"]:
            return Standing("planned", line.words[i])
        if (word in status["notact"] and line.low[i + 1] != "than") or line.tag[i] == "m":
            return Standing("notact", line.words[i])
        if word in status["hedge"]:
            own = Standing("alleged", line.words[i])
    head = index
    while chunks[head].joined and head > 0:
        head -= 1
    prep = chunks[head].prep
    return _under_preposition(reading, prep, own, owners) if prep >= 0 else _as_object(reading, head, own, owners)


def _under_preposition(reading: Reading, prep: int, own: Standing, owners: dict[int, Trigger]) -> Standing:
    line, status = reading.line, reading.status
    head, word = prep - 1, line.low[prep]
    while head >= 0 and line.tag[head] in 'a"':
        head -= 1
    if head < 0 or word in {"after", "following", "since", "during", "before", "by", "as"}:
        return own
    if line.low[head] in status["owned"] and word == "for":
        return _responsible(reading, head, own)
    disclaimed = no_part(reading, head) if word == "in" else None
    if disclaimed is not None:
        return disclaimed
    taken = verb_of_part(reading, prep)
    if taken >= 0:
        told = of_verb(reading, taken, owners, 0)
        return own if told.fact == "fact" and own.fact == "alleged" else told
    if (
        line.tag[head] in "NP"
        and line.low[head] in status["notact"]
        and word in {"of", "for", "to", "on", "against", "about", "by", "over"}
    ):
        return Standing("notact", f"{line.words[head]} {line.words[prep]}")
    if line.tag[head] in "NP" and line.low[head] in status["hearsay"] and word in {"of", "about"}:
        return hearsay(reading, head, verb_behind(reading, head), owners)
    if line.tag[head] in "vN" and word == "for" and line.low[head] in status["await"]:
        return Standing("notact", f"{line.words[head]} for", governor=head)
    if line.tag[head] == "v":
        return governed(reading, head, owners, own, 0) if word in {"of", "for", "to", "against", "on"} else own
    verb = verb_behind(reading, head)
    if verb >= 0 and word == "in":
        outer = governed(reading, verb, owners, own, 0)
        return outer if outer.fact == "blocked" and not reading.passive(verb) else own
    if verb >= 0 and word in {"for", "of", "to", "against", "from"} and line.tag[head] in "NPAo":
        outer = governed(reading, verb, owners, own, 0)
        return outer if outer.fact in {"alleged", "denied"} else own
    return own


def _dubs(reading: Reading, verb: int, first: int) -> bool:
    """ "called the raid a mistake": what is given a name was done; "called for the raid" is another matter."""
    line, status = reading.line, reading.status
    named = line.low[verb] in status["dub"] and not reading.passive(verb) and line.tag[verb + 1] != "p"
    return named and line.low[first] in status["definite"]


def _responsible(reading: Reading, head: int, own: Standing) -> Standing:
    """ "claimed responsibility for the raid": the speaker's own; denied or claimed by nobody, the raid still was."""
    verb = verb_behind(reading, head)
    if verb < 0:
        return Standing("notact", "responsibility")
    line, speaker = reading.line, reading.subject(verb)
    if line.low[verb] in reading.status["deny"]:
        return Standing("denied", line.words[verb], speaker, verb)
    if line.lemma[verb] not in reading.status["ownup"]:
        return Standing("notact", "responsibility")
    if of_verb(reading, verb, {}, 1).fact != "fact" or reading.passive(verb):
        return own
    return replace(own, speaker=speaker, governor=verb, told=True, owned=True)


def _as_object(reading: Reading, head: int, own: Standing, owners: dict[int, Trigger]) -> Standing:
    line, chunk = reading.line, reading.clauses.chunks[head]
    i = chunk.first - 1
    while i >= 0 and (line.tag[i] in 'a"' or (line.tag[i] == "p" and i and line.tag[i - 1] == "v")):
        i -= 1
    if i >= 0 and line.tag[i] == "v":
        if line.lemma[i] in reading.status["respond"]:
            unreal = of_verb(reading, i, {}, 1).fact in {"maybe", "planned", "wish", "condition"}
            return Standing("notact", line.words[i]) if unreal and line.low[chunk.first] in _INDEFINITE else own
        if _dubs(reading, i, chunk.first):
            return replace(own, governor=i)
        outer = governed(reading, i, owners, own, 0)
        known = outer.fact == "negated" and i in owners and _known_act(reading, chunk.first, chunk.last)
        return replace(own, governor=i) if known else outer
    verb = next(
        (
            j
            for j in range(chunk.last + 1, min(len(line), chunk.last + 14))
            if line.tag[j] == "v" and reading.subject(j) == head
        ),
        -1,
    )
    if verb >= 0:
        outer = of_verb(reading, verb, {}, 1)
        if outer.fact == "fact" and line.low[verb] in reading.status["future"] and reading.passive(verb):
            return Standing("planned", line.words[verb], governor=verb)
        if outer.fact == "planned" and "would" in outer.words.lower().split() and line.low[chunk.first] in _INDEFINITE:
            return Standing("notact", outer.words, governor=verb)
        if outer.fact in {"planned", "maybe", "negated", "condition"}:
            return replace(outer, governor=verb)
    return own


def _known_act(reading: Reading, first: int, last: int) -> bool:
    """ "dismissed the Norish attacks": a definite act with its actor is known to both, whatever is thought of it."""
    return reading.line.low[first] in reading.status["definite"] and bool(reading.actors_between(first, last))


def _hedge(reading: Reading, trigger: Trigger) -> str:
    """Hedging words near a trigger, within its comma-bounded stretch ("…, allegedly by …" included)."""
    line = reading.line
    for i in range(max(0, trigger.first - 8), min(len(line), trigger.last + 10)):
        if line.tag[i] == ";" and i > trigger.last:
            return ""
        for words, kind in reading.phrases.get(i, ()):
            if kind == "hedge":
                between = line.tag[min(i, trigger.last) : max(i, trigger.first)]
                if (
                    _may_hedge(reading, i, len(words), trigger)
                    and not _says_who(reading, i, trigger)
                    and between.count(",") <= 1
                    and not any(t in "sr;" for t in between)
                    and _OPENERS.isdisjoint(line.low[i : trigger.first])
                    and not _other_verb(reading, i, trigger)
                ):
                    return line.text[line.start[i] : line.end[i + len(words) - 1]]
    return ""


def _may_hedge(reading: Reading, i: int, size: int, trigger: Trigger) -> bool:
    """A trigger does not hedge itself, a verb ("was accused of") hedges what follows it, an adverb the next verb."""
    line = reading.line
    if i <= trigger.last and trigger.first <= i + size - 1:
        return False
    if i < trigger.first:
        return True
    following = i + size
    adverb = line.tag[i] == "a" and line.tag[following : following + 1] == ["v"] and line.form[following] != {"ing"}
    return trigger.noun or not (line.tag[i] == "v" or adverb)


def _says_who(reading: Reading, i: int, trigger: Trigger) -> bool:
    """ "arrested two suspected militants": before a noun that names no act, the word says what the target may be."""
    index = reading.clauses.at[i]
    chunk = reading.clauses.chunks[index] if index >= 0 else None
    if chunk is None or not chunk.first <= i < chunk.last or chunk.last in reading.named_acts:
        return False
    if i > trigger.last:
        return True
    return not trigger.noun and reading.subject(trigger.head) == index and reading.passive(trigger.head)


def _other_verb(reading: Reading, i: int, trigger: Trigger) -> bool:
    """Another verb between the hedge and the trigger owns the hedge."""
    low, high = (i, trigger.first) if i < trigger.first else (trigger.last + 1, i)
    return any(reading.line.tag[j] == "v" for j in range(low + 1, high)) and not (
        low <= i <= high and i > trigger.last and reading.line.low[i + 1 : i + 2] == ["by"]
    )
