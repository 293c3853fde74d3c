"""Puts back the articles that notes leave out: `delay at site` -> `the delay at site`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from assistant import prompts
from assistant.errors import ContentError
from assistant.language import lists
from assistant.language.tagging import Token, is_plural, roles, tag, verb_lemma

VOWEL = re.compile(r"(?:[aeio]|u(?!n[ie]|se|til)|hour|honest)(?!ne\b|uro|ne-)", re.I)
PARTICLES = frozenset({"up", "out", "off", "down", "over"})


@dataclass(frozen=True, slots=True)
class Nouns:
    """Which nouns stand without an article: prompts/phrases/nouns.toml."""

    mass: frozenset[str]
    endings: tuple[str, ...]
    countable: frozenset[str]
    bare_after_preposition: frozenset[str]


@cache
def _nouns() -> Nouns:
    data: Any = prompts.phrases().get("nouns", {})
    try:
        return Nouns(
            mass=frozenset(data["mass"]),
            endings=tuple(data["endings"]),
            countable=frozenset(data["countable"]),
            bare_after_preposition=frozenset(data["bare_after_preposition"]),
        )
    except KeyError as error:
        raise ContentError(f"phrases/nouns.toml: {error} is missing") from error


@cache
def _measure() -> re.Pattern[str]:
    numbers, units = lists.either("grammar", "measure.numbers"), lists.either("grammar", "measure.units")
    return re.compile(rf"\b(\d+|{numbers})[ -]({units})\s+(?=(?:[a-z]+ )?[a-z]+)", re.I)


def takes_article(noun: Token) -> bool:
    """Whether a noun standing bare needs an article: singular, countable, not a name and not an acronym."""
    word = noun.text
    if word in lists.words("grammar", "indefinite"):
        return False
    if not noun.tag.startswith(("NN", "VB")) or noun.tag in {"NNS", "NNP", "VBG"}:
        return False
    if word[:1].isupper() or any(char.isdigit() for char in word) or "NOUN" not in roles(word) or is_plural(word):
        return False
    nouns = _nouns()
    return word in nouns.countable or not (word in nouns.mass or word.endswith(nouns.endings))


def with_article(phrase: str, *, article: str = "the", only_first: bool = False) -> str:
    """A noun phrase with an article put in before each bare singular countable noun; the phrase itself otherwise.

    `article` is `the` or `a` (an, before a vowel); `only_first` mends the first noun group alone, as the subject of a
    clause. `4 hour delay` counts as one noun: `the 4-hour delay`.
    """
    measure = _measure()
    if measure.match(phrase) and takes_article(tag(phrase)[-1]):
        return f"{article} {measure.sub(lambda match: f'{match.group(1)}-{match.group(2)} ', phrase)}"
    tokens = tag(phrase)
    places = [_place(tokens, start, last) for start, last in _groups(tokens)]
    found = [place for place in places if place is not None]
    if only_first:
        found = [place for place in found if place == 0]
    for at in reversed(found):
        before = "an" if article == "a" and VOWEL.match(phrase[at:]) else article
        phrase = f"{phrase[:at]}{before} {phrase[at:]}"
    return phrase


def _groups(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    """For each word, where its noun group starts and where it stands; a verb behind `to` belongs to none."""
    start = 0
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else None
        if before is None or _opens_group(tokens, index - 1):
            start = index
        if token.tag in {"WP", "WDT", "MD"} or (before is not None and _is_verb_behind(before, token)):
            start = index + 1
        else:
            yield start, index


def _is_verb_behind(before: Token, token: Token) -> bool:
    """Whether a word is a verb by what stands before it: `to`, a modal, `who`."""
    return (before.low == "to" or before.tag in {"MD", "WP"}) and verb_lemma(token.text) is not None


def _opens_group(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a new noun group starts behind this word."""
    return tokens[at].text == "," or (tokens[at].tag in {"IN", "TO", "CC"} and not _is_particle(tokens, at))


def _place(tokens: tuple[Token, ...], start: int, last: int) -> int | None:
    """Where in the text a noun group needs its article; nothing where it needs none, or does not end here."""
    group = tokens[start : last + 1]
    if not _closes(tokens, last) or not takes_article(group[-1]) or any(map(_determines, group)):
        return None
    if start and _is_covered(tokens[:start], group):
        return None
    doing = group[0].tag == "VBG" and len(group) > 1 and not roles(group[0].low) & {"ADJ", "NOUN"}
    return group[1].start if doing and not _modifies(group) else group[0].start


def _is_covered(before: tuple[Token, ...], group: tuple[Token, ...]) -> bool:
    """Whether what stands before a group does without its article: `at school`, `the hoist and lift`."""
    if before[-1].tag == "IN":
        return len(group) == 1 and group[0].low in _nouns().bare_after_preposition
    return before[-1].tag == "CC" and any(token.tag in {"DT", "PRP$"} for token in before[-4:])


def _is_particle(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a preposition belongs to a compound noun, as in `sign out sheet`, `pop up cafe`."""
    return tokens[at].low in PARTICLES and 0 < at < len(tokens) - 1 and tokens[at + 1].tag.startswith("NN")


def _closes(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a noun group ends with this word."""
    if at + 1 == len(tokens):
        return True
    after = tokens[at + 1]
    linking = after.tag in {"IN", "TO", "CC", "WP", "WDT", "WRB", "DT", "PRP"}
    return not after.text[0].isalnum() or (linking and not _is_particle(tokens, at + 1))


def _determines(word: Token) -> bool:
    """Whether a word does what an article would: the, my, two, Marit's, £40."""
    return word.tag in {"DT", "PRP$", "CD", "POS", "PRP"} or word.text[0] in "£$€" or word.low.endswith(("'s", "s'"))


def _modifies(group: tuple[Token, ...]) -> bool:
    """Whether an -ing word only describes the noun behind it: `deteriorating patient`, and not `moving stock`."""
    return len(group) == 2 and group[0].low not in lists.words("grammar", "take_object")
