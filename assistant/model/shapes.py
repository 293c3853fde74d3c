"""The shapes of a model's answers: flat, every field always there, and what is not known is an empty string.

The sentence under each field goes to the model with the schema. Reading an answer forgives what harms nothing (an
extra field, nothing for an empty list) and nothing else.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from assistant.errors import ReplyError
from assistant.model.chat import Request


def _text(value: Any) -> Any:
    """The text without control characters and half characters; nothing for null."""
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value}"
    if not isinstance(value, str):
        return value
    kept = (" " if char in "\t\r" else char for char in value if char in "\n\t\r" or not _is_control(char))
    return "".join(kept).strip()


def _is_control(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co"} and char not in "\u200c\u200d"


def _list(value: Any) -> Any:
    if value is None or value == "":
        return ()
    return (value,) if isinstance(value, str | dict) else value


def _usable(shape: type[Shape]) -> Callable[[Any], Any]:
    """Takes a list without the entries that do not have the shape: one odd fact does not cost the others."""

    def usable(value: Any) -> Any:
        found = _list(value)
        if not isinstance(found, list | tuple):
            return value
        kept = [entry for entry in found if _fits(entry, shape)]
        return kept if kept or not found else value

    return usable


def _fits(entry: Any, shape: type[Shape]) -> bool:
    try:
        shape.model_validate(entry)
    except ValidationError:
        return False
    return True


Text = Annotated[str, BeforeValidator(_text)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_list)]
Flag = Annotated[bool, BeforeValidator(lambda value: False if value in (None, "") else value)]
Count = Annotated[int, BeforeValidator(lambda value: 0 if value in (None, "") else value)]
Act = Literal[
    "asked", "said", "wants", "showed", "liked", "discussed", "told", "answered", "keen", "event", "news", "thank",
    "tell", "promised", "",
]  # fmt: skip


class Shape(BaseModel):
    """Base of what a model answers."""

    model_config = ConfigDict(frozen=True, extra="ignore", use_attribute_docstrings=True)


class Known(Shape):
    """One thing that the notes say."""

    value: Text = ""
    """What it is; empty where the notes do not say."""
    quote: Text = ""
    """The words of the notes that say so, copied to the letter; empty where they do not say."""


class Standing(Shape):
    """Where the application stands."""

    value: Literal["awaiting", "silent", "rejected", "offer", ""] = ""
    """Waiting within the stated time, past it with no answer, a no, an offer."""
    quote: Text = ""
    """The words of the notes that say so, copied to the letter; empty where none do."""


class Human(Shape):
    """Somebody the notes name."""

    name: Text
    """The name as one would write it, with no title in front."""
    title: Text = ""
    """What they do, in the notes' words, or empty."""
    email: Text = ""
    """Their e-mail as it stands in the notes, or empty."""
    part: Literal["interviewer", "recruiter", "other"]
    """interviewer: assessed the candidate for the employer. recruiter: agency or HR who only arranged. Or other."""
    quote: Text
    """Where the notes name them, copied to the letter."""


class Matter(Shape):
    """Something that was said or done, which a message can be about."""

    sort: Literal["topic", "strength", "promise"]
    """topic: what they asked, said, want, showed. strength: what speaks for the candidate. promise: what the candidate
    said they would do."""
    act: Act = ""
    """What happened."""
    said_by: Literal["me", "them", ""] = ""
    """Whose words or doing it is: the candidate's (me) or the other side's (them)."""
    person: Text = ""
    """Name of the one person it was said by or to, where the notes tell; else empty."""
    value: Text
    """It in plain words for that person, shorthand written out, nothing added."""
    form: Literal["np", "wh", "clause", "inf", "gerund", ""] = ""
    """How value stands in a sentence: noun phrase, indirect question, clause, verb without to, -ing; empty if none."""
    due: Text = ""
    """For a promise with a day: that day as YYYY-MM-DD; else empty."""
    best: Count = 0
    """How much only this conversation holds it: 0 anybody's, 10 nobody else could say it."""
    quote: Text
    """The words of the notes, copied to the letter."""


class Wish(Shape):
    """How, when, to whom or about what to write, or not to."""

    kind: Literal["channel", "person", "timing", "no-contact-before", "other"]
    """What it governs."""
    channel: Literal["email", "phone", "linkedin", "text", "whatsapp", "portal", "letter", ""] = ""
    """The channel it speaks of, or empty."""
    forbids: Flag = False
    """Whether it says not to."""
    person: Text = ""
    """The person it speaks of, or empty."""
    address: Text = ""
    """The address or number that it says to write to, as in the notes, or empty."""
    subject: Text = ""
    """A reference that must stand in the subject, or empty."""
    not_before: Text = ""
    """First day on which contact is welcome, YYYY-MM-DD, or empty."""
    quote: Text
    """The words of the notes, copied to the letter."""


