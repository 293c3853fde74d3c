"""What was said and done, as facts: topics, strengths and promises, each worded as it stands in a sentence to its person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.brief import Act, Fact, Form, SaidBy
from assistant.language.tidy import Tidier
from assistant.reading import days, names
from assistant.reading.marked import Marked
from assistant.reading.marks import Found
from assistant.reading.people import Folk

ACTS: dict[str, tuple[Act, SaidBy | None]] = {
    "asked": ("asked", "them"), "iask": ("asked", "me"), "said": ("said", "them"), "wants": ("wants", "them"),
    "showed": ("showed", "them"), "liked": ("liked", "them"), "talk": ("discussed", None), "told": ("told", "me"),
    "ans": ("answered", "me"), "keen": ("keen", "me"), "did": ("event", None), "since": ("news", "me"),
    "thank": ("thank", "me"), "say": ("tell", "me"), "promise": ("promised", "me"),
}  # fmt: skip
"""What each mark says happened, and whose words they are."""
STRENGTHS = ("told", "liked", "since", "ans")
TOPICS = ("asked", "iask", "said", "wants", "showed", "talk", "keen", "did", "thank", "say")
UNWORDED = 0.2
"""How sure a fact is, at most, whose words could not be put into a sentence."""
_HIDDEN = 0.4
"""Share of its words that must not get out from which a mark is no matter for a message."""
_FORMS: dict[str, Form] = {"np": "np", "wh": "wh", "cl": "clause", "inf": "inf", "ger": "gerund"}


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a message can be about."""

    topics: tuple[Fact, ...]
    strengths: tuple[Fact, ...]
    promises: tuple[Fact, ...]


def find(marked: Marked, folk: Folk, tidier: Tidier, base: date, american: bool) -> Facts:
    """The facts behind the network's marks, in the order of the notes; `base` is the day that promises count from."""
    usable = [mark for mark in marked.of(*ACTS) if marked.shut(mark) < _HIDDEN]
    topics = _facts(marked, [mark for mark in usable if mark.tag in TOPICS], "topic", folk, tidier)
    strengths = _facts(marked, [mark for mark in usable if mark.tag in STRENGTHS], "strength", folk, tidier)
    promised = [mark for mark in usable if mark.tag == "promise"]
    promises = [
        fact.model_copy(update={"due": _due(marked, mark, base, american)})
        for mark, fact in zip(promised, _facts(marked, promised, "promise", folk, tidier), strict=True)
    ]
    return Facts(tuple(topics), tuple(strengths), tuple(promises))


def _facts(marked: Marked, marks: list[Found], name: str, folk: Folk, tidier: Tidier) -> Iterator[Fact]:
    for number, mark in enumerate(marks, 1):
        act, said_by = ACTS[mark.tag]
        text, form, sure = _worded(marked, mark, folk, tidier)
        yield Fact(
            id=f"{name}-{number}",
            value=text,
            said_by=said_by,
            evidence=(marked.span(mark),),
            person=folk.name(mark),
            act=act,
            form=form,
            best=round(mark.best, 3),
            sure=round(sure, 3),
        )


def _worded(marked: Marked, mark: Found, folk: Folk, tidier: Tidier) -> tuple[str, Form | None, float]:
    """The words of a fact, their form, and how sure they are; unworded, they are the notes' own."""
    plain = tidier.tidy(" ".join(marked.text(mark).split())) or marked.text(mark)
    if mark.wording is None or not mark.wording.text.strip(" ,.-"):
        return plain, None, min(UNWORDED, mark.sure)
    text = tidier.polish(mark.wording.text, marked.words[mark.first].text)
    sure = mark.sure * mark.wording.sure * (1 - marked.shut(mark))
    return _named(text, folk), _FORMS[mark.wording.form], sure


def _named(text: str, folk: Folk) -> str:
    """The words with people's names as one writes them."""
    for person in folk.people:
        for part in person.name.split():
            if not part.islower() and not names.is_honorific(part):
                text = re.sub(rf"(?<!\w){re.escape(part.lower())}(?!\w)", part, text)
    return text


def _due(marked: Marked, mark: Found, base: date, american: bool) -> date | None:
    """The day until which a promise is due: by the words so marked in it or right beside it."""
    for due in marked.of("due"):
        if mark.first - 6 <= due.first <= mark.last + 6:
            return days.ahead(marked.text(due), base, american)
    return None
