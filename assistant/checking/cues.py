"""Phrases that are wrong wherever they stand: tone, pressure, slang, model talk, left placeholders.

The phrases are data: prompts/checking/cues.toml says which finding each makes and where it applies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pydantic import ValidationError

from assistant.brief import Frozen
from assistant.checking.context import Context
from assistant.checking.findings import Where
from assistant.checking.words import table
from assistant.errors import ContentError
from assistant.report import Finding


class Cue(Frozen):
    """One entry of cues.toml."""

    find: str
    """Key of the finding it makes."""
    patterns: tuple[str, ...]
    """Regular expressions, without regard to case unless `case` is set; \\b is added at word edges."""
    case: bool = False
    """Whether capitals matter."""
    kinds: tuple[str, ...] = ()
    """Kinds it applies to; all where empty."""
    rejected: bool | None = None
    """True: only where a rejection is answered; False: only elsewhere."""
    spoken: bool | None = None
    """True: only where it is read aloud; False: only elsewhere."""
    tones: tuple[str, ...] = ()
    """Reserved registers: applies only where the notes ask for one of these."""
    subject: bool = True
    """Whether the subject is searched too."""
    notes_allow: bool = False
    """Whether the phrase is fine where the notes hold it too."""


@cache
def cues() -> tuple[tuple[Cue, re.Pattern[str]], ...]:
    """All cues with their patterns compiled; raises ContentError on a wrong entry."""
    loaded = []
    for entry in table("cues")["cue"]:
        try:
            cue = Cue(**entry)
            text = "|".join(f"(?:{_edged(pattern)})" for pattern in cue.patterns)
            loaded.append((cue, re.compile(text, 0 if cue.case else re.IGNORECASE)))
        except (ValidationError, re.error) as error:
            raise ContentError(f"checking/cues.toml: {entry.get('find')!r}: {error}") from error
    return tuple(loaded)


def _edged(pattern: str) -> str:
    first = r"\b" if re.match(r"\w|\(\?:\w|\(\w", pattern) else ""
    last = r"\b" if re.search(r"(?:\w|\w\)\??|\w\])$", pattern) and not pattern.endswith(("\\S", "\\s", "\\b")) else ""
    return f"{first}{pattern}{last}"


def phrases(context: Context) -> Iterator[Finding]:
    """Findings for every cue that applies to this message."""
    for cue, pattern in cues():
        if not _applies(cue, context):
            continue
        places: tuple[Where, ...] = ("body", "subject") if cue.subject and context.message.subject else ("body",)
        for where in places:
            text = context.message.body if where == "body" else context.message.subject or ""
            for start, end in context.matches(pattern, where):
                if cue.notes_allow and text[start:end].lower() in context.ground.open_notes.lower():
                    continue
                yield context.about(cue.find, start, end, where)


def _applies(cue: Cue, context: Context) -> bool:
    return (
        (not cue.kinds or context.kind.id in cue.kinds)
        and (cue.rejected is None or cue.rejected == context.rejected)
        and (cue.spoken is None or cue.spoken == context.spoken)
    )
