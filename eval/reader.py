"""The reader under evaluation: `assistant.reading.read`, or, while that is unfinished, the field modules that exist."""

from __future__ import annotations

import importlib
from datetime import date
from typing import Any

from assistant.brief import Brief, Fact, Span
from eval.cases import Case


def read(case: Case) -> Brief:
    """The brief of a case, by the reader that ships."""
    whole = getattr(_module(""), "read", None)
    if whole is not None:
        return Brief.model_validate(whole(case.notes, case.today, case.me))
    return Brief(**_by_parts(case))


def injected(notes: str) -> tuple[Span, ...]:
    """Where the notes hold text that gives orders to a program."""
    module = _module("injection")
    return tuple(module.find(notes)) if module else ()


def _module(name: str) -> Any:
    path = f"assistant.reading.{name}" if name else "assistant.reading"
    try:
        return importlib.import_module(path)
    except ModuleNotFoundError as error:
        if error.name and path.startswith(error.name):
            return None
        raise


def _by_parts(case: Case) -> dict[str, Any]:
    notes, today, parts = case.notes, case.today, {}
    segments = module.split(notes) if (module := _module("segments")) else ()
    if module := _module("people"):
        parts["people"] = module.find(notes, segments, case.me)
    people = parts.get("people", ())
    if module := _module("company"):
        parts["company"] = module.find(notes, segments, people)
    if module := _module("role"):
        parts["role"] = module.find(notes, segments)
    if module := _module("employers"):
        parts["other_companies"] = module.find(notes, segments, parts.get("company"), people)
    if module := _module("dates"):
        parts["interview_date"] = module.interview(notes, segments, today)
    if module := _module("decision"):
        parts["decision_by"] = module.find(notes, segments, today, _day(parts.get("interview_date")))
    if module := _module("status"):
        parts["status"] = module.find(notes, segments, today, _day(parts.get("decision_by")))
    if module := _module("instructions"):
        parts["instructions"] = module.find(notes, segments, people, today)
    if module := _module("private"):
        parts["private"] = module.find(notes, segments)
    return parts


def _day(fact: Fact | None) -> date | None:
    return date.fromisoformat(fact.value) if fact else None
