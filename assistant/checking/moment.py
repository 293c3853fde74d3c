"""Rules timing and order: is today the day for this message, and does it come in its turn?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from assistant.brief import Fact
from assistant.checking.context import Context
from assistant.checking.words import is_function, keys, tokens
from assistant.message import Window
from assistant.report import Finding

SURE_PROMISE = 0.35
"""How sure the reading is, at least, of a promise that a message must not forget."""


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


def promised(context: Context) -> Iterator[Finding]:
    """A warning for each promise to the reader, not yet due, of which the message says nothing."""
    reader = context.recipient
    if not any(spec.move == "promise" for spec in context.kind.moves):
        return
    said = {key for sentence in context.layout.sentences for token in sentence.tokens for key in keys(token.low)}
    panel = context.brief.interviewers()
    first = panel[0].name if panel else None
    for promise in context.brief.promises:
        owner = promise.person or first
        if (reader and owner and owner != reader.name) or (promise.due and promise.due < context.situation.today):
            continue
        if promise.sure >= SURE_PROMISE and not _is_said(promise, said):
            yield context.absent("promise.unsaid", said=_words(promise))


def _is_said(promise: Fact, said: set[str]) -> bool:
    """Whether most of the words that tell what was promised stand in the message."""
    telling = [token.low for token in tokens(promise.value) if len(token.low) > 3 and not is_function(token.low)]
    hits = sum(not said.isdisjoint(keys(word)) for word in telling)
    return hits * 2 >= len(telling)


def _words(promise: Fact) -> str:
    return " ".join(promise.evidence[0].text.split()) if promise.evidence else promise.value


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
