"""Settings -> collaborators: the one place that says which reader, writer, retriever and checks the desk works with."""

from __future__ import annotations

from collections.abc import Mapping

from assistant import prompts, reading
from assistant.checking import check
from assistant.desk import Desk
from assistant.guide import GuideRetriever, LazyRetriever, Retriever, concept_embedder, embedder, passages
from assistant.message import Kind
from assistant.settings import Settings
from assistant.writing import write_all


def build(settings: Settings) -> Desk:
    """A desk that works without a model and without a network."""
    guide = retriever(settings)
    return Desk(
        kinds=_kinds(settings),
        read=reading.read,
        retrieve=guide.retrieve,
        write=write_all,
        check=check,
        notice=lambda: guide.notice,
    )


def retriever(settings: Settings) -> Retriever:
    """The guide's principles by meaning; nothing is opened before the first question."""
    return LazyRetriever(lambda: _opened(settings))


def _opened(settings: Settings) -> Retriever:
    from assistant.adapters import chroma  # noqa: PLC0415  the import alone costs half a second, and only drafts need it

    principles = prompts.principles()
    found = passages(principles)
    embed = (
        embedder.load(settings.embedder)
        if settings.embedder
        else concept_embedder.shipped(passage.text for passage in found)
    )
    index = chroma.open_index(settings.data_dir, found, embed, settings.lock_timeout)
    return GuideRetriever({principle.id: principle for principle in principles}, embed, index)


def _kinds(settings: Settings) -> Mapping[str, Kind]:
    return {name: _fitted(kind, settings) for name, kind in prompts.kinds().items()}


def _fitted(kind: Kind, settings: Settings) -> Kind:
    """The kind with its limits for the candidate's LinkedIn account; other channels have limits of their own."""
    if kind.channel != "linkedin" or kind.limits.max_chars is None:
        return kind
    words = kind.limits.max_words * settings.linkedin_limit // kind.limits.max_chars
    limits = kind.limits.model_copy(update={"max_chars": settings.linkedin_limit, "max_words": words})
    return kind.model_copy(update={"limits": limits})
