"""Stretches of time that end on a day: `by end of next week`, `in 5 working days`, `mid March`, `before Monday`.

Dates in the text are first masked by marker characters of the same length, so that one rule covers every
way of writing a date. Each rule is a pattern and a function from its match and the base day to the last day meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.easter import easter

from assistant.reading import calendar_words, mention_days, mentions, workdays
from assistant.reading.mentions import Mention

DATE, WEEKDAY, MONTH = "\ue000", "\ue001", "\ue002"
_MARKERS = {"date": DATE, "day": DATE, "weekday": WEEKDAY, "month": MONTH}


@dataclass(frozen=True, slots=True)
class Frame:
    """A stretch of time as written, and the last day that it means."""

    start: int
    end: int
    text: str
    day: date


@dataclass(frozen=True, slots=True)
class _Context:
    base: date
    by_start: dict[int, Mention]
    month_first: bool

    def day(self, position: int) -> date | None:
        return mention_days.on_or_after(self.by_start[position], self.base, self.month_first)


_Rule = Callable[[re.Match[str], _Context], date | None]
_WEEK = r"(?:week|wk|woche|semana|semaine|settimana|tuần)"
_THIS = r"(?:this|the|current|diese[rs]?|der|esta|la|cette|da|desta|questa)"
_WEEKS: tuple[tuple[int, str], ...] = (
    (2,
        r"(?:the\s+)?(?:week|wk)\s+after\s+(?:next|the\s+next)(?:\s+(?:week|wk))?|übernächste[rn]?\s+woche"
        r"|next\s+next\s+(?:week|wk)"
    ),
    (1, r"(?:the\s+)?(?:next|nxt|following|coming|nex)\s+(?:week|wk)|the\s+(?:week|wk)\s+after(?!\s+next)"
        r"|(?:the\s+)?(?:week|wk)\s+(?:following|to\s+come)|(?:der\s+)?(?:nächste[rn]?|naechste[rn]?"
        r"|kommende[rn]?)\s+woche"
        r"|(?:la\s+|na\s+|a\s+|da\s+)?(?:próxima|proxima)\s+semana|(?:la\s+|na\s+|a\s+"
        r"|da\s+)?semana\s+(?:que\s+(?:viene|vem)|próxima|proxima|entrante)"
        r"|(?:la\s+)?semaine\s+prochaine|(?:la\s+)?settimana\s+prossima|(?:la\s+)?prossima\s+settimana|tuần\s+(?:sau"
        r"|tới)"
        r"|volgende\s+week|nästa\s+vecka|minggu\s+depan|jövő\s+hét(?:en)?|příští\s+týden|ensi\s+viikolla|næste\s+uge"
        r"|gelecek\s+hafta"),
    (0,
        r"(?:this|current|same)\s+(?:week|wk)|diese[rs]?\s+woche|esta\s+semana|cette\s+semaine|questa\s+settimana"
        r"|tuần\s+này|deze\s+week"
    ),
)  # fmt: skip
_ANY_WEEK = "|".join(f"(?P<w{number}>{pattern})" for number, pattern in _WEEKS)
_PLAIN_WEEK = rf"(?:the\s+|der\s+|la\s+|da\s+|de\s+la\s+|de\s+)?(?:{_WEEK})(?!\s+(?:end|of|on|after))"
_NUMBER = calendar_words.count_pattern()
_HEDGE = (
    r"(?:about|around|approx\.?|roughly|maybe|up\s+to|at\s+most|max\.?|circa|ca\.?|c\.|~|environ|unos|unas|etwa"
    r"|khoảng|cerca\s+de)\s*"
)
_RANGE = r"(?:\s*(?:-|–|—|/|to|or|bis|oder|ou|o|a|à|y)\s*)"
_WORKING = r"(?:working|business|wkg|work|biz|week)"
_UNITS = (
    rf"(?P<wd>{_WORKING}[\s-]*days?'?|wd\b|bd\b|werktag(?:e|en)?|arbeitstag(?:e|en)?|(?:días|dias)\s+(?:hábiles"
    rf"|habiles|laborables|úteis|uteis)"
    r"|jours?\s+(?:ouvrés|ouvrables|ouvres)|ngày\s+làm\s+việc|giorni\s+lavorativi|werkdagen|hari\s+kerja)"
    r"|(?P<d>days?'?|tag(?:e|en)?|días?|dias?|jours?|ngày|giorni|dagen|hari)"
    r"|(?P<w>weeks?'?|wks?'?|wochen?|semanas?|semaines?|settimane?|tuần|weken|minggu)"
    r"|(?P<f>fortnights?'?)"
    r"|(?P<mo>months?'?|monat(?:e|en)?|mes(?:es)?|mois|mês|tháng)"
    r"|(?P<h>hours?|hrs?|stunden|horas|heures)"
)
_PART = {
    "early": r"early(?:\s+on)?(?:\s+in)?|(?:the\s+)?(?:beginning|start|first\s+part)(?:\s+of)?"
            r"|anfang|début|debut|principios\s+de|início\s+de|inicio\s+de|đầu|inizio",
    "mid": r"mid(?:dle)?(?:\s*-)?(?:\s+of)?|(?:the\s+)?middle\s+of|half\s*way\s+through"
            r"|mitte|mi\s*-|mediados\s+de|meados\s+de|giữa|metà",
    "late": r"late(?:r)?(?:\s+in|\s+on)?"
            r"|(?:the\s+)?(?:(?:very\s+|back\s+|tail\s+)?end|close|second\s+half|latter\s+(?:half|part))"
            r"(?:\s+of)?"
            r"|ende|fin(?:al(?:es)?)?(?:\s+de)?|fim\s+d[eao]|final\s+d[eao]|cuối|fine|eind(?:e)?(?:\s+van)?",
}  # fmt: skip
_ANY_PART = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _PART.items())


def find(text: str, base: date, month_first: bool = False) -> tuple[Frame, ...]:
    """Every stretch of time in `text` that can be resolved from `base`, in order, longest reading first."""
    masked, context = _mask(text, base, month_first)
    found: list[tuple[int, int, date]] = []
    for pattern, rule in _RULES:
        for match in pattern.finditer(masked):
            day = rule(match, context)
            if day is not None:
                found.append((match.start(), match.end(), day))
    kept = _longest(found)
    return tuple(_with_preposition(text, masked, *item, context) for item in _joined(masked, kept))


def _mask(text: str, base: date, month_first: bool) -> tuple[str, _Context]:
    characters = list(text.lower()) if len(text.lower()) == len(text) else list(text)
    by_start = {}
    for mention in mentions.find(text):
        characters[mention.start : mention.end] = _MARKERS[mention.kind] * (mention.end - mention.start)
        by_start[mention.start] = mention
    return "".join(characters), _Context(base, by_start, month_first)


def _longest(found: list[tuple[int, int, date]]) -> list[tuple[int, int, date]]:
    kept: list[tuple[int, int, date]] = []
    for start, end, day in sorted(found, key=lambda item: (item[0] - item[1], item[0])):
        if all(end <= left or start >= right for left, right, _ in kept):
            kept.append((start, end, day))
    return sorted(kept)


_JOIN = re.compile(
    r"\s*(?:or|/|-|–|to|and|oder|bis|ou|o|until)\s*(?:the\s+|on\s+|by\s+)?(?:latest\s+|at the latest\s+)?"
)


_COMMA = re.compile(r"\s*,\s*(?:or\s+)?(?:by\s+|on\s+)?")
_AT_MOST = re.compile(r"\s*,?\s*(?:at\s+(?:the\s+)?(?:very\s+)?(?:most|latest|outside)|max\b|tops\b)")


def _joined(masked: str, frames: list[tuple[int, int, date]]) -> list[tuple[int, int, date]]:
    """`Thursday or Friday`, `between the 10th and the 14th`: one stretch that ends on the later day."""
    joined: list[tuple[int, int, date]] = []
    for start, end, day in frames:
        gap = masked[joined[-1][1] : start] if joined else ""
        if joined and (_JOIN.fullmatch(gap) or (_COMMA.fullmatch(gap) and _AT_MOST.match(masked, end))):
            if WEEKDAY in masked[start:end] and day < joined[-1][2]:
                day += timedelta(weeks=1)
            joined[-1] = (joined[-1][0], end, max(day, joined[-1][2]))
        else:
            joined.append((start, end, day))
    return joined


_LEAD = re.compile(
    r"(?P<same>(?:on\s+or\s+before|no\s+later\s+than|inside|not\s+later\s+than|at\s+the\s+latest(?:\s+by)?"
    r"|by(?:\s+the\s+latest)?|until|till?|bis(?:\s+spätestens)?"
    r"|spätestens(?:\s+bis)?|d'ici(?:\s+à|\s+le)?|para|até|entro|within|in|on|during|sometime|some\s+time|over|around"
    r"|about|for|come|between|zum|am|em|em\s+até"
    r"|a\s+más\s+tardar(?:\s+el)?|como\s+muy\s+tarde(?:\s+el)?|au\s+plus\s+tard(?:\s+le)?|no\s+máximo(?:\s+até)?"
    r"|o\s+mais\s+tardar|al\s+più\s+tardi|chậm\s+nhất(?:\s+(?:là|vào))?|uiterlijk|senast|najpóźniej"
    r"|at\s+the\s+(?:very\s+)?latest|latest"
    r"|before\s+or\s+on|the|dentro\s+de|sous|dans|en|innerhalb(?:\s+von)?|trong(?:\s+vòng)?|vào|for\s+sure\s+by)\s+)"
    r"|(?P<before>(?:before|b4|prior\s+to|ahead\s+of|antes\s+d[eo]l?|avant|vor|trước|prima\s+di)\s+)"
    r"|(?P<filler>(?:the|le|el|la|dem|den|o|a|sometime|some\s+time|maybe|probably|about|hopefully|likely)\s+)"
)
_TIME_AFTER = re.compile(r"\s*(?:at\s+)?(?:noon|midday|lunch(?:time)?|\d{1,2}\s*(?:[ap]\.?m|:\d\d|h\b|uhr))")


def _with_preposition(text: str, masked: str, start: int, end: int, day: date, context: _Context) -> Frame:
    """Takes the words that lead up to a stretch into its evidence; `before` moves it to the working day before."""
    before = False
    while lead := _last_lead(masked[max(0, start - 24) : start]):
        before = before or (lead.lastgroup == "before" and not _LATEST.match(masked[start:]))
        start -= lead.end() - lead.start()
        if lead.lastgroup == "before":
            break
    if before and not _TIME_AFTER.match(masked, end):
        day = workdays.last_working_day_before(day)
    return Frame(start, end, text[start:end], day)


_LATEST = re.compile(r"(?:the\s+)?(?:(?:very\s+)?end|close|fin|ende|fim|weekend)\b")


def _last_lead(head: str) -> re.Match[str] | None:
    for match in _LEAD.finditer(head):
        if match.end() == len(head) and (match.start() == 0 or not head[match.start() - 1].isalnum()):
            return match
    return None


def _week_number(match: re.Match[str]) -> int:
    groups = match.groupdict()
    return next((number for number, _ in _WEEKS if groups.get(f"w{number}")), 0)


def _part_of(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    return next((name for name in _PART if groups.get(name)), None)


_LAST_OF_PART = {"early": 1, "mid": 2, "late": 4, None: 4}


def _week(match: re.Match[str], context: _Context) -> date | None:
    weeks = _week_number(match)
    if weeks == 0 and context.base.weekday() > workdays.FRIDAY:
        weeks = 1
    return workdays.weekday_of(context.base, _LAST_OF_PART[_part_of(match)], weeks)


def _week_day(match: re.Match[str], context: _Context) -> date | None:
    position = match.start("day")
    weekday = context.by_start[position].weekday
    return None if weekday is None else workdays.weekday_of(context.base, weekday, _week_number(match))


def _day_of_next_week(match: re.Match[str], context: _Context) -> date | None:
    weekday = context.by_start[match.start("day")].weekday or 0
    return workdays.weekday_of(context.base, weekday, 1)


def _this_weekday(match: re.Match[str], context: _Context) -> date | None:
    return context.day(match.start("day"))


def _weekday_in_a_week(match: re.Match[str], context: _Context) -> date | None:
    weekday = context.by_start[match.start("day")].weekday or 0
    return workdays.next_weekday(context.base, weekday) + timedelta(weeks=1)


def _weeks_after_weekday(match: re.Match[str], context: _Context) -> date | None:
    """`two weeks Monday`: that many weeks after the coming Monday."""
    weekday = context.by_start[match.start("day")].weekday or 0
    number = calendar_words.count(match.group("n"))
    return workdays.next_weekday(context.base, weekday) + timedelta(weeks=number) if number else None


def _written(match: re.Match[str], context: _Context) -> date | None:
    return None if _HABIT.search(match.string[: match.start()][-12:]) else context.day(match.start())


_HABIT = re.compile(r"(?<!\w)(?:a|an|every|each|most|any|per|some)\s+$")


def _week_of(match: re.Match[str], context: _Context) -> date | None:
    day = context.day(match.start("day"))
    return day and workdays.friday_of(day)


def _iso_week(match: re.Match[str], context: _Context) -> date | None:
    number = int(match.group("number"))
    if not 1 <= number <= 52:
        return None
    day = date.fromisocalendar(context.base.year, number, 5)
    return day if day >= context.base else date.fromisocalendar(context.base.year + 1, number, 5)


def _month_ahead(match: re.Match[str], context: _Context) -> tuple[int, int]:
    """Year and month that a named month, `next month` or `the month` means, looking ahead."""
    base = context.base
    if (position := match.start("month")) in context.by_start:
        mention = context.by_start[position]
        month = mention.month or base.month
        return mention.year or (base.year if month >= base.month else base.year + 1), month
    later = workdays.add_months(base.replace(day=1), 1 if _NEXT.search(match.group("month")) else 0)
    return later.year, later.month


_NEXT = re.compile(r"next|nxt|following|nächst|prochain|próximo|proximo|que\s+v|sau|tới")
_MONTH_WORD = (
    rf"(?P<month>{MONTH}+|(?:the|this|next|nxt|the\s+following|des|der|del|du|do|di|dieses|nächsten|este|deste|cuối"
    rf"|del\s+próximo|du)?\s*"
    r"(?:month|monats?|mes|mois|mês|tháng|mese)(?:\s+(?:prochain|que\s+viene|que\s+vem|sau|tới|này))?)"
)


def _month_part(match: re.Match[str], context: _Context) -> date | None:
    year, month = _month_ahead(match, context)
    part = _part_of(match)
    if part == "late":
        return workdays.month_end(year, month)
    return date(year, month, 10 if part == "early" else 15)


def _in_month(match: re.Match[str], context: _Context) -> date | None:
    return workdays.month_end(*_month_ahead(match, context))


_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": 5, "final": 5}


def _week_in_month(match: re.Match[str], context: _Context) -> date | None:
    year, month = _month_ahead(match, context)
    number = _NTH[match.group("nth")]
    if number < 5:
        return workdays.week_of_month(year, month, number)
    last = workdays.month_end(year, month)
    return last if last.weekday() <= workdays.FRIDAY else workdays.last_working_day_before(last)


def _half_of_month(match: re.Match[str], context: _Context) -> date | None:
    return date(*_month_ahead(match, context), 15)


def _count(match: re.Match[str], context: _Context) -> date | None:
    number = calendar_words.count(match.group("n2") or match.group("n"))
    if number is None:
        return None
    base = context.base
    if match.groupdict().get("anchor"):
        base = context.day(match.start("anchor")) or base
    if match.group("wd"):
        return workdays.add_working_days(base, number)
    if match.group("mo"):
        return workdays.add_months(base, number)
    days = number * (14 if match.group("f") else 7 if match.group("w") else 1)
    return base + timedelta(days=-(-number // 24) if match.group("h") else days)


def _week_or_two(match: re.Match[str], context: _Context) -> date | None:
    number = calendar_words.count(match.group("n")) or 1
    return context.base + timedelta(days=number * (7 if match.group("unit").startswith("w") else 1))


def _after_days(number: int) -> _Rule:
    def rule(match: re.Match[str], context: _Context) -> date | None:
        return context.base + timedelta(days=number)

    return rule


def _end_of_year(match: re.Match[str], context: _Context) -> date | None:
    return date(context.base.year, 12, 31)


def _quarter(match: re.Match[str], context: _Context) -> date | None:
    month = int(match.group("q")) * 3
    return workdays.month_end(context.base.year + (month < context.base.month), month)


def _weekend(match: re.Match[str], context: _Context) -> date | None:
    """`over the weekend` ends on Sunday, `before the weekend` on Friday, `after the weekend` means Monday."""
    sunday = workdays.weekday_of(context.base, 6)
    shift = -2 if match.group("before") else 1 if match.group("after") else 0
    return sunday + timedelta(days=shift)


def _feast(match: re.Match[str], context: _Context) -> date | None:
    base, name = context.base, match.group("feast")
    if name == "easter":
        day = easter(base.year) if easter(base.year) >= base else easter(base.year + 1)
        return workdays.last_working_day_before(day - timedelta(days=2)) if match.group("before") else None
    month, number = (
        (12, 25) if name.startswith(("christmas", "xmas", "weihnacht", "noël", "navidad", "natal")) else (1, 1)
    )
    day = date(base.year + (date(base.year, month, number) < base), month, number)
    return workdays.last_working_day_before(day) if match.group("before") else None


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


_TOMORROW = (
    r"tomorrow(?:\s+(?:morning|afternoon|evening|night))?|tmrw|tmr|tomo|2moro|mañana(?!\s+por)|demain|morgen|amanhã"
    r"|ngày\s+mai|domani"
)
_DAY_END = r"(?:the\s+)?(?:end|close)\s+of\s+(?:the\s+)?(?:business|day|play)|eod|cob|cop"
_TODAY = (
    rf"tonight|tonite|today|later\s+(?:today|on\s+today)|this\s+(?:afternoon|evening|morning)|{_DAY_END}"
    r"|hoy|esta\s+(?:noche|tarde)|aujourd'hui|ce\s+soir|heute(?:\s+abend)?|hoje|hôm\s+nay|tối\s+nay|oggi|stasera"
)
_OVERMORROW = (
    r"(?:the\s+)?day\s+after\s+tomorrow|übermorgen|pasado\s+mañana|après-demain|depois\s+de\s+amanhã|ngày\s+kia"
    r"|dopodomani"
)
_RULES: tuple[tuple[re.Pattern[str], _Rule], ...] = tuple(
    (_compile(pattern), rule)
    for pattern, rule in (
        (rf"(?:(?:{_ANY_PART})\s*)?(?:{_ANY_WEEK})", _week),
        (rf"(?:{_ANY_PART})\s*{_PLAIN_WEEK}|eow|(?:later\s+in\s+)the\s+week", _week),
        (rf"(?P<day>{WEEKDAY}+)\s*(?:of\s+|in\s+|,\s*)?(?:{_ANY_WEEK})", _week_day),
        (rf"(?:{_ANY_WEEK})\s*,?\s*(?:on\s+)?(?P<day>{WEEKDAY}+)", _week_day),
        (
            rf"(?:{_ANY_WEEK})\s*[,(-]*\s*(?:probably|hopefully|likely|prob|maybe|most\s+likely|i\.e\.|so)\s+(?:on\s+"
            rf"|by\s+)?(?:the\s+)?(?P<day>{WEEKDAY}+)", _week_day),
        (rf"(?:{_ANY_WEEK})\s*[,(-]*\s*(?P<day>{WEEKDAY}+)\s+(?:probably|prob|hopefully|likely|maybe)", _week_day),
        (rf"(?:{_DAY_END})\s*(?:on\s+|of\s+|,\s*)?(?P<day>{DATE}+|{WEEKDAY}+)", _this_weekday),
        (rf"(?:{_DAY_END}|noon|midday|lunch\s*time)\s*(?:on\s+)?(?:{_TOMORROW})", _after_days(1)),
        (rf"(?:noon|midday|lunch\s*time)\s*(?:on\s+)?(?P<day>{DATE}+|{WEEKDAY}+)", _this_weekday),
        (rf"(?:next|nxt|nächste[rn]?)\s+(?P<day>{WEEKDAY}+)", _day_of_next_week),
        (rf"(?P<day>{WEEKDAY}+)\s+(?:prochain|que\s+viene|que\s+vem|próxim[ao]|tuần\s+sau|next)", _day_of_next_week),
        (rf"(?:this|this\s+coming|coming|the|kommenden?)\s+(?P<day>{WEEKDAY}+)", _this_weekday),
        (rf"(?:a\s+)?(?:week|wk)\s+(?:on\s+|from\s+|this\s+)?(?P<day>{WEEKDAY}+)", _weekday_in_a_week),
        (rf"(?P<day>{WEEKDAY}+)\s+(?:week|wk|after\s+next)(?!\s+\w*end)", _weekday_in_a_week),
        (
            rf"(?:{DATE}+|{WEEKDAY}+)(?:\s*,?\s*(?:latest|at\s+the\s+latest|spätestens|at\s+noon|lunchtime|eod|cob"
            rf"|cop|close\s+of\s+(?:play|business)))?", _written),
        (
            rf"(?:w/?[cb]|w\.c\.|(?:the\s+)?(?:week|wk)\s+(?:of|commencing|beginning|starting|from))\s*(?:the\s+"
            rf"|on\s+)?(?P<day>{DATE}+)", _week_of),
        (rf"(?:w/e|week\s+ending)\s*(?:the\s+|on\s+)?(?P<day>{DATE}+|{WEEKDAY}+)", _this_weekday),
        (rf"(?:the\s+)?(?:end|close)\s+of\s+(?:{_TOMORROW})", _after_days(1)),
        (rf"(?:the\s+)?(?:(?:very\s+)?end|close)\s+(?:of\s+)?(?P<day>{DATE}+|{WEEKDAY}+)", _this_weekday),
        (
            rf"(?P<n>{_NUMBER})\s+(?:weeks|wks)\s+(?:on\s+|this\s+|come\s+|next\s+)?(?P<day>{WEEKDAY}+)",
            _weeks_after_weekday),
        (r"(?:kw|week|wk|semaine|uke|vecka|v\.)\s?(?P<number>\d{1,2})", _iso_week),
        (rf"(?:{_ANY_PART})\s*(?:in\s+)?{_MONTH_WORD}", _month_part),
        (rf"(?:sometime\s+in|some\s+time\s+in|in|during|im|en|em|within|trong)\s+{_MONTH_WORD}", _in_month),
        (
            r"(?P<month>(?:next|this)\s+month|nächsten\s+monat|le\s+mois\s+prochain|el\s+próximo\s+mes"
            r"|mês\s+que\s+vem|tháng\s+(?:sau|tới))", _in_month),
        (
            rf"(?:the\s+)?(?P<nth>first|1st|second|2nd|third|3rd|fourth|4th|last|final)\s+(?:full\s+)?(?:week"
            rf"|wk)\s+(?:of|in)\s+{_MONTH_WORD}", _week_in_month),
        (rf"(?:the\s+)?(?:first|1st)\s+half\s+of\s+{_MONTH_WORD}", _half_of_month),
        (
            rf"(?:{_HEDGE})?(?:the\s+)?(?:next\s+|coming\s+|nächsten\s+|prochains?\s+|próxim[oa]s\s+"
            rf"|another\s+)?(?P<n>{_NUMBER})(?:{_RANGE}(?P<n2>{_NUMBER}))?"
         rf"[\s-]*(?:of\s+|full\s+|more\s+)?(?:{_UNITS})(?:\s+time)?(?:\s+or\s+so)?(?:\s+(?:from|after"
         rf"|of)\s+(?:the\s+)?(?P<anchor>{DATE}+|{WEEKDAY}+))?", _count),
        (rf"(?:a|one)\s+(?P<unit>week|wk|day)\s+or\s+(?P<n>{_NUMBER})", _week_or_two),
        (rf"(?:a|one)\s+(?P<unit0>week|wk)\s+(?:to|or|-)\s+(?P<n>{_NUMBER})\s+(?P<unit>day)s", _week_or_two),
        (r"(?:this|the\s+same|same)\s+time\s+next\s+(?:week|wk)", _after_days(7)),
        (r"(?:the\s+|that\s+)?(?:very\s+)?same\s+(?:day|evening|afternoon|night)", _after_days(0)),
        (r"(?:une\s+)?quinzaine|quincena|quinzena", _after_days(15)),
        (r"(?:a|one)\s+(?:week|wk)\s+and\s+a\s+half|one\s+and\s+a\s+half\s+weeks", _after_days(10)),
        (r"(?:the\s+)?next\s+(?:week|few\s+days)\s+or\s+so", _after_days(7)),
        (r"quince\s+días|quinze\s+jours|quinze\s+dias|una\s+quincena", _after_days(15)),
        (_TOMORROW, _after_days(1)),
        (_OVERMORROW, _after_days(2)),
        (_TODAY, _after_days(0)),
        (
            r"(?:the\s+)?end\s+of\s+(?:the|this)\s+year|ende\s+des\s+jahres|jahresende|fin\s+d'année|fin\s+de\s+año"
            r"|eoy|cuối\s+năm", _end_of_year),
        (r"eom|monatsende", lambda match, context: workdays.month_end(context.base.year, context.base.month)),
        (r"(?:(?:the\s+)?end\s+of\s+)?q(?P<q>[1-4])", _quarter),
        (
            r"(?:(?P<before>before|by)|(?P<after>(?:just\s+|straight\s+)?after|following)|(?:over|this"
            r"|at))?\s*(?:the\s+|this\s+)?(?:week-?end)", _weekend),
        (
            r"(?:(?P<before>before|by|vor|avant|antes\s+d[eo])\s+)(?:the\s+)?(?P<feast>easter|christmas|xmas"
            r"|new\s+year|weihnachten|noël|navidad|natal)(?:\s+(?:break|holidays?))?", _feast),
    )
)  # fmt: skip
