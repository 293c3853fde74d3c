"""Prints what our path to a model costs beside a bare call to the same endpoint: `python -m bench.model`.

The endpoint runs in a process of its own and thinks for a fixed time, so that only what is ours is measured. All rows
that are compared are taken in turn, so that a busy machine slows them alike; read the ratios, not the milliseconds.
"""

from __future__ import annotations

import http.client
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import Any

import openai

from assistant import prompts, reading, testing
from assistant.adapters.onnx import OnnxNetwork
from assistant.adapters.openai_chat import OpenAIWire
from assistant.brief import Brief
from assistant.checking import check
from assistant.message import Message, Situation, Style
from assistant.model.chat import Deadline, Request, Stop
from assistant.model.endpoints import Endpoint
from assistant.model.ladder import Ladder
from assistant.model.meter import Meter
from assistant.model.reader import ModelReader, request
from assistant.model.veil import veil
from assistant.model.writer import ModelWriter

ROUNDS, WARM_UP = 40, 5
THINKING = 0.2
"""Seconds that the endpoint takes where waiting is what is measured."""
NOTES, AT_ONCE = 1_000, 32
PLENTY = 10**9


def main() -> None:
    """Measures and prints."""
    print(_overhead())
    print(_variants())
    print(_throughput(NOTES))


def _overhead() -> str:
    """One message by our whole path beside a bare HTTP call and a bare call of the SDK, with no thinking."""
    with _endpoint(0.0) as url, _wire(url) as wire:
        asked = _reading()
        ladder = Ladder(wire, meter=Meter(PLENTY))
        writer = ModelWriter(ladder, check, 60.0)
        sdk = openai.OpenAI(api_key="none", base_url=url, max_retries=0)
        rows: dict[str, Callable[[], object]] = {
            "bare HTTP call": partial(_bare, url, asked),
            "bare openai SDK": lambda: sdk.chat.completions.create(model="m", messages=_messages(asked)),
            "our client": lambda: ladder.complete(asked, Deadline(60.0), Stop()),
            "prompt, client, frame and checks": partial(_write, writer),
            "the same, and the rules' reading": partial(_read_and_write, writer),
        }
        taken = _medians(rows)
        sdk.close()
    bare = taken["bare HTTP call"]
    lines = ["One message, no thinking                 median ms   over bare   x bare"]
    lines += [f"  {name:<38} {ms:9.1f} {ms - bare:11.1f} {ms / bare:8.2f}" for name, ms in taken.items()]
    return "\n".join(lines) + "\n"


def _variants() -> str:
    """Three variants beside one."""
    with _endpoint(THINKING) as url, _wire(url) as wire:
        writer = ModelWriter(Ladder(wire, meter=Meter(PLENTY)), check, 60.0)
        taken = _medians({"one": partial(_once, writer, 1), "three": partial(_once, writer, 3)}, 15)
    ratio = taken["three"] / taken["one"]
    one = taken["one"] / 1000 / THINKING
    return f"Three variants take {ratio:.2f} times as long as one, and one {one:.2f} times as long as the thinking\n"


def _throughput(count: int) -> str:
    """Many notes side by side, beside the shortest time that the endpoint's thinking allows."""
    ideal = THINKING * count / AT_ONCE
    with _endpoint(THINKING) as url, _wire(url) as wire:
        asked = _reading()
        ladder = Ladder(wire, meter=Meter(PLENTY))
        reader = ModelReader(ladder, partial(reading.read, network=_NETWORK), 60.0)
        sdk = openai.OpenAI(api_key="none", base_url=url, max_retries=0)
        rows: Mapping[str, Callable[[], object]] = {
            "bare openai SDK": lambda: sdk.chat.completions.create(model="m", messages=_messages(asked)),
            "our client, a reading prompt each": lambda: ladder.complete(_reading(), Deadline(60.0), Stop()),
            "rules, prompt, client and merging": lambda: reader.read(testing.NOTES, testing.TODAY, testing.PROFILE),
        }
        lines = [f"{count:,} notes, {AT_ONCE} at once, {THINKING:g} s each     x ideal"]
        lines += [f"  {name:<38} {_side_by_side(step, count) / ideal:8.2f}" for name, step in rows.items()]
        sdk.close()
    return "\n".join(lines) + "\n"


