"""Faithful messages with one slip of grammar put in by program: they measure how much the rules of grammar find."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eval.scorers.wording import prose

SLIPS: tuple[tuple[str, str, str], ...] = (
    ("doubled-word", r"(?<=[a-z] )(for|with|the|and|about|would|from)(?= [a-z])", r"\1 \1"),
    ("article", r"\ba (?=[bcdfgjklmnpqrstvwz][a-z])", "an "),
    ("article", r"\ban (?=[aei][a-z])", "a "),
    ("small-start", r"(?<=[.!?] )(You|The|My|Thank|It|If|We)\b", "LOWER"),
    ("capital", r"(?<=[a-z] )(the|my|your)(?= [a-z]+ [a-z])", "TITLE"),
    ("shorthand", r"(?<=[a-z] )with(?= [a-z])", "w/"),
    ("shorthand", r"(?<=[a-z] )and(?= [a-z])", "+"),
    ("unbalanced", r"(?<=[a-z] )(?=(?:for|with|in|on) [a-z]+ [a-z])", "("),
    ("spacing", r"(?<=[a-z]),(?= [a-z])", " ,"),
    ("unfinished", r"(?<= )(the|your|my) [a-z]+[.]$", r"\1"),
    ("agreement", r"\b(I) (?:am|have)\b", r"\1 has"),
    ("agreement", r"\b([Yy]ou|[Ww]e) (?:are|were|have)\b", r"\1 is"),
    ("agreement", r"\b([Ii]t) (?:is|was|has)\b", r"\1 are"),
    ("agreement", r"\b(would|will|could) be\b", r"\1 was"),
    ("no-subject", r"\b(ask|asked|asking)( me| you)? (how|what) (?:I|you|we)(?:'d| would)? (?=[a-z])", r"\1\2 \3 "),
)
"""Rule, what it is planted on, what is put there."""


def slips(body: str) -> Iterator[tuple[str, str]]:
    """A rule and the message with one slip that the rule should find, for each slip that fits the message."""
    lines = prose(body)
    for rule, pattern, wrong in SLIPS:
        for line in lines:
            changed = re.sub(pattern, lambda found: _put(found, wrong), line, count=1)  # noqa: B023  used at once
            if changed != line:
                yield rule, body.replace(line, changed)
                break


def _put(found: re.Match[str], wrong: str) -> str:
    if wrong == "LOWER":
        return found.group().lower()
    return found.group().title() if wrong == "TITLE" else found.expand(wrong)
