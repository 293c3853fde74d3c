"""Settings -> collaborators: the one place that says which reader, writer, retriever and checks the desk works with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypedDict

from assistant import prompts, reading
from assistant.adapters import local_models, os_keyring
from assistant.adapters.onnx import OnnxNetwork
from assistant.checking import check
from assistant.desk import Check, Desk, Notice, Read, Retrieve, Write
from assistant.guide import GuideRetriever, LazyRetriever, Retriever, concept_embedder, embedder, passages
from assistant.message import Kind
from assistant.model import endpoints
from assistant.model.endpoints import Endpoint
from assistant.settings import Settings
from assistant.writing import write_all

Say = Callable[[str], object]


def build(settings: Settings, say: Say | None = None) -> Desk:
    """A desk with the reader and the writer of the settings; without a model it works with no network.

    `say` gets every word that goes to a model and comes back. Raises OptionError where the endpoint cannot be one.
    """
    guide = retriever(settings)
    network = OnnxNetwork("checker")
    checked = partial(check, network=network)
    read = partial(reading.read, network=OnnxNetwork("reader"))
    line: _Line = {
        "kinds": _kinds(settings),
        "read": read,
        "retrieve": guide.retrieve,
        "write": partial(write_all, check=partial(checked, own=True)),
        "check": checked,
        "notice": lambda: guide.notice,
    }
    endpoint = _endpoint(settings)
    return Desk(**line) if endpoint is None else _with_model(line, endpoint, settings, say)


class _Line(TypedDict):
    """The stations that every desk has."""

    kinds: Mapping[str, Kind]
    read: Read
    retrieve: Retrieve
    write: Write
    check: Check
    notice: Notice


def _endpoint(settings: Settings) -> Endpoint | None:
    """Where a model answers: as configured, else a local Ollama that answers; nothing where no model is to be used."""
    if settings.reader == settings.writer == "offline":
        return None
    configured = endpoints.configured(settings, os_keyring.find, local_models.find)
    return configured or endpoints.ollama(settings, local_models.find)


def _with_model(line: _Line, endpoint: Endpoint, settings: Settings, say: Say | None) -> Desk:
    """A desk whose reader, writer or both ask a model."""
    from assistant.adapters.openai_chat import OpenAIWire  # noqa: PLC0415  openai costs most of a second
    from assistant.model.line import line as model_line  # noqa: PLC0415  langchain-core costs its share too

    made = model_line(OpenAIWire(endpoint), endpoint, settings, line["read"], line["check"], say)
    guide = line["notice"]
    line["notice"] = lambda: "; ".join(filter(None, (guide(), made.notices.take()))) or None
    hides_names = settings.private  # before the notes are read, nobody knows all the names in them
    if settings.reader != "offline" and not hides_names:
        line["read"] = made.reader.read
    rewrite = None
    if settings.writer != "offline":
        line["write"], rewrite = made.writer.write_all, made.writer.rewrite
    engine = f"{endpoint.model} at {endpoint.host}"
    return Desk(**line, rewrite=rewrite, opine=made.judge.opinion, engine=engine, local=endpoint.local)


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
