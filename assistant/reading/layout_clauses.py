"""Sentences of running text, and clauses of running text that has no punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.reading.wordlist import words

LONG = 170
"""A sentence longer than this is looked through for clause boundaries."""
SHORTEST = 30
"""No clause is cut off that is shorter than this."""

_ABBREVIATIONS = words(
    "univ hosp mt ft ave capt cllr revd br engr ch bros messrs tues weds thurs col gov",
    "mr mrs ms mx dr prof sr jr st sra srta dra ing lic mme mlle rev hon capt sgt fr herr frau dept div vs etc approx",
    "no nos ext tel inc ltd co corp dist assoc asst dir mgr gen e.g i.e a.m p.m ph.d b.sc m.sc incl resp esp max min",
    "avg",
)
_CLOSED_BY_CASE = words(
    "etc inc ltd co corp a.m p.m ph.d b.sc m.sc no sr jr max min avg resp",
)
_END = re.compile(r"[.!?…。！？]+[\"'”’)\]]*(?=\s|$)|[。！？]|\s*\n\s*\n\s*|;(?=\s)")
_BEFORE = re.compile(r"(\S+)$")
_CUE = re.compile(
    r"(?<!\s)(?<!\band)(?<!\bbut)(?<!\bso),?\s+(?=(?:(?:and|but|so)\s+)?(?:okay|ok|um|uh|er|erm|anyway|right so|"
    r"oh|also|then|after that|next|"
    r"(?:he|she|they|i|we)(?:'d|'ll|'ve|'m|'s)?\s+(?:then\s+|also\s+|just\s+)?"
    r"(?:asked?|said|says?|told|tell|want|wants|wanted|reckons?|mentioned|showed|explained|talked|liked|"
    r"went|got|was|were|thinks?|thought|need|needs))\b)",
    re.IGNORECASE,
)


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the sentences (and overlong sentences' clauses) of text[start:end], without surrounding blanks."""
    begin = start
    for match in _END.finditer(text, start, end):
        if match[0].startswith(".") and not _ends_sentence(text, begin, match.start(), match.end(), end):
            continue
        yield from _clauses(text, begin, match.end())
        begin = match.end()
    yield from _clauses(text, begin, end)


def _ends_sentence(text: str, begin: int, dot: int, after: int, end: int) -> bool:
    """Whether the full stop at `dot` closes a sentence, and does not belong to an abbreviation or an initial."""
    found = _BEFORE.search(text, max(begin, dot - 24), dot)
    word = found[1].lstrip("(\"'“‘*_") if found else ""
    rest = text[after : min(end, after + 40)].lstrip()
    if len(word) == 1 and word.isupper() and word != "I":
        return not rest
    if re.fullmatch(r"(?:\w\.)+\w", word):
        return rest[:1].isupper() and word.lower() in _CLOSED_BY_CASE
    lowered = word.lower()
    if lowered in _ABBREVIATIONS:
        return lowered in _CLOSED_BY_CASE and rest[:1].isupper()
    return not (word.isdigit() and len(word) <= 2 and rest[:1].islower())


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if end - start > LONG:
        begin = start
        for match in _CUE.finditer(text, start, end):
            if match.start() - begin >= SHORTEST and end - match.end() >= SHORTEST // 2:
                yield from _trimmed(text, begin, match.start())
                begin = match.end()
        yield from _trimmed(text, begin, end)
    else:
        yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    stretch = text[start:end]
    left = len(stretch) - len(stretch.lstrip(" \t\r\n;,"))
    right = len(stretch.rstrip(" \t\r\n;,"))
    if left < right and any(char.isalnum() for char in stretch[left:right]):
        yield start + left, start + right
