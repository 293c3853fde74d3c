"""When to send: the first and the last day that suit a kind of message about a brief."""

from __future__ import annotations

from datetime import date, timedelta

from assistant.brief import Brief, Fact
from assistant.message import Kind, Window

_FRIDAY = 4
_THANK_YOU_WITHIN = 1
"""Days after the interview by which the thank-you e-mail has gone out."""

Days = tuple[date | None, date | None]


def window(kind: Kind, brief: Brief, today: date) -> Days:
    """The first and the last day for sending, never in the past; nothing where the notes do not let it be known."""
    found = _suggested(kind.window, brief, today)
    if found is None:
        return None, None
    first, last = found
    welcome = _welcome_from(kind, brief)
    if welcome and welcome > first:
        first, last = welcome, max(last, welcome + (last - first))
    first = max(first, today)
    if kind.window.working:
        first = _working(first)
    return first, max(first, last)


def _suggested(rule: Window, brief: Brief, today: date) -> tuple[date, date] | None:
    if rule.anchor == "news":
        return _span(today, rule)
    interview = _day(brief.interview_date)
    if rule.anchor == "decision":
        decision = _day(brief.decision_by)
        return _span(decision, rule) if decision else _without_decision(interview, rule)
    if interview is None:
        return None
    first, last = _span(interview, rule)
    return (max(first, _after_thank_you(interview, today, rule.after_days)) if rule.after_days else first), last


def _span(anchor: date, rule: Window) -> tuple[date, date]:
    return _later(anchor, rule.after_days, rule.working), _later(anchor, rule.by_days, rule.working)


def _without_decision(interview: date | None, rule: Window) -> tuple[date, date] | None:
    """Where no decision day was stated: so many days after the interview, and as much room as there would have been."""
    if interview is None or rule.after_days_without_anchor is None:
        return None
    first = interview + timedelta(days=rule.after_days_without_anchor)
    first = _working(first) if rule.working else first
    return first, _later(first, rule.by_days - rule.after_days, rule.working)


def _after_thank_you(interview: date, today: date, days: int) -> date:
    """That many days after the thank-you e-mail: it goes out today while it is due, and is gone when that is past."""
    due = interview + timedelta(days=_THANK_YOU_WITHIN)
    return min(max(today, interview), due) + timedelta(days=days)


def _welcome_from(kind: Kind, brief: Brief) -> date | None:
    """The first day on which the employer wants to hear on this channel, where they named one."""
    named = [
        instruction.not_before
        for instruction in brief.instructions
        if instruction.not_before and instruction.channel in (None, kind.channel)
    ]
    return max(named, default=None)


def _later(day: date, count: int, working: bool) -> date:
    if not working:
        return day + timedelta(days=count)
    for _ in range(count):
        day = _working(day + timedelta(days=1))
    return day


def _working(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > _FRIDAY else day


def _day(fact: Fact | None) -> date | None:
    """The day of a fact; nothing where a person has entered something else."""
    try:
        return date.fromisoformat(fact.value) if fact else None
    except ValueError:
        return None
