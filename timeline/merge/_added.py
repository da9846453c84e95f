"""Events that people add by hand: each becomes a report of its own, which the machine never joins to another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from timeline.lexicon.types import TypeTable
from timeline.merge._edits import edited_value
from timeline.model import TOLLS, UNDATED, Article, Decision, Event, Mention, Span

# The part of an added decision's `change` that says where its sentence stands; the rest are fields of the event.
PLACE_FIELDS = frozenset({"article", "start", "end", "quote"})


@dataclass(frozen=True, slots=True)
class Added:
    """Reports added by hand; `gone` are ids of those whose sentence is not in the case, `unusable` of decisions."""

    mentions: tuple[Mention, ...] = ()
    gone: frozenset[str] = frozenset()
    unusable: Mapping[str, str] = field(default_factory=dict)


def added_reports(decisions: Sequence[Decision], articles: Mapping[str, Article], types: TypeTable) -> Added:
    """A report for each standing `add`, and what is wrong with those that cannot be followed."""
    mentions: list[Mention] = []
    gone: set[str] = set()
    unusable: dict[str, str] = {}
    for decision in decisions:
        if decision.verdict != "add":
            continue
        given = dict(decision.change)
        if (given.get("type", ""), "") not in types:
            unusable[decision.id] = "type"
            continue
        mention = _bare(decision, given, articles, types)
        if given.get("quote") and not mention.text:
            gone.add(mention.id)
        mention, bad = _filled(mention, decision, types)
        if bad:
            unusable[decision.id] = bad
        mentions.append(mention)
    return Added(tuple(mentions), frozenset(gone), unusable)


def check_added(decision: Decision, types: TypeTable) -> str:
    """The name of a field of an `add` that cannot be used, "" if all can."""
    given = dict(decision.change)
    if (given.get("type", ""), "") not in types:
        return "type"
    return _filled(_bare(decision, given, {}, types), decision, types)[1]


def check_edit(decision: Decision, types: TypeTable) -> str:
    """The name of a field of an `edit` that means nothing to any event, "" if all do.

    A day that is only wrong beside the event's other day is found by the build.
    """
    given = dict(decision.change)
    type_ = given.get("type", "")
    if type_ and (type_, "") not in types:
        return "type"
    event = _blank(_bare(decision, {"type": type_ or types.types[0]}, {}, types), types)
    for name, value in decision.change:
        if name == "mode" and not type_:
            # Whether it is a mode of the event's own type, only the event can say.
            usable = not value or any(mode == value for _, mode in types.rows)
        else:
            changed = edited_value(event, name, value, types)
            usable, event = changed is not None, changed or event
        if not usable:
            return name
    return ""


def _bare(decision: Decision, given: Mapping[str, str], articles: Mapping[str, Article], types: TypeTable) -> Mention:
    span = _find(given, articles)
    row = types.row(given["type"])
    return Mention(
        id=decision.hand_id,
        article_id=given["article"] if span else "",
        start=span.start if span else 0,
        end=span.end if span else 0,
        text=span.of(articles[given["article"]].text) if span else "",
        trigger=span or Span(0, 0),
        type=row.type,
        quad=row.quad,
        intensity=row.intensity,
        when=UNDATED,
        kind="hand",
        confidence=1.0,
        reasons=(f"Added by {decision.who} on {decision.when}.",),
    )


def _find(given: Mapping[str, str], articles: Mapping[str, Article]) -> Span | None:
    """Where the quoted sentence stands: at its offsets, or where an edited article has it now, if once only."""
    article = articles.get(given.get("article", ""))
    quote = given.get("quote", "")
    if article is None or not quote:
        return None
    start = int(given["start"]) if given.get("start", "").isascii() and given.get("start", "").isdigit() else 0
    if article.text[start : start + len(quote)] == quote:
        return Span(start, start + len(quote))
    found = article.text.find(quote)
    only = found >= 0 and article.text.find(quote, found + 1) < 0
    return Span(found, found + len(quote)) if only else None


def _filled(mention: Mention, decision: Decision, types: TypeTable) -> tuple[Mention, str]:
    """The report with every given field set, and the name of one that could not be."""
    event = _blank(mention, types)
    bad = ""
    for name, value in decision.change:
        if name in PLACE_FIELDS or name == "type" or not value:
            continue
        changed = edited_value(event, name, value, types)
        event, bad = (changed, bad) if changed is not None else (event, name)
    return (
        replace(
            mention,
            mode=event.mode,
            intensity=event.intensity,
            initiators=event.initiators,
            targets=event.targets,
            status=event.status,
            when=event.when,
            place=event.place,
            **{what: getattr(event, what) for what in TOLLS},
        ),
        bad,
    )


def _blank(mention: Mention, types: TypeTable) -> Event:
    """The event that this report alone makes, for its fields to be set on."""
    return Event(
        id="",
        label="",
        type=mention.type,
        mode=mention.mode,
        quad=mention.quad,
        intensity=mention.intensity,
        level=types.row(mention.type).level,
        initiators=(),
        targets=(),
        symmetric=False,
        status=mention.status,
        status_words="",
        claimed_by=None,
        attribution="",
        when=mention.when,
        place=None,
        killed=None,
        injured=None,
        captured=None,
        displaced=None,
        munitions=None,
        mentions=(mention,),
        n_reports=0,
        n_sources=0,
        confidence=mention.confidence,
    )
