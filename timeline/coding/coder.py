"""A sentence becomes mentions: who did what to whom, when, where, how many, asserted how."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from timeline.coding._acts import trigger_text
from timeline.coding._answers import answer_what_came_before
from timeline.coding._asking import Opened, ask_parser
from timeline.coding._charges import is_charge
from timeline.coding._confidence import signs_of
from timeline.coding._context import Context, actors_of, day_of
from timeline.coding._crowds import act_on_others, aim_at_the_doer, disown_crowds, disown_outlaws
from timeline.coding._cues import link_acts
from timeline.coding._datelines import without_dateline
from timeline.coding._dating import date_acts
from timeline.coding._drafts import Draft, draft_acts
from timeline.coding._exercises import share_exercises
from timeline.coding._filters import keep_acts, statement_draft
from timeline.coding._holders import call_by_surname
from timeline.coding._late_claims import claim_of_others
from timeline.coding._local_actors import LocalActors
from timeline.coding._masters import spare_masters
from timeline.coding._modes import settle_modes
from timeline.coding._numbers import count_acts
from timeline.coding._pieces import items_in, pieces
from timeline.coding._placed import place_victims
from timeline.coding._pronouns import resolve_pronouns
from timeline.coding._reading import Reading, read_sentence
from timeline.coding._relations import relate_acts, with_earlier
from timeline.coding._repeats import without_repeats
from timeline.coding._salience import rank_acts
from timeline.coding._sequel import carried_over
from timeline.coding._sides import sides_of
from timeline.coding._strangers import strangers_of, unknown_names
from timeline.coding._struck import place_struck
from timeline.coding._surnames import Surnames
from timeline.coding._syntax import Parser
from timeline.coding._totals import is_total
from timeline.coding._triggers import find_triggers
from timeline.coding._unify import unify
from timeline.coding._where import place_of
from timeline.coding.actors import ActorFinder
from timeline.coding.places import PlaceFinder, PlaceMatch
from timeline.coding.records import event_record
from timeline.lexicon.actions import ActionLexicon
from timeline.lexicon.actors import ActorLexicon
from timeline.lexicon.confidence import ConfidenceTable
from timeline.lexicon.status_words import StatusLexicon
from timeline.lexicon.types import TypeTable
from timeline.model import UNDATED, AnchorHit, Article, Expression, Mention, Sentence, Span, UnknownName, When
from timeline.settings import MAX_SENTENCE_CHARS

# Sentences opened, and parsed, at a time: bounds what an endless article holds in memory.
_BATCH = 64


class Coder:
    """Codes sentences with the lexicons it was given; keeps nothing between sentences.

    A `parser` gives a second opinion on roles where actors compete; `parse_alone` silences the rules (ablations).
    """

    def __init__(
        self,
        actors: ActorLexicon,
        actions: ActionLexicon,
        types: TypeTable,
        status: StatusLexicon,
        places: PlaceFinder | None = None,
        *,
        confidence: ConfidenceTable,
        parser: Parser | None = None,
        parse_alone: bool = False,
    ) -> None:
        self._finder = ActorFinder(actors)
        self._actions = actions
        self._types = types
        self._status = status
        self._places = places
        self._local = LocalActors(self._finder, places) if places is not None else None
        self._parser = parser
        self._parse_alone = parse_alone
        self._confidence = confidence

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
        context = context or Context()
        opened = self._open([sentence], day_of(context))
        return self._step(sentence, opened[0], expressions, anchors, context, sha256, [])[0]

    def code_article(
        self,
        article: Article,
        sentences: Sequence[Sentence],
        expressions: Sequence[Expression] = (),
        anchors: Sequence[AnchorHit] = (),
    ) -> tuple[Mention, ...]:
        """The mentions of an article; later sentences are read in the light of earlier ones."""
        return self.read_article(article, sentences, expressions, anchors)[0]

    def read_article(
        self,
        article: Article,
        sentences: Sequence[Sentence],
        expressions: Sequence[Expression] = (),
        anchors: Sequence[AnchorHit] = (),
    ) -> tuple[tuple[Mention, ...], tuple[UnknownName, ...]]:
        """The mentions of an article, and the names that act in it and that the lexicon does not know."""
        names: list[UnknownName] = []
        context = Context(published=article.published)
        context = replace(context, states=context.tally(self._finder.find(article.title)))
        found: list[Mention] = []
        at_expression = at_anchor = 0
        for sentence, opened in self._open_in_batches(sentences, context):
            at_expression, here = items_in(expressions, at_expression, sentence)
            at_anchor, hits = items_in(anchors, at_anchor, sentence)
            mentions, context = self._step(sentence, opened, here, hits, context, article.sha256, names)  # type: ignore[arg-type]
            found.extend(mentions)
        return without_repeats(found, sentences, article.text), tuple(names)

    def code_line(self, id: str, date: date | None, text: str) -> dict[str, object]:
        """One line of `code --jsonl` (ontology section 4): the acts that a single sentence reports."""
        sentence = Sentence(article_id=id, index=0, start=0, end=len(text), text=text)
        opened = self._open([sentence], date)[0]
        readings = [self._drafts(piece, Context(), single=True) for piece in opened]
        records = []
        for draft in rank_acts([draft for _, drafts in readings for draft in drafts])[:1]:
            reading = next(reading for reading, drafts in readings if any(one is draft for one in drafts))
            mention = self._mention(reading, draft, UNDATED, "")
            records.append(event_record(mention, self._types, sides_of(reading, draft, self._finder, self._places)))
        return {"id": id, "events": records}

    def _open_in_batches(
        self, sentences: Sequence[Sentence], context: Context
    ) -> Iterator[tuple[Sentence, list[Opened]]]:
        surnames = Surnames(self._finder)
        for at in range(0, len(sentences), _BATCH):
            batch = sentences[at : at + _BATCH]
            yield from zip(batch, self._open(batch, day_of(context), surnames), strict=True)

    def _open(
        self, sentences: Sequence[Sentence], on: date | None, surnames: Surnames | None = None
    ) -> list[list[Opened]]:
        """Each sentence in pieces, read as far as its triggers; the parser is asked once for all of them."""
        found = []
        for sentence in sentences:
            whole = len(sentence.text) <= MAX_SENTENCE_CHARS
            found.append([self._read(piece, on, surnames, whole=whole) for piece in pieces(sentence)])
        if self._parser is not None:
            ask_parser(self._parser, [one for opened in found for one in opened], alone=self._parse_alone)
        return found

    def _read(self, sentence: Sentence, on: date | None, surnames: Surnames | None, *, whole: bool) -> Opened:
        people, holders = self._finder.find_all(sentence.text, on=on)
        people = surnames.read(sentence.text, people) if surnames is not None else people
        people = self._local.find(sentence.text, people) if self._local is not None else people
        acting = without_dateline(sentence.text, people)
        reading = read_sentence(sentence, acting, self._actions, self._status)
        reading.told_from = tuple(match for match in people if match not in acting)
        reading.strangers = {(one.start, one.end): one.office for one in holders}
        triggers = find_triggers(reading, self._actions)
        reading.named_acts = tuple(trigger.first for trigger in triggers)
        accusing = (trigger for trigger in triggers if trigger.action.type == "ACCUSE" and not trigger.noun)
        reading.accusations = tuple(trigger.head for trigger in accusing)
        return Opened(reading, triggers, whole)

    def _step(
        self,
        sentence: Sentence,
        opened: Sequence[Opened],
        expressions: Sequence[Expression],
        anchors: Sequence[AnchorHit],
        context: Context,
        sha256: str,
        names: list[UnknownName],
    ) -> tuple[tuple[Mention, ...], Context]:
        found: list[Mention] = []
        for piece in opened:
            mentions, context = self._code(piece, expressions, anchors, context, sha256, names)
            found.extend(mentions)
        whole = (replace(m, start=sentence.start, end=sentence.end, text=sentence.text) for m in found)
        return tuple(found if len(sentence.text) <= MAX_SENTENCE_CHARS else whole), context

    def _code(
        self,
        opened: Opened,
        expressions: Sequence[Expression],
        anchors: Sequence[AnchorHit],
        context: Context,
        sha256: str,
        names: list[UnknownName],
    ) -> tuple[tuple[Mention, ...], Context]:
        opened.reading.note_times(expressions)
        reading, drafts = self._drafts(opened, context, single=False)
        context = context.entering(reading, expressions)
        whens = date_acts(reading, drafts, expressions, anchors, context.published, context.entry)
        whens = [carried_over(reading, d, when, context) for d, when in zip(drafts, whens, strict=True)]
        found = self._places_in(reading, drafts, context) if drafts else ()
        mentions = tuple(
            self._mention(reading, draft, when, sha256, found) for draft, when in zip(drafts, whens, strict=True)
        )
        names.extend(unknown_names(reading))
        return mentions, context.after(reading, mentions, expressions)

    def _drafts(self, opened: Opened, context: Context, *, single: bool) -> tuple[Reading, list[Draft]]:
        reading = opened.reading
        call_by_surname(reading, context.holders, self._finder.is_title)
        resolve_pronouns(reading, context, self._finder.state_of)
        drafts = unify(reading, draft_acts(reading, opened.triggers))
        claim_of_others(drafts)
        count_acts(reading, drafts)
        settle_modes(reading, drafts, self._actions)
        share_exercises(reading, drafts, self._actions, self._finder)
        spare_masters(reading, drafts)
        link_acts(reading, drafts)
        relate_acts(reading, drafts, context)
        answer_what_came_before(reading, drafts, context)
        if not single:
            aim_at_the_doer(reading, drafts)
            place_victims(reading, drafts, self._finder, self._places)
            if self._places is not None:
                place_struck(reading, drafts, self._finder, self._places, context.states)
            drafts = [d for d in drafts if not is_total(reading, d) and not is_charge(reading, d, drafts)]
        for span in strangers_of(reading, drafts, self._places):
            if not any(start < span[1] and span[0] < end for start, end in reading.strangers):
                reading.strangers[span] = ""
        kept = keep_acts(reading, drafts, self._actions.classes, single=single)
        if not kept:
            statement = statement_draft(reading)
            kept = [statement] if statement else []
        if not single:
            disown_crowds(reading, kept)
            disown_outlaws(reading, kept)
            act_on_others(reading, kept)
        reading.acts = len(kept)
        return reading, kept

    def _places_in(self, reading: Reading, drafts: Sequence[Draft], context: Context) -> tuple[PlaceMatch, ...]:
        if self._places is None:
            return ()
        found = self._places.find(reading.sentence.text, countries=context.states)
        return (*found, *(draft.struck for draft in drafts if draft.struck is not None))

    def _mention(
        self, reading: Reading, draft: Draft, when: When, sha256: str, places: Sequence[PlaceMatch] = ()
    ) -> Mention:
        sentence, line = reading.sentence, reading.line
        row = self._types.row(draft.type, draft.mode)
        start = sentence.start + line.start[draft.trigger.first]
        end = sentence.start + line.end[draft.trigger.last]
        key = f"{sha256 or sentence.article_id}\0{start}\0{end}\0{draft.type}"
        signs = signs_of(reading, draft, reading.acts)
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
            place=place_of(reading, draft, places),
            killed=draft.killed,
            injured=draft.injured,
            captured=draft.captured,
            displaced=draft.displaced,
            munitions=draft.munitions,
            responds=draft.cues,
            kind=sentence.kind,
            signs=signs,
            confidence=self._confidence.probability(signs),
            reasons=(
                f"'{trigger_text(reading, draft.trigger)}' names: {row.label}.",
                *dict.fromkeys(draft.reasons),
            ),
        )
        return with_earlier(reading, draft, mention)
