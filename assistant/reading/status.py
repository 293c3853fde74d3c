"""Where the application stands on the day of reading.

The network weighs the notes as a whole, the phrases of prompts/reading/status.toml single sentences; a no or a yes needs
both, or the network to be all but certain.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Literal

from assistant import prompts
from assistant.brief import Status
from assistant.reading.marked import Marked

News = Literal["rejected", "offer"]
NEWS: tuple[News, ...] = ("rejected", "offer")
LONG = 14
"""Days after an interview without any stated time from which nothing heard is silence."""
_CERTAIN = {"rejected": 0.97, "offer": 0.9}
_SECONDED = {"rejected": 0.2, "offer": 0.1}
_SENTENCE = re.compile(r"\n|(?<=[.!?;])\s+")


def find(marked: Marked, today: date, interviewed: date | None, decision_by: date | None) -> Status:
    """Rejected or offered where the notes say so; silent where the stated time is past, or none was stated and the
    interview is long ago; else awaiting."""
    for news in NEWS:
        if marked.status.get(news, 0.0) > (_SECONDED if _said(news, marked.notes) else _CERTAIN)[news]:
            return news
    if decision_by is not None:
        return "silent" if decision_by < today else "awaiting"
    return "silent" if interviewed is not None and (today - interviewed).days >= LONG else "awaiting"


def _said(news: News, notes: str) -> bool:
    """Whether some sentence states it as a fact about this application, not as a fear, a plan or another matter."""
    for sentence in filter(str.strip, _SENTENCE.split(notes)):
        for match in _pattern(news).finditer(sentence):
            feared = re.search(rf"{_pattern('not').pattern}$", sentence[: match.start()], re.I)
            if not feared and not _pattern("elsewhere").search(sentence[: match.end()]):
                return True
    return False


@cache
def _pattern(name: str) -> re.Pattern[str]:
    entries = prompts.read_toml(prompts.folder() / "reading" / "status.toml")[name]
    return re.compile(rf"(?<!\w)(?:{'|'.join(entries)})", re.I)
