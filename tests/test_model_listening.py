"""Sentences are heard while they are written; a stopped stream keeps what came, and says that it is not whole."""

from __future__ import annotations

import json
import threading
import time

from model_samples import own, wired, write, writer
from model_server import GOOD, SENTENCES, TEXT, delta, error, events, reply

from assistant.model.listening import Heard, Listener, Sentences
from assistant.model.shapes import Said

TEXTS = [text for _, text, _ in SENTENCES]


def pieces(size: int) -> list[str]:
    return [TEXT[at : at + size] for at in range(0, len(TEXT), size)]


def test_each_sentence_is_given_as_soon_as_it_is_whole() -> None:
    for size in (1, 7, 60, len(TEXT)):
        heard: list[tuple[str, bool]] = []
        takes = Sentences(lambda said, first, heard=heard: heard.append((said.text, first)))  # type: ignore[misc]
        takes.begin()
        for piece in pieces(size):
            takes.piece(piece)
        assert heard == [(text, at == 0) for at, text in enumerate(TEXTS)]


def test_a_reply_that_begins_anew_is_heard_anew() -> None:
    heard: list[str] = []
    takes = Sentences(lambda said, first: heard.append(f"{first} {said.text[:9]}"))
    takes.begin()
    takes.piece(TEXT[:260])
    takes.begin()
    takes.piece(TEXT)
    assert heard == ["True Thank you", "True Thank you", "False You asked", "False The readi", "False I would l"]


def test_what_is_no_sentence_is_not_heard() -> None:
    heard: list[Said] = []
    takes = Sentences(lambda said, first: heard.append(said))
    takes.begin()
    takes.piece('{"sentences": [{"text": 5}, {"move": "recall", "text": "Yes."}, [1], {"move": ')
    assert [said.text for said in heard] == ["Yes."]


def test_a_message_is_heard_while_it_is_written() -> None:
    heard: list[Heard] = []
    with wired() as (_, wire):
        (message,) = write(writer(wire), listener=Listener(heard.append))
    assert [one.text for one in heard] == TEXTS == own(message)
    assert {(one.recipient, one.variant) for one in heard} == {("Oyelaran Adebisi-Finch", 1)}
    assert [one.anew for one in heard] == [True, False, False, False]
    assert [one.move for one in heard] == ["thanks", "recall", "recall", "interest"]


def test_a_stopped_stream_keeps_what_came_and_is_not_ready() -> None:
    first = json.dumps(GOOD)[: json.dumps(GOOD).index(TEXTS[2])]
    listener = Listener()
    with wired(events(delta(first), 20.0)) as (server, wire):
        threading.Timer(0.4, listener.stop.set).start()
        begun = time.monotonic()
        (message,) = write(writer(wire, 30.0), listener=listener)
        assert time.monotonic() - begun < 1.5
        time.sleep(0.2)
        assert server.broken == 1
    assert own(message) == TEXTS[:2]
    assert message.report is not None
    assert message.report.verdict == "not-ready"
    assert message.report.findings[0].rule == "unfinished"


def test_a_stream_that_is_stopped_before_a_word_leaves_the_offline_message() -> None:
    listener = Listener()
    listener.stop.set()
    with wired() as (_, wire):
        (message,) = write(writer(wire), listener=listener)
    assert message.writer == "offline"
    assert "stopped" in message.advice[0]


def test_a_listener_that_fails_does_not_fail_the_message() -> None:
    def fail(heard: Heard) -> None:
        raise RuntimeError("the page is gone")

    with wired() as (_, wire):
        (message,) = write(writer(wire), listener=Listener(fail))
    assert own(message) == TEXTS


def test_a_second_try_begins_anew_for_who_listens() -> None:
    heard: list[Heard] = []
    broken = events(delta(json.dumps(GOOD)[:400]), ends=b"!close!")
    with wired(broken, reply()) as (_, wire):
        (message,) = write(writer(wire), listener=Listener(heard.append))
    assert own(message) == TEXTS
    assert [one.anew for one in heard].count(True) == 2
    assert [one.text for one in heard[-4:]] == TEXTS


def test_every_variant_is_heard_under_its_own_number() -> None:
    heard: list[Heard] = []
    with wired(reply(), error(500, "x")) as (_, wire):
        write(writer(wire, proven=True), variants=2, listener=Listener(heard.append))
    assert {one.variant for one in heard} <= {1, 2}
    assert len({one.variant for one in heard}) >= 1
