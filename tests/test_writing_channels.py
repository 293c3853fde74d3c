"""The notes decide how a message travels and to whom; where the wanted kind should not go, the advice says so."""

from __future__ import annotations

from datetime import date

import pytest
from writing_samples import INES, errors, messages, move

from assistant import prompts
from assistant.brief import Brief, Channel, Fact, Instruction, Person
from assistant.message import Message
from assistant.writing.channels import reachable, route

ADWOA = Person(
    name="Adwoa Sarpong", honorific="Mrs", family_name="Sarpong", given_name="Adwoa", email="a.sarpong@canal.example"
)
LIONEL = Person(name="Lionel Petrie", honorific="Sir", family_name="Petrie", given_name="Lionel")
MERITXELL = Person(name="Meritxell Pons", given_name="Meritxell", family_name="Pons", part="recruiter")
PANEL = (ADWOA, LIONEL)


def brief(*orders: Instruction, people: tuple[Person, ...] = PANEL) -> Brief:
    return Brief(
        company=Fact(id="company", value="Canal Trust"),
        role=Fact(id="role", value="lock keeper"),
        people=people,
        interview_date=Fact(id="interview-date", value="2026-05-12"),
        topics=(
            Fact(
                id="topic-1",
                value="how I'd calm boaters in a drought",
                said_by="them",
                act="asked",
                form="wh",
                person=ADWOA.name,
            ),
            Fact(id="topic-2", value="the gate of 1812", said_by="them", act="showed", form="np", person=LIONEL.name),
        ),
        instructions=orders,
    )


def by(
    channel: Channel, text: str, *, forbids: bool = False, person: str | None = None, address: str | None = None
) -> Instruction:
    return Instruction(kind="channel", text=text, channel=channel, forbids=forbids, person=person, address=address)


def written(*orders: Instruction, kind: str = "thank-you", to: str | None = "all") -> tuple[Message, ...]:
    notes = "Canal Trust, lock keeper, 12 May 2026. " + ". ".join(order.text for order in orders)
    return messages(notes, kind, to=to, brief=brief(*orders))


THANKS = prompts.kinds()["thank-you"]
CALL = prompts.kinds()["phone-script"]


def test_without_instructions_a_kind_keeps_its_channel_and_the_readers_own_address() -> None:
    found = route(brief(), THANKS, ADWOA)
    assert (found.channel, found.address, found.office, found.advice) == ("email", "a.sarpong@canal.example", False, ())
    assert route(brief(), THANKS, LIONEL).address is None


@pytest.mark.parametrize("channel", ["text", "whatsapp"])
def test_a_message_they_want_on_the_phone_has_its_form(channel: Channel) -> None:
    order = by(channel, "send a message to 07700 900111", address="07700 900111")
    message = written(order, to="Adwoa")[0]
    assert message.channel == channel
    assert message.subject is None
    assert message.to_address == "07700 900111"
    assert message.body.startswith("Hi ")
    assert INES.email not in message.body
    assert "regards" not in message.body.lower()
    assert any("send a message to 07700 900111" in line for line in message.advice)


def test_a_call_is_not_made_where_writing_was_asked_for() -> None:
    (message,) = written(by("email", "e-mail only please"), kind="phone-script", to="Adwoa")
    assert message.channel == "phone"
    assert any("They asked for e-mail" in line and "e-mail only please" in line for line in message.advice)


def test_a_forbidden_channel_is_said_to_be_forbidden() -> None:
    (message,) = written(by("phone", "no phone calls", forbids=True), kind="phone-script", to="Adwoa")
    assert any(line.startswith("Do not send this") and "no phone calls" in line for line in message.advice)
    (mail,) = written(by("phone", "no phone calls", forbids=True), to="Adwoa")
    assert mail.advice == ()


