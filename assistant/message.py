"""What is written: kinds of message, their moves, and the Message itself."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from assistant.brief import Brief, Channel, Frozen, Person, Profile
from assistant.report import Report

Tone = Literal["warm", "plain", "formal"]
Length = Literal["short", "standard", "full"]


class MoveSpec(Frozen):
    """One move of a kind: what that part of the message is for."""

    move: str
    """Name of the move, such as `recall`; its wording stands in prompts/phrases/ or in the kind's own file."""
    required: bool = False
    """True where a message of this kind is not whole without it."""
    label: str | None = None
    """Heading shown before the part, for kinds that are read aloud in sections."""


class Limits(Frozen):
    """How long a message of a kind may be. Words and characters are counted over the body unless said otherwise."""

    min_words: int = 0
    """Shorter than this is a warning."""
    max_words: int = 10_000
    """Longer than this is a warning."""
    max_chars: int | None = None
    """Longer than this does not fit the channel: an error."""
    max_subject_chars: int = 60
    """Longer subjects are cut off in inboxes: a warning."""
    words_per_minute: int | None = None
    """For spoken kinds: the pace at which spoken length is counted."""


class Window(Frozen):
    """When to send, in days from an anchor date; working days where `working` is true."""

    anchor: Literal["interview", "decision", "news"] = "interview"
    """Counted from the interview, from the stated decision day, or from the day the news came (today)."""
    after_days: int = 0
    """Send no earlier than this many days after the anchor."""
    by_days: int = 1
    """Send no later than this many days after the anchor."""
    working: bool = False
    """True when the days are Monday to Friday."""
    after_days_without_anchor: int | None = None
    """When no decision day was stated: days after the interview, instead."""


class Kind(Frozen):
    """A message kind as data; one TOML file in prompts/kinds/."""

    id: str
    """Name used on the command line, such as `thank-you`."""
    title: str
    """Name shown to people."""
    channel: Channel
    """The channel it travels on unless the notes say otherwise."""
    purpose: str
    """What it is for, in one sentence; also the query text for retrieving principles."""
    moves: tuple[MoveSpec, ...]
    """The moves, in order."""
    limits: Limits
    """How long it may be."""
    window: Window
    """When to send it."""
    subject: bool = True
    """Whether this kind has a subject line."""
    status: tuple[str, ...] = ()
    """Statuses of an application that this kind is for; the first kind that serves a status is its default."""
    cases: dict[str, str] = Field(default_factory=dict)
    """For a move, the table of its wording that this kind uses, such as thanks = `rejection`."""
    recall: tuple[str, ...] = ()
    """What may be recalled, best first, by how the wording's case begins (`liked`, `asked-wh`).

    Empty: whatever says most."""
    essential: tuple[str, ...] = ()
    """Ids of the principles that always apply."""
    phrases: dict[str, dict[str, tuple[str, ...]]] = Field(default_factory=dict)
    """Wording of this kind's own moves: move -> tone (or `any`) -> phrases; it goes before prompts/phrases/."""


class Style(Frozen):
    """How a message should sound, and which of the possible wordings to take."""

    tone: Tone = "warm"
    """Warm, plain or formal."""
    length: Length = "standard"
    """Short, standard or full."""
    seed: int = 0
    """The same seed gives the same text."""
    wishes: tuple[str, ...] = ()
    """What the person asks for in their own words, such as `shorter`; only a model can follow them."""
    locked: tuple[str, ...] = ()
    """Sentences that must stand in the message to the letter; only a model can write round them."""


class Sentence(Frozen):
    """One sentence of a message and what it rests on."""

    text: str
    """The sentence as it is sent."""
    facts: tuple[str, ...] = ()
    """Ids of the brief's facts it rests on; `profile` for the candidate's own details; none for courtesy."""
    principles: tuple[str, ...] = ()
    """Ids of the principles it follows."""


class Part(Frozen):
    """One move of a message, worded."""

    move: str
    """Which move it is."""
    sentences: tuple[Sentence, ...]
    """Its sentences, in order."""


class Trace(Frozen):
    """How a model's draft came about, and what it cost."""

    model: str
    """The model, by the name that the endpoint itself gives it."""
    endpoint: str
    """Host of the endpoint."""
    prompts: tuple[str, ...] = ()
    """The prompts that were sent, each as name@hash-of-content."""
    step: str = ""
    """How the reply was asked for: json-schema, json-object or text."""
    calls: int = 0
    """How many requests went out."""
    sent: int = 0
    """Tokens sent."""
    received: int = 0
    """Tokens received, those of a model's own reasoning among them."""
    seconds: float = 0.0
    """How long it took."""
    failure: str | None = None
    """Why the model's text is not used, where the offline writer stands in."""


class Message(Frozen):
    """One message to one person, as it would be sent."""

    kind: str
    """Id of its kind."""
    channel: Channel
    """The channel it is written for."""
    recipient: str | None
    """Name of the person it is for; nothing where the notes name nobody."""
    subject: str | None
    """Subject line, for channels that have one."""
    body: str
    """The whole text as it would be sent, from greeting to signature."""
    parts: tuple[Part, ...] = ()
    """The same text by moves; empty for a message that somebody pasted and that could not be taken apart."""
    variant: int = 1
    """Which of the variants this is, from 1."""
    writer: str = "offline"
    """Who wrote it: `offline`, `pasted`, `edited`, or a model's name."""
    send_after: date | None = None
    """Send no earlier than this day."""
    send_by: date | None = None
    """Send no later than this day."""
    report: Report | None = None
    """What the checks say about it."""
    to_address: str | None = None
    """The e-mail address or number it goes to, where the notes give it."""
    advice: tuple[str, ...] = ()
    """What the person should know before sending: why another channel, why not to send, what to attach."""
    trace: Trace | None = None
    """How it came about where a model was asked."""


class Drafts(Frozen):
    """What `afterword draft --json` prints."""

    brief: Brief
    """What was read from the notes."""
    kind: str
    """Id of the kind that was written."""
    messages: tuple[Message, ...]
    """The messages: every recipient, every variant."""


class Situation(Frozen):
    """Everything beside the brief that a message is written and checked in the light of."""

    notes: str
    """The notes as pasted; offsets of evidence count in it."""
    today: date
    """The day it is; never read from a clock inside the line."""
    profile: Profile = Profile()
    """The candidate."""


def find_person(brief: Brief, name: str | None) -> Person | None:
    """The person of the brief with exactly this name, or nothing."""
    return next((person for person in brief.people if person.name == name), None)
