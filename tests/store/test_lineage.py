"""Which reports each published id stood for: known from the build before, and kept for good once it is retired."""

import pytest

from tests.builders import make_article, make_event, make_mention
from timeline.errors import BuildError
from timeline.store import BuildContents, read_lineage, read_retired, retire, write_build


def test_a_case_without_a_build_has_no_lineage(tmp_path):
    """The first build redirects nothing."""
    assert read_lineage(tmp_path) == {}


def test_the_lineage_names_the_reports_of_every_event(tmp_path):
    """Event ids and their mention ids."""
    event = make_event("e1", mentions=[make_mention(id="m1")])
    write_build(tmp_path, BuildContents(events=(event,), articles=(make_article(),)), build_id="b1")
    assert read_lineage(tmp_path) == {"e1": ("m1",)}


def test_a_retired_id_is_kept_with_its_reports(tmp_path):
    """A link two builds old still arrives, whatever becomes of the builds."""
    path = tmp_path / "retired.json"
    assert read_retired(path) == {}
    assert retire(path, {"old": ("m1",), "new": ("m2",)}, ["new"]) == {"old": ("m1",)}
    assert retire(path, {"new": ("m2",)}, ["newest"]) == {"new": ("m2",), "old": ("m1",)}
    assert read_retired(path) == {"new": ("m2",), "old": ("m1",)}


def test_nothing_is_written_where_nothing_is_retired(tmp_path):
    """A case that has lost no id has no such file."""
    assert retire(tmp_path / "retired.json", {"e": ("m1",)}, ["e"]) == {}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", ["", "[]", '{"e": 3}', "\xff"])
def test_a_damaged_file_is_named(tmp_path, content):
    """What is no list of retired ids is not read as one."""
    path = tmp_path / "retired.json"
    path.write_text(content, encoding="latin-1")
    with pytest.raises(BuildError, match=r"retired\.json"):
        read_retired(path)
