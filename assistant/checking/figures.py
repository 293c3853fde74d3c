"""Numbers in a text, in digits and in words, each with its unit and the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.checking.words import Token, content_keys, is_function, keys, lemmas, table, tokens

NUMERAL = re.compile(r"^(\d{1,3}(?:[,\u202f ]\d{3})+|\d+(?:[.,]\d+)?|\d+)(st|nd|rd|th)?$")
ROUND = 12  # words on each side that count as the surroundings of a number
MAGNITUDE = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9}


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: its value, what it measures where that can be told, where it stands and the keys around it."""

    value: float
    unit: str | None
    start: int
    end: int
    near: frozenset[str]
    words: tuple[frozenset[str], ...]
    noun: str | None


@cache
def units() -> dict[str, str]:
    """Every unit word and what it measures, such as `hrs` -> `hour`."""
    return {word: unit for unit, words in table("numbers")["units"].items() for word in [unit, *words.split()]}


@cache
def spoken() -> dict[str, float]:
    """Number words and their values."""
    return {word: float(value) for word, value in table("numbers")["words"].items()}


def _value(low: str) -> float | None:
    if match := NUMERAL.match(low):
        digits = match.group(1)
        if re.fullmatch(r"\d{1,3}(,\d{3})+", digits):
            digits = digits.replace(",", "")
        return float(digits.replace(",", ".").replace("\u202f", "").replace(" ", ""))
    if match := re.fullmatch(r"(\d+(?:\.\d+)?)(k|m|mn|bn|b)", low):
        return float(match.group(1)) * MAGNITUDE[match.group(2)]
    if re.fullmatch(r"\d+s", low):
        return float(low[:-1])
    return spoken().get(low)


def _glued(low: str) -> tuple[float, str | None] | None:
    """A number with its unit stuck to it: 10hrs, 40h, 3yrs, 410ms."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([a-z]{1,5})", low)
    if match and (match.group(2) in units() or match.group(2) not in {"st", "nd", "rd", "th", "s", *MAGNITUDE}):
        return float(match.group(1)), units().get(match.group(2))
    return None


@lru_cache(maxsize=1024)
def figures(text: str) -> tuple[Figure, ...]:
    """All numbers of a text in order; compound number words are one number."""
    words = tokens(text)
    found: list[Figure] = []
    index = 0
    while index < len(words):
        taken, value, unit = _read(words, index, text)
        if value is None:
            index += 1
            continue
        start, end = words[index].start, words[index + taken - 1].end
        noun = _noun(words, index + taken, text)
        unit = unit or _unit(words, index + taken, text, start, end)
        around = _around(words, index, taken, text)
        found.append(Figure(value, unit, start, end, _near(around), content_keys(around), noun))
        index += taken
    return tuple(found)


FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}


@cache
def _ratio() -> re.Pattern[str]:
    number = r"\d+|" + "|".join(word for word in spoken() if word not in {"hundred", "thousand"})
    return re.compile(rf"\b(?P<part>{number})(?: [a-z]+)?,? (?:in|out of) (?:every )?(?P<whole>{number})\b", re.I)


@lru_cache(maxsize=1024)
def ratios(text: str) -> tuple[tuple[float, int, int], ...]:
    """Shares of a whole: one in three, 3 out of 10, a third; each with its place."""
    found = []
    for match in _ratio().finditer(text):
        part, whole = _value(match.group("part").lower()), _value(match.group("whole").lower())
        if part and whole and part < whole <= 1000:
            found.append((part / whole, match.start(), match.end()))
    for match in re.finditer(r"\b(?:a|one|two|three) (half|third|quarter|fifth|tenth)s?\b|\bhalf\b", text, re.I):
        times = _value(match.group().split()[0].lower()) or 1.0
        found.append((times * FRACTIONS[(match.group(1) or "half").lower()], match.start(), match.end()))
    return tuple(found)


def _read(words: tuple[Token, ...], index: int, text: str) -> tuple[int, float | None, str | None]:
    low = words[index].low
    if glued := _glued(low):
        return 1, glued[0], glued[1]
    if low.startswith("fortnight"):
        return 1, 2.0, "week"
    value = _value(low)
    if value is None:
        return 1, None, None
    if low[0].isdecimal():
        return _scaled(words, index, value)
    taken = 1
    total, current = 0.0, value
    while index + taken < len(words) and _joined(words, index + taken, text):
        following = words[index + taken].low
        if following == "and":
            if current < 100 or _spoken_value(words, index + taken + 1) is None:
                break
            taken += 1
            continue
        part = spoken().get(following)
        if part is None:
            break
        if part >= 1000:
            total, current = total + current * part, 0.0
        elif part == 100 and current < 100:
            current *= part
        elif part < 10 <= current % 100 or (current >= 100 and current % 100 == 0 and part < 100):
            if current < 100 and current % 10:
                break
            current += part
        else:
            break
        taken += 1
    return taken, total + current, None


def _spoken_value(words: tuple[Token, ...], index: int) -> float | None:
    return spoken().get(words[index].low) if index < len(words) else None


def _joined(words: tuple[Token, ...], index: int, text: str) -> bool:
    return text[words[index - 1].end : words[index].start] in {" ", "-", "  "}


def _scaled(words: tuple[Token, ...], index: int, value: float) -> tuple[int, float, None]:
    following = words[index + 1].low if index + 1 < len(words) else ""
    scale = spoken().get(following, 0)
    if scale in {100, 1e3, 1e6, 1e9}:
        return 2, value * scale, None
    return 1, value, None


def _unit(words: tuple[Token, ...], index: int, text: str, start: int, end: int) -> str | None:
    if text[end : end + 2].strip()[:1] == "%":
        return "percent"
    if re.search(r"[£$€¥₹]\s*$", text[max(0, start - 2) : start]):
        return "money"
    if index < len(words) and text[end : words[index].start].strip(" \t-–") in {"", "+"}:
        low = words[index].low
        if low == "per" and index + 1 < len(words) and words[index + 1].low == "cent":
            return "percent"
        if low in units():
            return units()[low]
        if low in {"working", "business", "more", "full", "calendar", "whole", "consecutive"} and index + 1 < len(
            words
        ):
            return units().get(words[index + 1].low)
    return None


def _noun(words: tuple[Token, ...], index: int, text: str) -> str | None:
    for token in words[index : index + 2]:
        if "\n" in text[words[index - 1].end : token.start] or is_function(token.low) or token.low[0].isdecimal():
            return None
        return lemmas(token.low)[0]
    return None


def _around(words: tuple[Token, ...], index: int, taken: int, text: str) -> tuple[Token, ...]:
    """The words near a number on its own line."""
    before = words[max(0, index - ROUND) : index]
    after = words[index + taken : index + taken + ROUND]
    start, end = words[index].start, words[index + taken - 1].end
    return tuple(word for word in before if "\n" not in text[word.end : start]) + tuple(
        word for word in after if "\n" not in text[end : word.start]
    )


def _near(around: tuple[Token, ...]) -> frozenset[str]:
    return frozenset(key for token in around if not is_function(token.low) for key in keys(token.low))
