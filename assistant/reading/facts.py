"""What was said and done, as facts: topics, strengths and promises, each worded as it stands in a sentence to its person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from assistant.brief import Act, Fact, Form, Profile, SaidBy
from assistant.language.tagging import verb_lemma
from assistant.language.tidy import Tidier
from assistant.reading import asking, cues, days, names, seams
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
_BEFORE = 90
"""Characters of its line before a promise in which the thing may stand that is promised."""
_WILL_SEND = re.compile(
    r"(?i)\b(?:send|e-?mail|forward)(?:\s+(?:it|them|over|on|her|him|you|that|both))*(?:\s+(?:by|on|this|tomorrow|today|tonight|asap|before)\b.*)?\W*$"
)
"""A promise that leaves out, or calls `it`, what will be sent."""
_WANTED = re.compile(
    r"(?i)\b(?:wants?|wanted|asked\s+for|asks?\s+for|needs?|would\s+like|requested)\s+(?:to\s+(?:see|have)\s+)?"
    r"(?P<thing>(?:an?\s+cop(?:y|ies)\s+of\s+|copies\s+of\s+)?(?:both\s+)?(?:my|the|two|2|an?)\s+[^,.;:(\n]{2,60}?)(?=\s*(?:[,.;:(\n]|\s[-–—]|\b(?:and|so|but)\s+(?:i|he|she|they|said|will|told)\b|$))"
)
_PROMISED = re.compile(
    r"(?i:\bpromised) (?:(?i:him|her|them|you) |(?:[A-ZÀ-Þ][\w'’.-]*\.?:? ){1,3})?[,:]?\s?(?P<thing>(?i:my|the|an?|some|two|three|links?|cop(?:y|ies)|photos?)\s.+?)"
    r"(?=\s+(?i:by|before|on|until|till|this|next|tomorrow|today|tonight)\b|[,.;(]|$)"
)
_GIVEN = re.compile(
    r"(?i)\b(?P<verb>send|e-?mail|forward|share|bring|drop|post|show|text)(?: over| on| across| across to)?\s+(?P<rest>[^,.;:(\n]+?)"
    r"(?=\s+(?:by|before|on (?=\d|the \d|mon|tue|wed|thu|fri|sat|sun)|until|till|this|next|tomorrow|today|tonight|asap|tmrw|monday|tuesday|wednesday|thursday|friday|mon|tues?|weds?"
    r"|thurs?|fri)\b|\s+(?:and|&|\+)\s(?!(?:the|my|an?|your)\s)|\s+(?:when|once|as soon|if)\s|[,.;:(\n]|$)"
)
_WH = frozenset({"how", "what", "why", "where", "when", "whether", "who"})
_LOST = 0.5
_BARE_COPY = re.compile(r"(?:an?|the) (?:scan|copy|photo|picture)")
_BARE_PAPER = re.compile(r"^(?:copy|link|photo|picture|scan|list|sample|video|recording|draft|summary)\b")
_NOUNS = re.compile(
    r"(?i)(?:the|my|an?|your|our|some|two|three|copies|photos?|pictures|links?|details|names?|references?|contact)\b"
)
"""How the thing that is promised begins, so that it stands without more."""
_ASKING = frozenset({"asked", "iask"})
_OTHERS = re.compile(
    r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|[A-Z][a-z]+)(?:['’]ll|\s+(?:would|will|has|have|had|needs?|wants?))\b"
)
"""What somebody else would do: no promise of the candidate's. (`I` is one letter.)"""
_THEIRS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey)(?:['’](?:s|re)|\s+(?:is|are))?(?:\s+going\s+to|['’]ll|\s+will|['’]d|\s+would)\s+$"
)
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
    promised = [mark for mark in usable if mark.tag == "promise" and not _is_others(marked, mark)]
    promises = [
        fact.model_copy(update={"due": _due(marked, mark, base, american)})
        for mark, fact in zip(promised, _facts(marked, promised, "promise", folk, tidier), strict=True)
    ]
    return Facts(tuple(topics), tuple(strengths), tuple(promises))


def _facts(marked: Marked, marks: list[Found], name: str, folk: Folk, tidier: Tidier) -> Iterator[Fact]:
    for number, mark in enumerate(marks, 1):
        act, said_by = ACTS[mark.tag]
        text, form, sure = (
            _question(marked, mark, tidier)
            or _thing(marked, mark, tidier)
            or _deed(marked, mark, folk, tidier)
            or _worded(marked, mark, folk, tidier)
        )
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
    start = marked.notes.rfind("\n", 0, end) + 1
    named = sorted(
        (span.start, person.name) for person in folk.people for span in person.evidence if start <= span.start < end
    )
    if not named or not _BULLET.fullmatch(marked.notes, start, named[0][0]):
        return None
    return named[0][1] if len({name for _, name in named}) == 1 else None


def _is_others(marked: Marked, mark: Found) -> bool:
    """Whether somebody else would do it: `Rachel would have to ...`, `he's going to | ring my referee`."""
    before = marked.notes[max(0, marked.start(mark) - 24) : marked.start(mark)]
    return bool(_OTHERS.match(marked.text(mark)) or _THEIRS.search(before))


def _heard(marked: Marked, mark: Found, profile: Profile) -> Found | None:
    """The mark, by who speaks on a line that opens with a name and a colon: their questions are theirs, my words mine."""
    line = marked.notes.rfind("\n", 0, marked.start(mark)) + 1
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


def _thing(marked: Marked, mark: Found, tidier: Tidier) -> tuple[str, Form, float] | None:
    """`promised her the slides` as what will be done: `send you the slides`; nothing where no thing was promised."""
    if mark.tag != "promise":
        return None
    start = max(marked.notes.rfind("\n", 0, marked.start(mark)) + 1, marked.start(mark) - _BEFORE)
    line = marked.notes[start : marked.end(mark)]
    found = _PROMISED.search(line) or (_WANTED.search(line) if _WILL_SEND.search(marked.text(mark)) else None)
    if found is None:
        return None
    thing = _BARE_PAPER.sub(r"a \g<0>", tidier.tidy(" ".join(found["thing"].split())))
    return f"send you {thing[:1].lower()}{thing[1:]}", "inf", mark.sure * (1 - marked.shut(mark))


def _deed(marked: Marked, mark: Found, folk: Folk, tidier: Tidier) -> tuple[str, Form, float] | None:
    """`said I'd send him the calendar (1 page)` as what will be done: `send you the calendar`; nothing where the words
    say of no thing that it will be given."""
    found = _GIVEN.search(marked.text(mark)) if mark.tag == "promise" else None
    if found is None:
        return None
    rest = f" {found['rest']}"
    called = sorted({name for person in folk.people for name in (person.name, *person.aliases)}, key=len, reverse=True)
    people = rf"(?:you|him|her|them|u{''.join(f'|{re.escape(name)}' for name in called)})"
    to = re.match(rf"(?i) {people}(?!['’\w]) ", rest)
    behind = re.search(rf"(?i) (?:to|over to) {people}(?!['’\w])", rest)
    if to:
        rest = rest[to.end() - 1 :]
    elif behind:
        rest = rest[: behind.start()] + rest[behind.end() :]
    thing = _BARE_PAPER.sub(r"a \g<0>", tidier.tidy(" ".join(rest.split())))
    if not thing or not _NOUNS.match(thing):
        return None
    if _BARE_COPY.fullmatch(thing):
        line = marked.notes[
            max(marked.notes.rfind("\n", 0, marked.start(mark)) + 1, marked.start(mark) - _BEFORE) : marked.start(mark)
        ]
        wanted = _WANTED.search(line)
        if wanted is None:
            return None
        thing = f"{thing} of {tidier.tidy(' '.join(wanted['thing'].split()))}"
    verb = found["verb"].lower()
    whom = "" if verb in {"bring", "drop", "post"} else " you"
    return f"{verb}{whom} {thing}", "inf", mark.sure * (1 - marked.shut(mark))


def _question(marked: Marked, mark: Found, tidier: Tidier) -> tuple[str, Form, float] | None:
    """What was asked in direct speech, put into indirect speech; nothing where the words are no such question."""
    if mark.tag not in _ASKING:
        return None
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
    inside = [word.text.lower() for word in marked.words[mark.first + 1 : mark.last - 1]]
    said = text.lower().split()
    return any(word.partition("'")[0] in {"i", "we", "they", "you"} for word in inside) and not any(
        word.partition("'")[0] in {"i", "we", "they", "you"} for word in said
    )


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


def _due(marked: Marked, mark: Found, base: date, american: bool) -> date | None:
    """The day until which a promise is due: by the words so marked in it or right beside it."""
    for due in marked.of("due"):
        if mark.first - 6 <= due.first <= mark.last + 6:
            return days.ahead(marked.text(due), base, american)
    return None
