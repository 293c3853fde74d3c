"""Rules timing and order: is today the day for this message, and does it come in its turn?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from assistant.checking.context import Context
from assistant.checking.words import keys, tokens
from assistant.message import Window
from assistant.report import Finding


def timing(context: Context) -> Iterator[Finding]:
    """Warnings where the message comes too early or late, errors where it speaks of a day gone by."""
    day = max(context.situation.today, context.message.send_after or context.situation.today)
    first, last = _window(context.kind.window, context)
    if first and day < first:
        yield context.absent("timing.early", day=_spoken(first))
    elif last and day > last:
        yield context.absent("timing.late", day=_spoken(last))
    yield from _promises(context)


def _spoken(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"


def _window(window: Window, context: Context) -> tuple[date | None, date | None]:
    known = context.ground.dates
    if window.anchor == "news":
        return None, None
    anchor = known.interview if window.anchor == "interview" else known.decision
    if anchor is None and window.after_days_without_anchor is not None and known.interview:
        return known.interview + timedelta(days=window.after_days_without_anchor), None
    if anchor is None:
        return None, None
    return _shift(anchor, window.after_days, window.working), _shift(anchor, window.by_days, window.working)


def _shift(day: date, days: int, working: bool) -> date:
    while days > 0:
        day += timedelta(days=1)
        if not working or day.weekday() < 5:
            days -= 1
    return day


def _promises(context: Context) -> Iterator[Finding]:
    for promise in context.brief.promises:
        if not promise.due or promise.due >= context.situation.today:
            continue
        wanted = {key for token in tokens(promise.value) for key in keys(token.low) if len(token.low) > 3}
        for sentence in context.layout.sentences:
            ahead = re.search(
                r"\b(?:I will|I'll|I am going to|will come|will be with you)\b", sentence.text.replace("’", "'")
            )
            hits = sum(not wanted.isdisjoint(keys(token.low)) for token in sentence.tokens if len(token.low) > 3)
            if ahead and hits >= 2:
                yield context.about("timing.promise", sentence.start, sentence.end, day=_spoken(promise.due))


def order(context: Context) -> Iterator[Finding]:
    """A LinkedIn note comes after the e-mail: not on the day of the interview itself."""
    interview = context.ground.dates.interview
    if context.kind.channel == "linkedin" and interview and interview == context.situation.today:
        yield context.absent("order.before-email")
