"""How much an act is what its sentence reports, rather than told in passing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.coding._complements import Roles
from timeline.coding._governing import verb_behind
from timeline.coding._reading import Reading
from timeline.coding._triggers import Trigger

if TYPE_CHECKING:
    from timeline.coding._drafts import Draft

# What somebody says of an act; told of nobody in particular it is not what the sentence reports.
_REACTIONS = frozenset(("ACCUSE", "SUPPORT"))
# What a protest voices: "the marches demanding justice".
_VOICED = frozenset(("REQUEST", "ACCUSE", "REJECT"))
# What is said of the act told beside it.
_ANSWERS = frozenset(("ACCUSE", "REJECT", "SUPPORT"))
# The lead tells the news: what an act loses for each sentence that stands before its own.
_LATER = 2.0
_STOPS = frozenset(".!?")
# Clauses behind these say where or when it was that the main clause tells of.
_SETTING = frozenset(("where", "when"))
_BACKGROUND = frozenset(
    (
        "after",
        "following",
        "since",
        "over",
        "amid",
        "despite",
        "because",
        "before",
        "during",
        "for",
        "against",
        "into",
        "as",
        "from",
    )
)


def is_background(reading: Reading, trigger: Trigger, roles: Roles) -> bool:
    """Told in passing: behind "after", "over", in a relative clause, or as the object of another act."""
    line = reading.line
    index = reading.clauses.at[trigger.first]
    if trigger.noun and index >= 0:
        if _is_label(reading, trigger):
            return True
        prep = reading.clauses.chunks[index].prep
        if prep >= 0 and line.low[prep] in _BACKGROUND | {"of", "in", "to", "on", "about", "with", "at", "by"}:
            return True
        return roles.governor >= 0 and line.low[roles.governor] not in reading.status["light"]
    start = _first_of_series(reading, trigger.head)
    left = start - 1
    while left >= 0 and line.tag[left] in 'a"':
        left -= 1
    if left >= 0 and (
        line.tag[left] == "r" or (line.tag[left] == "p" and line.low[left] in _BACKGROUND | {"of", "by"})
    ):
        return True
    subject = reading.subject(trigger.head)
    # A phrase that opens the sentence ("After the call, X and Y urged …") frames what is told.
    if subject >= 0 and reading.clauses.chunks[subject].prep > 0:
        return True
    # "in Norland, where soldiers beat …", "which envoys had warned of": told of the noun before it.
    opener = reading.clauses.chunks[subject].first - 1 if subject > 0 else -1
    told_of = opener > 0 and line.tag[opener] == "r" and line.tag[opener - 1] != "p"
    if told_of and trigger.action.type in _ANSWERS and _comments(reading, opener):
        return False
    if told_of or (opener > 0 and line.low[opener] in _SETTING):
        return True
    return line.tag[start] == "v" and (reading.passive(trigger.head) or _is_aside(reading, trigger.head))


def _is_aside(reading: Reading, verb: int) -> bool:
    """ "Troops, working together with X, retook the town": a participle between a subject and what it did."""
    line = reading.line
    if line.form[verb] != {"ing"} or reading.group(verb) != verb or line.tag[verb - 1 : verb] != [","]:
        return False
    first = next((i + 1 for i in range(verb - 1, -1, -1) if line.tag[i] == ";"), 0)
    behind = next((i for i in range(verb + 1, len(line)) if line.tag[i] in ",;"), len(line))
    told = line.tag[behind + 1 : behind + 3]
    return (
        not set("vbhm") & set(line.tag[first:verb])
        and line.tag[behind : behind + 1] == [","]
        and bool(set("vbhmD") & set(told))
    )


def _comments(reading: Reading, pronoun: int) -> bool:
    """ "X seized a ship, a step that Y condemned": a noun behind a comma stands for the whole clause before it."""
    index = reading.clauses.at[pronoun - 1]
    first = reading.clauses.chunks[index].first if index >= 0 else -1
    return first > 0 and reading.line.tag[first - 1] == "," and reading.line.low[first] in {"a", "an"}


def _first_of_series(reading: Reading, verb: int) -> int:
    """The group of a verb; of "accused of beating and robbing" that of the first participle."""
    line, start = reading.line, reading.group(verb)
    if line.form[verb] == {"ing"} and start == verb and line.tag[verb - 1 : verb] == ["c"]:
        before = verb - 2
        if before >= 0 and line.tag[before] == "v" and line.form[before] == {"ing"}:
            return reading.group(before)
    return start


def _is_label(reading: Reading, trigger: Trigger) -> bool:
    """ "Killing of X: …": a label before a colon names an act without telling it."""
    line = reading.line
    colon = next((i for i in range(trigger.last + 1, min(len(line), trigger.last + 12)) if line.words[i] == ":"), -1)
    return colon > 0 and not any(line.tag[i] in "vbhm" for i in range(colon))


def salience_of(reading: Reading, draft: Draft) -> float:
    """The rank of an act among those of its sentence; the greatest is what the sentence reports."""
    trigger = draft.trigger
    score = 4.0 - 2.5 * draft.background
    score += 0.8 * bool(draft.doer.actors) + 0.5 * bool(draft.target.actors) + 0.6 * (draft.doer.first >= 0)
    score -= 0.8 * trigger.noun + 0.8 * (trigger.action.strength == "weak")
    score -= 0.02 * trigger.first + 0.5 * (draft.status != "happened")
    score -= 0.6 * (not trigger.noun and _is_added(reading, trigger.head))
    score -= _LATER * sum(reading.line.words[i] in _STOPS and reading.line.tag[i] == ";" for i in range(trigger.first))
    return score - 1.5 * (draft.type == "ACCUSE" and not trigger.noun and _modifies(reading, trigger.head))


def _is_added(reading: Reading, verb: int) -> bool:
    """ "… and seized it", "… and two others were caught": a verb, with its subject or without, that "and" adds."""
    tag = reading.line.tag
    if tag[reading.group(verb) - 1] == "c":
        return True
    subject = reading.subject(verb) if reading.passive(verb) else -1
    return subject >= 0 and tag[reading.clauses.chunks[subject].first - 1] == "c"


def _modifies(reading: Reading, head: int) -> bool:
    """ "beat two men accused of theft", "bombed groups it accused of": an act that only says who is meant."""
    line, start = reading.line, reading.group(head)
    if start != head or start < 2 or line.tag[start + 1 : start + 2] != ["p"]:
        return False
    if line.tag[start - 1] == "o":
        return line.tag[start - 2] in "NP"
    index = reading.clauses.at[start - 1]
    if index < 0 or "participle" not in line.form[head]:
        return False
    return verb_behind(reading, reading.clauses.chunks[index].first - 1) >= 0


def rank_acts(drafts: Sequence[Draft]) -> list[Draft]:
    """The acts of one sentence, first what it reports: a protest stands before its demands and the tear gas it met."""
    ranked = sorted(drafts, key=lambda draft: -draft.salience)
    harm = [draft for draft in ranked if draft.type == "ASSAULT" and draft.status == "happened"]
    if harm and ranked[0].type in _REACTIONS and ranked[0].doer.first < 0:
        ranked.sort(key=lambda draft: draft is not harm[0])
    protests = [draft for draft in ranked if draft.type == "PROTEST" and draft.status == "happened"]
    if protests and _part_of(ranked[0], protests):
        ranked.sort(key=lambda draft: draft is not protests[0])
    return ranked


def _part_of(act: Draft, protests: Sequence[Draft]) -> bool:
    """Whether an act belongs to a protest told beside it: tear gas without victims, what it demands."""
    if (act.type, act.mode) == ("ASSAULT", "crowd-control"):
        broken_up = any(act.target.first <= protest.trigger.head <= act.target.last for protest in protests)
        return not broken_up and not act.killed and not act.injured
    inside = any(act.doer.first <= protest.trigger.head <= act.doer.last for protest in protests)
    return act.type in _VOICED and inside
