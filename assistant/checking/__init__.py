"""Checks a message against brief, kind and situation: Message -> Report.

    message -> layout -> rules, one family a module -> findings -> seconded by the network -> verdict

Every rule is a generator from Context to Finding. Its wording, its word lists and the weight of what it finds are
data in prompts/checking/; the principle behind a finding is looked up in prompts/guide/.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator

from assistant.brief import Brief
from assistant.checking.claims import claims
from assistant.checking.context import Context
from assistant.checking.cues import phrases
from assistant.checking.days import dates
from assistant.checking.echoes import copied, repetition
from assistant.checking.judge import DENIED, Judgement, Network, judge
from assistant.checking.judge import findings as judged
from assistant.checking.moment import order, promised, timing
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
    promised,
)
WEIGHT = {"error": 0, "warning": 1, "hint": 2}


def check(
    message: Message,
    brief: Brief,
    kind: Kind,
    situation: Situation,
    network: Network | None = None,
    *,
    own: bool = False,
) -> Report:
    """What the rules say about a message, errors first, and whether it may go: ready, needs-facts or not-ready.

    With a network, it finds faults of its own, and a rule's error stands only where it sees something wrong too. For a
    message of our `own`, which is made of the notes' words, it is asked only where a rule objects.
    """
    context = Context(message, brief, kind, situation)
    found = [finding for rule in RULES for finding in rule(context)]
    if network is not None and (not own or any(map(_may_err, found))):
        judgement = judge(context, network)
        found = [_seconded(finding, judgement) for finding in found]
        found += [] if own else [more for more in judged(judgement, context) if not _is_known(more, found)]
    findings = _ordered(found)
    return Report(verdict=verdict(findings, context), findings=findings)


def _is_known(more: Finding, found: Iterable[Finding]) -> bool:
    """Whether an error of the rules stands on the same words already."""
    spans = [each.span for each in found if each.severity == "error" and each.where == more.where and each.span]
    return more.span is not None and any(one.touches(more.span) for one in spans)


def _may_err(finding: Finding) -> bool:
    """Whether a finding is one of those that the network is asked about."""
    return finding.rule in DENIED and finding.severity != "hint" and finding.span is not None


def _seconded(finding: Finding, judgement: Judgement) -> Finding:
    """The finding as it is, or as a hint where the network holds the words for fine."""
    if not _may_err(finding) or finding.span is None:
        return finding
    if judgement.bad(finding.span, finding.where) >= DENIED[finding.rule]:
        return finding
    return finding.model_copy(update={"severity": "hint"})


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors first, then in the order of the text; one finding a rule for the same words."""
    ranked = sorted(
        findings,
        key=lambda each: (WEIGHT[each.severity], each.where != "subject", each.span.start if each.span else -1),
    )
    kept: list[Finding] = []
    taken: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for each in ranked:
        place = (each.span.start, each.span.end) if each.span else (-1, -1)
        if _free(place, taken.setdefault((each.rule, each.where), []), each, kept):
            kept.append(each)
    return tuple(kept)


def _free(place: tuple[int, int], spans: list[tuple[int, int]], each: Finding, kept: list[Finding]) -> bool:
    """Whether no finding of the rule stands on these words yet; if so, they are taken. `spans` stay in order."""
    if place == (-1, -1):
        return all(other.span or other.rule != each.rule or other.message != each.message for other in kept)
    spot = bisect_left(spans, place)
    before, after = spans[spot - 1 : spot], spans[spot : spot + 1]
    if (before and before[0][1] > place[0]) or (after and after[0][0] < place[1]):
        return False
    insort(spans, place)
    return True
