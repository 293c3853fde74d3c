"""Checks a message against brief, kind and situation: Message -> Report.

    message -> layout -> rules, one family a module -> findings -> verdict

Every rule is a generator from Context to Finding. Its wording, its word lists and the weight of what it finds are
data in prompts/checking/; the principle behind a finding is looked up in prompts/guide/.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from assistant.brief import Brief
from assistant.checking.claims import claims
from assistant.checking.context import Context
from assistant.checking.cues import phrases
from assistant.checking.days import dates
from assistant.checking.echoes import copied, repetition
from assistant.checking.moment import order, timing
from assistant.checking.names import names
from assistant.checking.numbers import numbers
from assistant.checking.orders import instructions
from assistant.checking.people import greeting
from assistant.checking.private import private
from assistant.checking.reader import other_reader
from assistant.checking.strangers import addresses, injected
from assistant.checking.structure import length, moves, signature, specific, subject
from assistant.checking.verdict import verdict
from assistant.message import Kind, Message, Situation
from assistant.report import Finding, Report

Rule = Callable[[Context], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    phrases,
    greeting,
    other_reader,
    names,
    numbers,
    dates,
    claims,
    private,
    instructions,
    addresses,
    injected,
    moves,
    specific,
    subject,
    signature,
    length,
    repetition,
    copied,
    timing,
    order,
)
WEIGHT = {"error": 0, "warning": 1, "hint": 2}


def check(message: Message, brief: Brief, kind: Kind, situation: Situation) -> Report:
    """What the rules say about a message, errors first, and whether it may go: ready, needs-facts or not-ready."""
    context = Context(message, brief, kind, situation)
    findings = _ordered(finding for rule in RULES for finding in rule(context))
    return Report(verdict=verdict(findings, context), findings=findings)


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors first, then in the order of the text; one finding a rule for the same words."""
    ranked = sorted(
        findings,
        key=lambda each: (WEIGHT[each.severity], each.where != "subject", each.span.start if each.span else -1),
    )
    kept: list[Finding] = []
    for each in ranked:
        if not any(_covers(other, each) for other in kept):
            kept.append(each)
    return tuple(kept)


def _covers(first: Finding, second: Finding) -> bool:
    if first.rule != second.rule or first.where != second.where:
        return False
    if first.span is None or second.span is None:
        return first.span is second.span and first.message == second.message
    return first.span.start < second.span.end and second.span.start < first.span.end
