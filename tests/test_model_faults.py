"""Whatever an endpoint does, the person gets a checked message in time, and the reason where no model wrote it."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass

import model_server as serve
import pytest
from model_samples import KEY, own, wired, write, writer
from model_server import CLOSE, GOOD, RESET, TEXT, Behave, delta, error, events, raw, reply, whole

from assistant.message import Message
from assistant.model.listening import Listener

SECONDS = 2.0
MODEL = ""
"""Where the model's own message is what comes out."""
FENCED = f"Here you are:\n```json\n{TEXT}\n```\nGood luck!"
THOUGHTS = f"<think>They said {{never}} to mention pay. ```json\n{{}}\n```</think>\n\n{TEXT}"
OTHERS = json.dumps(
    GOOD
    | {
        "sentences": [
            {"paragraph": 1, "move": "recall", "facts": ["topic-1"], "principles": [],
             "text": "You asked Bartholomew Quickly how he would run the Sydney warehouse with 900 forklifts."},
        ]
    }
)  # fmt: skip
INVENTED = json.dumps(
    GOOD
    | {
        "sentences": [
            *GOOD["sentences"][:2],
            {"paragraph": 2, "move": "fit", "facts": ["strength-1"], "principles": [],
             "text": "At Northgate Systems I led 48 librarians for 12 years."},
        ]
    }
)  # fmt: skip


@dataclass(frozen=True)
class Fault:
    """What an endpoint does, what the person is told of it (nothing: the model wrote), in how many calls."""

    behaves: tuple[Behave, ...]
    says: str = MODEL
    calls: int = 2
    stream: bool = False


def fault(*behaves: Behave, says: str = MODEL, calls: int = 2, stream: bool = False) -> Fault:
    return Fault(behaves, says, calls, stream)


def sentences(value: object) -> Behave:
    return reply(json.dumps(GOOD | {"sentences": value}))


