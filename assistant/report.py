"""What the checks say: findings about spans of a message, and the verdict over all of them."""

from __future__ import annotations

from typing import Literal

from assistant.brief import Frozen, Span

Severity = Literal["error", "warning", "hint"]
Verdict = Literal["ready", "needs-facts", "not-ready"]


class Finding(Frozen):
    """What one rule says about one span of a message."""

    rule: str
    """Id of the rule, such as `invented-number`."""
    severity: Severity
    """Errors block, warnings advise, hints teach."""
    message: str
    """What is wrong, in one sentence for the person who will send it."""
    span: Span | None = None
    """The offending words; offsets count in the text named by `where`. Nothing where something is absent."""
    principle: str | None = None
    """Id of the principle behind the rule."""
    suggestion: str | None = None
    """What to write or do instead."""
    where: Literal["body", "subject"] = "body"
    """Which text the span lies in."""


class Report(Frozen):
    """The verdict on one message, with every finding."""

    verdict: Verdict
    """Ready, needs-facts (a person must fill something in) or not-ready (an error stands)."""
    findings: tuple[Finding, ...] = ()
    """All findings, errors first, then in the order of the text."""
