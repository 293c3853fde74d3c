"""What the checks say about a model's message, as its sentences: which must change, which must go, and what to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.brief import Profile, Span
from assistant.checking.findings import Where
from assistant.checking.ground import contact_form, contacts
from assistant.model.quotes import Quotes
from assistant.model.templates import words
from assistant.model.text import Composed
from assistant.report import Finding, Report

UNKNOWN_FACT = "unknown-fact"
GRAVE = frozenset({"injection", "model-leak", "placeholder", "private", "wrong-company", UNKNOWN_FACT})
"""Rules whose error takes a sentence out: it is not shown, whatever the verdict would say."""
ATOMS = frozenset({"invented-name", "invented-number", "invented-date", "wrong-name"})
"""Rules on names, numbers and days: an error of theirs does so where the notes do not hold the words at all."""
IDLE = frozenset({"timing", "order", "signature", "greeting"})
"""Rules that, about the message as a whole, say what no model writes: when, to whom, the frame."""
EVERY: frozenset[str] = frozenset({"*"})
WHOLE: Mapping[str, frozenset[str]] = {
    "length": EVERY, "over-limit": EVERY, "repetition": EVERY, "thanks": frozenset({"thanks"}),
    "specific": frozenset({"recall", "fit", "reminder"}), "close": frozenset({"close"}), "missing-move": frozenset(),
    "interest": frozenset({"interest", "enthusiasm", "open-door"}), "subject": frozenset(),
    "order": frozenset({"status-question", "voicemail"}),
}  # fmt: skip
"""Rules on what a message lacks, and the moves that may change for them; one sentence may be added for each."""


@dataclass(frozen=True, slots=True)
class Faults:
    """Findings that a model may put right, the sentences that may change for them, and whether one may be added."""

    findings: tuple[Finding, ...]
    numbers: tuple[int, ...]
    add: bool


def repairable(composed: Composed, report: Report, *, errors_only: bool) -> Faults:
    """What a model is asked to put right: errors, and in the first round warnings too."""
    found = []
    numbers: set[int] = set()
    add = False
    for finding in report.findings:
        if finding.severity == "hint" or (errors_only and finding.severity != "error"):
            continue
        structural = finding.span is None and finding.rule in WHOLE
        touched = _of_moves(composed, WHOLE[finding.rule]) if structural else _touched(composed, finding)
        if (not touched and not structural and finding.where == "body") or (
            finding.rule in IDLE and not touched and not structural
        ):
            continue
        found.append(finding)
        numbers |= set(touched)
        add |= structural
    return Faults(tuple(found), tuple(sorted(numbers)), add)


def told(composed: Composed, findings: Iterable[Finding]) -> str:
    """The findings as lines for a model, each with the sentence it is about."""
    lines = []
    for finding in findings:
        place = (
            ", ".join(map(str, _touched(composed, finding)))
            or words("said")["whole" if finding.where == "body" else "subject_line"]
        )
        lines.append(" ".join(f"- {place}: {finding.message} {finding.suggestion or ''}".split()))
    return "\n".join(lines)


def grave(composed: Composed, report: Report, notes: Quotes) -> frozenset[int]:
    """The sentences that must not be shown: an error about what is there stands in them."""
    errors = (finding for finding in report.findings if finding.severity == "error" and _is_grave(finding, notes))
    touched = (number for finding in errors for number in _touched(composed, finding))
    return frozenset(number for number in touched if not composed.text.lines[number - 1].locked)


def _is_grave(finding: Finding, notes: Quotes) -> bool:
    if finding.rule in ATOMS:
        return finding.span is not None and not notes.hold(finding.span.text)
    return finding.rule in GRAVE


def strange(composed: Composed) -> Iterator[Finding]:
    """A finding for each sentence that cites what nobody knows."""
    for one, (start, end) in zip(composed.text.lines, composed.places, strict=True):
        if one.strange:
            yield Finding(
                rule=UNKNOWN_FACT,
                severity="error",
                message=words("notices")["unknown_fact"].format(ids=", ".join(one.strange)),
                span=Span(start=start, end=end, text=composed.message.body[start:end]),
                suggestion=words("notices")["unknown_fact_do"],
            )


def foreign(composed: Composed, profile: Profile) -> Iterator[Finding]:
    """A finding for each address, link or number that is not the candidate's own: a model has none to give."""
    own = {contact_form(value) for value in (profile.email, profile.phone, profile.linkedin) if value}
    texts: tuple[tuple[Where, str], ...] = (
        *(("body", one.text) for one in composed.text.lines),
        ("subject", composed.message.subject or ""),
    )
    for where, text in texts:
        for _, start, end in contacts(text):
            if contact_form(text[start:end]) in own:
                continue
            at = composed.message.body.find(text) if where == "body" else 0
            yield Finding(
                rule="injection",
                severity="error",
                message=words("notices")["foreign"].format(text=text[start:end]),
                span=Span(start=at + start, end=at + end, text=text[start:end]),
                suggestion=words("notices")["foreign_do"],
                where=where,
            )


def bad_subject(report: Report) -> bool:
    """Whether an error stands in the subject."""
    return any(finding.severity == "error" and finding.where == "subject" for finding in report.findings)


def rules(findings: Sequence[Finding]) -> str:
    """The rules behind some findings, each once, for people."""
    return ", ".join(dict.fromkeys(finding.rule for finding in findings))


def _of_moves(composed: Composed, moves: frozenset[str]) -> tuple[int, ...]:
    """Numbers of the sentences of these moves."""
    lines = enumerate(composed.text.lines, 1)
    return tuple(at for at, one in lines if moves == EVERY or one.move in moves)


def _touched(composed: Composed, finding: Finding) -> tuple[int, ...]:
    return composed.numbers(finding.span) if finding.span is not None and finding.where == "body" else ()
