"""Makes findings: severity and wording from prompts/checking/findings.toml, the principle from prompts/guide/."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from pydantic import ValidationError

from assistant import prompts
from assistant.brief import Frozen, Span
from assistant.checking.words import table
from assistant.errors import ContentError
from assistant.message import Kind
from assistant.report import Finding, Severity

Where = Literal["body", "subject"]


class Wording(Frozen):
    """How one kind of fault is put to the person who will send the message."""

    rule: str
    """Id of the rule it belongs to."""
    severity: Severity
    """How much it weighs."""
    message: str
    """What is wrong; slots in braces are filled by the rule."""
    suggestion: str | None = None
    """What to do instead; slots likewise."""


@cache
def wordings() -> Mapping[str, Wording]:
    """All wordings by key, such as `greeting.none`; raises ContentError on a wrong entry."""
    loaded = {}
    for key, entry in table("findings").items():
        try:
            loaded[key] = Wording(rule=key.partition(".")[0], **entry)
        except (ValidationError, TypeError) as error:
            raise ContentError(f"checking/findings.toml: {key!r}: {error}") from error
    return loaded


def rule_ids() -> tuple[str, ...]:
    """Every rule id that a finding can carry."""
    return tuple(dict.fromkeys(wording.rule for wording in wordings().values()))


def principle_for(rule: str, kind: Kind) -> str | None:
    """Id of the principle that serves the kind and lists the rule earliest, or nothing."""
    behind = [entry for entry in prompts.principles() if rule in entry.rules and kind.id in entry.kinds]
    return min(behind, key=lambda entry: entry.rules.index(rule)).id if behind else None


def finding(key: str, kind: Kind, span: Span | None, where: Where = "body", **slots: object) -> Finding:
    """The finding of that key about a span; slots fill the wording."""
    wording = wordings()[key]
    values = {"text": span.text if span else "", "kind": kind.title.lower(), **slots}
    return Finding(
        rule=wording.rule,
        severity=wording.severity,
        message=wording.message.format(**values),
        span=span,
        principle=principle_for(wording.rule, kind),
        suggestion=wording.suggestion.format(**values) if wording.suggestion else None,
        where=where,
    )
