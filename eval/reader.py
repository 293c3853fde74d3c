"""The reader under evaluation: `assistant.reading.read`."""

from __future__ import annotations

import traceback
from dataclasses import dataclass

from assistant import reading
from assistant.brief import Brief
from eval.cases import Case


@dataclass(frozen=True, slots=True)
class Read:
    """What the reader made of one case; an empty brief and the last line of the traceback where it crashed."""

    brief: Brief
    crash: str | None = None


def read(case: Case) -> Read:
    """The brief of a case. A crash is a result like another: it is counted, and the rest of the run goes on."""
    try:
        return Read(reading.read(case.notes, case.today, case.me))
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        return Read(Brief(), f"{type(error).__name__}: {error} ({place.filename.rpartition('/')[2]}:{place.lineno})")
