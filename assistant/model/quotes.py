"""Holds what a model says it read to the notes: a quote must stand in them, a value must not say more than they do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from assistant.brief import Brief, Profile, Span
from assistant.checking.figures import figures
from assistant.checking.ground import Ground, ground
from assistant.checking.words import Token, frequency, is_function, tokens, word_set

LONGEST = 400
"""Characters of the notes that one quote may span."""
_GAP = re.compile(r"\s*(?:\[\.{3}\]|\[…\]|\.{3,}|…)\s*")
_ALIKE = {
    "'": "['’‘`]",
    "’": "['’‘`]",
    '"': '["“”]',
    "“": '["“”]',
    "”": '["“”]',
    "-": "[-–—]",
    "–": "[-–—]",
    "—": "[-–—]",
}
_STRANGE = 0.25
"""Share of a value's words that may be neither in the notes nor small: `need people to train` for `need ppl`."""
_ROUND = 150
"""Characters on either side of a quote in which the numbers of its value must stand."""
_ORDINARY = 4.4
"""Only words at least so frequent (Zipf) may be strange to the notes."""


@dataclass(frozen=True)
class Quotes:
    """The notes as ground for what is said of them."""

    notes: str
    today: date
    profile: Profile

    def find(self, quote: str) -> tuple[Span, ...]:
        """Where the notes hold a quote; of one with gaps, where each piece stands after the other; nothing if not."""
        pieces = [piece.strip() for piece in _GAP.split(quote.strip().strip('"“”«»')) if re.search(r"\w", piece)]
        spans: list[Span] = []
        for piece in pieces:
            found = _pattern(piece).search(self.notes, spans[-1].end if spans else 0)
            if found is None or not found[0].strip():
                return ()
            spans.append(Span(start=found.start(), end=found.end(), text=found[0]))
        if not spans or spans[-1].end - spans[0].start > LONGEST:
            return ()
        return tuple(spans)

    def bear(self, value: str, spans: Sequence[Span]) -> bool:
        """Whether the notes hold all but a few words of a value, every name in it, and its numbers near its quote."""
        said = [token for token in tokens(value) if self._tells(token)]
        strange = [token for token in said if not self._ground.knows(token.low)]
        if {figure.value for figure in figures(value)} - self._numbers(spans):
            return False
        if any(token.text[0].isupper() and token.start > 0 for token in strange):
            return False
        if any(frequency(token.low) < _ORDINARY for token in strange):
            return False
        return len(strange) <= _STRANGE * len(said)

    def hold(self, text: str) -> bool:
        """Whether the notes hold every word and number of a text somewhere; of days and months, how the name begins."""
        numbers = {figure.value for figure in figures(text)}
        digits = {float(run.replace(",", ".")) for run in re.findall(r"\d+(?:[.,]\d+)?", self.notes)}
        if numbers - digits - {figure.value for figure in self._ground.figures}:
            return False
        written = {token.low for token in tokens(self.notes) if len(token.low) > 2}
        named = [token.low for token in tokens(text) if token.low in word_set("calendar", "all_names")]
        if any(not any(name.startswith(word) for word in written) for name in named):
            return False
        return all(self._ground.knows(token.low) for token in tokens(text) if self._tells(token))

    @staticmethod
    def _tells(token: Token) -> bool:
        """Whether a word says something that is not counted otherwise: small words, units and numbers do not."""
        numeral = token.low[0].isdigit() or token.low in word_set("numbers", "number_words")
        return not (
            numeral or len(token.low) < 2 or is_function(token.low) or token.low in word_set("calendar", "all_names")
        )

    def _numbers(self, spans: Sequence[Span]) -> set[float]:
        """The numbers of the notes round a quote."""
        if not spans:
            return set()
        near = self.notes[max(0, spans[0].start - _ROUND) : spans[-1].end + _ROUND]
        digits = {float(run.replace(",", ".")) for run in re.findall(r"\d+(?:[.,]\d+)?", near)}
        return digits | {figure.value for figure in figures(near)}

    def name(self, words: str) -> bool:
        """Whether every word of a name stands in the notes."""
        return bool(words) and all(token.low in self._ground.plain_words or self._ground.knows(token.low)
                                   for token in tokens(words))  # fmt: skip

    @cached_property
    def _ground(self) -> Ground:
        return ground(self.notes, Brief(), self.today, self.profile)


def overlap(one: Sequence[Span], other: Sequence[Span]) -> float:
    """The share of the shorter evidence that the two have in common."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    shorter = min(sum(span.end - span.start for span in spans) for spans in (one, other)) if one and other else 0
    return shared / shorter if shorter else 0.0


def _pattern(piece: str) -> re.Pattern[str]:
    """Finds a piece as whole words, whatever its blanks, its capitals and the form of its quotes and dashes."""
    words = ("".join(_ALIKE.get(char, re.escape(char)) for char in word) for word in piece.split())
    before, after = ("(?<!\\w)" if piece[0].isalnum() else ""), ("(?!\\w)" if piece[-1].isalnum() else "")
    return re.compile(before + r"\s+".join(words) + after, re.IGNORECASE)
