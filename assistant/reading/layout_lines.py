"""Lines of pasted notes and their shapes: bullets, tables, time stamps, e-mail headers, headings, boilerplate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.reading.wordlist import words


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the notes; text == notes[start:end] without the line break and outer blanks."""

    index: int
    start: int
    end: int
    text: str
    indent: int


@dataclass(frozen=True, slots=True)
class Stamp:
    """A line of a chat export or transcript: its stamp, who speaks, and where the words begin."""

    raw: str
    speaker: str | None
    body: int


BULLET = re.compile(r"(?:[-*•‣◦▪●·–—+>→✓✔☐☑]|\d{1,2}[.)]|\(?[a-z]\)|\[[ xX]\])(?:\s+\[[ xX]\])?\s+(?=\S)|[•●▪◦](?=\S)")
HEADING = re.compile(r"#{1,6}\s+(?P<text>.+?)\s*#*$")
RULE = re.compile(r"[-*_=~#–—]{3,}\s*(?P<text>[^-*_=~#–—]{0,60}?)\s*[-*_=~#–—]{3,}$|[-*_=~#–—]{3,}$|--\s*$|[—–]{2}$")
TABLE = re.compile(r"\|.*\|.*$|[^|]+\|[^|]+\|[^|]*$")
TABLE_RULE = re.compile(r"\|?[\s:|+-]*-{2,}[\s:|+-]*$")
HEADER = re.compile(
    r"(?P<open>\*\*|\*)?(?P<key>from|sent|to|cc|bcc|subject|reply-to|date|when|where|who|what|organi[sz]er|"
    r"attendees|required|optional|"
    r"guests|invitees|location|calendar|title|von|gesendet|an|betreff|datum|de|envoyé|à|objet|para|enviado(?: "
    r"el)?|asunto|assunto|da|"
    r"inviato|a|oggetto|van|verzonden|aan|onderwerp)(?:\*\*|\*)?\s*:(?:\*\*|\*)?\s*(?P<value>.*)$",
    re.IGNORECASE,
)
MAIL_KEYS = words(
    "from sent subject von gesendet betreff envoyé objet enviado asunto assunto inviato oggetto verzonden onderwerp",
    "reply-to cc",
)
SENDER_KEYS = words(
    "from von de da van",
)
DAY_KEYS = frozenset(
    ["sent", "date", "gesendet", "datum", "envoyé", "enviado", "enviado el", "inviato", "verzonden", "when"]
)
INVITE_KEYS = words(
    "when where organizer organiser attendees required optional guests invitees",
)
WROTE = re.compile(
    r"(?:>\s*)*(?:On|Am|Le|El|Em|Il|Op)\s(?P<when>.{4,60}?),?\s(?P<who>[^<>\d,]{2,60}?)\s*(?:<[^>]*>)?\s*"
    r"(?:wrote|schrieb|a écrit|escribió|escreveu|ha scritto|schreef)\s*:\s*$"
)
QUOTE = re.compile(r"(?:>\s?)+")
SIGN_OFF = re.compile(
    r"(?:(?:kind(?:est)?|best|warm(?:est)?|many|with best|with kind)\s+(?:regards|wishes|thanks)|regards|cheers|"
    r"sincerely|"
    r"yours (?:sincerely|faithfully|truly)|sincerely yours|best|all the best|thanks|thank you|many thanks|warmly|"
    r"cordially|rgds|br|"
    r"saludos(?: cordiales)?|un saludo|atentamente|cordialement|bien à vous|mit freundlichen grüßen|viele grüße|mfg|"
    r"met vriendelijke groet|ngā mihi|nga mihi|slán)[\s,.!]*$",
    re.IGNORECASE,
)
GREETING = re.compile(
    r"(?:hi|hello|dear|hey|good (?:morning|afternoon|evening)|morning|afternoon|hola|bonjour|guten tag|liebe[r]?|"
    r"estimad[oa]|kia ora)"
    r"\b[^.?!:]{0,40}[,!:]?$",
    re.IGNORECASE,
)
BOILERPLATE = re.compile(
    r"(?:this (?:e-?mail|message|communication)\b.*\b(?:confidential|privileged|intended)|.*\bintended recipient\b|"
    r".*\bend-to-end encrypted\b|<?media omitted>?$|.*(?:image|video|audio|sticker|gif|document) omitted$|sent "
    r"from my \w+|"
    r"get outlook for|join (?:zoom|microsoft teams|with google meet|the meeting)|.*\bmeeting id\b|passcode:|"
    r"dial.?in\b|one tap mobile|"
    r"https?://\S+$|unsubscribe\b|you(?:'re| are) receiving this|please consider the environment|missed (?:voice|"
    r"video) call|"
    r"this message was deleted|you deleted this message|webvtt|x-[a-z-]+:|(?:begin|end):v|(?:prodid|version|uid|"
    r"dtstamp|method|sequence|"
    r"rrule|transp|class|priority|calscale|status)[:;]|registered (?:in|office)|accept\s*\|?\s*(?:tentative|"
    r"decline)|yes\s*[-|]\s*maybe)",
    re.IGNORECASE,
)
_DAY_STAMP = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|[A-Z][a-z]{2,8}\s\d{1,2},?\s\d{4}|\d{1,2}\s[A-Z][a-z]{2,8}\s\d{4})"
_WEEKDAY = r"(?:[Mm]on|[Tt]ue|[Ww]ed|[Tt]hu|[Ff]ri|[Ss]at|[Ss]un)[a-z]{0,6}"
_TIME_STAMP = r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,3})?\s?(?:[AaPp]\.?[Mm]\.?)?"
_STAMPED = re.compile(
    rf"\u200e?[\[(]?(?P<when>(?:{_DAY_STAMP},?\s+(?:at\s+)?|(?<=\[){_WEEKDAY},?\s+)?{_TIME_STAMP}|{_DAY_STAMP})[\])]?\s*(?:[-–—:|]\s*)?"
    r"(?:\u200e?(?P<who>[^:\n\[\]]{1,45}?)\s*(?:\([^()]{1,40}\))?:\s+)?(?=\S|$)"
)
_SPEAKER_LINE = re.compile(
    rf"(?P<who>[^\d:\n\[\]|]{{2,40}}?)\s*(?:\([^()]{{1,30}}\))?[\s,|"
    rf"·–-]+[\[(]?(?P<when>(?:{_DAY_STAMP},?\s+)?{_TIME_STAMP})[\])]?$"
)
CUE_TIMES = re.compile(r"\d{1,2}:\d{2}:\d{2}[.,]\d{3}\s+-->\s+")


def lines(notes: str) -> Iterator[Line]:
    """Every line of the notes in order, blank ones included, with outer blanks cut off."""
    position = 0
    for index, raw in enumerate(notes.splitlines(keepends=True)):
        body = raw.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        left = len(body) - len(body.lstrip(" \t\u200e\ufeff\xa0"))
        text = body.strip(" \t\u200e\ufeff\xa0")
        indent = len(body[:left].replace("\t", "    "))
        yield Line(index, position + left, position + left + len(text), text, indent)
        position += len(raw)


def read_stamp(text: str) -> Stamp | None:
    """The stamp at the head of a chat or transcript line, or nothing."""
    if not text[:3].strip("\u200e[("):
        return None
    match = _STAMPED.match(text)
    if match and (match["who"] or text.startswith("[")):
        return Stamp(match["when"], match["who"].strip(" ~*\u200e") if match["who"] else None, match.end())
    return None


def read_speaker_line(text: str) -> Stamp | None:
    """A line that holds only a speaker and a time, as meeting programs export it, or nothing."""
    match = _SPEAKER_LINE.fullmatch(text) if len(text) < 90 else None
    return Stamp(match["when"], match["who"].strip(), len(text)) if match else None
