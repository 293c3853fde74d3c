"""Whether a case holds together: its gold words stand in its notes, and its dates can be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from eval.cases import Case
from eval.matching import fold

SPOKEN_AT = (" at ", " arroba ", " chez ")


def problems(case: Case) -> tuple[str, ...]:
    """What is wrong with a case, each in one line; nothing where it is sound."""
    return tuple(f"{case.id}: {text}" for text in (*_words(case), *_people(case), *_dates(case)))


def _words(case: Case) -> Iterator[str]:
    notes, gold = fold(case.notes), case.gold
    quoted = [*gold.promises, *(item.text for item in gold.instructions), gold.timeframe_text or ""]
    yield from (f"{text!r} does not stand in the notes" for text in quoted if fold(text) not in notes)
    for alternatives in (*gold.topics, *gold.strengths):
        if not any(fold(text) in notes for text in alternatives):
            yield f"none of {alternatives} stands in the notes"


def _people(case: Case) -> Iterator[str]:
    notes, gold = fold(case.notes), case.gold
    names = [*(person.name for person in gold.interviewers), *gold.other_people, *gold.other_companies]
    yield from (f"{name!r} is not in the notes" for name in names if not _has_words(name, notes))
    for address in (person.email for person in gold.interviewers if person.email):
        spoken = any(word in notes for word in SPOKEN_AT) and _has_words(address, notes)
        if address.lower() not in case.notes.lower() and not spoken:
            yield f"{address!r} is not in the notes"


def _dates(case: Case) -> Iterator[str]:
    gold = case.gold
    if gold.interview_date and gold.interview_date > case.today:
        yield "the interview is in the future"
    if gold.decision_by and gold.interview_date and gold.decision_by < gold.interview_date:
        yield "the decision is due before the interview"
    if gold.status == "awaiting" and gold.decision_by and gold.decision_by < case.today:
        yield "the decision day is past, so its status is silent"
    if gold.status == "silent" and not (gold.decision_by and gold.decision_by < case.today):
        yield "silent without a decision day that is past"
    if (gold.decision_by is None) != (gold.timeframe_text is None):
        yield "a decision day and the words that state it go together"


def _has_words(text: str, notes: str) -> bool:
    return _all_in(re.findall(r"[^\W_]+", fold(text)), notes)


def _all_in(words: Iterable[str], notes: str) -> bool:
    return all(word in notes for word in words)
