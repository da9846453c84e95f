"""The optional parser: absent, pinned, or refused by name."""

import hashlib
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.coding import installed_parser, load_parser
from timeline.coding._parse import model_digest
from timeline.errors import ParserError
from timeline.lexicon import ParserModel, load_parser_model
from timeline.settings import LEXICON_DIR, ROOT

ABSENT = ParserModel(package="a_model_nobody_has", version="1.0", sha256="0" * 64)


def write_model(folder, package="a_copied_model", weights=b"weights"):
    """A package that holds one model folder, and the pin of exactly these files."""
    model = folder / package / f"{package}-1.0"
    (model / "parser").mkdir(parents=True)
    (folder / package / "__init__.py").write_text("", encoding="utf-8")
    (model / "config.cfg").write_bytes(b"[nlp]\n")
    (model / "parser" / "model").write_bytes(weights)
    return model, ParserModel(package=package, version="1.0", sha256=model_digest(model))


def test_a_model_that_is_not_installed_means_rules_only():
    """No parser, no error."""
    assert installed_parser(ABSENT) == ""
    assert load_parser(ABSENT) is None


def test_the_parser_of_this_machine_says_which_model_and_engine_it_is(parser):
    """The name that a build records holds both versions."""
    model = load_parser_model(LEXICON_DIR)
    assert parser.name == installed_parser(model)
    assert parser.name.startswith(f"{model.package} {model.version}, spaCy 3.8.")


def test_a_changed_model_file_is_refused_by_name(parser, tmp_path, monkeypatch):
    """One other byte in one file, and the model is named and not loaded."""
    model, pin = write_model(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    (model / "parser" / "model").write_bytes(b"weightz")
    with pytest.raises(ParserError, match=r"a_copied_model: is not the pinned model 1\.0"):
        load_parser(pin)


@pytest.mark.parametrize("change", ["added", "removed", "renamed"])
def test_an_added_a_missing_and_a_renamed_file_change_the_digest(tmp_path, change):
    """The pin covers which files there are, not only what they hold."""
    model, pin = write_model(tmp_path)
    if change == "added":
        (model / "extra").write_bytes(b"")
    elif change == "removed":
        (model / "config.cfg").unlink()
    else:
        (model / "config.cfg").rename(model / "config.txt")
    assert model_digest(model) != pin.sha256


def test_the_digest_can_be_made_by_hand(tmp_path):
    """Sorted paths, each with a NUL, its SHA-256 and a newline, as the table's header says."""
    _, pin = write_model(tmp_path)
    lines = [
        f"{name}\0{hashlib.sha256(content).hexdigest()}\n"
        for name, content in (("config.cfg", b"[nlp]\n"), ("parser/model", b"weights"))
    ]
    assert pin.sha256 == hashlib.sha256("".join(lines).encode()).hexdigest()


def test_nothing_imports_spacy_before_a_parser_is_loaded():
    """The rules start without the engine, installed or not."""
    program = "import sys, timeline.pipeline; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@given(st.lists(st.text(max_size=40), max_size=4))
@settings(max_examples=40, deadline=None)
def test_any_text_has_one_tree_whose_heads_are_its_own_tokens(parser, texts):
    """Empty texts, marks of direction, half surrogates: a tree each, offsets inside the text."""
    trees = parser.parse(texts)
    assert len(trees) == len(texts)
    for text, tree in zip(texts, trees, strict=True):
        assert all(0 <= head < len(tree.start) for head in tree.head)
        assert list(tree.start) == sorted(tree.start)
        assert all(0 <= start < len(text) for start in tree.start)


def test_a_batch_gives_the_trees_of_its_texts(parser):
    """Parsed together or one by one, the same heads and labels."""
    texts = ["Kenya attacked Somalia.", "The base that Uganda shelled lies in Sudan.", "Talks were held."]
    assert list(parser.parse(texts)) == [parser.parse([text])[0] for text in texts]
