"""What earlier sentences leave behind: whom a pronoun means, and which act "the strike" points back to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.coding._drafts import Draft
from timeline.coding._reading import Reading
from timeline.coding.actors import ActorMatch
from timeline.model import UNPUBLISHED, Actor, Mention, Publication, When

_MEMORY = 12
_ORGANISED = frozenset(("organisation", "armed_group", "party", "bloc", "military"))
_SINGULAR = frozenset(("it", "its", "itself", "they", "their", "them", "themselves"))
_PERSONAL = frozenset(("he", "she", "his", "her", "him", "himself", "herself"))
_ORDINALS = frozenset(("first", "second", "third", "only", "most", "worst", "last", "another", "new", "any"))
_FIRST_PERSON = frozenset(("we", "i", "our", "us", "my"))

# Characters between two sentences of one speech: a space or a line break, not a new section.
_SPEECH_GAP = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is known before a sentence: the publication, the earlier mentions in order, and who was last spoken of."""

    published: Publication = UNPUBLISHED
    previous: tuple[Mention, ...] = ()
    recent_actors: tuple[ActorMatch, ...] = ()

    def after(self, reading: Reading, mentions: tuple[Mention, ...]) -> Context:
        """The context for the next sentence: subjects first, then the other actors named."""
        subjects = _subjects(reading)
        others = [match for match in reading.people if not match.as_place and match not in subjects]
        recent = {match.actor.id + match.actor.person: match for match in (*subjects, *others, *self.recent_actors)}
        return replace(
            self, previous=(*self.previous, *mentions)[-_MEMORY * 4 :], recent_actors=tuple(recent.values())[:_MEMORY]
        )


def _subjects(reading: Reading) -> list[ActorMatch]:
    found: list[ActorMatch] = []
    for index in dict.fromkeys(reading.subjects.values()):
        if index >= 0:
            chunk = reading.clauses.chunks[index]
            found.extend(m for m in reading.actors_between(chunk.first, chunk.last)[:1] if m in reading.people)
    return found


def resolve_pronouns(reading: Reading, context: Context) -> None:
    """Give pronouns and definite phrases the actor they most likely mean; unresolved ones stay empty."""
    line = reading.line
    for i in range(len(line)):
        low = line.low[i]
        if low in _SINGULAR or low in _PERSONAL:
            match = _antecedent(reading, i, context, personal=low in _PERSONAL)
        elif low in _FIRST_PERSON and line.tag[i] in "ox":
            match = _speaker(reading, i, context)
        else:
            match = _definite(reading, i, context)
        if match is not None:
            reading.resolved[i] = (match,)


def _antecedent(reading: Reading, i: int, context: Context, *, personal: bool) -> ActorMatch | None:
    """The subject last named before the pronoun in its sentence, else the actor last spoken of."""
    line = reading.line
    before = [m for m in reading.people if m.end <= line.start[i] and not m.as_place and m.kind != "adjective"]
    if personal:
        before = [m for m in before if m.actor.person or m.kind == "person"] or [m for m in before if m.role]
    subjects = [m for m in before if _is_subject(reading, m, i)]
    if subjects:
        return subjects[-1]
    if before and not personal:
        return before[-1]
    pool = [m for m in context.recent_actors if not personal or m.actor.person or m.kind == "person"]
    return pool[0] if pool else None


def _speaker(reading: Reading, i: int, context: Context) -> ActorMatch | None:
    """ "We" and "our" are the speaker's: the subject of a reporting verb of the sentence, else who spoke last."""
    line = reading.line
    for verb in range(len(line)):
        if line.tag[verb] == "v" and line.low[verb] in reading.status["assert"]:
            subject = reading.subject(verb)
            if subject >= 0 and line.start[reading.clauses.chunks[subject].first] != line.start[i]:
                chunk = reading.clauses.chunks[subject]
                named = reading.actors_between(chunk.first, chunk.last)
                if named:
                    return named[0]
    return context.recent_actors[0] if context.recent_actors and reading.line.text[:1] in '"“«' else None


def _is_subject(reading: Reading, match: ActorMatch, before: int) -> bool:
    """Whether an actor heads the subject of a verb that stands before a token."""
    line, chunks = reading.line, reading.clauses.chunks
    for verb in range(before):
        if line.tag[verb] in "vb" and line.form[verb] != {"ing"}:
            index = reading.subject(verb)
            if index >= 0 and line.start[chunks[index].first] <= match.start < line.end[chunks[index].last]:
                return True
    return False


