"""textblob's part-of-speech tagger and its lexicon, without the rest of textblob.

Importing textblob itself loads nltk, and that scipy where it is there: most of a second, for nothing that tagging
uses. So `textblob.en` is imported below a package whose own code has not been run.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec


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

__all__ = ["lexicon", "tag"]
