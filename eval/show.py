"""What the runner prints: the table, the misses, one case at length."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.brief import Brief
from eval.run import Result
from eval.score import Rate, Score


def table(columns: Sequence[tuple[str, Sequence[Rate]]]) -> str:
    """The rates of each column (a split) side by side: value, interval, count."""
    head = f"{'what':27}{'measure':10}" + "".join(f"{title:>27}" for title, _ in columns)
    lines = [head]
    for row in zip(*(rates for _, rates in columns), strict=True):
        lines.append(f"{row[0].name:27}{row[0].measure:10}" + "".join(f"{_cell(rate):>27}" for rate in row))
    return "\n".join(lines)


def misses(results: Iterable[Result], field: str) -> str:
    """Case by case what the scorer `field` found missing (-) or added (+)."""
    lines = []
    for result in results:
        score = result.scores.get(field, Score())
        if score.missed or score.extra:
            lines.append(f"{result.case.id}")
            lines += [f"  - {text}" for text in score.missed] + [f"  + {text}" for text in score.extra]
    return "\n".join(lines) or "no misses"


def case(result: Result) -> str:
    """One case at length: its notes, what was read, the drafts with their findings."""
    head = f"== {result.case.id}, {result.case.today}, wants {result.case.want}"
    parts = [head, result.case.notes, _brief(result.brief)]
    drafted = result.drafted
    if drafted is not None and drafted.error:
        parts.append(f"error: {drafted.error}")
    for message in drafted.messages if drafted is not None else ():
        verdict = message.report.verdict if message.report else "unchecked"
        parts.append(f"-- {message.channel} to {message.recipient}: {verdict}\nSubject: {message.subject}")
        parts.append(message.body)
        parts += [f"   advice: {text}" for text in message.advice]
        for finding in message.report.findings if message.report else ():
            parts.append(f"   {finding.severity} {finding.rule}: {finding.message}")
    return "\n".join(parts)


def phrases(runs: Sequence[tuple[str, float]]) -> str:
    """Shared runs of words with the share of cases that they stand in."""
    return "\n".join(f"{share:6.1%}  {text}" for text, share in runs) or "no shared runs"


def _cell(rate: Rate) -> str:
    return f"{rate.value:.3f} [{rate.low:.2f} {rate.high:.2f}] {rate.hits:4d}/{rate.count:<4d}" if rate.count else "-"


def _brief(brief: Brief) -> str:
    lines = [f"company: {brief.company.value if brief.company else None}"]
    lines += [f"role: {brief.role.value if brief.role else None}"]
    lines += [f"person: {p.name} | {p.title} | {p.email} | {p.part}" for p in brief.people]
    lines += [f"interview: {brief.interview_date.value if brief.interview_date else None}"]
    for name in ("topics", "strengths", "promises", "private", "other_companies"):
        lines += [f"{name}: {fact.value} [{fact.said_by}, {fact.person}, {fact.act}]" for fact in getattr(brief, name)]
    lines += [f"instruction: {item.kind}: {item.text}" for item in brief.instructions]
    lines += [f"decision: {brief.decision_by.value if brief.decision_by else None}; status: {brief.status}"]
    lines += [f"missing: {item.question}" for item in brief.missing]
    return "\n".join(lines)
