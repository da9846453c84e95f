"""Frozen values handed from room to room; knows nothing but the standard library."""

from timeline.model.article import Article, Block, BlockKind, Reject, Sentence, Span
from timeline.model.candidate import Candidate, UnknownName
from timeline.model.decision import Decision, Verdict
from timeline.model.event import (
    TOLLS,
    Actor,
    Count,
    Disagreement,
    Event,
    Mention,
    MergeReason,
    Place,
    QuadClass,
    Response,
    ResponseCue,
    Status,
)
from timeline.model.phase import Phase
from timeline.model.story import Story, StoryStep
from timeline.model.when import (
    UNDATED,
    UNPUBLISHED,
    AnchorHit,
    DateBasis,
    DateInterval,
    Expression,
    ExpressionType,
    Precision,
    Publication,
    PublishedBasis,
    When,
)

__all__ = [
    "TOLLS",
    "UNDATED",
    "UNPUBLISHED",
    "Actor",
    "AnchorHit",
    "Article",
    "Block",
    "BlockKind",
    "Candidate",
    "Count",
    "DateBasis",
    "DateInterval",
    "Decision",
    "Disagreement",
    "Event",
    "Expression",
    "ExpressionType",
    "Mention",
    "MergeReason",
    "Phase",
    "Place",
    "Precision",
    "Publication",
    "PublishedBasis",
    "QuadClass",
    "Reject",
    "Response",
    "ResponseCue",
    "Sentence",
    "Span",
    "Status",
    "Story",
    "StoryStep",
    "UnknownName",
    "Verdict",
    "When",
]
