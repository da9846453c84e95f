"""People whom an article names once in full, and then by their surname alone."""

import pytest

from tests.builders import make_article, make_sentence


def initiators(coder, *texts):
    """Initiators of every act of these sentences, read as one article."""
    at, sentences = 0, []
    for index, text in enumerate(texts):
        sentences.append(make_sentence(text, start=at, index=index))
        at += len(text) + 1
    mentions = coder.code_article(make_article(" ".join(texts), title=""), sentences)
    return [(m.type, "+".join(actor.id for actor in m.initiators)) for m in mentions]


CHAD = "Chad's defence minister Mahamat Dirdo arrived in Paris."


@pytest.mark.parametrize(
    "later",
    [
        "Dirdo accused Sudan of arming rebels.",
        "General Dirdo accused Sudan of arming rebels.",
        "On Friday Dirdo accused Sudan of arming rebels.",
        "Sudan had armed the rebels, said Dirdo, who accused Khartoum of lying.",
    ],
)
def test_a_surname_means_who_was_introduced_with_an_office(coder, later):
    """The office that the text gave once tells the state, with a form of address or a day before the name too."""
    assert ("ACCUSE", "TCD") in initiators(coder, CHAD, later)


@pytest.mark.parametrize(
    "later",
    [
        "Ali Dirdo, a fisherman, accused Sudan of theft.",
        "Dirdo Hassan, a fisherman, accused Sudan of theft.",
        "Dirdo-Moundou accused Sudan of theft.",
    ],
)
def test_another_name_joined_to_it_makes_it_somebody_else(coder, later):
    """A given name before or a family name behind is another person's."""
    assert ("ACCUSE", "TCD") not in initiators(coder, CHAD, later)


def test_two_people_of_one_surname_are_told_apart_by_nothing(coder):
    """Where two states have a newsmaker of that name, the surname alone means neither."""
    first = "Chad's defence minister Mahamat Dirdo arrived."
    second = "Niger's foreign minister Salou Dirdo arrived."
    assert initiators(coder, first, second, "Dirdo accused Sudan of lying.") == [("ACCUSE", "")]


def test_an_office_of_the_article_s_own_state_is_remembered_too(coder):
    """ "Foreign minister Name" without a state is the article's own; so is the surname afterwards."""
    told = ("Kenya voted.", "Kenya counted.", "Foreign minister Atieno Otieno accused Uganda of lying.")
    assert initiators(coder, *told, "Otieno threatened to shell Kampala.")[-1] == ("THREATEN", "KEN")
    assert initiators(coder, *told, "Mr Otieno condemned Uganda.")[-1] == ("ACCUSE", "KEN")
    assert initiators(coder, *told, "Commissioner Otieno condemned Uganda.")[-1] == ("ACCUSE", "KEN")
    assert initiators(coder, *told, "John Otieno condemned Uganda.")[-1] == ("ACCUSE", "")


def test_nothing_is_remembered_from_one_article_to_the_next(coder):
    """Each article introduces its own people."""
    initiators(coder, CHAD)
    assert initiators(coder, "Dirdo accused Sudan of arming rebels.")[0] == ("ACCUSE", "")
