"""Hostile text becomes harmless, and comes back as it was where it can."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.export import restore_cell, safe_filename
from timeline.export._text import MAX_CELL, cell, clean, comment, cut_cell, one_line

FORMULAS = [
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x","y")'),
    *(" =1", "'=1", "＝1", "＋1", "－1", "＠x", "-", "\x00=1"),
]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_starts_a_formula(text):
    """Every way to begin a formula gets an apostrophe before it."""
    assert cell(text).startswith("'")


@pytest.mark.parametrize("text", ["Norland", "a=b", "'quoted' words", "3 killed", "", "'"])
def test_harmless_text_is_left_alone(text):
    """An apostrophe is only added where it is needed."""
    assert cell(text) == text


@given(st.text() | st.sampled_from(FORMULAS) | st.text("'=+-@ \t\r\n\x00", max_size=8))
def test_a_cell_can_be_read_back(text):
    """Reading a file again gives the text that was written, without its control characters."""
    assert restore_cell(cell(text)) == clean(text)
    assert cell(text)[:1] not in ("=", "+", "-", "@", "\t", "\r")


@given(st.text())
def test_control_characters_never_pass(text):
    """No NUL, no control character, no lone surrogate, no override of the order of letters."""
    safe = clean(text)
    safe.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e]", safe)
    assert clean(safe) == safe


def test_marks_that_right_to_left_text_needs_stay():
    """Arabic, Hebrew and Persian are not damaged."""
    text = "\u2067مثال\u2069 \u200fדוגמה می\u200cشود"
    assert clean(text) == text


@given(st.integers(MAX_CELL - 3, MAX_CELL + 3), st.sampled_from("a\U0001f4a5"))
def test_a_cell_fits_and_says_that_it_was_cut(length, char):
    """A long text is cut to what a cell holds, counted as spreadsheets count, and marked."""
    text = char * length
    cut = cut_cell(text)
    assert len(cut.encode("utf-16-le")) // 2 <= MAX_CELL
    assert cut == text or cut.endswith(" […]")


@pytest.mark.parametrize("text", ["a,=1", "a; @x", 'a,"=1"', "a\n=1", "a, +1"])
def test_a_comment_is_one_line_without_a_formula(text):
    """Even split at its separators, no part of a comment line runs."""
    parts = re.split("[,;\n]", comment(text))
    assert all(part.strip().strip('"')[:1] not in ("=", "+", "-", "@") for part in parts)
    assert one_line("a\n b\x00") == "a b"


@given(st.text(), st.text(), st.text())
def test_a_file_name_is_safe_anywhere(title, build_id, ext):
    """No path, no hidden file, no option, no reserved character, whatever the title."""
    name = safe_filename(title, build_id, ext)
    assert re.fullmatch(r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9][a-z0-9_-]*){1,2}", name)
    assert len(name) < 200


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Iran and Israel", "iran-and-israel-b1.csv"),
        ("../../etc/passwd", "etc-passwd-b1.csv"),
        ("Côte d'Ivoire", "cote-d-ivoire-b1.csv"),
        ("-rf", "rf-b1.csv"),
        ("", "timeline-b1.csv"),
        ("ایران", "timeline-b1.csv"),
    ],
)
def test_file_names_say_what_they_hold(title, name):
    """The title is kept as far as it can be."""
    assert safe_filename(title, "b1", "csv") == name
