"""Whether the numbers, dates, names and companies of a text trace to notes and profile; nothing here asks
assistant/checking.

    text -> atoms, each with its kind -> those that neither the notes nor the profile nor a known day bear out
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from wordfreq import zipf_frequency

from assistant.brief import Profile
from eval.matching import HONORIFICS, fold, same_company, words
from eval.scorers.numerals import numbers
from eval.scorers.wording import data, sentences

MONTHS = tuple(name.lower() for name in calendar.month_name if name)
DAYS = tuple(name.lower() for name in calendar.day_name)
RELATIVE = {"today": 0, "yesterday": -1, "tomorrow": 1}
COMMON = 3.2
"""How common (Zipf) a word must be to begin a sentence without being a name."""
SAID = {"tonight": 0, "morning": 0, "last": -1, "tmrw": 1, "tmw": 1, "yday": -1, **RELATIVE}
"""Words of notes that speak of a day near the one they were written on."""
WEEKS = timedelta(days=21)
_MONTH = "(?:" + "|".join(f"{name[:3]}(?:{name[3:]}|[.])?" for name in MONTHS).replace("sep(", "sept?(") + ")"
_DAY = rf"(?:{'|'.join(DAYS)})"
_DATE = re.compile(
    rf"\b(?:(?P<week>{_DAY}),? (?:the )?)?(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,? (?:of )?(?P<m1>{_MONTH})"
    rf"|(?P<m2>{_MONTH}) (?:the )?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)\b(?!:)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:(?P<week>mon|tue|wed|thu|fri|sat|sun)[a-z]*,? (?:the )?)?(?P<day>\d{1,2})(?P<th>st|nd|rd|th)?\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})(?:[/.-]\d{2,4})?\b|\b\d{4}-(\d{2})-(\d{2})\b")
_CALL = re.compile(r"\+?\d[\d ()-]{5,}\d")
_WEEK_OF = re.compile(rf"\b({_DAY}),? (?:the )?(\d{{1,2}})(?:st|nd|rd|th)\b", re.IGNORECASE)
_MONTH_ALONE = re.compile(rf"(?<=[a-z,] )(?:{'|'.join(name.title() for name in MONTHS)})\b")
_WEEKDAY = re.compile(rf"\b{_DAY}\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:today|yesterday|tomorrow)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<![\w.@/])[^\W\d_a-z][^\W\d_]*(?:['’][^\W\d_]+)*")
_TARGET = re.compile(
    r"\b(?:join(?:ing)?|work(?:ing)? (?:at|for)|a (?:job|place|role|post) at) (?:the )?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Loose:
    """Something that traces to nothing: what kind of thing it is, and its words."""

    kind: str
    words: str

    def __str__(self) -> str:
        return f"{self.kind} {self.words!r}"


@dataclass(frozen=True, slots=True)
class Ground:
    """What a text may rest on."""

    words: frozenset[str]
    initials: str
    numbers: frozenset[str]
    digits: str
    days: frozenset[date]
    today: date
    company: str | None
    others: tuple[str, ...]


def ground(
    notes: str, me: Profile, today: date, days: Iterable[date | None], company: str | None, others: Iterable[str]
) -> Ground:
    """What notes and profile bear out; `days` are those that a careful reader worked out from the notes."""
    own = " ".join(filter(None, (me.name, me.email, me.phone, me.linkedin)))
    told = words(f"{notes}\n{own}")
    known = frozenset(day for day in (*days, *_told(notes, today)) if day is not None)
    initials = "".join(word[0] for word in told)
    figures = frozenset(numbers(notes))
    return Ground(frozenset(told), initials, figures, _digits(f"{own} {notes}"), known, today, company, tuple(others))


def loose(text: str, ground: Ground) -> tuple[Loose, ...]:
    """What of a text traces to nothing, each once, in the order of numbers, dates, names, companies."""
    rest = _DATE.sub(" ", text)
    found = (*_numbers(rest, ground), *_dates(text, ground), *_names(text, ground), *_companies(text, ground))
    return tuple(dict.fromkeys(found))


def _told(notes: str, today: date) -> Iterator[date | None]:
    """The days that notes state or point to, each in the year that is nearest."""
    yield from (_day(found, today) for found in _DATE.finditer(notes))
    for found in _FIGURES.finditer(notes):
        first, second = int(found[1] or found[4]), int(found[2] or found[3])
        yield from (_nearest(today, month, day) for day, month in ((first, second), (second, first)))
    for found in _TOLD.finditer(notes):
        if found["week"] or found["th"]:
            yield _near(today, int(found["day"]), found["week"])
    yield from (today + timedelta(SAID[word]) for word in words(notes) if word in SAID)


def _numbers(text: str, ground: Ground) -> Iterator[Loose]:
    days = {str(day.day) for day in ground.days} | {str(day.year) for day in (*ground.days, ground.today)}
    for number in numbers(_CALL.sub(lambda call: _unknown(call.group(), ground), text)):
        borne = number in ground.numbers or number in days or _same_hour(number, ground.numbers)
        if not borne and not (len(number) >= 3 and number.replace(".", "") in ground.digits):
            yield Loose("number", number)


def _unknown(call: str, ground: Ground) -> str:
    """A telephone number, or nothing where its last digits stand in notes or profile."""
    return "" if _digits(call)[-9:] in ground.digits else call


def _dates(text: str, ground: Ground) -> Iterator[Loose]:
    for found in _DATE.finditer(text):
        day = _day(found, ground.today)
        if day is None or not _borne(day, found["week"], ground):
            yield Loose("date", found.group())
    rest = _DATE.sub(" ", text)
    for found in _WEEK_OF.finditer(rest):
        day = _near(ground.today, int(found[2]), found[1])
        if day is None or not _borne(day, found[1], ground):
            yield Loose("date", found.group())
    for found in _MONTH_ALONE.finditer(rest):
        month = MONTHS.index(found.group().lower()) + 1
        if not _said(found.group().lower(), ground) and all(day.month != month for day in ground.days):
            yield Loose("date", found.group())
    for found in _WEEKDAY.finditer(rest):
        name = found.group().lower()
        if not _said(name, ground) and all(DAYS[day.weekday()] != name for day in ground.days):
            yield Loose("date", found.group())
    for found in _RELATIVE.finditer(rest):
        name = found.group().lower()
        if name not in ground.words and not _borne(ground.today + timedelta(RELATIVE[name]), None, ground):
            yield Loose("date", found.group())


def _names(text: str, ground: Ground) -> Iterator[Loose]:
    for line in text.splitlines():
        for sentence in sentences(line):
            first = re.search(r"\w", sentence)
            for found in _NAME.finditer(sentence):
                before = sentence[: found.start()].rstrip("\"“‘'( ")
                starts = (first is not None and found.start() == first.start()) or before.endswith((":", ".", "!", "?"))
                if not _known(found.group(), ground, starts):
                    yield Loose("name", found.group())


def _companies(text: str, ground: Ground) -> Iterator[Loose]:
    """Another company in the place of the one that is written to."""
    for found in _TARGET.finditer(text):
        after = text[found.end() :]
        for other in ground.others:
            if fold(after).startswith(fold(other)) and not (ground.company and same_company(ground.company, other)):
                yield Loose("company", other)


def _known(name: str, ground: Ground, starts: bool) -> bool:
    low = fold(name)
    bare = {low, low.removesuffix("s"), f"{low}s"}
    if len(low) < 2 or bare & (ground.words | HONORIFICS | {*data()["usual"], *MONTHS, *DAYS}):
        return True
    if starts and max(zipf_frequency(word, "en") for word in bare) >= COMMON:
        return True
    if name.isupper() and low in ground.initials:
        return True
    return any(len(word) >= 3 and (low.startswith(word) or word.startswith(low)) for word in ground.words)


def _day(found: re.Match[str], today: date) -> date | None:
    """The day that a date without its year means."""
    name = (found["m1"] or found["m2"]).lower()[:3]
    month = next(place for place, known in enumerate(MONTHS, 1) if known.startswith(name))
    return _nearest(today, month, int(found["d1"] or found["d2"]))


def _nearest(today: date, month: int, day: int) -> date | None:
    """The nearest day of that number and month; nothing where there is none."""
    month = (month - 1) % 12 + 1
    if not 1 <= day <= 31:
        return None
    near = [today + relativedelta(years=shift, month=month, day=day) for shift in (-1, 0, 1)]
    return min((found for found in near if found.day == day), key=lambda found: abs(found - today), default=None)


def _near(today: date, day: int, week: str | None) -> date | None:
    """The nearest day of that number, and on that day of the week where one is given."""
    near = [_nearest(today, today.month + shift, day) for shift in (-1, 0, 1)]
    fits = [found for found in near if found and (not week or DAYS[found.weekday()].startswith(week.lower()[:3]))]
    return min(fits, key=lambda found: abs(found - today), default=None)


def _borne(day: date, week: str | None, ground: Ground) -> bool:
    if week is not None and DAYS[day.weekday()] != week.lower():
        return False
    return day in ground.days or (_said(DAYS[day.weekday()], ground) and abs(day - ground.today) <= WEEKS)


def _said(name: str, ground: Ground) -> bool:
    """Whether the notes name this weekday or month, in full, in the plural or by its first letters."""
    return not {name, f"{name}s", *(name[:length] for length in (3, 4, 5))}.isdisjoint(ground.words)


def _same_hour(number: str, known: Iterable[str]) -> bool:
    """15 in the notes bears out 3 (pm), and 9:30 bears out 9.30."""
    whole, _, rest = number.partition(".")
    if not whole.isdigit() or int(whole) > 24:
        return False
    others = {f"{hour}.{rest}".rstrip(".") for hour in (int(whole), int(whole) + 12, int(whole) - 12)}
    return not others.isdisjoint(known)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
