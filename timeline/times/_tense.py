"""Whether the clause around an expression looks ahead or back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.times._pattern import Hit

_REACH = 12
# Ends of a clause; a verb says nothing about what stands behind "than" and "like".
_STOPS = frozenset((".", "?", "!", ";", "than", "like", "unlike"))


def is_future(hit: Hit) -> bool | None:
    """True after "will" or "is expected to", False after a past tense, None where the clause does not say."""
    verdict = _tense(hit)
    if verdict is None and hit.start and hit.tokens.words[hit.start - 1] in ("by", "through"):
        return True
    return verdict


def _tense(hit: Hit) -> bool | None:
    near = range(max(hit.start - _NEAR, 0), hit.start)
    if any(_is_ahead_verb(hit, position) for position in near) and not any(
        hit.tokens.words[position] in _STOPS for position in near
    ):
        return True
    verdict = _scan(hit, range(hit.start - 1, max(hit.start - 1 - _REACH, -1), -1))
    if verdict is None and not _closes_clause(hit):
        verdict = _scan(hit, range(hit.end, min(hit.end + _REACH, len(hit.tokens.words))))
    return verdict


def _closes_clause(hit: Hit) -> bool:
    """ "to conclude by May, invited them": what follows a deadline that opens no sentence is another clause."""
    words, before = hit.tokens.words, hit.start - 2
    if hit.start == 0 or words[hit.start - 1] != "by":
        return False
    return before >= 0 and bool(words[before].strip()) and words[before] not in (*_STOPS, ",", "and", "but")


def _scan(hit: Hit, positions: range) -> bool | None:
    words = hit.tokens.words
    for position in positions:
        word = words[position]
        if (word == "be" and _is_to_be_done(hit, position)) or _is_to(words, position):
            return True
        if word in _STOPS or not word.strip():
            return None
        classes = hit.values.get(word, {})
        if "FUTURE" in classes and not _is_done(hit, position):
            return True
        looks_past = "PASTV" in classes or (len(word) > 4 and word.endswith("ed") and not _is_adjective(hit, position))
        if looks_past and not _is_passive_infinitive(hit, position) and not _governs_infinitive(hit, position):
            return False
    return None


def _is_to_be_done(hit: Hit, position: int) -> bool:
    """ "to be held", "to be published": not yet done."""
    words = hit.tokens.words
    after = words[position + 1] if position + 1 < len(words) else ""
    done = after.endswith("ed") or "PASTV" in hit.values.get(after, {})
    return done and position > 0 and words[position - 1] == "to"


def _is_to(words: list[str], position: int) -> bool:
    """ "are to meet": what is arranged, not yet done."""
    return words[position] in ("am", "is", "are") and words[position + 1 : position + 2] == ["to"]


_OPEN_TO = ("to", "for")


def _is_done(hit: Hit, position: int) -> bool:
    """ "a record set on 6 August": "set" looks ahead only before "to" and "for"; "held until December"."""
    words = hit.tokens.words
    if words[position] == "until" and position and "LASTEDV" in hit.values.get(words[position - 1], {}):
        return True
    return words[position] == "set" and (position + 1 >= len(words) or words[position + 1] not in _OPEN_TO)


def _is_passive_infinitive(hit: Hit, position: int) -> bool:
    """ "be held": the participle says nothing, the verb before it does."""
    return position > 0 and hit.tokens.words[position - 1] == "be"


def _is_adjective(hit: Hit, position: int) -> bool:
    """ "on a still unspecified date", "its planned visit": a participle behind an article tells no time."""
    return position > 0 and hit.tokens.words[position - 1] in _ARTICLES


_ARTICLES = frozenset(("a", "an", "the", "its", "their", "his", "her", "our", "this", "that", "still", "of", "as"))


def _governs_infinitive(hit: Hit, position: int) -> bool:
    """ "are supposed to end by May": what follows "to" need not have happened."""
    words = hit.tokens.words
    return words[position].endswith("ed") and words[position + 1 : position + 2] == ["to"]


def is_ongoing(hit: Hit) -> bool:
    """ "has been shut since 3 May": of what still goes on; not "the worst since" nor "since Sunday, when"."""
    words, since = hit.tokens.words, hit.start - 1
    if since < 0 or words[since] != "since" or "when" in words[hit.end : hit.end + 2]:
        return False
    opens = since == 0 or words[since - 1] in _SENTENCE_ENDS or not words[since - 1].strip()
    clause = _clause(words, range(hit.end, len(words))) if opens else _clause(words, range(since - 1, -1, -1))
    return not _PERFECT.isdisjoint(clause) and not any(_is_rank(hit, word) for word in clause)


_PERFECT = frozenset(("has", "have", "'ve", "’ve"))


def _clause(words: list[str], positions: range) -> list[str]:
    """The words up to the end of the clause, or so many."""
    found = []
    for position in positions[:_CLAUSE]:
        if words[position] in _STOPS or not words[position].strip():
            break
        found.append(words[position])
    return found


_CLAUSE = 20


def _is_rank(hit: Hit, word: str) -> bool:
    """ "deadliest", "worst", "third", "only": one among those since then."""
    return word in ("worst", "most", "best", "only", "least", "ever") or (
        word.endswith(("iest", "gest", "hest", "test", "dest", "rest")) or "ORD" in hit.values.get(word, {})
    )


def looks_ahead(hit: Hit) -> bool:
    """ "will meet on Thursday": a future verb stands within five words before, with nothing past between."""
    if hit.end < len(hit.tokens.words) and hit.tokens.words[hit.end] in ("'s", "’s"):
        return False
    if _opens_sentence(hit):
        return _verb_after_looks_ahead(hit)
    for position in range(hit.start - 1, max(hit.start - 9, -1), -1):
        word = hit.tokens.words[position]
        near = hit.start - position <= _NEAR and _is_ahead_verb(hit, position)
        classes = hit.values.get(word, {})
        bound = "AHEADTO" in classes and hit.tokens.words[position + 1] == "to"
        if "FORWARD" in classes or near or bound or _is_to(hit.tokens.words, position):
            return bound or not _is_denied(hit, position)
        if word in (",", ".", ";", "said") or not word.strip() or "PASTV" in hit.values.get(word, {}):
            return False
    return False


# "leaves on Friday", "opens there on Friday": the present tense stands within so many words before.
_NEAR = 4


def _is_ahead_verb(hit: Hit, position: int) -> bool:
    """ "talks begin Monday"; not "did not begin until Monday"."""
    return "AHEADV" in hit.values.get(hit.tokens.words[position], {}) and not _is_denied(hit, position)


def _is_denied(hit: Hit, position: int) -> bool:
    """ "did not begin", "didn't resume": told of the past."""
    before = hit.tokens.words[max(position - _DENIAL, 0) : position]
    return "did" in before or "didn" in before


_DENIAL = 4


_SENTENCE_ENDS = frozenset((".", "?", "!", '"', "“", "``", ":"))


def _opens_sentence(hit: Hit) -> bool:
    """ "On Tuesday, the council will vote": the verb follows."""
    words, before = hit.tokens.words, hit.start - 1
    if before >= 0 and words[before] == "on":
        before -= 1
    stands_first = before < 0 or words[before] in _SENTENCE_ENDS or not words[before].strip()
    return stands_first and hit.end < len(words) and words[hit.end] == ","


def _verb_after_looks_ahead(hit: Hit) -> bool:
    """The first verb behind decides; of participles only those after "is" and "are"."""
    words = hit.tokens.words
    for position in range(hit.end, min(hit.end + _REACH, len(words))):
        word, classes = words[position], hit.values.get(words[position], {})
        if "FORWARD" in classes and (not word.endswith("ed") or words[position - 1] in ("is", "are")):
            return True
        if word in _STOPS or not word.strip() or word in _SUBORDINATE or "PASTV" in classes or word.endswith("ed"):
            return False
    return False


_SUBORDINATE = ("when", "that", "which", "who", "after", "as", "said")
