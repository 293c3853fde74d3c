"""A message in the making: its sentences, numbered, and the message that they make with the frame round them.

Greeting, sign-off, signature, subject reference, address and channel come from the same code as the offline writer's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from assistant.brief import Span
from assistant.message import Kind, Message, Part, Sentence
from assistant.model.shapes import Said
from assistant.writing import advice, frame
from assistant.writing.channels import MAILED
from assistant.writing.draft import Draft
from assistant.writing.script import spoken_length

MOST_PARAGRAPHS = 4
_OWN = re.compile(r"MY_NAME|MY_NUMBER")
_FRAME = frozenset({"greeting", "sign-off", "signature", "subject"})
_GREETS = re.compile(r"(?:dear|hi|hello|good (?:morning|afternoon|evening)|hey)\b[^.!?]{0,60},?\s*\Z", re.IGNORECASE)
_SIGNS = re.compile(
    r"(?:(?:with )?(?:kind|best|warm|many)(?:est)? (?:regards|wishes|thanks)|regards|sincerely|cheers|best|thanks again"
    r"|yours (?:sincerely|faithfully|truly))[,.!]?\s*\Z",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"(?<!\w)[*_`#]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}(?!\w)|^\s*(?:[-*•–]|\d+[.)])\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a message in the making."""

    paragraph: int
    move: str
    text: str
    facts: tuple[str, ...] = ()
    principles: tuple[str, ...] = ()
    locked: bool = False
    strange: tuple[str, ...] = ()
    """Ids that it cites and that nobody knows."""


@dataclass(frozen=True, slots=True)
class Text:
    """Subject and sentences, in the order in which they are read."""

    subject: str
    lines: tuple[Line, ...]

    def without(self, numbers: Iterable[int]) -> Text:
        """The text without the sentences of these numbers, from 1."""
        gone = set(numbers)
        return replace(self, lines=tuple(line for at, line in enumerate(self.lines, 1) if at not in gone))


@dataclass(frozen=True, slots=True)
class Composed:
    """A message, and where in its body each sentence of the text stands."""

    text: Text
    message: Message
    places: tuple[tuple[int, int], ...]

    def numbers(self, span: Span) -> tuple[int, ...]:
        """Numbers of the sentences that a span of the body touches."""
        return tuple(at for at, (start, end) in enumerate(self.places, 1) if start < span.end and span.start < end)


Lift = Callable[[str], str]


def own_details(text: str, draft: Draft) -> str:
    """A sentence of a script with the candidate's name and number in it; empty where it needs one that is not known."""
    profile = draft.order.situation.profile
    known = {"MY_NAME": profile.name, "MY_NUMBER": profile.phone}
    if any(not known[found] for found in _OWN.findall(text)):
        return ""
    return _OWN.sub(lambda match: known[match[0]] or "", text)


def line(said: Said, kind: Kind, known: frozenset[str], principles: frozenset[str], lift: Lift) -> Line | None:
    """A sentence of a model as a line; nothing for one that belongs to the frame or says nothing."""
    text = tidy(lift(said.text))
    if said.move in _FRAME or not re.search(r"\w", text) or _GREETS.match(text) or _SIGNS.match(text):
        return None
    return Line(
        paragraph=max(1, said.paragraph),
        move=_move(said.move, kind),
        text=text,
        facts=tuple(dict.fromkeys(fact for fact in said.facts if fact in known)),
        principles=tuple(dict.fromkeys(one for one in said.principles if one in principles)),
        strange=tuple(dict.fromkeys(fact for fact in said.facts if fact and fact not in known)),
    )


def tidy(text: str) -> str:
    """A sentence on one line, without markup, ended as sentences are."""
    text = _MARKUP.sub("", " ".join(text.split())).strip()
    text = text.strip('"“”') if text[:1] in '"“' and text[-1:] in '"”' else text
    return text if not text or text[-1] in ".!?…”\"')" else f"{text.rstrip(',;:')}."


def compose(text: Text, draft: Draft, writer: str) -> Composed:
    """The message that a text makes, with everything round it; unchecked."""
    order, route = draft.order, draft.route
    make = {"phone": _script, "linkedin": _note}.get(order.kind.channel, _letter)
    text = _behind_greeting(text) if make is _note else text
    body, parts, told = make(text, draft)
    message = Message(
        kind=order.kind.id,
        channel=route.channel,
        recipient=order.reader.name if order.reader and not route.office else None,
        subject=_subject(text, draft),
        body=body,
        parts=parts,
        variant=order.variant,
        writer=writer,
        to_address=route.address,
        advice=(*told, *route.advice, *_left_promises(text, draft), *advice.of_wishes(order.brief)),
    )
    return Composed(text, message, _places(text, body))


