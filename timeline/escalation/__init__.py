"""What events add up to: dyad index, chains and phases. An event's hostility level stands in the type table."""

from timeline.escalation._chains import find_chains
from timeline.escalation._dyads import DyadRow, dyad_index
from timeline.escalation._phases import find_phases

__all__ = ["DyadRow", "dyad_index", "find_chains", "find_phases"]
