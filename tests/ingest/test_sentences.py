import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import make_article
from timeline.ingest import article_from_record, mark_blocks, split_sentences
from timeline.model import Block, Span
from timeline.settings import MAX_SENTENCE_CHARS


def split(text):
    return [sentence.text for sentence in split_sentences(make_article(text))]


@pytest.mark.parametrize(
    "sentences",
    [
        ["He came.", "She left."],
        ["Mr. Obi met Gen. Ada Ito.", "They talked."],
        ["Lt. Col. J. K. Owusu of the U.S. Army spoke.", "He said little."],
        ["They left the U.S.", "The army stayed."],
        ["It began at 3 p.m. Monday."],
        ["It began at 3 p.m.", "The army stayed."],
        ["Battery No. 10 fired.", "No. 11 did not."],
        ["Is it over?", "No.", "It goes on!"],
        ['"We stay," he said.', '"We fight."', "Then he left."],
        ["“We stay.”", "He left."],
        ["«We stay.»", "He left."],
        ["“Stop!” he said."],
        ["It rose by 3.5 percent.", "Prices fell."],
        ["They waited… and left.", "Nobody came…", "So they slept."],
        ["On Oct. 7 they came.", "In Oct.", "They left."],
        ["It is 5 km. from St. Ada to Mt. Ben."],
        ["He read coast.Example and a.b.Co daily."],
        ["(They left.)", "He stayed."],
        ["1. The first thing is this."],
        ["It was 1999.", "Then came war."],
        ["Acme Inc. shares fell.", "Acme Inc.", "The firm closed."],
        ["هل انتهى؟", "نعم."],
    ],
)
def test_sentences_end_where_they_end(sentences):
    """Stops end sentences; titles, initials, numbers, times and addresses do not."""
    assert split(" ".join(sentences)) == sentences


def test_glued_sentences_are_split_before_a_usual_opener():
    """A lost space after a stop is seen only where the next word opens sentences; lost stops are not guessed."""
    assert split("They left.The army stayed. A manThe army") == ["They left.", "The army stayed.", "A manThe army"]
    assert split("It ended.[3] The army stayed.") == ["It ended.[3]", "The army stayed."]


def test_furniture_yields_no_sentence_and_marks_are_left_out():
    """Only the article speaks; a list item's sentence begins after its mark, and knows its kind and block."""
    text = "Home\n- They left.\n## Why"
    blocks = (Block(Span(0, 4), "furniture"), Block(Span(5, 17), "bullet"), Block(Span(18, 24), "heading"))
    first, second = split_sentences(make_article(text, blocks=blocks))
    assert (first.text, first.kind, first.block, first.index) == ("They left.", "bullet", 1, 0)
    assert (second.text, second.kind, second.block, second.index) == ("Why", "heading", 2, 1)


def test_long_sentences_are_cut_at_white_space():
    """A sentence that never ends is read in pieces that lose nothing but white space."""
    text = "word " * 1_000
    pieces = split(text)
    assert all(len(piece) <= MAX_SENTENCE_CHARS for piece in pieces)
    assert " ".join(pieces) == text.strip()


@pytest.mark.parametrize("unit", ["7", "a.", "A. ", "? ", "\u202e", "“", "a\n", "x "])
def test_endless_text_without_a_sentence_are_cut(unit):
    """Endless digits, stops or marks is cut into pieces that are slices of the text."""
    text = unit * (300_000 // len(unit))
    found = split_sentences(make_article(text))
    assert all(len(sentence.text) <= MAX_SENTENCE_CHARS for sentence in found)
    assert "".join("".join(sentence.text.split()) for sentence in found) == "".join(text.split())


TEXTS = st.lists(
    st.sampled_from(
        [
            "He left.",
            " ",
            "\n",
            "\r\n",
            "Mr. ",
            "U.S. ",
            "“No.”",
            "3 p.m.",
            "- a b",
            "\u202e",
            "\x00",
            "=1+1",
            "7" * 700,
        ]
    )
    | st.text(max_size=20),
    max_size=20,
).map("".join)


@given(TEXTS)
def test_sentences_are_slices_in_order(furniture, text):
    """Every sentence equals its slice of the text, is not blank, and begins after the one before it."""
    article = make_article(text, blocks=mark_blocks(text, furniture))
    end = 0
    for number, sentence in enumerate(split_sentences(article)):
        assert sentence.index == number
        assert sentence.text == article.text[sentence.start : sentence.end]
        assert sentence.text.strip() == sentence.text != ""
        assert end <= sentence.start
        assert sentence.kind == article.blocks[sentence.block].kind != "furniture"
        end = sentence.end


def test_a_record_with_carriage_returns_keeps_its_offsets(furniture):
    """Sentences of a record point into the text as it came, line ends included."""
    text = "He left.\r\n\r\nShe stayed at home that day."
    article = article_from_record({"id": "r", "text": text}, furniture=furniture)
    assert article.text == text
    assert [text[s.start : s.end] for s in split_sentences(article)] == ["He left.", "She stayed at home that day."]
