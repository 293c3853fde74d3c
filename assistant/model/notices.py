"""What a person should know about how things came about, gathered until somebody asks."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

MOST = 3


@dataclass(slots=True)
class Notices:
    """The latest lines, each once."""

    _lines: dict[str, None] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, line: str) -> None:
        """Takes a line up."""
        with self._lock:
            self._lines[line] = None

    def take(self) -> str | None:
        """All lines since the last time as one, the first few of them; nothing where there was none."""
        with self._lock:
            lines, self._lines = list(self._lines), {}
        more = len(lines) - MOST
        return "; ".join(lines[:MOST] + ([f"and {more} more"] if more > 0 else [])) or None
