"""What a model is told about one message: the values of the prompts' inputs, as it may leave this computer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from langchain_core.documents import Document

from assistant.brief import Fact, Person
from assistant.model.choice import Choice
from assistant.model.reader import nonce
from assistant.model.templates import say, words
from assistant.model.veil import Veil, blanked
from assistant.reading import injection
from assistant.writing import frame, promising, slots
from assistant.writing.channels import MAILED
from assistant.writing.draft import Draft

AROUND = 70
"""Characters of the notes on either side of a fact's own words that a model gets to see."""
TEXTED = 60
"""Most words of a text message."""
AIM = 0.85
"""Share of a hard limit of characters to aim at."""
SHARE = {"short": 0.45, "standard": 0.62, "full": 0.9}
"""Share of a kind's longest length that a message of each length takes."""


@dataclass(frozen=True)
class Briefing:
    """One message to be written, with what may be known of it."""

    draft: Draft
    choice: Choice
    veil: Veil
    marker: str = ""

    @cached_property
    def nonce(self) -> str:
        """The word in the markers round what is not ours."""
        return self.marker or nonce()

    def shared(self) -> dict[str, str]:
        """The inputs that every prompt about a message has."""
        order = self.draft.order
        return {
            "channel": words("channels").get(self.draft.route.channel, self.draft.route.channel),
            "kind": order.kind.title,
            "purpose": order.kind.purpose,
            "reader": self._reader(),
            "size": self.size(),
            "today": _day(order.situation.today),
            "days": self.veil.cover(self._days()),
            "asked": self.veil.cover(self._asked()),
            "nonce": self.nonce,
            "facts": self.facts(),
        }

    def facts(self) -> str:
        """Every fact on a line of its own, with the words of the notes that it stands on."""
        named = [fact for fact in (self.draft.order.brief.company, self.draft.order.brief.role) if fact]
        lines = [self._plain(fact) for fact in named]
        lines += [self.veil.cover(self._line(fact)) for fact in (*self.choice.facts, *self.choice.promises)]
        return "\n".join(lines) or say("nothing")

    def known(self) -> frozenset[str]:
        """The ids that a sentence may rest on."""
        brief = self.draft.order.brief
        facts = (
            *self.choice.facts,
            *self.choice.promises,
            brief.company,
            brief.role,
            brief.interview_date,
            brief.decision_by,
        )
        return frozenset({"profile", *(fact.id for fact in facts if fact)})

    def moves(self) -> str:
        """The moves of the kind that a model writes, each with what it is for."""
        told = words("moves")
        listed = []
        for spec in self.draft.order.kind.moves:
            if spec.move not in FRAMED:
                need = " (required)" if spec.required else ""
                listed.append(f"- {spec.move}{need}: {told.get(spec.move) or self._of_phrases(spec.move)}")
        return "\n".join(listed)

    def principles(self) -> str:
        """The advice that fits, as documents with their ids."""
        documents = [Document(id=one.id, page_content=one.text) for one in self.draft.order.principles]
        return "\n".join(f"- {document.id}: {document.page_content}" for document in documents)

    def size(self) -> str:
        """How long the message may be, in the measure of its channel."""
        kind, style = self.draft.order.kind, self.draft.order.style
        if kind.limits.max_chars is not None:
            room = kind.limits.max_chars - self._framing()
            return say("size_chars", room=room, aim=round(room * AIM))
        most = round(kind.limits.max_words * SHARE[style.length])
        if self.draft.route.channel in {"text", "whatsapp"}:
            most = min(most, TEXTED)
        least = min(max(kind.limits.min_words, round(most * 0.5)), most)
        return say("size_words", least=least, most=most, limit=max(most, round(kind.limits.max_words * 0.9)))

    def greeting(self) -> str:
        """What the program sets round the text."""
        if self.draft.order.kind.channel == "phone":
            return say("spoken" if self.draft.order.situation.profile.phone else "spoken_without")
        greeting = frame.greeting(self.draft).sentences[0].text
        return self.veil.cover(say("frame", greeting=greeting))

    def subject(self) -> str:
        """Whether there is a subject, and what it must carry."""
        order, route = self.draft.order, self.draft.route
        if not order.kind.subject or route.channel not in MAILED:
            return say("no_subject")
        wanted = say("subject", chars=order.kind.limits.max_subject_chars)
        return f"{wanted} {say('reference', reference=route.subject)}" if route.subject else wanted

    def _framing(self) -> int:
        name = next(iter((self.draft.order.situation.profile.name or "").split()), "")
        return len(frame.greeting(self.draft).sentences[0].text) + len(name) + 2

    def _reader(self) -> str:
        reader = self.draft.order.reader
        if self.draft.route.office or reader is None:
            return say("office")
        said = [slots.call_name(reader, "warm"), reader.title or "", say(reader.part)]
        return self.veil.cover(", ".join(text for text in said if text))

    def _days(self) -> str:
        brief, today = self.draft.order.brief, self.draft.order.situation.today
        told = []
        if brief.interview_date:
            day = date.fromisoformat(brief.interview_date.value)
            told.append(
                say("interview", when=slots.relative_day(day, today), day=_day(day), id=brief.interview_date.id)
            )
        if brief.decision_by and brief.status not in {"rejected", "offer"}:
            day = date.fromisoformat(brief.decision_by.value)
            key = "decided" if day < today else "decide"
            told.append(say(key, when=slots.by_day(day, today), day=_day(day), id=brief.decision_by.id))
        others = [_other(person) for person in brief.people if person != self.draft.order.reader]
        if others:
            told.append(say("others", people="; ".join(others)))
        return " ".join(told)

    def _asked(self) -> str:
        orders = self.draft.order.brief.instructions
        return listed(say("asked"), (f"“{' '.join(order.text.split())}”" for order in orders))

    def _plain(self, fact: Fact) -> str:
        return self.veil.cover(f"{fact.id} | {fact.value}")

    def _line(self, fact: Fact) -> str:
        today = self.draft.order.situation.today
        said = " ".join(fact.value.split())
        if fact.due:
            said += f" ({say('overdue') if fact.due < today else promising.due_words(fact, today)})"
        return f"{fact.id} | {self._who(fact)} | {said} | {say('notes', words=self._context(fact))}"

    def _who(self, fact: Fact) -> str:
        """Who did or said it: `you asked`, `I told (to Marit)`, `spoken about (with you)`."""
        reader = self.draft.order.reader
        person = say("reader") if reader and fact.person == reader.name else fact.person
        verb = words("acts")[fact.act or "noted"]
        if fact.said_by is None and fact.act == "event":
            verb = words("acts")["happened"]
        if fact.said_by == "me":
            return f"I {verb}" + (f" ({say('to', who=person)})" if person else "")
        if fact.said_by == "them" and fact.act not in {"discussed", None}:
            return f"{person or say('they')} {verb}"
        return verb + (f" ({say('with', who=person)})" if person else "")

    def _context(self, fact: Fact) -> str:
        """The notes round a fact, on its own line, without what must not leave."""
        if not fact.evidence:
            return fact.value
        notes = self._open_notes
        start, end = fact.evidence[0].start, fact.evidence[-1].end
        first = notes.rfind("\n", 0, start) + 1
        last = notes.find("\n", end)
        first, last = max(first, start - AROUND), min(last if last >= 0 else len(notes), end + AROUND)
        first = (
            notes.find(" ", first, start) + 1
            if notes[first - 1 : first].strip() and " " in notes[first:start]
            else first
        )
        if notes[last : last + 1].strip():
            last = max(end, notes.rfind(" ", end, last))
        return re.sub(r"\s{3,}", " … ", notes[first:last]).strip(" -•*>|\n").replace("\n", " ")

    @cached_property
    def _open_notes(self) -> str:
        situation, brief = self.draft.order.situation, self.draft.order.brief
        secret = [span for fact in brief.private for span in fact.evidence]
        return blanked(situation.notes, [*injection.find(situation.notes), *secret])

    def _of_phrases(self, move: str) -> str:
        """A move that only its kind knows, by an example of its own."""
        phrases = self.draft.order.kind.phrases.get(move, {})
        example = next((text for texts in phrases.values() for text in texts), "")
        return say("such_as", example=example) if example else move


FRAMED = frozenset({"greeting", "sign-off"})
"""Moves that the program sets."""


def listed(heading: str, lines: Iterable[str]) -> str:
    """A heading with lines under it, or nothing."""
    kept: Sequence[str] = [f"- {line}" for line in lines]
    return "\n".join([heading, *kept]) if kept else ""


def _day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


def _other(person: Person) -> str:
    return f"{person.name}, {person.title}" if person.title else person.name
