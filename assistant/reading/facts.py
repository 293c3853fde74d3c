"""What was said and done, as facts: topics, strengths and promises, each worded as it stands in a sentence to its person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from assistant.brief import Act, Fact, Form, Profile, SaidBy
from assistant.language.tagging import verb_lemma
from assistant.language.tidy import Tidier
from assistant.reading import asking, cues, names, promises, seams
from assistant.reading.candidate import is_candidate_name
from assistant.reading.marked import Marked
from assistant.reading.marks import Found, Wording
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
_AS_IT_STANDS = 0.15
"""How much surer a wording is that is the notes' own words, but for shorthand and an article: little can be wrong in it."""
_ARTICLE = re.compile(r"^(?:the|an?) ")
_WH = frozenset({"how", "what", "why", "where", "when", "whether", "who"})
_LOST = 0.5
_ASKING = frozenset({"asked", "iask"})
_LABEL = re.compile(r"[\s*>-]*(?P<name>[^\W\d_][\w'’. -]{1,40}?)\s*:")
_THEIR_OWN = frozenset({"said", "wants", "showed", "liked"})
_SOMEBODY = re.compile(r"(?i)\b(?:him|her|them|you)\b")
_TO_SOMEBODY = frozenset({"promise", "thank", "say"})
_AT_THE_TABLE = frozenset({"promise", "wants", "asked", "iask", "liked"})
"""What only somebody at the interview can have heard or said."""
_BULLET = re.compile(r"[\s\-*•·–—>#|.)\d]*")
_FORMS: dict[str, Form] = {"np": "np", "wh": "wh", "cl": "clause", "inf": "inf", "ger": "gerund"}


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a message can be about."""

    topics: tuple[Fact, ...]
    strengths: tuple[Fact, ...]
    promises: tuple[Fact, ...]


def find(marked: Marked, folk: Folk, tidier: Tidier, base: date, american: bool, profile: Profile) -> Facts:
    """The facts behind the network's marks, in the order of the notes; `base` is the day that promises count from."""
    told = [mark for mark in marked.of(*ACTS) if marked.shut(mark) < _HIDDEN]
    usable = [
        cues.supported(marked, _retagged(marked, heard)) for mark in told if (heard := _heard(marked, mark, profile))
    ]
    topics = _facts(marked, [mark for mark in usable if mark.tag in TOPICS], "topic", folk, tidier)
    strengths = _facts(marked, [mark for mark in usable if mark.tag in STRENGTHS], "strength", folk, tidier)
    promised = [mark for mark in usable if mark.tag == "promise" and promises.is_mine(marked, mark)]
    made = [
        fact.model_copy(update={"due": promises.due(marked, mark, base, american)})
        for mark, fact in zip(promised, _facts(marked, promised, "promise", folk, tidier), strict=True)
    ]
    return Facts(tuple(topics), tuple(strengths), tuple(made))


def _facts(marked: Marked, marks: list[Found], name: str, folk: Folk, tidier: Tidier) -> Iterator[Fact]:
    for number, mark in enumerate(marks, 1):
        act, said_by = ACTS[mark.tag]
        text, form, sure = _said(marked, mark, folk, tidier) or _worded(marked, mark, folk, tidier)
        yield Fact(
            id=f"{name}-{number}",
            value=text,
            said_by=said_by,
            evidence=(marked.span(mark),),
            person=_owner(marked, mark, folk),
            act=act,
            form=form,
            best=round(mark.best, 3),
            sure=round(sure, 3),
        )


def _owner(marked: Marked, mark: Found, folk: Folk) -> str | None:
    """Whom a fact belongs to: the one person of a line that opens with a name, else whom the network points to.

    A promise and a wish that seem somebody's who was not at the table are nobody's own.
    """
    name = _named_in(marked, mark, folk) or _of_line(marked, mark, folk) or folk.name(mark)
    absent = any(person.name == name and person.part == "other" for person in folk.people)
    return None if absent and mark.tag in _AT_THE_TABLE else name


def _named_in(marked: Marked, mark: Found, folk: Folk) -> str | None:
    """The one person whom a promise or a thank-you names itself: `send Ada the list`."""
    if mark.tag not in _TO_SOMEBODY:
        return None
    start, end = marked.start(mark), marked.end(mark)
    if _SOMEBODY.search(marked.notes, start, end):
        return None
    named = {person.name for person in folk.people for span in person.evidence if start <= span.start < end}
    return named.pop() if len(named) == 1 else None


