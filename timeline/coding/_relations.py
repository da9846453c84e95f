"""Acts of one sentence that say something about each other, or about an act told before."""

from __future__ import annotations

from dataclasses import replace

from timeline.coding._acts import trigger_text
from timeline.coding._context import Context, earlier_act, points_back
from timeline.coding._drafts import Draft
from timeline.coding._reading import NOBODY, Phrase, Reading, phrase_of
from timeline.coding.actors import ActorMatch
from timeline.model import Actor, Mention

_LAID = frozenset(("ASSAULT", "COERCE"))
_MAX_BLAME = 9
_PRESSURE = frozenset(("SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "ACCUSE"))
_VERBAL = frozenset(("THREATEN", "REJECT", "ACCUSE"))


def relate_acts(reading: Reading, drafts: list[Draft], context: Context) -> None:
    """Blamed acts get the accused as initiator, definite acts what was told of them, answers their addressee."""
    for draft in drafts:
        if draft.type == "ACCUSE":
            _blame(drafts, draft)
            _blame_for_which(reading, drafts, draft)
    for draft in drafts:
        if points_back(reading, draft) and not (draft.doer.actors and draft.target.actors):
            nouns = [i for i in draft.covers if reading.line.tag[i] in "NP"]
            at = nouns[-1] if nouns else draft.trigger.last
            draft.earlier = earlier_act(draft, context, reading.line.low[at], loose=_claims_own(draft))
        if draft.type == "CONSULT" and draft.trigger.noun and points_back(reading, draft):
            _interlocutor(draft, context)
    for draft in drafts:
        if draft.type == "ACCUSE" and draft.mode == "disapprove" and not draft.target.actors:
            _condemned(reading, drafts, draft)
        if draft.type == "REJECT" and not draft.target.actors:
            _turned_down(reading, draft)
        if draft.type == "THREATEN" and not draft.target.actors:
            _faced(reading, drafts, draft)
        if draft.cues:
            _address(reading, drafts, draft, context)
    _disclaim(reading, drafts)


def _claims_own(draft: Draft) -> bool:
    """Whether an act is claimed by who did it, or by whom the text lays it at nobody's door."""
    doers = {match.actor.code for match in draft.doer.actors}
    return draft.claimed_by is not None and (not doers or draft.claimed_by.actor.code in doers)


def _condemned(reading: Reading, drafts: list[Draft], accusation: Draft) -> None:
    """ "condemned the strikes": who struck, where the article has told it."""
    target, own = accusation.target, accusation.doer.ids
    if target.first < 0:
        return
    head = reading.clauses.chunks[reading.clauses.at[target.first]]
    act = next((d for d in drafts if d.trigger.noun and head.first <= d.trigger.head <= head.last), None)
    if act is None or act.status not in {"happened", "alleged"}:
        return
    earlier = act.earlier.initiators if act.earlier is not None else ()
    culprits = act.doer.actors or tuple(as_match(actor) for actor in earlier)
    if culprits and not own & {match.actor.id for match in culprits}:
        accusation.target = replace(target, actors=culprits, located=True)


def _turned_down(reading: Reading, refusal: Draft) -> None:
    """ "X said …, a charge that Y denies": Y turns down what X said."""
    line, at, first = reading.line, reading.clauses.at, refusal.doer.first
    if first < 1 or not refusal.doer.actors:
        return
    noun = first - 1 - (line.tag[first - 1] == "r")
    # "a charge Norland denies" is read as one phrase.
    words = [line.low[noun], *line.low[first : refusal.doer.last]]
    opened = reading.clauses.chunks[at[noun]].first if at[noun] >= 0 and noun < first - 1 else first
    if line.tag[opened - 1] != "," or not any(word in reading.status["hearsay"] for word in words):
        return
    speaker, own = _teller(reading, opened), refusal.doer.ids
    if speaker.actors and not own & speaker.ids:
        # What is turned down beside the news is turned down in the news, not long ago.
        refusal.target, refusal.background = replace(speaker, located=True), False


def _teller(reading: Reading, end: int) -> Phrase:
    """Whose words a sentence tells before a token: "according to X", else the subject of its first verb."""
    line, at = reading.line, reading.clauses.at
    named = next((i + 2 for i in range(end - 2) if line.low[i : i + 2] == ["according", "to"]), -1)
    if named > 0:
        return phrase_of(reading, at[named])
    verb = next((i for i in range(end) if line.tag[i] == "v" and line.form[i] != {"ing"}), -1)
    return phrase_of(reading, reading.subject(verb)) if verb >= 0 else NOBODY


def _faced(reading: Reading, drafts: list[Draft], threat: Draft) -> None:
    """ "X shut its border to Y and warned of war": a threat of force beside an act against Y is meant for Y."""
    last = threat.trigger.last
    force = reading.status.any_of("war", "respond").intersection(reading.line.low[last + 1 :])
    if not force and not any(i > last for i in reading.named_acts):
        return
    doers = threat.doer.ids
    for draft in drafts:
        before = draft.type in _PRESSURE and draft.trigger.last < threat.trigger.first
        if before and doers and draft.target.actors and doers == draft.doer.ids:
            threat.target = replace(draft.target, located=True)


def _interlocutor(draft: Draft, context: Context) -> None:
    """ "This call with X": the other side is the person the text has just spoken of."""
    if draft.doer.actors or not draft.target.actors:
        return
    ids = draft.target.ids
    person = next((m for m in context.recent_actors if m.actor.person and m.actor.id not in ids), None)
    if person is not None:
        draft.doer = Phrase(-1, -1, (person,), pronoun=True)
        draft.reasons.append(
            f"{person.actor.name} is taken for the other side: {person.text} was spoken of just before."
        )


def _blame(drafts: list[Draft], accusation: Draft) -> None:
    """ "X blamed Y for the raid": the raid is Y's, and X says so."""
    for draft in drafts:
        under = draft.governor == accusation.trigger.head and draft.status == "alleged"
        if draft is accusation or not under:
            continue
        nobody = not draft.doer.actors and (draft.doer.first < 0 or bool(accusation.target.actors))
        if nobody or (draft.doer.actors and draft.doer.actors == accusation.doer.actors):
            draft.doer = accusation.target
        if draft.target.actors == accusation.target.actors:
            draft.target = NOBODY
        if accusation.doer.actors:
            draft.claimed_by = accusation.doer.actors[0]


def _blame_for_which(reading: Reading, drafts: list[Draft], accusation: Draft) -> None:
    """ "A market was shelled, for which X blamed Y": the shelling is laid at Y's door by X."""
    line, at = reading.line, accusation.trigger.first
    which = next((i for i in range(at - 1, max(0, at - _MAX_BLAME), -1) if line.low[i] == "which"), -1)
    if which < 1 or line.low[which - 1] not in {"for", "over"} or not accusation.target.actors:
        return
    before = [d for d in drafts if d.trigger.last < which and d.type in _LAID and not d.doer.actors]
    if before and before[-1].status in {"happened", "alleged"}:
        act = before[-1]
        act.doer, act.status = accusation.target, "alleged"
        act.words = line.text[line.start[which - 1] : line.end[accusation.trigger.last]]
        act.claimed_by = next(iter(accusation.doer.actors), None)


def _address(reading: Reading, drafts: list[Draft], draft: Draft, context: Context) -> None:
    """The target of an answer is whoever did what it answers, not who suffered it."""
    start = reading.sentence.start
    for cue in draft.cues:
        answered = [
            d
            for d in drafts
            if d is not draft
            and cue.antecedent.start - start <= reading.line.start[d.trigger.first] < cue.antecedent.end - start
        ]
        inside = {
            m.actor.id
            for m in draft.target.actors
            if cue.antecedent.start - start <= m.start < cue.antecedent.end - start
        }
        if inside and draft.type in _VERBAL | {"ASSAULT"}:
            draft.target = NOBODY
        if draft.target.actors:
            continue
        culprit = next((d.doer for d in answered if d.doer.actors), NOBODY)
        earlier = next((d.earlier for d in answered if d.earlier is not None and d.earlier.initiators), None)
        if culprit.actors and culprit.actors != draft.doer.actors:
            draft.target = replace(culprit, located=True)
        elif earlier is not None and draft.earlier is None:
            draft.target = Phrase(-1, -1, tuple(as_match(actor) for actor in earlier.initiators), located=True)


def as_match(actor: Actor) -> ActorMatch:
    """An actor of an act told before, as if it were named here."""
    return ActorMatch(start=-1, end=-1, text=actor.text, actor=actor, kind="organisation")


def _disclaim(reading: Reading, drafts: list[Draft]) -> None:
    """ "X has not claimed responsibility": said beside the act that others lay at X's door."""
    line = reading.line
    for i, said in reading.phrases.items():
        for _, kind in said:
            if kind != "disclaim":
                continue
            negated = any(line.tag[j] == "n" or line.low[j] in {"neither", "no"} for j in range(max(0, i - 5), i))
            subject = phrase_of(reading, reading.subject(i)) if line.tag[i] == "v" else NOBODY
            if not negated or not subject.actors:
                continue
            for draft in drafts:
                if (
                    draft.type == "ASSAULT"
                    and draft.doer.actors
                    and draft.doer.actors[0].actor.id == subject.actors[0].actor.id
                ):
                    note = f"not claimed by {subject.actors[0].actor.name}"
                    draft.words = f"{draft.words}; {note}" if draft.words else note


def with_earlier(reading: Reading, draft: Draft, mention: Mention) -> Mention:
    """What a definite act lacks comes from the earlier mention it points back to."""
    earlier = draft.earlier
    if earlier is None:
        return mention
    words = trigger_text(reading, draft.trigger)
    reason = f"'{words}' points back to an act told earlier in the article, which gives what is missing here."
    own = mention.when.basis not in {"none", "publication"}
    hearsay = (
        not mention.initiators
        and bool(earlier.initiators)
        and earlier.status == "alleged"
        and mention.status == "happened"
    )
    if hearsay:
        mention = replace(mention, status="alleged", status_words=earlier.status_words, claimed_by=earlier.claimed_by)
    return replace(
        mention,
        initiators=mention.initiators or earlier.initiators,
        targets=mention.targets or earlier.targets,
        place=mention.place or earlier.place,
        mode=mention.mode or earlier.mode,
        when=mention.when if own else earlier.when,
        reasons=(*mention.reasons, reason),
    )
