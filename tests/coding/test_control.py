"""Who acts in infinitives, participles and relative clauses."""

import pytest

from tests.coding.test_sides import sides


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Kenya sent engineers to Uganda to attack Somalia.", "KEN"),
        ("Kenya issued a joint statement criticising Somalia.", "KEN"),
        ("Kenya passed a law that condemned Somalia.", "KEN"),
        ("Kenya has been the main exporter, bombing Somalia every day.", "KEN"),
        ("Kenya raided a camp after bombing Somalia.", "KEN"),
    ],
)
def test_the_main_subject_does_what_its_purpose_or_statement_says(coder, text, source):
    """An infinitive of purpose, the words of a statement and a copula's participle are the subject's."""
    assert sides(coder, text)[0] == source


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan rebels who took a bridge attacked Somalia.",
        "Kenyan troops who are part of a larger force attacked Somalia.",
    ],
)
def test_the_object_of_a_relative_clause_does_not_act(coder, text):
    """Behind a relative clause the verb goes on with the noun before it."""
    assert sides(coder, text) == ("KEN", "SOM")
