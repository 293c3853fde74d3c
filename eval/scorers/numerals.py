"""The numbers of a text as digits, however they are written: "1,200", "twelve hundred", "25th", "twenty-fifth"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import inflect

from eval.matching import fold

SCALES = {"hundred": 100, "thousand": 1_000}
IDLE = frozenset({"one", "first", "second", "zero"})
"""Words that are seldom meant as numbers."""
_DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")


def numbers(text: str) -> Iterator[str]:
    """Every number of a text, in the order of its digits first and then its words."""
    for found in _DIGITS.finditer(text):
        yield from _digits(found.group())
    yield from (str(number) for number in _spelled(re.findall(r"[a-z]+|[,;.!?]", fold(text))))


def _digits(token: str) -> Iterator[str]:
    """ "1,200" as 1200, "09:30" as 9.30, "9.00" also as 9."""
    joined = re.sub(r",(?=\d{3}(?!\d))", "", token).replace(":", ".").replace(",", ".")
    plain = joined.lstrip("0") or "0" if len(joined.split(".")[0]) <= 2 else joined
    yield plain.removesuffix(".00")


def _spelled(words: list[str]) -> Iterator[int]:
    """The numbers that runs of words spell."""
    total: int | None = None
    last = 0
    for place, word in enumerate([*words, ""]):
        small = _small().get(word)
        if word in SCALES and total is not None:
            total, last = total * SCALES[word], SCALES[word]
        elif small is not None and total is not None and _joins(last, small):
            total, last = total + small, small
        elif word == "and" and total is not None and last in SCALES.values():
            continue
        else:
            if total is not None:
                yield total
            total, last = (None, 0) if small is None or word in IDLE else (small, small)
            if word in IDLE and place + 1 < len(words) and words[place + 1] in SCALES:
                total, last = 1, 1


def _joins(last: int, small: int) -> bool:
    """Whether a small number goes on after the last word: two hundred | five, twenty | five."""
    return last in SCALES.values() or (last >= 20 and last % 10 == 0 and last < 100 and 0 < small < 10)


@cache
def _small() -> dict[str, int]:
    """One word -> its number: cardinals and ordinals up to ninety."""
    engine = inflect.engine()
    found = {"dozen": 12}
    for number in (*range(1, 21), *range(30, 100, 10)):
        found[str(engine.number_to_words(number))] = number
        found[str(engine.number_to_words(engine.ordinal(number)))] = number
    return found
