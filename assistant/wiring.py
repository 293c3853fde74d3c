"""Settings -> collaborators: the one place that says which reader, writer, retriever and checks the desk works with."""

from __future__ import annotations

from collections.abc import Mapping

from assistant import prompts, reading
from assistant.checking import check
from assistant.desk import Desk
from assistant.message import Kind
from assistant.settings import Settings
from assistant.writing import write_all


def build(settings: Settings) -> Desk:
    """A desk that works without a model and without a network."""
    return Desk(kinds=_kinds(settings), read=reading.read, retrieve=..., write=write_all, check=check)


def _kinds(settings: Settings) -> Mapping[str, Kind]:
    return {name: _fitted(kind, settings) for name, kind in prompts.kinds().items()}


def _fitted(kind: Kind, settings: Settings) -> Kind:
    """The kind with its limits for the candidate's LinkedIn account; other channels have limits of their own."""
    if kind.channel != "linkedin" or kind.limits.max_chars is None:
        return kind
    words = kind.limits.max_words * settings.linkedin_chars // kind.limits.max_chars
    limits = kind.limits.model_copy(update={"max_chars": settings.linkedin_chars, "max_words": words})
    return kind.model_copy(update={"limits": limits})
