"""Who said or did what: the brief's facts by their own words, each with its side and its person, where it has one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.brief import Brief, Fact, SaidBy
from assistant.checking.words import roots, tokens


@dataclass(frozen=True, slots=True)
class Saying:
    """One fact of the notes: whose it is, which person it belongs to, and the roots of its words."""

    side: SaidBy | None
    person: str | None
    text: str
    roots: frozenset[str]


@lru_cache(maxsize=16)
def sayings(brief: Brief) -> tuple[Saying, ...]:
    """The facts in order, as the notes word them."""
    return tuple(_sayings((*brief.topics, *brief.strengths, *brief.promises)))


def _sayings(facts: tuple[Fact, ...]) -> Iterator[Saying]:
    for fact in sorted(facts, key=lambda fact: fact.evidence[0].start if fact.evidence else 0):
        text = " ".join(span.text for span in fact.evidence) or fact.value
        yield Saying(fact.said_by, fact.person, text, roots(tokens(text)))