def _definite(reading: Reading, i: int, context: Context) -> ActorMatch | None:
    line = reading.line
    for words, kind in reading.status.phrases.get(line.low[i], ()):
        if kind not in {"group", "state", "office"} or tuple(line.low[i : i + len(words)]) != words:
            continue
        last = i + len(words) - 1
        if last + 1 < len(line) and (line.low[last + 1] == "of" or line.tag[last + 1] in "NP'"):
            return None
        if kind == "office":
            office = words[-1]
            held = [
                m
                for m in (*reversed([m for m in reading.people if m.end <= line.start[i]]), *context.recent_actors)
                if m.actor.person and office in f"{m.role} {m.text}".lower()
            ]
            return held[0] if held else None
        wanted = [m for m in context.recent_actors if (m.kind in _ORGANISED) == (kind == "group")]
        named = [
            m
            for m in reading.people
            if m.end <= line.start[i] and not m.as_place and (m.kind in _ORGANISED) == (kind == "group")
        ]
        return named[-1] if named else wanted[0] if wanted else None
    return None


def points_back(reading: Reading, draft: Draft) -> bool:
    """Whether an event noun is definite and so may point back to an act already told ("the largest attack" not)."""
    trigger = draft.trigger
    if not trigger.noun:
        answers = reading.line.lemma[trigger.head] in reading.status["respond"]
        return answers or any(_is_definite(reading, i, i) for i in draft.covers if reading.line.tag[i] in "NP")
    return _is_definite(reading, trigger.first, trigger.last)


def _is_definite(reading: Reading, first: int, last: int) -> bool:
    index = reading.clauses.at[first]
    words = reading.words_between(reading.clauses.chunks[index].first if index >= 0 else first, last)
    if any(word.endswith("est") or word in _ORDINALS for word in words):
        return False
    return words[0] in reading.status["definite"]


def earlier_act(draft: Draft, context: Context, word: str, *, loose: bool = False) -> Mention | None:
    """The earlier mention an act points back to: known actors must agree; shared actors and words first."""
    doers = {match.actor.code for match in draft.doer.actors}
    targets = {match.actor.code for match in draft.target.actors}
    best, best_score = None, 0.0
    for age, mention in enumerate(reversed(context.previous)):
        if (
            mention.type != draft.type
            or mention.status not in {"happened", "alleged"}
            or not _agrees(draft, mention, doers, targets)
        ):
            continue
        shared = bool(doers & _codes(mention.initiators)) + bool(targets & _codes(mention.targets))
        stem = word.rstrip("s")
        same_word = any(other.strip(".,;:'’”\"").rstrip("s").endswith(stem) for other in mention.text.lower().split())
        score = 2.0 * shared + 1.0 * same_word + 1.0 / (1 + age)
        if score > best_score and (shared or same_word or loose or not (doers or targets)):
            best, best_score = mention, score
    return best


def _codes(actors: tuple[Actor, ...]) -> set[str]:
    return {actor.code for actor in actors}


def _agrees(draft: Draft, mention: Mention, doers: set[str], targets: set[str]) -> bool:
    initiators, sufferers = _codes(mention.initiators), _codes(mention.targets)
    modes = {draft.mode, mention.mode}
    return (
        (not doers or not initiators or bool(doers & initiators))
        and (not targets or not sufferers or bool(targets & sufferers))
        and not (doers & sufferers or targets & initiators)
        and (len(modes - {""}) < 2 or _kin(modes))
        and bool(initiators or sufferers)
    )


def _kin(modes: set[str]) -> bool:
    return modes <= {"", "aerial", "drone", "heavy-weapons", "explosives"} or modes <= {"", "targeted", "explosives"}


def actors_of(matches: tuple[ActorMatch, ...]) -> tuple[Actor, ...]:
    """The actors of a role, each once."""
    return tuple({match.actor.id: match.actor for match in matches}.values())


def continued_speech(reading: Reading, draft: Draft, when: When, context: Context) -> When:
    """ "X said on Monday … He added that": words of a speech that goes on keep its day."""
    if when.basis != "publication" or not draft.told or not context.previous:
        return when
    before = context.previous[-1]
    goes_on = reading.line.tag[:1] == ["o"] and 0 <= reading.sentence.start - before.end <= _SPEECH_GAP
    same = {match.actor.code for match in draft.doer.actors} & _codes(before.initiators)
    if not (goes_on and same and before.when.basis in {"explicit", "relative"}):
        return when
    reason = f"The speech of the sentence before goes on, which is dated “{before.when.phrase}”."
    return replace(before.when, reason=reason)
