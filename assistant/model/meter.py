"""What a session has used of its budget of tokens.

One run of the command line is one session. The page has many at once: it puts each user's own meter in place before it
asks the desk for something, and a context variable carries it into the threads that write.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import ClassVar

from assistant.errors import BudgetError
from assistant.model.chat import Usage


@dataclass(slots=True)
class Meter:
    """Tokens used, and how many may be; the budget is for sent and received together."""

    budget: int = 200_000
    used: Usage = field(default_factory=Usage)
    calls: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)
    _current: ClassVar[ContextVar[Meter | None]] = ContextVar("meter", default=None)

    @property
    def spent(self) -> int:
        """Tokens used, sent and received together."""
        return self.used.sent + self.used.received

    def require(self) -> None:
        """Raises BudgetError where the budget is used up."""
        if self.spent >= self.budget:
            raise BudgetError(
                f"this session has used {self.spent:,} tokens of the {self.budget:,} it may: "
                "raise AFTERWORD_BUDGET, or start anew"
            )

    def charge(self, usage: Usage) -> None:
        """Adds what one call has used."""
        with self._lock:
            self.used += usage
            self.calls += 1

    @contextmanager
    def running(self) -> Iterator[Meter]:
        """Charges everything that is asked inside the block, in this thread and those that it starts, to this meter."""
        token = Meter._current.set(self)
        try:
            yield self
        finally:
            Meter._current.reset(token)

    @classmethod
    def of_session(cls) -> Meter | None:
        """The meter that was put in place, or nothing."""
        return cls._current.get()
