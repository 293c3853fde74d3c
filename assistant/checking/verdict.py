"""The verdict over all findings: may it go, must a person fill something in, or does an error stand?"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.context import Context
from assistant.checking.people import greeted_words, honorifics
from assistant.checking.words import tokens
from assistant.report import Finding, Verdict


def verdict(findings: Sequence[Finding], context: Context) -> Verdict:
    """Not-ready where an error stands; needs-facts where something is for a person to fill in; else ready.

    To fill in: the company, the reader, the signature, a promise, or what only this reader would remember.
    """
    if any(finding.severity == "error" for finding in findings):
        return "not-ready"
    nothing_own = any(finding.rule == "specific" and finding.span is None for finding in findings)
    forgotten = any(finding.rule == "promise" for finding in findings)
    gaps = (nothing_own, forgotten, _no_company(context), _no_reader(context), _no_name(context))
    return "needs-facts" if any(gaps) else "ready"


def _no_company(context: Context) -> bool:
    return context.brief.company is None and any(question.field == "company" for question in context.brief.missing)


def _no_reader(context: Context) -> bool:
    """Nobody is greeted, and the notes name nobody who could be."""
    if context.brief.people or context.spoken:
        return False
    greeting = context.layout.greeting
    named = greeting and [word for word in greeted_words(greeting) if word.low not in honorifics()]
    return not named


def _no_name(context: Context) -> bool:
    signature = context.layout.signature
    signed = signature is not None and any(token.text[:1].isupper() for token in tokens(signature.text))
    return context.situation.profile.name is None and not signed
