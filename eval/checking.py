"""How well the checker checks: recall on planted faults, false alarms on faithful messages (`python -m eval.checking`).

A fault counts as found where a finding of its rule, or of a rule listed as its equal, touches the planted words; where
something is absent, where there is such a finding that the faithful message it was made from does not have. The test
split is only summarised.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import get_args

import click

from assistant import checking, prompts, reading
from assistant.brief import Brief
from assistant.checking import parse
from assistant.message import Message, Situation
from assistant.report import Finding, Severity
from eval.cases import Split
from eval.intervals import wilson
from eval.messages import Faulty, Good, MessageSet, load

HARD = ("wrong-name", "invented-name", "invented-number", "invented-date", "wrong-company", "placeholder", "over-limit")
SOFT = (
    *("invented-claim", "informal", "pushy", "argues", "self-negative", "private", "instruction", "injection"),
    *("greeting", "thanks", "specific", "interest", "close", "subject", "signature", "length", "order", "timing"),
    *("repetition", "copied-notes", "model-leak", "stock-phrase"),
)
GROUPS = {
    "names, numbers, dates, companies, placeholders, limits": HARD,
    "claims, tone, structure, repetition, instructions": SOFT,
}

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

    set_id: str
    source: Good
    message: Message
    findings: tuple[Finding, ...]
    before: tuple[Finding, ...] = ()
    """For a fault: the findings on the faithful message that it was made from."""

    def at(self, level: str) -> tuple[Finding, ...]:
        """Its findings of one severity."""
        return tuple(finding for finding in self.findings if finding.severity == level)


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many, with the 95 % Wilson interval."""

    hits: int
    total: int

    def __str__(self) -> str:
        if not self.total:
            return "-"
        low, high = wilson(self.hits, self.total)
        return f"{self.hits / self.total:6.1%} [{low:.0%} {high:.0%}] {self.hits}/{self.total}"


@dataclass(frozen=True, slots=True)
class Scorecard:
    """All messages of one split, checked."""

    split: Split
    good: tuple[Checked, ...]
    faulty: tuple[Checked, ...]

    def recall(self, rules: Iterable[str], errors_only: bool) -> Share:
        """The share of the faults planted for these rules that was found."""
        chosen = [item for item in self.faulty if _fault(item).rule in rules]
        return Share(sum(found(item, errors_only) for item in chosen), len(chosen))

    def alarms(self, level: str, rule: str | None = None) -> Share:
        """The share of faithful messages with a finding of that severity (and of that rule)."""
        hits = sum(any(rule in (None, f.rule) for f in item.at(level)) for item in self.good)
        return Share(hits, len(self.good))

    def rules(self) -> tuple[str, ...]:
        """Every rule that was planted or that fired, in the order of the groups."""
        fired = {f.rule for item in self.good for f in item.findings} | {_fault(item).rule for item in self.faulty}
        known = HARD + SOFT
        return (*(rule for rule in known if rule in fired), *sorted(fired - set(known)))


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
        and _touches(f, fault.planted, item.message)
        for f in item.findings
    )


def _fault(item: Checked) -> Faulty:
    if not isinstance(item.source, Faulty):
        raise TypeError(f"no fault was planted in {item.source.text[:40]!r}")
    return item.source


def _touches(finding: Finding, planted: str | None, message: Message) -> bool:
    if planted is None or finding.span is None:
        return True
    text = message.body if finding.where == "body" else message.subject or ""
    start = text.find(planted)
    while start >= 0:
        if finding.span.start < start + len(planted) and start < finding.span.end:
            return True
        start = text.find(planted, start + 1)
    return False


def _checked(one: MessageSet, brief: Brief, source: Good) -> Checked:
    kind = prompts.kind(source.kind)
    message = parse.from_text(source.text, brief, kind)
    situation = Situation(notes=one.notes, today=one.today, profile=one.me)
    return Checked(one.id, source, message, checking.check(message, brief, kind, situation).findings)


def _set(one: MessageSet) -> tuple[list[Checked], list[Checked]]:
    brief = reading.read(one.notes, one.today, one.me)
    good = [_checked(one, brief, source) for source in one.good]
    faulty = []
    for source in one.faulty:
        before = () if source.base is None else good[source.base].findings
        faulty.append(replace(_checked(one, brief, source), before=before))
    return good, faulty


@cache
def score(split: Split) -> Scorecard:
    """Reads the notes of every set of a split and checks all its messages."""
    done = [_set(one) for one in load() if one.split == split]
    return Scorecard(
        split,
        tuple(item for good, _ in done for item in good),
        tuple(item for _, faulty in done for item in faulty),
    )


def table(card: Scorecard, only: str | None = None) -> str:
    """Recall and false alarms by rule, by group and over all."""
    head = f"# {card.split}: {len(card.good)} faithful messages, {len(card.faulty)} with one planted fault"
    lines = [head, f"{'rule':16}{'found as error':>26}{'found at any level':>26}{'false errors':>14}{'warnings':>10}"]
    for rule in card.rules():
        if only in (None, rule):
            lines.append(
                f"{rule:16}{card.recall((rule,), True)!s:>26}{card.recall((rule,), False)!s:>26}"
                f"{card.alarms('error', rule).hits:14}{card.alarms('warning', rule).hits:10}"
            )
    if only is None:
        for name, rules in GROUPS.items():
            lines += [f"{name}:", f"{'':16}{card.recall(rules, True)!s:>26}{card.recall(rules, False)!s:>26}"]
        lines.append(f"faithful messages with a false error:   {card.alarms('error')}")
        lines.append(f"faithful messages with a false warning: {card.alarms('warning')}")
    return "\n".join(lines)


def misses(card: Scorecard, only: str | None = None) -> str:
    """The faults that nothing found, then the false errors and warnings, each with its text."""
    return "\n".join([*_missed(card, only), *_alarmed(card, only)]) or "no misses"


def _missed(card: Scorecard, only: str | None) -> Iterator[str]:
    for item in card.faulty:
        fault = _fault(item)
        if only in (None, fault.rule) and not found(item):
            yield f"- {item.set_id} {fault.kind} {fault.rule}: {fault.planted!r} ({fault.why})"


def _alarmed(card: Scorecard, only: str | None) -> Iterator[str]:
    for item in card.good:
        for finding in item.findings:
            if finding.severity != "hint" and only in (None, finding.rule):
                words = finding.span.text if finding.span else None
                where = f"{item.set_id} {item.source.kind} {finding.severity} {finding.rule}"
                yield f"+ {where}: {words!r} ({finding.message})"


@click.command()
@click.option("--split", type=click.Choice(get_args(Split)), default=None, help="Only this split.")
@click.option("--rule", default=None, help="Only this rule.")
@click.option("--misses", "listing", is_flag=True, help="List what was missed and the false alarms (dev split).")
def main(split: Split | None, rule: str | None, listing: bool) -> None:
    """Measures the checker on planted faults and on faithful messages."""
    if listing and split == "test":
        raise click.UsageError("the test split is only summarised; leave out --misses, or take --split dev")
    show: Callable[[Scorecard, str | None], str] = misses if listing else table
    splits: tuple[Split, ...] = ("dev",) if listing else get_args(Split)
    for one in splits:
        if split in (None, one):
            click.echo(show(score(one), rule))


if __name__ == "__main__":
    main()
