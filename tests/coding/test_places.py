"""Where something happened."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import make_article, make_sentence
from timeline.coding.places import PlaceFinder
from timeline.lexicon.places import load_places
from timeline.settings import LEXICON_DIR

FINDER = PlaceFinder(load_places(LEXICON_DIR))


def places(text, **options):
    return [(match.place.name, match.place.country) for match in FINDER.find(text, **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A blast in Karachi killed two.", [("Karachi", "PAK")]),
        ("Clashes in southern Lebanon went on.", [("southern Lebanon", "LBN")]),
        ("They met in Aleppo, Homs and Hama.", [("Aleppo", "SYR"), ("Homs", "SYR"), ("Hama", "SYR")]),
        ("Shells fell near the city of Bakhmut.", [("Bakhmut", "UKR")]),
        ("A raid in Syria's Idlib province failed.", [("Syria", "SYR"), ("Idlib", "SYR")]),
        ("NAIROBI (AP) -- Two men were freed.", [("Nairobi", "KEN")]),
        ("Clashes in Tripoli, Lebanon, went on.", [("Tripoli", "LBN"), ("Lebanon", "LBN")]),
        ("Clashes near Tripoli in Lebanon went on.", [("Tripoli", "LBN"), ("Lebanon", "LBN")]),
        ("Gunmen raided a school in Kaya village in Nigeria.", [("Nigeria", "NGA")]),
        ("Libyan guards fired in Tripoli.", [("Tripoli", "LBY")]),
        ("An attack on Kharkiv failed.", [("Kharkiv", "UKR")]),
        ("He died in Gaza, Egypt said.", [("Gaza Strip", "PSE")]),
        ("Residents of the Gaza Strip fled.", [("Gaza Strip", "PSE")]),
        ("Protests in Paris, Texas, ended.", [("Texas", "USA")]),
    ],
)
def test_a_place_is_read_where_words_say_where(text, expected):
    """Prepositions, lists, datelines and nouns of place mark a place; a country named decides."""
    assert places(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Moscow said no.",
        "Talks resumed in March and in May.",
        "He lives in Reading and in Nice.",
        "In Iran's view it failed.",
        "an attack on Blackburn",
        "sanctions on Iran",
        "in US custody",
        "missiles fired at Norway",
        "suits in the U.S. District Court",
        "in Paris Hilton's house",
        "",
    ],
)
def test_what_is_no_place_here_gets_none(text):
    """Governments, months, everyday words, views and people are not places."""
    assert FINDER.find(text) == ()


def test_a_country_has_no_point():
    """A country's middle says nothing about an event, so it gets no coordinates."""
    (match,) = FINDER.find("Protests in Chile grew.")
    assert (match.place.precision, match.place.lat, match.place.lon) == ("country", None, None)


def test_countries_of_the_article_decide_between_namesakes():
    """What the sentence leaves open, the rest of the article may decide."""
    assert places("A blast in Hyderabad killed two.") == [("Hyderabad", "IND")]
    assert places("A blast in Hyderabad killed two.", countries=["PAK"]) == [("Hyderabad", "PAK")]


def test_a_small_town_needs_its_country():
    """Small towns share names with people, so the country must be named."""
    assert places("He was born in Grosseto.") == []
    assert places("He was born in Grosseto.", countries=["ITA"]) == [("Grosseto", "ITA")]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(["in", "Gaza", "Homs,", "and", "near the", "’s", "Kyiv", "city of"]), st.text(max_size=6)
        ),
        max_size=20,
    ).map(" ".join)
)
def test_any_text_gives_ordered_slices(text):
    """Whatever the text, places are its own slices, in order, and a point needs words in the text."""
    reached = 0
    for match in FINDER.find(text):
        assert match.start >= reached
        assert match.text == text[match.start : match.end] != ""
        reached = match.end


def test_a_shared_name_goes_to_a_country_the_article_is_about(coder):
    """ "Tripoli" in an article on Lebanon is the Lebanese one, although the sentence names no country."""
    text = "Lebanon closed its border. Lebanon said little. Gunmen attacked a bus in Tripoli."
    cuts = [0, text.index("Lebanon said"), text.index("Gunmen"), len(text)]
    sentences = [
        make_sentence(text[start:end].rstrip(), start=start, index=index)
        for index, (start, end) in enumerate(pairwise(cuts))
    ]
    attack = coder.code_article(make_article(text), sentences)[-1]
    assert attack.place is not None
    assert (attack.place.name, attack.place.country) == ("Tripoli", "LBN")


_NAMED = ("Nairobi", "Tripoli", "Aleppo", "Kharkiv", "the city", "a village", "Zamorville", "Paris", "May")
_SAID = ("Gunmen attacked a bus {} {}.", "Kenyan troops shelled a camp {} {}.", "Police {} {} arrested ten people.")


@given(
    st.lists(st.tuples(st.sampled_from(_SAID), st.sampled_from(("in", "near", "at", "of")), st.sampled_from(_NAMED)))
)
@settings(max_examples=60, deadline=None)
def test_no_coordinate_without_a_place_in_the_text(coder, told):
    """Every coordinate is of a place whose name stands in the article, at the gazetteer's own point."""
    texts = [pattern.format(cue, name) for pattern, cue, name in told]
    text, sentences, at = " ".join(texts), [], 0
    for index, words in enumerate(texts):
        sentences.append(make_sentence(words, start=at, index=index))
        at += len(words) + 1
    named = {match.place.name for words in texts for match in FINDER.find(words)}
    places_given = [m.place for m in coder.code_article(make_article(text), sentences) if m.place]
    assert all(place.name in text for place in places_given)
    assert {place.name for place in places_given if place.lat is not None} <= named
