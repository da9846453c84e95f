"""Which sentences the parser is asked about."""

import pytest

from tests.builders import make_article, make_sentence
from timeline.coding._syntax import make_tree


class Engine:
    """A parser that keeps what it was asked and finds no structure in anything."""

    name = "flat 1.0"

    def __init__(self):
        self.batches = []

    def parse(self, texts):
        self.batches.append(list(texts))
        return [make_tree([(0, 0, "ROOT", "NN", text)]) for text in texts]


@pytest.fixture
def engine():
    return Engine()


@pytest.fixture
def ask(coder_with, engine):
    """The texts that the engine is shown when a sentence is coded."""
    coder = coder_with(engine)

    def asked(text):
        coder.code(make_sentence(text))
        return [one for batch in engine.batches for one in batch]

    return asked


@pytest.mark.parametrize(
    "text",
    [
        "Kenya attacked Somalia.",
        "Kenya, which borders Uganda, sent food to Somalia.",
        "The raid that Kenya had been accused of went on.",
    ],
)
def test_the_parser_is_asked_where_actors_compete(ask, text):
    """Two candidates for the roles of an act, or one that the rules leave out."""
    assert ask(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda share a border.",
        "The militants attacked a village at dawn.",
        "Kenya attacked a village at dawn.",
        "",
    ],
)
def test_the_parser_is_not_asked_where_nothing_competes(ask, text):
    """No act, no actor, or one actor in the one role it can have."""
    assert ask(text) == []


def test_capitals_are_not_shown_to_the_parser(ask):
    """A tagger takes every word of a headline in capitals for a name."""
    assert ask("KENYA ATTACKED SOMALIA AND UGANDA") == []


def test_an_endless_sentence_is_not_shown_to_the_parser(ask):
    """Ten thousand words cost the parser nothing."""
    assert ask("Kenya attacked Somalia and Uganda, " * 2000) == []


@pytest.mark.parametrize(
    "dateline", ["NAIROBI (Agency) — ", "NAIROBI, Kenya -- ", "MOGADISHU: ", "ADDIS ABABA, 3 May - "]
)
def test_a_dateline_is_not_shown_to_the_parser(ask, dateline):
    """The town of a dateline is nobody's subject."""
    assert ask(dateline + "Kenya attacked Somalia.") == ["Kenya attacked Somalia."]


@pytest.mark.parametrize("text", ["Kenya: an army - and a navy - attacked Somalia.", "KENYA attacked Somalia: 3 dead."])
def test_other_dashes_and_colons_are_no_dateline(ask, text):
    """A name in capitals, or a dash in the sentence, cuts nothing off."""
    assert ask(text) == [text]


def test_an_article_is_asked_about_in_one_batch(coder_with, engine):
    """The sentences of an article that need a parse go to the engine together, in order."""
    texts = ["Kenya attacked Somalia.", "It rained.", "Uganda accused Kenya of shelling Sudan."]
    article = make_article("\n".join(texts))
    starts = [article.text.index(text) for text in texts]
    sentences = [make_sentence(text, start=start) for text, start in zip(texts, starts, strict=True)]
    coder_with(engine).code_article(article, sentences)
    assert engine.batches == [[texts[0], texts[2]]]


def test_an_endless_article_is_asked_about_in_batches(coder_with, engine):
    """What is held in memory does not grow with the article."""
    text = "Kenya attacked Somalia."
    sentences = [make_sentence(text, start=30 * n) for n in range(200)]
    coder_with(engine).code_article(make_article(text), sentences)
    assert sum(map(len, engine.batches)) == 200
    assert max(map(len, engine.batches)) <= 64


def test_an_engine_that_sees_nothing_changes_nothing(coder, coder_with, engine):
    """A parse that is silent leaves every role to the rules."""
    sentence = make_sentence("Ugandan officers accused Kenya of shelling Sudan.")
    assert coder_with(engine).code(sentence) == coder.code(sentence)
