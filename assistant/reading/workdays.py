"""Arithmetic of days: working days are Monday to Friday, and a week ends on Friday."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

FRIDAY = 4


def add_working_days(day: date, count: int) -> date:
    """The `count`-th Monday-to-Friday day after `day`."""
    while count > 0:
        day += timedelta(days=1)
        if day.weekday() <= FRIDAY:
            count -= 1
    return day


def last_working_day_before(day: date) -> date:
    """The nearest Monday-to-Friday day earlier than `day`."""
    day -= timedelta(days=1)
    while day.weekday() > FRIDAY:
        day -= timedelta(days=1)
    return day


def friday_of(day: date, weeks: int = 0) -> date:
    """The Friday of the week (Monday to Sunday) that `day` lies in, or of the one `weeks` later."""
    return weekday_of(day, FRIDAY, weeks)


def weekday_of(day: date, weekday: int, weeks: int = 0) -> date:
    """That weekday (0 is Monday) of the week that `day` lies in, or of the one `weeks` later."""
    return day - timedelta(days=day.weekday()) + timedelta(days=weekday, weeks=weeks)


def next_weekday(day: date, weekday: int) -> date:
    """The first such weekday strictly after `day`."""
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def last_weekday(day: date, weekday: int) -> date:
    """The latest such weekday strictly before `day`."""
    return day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1)


def month_end(year: int, month: int) -> date:
    """The last day of that month."""
    return date(year, month, monthrange(year, month)[1])


def add_months(day: date, count: int) -> date:
    """The same day `count` months later, or that month's last day where it is shorter."""
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def week_of_month(year: int, month: int, number: int) -> date:
    """The Friday of the `number`-th week of a month; week one has at least three of its working days."""
    first = date(year, month, 1)
    start = 0 if first.weekday() <= 2 else 1
    return friday_of(first, start + number - 1)
