"""A grammar checker of other people's, asked where it is there: harper.js in node (`npm install --prefix eval/harper`).

It is an extra: what it says stands on the page, and neither the table nor the gate asks it, since not every machine has
it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from eval.score import Score, each
from eval.scorers.wording import prose

FOLDER = Path(__file__).parents[1] / "harper"
SECONDS = 120
Lints = tuple[str, ...]
"""What it says about one text, each in one line."""


def available() -> bool:
    """Whether node and the package are there."""
    return shutil.which("node") is not None and (FOLDER / "node_modules" / "harper.js").is_dir()


def lint(bodies: Sequence[str]) -> list[Lints]:
    """What it says about the prose of each message, in their order."""
    if not bodies:
        return []
    texts = json.dumps(["\n\n".join(prose(body)) for body in bodies])
    done = subprocess.run(
        ["node", "lint.mjs"], cwd=FOLDER, input=texts, capture_output=True, text=True, check=True, timeout=SECONDS
    )
    return [tuple(f"{rule} {words!r}" for rule, words in found) for found in json.loads(done.stdout)]


def score(names: Iterable[str], found: Iterable[Lints], text: str) -> Score:
    """The share of messages in which it finds nothing."""
    return each(((name, "; ".join(lints) or None) for name, lints in zip(names, found, strict=True)), text)
