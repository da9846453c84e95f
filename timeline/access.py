"""Who may write decisions: the only user of a server started for editing, or a signed-in user on the case's list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.model import Access


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Who asks, as the server knows them, never as they say themselves.

    `signed_in` is the e-mail address or name that a login or a trusted proxy vouches for; `local` the editor's name
    of a server started for editing; `near` whether the request came straight from this machine.
    """

    signed_in: str = ""
    local: str = ""
    near: bool = False


def authorise(editors: Sequence[str], visitor: Visitor) -> Access:
    """What the visitor may do; a login outranks the server's start, so that one behind a proxy is no open door."""
    if visitor.signed_in:
        listed = visitor.signed_in.casefold() in {editor.casefold() for editor in editors}
        return Access(name=visitor.signed_in, may_edit=listed, ground="listed" if listed else "unlisted")
    if not visitor.local:
        return Access(ground="reading")
    return Access(name=visitor.local, may_edit=visitor.near, ground="local" if visitor.near else "remote")
