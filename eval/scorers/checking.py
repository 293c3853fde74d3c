"""What the checker makes of messages with one planted fault, and of faithful ones.

A fault counts as found where a finding of its rule, or of a rule listed as its equal, touches the planted words; where
something is absent, where there is such a finding that the faithful message it was made from does not have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from assistant import prompts
from assistant.brief import Brief
from assistant.checking import parse
from assistant.desk import Desk
from assistant.message import Message, Situation
from assistant.report import Finding, Severity
from eval.messages import Faulty, Good, MessageSet
from eval.score import Score
from eval.scorers.crash import told

HARD = ("wrong-name", "invented-name", "invented-number", "invented-date", "wrong-company", "placeholder", "over-limit")
SOFT = (
    *("invented-claim", "informal", "pushy", "argues", "self-negative", "private", "instruction", "injection"),
    *("greeting", "thanks", "specific", "interest", "close", "subject", "signature", "length", "order", "timing"),
    *("repetition", "copied-notes", "model-leak", "stock-phrase"),
)
"""The rules that are planted: those that must be all but certain, and the others."""
RULES = (*HARD, *SOFT)

EQUAL: dict[str, tuple[str, ...]] = {
    "wrong-name": ("greeting", "invented-name"),
    "invented-name": ("wrong-name",),
    "greeting": ("wrong-name",),
    "wrong-company": ("invented-name", "private"),
    "private": ("wrong-company", "self-negative", "instruction"),
    "self-negative": ("private", "instruction"),
    "invented-number": ("signature", "instruction"),
    "invented-date": ("invented-number",),
    "invented-claim": ("invented-name", "invented-number", "invented-date", "pushy"),
    "pushy": ("invented-claim", "argues"),
    "argues": ("pushy", "private"),
    "informal": ("instruction", "close"),
    "stock-phrase": ("informal", "model-leak"),
    "over-limit": ("length",),
    "length": ("over-limit", "instruction"),
    "instruction": ("subject", "order", "timing", "informal"),
    "subject": ("instruction",),
    "order": ("timing", "instruction"),
    "timing": ("order", "instruction"),
    "close": ("signature",),
    "signature": ("close",),
    "injection": ("model-leak", "invented-claim", "invented-name"),
    "model-leak": ("placeholder", "injection"),
    "placeholder": ("model-leak",),
    "copied-notes": ("informal",),
}


@dataclass(frozen=True, slots=True)
class Checked:
    """One message of the data as the checker saw it."""

    source: Good
    message: Message
    findings: tuple[Finding, ...]
    before: tuple[Finding, ...] = ()
    """For a fault: the findings on the faithful message that it was made from."""

    def at(self, level: Severity) -> tuple[Finding, ...]:
        """Its findings of one severity."""
        return tuple(finding for finding in self.findings if finding.severity == level)


@dataclass(frozen=True, slots=True)
class CheckedSet:
    """All messages of a set, checked."""

    good: tuple[Checked, ...]
    faulty: tuple[Checked, ...]


def check(desk: Desk, one: MessageSet) -> CheckedSet:
    """Reads the notes of a set and checks all its messages."""
    try:
        brief = desk.read(one.notes, one.today, one.me)
    except Exception as error:
        crash = (_crash(error),)
        good, faulty = (tuple(Checked(m, _unread(m), crash) for m in kept) for kept in (one.good, one.faulty))
        return CheckedSet(good, faulty)
    checked = tuple(_checked(desk, one, brief, source) for source in one.good)
    before = [() if source.base is None else checked[source.base].findings for source in one.faulty]
    planted = (_checked(desk, one, brief, source) for source in one.faulty)
    return CheckedSet(checked, tuple(replace(item, before=held) for item, held in zip(planted, before, strict=True)))


def found(item: Checked, errors_only: bool = False) -> bool:
    """Whether the planted fault of a checked message was found (at error level, if asked)."""
    fault = _fault(item)
    rules = (fault.rule, *EQUAL.get(fault.rule, ()))
    levels = ("error",) if errors_only else get_args(Severity)
    known = {(f.rule, f.message) for f in item.before} if fault.planted is None else set()
    return any(
        f.rule in rules
        and f.severity in levels
        and (f.rule, f.message) not in known
        and touches(f, fault.planted, item.message)
        for f in item.findings
    )


def scores(checked: CheckedSet) -> dict[str, Score]:
    """Recall of planted faults and calm on faithful messages, over groups of rules and rule by rule."""
    groups = {"hard-faults": HARD, "soft-faults": SOFT} | {f"planted {rule}": (rule,) for rule in RULES}
    made: dict[str, Score] = {}
    for name, rules in groups.items():
        chosen = [item for item in checked.faulty if _fault(item).rule in rules]
        made[f"{name} as error"] = _recall(chosen, lambda item: found(item, errors_only=True))
        made[f"{name} at any level"] = _recall(chosen, found)
    made["no-false-error"] = calm(checked.good, "error")
    made["no-false-warning"] = calm(checked.good, "warning")
    for rule in RULES:
        made[f"calm {rule} error"] = calm(checked.good, "error", rule)
        made[f"calm {rule} warning"] = calm(checked.good, "warning", rule)
    return made


def calm(good: Sequence[Checked], level: Severity, rule: str | None = None) -> Score:
    """Faithful messages without a finding of that severity (and of that rule)."""
    alarmed = [(item, [f for f in item.at(level) if rule in (None, f.rule)]) for item in good]
    missed = tuple(_alarm(item, findings) for item, findings in alarmed if findings)
    text = "\n\n".join(item.source.text for item, findings in alarmed if findings)
    return Score(len(good) - len(missed), missed, text=text)


def touches(finding: Finding, planted: str | None, message: Message) -> bool:
    """Whether a finding is about the planted words; without a span, or without such words, it is about the whole."""
    if planted is None or finding.span is None:
        return True
    text = message.body if finding.where == "body" else message.subject or ""
    start = text.find(planted)
    while start >= 0:
        if finding.span.start < start + len(planted) and start < finding.span.end:
            return True
        start = text.find(planted, start + 1)
    return False


def _checked(desk: Desk, one: MessageSet, brief: Brief, source: Good) -> Checked:
    kind = prompts.kind(source.kind)
    situation = Situation(notes=one.notes, today=one.today, profile=one.me)
    try:
        message = parse.from_text(source.text, brief, kind)
        return Checked(source, message, desk.report(message, brief, kind, situation).findings)
    except Exception as error:
        return Checked(source, _unread(source), (_crash(error),))


def _crash(error: Exception) -> Finding:
    """A crash as a finding: it alarms a faithful message and finds no fault."""
    return Finding(rule="crash", severity="error", message=told(error))


def _unread(source: Good) -> Message:
    return Message(kind=source.kind, channel="email", recipient=source.recipient, subject=None, body=source.text)


def _recall(chosen: Sequence[Checked], hit: Callable[[Checked], bool]) -> Score:
    missed = [item for item in chosen if not hit(item)]
    text = "\n\n".join(item.source.text for item in missed)
    return Score(len(chosen) - len(missed), tuple(_missed(_fault(item)) for item in missed), text=text)


def _fault(item: Checked) -> Faulty:
    if not isinstance(item.source, Faulty):
        raise TypeError(f"no fault was planted in {item.source.text[:40]!r}")
    return item.source


def _missed(fault: Faulty) -> str:
    return f"{fault.kind} {fault.rule}: {fault.planted!r} ({fault.why})"


def _alarm(item: Checked, findings: Iterable[Finding]) -> str:
    said = (f"{f.rule} {f.span.text if f.span else None!r} ({f.message})" for f in findings)
    return f"{item.source.kind}: {'; '.join(said)}"
