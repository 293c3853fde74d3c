"""Whether drafts use what is best in the notes: the gold's topics and strengths."""

from __future__ import annotations

from functools import cache, lru_cache

from eval.cases import Case
from eval.matching import covered, fold, words
from eval.scorers.wording import data, prose, sentences

NEARLY = 0.75
"""The share of a phrase's own words that a sentence must hold to be about it."""


def worth(case: Case) -> tuple[tuple[str, ...], ...]:
    """What is worth a sentence in a message, each as its alternatives."""
    return tuple(dict.fromkeys((*case.gold.topics, *case.gold.strengths)))


@lru_cache(maxsize=10_000)
def uses(alternatives: tuple[str, ...], body: str) -> bool:
    """Whether a message speaks of something: in one of the gold's ways, or in a sentence with most of its words."""
    folded = fold(body)
    return any(fold(way) in folded for way in alternatives) or any(_about(way, body) for way in alternatives)


def _about(way: str, body: str) -> bool:
    wanted = [word for word in words(way) if word not in small()]
    return len(wanted) >= 2 and any(covered(wanted, told) >= NEARLY for told in _told(body))


@lru_cache(maxsize=1_000)
def _told(body: str) -> tuple[tuple[str, ...], ...]:
    """The words of each sentence of a message."""
    return tuple(tuple(words(sentence)) for paragraph in prose(body) for sentence in sentences(paragraph))


@cache
def small() -> frozenset[str]:
    """Words that say nothing of what a sentence is about."""
    return frozenset(data()["small"])
