"""How much an act is what its sentence reports, rather than told in passing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.coding._complements import Roles
from timeline.coding._reading import Reading
from timeline.coding._triggers import Trigger

if TYPE_CHECKING:
    from timeline.coding._drafts import Draft

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
    # "in Norland, where soldiers beat …": told of the place.
    if subject > 0 and reading.line.low[reading.clauses.chunks[subject].first - 1] == "where":
        return True
    return line.tag[start] == "v" and reading.passive(trigger.head)


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
    score -= 0.6 * (not trigger.noun and reading.line.tag[reading.group(trigger.head) - 1] == "c")
    return score
