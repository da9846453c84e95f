import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import ArticleError
from timeline.ingest._frontmatter import split_front_matter


def test_a_head_is_read_and_taken_off():
    """Names are lower case, values as YAML has them, and the body begins after the head."""
    head, body = split_front_matter("---\nTitle: A\npublished: 2024-05-03\n---\n\nThe body.\n---\nmore")
    assert head["title"] == "A"
    assert str(head["published"]) == "2024-05-03"
    assert body == "The body.\n---\nmore"


@pytest.mark.parametrize(
    "text", ["The body.", "", "---", "---\n\nA rule above a text that has no head.", "--- x\na: b\n---\n"]
)
def test_no_head_is_no_head(text):
    """A text without a head is all body."""
    assert split_front_matter(text) == ({}, text)


def test_an_empty_head_gives_nothing():
    """A head without names is read as nothing."""
    assert split_front_matter("---\n---\nThe body.") == ({}, "The body.")


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: [a\n---\nx",
        "---\n- a\n- b\n---\nx",
        "---\na: &x [1]\nb: *x\n---\nx",
        "---\na: &x b\n---\nx",
        "---\na: !!python/object:os.system x\n---\nx",
        "---\ntitle: a\nno end of it",
        "---\ntitle: " + "a" * 70_000 + "\n---\nx",
        "---\na: " + "[" * 5_000 + "\n---\nx",
        "---\na: " + "[" * 3_000 + "]" * 3_000 + "\n---\nx",
        "---\nd: 2024-99-99\n---\nx",
        "---\n? [a]\n: {}\n? {a: b}\n: c\n---\nx",
    ],
)
def test_bad_heads_are_refused(text):
    """Broken, endless, growing, deep or strange heads are refused with a reason."""
    with pytest.raises(ArticleError) as caught:
        split_front_matter(text)
    assert caught.value.subject == "front matter"


@given(st.text(alphabet="-a:&*[]{}!?|> \n'\"#%@2024", max_size=120))
def test_no_head_breaks_the_reader(text):
    """Any head is read or refused."""
    with contextlib.suppress(ArticleError):
        head, _ = split_front_matter("---\n" + text)
        assert all(isinstance(name, str) for name in head)


def test_a_colon_in_a_title_needs_no_quotes():
    """As people write it by hand: each line is a name and a text."""
    head, body = split_front_matter('---\ntitle: UN: dozens killed\nurl: "https://example.org/a"\n---\nThe body.')
    assert head == {"title": "UN: dozens killed", "url": "https://example.org/a"}
    assert body == "The body."


@pytest.mark.parametrize(
    "line", ["tags: [a: b", "- item: of: a list", "title: a: b\ntitle: c: d", "just: words: no\nname"]
)
def test_what_is_neither_yaml_nor_plain_lines_is_refused(line):
    """A list, a nested value, a name given twice or a line without a name is not guessed at."""
    with pytest.raises(ArticleError, match="front matter"):
        split_front_matter(f"---\n{line}\n---\nThe body.")
