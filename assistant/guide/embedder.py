"""Text -> unit vector: the protocol, and any embedder that a setting names."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.errors import OptionError

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Anything that turns texts into vectors of one length; the same text always gives the same vector."""

    @property
    def label(self) -> str:
        """What tells this embedder apart; another label means another index."""
        ...

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, of length 1 (a text that says nothing may be all zeros)."""
        ...


def load(setting: str) -> Embedder:
    """The embedder named `module:callable`; raises OptionError where it cannot be had.

    The callable takes a list of texts and returns one vector of numbers for each.
    """
    module, colon, name = setting.partition(":")
    try:
        found = getattr(importlib.import_module(module), name) if colon else None
    except (ImportError, AttributeError, ValueError) as error:
        raise OptionError(f"embedder {setting!r} cannot be loaded: {error}") from error
    if not callable(found):
        raise OptionError(f"embedder {setting!r} is not a callable: name it as module:callable")
    return Named(setting, found)


class Named:
    """An embedder of somebody else's, held to the protocol: one finite vector a text, scaled to length 1."""

    def __init__(self, setting: str, embed: Callable[[list[str]], object]) -> None:
        self.label, self._embed = setting, embed

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """One unit row for each text; raises OptionError where the callable gives something else."""
        try:
            rows = np.asarray(self._embed(list(texts)), dtype=np.float64)
        except Exception as error:
            raise OptionError(f"embedder {self.label!r} failed: {type(error).__name__}: {error}") from error
        if rows.ndim != 2 or len(rows) != len(texts) or not np.isfinite(rows).all():
            raise OptionError(f"embedder {self.label!r} must give one vector of finite numbers for each text")
        return np.stack([unit(row) for row in rows]).astype(np.float32)


def unit(vector: NDArray[np.float64]) -> NDArray[np.float64]:
    """The vector at length 1; zeros stay zeros."""
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector
