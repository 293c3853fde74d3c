"""A message becomes an unsent e-mail, and nothing in it becomes a header of its own."""

from __future__ import annotations

from email import message_from_bytes
from email.headerregistry import AddressHeader
from email.message import EmailMessage
from email.policy import default

import pytest

from assistant import delivery, testing
from assistant.brief import Profile
from assistant.errors import DeliveryError

ATTACKS = [
    "x\nBcc: thief@evil.example",
    "x\r\nBcc: thief@evil.example",
    "x\rBcc: thief@evil.example",
    "x\u2028Bcc: thief@evil.example",
    "x\u2029Bcc: thief@evil.example",
    "x\x85Bcc: thief@evil.example",
    "x\x0bBcc: thief@evil.example",
    "x\x0cBcc: thief@evil.example",
    "x\x1cBcc: thief@evil.example",
    "x\x00y",
    "x\x1b[31my",
    "=?UTF-8?Q?=0ABcc:_thief@evil.example?= é",
    "é =?utf-8?b?CkJjYzogdGhpZWZAZXZpbC5leGFtcGxl?=",
    "=?UTF-8?Q?=0A?=",
    "=?UTF-8?Q?=0ABcc: thief@evil.example",
    "a =?\tb?= c",
    "\ud800",
]


def parsed(data: bytes) -> EmailMessage:
    mail = message_from_bytes(data, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def test_an_email_carries_its_headers_and_its_text() -> None:
    message = testing.message()
    mail = parsed(delivery.to_eml(message, testing.PROFILE))
    assert mail["From"] == "Rosalind Achterberg <rosalind@mailbox.example>"
    assert mail["To"] == "Oyelaran Adebisi-Finch <o.finch@lanternlibrary.example>"
    assert mail["Subject"] == "Thank you – children's librarian interview"
    assert mail["X-Unsent"] == "1"
    assert mail["MIME-Version"] == "1.0"
    assert mail.get_content_type() == "text/plain"
    assert mail.get_content_charset() == "utf-8"
    assert mail.get_content().replace("\r\n", "\n") == message.body + "\n"


def test_an_email_that_nobody_sent_has_no_date_and_no_other_header() -> None:
    mail = parsed(delivery.to_eml(testing.message(), testing.PROFILE))
    assert {name.lower() for name in mail} == {
        *("from", "to", "subject", "x-unsent", "mime-version", "content-type", "content-transfer-encoding"),
    }


def test_the_bytes_are_ascii_with_mail_line_ends() -> None:
    data = delivery.to_eml(testing.message(body="Dear Noémie,\n\nMerci – à bientôt.\n\nX"), testing.PROFILE)
    assert data.isascii()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 998


def test_unknown_addresses_leave_their_headers_out() -> None:
    mail = parsed(delivery.to_eml(testing.message(to_address=None), Profile(name="Rosalind Achterberg")))
    assert mail["To"] is None
    assert mail["From"] is None


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("field", ["subject", "recipient", "to_address"])
def test_a_header_in_disguise_is_refused(field: str, attack: str) -> None:
    with pytest.raises(DeliveryError) as caught:
        delivery.to_eml(testing.message(**{field: attack}), testing.PROFILE)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_header_in_disguise_is_refused_in_the_candidates_name(attack: str) -> None:
    with pytest.raises(DeliveryError):
        delivery.to_eml(testing.message(), Profile(name=attack, email="r@mailbox.example"))


@pytest.mark.parametrize("attack", ATTACKS[:3])
def test_a_header_in_the_body_stays_text(attack: str) -> None:
    mail = parsed(delivery.to_eml(testing.message(body=attack), testing.PROFILE))
    assert mail["Bcc"] is None
    assert "Bcc: thief@evil.example" in mail.get_content()


@pytest.mark.parametrize("body", ["bell \x07", "escape \x1b[31m", "null \x00", "half a pair \ud800"])
def test_control_characters_in_the_body_are_refused(body: str) -> None:
    with pytest.raises(DeliveryError, match="control character"):
        delivery.to_eml(testing.message(body=body), testing.PROFILE)


@pytest.mark.parametrize(
    "name",
    [
        "Müller, Jürgen",
        "Smith, John",
        "Dr. Đặng Thị Mỹ-Lan",
        "สมชาย ใจดี ณ อยุธยา เทพประทาน",
        "王小明",
        "Élodie Vandermeulen-Sy de la Très Longue Rivière Étrange du Nord",
        "O'Brien (née Nuñez)",
        'Nguyễn "Ann" Hà',
        "ישראל ישראלי",
        "Ann <ann@elsewhere.example>",
        "a@b.example, c",
    ],
)
def test_every_name_stays_with_its_address(name: str) -> None:
    mail = parsed(delivery.to_eml(testing.message(recipient=name), testing.PROFILE))
    header = mail["To"]
    assert isinstance(header, AddressHeader)
    (address,) = header.addresses
    assert address.addr_spec == "o.finch@lanternlibrary.example"
    assert address.display_name.replace(" ", "") == name.replace(" ", "")


@pytest.mark.parametrize(
    "subject", ["é" * 300, "王" * 120, "a " * 200, "😀" * 60, "x" * 400, "Re: band 6 – 50% =?", ""]
)
def test_every_subject_reads_back(subject: str) -> None:
    mail = parsed(delivery.to_eml(testing.message(subject=subject), testing.PROFILE))
    assert mail["Subject"] == " ".join(subject.split())


@pytest.mark.parametrize(
    "body", ["word " * 4000, "x" * 5000, "王" * 3000, "From here\n.\n..\n--\n", "tab\there", "\u2028 and \u0c15"]
)
def test_every_body_reads_back(body: str) -> None:
    mail = parsed(delivery.to_eml(testing.message(body=body), testing.PROFILE))
    assert mail.get_content().replace("\r\n", "\n").strip("\n") == body.strip("\n")


def test_invisible_direction_marks_are_taken_out_of_headers() -> None:
    mail = parsed(
        delivery.to_eml(testing.message(subject="\u202eThank you\u200e", recipient="Ann\u200b Lee"), testing.PROFILE)
    )
    assert mail["Subject"] == "Thank you"
    assert mail["To"].addresses[0].display_name == "Ann Lee"


@pytest.mark.parametrize(
    "address", ["nobody", "+44 7700 900123", "a@b", "a b@c.example", "a@b.example, c@d.example", "ü@b.example"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(DeliveryError):
        delivery.to_eml(testing.message(to_address=address), testing.PROFILE)


def test_a_domain_with_accents_is_written_as_mail_servers_know_it() -> None:
    data = delivery.to_eml(testing.message(to_address="o.finch@bücher.example"), testing.PROFILE)
    assert b"<o.finch@xn--bcher-kva.example>" in data


@pytest.mark.parametrize("channel", ["phone", "linkedin", "text", "whatsapp", "portal", "letter"])
def test_only_emails_become_eml_files(channel: str) -> None:
    with pytest.raises(DeliveryError, match=channel):
        delivery.to_eml(testing.message(channel=channel), testing.PROFILE)
