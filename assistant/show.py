"""Briefs, drafts and reports as plain text for a person to read in a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from assistant import prompts
from assistant import report as reports
from assistant.brief import Brief, Fact, Instruction, Person
from assistant.message import Drafts, Message

VERDICTS: dict[reports.Verdict, str] = {
    "ready": "Ready: read it once more, then send it.",
    "needs-facts": "Needs facts: fill in what is asked below before you send it.",
    "not-ready": "Not ready: put the errors right first.",
}
NOTHING = "-"


def brief(found: Brief) -> str:
    """What was read, as a list with headings."""
    table = [
        ("Company", _value(found.company)),
        ("Role", _value(found.role)),
        ("Interview", _day(found.interview_date)),
        ("Decision by", _day(found.decision_by)),
        ("Status", found.status),
    ]
    blocks = [
        "\n".join(f"{label:<12} {value}" for label, value in table),
        _list("People", map(_person, found.people)),
        _list("What it was about", map(_fact, found.topics)),
        _list("What speaks for you", map(_fact, found.strengths)),
        _list("What you promised", map(_promise, found.promises)),
        _list("Instructions", map(_instruction, found.instructions)),
        _list("Kept out of every message", map(_fact, found.private)),
        _list("Other companies", map(_fact, found.other_companies)),
        _questions(found),
    ]
    return _page(blocks)


def drafts(found: Drafts) -> str:
    """Each message as it would be sent, with what the checks say, when to send it, and what to fill in."""
    numbered = any(message.variant > 1 for message in found.messages)
    blocks = [block for message in found.messages for block in _message(message, numbered)]
    return _page([*blocks, _questions(found.brief)])


def report(found: reports.Report) -> str:
    """The verdict and every finding."""
    return _page([VERDICTS[found.verdict], _findings(found)])


def _message(message: Message, numbered: bool) -> list[str]:
    title = prompts.kind(message.kind).title + (f": {message.recipient}" if message.recipient else "")
    title += f", variant {message.variant}" if numbered else ""
    heading = [title, "=" * len(title)]
    if message.to_address:
        heading.append(f"To: {message.to_address}")
    if message.subject is not None:
        heading.append(f"Subject: {message.subject}")
    blocks = ["\n".join(heading), message.body.strip("\n"), "-" * len(title), _window(message)]
    blocks.append(_list("Before you send it", message.advice))
    blocks.append(_written_by(message))
    if message.report is not None:
        blocks += [VERDICTS[message.report.verdict], _findings(message.report)]
    return blocks


def _written_by(message: Message) -> str:
    """Who wrote it, and what it cost where a model was asked."""
    trace = message.trace
    if trace is None or not trace.calls:
        return f"Written by {message.writer}." if message.writer != "offline" else "Written offline."
    tokens = f"{trace.sent:,} tokens sent, {trace.received:,} received"
    cost = f"{trace.calls} call{'s' * (trace.calls > 1)}, {tokens}, {trace.seconds:.1f} s, {', '.join(trace.prompts)}"
    who = "offline" if trace.failure else f"by {message.writer} at {trace.endpoint}"
    return f"Written {who} ({cost})."


def _window(message: Message) -> str:
    after, by = message.send_after, message.send_by
    if after and by and after != by:
        return f"Send between {_date(after)} and {_date(by)}."
    if after and by:
        return f"Send on {_date(by)}."
    if after:
        return f"Send on {_date(after)} or later."
    return f"Send by {_date(by)}." if by else ""


def _findings(found: reports.Report) -> str:
    return "\n".join(_finding(finding) for finding in found.findings)


def _finding(finding: reports.Finding) -> str:
    where = " (subject)" if finding.where == "subject" else ""
    words = f"\n    «{' '.join(finding.span.text.split())}»{where}" if finding.span else ""
    hint = f"\n    -> {finding.suggestion}" if finding.suggestion else ""
    return f"{finding.severity} [{finding.rule}] {finding.message}{words}{hint}"


def _questions(found: Brief) -> str:
    return _list("What the notes do not say", (question.question for question in found.missing))


def _person(person: Person) -> str:
    details = [person.title, person.email, person.part]
    return f"{person.name}: {', '.join(detail for detail in details if detail)}"


def _fact(fact: Fact) -> str:
    return f"{fact.value} ({'you' if fact.said_by == 'me' else 'they'})" if fact.said_by else fact.value


def _promise(fact: Fact) -> str:
    return f"{fact.value} (by {_date(fact.due)})" if fact.due else fact.value


def _instruction(entry: Instruction) -> str:
    return f"{entry.kind}: {entry.text}"


def _value(fact: Fact | None) -> str:
    return fact.value if fact else NOTHING


def _day(fact: Fact | None) -> str:
    return _date(date.fromisoformat(fact.value)) if fact else NOTHING


def _date(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


def _list(heading: str, items: Iterable[str]) -> str:
    lines = [f"  - {' '.join(item.split())}" for item in items]
    return "\n".join([heading, *lines]) if lines else ""


def _page(blocks: Iterable[str]) -> str:
    return "\n\n".join(block for block in blocks if block) + "\n"
