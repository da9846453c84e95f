"""Triggers with their roles and standing become drafts of mentions: type, status and claimant settled."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from timeline.coding._acts import act_of
from timeline.coding._complements import Roles
from timeline.coding._reading import NOBODY, Phrase, Reading, line_word, phrase_of
from timeline.coding._roles import find_roles, next_actor, yielded_to
from timeline.coding._salience import is_background, salience_of
from timeline.coding._second_opinion import settle_roles
from timeline.coding._status import standing_of
from timeline.coding._triggers import Trigger
from timeline.coding._verb_standing import Standing
from timeline.coding.actors import ActorMatch
from timeline.coding.places import PlaceMatch
from timeline.model import Count, Mention, ResponseCue, Status

_MUTUAL = frozenset(("CONSULT", "AGREE", "COOPERATE"))
# What is done "with" somebody is done by both; ties cut or talks broken off with somebody are not.
_TWO_SIDED = _MUTUAL | {"ASSAULT"}
_AUTHORITIES = frozenset(("government", "military", "metonym", "state"))
_CONDITIONAL = frozenset(("THREATEN", "REJECT", "PROTEST"))
_UNLESS = frozenset(("unless", "until", "till"))
_PAIR = 2
_TOPICS = frozenset(("on", "over", "about", "in", "at", "for", "of"))


@dataclass(slots=True)
class Draft:
    """A mention in the making; `salience` ranks the acts of one sentence, the greatest being what it reports."""

    trigger: Trigger
    type: str
    mode: str
    doer: Phrase
    target: Phrase
    status: Status = "happened"
    words: str = ""
    claimed_by: ActorMatch | None = None
    teller: ActorMatch | None = None
    saying: str = ""
    distant: bool = False
    symmetric: bool = False
    salience: float = 0.0
    background: bool = False
    governor: int = -1
    killed: Count | None = None
    injured: Count | None = None
    captured: Count | None = None
    displaced: Count | None = None
    munitions: Count | None = None
    cues: tuple[ResponseCue, ...] = ()
    reasons: list[str] = field(default_factory=list)
    earlier: Mention | None = None
    struck: PlaceMatch | None = None
    told: bool = False
    covers: tuple[int, ...] = ()
    strong: bool = False
    weak: bool = False
    opinion: float = 0.0

    @property
    def named(self) -> bool:
        """Whether any actor of the lexicon takes part."""
        return bool(self.doer.actors or self.target.actors)


def draft_acts(reading: Reading, triggers: list[Trigger]) -> list[Draft]:
    """One draft for each trigger whose act the text asserts, plans, alleges or denies."""
    owners = {i: trigger for trigger in triggers for i in range(trigger.first, trigger.last + 1)}
    found = []
    for trigger in triggers:
        standing = standing_of(reading, trigger, owners)
        draft = _settle(reading, trigger, standing)
        if draft is not None:
            found.append(draft)
    return found


def _settle(reading: Reading, trigger: Trigger, standing: Standing) -> Draft | None:
    kind = act_of(reading, trigger, standing)
    if kind is None:
        return None
    type_, status, note = kind
    roles = find_roles(reading, trigger)
    if "subj" in trigger.action.target:
        speaker = (
            phrase_of(reading, standing.speaker) if standing.told and standing.speaker >= 0 else signed_by(reading)
        )
        if speaker.first < 0:
            return None
        roles = replace(roles, doer=speaker, target=roles.doer)
    elif standing.fact == "ordered":
        roles = replace(roles, doer=phrase_of(reading, standing.speaker))
    doer, target = _complete(reading, trigger, roles, type_, standing)
    if doer is not roles.doer or target is not roles.target:
        roles = replace(roles, doer=doer, target=target)
    if standing.fact != "ordered":
        roles = settle_roles(reading, trigger, roles)
    doer, target = roles.doer, roles.target
    draft = Draft(trigger, type_, trigger.action.mode if type_ == trigger.action.type else "", doer, target, status)
    draft.strong = trigger.action.strength == "strong"
    draft.weak = trigger.action.strength == "weak"
    both = (type_ in _TWO_SIDED or _of_two(trigger)) and (roles.symmetric or target.first == doer.first)
    draft.symmetric = bool(target.actors) and (both or _each_other(doer, target))
    draft.governor = standing.governor if standing.governor >= 0 else roles.governor
    draft.told = standing.told
    draft.words = standing.words if status != "happened" else ""
    draft.reasons = [note, *roles.reasons] if note else list(roles.reasons)
    draft.opinion = roles.opinion
    _attribute(reading, draft, standing)
    draft.background = is_background(reading, trigger, roles)
    draft.salience = salience_of(reading, draft)
    return draft


def signed_by(reading: Reading) -> Phrase:
    """The name behind the dash of a set-off quotation ("…" – Name), or nobody."""
    line = reading.line
    dash = next((i for i in range(len(line) - 1, max(0, len(line) - 8), -1) if line.words[i] in "–—-"), -1)
    if dash < 1 or line.tag[dash - 1] not in '";' or dash + 1 >= len(line) or reading.clauses.at[dash + 1] < 0:
        return NOBODY
    return phrase_of(reading, reading.clauses.at[dash + 1])


def _complete(
    reading: Reading, trigger: Trigger, roles: Roles, type_: str, standing: Standing
) -> tuple[Phrase, Phrase]:
    """Both roles as acts of this type have them: from further on in the clause, both parts of a list, nobody twice."""
    doer, target = roles.doer, roles.target
    if (
        type_ not in {"ASSAULT", "PROTEST", "MOBILIZE", "RETREAT", "COOPERATE"}
        and not trigger.noun
        and not target.actors
    ):
        later = next_actor(reading, trigger, doer)
        if later.actors:
            target = replace(target, actors=later.actors, located=True) if target.first >= 0 else later
    if type_ in _CONDITIONAL and not target.actors:
        target = _addressee(reading, trigger, doer, target)
    if type_ == "CONCEDE" and not target.actors and not trigger.noun:
        target = yielded_to(reading, trigger, doer, target)
    if type_ in _MUTUAL | {"PROTEST"} and _is_scene(reading, trigger, target):
        if type_ == "PROTEST" and not doer.actors:
            doer = replace(doer, actors=target.actors, located=True)
        target = replace(target, actors=())
    if (
        is_mutual(trigger, type_)
        and len(doer.actors) > 1
        and (target.ids <= doer.ids or (len(doer.actors) == _PAIR and _topic(reading, target)))
    ):
        return replace(doer, actors=doer.actors[:1]), replace(doer, actors=doer.actors[1:])
    if (
        type_ == "THREATEN"
        and not doer.actors
        and reading.passive(trigger.head)
        and standing.told
        and standing.speaker >= 0
    ):
        doer = phrase_of(reading, standing.speaker)
    if target.actors and doer.actors and not target.pronoun:
        rest = tuple(m for m in target.actors if m.actor.id not in {d.actor.id for d in doer.actors})
        if target.located or rest:
            target = replace(target, actors=rest)
    if target.pronoun and target.ids <= doer.ids:
        target = replace(target, actors=())
    return doer, target


def _addressee(reading: Reading, trigger: Trigger, doer: Phrase, target: Phrase) -> Phrase:
    """ "will not end the strike until the ministry pays": who has to meet the condition is who is told."""
    line = reading.line
    for i in range(trigger.last + 1, len(line) - 1):
        if line.tag[i] == ";":
            return target
        if line.low[i] in _UNLESS and reading.clauses.at[i + 1] >= 0:
            other = phrase_of(reading, reading.clauses.at[i + 1])
            private = line.tag[other.first] in "ox" or line.tag[other.first] == "k"
            own = doer.ids & other.ids
            return target if private or own or not _is_party(reading, other) else other
    return target


def _is_party(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase names or describes somebody who can meet a condition."""
    words = reading.words_of(phrase)
    bodies = reading.status.any_of("generic", "organ", "people")
    return bool(phrase.actors) or any(word in bodies for word in words)


