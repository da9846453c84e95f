"""Acts whose doer another word of the sentence names: what somebody tells of him is then his claim."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.coding._drafts import Draft

_LAID = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))


def claim_of_others(drafts: Iterable[Draft]) -> None:
    """ "Norland said five people had died in a Sudrian attack": said by Norland of Sudria, whom "attack" names."""
    for draft in drafts:
        teller = draft.teller
        if teller is None or draft.status != "happened" or draft.claimed_by is not None or draft.type not in _LAID:
            continue
        doers, victims = ({match.actor.code for match in one.actors} for one in (draft.doer, draft.target))
        laid = doers and teller.actor.code not in doers and teller.country not in doers
        # "X claimed that nine Norish soldiers were killed": the article keeps its distance, whoever did it.
        if laid or (draft.distant and not doers and teller.actor.code not in victims):
            draft.status, draft.claimed_by, draft.words = "alleged", teller, draft.saying
            whom = draft.doer.actors[0].actor.name if laid else "others"
            draft.reasons.append(f"It is alleged because {teller.actor.name} says it of {whom}.")
