"""Whatever a message is handed in as, its findings point at the words that are meant."""

from __future__ import annotations

import pytest

from assistant import delivery, pasted, prompts, testing
from assistant.brief import Span
from assistant.errors import MessageError
from assistant.message import Kind
from assistant.pasted import Opened
from assistant.report import Finding, Report

BRIEF = testing.brief()
BODY = "Dear Oyelaran,\n\nThank you for the mobile library.\n\nBest,\nRosalind"


def kind_for(name: str | None) -> Kind:
    return prompts.kind(name or "thank-you")


def opened(text: str | bytes) -> Opened:
    return pasted.open_message(text, BRIEF, kind_for)


def found(message: Opened, words: str, where: str = "body") -> Finding:
    """What a rule would say of these words of the message, as the reader of the whole text sees it."""
    text = message.message.subject or "" if where == "subject" else message.message.body
    start = text.index(words)
    span = Span(start=start, end=start + len(words), text=words)
    finding = Finding.model_validate(
        {"rule": "pushy", "severity": "warning", "message": "m", "span": span, "where": where}
    )
    return message.in_text(Report(verdict="ready", findings=(finding,))).findings[0]


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        BODY + "\n\n\n",
        "\n\n" + BODY,
        "Subject: Thank you\n\n" + BODY,
        "Subject: Thank you\n" + BODY + "\n",
        "\n \nSubject:Thank you \n\n\n" + BODY,
        "subject: Thank you\r\n\r\n" + BODY.replace("\n", "\r\n") + "\r\n",
        "\ufeffSubject: Thank you\r\r" + BODY.replace("\n", "\r"),
        "\ufeff" + BODY.replace("\n", "\r\n"),
    ],
)
def test_spans_count_in_the_text_as_it_was_handed_in(text: str) -> None:
    message = opened(text)
    for words in ("Dear", "mobile library", "Rosalind"):
        span = found(message, words).span
        assert span is not None
        assert text[span.start : span.end] == span.text == words
    across = found(message, "Dear Oyelaran,\n\nThank").span
    assert across is not None
    assert text[across.start : across.end] == across.text


@pytest.mark.parametrize("text", ["Subject: S\n\nDear S", "Subject: Subject\n\nS", "\n\nsubject :  Subject S\nDear S"])
def test_findings_in_the_subject_point_into_the_first_line(text: str) -> None:
    message = opened(text)
    span = found(message, "S", "subject").span
    assert span is not None
    assert text[span.start : span.end] == "S"
    assert text.index(":") < span.start < text.rindex("\n")


def test_findings_without_words_stay_without() -> None:
    report = Report(verdict="ready", findings=(Finding(rule="thanks", severity="warning", message="m"),))
    assert opened(BODY).in_text(report) == report


def test_spans_of_an_email_and_of_json_count_in_the_body() -> None:
    message = testing.message()
    for text in (delivery.to_eml(message, testing.PROFILE), message.model_dump_json()):
        taken = opened(text)
        span = found(taken, "40 families").span
        assert span is not None
        assert message.body[span.start : span.end] == "40 families"
        assert taken.message.subject == message.subject


def test_what_we_save_is_what_we_open() -> None:
    message = testing.message()
    for text in (delivery.to_txt(message), delivery.to_eml(message, testing.PROFILE)):
        taken = opened(text).message
        assert (taken.subject, taken.body, taken.recipient) == (message.subject, message.body, message.recipient)


def test_a_draft_document_with_one_message_is_that_message() -> None:
    text = '{"brief": {}, "kind": "thank-you", "messages": [' + testing.message().model_dump_json() + "]}"
    assert opened(text).message == testing.message()


def test_a_message_that_begins_with_a_brace_is_plain_text() -> None:
    assert opened("{Name}, thank you for Wednesday.").message.body.startswith("{Name}")


@pytest.mark.parametrize(
    ("data", "is_mail"),
    [
        (b"From: a@b.example\nMIME-Version: 1.0\n\nDear Ann", True),
        (b"\r\nX-Unsent: 1\r\nTo: a\r\n\r\nDear Ann", True),
        (b"Subject: Thank you\n\nDear Ann", False),
        (b"Dear Ann,\nContent-type: what you asked about\n\nBob", False),
        (b"Dear Ann,\n\nMIME-Version: 1.0", False),
        (b"", False),
    ],
)
def test_a_mail_shows_by_its_headers(data: bytes, is_mail: bool) -> None:
    assert pasted.looks_like_mail(data) is is_mail


@pytest.mark.parametrize("data", [b"", b" \n", b"\x00\x01\x02\x03" * 9, b"%PDF-1.7 x", b"x" * 300_000])
def test_what_is_not_text_is_refused_as_a_message(data: bytes) -> None:
    with pytest.raises(MessageError, match="the message is"):
        pasted.decode(data)