def in_order(lines: Iterable[Line], kind: Kind) -> tuple[Line, ...]:
    """The lines with paragraphs that only go up; for a script in the order of its sections."""
    kept = list(lines)
    if kind.channel == "phone":
        moves = [spec.move for spec in kind.moves]
        return tuple(sorted(kept, key=lambda one: moves.index(one.move) if one.move in moves else len(moves)))
    return tuple(sorted(kept, key=lambda one: one.paragraph))


def _move(said: str, kind: Kind) -> str:
    """The move of the kind that a model means; its first open one where it means none."""
    return said if said not in _FRAME and said in {spec.move for spec in kind.moves} else open_move(kind)


def open_move(kind: Kind) -> str:
    """The move that takes what belongs to no other."""
    moves = [spec.move for spec in kind.moves if spec.move not in _FRAME]
    return "recall" if "recall" in moves else moves[0]


def _letter(text: Text, draft: Draft) -> tuple[str, tuple[Part, ...], tuple[str, ...]]:
    greeting, signing = frame.greeting(draft), frame.signing(draft)
    blocks, parts = [], list[Part]()
    written = draft.route.channel in MAILED
    for _, group in groupby(text.lines, key=lambda one: min(one.paragraph, MOST_PARAGRAPHS) if written else 1):
        lines = list(group)
        parts += _parts(lines)
        blocks.append(" ".join(one.text for one in lines))
    signed = "\n".join(sentence.text for sentence in signing.sentences)
    body = "\n\n".join(filter(None, [greeting.sentences[0].text, *blocks, signed]))
    return body, (greeting, *parts, signing), ()


def _note(text: Text, draft: Draft) -> tuple[str, tuple[Part, ...], tuple[str, ...]]:
    """A note on one line behind its greeting, and the first name below."""
    greeting = frame.greeting(draft)
    first = next(iter((draft.order.situation.profile.name or "").split()), "")
    said = " ".join(one.text for one in text.lines)
    body = "\n".join(filter(None, (f"{greeting.sentences[0].text} {said}", first)))
    signing = (Part(move="sign-off", sentences=(Sentence(text=first, facts=("profile",)),)),) if first else ()
    return body, (greeting, *_parts(text.lines), *signing), ()


def _behind_greeting(text: Text) -> Text:
    """The text of a note with a small letter at its start, where the greeting runs on into it."""
    if not text.lines or text.lines[0].locked or re.match(r"I\b|[A-Z]{2}|[A-Z][a-z]+ [A-Z]", text.lines[0].text):
        return text
    first, *others = text.lines
    lowered = replace(first, text=first.text[:1].lower() + first.text[1:])
    return replace(text, lines=(lowered, *others))


def _script(text: Text, draft: Draft) -> tuple[str, tuple[Part, ...], tuple[str, ...]]:
    """A script with a heading over each part; what one says to each answer on a line of its own."""
    labels = {spec.move: spec.label or spec.move for spec in draft.order.kind.moves}
    blocks, parts = [], list[Part]()
    for move, group in groupby(text.lines, key=lambda one: one.move):
        lines = list(group)
        parts += _parts(lines)
        blocks.append("\n".join([labels.get(move, move), *_spoken(lines)]))
    return "\n\n".join(blocks), tuple(parts), (spoken_length(draft.order.kind, parts),)


def _spoken(lines: Sequence[Line]) -> list[str]:
    if lines[0].move == "answers":
        return [one.text for one in lines]
    return [" ".join(one.text for one in lines)]


def _parts(lines: Iterable[Line]) -> list[Part]:
    found = []
    for move, group in groupby(lines, key=lambda one: one.move):
        sentences = (Sentence(text=one.text, facts=one.facts, principles=one.principles) for one in group)
        found.append(Part(move=move, sentences=tuple(sentences)))
    return found


def _subject(text: Text, draft: Draft) -> str | None:
    """The model's subject where it fits, else one of ours; with the reference that was asked for."""
    order, route = draft.order, draft.route
    if not order.kind.subject or route.channel not in MAILED:
        return None
    said = " ".join(re.sub(r"^(?:subject|re)\s*:\s*", "", text.subject, flags=re.IGNORECASE).split()).rstrip(".")
    limit = order.kind.limits.max_subject_chars
    if not said or len(said) > limit:
        return frame.subject(draft)
    if not route.subject or route.subject in said:
        return said
    joined = f"{route.subject}: {said}"
    return joined if len(joined) <= limit else frame.subject(draft)


def _left_promises(text: Text, draft: Draft) -> list[str]:
    """What is to be said of promises that the text does not name."""
    named = {fact for one in text.lines for fact in one.facts}
    brief = draft.order.brief
    left = brief.model_copy(update={"promises": tuple(fact for fact in brief.promises if fact.id not in named)})
    return advice.of_promises(replace(draft.order, brief=left))


def _places(text: Text, body: str) -> tuple[tuple[int, int], ...]:
    places = []
    at = 0
    for one in text.lines:
        start = body.index(one.text, at)
        at = start + len(one.text)
        places.append((start, at))
    return tuple(places)
