"""The map moves no place and hides no event."""

import numpy as np
import pandas as pd
import pytest

from tests.figures.frames import HOSTILE
from timeline.figures import map_figure, summary_text
from timeline.figures._backdrop import MOST_CITIES, Window, capitals, cities_in
from timeline.figures._outlines import outlines_in
from timeline.figures.map import map_facts
from timeline.speech import Speech

PLACE = {"place": "Port Sud", "country": "SUD", "lat": 10.0, "lon": 20.0, "place_precision": "city", "n_events": 3,
         "level": 4, "killed": 7, "event_id": "e1"}  # fmt: skip
COLUMNS = ["state", "place", "lat", "lon", "n_events"]


def places(*changes):
    return pd.DataFrame([PLACE | change for change in changes or ({},)])


def links(*rows):
    return pd.DataFrame(rows, columns=COLUMNS)


def draw(*changes, total=3, **options):
    return map_figure(places(*changes), title="Where", total=total, **options)


def marks(fig):
    return next(trace for trace in fig.data if trace.customdata is not None)


def test_a_mark_stands_exactly_where_its_place_is():
    """No coordinate is moved to make room."""
    same = [{"place": f"P{n}", "lon": 20.0 + n / 1000} for n in range(5)]
    assert sorted(marks(draw(*same)).x) == [20.0 + n / 1000 for n in range(5)]


def test_more_events_make_a_larger_mark():
    """The size of a mark tells how many events stand there, one from ten and ten from a thousand."""
    sizes = list(marks(draw(*({"place": f"P{n}", "n_events": n} for n in (1, 10, 1000)))).marker.size)
    assert sizes == sorted(set(sizes))


def test_marks_shrink_where_many_share_the_map():
    """Two hundred busy places cover less of it than four would at the same size."""
    few, many = (
        marks(draw(*({"place": f"P{n}", "n_events": 900} for n in range(count)))).marker.size[0] for count in (4, 200)
    )
    assert many < few


def test_an_area_is_hollow_and_says_so():
    """A region's centre is not shown as if it were the spot."""
    fig = draw({"place_precision": "region"})
    assert marks(fig).marker.line.width[0] > 2
    assert "somewhere in Port Sud" in marks(fig).text[0]


def test_events_without_a_place_are_counted():
    """What cannot be drawn is said under the picture and in its summary."""
    fig = draw(total=10)
    assert "7 events without a place" in " ".join(note.text for note in fig.layout.annotations)
    assert summary_text(fig) == "Map of 3 events of 10 at 1 place. Most: Port Sud 3 events."


def test_no_place_is_an_empty_map_with_words():
    """An empty view says why nothing is drawn."""
    fig = map_figure(places().head(0), title="Where", total=4)
    assert "names a place" in summary_text(fig)


@pytest.mark.parametrize("narrow", [False, True])
def test_a_line_from_beyond_begins_at_the_edge(narrow):
    """A far capital does not squeeze the places; the legend names its state."""
    table = links(("USA", "Port Sud", 10.0, 20.0, 2), ("???", "Port Sud", 10.0, 20.0, 9))
    fig = draw(links=table, narrow=narrow, states={"USA": "United States"})
    (line,) = [trace for trace in fig.data if trace.marker.symbol == "arrow"]
    (west, east), (south, north) = fig.layout.xaxis.range, fig.layout.yaxis.range
    assert line.x[0] == pytest.approx(west, abs=0.01) or line.y[0] == pytest.approx(north, abs=0.01)
    assert west - 0.01 <= line.x[0] <= east
    assert south <= line.y[0] <= north + 0.01
    assert (line.x[-2], line.y[-2]) == pytest.approx((20.0, 10.0), abs=1)
    assert "from United States" in {trace.name for trace in fig.data}
    assert any("United States → Port Sud: 2 events" in (trace.text or ()) for trace in fig.data)


def test_ways_there_and_back_are_two():
    """Of two states that act in each other's capital, neither line lies on the other."""
    (fra_lon, fra_lat), (deu_lon, deu_lat) = capitals()["FRA"], capitals()["DEU"]
    table = links(("FRA", "There", deu_lat, deu_lon, 1), ("DEU", "Here", fra_lat, fra_lon, 1))
    fig = draw({"lon": fra_lon, "lat": fra_lat}, {"lon": deu_lon, "lat": deu_lat, "place": "There"}, links=table)
    one, two = [trace for trace in fig.data if trace.marker.symbol == "arrow"]
    assert one.line.color != two.line.color
    assert abs(one.y[7] - two.y[7]) > 0.5


