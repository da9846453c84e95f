"""Which act a trigger stands for, once its standing is known: a promise of force is a threat, of help an agreement."""

from __future__ import annotations

from timeline.coding._reading import Reading, phrase_of
from timeline.coding._triggers import Trigger
from timeline.coding._verb_standing import PLAIN, Standing
from timeline.model import Status

_HOSTILE = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"))
_FRIENDLY = frozenset(("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"))
_HELP = frozenset(("AID", "COOPERATE"))
# What somebody may be told to do all the time, and not once.
_ENDURING = frozenset(("ASSAULT", "COERCE", "CONSULT", "MOBILIZE", "AID", "COOPERATE"))
# A row that asks for this word means the negation ("will not go unpunished"): it does not undo the act.
_NEGATION = "not"


def trigger_text(reading: Reading, trigger: Trigger) -> str:
    """The words of a trigger as written."""
    return reading.line.text[reading.line.start[trigger.first] : reading.line.end[trigger.last]]


def act_of(reading: Reading, trigger: Trigger, standing: Standing) -> tuple[str, Status, str] | None:
    """Type, status and the reason where the standing changes the type; None where there is no act."""
    type_, fact = trigger.action.type, standing.fact
    quoted = f"'{standing.words}'"
    if fact == "fact" and ((type_ in _ENDURING and _describes(reading, trigger)) or _is_backed(reading, trigger)):
        return None
    if fact in PLAIN:
        return type_, "happened" if fact == "fact" else "alleged", ""
    if fact == "denied":
        return type_, "denied", ""
    before = trigger.action.before
    if fact == "negated" and before is not None and _NEGATION in before.exact:
        return type_, "happened", ""
    if fact == "negated" and not trigger.noun and type_ in _FRIENDLY and _withholds(reading, trigger):
        return "REJECT", "happened", f"{quoted} refuses what '{trigger_text(reading, trigger)}' names."
    if fact == "ordered":
        return _ordered(trigger, quoted)
    if fact == "planned":
        return _planned(reading, trigger, standing, quoted)
    return None


def _describes(reading: Reading, trigger: Trigger) -> bool:
    """ "who chairs the talks", "whose troops fight in X": the present of a relative clause says what is always so."""
    line, head = reading.line, trigger.head
    if trigger.noun or "past" in line.form[head] or not line.form[head] & {"s", "base"}:
        return False
    start = reading.group(head)
    if any(line.tag[i] not in "a" for i in range(start, head)):
        return False
    if start and line.tag[start - 1] == "r":
        return True
    index = reading.subject(head)
    return index >= 0 and line.low[reading.clauses.chunks[index].first] == "whose"


def _is_backed(reading: Reading, trigger: Trigger) -> bool:
    """ "rebels backed by Norland": whose friends they are, not what Norland did."""
    line, head = reading.line, trigger.head
    bare = not trigger.noun and line.low[head] in reading.status["backing"] and reading.group(head) == head
    by = line.low[trigger.last + 1 : trigger.last + 2] == ["by"]
    return bare and by and line.tag[head - 1] in "NP" and reading.passive(head)


def _ordered(trigger: Trigger, quoted: str) -> tuple[str, Status, str] | None:
    """An order to use force is a threat until it is carried out; an order to release or to seize is the act."""
    if trigger.action.type in {"ASSAULT", "MOBILIZE"}:
        return "THREATEN", "happened", f"{quoted} orders an act of force that has not been done."
    return trigger.action.type, "happened", ""


def _withholds(reading: Reading, trigger: Trigger) -> bool:
    """ "will not release", "does not recognise": a negation that is an attitude, not a missing event."""
    line = reading.line
    group = range(reading.group(trigger.head), trigger.head)
    denies = {"will", "would", "won't", "wouldn't", "never"}
    if trigger.action.type == "CONCEDE":
        # "did not give permission": who does not yield to a request has refused it.
        denies |= {"did", "does", "do", "didn't", "doesn't", "don't"}
    return any(line.low[i] in denies for i in group)


def _planned(reading: Reading, trigger: Trigger, standing: Standing, quoted: str) -> tuple[str, Status, str] | None:
    type_ = trigger.action.type
    if type_ == "THREATEN":
        return type_, "happened", ""
    if type_ == "SUPPORT" and not standing.told and "would" in standing.words.lower().split():
        return None
    if standing.own_will and not trigger.noun and not reading.passive(trigger.head):
        if type_ == "MOBILIZE":
            return type_, "planned", ""
        if type_ in _HOSTILE and not _threatens(reading, trigger, standing):
            expected = standing.told and bool(phrase_of(reading, reading.subject(trigger.head)).actors)
            return (type_, "planned", "") if expected else None
        if type_ in _HOSTILE:
            return "THREATEN", "happened", f"{quoted} announces an act of force or pressure that has not been done."
        if type_ in _FRIENDLY and _promises(reading, trigger, standing):
            return "AGREE", "happened", f"{quoted} promises what has not been done."
    return type_, "planned", ""


def _promises(reading: Reading, trigger: Trigger, standing: Standing) -> bool:
    """Whether the doer gives his word: of help always, else by "we will" or "X said it would"; else it is news."""
    return trigger.action.type in _HELP or _speaks_of_himself(reading, trigger, standing)


def _threatens(reading: Reading, trigger: Trigger, standing: Standing) -> bool:
    """Whether "will strike" is the doer's word or plain news of it; another's "would strike" is what he expects."""
    doer = phrase_of(reading, reading.subject(trigger.head))
    speaker = phrase_of(reading, standing.speaker)
    if standing.told and doer.actors and speaker.actors:
        return _speaks_of_himself(reading, trigger, standing)
    if "would" not in standing.words.lower().split():
        return True
    return standing.told and (bool(doer.actors) or reading.line.tag[doer.first] == "o")


def _speaks_of_himself(reading: Reading, trigger: Trigger, standing: Standing) -> bool:
    doer = phrase_of(reading, reading.subject(trigger.head))
    if doer.first >= 0 and reading.line.low[doer.first] in {"we", "i"}:
        return True
    speaker = phrase_of(reading, standing.speaker)
    return standing.told and bool(doer.ids & speaker.ids)
