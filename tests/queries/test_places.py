"""Places for the map: every event once, the gravest in front."""

from timeline.queries import Filters, list_events, list_place_links, list_place_times, list_places, place_events

ALL = Filters(statements=True)


def test_every_placed_event_is_counted_once(many_build):
    """The counts of all places sum to the events that have coordinates."""
    placed = list_events(many_build, ALL).dropna(subset=["lat"])
    assert list_places(many_build, ALL)["n_events"].sum() == len(placed) > 0


def test_the_gravest_event_stands_for_its_place(many_build):
    """No event at the place has a higher level than the one a mark opens."""
    events = list_events(many_build, ALL).set_index("event_id")
    for row in list_places(many_build, ALL).to_dict("records"):
        there = events[events["place"] == row["place"]]
        assert row["level"] == there["level"].max() == events.loc[row["event_id"], "level"]


def test_a_place_opens_its_events(many_build):
    """What a mark counts is what its list shows."""
    place = list_places(many_build, ALL).iloc[0]
    assert len(place_events(many_build, place["place"], ALL)) == place["n_events"]


def test_lines_come_from_states_of_initiators(many_build):
    """A line counts the events at the place begun by someone of that state; in a mutual act both sides begin."""
    events = list_events(many_build, ALL).dropna(subset=["lat"]).to_dict("records")
    begun = [row["initiators"] + (row["targets"] if row["symmetric"] else []) for row in events]
    links = list_place_links(many_build, ALL).to_dict("records")
    assert links
    for row in links:
        assert row["n_events"] == sum(any(i[:3].upper() == row["state"] for i in ids) for ids in begun)


def test_the_brush_counts_every_placed_and_dated_event_once(many_build):
    """However many stretches time is cut into; stretches follow one another and end with a last day of their own."""
    placed = list_events(many_build, ALL).dropna(subset=["lat", "date_start"])
    for bins in (1, 7, 120):
        times = list_place_times(many_build, ALL, bins=bins)
        assert times["n"].sum() == len(placed) > 0
        assert len(times) <= bins
        assert (times["bin_start"] <= times["bin_end"]).all()
        assert (times["bin_end"].iloc[:-1].to_numpy() < times["bin_start"].iloc[1:].to_numpy()).all()
