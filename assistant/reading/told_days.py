"""When the interview was and when they decide: of all the days that the notes tell, the one that is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from assistant.brief import Fact, Span
from assistant.reading import days, mentions
from assistant.reading.marked import Marked
from assistant.reading.stamps import Stamps

_LIKELY = {"idate": 0.15, "decide": 0.4}
"""How likely words tell such a day from which they are looked at."""
_FRESH = 4
"""Days after an interview on which notes are still typed up."""
_FAR = 200
"""Days ahead at which a date without a year is rather one that has passed."""
_YEAR = re.compile(r"\b20\d\d\b")
_NEAR = 40
"""Characters before words that tell a day in which it may stand what is to happen on it."""
_ENDS = ("\n", ". ", "; ", "! ", "? ")
_SURE = 0.7
"""How likely they do so from which they go before all others."""
_MINE = re.compile(
    r"\bI(?:['’]?ll|\s+will|\s+must|['’]ve\s+to|\s+have\s+to|['’]m\s+to|\s+need\s+to)\s+(?:answer|reply|decide|sign|accept|have)\b"
    r"|\bI(?:['’]ve|\s+have)\s+(?:till|until|to\s+get)\b|\bmust\s+(?:answer|reply|decide)\b|\bto[\s-]do\b",
    re.I,
)
"""Words that set a day for the candidate, not for the employer."""
_SECRET = re.compile(r"(?i)\b(?:do(?:n['’]?t| not)|not to|never) (?:\w+ )?(?:mention|bring up)\b|\bother offer\b")
"""A sentence that keeps to itself, such as one on another employer's deadline."""
_STILL = re.compile(r"(?i)\b(?:interviewing|seeing (?:people|others?|candidates))\b.{0,20}\b(?:till?|until|to)\b")
"""Until when they see others: no day for an answer yet."""
_ELSE = re.compile(
    r"\b(?:training|starts?|starting|begins?|round|interviews?|case study|panel|visit|trial|task|holidays?|leave|half term|opens?|opening)\b",
    re.I,
)
"""Other things that have a day."""
_NEWS = re.compile(
    r"\b(?:deci\w+|hear\w*|know|answer\w*|news|let|call\w*|ring\w*|phone\w*|contact\w*|touch|outcome|results?|back|tell\w*|told|inform\w*"
    r"|e?-?mails?|cho(?:os|ic)\w*|pick\w*|said|says?|confirm\w*|reckon\w*|promis\w*|find\w*|offers?|verdict|feedback|respon\w*|update\w*)\b",
    re.I,
)
"""Words for an answer that comes."""
_WRITTEN = re.compile(r"\b(?:today|now)\b", re.I)
"""Words that rather date the notes: `nothing so far, today Monday`."""
_TODAY = re.compile(
    r"\b(?:(?<!is )(?<!its )(?<!it's )today(?! is\b|'s\b| its\b)|tonight|this (?:afternoon|evening)|later on|end of (?:the )?day|close of (?:play|business))\b",
    re.I,
)
"""Words that may set the very day of the interview, or of reading, for an answer."""


def interview(marked: Marked, written: Stamps, today: date, american: bool) -> Fact | None:
    """The day of the latest interview that is past."""
    found = [
        (sure, not mentions.is_weekday(place.text), day, place)
        for place, sure in _told(marked, "idate")
        if (day := days.past(place.text, today, written.day(place.start), american))
    ]
    if not found:
        return None
    sure, _, day, place = max(found, key=lambda one: (one[0] > _SURE, one[1], one[2]))
    return Fact(id="interview", value=day.isoformat(), evidence=(place,), sure=round(sure, 3))


def decision(marked: Marked, written: Stamps, interviewed: date | None, today: date, american: bool) -> Fact | None:
    """The last day of the stated time; of several, the one that was said last."""
    notes, base = marked.notes, interviewed or today
    found = [
        (sure, start, day, Span(start=start, end=end, text=notes[start:end]))
        for whole, last, sure in marked.stretches("decide", _LIKELY["decide"])
        for start, end in _lines(notes, whole, last)
        if not _is_something_else(notes, start, end)
        and (day := _ahead(notes, start, end, (written.day(start) or base, today), american))
        and _can_be(day, interviewed, today, notes, (start, end))
    ]
    if not found:
        return None
    sure, _, day, place = max(found, key=lambda one: (one[0] > _SURE, one[1]))
    return Fact(id="decision", value=day.isoformat(), said_by="them", evidence=(place,), sure=round(sure, 3))


def _is_something_else(notes: str, start: int, end: int) -> bool:
    """Whether the words set a day for the candidate, for others, in confidence, or for something that is no answer."""
    if _MINE.search(notes, start, end) or _STILL.search(notes, start, end):
        return True
    if _SECRET.search(_sentence(notes, start, end)):
        return True
    return bool(_ELSE.search(notes, start, end)) and not _NEWS.search(notes, max(0, start - _NEAR), end)


def _can_be(day: date, interviewed: date | None, today: date, notes: str, place: tuple[int, int]) -> bool:
    """Whether a day can be that of the answer: none before the interview, its own or that of reading only if so said."""
    if interviewed is not None and day < interviewed:
        return False
    if day == interviewed and not _TODAY.search(notes, *place):
        return False
    return day != today or not _WRITTEN.search(notes, *place) or bool(_NEWS.search(notes, *place))


def _sentence(notes: str, start: int, end: int) -> str:
    """The sentence of the notes in which a stretch stands."""
    before = max(notes.rfind(mark, 0, start) for mark in _ENDS)
    after = min((at for mark in _ENDS if (at := notes.find(mark, end)) >= 0), default=len(notes))
    return notes[before + 1 : after]


def _lines(notes: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a stretch, each with its place."""
    for line in re.finditer(r"[^\n]+", notes[start:end]):
        yield start + line.start(), start + line.end()


def _ahead(notes: str, start: int, end: int, bases: tuple[date, date], american: bool) -> date | None:
    """The day that a stretch tells, from when it was said; from the day of reading where that is hardly later.

    Notes typed on Monday of an interview on Friday mean their own week by `this week`.
    """
    said, today = bases
    day = days.told(notes, start, end, said, american)
    if day and (day - today).days > _FAR and not _YEAR.search(notes, start, end):
        day = day.replace(year=day.year - 1, day=min(day.day, 28))  # a date without a year that has just passed
    if day and day < today and (today - said).days <= _FRESH:
        return days.told(notes, start, end, today, american) or day
    return day


def _told(marked: Marked, tag: str) -> Iterator[tuple[Span, float]]:
    """The marks of a tag, and the stretches without one that may tell such a day."""
    yield from ((marked.span(mark), mark.sure) for mark in marked.of(tag))
    for start, end, sure in marked.stretches(tag, _LIKELY[tag]):
        if not any(start <= marked.start(mark) < end for mark in marked.of(tag)):
            yield Span(start=start, end=end, text=marked.notes[start:end]), sure
