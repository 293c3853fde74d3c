"""Reading: raw notes -> Brief.

notes --network--> marks --> people, company, role
                     |-----> interview day, decision day, status
                     |-----> topics, strengths, promises
                     |-----> instructions, private: set aside before anything is built on

A small network that ships with the program marks the words (`marked`); what a mark means is read by rules, each of
which works on the few words that it stands on.
"""

from __future__ import annotations

from datetime import date

from assistant.brief import Brief, Profile, Span
from assistant.language.tidy import Tidier
from assistant.reading import (
    days,
    facts,
    firms,
    injection,
    job,
    missing,
    orders,
    people,
    shut,
    source,
    stamps,
    status,
    told_days,
)
from assistant.reading.marked import Marked, Network, mark


def read(notes: str, today: date, profile: Profile, network: Network) -> Brief:
    """What the notes say, as of `today`; raises NotesError where they say nothing about an interview."""
    source.require_matter(notes)
    return brief(mark(_without(notes, injection.find(notes)), network), today, profile)


def brief(marked: Marked, today: date, profile: Profile) -> Brief:
    """What the marks on the notes mean, as of `today`."""
    notes = marked.notes
    folk = people.find(marked, profile)
    target = firms.company(marked)
    known = [person.name for person in folk.people]
    elsewhere = firms.others(marked, target, known)
    tidier = Tidier(notes, (*known, *(fact.value for fact in (target, *elsewhere) if fact)))
    written, american = stamps.find(notes, today), days.is_american([notes])
    interviewed = told_days.interview(marked, written, today, american)
    day = date.fromisoformat(interviewed.value) if interviewed else None
    decided = told_days.decision(marked, written, day, today, american)
    found = facts.find(marked, folk, tidier, day or today, american, profile)
    result = Brief(
        company=target,
        role=job.find(marked, tidier),
        people=folk.people,
        interview_date=interviewed,
        topics=found.topics,
        strengths=found.strengths,
        promises=found.promises,
        instructions=orders.find(marked, folk, today, american),
        decision_by=decided,
        status=status.find(marked, today, day, date.fromisoformat(decided.value) if decided else None),
        private=shut.find(marked, firms.harmful(marked, target, known)),
        other_companies=elsewhere,
    )
    return result.model_copy(update={"missing": missing.questions(result, profile)})


def _without(notes: str, injected: tuple[Span, ...]) -> str:
    """The notes with injected orders blanked out, each character by a space, so that offsets stay."""
    for span in injected:
        blank = "".join(char if char == "\n" else " " for char in notes[span.start : span.end])
        notes = notes[: span.start] + blank + notes[span.end :]
    return notes
