"""E-mail addresses in notes, written or spoken ("hemi at tawhai dot example"), and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.reading import names
from assistant.reading.wordlist import words

_WRITTEN = re.compile(r"(?<![\w.+-])[\w+-](?:[\w.+'-]{0,62}[\w+-])?@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}(?!\w)")
_AT = r"(?:\s?[\[({]\s?(?:at|arroba|@)\s?[\])}]\s?|\s{1,9}(?:at|arroba|chiocciola|arobase|@)\s{1,9})"
_DOT = (
    r"(?:\s?[\[({]\s?(?:dot|punto|point|ponto|punkt)\s?[\])}]\s?|"
    r"\s{1,9}(?:dot|punto|point|ponto|punkt|full stop)\s{1,9}|\.)"
)
_SPOKEN = re.compile(
    rf"(?<![\w@])(?P<local>[a-z0-9_-]{{2,40}}(?:{_DOT}[a-z0-9_-]{{1,40}}){{0,2}}){_AT}(?P<domain>[a-z0-9-]{{2,60}}(?:{_DOT}[a-z]{{2,20}}){{1,3}})(?!\w)",
    re.IGNORECASE,
)
_SPOKEN_DOT = re.compile(_DOT, re.IGNORECASE)
_GENERAL = words(
    "info jobs job careers career hr recruitment recruiting recruit hiring talent apply applications application "
    "people selection admin",
    "office contact hello hi team mail enquiries inquiries enquiry reception support noreply no-reply donotreply "
    "vacancies personnel staffing",
    "secretariat secretary rrhh empleo bewerbung bewerbungen personal karriere recrutement emploi candidatures "
    "work workwithus join interviews interview",
    "notifications notification calendar calendar-notification invites hrteam people-team peopleteam general "
    "post service services",
)


_DEPARTMENTS = words(
    "jobs careers hr recruitment recruiting recruit hiring vacancies selection info admin office enquiries "
    "talent noreply applications"
)


@dataclass(frozen=True, slots=True)
class Address:
    """An e-mail address, as it would be typed, and where the notes give it."""

    start: int
    end: int
    value: str

    @property
    def local(self) -> str:
        """What stands before the @."""
        return self.value.partition("@")[0]

    @property
    def domain(self) -> str:
        """What stands after the @."""
        return self.value.partition("@")[2]


def find(notes: str) -> Iterator[Address]:
    """Every address in the notes, in order."""
    written = [Address(match.start(), match.end(), match[0].lower()) for match in _WRITTEN.finditer(notes)]
    yield from written
    if re.search(_AT, notes, re.IGNORECASE):
        for match in _SPOKEN.finditer(notes):
            if not any(address.start < match.end() and match.start() < address.end for address in written) and _dotted(
                match
            ):
                yield Address(match.start(), match.end(), _typed(match["local"]) + "@" + _typed(match["domain"]))


def _dotted(match: re.Match[str]) -> bool:
    """Whether a spoken address is one: its domain is spelled with spoken dots, or the at sign is bracketed."""
    spelled = re.search(r"\s(?:dot|punto|point|ponto|punkt)\s", match["domain"], re.IGNORECASE)
    return bool(spelled) or bool(re.search(r"[\[({]", match[0])) or bool(re.search(r"\sarroba\s|\s@\s", match[0]))


def _typed(spoken: str) -> str:
    return _SPOKEN_DOT.sub(".", spoken).replace(" ", "").lower()


def is_general(address: Address) -> bool:
    """Whether an address is a mailbox of a department, not of a person."""
    parts = [part for part in re.split(r"[._+-]", address.local) if part]
    return bool(parts) and all(part in _GENERAL | _DEPARTMENTS for part in parts)


def fit(local: str, name_parts: Sequence[str]) -> float:
    """How well the local part of an address fits a name, from 0 to 1."""
    parts = [names.fold(part).replace(".", "") for part in name_parts]
    pieces = [piece for part in parts for piece in part.split("-") if piece]
    if not pieces:
        return 0.0
    bits = [re.sub(r"\d+$", "", bit) for bit in re.split(r"[._+-]", names.fold(local))]
    bits = [bit for bit in bits if bit]
    joined = "".join(bits)
    whole = [piece for piece in pieces if len(piece) > 1]
    if len(bits) > 1 and all(_bit_fits(bit, pieces) for bit in bits) and any(len(bit) > 1 for bit in bits):
        return 1.0
    if joined in whole or joined in {
        "".join(pieces),
        "".join(reversed(pieces)),
        *("".join(pair) for pair in _pairs(pieces)),
    }:
        return 0.95
    if len(pieces) > 1 and any(
        joined in {first[0] + second, first + second[0]} for first in pieces for second in pieces if first != second
    ):
        return 0.9
    if len(pieces) > 1 and joined in {
        "".join(piece[0] for piece in pieces),
        "".join(part[0] for part in parts if part),
    }:
        return 0.7
    if bits and len(bits) > 1 and bits[0] in whole and parts[0] == bits[0]:
        return 0.65
    if any(
        len(piece) >= 4 and (piece in bits or joined.startswith(piece) or joined.endswith(piece)) for piece in whole
    ):
        return 0.6
    return 0.5 if any(len(joined) >= 3 and piece.startswith(joined) for piece in whole) else 0.0


def _pairs(pieces: Sequence[str]) -> Iterator[tuple[str, str]]:
    for first in pieces:
        for second in pieces:
            if first != second:
                yield first, second


def _bit_fits(bit: str, pieces: Sequence[str]) -> bool:
    return any(bit == piece or (len(bit) <= 2 and piece.startswith(bit)) for piece in pieces)