def _is_scene(reading: Reading, trigger: Trigger, target: Phrase) -> bool:
    """Whether a phrase only says where it was done ("met in Norland")."""
    index = reading.clauses.at[target.first] if target.actors else -1
    prep = reading.clauses.chunks[index].prep if index >= 0 else -1
    return prep > trigger.last and reading.line.low[prep] == "in" and all(match.as_place for match in target.actors)


def _topic(reading: Reading, target: Phrase) -> bool:
    """Whether a phrase tells what several parties agree or talk about, not with whom."""
    index = reading.clauses.at[target.first]
    prep = line_word(reading, reading.clauses.chunks[index].prep) if index >= 0 else ""
    return target.located or prep in _TOPICS


def _each_other(doer: Phrase, target: Phrase) -> bool:
    """Whether the same parties stand on both sides ("X and Y accused each other")."""
    ids = doer.ids
    return len(ids) > 1 and ids == target.ids


def _same_side(one: Phrase, other: Phrase) -> bool:
    """Whether an actor of one phrase belongs to the state or body of an actor of the other."""
    return bool({match.actor.code for match in one.actors} & {match.actor.code for match in other.actors})


def is_mutual(trigger: Trigger, type_: str) -> bool:
    """Whether several doers without another target do the act with each other ("X and Y clashed")."""
    return type_ in _MUTUAL or trigger.action.target[:1] == ("with",)


