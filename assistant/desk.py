"""The product on one screen.

    notes --read--> Brief --retrieve--> principles --write--> Messages --check--> Reports
                      |                                         |
                   kind, recipients                     delivery: .txt .md .eml .zip

`read` is the first arrow alone, `draft` is the whole line, `check` is the last arrow for a text that somebody
else wrote. Every station is handed in, so that wiring (or a test) decides which one stands there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from assistant import pasted, recipients
from assistant.brief import Brief, Person, Profile
from assistant.errors import OptionError, UnknownKindError
from assistant.message import Drafts, Kind, Message, Situation, Style
from assistant.principle import Principle
from assistant.report import Finding, Report

Read = Callable[[str, date, Profile], Brief]
Retrieve = Callable[[Brief, Kind], tuple[Principle, ...]]
Write = Callable[
    [Brief, Kind, tuple[Person | None, ...], tuple[Principle, ...], Style, int, Situation], tuple[Message, ...]
]
Check = Callable[[Message, Brief, Kind, Situation], Report]
Rewrite = Callable[[Message, Brief, Kind, tuple[Principle, ...], Style, Situation], Message]
Opine = Callable[[Message, Brief, Kind, Situation], tuple[Finding, ...]]

Notice = Callable[[], str | None]

MAX_VARIANTS = 9
AS_USUAL = Style()
OFFLINE = "offline"
NO_MODEL = "needs a model: set AFTERWORD_ENDPOINT and AFTERWORD_MODEL, see the README"


class Desk:
    """Reads notes, drafts messages, checks messages."""

    def __init__(
        self,
        *,
        kinds: Mapping[str, Kind],
        read: Read,
        retrieve: Retrieve,
        write: Write,
        check: Check,
        notice: Notice = lambda: None,
        rewrite: Rewrite | None = None,
        opine: Opine | None = None,
        engine: str = OFFLINE,
        local: bool = True,
    ) -> None:
        """`rewrite` and `opine` are there where a model is; `engine` names it, `local`: it is on this computer."""
        self._notice, self._rewrite, self._opine = notice, rewrite, opine
        self.engine, self.local = engine, local
        self._kinds, self._read, self._retrieve, self._write, self._check = kinds, read, retrieve, write, check

    def read(self, notes: str, today: date, profile: Profile) -> Brief:
        """What the notes say, as of `today`."""
        return self._read(notes, today, profile)

    def draft(
        self,
        notes: str,
        *,
        kind: str | None = None,
        to: str | None = None,
        variants: int = 1,
        style: Style = AS_USUAL,
        today: date,
        profile: Profile,
        brief: Brief | None = None,
    ) -> Drafts:
        """Messages of one kind: `variants` for each recipient, each with its report.

        Without `kind`, the kind that fits where the application stands; without `to`, whom the notes point to. A
        `brief` that a person has corrected goes before what the notes read as.
        """
        if not 1 <= variants <= MAX_VARIANTS:
            raise OptionError(f"variants is {variants}: choose 1 to {MAX_VARIANTS}")
        known = self._kind(kind) if kind else None
        brief = brief or self._read(notes, today, profile)
        chosen = known or self.kind_for(brief)
        people = recipients.choose(brief, to)
        situation = Situation(notes=notes, today=today, profile=profile)
        principles = self._retrieve(brief, chosen)
        messages = self._write(brief, chosen, people, principles, style, variants, situation)
        checked = tuple(self._checked(message, brief, chosen, situation) for message in messages)
        return Drafts(brief=brief, kind=chosen.id, messages=checked)

    def check(
        self,
        text: str | bytes,
        notes: str,
        *,
        kind: str | None = None,
        today: date,
        profile: Profile,
        brief: Brief | None = None,
        opinion: bool = False,
    ) -> Report:
        """What the rules say about a message: plain text or the JSON of one message, or (bytes) an .eml file.

        Spans count in `text` where it is plain text, else in the body; without `kind`, the message's own or the one
        that fits where the application stands. `opinion` adds what a model makes of it, as hints.
        """
        if opinion and self._opine is None:
            raise OptionError(f"a second opinion {NO_MODEL}")
        known = self._kind(kind) if kind else None
        brief = brief or self._read(notes, today, profile)
        opened = pasted.open_message(text, brief, lambda name: known or self._kind_or_default(name, brief))
        situation = Situation(notes=notes, today=today, profile=profile)
        report = self._check(opened.message, brief, opened.kind, situation)
        if opinion and self._opine is not None:
            more = self._opine(opened.message, brief, opened.kind, situation)
            report = report.model_copy(update={"findings": (*report.findings, *more)})
        return opened.in_text(report)

    def rewrite(
        self,
        text: str | bytes,
        notes: str,
        *,
        kind: str | None = None,
        style: Style,
        today: date,
        profile: Profile,
        brief: Brief | None = None,
    ) -> Drafts:
        """A message changed to the wishes of `style`, its locked sentences to the letter; raises ModelError.

        Raises OptionError where there is no model: the offline writer cannot follow a wish.
        """
        if self._rewrite is None:
            raise OptionError(f"rewriting a message {NO_MODEL}")
        known = self._kind(kind) if kind else None
        brief = brief or self._read(notes, today, profile)
        opened = pasted.open_message(text, brief, lambda name: known or self._kind_or_default(name, brief))
        situation = Situation(notes=notes, today=today, profile=profile)
        principles = self._retrieve(brief, opened.kind)
        message = self._rewrite(opened.message, brief, opened.kind, principles, style, situation)
        checked = self._checked(message, brief, opened.kind, situation)
        return Drafts(brief=brief, kind=opened.kind.id, messages=(checked,))

    def report(self, message: Message, brief: Brief, kind: Kind, situation: Situation) -> Report:
        """What the checks say about a message that is already taken apart."""
        return self._check(message, brief, kind, situation)

    def notice(self) -> str | None:
        """What a person should know about how the last draft came about, in one line; nothing when all is well."""
        return self._notice()

    def kind_for(self, brief: Brief) -> Kind:
        """The kind that fits where the application stands."""
        kinds = tuple(self._kinds.values())
        return next((kind for kind in kinds if brief.status in kind.status), kinds[0])

    def _kind_or_default(self, name: str | None, brief: Brief) -> Kind:
        return self._kind(name) if name else self.kind_for(brief)

    def _kind(self, name: str) -> Kind:
        if name not in self._kinds:
            raise UnknownKindError(f"unknown kind {name!r}: choose one of {', '.join(self._kinds)}")
        return self._kinds[name]

    def _checked(self, message: Message, brief: Brief, kind: Kind, situation: Situation) -> Message:
        if message.report is not None:
            return message
        return message.model_copy(update={"report": self._check(message, brief, kind, situation)})
