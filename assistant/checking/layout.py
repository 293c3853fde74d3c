"""Takes the text of a message apart: greeting, sentences, sign-off, signature, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.checking.words import Token, is_function, table, tokens

ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|mx|dr|prof|st|sr|jr|vs|e\.g|i\.e|approx|no|inc|ltd|co|a\.m|p\.m|rev|messrs|etc)|\b[A-Z])$", re.I
)
BREAK = re.compile(r"[.!?…]+[\"'”’)]*\s+(?=[\"'“‘(¿]*[\w\U0001F300-\U0001FAFF])|\n[ \t]*\n\s*|\n")
BULLET = re.compile(r"^\s*(?:[-*•–‣▪]|\d+[.)])\s+")
LABEL = re.compile(r"^\s*(?:\*\*|#+ *|\[)?[A-Z][\w '’/()&,-]{2,40}(?:\*\*)?[:\]](?:\*\*)?\s*$")
SOFT_WRAP = 50  # a line at least this long that ends in no end mark runs on in the next


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the body: body[start:end] == text; its words are `tokens`."""

    text: str
    start: int
    end: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The body of a message taken apart."""

    greeting: Piece | None
    """The salutation with the name in it, without what follows on the same line."""
    sentences: tuple[Piece, ...]
    """The sentences between greeting and sign-off, labels of a script left out."""
    labels: tuple[Piece, ...]
    """Lines that only head a section."""
    sign_off: Piece | None
    """The closing phrase, such as Kind regards."""
    signature: Piece | None
    """Everything after the closing phrase: name and contact."""


@cache
def greeting_pattern() -> re.Pattern[str]:
    """Matches a salutation at the start of a text; group `name` is whoever it greets."""
    words = "|".join(map(re.escape, sorted(table("lexicon")["salutations"], key=len, reverse=True)))
    return re.compile(
        (
            rf"\s*(?P<word>{words})\b(?:,(?=\s+(?:Mr|Mrs|Ms|Dr|Prof|Sir|Madam|[A-Z][a-z]+[,.!\n])))?(?P<name>[^,"
            rf"!:;\n–—?]{{0,60}}?)(?P<end>\s*[,!:;–—]|\s*$|(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bProf)"
            rf"(?<!\bSt)\.(?=\s)|\s*\n)"
        ),
        re.I,
    )


@cache
def _sign_off_pattern() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(table("lexicon")["sign_offs"], key=len, reverse=True)))
    return re.compile(
        rf"^[ \t]*(?:{words})(?:[ \t]+(?:and[ \t]+)?(?:{words}|again))?[ \t]*[,.!–—-]*[ \t]*$"
        rf"|^[ \t]*(?![^\n]*\b(?:is|are|was|am|will|would|have|has|had|for your|for the|for seeing)\b)"
        rf"(?:(?!I\b)[\w'’-]+[ \t]+){{0,4}}(?:regards|wishes|wish|thanks|greetings|respects?|gratitude|blessings|"
        rf"sincerely|faithfully|truly|cheers)(?:[ \t]+[\w'’-]+){{0,7}}[ \t]*,[ \t]*$",
        re.I | re.M,
    )


def piece(text: str, start: int, end: int) -> Piece:
    """The stretch of `text` from start to end without blanks at its edges."""
    chunk = text[start:end]
    start += len(chunk) - len(chunk.lstrip())
    end = start + len(chunk.strip())
    return Piece(text[start:end], start, end, tokens(text[start:end], start))


def take_apart(body: str, names: frozenset[str]) -> Layout:
    """The layout of a body; `names` are the candidate's own names and contact words in lower case."""
    greeting = _greeting(body)
    sign_off, signature = _ending(body, greeting.end if greeting else 0, names)
    first = greeting.end if greeting else 0
    last = min([part.start for part in (sign_off, signature) if part] or [len(body)])
    pieces = tuple(_sentences(body, first, last))
    labels = tuple(part for part in pieces if LABEL.match(part.text))
    return Layout(greeting, tuple(part for part in pieces if part not in labels), labels, sign_off, signature)


CALLED = re.compile(
    r"\s*(?:(?:Good (?:morning|afternoon|evening|day)|Salam|Namaste|Sat sri akal),?\s+)?"
    r"(?P<name>(?:[A-ZÀ-Þ][\w.'’-]+\s+){0,3}(?:[A-ZÀ-Þ][\w.'’-]+|sir|madam|ji|san|bey|hanım|dai|bhai|sahib)),\s+(?=[a-z]|this|it|I\b)"
)
"""A name and a comma with which the first sentence opens: Joseba, thanks for Tuesday."""


def _greeting(body: str) -> Piece | None:
    found = greeting_pattern().match(body)
    if found and len(found.group("name").split()) <= 6:
        return piece(body, found.start("word"), found.end("name"))
    line, _, rest = body.lstrip().partition("\n")
    if rest and line.rstrip().endswith(",") and 0 < len(line.split()) <= 4 and line[:1].isupper():
        start = len(body) - len(body.lstrip())
        return piece(body, start, start + len(line.rstrip().rstrip(",")))
    called = CALLED.match(body)
    if called and not any(is_function(word.lower()) for word in called["name"].split()[:1]):
        return piece(body, called.start("name"), called.end("name"))
    return None


def _ending(body: str, first: int, names: frozenset[str]) -> tuple[Piece | None, Piece | None]:
    found = [match for match in _sign_off_pattern().finditer(body, first) if len(body[match.end() :].split()) <= 40]
    if found:
        rest = piece(body, found[-1].end(), len(body))
        return piece(body, found[-1].start(), found[-1].end()), rest if rest.text else None
    start = len(body.rstrip())
    while start > first:
        line = body.rfind("\n", first, start) + 1 or first
        text = body[line:start].strip()
        if text and not _signs(text, names):
            break
        start = max(line - 1, first)
        if line == first:
            break
    rest = piece(body, start, len(body))
    return None, rest if rest.text and rest.start > first else None


def _signs(line: str, names: frozenset[str]) -> bool:
    words = tokens(line)
    if len(words) > 12 or (re.search(r"[.?!]$", line) and len(words) > 4):
        return False
    known = any(word.low in names for word in words)
    contact = "@" in line or len(re.findall(r"\d", line)) >= 7 or "linkedin.com" in line
    shaped = len(words) <= 4 and all(word.text[:1].isupper() for word in words) and not re.search(r"[.?!:]$", line)
    return (known and len(words) <= 6) or (contact and len(words) <= 12) or shaped


def _sentences(body: str, first: int, last: int) -> Iterator[Piece]:
    start = first
    for found in BREAK.finditer(body, first, last):
        if "\n" not in found.group() and ABBREVIATION.search(body[max(0, found.start() - 8) : found.start()]):
            continue
        if found.group() == "\n" and _wrapped(body, found.start(), found.end()):
            continue
        end = found.start() + len(found.group().rstrip())
        part = piece(body, start, end)
        if part.tokens:
            yield part
        start = found.end()
    part = piece(body, start, last)
    if part.tokens:
        yield part


def _wrapped(body: str, end: int, following: int) -> bool:
    line = body[body.rfind("\n", 0, end) + 1 : end]
    return (
        len(line) >= SOFT_WRAP
        and not line.rstrip().endswith((".", "!", "?", ":"))
        and not BULLET.match(body[following:])
    )
