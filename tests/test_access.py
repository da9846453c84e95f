"""Who may write decisions, and who may not."""

import pytest

from timeline.access import Visitor, authorise

EDITORS = ("ada@example.org", "Ben@Example.org")


@pytest.mark.parametrize(
    ("visitor", "may_edit", "ground", "name"),
    [
        (Visitor(), False, "reading", ""),
        (Visitor(near=True), False, "reading", ""),
        (Visitor(local="Ada", near=True), True, "local", "Ada"),
        (Visitor(local="Ada", near=False), False, "remote", "Ada"),
        (Visitor(signed_in="ada@example.org"), True, "listed", "ada@example.org"),
        (Visitor(signed_in="BEN@example.org"), True, "listed", "BEN@example.org"),
        (Visitor(signed_in="eve@example.org"), False, "unlisted", "eve@example.org"),
        (Visitor(signed_in="eve@example.org", local="Ada", near=True), False, "unlisted", "eve@example.org"),
    ],
)
def test_who_may_edit(visitor, may_edit, ground, name):
    """The only user of a server started for editing, or a signed-in editor of the case; a login outranks the start."""
    access = authorise(EDITORS, visitor)
    assert (access.may_edit, access.ground, access.name) == (may_edit, ground, name)


def test_an_empty_list_lets_nobody_in():
    """A case that names no editors has none."""
    assert not authorise((), Visitor(signed_in="ada@example.org")).may_edit
