"""Message -> .eml, a draft that a mail program opens.

Header values come from notes that others wrote, so no value reaches the mail library that could become a
header of its own: what holds a line break, a control character or an encoded word is refused, and the
finished mail is parsed again and its headers compared with what was meant (CVE-2024-6923, CVE-2026-1299).
"""

from __future__ import annotations

import re
import unicodedata
from email import message_from_bytes
from email.errors import MessageError as MailError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, default

from assistant.addresses import valid_email
from assistant.brief import Profile
from assistant.errors import DeliveryError
from assistant.message import Message

POLICY = SMTP.clone(cte_type="7bit")
ENCODED_WORD = re.compile(r"=\?.*\?=|=\?[^?\s]*\?[bq]\?", re.IGNORECASE | re.DOTALL)
UNSAFE = {"Cc", "Cs", "Zl", "Zp"}
INVISIBLE = dict.fromkeys([0xAD, 0x61C, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF])
TECHNICAL = {"content-type", "content-transfer-encoding", "mime-version"}
MAX_HEADER = 500


def to_eml(message: Message, profile: Profile) -> bytes:
    """The message as an unsent e-mail of `profile`; raises DeliveryError where it is none or cannot be one safely."""
    if message.channel != "email":
        raise DeliveryError(f"a message for {message.channel} is not an e-mail: save it as .txt or .md")
    headers = _headers(message, profile)
    body = _body(message.body)
    try:
        data = _compose(headers, body).as_bytes()
    except (MailError, ValueError, IndexError, LookupError) as error:
        raise DeliveryError(f"the e-mail cannot be written: {' '.join(str(error).split())}; save it as .txt") from error
    _verify(data, headers, body)
    return data


def _headers(message: Message, profile: Profile) -> dict[str, str]:
    headers = {}
    if profile.email:
        headers["From"] = _address("profile's e-mail address", profile.name, profile.email)
    if message.to_address:
        headers["To"] = _address("recipient's e-mail address", message.recipient, message.to_address)
    if message.subject is not None:
        headers["Subject"] = _safe("subject", message.subject)
    return headers | {"X-Unsent": "1"}


def _address(what: str, name: str | None, address: str) -> str:
    try:
        checked = valid_email(address)
        local, _, domain = checked.rpartition("@")
        return str(Address(_safe("name", name or ""), local.encode("ascii").decode(), domain.encode("idna").decode()))
    except UnicodeEncodeError as error:
        raise DeliveryError(f"the {what} {address!r} has letters that mail programs refuse: save as .txt") from error
    except (ValueError, MailError) as error:
        reason = " ".join(str(error).split())
        raise DeliveryError(f"the {what} {address!r} cannot stand in an e-mail: {reason}") from error


def _safe(what: str, value: str) -> str:
    value = value.translate(INVISIBLE)
    if any(unicodedata.category(char) in UNSAFE for char in value):
        raise DeliveryError(f"the {what} {value!r:.80} holds a line break or control character: take it out")
    if ENCODED_WORD.search(value):
        raise DeliveryError(f"the {what} {value!r:.80} holds an encoded mail header: write it in plain words")
    if len(value) > MAX_HEADER:
        raise DeliveryError(f"the {what} {value!r:.80} is longer than {MAX_HEADER} characters: shorten it")
    return " ".join(value.split())


def _body(body: str) -> str:
    text = body.replace("\r\n", "\n").replace("\r", "\n").strip("\n") + "\n"
    if any(unicodedata.category(char) in {"Cc", "Cs"} and char not in "\n\t" for char in text):
        raise DeliveryError("the message holds a control character: take it out before saving it as .eml")
    return text


def _compose(headers: dict[str, str], body: str) -> EmailMessage:
    mail = EmailMessage(policy=POLICY)
    for name, value in headers.items():
        mail[name] = value
    mail.set_content(body, charset="utf-8")
    return mail


def _verify(data: bytes, headers: dict[str, str], body: str) -> None:
    parsed = message_from_bytes(data, policy=default)
    found = [(name, _squeezed(str(value))) for name, value in parsed.items() if name.lower() not in TECHNICAL]
    meant = [(name, _squeezed(value)) for name, value in headers.items()]
    if found != meant or parsed.defects or parsed.is_multipart() or _text(parsed) != body:
        raise DeliveryError("the e-mail does not read back as written: take odd characters out of subject and names")


def _squeezed(value: str) -> str:
    # Python's own parser puts spaces between the folded pieces of a long name, so spaces do not count
    return "".join(value.split())


def _text(mail: EmailMessage) -> str:
    return str(mail.get_content()).replace("\r\n", "\n")
