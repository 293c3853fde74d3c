"""A chat over one endpoint: asks in the strictest form that the endpoint takes, and remembers which that is.

    json-schema --refused--> json-object-schema --refused--> json-object --refused--> text

The first form has the endpoint itself hold the reply to the schema; the last relies on the prompt, which describes the
shape in words. Whatever the form, the reply is read by `replies` and nothing that is cut off passes.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import get_args

from assistant.errors import BusyError, EndpointError, ModelError, QuotaError, RejectedError, ReplyError
from assistant.model import replies
from assistant.model.chat import Answer, Call, Deadline, Hearing, LimitName, Reply, Request, Step, Stop, Usage, Wire
from assistant.model.meter import Meter
from assistant.model.patience import persist
from assistant.model.transcript import Transcript

STEPS: tuple[Step, ...] = get_args(Step)
MOST_CALLS = 6
"""So many different forms of one request at most; the worst endpoint that is known takes four."""
LARGER = 3
"""A reply that was cut off may be so many times as long, once."""
HOPELESS = 20.0
"""Seconds for which an endpoint that could not be used is not asked again: a panel need not wait for each message."""
_FORM = ("response_format", "json_schema", "schema", "grammar", "structured output", "guided", "json_object")
_SYSTEM = ("system role", "system message", "roles must alternate", "role 'system'", "only user and assistant")
FAILED_INSIDE = frozenset({500, 501})
LEAST = 0.05
"""With fewer seconds left, nothing is sent."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What an endpoint takes, as far as it is known."""

    step: Step = "json-schema"
    limit_name: LimitName = "max_tokens"
    counted: bool = True
    system: bool = True
    """Whether it takes a system prompt beside the user's."""
    proven: bool = False
    """Whether it has answered in this form."""


@dataclass(slots=True)
class Ladder:
    """The chat; one for each endpoint and model, shared by all threads that ask them."""

    wire: Wire
    habits: Habits = field(default_factory=Habits)
    transcript: Transcript = field(default_factory=Transcript)
    meter: Meter = field(default_factory=Meter)
    """Counts what is used where no session's own meter is in place."""
    clock: Callable[[], float] = time.monotonic
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _hopeless: tuple[float, ModelError] | None = None

    @property
    def endpoint(self) -> str:
        """Host of the endpoint."""
        return self.wire.endpoint

    @property
    def model(self) -> str:
        """The model, as it is asked for."""
        return self.wire.model

    def complete(self, request: Request, deadline: Deadline, stop: Stop, heard: Hearing | None = None) -> Reply:
        """The answer to a request, its JSON read; raises ModelError where none that can be used comes in time."""
        self._require_hope()
        began = deadline.left()
        try:
            return _Attempt(self, request, deadline, stop, heard).reply()
        except RejectedError:
            raise  # of this request, not of the endpoint
        except (EndpointError, QuotaError) as error:
            self._give_up(error)
            raise
        except BusyError as error:
            if deadline.left() < LEAST and began > deadline.seconds / 2:  # it had its time, and used it up
                self._give_up(error)
            raise

    def learn(self, habits: Habits) -> None:
        """Takes over what was found out about the endpoint."""
        with self._lock:
            self.habits = habits

    def _require_hope(self) -> None:
        with self._lock:
            if self._hopeless and self.clock() - self._hopeless[0] < HOPELESS:
                raise self._hopeless[1].with_traceback(None)

    def _give_up(self, error: ModelError) -> None:
        with self._lock:
            self._hopeless = (self.clock(), error)


