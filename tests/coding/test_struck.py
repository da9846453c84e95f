"""Places that are themselves attacked or taken: where the act was, and whose place it is."""

import pytest

from tests.builders import make_article, make_sentence


@pytest.fixture
def read(coder):
    def read(text):
        return coder.code_article(make_article(text, published="2024-05-08"), [make_sentence(text)])

    return read


@pytest.mark.parametrize(
    ("text", "place", "target"),
    [
        ("Russian forces shelled Kherson.", "Kherson", "UKR"),
        ("Ethiopian jets bombed Kassala.", "Kassala", "SDN"),
        ("Chadian troops took El Obeid from the RSF.", "El Obeid", "rsf"),
        ("Israel struck Isfahan on Friday.", "Isfahan", "IRN"),
    ],
)
def test_an_attacked_place_is_the_scene_and_tells_whose_it_is(read, text, place, target):
    """ "Shelled Kherson" needs no preposition: the town is where, and its state against whom."""
    (act,) = (mention for mention in read(text) if mention.type == "ASSAULT")
    assert act.place.name == place
    assert [actor.id for actor in act.targets] == [target]


@pytest.mark.parametrize("text", ["Ethiopian troops besieged Mekelle.", "Rebels shelled Goma."])
def test_a_place_at_home_or_of_two_masters_names_no_target(read, text):
    """Whose side people are on in their own state, or in a disputed town, no place tells."""
    (act,) = read(text)
    assert act.place is not None
    assert act.targets == ()


def test_a_town_is_taken_and_not_arrested(read):
    """ "Captured" is said of people and of towns; the gazetteer tells which."""
    (act,) = read("The RSF captured El Obeid on Friday.")
    assert (act.type, act.mode, act.place.name) == ("ASSAULT", "", "El Obeid")


def test_a_person_with_the_name_of_a_town_is_no_place(read):
    """People are shot and killed, towns are not."""
    acts = read("Soldiers shot Hamilton.")
    assert all(act.place is None for act in acts)
