"""A second opinion by a model: would a careful friend let this message go as it stands? It advises and never blocks."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.brief import Brief, Span
from assistant.errors import ModelError
from assistant.message import Kind, Message, Situation, Style, find_person
from assistant.model import shapes
from assistant.model.chat import Chat, Deadline, Request, Stop
from assistant.model.jobs import jobs
from assistant.model.notices import Notices
from assistant.model.quotes import Quotes
from assistant.model.templates import say, template, words
from assistant.model.veil import veil
from assistant.report import Finding

RULE = "second-opinion"
TOKENS = 800


@dataclass(frozen=True, slots=True)
class ModelJudge:
    """Asks a model about a message."""

    chat: Chat
    seconds: float
    private: bool
    notices: Notices

    def opinion(self, message: Message, brief: Brief, kind: Kind, situation: Situation) -> tuple[Finding, ...]:
        """A hint for each fault that the model names in words of the message; none where it cannot be asked."""
        try:
            reply = self.chat.complete(self._request(message, brief, kind, situation), Deadline(self.seconds), Stop())
            opinion = shapes.understand(reply.data, shapes.Opinion)
        except ModelError as error:
            self.notices.add(words("notices")["no_opinion"].format(reason=error))
            return ()
        cover = veil(situation.notes, brief, situation.profile, private=self.private)
        body = Quotes(message.body, situation.today, situation.profile)
        found = [(body.find(cover.lift(fault.quote)), cover.lift(fault.why)) for fault in opinion.faults]
        return tuple(_hint(spans[0], why) for spans, why in found if spans and why)

    def _request(self, message: Message, brief: Brief, kind: Kind, situation: Situation) -> Request:
        cover = veil(situation.notes, brief, situation.profile, private=self.private)
        reader = find_person(brief, message.recipient)
        briefing = jobs(brief, kind, (reader,), (), Style(), 1, situation, cover)[0].briefing
        prompt = template("judge")
        shared = briefing.shared()
        text = "\n\n".join(filter(None, (message.subject, message.body)))
        values = {**shared, "message": cover.cover(text), "private": ""}
        if brief.private:
            values["private"] = say("private", count=len(brief.private))
        texts = prompt.fill({name: values[name] for name in prompt.inputs})
        return shapes.request(prompt.label, texts, shapes.Opinion, ("send",), TOKENS)


def _hint(span: Span, why: str) -> Finding:
    return Finding(rule=RULE, severity="hint", message=why, span=span)
