"""Reading: raw notes -> Brief.

notes --network--> marks --> people, company, role
                     |-----> interview day, decision day, status
                     |-----> topics, strengths, promises
                     |-----> instructions, private: set aside before anything is built on

A small network that ships with the program marks the words (`marked`); what a mark means is read by rules, each of
which works on the few words that it stands on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from assistant.brief import Brief, Fact, Profile, Span
from assistant.language.tidy import Tidier
from assistant.reading import (
    days,
    facts,
    firms,
    injection,
    job,
    mentions,
    missing,
    names,
    orders,
    people,
    shut,
    source,
    stamps,
    status,
)
from assistant.reading.marked import Marked, Network, mark
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


def read(notes: str, today: date, profile: Profile, network: Network) -> Brief:
    """What the notes say, as of `today`; raises NotesError where they say nothing about an interview."""
    source.require_matter(notes)
    return brief(mark(_without(notes, injection.find(notes)), network), today, profile)


def brief(marked: Marked, today: date, profile: Profile) -> Brief:
    """What the marks on the notes mean, as of `today`."""
    notes = marked.notes
    folk = people.find(marked, profile)
    target = firms.company(marked)
    people_named = {names.fold(person.name) for person in folk.people}
    elsewhere = tuple(fact for fact in firms.others(marked, target) if names.fold(fact.value) not in people_named)
    tidier = Tidier(
        notes, (*(person.name for person in folk.people), *(fact.value for fact in (target, *elsewhere) if fact))
    )
    written, american = stamps.find(notes, today), days.is_american([notes])
    interviewed = _interview(marked, written, today, american)
    day = date.fromisoformat(interviewed.value) if interviewed else None
    decided = _decision(marked, written, day, today, american)
    found = facts.find(marked, folk, tidier, day or today, american, profile)
    result = Brief(
        company=target,
        role=job.find(marked, tidier),
        people=folk.people,
        interview_date=interviewed,
        topics=found.topics,
        strengths=found.strengths,
        promises=found.promises,
        instructions=orders.find(marked, folk, today, american),
        decision_by=decided,
        status=status.find(marked, today, day, date.fromisoformat(decided.value) if decided else None),
        private=shut.find(
            marked, [one for one in firms.harmful(marked, target) if names.fold(marked.text(one)) not in people_named]
        ),
        other_companies=elsewhere,
    )
    return result.model_copy(update={"missing": missing.questions(result, profile)})


def _without(notes: str, injected: tuple[Span, ...]) -> str:
    """The notes with injected orders blanked out, each character by a space, so that offsets stay."""
    for span in injected:
        blank = "".join(char if char == "\n" else " " for char in notes[span.start : span.end])
        notes = notes[: span.start] + blank + notes[span.end :]
    return notes


def _interview(marked: Marked, written: Stamps, today: date, american: bool) -> Fact | None:
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


def _decision(marked: Marked, written: Stamps, interviewed: date | None, today: date, american: bool) -> Fact | None:
    """The last day of the stated time; of several, the one that was said last."""
    base = interviewed or today
    found = [
        (sure, start, day, Span(start=start, end=end, text=marked.notes[start:end]))
        for whole, last, sure in marked.stretches("decide", _LIKELY["decide"])
        for start, end in _lines(marked.notes, whole, last)
        if not (_MINE.search(marked.notes, start, end) or _STILL.search(marked.notes, start, end))
        and not _SECRET.search(_sentence(marked.notes, start, end))
        and (not _ELSE.search(marked.notes, start, end) or _NEWS.search(marked.notes, max(0, start - _NEAR), end))
        and (day := _ahead(marked.notes, start, end, (written.day(start) or base, today), american))
        and (day != interviewed or _TODAY.search(marked.notes, start, end))
        and (day != today or not _WRITTEN.search(marked.notes, start, end) or _NEWS.search(marked.notes, start, end))
        and (interviewed is None or day >= interviewed)
    ]
    if not found:
        return None
    sure, _, day, place = max(found, key=lambda one: (one[0] > _SURE, one[1]))
    return Fact(id="decision", value=day.isoformat(), said_by="them", evidence=(place,), sure=round(sure, 3))


def _sentence(notes: str, start: int, end: int) -> str:
    """The sentence of the notes in which a stretch stands."""
    before = max((notes.rfind(mark, 0, start) for mark in ("\n", ". ", "; ", "! ", "? ")), default=-1)
    after = min(
        (at for mark in ("\n", ". ", "; ", "! ", "? ") if (at := notes.find(mark, end)) >= 0), default=len(notes)
    )
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
