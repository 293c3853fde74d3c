"""Words of a text and the keys by which two wordings of one thing meet: lemmas, stems, synonyms, expansions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import lemminflect
from wordfreq import zipf_frequency

from assistant import prompts

WORD = re.compile(r"\d+(?:[.,]\d+)*(?:[^\W\d_]{1,5}(?!\w))?|[^\W\d_](?:[\w&]|[’'](?=\w))*|\w+")
FLAT = str.maketrans(
    {"đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "æ": "ae", "ı": "i", "’": "'"}
)
SUFFIXES = [
    "isation",
    "ization",
    "ational",
    "fulness",
    "ousness",
    "iveness",
    "ement",
    "ation",
    "ition",
    "ment",
    "tion",
    "sion",
    "ness",
    "ship",
    "age",
    "ance",
    "ence",
    "able",
    "ible",
    "ally",
    "ity",
    "ing",
    "ist",
    "ism",
    "ive",
    "ous",
    "ful",
    "est",
    "ed",
    "er",
    "or",
    "ly",
    "al",
    "ee",
    "y",
    "e",
]


@dataclass(frozen=True, slots=True)
class Token:
    """One word with its place in the text; `low` is in lower case with straight apostrophes."""

    text: str
    low: str
    start: int
    end: int


@cache
def table(name: str) -> Mapping[str, Any]:
    """One data file of prompts/checking/ by its stem."""
    return prompts.read_toml(prompts.folder() / "checking" / f"{name}.toml")


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """A word list of prompts/checking/NAME.toml: a string of words between blanks, or a list of phrases."""
    value = table(name)[key]
    return frozenset(value.split() if isinstance(value, str) else value)


def tokens(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The words of a text in order; places count from `offset`."""
    return tuple(
        Token(match.group(), match.group().lower().replace("’", "'"), match.start() + offset, match.end() + offset)
        for match in WORD.finditer(text)
    )


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """Lower case, without accents and with straight apostrophes."""
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFKD", text.translate(FLAT))
    return "".join(mark for mark in spread if not unicodedata.combining(mark)).lower()


@lru_cache(maxsize=50_000)
def lemmas(word: str) -> tuple[str, ...]:
    """The dictionary forms of a lower-case word; the word itself where no dictionary has it."""
    found = lemminflect.getAllLemmas(word)
    return tuple(dict.fromkeys(form.lower() for forms in found.values() for form in forms)) or (word,)


@lru_cache(maxsize=50_000)
def parts_of_speech(word: str) -> frozenset[str]:
    """What a lower-case word can be: NOUN, VERB, ADJ, ADV; empty for names and unknown words."""
    return frozenset(lemminflect.getAllLemmas(word)) - {"PROPN"}


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What is left of a word without its derivational endings, never less than four letters."""
    for _ in range(2):
        for suffix in SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) >= 4:
                word = word[: -len(suffix)]
                break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] else word


@lru_cache(maxsize=50_000)
def frequency(word: str) -> float:
    """How common an English word is, on the Zipf scale (0 unknown, 7 most common)."""
    return zipf_frequency(word, "en", wordlist="small")


@cache
def _synonyms() -> Mapping[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for number, line in enumerate(table("synonyms")["groups"]):
        for word in line.split():
            groups.setdefault(word, set()).add(f"#{number}")
    return {word: frozenset(ids) for word, ids in groups.items()}


@cache
def expansions() -> Mapping[str, str]:
    """Shorthand and what it stands for, in lower case; shared with the reading of notes."""
    shorthand = prompts.read_toml(prompts.folder() / "reading" / "shorthand.toml")
    merged = dict(shorthand["always"])
    for context in shorthand["context"]:
        merged.update({key: value for key, value in context["words"].items() if key not in merged})
    return {key.lower(): value.lower() for key, value in {**merged, **table("synonyms")["expansions"]}.items()}


@lru_cache(maxsize=50_000)
def keys(word: str) -> frozenset[str]:
    """Everything under which a word can be met: itself, its lemmas, their stems, its groups of synonyms."""
    low = plain(word)
    bare = low.removesuffix("'s").removesuffix("'")
    forms = {bare, *lemmas(bare)}
    if bare not in forms or not parts_of_speech(bare):
        forms.add(bare.removesuffix("s") if len(bare) > 3 else bare)
    stems = {"~" + stem(form) for form in forms if len(form) > 3}
    groups = {group for form in forms for group in _synonyms().get(form, ())}
    return frozenset(forms | stems | groups)


@lru_cache(maxsize=50_000)
def root(word: str) -> str:
    """One stem for a word, for counting what two passages share."""
    return stem(lemmas(plain(word).removesuffix("'s"))[0])


def roots(words: Iterable[Token]) -> frozenset[str]:
    """The roots of the content words among these, shorthand spelt out."""
    return frozenset(
        root(piece)
        for word in words
        if not is_function(word.low) and (len(word.low) > 2 or word.low in expansions())
        for piece in expanded(word.low)
        if len(piece) > 2 and not is_function(piece)
    )


def content_keys(words: Iterable[Token]) -> tuple[frozenset[str], ...]:
    """The keys of each content word among these, for counting how many of them another passage holds."""
    return tuple(all_keys([word.low]) for word in words if not is_function(word.low) and len(word.low) > 2)


def overlap(words: tuple[frozenset[str], ...], near: frozenset[str]) -> int:
    """How many of the words can be met in a passage with these keys."""
    return sum(not each.isdisjoint(near) for each in words)


def all_keys(words: Iterable[str]) -> frozenset[str]:
    """The keys of many words together, shorthand among them spelt out."""
    return frozenset(key for word in words for piece in expanded(word) for key in keys(piece))


def expanded(word: str) -> Iterator[str]:
    """The word, what it is short for, and the pieces of a compound."""
    low = word.lower().replace("’", "'")
    yield low
    if spelt := expansions().get(low):
        yield from spelt.split()


@cache
def function_words() -> frozenset[str]:
    """Words that carry no content: articles, pronouns, prepositions, auxiliaries and their contractions."""
    return word_set("lexicon", "function")


@lru_cache(maxsize=50_000)
def is_function(low: str) -> bool:
    """Whether a lower-case word carries no content of its own."""
    return low in function_words() or (low.partition("'")[0] in function_words() and "'" in low)
