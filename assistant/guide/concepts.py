"""The concept lexicon: which words and phrases mean alike in this domain."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from assistant import prompts
from assistant.errors import ContentError
from assistant.guide.words import stems


class Concepts:
    """Finds concepts in a text by the stems of their words; a concept is a name and its words and phrases."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self.names = tuple(lists)
        self.label = hashlib.blake2b(repr(lists).encode(), digest_size=8).hexdigest()
        self._phrases: dict[tuple[str, ...], list[str]] = {}
        for name, phrases in lists.items():
            for phrase in phrases:
                self._phrases.setdefault(stems(phrase), []).append(name)
        self._longest = max(map(len, self._phrases), default=0)

    def found(self, stemmed: Sequence[str]) -> list[str]:
        """The concepts named in a sequence of stems, once for each phrase that names one.

        A word that stands inside a longer phrase counts only with that phrase: `title line` names no form of address.
        """
        named: dict[tuple[str, ...], None] = {}
        covered: set[tuple[int, int]] = set()
        for length in range(self._longest, 0, -1):
            for at in range(len(stemmed) - length + 1):
                gram = tuple(stemmed[at : at + length])
                if gram in self._phrases and not any(a <= at and at + length <= b for a, b in covered):
                    covered.add((at, at + length))
                    named[gram] = None
        return [name for gram in named for name in self._phrases[gram]]


def load(root: Path) -> Concepts:
    """The lexicon of `root`/embedding/concepts.toml; raises ContentError where a concept is not a list of phrases."""
    path = root / "embedding" / "concepts.toml"
    lists = prompts.read_toml(path).get("concept", {})
    for name, phrases in lists.items():
        if not isinstance(phrases, list) or not all(isinstance(phrase, str) and stems(phrase) for phrase in phrases):
            raise ContentError(f"{path.name}: {name!r} must be a list of words and phrases")
    return Concepts(lists)
