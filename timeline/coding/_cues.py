"""Words that say an act answers another, and the words that name that other act."""

from __future__ import annotations

from timeline.coding._drafts import Draft
from timeline.coding._reading import Reading
from timeline.model import ResponseCue, Span

# Acts that may answer an act of force, and be answered.
ANSWERS = frozenset(("ASSAULT", "THREATEN", "SANCTION", "COERCE", "MOBILIZE"))
_CUES = frozenset(("cue", "aftercue"))
_MAX_ANTECEDENT = 24
_RELATIVES = frozenset(("that", "which", "who"))
# Tokens between a relative pronoun and its verb ("that had been").
_RELATIVE_TOKENS = 4


def link_acts(reading: Reading, drafts: list[Draft]) -> None:
    """Put every response cue of a sentence on the act it belongs to."""
    behind = 0
    for i, said in reading.phrases.items():
        match = next((pair for pair in said if pair[1] in _CUES), None)
        if match is None or i < behind:
            continue
        behind = i + len(match[0])
        _link(reading, drafts, i, behind - 1, after=match[1] == "aftercue")
    for draft in drafts:
        _link_reprisal(reading, drafts, draft)


def _link(reading: Reading, drafts: list[Draft], first: int, last: int, *, after: bool) -> None:
    span = _antecedent(reading, last + 1)
    if span is None:
        return
    inside = [d for d in drafts if span[0] <= d.trigger.first <= span[1]]
    draft = _owner(reading, drafts, first, last, span)
    if draft is None or draft in inside or not (inside or (not after and _names_another(reading, draft, span))):
        return
    forceful = draft.type in ANSWERS and any(d.type == "ASSAULT" for d in inside)
    if after and not (forceful and _attached(reading, draft, first, span, inside)):
        return
    base, line = reading.sentence.start, reading.line
    cue = ResponseCue(
        cue=line.text[line.start[first] : line.end[last]],
        start=base + line.start[first],
        end=base + line.end[last],
        antecedent=Span(base + line.start[span[0]], base + line.end[span[1]]),
    )
    draft.cues = (*draft.cues, cue)
    draft.reasons.append(f"It answers another act because the text says '{cue.cue}'.")


def _names_another(reading: Reading, draft: Draft, span: tuple[int, int]) -> bool:
    """ "in response to Norland's aggression": no act we know, but the words name whose it was."""
    doers = {match.actor.code for match in draft.doer.actors}
    named = {match.actor.code for match in reading.actors_between(*span)}
    done = draft.type in ANSWERS and draft.type != "THREATEN" and draft.status != "planned"
    return done and bool(doers) and bool(named - doers)


def _antecedent(reading: Reading, first: int) -> tuple[int, int] | None:
    """From behind the cue to the end of the clause."""
    line = reading.line
    last = first - 1
    for i in range(first, min(len(line), first + _MAX_ANTECEDENT)):
        t = line.tag[i]
        if t == "r" and i > first and line.low[i] in _RELATIVES:
            return first, _told_of(reading, i)
        if (
            t == ";"
            or t in "m"
            or (t == "," and i > first + 1)
            or (t in "bh" and i > first + 1)
            or (t in "sr" and i > first)
        ):
            break
        if t == "v" and i > first and "ing" not in line.form[i] and "participle" not in line.form[i]:
            break
        last = i
    while last >= first and line.tag[last] in 'pca"':
        last -= 1
    return (first, last) if last >= first else None


def _told_of(reading: Reading, relative: int) -> int:
    """ "a missile that landed near the port": the verb that says what the antecedent did, else its last token."""
    line = reading.line
    for i in range(relative + 1, min(len(line), relative + 1 + _RELATIVE_TOKENS)):
        if line.tag[i] == "v":
            return i
        if line.tag[i] not in "abhmn":
            break
    return relative - 1


def _owner(reading: Reading, drafts: list[Draft], first: int, last: int, span: tuple[int, int]) -> Draft | None:
    """The act that answers: the cue's own word, else the nearest act before it, else the first behind."""
    for draft in drafts:
        if first <= draft.trigger.first <= last or first <= draft.trigger.last <= last:
            return draft
    before = [d for d in drafts if d.trigger.last < first and not _cut(reading, d.trigger.last, first)]
    if before:
        verbal = [
            d for d in before if d.type in {"ASSAULT", "THREATEN", "SANCTION", "COERCE", "MOBILIZE", "REJECT", "ACCUSE"}
        ]
        return (verbal or before)[-1]
    behind = [d for d in drafts if d.trigger.first > span[1] and not _told_besides(reading, span[1], d.trigger.first)]
    return behind[0] if behind else None


def _cut(reading: Reading, last: int, first: int) -> bool:
    return any(reading.line.tag[i] == ";" and reading.line.words[i] not in '()[]"' for i in range(last + 1, first))


def _told_besides(reading: Reading, last: int, first: int) -> bool:
    """ "said it had responded to X and that five were killed": behind "and that" something else is told."""
    tag = reading.line.tag
    return any(tag[i - 1] == "c" and tag[i] == "s" for i in range(last + 1, first))


def _attached(reading: Reading, draft: Draft, cue: int, span: tuple[int, int], inside: list[Draft]) -> bool:
    """ "carried out after killing seven", "punish X for the killing of Y": a bare word counts only right at the act."""
    line = reading.line
    if cue - draft.trigger.last >= 14:
        return False
    if line.low[cue] in {"for", "over"}:
        index = reading.clauses.at[span[0]]
        return index >= 0 and any(reading.clauses.at[d.trigger.first] == index for d in inside)
    # "The ship sank after being attacked" tells what came of the attack, and nobody's answer to it.
    return line.form[span[0]] == {"ing"} and (line.low[span[0]] != "being" or bool(draft.doer.actors))


def _link_reprisal(reading: Reading, drafts: list[Draft], draft: Draft) -> None:
    """ "responded forcefully to recent attacks": a verb of reprisal answers the act behind its "to" or "for"."""
    line = reading.line
    if draft.trigger.noun or line.lemma[draft.trigger.head] not in reading.status["respond"] or draft.cues:
        return
    for i in range(draft.trigger.last, min(len(line), draft.trigger.last + 6)):
        if line.low[i] in {"to", "for"} and line.tag[i] == "p":
            _link(reading, drafts, draft.trigger.first, i, after=False)
            return
