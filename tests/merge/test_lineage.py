"""A link to an event goes on working after every rebuild."""

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import make_event, make_mention
from timeline.merge import redirects_of


def event_of(id, *mention_ids):
    return make_event(id, mentions=[make_mention(id=mention) for mention in mention_ids])


def test_an_id_that_vanished_leads_to_the_event_that_holds_its_reports():
    """An earlier report arrived, and the event took its id from it."""
    assert redirects_of({"old": ["m1", "m2"]}, [event_of("new", "m0", "m1", "m2")]) == (("old", "new"),)


def test_an_id_that_still_stands_is_not_redirected():
    """Nothing moved, nothing to publish."""
    assert redirects_of({"e": ["m1"]}, [event_of("e", "m1", "m2")]) == ()


def test_an_event_that_was_split_leads_to_its_larger_part():
    """Most of its reports decide."""
    events = [event_of("a", "m1"), event_of("b", "m2", "m3")]
    assert redirects_of({"old": ["m1", "m2", "m3"]}, events) == (("old", "b"),)


def test_an_id_whose_reports_are_gone_leads_nowhere():
    """No redirect is invented."""
    assert redirects_of({"old": ["m9"]}, [event_of("a", "m1")]) == ()


@given(
    st.dictionaries(st.sampled_from("abcde"), st.lists(st.sampled_from("123456"), max_size=3), max_size=5),
    st.sets(st.sampled_from("123456"), min_size=1),
)
def test_a_redirect_never_loops(retired, mentions):
    """Every redirect ends at a present event, in one step."""
    found = redirects_of(retired, [event_of("a", *sorted(mentions))])
    assert all(target == "a" and old != "a" for old, target in found)
