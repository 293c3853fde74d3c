"""The bench measures what it says: real drafts, and every command that it starts is a good one."""

from __future__ import annotations

import pytest

from assistant import settings, testing, wiring
from bench import __main__ as bench


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
