"""A date mention put on the calendar: the nearest day that fits its words, before or after a base day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from assistant.reading.mentions import Mention, calendar_day, swapped
from assistant.reading.workdays import last_weekday, next_weekday


def on_or_after(mention: Mention, base: date, month_first: bool = False) -> date | None:
    """The first day from `base` on that the mention can mean; a full date stands for itself."""
    if mention.kind == "weekday":
        return next_weekday(base, mention.weekday or 0)
    if mention.kind == "day":
        return _pick(mention, _days_of_months(mention, base, range(0, 13)), lambda day: day >= base)
    if mention.kind == "date":
        return _pick(mention, _dated(mention, base, month_first, (0, 1)), lambda day: day >= base - timedelta(days=3))
    return None


def on_or_before(mention: Mention, base: date, month_first: bool = False) -> date | None:
    """The last day up to `base` that the mention can mean; a full date stands for itself."""
    if mention.kind == "weekday":
        return last_weekday(base, mention.weekday or 0)
    if mention.kind == "day":
        return _pick(mention, _days_of_months(mention, base, range(0, -13, -1)), lambda day: day <= base)
    if mention.kind == "date":
        return _pick(mention, _dated(mention, base, month_first, (0, -1)), lambda day: day <= base)
    return None


def month_first(mentions: list[Mention]) -> bool:
    """True where an unambiguous numeric date or a weekday shows that these notes write the month first."""
    votes = 0
    for mention in mentions:
        if not mention.text or not any(mark in mention.text for mark in "/-") or mention.text[:4].isdigit():
            continue
        if (
            not mention.swappable
            and mention.month is not None
            and mention.day is not None
            and mention.month != mention.day
        ):
            votes += 1 if _first_number(mention.text) == mention.month else -1
        elif mention.weekday is not None and mention.year is not None:
            plain, other = _exact(mention), _exact(swapped(mention))
            votes -= plain is not None and plain.weekday() == mention.weekday
            votes += other is not None and other.weekday() == mention.weekday
    return votes > 0


def _first_number(text: str) -> int:
    digits = ""
    for character in text.lstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ .,"):
        if not character.isdigit():
            break
        digits += character
    return int(digits or 0)


def _exact(mention: Mention) -> date | None:
    return calendar_day(mention.year or 0, mention.month or 0, mention.day or 0) if mention.year else None


def _dated(mention: Mention, base: date, month_first: bool, years: tuple[int, ...]) -> list[date]:
    """The days a day-and-month can mean, likeliest first: the notes' own order before the swapped one."""
    readings = [mention]
    if mention.swappable:
        readings = [swapped(mention), mention] if month_first else [mention, swapped(mention)]
    days = []
    for reading in readings:
        for year in (reading.year,) if reading.year else tuple(base.year + offset for offset in years):
            day = calendar_day(year, reading.month or 0, reading.day or 0)
            if day:
                days.append(day)
    return sorted(days, key=lambda day: abs(day - base)) if mention.swappable and not month_first else days


def _days_of_months(mention: Mention, base: date, offsets: range) -> list[date]:
    days = []
    for offset in offsets:
        year, month = divmod(base.year * 12 + base.month - 1 + offset, 12)
        day = calendar_day(year, month + 1, mention.day or 0)
        if day:
            days.append(day)
    return days


def _pick(mention: Mention, days: list[date], fits: Callable[[date], bool]) -> date | None:
    """The first day that fits and has the named weekday; else the first that fits; else a full date as it stands."""
    fitting = [day for day in days if fits(day)]
    near = fitting[: 2 if mention.kind == "date" else 1] + [day for day in fitting if mention.kind == "day"][:2]
    if mention.weekday is not None:
        agreeing = [day for day in near if day.weekday() == mention.weekday]
        if agreeing:
            return agreeing[0]
    if fitting:
        return fitting[0]
    return days[0] if days and mention.year else None
