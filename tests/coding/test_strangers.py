"""Names the lexicon does not know: found where they act, counted over a case, offered with a line that works."""

import csv

from tests.builders import make_article, make_sentence
from timeline.coding import ActorFinder, Coder, PlaceFinder, gather_candidates
from timeline.lexicon import load_lexicon
from timeline.model import UnknownName
from timeline.settings import LEXICON_DIR


def _names(coder: Coder, text: str) -> list[tuple[str, str]]:
    article, sentence = make_article(text), make_sentence(text)
    _, names = coder.read_article(article, [sentence])
    assert all(text[name.start : name.end] == name.text for name in names)
    return [(name.text, name.office) for name in names]


def test_an_unknown_name_that_acts_is_offered(coder):
    """Who does an act, or holds an office, without being in the lexicon is a candidate with its own words."""
    assert _names(coder, "On Sunday the Katiba Zamor attacked a Kenyan convoy.") == [("Katiba Zamor", "")]
    assert ("Karim Zand", "commander") in _names(coder, "Commander Karim Zand attacked a Kenyan convoy.")


def test_known_actors_places_and_common_words_are_not_offered(coder):
    """No state, no place and no ordinary word at the beginning of a sentence becomes a candidate."""
    for text in (
        "Kenya attacked a Somali convoy.",
        "Gunmen attacked a Kenyan convoy.",
        "In Nairobi gunmen attacked a convoy.",
        "KATIBA ZAMOR ATTACKED A KENYAN CONVOY",
    ):
        assert _names(coder, text) == []


def _name(text: str, article: str, start: int = 0, office: str = "") -> UnknownName:
    return UnknownName(
        article_id=article, start=start, end=start + len(text), text=text, office=office, sentence=f"{text} struck."
    )


def test_a_name_is_counted_over_all_articles_in_any_order():
    """Sightings of one name become one row, with its first sentence, whatever the order they come in."""
    names = [_name("Zamor", "b"), _name("Zamor", "a", 9), _name("Zand", "a"), _name("Zamor", "a")]
    rows = gather_candidates(names)
    assert [(row.name, row.n, row.n_articles, row.article_id, row.start) for row in rows] == [
        ("Zamor", 3, 2, "a", 0),
        ("Zand", 1, 1, "a", 0),
    ]
    assert gather_candidates(names[::-1]) == rows


def test_the_offered_line_makes_the_lexicon_know_the_name(coder, tmp_path):
    """Header and line, copied as they are into the case's lexicon, turn the name into an actor."""
    text = "On Sunday the Katiba Zamor attacked a Kenyan convoy."
    _, names = coder.read_article(make_article(text), [make_sentence(text)])
    (row,) = gather_candidates(names)
    (tmp_path / row.file).write_text(f"{row.header}\n{row.line}\n", encoding="utf-8")
    lexicon = load_lexicon(LEXICON_DIR, (tmp_path,))
    tables = (lexicon.actors, lexicon.actions, lexicon.types, lexicon.status, PlaceFinder(lexicon.places))
    again = Coder(*tables, confidence=lexicon.confidence)
    mentions, names = again.read_article(make_article(text), [make_sentence(text)])
    assert [actor.name for actor in mentions[0].initiators] == ["Katiba Zamor"]
    assert names == ()


def test_a_line_for_a_person_needs_only_whom_he_stands_for(tmp_path):
    """The line for an office holder works once ACTOR is replaced by an id or a code."""
    (row,) = gather_candidates([_name("Karim Zand", "a", office="commander")])
    (tmp_path / row.file).write_text(f"{row.header}\n{row.line.replace('ACTOR', 'KEN')}\n", encoding="utf-8")
    (match,) = ActorFinder(load_lexicon(LEXICON_DIR, (tmp_path,)).actors).find("Karim Zand spoke.")
    assert (match.actor.person, match.actor.code) == ("Karim Zand", "KEN")


def test_a_name_with_commas_and_quotes_stays_one_cell():
    """Whatever the name holds, the line has as many cells as its header."""
    (row,) = gather_candidates([_name('Brigade "7,\n=1+1"', "a")])
    assert len(next(csv.reader([row.line]))) == len(row.header.split(","))
