"""The tables of speech acts (prompts/reading/acts.toml) as patterns, and matching a predicate against them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from assistant import prompts
from assistant.brief import SaidBy
from assistant.reading.scene import fold
from assistant.reading.speech import Form, StatementAct

WH = re.compile(r"^(?:exactly |specifically )?(?:how|why|what|wot|wat|when|where|which|who|whether|if)\b", re.I)
YES_NO = re.compile(r"^(?:would|wd|could|can|will|do|did|am|are|have|should) (?:i|you)\b", re.I)
BEST = re.compile(r",?\s*(?:particularly|especially|above all|mostly)\s+", re.I)
Table = Iterable[tuple[StatementAct, re.Pattern[str]]]


@dataclass(frozen=True, slots=True)
class Match:
    """An act found in a predicate: where its content begins (in the predicate), and the form of the content if known."""

    act: StatementAct
    content: int
    form: Form | None


@dataclass(frozen=True, slots=True)
class Abroad:
    """An act found in a clause of another language: who may have done it stands in `subject`."""

    act: StatementAct
    by: SaidBy
    subject: str
    content: int


@cache
def _data() -> dict[str, list[tuple[StatementAct, str]]]:
    data = prompts.read_toml(prompts.folder() / "reading" / "acts.toml")
    return {
        side: [(entry["act"], entry["words"]) for entry in data[side]] for side in ("them", "together", "me", "keen")
    }


@cache
def _abroad() -> list[tuple[StatementAct, SaidBy, re.Pattern[str]]]:
    entries = prompts.read_toml(prompts.folder() / "reading" / "acts.toml")["abroad"]
    return [(entry["act"], entry["by"], re.compile(rf"(?<![\w']){entry['words']}(?!\w)", re.I)) for entry in entries]


@cache
def _about() -> re.Pattern[str]:
    links = prompts.read_toml(prompts.folder() / "reading" / "acts.toml")["links"]
    return re.compile(rf"^\s*{links['about']}\s+", re.I)


def table(side: str, names: str) -> list[tuple[StatementAct, re.Pattern[str]]]:
    """The patterns of one side (them, together, me, keen); `names` stands where the data says NAME."""
    return [(act, re.compile(rf"^{words.replace('NAME', names)}(?![\w'])", re.I)) for act, words in _data()[side]]


def match(entries: Table, predicate: str) -> Match | None:
    """The first act whose words open the predicate and that has some content; the content's place and form."""
    for act, pattern in entries:
        found = pattern.match(predicate.replace("’", "'"))
        if found is None:
            continue
        rest = predicate[found.end() :]
        about = _about().match(rest)
        content = found.end() + (about.end() if about else len(rest) - len(rest.lstrip(" ,:")))
        tail = predicate[content:]
        if not tail.strip() or tail.strip().lower() == "to":
            return None
        if act == "asked" and re.search(r"\bme$", found.group(), re.I) and tail.lower().startswith("to "):
            return Match(act, found.end() - 2, "clause")
        if act == "liked" and (best := BEST.search(tail)):
            content += best.end()
            tail = predicate[content:]
        return Match(act, content, _form(act, tail, bool(about)))
    return None


def _form(act: StatementAct, tail: str, about: bool) -> Form | None:
    if WH.match(tail) or YES_NO.match(tail):
        return "wh"
    if tail.lower().startswith("to "):
        return "inf"
    if about or (act == "asked" and not tail.lower().startswith("for ")):
        return "np"
    return "clause" if act == "told" else None


def abroad(text: str, names: str) -> Abroad | None:
    """An act told in another language: `Me preguntó la Dra. Huamán cómo ...`; the subject may stand behind the verb."""
    for act, by, pattern in _abroad():
        found = pattern.search(text)
        if found is None or len(text[: found.start()].split()) > 7:
            continue
        folded = fold(text)
        inverted = re.compile(
            rf"\s*(?:(?:la|el|le|o|a|si|ni|der|die)\s+)?(?:\w{{1,12}}\.?\s+)?(?:ni\s+)?{names}(?!\w)(?:\s+{names})*[,\s]*",
            re.I,
        )
        behind = inverted.match(folded, found.end()) if len(folded) == len(text) else None
        content = behind.end() if behind else found.end()
        content += len(text[content:]) - len(text[content:].lstrip(" ,:"))
        if text[content:].strip():
            return Abroad(
                act, by, text[: found.start()] + " " + (text[behind.start() : behind.end()] if behind else ""), content
            )
    return None
