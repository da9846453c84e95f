"""The first day of the Chinese year, from the winter solstice and the new moons behind it."""

from __future__ import annotations

from datetime import date
from math import cos, radians, sin

# Julian day of the midnight with ordinal 0. Beijing keeps UTC+8; dynamical time, which the formulas give, differs from
# universal time by about a minute in modern centuries.
_JULIAN_OF_ORDINAL_ZERO = 1721424.5
_BEIJING_AHEAD = 8 / 24
_FIRST_POSSIBLE = (1, 21)
# From the calendar reform on that reckons with the true sun and moon, to where the clock drifts too far to tell.
CHINESE_YEARS = range(1645, 2201)


def _beijing_day(julian: float) -> date:
    return date.fromordinal(int(julian + _BEIJING_AHEAD - _JULIAN_OF_ORDINAL_ZERO))


def _new_moon(number: int) -> date:
    """The day of a new moon counted from 6 January 2000 (Meeus, Astronomical Algorithms, chapter 49, largest terms)."""
    century = number / 1236.85
    julian = 2451550.09766 + 29.530588861 * number + 0.00015437 * century**2
    sun = radians(2.5534 + 29.10535670 * number)
    moon = radians(201.5643 + 385.81693528 * number)
    latitude = radians(160.7108 + 390.67050284 * number)
    node = radians(124.7746 - 1.56375588 * number)
    julian += -0.4072 * sin(moon) + 0.17241 * sin(sun) + 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * latitude)
    julian += 0.00739 * sin(moon - sun) - 0.00514 * sin(moon + sun) + 0.00208 * sin(2 * sun)
    julian += -0.00111 * sin(moon - 2 * latitude) - 0.00057 * sin(moon + 2 * latitude) - 0.00017 * sin(node)
    return _beijing_day(julian)


def _winter_solstice(year: int) -> date:
    """The day of the December solstice (the same, chapter 27)."""
    era = (year - 2000) / 1000
    mean = 2451900.05952 + 365242.74049 * era - 0.06223 * era**2 - 0.00823 * era**3
    century = (mean - 2451545.0) / 36525
    longitude = radians(35999.373 * century - 2.47)
    terms = sum(size * cos(radians(start + speed * century)) for size, start, speed in _SOLSTICE_TERMS)
    return _beijing_day(mean + 0.00001 * terms / (1 + 0.0334 * cos(longitude) + 0.0007 * cos(2 * longitude)))


_SOLSTICE_TERMS = (
    (485, 324.96, 1934.136),
    (203, 337.23, 32964.467),
    (199, 342.08, 20.186),
    (182, 27.85, 445267.112),
    (156, 73.14, 45036.886),
    (136, 171.52, 22518.443),
    (77, 222.54, 65928.934),
    (74, 296.72, 3034.906),
)


def chinese_new_year(year: int) -> date:
    """The second new moon behind the one on or before the solstice; the third where a leap month lies between."""
    solstice = _winter_solstice(year - 1)
    number = int((solstice.toordinal() - date(2000, 1, 6).toordinal()) / 29.530588861) - 2
    while _new_moon(number + 1) <= solstice:
        number += 1
    day = _new_moon(number + 2)
    return day if (day.month, day.day) >= _FIRST_POSSIBLE else _new_moon(number + 3)
