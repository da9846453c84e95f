"""What events add up to: dyad index, chains, phases, threats that nothing followed.

An event's hostility level stands in the type table.
"""

from timeline.escalation._chains import find_chains
from timeline.escalation._dyads import DyadRow, dyad_index
from timeline.escalation._phases import find_phases
from timeline.escalation._threats import unfulfilled_threats

__all__ = ["DyadRow", "dyad_index", "find_chains", "find_phases", "unfulfilled_threats"]
