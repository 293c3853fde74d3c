"""The clause round a match: how far to the left and right the words belong together."""

from __future__ import annotations

import re

_HARD = re.compile(
    r"[.!?…](?=[\s\"”'’)\]]|$)|[;\n]|(?<!\w)[(\[]|[)\]](?!\w)|\s[-–—]{1,2}\s|—|\s*(?:→|->|=>)\s*|\s\+\s(?=i\b)"
)
_SOFT = re.compile(
    r",\s+|\s+(?:but|because|cos|coz|cuz|bc|since|although|though|however|whereas|aber|weil|denn|pero|porque|mais|car"
    r"|parce\s+que|mas|nhưng|vì)\s+"
    r"|\s+(?:so|and|&|then|n)\s+(?=(?:i|i'm|i've|he|she|they|we|it|you|there|that's|don'?t|do\s+not|please|pls|not|no"
    r"|to|never|told|said|asked|wants?|had)\b)",
    re.IGNORECASE,
)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Bounds of the sentence (or bracket, or dash-separated stretch) that holds `start` to `end`."""
    return _bounds(text, start, end, (_HARD,))


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Bounds of the smallest clause that holds `start` to `end`: commas and joining words divide too."""
    return _bounds(text, start, end, (_HARD, _SOFT))


def pieces(text: str) -> list[tuple[int, int]]:
    """All the clauses of a text, in order, as bounds without blanks round them."""
    cuts = sorted((match.start(), match.end()) for pattern in (_HARD, _SOFT) for match in pattern.finditer(text))
    found, left = [], 0
    for start, end in [*cuts, (len(text), len(text))]:
        if text[left:start].strip():
            found.append(trim(text, left, start))
        left = max(left, end)
    return found


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The same stretch without blanks, bullets and closing commas at its ends."""
    while start < end and text[start] in " \t\n,;:*•>|-–—":
        start += 1
    while end > start and text[end - 1] in " \t\n,;:|–—-":
        end -= 1
    return start, end


def _bounds(text: str, start: int, end: int, patterns: tuple[re.Pattern[str], ...]) -> tuple[int, int]:
    window = max(0, start - 400)
    left = max((match.end() for pattern in patterns for match in pattern.finditer(text, window, start)), default=window)
    found = [match.start() for pattern in patterns if (match := pattern.search(text, end))]
    return trim(text, min(left, start), max(min(found, default=len(text)), end))
