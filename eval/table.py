"""What `afterword eval` prints: the table of all measures, the misses of one, one case at length."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.brief import Brief
from eval import measures
from eval.cases import Case
from eval.compare import SPLITS
from eval.record import Rate, Run
from eval.score import Measure, Score, reasons
from eval.work import Unit

WIDTH = 36


def table(run: Run, *, detail: bool = False) -> str:
    """Each measure in both splits: value, 95 % interval, what it is a share of, over how many units."""
    lines = [f"{'':29}" + "".join(f"{split:{WIDTH}}" for split in SPLITS).rstrip()]
    for part in measures.PARTS:
        rows = [measure for measure in run.measures if measure.part == part and (detail or not measure.detail)]
        lines += [part] if rows else []
        lines += [_line(run, measure) for measure in rows]
    return "\n".join(lines) + "\n"


def misses(units: Iterable[Unit], measure: Measure) -> str:
    """Unit by unit why a measure is not better: what was missing (-) or added (+)."""
    lines = []
    for unit in units:
        found = reasons(measure.kind, unit.scores.get(measure.name, Score()))
        lines += [unit.name, *(f"  {reason}" for reason in found)] if found else []
    return "\n".join(lines or ["no misses"]) + "\n"


def case(unit: Unit) -> str:
    """One case at length: its notes, what was read, the drafts with their findings, every reason."""
    source = unit.source
    if not isinstance(source, Case):
        raise TypeError(f"{unit.name!r} is no case")
    parts = [f"== {source.id}, {source.today}, wants {source.want}", source.notes, brief(unit.brief or Brief())]
    if unit.drafted is not None and unit.drafted.error:
        parts.append(f"error: {unit.drafted.error}")
    for message in unit.drafted.messages if unit.drafted else ():
        verdict = message.report.verdict if message.report else "unchecked"
        parts.append(f"-- {message.channel} to {message.recipient}, variant {message.variant}: {verdict}")
        parts += [f"Subject: {message.subject}"] if message.subject else []
        parts += [message.body, *(f"   advice: {text}" for text in message.advice)]
        for finding in message.report.findings if message.report else ():
            parts.append(f"   {finding.severity} {finding.rule}: {finding.message}")
    parts += [f"{measure.name}: {reason}" for measure, found in why(unit) for reason in found]
    return "\n".join(parts) + "\n"


def why(unit: Unit) -> list[tuple[Measure, tuple[str, ...]]]:
    """The measures in which a unit is not as good as can be, with the reasons."""
    scored = [(measure, unit.scores[measure.name]) for measure in measures.ALL if measure.name in unit.scores]
    found = [(measure, reasons(measure.kind, score)) for measure, score in scored]
    return [(measure, said) for measure, said in found if said]


def brief(read: Brief) -> str:
    """What was read, a line a fact."""
    lines = [f"company: {read.company.value if read.company else None}"]
    lines += [f"role: {read.role.value if read.role else None}"]
    lines += [f"person: {p.name} | {p.title} | {p.email} | {p.part}" for p in read.people]
    lines += [f"interview: {read.interview_date.value if read.interview_date else None}"]
    for name in ("topics", "strengths", "promises", "private", "other_companies"):
        lines += [f"{name}: {fact.value} [{fact.said_by}, {fact.person}, {fact.act}]" for fact in getattr(read, name)]
    lines += [f"instruction: {item.kind}: {item.text}" for item in read.instructions]
    lines += [f"decision: {read.decision_by.value if read.decision_by else None}; status: {read.status}"]
    lines += [f"missing: {item.question}" for item in read.missing]
    return "\n".join(lines)


def cell(rate: Rate) -> str:
    """A rate in a few characters; `n=431/128` is a share of 431 things in 128 units."""
    if not rate.units:
        return "-"
    count = str(rate.count) if rate.count == rate.units else f"{rate.count}/{rate.units}"
    return f"{rate.value:.3f} [{rate.low:.3f} {rate.high:.3f}] n={count}"


def _line(run: Run, measure: Measure) -> str:
    cells = "".join(f"{cell(run.rate(measure, split)):{WIDTH}}" for split in SPLITS)
    return f"  {measure.name:27}{cells}".rstrip()
