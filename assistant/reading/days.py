"""Days that the notes name: when the interview was, when they decide, until when something was promised."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from rapidfuzz.distance import OSA

from assistant.reading import calendar_words, mention_days, mentions, timeframes, workdays
from assistant.reading.mentions import Mention

_RELATIVE: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(
        r"(?i)(?<!\w)(?:the\s+)?day\s+before\s+yesterday|vorgestern|anteayer|avant-hier|anteontem|hôm\s+kia"
        r"|l'altro\s+ieri|eergisteren|onsdag"), 2),
    (re.compile(
        r"(?i)(?<!\w)(?:yesterday|yest(?:erda?y)?|y['’]day|yday|ytd|ystday|yesterdy|last\s+night|kahapon|gestern|ayer|hier(?!\w)"
        r"|ontem|hôm\s+qua|ieri|gisteren|igår|i\s+går|kemarin|wczoraj|včera|jana|dün|kal|tegnap|eilen|jučer|dje)(?!\w)"), 1),
    (re.compile(
        r"(?i)(?<!\w)(?<!ago\s)(?:today|tod|2day|2dy|tdy|2nite|this\s+(?:morning|afternoon|evening|morn|arvo|lunchtime|lunch|aft"
        r"|am|pm)|tonight|tonite|earlier(?:\s+on)?|just|kanina(?:ng)?|ngayon|heute|hoy|esta\s+(?:mañana|tarde|manhã)|now"
        r"|aujourd['’]hui|ce\s+matin|cet\s+après-midi|hoje|hôm\s+nay|sáng\s+nay|chiều\s+nay|oggi|stamattina|vandaag"
        r"|idag|i\s+dag|hari\s+ini|tadi|dzisiaj|dziś|leo|bugün|aaj|dnes|ma|tänään|danas|sot|siku)(?!\w)"), 0),
)  # fmt: skip
_AGO = re.compile(
    r"(?i)(?<!\w)(?P<n>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|couple\s+of|a\s+couple\s+of)\s+"
    r"(?P<unit>days?|weeks?|wks?)\s+(?:ago|back)(?!\w)"
)
_BARE = re.compile(r"(?<![\d-])(\d{1,2})-(\d{1,2})(?![\d-])")
_BEFORE = re.compile(
    r"(?i)(?<!\w)(?:before|befor|bef|b4|prior\s+to|ahead\s+of|vor|antes\s+d[eo]l?|avant|trước|prima\s+d\w+|bago|przed|före|før|voor)(?!\w)"
)
_NUMBER = re.compile(
    r"(?<![\w.,:£$€/])(\d{1,2})(?:st|nd|rd|th|\.)?(?![\w%/:])(?!\s*(?:am|pm|uhr|weeks?|days?|months?|working)\b)"
)
_DAY_AFTER = re.compile(
    r"(?i)\bthe\s+(?:day|morning)\s+after\b(?!\s+tomorrow)|\bthe\s+(?:next|following)\s+(?:day|morning)\b"
)
_SAME_DAY = re.compile(r"(?i)\b(?:that|the\s+same)\s+(?:very\s+)?(?:day|night|evening|afternoon)\b|(?<=\bme\s)then\b")
_REACH = 120
"""Characters of notes before a stretch in which the day that it counts from may stand."""
_LAST = re.compile(r"(?i)\blast\s*$")
_LAST_WEEK = re.compile(r"(?i)last\s+(?:week|wk)|(?:week|wk)\s+ago")


def past(text: str, today: date, written: date | None, american: bool) -> date | None:
    """The latest day up to `today` that a phrase such as `weds 11th feb` or `yesterday` can mean.

    `written` is the day on which it was written, where a stamp tells it.
    """
    anchor = written or today
    text = _BARE.sub(r"\1/\2", text)
    found = mentions.find(text)
    named = [mention for mention in found if mention.kind == "date"] or list(found)
    days = [_past(mention, text, today if mention.kind == "date" else anchor, american) for mention in named]
    if known := [day for day in days if day is not None and day <= today]:
        return max(known)
    for match in _AGO.finditer(text):
        count = calendar_words.count(match["n"].split()[-1] if "couple" not in match["n"] else "2")
        if count:
            return anchor - timedelta(days=count * (7 if match["unit"].lower().startswith("w") else 1))
    back = next((back for pattern, back in _RELATIVE if pattern.search(text)), None)
    if back is None and any(OSA.distance(word, "yesterday") < 4 for word in re.findall(r"\by[\w'’]+", text.lower())):
        back = 1
    if back is None and (number := _NUMBER.search(text)):
        return _of_month(int(number[1]), anchor, -1)
    return None if back is None else anchor - timedelta(days=back)


def _of_month(number: int, base: date, step: int) -> date | None:
    """The nearest day with that number in its month, from `base` on (step 1) or back (-1)."""
    near = (base + timedelta(days=step * count) for count in range(62))
    return next((day for day in near if day.day == number), None)


def _past(mention: Mention, text: str, anchor: date, american: bool) -> date | None:
    """The day in the past that a mention means; one that is today's own date or weekday means today."""
    if mention.kind == "weekday" and mention.weekday == anchor.weekday():
        return anchor if not _LAST.search(text[: mention.start]) else anchor - timedelta(days=7)
    if mention.kind == "weekday" and _LAST_WEEK.search(text[max(0, mention.start - 20) : mention.end + 20]):
        return anchor - timedelta(days=anchor.weekday() + 7 - (mention.weekday or 0))
    day = mention_days.on_or_before(mention, anchor, american)
    if day and mention.kind == "weekday" and (anchor - day).days < 2 and _LAST.search(text[: mention.start]):
        return day - timedelta(days=7)
    return day


def told(notes: str, start: int, end: int, base: date, american: bool) -> date | None:
    """The day that a stretch of the notes tells; `the day after` and `that day` count from the day named before it."""
    for pattern, later in ((_DAY_AFTER, 1), (_SAME_DAY, 0)):
        found = pattern.search(notes, start, end)
        if found and (named := ahead(notes[max(0, start - _REACH) : found.start()], base, american)):
            return named + timedelta(days=later)
    return ahead(notes[start:end], base, american)


@lru_cache(maxsize=1024)
def ahead(phrase: str, base: date, american: bool = False) -> date | None:
    """The last day that a phrase such as `by fri` or `within 5 working days` means, seen from `base`."""
    frames = timeframes.find(phrase, base, american)
    dated = frames or any(mention.kind == "date" for mention in mentions.find(phrase))
    number = None if dated else _NUMBER.search(phrase)
    day = frames[-1].day if frames else _of_month(int(number[1]), base, 1) if number else None
    event = _BEFORE.search(phrase[: frames[-1].start] if frames else phrase)
    if frames and re.match(r"(?i)(?:by|until|till|within)\b", frames[-1].text):
        event = None
    return workdays.last_working_day_before(day) if event and day else day


def is_american(texts: Iterable[str]) -> bool:
    """Whether these notes write the month first."""
    return mention_days.month_first([mention for text in texts for mention in mentions.find(text)])
