"""The build before tells which reports each of its ids stood for."""

from tests.builders import make_article, make_event, make_mention
from timeline.store import BuildContents, read_lineage, write_build


def test_a_case_without_a_build_has_no_lineage(tmp_path):
    """The first build redirects nothing."""
    lineage = read_lineage(tmp_path)
    assert (lineage.mentions, lineage.redirects) == ({}, ())


def test_the_lineage_names_the_reports_of_every_event(tmp_path):
    """Event ids, their mention ids, and the redirects in force."""
    event = make_event("e1", mentions=[make_mention(id="m1")])
    contents = BuildContents(events=(event,), articles=(make_article(),), redirects=(("e0", "e1"),))
    write_build(tmp_path, contents, build_id="b1")
    lineage = read_lineage(tmp_path)
    assert lineage.mentions == {"e1": ("m1",)}
    assert lineage.redirects == (("e0", "e1"),)
