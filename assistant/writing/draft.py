"""One message in the making: what it can say, what it has said, and how a sentence of it is picked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from assistant.message import Sentence
from assistant.writing import anchors, slots
from assistant.writing.channels import route
from assistant.writing.choice import recallable
from assistant.writing.order import Material, Order
from assistant.writing.phrasing import fill, lookup
from assistant.writing.wording import Wording

MOVE_RULES = {
    "greeting": {"greeting", "wrong-name"},
    "thanks": {"thanks"},
    "recall": {"specific", "copied-notes"},
    "fit": {"invented-claim", "repetition"},
    "promise": {"timing", "invented-date"},
    "interest": {"interest"},
    "close": {"close", "pushy"},
    "sign-off": {"signature"},
    "status-question": {"pushy", "timing"},
    "open-door": {"argues"},
    "connect": {"order", "over-limit"},
    "reminder": {"timing"},
    "voicemail": {"signature"},
    "introduction": {"greeting"},
}


FULLEST = frozenset({"call", "reminder"})  # tables of which only the phrase that says most is taken


def _day_sent(order: Order) -> date:
    """A day on which the message may go: today, or the last of the days for one that waits, so that what it says of the
    interview (`on 16 October`) is true on all of them."""
    first, last = order.days
    return order.situation.today if first is None or last is None or first <= order.situation.today else last


class Draft:
    """The state of one message while its moves are worded; `material` carries what others of its set have used."""

    def __init__(self, order: Order, material: Material) -> None:
        """A draft that holds nothing yet; its words and anchors are those of the order's reader."""
        self.order, self.material = order, material
        self.route = route(order.brief, order.kind, order.reader)
        reader = None if self.route.office else order.reader
        self.slots = slots.build(order.brief, reader, order.situation, _day_sent(order))
        self.words = dict(self.slots.words)
        self.employer = anchors.belongs_to(order.reader)
        self.recallable = recallable(order, self.route)
        self.recalled: list[Wording] = []

    def is_used(self, wording: Wording) -> bool:
        """Whether a message of this set has already used something that the wording rests on."""
        return bool(set(wording.facts) & self.material.used)

    def sentence(self, move: str, text: str, facts: Iterable[str] = ()) -> Sentence:
        """A sentence of a move, with the facts it rests on and the principles that the move follows."""
        rules = MOVE_RULES.get(move, {move})
        principles = tuple(one.id for one in self.order.principles if rules & set(one.rules))
        return Sentence(text=text, facts=tuple(dict.fromkeys(facts)), principles=principles)

    def say(
        self,
        move: str,
        case: str | None = None,
        extra: Mapping[str, str] | None = None,
        facts: Iterable[str] = (),
        *,
        table: str | None = None,
    ) -> list[Sentence]:
        """One sentence of a move, picked from its table (the move's own if none is named) and filled.

        None where no phrase can be filled; `extra` adds words for slots, `facts` what they rest on.
        """
        table = table or move
        words = {**self.words, **(extra or {})}
        phrases = lookup(self.order.kind, table, case, self.order.style.tone)
        allowed = [phrase for phrase in phrases if fill(phrase, words) not in self.order.banned]
        picked = self.material.picker.pick(allowed, words, fullest=table in FULLEST)
        if picked is None:
            return []
        template, text = picked
        if "{the_role}" in template.lower():
            self.words["the_role"] = "the role"
        return [self.sentence(move, text, (*facts, *self.slots.rests_on(template)))]
