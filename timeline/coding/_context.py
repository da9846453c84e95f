"""What earlier sentences leave behind: whom a pronoun means, and which act "the strike" points back to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from timeline.coding._drafts import Draft
from timeline.coding._entries import Entry, entry_of
from timeline.coding._holders import introduced
from timeline.coding._reading import Reading, phrase_of
from timeline.coding.actors import ActorMatch
from timeline.model import UNPUBLISHED, Actor, Expression, Mention, Publication, When

_MEMORY = 12
_SIDES = 2
# What two sides do to each other; who only blames or asks somebody is not yet one of "the two sides".
_FACING = frozenset(("ASSAULT", "COERCE", "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "RETREAT"))
# What is done against the other side, whatever was signed with a third in between.
_HOSTILE = frozenset(("ASSAULT", "COERCE", "SANCTION", "THREATEN"))
_ORDINALS = frozenset(("first", "second", "third", "only", "most", "worst", "last", "another", "new", "any"))

# Times a state is named before an article counts as being about it.
_CLEAR = 2
# What is told with no more than its year is history in passing, seldom what "the attack" means.
_RECAPS = frozenset(("year", "decade"))
# An act that ended longer than this before publication is background, not the news.
_NEWS_DAYS = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is known before a sentence: the publication, the earlier mentions in order, and who was last spoken of.

    `told` is the last date that the sentence before names, `entry` the entry of a chronology that is being read.
    `group` are those whom the sentence before names as one subject ("X and Y"), `opponents` the two sides of the last
    act told between two, `rivals` those of the last hostile one; `holders` are the surnames of office holders of no
    named state. `stranger` says that the subject of the sentence before is a name that the lexicon does not know.
    """

    published: Publication = UNPUBLISHED
    previous: tuple[Mention, ...] = ()
    recent_actors: tuple[ActorMatch, ...] = ()
    organs: Mapping[str, ActorMatch] = field(default_factory=dict)
    states: Mapping[str, int] = field(default_factory=dict)
    told: When | None = None
    entry: Entry | None = None
    group: tuple[ActorMatch, ...] = ()
    opponents: tuple[ActorMatch, ...] = ()
    rivals: tuple[ActorMatch, ...] = ()
    stranger: bool = False
    holders: Mapping[str, ActorMatch] = field(default_factory=dict)

    @property
    def home(self) -> str:
        """The state an article is most about, where one is named clearly more than the next; else an empty string."""
        ranked = Counter(self.states).most_common(2)
        clear = bool(ranked) and ranked[0][1] >= _CLEAR and (len(ranked) < 2 or ranked[0][1] > ranked[1][1])
        return ranked[0][0] if clear else ""

    def called(self, organs: frozenset[str]) -> ActorMatch | None:
        """Whoever was named by one of these organs, the one first met last; None where nobody was."""
        return next((match for organ, match in reversed([*self.organs.items()]) if organ in organs), None)

    def entering(self, reading: Reading, expressions: Sequence[Expression]) -> Context:
        """The context for this sentence: an entry of a chronology goes on to the end of its block."""
        entry = entry_of(reading.sentence, expressions)
        if entry is None and self.entry is not None and self.entry.block == reading.sentence.block:
            entry = self.entry
        return self if entry is self.entry else replace(self, entry=entry)

    def after(self, reading: Reading, mentions: tuple[Mention, ...], expressions: Sequence[Expression] = ()) -> Context:
        """The context for the next sentence: subjects first, then the other actors named."""
        subjects = _subjects(reading)
        others = [match for match in reading.people if not match.as_place and match not in subjects]
        recent = {match.actor.id + match.actor.person: match for match in (*subjects, *others, *self.recent_actors)}
        hostile = [mention for mention in mentions if mention.type in _HOSTILE]
        return replace(
            self,
            previous=(*self.previous, *mentions)[-_MEMORY * 4 :],
            recent_actors=tuple(recent.values())[:_MEMORY],
            organs={**self.organs, **{match.head.split()[-1]: match for match in reading.people if match.head}},
            states=self.tally((*reading.told_from, *reading.people)),
            told=_last_told(reading, expressions),
            group=_joint_subject(reading),
            stranger=_stranger_acts(reading),
            opponents=_opponents(reading, mentions) or self.opponents,
            rivals=_opponents(reading, hostile, _HOSTILE) or self.rivals if hostile else self.rivals,
            holders={**self.holders, **introduced(reading)} if reading.resolved else self.holders,
        )

    def tally(self, people: tuple[ActorMatch, ...]) -> Mapping[str, int]:
        """How often each state has been named, itself or by those who belong to it."""
        states = dict(self.states)
        for match in people:
            if match.country:
                states[match.country] = states.get(match.country, 0) + 1
        return states


