"""What is asked of a model and what comes back: the one narrow seam to whatever answers."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from assistant.errors import StoppedError

Step = Literal["json-schema", "json-object-schema", "json-object", "text"]
LimitName = Literal["max_tokens", "max_completion_tokens"]


class Hearing(Protocol):
    """Takes a reply's text while it arrives."""

    def begin(self) -> None:
        """A reply begins; what came before belongs to one that was given up."""

    def piece(self, text: str) -> None:
        """The next piece of it."""


@dataclass(frozen=True, slots=True)
class Request:
    """One question to a model, and the shape that its answer must have."""

    label: str
    """Which prompt it is, as name@hash-of-content."""
    system: str
    user: str
    name: str
    """Name of the shape, for endpoints that want one."""
    schema: Mapping[str, Any]
    """JSON Schema of the answer."""
    keys: tuple[str, ...]
    """Without these in its object, an answer is none."""
    limit: int
    """Tokens that the answer may take."""
    require: Callable[[Mapping[str, Any]], object]
    """Raises ReplyError where an object has not the shape that was asked for."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens sent and received; estimated where the endpoint does not count them."""

    sent: int = 0
    received: int = 0

    def __add__(self, other: Usage) -> Usage:
        return Usage(self.sent + other.sent, self.received + other.received)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that has the shape of a JSON object, and what it cost."""

    data: dict[str, Any]
    model: str
    step: Step
    usage: Usage
    calls: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Call:
    """One request as it goes over the wire."""

    system: str
    user: str
    step: Step
    name: str
    schema: Mapping[str, Any]
    limit: int
    limit_name: LimitName
    counted: bool
    """Whether a stream is asked to tell the tokens at its end."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back over the wire, whole."""

    text: str
    finish: str
    """Why it ended: stop, length, or what else the endpoint says."""
    model: str
    usage: Usage


class Wire(Protocol):
    """One endpoint with one model: sends a call once and gives what came, or raises a ModelError."""

    @property
    def endpoint(self) -> str:
        """Host of the endpoint, for people."""

    @property
    def model(self) -> str:
        """The model, as it is asked for."""

    def send(self, call: Call, seconds: float, stop: Stop, heard: Hearing | None) -> Answer:
        """The answer to a call within so many seconds; `heard` makes it a stream. Raises ModelError."""


class Chat(Protocol):
    """What readers and writers ask."""

    @property
    def endpoint(self) -> str:
        """Host of the endpoint, for people."""

    @property
    def model(self) -> str:
        """The model, as it is asked for."""

    def complete(self, request: Request, deadline: Deadline, stop: Stop, heard: Hearing | None = None) -> Reply:
        """The answer to a request, its JSON read; raises ModelError where none that can be used comes in time."""


class Deadline:
    """A moment by which something must be over."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        """So many seconds from now, by a clock that never goes back."""
        self._clock, self._end = clock, clock() + seconds
        self.seconds = seconds

    def left(self) -> float:
        """Seconds until then, not below nothing."""
        return max(0.0, self._end - self._clock())


@dataclass(slots=True)
class Stop:
    """A person's wish to stop, which anyone may set and whoever waits hears at once."""

    _event: threading.Event = field(default_factory=threading.Event)
    _told: dict[object, Callable[[], object]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def set(self) -> None:
        """Stops everything that heeds this."""
        self._event.set()
        with self._lock:
            told = list(self._told.values())
        for tell in told:
            tell()

    @property
    def is_set(self) -> bool:
        """Whether it was asked to stop."""
        return self._event.is_set()

    def wait(self, seconds: float) -> None:
        """Waits so long; raises StoppedError as soon as it is set."""
        if self._event.wait(seconds):
            raise StoppedError("stopped before the model had answered")

    @contextmanager
    def telling(self, tell: Callable[[], object]) -> Iterator[None]:
        """Calls `tell` when it is set while the block runs, or at once where it is set already."""
        key = object()
        with self._lock:
            self._told[key] = tell
        try:
            if self.is_set:
                tell()
            yield
        finally:
            with self._lock:
                self._told.pop(key, None)
