"""The shipped server settings and pages are what the reliability rules ask for."""

import tomllib

import pytest

from timeline.settings import ROOT

# reliability section 4; a change here is a decision about safety, not a matter of taste.
WANTED = {
    "server": {
        "address": "127.0.0.1",
        "headless": True,
        "maxUploadSize": 25,
        "maxMessageSize": 50,
        "enableCORS": True,
        "enableXsrfProtection": True,
        "allowedHosts": ["localhost", "127.0.0.1"],
        "enableStaticServing": False,
        "enableAgentApi": False,
        "fileWatcherType": "none",
        "disconnectedSessionTTL": 900,
        "maxCacheDataSize": "500mb",
    },
    "client": {"showErrorDetails": "none", "toolbarMode": "viewer", "showErrorLinks": False},
    "browser": {"gatherUsageStats": False},
    "runner": {"magicEnabled": False},
}


@pytest.fixture(scope="module")
def config():
    return tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("section", sorted(WANTED))
def test_settings_do_not_drift(config, section):
    """Every setting of the section stands as decided, and no other was added."""
    assert config[section] == WANTED[section]


def test_both_themes_are_ours(config):
    """Light and dark each set the colours that charts are drawn to match."""
    assert set(config) == {*WANTED, "theme"}
    assert config["theme"]["light"]["backgroundColor"] == "#ffffff"
    assert config["theme"]["dark"]["backgroundColor"] == "#0e1117"


@pytest.mark.parametrize("page", sorted((ROOT / "pages").glob("*.py")), ids=lambda path: path.stem)
def test_a_page_only_arranges(page):
    """A page has at most 60 lines and imports nothing but the screens' room."""
    lines = page.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 60
    imports = [line for line in lines if line.startswith(("import ", "from "))]
    assert all(line.startswith("from timeline.ui") for line in imports)
