"""The two readings side by side, what holds them to the notes, and the questions that come up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.brief import Brief, Question, Span
from assistant.model.quotes import Quotes, overlap
from assistant.model.shapes import Reading
from assistant.model.templates import words
from assistant.model.veil import Veil

SAME = 0.5
"""Share of its words from which evidence speaks of the same thing."""


@dataclass(frozen=True, slots=True)
class Table:
    """What the rules read, what the model read, and the notes that both must stand in."""

    rules: Brief
    reading: Reading
    quotes: Quotes
    veil: Veil
    orders: tuple[Span, ...]
    """Words of the notes that give orders to a program."""
    questions: list[Question] = field(default_factory=list)

    def cited(self, quote: str) -> tuple[Span, ...]:
        """Where the notes hold a quote of the model; nothing where they do not, or where it orders a program about."""
        spans = self.quotes.find(self.veil.lift_quote(quote))
        return () if overlap(spans, self.orders) else spans

    def said(self, value: str) -> str:
        """A value of the model as it stands in a message."""
        return " ".join(self.veil.lift(value).split())

    def ask(self, about: str, key: str, **slots: str) -> None:
        """Puts a question to the candidate."""
        self.questions.append(Question(field=about, question=words("questions")[key].format(**slots)))


def same(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether two stretches of evidence speak of the same thing."""
    return overlap(one, other) >= SAME
