"""Entries of a chronology date what they tell."""

import pytest

from tests.builders import make_article, make_sentence
from tests.coding.test_dating import expression


def days(coder, texts, found, *, published=None):
    article = make_article(" ".join(texts), published=published)
    sentences, at = [], 0
    for text in texts:
        sentences.append(make_sentence(text, start=at))
        at += len(text) + 1
    return [m.when.edtf for m in coder.code_article(article, sentences, found) if m.type == "ASSAULT"]


@pytest.mark.parametrize("mark", [" - ", " – ", ": ", ". - "])
def test_the_day_before_the_dash_is_the_day_of_the_entry(coder, mark):
    """Whatever stands between a day and the words of its entry, what they tell is of that day."""
    text = f"3 May 2021{mark}Kenya attacks Somalia."
    assert days(coder, [text], [expression(text, "3 May 2021", "2021-05-03")]) == ["2021-05-03"]


def test_an_entry_goes_on_to_the_end_of_its_block(coder):
    """A second sentence of the entry is of the same day, not of the day of publication."""
    texts = ["3 May 2021 - Kenya attacks Somalia.", "Somalia attacks Uganda."]
    found = [expression(texts[0], "3 May 2021", "2021-05-03")]
    assert days(coder, texts, found, published="2024-05-10") == ["2021-05-03", "2021-05-03"]


def test_a_day_that_opens_a_plain_sentence_heads_no_entry(coder):
    """Without the dash the day belongs to its own act only."""
    texts = ["On 3 May 2021 Kenya attacked Somalia.", "Somalia attacked Uganda."]
    found = [expression(texts[0], "3 May 2021", "2021-05-03")]
    assert days(coder, texts, found, published="2024-05-10") == ["2021-05-03", "2024-05-10~"]
