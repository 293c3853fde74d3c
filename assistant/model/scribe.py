"""One message by a model: write, check, repair what the checks find, take out what must not be shown.

write prompt --chat--> Text --frame--> Message --check--> findings --repair prompt--> Text, at most twice
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, replace

from assistant.errors import ModelError, ReplyError, StoppedError
from assistant.message import Kind, Message
from assistant.model import faults, shapes
from assistant.model.briefing import FRAMED, Briefing
from assistant.model.chat import Request
from assistant.model.jobs import Job
from assistant.model.listening import Heard, Listener, Sentences
from assistant.model.quotes import Quotes
from assistant.model.revision import numbered, revised, with_locks
from assistant.model.tally import Tally
from assistant.model.templates import say, template, words
from assistant.model.text import Composed, Line, Text, compose, in_order, line, own_details
from assistant.model.veil import blanked
from assistant.reading import injection
from assistant.report import Finding, Report
from assistant.writing import moves
from assistant.writing.draft import Draft
from assistant.writing.repair import Check

ROUNDS = 2
TOKENS = 1_500
"""What a message may take, with all that stands round its sentences in the JSON."""
MOST_PASSES = 3
OVER_LIMIT = "over-limit"
JUDGED = {"thanks": "thanks", "recall": "specific", "status-question": "order", "open-door": "interest", "reminder": ""}
"""Moves whose absence the checks see for themselves, and the rule that says so: a model may name a move as it likes."""
ENOUGH = 0.25
"""Share of the time that must be left for a repair to begin."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A message with what the checks say."""

    composed: Composed
    report: Report

    @property
    def weight(self) -> tuple[int, int]:
        """How much is wrong with it: errors, then warnings."""
        found = [finding.severity for finding in self.report.findings]
        return found.count("error"), found.count("warning")

    def message(self) -> Message:
        """The message with its report."""
        return self.composed.message.model_copy(update={"report": self.report})


