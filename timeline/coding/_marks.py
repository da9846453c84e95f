"""Tags that depend on neighbours: words that belong to a number, possessive apostrophes, phrases of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.coding._line import Line

_POINTERS = frozenset(
    ("this", "last", "next", "past", "late", "early", "earlier", "later", "mid", "every", "each", "that")
)
_BEFORE_A_MONTH = frozenset(("in", "of", "since", "until", "by", "late", "early", "last", "mid-"))
# Tokens of such a clause.
_SHORT_CLAUSE = 7
_PAIRS = {"each": "other", "one": "another", "the": "other"}


def join_numbers(line: Line) -> None:
    """ "at least 20", "between 10 and 15", "three more": words that belong to a number are no prepositions."""
    low, tag, count = line.low, line.tag, len(line.low)
    quantifiers, numbers = line.grammar.quantifiers, line.grammar.classes["number"]
    for i in range(count):
        for words in quantifiers.get(low[i], ()):
            after = i + len(words)
            if tuple(low[i:after]) == words and after < count and _counts(line, after):
                tag[i:after] = ["d"] * len(words)
                break
        if low[i] == "more" and i and (tag[i - 1] == "#" or low[i - 1] in numbers):
            tag[i] = "N"
        if tag[i] == "#" and tag[i + 2 : i + 3] == ["#"]:
            ranged = low[i - 1] == "between" if i else False
            if low[i + 1] == "to" or (ranged and low[i + 1] == "and"):
                tag[i + 1] = "#"
                if ranged:
                    tag[i - 1] = "d"


def _counts(line: Line, i: int) -> bool:
    """Whether a number stands here, with at most one determiner before it ("at least a dozen")."""
    if line.low[i] in {"a", "another"} and i + 1 < len(line.low):
        i += 1
    dated = i + 1 < len(line.tag) and line.tag[i + 1] == "k"
    return (line.tag[i] == "#" and not dated) or line.is_a(i, "number")


def mark_possessives(line: Line) -> None:
    """ "the rebels' camp": an apostrophe behind a plural owns what follows, unless it closes a quotation."""
    opened = 0
    for i in range(1, len(line.words) - 1):
        if line.words[i] not in "'’‘":
            continue
        adjacent = line.start[i] == line.end[i - 1]
        if not adjacent:
            opened += 1
        elif opened:
            opened -= 1
        elif line.low[i - 1].endswith("s") and line.start[i + 1] == line.end[i] + 1 and line.words[i + 1][0].isalpha():
            line.tag[i] = "'"


def mark_times(line: Line) -> None:
    """ "this month", "last week", "next Tuesday": when something was done, never who did it."""
    tag, low, spans = line.tag, line.low, line.grammar.classes["span"]
    for i in range(1, len(tag)) if "May" in line.words else ():
        if line.words[i] == "May" and ("#" in (tag[i - 1], *tag[i + 1 : i + 2]) or low[i - 1] in _BEFORE_A_MONTH):
            tag[i] = "k"
    for i in range(len(tag) - 1):
        timed = low[i] in _POINTERS and (low[i + 1] in spans or tag[i + 1] == "k")
        if timed and tag[i + 2 : i + 3] != ["'"] and low[i + 2 : i + 3] != ["of"]:
            tag[i] = tag[i + 1] = "k"


def mark_modifiers(line: Line) -> None:
    """ "the near future", "the One China principle", "one soldier": small words that are part of a noun phrase."""
    tag, low = line.tag, line.low
    for i in range(1, len(tag) - 1):
        if tag[i] == "p" and tag[i - 1] == "d" and tag[i + 1] == "N" and low[i - 1] in {"the", "a", "an"}:
            tag[i] = "N"
        if low[i] == "there" and tag[i - 1] in "?!" and tag[i + 1] == "p":
            tag[i] = "a"
        if low[i] == "dead" and low[i - 1] in line.grammar.classes["shot"] and tag[i + 1] in "dx#NPA":
            tag[i] = "a"
        if low[i] == "others":
            tag[i] = "N"
        if tag[i] == "o" and low[i] == "one" and (tag[i - 1] == "d" or _is_counted(line, i + 1)):
            tag[i] = "#"
    if len(tag) > 1 and low[0] == "one" and _is_counted(line, 1):
        tag[0] = "#"
    _mark_pairs(line)


def _is_counted(line: Line, i: int) -> bool:
    """Whether a noun stands here, be it one that is a verb elsewhere ("one guard")."""
    return line.tag[i] in "NPA#" or line.is_a(i, "person")


def _mark_pairs(line: Line) -> None:
    """ "each other", "the other" and a bare "each" stand for parties; they are no determiners of what follows."""
    tag, low, form = line.tag, line.low, line.form
    for i in range(len(tag) - 1):
        if _PAIRS.get(low[i]) == low[i + 1] and (i + 2 >= len(tag) or tag[i + 2] not in "NPA#"):
            tag[i], tag[i + 1], form[i + 1] = "d", "N", frozenset()
        elif low[i] == "each" and tag[i + 1] in "?!" and form[i + 1] & {"past", "ing"}:
            tag[i] = "o"


def settle_that(line: Line) -> None:
    """ "that" opens a relative clause between noun and verb, a complement before a noun phrase; "(left)" is no verb."""
    count = len(line.tag)
    for i in range(count):
        if line.low[i] == "that" and i + 1 < count:
            j = next_word(line, i)
            after = line.tag[j] if j < count else ";"
            before = line.tag[i - 1] if i else ";"
            noun = before == "N" or line.tag[max(0, i - 2)] == "d"
            relative = after in {"?", "b", "h", "m", "D"} and before in "NPAk')"
            if relative or (noun and after in "dPA" and _answered(line, j)):
                line.tag[i] = "r"
            elif after in "dxoPA#" or before in "?v," or (before in "NP" and after in "N") or _counts_several(line, j):
                line.tag[i] = "s"
        elif line.tag[i] == "?" and 0 < i < count - 1 and line.words[i - 1] == "(" and line.words[i + 1] == ")":
            line.tag[i] = "a"


def _counts_several(line: Line, i: int) -> bool:
    """ "and that five had been killed": no "that" points at several."""
    return i < len(line.tag) and line.is_a(i, "number") and line.low[i] != "one"


def _answered(line: Line, i: int) -> bool:
    """ "a plan that Norland condemned": a verb of answering that ends the clause has "that" for its object."""
    end = next((j for j in range(i, min(len(line.tag), i + _SHORT_CLAUSE)) if line.tag[j] in ",;"), -1)
    return end > i and line.lemma[end - 1] in line.grammar.classes["answer"] and "ing" not in line.form[end - 1]


def verb_before(line: Line, i: int, stops: str, reach: int | None = None) -> int:
    """The nearest verb from token `i` to the left, no tag of `stops` between and at most `reach` tokens on, or -1."""
    for j in range(i, -1 if reach is None else max(-1, i - reach), -1):
        if line.tag[j] == "v":
            return j
        if line.tag[j] in stops:
            return -1
    return -1


def next_word(line: Line, i: int) -> int:
    """Index of the next word that is no adverb, quote or negation."""
    i += 1
    while i < len(line.tag) and line.tag[i] in 'a"n':
        i += 1
    return i
