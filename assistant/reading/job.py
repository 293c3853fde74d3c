"""The job that the interview was for."""

from __future__ import annotations

import re

from assistant.brief import Fact
from assistant.language.tagging import roles
from assistant.language.tidy import Tidier
from assistant.reading.marked import Marked

_AROUND = re.compile(
    r"(?i)^(?:the|a|an|their|this)\s+|\s+(?:job|role|position|post|vacancy|gig|opening|iv|intv|int|interview)$"
)
_SHOUTED = re.compile(r"\b[A-Z]{4,}\b")
_ACRONYM = re.compile(r"[A-Z0-9]{2,}")


def find(marked: Marked, tidier: Tidier) -> Fact | None:
    """The job by the fullest of the surer marks on it, with its shorthand in full."""
    marks = list(marked.of("role"))
    if not marks:
        return None
    surest = max(mark.sure for mark in marks)
    best = max(marks, key=lambda mark: (mark.sure > surest - 0.25, min(len(marked.text(mark)), 50)))
    text = _AROUND.sub("", " ".join(tidier.tidy(_balanced(marked.text(best))).split())).strip(" ,.;:-–—")
    if not text:
        return None
    text = _SHOUTED.sub(lambda word: word[0].lower() if roles(word[0]) else word[0], text)
    value = text if _ACRONYM.match(text) else text[:1].upper() + text[1:]
    return Fact(id="role", value=value, evidence=tuple(map(marked.span, marks)), sure=best.sure)


def _balanced(text: str) -> str:
    """The words without what stands in brackets, and without a bracket that has lost its other half."""
    text = re.sub(r"\s*\([^()]*(?:\)|$)", "", text) or text
    return re.sub(r"[()]", " ", text)
