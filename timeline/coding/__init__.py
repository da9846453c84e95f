"""A sentence, its times and the lexicon become mentions: who did what to whom, where, how many, asserted how."""

from timeline.coding._context import Context
from timeline.coding._parse import installed_parser, load_parser
from timeline.coding._strangers import gather_candidates
from timeline.coding._syntax import Parser
from timeline.coding.actors import ActorFinder, ActorMatch
from timeline.coding.coder import Coder
from timeline.coding.places import PlaceFinder

__all__ = [
    "ActorFinder",
    "ActorMatch",
    "Coder",
    "Context",
    "Parser",
    "PlaceFinder",
    "gather_candidates",
    "installed_parser",
    "load_parser",
]