def _side_by_side(step: Callable[[], object], count: int) -> float:
    """Seconds for so many steps in as many threads as are allowed."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(lambda _: step(), range(AT_ONCE)))
        begun = time.perf_counter()
        list(pool.map(lambda _: step(), range(count)))
        return time.perf_counter() - begun


def _medians(rows: Mapping[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, float]:
    """Median milliseconds of each row, all taken in turn."""
    times: dict[str, list[float]] = {name: [] for name in rows}
    for number in range(rounds + WARM_UP):
        for name, step in rows.items():
            begun = time.perf_counter()
            step()
            if number >= WARM_UP:
                times[name].append((time.perf_counter() - begun) * 1000)
    return {name: statistics.median(taken) for name, taken in times.items()}


def _situation() -> tuple[Brief, Situation]:
    return testing.brief(), Situation(notes=testing.NOTES, today=testing.TODAY, profile=testing.PROFILE)


def _write(writer: ModelWriter, found: Brief | None = None) -> tuple[Message, ...]:
    brief, situation = _situation()
    brief = found or brief
    kind, principles = prompts.kind("thank-you"), prompts.principles()[:6]
    messages = writer.write_all(brief, kind, brief.people[:1], principles, Style(), 1, situation)
    if any(message.writer == "offline" for message in messages):
        raise SystemExit(f"the bench measures nothing: {messages[0].advice}")
    return messages


def _read_and_write(writer: ModelWriter) -> tuple[Message, ...]:
    return _write(writer, reading.read(testing.NOTES, testing.TODAY, testing.PROFILE, _NETWORK))


def _once(writer: ModelWriter, variants: int) -> None:
    """Writes without the second thoughts that alike variants of one scripted answer would cost."""
    brief, situation = _situation()
    kind = prompts.kind("thank-you")
    plain = _Plain(writer.chat, writer.check, writer.seconds)
    plain.write_all(brief, kind, brief.people[:1], (), Style(), variants, situation)


class _Plain(ModelWriter):
    """A writer that takes alike variants as they are: the endpoint has only one answer."""

    def _apart(self, wanted: object, messages: list[Message], listener: object) -> list[Message]:
        return messages


def _reading() -> Request:
    brief = testing.brief()
    cover = veil(testing.NOTES, brief, testing.PROFILE, private=False)
    return request(testing.NOTES, testing.TODAY, testing.PROFILE, brief, cover)


def _messages(asked: Request) -> Any:
    return [{"role": "system", "content": asked.system}, {"role": "user", "content": asked.user}]


def _bare(url: str, asked: Request) -> bytes:
    host = url.removeprefix("http://").removesuffix("/v1")
    connection = _CONNECTIONS.setdefault(url, http.client.HTTPConnection(host))
    body = json.dumps({"model": "m", "messages": _messages(asked)})
    connection.request("POST", "/v1/chat/completions", body, {"Content-Type": "application/json"})
    return connection.getresponse().read()


@contextmanager
def _endpoint(seconds: float) -> Iterator[str]:
    """The address of an endpoint that thinks for so long, in a process of its own."""
    command = [sys.executable, "-m", "bench.endpoint", str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}/v1"
        finally:
            for connection in _CONNECTIONS.values():
                connection.close()
            _CONNECTIONS.clear()
            process.terminate()


@contextmanager
def _wire(url: str) -> Iterator[OpenAIWire]:
    wire = OpenAIWire(Endpoint(url, "bench"))
    try:
        yield wire
    finally:
        wire.close()


_NETWORK = OnnxNetwork("reader")
_CONNECTIONS: dict[str, http.client.HTTPConnection] = {}

if __name__ == "__main__":
    main()
