"""Dates as they stand in text: `weds 11th feb`, `the twenty ninth of july`, `Do 5.3.`, `2026-03-12`, `friday`.

Text is cut into tokens, each token gets a one-letter class, and the patterns of a date are regular expressions
over the string of classes. What a mention means on the calendar depends on a base day and a direction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from assistant.reading import calendar_words
from assistant.reading.wordlist import words

_TOKEN = re.compile(
    r"""(?xi)
      (?P<stamp>(?<!\d)(?:19|20)\d{6}(?=T\d{4}|(?!\d)))
    | (?P<iso>(?<![\d/.-])(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))
    | (?P<full>(?<![\d/.-])\d{1,2}(?P<sep>[-/.])\s?\d{1,2}(?P=sep)\s?(?:(?:19|20)\d\d|\d{2})(?![\d/]))
    | (?P<time>(?<!\d)\d{1,2}(?::\d{2}(?::\d{2})?|[h]\d{0,2}(?!\w)|\.\d{2}(?=\s?(?:[ap]\.?m|hrs?|uhr
      |h)\b))(?:\s?[ap]\.?m\b)?
        |(?<!\d)\d{1,2}\s?(?:[ap]\.?m\b|uhr\b|giờ\b|o['’]clock))
    | (?P<dots>(?<![\d.])\d{1,2}\.\s?\d{1,2}\.(?!\d)|(?<![\d.,$€£])(?:2[5-9]|3[01])\.(?:0?[1-9]|1[0-2])(?![\d%]|\.\d
      |\s?(?:k|m|kg|km|€|percent)\b))
    | (?P<slash>(?<![\d/.,$€£-])\d{1,2}/\d{1,2}(?![\d/%]))
    | (?P<year>(?<![\d.,$€£])(?:19|20)\d\d(?![\d,%]|\.\d)|['’]\d\d(?!\d))
    | (?P<ord>(?<![\w.,$€£])\d{1,2}(?:st|nd|rd|th|er|º|ª|°|日|\.(?=\s?[^\W\d]))(?!\w))
    | (?P<num>(?<![\w.,$€£])\d{1,2}(?![\d%]|[.,]\d))
    | (?P<pair>thứ\s[2-7](?!\w)|(?:thứ|thu)\s(?:hai|ba|tư|tu|năm|nam|sáu|sau|bảy|bay)(?!\w)|chủ\snhật
        |(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|one|two|three|four|five
          |six|seven|eight|nine)\b)
    | (?P<word>[^\W\d_]+(?:-feira\b)?|\bT[2-7]\b)
    | (?P<punct>[,;:()|\n\-–—])
    """
)
_ARTICLES = words("the le el la den der dem dia día il lo o os")
_DAY_WORDS = {"tháng": "q", "ngày": "g", "dia": "g", "día": "g", "năm": "n"}
_OF = words("of de del di d")
_PREPOSITIONS = words(
    "by on before until till til from for at this next last past since after around about in bis am ab vor zum seit",
    "le el il al",
    " em até ate para pour avant jusqu hasta antes para trước vào thứ do da coming following every each ce",
)
_AFTER_ORDINAL = words(
    "and or but at in if so for to she he they i we because as then with by on from is was were at latest",
    "when after before",
    " would will should that it which who you not maybe probably also please und oder et ou y e",
)
_AFTER_SATURDAY = (
    "trial",
    "interview",
    "assessment",
    "morning",
    "afternoon",
    "am",
    "pm",
    "night",
    "at",
    "shift",
    "evening",
    "visit",
)
_PARTS_OF_MONTH = ("mid", "early", "late", "end", "beginning", "middle", "start")
_PATTERN = re.compile(
    r"(?:[Ww]c?[tpg]*)?F"
    r"|[ONC]o?t?[Mm](?:c?o?Y)?[cl]?W"
    r"|(?:[Ww]c?[tg]*)?[ONC]o?t?[Mm](?:c?o?Y)?"
    r"|(?:[Ww]c?t*)?[Mm]t?[ONC](?:c?Y)?"
    r"|(?:[Ww]c?)?g?NqN(?:n?Y)?"
    r"|(?:[Ww]c?[tpg]*)?P"
    r"|[Ww]c?t?[ON]"
    r"|[tpg]O|g[NO](?!o?[Mm]|q)"
    r"|Mc?o?Y|mY|[Mm]"
    r"|[Ww]"
)


class Token(NamedTuple):
    """One token of a text: where it stands, its class, and the number it carries."""

    start: int
    end: int
    text: str
    cls: str
    value: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A date as written: which of its parts the words give."""

    start: int
    end: int
    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    swappable: bool = False

    @property
    def kind(self) -> str:
        """`date` (day and month), `day` (of an unnamed month), `month` or `weekday`."""
        if self.day is not None:
            return "date" if self.month is not None else "day"
        return "month" if self.month is not None else "weekday"


@lru_cache(maxsize=512)
def find(text: str) -> tuple[Mention, ...]:
    """Every date mentioned in `text`, in order, without overlaps."""
    tokens = list(_tokens(text))
    classes = "".join(token.cls for token in tokens)
    found = []
    position = 0
    while match := _PATTERN.search(classes, position):
        mention = _read(text, tokens, match.start(), match.end())
        while mention is None and match.end() - match.start() > 1 and classes[match.start()] in "Ww":
            match = re.compile(r"[Ww]").match(classes, match.start()) or match
            mention = _read(text, tokens, match.start(), match.end())
            break
        if mention is None:
            position = match.start() + 1
        else:
            found.append(mention)
            position = match.end()
    return tuple(found)


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        kind = str(match.lastgroup)
        if match.group("full"):
            kind = "full"
        cls, value = _classify(kind, match.group())
        yield Token(match.start(), match.end(), match.group(), cls, value)


_FIXED = {"stamp": "F", "iso": "F", "full": "F", "time": "T", "dots": "P", "slash": "P"}


def _classify(kind: str, text: str) -> tuple[str, int]:
    if kind in _FIXED:
        return _FIXED[kind], 0
    if kind == "year":
        digits = int(text.lstrip("'’"))
        return "Y", digits if digits > 99 else 2000 + digits
    if kind in ("ord", "num"):
        number = int(re.sub(r"\D", "", text))
        return ("O" if kind == "ord" else "N") if 1 <= number <= 31 else "x", number
    if kind == "punct":
        return {",": "c", "(": "l"}.get(text, "x"), 0
    return _classify_word(re.sub(r"\s+", " ", text.lower()), text)


def _classify_word(word: str, text: str) -> tuple[str, int]:
    if word in _DAY_WORDS:
        return _DAY_WORDS[word], 0
    if word in _ARTICLES:
        return "t", 0
    if word in _OF:
        return "o", 0
    weekday, month = calendar_words.weekdays().get(word.removesuffix("-feira")), calendar_words.months().get(word)
    if weekday is not None and not (month is not None and word in ("mar", "sept")):
        return ("w" if calendar_words.is_weak(word) else "W"), weekday
    if month is not None:
        return ("m" if calendar_words.is_weak(word) or (word == text and word in ("may", "march")) else "M"), month
    if word in calendar_words.ordinals():
        return "O", calendar_words.ordinals()[word]
    if word in calendar_words.cardinals():
        return "C", calendar_words.cardinals()[word]
    return ("p" if word in _PREPOSITIONS else "x"), 0


def _read(text: str, tokens: list[Token], first: int, last: int) -> Mention | None:
    """The mention that tokens `first` to `last` spell, or nothing where the context speaks against a date."""
    part = tokens[first:last]
    if not _glued(text, part) or not _allowed(tokens, first, last):
        return None
    while part[0].cls in "tpg" and len(part) > 1:
        part = part[1:]
    start, end = part[0].start, part[-1].end
    if part[-1].cls == "O" and part[-1].text.endswith("."):
        end -= 1
    return _assemble(part, Mention(start, end, text[start:end]))


def _glued(text: str, part: list[Token]) -> bool:
    """Tokens of one date have nothing between them but blanks and a dot of an abbreviation."""
    gaps = (text[left.end : right.start] for left, right in pairwise(part))
    return all(re.fullmatch(r"\.?[ \t\xa0]*\n?[ \t]*|['’]", gap) for gap in gaps)


def _allowed(tokens: list[Token], first: int, last: int) -> bool:
    part = tokens[first:last]
    shape = "".join(token.cls for token in part)
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    if shape in ("m", "w"):
        return _stands_alone(part[0], before, after)
    if shape[0] == "w" and "N" in shape and not part[0].text[0].isupper() and part[0].text not in ("sat", "sun"):
        return False
    if shape == "M":
        return part[0].text[0].isupper() or (before is not None and before.cls in "pxotc")
    if re.fullmatch(r"[tpg]O", shape):
        return _free_ordinal(part[-1], after)
    if re.fullmatch(r"[Ww]c?t?N", shape):
        return after is None or after.cls != "x" or not after.text[0].isalpha()
    if shape == "P":
        return _is_partial_date(part[0].text, before, after)
    if re.fullmatch(r"[NC]m", shape):
        return part[1].text[0].isupper() or after is None or after.cls in "cTYp" or not after.text[0].isalpha()
    if re.fullmatch(r"m[NC]", shape):
        return part[0].text[0].isupper() or (before is not None and before.cls == "p")
    return True


def _is_partial_date(text: str, before: Token | None, after: Token | None) -> bool:
    """`22/12` and `5.3.` are days; `3/4` is one where a preposition, a weekday or the layout says so; `24/7` never."""
    first = int(re.findall(r"\d+", text)[0])
    if text == "24/7":
        return False
    second = int(re.findall(r"\d+", text)[1])
    if (
        "." in text
        or first > 12
        or 12 < second <= 31
        or (before is not None and (before.cls in "pgWw" or before.text in "(|:"))
    ):
        return True
    closing = after is None or after.text in ",\n()|;" or after.cls in "TWw"
    return closing and (before is None or before.text in ",\n–—-")


def _stands_alone(token: Token, before: Token | None, after: Token | None) -> bool:
    """A weak word counts by itself only after a preposition of time, with a capital (or as English sat, sun)."""
    if before is None and token.text.lower() in ("sat", "sun"):
        return after is not None and after.text.lower() in _AFTER_SATURDAY
    if token.text == "Sat" and before is not None and before.cls == "x" and before.text[0].isalpha():
        return True
    if before is None or (before.cls != "p" and before.text.lower() not in ("of", *_PARTS_OF_MONTH, "-")):
        return False
    if token.text.lower() in ("sat", "sun"):
        return before.text.lower() in ("on", "by", "last", "next", "this", "until", "till", "before")
    if token.cls == "w":
        return token.text[0].isupper() and before.text.lower() in ("am", "bis", "ab", "vor", "zum", "le", "el", "al")
    return token.text[0].isupper() or before.text.lower() in ("in", *_PARTS_OF_MONTH)


def _free_ordinal(token: Token, after: Token | None) -> bool:
    """`the 23rd` is a day, `the 2nd interview` and `the first thing` are not."""
    spelled = token.text[0].isalpha()
    if spelled and token.value <= 3:
        return False
    return after is None or not after.text[0].isalpha() or after.text.lower() in _AFTER_ORDINAL or after.cls in "T"


def _assemble(part: list[Token], mention: Mention) -> Mention | None:
    shape = "".join(token.cls for token in part)
    weekday = next((token.value for token in part if token.cls in "Ww"), None)
    year = next((token.value for token in part if token.cls == "Y"), None)
    place = (mention.start, mention.end, mention.text)
    if "F" in shape or "P" in shape:
        return _numeric(part[-1].text, place, weekday)
    if "q" in shape:
        day, month = (token.value for token in part if token.cls == "N")
        return Mention(*place, year, month, day, weekday) if month <= 12 else None
    number = next((token.value for token in part if token.cls in "ONC"), None)
    named = next((token.value for token in part if token.cls in "Mm"), None)
    return Mention(*place, year, named, number, weekday)


def _numeric(text: str, place: tuple[int, int, str], weekday: int | None) -> Mention | None:
    if re.fullmatch(r"\d{8}", text):
        return _checked(place, int(text[:4]), int(text[4:6]), int(text[6:]), weekday, False)
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if numbers[0] > 99:
        return _checked(place, numbers[0], numbers[1], numbers[2], weekday, False)
    year = numbers[2] if len(numbers) == 3 else None
    if year is not None and year < 100:
        year += 2000
    day, month = numbers[:2]
    if month > 12:
        return _checked(place, year, day, month, weekday, False)
    return _checked(place, year, month, day, weekday, day <= 12 and day != month and "." not in text)


def _checked(
    place: tuple[int, int, str], year: int | None, month: int, day: int, weekday: int | None, swappable: bool
) -> Mention | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Mention(*place, year, month, day, weekday, swappable)


def swapped(mention: Mention) -> Mention:
    """The same numeric date with day and month exchanged (an American reading)."""
    return Mention(
        mention.start, mention.end, mention.text, mention.year, mention.day, mention.month, mention.weekday, True
    )


def calendar_day(year: int, month: int, day: int) -> date | None:
    """That day, or nothing where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def is_weekday(text: str) -> bool:
    """Whether the only days that a text names are bare weekdays."""
    found = find(text)
    return bool(found) and all(mention.kind == "weekday" for mention in found)