class Hushed(Shape):
    """Something that must not reach a message."""

    quote: Text
    """The words of the notes, copied to the letter."""
    why: Text = ""
    """pay, health, other offer, doubt, weakness, gossip, family, complaint, or in a word what else."""


class Reading(Shape):
    """What the notes say."""

    company: Known = Known()
    role: Known = Known()
    interview_date: Known = Known()
    """Day of the latest interview; value as YYYY-MM-DD."""
    decision_by: Known = Known()
    """Last day of the time they gave for deciding; value as YYYY-MM-DD."""
    status: Standing = Standing()
    people: Annotated[tuple[Human, ...], BeforeValidator(_usable(Human))] = ()
    facts: Annotated[tuple[Matter, ...], BeforeValidator(_usable(Matter))] = ()
    instructions: Annotated[tuple[Wish, ...], BeforeValidator(_usable(Wish))] = ()
    private: Annotated[tuple[Hushed, ...], BeforeValidator(_usable(Hushed))] = ()
    other_companies: Annotated[tuple[Known, ...], BeforeValidator(_usable(Known))] = ()
    """Employers other than the one interviewed with: past, present, offers, agencies."""


class Said(Shape):
    """One sentence of a message."""

    paragraph: Count = 1
    """1 for the first paragraph, 2 for the second, and so on."""
    move: Text
    """Which move it belongs to."""
    text: Text
    """The sentence as it is sent."""
    facts: Texts = ()
    """Ids of the facts it rests on; none for plain courtesy."""
    principles: Texts = ()
    """Ids of the principles it follows."""


class Writing(Shape):
    """A message without its frame."""

    subject: Text = ""
    """Subject line, or empty where the channel has none."""
    sentences: Annotated[tuple[Said, ...], BeforeValidator(_list)]


class Change(Said):
    """A sentence put in the place of another."""

    number: Count = 0
    """Number of the sentence that it replaces; 0 to add one. An empty text takes the sentence out."""


class Revision(Shape):
    """The sentences that change, and only those."""

    subject: Text = ""
    """The new subject line; empty to leave it."""
    sentences: Annotated[tuple[Change, ...], BeforeValidator(_list)]


class Fault(Shape):
    """Something that a careful friend would stop."""

    quote: Text
    """The words of the message, copied to the letter."""
    why: Text = ""
    """What is wrong with them, in one short sentence."""


class Opinion(Shape):
    """Whether one would let a friend send it exactly as it stands."""

    faults: Annotated[tuple[Fault, ...], BeforeValidator(_list)]
    send: Flag
    """Whether it can go exactly as it stands."""


Answer = TypeVar("Answer", bound=Shape)


def understand(data: Mapping[str, Any], shape: type[Answer]) -> Answer:
    """The answer in its shape; raises ReplyError naming the field that does not fit."""
    try:
        return shape.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise ReplyError(f"the model's answer has the wrong shape: {place}: {first['msg'].lower()}") from error


def request(prompt: str, texts: tuple[str, str], shape: type[Shape], keys: tuple[str, ...], limit: int) -> Request:
    """The question whose answer has this shape; without `keys` in it, an answer is none."""
    system, user = texts
    return Request(
        label=prompt,
        system=system,
        user=user,
        name=shape.__name__.lower(),
        schema=schema(shape),
        keys=keys,
        limit=limit,
        require=lambda data: understand(data, shape),
    )


@cache
def schema(shape: type[Shape]) -> Mapping[str, Any]:
    """The JSON Schema of a shape as strict endpoints want it: no references, every field required, nothing else."""
    found = shape.model_json_schema()
    return dict(_strict(found, found.get("$defs", {})))


def _strict(part: Mapping[str, Any], defined: Mapping[str, Any]) -> dict[str, Any]:
    if "$ref" in part:
        part = {**defined[part["$ref"].rpartition("/")[2]], **{k: v for k, v in part.items() if k != "$ref"}}
    kept = dict(_kept(part, defined))
    if kept.get("type") == "object":
        kept |= {"required": list(kept["properties"]), "additionalProperties": False}
    return kept


def _kept(part: Mapping[str, Any], defined: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in part.items():
        if key == "properties":
            yield key, {name: _strict(field, defined) for name, field in value.items()}
        elif key == "items":
            yield key, _strict(value, defined)
        elif key in {"type", "enum"}:
            yield key, value
        elif key == "description":
            yield key, " ".join(value.split())
