"""Colours can be read by everyone, on both screens."""

import pytest

from timeline.figures import theme

THEMES = [theme.LIGHT, theme.DARK]


def grounds(t):
    return (t.paper, t.panel, *t.rungs, t.above, t.below)


@pytest.mark.parametrize("t", THEMES)
def test_text_has_contrast(t):
    """Text and muted text keep 4.5:1 against everything they are written on."""
    assert min(theme.contrast(ink, ground) for ink in (t.text, t.muted) for ground in grounds(t)) >= 4.5


@pytest.mark.parametrize("t", THEMES)
def test_marks_have_contrast(t):
    """Marks and lines keep 3:1 against everything they are drawn on."""
    inks = (*t.actors, t.other, t.line, *t.levels)
    assert min(theme.contrast(ink, ground) for ink in inks for ground in grounds(t)) >= 3


@pytest.mark.parametrize("t", THEMES)
def test_side_names_can_be_read(t):
    """The two sides of an exchange are named in their colours, at text contrast."""
    assert theme.contrast(t.actors[0], t.above) >= 4.5
    assert theme.contrast(t.actors[1], t.below) >= 4.5


def test_every_actor_colour_has_its_own_shape():
    """Colour is never the only channel: as many shapes as colours, all different."""
    assert len(set(theme.SYMBOLS)) == len(theme.LIGHT.actors) == len(set(theme.LIGHT.actors))
    assert len(set(theme.LEVEL_SYMBOLS)) == len(theme.LIGHT.levels) == len(theme.LIGHT.rungs)


def test_contrast_of_black_on_white_is_21():
    """The contrast formula gives the standard's own extremes."""
    assert theme.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert theme.contrast("#777777", "#777777") == 1


def test_fading_mixes_two_colours():
    """Half of black over white is middle grey."""
    assert theme.fade("#000000", "#ffffff", 0.5) == "#808080"
