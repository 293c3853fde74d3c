"""The offline writer: one message to one reader from the brief, by moves, with no model.

brief --anchors--> wordings --moves in the angle's order--> sentences --frame--> Message
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.message import Message, Part
from assistant.writing import advice, frame, slots
from assistant.writing.channels import MAILED
from assistant.writing.draft import Draft
from assistant.writing.moves import promise, written
from assistant.writing.note import note
from assistant.writing.order import Material, Order
from assistant.writing.script import script, spoken_length


def write(order: Order, material: Material) -> Message:
    """The message that is ordered, with its parts in the order they are read; unchecked.

    `material` carries what other messages of the same set have used, and notes what this one uses.
    """
    material.picker.start_message()
    draft = Draft(order, material)
    if order.kind.channel == "linkedin":
        return _message(draft, *note(draft))
    if order.kind.channel == "phone":
        body, parts = script(draft)
        return _message(draft, body, parts, (spoken_length(order.kind, parts),))
    return _message(draft, *_letter(draft))


def _letter(draft: Draft) -> tuple[str, tuple[Part, ...]]:
    """The body of a letter and its parts: greeting, a block for each paragraph, signature."""
    moves = [spec.move for spec in draft.order.kind.moves if spec.move not in {"greeting", "sign-off"}]
    parts: list[Part] = []
    blocks: list[str] = []
    for paragraph in _paragraphs(moves, draft.order.angle["paragraphs"]):
        made = [Part(move=move, sentences=tuple(found)) for move in paragraph if (found := written(draft, move))]
        if made:
            parts.extend(made)
            blocks.append(_text(made, " "))
    greeting, signing = frame.greeting(draft), frame.signing(draft)
    body = "\n\n".join([_text([greeting], " "), *blocks, _text([signing], "\n")])
    return body, (greeting, *parts, signing)


def _text(parts: Iterable[Part], between: str) -> str:
    return between.join(sentence.text for part in parts for sentence in part.sentences)


def _paragraphs(moves: Sequence[str], angle: Sequence[Sequence[str]]) -> list[list[str]]:
    """The angle's paragraphs with these moves; a kind with moves that no angle names keeps its own order."""
    named = [[move for move in paragraph if move in moves] for paragraph in angle]
    if set(moves) <= {move for paragraph in named for move in paragraph}:
        return named
    return [[move] for move in moves]


def _message(draft: Draft, body: str, parts: tuple[Part, ...], told: Iterable[str] = ()) -> Message:
    order, route = draft.order, draft.route
    return Message(
        kind=order.kind.id,
        channel=route.channel,
        recipient=order.reader.name if order.reader and not route.office else None,
        subject=frame.subject(draft) if order.kind.subject and route.channel in MAILED else None,
        body=body,
        parts=parts,
        variant=order.variant,
        writer="offline",
        to_address=route.address,
        advice=(
            *told,
            *route.advice,
            *advice.of_promises(order),
            *advice.of_wishes(order.brief),
            *_nothing_said(draft),
        ),
    )


def _nothing_said(draft: Draft) -> list[str]:
    """A question to the candidate where the notes hold nothing that can be said to this reader."""
    if draft.recallable or promise(draft):
        return []
    reader = draft.order.reader
    who = slots.call_name(reader, "warm") if reader else advice.say("nobody")
    return [advice.say("nothing_said", who=who)]
