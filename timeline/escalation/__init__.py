"""Intensity, hostility level, dyad index and chains: what events add up to."""

from timeline.escalation._chains import find_chains
from timeline.escalation._dyads import DyadRow, dyad_index
from timeline.escalation._levels import hostility_level

__all__ = ["DyadRow", "dyad_index", "find_chains", "hostility_level"]
