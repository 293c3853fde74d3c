"""Messages -> files: names that every system takes, a folder, an archive."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from pathlib import Path

from assistant.brief import Profile
from assistant.delivery.mail import to_eml
from assistant.delivery.text import to_md, to_txt
from assistant.errors import DeliveryError
from assistant.message import Message

Files = dict[str, bytes]
MAX_NAME_BYTES = 80
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(10))}
UNDECOMPOSED = str.maketrans(
    {"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"}
)
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def file_name(message: Message, ext: str) -> str:
    """A name for the message's file, such as `thank-you-folasade-akinwande-v1.eml`; safe on every system."""
    words = [_slug(message.kind), _slug(message.recipient or "")]
    stem = _cut("-".join(word for word in words if word) or "message")
    if stem.split("-")[0] in RESERVED:
        stem = f"message-{stem}"
    return f"{stem}-v{message.variant}.{_slug(ext)}"


def to_zip(messages: Iterable[Message], profile: Profile) -> bytes:
    """An archive with the files of all messages; the same messages give the same bytes."""
    buffer = io.BytesIO()
    taken: set[str] = set()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for message in messages:
            for name, data in _named(message, _rendered(message, profile), taken.__contains__).items():
                taken.add(name)
                entry = zipfile.ZipInfo(name, LONG_AGO)
                entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
                archive.writestr(entry, data)
    return buffer.getvalue()


def save(messages: Iterable[Message], profile: Profile, folder: Path) -> tuple[Path, ...]:
    """Writes .txt, .md and, for e-mails, .eml of each message into `folder`; gives the paths. Overwrites nothing."""
    rendered = [(message, _rendered(message, profile)) for message in messages]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(path for message, files in rendered for path in _write(message, files, folder))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise DeliveryError(f"cannot write into folder {str(folder)!r}: {reason}") from error


def _rendered(message: Message, profile: Profile) -> Files:
    files = {"txt": to_txt(message).encode(errors="replace"), "md": to_md(message).encode(errors="replace")}
    return files | {"eml": to_eml(message, profile)} if message.channel == "email" else files


def _write(message: Message, files: Files, folder: Path) -> Iterator[Path]:
    for name, data in _named(message, files, lambda name: (folder / name).exists()).items():
        with (folder / name).open("xb") as file:
            file.write(data)
        yield folder / name


def _named(message: Message, files: Files, taken: Callable[[str], bool]) -> Files:
    for number in count(1):
        named = {_numbered(file_name(message, ext), number): data for ext, data in files.items()}
        if not any(taken(name) for name in named):
            return named
    raise AssertionError("count never ends")


def _numbered(name: str, number: int) -> str:
    stem, _, ext = name.rpartition(".")
    return name if number == 1 else f"{stem}-{number}.{ext}"


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower().translate(UNDECOMPOSED))
    kept = "".join(char for char in plain if not "\u0300" <= char <= "\u036f")
    letters = (char if unicodedata.category(char)[0] in "LMN" else " " for char in unicodedata.normalize("NFC", kept))
    return "-".join("".join(letters).split())


def _cut(stem: str) -> str:
    return stem.encode()[:MAX_NAME_BYTES].decode(errors="ignore").rstrip("-")
