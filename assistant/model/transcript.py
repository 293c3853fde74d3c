"""What was sent and received, for those who want to see it: every word of it, and never a key."""

from __future__ import annotations

import json
import threading
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.errors import ModelError
from assistant.model.chat import Answer, Call, Wire

Say = Callable[[str], object]


def _nobody(text: str) -> None:
    """Where nobody wants to see it."""


@dataclass(slots=True)
class Transcript:
    """Tells each exchange to `say` as it happens; the parts of one exchange stay together."""

    say: Say = _nobody
    hidden: tuple[str, ...] = ()
    """Words that are shown as stars: the key."""
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _count: int = 0

    def sent(self, wire: Wire, label: str, call: Call) -> Entry:
        """Tells what goes out; the entry that is given takes what comes back."""
        with self._lock:
            self._count += 1
            number = self._count
        if self.say is not _nobody:
            head = f"to {wire.endpoint}, model {wire.model}, prompt {label}, as {call.step}, up to {call.limit} tokens"
            shape = f"\n[shape]\n{json.dumps(call.schema)}" if "schema" in call.step else ""
            self.tell(number, f"{head}\n[system]\n{call.system}\n[user]\n{call.user}{shape}")
        return Entry(self, number)

    def tell(self, number: int, text: str) -> None:
        """Tells one side of an exchange."""
        if self.say is _nobody:
            return
        for word in self.hidden:
            text = text.replace(word, "***")
        with self._lock:
            self.say(f"--- model {number} {_harmless(text)}\n")


@dataclass(frozen=True, slots=True)
class Entry:
    """One exchange under way."""

    transcript: Transcript
    number: int

    def received(self, answer: Answer) -> None:
        """Tells what came back."""
        usage = answer.usage
        head = f"from {answer.model}: {usage.sent} tokens sent, {usage.received} received, ended by {answer.finish}"
        self.transcript.tell(self.number, f"{head}\n{answer.text}")

    def failed(self, error: ModelError) -> None:
        """Tells why nothing came back."""
        self.transcript.tell(self.number, f"failed: {error}")


def _harmless(text: str) -> str:
    """The text without characters that steer a terminal."""
    return "".join(char for char in text if char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs"})
