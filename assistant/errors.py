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