@dataclass(slots=True)
class Scribe:
    """Writes one message."""

    job: Job
    tally: Tally
    check: Check
    listener: Listener | None = None
    came: list[Line] | None = None
    """What has come of a message that is being written."""

    def written(self) -> Message:
        """The message, checked and repaired, with the honest verdict; raises ModelError where there is none."""
        try:
            text = self._first_text()
        except StoppedError:
            if self.came:
                return self._unfinished()
            raise
        return self._finished(self._repaired(self._checked(text)))

    def rewritten(self, text: Text) -> Message:
        """A text of before, changed to the wishes of the order; its locked sentences stay to the letter."""
        style = self.job.order.style
        text = _locking(text, style.locked)
        may = [at for at, one in enumerate(text.lines, 1) if not one.locked]
        values = {
            **self._message_values(text, may),
            "tone": words("tones")[style.tone],
            "wishes": "\n".join(f"- {self._veiled(wish)}" for wish in style.wishes) or "-",
        }
        request = self._request("rewrite", values, shapes.Revision)
        changed = self._revised(text, self.tally.complete(request).data, may, add=True, subject=True)
        return self._finished(self._repaired(self._checked(changed)))

    @property
    def _draft(self) -> Draft:
        return self.job.briefing.draft

    @property
    def _briefing(self) -> Briefing:
        return self.job.briefing

    @property
    def _notes(self) -> Quotes:
        """The notes without orders to programs."""
        situation = self.job.order.situation
        held = blanked(situation.notes, injection.find(situation.notes))
        return Quotes(held, situation.today, situation.profile)

    def _veiled(self, text: str) -> str:
        return self._briefing.veil.cover(" ".join(text.split()))

    def _first_text(self) -> Text:
        """What the model writes, as a text; raises ReplyError where none of it can be used."""
        order, briefing = self.job.order, self._briefing
        wishes = [f"- {self._veiled(wish)}" for wish in order.style.wishes]
        marked = [f"<wishes-{briefing.nonce}>", *wishes, f"</wishes-{briefing.nonce}>"]
        locked = [f"- {self._veiled(sentence)}" for sentence in order.style.locked]
        values = {
            **briefing.shared(),
            **self.job.aims(briefing.veil),
            "advice": words("kinds").get(order.kind.id, ""),
            "moves": briefing.moves(),
            "frame": "\n".join(filter(None, (briefing.greeting(), briefing.subject()))),
            "tone": words("tones")[order.style.tone],
            "principles": briefing.principles(),
            "wishes": "\n".join([say("wishes"), *marked]) if wishes else "",
            "locked": "\n".join([say("locked"), *locked]) if locked else "",
        }
        request = self._request("write", values, shapes.Writing)
        reply = self.tally.complete(request, Sentences(self._hear) if self.listener else None)
        answer = shapes.understand(reply.data, shapes.Writing)
        lines = [made for said in answer.sentences if (made := self._line(said))]
        if not lines:
            raise ReplyError(words("notices")["no_text"])
        text = Text(self._briefing.veil.lift(answer.subject), in_order(lines, order.kind))
        return with_locks(text, order.style.locked, order.kind)

    def _line(self, said: shapes.Said) -> Line | None:
        briefing, order = self._briefing, self.job.order
        principles = frozenset(one.id for one in order.principles)
        made = line(said, order.kind, briefing.known(), principles, briefing.veil.lift)
        if made is None or order.kind.channel != "phone":
            return made
        text = own_details(made.text, self._draft)
        return replace(made, text=text) if text else None

    def _hear(self, said: shapes.Said, first: bool) -> None:
        """Passes on a sentence as it is written, and keeps it in case nothing more comes."""
        if first:
            self.came = []
        made = self._line(said)
        if made is None or self.came is None or self.listener is None:
            return
        self.came.append(made)
        recipient, variant = self.job.place
        with suppress(Exception):  # what a listener does wrong is no fault of the message
            self.listener.hear(Heard(recipient, variant, made.move, made.text, anew=first))

    def _request(self, name: str, values: dict[str, str], shape: type[shapes.Shape]) -> Request:
        prompt = template(name)
        return shapes.request(prompt.label, prompt.fill(values), shape, ("sentences",), TOKENS)

    def _checked(self, text: Text) -> Checked:
        composed = compose(text, self._draft, self.tally.model or self.tally.chat.model)
        order = self.job.order
        report = self.check(composed.message, order.brief, order.kind, order.situation)
        ours = (*faults.strange(composed), *faults.foreign(composed, order.situation.profile))
        if ours:
            report = Report(verdict="not-ready", findings=(*ours, *report.findings))
        return Checked(composed, report)

    def _repaired(self, checked: Checked) -> Checked:
        """The message after at most two rounds of repair; the better one where a repair made it worse."""
        for number in range(ROUNDS):
            found = faults.repairable(checked.composed, checked.report, errors_only=number > 0)
            if not found.findings or self.tally.deadline.left() < ENOUGH * self.tally.deadline.seconds:
                break
            try:
                text = self._repair(checked.composed, found)
            except StoppedError:
                break
            except ModelError:
                break  # what was written is there, with the verdict that it deserves
            again = self._checked(text)
            if again.weight > checked.weight:
                break
            checked = again
        return checked

    def _repair(self, composed: Composed, found: faults.Faults) -> Text:
        text = composed.text
        may = [at for at in found.numbers if not text.lines[at - 1].locked]
        said = self._veiled_lines(faults.told(composed, found.findings))
        values = {**self._message_values(text, may), "findings": said}
        reply = self.tally.complete(self._request("repair", values, shapes.Revision))
        subject = any(finding.where == "subject" for finding in found.findings)
        return self._revised(text, reply.data, may, add=found.add, subject=subject)

    def _message_values(self, text: Text, may: Collection[int]) -> dict[str, str]:
        """The inputs of a prompt about a message that is there."""
        locked = [str(at) for at, one in enumerate(text.lines, 1) if one.locked]
        shared = self._briefing.shared()
        shared.pop("principles", None)
        return {
            **shared,
            "moves": ", ".join(spec.move for spec in self.job.order.kind.moves if spec.move not in FRAMED),
            "message": numbered(text, self._briefing.veil),
            "open": ", ".join(map(str, may)) or "-",
            "locked": say("locked_numbers", numbers=", ".join(locked)) if locked else "",
        }

    def _veiled_lines(self, text: str) -> str:
        return "\n".join(map(self._briefing.veil.cover, text.splitlines()))

    def _revised(self, text: Text, data: dict[str, object], may: Collection[int], *, add: bool, subject: bool) -> Text:
        revision = shapes.understand(data, shapes.Revision)
        made = [self._line(change) for change in revision.sentences]
        revision = revision.model_copy(update={"subject": self._briefing.veil.lift(revision.subject)})
        return revised(text, revision, made, self.job.order.kind, may=may, add=add, subject=subject)

    def _finished(self, checked: Checked) -> Message:
        """The message without what must not be shown; raises ReplyError where that is all, or where it stays."""
        for _ in range(MOST_PASSES):
            text = self._fitting(self._cleaned(checked), checked.report)
            if not text.lines:
                raise _refused(checked)
            text = self._whole(text, checked.report)
            if text == checked.composed.text:
                break
            checked = self._checked(text)
        too_long = any(finding.rule == OVER_LIMIT for finding in checked.report.findings)
        locked = any(one.locked for one in checked.composed.text.lines)
        if faults.grave(checked.composed, checked.report, self._notes) or (too_long and not locked):
            raise _refused(checked)
        return checked.message()

    def _cleaned(self, checked: Checked) -> Text:
        text = checked.composed.text.without(faults.grave(checked.composed, checked.report, self._notes))
        return replace(text, subject="") if faults.bad_subject(checked.report) else text

    def _fitting(self, text: Text, report: Report) -> Text:
        """The text without its last sentences where a hard limit of the channel asks for it."""
        limit = self.job.order.kind.limits.max_chars
        if limit is None or not any(finding.rule == OVER_LIMIT for finding in report.findings):
            return text
        while len(text.lines) > 1 and len(compose(text, self._draft, "").message.body) > limit:
            gone = next((at for at in range(len(text.lines), 0, -1) if not text.lines[at - 1].locked), None)
            if gone is None:
                break
            text = text.without([gone])
        return text

    def _whole(self, text: Text, report: Report) -> Text:
        """The text with a sentence of the offline writer for each required move that it does without."""
        kind = self.job.order.kind
        if kind.limits.max_chars is not None:
            return text
        there = {one.move for one in text.lines} | FRAMED
        absent = {finding.rule for finding in report.findings if finding.span is None}
        lacking = [spec.move for spec in kind.moves if spec.required and spec.move not in there]
        added = [
            Line(_paragraph(text, move, kind), move, sentence.text, sentence.facts, sentence.principles)
            for move in lacking
            if JUDGED.get(move) in absent or move not in JUDGED
            for sentence in moves.written(self._draft, move)
        ]
        return replace(text, lines=in_order((*text.lines, *added), kind)) if added else text

    def _unfinished(self) -> Message:
        """What had come of a message when it was stopped, as what it is."""
        order = self.job.order
        checked = self._checked(
            with_locks(Text("", in_order(self.came or [], order.kind)), order.style.locked, order.kind)
        )
        checked = self._checked(self._cleaned(checked))
        cut = Finding(rule="unfinished", severity="error", message=words("notices")["unfinished"])
        report = Report(verdict="not-ready", findings=(cut, *checked.report.findings))
        return checked.composed.message.model_copy(update={"report": report})


def _refused(checked: Checked) -> ReplyError:
    """The error for a message of which nothing can be shown."""
    errors = [finding for finding in checked.report.findings if finding.severity == "error"]
    return ReplyError(words("notices")["refused"].format(findings=faults.rules(errors)))


def _paragraph(text: Text, move: str, kind: Kind) -> int:
    """The paragraph of a move that is added: the one of the nearest move before it."""
    order = [spec.move for spec in kind.moves]
    before = [one.paragraph for one in text.lines if one.move in order and order.index(one.move) < order.index(move)]
    return before[-1] if before else 1


def _locking(text: Text, locked: Collection[str]) -> Text:
    """The text with those sentences marked that must stay."""
    held = {" ".join(sentence.split()) for sentence in locked}
    return replace(text, lines=tuple(replace(one, locked=" ".join(one.text.split()) in held) for one in text.lines))
