"""Every word inside a chart comes from `data/words`, so that a chart speaks the reader's language.

A made-up language whose words are English in Greek letters shows what does not: a Latin word in a chart that is not in
the data it draws.
"""

import json
import re
from datetime import date

import pandas as pd
import pytest
import yaml

from tests.figures import test_accounts as accounts
from tests.figures import test_actor_profile as profile
from tests.figures import test_brush as brush
from tests.figures import test_density as density
from tests.figures import test_exchanges as exchanges
from tests.figures import test_map as places
from tests.figures import test_matrix as matrix
from tests.figures import test_phases as phases
from tests.figures import test_reports as reports
from tests.figures import test_sides as sides
from tests.figures.frames import random_events, responses_frame, small_war, small_war_responses
from timeline import figures, words
from timeline.figures._backdrop import Window, cities_in

GREEK = str.maketrans("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "αβψδεφγηιξκλμνοπςρστθωωχυζ" * 2)
THREATS = pd.DataFrame({"event_id": ["vow"], "followed_on": [pd.NaT]})
INFERRED = exchanges.links([("barrage", "strike", 12, 14)], basis="inferred")
LANES = {event_id: ["a", ""] for event_id in small_war()["event_id"]}
LINKS = places.links(("USA", "Port Sud", 10.0, 20.0, 2), *((c, "P", 9.0, 9.0, 1) for c in ("FRA", "IRN", "ISR", "IRQ",
                                                                                          "LBN", "SYR")))  # fmt: skip
AREA = {"place_precision": "country", "level": 2}
PAIRS = profile.matrix(("a", "b", 9, -5.0), ("b", "a", 3, 2.0), ("c", "d", 1, -1.0))
ROWS = [(0, "forth", 2.0), (9, "back", 3.0)]
# One drawing of every chart, and of each of its special cases that has words of its own.
CHARTS = {
    "ladder": (figures.ladder_figure, small_war(), small_war_responses(), {"phases": phases.PHASES}),
    "ladder narrow": (figures.ladder_figure, small_war(), small_war_responses(), {"narrow": True}),
    "ladder crowd": (figures.ladder_figure, random_events(900), responses_frame(), {"folded": False}),
    "ladder empty": (figures.ladder_figure, small_war().iloc[:0], responses_frame(), {}),
    "ladder undated": (figures.ladder_figure, small_war().iloc[-1:], responses_frame(), {}),
    "lanes": (figures.timeline_figure, small_war(), {"responses": small_war_responses(), "lane": "type"}),
    "lanes place": (figures.timeline_figure, small_war(), {"lane": "place", "folded": True}),
    "lanes many": (figures.timeline_figure, small_war(), {"lane": "source", "lanes": LANES}),
    "lanes crowd": (figures.timeline_figure, random_events(900), {}),
    "lanes too many": (figures.timeline_figure, random_events(2100), {}),
    "density": (figures.density_figure, density.density_frame(30, 4, n=70_000), {}),
    "density dark": (figures.density_figure, density.density_frame(3, 4), {"dark": True}),
    "density empty": (figures.density_figure, density.density_frame(3, 4).iloc[:0], {}),
    "exchanges": (figures.exchanges_figure, exchanges.pair(), small_war_responses(), {"threats": THREATS}),
    "exchanges inferred": (figures.exchanges_figure, exchanges.pair(), INFERRED, {"folded": False}),
    "exchanges empty": (figures.exchanges_figure, exchanges.pair().iloc[:0], responses_frame(), {}),
    "exchanges sums": (figures.exchanges_density_figure, exchanges.bins([(0, "forth", 3, 9.0)]), {}),
    "exchanges no sums": (figures.exchanges_density_figure, exchanges.bins([]), {}),
    "balance": (figures.balance_figure, exchanges.acts(ROWS), {}),
    "balance equal": (figures.balance_figure, exchanges.acts([(0, "both", 2.0)]), {"folded": False}),
    "balance empty": (figures.balance_figure, exchanges.acts([(0, "forth", 0.0)]), {}),
    "lags": (figures.lags_figure, INFERRED, {}),
    "lags narrow": (figures.lags_figure, exchanges.links([("a", "b", 4)]), {"narrow": True}),
    "lags empty": (figures.lags_figure, exchanges.links([]), {}),
    "actor": (figures.actor_figure, sides.norland(), {}),
    "actor empty": (figures.actor_figure, sides.norland().iloc[:0], {}),
    "deeds": (figures.deeds_figure, profile.quads(("initiator", 3, 14), ("target", 4, 3)), {}),
    "deeds empty": (figures.deeds_figure, profile.quads(), {}),
    "compare": (figures.compare_figure, profile.series(("a", 0, 2.0), ("b", 10, 3.0)), {}),
    "compare empty": (figures.compare_figure, profile.series(), {}),
    "matrix": (figures.matrix_figure, matrix.matrix_frame(20), {}),
    "matrix empty": (figures.matrix_figure, matrix.matrix_frame().iloc[:0], {}),
    "network": (figures.network_figure, PAIRS, {}),
    "network empty": (figures.network_figure, PAIRS.iloc[:0], {}),
    "map": (figures.map_figure, places.places({}, AREA), {"total": 9, "links": LINKS}),
    "map empty": (figures.map_figure, places.places().iloc[:0], {"total": 0}),
    "brush": (figures.brush_figure, brush.times(), {"window": (date(2034, 2, 1), None)}),
    "brush narrow": (figures.brush_figure, brush.times(), {"narrow": True}),
    "brush empty": (figures.brush_figure, brush.times([]), {}),
    "phases": (figures.phases_figure, phases.HEAT, phases.phases(
        [(n, "2034-04-03", "2034-06-03", 1.0, "", "d") for n in range(12)]), {}),
    "phases empty": (figures.phases_figure, phases.HEAT.iloc[:0], phases.PHASES, {}),
    "reports": (figures.event_reports_figure, reports.three(), {"event_start": date(2034, 7, 31)}),
    "reports undated": (figures.event_reports_figure, reports.three().iloc[2:], {}),
    "reports empty": (figures.event_reports_figure, reports.mentions_frame(), {}),
    "accounts": (figures.accounts_figure, accounts.voices({}, {"killed_min": None, "killed_max": None}), {}),
    "accounts many": (figures.accounts_figure, accounts.voices(*({"who": f"S{n}"} for n in range(27))), {}),
    "accounts empty": (figures.accounts_figure, accounts.voices().head(0), {}),
}  # fmt: skip
MARKUP = re.compile(r"\w+…|<[^>]*>|%\{[^}]*\}|&#?\w+;")
WORD = re.compile(r"[A-Za-z]{2,}")


def in_greek(entry):
    """The words with every letter outside braces in Greek."""
    if isinstance(entry, dict):
        return {code: in_greek(said) for code, said in entry.items()}
    if isinstance(entry, list):
        return [in_greek(said) for said in entry]
    return "".join(part if part.startswith("{") else part.translate(GREEK) for part in re.split(r"(\{\w+\})", entry))


@pytest.fixture
def greek(tmp_path, monkeypatch):
    """A language whose every word is in Greek letters; its months are Greek."""
    for language, change in (("en", lambda entry: entry), ("el", in_greek)):
        (tmp_path / language).mkdir()
        table = {name: change(entry) for name, entry in words.read_words("en").items()}
        (tmp_path / language / "all.yaml").write_text(yaml.safe_dump(table, allow_unicode=True), encoding="utf-8")
    monkeypatch.setattr(words, "WORDS_DIR", tmp_path)
    words.read_words.cache_clear()
    words.languages.cache_clear()
    yield "el"
    monkeypatch.undo()
    words.read_words.cache_clear()
    words.languages.cache_clear()


def draw(name, language):
    figure, *frames, options = CHARTS[name]
    return figure(*frames, title="", language=language, **options)


def told(fig):
    """Every text that a reader sees, points at or hears."""
    keys = {"text", "hovertext", "ticktext", "name", "hovertemplate", "title"}
    found = [fig.layout.meta["summary"], fig.layout.meta.get("empty", "")]

    def walk(value, key=""):
        if isinstance(value, dict):
            for inner, part in value.items():
                walk(part, inner)
        elif isinstance(value, list):
            for part in value:
                walk(part, key)
        elif key in keys and isinstance(value, str):
            found.append(value)

    walk(json.loads(fig.to_json()) | {"meta": None})
    return found


def latin(texts):
    return {word.lower() for text in texts for word in WORD.findall(MARKUP.sub(" ", text))}


def in_data(name):
    """Words of the frames that a chart draws, and the names of the cities under a map."""
    _, *frames, _ = CHARTS[name]
    cells = [str(cell) for frame in frames for cell in frame.to_numpy().ravel()]
    return latin(cells) - {"event", "events", "report", "reports"}


@pytest.mark.parametrize("name", CHARTS)
def test_no_chart_says_a_word_that_is_not_in_the_tables(name, greek):
    """Titles, ticks, legends, labels, hover words, summaries, reasons for an empty chart."""
    towns = {city.name for city in cities_in(Window(-180, 180, -90, 90), 100_000)} if name == "map" else set()
    texts = [text for text in told(draw(name, greek)) if text not in towns]
    assert latin(texts) - in_data(name) - {"usa", "fra", "irn", "isr", "irq", "lbn", "syr"} == set()


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_in_french_is_as_complete(name):
    """As many words as in English, and other ones."""
    english, french = (told(draw(name, language)) for language in ("en", "fr"))
    assert bool(french[0]) is bool(english[0])
    assert french != english


def test_the_tools_of_a_chart_speak_french():
    """Months on axes and in hover words are written by Plotly, which is told them with the chart."""
    config = figures.chart_config("chart", language="fr")
    months = config["locales"][config["locale"]]["format"]["shortMonths"]
    assert (months[3], months[7]) == ("avr.", "août")
    assert config["locales"]["fr"]["dictionary"]["Zoom"] == "Zoomer"
