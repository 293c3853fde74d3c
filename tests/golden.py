"""Texts that a test holds to a file in tests/data: UPDATE_GOLDEN=1 writes them anew, and the diff shows what changed."""

from __future__ import annotations

import os
import re
from pathlib import Path

FOLDER = Path(__file__).parent / "data"


def same(name: str, text: str) -> None:
    """Fails where the text is not what the file of that name holds; the random word in markers counts as one word."""
    text = re.sub(r"(?<=-)[0-9a-f]{12}(?=>)", "NONCE", text) + "\n"
    path = FOLDER / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.is_file(), f"{name} is missing: run the test once with UPDATE_GOLDEN=1 and read what it wrote"
    assert text == path.read_text(encoding="utf-8")
