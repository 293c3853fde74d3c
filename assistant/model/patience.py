"""The one retry layer: what passes by itself is tried again, within the deadline and no oftener than makes sense.

A fault that passes gets one more try. An endpoint that only asks to wait gets as many as the deadline holds, each after
the pause that it names itself. Everything else is over at once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from tenacity import RetryCallState, Retrying, retry_if_exception
from tenacity.wait import wait_exponential_jitter

from assistant.errors import BusyError
from assistant.model.chat import Deadline, Stop

_TRIES = 2
_GROWING = wait_exponential_jitter(multiplier=0.3, max=8.0, jitter=0.3)
Result = TypeVar("Result")


def persist(send: Callable[[], Result], deadline: Deadline, stop: Stop, passes: Callable[[BusyError], bool]) -> Result:
    """What `send` gives, tried again while what it raises `passes` by itself; raises the last error at the end."""

    def over(state: RetryCallState) -> bool:
        error = _error(state)
        worn = state.attempt_number >= _TRIES and not (error and error.limited)
        return worn or state.upcoming_sleep >= deadline.left()

    def passing(error: BaseException) -> bool:
        return isinstance(error, BusyError) and passes(error)

    told_to_wait: list[BusyError] = []

    def sent() -> Result:
        """What it gives; where the time ends while it asks to wait, that is the reason."""
        try:
            return send()
        except BusyError as error:
            if error.limited:
                told_to_wait.append(error)
            elif told_to_wait and not passes(error):
                raise told_to_wait[-1] from error
            raise

    waiting = Retrying(retry=retry_if_exception(passing), stop=over, wait=_pause, sleep=stop.wait, reraise=True)
    return waiting(sent)


def _pause(state: RetryCallState) -> float:
    """The pause that the endpoint names, else one that grows."""
    error = _error(state)
    return error.pause if error and error.pause is not None else float(_GROWING(state))


def _error(state: RetryCallState) -> BusyError | None:
    error = state.outcome.exception() if state.outcome else None
    return error if isinstance(error, BusyError) else None
