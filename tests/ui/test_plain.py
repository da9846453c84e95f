"""Hostile text stays text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.cases import HOSTILE
from timeline.ui.plain import literal, plain, safe_link, visible


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("![x](http://a/b.png)", "\\!\\[x\\]\\(http:\u2060\\/\\/a\\/b\\.png\\)"),
        ("# title\n- item", "\\# title \\- item"),
        (":streamlit:", "\\:\u2060streamlit\\:"),
        ("a -> b", "a \\-\u2060\\> b"),
        ("", ""),
    ],
)
def test_markdown_is_escaped(text, wanted):
    """Every sign that Markdown or Streamlit reads is escaped or broken apart."""
    assert plain(text).replace("http\\:", "http:") == wanted


@given(st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_every_punctuation_sign_is_escaped(text):
    """No ASCII punctuation stands without a backslash, and everything is one line."""
    shown = plain(text)
    assert not re.search(r"[\n\r\t]", shown)
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", shown)
    assert not re.search(r"[!-/:-@\[-`{-~]", bare)


@given(st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_nothing_hides(text):
    """No bidirectional or control sign reaches the screen as itself."""
    assert not re.search(
        "[\u202a-\u202e\u2066-\u2069\u200e\u200f\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", visible(text)
    )


def test_a_long_text_is_cut():
    """A label has an end."""
    assert plain("a" * 500, limit=10) == "a" * 9 + "…"


def test_literal_text_is_isolated():
    """Evidence cannot turn the direction of what stands around it."""
    shown = literal(HOSTILE)
    assert shown.startswith("\u2068")
    assert shown.endswith("\u2069")
    assert "⟦U+202E⟧" in shown
    assert "\u2069" not in shown[1:-1]


@pytest.mark.parametrize("url", ["https://example.org/a?b=c#d", "http://example.org:8080/", "https://example.org"])
def test_web_addresses_are_links(url):
    """Ordinary addresses open."""
    assert safe_link(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://user:pass@example.org/",
        "file:///etc/passwd",
        "",
        "https://a b",
    ],
)
def test_other_addresses_are_not_links(url):
    """Nothing that could run, read a file or carry credentials becomes a link."""
    assert safe_link(url) is None