FAULTS: dict[str, Fault] = {
    "400 for no reason": fault(error(400, "bad request"), says="does not take the request", calls=4),
    "401": fault(error(401, f"Incorrect API key: {KEY}", "invalid_api_key"), says="does not take the key", calls=1),
    "402": fault(error(402, "Insufficient credits"), says="no credit left", calls=1),
    "403": fault(error(403, f"Key {KEY} may not use this"), says="does not let this key use", calls=1),
    "404 model": fault(error(404, "The model does not exist", "model_not_found"), says="knows no model", calls=1),
    "400 model": fault(error(400, "model 'x' not found"), says="knows no model", calls=1),
    "405": fault(error(405, "Method Not Allowed"), says="does not take the request", calls=4),
    "408": fault(error(408, "Request Timeout"), reply()),
    "409": fault(error(409, "Conflict"), reply()),
    "413": fault(error(413, "Payload too large"), says="too long for", calls=1),
    "400 context": fault(
        error(400, "This model's maximum context length is 4096 tokens", "context_length_exceeded"),
        says="too long for",
        calls=1,
    ),
    "418": fault(error(418, "I am a teapot"), says="refuses the request", calls=1),
    "422": fault(whole({"detail": [{"loc": ["body", "x"], "msg": "bad", "input": "pay billing"}]}, 422),
                 says="does not take the request", calls=4),
    "429 once": fault(error(429, "Rate limit reached", "rate_limit_exceeded", {"Retry-After": "0.05"}), reply()),
    "429 for ever": fault(
        error(429, "Rate limit reached", headers={"Retry-After": "0.3"}), says="asked too often", calls=9
    ),
    "429 with a long wait": fault(error(429, "Slow down", headers={"Retry-After": "3600"}), says="3600 s", calls=1),
    "429 until a day": fault(
        error(429, "Slow down", headers={"Retry-After": "Fri, 31 Dec 2199 23:59:59 GMT"}), says="too often", calls=1
    ),
    "429 with nonsense to wait": fault(error(429, "Slow down", headers={"Retry-After": "soon"}), reply()),
    "429 quota": fault(error(429, "You exceeded your quota", "insufficient_quota"), says="no credit left", calls=1),
    "500 once": fault(error(500, "Internal"), reply()),
    "500 for ever": fault(error(500, "Internal"), says="status 500", calls=4),
    "502 page": fault(whole("<html>Bad gateway</html>", 502, kind="text/html"), says="status 502"),
    "503 once": fault(error(503, "Loading model"), reply()),
    "503 for ever": fault(error(503, "Loading model"), says="Loading model"),
    "504": fault(error(504, "Gateway Timeout"), reply()),
    "529": fault(error(529, "Overloaded"), reply()),
    "301": fault(whole("", 301, {"Location": "http://127.0.0.1:1/v1"}), says="sends elsewhere", calls=1),
    "307": fault(whole("", 307, {"Location": "http://192.0.2.1/v1"}), says="sends elsewhere", calls=1),
    "no json_schema, 400": fault(serve.only(
        "json_schema", error(400, "response_format type json_schema is not supported", param="response_format"), reply()
    )),
    "no json_schema, 500": fault(serve.only("json_schema", error(500, "expected string or bytes"), reply())),
    "no response_format at all": fault(
        serve.only("text", reply(FENCED), error(400, "Unrecognized request argument: response_format"))
    ),
    "no max_tokens": fault(
        lambda got: (error(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens'.")
                     if "max_tokens" in got.body else reply())(got)
    ),
    "no system role": fault(
        lambda got: (error(400, "System role not supported") if len(got.body["messages"]) > 1 else reply())(got)
    ),
    "a page instead of JSON": fault(whole("<!doctype html>Hi", kind="text/html"), says="web page", calls=1),
    "an empty body": fault(whole(""), says="no JSON"),
    "nothing but blanks": fault(whole("   \n  "), says="no JSON"),
    "no choices": fault(whole({"choices": []}), says="without any choice"),
    "choices of a strange type": fault(whole({"choices": {"0": {}}}), says="strange type"),
    "a choice that is nothing": fault(whole({"choices": [None]}), says="strange type"),
    "a message that is text": fault(whole({"choices": [{"message": "hi"}]}), says="strange type"),
    "content that is a number": fault(whole({"choices": [{"message": {"content": 5}}]}), says="strange type"),
    "content in parts": fault(whole(serve.completion([{"type": "text", "text": TEXT}])), calls=1),
    "content that is null": fault(whole(serve.completion(None)), says="empty"),
    "no message at all": fault(whole({"choices": [{"finish_reason": "stop"}]}), says="empty"),
    "a list at the top": fault(whole([1, 2]), says="list"),
    "usage that is nonsense": fault(reply(usage={"prompt_tokens": "many", "completion_tokens": -1}), calls=1),
    "no usage": fault(reply(usage=None), calls=1),
    "extra fields": fault(reply(TEXT[:-1] + ', "mood": {"glad": true}}'), calls=1),
    "an error with status 200": fault(whole({"error": {"message": "model crashed"}}), says="model crashed"),
    "a fence and a preamble": fault(reply(FENCED), calls=1),
    "think tags": fault(reply(THOUGHTS), calls=1),
    "thoughts that never end": fault(reply("<think>Let me see, first I should"), says="own thoughts"),
    "prose": fault(reply("I would be happy to help you with that!"), says="not the JSON"),
    "duplicate keys": fault(reply(TEXT[:-1] + ', "sentences": []}'), says="twice"),
    "a number that is none": fault(reply(TEXT.replace('"paragraph": 1', '"paragraph": NaN', 1)), says="not the JSON"),
    "nested without end": fault(reply('{"sentences": ' + "[" * 50_000), says="not the JSON"),
    "another shape": fault(reply('{"sentences": "Thank you."}'), says="wrong shape"),
    "sentences that are numbers": fault(sentences([1, 2]), says="wrong shape"),
    "a sentence without text": fault(sentences([{"move": "recall"}]), says="wrong shape"),
    "no sentences": fault(sentences([]), says="no sentence that could be used"),
    "only a frame": fault(
        sentences([{"move": "greeting", "text": "Dear Oyelaran,"}, {"move": "recall", "text": "Kind regards,"}]),
        says="no sentence that could be used",
    ),
    "half characters": fault(sentences([one | {"text": f"{one['text'][:-1]}\ud83d."} for one in GOOD["sentences"]])),
    "endless blanks in the text": fault(reply(" " * 5_000), says="blanks"),
    "endless blanks in the body": fault(
        raw(serve.head(10**9), *[b" " * 100, 0.05] * 100), says="had not answered", calls=1
    ),
    "a body without end": fault(raw(serve.head(10**9), *[b" " * 1_000_000] * 6), says="does not end"),
    "no text at all": fault(raw(serve.head(4) + b"\xff\xfe\x00\x01"), says="no text"),
    "cut off in the body": fault(raw(serve.head(500) + b'{"choices": [{"mess', CLOSE), says="connection to"),
    "closed before a word": fault(raw(CLOSE), says="connection to"),
    "reset before a word": fault(raw(RESET), says="connection to"),
    "reset once": fault(raw(RESET), reply()),
    "slower than the deadline": fault(serve.slowly(9.0, reply()), says="had not answered", calls=1),
    "slow, and in time": fault(serve.slowly(0.5, reply()), calls=1),
    "cut off by length, once": fault(reply(TEXT[:90], finish="length"), reply()),
    "cut off by length, twice": fault(reply(TEXT[:90], finish="length"), says="cut off"),
    "whole, and yet cut off": fault(reply(finish="length"), says="cut off"),
    "reasoning that ate the budget": fault(reply("", finish="length"), reply()),
    "a refusal": fault(reply("", refusal="I cannot help with that."), says="declines", calls=1),
    "a filter, at the end": fault(reply("", finish="content_filter"), says="filter", calls=1),
    "a filter, at once": fault(error(400, "content management policy", "content_filter"), says="filter", calls=1),
    "another model": fault(reply(model="somebody-else-7b"), calls=1),
    "another candidate's message": fault(reply(OTHERS), says="did not pass the checks", calls=3),
    "facts that nobody said": fault(reply(INVENTED), calls=3),
    "a stream that is one body": fault(whole(serve.completion(TEXT)), stream=True, calls=1),
    "a stream that breaks": fault(events(delta(TEXT[:100]), ends=CLOSE), says="connection to", stream=True),
    "a stream that ends without an end": fault(events(delta(TEXT[:100])), says="broke off", stream=True),
    "a stream that falls silent": fault(events(delta(TEXT[:100]), 9.0), says="silent", stream=True),
    "a stream that drips": fault(
        events(*[part for _ in range(60) for part in (delta(" "), 0.1)]), says="had not answered", stream=True, calls=1
    ),
    "a stream of blanks": fault(events(*[delta(" " * 100)] * 50), says="blanks", stream=True),
    "a stream of garbage": fault(events("{not json"), says="no JSON", stream=True),
    "an error in a stream": fault(
        events(delta(TEXT[:50]), json.dumps({"error": {"message": "out of memory"}})), says="out of memory", stream=True
    ),
    "a stream without a last word": fault(events(delta(TEXT), delta("", "stop")), stream=True, calls=1),
    "a stream without a reason": fault(events(delta(TEXT), "[DONE]"), stream=True, calls=1),
    "no stream_options": fault(
        lambda got: (error(400, "Unknown field stream_options") if "stream_options" in got.body else reply())(got),
        stream=True,
    ),
}  # fmt: skip


def drafted(one: Fault) -> tuple[Message, int, float]:
    """The message that comes of a fault, in how many calls, and how long it took."""
    with wired(*one.behaves, silence=0.4) as (server, wire):
        begun = time.monotonic()
        (message,) = write(writer(wire, SECONDS), listener=Listener() if one.stream else None)
        return message, len(server.got), time.monotonic() - begun


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_ends_in_time_in_a_checked_message_and_says_why(name: str) -> None:
    one = FAULTS[name]
    message, calls, seconds = drafted(one)
    assert message.report is not None
    assert message.trace is not None
    assert calls <= one.calls
    assert seconds < SECONDS + 1.5
    if one.says == MODEL:
        assert message.trace.failure is None
        assert own(message)[0] == GOOD["sentences"][0]["text"]
        assert message.report.verdict == "ready", message.report.findings
    else:
        assert message.writer == "offline"
        assert one.says in str(message.trace.failure)
        assert message.advice[0].startswith("Written offline, because ")
        assert one.says in message.advice[0]
        assert "\n" not in message.advice[0]
        assert KEY not in message.model_dump_json()


def test_there_are_as_many_faults_as_were_asked_for() -> None:
    assert len(FAULTS) >= 45


def test_two_calls_are_enough_for_nearly_all() -> None:
    counted = [one.calls for one in FAULTS.values() if one.says == MODEL]
    assert sum(calls > 2 for calls in counted) <= 1


@pytest.mark.parametrize("cut", [*range(0, len(TEXT), 97), len(TEXT) - 2, len(TEXT) - 1])
def test_a_reply_that_is_cut_anywhere_is_never_accepted(cut: int) -> None:
    with wired(reply(TEXT[:cut])) as (server, wire):
        (message,) = write(writer(wire))
    assert message.writer == "offline"
    assert len(server.got) == 2


def test_nobody_waits_twice_for_an_endpoint_that_is_down() -> None:
    with wired(error(401, "no")) as (server, wire):
        messages = write(writer(wire), to=None, variants=3)
    assert [message.writer for message in messages] == ["offline"] * 6
    assert len(server.got) <= 6
    assert all("does not take the key" in message.advice[0] for message in messages)


def test_a_port_where_nobody_listens_is_said_at_once() -> None:
    with wired() as (server, wire):
        pass
    begun = time.monotonic()
    with wired() as (_, wire):
        object.__setattr__(wire._endpoint, "url", server.url)
        (message,) = write(writer(wire))
    assert "nothing answers at 127.0.0.1" in message.advice[0]
    assert time.monotonic() - begun < 2