def _of_two(trigger: Trigger) -> bool:
    """ "X and Y signed a treaty", "restored ties with Y": coded as support, and done by both."""
    return trigger.action.type == "SUPPORT" and trigger.action.target[:1] == ("with",)


def _attribute(reading: Reading, draft: Draft, standing: Standing) -> None:
    """Who claims the act, where the text leaves it to somebody."""
    if standing.speaker < 0:
        return
    speaker = next(iter(phrase_of(reading, standing.speaker).actors), None)
    if not draft.doer.actors and draft.doer.first < 0 and _by_police(reading, draft, standing):
        draft.doer = phrase_of(reading, standing.speaker)
    elif not draft.doer.actors and speaker is not None and _own_forces(reading, draft.doer, standing, speaker):
        draft.doer = replace(draft.doer, actors=(speaker,))
    if draft.status == "denied" or standing.owned:
        denier = phrase_of(reading, standing.speaker)
        # "London denied that a British ship was struck": who denies that harm came to them denies no deed of theirs.
        if not draft.doer.actors and not _same_side(denier, draft.target):
            draft.doer = denier
        draft.claimed_by = speaker if standing.owned else None
        return
    others = {match.actor.code for match in draft.doer.actors}
    if draft.status == "alleged":
        if speaker is not None and speaker.actor.code in others and standing.told:
            draft.status, draft.words = "happened", ""
        else:
            draft.claimed_by = speaker or draft.claimed_by
        return
    claim = standing.told and draft.status == "happened" and draft.type in {"ASSAULT", "COERCE", "MOBILIZE"}
    if speaker is None:
        if claim and others and _told_by_others(reading, standing):
            draft.status = "alleged"
            draft.words = standing.words or _saying(reading, standing)
        return
    if claim:
        draft.distant = reading.line.lemma[standing.governor] == "claim"
        draft.teller, draft.saying = speaker, standing.words or _saying(reading, standing)
        draft.claimed_by = speaker if draft.distant and speaker.actor.code in others else None
    if claim and others and speaker.actor.code not in others:
        draft.status, draft.claimed_by = "alleged", speaker
        draft.words = standing.words or _saying(reading, standing)
        draft.reasons.append(
            f"It is alleged because {speaker.actor.name} says it of {draft.doer.actors[0].actor.name}."
        )


def _own_forces(reading: Reading, doer: Phrase, standing: Standing, speaker: ActorMatch) -> bool:
    """ "The Norish army said troops had …": bare forces in the words of a state's own authorities are its own."""
    index = reading.clauses.at[doer.first] if doer.first >= 0 else -1
    chunk = reading.clauses.chunks[index] if index >= 0 else None
    if chunk is None or not standing.told or speaker.kind not in _AUTHORITIES:
        return False
    words = reading.words_between(chunk.first, chunk.last)
    return words[-1] in reading.status["organ"] and set(words[:-1]) <= {"the", "its", "government"}


def _saying(reading: Reading, standing: Standing) -> str:
    verb = reading.line.words[standing.governor] if standing.governor >= 0 else "said"
    return f"{reading.text(phrase_of(reading, standing.speaker))} {verb}"


def _told_by_others(reading: Reading, standing: Standing) -> bool:
    """Whether the unknown speaker is somebody ("witnesses"), not a pronoun that may mean the doer himself."""
    phrase = phrase_of(reading, standing.speaker)
    return phrase.first >= 0 and reading.line.tag[phrase.first] != "o"


def _by_police(reading: Reading, draft: Draft, standing: Standing) -> bool:
    """ "Police said ten people were arrested": who reports an arrest without an agent has made it."""
    speaker = reading.clauses.chunks[standing.speaker]
    words = reading.words_between(speaker.first, speaker.last)
    told = standing.told and any(word in reading.status["jailer"] for word in words)
    return told and draft.type == "COERCE" and draft.mode == "arrest"
