"""Heads of lines: "Role: ...", "Folasade – ...", "**Gill** ...": which are labels, which name the owner of the line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.reading import labels
from assistant.reading.wordlist import words

_HEAD = re.compile(
    r"(?P<open>\*\*|__|\*|_)?(?P<head>[^\W_][^:|\n\t<>]{0,58}?)(?P<note>\s*\([^()\n]{1,60}\))?(?(open)(?P=open))"
    r"\s*(?P<mark>:(?!//|\d)|：|\s[-–—]{1,2}\s|\s(?:->|→|=>|=)\s|[–—](?=\s))(?(open)(?:(?P=open))?)\s*"
)
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_PARTICLES = words(
    "al el bin bint ibn van der den de la le du da dos das do di von zu ter ten of y e san",
)
TITLES = words(
    "mr mrs ms miss mx dr prof professor sir dame lady lord rev fr father sister matron don doña dona señor señora sr",
    "sra srta herr frau monsieur madame mme m mlle ing eng arq lic capt captain chef judge sheikh ustaz",
)
_NOT_NAMES = words(
    "about action actions address admin agenda also and anyway arrival asked attendees back background bad be",
    "benefits board call candidate client closing company concerns contact contract culture date day deadline",
    "decision details docs duration email employer feedback feeling feelings final first firm follow followup for",
    "format from fun good great gut hours how i impression impressions instructions interview interviewer",
    "interviewers interviewed issues it job just key last learned liked list location main me meeting my name need",
    "next no not note notes offer office only ok okay oops org organisation organization other our outcome overall",
    "panel pay people phone place plan plus points position post private process promised promises pros cons ps",
    "question questions q a re reading reason recap red reference reminder reply result role round salary school",
    "schedule second start status stack strengths subject summary take task team test thanks the them then they thing",
    "things thoughts time timeline timing title to todo today tomorrow topic topics tour trial travel vibe we",
    "weakness weaknesses went what when where who why with work worry yes yesterday you your p.s sent cc bcc met site",
    "visit walk told said they're he she his her skills experience project projects product products step steps stage",
    "loved morning afternoon evening lunch coffee hr it qa register salaire poste fecha puesto empresa firma stelle",
    "datum ort entreprise lieu unternehmen cargo",
)
_DAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun",
    "january february march april june july august september october november december jan feb mar apr jun jul aug",
    "sep sept oct nov dec",
)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a line and where its value begins."""

    text: str
    """The head itself, without marks."""
    note: str | None
    """What stands in brackets after it."""
    value_start: int
    """Index in the line where the value begins."""
    colon: bool
    """True for "Key: value", False for "Key - value"."""


def read_head(line: str) -> Head | None:
    """The head of a line ("Role: nurse" -> "Role"), or nothing when the line has none."""
    match = _HEAD.match(line)
    if not match or len(match["head"].split()) > 6 or ", " in match["head"]:
        return None
    note = match["note"].strip(" ()") if match["note"] else None
    return Head(match["head"].strip(" *_"), note, match.end(), match["mark"].strip() in {":", "：", "="})


def owner_of(head: str) -> str | None:
    """The head when it can be a person's name by its shape (the reader of people decides whether it is one)."""
    bare = re.sub(r"\s*[(,].*", "", head).strip(" *_#")
    words = bare.split()
    if not words or len(words) > 6 or any(char.isdigit() or char in "@/" for char in bare):
        return None
    lowered = [word.lower().strip(".") for word in words]
    if (
        labels.is_known(bare)
        or any(word in _NOT_NAMES for word in lowered)
        or (lowered[0] in _DAYS and len(words) == 1)
    ):
        return None
    return bare if all(_name_like(word) for word in words) or _titled(words) or len(words) == 1 else None


def _titled(words: list[str]) -> bool:
    return words[0].lower().strip(".") in TITLES and len(words) <= 4


def _name_like(word: str) -> bool:
    lowered = word.lower()
    cased = not word[0].islower() or lowered in _PARTICLES or lowered.split("-")[0] in _PARTICLES
    return bool(_WORD.fullmatch(word)) and cased
