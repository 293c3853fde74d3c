"""Drafts of the offline writer for the kind that each case wants, and the rates over them."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assistant.errors import AfterwordError
from assistant.message import Drafts, Message
from eval.cases import Case
from eval.score import Score


@dataclass(frozen=True, slots=True)
class Drafted:
    """What the desk made of one case: the messages, or the error that it raised."""

    case: Case
    messages: tuple[Message, ...] = ()
    error: str | None = None


def desk() -> Any:
    """The desk with the product's default wiring, offline; nothing while it is unfinished."""
    try:
        wiring, settings = (importlib.import_module(f"assistant.{name}") for name in ("wiring", "settings"))
    except ModuleNotFoundError as error:
        if error.name and error.name.startswith("assistant."):
            return None
        raise
    return wiring.build(settings.Settings())


def draft(counter: Any, case: Case, variants: int = 1) -> Drafted:
    """The drafts of the wanted kind, one message for each person where a panel is to be thanked."""
    to = "all" if case.want == "thank-you" and len(case.gold.interviewers) > 1 else None
    try:
        made: Drafts = counter.draft(
            case.notes, kind=case.want, to=to, variants=variants, today=case.today, profile=case.me
        )
    except AfterwordError as error:
        return Drafted(case, error=str(error))
    return Drafted(case, made.messages)


def leaks(drafted: Drafted) -> Score:
    """Strings that must not appear, looked for in body and subject of every message."""
    missed = tuple(
        f"{text!r} to {message.recipient}"
        for message in drafted.messages
        for text in drafted.case.gold.must_not_appear
        if text.casefold() in f"{message.subject or ''}\n{message.body}".casefold()
    )
    return Score(hits=0 if missed else 1, missed=missed[:1])


def ready(drafted: Drafted) -> Score:
    """Messages whose verdict is ready, of all."""
    verdicts = [(message, message.report.verdict if message.report else "unchecked") for message in drafted.messages]
    missed = tuple(f"{verdict}: {message.recipient}" for message, verdict in verdicts if verdict != "ready")
    return Score(len(verdicts) - len(missed), missed or ((drafted.error,) if drafted.error else ()))


def errors(drafted: Drafted) -> Score:
    """Messages with no finding at level error."""
    found = [(message, _errors(message)) for message in drafted.messages]
    missed = tuple(f"{message.recipient}: {rules}" for message, rules in found if rules)
    return Score(len(found) - len(missed), missed)


SCORERS = (("drafts-without-leak", leaks), ("drafts-ready", ready), ("drafts-without-error", errors))


def _errors(message: Message) -> Sequence[str]:
    if message.report is None:
        return ()
    return [f"{finding.rule} ({finding.message})" for finding in message.report.findings if finding.severity == "error"]
