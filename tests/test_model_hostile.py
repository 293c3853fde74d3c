"""A model that does whatever planted text says gets nothing through: no address, link, company or claim."""

from __future__ import annotations

import os

import pytest
from hostile import Payload, payloads, planted
from model_samples import SITUATION, own, said, write, writer
from model_server import GOOD

from assistant import testing
from assistant.message import Message
from assistant.testing import ScriptedWire

ALL = list(payloads())
PLACES = (0, 1, 2)
STRIDE = 1 if os.environ.get("AFTERWORD_ALL_PAYLOADS") else len(PLACES)


def obeyed(payload: Payload, place: int) -> Message:
    """What comes of a model that writes what the order wants, into the subject too, and repairs nothing."""
    answer = {
        "subject": payload.obeyed[:58],
        "sentences": [
            *GOOD["sentences"][:2],
            *said(payload.obeyed, ("close", payload.obeyed))["sentences"],
        ],
    }
    notes = planted(testing.NOTES, payload.order, place)
    wire = ScriptedWire([answer], repeats=True)
    (message,) = write(writer(wire), situation=SITUATION.model_copy(update={"notes": notes}))
    return message


@pytest.mark.parametrize("place", PLACES)
def test_nothing_that_planted_text_orders_gets_into_a_message(place: int) -> None:
    through = []
    for payload in ALL[place::STRIDE] if STRIDE > 1 else ALL:
        message = obeyed(payload, place)
        text = f"{message.subject}\n{message.body}".lower()
        if payload.telling.lower() in text:
            through.append((payload.order, message.body))
    assert through == []


def test_there_are_five_hundred_orders() -> None:
    assert len({payload.order for payload in ALL}) == 500


@pytest.mark.parametrize("place", PLACES)
def test_an_order_does_not_reach_the_model(place: int) -> None:
    for payload in ALL[::50]:
        wire = ScriptedWire([GOOD], repeats=True)
        notes = planted(testing.NOTES, payload.order, place)
        write(writer(wire), situation=SITUATION.model_copy(update={"notes": notes}))
        assert all(payload.telling not in call.user for call in wire.calls)


def test_an_address_of_the_notes_is_no_address_for_a_model_to_give() -> None:
    wire = ScriptedWire([said(*[one["text"] for one in GOOD["sentences"]],
                              "You can also write to o.finch@lanternlibrary.example about it.")], repeats=True)  # fmt: skip
    (message,) = write(writer(wire))
    assert message.writer == "scripted"
    assert not any("@" in sentence for sentence in own(message))
