"""Acts that say they answer, where what they answer was told in a sentence before."""

from __future__ import annotations

from timeline.coding._context import Context, codes_of
from timeline.coding._cues import ANSWERS
from timeline.coding._drafts import Draft
from timeline.coding._reading import Reading
from timeline.model import Mention, ResponseCue

# Acts back, and characters back, in which the one that is answered stands.
_LOOK_BACK = 6
_REACH_CHARS = 600
# Tokens between "answered with" and the act that the answer was.
_VERB_REACH = 4


def answer_what_came_before(reading: Reading, drafts: list[Draft], context: Context) -> None:
    """ "X shelled the town. Y retaliated": an answer that does not say to what is one to the other side's last act."""
    for draft in drafts:
        words = _answering_words(reading, draft) if draft.type in ANSWERS and not draft.cues else None
        earlier = _answered(reading, draft, context) if words is not None else None
        if words is None or earlier is None:
            continue
        base, line = reading.sentence.start, reading.line
        start, end = line.start[words[0]], line.end[words[1]]
        cue = ResponseCue(cue=line.text[start:end], start=base + start, end=base + end, antecedent=earlier.trigger)
        draft.cues = (cue,)
        draft.reasons.append(f"It answers the act told before it because the text says '{cue.cue}'.")


def _answering_words(reading: Reading, draft: Draft) -> tuple[int, int] | None:
    """The tokens that say the act is an answer: its verb, the verb that governs it, or a bare "in response"."""
    line, first = reading.line, draft.trigger.first
    for i in range(draft.trigger.last, max(-1, first - _VERB_REACH), -1):
        if line.tag[i] == "v" and line.lemma[i] in reading.status["respond"]:
            return i, i
    for i, said in reading.phrases.items():
        for phrase, kind in said:
            if kind == "reply":
                low_, high = min(i, first), max(i, draft.trigger.last)
                return (i, i + len(phrase) - 1) if ";" not in line.words[low_:high] else None
    return None


def _answered(reading: Reading, draft: Draft, context: Context) -> Mention | None:
    """The last act told before that the other side did: to the one who answers, or to somebody who is not named."""
    doers = {match.actor.code for match in draft.doer.actors}
    aims = {match.actor.code for match in draft.target.actors}
    for mention in reversed(context.previous[-_LOOK_BACK:]):
        if reading.sentence.start - mention.end > _REACH_CHARS:
            return None
        culprits, sufferers = codes_of(mention.initiators), codes_of(mention.targets)
        done = mention.type in ANSWERS and mention.status in ("happened", "alleged")
        turned = bool(culprits) and not culprits & doers and (not sufferers or bool(sufferers & doers))
        if done and doers and turned and (not aims or aims & culprits or sufferers & doers):
            return mention
    return None
