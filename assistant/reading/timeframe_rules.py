"""What a stretch of time counts from and to: the rules of prompts/reading/timeframes.toml and the reckoning each names.

A reckoning takes the match and the day on which it was said, and gives the last day that is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

from assistant import prompts
from assistant.errors import ContentError
from assistant.reading import calendar_words, mention_days, workdays
from assistant.reading.mentions import Mention

DATE, WEEKDAY, MONTH = "\ue000", "\ue001", "\ue002"
_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": 5, "final": 5}
_LAST_OF_PART = {"early": 1, "mid": 2, "late": 4, None: 4}
_HABIT = re.compile(r"(?<!\w)(?:a|an|every|each|most|any|per|some)\s+$")
_NEXT = re.compile(r"next|nxt|following|nächst|prochain|próximo|proximo|que\s+v|sau|tới")


@dataclass(frozen=True, slots=True)
class Context:
    """The day on which it was said, the dates that the markers stand for, and whether notes write the month first."""

    base: date
    by_start: dict[int, Mention]
    month_first: bool

    def day(self, position: int) -> date | None:
        """The first day from `base` on that the date at `position` can mean."""
        return mention_days.on_or_after(self.by_start[position], self.base, self.month_first)


Reckoning = Callable[[re.Match[str], Context], date | None]


@cache
def load() -> tuple[tuple[re.Pattern[str], Reckoning], ...]:
    """All rules in file order, each with its reckoning; raises ContentError naming the entry that is wrong."""
    content = prompts.read_toml(prompts.folder() / "reading" / "timeframes.toml")
    slots = {"DATE": DATE, "WEEKDAY": WEEKDAY, "MONTH": MONTH, "NUMBER": calendar_words.count_pattern()}
    slots["feast"] = "|".join(sorted(map(re.escape, _feasts()), key=len, reverse=True))
    for name, alternatives in content.get("words", {}).items():
        slots[name] = _filled("|".join(alternatives), slots)
    entries = enumerate(content.get("rule", []), 1)
    return tuple(rule for number, entry in entries for rule in _rules(number, entry, slots))


def _rules(number: int, entry: dict[str, object], slots: dict[str, str]) -> Iterator[tuple[re.Pattern[str], Reckoning]]:
    """One pattern for each way of writing that has named parts, and one for all the others together."""
    try:
        means, words = entry.get("means"), entry["words"]
        reckoning = _RECKONINGS[str(means)] if means else _in_days(int(str(entry["days"])))
        if not isinstance(words, list):
            raise TypeError("words must be a list")
        filled = [_filled(word, slots) for word in words]
        plain = "|".join(word for word in filled if "(?P<" not in word)
        for pattern in filter(None, (plain, *(word for word in filled if "(?P<" in word))):
            yield re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), reckoning
    except (KeyError, TypeError, ValueError, re.error) as error:
        raise ContentError(f"timeframes.toml: rule {number}: {error}") from error


def _filled(pattern: str, slots: dict[str, str]) -> str:
    return re.sub(r"@(\w+)@", lambda match: f"(?:{slots[match.group(1)]})", pattern)


@cache
def _feasts() -> dict[str, int | list[int]]:
    return dict(prompts.read_toml(prompts.folder() / "reading" / "timeframes.toml").get("feasts", {}))


def _weekday(match: re.Match[str], context: Context) -> int:
    return context.by_start[match.start("day")].weekday or 0


def _week_number(match: re.Match[str]) -> int:
    groups = match.groupdict()
    return next((number for number in (2, 1, 0) if groups.get(f"w{number}")), 0)


def _part_of(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    return next((name for name in ("early", "mid", "late") if groups.get(name)), None)


def _week(match: re.Match[str], context: Context) -> date | None:
    weeks = _week_number(match)
    if weeks == 0 and context.base.weekday() > workdays.FRIDAY:
        weeks = 1
    return workdays.weekday_of(context.base, _LAST_OF_PART[_part_of(match)], weeks)


def _week_day(match: re.Match[str], context: Context) -> date | None:
    weekday = context.by_start[match.start("day")].weekday
    return None if weekday is None else workdays.weekday_of(context.base, weekday, _week_number(match))


def _day_of_next_week(match: re.Match[str], context: Context) -> date | None:
    return workdays.weekday_of(context.base, _weekday(match, context), 1)


def _this_weekday(match: re.Match[str], context: Context) -> date | None:
    return context.day(match.start("day"))


def _weekday_in_a_week(match: re.Match[str], context: Context) -> date | None:
    return workdays.next_weekday(context.base, _weekday(match, context)) + timedelta(weeks=1)


def _weeks_after_weekday(match: re.Match[str], context: Context) -> date | None:
    """`two weeks Monday` and `Monday fortnight`: that many weeks after the coming Monday."""
    number = calendar_words.count(match.groupdict().get("n") or "2")
    return workdays.next_weekday(context.base, _weekday(match, context)) + timedelta(weeks=number) if number else None


def _written(match: re.Match[str], context: Context) -> date | None:
    return None if _HABIT.search(match.string[: match.start()][-12:]) else context.day(match.start())


def _day_before(match: re.Match[str], context: Context) -> date | None:
    day = context.day(match.start("day"))
    return day and workdays.last_working_day_before(day)


def _week_of(match: re.Match[str], context: Context) -> date | None:
    day = context.day(match.start("day"))
    return day and workdays.friday_of(day)


def _iso_week(match: re.Match[str], context: Context) -> date | None:
    number = int(match.group("number"))
    if not 1 <= number <= 52:
        return None
    day = date.fromisocalendar(context.base.year, number, 5)
    return day if day >= context.base else date.fromisocalendar(context.base.year + 1, number, 5)


def _month_ahead(match: re.Match[str], context: Context) -> tuple[int, int]:
    """Year and month that a named month, `next month` or `the month` means, looking ahead."""
    base = context.base
    if (position := match.start("month")) in context.by_start:
        mention = context.by_start[position]
        month = mention.month or base.month
        return mention.year or (base.year if month >= base.month else base.year + 1), month
    later = workdays.add_months(base.replace(day=1), 1 if _NEXT.search(match.group("month")) else 0)
    return later.year, later.month


def _month_part(match: re.Match[str], context: Context) -> date | None:
    year, month = _month_ahead(match, context)
    part = _part_of(match)
    if part == "late":
        return workdays.month_end(year, month)
    return date(year, month, 10 if part == "early" else 15)


def _in_month(match: re.Match[str], context: Context) -> date | None:
    return workdays.month_end(*_month_ahead(match, context))


def _end_of_month(match: re.Match[str], context: Context) -> date | None:
    return workdays.month_end(context.base.year, context.base.month)


def _week_in_month(match: re.Match[str], context: Context) -> date | None:
    year, month = _month_ahead(match, context)
    number = _NTH[match.group("nth")]
    if number < 5:
        return workdays.week_of_month(year, month, number)
    last = workdays.month_end(year, month)
    return last if last.weekday() <= workdays.FRIDAY else workdays.last_working_day_before(last)


def _weekday_in_month(match: re.Match[str], context: Context) -> date | None:
    """`the first Tuesday in August`, `the last Friday of the month`."""
    year, month = _month_ahead(match, context)
    number, weekday = _NTH[match.group("nth")], _weekday(match, context)
    if number == 5:
        return workdays.last_weekday(workdays.month_end(year, month) + timedelta(days=1), weekday)
    return workdays.next_weekday(date(year, month, 1) - timedelta(days=1), weekday) + timedelta(weeks=number - 1)


def _half_of_month(match: re.Match[str], context: Context) -> date | None:
    return date(*_month_ahead(match, context), 15)


def _count(match: re.Match[str], context: Context) -> date | None:
    number = calendar_words.count(match.group("n2") or match.group("n"))
    if number is None:
        return None
    base = _anchored(match, context)
    if match.group("wd"):
        return workdays.add_working_days(base, number)
    if match.group("mo"):
        return workdays.add_months(base, number)
    days = number * (14 if match.group("f") else 7 if match.group("w") else 1)
    return base + timedelta(days=-(-number // 24) if match.group("h") else days)


def _anchored(match: re.Match[str], context: Context) -> date:
    """The day that is counted from: the one named after it, unless that is the weekday of the interview itself."""
    if not match.group("anchor"):
        return context.base
    mention = context.by_start[match.start("anchor")]
    if mention.kind == "weekday" and mention.weekday == context.base.weekday() and match.group("between"):
        return context.base
    return context.day(match.start("anchor")) or context.base


def _week_or_two(match: re.Match[str], context: Context) -> date | None:
    number = calendar_words.count(match.group("n")) or 1
    return context.base + timedelta(days=number * (7 if match.group("unit").startswith("w") else 1))


def _in_days(number: int) -> Reckoning:
    def reckon(match: re.Match[str], context: Context) -> date | None:
        return context.base + timedelta(days=number)

    return reckon


def _end_of_year(match: re.Match[str], context: Context) -> date | None:
    return date(context.base.year, 12, 31)


def _quarter(match: re.Match[str], context: Context) -> date | None:
    month = int(match.group("q")) * 3
    return workdays.month_end(context.base.year + (month < context.base.month), month)


def _weekend(match: re.Match[str], context: Context) -> date | None:
    """`over the weekend` ends on Sunday, `before the weekend` on Friday, `after the weekend` means Monday."""
    sunday = workdays.weekday_of(context.base, 6)
    shift = -2 if match.group("before") else 1 if match.group("after") else 0
    return sunday + timedelta(days=shift)


def _feast(match: re.Match[str], context: Context) -> date | None:
    """The next such feast, or the last working day before it."""
    when = _feasts()[match.group("feast")]
    days = (_feast_day(when, context.base.year + later) for later in (0, 1))
    day = next(day for day in days if day >= context.base)
    return workdays.last_working_day_before(day) if match.group("before") else day


def _feast_day(when: int | list[int], year: int) -> date:
    return easter(year) + timedelta(days=when) if isinstance(when, int) else date(year, *when)


_RECKONINGS: dict[str, Reckoning] = {
    "week": _week, "week_day": _week_day, "day_of_next_week": _day_of_next_week, "this_weekday": _this_weekday,
    "weekday_in_a_week": _weekday_in_a_week, "weeks_after_weekday": _weeks_after_weekday, "written": _written,
    "day_before": _day_before, "week_of": _week_of, "iso_week": _iso_week, "month_part": _month_part,
    "in_month": _in_month, "end_of_month": _end_of_month, "week_in_month": _week_in_month,
    "weekday_in_month": _weekday_in_month, "half_of_month": _half_of_month, "count": _count,
    "week_or_two": _week_or_two, "end_of_year": _end_of_year, "quarter": _quarter, "weekend": _weekend,
    "feast": _feast,
}  # fmt: skip
