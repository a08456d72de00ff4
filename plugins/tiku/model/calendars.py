"""Which days are worked somewhere: weekends, the days off besides, and the weekends worked.

Days are whole numbers, 1970-01-01 is 0. The twin of assets/tools/workdays.js; both read
tests/cases/formulas.json.
"""

from dataclasses import field
from datetime import date, timedelta

from tiku.model.base import NO_ID, Entry, Id
from tiku.model.formula_error import FormulaError
from tiku.model.values import dataclass

EPOCH = date(1970, 1, 1)
MOST = 1000
WEEKEND = (5, 6)


class CalendarError(FormulaError):
    """The calendar does not reach as far as was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar(Entry):
    """A calendar of questions/calendars/."""

    id: Id = NO_ID
    title: str = ""
    first: date | None = None
    last: date | None = None
    off: tuple[date, ...] = ()
    worked: tuple[date, ...] = ()
    sources: tuple[Id, ...] = field(default=())

    def is_worked(self, day: date) -> bool:
        """Raises CalendarError beyond what it knows."""
        if not (self.first and self.last and self.first <= day <= self.last):
            raise CalendarError("beyond", id=self.id)
        return day in self.worked or (day.weekday() not in WEEKEND and day not in self.off)


def number_of(day: date) -> int:
    """Days since 1970-01-01."""
    return (day - EPOCH).days


def day_of(number: float) -> date:
    """The other way."""
    return EPOCH + timedelta(days=int(number))


def workday(start: int, days: int, calendar: Calendar) -> int:
    """The day on which so many worked days after `start` are over; 0 is the day itself."""
    if not 0 <= days <= MOST:
        raise CalendarError("days", most=MOST)
    number = start
    while days:
        number += 1
        days -= calendar.is_worked(day_of(number))
    return number
