"""What the notes say: the Brief, its facts, and the evidence for each.

A Brief is read from one set of notes. Offsets count characters (Python string indices) of the notes
exactly as they were handed to `reading.read`.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

SaidBy = Literal["me", "them"]
Role = Literal["interviewer", "recruiter", "other"]
Status = Literal["awaiting", "silent", "rejected", "offer"]
InstructionKind = Literal["channel", "person", "timing", "no-contact-before", "other"]
Channel = Literal["email", "phone", "linkedin", "text", "whatsapp", "portal", "letter"]
Act = Literal[
    "asked", "said", "wants", "showed", "liked", "discussed", "told", "answered", "keen", "event", "news", "thank",
    "tell", "promised",
]  # fmt: skip
Form = Literal["np", "wh", "clause", "inf", "gerund"]


class Frozen(BaseModel):
    """Base of the vocabulary: immutable, and closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Span(Frozen):
    """A stretch of text; `text` is exactly the characters from `start` up to, not including, `end`."""

    start: int
    """Index of the first character."""
    end: int
    """Index after the last character."""
    text: str
    """The characters themselves."""

    def touches(self, other: Span) -> bool:
        """Whether they share a character."""
        return self.start < other.end and other.start < self.end


class Fact(Frozen):
    """One thing the notes say, with the words it was read from."""

    id: str
    """Identifier, unique within the brief, such as `topic-2`."""
    value: str
    """What it says, in plain words; dates are ISO 8601."""
    said_by: SaidBy | None = None
    """Who said it in the interview: the candidate (me) or the other side (them)."""
    evidence: tuple[Span, ...] = ()
    """Where the notes say so; empty only for what a person entered by hand."""
    person: str | None = None
    """Name of the person that it was said by or to, or that the promise was made to."""
    act: Act | None = None
    """What happened with it: they asked it, said it, want it, liked it; I told it or answered with it; it was
    discussed. `news` is what happened to me since; `thank` and `tell` are what the message should thank for or say."""
    form: Form | None = None
    """How `value` stands in a sentence to that person: a noun phrase, an indirect question (how I would ...), a whole
    clause, a verb phrase without `to`, a gerund. Nothing where it could not be worded and `value` is the notes' own."""
    best: float = 0.0
    """How much it is among the best in the notes, what only that conversation held, from 0 to 1."""
    due: date | None = None
    """For a promise: the day it is due."""
    sure: float = 1.0
    """How sure the reader is that this is right and can be worded, from 0 to 1."""


class Person(Frozen):
    """Somebody the notes name."""

    name: str
    """The name as one would write it; it keeps Dr., Prof. and the like, or Mr/Ms where the surname stands alone."""
    title: str | None = None
    """What they do, in the notes' own words."""
    email: str | None = None
    """Their e-mail address, where the notes give it."""
    part: Role = "interviewer"
    """Interviewer: assessed the candidate at the target company. Recruiter: agency, coordinator, HR who only arranged.
    Other: anyone else."""
    evidence: tuple[Span, ...] = ()
    """Where the notes name them."""
    honorific: str | None = None
    """Mr, Ms, Dr, Prof, san and the like, as the notes give it."""
    family_name: str | None = None
    """The family name, where the reader can tell which part it is; a greeting with an honorific needs it."""
    given_name: str | None = None
    """What a first-name greeting uses, where the reader can tell."""
    aliases: tuple[str, ...] = ()
    """Other ways the notes refer to this person."""


class Instruction(Frozen):
    """What the employer (or the candidate) said about how, when, whom or what to write."""

    kind: InstructionKind
    """What it governs."""
    text: str
    """The notes' own words."""
    evidence: tuple[Span, ...] = ()
    """Where the notes say so."""
    channel: Channel | None = None
    """For a channel instruction: the channel it speaks of."""
    forbids: bool = False
    """True where it says not to use that channel, not to write to that person, or not to mention something."""
    person: str | None = None
    """The person it speaks of: write only to them (or, when it forbids, not to them)."""
    address: str | None = None
    """An e-mail address or number that the message must go to."""
    subject: str | None = None
    """Text (a reference number) that the subject must carry."""
    not_before: date | None = None
    """The first day on which contact is welcome."""


class Question(Frozen):
    """Something the notes do not say and a person should fill in."""

    field: str
    """Name of the brief's field that is missing."""
    question: str
    """The question to put to the candidate."""


class Profile(Frozen):
    """The candidate: what goes into the signature and the headers."""

    name: str | None = None
    """Full name as it should be signed."""
    email: str | None = None
    """The candidate's own address."""
    phone: str | None = None
    """The candidate's own number, as it should be shown."""
    linkedin: str | None = None
    """Link to the candidate's LinkedIn page."""


class Brief(Frozen):
    """Everything that was read from one set of notes."""

    company: Fact | None = None
    """The employer the interview was with."""
    role: Fact | None = None
    """The job."""
    people: tuple[Person, ...] = ()
    """Everyone named, whatever their part."""
    interview_date: Fact | None = None
    """The day of the (latest) interview, ISO 8601."""
    topics: tuple[Fact, ...] = ()
    """What was spoken about, asked, shown or wanted: what a message can be about."""
    strengths: tuple[Fact, ...] = ()
    """What speaks for the candidate, as the notes record it."""
    promises: tuple[Fact, ...] = ()
    """What the candidate said they would do or send."""
    instructions: tuple[Instruction, ...] = ()
    """How, when and whom to contact, and what to leave out."""
    decision_by: Fact | None = None
    """The last day of the stated decision time, ISO 8601."""
    status: Status = "awaiting"
    """Where the application stands on the day of reading."""
    private: tuple[Fact, ...] = ()
    """What must never reach a message: pay, health, other offers, doubts, gossip, weaknesses."""
    other_companies: tuple[Fact, ...] = ()
    """Companies that are not the target: employers, past and present, offers, agencies."""
    missing: tuple[Question, ...] = ()
    """What the notes do not say, as questions."""

    def interviewers(self) -> tuple[Person, ...]:
        """The people who assessed the candidate, in the order of the notes."""
        return tuple(person for person in self.people if person.part == "interviewer")
