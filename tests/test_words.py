"""The words of the screens: all there, said once, and the same shape in every language."""

import re
from string import Formatter

import pytest

from timeline.errors import LexiconError
from timeline.settings import ROOT
from timeline.ui import text
from timeline.words import ENGLISH, languages, read_words, say

SCREENS = [*(ROOT / "timeline" / "ui").glob("*.py"), *(ROOT / "pages").glob("*.py")]
_SPEAK = ("speech.py", *(f"ui/{name}.py" for name in ("chart_menu", "event_names", "reason_slots", "reasons")))
CHARTS = [*(ROOT / "timeline" / name for name in _SPEAK), *(ROOT / "timeline" / "figures").glob("*.py")]
# Words of both languages; the hint for a word in the evidence is English, as the articles are.
ALIKE = {
    "Accusation", "Article", "Articles", "Attribution", "Concession", "Date", "Dates", "Mobilisation", "Munitions",
    "PDF", "Phase", "Phases", "Sanction", "Source", "Sources", "TimelineJS", "Type", "Types", "accusation", "article",
    "articles", "boycott", "bridge", "concession", "destruction", "drone", "force", "munitions", "occupation",
    "phase", "phases", "sanction", "six", "source", "sources", "torture",
}  # fmt: skip


def _shape(words):
    if isinstance(words, dict):
        return {key: _shape(value) for key, value in words.items()}
    if isinstance(words, list):
        return [_shape(value) for value in words]
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


def test_every_name_a_screen_says_has_words_and_none_is_idle():
    """No screen asks for words that are not there, and no words wait for a screen that does not say them."""
    said = {name for path in SCREENS for name in re.findall(r"\btext\.([A-Z][A-Z_]*)\b", path.read_text("utf-8"))}
    # The sentence about a view stands in files too, and a language's name is said in that language.
    others = (ROOT / "timeline" / "sentences.py", ROOT / "timeline" / "ui" / "language.py")
    said |= {name for path in others for name in re.findall(r"\bsay\(\"([A-Z][A-Z_]*)\"", path.read_text("utf-8"))}
    # A chart that asked for words which are not there would fail in tests/figures/test_language.py.
    quoted = {name for path in CHARTS for name in re.findall(r"[\"']([A-Z_]+)[\"']", path.read_text("utf-8"))}
    said |= quoted & set(read_words(ENGLISH))
    # The menu names every page after its file.
    said |= {path.stem.upper() for path in (ROOT / "pages").glob("*.py")}
    assert said - {"LANGUAGE"} == set(read_words(ENGLISH))


@pytest.mark.parametrize("language", languages())
def test_a_translation_keeps_every_shape(language):
    """A translation has no name of its own and keeps each list's length, each mapping's codes and each brace."""
    english = read_words(ENGLISH)
    assert {name: _shape(words) for name, words in read_words(language).items()} == {
        name: _shape(english[name]) for name in read_words(language)
    }


def test_french_is_complete():
    """Every name has French words, so that the second language is proof that a third can be added."""
    assert set(read_words("fr")) == set(read_words(ENGLISH))


def _leaves(words):
    parts = words.values() if isinstance(words, dict) else words if isinstance(words, list) else None
    return [words] if parts is None else [leaf for part in parts for leaf in _leaves(part)]


def test_french_is_french():
    """What is said alike in both languages is a word of both, none that was forgotten."""
    pairs = [
        pair for name in read_words("fr") for pair in zip(*(_leaves(say(name, k)) for k in ("en", "fr")), strict=True)
    ]
    alike = {one for one, other in pairs if one == other and re.search(r"[A-Za-z]{3,}", re.sub(r"\{\w+\}", "", one))}
    assert alike <= ALIKE


def test_no_french_sign_begins_a_line():
    """A colon, a semicolon, a question mark and a quotation mark keep to their words by a space that does not break."""
    said = [leaf for name in read_words("fr") for leaf in _leaves(say(name, "fr"))]
    assert [leaf for leaf in said if re.search(r" [:;?!»]|« ", leaf)] == []


def test_what_a_language_lacks_is_said_in_english():
    """An unknown language, or a name it lacks, falls back to English."""
    assert say("OVERVIEW", "xx") == read_words(ENGLISH)["OVERVIEW"] == text.OVERVIEW


def test_a_name_nobody_knows_is_refused():
    """A misspelt name is an error, not an empty label."""
    with pytest.raises(AttributeError, match="NO_SUCH_WORDS"):
        say("NO_SUCH_WORDS")


def test_a_name_said_twice_is_named(tmp_path, monkeypatch):
    """Two files that say one name are named, whatever their order."""
    folder = tmp_path / "xx"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.yaml").write_text("TWICE: words\n", encoding="utf-8")
    monkeypatch.setattr("timeline.words.WORDS_DIR", tmp_path)
    with pytest.raises(LexiconError, match="TWICE"):
        read_words("xx")


def test_a_code_said_twice_is_named(tmp_path, monkeypatch):
    """Within a mapping too, nothing is lost to a second entry of one code."""
    folder = tmp_path / "yy"
    folder.mkdir()
    (folder / "a.yaml").write_text("ONE:\n  change: first\n  change: second\n", encoding="utf-8")
    monkeypatch.setattr("timeline.words.WORDS_DIR", tmp_path)
    with pytest.raises(LexiconError, match=r"a\.yaml"):
        read_words("yy")
