"""Shows what people typed, and nothing else: text that Streamlit's Markdown must not interpret.

Punctuation is escaped with backslashes. What the browser rewrites after parsing (addresses that become links,
`:streamlit:`, arrows) is broken with an invisible word joiner, which is why copying goes through `st.code`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

JOINER = "\u2060"
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_REWRITTEN = re.compile(r"(?<=[:@~<>=-])(?=[/:@~<>=a-z-])|(?=@)|(?<=www)(?=\.)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text to highlight, in which colour (without one: in bold), and a sign that follows it."""

    start: int
    end: int
    color: str = ""
    sign: str = ""


def _inline(text: str) -> str:
    return _PUNCTUATION.sub(r"\\\1", _REWRITTEN.sub(JOINER, _CONTROL.sub("", text)))


def plain(text: str) -> str:
    """`text` as one line of Markdown that shows exactly its words; for labels, captions, badges and tooltips."""
    return _inline(" ".join(text.split()))


def block(text: str) -> str:
    """`text` as Markdown that shows exactly its words, with its line breaks."""
    return marked(text, ())


def marked(text: str, marks: tuple[Mark, ...]) -> str:
    """`text` as Markdown that shows exactly its words, the marks coloured; of two that overlap the first counts."""
    apart = _apart(marks, len(text))
    lines: list[str] = []
    offset = 0
    for line in text.split("\n"):
        lines.append(_line(line, offset, apart))
        offset += len(line) + 1
    return _broken(lines)


def _apart(marks: tuple[Mark, ...], length: int) -> list[Mark]:
    """Marks in order, cut so that none overlaps; a swallowed mark leaves its sign."""
    apart: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        start = max(mark.start, apart[-1].end if apart else 0)
        end = min(mark.end, length)
        if start < end:
            apart.append(replace(mark, start=start, end=end))
        elif apart:
            apart[-1] = replace(apart[-1], sign=apart[-1].sign + mark.sign)
    return apart


def _line(line: str, offset: int, marks: list[Mark]) -> str:
    if not line.strip():
        return ""
    indent = len(line) - len(line.lstrip())
    pieces = ["\u00a0" * indent]
    done = indent
    for mark in marks:
        start, end = max(mark.start - offset, done), min(mark.end - offset, len(line))
        if start < end:
            pieces.append(_inline(line[done:start]))
            pieces.append(_colored(line[start:end], mark, last=mark.end - offset <= len(line)))
            done = end
    pieces.append(_inline(line[done:]))
    return "".join(pieces)


def _colored(words: str, mark: Mark, *, last: bool) -> str:
    if not words.strip():
        return words
    if not mark.color:
        return f"**{_inline(words)}**"
    sign = f":{mark.color}[{mark.sign}]" if mark.sign and last else ""
    return f":{mark.color}-background[{_inline(words)}]{sign}"


def _broken(lines: list[str]) -> str:
    """Lines joined by hard breaks; an empty line starts a new paragraph."""
    joined = lines[0]
    for before, line in pairwise(lines):
        joined += "\\\n" + line if before and line else "\n" + line
    return joined
