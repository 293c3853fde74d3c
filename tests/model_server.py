"""A model endpoint on 127.0.0.1 that answers as it is told: like real ones, or as badly as real ones can."""

from __future__ import annotations

import json
import socket
import socketserver
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

SENTENCES = [
    ("thanks", "Thank you for seeing me yesterday about the children's librarian post.", ["interview-date", "role"]),
    (
        "recall",
        "You asked how I would run story time for 40 families, and I have been thinking about it since.",
        ["topic-1"],
    ),
    ("recall", "The reading garden that I started in my last branch is where I would begin.", ["strength-1"]),
    ("interest", "I would like the job, and that hour with the families most of all.", ["topic-1"]),
]
GOOD: dict[str, Any] = {
    "subject": "Story time for 40 families",
    "sentences": [
        {"paragraph": 1 + at // 2, "move": move, "text": text, "facts": facts, "principles": []}
        for at, (move, text, facts) in enumerate(SENTENCES)
    ],
}
TEXT = json.dumps(GOOD)


@dataclass(frozen=True, slots=True)
class Got:
    """A request as it arrived."""

    path: str
    headers: Mapping[str, str]
    raw: bytes

    @property
    def body(self) -> dict[str, Any]:
        """The JSON of its body."""
        return dict(json.loads(self.raw or b"{}"))

    @property
    def form(self) -> str:
        """The response format that it asks for."""
        wanted = self.body.get("response_format", {"type": "text"})
        return f"{wanted['type']}{'+schema' if 'schema' in wanted else ''}"

    @property
    def text(self) -> str:
        """All its messages."""
        return "\n".join(message["content"] for message in self.body["messages"])


Chunks = Iterator[bytes | float]
"""Bytes to send, and seconds to wait between them."""
Behave = Callable[[Got], Chunks]


@dataclass(slots=True)
class Server:
    """The endpoint; each request is answered by the next behaviour, the last answers all further ones."""

    behaviours: list[Behave]
    got: list[Got] = field(default_factory=list)
    broken: int = 0
    """Connections that the other side closed before the answer was over."""
    url: str = ""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, request: Got) -> Chunks:
        """What this request gets."""
        with self._lock:
            self.got.append(request)
            place = len(self.got) - 1
        return self.behaviours[min(place, len(self.behaviours) - 1)](request)

    @property
    def everything(self) -> str:
        """All that ever arrived, headers and bodies."""
        return "\n".join(f"{got.path} {got.headers} {got.raw.decode('utf-8', 'replace')}" for got in self.got)


