"""Dates in stamps and headers: the day that a chat export's time stamp or an e-mail's Sent line gives."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    month: number
    for number, months in enumerate(
        (
            "jan janv ene gen january januar janvier enero janeiro gennaio januari",
            "feb févr fév fev february februar février febrero fevereiro febbraio februari",
            "mar mrz mär mars march märz marzo março maart mrt",
            "apr avr abr april avril abril aprile",
            "may mai mayo maio maggio mei mag",
            "jun juin june juni junio junho giugno giu",
            "jul juil july juli juillet julio julho luglio lug",
            "aug août aou ago august agosto augustus",
            "sep sept set september septembre septiembre setembro settembre",
            "oct okt out ott october oktober octobre octubre outubro ottobre",
            "nov november novembre noviembre novembro",
            "dec dez déc dic december dezember décembre diciembre dezembro dicembre",
        ),
        start=1,
    )
    for month in months.split()
}
_ISO = re.compile(r"\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b")
_NUMERIC = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})\b")
_DAY_MONTH = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+|of\s+)?([^\W\d_]{3,10})\.?,?\s+(?:de\s+)?(\d{4})\b"
)
_MONTH_DAY = re.compile(r"\b([^\W\d_]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_COMPACT = re.compile(r"\b(\d{4})(\d{2})(\d{2})(?:T\d{4,6}Z?)?\b")


def month_first(text: str) -> bool:
    """Whether the numeric dates of this text put the month first: true only where a second number exceeds twelve."""
    pairs = [(int(match[1]), int(match[2])) for match in _NUMERIC.finditer(text)]
    return any(second > 12 for _, second in pairs) and not any(first > 12 for first, _ in pairs)


def parse_day(text: str, *, american: bool = False) -> date | None:
    """The first full date (with its year) in a stamp or header, or nothing."""
    for read in (_read_iso, _read_named, lambda raw: _read_numeric(raw, american), _read_compact):
        day = read(text)
        if day:
            return day
    return None


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _read_iso(text: str) -> date | None:
    match = _ISO.search(text)
    return _safe(int(match[1]), int(match[2]), int(match[3])) if match else None


def _read_compact(text: str) -> date | None:
    match = _COMPACT.search(text)
    return _safe(int(match[1]), int(match[2]), int(match[3])) if match else None


def _read_numeric(text: str, american: bool) -> date | None:
    match = _NUMERIC.search(text)
    if not match:
        return None
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    return _safe(year, first, second) if american else _safe(year, second, first)


def _read_named(text: str) -> date | None:
    for match in _DAY_MONTH.finditer(text):
        if month := _MONTHS.get(match[2].lower()):
            return _safe(int(match[3]), month, int(match[1]))
    for match in _MONTH_DAY.finditer(text):
        if month := _MONTHS.get(match[1].lower()):
            return _safe(int(match[3]), month, int(match[2]))
    return None
