"""Prints how long the program takes, warm and cold, as medians and as multiples of a bare Python start.

The bare start is taken in turn with the cold commands, so that a busy machine slows all of them alike.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from assistant import settings, testing, wiring
from assistant.desk import Desk
from assistant.message import Style

COLD_ROUNDS = 9
WARM_ROUNDS = 60
WARM_UP = 5
Input = TypeVar("Input")
BARE = "python -c pass"
THREE = "draft: one thank-you, three variants"
WARM_TARGETS = {THREE: 60.0}
COLD_TARGETS = {"afterword draft": 2500.0}


def main() -> None:
    """Measures and prints."""
    warm = {name: _median(step, WARM_ROUNDS) for name, step in _steps(wiring.build(settings.load())).items()}
    cold = _cold()
    print(_table("Warm, in one process", warm, cold[BARE], WARM_TARGETS))
    print(_table("Cold, a new process each time", cold, cold[BARE], COLD_TARGETS))


def _steps(desk: Desk) -> dict[str, Callable[[int], object]]:
    notes, today, profile = testing.NOTES, testing.TODAY, testing.PROFILE
    body = desk.draft(notes, today=today, profile=profile).messages[0].body
    return {
        "read": lambda seed: desk.read(notes, today, profile),
        "check": lambda seed: desk.check(body, notes, today=today, profile=profile),
        THREE: lambda seed: desk.draft(
            notes, kind="thank-you", variants=3, style=Style(seed=seed), today=today, profile=profile
        ),
    }


def _median(step: Callable[[int], object], rounds: int) -> float:
    for seed in range(WARM_UP):
        step(seed)
    return statistics.median(_milliseconds(step, seed) for seed in range(rounds))


def _cold() -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        notes, message = Path(folder) / "notes.txt", Path(folder) / "message.txt"
        notes.write_text(testing.NOTES, encoding="utf-8")
        message.write_text(testing.message().body, encoding="utf-8")
        commands = _commands(str(notes), str(message))
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(COLD_ROUNDS):
            for name, arguments in commands.items():
                times[name].append(_milliseconds(_start, arguments))
    return {name: statistics.median(taken) for name, taken in times.items()}


def _commands(notes: str, message: str) -> dict[str, tuple[str, ...]]:
    day = ("--today", testing.TODAY.isoformat())
    return {
        BARE: ("-c", "pass"),
        "afterword --version": ("-m", "assistant", "--version"),
        "afterword read": ("-m", "assistant", "read", notes, *day),
        "afterword check": ("-m", "assistant", "check", message, "--notes", notes, *day),
        "afterword draft": ("-m", "assistant", "draft", notes, *day),
    }


def _start(arguments: tuple[str, ...]) -> None:
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"python {' '.join(arguments)} failed: {done.stderr}")


def _milliseconds(step: Callable[[Input], object], value: Input) -> float:
    begun = time.perf_counter()
    step(value)
    return (time.perf_counter() - begun) * 1000


def _table(heading: str, figures: Mapping[str, float], bare: float, targets: Mapping[str, float]) -> str:
    lines = [f"{heading:<40} median ms   x bare start   target ms"]
    for name, taken in figures.items():
        target = f"{targets[name]:11.0f}" if name in targets else ""
        lines.append(f"  {name:<38} {taken:9.1f} {taken / bare:14.2f} {target}".rstrip())
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
