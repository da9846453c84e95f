"""The tagger: finds time expressions in one grammar pass and resolves them in text order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import replace
from datetime import date

from timeline.lexicon.actors import PersonEntry
from timeline.lexicon.anchors import Anchor
from timeline.lexicon.time_words import TimeWords
from timeline.model import AnchorHit, DateInterval, Expression, Publication, Sentence, Span
from timeline.times._anchors import AnchorIndex
from timeline.times._article import infer_publication
from timeline.times._blockers import is_blocked
from timeline.times._calendar import Reading
from timeline.times._case_events import CaseEvents
from timeline.times._constraints import make_cues
from timeline.times._forms_clock import CLOCK_RULES
from timeline.times._forms_counted import COUNTED_RULES
from timeline.times._forms_day import DAY_RULES
from timeline.times._forms_era import ERA_RULES, shift_back
from timeline.times._forms_explicit import EXPLICIT_RULES
from timeline.times._forms_other import MACROS, OTHER_RULES
from timeline.times._forms_period import PERIOD_RULES
from timeline.times._forms_quarter import QUARTER_RULES
from timeline.times._forms_relative import RELATIVE_RULES
from timeline.times._holidays import HOLIDAY_RULES, holiday_macros
from timeline.times._narrative import is_narrative
from timeline.times._offices import Offices
from timeline.times._offsets import ONLY_ANCHORED, Sources, count_from_event, without_event
from timeline.times._pattern import Context, Hit, Rule, compile_pattern, first_chars, literals_of
from timeline.times._ranges import join_range
from timeline.times._thread import REACH_NARRATIVE, REACH_NEWS, last_clock, last_dated, looks_back, told_before_christ
from timeline.times._tokens import Alphabet, Tokens
from timeline.times._told import ToldEvents
from timeline.times._whens import make_expressions
from timeline.times._yearless import find_dateline

_RULES: tuple[Rule, ...] = (
    *EXPLICIT_RULES,
    *ERA_RULES,
    *DAY_RULES,
    *PERIOD_RULES,
    *RELATIVE_RULES,
    *COUNTED_RULES,
    *QUARTER_RULES,
    *HOLIDAY_RULES,
    *CLOCK_RULES,
    *OTHER_RULES,
)


# Before a yearless day these make it the past one after a past verb; these join it to the date before them.
_LEADS, _LINKS = frozenset(("on", "from", "since", "between")), frozenset(("to", "until", "till", "through", "-", "--"))
_YEARLESS = frozenset(("explicit.month_day", "explicit.day_month"))
_NAMED = re.compile(r"\(\?P<\w+>")
# Characters around a yearless day in which the event it belongs to is looked for.
_ANCHOR_REACH = 80
# Characters of an article in which references are looked for before it is read again.
_SCANNED = 200_000
_HEAD_LINES = 8


class Tagger:
    """Time expressions, anchored events and publication dates of texts; holds no state between calls."""

    def __init__(self, words: TimeWords, anchors: tuple[Anchor, ...] = (), people: Iterable[PersonEntry] = ()) -> None:
        macros = {**MACROS, **holiday_macros(words)}
        patterns = [rule.pattern for rule in _RULES] + list(macros.values())
        self._alphabet = Alphabet(words, literals_of(patterns))
        sources = [compile_pattern(rule.pattern, self._alphabet, macros) for rule in _RULES]
        rules = [(rule, re.compile(source)) for rule, source in zip(_RULES, sources, strict=True)]
        self._starting: dict[str, list[tuple[Rule, re.Pattern[str]]]] = {}
        for source, rule in zip(sources, rules, strict=True):
            for char in first_chars(source):
                self._starting.setdefault(char, []).append(rule)
        # The first characters before each rule spare its optional parts where none of them can begin it.
        bare = [f"(?=[{''.join(first_chars(s))}])(?:{re.sub(_NAMED, '(?:', s)})" for s in sources]
        can_start = "".join(self._starting)
        self._any = re.compile(f"(?=[{can_start}])(?:{'|'.join(bare)})")
        self._anchors = AnchorIndex(anchors)
        self._offices = Offices(people)
        self._case: CaseEvents | None = None
        self._acts = {word: row.value for row in words.rows if row.class_ == "ACT" for word in row.words}
        self._cues = make_cues(words)
        self._quotes = re.compile(rf"\b(?:{'|'.join(words.of('QUOTES'))})\b")

    def with_case(self, case: CaseEvents) -> Tagger:
        """This tagger with the events of a case to count from; the grammar and the lexicon are shared."""
        other = copy(self)
        other._case = case
        return other

    def remembering(self) -> Tagger:
        """This tagger for one article: references to known events are looked for once, however often they are asked."""
        other = copy(self)
        other._anchors = self._anchors.remembering()
        return other

    def tag(
        self,
        text: str,
        *,
        document_date: DateInterval | None,
        narrative: bool | None = None,
        spans: Sequence[Span] | None = None,
    ) -> tuple[Expression, ...]:
        """Every time expression of the text, or of the given parts of it, in text order.

        An uncertain document date is resolved at both its ends; where they disagree the result spans both.
        `narrative` counts from the last date mentioned instead; None finds out whether the text is a history.
        """
        parts = [Span(0, len(text))] if spans is None else sorted(spans)
        tokens = (self._alphabet.tokenise(text, part.start, part.end) for part in parts)
        hits = [hit for part in tokens for hit in self._hits(part)]
        found = self._resolve_all(text, hits, document_date, narrative=bool(narrative))
        if narrative is None and is_narrative(found, document_date, quotes=self._quotes.search(text) is not None):
            found = self._resolve_all(text, hits, document_date, narrative=True)
        return tuple(found)

    def on_days(self, text: str) -> Callable[[DateInterval | None], tuple[Expression, ...]]:
        """The expressions of a news text by its document date: found once, resolved as often as it is asked."""
        hits = self._hits(self._alphabet.tokenise(text, 0, len(text)))
        other = self.remembering()
        return lambda document_date: tuple(other._resolve_all(text, hits, document_date, narrative=False))

    def _resolve_all(
        self, text: str, hits: list[tuple[Rule, Hit]], document_date: DateInterval | None, *, narrative: bool
    ) -> list[Expression]:
        """The second pass: what each match means, in text order, for each may count from those before it."""
        found: list[Expression] = []
        asides: set[int] = set()
        sources = Sources(self._anchors, ToldEvents(text, self._acts), self._case)
        for rule, hit in hits:
            for expression in self._resolve(rule, hit, document_date, narrative, found, asides):
                anchored = without_event(self._anchored(text, expression, document_date, sources, found))
                if anchored.rule not in ONLY_ANCHORED:
                    found.append(anchored)
                    join_range(text, found)
                    if narrative and looks_back(text, anchored):
                        asides.add(anchored.start)
        return found

    def find_anchors(self, text: str, *, offset: int = 0) -> tuple[AnchorHit, ...]:
        """Words that refer to known dated events of the anchors lexicon, in text order."""
        return self._anchors.find(text, offset)

    def needs(self, case: CaseEvents, text: str, *, undated: bool) -> bool:
        """Whether the case says more of a text than the lexicon: it counts from an event, or may be dated by one."""
        head = text[:_SCANNED]
        if case.answers(head):
            return True
        if undated and case.published is not None and any(map(find_dateline, head.split("\n")[:_HEAD_LINES])):
            return True
        return undated and any(hit.when.rule == "anchor.case" for hit in self.with_case(case).find_events(head))

    def find_events(self, text: str, *, offset: int = 0) -> tuple[AnchorHit, ...]:
        """References to known events and to those of the case, which tell when an article can have been written."""
        found = self.find_anchors(text, offset=offset)
        if self._case is None:
            return found
        known = {hit.when.interval for hit in found}
        return (*found, *(hit for hit in self._case.hits(text, offset) if hit.when.interval not in known))

    def date_article(self, sentences: Sequence[Sentence]) -> Publication:
        """When an undated article was published, as far as what it mentions tells."""
        around = self._case.published if self._case is not None else None
        return infer_publication(self, self._cues, self._offices, sentences, around)

    def _hits(self, tokens: Tokens) -> list[tuple[Rule, Hit]]:
        """Leftmost-longest rule matches that no blocker refuses, left to right."""
        hits: list[tuple[Rule, Hit]] = []
        position, classes = 0, tokens.classes
        while (first := self._any.search(classes, position)) is not None:
            best = self._longest(tokens, first.start())
            if best is not None:
                hits.append(best)
            position = best[1].end if best is not None else first.start() + 1
        return hits

    def _longest(self, tokens: Tokens, start: int) -> tuple[Rule, Hit] | None:
        """The longest match at this token that is not blocked; of equals the first rule."""
        found: list[tuple[int, Rule, re.Match[str]]] = []
        for rule, pattern in self._starting.get(tokens.classes[start], ()):
            match = pattern.match(tokens.classes, start)
            if match is not None and match.end() > start:
                found.append((match.end(), rule, match))
        for _, rule, match in sorted(found, key=lambda candidate: -candidate[0]):
            groups = {name: match.span(name) for name, part in match.groupdict().items() if part}
            hit = Hit(tokens, match.start(), match.end(), groups, self._alphabet.values)
            if not is_blocked(rule.name, hit):
                return rule, hit
        return None

    def _anchored(
        self,
        text: str,
        expression: Expression,
        document_date: DateInterval | None,
        sources: Sources,
        found: list[Expression],
    ) -> Expression:
        """ "the October 7 attack": a yearless day inside words for a known event of that day is that event's."""
        if expression.type == "DURATION":
            return count_from_event(text, expression, sources, found, document_date)
        when = expression.when
        if when is None or when.interval is None or expression.rule not in _YEARLESS or when.basis != "relative":
            return expression
        day = when.interval.start
        if (day.month, day.day) not in self._anchors.month_days:
            return expression
        low = max(expression.start - _ANCHOR_REACH, 0)
        for hit in self._anchors.find(text[low : expression.end + _ANCHOR_REACH], low):
            days = hit.when.interval
            inside = hit.start <= expression.start and expression.end <= hit.end
            if days is None or (document_date is not None and days.start > document_date.end):
                continue
            if inside and (days.start.month, days.start.day) == (day.month, day.day):
                edtf = days.start.isoformat()
                when = replace(hit.when, phrase=expression.text, rule="anchor.month_day")
                return replace(expression, value=edtf, when=when, rule="anchor.month_day")
        return expression

    def _resolve(
        self,
        rule: Rule,
        hit: Hit,
        document_date: DateInterval | None,
        narrative: bool,
        before: list[Expression],
        asides: set[int],
    ) -> tuple[Expression, ...]:
        thread = [e for e in before[-REACH_NARRATIVE if narrative else -REACH_NEWS :] if e.start not in asides]
        last, day, span = last_dated(thread, narrative=narrative)
        word = hit.tokens.words[hit.start - 1] if hit.start else ""
        linked = word in _LINKS and bool(before) and _ends_at(before[-1], hit.tokens.ends[hit.start - 2])
        context = Context(
            None,
            last,
            day,
            span,
            hit.future,
            narrative,
            on=word in _LEADS,
            ended=word == "ended",
            by=word == "by",
            joined=before[-1].rule if linked else "",
            told=thread[-1].value if thread else "",
            clock=last_clock(thread) if before else "",
        )
        ends: Sequence[date | None] = (None,)
        ancient = narrative and last is not None and told_before_christ(before)
        if ancient and last is not None:
            ends = (last.start,)
        elif document_date is not None:
            ends = sorted({document_date.start, document_date.end})
        readings = [reading for end in ends if (reading := _attempt(rule, hit, replace(context, ref=end)))]
        if len(readings) < len(ends):
            return ()
        if ancient:
            readings = [shift_back(reading) for reading in readings]
        return make_expressions(rule, hit, readings, document_date, narrative=narrative)


def _ends_at(expression: Expression, end: int) -> bool:
    return expression.end == end


def _attempt(rule: Rule, hit: Hit, context: Context) -> Reading | None:
    """The rule's reading; what lies outside the calendar is none, but a written 30 February is a date without a day."""
    try:
        return rule.resolve(hit, context)
    except (ValueError, OverflowError):
        return Reading("XXXX-XX-XX") if "m" in hit or "m2" in hit else None