def test_the_map_holds_still_while_time_moves():
    """Whatever a window of time leaves, the map shows the stretch that the whole of time needs."""
    far = places({}, {"place": "Far", "lon": 60.0, "lat": 30.0})
    assert map_facts(places(), None, 3, Speech(), far).window == map_facts(far, None, 6, Speech()).window


def test_a_place_that_is_the_capital_has_no_line():
    """Nobody acts upon a place from itself."""
    lon, lat = capitals()["FRA"]
    facts = map_facts(places({"lon": lon, "lat": lat}), links(("FRA", "Port Sud", lat, lon, 1)), 3, Speech())
    assert facts.links == ()


def test_hostile_names_are_letters():
    """A place name cannot become markup."""
    fig = draw({"place": HOSTILE})
    assert "<img" not in fig.to_json()
    assert "<script" not in fig.to_json()


def test_a_crowded_map_stays_small():
    """Four hundred places and their backdrop are under 100 kB."""
    crowd = [{"place": f"P{n}", "lat": -60 + n * 0.3, "lon": -170 + n * 0.8, "event_id": f"ev-{n:010}"}
             for n in range(400)]  # fmt: skip
    assert len(draw(*crowd).to_json()) < 100_000


def test_the_backdrop_is_the_largest_cities_of_the_window():
    """Cities lie inside, the largest first, and are bounded in number."""
    window = Window(-180, 180, -85, 85)
    found = cities_in(window)
    assert len(found) == MOST_CITIES
    assert [city.people for city in found] == sorted((city.people for city in found), reverse=True)
    assert all(Window(0, 10, 40, 50).holds(city.lon, city.lat) for city in cities_in(Window(0, 10, 40, 50)))


def steps(line):
    """Every drawn step of an outline, whichever way it runs."""
    pairs = np.concatenate([line[:-1], line[1:]], axis=1)
    return [frozenset({tuple(row[:2]), tuple(row[2:])}) for row in pairs[~np.isnan(pairs).any(axis=1)].tolist()]


def test_coasts_and_borders_meet_the_map_wherever_it_lies():
    """A lake country without a coast has borders too; open sea has nothing to draw."""
    for window in (Window(-71, -57, -23, -10), Window(10, 16, 45, 49), Window(125, 131, 33, 39)):
        line = outlines_in(window, 40.0)
        assert any(window.holds(lon, lat) for lon, lat in line)
    assert len(outlines_in(Window(-150, -140, -50, -40), 40.0)) == 0


def test_a_border_two_states_share_is_drawn_once():
    """Drawn twice it would stand out from the coasts and cost its bytes again."""
    for window in (Window(10, 30, 45, 55), Window(60, 100, 10, 40), Window(-70, -50, -30, -5)):
        drawn = steps(outlines_in(window, 1000.0))
        assert len(drawn) == len(set(drawn)) > 100


def test_no_bare_box_is_drawn_for_an_outline_that_is_not_known():
    """Along the Levant no step runs for half a degree straight along a meridian or a parallel."""
    line = outlines_in(Window(34.0, 36.0, 31.0, 33.0), 1000.0)
    spans = np.abs(np.diff(line, axis=0))
    assert not ((spans == 0).any(axis=1) & (spans.max(axis=1) > 0.5)).any()


def test_outlines_bend_less_the_farther_one_looks():
    """The whole earth costs no more than a page may send: its smallest bends are left out."""
    near, far = (outlines_in(Window(0, 40, 35, 60), px) for px in (100.0, 3.0))
    assert len(far) < len(near)
    assert outlines_in(Window(-180, 180, -85, 85), 3.0).nbytes * 4 / 3 < 30_000


def test_nothing_of_the_ground_can_be_picked():
    """A click meant for a place never lands on a coast or a city."""
    coasts, cities = draw({"lat": 48.0}).data[:2]
    assert (coasts.mode, cities.mode) == ("lines", "markers")
    assert {coasts.hoverinfo, cities.hoverinfo} == {"skip"}
    assert coasts.customdata is cities.customdata is None
