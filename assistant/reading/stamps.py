"""The days on which stretches of the notes were written: time stamps of chats, headers of e-mails and invitations."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from assistant.reading import layout_stamps

_STAMPED = re.compile(
    r"(?mi)^\W{0,4}(?:(?:sent|date|received|datum|gesendet|fecha|enviado(?:\s+el)?|envoyé|data|verzonden|dtstamp)\s*:"
    r"|\[?(?=\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\[?\d{1,2}[:.]\d{2})|on\s+(?=[^\n]{4,60}\bwrote:)).*$"
)


@dataclass(frozen=True, slots=True)
class Stamps:
    """Where stamps stand, and the day that each gives to what follows it."""

    places: list[int]
    days: list[date]

    def day(self, at: int) -> date | None:
        """The day on which the words at that character were written, where a stamp before them says so."""
        place = bisect_right(self.places, at) - 1
        return self.days[place] if place >= 0 else None


def find(notes: str, today: date) -> Stamps:
    """All stamps of the notes that are not later than today."""
    american = layout_stamps.month_first(notes)
    places, days = [], []
    for line in _STAMPED.finditer(notes):
        day = layout_stamps.parse_day(line[0], american=american)
        if day and day <= today:
            places.append(line.start())
            days.append(day)
    return Stamps(places, days)
