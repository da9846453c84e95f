"""Whether the clause around an expression looks ahead or back."""

from __future__ import annotations

from timeline.times._pattern import Hit

_REACH = 12
_STOPS = frozenset((".", "?", "!", ";"))


def is_future(hit: Hit) -> bool | None:
    """True after "will" or "is expected to", False after a past tense, None where the clause does not say."""
    if hit.start and hit.tokens.words[hit.start - 1] == "by":
        return True
    verdict = _scan(hit, range(hit.start - 1, max(hit.start - 1 - _REACH, -1), -1))
    if verdict is None:
        verdict = _scan(hit, range(hit.end, min(hit.end + _REACH, len(hit.tokens.words))))
    return verdict


def _scan(hit: Hit, positions: range) -> bool | None:
    for position in positions:
        word = hit.tokens.words[position]
        if word in _STOPS:
            return None
        classes = hit.values.get(word, {})
        if "FUTURE" in classes:
            return True
        looks_past = "PASTV" in classes or (len(word) > 4 and word.endswith("ed"))
        if looks_past and not _is_passive_infinitive(hit, position):
            return False
    return None


def _is_passive_infinitive(hit: Hit, position: int) -> bool:
    """ "be held": the participle says nothing, the verb before it does."""
    return position > 0 and hit.tokens.words[position - 1] == "be"


def looks_ahead(hit: Hit) -> bool:
    """ "will meet on Thursday": a future verb stands within five words before, with nothing past between."""
    if hit.end < len(hit.tokens.words) and hit.tokens.words[hit.end] in ("'s", "’s"):
        return False
    for position in range(hit.start - 1, max(hit.start - 9, -1), -1):
        word = hit.tokens.words[position]
        if "FORWARD" in hit.values.get(word, {}):
            return True
        if word in (",", ".", ";", "said") or "PASTV" in hit.values.get(word, {}):
            return False
    return False
