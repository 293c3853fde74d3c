"""The employer that the interview was with, as a person would write its name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.brief import Fact, Person, Span
from assistant.reading import job_titles, labels, lower_names, names, organisations
from assistant.reading.organisations import Candidate
from assistant.reading.segments import Segment

_BEFORE_LABEL = re.compile(
    r"^(?:company|organisation|organization|employer|firm|client|empresa|entreprise|firma|unternehmen)\b", re.IGNORECASE
)
_PLACE_TAIL = re.compile(r"\s*(?:,\s*[^,]+|\((?![A-Z&]{2,8}\))[^()]*\)|\s[-–—]\s.*)$")
_SURE_ENOUGH = 2.4
_OPENING = 320


def find(notes: str, segments: Sequence[Segment], people: Sequence[Person]) -> Fact | None:
    """The employer, or nothing where the notes do not name it."""
    labelled = _labelled(notes, segments)
    if labelled:
        return _fact(notes, *labelled, sure=1.0)
    candidates = organisations.find(notes, segments, people)
    best = _best(candidates)
    lower = _lower_case(notes, segments, people)
    if lower and (best is None or best[1] < lower[2]) and not (best and best[0].start < lower[0] + 80):
        return _fact(notes, lower[0], lower[1], sure=0.7)
    if best is None:
        opening = _in_opening(candidates)
        return _fact(notes, opening.start, opening.end, sure=0.5) if opening else None
    return _fact(notes, best[0].start, best[0].end, sure=min(0.95, 0.5 + 0.08 * best[1]))


def _labelled(notes: str, segments: Sequence[Segment]) -> tuple[int, int] | None:
    for segment in segments:
        key = segment.label if segment.form in {"field", "bullet"} else None
        if key and labels.announces(key, "company") and segment.text[:1].isalnum() and _value_like(segment.text):
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


def _in_opening(candidates: Sequence[Candidate]) -> Candidate | None:
    """The likeliest name among the first words, where no place in the notes speaks for one loudly."""
    near = [each for each in candidates if each.start < _OPENING and each.other < 1.5 and each.target >= 1.0]
    clean = [each for each in near if not any(other.other >= 2.5 for other in candidates if other.key == each.key)]
    return max(clean, key=lambda each: (each.target, -each.start), default=None)


def _fullness(candidate: Candidate) -> tuple[bool, int, int]:
    """The mention to show: with capitals if there is one, the longest within reason, the first."""
    return candidate.text[0].isupper(), len(candidate.text) if len(candidate.text.split()) <= 7 else 0, -candidate.start


def _lower_case(notes: str, segments: Sequence[Segment], people: Sequence[Person]) -> tuple[int, int, float] | None:
    """A name in lower-case notes: beside the job in a headline, or after "interview at"."""
    folk = {word for person in people for word in names.fold(person.name).split()}
    opening = [segment for segment in segments if segment.form not in {"boilerplate", "header"}][:8]
    for line in dict.fromkeys(segment.line for segment in opening if segment.form not in {"turn", "quote"}):
        here = [segment for segment in opening if segment.line == line]
        if line - opening[0].line < 3 and (found := _beside_job(notes, here[0].start, here[-1].end, folk)):
            return found
    for segment in opening:
        for start, end in lower_names.sought(segment, folk):
            return start, end, 3.0
    return None


def _beside_job(notes: str, start: int, end: int, folk: set[str]) -> tuple[int, int, float] | None:
    cut = organisations.pieces(notes, start, min(end, start + 160))[:6]
    jobs = [_names_job(text) for _, _, text in cut]
    for index, (begin, _, text) in enumerate(cut):
        behind = index > 0 and jobs[index - 1] and "." not in notes[begin - 3 : begin]
        beside = (index + 1 < len(cut) and jobs[index + 1]) or behind
        if beside and not jobs[index] and (found := lower_names.piece(text, folk)):
            return begin + found[0], begin + found[1], 3.2
    return None


def _names_job(text: str) -> bool:
    found = re.findall(r"[\w/&'’-]+", text)
    return len(found) <= 12 and (
        any(job_titles.is_head(word) for word in found)
        or bool(re.search(r"\b(?:job|role|position|post|ward|band \d|shift)\b", text))
    )


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
