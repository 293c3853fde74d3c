"""The embedder that ships with the product: no download, no training, the same vector in every process.

A vector has three blocks: the concepts that the text names (see prompts/embedding/concepts.toml), its stems, and the
letter groups of its words, which forgive misspellings. Rare concepts and stems weigh more; how rare they are is
counted in a sample, the passages that will be searched.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import log

import numpy as np
from numpy.typing import NDArray

from assistant import prompts
from assistant.guide import concepts
from assistant.guide.concepts import Concepts
from assistant.guide.embedder import Vectors, unit
from assistant.guide.words import stems

_STEM_SLOTS = 512
_LETTER_SLOTS = 256
_BLOCK_WEIGHTS = (0.50, 0.30, 0.20)
_LETTERS = 4


class ConceptEmbedder:
    """The embedder that ships: concepts, stems and letters, weighted by how rare they are in `sample`."""

    def __init__(self, concepts: Concepts, sample: Iterable[str]) -> None:
        self._concepts = concepts
        self.label = f"concepts-{concepts.label}"
        self._slot = {name: slot for slot, name in enumerate(concepts.names)}
        known = [stems(text) for text in sample]
        self._stem_weight = _rarity(map(set, known))
        self._concept_weight = _rarity(set(concepts.found(text)) for text in known)
        self._unseen = log(1 + len(known))

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """One unit row for each text."""
        rows = [self._row(text) for text in texts]
        return np.stack(rows) if rows else np.zeros((0, self._size()), np.float32)

    def _size(self) -> int:
        return len(self._slot) + _STEM_SLOTS + _LETTER_SLOTS

    def _row(self, text: str) -> NDArray[np.float32]:
        found = stems(text)
        blocks = (self._concept_block(found), self._stem_block(found), _letter_block(found))
        scaled = [unit(block) * weight**0.5 for block, weight in zip(blocks, _BLOCK_WEIGHTS, strict=True)]
        return unit(np.concatenate(scaled)).astype(np.float32)

    def _concept_block(self, found: Sequence[str]) -> NDArray[np.float64]:
        block = np.zeros(len(self._slot))
        for name, times in Counter(self._concepts.found(found)).items():
            block[self._slot[name]] = self._concept_weight.get(name, self._unseen) * (1 + log(times))
        return block

    def _stem_block(self, found: Sequence[str]) -> NDArray[np.float64]:
        block = np.zeros(_STEM_SLOTS)
        for stem in sorted(set(found)):
            slot, sign = place(stem, _STEM_SLOTS)
            block[slot] += sign * self._stem_weight.get(stem, self._unseen / 2)
        return block


def shipped(passages: Iterable[str]) -> ConceptEmbedder:
    """The embedder that ships, weighted by the passages that it will be asked about."""
    return ConceptEmbedder(concepts.load(prompts.folder()), passages)


@lru_cache(maxsize=20_000)
def place(feature: str, slots: int) -> tuple[int, int]:
    """The slot of a feature and its sign, the same in every process."""
    number = int.from_bytes(hashlib.blake2b(feature.encode(), digest_size=8).digest(), "big")
    return number // 2 % slots, 1 if number % 2 else -1


def _letter_block(found: Sequence[str]) -> NDArray[np.float64]:
    block = np.zeros(_LETTER_SLOTS)
    for stem in sorted(set(found)):
        padded = f"^{stem}$"
        for at in range(max(1, len(padded) - _LETTERS + 1)):
            slot, sign = place("letters " + padded[at : at + _LETTERS], _LETTER_SLOTS)
            block[slot] += sign
    return block


def _rarity(documents: Iterable[Iterable[str]]) -> dict[str, float]:
    kept = [tuple(document) for document in documents]
    counts = Counter(feature for document in kept for feature in document)
    return {feature: log(1 + len(kept) / count) for feature, count in counts.items()}
