import pytest

from timeline.errors import LexiconError
from timeline.lexicon.furniture import FurnitureRow, bare_line, fold_line, load_furniture, make_furniture


@pytest.fixture(scope="module")
def furniture():
    return load_furniture()


def make_lexicon(match, *phrases, of="navigation"):
    return make_furniture([FurnitureRow(**{"class": of, "match": match, "phrases": "|".join(phrases)})])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Twitter", "social"),
        ("  * Home ", "navigation"),
        ("See also  Minister resigns over the dam", "see_also"),
        ("READ MORE: The dam that broke", "see_also"),
        ("Follow us on Instagram", "follow"),
        ("Share this story", "share"),
        ("We use cookies to make this site work better for you.", "cookie"),
        ("About the Author", "opener"),
        ("(Reporting by Jane Roe; Editing by John Doe)", "credit"),
        ("All rights reserved", "copyright"),
        ("Advertisement", "advertising"),
        ("File photo", "caption"),
        ("Don’t miss: the week in pictures", "see_also"),
    ],
)
def test_lines_of_sites_have_their_class(furniture, line, expected):
    """The shipped table knows what sites print around articles, whatever the case and quotes."""
    assert expected in furniture.classes(line)


@pytest.mark.parametrize(
    "line",
    [
        "Also on Monday, the army struck camps near the border.",
        "For more than a year, rebels have held the hills.",
        "The post was shelled again on Friday.",
        "Sources said the strike killed two.",
        "Watch the border, the general told his men.",
        "Homes burned in the village.",
        "At a Glance",
        "Key points",
    ],
)
def test_sentences_that_begin_like_furniture_are_none(furniture, line):
    """A full sentence is not dropped because its first words are also a label."""
    assert not furniture.classes(line, sentence=True) - {"published"}


def test_a_start_phrase_ends_at_a_word_boundary():
    """A phrase is whole words: "share on" is not the start of "share only"."""
    lexicon = make_lexicon("start", "share on")
    assert lexicon.classes("Share on Facebook")
    assert not lexicon.classes("Share only what you must")


def test_a_start_phrase_spares_sentences_and_an_opening_phrase_does_not():
    """Only phrases that open no real sentence are looked for in full sentences."""
    assert not make_lexicon("start", "more on").classes("More on that was said.", sentence=True)
    assert make_lexicon("opening", "see also").classes("See also this.", sentence=True)


def test_an_inside_phrase_is_whole_words_in_a_line_that_is_not_long():
    """ "via ap" is not in "via apple"; and a long paragraph is prose whatever it mentions."""
    lexicon = make_lexicon("inside", "via ap", of="caption")
    assert lexicon.classes("A bridge (Jane Roe via AP)") == {"caption"}
    assert not lexicon.classes("A bridge via apple orchards")
    assert lexicon.classes("via apple via AP") == {"caption"}
    assert not lexicon.classes("via AP " * 70)
    assert not lexicon.classes("via AP " * 100)


def test_a_longer_line_than_any_phrase_is_no_phrase():
    """Megabytes on one line cost nothing and match nothing."""
    lexicon = make_lexicon("line", "home")
    assert lexicon.line_classes("home" * 1_000_000) == frozenset()
    assert lexicon.start_of("x" * 1_000_000, "navigation") == 0


def test_start_of_gives_the_longest_phrase():
    """A byline's name begins after the whole label."""
    lexicon = make_lexicon("start", "by", "by staff of", of="byline")
    assert lexicon.start_of("By staff of Jane", "byline") == len("By staff of")
    assert lexicon.start_of("Jane", "byline") == 0


def test_words_of_a_class_are_found_as_whole_words():
    """An agency's short name is found alone, not inside another word."""
    lexicon = make_lexicon("line", "ap", of="agency")
    assert lexicon.has_word("Jane Roe/AP", "agency")
    assert not lexicon.has_word("a map", "agency")
    assert not lexicon.has_word("AP", "social")


def test_hints_are_counted_once_each():
    """Two people placed left and right make a caption; one repeated word does not."""
    lexicon = make_lexicon("inside", "(left)", "(right)", of="caption_hint")
    assert lexicon.count_inside("A (left) and B (right)", "caption_hint") == 2
    assert lexicon.count_inside("A (left) and B (left)", "caption_hint") == 1


def test_folding_makes_lines_comparable():
    """Case, curly quotes, odd spaces and outer punctuation make no difference."""
    assert fold_line("Don’t\u00a0  MISS") == "don't miss"
    assert bare_line("» Read more… ") == "read more"


def test_a_bad_cell_is_named(tmp_path):
    """A class that does not exist is named by file, line and column."""
    path = tmp_path / "furniture.csv"
    path.write_text("class,match,phrases\nnonsense,line,home\n", encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load_furniture(path)
    assert caught.value.subject == "furniture.csv:2:class"
