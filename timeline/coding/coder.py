"""A sentence becomes mentions: who did what to whom, when, where, how many, asserted how."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from timeline.coding._context import Context, actors_of
from timeline.coding._cues import link_acts
from timeline.coding._dating import date_acts
from timeline.coding._drafts import Draft, draft_acts, trigger_text
from timeline.coding._filters import keep_acts, statement_draft
from timeline.coding._modes import settle_modes
from timeline.coding._numbers import count_acts
from timeline.coding._pronouns import resolve_pronouns
from timeline.coding._reading import Reading, read_sentence
from timeline.coding._relations import relate_acts
from timeline.coding._sequel import carried_over
from timeline.coding._sides import sides_of
from timeline.coding._triggers import find_triggers
from timeline.coding._unify import unify
from timeline.coding.actors import ActorFinder
from timeline.coding.places import PlaceFinder, PlaceMatch
from timeline.coding.records import event_record
from timeline.lexicon.actions import ActionLexicon
from timeline.lexicon.actors import ActorLexicon
from timeline.lexicon.status_words import StatusLexicon
from timeline.lexicon.types import TypeTable
from timeline.model import UNDATED, AnchorHit, Article, Expression, Mention, Place, Sentence, Span, When
from timeline.settings import MAX_SENTENCE_CHARS

# Characters between a trigger and a place that may still be where it happened.
_PLACE_REACH = 120


class Coder:
    """Codes sentences with the lexicons it was given; keeps nothing between sentences."""

    def __init__(
        self,
        actors: ActorLexicon,
        actions: ActionLexicon,
        types: TypeTable,
        status: StatusLexicon,
        places: PlaceFinder | None = None,
    ) -> None:
        self._finder = ActorFinder(actors)
        self._actions = actions
        self._types = types
        self._status = status
        self._places = places

    def code(
        self,
        sentence: Sentence,
        *,
        expressions: Sequence[Expression] = (),
        anchors: Sequence[AnchorHit] = (),
        context: Context | None = None,
        sha256: str = "",
    ) -> tuple[Mention, ...]:
        """The mentions of one sentence, in the order of their triggers."""
        return self._step(sentence, expressions, anchors, context or Context(), sha256)[0]

    def code_article(
        self,
        article: Article,
        sentences: Sequence[Sentence],
        expressions: Sequence[Expression] = (),
        anchors: Sequence[AnchorHit] = (),
    ) -> tuple[Mention, ...]:
        """The mentions of an article; later sentences are read in the light of earlier ones."""
        context = Context(published=article.published)
        context = replace(context, states=context.tally(self._finder.find(article.title)))
        found: list[Mention] = []
        at_expression = at_anchor = 0
        for sentence in sentences:
            at_expression, here = _slice(expressions, at_expression, sentence)
            at_anchor, hits = _slice(anchors, at_anchor, sentence)
            mentions, context = self._step(sentence, here, hits, context, article.sha256)  # type: ignore[arg-type]
            found.extend(mentions)
        return tuple(found)

    def code_line(self, id: str, date: date | None, text: str) -> dict[str, object]:
        """One line of `code --jsonl` (ontology section 4): the acts that a single sentence reports."""
        sentence = Sentence(article_id=id, index=0, start=0, end=len(text), text=text)
        reading, drafts = self._drafts(sentence, Context(), date, single=True)
        kept = sorted(drafts, key=lambda draft: -draft.salience)[:1]
        records = []
        for draft in kept:
            mention = self._mention(reading, draft, UNDATED, "")
            records.append(event_record(mention, self._types, sides_of(reading, draft, self._finder)))
        return {"id": id, "events": records}

    def _step(
        self,
        sentence: Sentence,
        expressions: Sequence[Expression],
        anchors: Sequence[AnchorHit],
        context: Context,
        sha256: str,
    ) -> tuple[tuple[Mention, ...], Context]:
        found: list[Mention] = []
        for piece in _pieces(sentence):
            mentions, context = self._read(piece, expressions, anchors, context, sha256)
            found.extend(mentions)
        whole = (replace(m, start=sentence.start, end=sentence.end, text=sentence.text) for m in found)
        return tuple(found if len(sentence.text) <= MAX_SENTENCE_CHARS else whole), context

    def _read(
        self,
        sentence: Sentence,
        expressions: Sequence[Expression],
        anchors: Sequence[AnchorHit],
        context: Context,
        sha256: str,
    ) -> tuple[tuple[Mention, ...], Context]:
        published = context.published.interval
        reading, drafts = self._drafts(sentence, context, published.end if published else None, single=False)
        whens = date_acts(reading, drafts, expressions, anchors, context.published)
        whens = [carried_over(reading, d, when, context) for d, when in zip(drafts, whens, strict=True)]
        places = self._places.find(sentence.text) if self._places is not None and drafts else ()
        mentions = tuple(
            self._mention(reading, draft, when, sha256, places) for draft, when in zip(drafts, whens, strict=True)
        )
        return mentions, context.after(reading, mentions, expressions)

    def _drafts(
        self, sentence: Sentence, context: Context, on: date | None, *, single: bool
    ) -> tuple[Reading, list[Draft]]:
        people = self._finder.find(sentence.text, on=on)
        reading = read_sentence(sentence, people, self._actions, self._status)
        resolve_pronouns(reading, context, self._finder.state_of)
        triggers = find_triggers(reading, self._actions)
        drafts = unify(reading, draft_acts(reading, triggers))
        count_acts(reading, drafts)
        settle_modes(reading, drafts, self._actions)
        link_acts(reading, drafts)
        relate_acts(reading, drafts, context)
        kept = keep_acts(reading, drafts, self._actions.classes, single=single)
        if not kept:
            statement = statement_draft(reading)
            kept = [statement] if statement else []
        return reading, kept

    def _mention(
        self, reading: Reading, draft: Draft, when: When, sha256: str, places: Sequence[PlaceMatch] = ()
    ) -> Mention:
        sentence, line = reading.sentence, reading.line
        row = self._types.row(draft.type, draft.mode)
        start = sentence.start + line.start[draft.trigger.first]
        end = sentence.start + line.end[draft.trigger.last]
        key = f"{sha256 or sentence.article_id}\0{start}\0{end}\0{draft.type}"
        mention = Mention(
            id=hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16],
            article_id=sentence.article_id,
            start=sentence.start,
            end=sentence.end,
            text=sentence.text,
            trigger=Span(start, end),
            type=draft.type,
            mode=row.mode,
            quad=row.quad,
            intensity=row.intensity,
            initiators=actors_of(draft.doer.actors),
            targets=actors_of(draft.target.actors),
            symmetric=draft.symmetric,
            status=draft.status,
            status_words=draft.words,
            claimed_by=draft.claimed_by.actor if draft.claimed_by else None,
            when=when,
            place=_nearest_place(reading, draft, places),
            killed=draft.killed,
            injured=draft.injured,
            munitions=draft.munitions,
            responds=draft.cues,
            kind=sentence.kind,
            confidence=_confidence(draft),
            reasons=(
                f"'{trigger_text(reading, draft.trigger)}' names: {row.label}.",
                *dict.fromkeys(draft.reasons[1:]),
            ),
        )
        return _with_earlier(reading, draft, mention)


def _nearest_place(reading: Reading, draft: Draft, places: Sequence[PlaceMatch]) -> Place | None:
    """The place named nearest to the trigger."""
    start = reading.line.start[draft.trigger.first]
    near = min(places, key=lambda match: abs(match.start - start), default=None)
    return near.place if near is not None and abs(near.start - start) < _PLACE_REACH else None


def _pieces(sentence: Sentence) -> Iterator[Sentence]:
    """A sentence too long for the clause rules in pieces that end at a space, so that its cost stays linear."""
    text, at = sentence.text, 0
    while at < len(text):
        end = min(len(text), at + MAX_SENTENCE_CHARS)
        if end < len(text):
            space = text.rfind(" ", at, end)
            end = space + 1 if space > at else end
        yield replace(sentence, text=text[at:end], start=sentence.start + at, end=sentence.start + end)
        at = end


def _slice(items: Sequence[Expression] | Sequence[AnchorHit], at: int, sentence: Sentence) -> tuple[int, list[object]]:
    while at < len(items) and items[at].start < sentence.start:
        at += 1
    first = at
    while at < len(items) and items[at].start < sentence.end:
        at += 1
    return at, list(items[first:at])


def _with_earlier(reading: Reading, draft: Draft, mention: Mention) -> Mention:
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
        confidence=round(max(0.05, mention.confidence - 0.1), 2),
    )


def _confidence(draft: Draft) -> float:
    score = 0.45 + 0.18 * bool(draft.doer.actors) + 0.18 * bool(draft.target.actors)
    score += 0.08 * (draft.trigger.action.strength == "strong") - 0.12 * (draft.trigger.action.strength == "weak")
    score -= 0.08 * draft.target.located + 0.08 * draft.background + 0.1 * (draft.target.pronoun or draft.doer.pronoun)
    flagged = any(match.flag for match in (*draft.doer.actors, *draft.target.actors))
    return round(min(0.95, max(0.05, score - 0.3 * flagged)), 2)
