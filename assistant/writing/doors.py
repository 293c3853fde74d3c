"""What a rejection leaves open, by the notes: another chance and when, the advice to try again, a name that is kept."""

from __future__ import annotations

import re
from calendar import month_name

from assistant.language import lists
from assistant.message import Situation

SENTENCE = re.compile(r"\n|(?<=[.!?;])\s+")


def left_open(situation: Situation, secret: tuple[tuple[int, int], ...]) -> tuple[str, dict[str, str]] | None:
    """The case of the phrase that takes it up, with its slots; nothing where the notes hold no such word.

    `secret` are the places of the notes that must not reach a message.
    """
    found: tuple[str, dict[str, str]] | None = None
    start = 0
    for sentence in SENTENCE.split(situation.notes):
        start = situation.notes.find(sentence, start)
        hidden = any(left < start + len(sentence) and right > start for left, right in secret)
        if sentence.strip() and not hidden:
            found = _of(sentence) or found
        start += len(sentence)
    return found


def _of(sentence: str) -> tuple[str, dict[str, str]] | None:
    if not lists.pattern("doors", "again").search(sentence):
        return None
    if when := lists.pattern("doors", "when").search(sentence):
        return "chance", {"when": _said(when[0])}
    return next(((name, {}) for name in ("try", "keep") if lists.pattern("doors", name).search(sentence)), None)


def _said(when: str) -> str:
    """A time as it stands behind `another chance`: in February, in the spring, next year."""
    low = " ".join(when.lower().split())
    if low.startswith("next"):
        return low
    if low in {"spring", "summer", "autumn", "fall", "winter", "new year"}:
        return f"in the {low}" if low == "new year" else f"in {low}"
    return f"in {next(name for name in month_name if name and name.lower().startswith(low[:3]))}"
