"""Whether the notes say what a mark claims: `asked` stands where something near is a question or a word of asking.

The network sometimes takes one act for another. Where nothing near bears it out, a thing is only spoken of, which is true
of everything in the notes; what cannot be that is not worded at all.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from assistant import prompts
from assistant.reading.marked import Marked
from assistant.reading.marks import Found

_PLAIN = {"asked": "talk", "iask": "talk", "showed": "talk", "liked": "talk", "since": "told", "wants": "said"}
"""What is left of a mark that nothing bears out, by its tag."""
_NAMES = frozenset({"np"})
"""Forms of wording that can also be only spoken of."""
_AFTER = 24
"""Characters behind a mark in which its cue may stand."""

_ANSWER = 12
"""Characters between a question and its answer, which bears it out."""


def supported(marked: Marked, mark: Found) -> Found:
    """The mark, or what is left of it where its line holds no word that bears it out."""
    mine = mark.wording is not None and mark.wording.text.lower().startswith(("my ", "our "))
    if mark.tag == "showed" and mine:
        return replace(mark, tag="told")
    if mark.tag == "liked" and mark.wording is not None and mark.wording.form in _NAMES and not mine:
        return replace(mark, tag="talk")
    if mark.tag not in _PLAIN or mark.wording is None or (mark.wording.form == "wh" and mark.tag in {"asked", "iask"}):
        return mark
    start = marked.line(marked.start(mark))
    end = marked.notes.find("\n", marked.end(mark))
    line = marked.notes[start : min(end if end >= 0 else len(marked.notes), marked.end(mark) + _AFTER)]
    answered = any(0 <= marked.start(one) - marked.end(mark) <= _ANSWER for one in marked.of("ans"))
    if _pattern(mark.tag).search(line) or (mark.tag in {"asked", "iask"} and answered):
        return mark
    if mark.tag == "liked" and mine:
        return replace(mark, tag="told")
    if mark.wording.form in _NAMES or mark.tag == "since":
        return replace(mark, tag=_PLAIN[mark.tag])
    return replace(mark, tag=_PLAIN[mark.tag], wording=None)


@cache
def _pattern(tag: str) -> re.Pattern[str]:
    entries = prompts.read_toml(prompts.folder() / "reading" / "acts.toml")[tag]
    return re.compile(rf"(?<!\w)(?:{'|'.join(entries)})", re.I)