@contextmanager
def serving(*behaviours: Behave) -> Iterator[Server]:
    """The endpoint, running."""
    server = Server(list(behaviours) or [reply()])

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            while self._one():
                pass

        def _one(self) -> bool:
            request = _read(self.rfile)
            if request is None:
                return False
            try:
                for chunk in server.answer(request):
                    if isinstance(chunk, float):
                        if _gone(self.connection, chunk):
                            server.broken += 1
                            return False
                    elif chunk == CLOSE:
                        return False
                    elif chunk == RESET:
                        linger = b"\x01\x00\x00\x00\x00\x00\x00\x00"
                        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                        return False
                    else:
                        self.wfile.write(chunk)
                        self.wfile.flush()
            except OSError:
                server.broken += 1
                return False
            return True

    class Threads(socketserver.ThreadingTCPServer):
        daemon_threads = True
        block_on_close = False
        request_queue_size = 64

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A connection that breaks is part of the play."""

    with Threads(("127.0.0.1", 0), Handler) as threads:
        worker = threading.Thread(target=threads.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        worker.start()
        server.url = f"http://127.0.0.1:{threads.server_address[1]}/v1"
        try:
            yield server
        finally:
            threads.shutdown()
            worker.join()


CLOSE, RESET = b"!close!", b"!reset!"
"""Ends the connection where it stands, in order or by force."""


def reply(text: str = TEXT, **changes: Any) -> Behave:
    """A good completion with this text; `changes` go into its message, or are its finish, model and usage."""

    def behave(request: Got) -> Chunks:
        if request.body.get("stream"):
            yield from _streamed(text, changes)
        else:
            yield from whole(completion(text, **changes))(request)

    return behave


def completion(
    text: str | None, finish: str | None = "stop", model: str = "test-model", **message: Any
) -> dict[str, Any]:
    """The object of a completion."""
    usage = message.pop("usage", {"prompt_tokens": 900, "completion_tokens": 150})
    said = {"role": "assistant", "content": text, **message}
    choices = [{"index": 0, "message": said, "finish_reason": finish}]
    return {"object": "chat.completion", "model": model, "choices": choices, "usage": usage}


def whole(
    body: Any, status: int = 200, headers: Mapping[str, str] | None = None, kind: str = "application/json"
) -> Behave:
    """An answer with a whole body: an object, a text or bytes."""
    data = body if isinstance(body, bytes) else body.encode() if isinstance(body, str) else json.dumps(body).encode()

    def behave(request: Got) -> Chunks:
        lines = {"Content-Type": kind, "Content-Length": str(len(data)), **(headers or {})}
        yield _head(status, lines) + data

    return behave


def error(
    status: int, message: str, code: str | None = None, headers: Mapping[str, str] | None = None, **more: Any
) -> Behave:
    """An answer with an error as OpenAI words it."""
    return whole({"error": {"message": message, "type": "error", "code": code, **more}}, status, headers)


def events(*datas: str | float, ends: bytes = b"0\r\n\r\n") -> Behave:
    """A stream of events with this data, waiting where a number stands; `ends` is what closes it."""

    def behave(request: Got) -> Chunks:
        yield _head(200, {"Content-Type": "text/event-stream", "Transfer-Encoding": "chunked"})
        for data in datas:
            yield data if isinstance(data, float) else _chunk(f"data: {data}\n\n".encode())
        yield ends

    return behave


def raw(*chunks: bytes | float) -> Behave:
    """Exactly these bytes, head and all."""
    return lambda request: iter(chunks)


def delta(text: str, finish: str | None = None, **more: Any) -> str:
    """The data of one event of a stream."""
    choice = {"index": 0, "delta": {"content": text}, "finish_reason": finish}
    return json.dumps({"model": "test-model", "choices": [choice], **more})


def only(forms: str, then: Behave, otherwise: Behave) -> Behave:
    """Behaves one way for requests of these response formats, another way for all others."""
    return lambda request: (then if request.form in forms.split() else otherwise)(request)


def asked(prompt: str, then: Behave, otherwise: Behave) -> Behave:
    """Behaves one way for requests that hold these words, another way for all others."""
    return lambda request: (then if prompt in request.text else otherwise)(request)


def slowly(seconds: float, behave: Behave) -> Behave:
    """Behaves so, after a while."""

    def slow(request: Got) -> Chunks:
        yield seconds
        yield from behave(request)

    return slow


def _streamed(text: str, changes: Mapping[str, Any]) -> Chunks:
    yield _head(200, {"Content-Type": "text/event-stream", "Transfer-Encoding": "chunked"})
    for at in range(0, len(text), 40):
        yield _chunk(f"data: {delta(text[at : at + 40])}\n\n".encode())
    usage = {"usage": {"prompt_tokens": 900, "completion_tokens": 150}, "choices": [], "model": "test-model"}
    for data in (delta("", changes.get("finish", "stop")), json.dumps(usage), "[DONE]"):
        yield _chunk(f"data: {data}\n\n".encode())
    yield b"0\r\n\r\n"


def _head(status: int, headers: Mapping[str, str]) -> bytes:
    lines = [f"HTTP/1.1 {status} Said", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
    return "\r\n".join(lines).encode()


def head(length: int) -> bytes:
    """The head of a good answer of so many bytes."""
    return _head(200, {"Content-Type": "application/json", "Content-Length": str(length)})


def _chunk(data: bytes) -> bytes:
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


def _gone(connection: socket.socket, seconds: float) -> bool:
    """Waits so long, and says whether the other side has left meanwhile."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        connection.settimeout(min(left, 0.02))
        try:
            if connection.recv(1, socket.MSG_PEEK) == b"":
                return True
            time.sleep(min(left, 0.02))
        except TimeoutError:
            continue
        except OSError:
            return True
        finally:
            connection.settimeout(None)
    return False


def _read(file: Any) -> Got | None:
    try:
        first = file.readline()
        headers: dict[str, str] = {}
        while (line := file.readline()) not in (b"\r\n", b"\n", b""):
            name, _, value = line.decode("latin-1").partition(":")
            headers[name.strip().lower()] = value.strip()
        if not first:
            return None
        return Got(first.decode().split()[1], headers, file.read(int(headers.get("content-length", "0"))))
    except OSError:
        return None
