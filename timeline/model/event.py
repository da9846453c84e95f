"""Mentions (one sentence's report of an act) and Events (merged reports)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timeline.model.article import BlockKind, Span
from timeline.model.decision import Review
from timeline.model.when import UNDATED, When

Status = Literal["happened", "alleged", "planned", "threatened", "denied"]
# The sizes of an event, each a Count or None: people killed, injured, captured and driven from home; munitions used.
TOLLS = ("killed", "injured", "captured", "displaced", "munitions")
QuadClass = Literal[0, 1, 2, 3, 4]
# A mention of kind "hand" was added by a person; the machine never joins it to others.
MentionKind = BlockKind | Literal["hand"]
# reports: the machine found sentences. hand: a person named the sentence. none: a person added the event without one.
# gone: the sentence a person named is no longer in the case.
EvidenceBasis = Literal["reports", "hand", "none", "gone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Someone named in the text, resolved to the lexicon.

    `id` is the lexicon id of the state or organisation; `code` its ISO 3166 alpha-3 for states and those
    that act for them, else the lexicon id. `person` keeps a named spokesman or general who stands for it.
    """

    id: str
    name: str
    code: str
    text: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """A number with its uncertainty: `high` is None where the text gives only a floor ("at least")."""

    low: int
    high: int | None
    text: str = ""

    @property
    def bounds(self) -> tuple[int, int | None]:
        """The number without the words for it."""
        return self.low, self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place named in the text; coordinates are its reference point, never jittered."""

    name: str
    country: str = ""
    lat: float | None = None
    lon: float | None = None
    precision: Literal["city", "region", "country", "unknown"] = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseCue:
    """Words that say this act answers another ("in retaliation for"), and the words for that other act."""

    cue: str
    start: int
    end: int
    antecedent: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One report of one act in one sentence: `text == article_text[start:end]`.

    `signs` are what its confidence was weighed from (`data/lexicon/confidence.csv`).
    Only a report added by hand without evidence has no article and no text; its event's `evidence` says so.
    """

    id: str
    article_id: str
    start: int
    end: int
    text: str
    trigger: Span
    type: str
    mode: str = ""
    quad: QuadClass = 0
    intensity: float = 0.0
    initiators: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()
    symmetric: bool = False
    status: Status = "happened"
    status_words: str = ""
    claimed_by: Actor | None = None
    when: When = UNDATED
    place: Place | None = None
    killed: Count | None = None
    injured: Count | None = None
    captured: Count | None = None
    displaced: Count | None = None
    munitions: Count | None = None
    responds: tuple[ResponseCue, ...] = ()
    kind: MentionKind = "paragraph"
    confidence: float = 0.5
    signs: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """One value of a field on which reports differ, who gives it and how many do."""

    field: str
    value: str
    who: tuple[str, ...]
    n_reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeReason:
    """Why two mentions are one event: the pair, its score (0 to 1) and a sentence a reader can argue with."""

    mention_a: str
    mention_b: str
    score: float
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """Two events whose best pair of reports nearly made them one: score (0 to 1) and why."""

    event_a: str
    event_b: str
    mention_a: str
    mention_b: str
    score: float
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A link from a reaction to what it answers; `lag_days` is None where either date is unknown.

    `lag_days_max` is the longest lag the two intervals allow.
    """

    event_id: str
    responds_to: str
    basis: Literal["stated", "inferred"] = "stated"
    cue: str = ""
    mention_id: str = ""
    sentence: str = ""
    lag_days: int | None = None
    lag_days_max: int | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What its mentions together report (ontology section 5); `mentions` is never empty."""

    id: str
    label: str
    type: str
    mode: str
    quad: QuadClass
    intensity: float
    level: int
    initiators: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    symmetric: bool
    status: Status
    status_words: str
    claimed_by: Actor | None
    attribution: str
    when: When
    place: Place | None
    killed: Count | None
    injured: Count | None
    captured: Count | None
    displaced: Count | None
    munitions: Count | None
    mentions: tuple[Mention, ...]
    n_reports: int
    n_sources: int
    confidence: float
    reasons: tuple[str, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    merged_because: tuple[MergeReason, ...] = ()
    responses: tuple[Response, ...] = ()
    evidence: EvidenceBasis = "reports"
    reviewed: Review | None = None
    # Id of the last decision on its reports, undone or not: what a new decision on it must have seen.
    version: str = ""
