"""The actor tables: what is read, what is refused, and where the error is."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.errors import LexiconError
from timeline.lexicon.actors import Role, load_actors
from timeline.lexicon.places import load_places
from timeline.settings import LEXICON_DIR

STATES = "code,name,aliases,adjectives,people,capitals,metonyms\n"
ACTORS = "id,name,kind,code,country,parent,aliases,since,until,wikidata\n"
PERSONS = "name,short,aliases,role,actor,since,until\n"
CAUTIONS = "word,rule,for_it,against\n"


@pytest.fixture(scope="module")
def lexicon():
    """Our own tables."""
    return load_actors(LEXICON_DIR)


@pytest.fixture
def folder(tmp_path):
    """A folder with one state."""
    (tmp_path / "states.csv").write_text(f"# a comment\n{STATES}FRA,France,,French,,,\n", encoding="utf-8")
    return tmp_path


def test_every_member_of_the_united_nations_is_there(lexicon):
    """All 193 members, and the states that news names beside them."""
    states = [actor for actor in lexicon.actors.values() if actor.kind == "state"]
    assert len(states) >= 197
    assert {"TWN", "PSE", "XKX", "ESH", "VAT"} <= set(lexicon.actors)


def test_an_arm_of_a_state_has_the_states_code(lexicon):
    """The Quds Force belongs to the IRGC, which acts for Iran; Hamas acts for itself."""
    quds = lexicon.actors["quds_force"]
    assert (quds.code, quds.parent) == ("IRN", "irgc")
    assert (lexicon.actors["hamas"].code, lexicon.actors["hamas"].country) == ("hamas", "PSE")


def test_parents_lead_to_actors(lexicon):
    """No chain of parents breaks or runs in a circle."""
    for actor in lexicon.actors.values():
        seen = {actor.id}
        while actor.parent:
            actor = lexicon.actors[actor.parent]
            assert actor.id not in seen
            seen.add(actor.id)


def test_several_hundred_persons_have_dated_offices(lexicon):
    """People change offices, and the day decides which one they held."""
    assert len(lexicon.persons) > 600
    putin = lexicon.persons["Vladimir Putin"]
    assert putin.role_on(date(2010, 1, 1))[0].role == "prime minister"
    assert putin.role_on(date(2015, 1, 1)) == (putin.roles[-1], True)


def test_outside_office_the_nearest_office_is_given_and_marked():
    """A former holder is still theirs, but not in office."""
    role = Role("president", "USA", date(2017, 1, 20), date(2021, 1, 20))
    assert role.holds(date(2019, 1, 1))
    assert role.days_from(date(2021, 1, 25)) == 5
    assert role.days_from(date(2017, 1, 19)) == 1
    assert role.days_from(date(2018, 1, 1)) == 0


def test_without_a_day_the_last_office_is_given(lexicon):
    """An undated article gets the last office and no word on whether it is still held."""
    role, in_office = lexicon.persons["Mark Rutte"].role_on(None)
    assert (role.actor_id, in_office) == ("nato", None)
    assert lexicon.persons["Tony Blair"].role_on(date(2020, 1, 1))[1] is False


def test_a_folder_without_tables_gives_an_empty_lexicon(tmp_path):
    """Nothing to read is nothing found, not an error."""
    assert load_actors(tmp_path).actors == {}


def test_the_capital_comes_from_the_gazetteer(folder):
    """An empty capitals cell means the capital that geonames gives."""
    assert load_actors(folder).lexemes["paris"].name.kind == "capital"


def test_a_case_adds_actors(folder, tmp_path_factory):
    """The tables of a case are read after ours and may refer to them."""
    extra = tmp_path_factory.mktemp("case")
    row = "north_front,Northern Front,armed_group,,FRA,FRA,Nordfront,1999,2001-05,\n"
    (extra / "actors.csv").write_text(ACTORS + row, encoding="utf-8")
    found = load_actors(folder, [extra])
    assert found.lexemes["nordfront"].name.actor_id == "north_front"
    front = found.actors["north_front"]
    assert (front.since, front.until) == (date(1999, 1, 1), date(2001, 5, 31))


@pytest.mark.parametrize(
    ("table", "content", "subject", "problem"),
    [
        ("states.csv", f"{STATES}FRX,Frankia,,,,,\n", "states.csv:2:code", "ISO 3166"),
        ("states.csv", f"{STATES}FRA,France,,,,-,\nDEU,Germany,France,,,-,\n", "states.csv:3:aliases", "already names"),
        ("actors.csv", f"{ACTORS}a,A Front,band,,,,,,,\n", "actors.csv:2:kind", "Input should be"),
        ("actors.csv", f"{ACTORS}a,A Front,party,,,zzz,,,,\n", "actors.csv:2:parent", "no actor"),
        ("actors.csv", f"{ACTORS}a,A Front,party,,,,,199,,\n", "actors.csv:2:since", "ISO 8601"),
        ("actors.csv", f"{ACTORS}a,A Front,party,,,,,1999-13,,\n", "actors.csv:2:since", "month"),
        ("actors.csv", f"{ACTORS}a,A Front,party,,,,,,,\na,B Front,party,,,,,,,\n", "actors.csv:3:id", "already"),
        ("actors.csv", f"{ACTORS}a,French,party,,,,,,,\n", "actors.csv:2:aliases", "states.csv:3"),
        ("persons.csv", f"{PERSONS}Ann Roe,,,minister,nobody,,\n", "persons.csv:2:actor", "no actor"),
        ("persons.csv", f"{PERSONS}Ann Roe,,,minister,FRA,2001,1999\n", "persons.csv:2:until", "before"),
        ("actor_cautions.csv", f"{CAUTIONS}Freedonia,forename,,\n", "actor_cautions.csv:2:word", "no alias"),
        ("actor_links.csv", "part,side,keeps\nbacked,after,maybe\n", "actor_links.csv:2:keeps", "bool"),
    ],
)
def test_a_bad_cell_is_named(folder, table, content, subject, problem):
    """The error names file, line and column, and says what is wrong."""
    (folder / table).write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load_actors(folder)
    assert caught.value.subject == subject
    assert problem in caught.value.problem


@pytest.mark.parametrize(
    ("row", "column"),
    [("Spot,,city,FRA,95,2", "lat"), ("Spot,,city,FRA,45,181", "lon"), ("Spot,,city,QQQ,45,2", "country")],
)
def test_a_place_off_the_globe_is_refused(folder, row, column):
    """Coordinates and countries of the places table are checked."""
    (folder / "places.csv").write_text(f"name,aliases,precision,country,lat,lon\n{row}\n", encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load_places(folder)
    assert caught.value.subject == f"places.csv:2:{column}"
