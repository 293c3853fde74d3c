"""Turns a fragment of notes into plain written words: shorthand spelt out, capitals and marks put right.

It never adds a content word: what it cannot spell out it leaves, and `unclear` says which words a reader may not know.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from spellchecker import SpellChecker
from wordfreq import zipf_frequency

from assistant import prompts
from assistant.language import lists
from assistant.language.tagging import roles

TOKEN = re.compile(r"(?<![\w@])(?:w/o|w/|[A-Za-zÀ-ɏḀ-ỿ][\w'’/&.-]*[\w]|[A-Za-z])(?![\w@])")
EMOJI = re.compile(r"[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F\u200D]+")
_WORDS = re.compile(r"[^\W_][\w'’/.-]*")
KNOWN = 2.5  # zipf frequency from which a word outside the dictionary counts as one that readers know
COMMON = 3.6  # zipf frequency that a correction of a typo must have
GAP = 1.5  # and how much more frequent it must be than the word as typed
SHORTEST_SLIP = 6  # letters of a word in which a slip can be told from another word
VOWELS = frozenset("aeiouy")
SHOUTED = 5.0  # words in capitals more frequent than this are shouted, not acronyms


@cache
def _shorthand() -> tuple[Mapping[str, str], tuple[tuple[re.Pattern[str], Mapping[str, str]], ...]]:
    data = prompts.read_toml(prompts.folder() / "reading" / "shorthand.toml")
    contexts = [
        (re.compile(r"\b(?:" + "|".join(map(re.escape, entry["cues"])) + r")\b", re.I), entry["words"])
        for entry in data["context"]
    ]
    return data["always"], tuple(contexts)


@cache
def _proper() -> Mapping[str, str]:
    words = prompts.read_toml(prompts.folder() / "reading" / "proper.toml")["words"]
    return {word.lower(): word for word in words}


@cache
def _speller() -> SpellChecker:
    return SpellChecker(distance=1)


@cache
def _fillers() -> re.Pattern[str]:
    return re.compile(rf"^(?:\s*{lists.either('tidy', 'fillers')}\b[\s,]*)+", re.I)


def is_proper(word: str) -> bool:
    """Whether a word keeps its capital inside a sentence: Welsh, Kubernetes."""
    return word.lower() in _proper()


class Tidier:
    """Tidies fragments of one set of notes, in the light of the whole: its trade, its names, its spellings."""

    def __init__(self, notes: str, names: tuple[str, ...] = ()) -> None:
        """`names` are the names of people, companies and places as they should be written."""
        self._words = _spelt_out(notes)
        self._capitals = _capitals(notes, names)
        self._named = {part for name in names for part in name.split()}

    def tidy(self, fragment: str) -> str:
        """The fragment in plain written words, on one line, without bullets, emoji and end marks."""
        text = lists.pattern("tidy", "exclaim").sub(" ", EMOJI.sub(" ", fragment))
        text = re.sub(r"\((?:[^()]*)\)", " ", text)
        text = re.sub(r"[*_`#>|]+", " ", text)
        text = re.sub(r"(?<=\w)\s*\+\s*(?=\w)|(?<=\w)\s+&\s+(?=\w)", " and ", text)
        text = re.sub(r"\bw/(?=\w)", "w/ ", text)
        text = _spaced(TOKEN.sub(lambda match: self._word(match.group()), text))
        text = _fillers().sub("", text).strip(" \t\n,;:.!?-–—'\"“”‘’()[]/→")
        if text.count('"') % 2 or text.count("“") != text.count("”"):
            text = re.sub(r'["“”]', "", text)
        return self._small_start(text)

    def polish(self, wording: str, opening: str) -> str:
        """Words that already make a phrase, with what is still shorthand in full and capitals put right.

        `opening` is the word of the notes with which the stretch began: its capital may have been the sentence's.
        """
        text = _spaced(TOKEN.sub(lambda match: self._word(match.group()), wording)).strip(" ,;:.!?-–—→")
        if opening.istitle() and opening != "I" and self._small_start(f"{opening} x") != f"{opening} x":
            text = re.sub(rf"(?<![\w-]){re.escape(opening)}(?![\w-])", opening.lower(), text, count=1)
        return text

    def _small_start(self, text: str) -> str:
        """The text without the capital that it had only for standing first."""
        first, _, rest = text.partition(" ")
        if rest[:1].isupper():
            return text
        if not first.istitle() or first == "I" or first.lower() in self._capitals or first in self._named:
            return text
        ordinary = roles(first) or zipf_frequency(first.lower(), "en") > 5
        return text[:1].lower() + text[1:] if ordinary else text

    def _word(self, word: str) -> str:
        low = word.lower().replace("’", "'")
        if low == "i":
            return "I"
        if word.isupper() and len(word) > 1 and zipf_frequency(low, "en") >= SHOUTED and low not in self._capitals:
            return low
        if (spelt := self._words.get(low)) and not (word.isupper() and len(word) > 1):
            return spelt[:1].upper() + spelt[1:] if word[:1].isupper() and len(word) > 2 else spelt
        if (proper := self._capitals.get(low)) and (word.islower() or word == low.capitalize()):
            return proper
        if re.fullmatch(r"i['’](m|ve|d|ll)", word):
            return "I" + word[1:]
        return corrected(word) if word.islower() else word


def _spelt_out(notes: str) -> dict[str, str]:
    """What shorthand means in these notes: what it always means, and what it means in their trades."""
    always, contexts = _shorthand()
    words = dict(always)
    for cues, meant in contexts:
        if cues.search(notes):
            words.update(meant)
    return words


def _capitals(notes: str, names: tuple[str, ...]) -> dict[str, str]:
    """Words that keep their capitals, by the word in lower case: products, acronyms of the notes, parts of names."""
    capitals = dict(_proper())
    for word in re.findall(r"\b[A-Z]{2,}s?\b", notes):
        if zipf_frequency(word.lower(), "en") < SHOUTED:
            capitals.setdefault(word.lower(), word)
    for word in (part for name in names for part in name.split()):
        if word[:1].isupper() and not roles(word):
            capitals.setdefault(word.lower(), word)
    return capitals


def _spaced(text: str) -> str:
    """The text on one line, with a space behind each mark and none before it, and without dots that trail off."""
    text = re.sub(r"\s+", " ", re.sub(r"(?<![\w.])\.{2,}|…", " ", text))
    text = re.sub(r"\s*([,;])(?=[^\W\d_])", r"\1 ", re.sub(r"\s+([,;:.!?])", r"\1", text))
    return re.sub(r"\s*\?\s*(?=[a-z])", " ", text)


@lru_cache(maxsize=20_000)
def known(word: str, frequency: float = KNOWN) -> bool:
    """Whether a reader would know the word: a dictionary word, or one at least so frequent in English (zipf scale)."""
    low = word.lower().replace("’", "'")
    return bool(roles(low)) or zipf_frequency(low, "en") >= frequency


@lru_cache(maxsize=20_000)
def corrected(word: str) -> str:
    """A lower-case word with an obvious slip put right; anything else unchanged, above all the words of a trade.

    A slip swaps two letters, takes one vowel for another, or leaves out a vowel or one of two: recieve, managment.
    """
    typed = zipf_frequency(word, "en")
    if len(word) < 3 or not word.isascii() or not word.isalpha() or roles(word) or typed >= COMMON:
        return word
    best = _speller().correction(word)
    if len(word) < SHORTEST_SLIP and sorted(word) != sorted(best or ""):
        return word
    right = zipf_frequency(best, "en") if best and best[0] == word[0] else 0.0
    return best if best and right >= COMMON and right - typed >= GAP and _is_slip(word, best) else word


def _is_slip(typed: str, meant: str) -> bool:
    if sorted(typed) == sorted(meant):
        return True
    if len(meant) > len(typed):
        missing = next((at for at, char in enumerate(typed) if char != meant[at]), len(typed))
        return meant[missing] in VOWELS or meant[missing] in {meant[missing - 1], meant[missing + 1 : missing + 2]}
    if len(meant) < len(typed):  # a letter too many, unless doubled, is more often another word: backend, refactor
        return re.sub(r"(.)\1", r"\1", typed) == re.sub(r"(.)\1", r"\1", meant)
    (one, other), *_ = [pair for pair in zip(typed, meant, strict=True) if pair[0] != pair[1]]
    return one in VOWELS and other in VOWELS


def unclear(text: str) -> list[str]:
    """The words that a reader may not know: shorthand, slips, words of a trade or of another language."""
    return [word for word in _WORDS.findall(text) if word.islower() and ("/" in word or not _clear(word))]


def _clear(word: str, frequency: float = KNOWN) -> bool:
    if word in {"a", "i"} or known(word, frequency) or word.endswith(lists.entries("tidy", "formed")):
        return True
    return all(known(piece, frequency) for piece in word.split("-") if piece)
