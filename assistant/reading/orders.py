"""Instructions: how, when, whom and what to write. The network marks them; here each one's words are read into its fields."""

from __future__ import annotations

import re
from datetime import date

from assistant.brief import Channel, Instruction, InstructionKind
from assistant.reading import days
from assistant.reading.channel_words import ADDRESS, CHANNELS, NUMBER, SPOKEN_ADDRESS
from assistant.reading.marked import Marked
from assistant.reading.marks import Found
from assistant.reading.people import Folk

KINDS: dict[str, InstructionKind] = {
    "i-chan": "channel", "i-person": "person", "i-time": "timing", "i-wait": "no-contact-before", "i-other": "other",
}  # fmt: skip
_FORBIDS = re.compile(
    r"(?i)(?<!\w)(?:no|not|never|nor|don['’]?t|dont|do\s+not|doesn['’]?t|doesnt|does\s+not|dnt|avoid|without|stop|hates?|can['’]?t"
    r"|won['’]?t|refuses?|ignores?|instead\s+of|rather\s+than|leave\s+(?:\w+\s+)?out|keep\s+(?:\w+\s+)?out|nothing\s+about|skip|omit|mustn['’]?t"
    r"|nobody|isn['’]?t|kein\w*|nicht|ne|pas|não|nada|không|đừng|wag|huwag|nie|non|geen|niet|inte|ikke|éviter|evitar"
    r"|sin|sans|ohne|bez|hindi|jangan|tidak|yok|forget|drop|out\s+of|noh|nuh|usi\w*|hakuna|walang|wala)(?!\w)"
)
_TOWARDS = re.compile(
    r"(?i)\b(?:through|thru|via|c/o|care\s+of|attention|attn|only\s+(?:to|through)?\s*(?:me|her|him)|to\s+me\b|me\s+only|instead|rather\s+than"
    r"|goes\s+to|go\s+to|über|por|par|attraverso|przez)\b"
)
"""Words that send everything to somebody, whomever else they close."""
_REFERENCE = re.compile(
    r"(?<![\w/])(?=[\w/.-]*\d)(?:[A-Z]{1,6}[A-Z0-9]*(?:[/-][A-Z0-9]+)+|[A-Z]{2,}\d{2,}[\w-]*|\d{3,}[/-][\w/-]+|#\d{3,}|[A-Z]{1,4}-?\d{3,})(?!\w)"
)
_LOOSE_REFERENCE = re.compile(
    r"(?i)\b(?:ref(?:erence)?|vacancy|job|requisition|req|posting|case|number|code)\.?\s*(?:no\.?|number|id|code|ref)?\s*[:#]?\s*"
    r"(?P<ref>(?=[\w/.-]*\d)\w[\w/.-]*\w)"
)
_EVERYBODY = re.compile(r"(?i)\b(?:all|both|each|everyone|everybody)\b")
_PAPERS = re.compile(r"(?i)\b(?:send|give|bring|hand)\s+(?:it|'?em|them|those|these|the|my|your|references|refs)\b")
"""Where papers go says nothing of whom the message is for."""
_VERDICT = r"(?:no|not|never)\b(?=\s*(?:$|[,.;]|good|use|welcome|thanks|please|answered|reads?|works?|possible))"
_PRONOUN = re.compile(r"(?i)\b(?:her|him|them)\b")
_BESIDE = 40
"""Characters behind an instruction in which its address may stand."""
_SUBJECT = re.compile(r"(?i)subject|\bref\b|\bref\.|reference|quot(?:e|ing)|betreff|asunto|objet|\bsubj\b")


def find(marked: Marked, folk: Folk, today: date, american: bool) -> tuple[Instruction, ...]:
    """Every instruction in the notes, in order."""
    marks = [mark for mark in marked.of(*KINDS) if not _is_list(marked.text(mark))]
    return tuple(_read(marked, mark, folk, today, american) for mark in marks)


def _is_list(text: str) -> bool:
    """Whether the words only head or list addresses: `emails: a@kiln.example, b@kiln.example`."""
    return (
        bool(re.fullmatch(r"(?i)\W*(?:no\W+)?(?:e-?mails?|contacts?|phone|tel)(?:['’]s (?:fine|ok))?\W*", text))
        or len(re.findall(ADDRESS, text)) > 1
    )


def _read(marked: Marked, mark: Found, folk: Folk, today: date, american: bool) -> Instruction:
    text, kind = marked.text(mark), KINDS[mark.tag]
    channel = _channel(text) if kind == "channel" else None
    forbids = kind == "no-contact-before" or bool(_FORBIDS.search(text))
    if kind == "channel" and forbids:
        forbids = _forbidden(text, channel)
    person = _person(marked, mark, folk) if kind in {"person", "channel", "no-contact-before"} else None
    if kind == "person" and (_TOWARDS.search(text) or _named_before(text, folk)):
        forbids = False
    if kind == "person" and _PAPERS.search(text):
        person = None
    return Instruction(
        kind=kind,
        text=text,
        evidence=(marked.span(mark),),
        channel=channel,
        forbids=forbids,
        person=person,
        address=_address(text, _rest_of_line(marked, mark)) if kind in {"channel", "person"} and not forbids else None,
        subject=_subject(text, marked.notes),
        not_before=days.ahead(text, today, american) if kind == "no-contact-before" else None,
    )


