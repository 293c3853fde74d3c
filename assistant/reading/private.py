"""What must never reach a message: pay, health, other offers, doubts, gossip, weaknesses, things said in confidence.

The words that give such matters away stand in prompts/reading/private.toml; what is kept is the smallest stretch
that carries the matter, and whatever the notes themselves say to leave out (`bans`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant import prompts
from assistant.brief import Fact, Span
from assistant.errors import ContentError
from assistant.reading import bans, clauses
from assistant.reading.segments import Segment

_PRIVATE_LABEL = re.compile(
    r"(?i)^\W*(?:personal|private|confidential|doubts?|worr(?:y|ies)|concerns?|red\s+flags?|salary|pay|money|package"
    r"|comp(?:ensation)?|benefits|gehalt|salario|sueldo|salaire|lương|honorários|health"
    r"|other\s+offers?|also\s+(?:up\s+for|in\s+for|seeing|applied\w*|interviewing)|others?|elsewhere|rivals?|competing|gossip|weak(?:ness(?:es)?|\s+spots?)?|mistakes?|regrets?"
    r"|cons|minus(?:es)?|bad|negatives?|dislikes?|did\s*n['’]?t\s+like|what\s+went\s+(?:wrong|badly)|went\s+badly"
    r"|nerves|feelings?|mood|gut(?:\s+feel\w*)?|off\s+the\s+record|do\s+not\s+mention|don['’]?t\s+mention"
    r"|not\s+to\s+mention|for\s+me|to\s+myself|secret|notes?\s+to\s+self\s*\(private\)|to\s+improve"
    r"|could\s+be\s+better|not\s+so\s+good)\W*$"
)
_PAY_QUESTION = re.compile(
    r"(?i)\b(?:salary|pay|money|wages?|how\s+much|sueldo|salaire|gehalt|lương)\b[^.!]{0,20}\?\s*$"
)
_FIGURES = re.compile(r"\d{2,}")


@dataclass(frozen=True, slots=True)
class _Group:
    """One family of private matters: the words, how far round them it reaches, and what shows that it is usable."""

    words: re.Pattern[str]
    reach: str
    cased: bool
    unless: re.Pattern[str] | None


@cache
def _groups() -> tuple[_Group, ...]:
    entries = prompts.read_toml(prompts.folder() / "reading" / "private.toml").get("group", [])
    return tuple(_group(entry) for entry in entries)


def _group(entry: dict[str, object]) -> _Group:
    try:
        words, reach = _alternatives(entry["words"]), str(entry["reach"])
        unless = _alternatives(entry["unless"]) if "unless" in entry else None
    except (KeyError, TypeError, re.error) as error:
        raise ContentError(f"private.toml: group {entry.get('name')!r}: {error}") from error
    if reach not in ("words", "clause", "sentence"):
        raise ContentError(
            f"private.toml: group {entry.get('name')!r}: reach {reach!r} is not words, clause or sentence"
        )
    return _Group(words, reach, bool(entry.get("cased", False)), unless)


def _alternatives(words: object) -> re.Pattern[str]:
    if not isinstance(words, list):
        raise TypeError("words must be a list")
    return re.compile(r"(?<!\w)(?:" + "|".join(f"(?:{word})" for word in words) + r")(?!\w)")


def find(notes: str, segments: Sequence[Segment]) -> tuple[Fact, ...]:
    """Every private matter in the notes, each as the smallest stretch that carries it, in order."""
    spans = sorted([*_matters(segments), *_shut_out(segments)])
    return tuple(
        Fact(
            id=f"private-{number}",
            value=notes[start:end],
            evidence=(Span(start=start, end=end, text=notes[start:end]),),
        )
        for number, (start, end) in enumerate(_merged(notes, spans), 1)
    )


def _shut_out(segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """What the notes themselves say must stay out."""
    for ban in bans.find(segments):
        yield from ban.matter


def _matters(segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    asked_pay = False
    for segment in segments:
        if segment.form in ("boilerplate", "header"):
            continue
        if (segment.label and _PRIVATE_LABEL.match(segment.label)) or (asked_pay and _FIGURES.search(segment.text)):
            yield segment.start, segment.end
        else:
            for start, end in _in_text(segment.text):
                yield segment.start + start, segment.start + end
        asked_pay = bool(_PAY_QUESTION.search(segment.text))


def _in_text(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of one text that its words give away."""
    text = text.replace("’", "'")
    lowered = text.lower() if len(text.lower()) == len(text) else text
    for group in _groups():
        for match in group.words.finditer(text if group.cased else lowered):
            start, end = match.span()
            if not group.cased and _is_name(text, start, end):
                continue
            clause = clauses.clause(text, start, end)
            if group.unless and group.unless.search(lowered, *clause):
                continue
            if group.reach == "words":
                yield start, end
            elif group.reach == "clause":
                yield clause
            else:
                yield clauses.sentence(text, start, end)


def _is_name(text: str, start: int, end: int) -> bool:
    """A single word with a capital that stands beside another capital inside a sentence is a name: `Joel Stern`."""
    word = text[start:end]
    beside = re.search(r"[A-Z][\w.'-]*\s$", text[:start]) or re.match(r"\s[A-Z][a-z]", text[end:])
    return word.isalpha() and word.istitle() and start > 0 and bool(beside)


def _merged(notes: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping stretches joined into one; nothing empty."""
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        start, end = clauses.trim(notes, start, end)
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
