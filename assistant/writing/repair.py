"""Write, check, and throw out what the checks refuse; what remains is shown with the honest verdict."""

from __future__ import annotations

from dataclasses import replace

from assistant.checking import check
from assistant.message import Message
from assistant.report import Report
from assistant.writing.offline import Material, OfflineWriter, Order

ROUNDS = 4


def written(order: Order, material: Material) -> Message:
    """The message with its report; a sentence in which the checks find an error is said otherwise or left out."""
    before = set(material.used)
    for attempt in range(ROUNDS):
        message = OfflineWriter(order, material).write()
        report = check(message, order.brief, order.kind, order.situation)
        refused = _refused(message, report)
        if not refused:
            break
        facts = frozenset(fact for part in message.parts for s in part.sentences if s.text in refused for fact in s.facts)
        order = replace(order, banned=order.banned | refused, barred=order.barred | (facts if attempt else frozenset()))
        material.used = set(before)
    return message.model_copy(update={"report": report})


def _refused(message: Message, report: Report) -> frozenset[str]:
    """The sentences that an error stands in, greeting and signature apart."""
    refused = set()
    for finding in report.findings:
        if finding.severity != "error" or finding.span is None or finding.where != "body":
            continue
        for part in message.parts:
            if part.move in {"greeting", "sign-off"}:
                continue
            for sentence in part.sentences:
                at = message.body.find(sentence.text)
                if at >= 0 and at < finding.span.end and finding.span.start < at + len(sentence.text):
                    refused.add(sentence.text)
    return frozenset(refused)
