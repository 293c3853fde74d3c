"""The desk passes each station what the one before it made, whoever stands there."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from assistant import prompts, testing
from assistant.brief import Brief, Person, Profile
from assistant.desk import Desk
from assistant.errors import MessageError, OptionError, RecipientError, UnknownKindError
from assistant.message import Kind, Message, Situation, Style
from assistant.principle import Principle
from assistant.report import Report

PRINCIPLE = Principle(id="p", section=1, kinds=("thank-you",), text="Thank them.")
ABOUT: dict[str, Any] = {"today": testing.TODAY, "profile": testing.PROFILE}


@dataclass
class Stations:
    """Stand-ins for reader, retriever, writer and checks that keep what they were given."""

    brief: Brief = field(default_factory=testing.brief)
    seen: dict[str, Any] = field(default_factory=dict)
    report: Report = field(default_factory=lambda: Report(verdict="ready"))

    def read(self, notes: str, today: date, profile: Profile) -> Brief:
        self.seen["read"] = (notes, today, profile)
        return self.brief

    def retrieve(self, brief: Brief, kind: Kind) -> tuple[Principle, ...]:
        self.seen["retrieve"] = (brief, kind.id)
        return (PRINCIPLE,)

    def write(
        self,
        brief: Brief,
        kind: Kind,
        people: tuple[Person | None, ...],
        principles: tuple[Principle, ...],
        style: Style,
        variants: int,
        situation: Situation,
    ) -> tuple[Message, ...]:
        self.seen["write"] = (brief, kind.id, people, principles, style, variants, situation)
        return tuple(
            testing.message(kind=kind.id, recipient=person.name if person else None, variant=number + 1)
            for person in people
            for number in range(variants)
        )

    def check(self, message: Message, brief: Brief, kind: Kind, situation: Situation) -> Report:
        self.seen["check"] = (message, brief, kind.id, situation)
        return self.report

    def desk(self) -> Desk:
        return Desk(kinds=prompts.kinds(), read=self.read, retrieve=self.retrieve, write=self.write, check=self.check)


def test_a_draft_goes_through_every_station() -> None:
    stations = Stations()
    drafts = stations.desk().draft(testing.NOTES, **ABOUT)
    situation = Situation(notes=testing.NOTES, **ABOUT)
    assert stations.seen["read"] == (testing.NOTES, testing.TODAY, testing.PROFILE)
    assert stations.seen["retrieve"] == (stations.brief, "thank-you")
    first = stations.brief.people[:1]
    assert stations.seen["write"] == (stations.brief, "thank-you", first, (PRINCIPLE,), Style(), 1, situation)
    assert drafts.brief == stations.brief
    assert [message.report for message in drafts.messages] == [stations.report]


@pytest.mark.parametrize(
    ("status", "kind"),
    [("awaiting", "thank-you"), ("offer", "thank-you"), ("silent", "check-in"), ("rejected", "rejection-reply")],
)
def test_the_kind_fits_where_the_application_stands(status: str, kind: str) -> None:
    stations = Stations(brief=testing.brief().model_copy(update={"status": status}))
    assert stations.desk().draft(testing.NOTES, **ABOUT).kind == kind


def test_a_kind_that_is_asked_for_goes_before_the_status() -> None:
    assert Stations().desk().draft(testing.NOTES, kind="linkedin", **ABOUT).kind == "linkedin"


def test_a_corrected_brief_is_not_read_again() -> None:
    stations = Stations()
    corrected = testing.brief().model_copy(update={"status": "silent"})
    assert stations.desk().draft(testing.NOTES, brief=corrected, **ABOUT).brief == corrected
    assert "read" not in stations.seen


def test_everyone_gets_every_variant() -> None:
    messages = Stations().desk().draft(testing.NOTES, to="all", variants=3, **ABOUT).messages
    assert [(message.recipient, message.variant) for message in messages] == [
        (person.name, number) for person in testing.brief().people for number in (1, 2, 3)
    ]


def test_an_unknown_kind_names_the_kinds() -> None:
    with pytest.raises(UnknownKindError, match="thank-you, check-in, phone-script, linkedin, rejection-reply"):
        Stations().desk().draft(testing.NOTES, kind="postcard", **ABOUT)
    with pytest.raises(UnknownKindError, match="'postcard'"):
        Stations().desk().check("Dear Ann", testing.NOTES, kind="postcard", **ABOUT)


@pytest.mark.parametrize("variants", [-1, 0, 10])
def test_an_impossible_number_of_variants_is_refused(variants: int) -> None:
    with pytest.raises(OptionError, match="1 to 9"):
        Stations().desk().draft(testing.NOTES, variants=variants, **ABOUT)


def test_a_stranger_is_refused() -> None:
    with pytest.raises(RecipientError, match="Oyelaran Adebisi-Finch, Marit Solheim"):
        Stations().desk().draft(testing.NOTES, to="Bob", **ABOUT)


def test_a_message_as_json_is_checked_as_its_own_kind() -> None:
    stations = Stations()
    message = testing.message(kind="linkedin", channel="linkedin", subject=None)
    assert stations.desk().check(message.model_dump_json(), testing.NOTES, **ABOUT) == stations.report
    assert stations.seen["check"][0] == message
    assert stations.seen["check"][2] == "linkedin"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        (" \n ", "empty"),
        ("x " * 110_000, "longer than"),
        ('{"kind": "thank-you"}', "not one message"),
        ('{"kind": ', "looks like JSON"),
        ('{"messages": []}', "0 messages"),
        ('[{"a": 1}]', "not one message"),
        ('{"a":' * 30_000, "looks like JSON|longer than"),
    ],
)
def test_what_is_no_message_is_refused_in_one_line(text: str, said: str) -> None:
    with pytest.raises(MessageError, match=said) as caught:
        Stations().desk().check(text, testing.NOTES, **ABOUT)
    assert "\n" not in str(caught.value)
