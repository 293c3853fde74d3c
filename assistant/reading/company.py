"""The employer that the interview was with, as a person would write its name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.brief import Fact, Person, Span
from assistant.reading import job_titles, labels, names, organisations
from assistant.reading.organisations import Candidate
from assistant.reading.segments import Segment
from assistant.reading.wordlist import words

_BEFORE_LABEL = re.compile(
    r"^(?:company|organisation|organization|employer|firm|client|empresa|entreprise|firma|unternehmen)\b", re.IGNORECASE
)
_PLACE_TAIL = re.compile(r"\s*(?:,\s*[^,]+|\((?![A-Z&]{2,8}\))[^()]*\)|\s[-–—]\s.*)$")
_LOWER_AT = re.compile(
    r"(?:\b(?:interview\w*|trial|trial day|int|chat|job|role|shift|assessment)\b[^.;,\n]{0,24}\s(?:at|with|for|@|"
    r"w/)|@|^at|\b(?:zero|nothing|silence|no word|heard|rang|no) from|\bwent to|\bclient is|\bcompany "
    r"is)\s+(?:the\s+)?([^\W\d_][\w'’&]*(?:\s+(?:&\s+)?[^\W\d_][\w'’&]*){0,4}?)(?=\s*(?:[,.;:()\n–—|]|\s-\s|"
    r"\s(?:for|with|w|w/|today|yesterday|this|on|in|as|was|went|and|about|abt|re|last|interview|job|role|by|where|"
    r"to|so|then)\b|$))"
)
_CHATTER = words(
    "just had so ok okay right notes note from interview today yesterday this morning afternoon evening went got "
    "back quick brain dump voice memo recording first second third final round stage video call phone screen "
    "online",
    "in person remote teams zoom feedback follow up following panel new debrief hi hey well anyway pizza place "
    "thing bus depot the a an my me i done",
)
_SURE_ENOUGH = 2.4


def find(notes: str, segments: Sequence[Segment], people: Sequence[Person]) -> Fact | None:
    """The employer, or nothing where the notes do not name it."""
    labelled = _labelled(notes, segments)
    if labelled:
        return _fact(notes, *labelled, sure=1.0)
    best = _best(organisations.find(notes, segments, people))
    lower = _lower_case(notes, segments, people)
    if lower and (best is None or best[1] < lower[2]) and not (best and best[0].start < lower[0] + 80):
        return _fact(notes, lower[0], lower[1], sure=0.7)
    if best is None:
        return None
    return _fact(notes, best[0].start, best[0].end, sure=min(0.95, 0.5 + 0.08 * best[1]))


def _labelled(notes: str, segments: Sequence[Segment]) -> tuple[int, int] | None:
    for segment in segments:
        key = segment.label if segment.form in {"field", "bullet"} else None
        if (
            key
            and labels.announces(key, "company")
            and segment.text[:1].isalnum()
            and _value_like(segment.text)
        ):
            return segment.start, segment.start + len(_trimmed(segment.text))
    return None


def _value_like(text: str) -> bool:
    trimmed = _trimmed(text)
    return (
        bool(trimmed)
        and len(trimmed.split()) <= 9
        and not organisations.is_date(trimmed)
        and not trimmed.lower().startswith(("zoom", "teams", "google meet", "in person", "online", "remote"))
    )


def _trimmed(text: str) -> str:
    """The name without the place or remark after it."""
    kept = text.strip().rstrip(".")
    for _ in range(3):
        shorter = _PLACE_TAIL.sub("", kept)
        tail = kept[len(shorter) :].strip(" ,()-–—").lower()
        legal = tail in {"ltd", "inc", "llc", "llp", "plc"}
        if not shorter or legal or (kept[len(shorter) :].lstrip().startswith(("-", "–", "—")) and not _drops(tail)):
            break
        kept = shorter
    return kept


def _drops(tail: str) -> bool:
    """Whether what follows a dash is no part of the name: a job, a place, a date."""
    found = tail.split()
    return (
        any(job_titles.is_head(word) for word in found)
        or organisations.is_date(tail)
        or all(word in names.vocabulary("things", "places") for word in found)
    )


def _best(candidates: Sequence[Candidate]) -> tuple[Candidate, float] | None:
    """The candidate whose mentions together speak loudest for it, in its fullest form."""
    totals: dict[str, float] = {}
    for candidate in candidates:
        alike = [other for other in candidates if organisations.same(candidate.key, other.key)]
        strongest = max(each.target for each in alike)
        against = max(each.other for each in alike)
        totals[candidate.key] = strongest + 0.3 * min(3, len(alike) - 1) - against
    chosen = max(candidates, key=lambda each: (totals[each.key], each.target, -each.start), default=None)
    if chosen is None or totals[chosen.key] < _SURE_ENOUGH:
        return None
    fuller = [
        each for each in candidates if organisations.same(each.key, chosen.key) and len(each.text) >= len(chosen.text)
    ]
    return max(fuller, key=_fullness), totals[chosen.key]


def _fullness(candidate: Candidate) -> tuple[bool, int, int]:
    """The mention to show: with capitals if there is one, the longest within reason, the first."""
    return candidate.text[0].isupper(), len(candidate.text) if len(candidate.text.split()) <= 7 else 0, -candidate.start


def _lower_case(notes: str, segments: Sequence[Segment], people: Sequence[Person]) -> tuple[int, int, float] | None:
    """A name in lower-case notes: beside the job in the first line, or after "interview at"."""
    folk = {word for person in people for word in names.fold(person.name).split()}
    opening = [segment for segment in segments if segment.form not in {"boilerplate", "header"}][:6]
    for number, segment in enumerate(opening):
        if number < 3:
            found = _beside_job(notes, segment, folk)
            if found:
                return found
        for match in _LOWER_AT.finditer(segment.text):
            start, end = segment.start + match.start(1), segment.start + match.end(1)
            if _nameable(match[1], folk):
                return start, _without_place(notes, start, end), 3.0
    return None


def _beside_job(notes: str, segment: Segment, folk: set[str]) -> tuple[int, int, float] | None:
    cut = organisations.pieces(notes, segment.start, min(segment.end, segment.start + 160))[:6]
    jobs = [_names_job(text) for _, _, text in cut]
    for index, (start, end, text) in enumerate(cut):
        beside = (index + 1 < len(cut) and jobs[index + 1]) or (index > 0 and jobs[index - 1])
        if beside and not jobs[index] and text[0].islower() and _nameable(text, folk):
            return start, _without_place(notes, start, end), 3.2
    return None


def _names_job(text: str) -> bool:
    found = re.findall(r"[\w/&'’-]+", text)
    return len(found) <= 12 and (
        any(job_titles.is_head(word) for word in found)
        or bool(re.search(r"\b(?:job|role|position|post|ward|band \d|shift)\b", text))
    )


def _nameable(text: str, folk: set[str]) -> bool:
    """Whether a lower-case piece can be the name of a place of work: short, no date, not only everyday words."""
    found = re.findall(r"[\w'’&]+", text)
    low = [word.lower() for word in found]
    if not 1 <= len(found) <= 5 or organisations.is_date(text) or any(names.fold(word) in folk for word in low):
        return False
    if (
        all(word in _CHATTER for word in low)
        or low[0] in _CHATTER
        or low[0]
        in {
            "in",
            "on",
            "at",
            "for",
            "with",
            "they",
            "he",
            "she",
            "we",
            "you",
            "and",
            "but",
            "their",
        }
    ):
        return False
    return (
        any(not names.is_common(word) for word in low)
        or "&" in low
        or any(organisations.is_kind(word) for word in low[1:])
    )


def _without_place(notes: str, start: int, end: int) -> int:
    """The end of the name without a place that trails it ("spoke & saddle cork")."""
    found = notes[start:end].split()
    if len(found) > 1 and found[-1].lower() in names.vocabulary("things", "places"):
        return start + len(notes[start:end].rstrip()[: -len(found[-1])].rstrip())
    return end


def written(text: str) -> str:
    """A name as one writes it: lower-case words get capitals, links such as "of" stay."""
    if text.isupper() and len(text.split()) > 1:
        text = text.lower()
    if text != text.lower():
        return text.strip()
    small = {"of", "and", "the", "for", "de", "la", "du", "&", "in", "y", "und"}
    return " ".join(
        word if word in small and place else word[:1].upper() + word[1:] for place, word in enumerate(text.split())
    )


def _fact(notes: str, start: int, end: int, sure: float) -> Fact:
    text = notes[start:end]
    value = written(re.sub(r"\s+", " ", text).strip(" .,*_"))
    return Fact(id="company", value=value, evidence=(Span(start=start, end=end, text=text),), sure=round(sure, 2))
