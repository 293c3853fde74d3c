"""Days, weekdays, months and times of day: what a text says about them, and which of them the notes allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from assistant.brief import Brief
from assistant.checking.words import content_keys, plain, table, tokens

STAMP = re.compile(r"(?:^|\n)\s*(?:\[|(?:sent|date|on|received)\s*:)[^\n\]]*$", re.I)  # what stands before a stamp
RANGE_DAYS = 3  # how far "two weeks ago" and the like may lie from the day they speak of


@dataclass(frozen=True, slots=True)
class Mention:
    """One expression of time: what it is and what it can mean; text[start:end] is the expression."""

    start: int
    end: int
    form: str  # day | weekday | month | time | offset | span | year
    days: tuple[date, ...] = ()
    weekday: int | None = None
    month: int | None = None
    minute: int | None = None
    clash: bool = False
    """True where a weekday and a date stand together and do not fit."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, weekday or month of the notes and the keys of the words on its line."""

    weekdays: frozenset[int]
    days: frozenset[date]
    near: frozenset[str]
    month: int | None = None

    def fits(self, mention: Mention) -> bool:
        """Whether a mention in a message can mean this moment."""
        if mention.form == "month":
            return self.month == mention.month or any(day.month == mention.month for day in self.days)
        if self.month is not None:
            return any(day.month == self.month for day in mention.days)
        if mention.form == "day" or mention.form == "offset":
            return bool(self.days & set(mention.days)) or (
                not self.days and any(day.weekday() in self.weekdays for day in mention.days)
            )
        return mention.weekday in self.weekdays


@dataclass(frozen=True, slots=True)
class Dates:
    """What the notes allow."""

    days: frozenset[date]
    interview: date | None
    decision: date | None
    weekdays: frozenset[int]
    months: frozenset[int]
    minutes: frozenset[int]
    years: frozenset[int]
    month_days: frozenset[int]
    text: str
    """The notes in lower case without accents, for expressions taken over word for word."""
    moments: tuple[Moment, ...]
    """Each day or weekday of the notes with the words around it."""


