"""Stretches of time that end on a day: `by end of next week`, `in 5 working days`, `mid March`, `before Monday`.

Dates in the text are first masked by marker characters of the same length, so that one rule (timeframe_rules) covers
every way of writing a date. Longest matches win; then `Thursday or Friday` becomes one stretch, and the words that lead
up to a stretch are taken in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.reading import mentions, timeframe_rules, workdays
from assistant.reading.timeframe_rules import DATE, MONTH, WEEKDAY, Context

_MARKERS = {"date": DATE, "day": DATE, "weekday": WEEKDAY, "month": MONTH}


@dataclass(frozen=True, slots=True)
class Frame:
    """A stretch of time as written, and the last day that it means."""

    start: int
    end: int
    text: str
    day: date


def find(text: str, base: date, month_first: bool = False) -> tuple[Frame, ...]:
    """Every stretch of time in `text` that can be resolved from `base`, in order, longest reading first."""
    masked, context = _mask(text, base, month_first)
    found: list[tuple[int, int, date]] = []
    for pattern, rule in timeframe_rules.load():
        for match in pattern.finditer(masked):
            day = rule(match, context)
            if day is not None:
                found.append((match.start(), match.end(), day))
    kept = _longest(found)
    return tuple(_with_preposition(text, masked, *item, context) for item in _joined(masked, kept))


def _mask(text: str, base: date, month_first: bool) -> tuple[str, Context]:
    characters = list(text.lower()) if len(text.lower()) == len(text) else list(text)
    by_start = {}
    for mention in mentions.find(text):
        characters[mention.start : mention.end] = _MARKERS[mention.kind] * (mention.end - mention.start)
        by_start[mention.start] = mention
    return "".join(characters), Context(base, by_start, month_first)


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
    r"|by(?:\s+the\s+latest)?|until|till?|til|hanggang|sa|do|pana|până|hadi|mpaka|senest|inden|innan|innen|bis(?:\s+spätestens)?"
    r"|spätestens(?:\s+bis)?|d'ici(?:\s+à|\s+le)?|para|até|entro|within|in|on|during|sometime|some\s+time|over|around"
    r"|about|for|come|between|zum|am|em|em\s+até"
    r"|a\s+más\s+tardar(?:\s+el)?|como\s+muy\s+tarde(?:\s+el)?|au\s+plus\s+tard(?:\s+le)?|no\s+máximo(?:\s+até)?"
    r"|o\s+mais\s+tardar|al\s+più\s+tardi|chậm\s+nhất(?:\s+(?:là|vào))?|uiterlijk|senast|najpóźniej"
    r"|at\s+the\s+(?:very\s+)?latest|latest"
    r"|before\s+or\s+on|the|dentro\s+de|sous|dans|en|innerhalb(?:\s+von)?|trong(?:\s+vòng)?|vào|for\s+sure\s+by)\s+)"
    r"|(?P<before>(?:before|b4|prior\s+to|ahead\s+of|antes\s+d[eo]l?|avant|vor|trước|prima\s+di|this\s+side\s+of|bago(?:\s+mag)?|przed|före|før|før|voor)\s+)"
    r"|(?P<filler>(?:the|le|el|la|dem|den|o|a|sometime|some\s+time|maybe|probably|about|hopefully|likely)\s+)"
)
_TIME_AFTER = re.compile(r"\s*(?:at\s+)?(?:noon|midday|lunch(?:time)?|\d{1,2}\s*(?:[ap]\.?m|:\d\d|h\b|uhr))")


def _with_preposition(text: str, masked: str, start: int, end: int, day: date, context: Context) -> Frame:
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
