"""Every knowledge table, read once and validated; a case may add actors, places and anchors of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.lexicon.actions import ActionLexicon, load_actions
from timeline.lexicon.actors import ActorLexicon, load_actors
from timeline.lexicon.anchors import Anchor, load_anchors
from timeline.lexicon.confidence import ConfidenceTable, load_confidence
from timeline.lexicon.furniture import FurnitureLexicon, load_furniture
from timeline.lexicon.grammar import Grammar, load_grammar
from timeline.lexicon.merge_weights import MergeWeights, load_merge_weights
from timeline.lexicon.parser_models import ParserModel, load_parser_model
from timeline.lexicon.places import PlaceLexicon, load_places
from timeline.lexicon.scales import ScaleRow, load_scales
from timeline.lexicon.status_words import StatusLexicon, load_status_words
from timeline.lexicon.time_words import TimeWords, load_time_words
from timeline.lexicon.types import TypeTable, load_types


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables together; each room is handed the ones it reads."""

    actors: ActorLexicon
    actions: ActionLexicon
    grammar: Grammar
    status: StatusLexicon
    types: TypeTable
    confidence: ConfidenceTable
    places: PlaceLexicon
    time_words: TimeWords
    anchors: tuple[Anchor, ...]
    furniture: FurnitureLexicon
    weights: MergeWeights
    scales: tuple[ScaleRow, ...]
    parser_model: ParserModel


def load_lexicon(lexicon_dir: Path, extra_dirs: Sequence[Path] = ()) -> Lexicon:
    """The tables of `lexicon_dir`, with the actors, places and anchors that `extra_dirs` add.

    Raises:
        LexiconError: naming file, line and column of the first bad cell.
    """
    return Lexicon(
        actors=load_actors(lexicon_dir, extra_dirs),
        actions=load_actions(lexicon_dir),
        grammar=load_grammar(lexicon_dir),
        status=load_status_words(lexicon_dir),
        types=load_types(lexicon_dir),
        confidence=load_confidence(lexicon_dir / "confidence.csv"),
        places=load_places(lexicon_dir, extra_dirs),
        time_words=load_time_words(lexicon_dir / "time_words.csv"),
        anchors=_load_anchors(lexicon_dir, extra_dirs),
        furniture=load_furniture(lexicon_dir / "furniture.csv"),
        weights=load_merge_weights(lexicon_dir),
        scales=load_scales(lexicon_dir),
        parser_model=load_parser_model(lexicon_dir),
    )


def _load_anchors(lexicon_dir: Path, extra_dirs: Sequence[Path]) -> tuple[Anchor, ...]:
    paths = [folder / "anchors.yaml" for folder in (lexicon_dir, *extra_dirs)]
    return tuple(anchor for path in paths if path == paths[0] or path.exists() for anchor in load_anchors(path))


def lexicon_files(lexicon_dir: Path, extra_dirs: Sequence[Path] = ()) -> Iterator[Path]:
    """Every table file, for whoever needs to know whether one has changed."""
    for folder in (lexicon_dir, *extra_dirs):
        yield from sorted(path for path in folder.iterdir() if path.suffix in {".csv", ".yaml"})


__all__ = [
    "ActionLexicon",
    "ActorLexicon",
    "Anchor",
    "ConfidenceTable",
    "FurnitureLexicon",
    "Grammar",
    "Lexicon",
    "MergeWeights",
    "ParserModel",
    "PlaceLexicon",
    "ScaleRow",
    "StatusLexicon",
    "TimeWords",
    "TypeTable",
    "lexicon_files",
    "load_lexicon",
    "load_parser_model",
]
