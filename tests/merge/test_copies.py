"""A text printed twice is one source, whoever prints it."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import make_article, make_mention
from timeline.lexicon.merge_weights import load_merge_weights
from timeline.lexicon.types import load_types
from timeline.merge import find_copies, mark_copies, merge_mentions
from timeline.model import Block, Span
from timeline.settings import LEXICON_DIR

WEIGHTS = load_merge_weights(LEXICON_DIR)
TYPES = load_types(LEXICON_DIR)


def prose(seed, words=120):
    """Words that no other seed puts in this order."""
    pick = random.Random(seed)  # noqa: S311
    return " ".join(
        pick.choice(("norland", "struck", "depot", "envoy", "river", "talks", "dawn")) + str(pick.randrange(90))
        for _ in range(words)
    )


def paper(name, text, day="2024-04-02", **changes):
    return make_article(text, id=name, publisher=f"The {name}", published=day, **changes)


def test_a_reprint_copies_the_earliest():
    """Of three prints of one text the earliest published is the original, in whatever order they come."""
    text = prose(1)
    papers = [paper("late", text, "2024-04-05"), paper("first", text, "2024-04-02"), paper("later", text, "2024-04-04")]
    assert find_copies(papers, WEIGHTS) == {"late": "first", "later": "first"}


def test_a_cut_and_reheaded_reprint_is_a_copy():
    """Papers cut agency copy from its end and give it a title of their own."""
    text = prose(2)
    cut = "A title of our own. " + " ".join(text.split()[:70])
    assert find_copies([paper("agency", text), paper("paper", cut, "2024-04-03")], WEIGHTS) == {"paper": "agency"}


def test_another_text_about_the_same_is_no_copy():
    """Shared words, and even a shared paragraph, make no copy."""
    shared = prose(3, words=40)
    papers = [paper(name, f"{prose(seed)} {shared} {prose(seed + 9)}") for name, seed in (("a", 4), ("b", 5))]
    assert find_copies(papers, WEIGHTS) == {}


def test_what_every_page_of_a_site_repeats_makes_no_copy():
    """Menus and other furniture are not the text."""
    menu = prose(6, words=300)
    papers = []
    for name, seed in (("a", 7), ("b", 8)):
        own = prose(seed, words=60)
        blocks = (
            Block(Span(0, len(menu)), "furniture"),
            Block(Span(len(menu) + 1, len(menu) + 1 + len(own)), "paragraph"),
        )
        papers.append(paper(name, f"{menu}\n{own}", blocks=blocks))
    assert find_copies(papers, WEIGHTS) == {}


def test_short_notes_are_never_copies():
    """Two notes of one line say too little to be copies of each other."""
    note = "Norland struck Sudria on Monday."
    assert find_copies([paper("a", note), paper("b", note)], WEIGHTS) == {}


def test_many_articles_keep_to_their_families():
    """Each of many texts and its reprint form a family of two."""
    papers = [
        paper(f"{kind}{n}", prose(100 + n), day)
        for n in range(60)
        for kind, day in (("a", "2024-04-01"), ("b", "2024-04-02"))
    ]
    assert find_copies(papers, WEIGHTS) == {f"b{n}": f"a{n}" for n in range(60)}


@given(st.permutations(range(6)))
def test_order_of_articles_never_shows(order):
    """Families do not depend on the order in which articles come."""
    papers = [paper(f"p{n}", prose(n // 2), f"2024-04-0{n + 1}") for n in range(6)]
    marked = mark_copies([papers[n] for n in order], WEIGHTS)
    assert {article.id: article.copy_of for article in marked} == {
        f"p{n}": f"p{n - 1}" if n % 2 else "" for n in range(6)
    }


@pytest.mark.parametrize(("copied", "sources"), [(True, 1), (False, 2)])
def test_copies_count_as_one_source_of_an_event(copied, sources):
    """An event told by an article and its reprint has one source; told by two articles it has two."""
    sentence = "Norland struck Sudria on Monday."
    texts = [f"{sentence} {prose(21)}", f"{sentence} {prose(21 if copied else 22)}"]
    papers = mark_copies([paper(name, text) for name, text in zip("ab", texts, strict=True)], WEIGHTS)
    mentions = [make_mention(sentence, article_id=name) for name in "ab"]
    (event,) = merge_mentions(mentions, papers, weights=WEIGHTS, types=TYPES).events
    assert (event.n_reports, event.n_sources) == (2, sources)
