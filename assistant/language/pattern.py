"""textblob's part-of-speech tagger and its lexicon, without the rest of textblob.

Importing textblob itself loads nltk, and that scipy where it is there: most of a second, for nothing that tagging
uses. So `textblob.en` is imported below a package whose own code has not been run.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec
from pathlib import Path


@contextmanager
def _bare(name: str) -> Iterator[None]:
    """While it lasts, modules below the package `name` can be imported without running the package."""
    spec = find_spec(name) if name not in sys.modules else None
    if spec:
        sys.modules[name] = module_from_spec(spec)
    try:
        yield
    finally:
        if spec:
            del sys.modules[name]


with _bare("textblob"):
    from textblob.en import lexicon, tag


def _load() -> None:
    """Fills the lexicon as textblob does, in half the time, and closes the file."""
    lines = Path(lexicon.path).read_text(encoding="utf-8").splitlines()
    entries = (line.split(" ", 2) for line in lines if line and not line.startswith(";;;"))
    dict.update(lexicon, {entry[0]: entry[1] for entry in entries})


lexicon.load = _load

__all__ = ["lexicon", "tag"]
