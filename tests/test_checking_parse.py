"""Pasted drafts become messages: plain text, e-mail files, bad input."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from test_checking_desk import BRIEF, GOOD

from assistant import prompts
from assistant.brief import Instruction
from assistant.checking.parse import from_eml, from_text
from assistant.errors import MessageError

KIND = prompts.kind("thank-you")


def test_a_subject_line_is_taken_off_and_the_reader_found_by_the_greeting() -> None:
    message = from_text(GOOD, BRIEF, KIND)
    assert message.subject == "Hot shop technician interview, 9 June"
    assert message.body.startswith("Dear Henrik,")
    assert message.recipient == "Henrik Dahl"
    assert [part.move for part in message.parts] == ["greeting", "body", "sign-off"]
    assert message.writer == "pasted"


@pytest.mark.parametrize(
    "greeting", ["Dear Dr. Nowak,", "Dear Petra,", "Hello Dr Nowak!", "Good morning, Dr. Nowak,", "Petra,"]
)
def test_titles_and_short_forms_lead_to_the_person(greeting: str) -> None:
    assert from_text(f"{greeting}\n\nThank you for the goblets.\n\nMarta", BRIEF, KIND).recipient == "Dr. Petra Nowak"


def test_an_unknown_name_gives_no_recipient() -> None:
    assert from_text("Dear Stefan,\n\nThank you.\n\nMarta", BRIEF, KIND).recipient is None


def test_the_address_of_an_email_file_names_the_reader() -> None:
    mail = EmailMessage()
    mail["Subject"] = "Trådlös =?utf-8?q?ugn?="
    mail["To"] = "Studio <h.dahl@orrefjord.example>"
    mail.set_content("Dear Dr. Nowak,\n\nThank you for the goblets.\n\nMarta Lindqvist\n")
    message = from_eml(mail.as_bytes(), BRIEF, KIND)
    assert message.recipient == "Henrik Dahl"
    assert message.to_address == "h.dahl@orrefjord.example"
    assert message.body.startswith("Dear Dr. Nowak,")


def test_a_mail_with_only_html_is_read_as_text() -> None:
    mail = EmailMessage()
    mail["Subject"] = "Furnace"
    mail.set_content("<p>Dear Henrik,</p><p>Thank you.<br>Marta</p><style>p{}</style>", subtype="html")
    assert from_eml(mail.as_bytes(), BRIEF, KIND).body.startswith("Dear Henrik,\n\nThank you.\nMarta")


def test_without_a_subject_the_channel_of_the_notes_is_taken() -> None:
    brief = BRIEF.model_copy(update={"instructions": (Instruction(kind="channel", text="text me", channel="text"),)})
    assert from_text("Hi Henrik, thank you for the furnace. Marta", brief, KIND).channel == "text"
    assert from_text("Subject: Furnace\nHi Henrik, thank you. Marta", brief, KIND).channel == "email"


@pytest.mark.parametrize("text", ["", "  \n ", "Subject: only this\n", "a\x00b", "x" * 200_001])
def test_what_cannot_be_a_message_gets_one_clear_line(text: str) -> None:
    with pytest.raises(MessageError) as caught:
        from_text(text, BRIEF, KIND)
    assert "\n" not in str(caught.value)


def test_an_email_file_with_no_text_gets_one_clear_line() -> None:
    with pytest.raises(MessageError):
        from_eml(b"Subject: x\n\n", BRIEF, KIND)
