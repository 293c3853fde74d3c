"""The chat asks in the strictest form that the endpoint takes, remembers which, and does not ask in vain."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from typing import Any

import pytest

from assistant.errors import (
    BudgetError,
    BusyError,
    EndpointError,
    RefusalError,
    RejectedError,
    ReplyError,
    StoppedError,
)
from assistant.model.chat import Call, Deadline, Request, Stop, Usage
from assistant.model.ladder import Habits, Ladder
from assistant.model.meter import Meter
from assistant.model.transcript import Transcript
from assistant.testing import ScriptedWire

ANSWER = {"sentences": []}


def nothing(data: Mapping[str, Any]) -> None:
    """Every object has the right shape."""


REQUEST = Request("write@1", "be good", "write", "writing", {"type": "object"}, ("sentences",), 100, nothing)


def ask(ladder: Ladder, seconds: float = 5.0, request: Request = REQUEST, stop: Stop | None = None) -> Any:
    return ladder.complete(request, Deadline(seconds), stop or Stop())


def rejected(said: str) -> RejectedError:
    return RejectedError("no", status=400, said=said)


def refusing(*steps: str) -> ScriptedWire:
    """A wire that takes none of these forms."""

    def answer(call: Call) -> Mapping[str, Any]:
        if call.step in steps:
            raise rejected(f"response_format type {call.step} is not supported")
        return ANSWER

    return ScriptedWire([answer], repeats=True)


def test_what_an_endpoint_takes_is_remembered() -> None:
    wire = refusing("json-schema")
    ladder = Ladder(wire)
    assert (ask(ladder).step, ask(ladder).step) == ("json-object-schema", "json-object-schema")
    assert [call.step for call in wire.calls] == ["json-schema", "json-object-schema", "json-object-schema"]


def test_the_last_form_is_plain_text() -> None:
    wire = refusing("json-schema", "json-object-schema", "json-object")
    assert ask(Ladder(wire)).step == "text"
    assert len(wire.calls) == 4


def test_an_endpoint_that_knows_no_response_format_gets_text_at_once() -> None:
    wire = ScriptedWire([rejected("unrecognized argument: response_format"), ANSWER])
    assert ask(Ladder(wire)).step == "text"


def test_a_limit_by_another_name_is_remembered() -> None:
    wire = ScriptedWire([rejected("unsupported parameter: 'max_tokens'"), ANSWER, ANSWER])
    ladder = Ladder(wire)
    ask(ladder)
    ask(ladder)
    assert [call.limit_name for call in wire.calls] == ["max_tokens", "max_completion_tokens", "max_completion_tokens"]


def test_a_system_prompt_that_is_not_taken_goes_before_the_users() -> None:
    wire = ScriptedWire([rejected("system role not supported"), ANSWER])
    ask(Ladder(wire))
    assert (wire.calls[1].system, wire.calls[1].user) == ("", "be good\n\nwrite")


def test_one_bad_reply_of_a_proven_endpoint_lowers_nothing() -> None:
    wire = ScriptedWire([ANSWER, "nonsense", ANSWER, ANSWER])
    ladder = Ladder(wire)
    for _ in range(3):
        ask(ladder)
    assert [call.step for call in wire.calls] == ["json-schema", "json-schema", "json-object-schema", "json-schema"]


def test_a_server_that_fails_inside_on_a_schema_is_asked_without_it() -> None:
    wire = ScriptedWire([BusyError("fails", status=500), ANSWER])
    assert ask(Ladder(wire)).step == "json-object-schema"


def test_a_proven_server_that_fails_inside_is_asked_the_same_again() -> None:
    wire = ScriptedWire([ANSWER, BusyError("fails", status=500, pause=0.01), ANSWER])
    ladder = Ladder(wire)
    ask(ladder)
    assert ask(ladder).step == "json-schema"


def test_a_reply_that_was_cut_off_is_asked_for_once_more_with_more_room() -> None:
    wire = ScriptedWire(["{", ANSWER], finish="length")
    with pytest.raises(ReplyError, match="cut off"):
        ask(Ladder(wire))
    assert [call.limit for call in wire.calls] == [100, 300]


@pytest.mark.parametrize("error", [RefusalError("declines"), EndpointError("no key")])
def test_what_another_try_cannot_change_is_not_tried_again(error: Exception) -> None:
    wire = ScriptedWire([error])
    with pytest.raises(type(error)):
        ask(Ladder(wire))
    assert len(wire.calls) == 1


def test_an_endpoint_that_only_asks_to_wait_gets_its_time() -> None:
    waits = [BusyError("busy", limited=True, pause=0.02)] * 4
    wire = ScriptedWire([*waits, ANSWER])
    assert ask(Ladder(wire)).calls == 5


def test_a_wait_beyond_the_deadline_is_not_begun() -> None:
    wire = ScriptedWire([BusyError("busy", limited=True, pause=60)])
    begun = time.monotonic()
    with pytest.raises(BusyError):
        ask(Ladder(wire), 1.0)
    assert time.monotonic() - begun < 0.5


def test_a_hopeless_endpoint_is_left_alone_for_a_while() -> None:
    wire = ScriptedWire([EndpointError("nothing answers"), ANSWER])
    now = [0.0]
    ladder = Ladder(wire, clock=lambda: now[0])
    for moment in (0.0, 1.0):
        now[0] = moment
        with pytest.raises(EndpointError, match="nothing answers"):
            ask(ladder)
    assert len(wire.calls) == 1
    now[0] = 60.0
    assert ask(ladder).data == ANSWER


def test_stopping_ends_a_wait_at_once() -> None:
    stop = Stop()
    wire = ScriptedWire([BusyError("busy", limited=True, pause=5.0)], repeats=True)
    threading.Timer(0.1, stop.set).start()
    begun = time.monotonic()
    with pytest.raises(StoppedError):
        ask(Ladder(wire), 30.0, stop=stop)
    assert time.monotonic() - begun < 1.0


def test_a_budget_that_is_used_up_ends_the_asking() -> None:
    meter = Meter(budget=20)
    ladder = Ladder(ScriptedWire([ANSWER, ANSWER]), meter=meter)
    ask(ladder)
    with pytest.raises(BudgetError, match="AFTERWORD_BUDGET"):
        ask(ladder)


def test_each_session_pays_for_itself() -> None:
    ladder = Ladder(ScriptedWire([ANSWER], repeats=True))
    with Meter().running() as mine:
        ask(ladder)
    ask(ladder)
    assert (mine.calls, ladder.meter.calls) == (1, 1)
    assert mine.used == Usage(len("be good") + len("write"), len('{"sentences": []}'))


def test_the_transcript_shows_every_word_and_no_key() -> None:
    heard: list[str] = []
    request = Request("write@1", "be good", "the key is sk-1234", "writing", {}, ("sentences",), 100, nothing)
    ask(Ladder(ScriptedWire([ANSWER]), Habits(), Transcript(heard.append, ("sk-1234",))), request=request)
    shown = "".join(heard)
    assert "be good" in shown
    assert "the key is ***" in shown
    assert '{"sentences": []}' in shown
    assert "sk-1234" not in shown


def test_the_transcript_cannot_steer_a_terminal() -> None:
    heard: list[str] = []
    ask(Ladder(ScriptedWire(['{"sentences": []} \x1b[2J\x07']), transcript=Transcript(heard.append)))
    assert not any(char in "".join(heard) for char in "\x1b\x07")
