"""One call over real HTTP: what goes out, what comes back, and every error of the SDK as one of ours."""

from __future__ import annotations

import inspect
import json
import threading
import time
import traceback
from collections.abc import Iterator

import httpx2
import model_server as serve
import openai
import pytest
from model_samples import KEY, wired
from model_server import TEXT, delta, error, events, reply

from assistant.adapters.openai_chat import OpenAIWire, translated
from assistant.errors import BusyError, EndpointError, ModelError, StoppedError
from assistant.model.chat import Answer, Call, Stop, Usage

CALL = Call("be good", "write", "json-schema", "writing", {"type": "object"}, 64, "max_tokens", counted=True)


class Heard(list[str]):
    """Pieces of a stream, as they came."""

    begun = 0

    def begin(self) -> None:
        self.begun += 1

    def piece(self, text: str) -> None:
        self.append(text)


def send(wire: OpenAIWire, call: Call = CALL, seconds: float = 5.0, heard: Heard | None = None) -> Answer:
    return wire.send(call, seconds, Stop(), heard)


def test_a_call_says_what_it_wants_and_nothing_about_this_computer() -> None:
    with wired() as (server, wire):
        assert send(wire) == Answer(TEXT, "stop", "test-model", Usage(900, 150))
    (got,) = server.got
    assert got.path == "/v1/chat/completions"
    assert got.body["messages"] == [{"role": "system", "content": "be good"}, {"role": "user", "content": "write"}]
    assert got.body["response_format"]["json_schema"] == {
        "name": "writing",
        "strict": True,
        "schema": {"type": "object"},
    }
    assert got.body["max_tokens"] == 64
    assert set(got.body) == {"model", "messages", "max_tokens", "response_format"}
    assert got.headers["authorization"] == f"Bearer {KEY}"
    assert not any(name.startswith(("x-stainless-os", "x-stainless-arch", "x-stainless-lang")) for name in got.headers)


def test_settings_of_other_accounts_stay_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_ORG_ID", "org-of-mine")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "project-of-mine")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-another-account")
    with wired() as (server, wire):
        send(wire)
    assert "of-mine" not in server.everything
    assert "another" not in server.everything


def test_a_proxy_is_not_asked_for_a_server_on_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with wired() as (server, wire):
        send(wire)
    assert len(server.got) == 1


def test_a_stream_is_heard_piece_by_piece_and_comes_back_whole() -> None:
    heard = Heard()
    with wired() as (server, wire):
        answer = send(wire, heard=heard)
    assert "".join(heard) == answer.text == TEXT
    assert len(heard) > 5
    assert server.got[0].body["stream_options"] == {"include_usage": True}
    assert answer.usage == Usage(900, 150)


def test_stopping_a_call_closes_its_connection() -> None:
    stop = Stop()
    with wired(serve.slowly(20.0, reply())) as (server, wire):
        threading.Timer(0.2, stop.set).start()
        begun = time.monotonic()
        with pytest.raises(StoppedError):
            wire.send(CALL, 30.0, stop, None)
        assert time.monotonic() - begun < 1.0
        for _ in range(100):
            if server.broken:
                break
            time.sleep(0.02)
        assert server.broken == 1


def test_a_call_that_was_stopped_before_it_began_is_not_made() -> None:
    stop = Stop()
    stop.set()
    with wired() as (_, wire), pytest.raises(StoppedError):
        wire.send(CALL, 5.0, stop, None)


def test_many_threads_share_a_wire() -> None:
    with wired(serve.slowly(0.3, reply())) as (server, wire):
        threads = [threading.Thread(target=send, args=(wire,)) for _ in range(12)]
        begun = time.monotonic()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert time.monotonic() - begun < 1.5
    assert len(server.got) == 12


def test_the_notes_do_not_follow_a_redirect() -> None:
    with wired() as (other, _), wired(serve.whole("", 307, {"Location": f"{other.url}/chat/completions"})) as (_, wire):
        with pytest.raises(EndpointError, match="sends elsewhere"):
            send(wire)
        assert other.got == []


def test_a_key_that_an_endpoint_repeats_is_in_no_error() -> None:
    with wired(error(403, f"the key {KEY} is not allowed")) as (_, wire), pytest.raises(EndpointError) as caught:
        send(wire)
    assert "***" in str(caught.value)
    assert KEY not in "".join(traceback.format_exception_only(caught.value))


def test_what_an_endpoint_sends_back_of_the_notes_does_not_name_the_fault() -> None:
    detail = [{"loc": ["body", "messages"], "msg": "too odd", "input": "they pay billing insufficient_quota"}]
    with wired(serve.whole({"detail": detail}, 422)) as (_, wire), pytest.raises(EndpointError, match="too odd"):
        send(wire)


def errors() -> Iterator[Exception]:
    """One of every error that the SDK and its transport can raise."""
    request = httpx2.Request("POST", "http://127.0.0.1/v1")
    response = httpx2.Response(418, request=request)
    known = {"message": "x", "request": request, "response": response, "body": None, "completion": None}
    for module in (openai, httpx2):
        for _, kind in inspect.getmembers(module, inspect.isclass):
            if not issubclass(kind, Exception):
                continue
            wanted = inspect.signature(kind.__init__).parameters
            try:
                yield kind(**{name: value for name, value in known.items() if name in wanted})
            except (TypeError, AttributeError):
                made = kind.__new__(kind)  # some want more than an exchange has; what they are is enough
                Exception.__init__(made, "x")
                yield made


@pytest.mark.parametrize("fault", list(errors()), ids=lambda fault: type(fault).__name__)
def test_every_error_of_the_sdk_becomes_one_of_ours(fault: Exception) -> None:
    found = translated(fault, "host", "model", 5.0)
    assert isinstance(found, ModelError)
    assert "host" in str(found)
    assert "\n" not in str(found)


def test_an_unforeseen_error_becomes_one_of_ours_too() -> None:
    assert isinstance(translated(KeyError("choices"), "host", "model", 5.0), ModelError)


def test_a_stream_that_is_silent_is_given_up() -> None:
    with wired(events(delta("a"), 9.0), silence=0.2) as (_, wire), pytest.raises(BusyError, match="fell silent"):
        send(wire, heard=Heard())


def test_the_reply_says_who_wrote_it() -> None:
    with wired(reply(model="gpt-9-2031-01-01")) as (_, wire):
        assert send(wire).model == "gpt-9-2031-01-01"


def test_usage_is_estimated_where_nobody_counts() -> None:
    body = {"choices": [{"message": {"content": "abcd" * 10}, "finish_reason": "stop"}]}
    with wired(serve.whole(json.dumps(body))) as (_, wire):
        assert send(wire).usage == Usage((len("be good") + len("write")) // 4, 10)
