"""Reasons in the reader's language: builds hold them in English, made of known forms, so they can be taken apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Literal

from timeline.speech import Speech
from timeline.ui.reason_slots import SAYINGS, shapes
from timeline.words import ENGLISH

# What a sentence gives a reason of; "status" are the words that decide an event's status.
Kind = Literal["coding", "date", "publication", "merging", "attribution", "status", "file", "decision", "writing"]

# Characters of the longest sentence taken apart: ours are far shorter, and the work grows with their length.
_LONGEST = 2_000
# Bounded, because what stands in their slots comes from articles.
_KEPT = 20_000
# Parts between semicolons that one clause may have: names of several actors are joined by them too.
_PARTS = 4
_STOP, _JOINT, _ALTHOUGH = ".", "; ", ", although "
_SLOT = re.compile(r"(\{\w+\})")
_INNER = "{reason}"


def said(kind: Kind, sentence: str, language: str) -> str:
    """The sentence in a language; in English, and where no form of ours has made it, as it is."""
    if language == ENGLISH or len(sentence) > _LONGEST:
        return sentence
    return _said(kind, sentence, language)


@lru_cache(maxsize=_KEPT)
def _said(kind: Kind, sentence: str, language: str) -> str:
    return _READERS[kind](sentence, Speech(language))


def _coding(sentence: str, speech: Speech) -> str:
    return _whole("REASONS_OF_CODING", sentence, speech) or sentence


def _dated(sentence: str, speech: Speech) -> str:
    """The reason of a date or of a publication: those of either quote each other."""
    names = ("REASONS_OF_DATES", "REASONS_OF_PUBLICATION")
    found = (told for name in names if (told := _whole(name, sentence, speech)))
    return next(found, None) or _stopped(sentence, lambda signs: _clauses("SIGNS_OF_PUBLICATION", signs, speech))


def _merging(sentence: str, speech: Speech) -> str:
    return _stopped(sentence, lambda clauses: _weighed(clauses, speech))


def _weighed(clauses: str, speech: Speech) -> str:
    """What speaks for two reports' being one event and, behind "although", what speaks against."""
    pro, although, contra = clauses.rpartition(_ALTHOUGH)
    if not although:
        return _clauses("REASONS_OF_MERGING", clauses, speech)
    told = [_clauses("REASONS_OF_MERGING", side, speech) for side in (pro, contra)]
    known = told != [pro, contra]
    return speech.say("CLAUSES_ALTHOUGH", pro=told[0], contra=told[1]) if known else clauses


def _attribution(sentence: str, speech: Speech) -> str:
    return _opened(_clauses("ATTRIBUTIONS", sentence, speech), sentence)


def _status(words: str, speech: Speech) -> str:
    """Words of the text, which stay, and behind them a note of ours."""
    before, joint, note = words.rpartition(_JOINT)
    told = _whole("STATUS_NOTES", note, speech)
    return f"{before}{speech.say('CLAUSES_JOINT') if joint else ''}{told}" if told else words


def _file(problem: str, speech: Speech) -> str:
    return _whole("PROBLEMS_OF_FILES", problem, speech) or problem


def _decision(problem: str, speech: Speech) -> str:
    return _whole("PROBLEMS_OF_DECISIONS", problem, speech) or problem


def _writing(problem: str, speech: Speech) -> str:
    """What was not written, a field of an event or a verdict among others, and why."""
    subject, _, why = problem.partition(": ")
    told = _whole("PROBLEMS_OF_WRITING", why, speech)
    if not told:
        return problem
    known = {**speech.table("FIELDS"), **speech.table("VERDICTS"), "why": speech.say("WHY")}
    nobody = subject == Speech().say("REASON_NOBODY")
    named = speech.say("REASON_NOBODY") if nobody else known.get(subject, subject)
    return speech.of(named, told)


_READERS: Mapping[Kind, Callable[[str, Speech], str]] = {
    "coding": _coding,
    "date": _dated,
    "publication": _dated,
    "merging": _merging,
    "attribution": _attribution,
    "status": _status,
    "file": _file,
    "decision": _decision,
    "writing": _writing,
}


