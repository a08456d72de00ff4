"""A calendar knows its days off, of every year it reaches, and nothing beyond."""

from collections.abc import Iterator

from tiku.model import Calendar, Library
from tiku.model.calendars import WEEKEND
from tiku.model.problem import Problem
from tiku.rules.rule import advice, error, rule


@rule(
    error("calendar-needs"),
    error("calendar-day"),
    error("calendar-order"),
    error("calendar-day-twice"),
    advice("calendar-gap"),
)
def calendars_hold_together(library: Library) -> Iterator[Problem]:
    """Days off are in reach and no weekends, worked days are."""
    for calendar in library.calendars:
        for key in ("id", "title", "first", "last"):
            if not getattr(calendar, key):
                yield Problem("calendar-needs", calendar.origin.place(key), {"key": key})
        if calendar.first and calendar.last and calendar.first > calendar.last:
            yield Problem("calendar-order", calendar.origin.place("last"))
            continue
        yield from _days(calendar)
        yield from _gaps(calendar)


def _gaps(calendar: Calendar) -> Iterator[Problem]:
    """A year without a day off was perhaps not put in yet."""
    if calendar.off and calendar.first and calendar.last:
        known = {day.year for day in calendar.off}
        missing = [y for y in range(calendar.first.year, calendar.last.year + 1) if y not in known]
        if missing:
            place = calendar.origin.place("off")
            yield Problem("calendar-gap", place, {"years": list(map(str, missing))})


def _days(calendar: Calendar) -> Iterator[Problem]:
    for key in ("off", "worked"):
        days = getattr(calendar, key)
        for at, day in enumerate(days):
            if day in days[:at]:
                yield Problem("calendar-day-twice", calendar.origin.place(key, at), {"date": day})
            outside = not (calendar.first and calendar.last) or not (
                calendar.first <= day <= calendar.last
            )
            if outside or (day.weekday() in WEEKEND) != (key == "worked"):
                yield Problem("calendar-day", calendar.origin.place(key, at), {"date": day})