def _forbidden(text: str, channel: Channel | None) -> bool:
    """Whether the channel that was taken is the one spoken against, as in `no calls`; in `mail, not calls` it is not."""
    spoken = _spoken_against(text)
    if spoken and channel not in spoken:
        return False
    against = _FORBIDS.search(text)
    pattern = dict(CHANNELS).get(channel) if channel else None
    named = re.search(rf"(?i)(?<!\w)(?:{pattern})(?!\w)", text) if pattern else None
    return not (against and named and named.start() < against.start() and not _after(text, against))


def _spoken_against(text: str) -> set[Channel]:
    """The channels behind which a verdict stands: `phones no good out there, email him`."""
    return {
        channel
        for channel, pattern in CHANNELS
        if re.search(rf"(?i)(?<!\w)(?:{pattern})\s?(?:is|are)?\s?{_VERDICT}", text)
    }


def _after(text: str, against: re.Match[str]) -> bool:
    """Whether nothing but the verdict follows: `LinkedIn no`, `calls not welcome`."""
    return not any(re.search(rf"(?i)(?<!\w)(?:{pattern})(?!\w)", text[against.end() :]) for _, pattern in CHANNELS)


def _channel(text: str) -> Channel | None:
    """The channel that is asked for, or else the one that is spoken against."""
    rest = re.sub(ADDRESS, " ", text)
    places = sorted(
        (match.start(), channel)
        for channel, pattern in CHANNELS
        if (match := re.search(rf"(?i)(?<!\w)(?:{pattern})(?!\w)", rest))
    )
    against = _FORBIDS.search(rest)
    spoken = _spoken_against(rest)
    wanted = [channel for at, channel in places if channel not in spoken and (not against or at < against.start())]
    wanted = wanted or [channel for at, channel in places if spoken and channel not in spoken]
    if rest != text and not wanted:
        return "email"
    if wanted or places:
        return wanted[0] if wanted else places[0][1]
    return "phone" if re.search(NUMBER, text) else None


def _person(marked: Marked, mark: Found, folk: Folk) -> str | None:
    """Whom the words speak of: somebody named in them; for `her` or `him` the one named before on the line; else whom
    the network says."""
    named = sorted((span.start, person.name) for person in folk.people for span in person.evidence)
    if _EVERYBODY.search(marked.text(mark)):
        return None
    if inside := [name for place, name in named if marked.start(mark) <= place < marked.end(mark)]:
        return inside[0]
    start = marked.line(marked.start(mark))
    before = [name for place, name in named if start <= place < marked.start(mark)]
    return before[-1] if before and _PRONOUN.search(marked.text(mark)) else folk.name(mark)


def _named_before(text: str, folk: Folk) -> bool:
    """Whether somebody is named before any word that forbids: `chase Tomasz, not Alison`, `write to her, he never reads`."""
    against = _FORBIDS.search(text)
    told = text[: against.start()] if against else text
    called = {name for person in folk.people for name in (*person.name.split(), *person.aliases) if len(name) > 2}
    return bool(_PRONOUN.search(told)) or any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", told) for name in called)


def _rest_of_line(marked: Marked, mark: Found) -> str:
    """What follows the instruction on its line, up to the end of the sentence."""
    return re.split(r"\n|[;!?]|\.\s", marked.notes[marked.end(mark) :], maxsplit=1)[0][:_BESIDE]


def _address(text: str, after: str) -> str | None:
    """Where to: in the instruction itself, else right behind it: `please WhatsApp her` on 07700 900222."""
    return next((found for part in (text, after) if (found := _written(part))), None)


def _written(text: str) -> str | None:
    if written := re.search(ADDRESS, text):
        return written.group().rstrip(".")
    if spoken := re.search(rf"(?i)(?<!\w){SPOKEN_ADDRESS}", text):
        joined = re.sub(r"(?i)\s+(?:dot|punto|ponto)\s+", ".", spoken.group())
        return re.sub(r"(?i)\s+(?:at|arroba)\s+", "@", joined)
    number = re.search(NUMBER, text)
    return number.group().strip() if number else None


def _subject(text: str, notes: str) -> str | None:
    """A reference that the subject must carry: in the instruction, or else the one that the notes give."""
    if not _SUBJECT.search(text):
        return None
    found = _REFERENCE.search(text)
    if found:
        return found.group()
    loose = _LOOSE_REFERENCE.search(text) or _LOOSE_REFERENCE.search(notes)
    return loose.group("ref") if loose else None
