"""What events add up to: dyad index and chains. An event's hostility level stands in the type table."""

from timeline.escalation._chains import find_chains
from timeline.escalation._dyads import DyadRow, dyad_index

__all__ = ["DyadRow", "dyad_index", "find_chains"]
