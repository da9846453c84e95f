"""Clauses that tell no act: conditions, also inverted or without a verb of their own, and habits."""

from __future__ import annotations

from timeline.coding._reading import Reading

_INVERTED = frozenset(("should", "were", "had"))
_HABITUAL = frozenset(("while", "when", "whenever", "until", "once"))
_OPENERS = _INVERTED | _HABITUAL


def conditions(reading: Reading) -> list[tuple[int, int]]:
    """First and last tokens of each conditional or habitual clause of a sentence."""
    if reading.conditions is None:
        words = reading.status["condition"]
        openers = [i for i, low in enumerate(reading.line.low) if low in words or low in _OPENERS]
        opening = [i for i in openers if _opens_condition(reading, i) or _opens_habit(reading, i)]
        opening += [i for i in reading.phrases if _opens_in_words(reading, i)]
        reading.conditions = [(i, _end(reading, i)) for i in opening]
    return reading.conditions


def condition_at(reading: Reading, i: int) -> str:
    """The word that opens the conditional clause around a token, or an empty string."""
    return next((reading.line.words[first] for first, last in conditions(reading) if first <= i <= last), "")


def _opens_condition(reading: Reading, i: int) -> bool:
    line = reading.line
    low, tag = line.low[i], line.tag[i]
    # "Suppose that X attacks": a verb in form, but only at the head of its sentence.
    if low in reading.status["condition"] and (tag == "s" or i == 0):
        return low != "otherwise"
    first = i == 0 or line.tag[i - 1] == ";" or (i == 1 and line.tag[0] == '"')
    following = reading.clauses.at[i + 1] if i + 1 < len(line) else -1
    return low in _INVERTED and first and following >= 0


def _opens_in_words(reading: Reading, i: int) -> bool:
    """ "In case the army attacks", "on condition that X withdraws"; "in the case of the attack" is none."""
    words = next((said for said, kind in reading.phrases[i] if kind == "condition" and len(said) > 1), ())
    behind = reading.line.low[i + len(words) : i + len(words) + 1]
    return bool(words) and not ({"the", "case"} <= set(words) and behind == ["of"])


def _opens_habit(reading: Reading, i: int) -> bool:
    """ "while barracks are blown up", "what to do when X attacks": a plain present that is a habit, not news."""
    line = reading.line
    if line.low[i] not in _HABITUAL or line.tag[i] not in "sq":
        return False
    for j in range(i + 1, min(len(line) - 1, i + 8)):
        if line.tag[j] in ";,sr":
            break
        if line.tag[j] == "b":
            return line.low[j] in {"is", "are"} and "participle" in line.form[j + 1]
        if "past" in line.form[j]:
            return False
    return i > 1 and line.tag[i - 2] == "t" and line.tag[i - 1] in "vD"


def _end(reading: Reading, first: int) -> int:
    """The clause ends at a comma that does not go on with a list, or with its sentence part."""
    line, clauses = reading.line, reading.clauses
    for i in range(first + 1, len(line)):
        if line.tag[i] == ";" and line.words[i] not in "()[]":
            return i - 1
        after = clauses.at[i + 1] if i + 1 < len(line) else -1
        if line.tag[i] == "," and not (after >= 0 and clauses.chunks[after].joined):
            return i - 1
    return len(line) - 1
