"""The stations of the line that a model takes over, put together round one endpoint."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.model.chat import Wire
from assistant.model.endpoints import Endpoint
from assistant.model.judge import ModelJudge
from assistant.model.ladder import Habits, Ladder
from assistant.model.meter import Meter
from assistant.model.notices import Notices
from assistant.model.reader import ModelReader, Read
from assistant.model.transcript import Say, Transcript
from assistant.model.writer import ModelWriter
from assistant.settings import Settings
from assistant.writing.repair import Check


@dataclass(frozen=True, slots=True)
class ModelLine:
    """Reader, writer and judge that ask the same model, and what they have to say."""

    reader: ModelReader
    writer: ModelWriter
    judge: ModelJudge
    notices: Notices


def line(wire: Wire, endpoint: Endpoint, settings: Settings, rules: Read, check: Check, say: Say | None) -> ModelLine:
    """The stations for an endpoint; `rules` read beside the model, and `check` holds what it writes to the notes."""
    hidden = (endpoint.key.get_secret_value(),) if endpoint.key else ()
    transcript = Transcript(say, hidden) if say else Transcript()
    chat = Ladder(wire, Habits(endpoint.step, endpoint.limit_name), transcript, Meter(settings.budget))
    notices = Notices()
    return ModelLine(
        ModelReader(chat, rules, settings.deadline, notices),
        ModelWriter(chat, check, settings.deadline, settings.private),
        ModelJudge(chat, settings.deadline, settings.private, notices),
        notices,
    )