def _of_line(marked: Marked, mark: Found, folk: Folk) -> str | None:
    """Whose line it is: `- Ada Voss, owner: asked about ...`; nobody's where others are named before the mark too."""
    end = marked.start(mark)
    start = marked.line(end)
    named = sorted(
        (span.start, person.name) for person in folk.people for span in person.evidence if start <= span.start < end
    )
    if not named or not _BULLET.fullmatch(marked.notes, start, named[0][0]):
        return None
    return named[0][1] if len({name for _, name in named}) == 1 else None


def _heard(marked: Marked, mark: Found, profile: Profile) -> Found | None:
    """The mark, by who speaks on a line that opens with a name and a colon: their questions are theirs, my words mine."""
    line = marked.line(marked.start(mark))
    label = _LABEL.match(marked.notes, line)
    if label and is_candidate_name(label["name"].split(), profile):
        return _mine(mark)
    for speaker in marked.of("me", "interviewer", "recruiter"):
        if marked.start(speaker) != line or marked.notes[marked.end(speaker) : marked.end(speaker) + 1] != ":":
            continue
        if speaker.tag == "me":
            return _mine(mark)
        return replace(mark, tag="asked") if mark.tag == "iask" else mark
    return mark


def _mine(mark: Found) -> Found | None:
    """A mark on what I said myself: a question is mine, and what would be theirs is nothing."""
    return replace(mark, tag="iask") if mark.tag == "asked" else None if mark.tag in _THEIR_OWN else mark


def _retagged(marked: Marked, mark: Found) -> Found:
    """The mark, or one of a question where the words are one put to the candidate."""
    text = marked.text(mark)
    asked = mark.tag in {"said", "liked", "talk"} and "you" in text.lower() and asking.indirect(text, asked_by_me=False)
    return replace(mark, tag="asked") if asked else mark


def _said(marked: Marked, mark: Found, folk: Folk, tidier: Tidier) -> promises.Worded | None:
    """The words of a fact where the notes' own are read by rule: a question in direct speech, a thing that is promised."""
    if mark.tag in _ASKING:
        return _question(marked, mark, tidier)
    return promises.worded(marked, mark, folk, tidier) if mark.tag == "promise" else None


def _question(marked: Marked, mark: Found, tidier: Tidier) -> promises.Worded | None:
    """What was asked in direct speech, put into indirect speech; nothing where the words are no such question."""
    text = asking.indirect(tidier.tidy(" ".join(marked.text(mark).split())), mark.tag == "iask")
    return (text, "wh", mark.sure * (1 - marked.shut(mark))) if text else None


def _worded(marked: Marked, mark: Found, folk: Folk, tidier: Tidier) -> tuple[str, Form | None, float]:
    """The words of a fact, their form, and how sure they are; unworded, they are the notes' own."""
    plain = tidier.tidy(" ".join(marked.text(mark).split())) or marked.text(mark)
    if mark.wording is None or not mark.wording.text.strip(" ,.-"):
        return plain, None, min(UNWORDED, mark.sure)
    form = _form(marked, mark, mark.wording)
    text = seams.joined(tidier.polish(mark.wording.text, marked.words[mark.first].text), form)
    if form in {"gerund", "inf"}:
        text = text[:1].lower() + text[1:]
    sure = mark.sure * mark.wording.sure * (1 - marked.shut(mark)) * (_LOST if _lost_subject(marked, mark, text) else 1)
    if _ARTICLE.sub("", text.casefold()) in plain.casefold():
        sure = min(1.0, sure + _AS_IT_STANDS)
    return _named(text, folk), form, sure


def _lost_subject(marked: Marked, mark: Found, text: str) -> bool:
    """Whether a subject inside the words went: `a grievance I'd handled` as `a grievance handled`."""
    inside = (word.text for word in marked.words[mark.first + 1 : mark.last - 1])
    return _has_subject(inside) and not _has_subject(text.split())


def _has_subject(words: Iterable[str]) -> bool:
    return any(word.lower().partition("'")[0] in {"i", "we", "they", "you"} for word in words)


def _form(marked: Marked, mark: Found, worded: Wording) -> Form:
    """The form of a wording; a thing that stands behind `to` and can be done is a deed: they want to | supply 4 cafés."""
    first = worded.text.split()[0].lower()
    said = marked.notes[max(0, marked.start(mark) - 4) : marked.end(mark)].lower()
    if worded.form == "np" and first in _WH:
        return "wh"
    deed = worded.form == "np" and verb_lemma(first) == first and re.search(rf"\bto {re.escape(first)}\b", said)
    return "inf" if deed else _FORMS[worded.form]


def _named(text: str, folk: Folk) -> str:
    """The words with people's names as one writes them."""
    for person in folk.people:
        for part in person.name.split():
            if not part.islower() and not names.is_honorific(part):
                text = re.sub(rf"(?<!\w){re.escape(part.lower())}(?!\w)", part, text)
    return text
