"""A case is a folder; its settings are checked and named when wrong."""

import pytest

from timeline.case import read_case
from timeline.errors import CaseError
from timeline.settings import DEFAULT_CASE


def test_a_plain_folder_is_a_case_named_after_itself(tmp_path):
    """A person's own folder of articles needs no settings."""
    case = read_case(tmp_path)
    assert (case.title, case.articles, case.timezone) == (tmp_path.name, tmp_path, "UTC")


def test_articles_are_looked_for_in_their_own_folder(tmp_path):
    """A case keeps its articles apart from its builds."""
    (tmp_path / "articles").mkdir()
    assert read_case(tmp_path).articles == tmp_path / "articles"


def test_a_folder_called_lexicon_needs_no_setting(tmp_path):
    """A person who adds `lexicon/actors.csv` to a folder of articles has it read."""
    (tmp_path / "lexicon").mkdir()
    assert read_case(tmp_path).lexicons == (tmp_path / "lexicon",)


def test_the_bundled_case_can_be_read():
    """The case shown on first start has a title, a zone and a lexicon folder."""
    case = read_case(DEFAULT_CASE)
    assert case.title
    assert [path.name for path in case.lexicons] == ["lexicon"]


@pytest.mark.parametrize(
    ("toml", "named"),
    [
        ("titel = 'x'", "titel"),
        ("title = 3", "title"),
        ("languages = 'en'", "languages"),
        ("timezone = 'Mars/Olympus'", "timezone"),
        ("timezone = '../etc/passwd'", "timezone"),
        ("lexicons = ['../..']", "lexicons"),
        ("lexicons = ['absent']", "lexicons"),
        ("parse = 'no'", "parse"),
        ("title = ", "case.toml"),
    ],
)
def test_a_bad_setting_is_named(tmp_path, toml, named):
    """The error says which setting cannot be used."""
    (tmp_path / "case.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(CaseError, match=named):
        read_case(tmp_path)


def test_a_missing_folder_is_named(tmp_path):
    """A path that is no folder is refused by name."""
    with pytest.raises(CaseError, match="nowhere"):
        read_case(tmp_path / "nowhere")
