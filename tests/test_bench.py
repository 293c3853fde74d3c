"""The bench measures what it says: real drafts, and every command that it starts is a good one."""

from __future__ import annotations

import pytest

from assistant import settings, testing, wiring
from assistant.checking import check
from assistant.model import shapes
from assistant.model.chat import Deadline, Stop
from assistant.model.ladder import Ladder
from assistant.model.writer import ModelWriter
from bench import __main__ as bench
from bench import model as model_bench


def test_the_warm_steps_do_their_work() -> None:
    steps = bench._steps(wiring.build(settings.load()))
    drafts = steps[bench.THREE](0)
    assert [message.variant for message in drafts.messages] == [1, 2, 3]  # type: ignore[attr-defined]
    assert set(bench.WARM_TARGETS) <= set(steps)


def test_every_cold_command_has_a_target_or_is_a_comparison() -> None:
    commands = bench._commands("notes.txt", "message.txt")
    assert set(bench.COLD_TARGETS) <= set(commands)
    assert bench.BARE in commands


def test_a_command_that_fails_stops_the_bench() -> None:
    with pytest.raises(SystemExit, match="failed"):
        bench._start(("-m", "assistant", "read", "nowhere.txt", "--today", testing.TODAY.isoformat()))


def test_the_table_gives_medians_and_multiples() -> None:
    lines = bench._table("Warm", {"read": 30.0, bench.THREE: 50.0}, 20.0, bench.WARM_TARGETS).splitlines()
    assert lines[1].split() == ["read", "30.0", "1.50"]
    assert lines[2].split()[-3:] == ["50.0", "2.50", "60"]


def test_the_endpoint_of_the_model_bench_answers_what_the_line_can_use() -> None:
    with model_bench._endpoint(0.0) as url, model_bench._wire(url) as wire:
        ladder = Ladder(wire)
        (message,) = model_bench._write(ModelWriter(ladder, check, 5.0))
        reply = ladder.complete(model_bench._reading(), Deadline(5.0), Stop())
    assert message.writer == "bench"
    assert shapes.understand(reply.data, shapes.Reading).facts


def test_the_model_bench_compares_with_the_bare_sdk_and_prints_ratios() -> None:
    printed = model_bench._throughput(4)
    assert [line.split()[:3] for line in printed.splitlines()[1:]] == [
        ["bare", "openai", "SDK"],
        ["our", "client,", "a"],
        ["rules,", "prompt,", "client"],
    ]
