"""The LinkedIn note: the richest one that fits the channel's limit of characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.message import Part
from assistant.writing import frame
from assistant.writing.draft import Draft
from assistant.writing.phrasing import fill, lookup
from assistant.writing.wording import Wording

Opening = tuple[Wording | None, str, str]
"""What a first line recalls, its template, and the line itself."""


def note(draft: Draft) -> tuple[str, tuple[Part, ...]]:
    """The body of a note and its parts; only the greeting where nothing fits."""
    order, greeting = draft.order, frame.greeting(draft)
    for anchor, template, text in _openings(draft):
        connects = draft.material.picker.order(lookup(order.kind, "connect", None, order.style.tone))
        for connect in (*connects, ""):
            body = _body(draft, greeting.sentences[0].text, text, connect)
            if order.kind.limits.max_chars is None or len(body) <= order.kind.limits.max_chars:
                facts = anchor.facts if anchor else ()
                draft.material.used |= set(facts)
                rests_on = (*draft.slots.rests_on(template), *facts)
                said = [("recall", text, rests_on), ("connect", connect, ()), ("sign-off", _first(draft), ("profile",))]
                return body, (greeting, *(_part(draft, *one) for one in said if one[1]))
    return greeting.sentences[0].text, (greeting,)


def _openings(draft: Draft) -> Iterator[Opening]:
    """Every first line that can be filled, those that recall something first."""
    words = dict(draft.words)
    if day := words.get("day"):
        words["day_short"] = day
    for anchor in [*_free_anchors(draft), None]:
        short = _short_recall(draft, anchor) if anchor else None
        filled = {**words, "recall": short} if short else words
        for template in lookup(draft.order.kind, "linkedin-recall", None, draft.order.style.tone):
            if ("{recall}" in template) == (short is not None):
                text = fill(template, filled)
                if text is not None and text not in draft.order.banned:
                    yield anchor, template, text


def _free_anchors(draft: Draft) -> list[Wording]:
    """What can be recalled in so short a note: what no other message has used, else all."""
    if not draft.employer:
        return []
    spoken = [wording for wording in draft.recallable if not wording.case.startswith(("tell", "news", "thank"))]
    return [wording for wording in spoken if not draft.is_used(wording)] or spoken


def _short_recall(draft: Draft, anchor: Wording) -> str | None:
    words = {**draft.words, **anchor.slots}
    phrases = lookup(draft.order.kind, "recall", anchor.case, draft.order.style.tone)
    made = [text for phrase in phrases if (text := fill(phrase, words))]
    return min(made, key=len) if made else None


def _body(draft: Draft, greeting: str, text: str, connect: str) -> str:
    """The note on one line, which goes on behind the greeting, and the first name below."""
    opening = text if re.match(r"I\b|[A-Z]{2}", text) else text[:1].lower() + text[1:]
    line = " ".join(filter(None, (greeting, opening, connect)))
    return "\n".join(filter(None, (line, _first(draft))))


def _first(draft: Draft) -> str:
    """The candidate's first name, or nothing."""
    return next(iter((draft.order.situation.profile.name or "").split()), "")


def _part(draft: Draft, move: str, text: str, facts: tuple[str, ...]) -> Part:
    return Part(move=move, sentences=(draft.sentence(move, text, facts),))