@cache
def _names() -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    data = table("calendar")
    months = {name: number for number, line in enumerate(data["months"], 1) for name in line.split()}
    weekdays = {name: number for number, line in enumerate(data["weekdays"]) for name in line.split("|")}
    return months, weekdays, {word: int(value) for word, value in data["ordinals"].items()}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    months, weekdays, ordinals = _names()
    month = "|".join(sorted(months, key=len, reverse=True))
    weekday = "|".join(sorted(weekdays, key=len, reverse=True))
    day = r"(?:\d{1,2}(?:st|nd|rd|th)?|" + "|".join(sorted(ordinals, key=len, reverse=True)) + ")"
    lead = rf"(?:(?P<weekday>{weekday})\b[.,]?\s+(?:the\s+)?)?"
    count = table("calendar")["count"]
    return {
        "iso": re.compile(r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b"),
        "numeric": re.compile(
            lead + r"(?<![\w/.-])(?P<first>\d{1,2})[/.](?P<second>\d{1,2})(?:[/.](?P<year>\d{4}|\d{2}))?\b(?![.\d%/-])"
        ),
        "day_month": re.compile(
            lead + rf"\b(?P<day>{day})\s+(?:of\s+|de\s+)?(?P<month>{month})\b\.?,?(?:\s+(?P<year>\d{{4}}))?"
        ),
        "month_day": re.compile(
            lead
            + (
                rf"\b(?P<month>{month})\b\.?\s+(?:the\s+)?(?P<day>{day})\b(?!\s*(?:%|people|[a-z]+ing))(?:,?\s+(?P<year>\d{{"
                rf"4}}))?"
            )
        ),
        "ordinal": re.compile(
            lead
            + (
                r"\b(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?!(?:of|and|or|at|in|for|to|when|as|if|"
                r"is|was|has|had|by|with|but|so|which|because|i|you|we|they|he|she|that|on|from|about|suits|works|"
                r"would|will|though|is|at)\b)[a-z])"
            )
        ),
        "spoken_ordinal": re.compile(
            lead
            + r"\b(?:by|on|before|until|of|from|since|after)\s+the\s+(?P<day>"
            + "|".join(sorted(ordinals, key=len, reverse=True))
            + r")\b(?!\s+(?!of\b|and\b|or\b|at\b|in\b|for\b|to\b|when\b|as\b|if\b)[a-z])"
        ),
        "relative_day": re.compile(
            r"\b(?:the\s+)?day\s+(?P<which>before\s+yesterday|after\s+tomorrow)|\b(?P<word>yesterday|tomorrow|"
            r"tonight|today|last\s+night|this\s+(?:morning|afternoon|evening))\b"
        ),
        "weekday": re.compile(
            rf"\b(?P<which>next|last|this|coming|past|following)?\s*(?P<weekday>{weekday})(?:'s|s)?(?:\s+(?P<after>week"
            rf"))?\b"
        ),
        "ago": re.compile(rf"\b(?P<count>{count})\s+(?P<unit>day|week|month|fortnight)s?\s+(?:ago|back|earlier)\b"),
        "in": re.compile(
            rf"\b(?:in|within)\s+(?:the\s+next\s+)?(?P<count>{count})\s+(?P<unit>day|week|month|fortnight)s?(?:'s?)"
            rf"?(?:\s+time)?\b"
        ),
        "week": re.compile(
            r"\b(?P<edge>(?:the\s+)?(?:end|middle|start|beginning|close)\s+of\s+)?(?P<which>the\s+week\s+after\s+next|"
            r"last|next|this|the\s+coming|the\s+following|the(?=\s+(?:month|week)\b))\s*(?P<unit>week|month|weekend)?\b"
        ),
        "month": re.compile(rf"\b(?P<month>{month})\b(?:\s+(?P<year>\d{{4}}))?"),
        "time": re.compile(
            r"\b(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?\s*(?P<half>am|pm|a\.m\.?|p\.m\.?)(?!\w)|\b(?P<hour24>\d{1"
            r",2})[:h](?P<minute24>\d{2})\b|\b(?:at|after|before|by|until|till|from|around|about)\s+(?P<spoken>one|"
            r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\s*(?:[.,;!?)]|$|\s(?:in|on|and|"
            r"or|but|today|tomorrow|sharp|is|was|if|when|so|each|every)\b))|\bat\s+(?P<at>\d{1,2})(?:\.(?P<at_minute>\d{"
            r"2}))?\b(?!\s*[%\w])|\b(?P<word>noon|midday|midnight)\b|(?P<clock>\d{1,2}|one|two|three|four|"
            r"five|six|seven|eight|nine|ten|eleven|twelve)\s+o'clock\b"
        ),
        "past": re.compile(
            r"\b(?P<part>quarter|half|five|ten|twenty|twenty[- ]five)\s+(?P<side>past|(?<=quarter\s)to)\s+"
            r"(?P<of>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\b"
        ),
        "year": re.compile(r"(?<![\d/.-])(?P<year>(?:19|20)\d{2})(?![\d%]|\s*(?:boxes|people))\b"),
    }


WEAK_MONTHS = frozenset({"may", "march", "mar", "sept", "jan", "dec", "ago"})


def _flat(text: str) -> str:
    """Lower case without accents, same length as the text, so that places stay."""
    return "".join(mark if len(mark) == 1 else letter.lower()[:1] for letter in text for mark in [plain(letter)])


@lru_cache(maxsize=1024)
def mentions(text: str, today: date) -> tuple[Mention, ...]:
    """Every expression of time in a text, read as if written on `today`; none overlaps another."""
    flat = _flat(text)
    taken: list[Mention] = []
    for name in _patterns():
        for match in _patterns()[name].finditer(flat):
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            if any(start < other.end and other.start < match.end() for other in taken):
                continue
            if mention := _mention(name, match, text, start, today):
                taken.append(mention)
    return tuple(sorted(taken, key=lambda mention: mention.start))


def _mention(name: str, match: re.Match[str], text: str, start: int, today: date) -> Mention | None:
    end = match.start() + len(match.group().rstrip(" .,"))
    if name in {"iso", "numeric", "day_month", "month_day"}:
        days = tuple(_calendar_days(name, match, today))
        return _with_weekday(Mention(start, end, "day", days), match) if days else None
    if name in {"ordinal", "spoken_ordinal"}:
        days = tuple(_near_month_days(_number(match.group("day")), today))
        bare = name == "ordinal" and not match.group("weekday") and not match.group().lstrip().startswith("the")
        return None if bare or not days else _with_weekday(Mention(start, end, "day", days), match)
    if name == "relative_day":
        return Mention(start, end, "offset", (today + timedelta(days=_relative(match)),))
    if name == "weekday":
        return _weekday(match, text, start, end, today)
    if name in {"ago", "in"}:
        return Mention(start, end, "span", tuple(_counted(name, match, today)))
    if name == "week" and match.group("which") == "the" and not match.group("edge"):
        return None
    if name == "week":
        return (
            Mention(start, end, "span", _week(match, today)) if match.group("unit") or "week" in match.group() else None
        )
    if name == "month":
        return _month(match, text, start, end)
    if name == "past":
        return Mention(start, end, "time", minute=_past(match.group("part"), match.group("side"), match.group("of")))
    if name == "time":
        minute = _minute(match)
        return Mention(start, end, "time", minute=minute) if minute is not None else None
    return Mention(start, end, "year", month=int(match.group("year")))


def _number(word: str) -> int:
    ordinals = _names()[2]
    return ordinals[word] if word in ordinals else int(re.sub(r"\D", "", word))


def _year_choices(year: str | None, today: date) -> list[int]:
    if year:
        return [int(year) + 2000 if len(year) == 2 else int(year)]
    return [today.year, today.year - 1, today.year + 1]


def _calendar_days(name: str, match: re.Match[str], today: date) -> Iterator[date]:
    group = match.groupdict()
    pairs = []
    if name == "numeric":
        first, second = int(group["first"]), int(group["second"])
        if "." in match.group() and not group["year"] and not group.get("weekday"):
            return
        pairs = [(first, second), (second, first)]
    elif name == "iso":
        pairs = [(int(group["day"]), int(group["month"]))]
    else:
        pairs = [(_number(group["day"]), _names()[0][group["month"]])]
    for day, month in pairs:
        found = []
        for year in _year_choices(group.get("year"), today):
            try:
                found.append(date(year, month, day))
            except ValueError:
                continue
        yield from sorted(found, key=lambda each: abs(each - today))[:1]


def _near_month_days(day: int, today: date) -> Iterator[date]:
    for shift in (0, 1, -1, 2):
        month = (today.month - 1 + shift) % 12 + 1
        year = today.year + (today.month - 1 + shift) // 12
        try:
            yield date(year, month, day)
        except ValueError:
            continue


def _with_weekday(mention: Mention, match: re.Match[str]) -> Mention:
    name = match.groupdict().get("weekday")
    if not name:
        return mention
    weekday = _names()[1][name]
    fitting = tuple(day for day in mention.days if day.weekday() == weekday)
    near = fitting or mention.days
    return Mention(mention.start, mention.end, "day", near, weekday=weekday, clash=not fitting)


def _relative(match: re.Match[str]) -> int:
    if which := match.group("which"):
        return -2 if which.startswith("before") else 2
    return {"yesterday": -1, "tomorrow": 1}.get(
        match.group("word"), -1 if match.group("word").startswith("last") else 0
    )


def _weekday(match: re.Match[str], text: str, start: int, end: int, today: date) -> Mention | None:
    word, which = match.group("weekday"), match.group("which")
    weekday = _names()[1][word]
    written = text[match.start("weekday") : match.end("weekday")]
    if len(word) <= 4 and word in table("calendar")["weak_weekdays"] and not (written[:1].isupper() and which):
        return None
    ahead = (weekday - today.weekday()) % 7
    back = (today.weekday() - weekday) % 7
    choices = {
        "last": [today - timedelta(days=back or 7), today - timedelta(days=back + 7)],
        "past": [today - timedelta(days=back or 7)],
        "next": [today + timedelta(days=ahead or 7), today + timedelta(days=ahead + 7)],
        "coming": [today + timedelta(days=ahead or 7)],
        "this": [today + timedelta(days=ahead), today - timedelta(days=back)],
    }
    days = tuple(choices.get(which or "", ()))
    return Mention(start, end, "weekday", days, weekday=weekday)


def _counted(name: str, match: re.Match[str], today: date) -> Iterator[date]:
    word = match.group("count")
    counts = table("calendar")["counts"]
    number = counts[word] if word in counts else int(word)
    step = {"day": 1, "week": 7, "fortnight": 14, "month": 30}[match.group("unit")] * number
    middle = today + timedelta(days=-step if name == "ago" else step)
    loose = 0 if match.group("unit") == "day" and number < 7 else RANGE_DAYS if step < 30 else 10
    for shift in range(-loose, loose + 1):
        yield middle + timedelta(days=shift)


def _week(match: re.Match[str], today: date) -> tuple[date, ...]:
    which = match.group("which")
    if match.group("unit") == "month":
        shift = -1 if which.startswith("last") else 0 if which.startswith("this") or which == "the" else 1
        number = today.year * 12 + today.month - 1 + shift
        first = date(number // 12, number % 12 + 1, 1)
        every = tuple(day for day in (first + timedelta(days=step) for step in range(31)) if day.month == first.month)
        if re.search(r"end|close", match.group()):
            return every[-9:]
        return (
            every[:11]
            if re.search(r"start|beginning", match.group())
            else every[8:21]
            if "middle" in match.group()
            else every
        )
    ahead = (
        2
        if "after next" in which
        else -1
        if which.startswith("last")
        else 0
        if which.startswith("this") or which == "the"
        else 1
    )
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=ahead)
    late = "end of" in match.group() or "close of" in match.group()
    return tuple(monday + timedelta(days=step) for step in range(3 if late else 0, 7))


def _month(match: re.Match[str], text: str, start: int, end: int) -> Mention | None:
    word = match.group("month")
    written = text[match.start("month") : match.end("month")]
    if not written[:1].isupper() and not (word.isascii() and len(word) > 5 and word not in WEAK_MONTHS):
        return None
    before = text[:start].rstrip()
    if word in WEAK_MONTHS | {"april", "june", "august"} and (
        (not before or before.endswith((".", "!", "?")))
        or not re.search(
            (
                r"\b(?:in|by|of|since|until|till|from|before|after|during|this|next|last|mid|early|late|for|the|"
                r"and|to|end)[\s-]*$"
            ),
            before,
            re.I,
        )
    ):
        return None
    return Mention(start, end, "month", month=_names()[0][word])


def _minute(match: re.Match[str]) -> int | None:
    group = match.groupdict()
    if group["word"]:
        return 0 if group["word"] == "midnight" else 720
    if group["clock"]:
        counts = table("calendar")["counts"]
        return int(counts.get(group["clock"], 0) or group["clock"]) % 12 * 60
    if group["spoken"]:
        return int(table("calendar")["hours"][group["spoken"]]) * 60
    hour = int(group["hour"] or group["hour24"] or group["at"])
    minute = int(group["minute"] or group["minute24"] or group["at_minute"] or 0)
    if hour > 24 or minute > 59:
        return None
    if group["half"]:
        hour = hour % 12 + (12 if group["half"].startswith("p") else 0)
    return hour * 60 + minute


def _past(part: str, side: str, hour: str) -> int:
    """Half past seven, twenty-five to four."""
    parts = {"quarter": 15, "half": 30, "five": 5, "ten": 10, "twenty": 20}
    minutes = 25 if part.startswith("twenty") and part != "twenty" else parts.get(part) or int(part)
    start = int(table("calendar")["hours"].get(hour, 0) or hour) * 60
    return start + (minutes if side == "past" else -minutes)


def dates_known(notes: str, brief: Brief, today: date) -> Dates:
    """The days, weekdays, months and times that notes and brief allow, resolved against today and the interview."""
    named = [fact.value for fact in (brief.interview_date, brief.decision_by) if fact]
    days = {date.fromisoformat(value[:10]) for value in named if re.match(r"\d{4}-\d\d-\d\d", value)}
    days |= {fact.due for fact in brief.promises if fact.due}
    days |= {order.not_before for order in brief.instructions if order.not_before}
    interview = _day(brief.interview_date.value) if brief.interview_date else None
    found = [mentions(notes, base) for base in {today, interview or today}]
    every = [mention for group in found for mention in group]
    for mention in every:
        if mention.form in {"day", "offset"} or (mention.form == "weekday" and mention.days):
            days |= set(mention.days[:1] if mention.form == "day" and len(mention.days) > 3 else mention.days)
    written = _names()[1]
    words = re.findall(r"[a-z]+", _flat(notes))
    weekdays = {written[word] for word in words if word in written} | {day.weekday() for day in days}
    weekdays |= {mention.weekday for mention in every if mention.weekday is not None}
    names = _names()[0]
    months = {names[word] for word in re.findall(r"[a-z]+", _flat(notes)) if word in names} | {
        day.month for day in days
    }
    return Dates(
        days=frozenset(days),
        interview=interview,
        decision=_day(brief.decision_by.value) if brief.decision_by else None,
        weekdays=frozenset(weekdays),
        months=frozenset(months),
        minutes=frozenset(mention.minute for mention in every if mention.minute is not None)
        | {int(hour) * 60 + int(minute) for hour, minute in re.findall(r"\b(\d{1,2})[.:h](\d\d)\b", notes)},
        years=frozenset(
            {today.year}
            | {day.year for day in days}
            | {int(word) for word in re.findall(r"\b(?:19|20)\d\d\b", notes)}
            | set(_spoken_years(notes))
        ),
        month_days=frozenset(
            {day.day for day in days}
            | {int(word) for word in re.findall(r"\b(\d{1,2})(?:st|nd|rd|th)\b(?!\s+[a-z])", notes)}
        ),
        text=_flat(notes),
        moments=_moments(notes, interview or today, brief),
    )


def _spoken_years(notes: str) -> Iterator[int]:
    """Nineteen eighty, twenty eighteen."""
    words = table("numbers")["words"]
    for match in re.finditer(r"\b(nineteen|twenty)[ -]([a-z]+)(?:[ -]([a-z]+))?", notes.lower()):
        tens, ones = words.get(match.group(2), 0), words.get(match.group(3) or "", 0)
        if 10 <= tens < 100:
            yield words[match.group(1)] * 100 + tens + (ones if ones < 10 <= tens else 0)
            yield words[match.group(1)] * 100 + tens


def around(text: str, start: int, end: int, reach: int = 70) -> tuple[frozenset[str], ...]:
    """Keys of each content word near text[start:end], on its line."""
    first = max(text.rfind("\n", 0, start) + 1, start - reach)
    last = text.find("\n", end)
    last = min(last if last >= 0 else len(text), end + reach)
    return content_keys(tokens(text[first:start])) + content_keys(tokens(text[end:last]))


def _moments(notes: str, base: date, brief: Brief) -> tuple[Moment, ...]:
    found = []
    for mention in mentions(notes, base):
        if STAMP.search(notes[: mention.start][-40:]):
            continue
        near = frozenset(key for keys in around(notes, mention.start, mention.end) for key in keys)
        if mention.form in {"day", "weekday"}:
            days = frozenset(mention.days)
            weekdays = {day.weekday() for day in days} if mention.form == "day" else set()
            weekdays |= {mention.weekday} if mention.weekday is not None else set()
            found.append(Moment(frozenset(weekdays), days, near))
        elif mention.form == "month":
            found.append(Moment(frozenset(), frozenset(), near, mention.month))
    for promise in brief.promises:
        if promise.due:
            near = frozenset(key for keys in content_keys(tokens(promise.value)) for key in keys)
            found.append(Moment(frozenset({promise.due.weekday()}), frozenset({promise.due}), near))
    return tuple(found)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
