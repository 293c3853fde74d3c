"""The day of the interview, the day by which they decide, and where the application stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

from assistant.brief import Fact, Span, Status
from assistant.model.merging.table import Table
from assistant.model.shapes import Known
from assistant.model.templates import words
from assistant.reading import days, stamps

_FAR = timedelta(days=400)
_SURER = 0.8
_Read = Callable[[Span], date | None]


def interview(table: Table) -> Fact | None:
    """The day of the latest interview; never one that is still to come."""
    today = table.quotes.today
    written = stamps.find(table.quotes.notes, today)
    american = days.is_american([table.quotes.notes])

    def read(span: Span) -> date | None:
        return days.past(span.text, today, written.day(span.start), american)

    return _day(table, "interview_date", "interview", today - _FAR, today, read)


def decision(table: Table) -> Fact | None:
    """The last day of the stated time."""
    today = table.quotes.today
    written = stamps.find(table.quotes.notes, today)
    american = days.is_american([table.quotes.notes])
    held = table.rules.interview_date
    base = date.fromisoformat(held.value) if held else today

    def read(span: Span) -> date | None:
        return days.ahead(span.text, written.day(span.start) or base, american)

    found = _day(table, "decision_by", "decision", today - _FAR, today + _FAR, read)
    return found.model_copy(update={"said_by": "them"}) if found else None


def _day(table: Table, name: str, key: str, first: date, last: date, read: _Read) -> Fact | None:
    """The day of either reading; where they differ, the one that the quoted words mean by the calendar."""
    ours: Fact | None = getattr(table.rules, name)
    known: Known = getattr(table.reading, name)
    value, spans = iso(known.value), table.cited(known.quote)
    if value is None or not spans or not first <= value <= last:
        return ours
    counted = value if _spelt(value, spans[0].text) else read(spans[0])
    if counted is not None and counted != value and first <= counted <= last:
        value, said = counted, value
        table.ask(name, name, ours=_shown(counted), theirs=_shown(said))
    theirs = Fact(id=key, value=value.isoformat(), evidence=spans, sure=0.9 if counted else 0.7)
    if ours is None or ours.value == theirs.value:
        return ours or theirs
    confirmed = _spelt(value, spans[0].text) or (counted == value and ours.sure < _SURER)
    if not confirmed and not any(question.field == name for question in table.questions):
        table.ask(name, name, ours=_shown(date.fromisoformat(ours.value)), theirs=_shown(value))
    return ours if counted is None and ours.sure >= _SURER else theirs


def _spelt(day: date, text: str) -> bool:
    """Whether a text gives day and month of a date in figures or by name, so that nothing is left to be counted."""
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    named = f"{day:%b}".lower() in text.lower()
    beside = any({day.day, day.month} == {one, other} for one, other in pairwise(numbers))
    return day.day in numbers and (named or beside)


def status(table: Table, decided: Fact | None) -> Status:
    """Where it stands: what the words say, else what the calendar says."""
    said, ours = table.reading.status.value, table.rules.status
    if said in ("rejected", "offer") and not table.cited(table.reading.status.quote):
        said = ""
    if said not in ("rejected", "offer") and ours not in ("rejected", "offer"):
        past = decided is not None and date.fromisoformat(decided.value) < table.quotes.today
        return "silent" if past or (decided is None and "silent" in (said, ours)) else "awaiting"
    if not said or said == ours:
        return ours
    shown = words("status")
    table.ask("status", "status", ours=shown[ours], theirs=shown[said])
    return said


def iso(text: str) -> date | None:
    """The day of an ISO date, or nothing."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def _shown(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"
