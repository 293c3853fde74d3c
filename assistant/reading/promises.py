"""What the candidate promised, as the notes put it, made into what will be done: `send you the slides`, and until when."""

from __future__ import annotations

import re
from datetime import date

from assistant.brief import Form
from assistant.language.tidy import Tidier
from assistant.reading import days, seams
from assistant.reading.marked import Marked
from assistant.reading.marks import Found
from assistant.reading.people import Folk

Worded = tuple[str, Form, float]
"""The words, their form, and how sure they are."""
_BEFORE = 90
"""Characters of its line before a promise in which the thing may stand that is promised."""
_WILL_SEND = re.compile(
    r"(?i)\b(?:send|e-?mail|forward)(?:\s+(?:it|them|over|on|her|him|you|that|both))*(?:\s+(?:by|on|this|tomorrow|today|tonight|asap|before)\b.*)?\W*$"
)
"""A promise that leaves out, or calls `it`, what will be sent."""
_WANTED = re.compile(
    r"(?i)\b(?:wants?|wanted|asked\s+for|asks?\s+for|needs?|would\s+like|requested)\s+(?:to\s+(?:see|have)\s+)?"
    r"(?P<thing>(?:an?\s+cop(?:y|ies)\s+of\s+|copies\s+of\s+)?(?:both\s+)?(?:my|the|two|2|an?)\s+[^,.;:(\n]{2,60}?)(?=\s*(?:[,.;:(\n]|\s[-–—]|\b(?:and|so|but)\s+(?:i|he|she|they|said|will|told)\b|$))"
)
_PROMISED = re.compile(
    r"(?i:\bpromised) (?:(?i:him|her|them|you) |(?:[A-ZÀ-Þ][\w'’.-]*\.?:? ){1,3})?[,:]?\s?(?P<thing>(?i:my|the|an?|some|two|three|links?|cop(?:y|ies)|photos?)\s.+?)"
    r"(?=\s+(?i:by|before|on|until|till|this|next|tomorrow|today|tonight)\b|[,.;(]|$)"
)
_GIVEN = re.compile(
    r"(?i)\b(?P<verb>send|e-?mail|forward|share|bring|drop|post|show|text)(?: over| on| across| across to)?\s+(?P<rest>[^,.;:(\n]+?)"
    r"(?=\s+(?:by|before|on (?=\d|the \d|mon|tue|wed|thu|fri|sat|sun)|until|till|this|next|tomorrow|today|tonight|asap|tmrw|monday|tuesday|wednesday|thursday|friday|mon|tues?|weds?"
    r"|thurs?|fri)\b|\s+(?:and|&|\+)\s(?!(?:the|my|an?|your)\s)|\s+(?:when|once|as soon|if)\s|[,.;:(\n]|$)"
)
_BARE_COPY = re.compile(r"(?:an?|the) (?:scan|copy|photo|picture)")
_NOUNS = re.compile(
    r"(?i)(?:the|my|an?|your|our|some|two|three|copies|photos?|pictures|links?|details|names?|references?|contact)\b"
)
"""How the thing that is promised begins, so that it stands without more."""
_OTHERS = re.compile(
    r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|[A-Z][a-z]+)(?:['’]ll|\s+(?:would|will|has|have|had|needs?|wants?))\b"
)
"""What somebody else would do: no promise of the candidate's. (`I` is one letter.)"""
_THEIRS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey)(?:['’](?:s|re)|\s+(?:is|are))?(?:\s+going\s+to|['’]ll|\s+will|['’]d|\s+would)\s+$"
)


def is_mine(marked: Marked, mark: Found) -> bool:
    """Whether the candidate would do it, and not somebody else: `Rachel would have to ...`, `he's going to | ring`."""
    before = marked.notes[max(0, marked.start(mark) - 24) : marked.start(mark)]
    return not (_OTHERS.match(marked.text(mark)) or _THEIRS.search(before))


def worded(marked: Marked, mark: Found, folk: Folk, tidier: Tidier) -> Worded | None:
    """A promise of something that will be given; nothing where the words say of no thing that it will be."""
    text = _thing(marked, mark, tidier) or _deed(marked, mark, folk, tidier)
    return (text, "inf", mark.sure * (1 - marked.shut(mark))) if text else None


def _thing(marked: Marked, mark: Found, tidier: Tidier) -> str | None:
    """`promised her the slides`, and `she wants my slides, I'll send them`, as `send you the slides`."""
    line = _line_to(marked, mark, marked.end(mark))
    found = _PROMISED.search(line) or (_WANTED.search(line) if _WILL_SEND.search(marked.text(mark)) else None)
    if found is None:
        return None
    thing = _noun(found["thing"], tidier)
    return f"send you {thing[:1].lower()}{thing[1:]}"


def _deed(marked: Marked, mark: Found, folk: Folk, tidier: Tidier) -> str | None:
    """`said I'd send him the calendar (1 page)` as `send you the calendar`; a copy is of what was wanted before it."""
    found = _GIVEN.search(marked.text(mark))
    if found is None:
        return None
    thing = _noun(_without_receiver(found["rest"], folk), tidier)
    if not _NOUNS.match(thing):
        return None
    if _BARE_COPY.fullmatch(thing):
        wanted = _WANTED.search(_line_to(marked, mark, marked.start(mark)))
        if wanted is None:
            return None
        thing = f"{thing} of {tidier.tidy(' '.join(wanted['thing'].split()))}"
    verb = found["verb"].lower()
    whom = "" if verb in {"bring", "drop", "post"} else " you"
    return f"{verb}{whom} {thing}"


def _line_to(marked: Marked, mark: Found, end: int) -> str:
    """What stands on the line of a promise, from a little before it up to a character."""
    return marked.notes[max(marked.line(marked.start(mark)), marked.start(mark) - _BEFORE) : end]


def _noun(words: str, tidier: Tidier) -> str:
    return seams.with_article(tidier.tidy(" ".join(words.split())))


def _without_receiver(rest: str, folk: Folk) -> str:
    """What is given, without whom it goes to: `him the list`, `the list over to Ada`."""
    rest = f" {rest}"
    called = sorted({name for person in folk.people for name in (person.name, *person.aliases)}, key=len, reverse=True)
    people = rf"(?:you|him|her|them|u{''.join(f'|{re.escape(name)}' for name in called)})"
    if to := re.match(rf"(?i) {people}(?!['’\w]) ", rest):
        return rest[to.end() - 1 :]
    if behind := re.search(rf"(?i) (?:to|over to) {people}(?!['’\w])", rest):
        return rest[: behind.start()] + rest[behind.end() :]
    return rest


def due(marked: Marked, mark: Found, base: date, american: bool) -> date | None:
    """The day until which a promise is due: by the words so marked in it or right beside it."""
    for said in marked.of("due"):
        if mark.first - 6 <= said.first <= mark.last + 6:
            return days.ahead(marked.text(said), base, american)
    return None
