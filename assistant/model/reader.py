"""Notes -> Brief with a model: the rules read first, the model reads what may leave, and the two become one brief."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from assistant.brief import Brief, Profile
from assistant.errors import ModelError
from assistant.model import shapes
from assistant.model.chat import Chat, Deadline, Request, Stop
from assistant.model.merging import merged
from assistant.model.merging.table import Table
from assistant.model.notices import Notices
from assistant.model.quotes import Quotes
from assistant.model.templates import template, words
from assistant.model.veil import Veil, blanked, veil
from assistant.reading import injection

Read = Callable[[str, date, Profile], Brief]
TOKENS_A_LINE, LEAST_TOKENS, MOST_TOKENS = 110, 1_500, 8_000
"""What a reading may take: a fact or two for each line of the notes, each with its quote."""
_LINE = 90


def nonce() -> str:
    """A word that nobody who wrote the notes can know, so that nothing in them can close the markers round them."""
    return secrets.token_hex(6)


@dataclass(frozen=True, slots=True)
class ModelReader:
    """Reads with the rules and a model; with the rules alone where the model cannot be used, and says so."""

    chat: Chat
    rules: Read
    seconds: float
    """How long the model may take."""
    notices: Notices = field(default_factory=Notices)

    def read(self, notes: str, today: date, profile: Profile) -> Brief:
        """What the notes say, as of `today`; raises NotesError where they say nothing about an interview."""
        found = self.rules(notes, today, profile)
        cover = veil(notes, found, profile, private=False)
        try:
            reply = self.chat.complete(request(notes, today, profile, found, cover), Deadline(self.seconds), Stop())
            reading = shapes.understand(reply.data, shapes.Reading)
        except ModelError as error:
            self.notices.add(words("notices")["unread"].format(reason=error))
            return found
        return merged(Table(found, reading, Quotes(notes, today, profile), cover, injection.find(notes)))


def request(notes: str, today: date, profile: Profile, found: Brief, cover: Veil, marker: str = "") -> Request:
    """The question for what the notes say, without contact details, private matters and orders to programs."""
    prompt = template("read")
    hidden = [*injection.find(notes), *(span for fact in found.private for span in fact.evidence)]
    values = {
        "today": f"{today:%A} {today.day} {today:%B %Y} ({today.isoformat()})",
        "candidate": profile.name or "the one who wrote them",
        "nonce": marker or nonce(),
        "notes": cover.cover(blanked(notes, hidden)).strip("\n"),
    }
    lines = 1 + len(notes) // _LINE + notes.count("\n")
    limit = min(MOST_TOKENS, max(LEAST_TOKENS, TOKENS_A_LINE * lines))
    return shapes.request(prompt.label, prompt.fill(values), shapes.Reading, ("people", "facts"), limit)