def test_a_ban_on_one_persons_mail_does_not_block_the_others() -> None:
    ban = by("email", "Sir Lionel does not do email", forbids=True, person=LIONEL.name)
    assert any("Do not send" in line for line in route(brief(ban), THANKS, LIONEL).advice)
    assert route(brief(ban), THANKS, ADWOA).advice == ()
    assert route(brief(ban), THANKS, ADWOA).channel == "email"


def test_a_person_who_is_not_to_be_written_to_is_left_out_of_the_panel() -> None:
    closed = Instruction(kind="person", text="don't write to Sir Lionel", person=LIONEL.name, forbids=True)
    assert reachable(brief(closed), THANKS, PANEL) == [ADWOA]
    assert [message.recipient for message in written(closed)] == [ADWOA.name]
    (asked_for,) = written(closed, to="Lionel")
    assert any("Do not write to Lionel Petrie" in line for line in asked_for.advice)


def test_everything_through_a_recruiter_is_one_message_to_the_recruiter() -> None:
    through = Instruction(kind="person", text="everything through Meritxell please", person=MERITXELL.name)
    known = brief(through, people=(*PANEL, MERITXELL))
    assert reachable(known, THANKS, PANEL) == [MERITXELL]
    (message,) = messages("Canal Trust, lock keeper. everything through Meritxell please", to="all", brief=known)
    assert message.recipient == MERITXELL.name
    assert message.body.startswith("Dear Meritxell,")
    assert "Canal Trust" in move(message, "thanks")
    assert any("Meritxell" in line for line in route(known, THANKS, ADWOA).advice)


OFFICE = Instruction(
    kind="channel",
    text="only via jobs@canal.example, reference CT/204 in the subject",
    channel="email",
    address="jobs@canal.example",
    subject="CT/204",
)


def test_where_only_an_office_may_be_written_to_one_letter_goes_there_with_its_reference() -> None:
    (message,) = written(OFFICE)
    assert message.recipient is None
    assert message.to_address == "jobs@canal.example"
    assert message.subject is not None
    assert "CT/204" in message.subject
    assert message.body.startswith("Dear Sir or Madam,\n")
    assert "Yours faithfully," in message.body
    for name in ("Adwoa", "Sarpong", "Lionel", "Petrie"):
        assert name not in message.body


def test_linkedin_is_kept_out_of_the_signature_where_it_is_not_welcome() -> None:
    me = INES.model_copy(update={"linkedin": "linkedin.com/in/ines"})
    ban = by("linkedin", "no LinkedIn please", forbids=True)
    notes = "Canal Trust, lock keeper, no LinkedIn please"
    assert "linkedin" not in messages(notes, to="Adwoa", brief=brief(ban), me=me)[0].body
    assert "linkedin" in messages(notes, to="Adwoa", brief=brief(), me=me)[0].body


def test_what_the_candidate_wants_in_the_message_and_cannot_be_worded_is_told() -> None:
    wish = Instruction(kind="other", text="mention the drawings if it fits")
    (message,) = written(wish, to="Adwoa")
    assert any("mention the drawings if it fits" in line for line in message.advice)


def test_a_channel_that_the_notes_ask_for_is_read_and_taken() -> None:
    notes = (
        "Oasis Spa, massage therapist, 12 May 2026 with Noor Rahimi, owner. she asked how i warm up stiff shoulders.\n"
        "please whatsapp her on 07700 900222\n"
    )
    (message,) = messages(notes, today=date(2026, 5, 13))
    assert (message.channel, message.subject, message.to_address) == ("whatsapp", None, "07700 900222")
    assert message.body.startswith("Hi Noor,")


def test_a_ban_of_mail_beside_the_channel_they_want_is_kept_by_taking_it() -> None:
    notes = (
        "Oasis Spa, massage therapist, trial 12 May 2026 with Noor Rahimi. she asked how i warm up stiff shoulders."
        " Whatsapp her on 07700 900222 please, she said no email\n"
    )
    (message,) = messages(notes)
    assert message.channel == "whatsapp"
    assert errors(message) == []
