"""Months and seasons that are verbs, things or names: "may", "the march on", "the fall of", "spring from"."""

from __future__ import annotations

from timeline.times._around import PREPOSITIONS, holds, neighbour
from timeline.times._names import name_before, surname_after
from timeline.times._pattern import Hit


def is_no_that_month(hit: Hit) -> bool:
    """ "said that May was": a conjunction; "that November" stands at the head of a clause or behind a preposition."""
    before = neighbour(hit, -1)
    return before.isalpha() and before not in (*PREPOSITIONS, "until", "since", "during", "late", "early", "later")


def _is_attribute(hit: Hit) -> bool:
    """ "the March ceasefire": a lower-case noun or participle follows the month."""
    after = hit.end
    tokens = hit.tokens
    if after >= len(tokens.words) or holds(hit, tokens.words[after], "PASTV"):
        return False
    return tokens.text[tokens.starts[after] : tokens.ends[after]].islower() and tokens.words[after] not in _NO_NOUNS


# Behind "the March" these tell that it is a movement.
_NO_NOUNS = frozenset(("is", "was", "were", "has", "had", "will", "would", "and", "or", "in", "at", "by", "that"))
_NO_NOUNS |= {"which", "who", "to", "from", "towards", "toward", "into", "across", "with", "back"}


def is_no_month(hit: Hit) -> bool:
    """ "May" and "March" alone: no month after a first name, or before a verb, or as "March on"."""
    first = hit.groups["m"][0]
    word = hit.tokens.words[first]
    if hit.end - hit.start > 1 or word not in ("may", "march", "april", "june", "august", "jan", "mar", "dec", "jun"):
        return False
    before, after = neighbour(hit, -1), neighbour(hit, 1)
    if word == "may":
        return before in ("", ".", "?", "!", '"', "”", "“", ":", ";") or name_before(hit)
    if before in ("in", "since", "until", "by", "last", "next", "during", "from", "of", "early", "late", "this"):
        return False
    if word == "march":
        return (
            after in ("on", "for", "through", "of", "against")
            or name_before(hit)
            or (before in ("the", "a") and not _is_attribute(hit))
        )
    if word in ("jan", "mar", "dec", "jun") and after[:1].isalpha() and hit.tokens.classes[hit.end] == "x":
        return True
    return name_before(hit) or surname_after(hit)


def is_no_season(hit: Hit) -> bool:
    """ "fall" and "spring" as verbs or things: "the fall of Kabul", "Arab Spring"."""
    word = hit.word("s")
    if "dir" in hit or "y" in hit or "ry" in hit:
        return False
    after = neighbour(hit, 1)
    return (word == "fall" and after in ("of", "in", "from", "to")) or (
        word == "spring" and after in ("a", "from", "up")
    )
