"""What the label of a line announces: the company, the role, the panel, in the languages of prompts/reading/labels.toml."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from assistant import prompts

_EDGE = " \t*_.-–—#>()[]?"


@lru_cache(maxsize=4096)
def announces(label: str | None, kind: str) -> bool:
    """Whether a label, or what stands beside a stroke or in brackets in it, is one of a kind such as "company"."""
    if not label:
        return False
    low = re.sub(r"\s+", " ", label.lower().strip(_EDGE))
    pieces = {low, re.sub(r"\s*[(\[].*", "", low), *(piece.strip(_EDGE) for piece in re.split(r"\s*[/|,&]\s*", low))}
    return not pieces.isdisjoint(_labels()[kind])


def is_known(label: str | None) -> bool:
    """Whether a label announces anything but a person."""
    return any(announces(label, kind) for kind in _labels())


@cache
def _labels() -> dict[str, frozenset[str]]:
    content = prompts.read_toml(prompts.folder() / "reading" / "labels.toml")
    return {
        kind: frozenset(" ".join(phrase.split()) for phrase in str(text).split(",") if phrase.strip())
        for kind, text in content.items()
    }