@dataclass(slots=True)
class _Attempt:
    """One request on its way to a reply."""

    ladder: Ladder
    request: Request
    deadline: Deadline
    stop: Stop
    heard: Hearing | None
    habits: Habits = field(init=False)
    calls: int = 0
    usage: Usage = field(default_factory=Usage)
    longer: bool = False
    asked_again: bool = False
    rejected: bool = False

    def __post_init__(self) -> None:
        self.habits = self.ladder.habits

    def reply(self) -> Reply:
        """Sends the request in one form after the other until a reply can be used."""
        while True:
            form = self.habits
            try:
                answer = persist(partial(self._send, form), self.deadline, self.stop, partial(_passes, form))
                if self._was_cut(answer):
                    continue
                data = replies.read(answer.text, self.request.keys)
                self.request.require(data)
            except RejectedError as error:
                self.rejected, self.habits = True, _otherwise(form, error)
            except BusyError as error:
                if not _may_be_the_form(form, error):
                    raise
                self.habits = replace(form, step="json-object-schema" if form.step == "json-schema" else "text")
            except ReplyError:
                if self.asked_again:
                    raise
                self.asked_again = True
                self.habits = replace(form, step=_next(form.step))
            else:
                if self.rejected or not self.ladder.habits.proven:  # one bad reply says nothing about the endpoint
                    self.ladder.learn(replace(form, proven=True))
                return Reply(data, answer.model, form.step, self.usage, self.calls, self._seconds())
            if self.calls >= MOST_CALLS:
                raise ReplyError(f"{self.ladder.endpoint} took none of the forms in which it was asked")

    def _send(self, form: Habits) -> Answer:
        meter = Meter.of_session() or self.ladder.meter
        meter.require()
        seconds = self.deadline.left()
        if seconds < LEAST:
            raise BusyError(f"{self.ladder.endpoint} had not answered after {self.deadline.seconds:g} s", again=False)
        self.calls += 1
        call = self._call(form)
        entry = self.ladder.transcript.sent(self.ladder.wire, self.request.label, call)
        if self.heard is not None:
            self.heard.begin()
        try:
            answer = self.ladder.wire.send(call, seconds, self.stop, self.heard)
        except ModelError as error:
            entry.failed(error)
            raise
        entry.received(answer)
        self.usage += answer.usage
        meter.charge(answer.usage)
        return answer

    def _call(self, form: Habits) -> Call:
        system, user = self.request.system, self.request.user
        if not form.system:
            system, user = "", f"{system}\n\n{user}"
        return Call(
            system=system,
            user=user,
            step=form.step,
            name=self.request.name,
            schema=self.request.schema,
            limit=self.request.limit * (LARGER if self.longer else 1),
            limit_name=form.limit_name,
            counted=form.counted,
        )

    def _was_cut(self, answer: Answer) -> bool:
        """Whether the reply ran into its limit and is to be asked for once more with a larger one."""
        if answer.finish != "length":
            return False
        if self.longer:
            self.asked_again = True  # what does not fit now will not fit in another form
            raise ReplyError(f"the model's answer was cut off after {answer.usage.received} tokens, twice")
        self.longer = True
        return True

    def _seconds(self) -> float:
        return self.deadline.seconds - self.deadline.left()


def _may_be_the_form(form: Habits, error: BusyError) -> bool:
    """Whether a server may have failed inside because it does not know the form: some do, and say no more."""
    return error.status in FAILED_INSIDE and not form.proven and form.step in {"json-schema", "json-object-schema"}


def _passes(form: Habits, error: BusyError) -> bool:
    return error.again and not _may_be_the_form(form, error)


def _next(step: Step) -> Step:
    return STEPS[min(STEPS.index(step) + 1, len(STEPS) - 1)]


def _otherwise(habits: Habits, error: RejectedError) -> Habits:
    """Another form for a request that was rejected; raises the error where its form is not what is wrong."""
    said = error.said
    if "stream_options" in said and habits.counted:
        return replace(habits, counted=False)
    if habits.limit_name in said:
        other: LimitName = "max_tokens" if habits.limit_name == "max_completion_tokens" else "max_completion_tokens"
        return replace(habits, limit_name=other)
    if habits.system and any(words in said for words in _SYSTEM):
        return replace(habits, system=False)
    if habits.step != "text" and (any(words in said for words in _FORM) or not habits.proven):
        bare = "response_format" in said and "type" not in said
        return replace(habits, step="text" if bare else _next(habits.step))
    raise error
