"""Write, check, and throw out what the checks refuse; what remains is shown with the honest verdict."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.brief import Brief, Span
from assistant.message import Kind, Message, Situation
from assistant.report import Finding, Report
from assistant.writing import offline
from assistant.writing.advice import say
from assistant.writing.order import Material, Order

Check = Callable[[Message, Brief, Kind, Situation], Report]
ROUNDS = 4
JUDGED = frozenset({"recall", "thanks"})  # moves whose absence has a rule of its own
FRAME = frozenset({"greeting", "sign-off"})


def written(order: Order, material: Material, check: Check) -> Message:
    """The message with its report; a sentence in which the checks find an error is said otherwise or left out."""
    before = set(material.used)
    for attempt in range(ROUNDS):
        message = offline.write(order, material)
        report = check(message, order.brief, order.kind, order.situation)
        refused = _refused(message, report)
        if not refused:
            break
        facts = frozenset(
            fact for part in message.parts for s in part.sentences if s.text in refused for fact in s.facts
        )
        order = replace(order, banned=order.banned | refused, barred=order.barred | (facts if attempt else frozenset()))
        material.used = set(before)
    return message.model_copy(update={"report": _with_gaps(report, message, order.kind)})


def _with_gaps(report: Report, message: Message, kind: Kind) -> Report:
    """The report, with a warning for each required move that the message had to do without."""
    made = {part.move for part in message.parts}
    gaps = [spec.move for spec in kind.moves if spec.required and spec.move not in made and spec.move not in JUDGED]
    told = tuple(Finding(rule="missing-move", severity="warning", message=say("gap", move=move)) for move in gaps)
    return report.model_copy(update={"findings": (*report.findings, *told)}) if told else report


def _refused(message: Message, report: Report) -> frozenset[str]:
    """The sentences that an error stands in, greeting and signature apart."""
    sentences = {sentence.text for part in message.parts if part.move not in FRAME for sentence in part.sentences}
    spans = [
        finding.span
        for finding in report.findings
        if finding.severity == "error" and finding.span is not None and finding.where == "body"
    ]
    return frozenset(text for text in sentences if any(_overlaps(message.body, text, span) for span in spans))


def _overlaps(body: str, text: str, span: Span) -> bool:
    """Whether a sentence of the body and a span of it share a character."""
    at = body.find(text)
    return at >= 0 and at < span.end and span.start < at + len(text)