def _last_told(reading: Reading, expressions: Sequence[Expression]) -> When | None:
    first, last = reading.sentence.start, reading.sentence.end
    whens = [e.when for e in expressions if first <= e.start < last and e.when is not None and e.when.interval]
    return whens[-1] if whens else None


def _subjects(reading: Reading) -> list[ActorMatch]:
    found: list[ActorMatch] = []
    for index in dict.fromkeys(reading.subjects.values()):
        if index >= 0:
            chunk = reading.clauses.chunks[index]
            found.extend(m for m in reading.actors_between(chunk.first, chunk.last)[:1] if m in reading.people)
    return found


def _joint_subject(reading: Reading) -> tuple[ActorMatch, ...]:
    """The actors of the first subject that names several as one; none where a sole actor is the subject before it."""
    line = reading.line
    finite = (i for i in range(len(line)) if line.tag[i] in "vb" and line.form[i] != {"ing"})
    for verb in finite:
        phrase = phrase_of(reading, reading.subject(verb))
        if phrase.actors:
            return phrase.actors if len(phrase.actors) > 1 else ()
    return ()


def _stranger_acts(reading: Reading) -> bool:
    """Whether the first subject of a sentence is a name of nobody known: "it" and "he" behind it may mean him."""
    line = reading.line
    verb = next((i for i in range(len(line)) if line.tag[i] in "vb" and line.form[i] != {"ing"}), -1)
    index = reading.subject(verb) if verb >= 0 else -1
    if index < 0:
        return False
    chunk = reading.clauses.chunks[index]
    name = line.tag[chunk.last] == "P" and chunk.last > chunk.first and line.words[chunk.last][:1].isupper()
    return name and not phrase_of(reading, index).actors


def _opponents(
    reading: Reading, mentions: Sequence[Mention], types: frozenset[str] = _FACING
) -> tuple[ActorMatch, ...]:
    """The two sides of the last act of a sentence that one side does to one other, or two do together."""
    for mention in reversed(mentions):
        if (mention.type not in types and not mention.symmetric) or mention.status == "denied":
            continue
        if not mention.targets or _looks_back(reading, mention):
            continue
        ids = list(dict.fromkeys(actor.id for actor in (*mention.initiators, *mention.targets)))
        meant = (*reading.people, *(match for found in reading.resolved.values() for match in found))
        matches = {match.actor.id: match for match in meant if match.actor.id in ids}
        if mention.targets and len(ids) == _SIDES and len(matches) == _SIDES:
            return tuple(matches[id_] for id_ in ids)
    return ()


def _looks_back(reading: Reading, mention: Mention) -> bool:
    """ "the deadliest clash since X retook the town": an act that only says how long ago is not what is told of."""
    line = reading.line
    at = mention.trigger.start - reading.sentence.start
    before = [i for i in range(len(line)) if line.end[i] <= at]
    since = next((i for i in reversed(before) if line.low[i] == "since"), -1)
    return since >= 0 and "v" not in line.tag[since : len(before)]


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
        shared = bool(doers & codes_of(mention.initiators)) + bool(targets & codes_of(mention.targets))
        stem = word.rstrip("s")
        same_word = any(other.strip(".,;:'’”\"").rstrip("s").endswith(stem) for other in mention.text.lower().split())
        recap = _is_recap(mention, context)
        score = 2.0 * shared + 1.0 * same_word + 1.0 / (1 + age) - 0.75 * recap + _alike(draft, mention)
        if score > best_score and (shared or same_word or loose or not (doers or targets)):
            best, best_score = mention, score
    return best


def _is_recap(mention: Mention, context: Context) -> bool:
    """Whether an act was told with its year only or as long past: "the attack" is more often the news."""
    days, published = mention.when.interval, context.published.interval
    past = days is not None and published is not None and (published.start - days.end).days > _NEWS_DAYS
    return mention.when.precision in _RECAPS or past


def _alike(draft: Draft, mention: Mention) -> float:
    """Points for the same way of acting and the same toll, against for another toll."""
    same_way = 0.5 if draft.mode and draft.mode == mention.mode else 0.0
    if draft.killed is None or mention.killed is None:
        return same_way
    return same_way + (1.5 if draft.killed.bounds == mention.killed.bounds else -0.5)


def codes_of(actors: tuple[Actor, ...]) -> set[str]:
    """The codes of the actors of a role."""
    return {actor.code for actor in actors}


def _agrees(draft: Draft, mention: Mention, doers: set[str], targets: set[str]) -> bool:
    initiators, sufferers = codes_of(mention.initiators), codes_of(mention.targets)
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


def day_of(context: Context) -> date | None:
    """The day on which offices are held: the last of the publication interval."""
    published = context.published.interval
    return published.end if published else None
