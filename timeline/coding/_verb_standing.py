"""How a verb stands by itself: auxiliaries, negation, modals, a subject that is nobody, a report that trails it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from timeline.coding._reading import Reading
from timeline.coding._triggers import Trigger
from timeline.lexicon.status_words import StatusKind

Fact = Literal[
    "fact", "alleged", "planned", "maybe", "negated", "denied", "wish", "notact", "condition", "question", "blocked",
    "ordered",
]  # fmt: skip
_NEGATIONS = frozenset(("no", "without", "neither", "nor"))
# "almost bombed": it was not.
_BARELY_NOT = frozenset(("almost", "nearly"))
_COMPARED = frozenset(("fewer", "less", "more", "longer"))
# What is done in order to do something else: an infinitive behind it is its purpose, which nobody has done yet.
_DEEDS = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "PROTEST", "RETREAT", "AID", "COOPERATE"))
_WILL = frozenset(("would", "will", "won't", "wouldn't", "shall"))
_WITH_INFINITIVE: tuple[StatusKind, ...] = (
    "attempt", "through", "stop", "wish", "future", "deny", "hedge", "assert", "confirm", "order", "seem", "opine",
)  # fmt: skip
# An act that stands, by the text or by what somebody says.
PLAIN = frozenset(("fact", "alleged"))
_FINITE_BE = frozenset(("is", "are", "was", "were", "'s", "’s"))


@dataclass(frozen=True, slots=True)
class Standing:
    """How an act stands; `speaker` is the chunk of who says so (or -1), `governor` the verb it depends on (or -1).

    `owned`: the speaker says that he did it ("claimed responsibility for").
    """

    fact: Fact = "fact"
    words: str = ""
    speaker: int = -1
    governor: int = -1
    told: bool = False
    own_will: bool = False
    owned: bool = False


FACT = Standing()


def nobody(reading: Reading, verb: int) -> bool:
    """ "Nobody has fired", "neither side withdrew": a subject that leaves no doer."""
    index = reading.subject(verb)
    if index < 0 or reading.clauses.chunks[index].last >= verb:
        return False
    first = reading.clauses.chunks[index].first
    if reading.line.low[first] not in reading.status["nobody"]:
        first -= 1
    following = reading.line.low[first + 1]
    return first >= 0 and reading.line.low[first] in reading.status["nobody"] and following not in _COMPARED


def group_standing(reading: Reading, start: int, verb: int) -> Standing:
    """Modals, negation and hedges inside a verb group; "are to leave" announces, "may have struck" hedges."""
    line = reading.line
    words = " ".join(line.words[start : verb + 1])
    if start > 0 and line.low[start - 1] == "nor":
        return Standing("negated", words)
    for i in range(start, verb):
        if line.tag[i] == "n" or line.low[i] in _NEGATIONS or line.low[i].endswith("n't"):
            return Standing("negated", words)
    if line.low[verb - 1] in _BARELY_NOT and verb > start:
        return Standing("negated", words)
    for i in range(start + 1, verb):
        if line.tag[i] == "t" and line.low[i - 1] in _FINITE_BE:
            return Standing("planned", words)
    for i in range(start, verb):
        if line.tag[i] == "m":
            if line.low[i] == "may" and line.tag[i + 1] == "h":
                return Standing("alleged", " ".join(line.words[i : i + 2]))
            will = line.low[i] in {"will", "shall", "would", "won't"}
            return Standing("planned" if will else "maybe", words, own_will=will)
    hedge = next((line.words[i] for i in range(start, verb) if line.low[i] in reading.status["hedge"]), "")
    return Standing("alleged", hedge) if hedge else FACT


def refuses(verb: int, owners: dict[int, Trigger]) -> bool:
    """Whether a verb turns down what its object would say ("vetoed a statement condemning the raid")."""
    return verb in owners and owners[verb].action.type == "REJECT"


def believed(reading: Reading, verb: int) -> Standing:
    """ "X suspects that …", "X is convinced that …": held to be so by X, which is less than told by X."""
    outer = group_standing(reading, reading.group(verb), verb)
    if outer.fact not in PLAIN or nobody(reading, verb):
        return replace(outer if outer.fact not in PLAIN else Standing("negated"), governor=verb)
    hidden = reading.passive(verb) and reading.line.low[verb] not in reading.status["sure"]
    return Standing("alleged", reading.line.words[verb], -1 if hidden else reading.subject(verb), verb)


def awaited(reading: Reading, verb: int, opener: int) -> bool:
    """ "is to speak when they meet": a present tense in a time clause of what is still to come."""
    line = reading.line
    if line.low[opener] == "until" and _ahead(reading, opener):
        return True
    if "past" in line.form[verb] or line.form[verb] == {"ing"} or any(t in "bhD" for t in line.tag[opener:verb]):
        return False
    for i in range(opener - 1, max(-1, opener - 25), -1):
        if line.tag[i] in ";r":
            return False
        if line.tag[i] == "v":
            return group_standing(reading, reading.group(i), i).fact in {"planned", "maybe"}
    return False


def _ahead(reading: Reading, opener: int) -> bool:
    """ "would be no talks until they left", "vowed to fight until": what is so awaited has not come."""
    line = reading.line
    for i in range(opener - 1, max(-1, opener - 12), -1):
        if line.tag[i] in ";sr":
            return False
        first = reading.group(i) if line.tag[i] == "v" else i
        if any(low in _WILL for low in line.low[first : i + 1]):
            return True
        if line.tag[i] == "v" and line.tag[i - 1] != "t":
            return line.low[i] in reading.status["foretell"]
    return False


def trailing_report(reading: Reading, verb: int) -> int:
    """ "X attacked Y, Z said": the reporting verb that closes the sentence, or -1."""
    line = reading.line
    i = len(line) - 1
    steps, reports = 0, reading.status.any_of("assert", "foretell")
    while i > verb and steps < 14:
        if line.words[i] == ";" or (line.tag[i] == "v" and line.tag[i + 1 : i + 2] == ["s"]):
            return -1
        if line.tag[i] == "v" and line.low[i] in reports:
            if ";" in line.words[verb:i]:
                return -1
            subject = reading.subject(i)
            if subject < 0 and i + 1 < len(line) and reading.clauses.at[i + 1] >= 0:
                subject = reading.clauses.at[i + 1]
                reading.subjects[i] = subject
            at = reading.clauses.chunks[subject].first if subject >= 0 else -1
            comma = at - 1 if 0 <= at < i else i - 1
            return i if comma > verb and line.tag[comma] in ',"' else -1
        i, steps = i - 1, steps + 1
    return -1


def takes_infinitive(reading: Reading, verb: int, owners: dict[int, Trigger]) -> bool:
    """Whether an infinitive behind this verb is its complement, not a purpose."""
    owner = owners.get(verb)
    takes = owner is not None and (owner.noun or bool(owner.action.scope) or owner.action.type not in _DEEDS)
    return takes or reading.line.low[verb] in reading.status.any_of(*_WITH_INFINITIVE)
