"""Names of organisations in notes without capitals: "trial day at rapid tyres", "greenbank leisure - swim teacher"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from wordfreq import zipf_frequency

from assistant.reading import job_titles, names, organisation_names
from assistant.reading.organisation_names import lexicon
from assistant.reading.segments import Segment

_WORD = re.compile(r"[^\W\d_][\w'’&-]*|&(?=\s)")
_RARE = 3.3
"""Words rarer than this in English (zipf frequency) are taken for a name's."""
_SOUGHT = re.compile(
    r"(?:\b(?:int[er]{0,3}v[a-z]*|int|trial|sit[- ]?down|sat|seen|popped|spent|chat|job|role|shift|assessment|audition|round|screen|screening|call|meeting|application|"
    r"position|post|vacancy|gig|placement|panel|onsite|day|place)\b[^.;,:()\n]{0,40}?\s(?:at|with|for|from|in|w/?|wiv|wit|wth|to|@)|"
    r"\b(?:applied|apply|applying|going|went|been|back|heard|rang|word|nothing|zero|silence|came out|out|feedback)\s(?:to|from|for|at|of|with)|"
    r"(?:^|[\n.;]\s*)(?:at|@|with|w/)|\b(?:client|company|place|firm|shop|school|called|name)(?:['’]s| is| was|:)|@)"
    r"\s+(?:the\s+|called\s+|a\s+place\s+called\s+)?(?=[a-z])",
    re.IGNORECASE,
)


def after(text: str, start: int, folk: Collection[str], *, sure: bool = False) -> tuple[int, int] | None:
    """(start, end) of the lower-case name that begins at `start` in a text; `sure` where the words before promise one."""
    found: list[re.Match[str]] = []
    for word in _WORD.finditer(text, start):
        low = word.group().lower()
        gap = text[found[-1].end() : word.start()] if found else text[start : word.start()]
        joins = low in {"&", "and", "of", "the", "n", "'n'"} and bool(found)
        if gap.strip(" ") or len(found) >= 5 or (low in lexicon("ends") and not joins) or word.group()[0].isupper():
            break
        found.append(word)
    while found and (found[-1].group().lower() in lexicon("ends") | {"&", "n"} or _is_place(found[-1].group(), found)):
        found.pop()
    for length in range(len(found), 0, -1):
        span = [word.group().lower() for word in found[:length]]
        if span[-1] in {"and", "&", "of", "the", "n"}:
            continue
        if _reads_as_name(span, folk, sure=sure):
            return found[0].start(), found[length - 1].end()
    return None


def _is_place(word: str, found: Sequence[re.Match[str]]) -> bool:
    return len(found) > 1 and word.lower() in names.vocabulary("things", "places")


def _reads_as_name(span: Sequence[str], folk: Collection[str], *, sure: bool) -> bool:
    """Whether lower-case words can be a name: a rare word, a kind of house at the end, or two words joined by "&"."""
    plain = [word for word in span if word not in {"&", "and", "of", "the", "n"}]
    if any(names.fold(word) in folk for word in plain) or organisation_names.is_date(" ".join(span)):
        return False
    if job_titles.is_exact_head(span[-1]) or span[0] in lexicon("generic") or all(map(job_titles.is_title_word, plain)):
        return False
    if all(
        word in names.vocabulary("things", "places") or word in names.vocabulary("things", "tools") for word in plain
    ):
        return False
    if len(plain) > 1 and (organisation_names.is_kind(span[-1]) or "&" in span):
        return True
    if names.given_sure(plain[0]) == 1.0 and len(plain) == 1:
        return False
    if any(rare(word) for word in (plain[:1] if len(plain) > 2 else plain)):
        return True
    return sure and 2 <= len(plain) <= 3 and not any(word in lexicon("generic") for word in plain)


def rare(word: str) -> bool:
    """Whether a lower-case word is none of everyday English."""
    return len(word) > 2 and zipf_frequency(word.replace("’", "'").removesuffix("'s"), "en") < _RARE


def sought(segment: Segment, folk: Collection[str]) -> Iterator[tuple[int, int]]:
    """Spans, in the notes, of the lower-case names after "interview at", "trial day with", "nothing from"."""
    for match in _SOUGHT.finditer(segment.text):
        found = after(segment.text, match.end(), folk, sure=True)
        if found:
            yield segment.start + found[0], segment.start + found[1]


def piece(text: str, folk: Collection[str]) -> tuple[int, int] | None:
    """Span in a headline's piece of the name that it is: all of it, but a place or an interview before or after."""
    begin = re.match(
        r"\W*(?:(?:int[er]{0,3}v[a-z]*|int|trial|notes?|re|from|at|w/?|with|for|my|the|day|today|yest\w*|1st|2nd|first|second|round)\b[\s:/]*)*",
        text, re.IGNORECASE,
    )  # fmt: skip
    found = after(text, begin.end() if begin else 0, folk)
    return found if found and not text[found[1] :].strip(" .,!?").count(" ") > 2 else None
