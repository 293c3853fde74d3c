"""Every error that Afterword raises on purpose; foreign errors are translated where they arise.

    AfterwordError
      UserError             the person who called must act; the command line exits with 2
        NotesError          the notes cannot be read
        MessageError        the message to check cannot be read
        ProfileError        the profile (--me) cannot be read
        UnknownKindError    no such kind of message
        RecipientError      nobody in the notes answers to that name
        OptionError         an option has an impossible value
        DeliveryError       a message cannot be written out as asked
      ContentError          a maintainer must act: a file in prompts/ is wrong
      ModelError            a model could not be used; what ships with the program stands in
        EndpointError       the user must act: the address, the model's name or the key is not right
          RejectedError     the endpoint does not take the request in this form
        QuotaError          the user must act: the account behind the key has nothing left
        BudgetError         the user must act: the session's own budget of tokens is used up
        SizeError           the user must act: the notes are longer than the model can take
        RefusalError        the user may act: the model declines this text; other words or another model
        BusyError           nobody must act: the endpoint is busy, slow or down for now
        ReplyError          nobody can act: the model's answer is cut off, or not what was asked for
        StoppedError        nobody must act: the person stopped it

Each text is one line that says what is wrong, with the value as {x!r}, and what to do.
"""

from __future__ import annotations


class AfterwordError(Exception):
    """Base of all errors raised on purpose."""


class UserError(AfterwordError):
    """The call or its input is wrong; the text says what to do."""


class NotesError(UserError):
    """The notes are empty, too long, not text, or hold nothing about an interview."""


class MessageError(UserError):
    """The message to check is empty, too long or not text."""


class ProfileError(UserError):
    """The profile file is missing, unreadable or has a wrong field."""


class UnknownKindError(UserError):
    """No kind of that name exists."""


class RecipientError(UserError):
    """Nobody in the notes answers to that name."""


class OptionError(UserError):
    """An option has a value that it cannot have."""


class DeliveryError(UserError):
    """A message cannot be written out as asked."""


class ContentError(AfterwordError):
    """A file in prompts/ is wrong; the text names the file and the entry."""


class ModelError(AfterwordError):
    """A model could not be used; the text says why, and who must do what."""


class EndpointError(ModelError):
    """The address, the model's name or the key is not right."""


class RejectedError(EndpointError):
    """The endpoint does not take the request in this form; another form may do."""

    def __init__(self, text: str, *, status: int, said: str) -> None:
        """`said` is what the endpoint answered, in lower case, to tell from it what it does not take."""
        super().__init__(text)
        self.status, self.said = status, said


class QuotaError(ModelError):
    """The account behind the key has no credit left."""


class BudgetError(ModelError):
    """The session has used as many tokens as it may."""


class SizeError(ModelError):
    """The notes are longer than the model can take."""


class RefusalError(ModelError):
    """The model, or a filter before it, declines to answer."""


class BusyError(ModelError):
    """The endpoint is busy, slow or down for now."""

    def __init__(
        self, text: str, *, status: int = 0, again: bool = True, limited: bool = False, pause: float | None = None
    ) -> None:
        """`again` says whether another try makes sense, `limited` that it only asks to wait, `pause` for how long."""
        super().__init__(text)
        self.status, self.again, self.limited, self.pause = status, again, limited, pause


class ReplyError(ModelError):
    """The model's answer cannot be used: cut off, unreadable, or not of the shape that was asked for."""


class StoppedError(ModelError):
    """The person stopped it."""