def _stopped(sentence: str, translate: Callable[[str], str]) -> str:
    """A sentence of clauses: its full stop stands behind them."""
    if not sentence.endswith(_STOP):
        return sentence
    return _opened(translate(sentence.removesuffix(_STOP)) + _STOP, sentence)


def _opened(told: str, sentence: str) -> str:
    """What is told, with a capital where the sentence has one."""
    return told[:1].upper() + told[1:] if sentence[:1].isupper() else told


def _clauses(name: str, text: str, speech: Speech) -> str:
    """Clauses joined by semicolons, those that are known in the language; as it is where none is."""
    parts = text.split(_JOINT)
    starts = [k for k in range(len(parts)) if k == 0 or _begins(name, parts, k)]
    clauses = [_JOINT.join(parts[first:last]) for first, last in zip(starts, [*starts[1:], None], strict=True)]
    told = [_clause(name, clause, speech) for clause in clauses]
    if not any(told):
        return text
    return speech.say("CLAUSES_JOINT").join(one or clause for one, clause in zip(told, clauses, strict=True))


def _begins(name: str, parts: list[str], at: int) -> bool:
    joined = (_JOINT.join(parts[at : at + n]) for n in range(1, min(_PARTS, len(parts) - at) + 1))
    return any(_find(name, clause) for clause in joined)


def _clause(name: str, clause: str, speech: Speech) -> str:
    """A clause in the language, or "": the first of a sentence has a capital."""
    return _whole(name, clause, speech) or _whole(name, clause[:1].lower() + clause[1:], speech)


def _whole(name: str, sentence: str, speech: Speech) -> str:
    """The sentence as the language's form of the same code says it, or ""."""
    found = _find(name, sentence)
    if found is None:
        return ""
    code, slots = found
    return speech.table(name)[code].format(**{slot: _slot(slot, value, speech) for slot, value in slots.items()})


def _find(name: str, sentence: str) -> tuple[str, dict[str, str]] | None:
    """The code of the English form that makes the sentence, and what stands in its slots."""
    for code, pattern in _forms(name):
        match = pattern.fullmatch(sentence)
        if match:
            return code, match.groupdict()
    return None


@cache
def _forms(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The English forms of a name: those that hold another reason before any that could be it, then the fullest."""

    def rank(form: str) -> tuple[bool, bool, int]:
        return not form.startswith(_INNER), _INNER not in form, -len(_SLOT.sub("", form))

    ranked = sorted(Speech().table(name).items(), key=lambda one: rank(one[1]))
    return tuple((code, _pattern(form)) for code, form in ranked)


def _pattern(form: str) -> re.Pattern[str]:
    """What a sentence of the form looks like.

    A slot of any words ends at the first place where what follows it in the form stands, and is never tried longer
    (atomic groups), so that the time a sentence takes grows with its length only.
    """
    bits = [bit for bit in _SLOT.split(form) if bit]
    free = [at for at, bit in enumerate(bits) if bit[0] == "{" and _of(bit[1:-1]) not in shapes()]
    made, is_open = "", False
    for at, bit in enumerate(bits):
        if bit[0] != "{":
            made += re.escape(bit)
        elif at not in free:
            made += f"(?P<{bit[1:-1]}>{shapes()[_of(bit[1:-1])]})"
        else:
            last = at == free[-1]
            made += (")" if is_open else "") + (f"(?P<{bit[1:-1]}>.*)" if last else f"(?>(?P<{bit[1:-1]}>.*?)")
            is_open = not last
    return re.compile(made, re.DOTALL)


def _of(slot: str) -> str:
    """What a slot holds, which its name says: `names2` holds names."""
    return slot.rstrip("0123456789")


def _slot(slot: str, value: str, speech: Speech) -> str:
    say = _NESTED.get(_of(slot)) or SAYINGS.get(_of(slot))
    return say(value, speech) if say else value


# Slots that hold other reasons.
_NESTED: Mapping[str, Callable[[str, Speech], str]] = {
    "problem": _file,
    "reason": _dated,
    "signs": lambda signs, speech: _clauses("SIGNS_OF_PUBLICATION", signs, speech),
}
