"""What the accounts page compares stands in the address; what the address asks in vain is named."""

import pytest


def picked(app):
    return app.selectbox(key="account_event").value


def test_a_link_restores_the_event(open_page):
    """Also one that is not among the most disputed: any event of the case may be compared."""
    app = open_page("populated", "accounts", event="E13")
    assert picked(app) == "E13"
    assert any("sector 13" in option for option in app.selectbox(key="account_event").options)


def test_choosing_writes_the_address(open_page):
    """The event goes into the address, and to the event's own page from there."""
    app = open_page("populated", "accounts")
    other = app.selectbox(key="account_event").options[1]
    app.selectbox(key="account_event").select_index(1).run()
    assert picked(app) in app.query_params["event"]
    assert f"(sector {picked(app)[1:]})" in other


def test_two_actors_are_in_the_address_too(open_page):
    """By their names, as on the screen."""
    app = open_page("populated", "accounts", of="Two actors", acts="Sudria → Westmark")
    assert app.selectbox(key="acts").value == "Sudria → Westmark"


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        ("accounts", {"of": "Two actors", "acts": "Nobody → Nowhere"}),
        ("timeline", {"lane": "Colour"}),
        ("overview", {"baseline": "Tomorrow"}),
        ("actors", {"actor": "Nobody"}),
        ("actors", {"when": "Phase 77"}),
        ("changes", {"feed": "Gossip"}),
    ],
)
def test_a_chart_choice_that_cannot_be_is_named(open_page, page, asked):
    """It falls back to the default, and the page says so until the reader goes on."""
    app = open_page("populated", page, **asked)
    (value,) = [value for key, value in asked.items() if key != "of"]
    said = "\n".join(str(one.value) for one in app.warning).replace("\\", "").replace("\u2060", "")
    assert value in said
    assert not app.exception


def test_an_unknown_event_is_named(open_page):
    """And the most disputed one is shown."""
    app = open_page("populated", "accounts", event="E-nothing")
    assert "nothing" in "\n".join(str(one.value) for one in app.info)
    assert picked(app)


def test_dates_are_read_and_kept(open_page):
    """On the screen as everywhere on it, `11–14 Oct 2023`; nothing there is written in brackets of a standard."""
    app = open_page("populated", "accounts", event="E2")
    dates = [str(value) for table in app.dataframe if "dates" in table.value for value in table.value["dates"]]
    assert dates
    assert not any("[" in value or "/" in value or value[:4].isdigit() for value in dates if value)
