"""Notes and candidates of many trades for the tests of writing, and the shortest way from notes to messages."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

from assistant import prompts, recipients, wiring
from assistant.brief import Brief, Profile
from assistant.desk import Desk
from assistant.message import Kind, Message, Situation, Style
from assistant.principle import Principle
from assistant.settings import Settings
from assistant.writing import write_all

TODAY = date(2026, 5, 13)
INES = Profile(name="Ines Marchetti", email="ines@post.example", phone="07700 900456")
AS_USUAL = Style()
FRAME = frozenset({"greeting", "close", "sign-off"})

PANEL = """Harbour Lights Bakery, head baker, interview tues 12 May 2026
- Tamsin Roe, owner: asked how id handle late flour deliveries. showed me the old stone oven
- Wambui Karanja, shop manager - wants a gluten free line by autumn. liked my label designs
- Dmitri Halloran, deliveries: asked what I'd do when a van breaks down. talked about the island ferry timetable
- told Wambui I ran the sourdough school in Falmouth
- I'll send Tamsin my rye recipe by friday
- they decide by fri 22 may
"""
LIBRARY = """Northgate Library, outreach librarian, interview on 12 May 2026
Met Priscilla Odhiambo, head of outreach
- Priscilla asked how I'd run a van with no budget
- she showed me the map of the book stops
- told her I drove the book bus in Fife for four years
"""
BREWERY = """Saltmarsh Brewery, brewer, interview 12 May 2026
Agnieszka Bielak, head brewer: asked how I keep yeast happy in a heatwave. wants a low alcohol beer for the summer
they decide by 20 May
"""
CLINIC = """Sandhill Clinic, physiotherapist, 12 May 2026
| Who | Notes |
|---|---|
| Dr Nguyễn Thị Lan (lead) | asked how I treat frozen shoulders |
| Ms Oyelaran Bisi | liked my exercise cards |
"""
TRANSCRIPT = """Interview transcript - Cedar Grove Nursery, room leader, 12 May 2026
Halina Brzezicka: How would you settle a two year old who cries at drop-off?
Ines: I would sit on the floor with the parent for ten minutes first.
Halina Brzezicka: We're opening a forest school in September.
Ines: I ran a forest school at my last nursery for three years.
"""
SURVEYORS = """Interview: Tidemark Surveyors, 12 May 2026, role: graduate surveyor
Prof. Emeka Nnadi, Dr Linnea Åström, Mr J. P. Doherty
Prof Nnadi asked how drones cope in high winds
Dr Åström: "where do you want to be in five years"
Mr Doherty talked about the harbour wall at Larne
I promised Dr Åström my dissertation by 18 May
"""
RAIL = """## Larch Valley Rail – signaller
**Date:** 12 May 2026
**Panel:** Ingrid Solberg (ops manager), Tunde Bakare (training lead)
### Ingrid
- asked what I'd do if two trains claim the same block
### Tunde
- liked my track diagrams
**Next:** decision by 29 May
"""
SHORTHAND = (
    "hi so had chat w Parveen at Copper Kettle tearoom for weekend manager. 12 may. she asks how i wld deal w a bad"
    " review. i said ring them up & invite them back. will know by sunday\n"
)
REFERENCE = """
id = "reference-thanks"
title = "Thanks for a reference"
channel = "email"
purpose = "Thank somebody for agreeing to speak for the candidate, and say for which job."
essential = ["recall-one-moment"]
moves = [
  { move = "greeting", required = true },
  { move = "gratitude", required = true },
  { move = "recall" },
  { move = "offer", required = true },
  { move = "sign-off", required = true },
]

[limits]
min_words = 10
max_words = 90
max_subject_chars = 40

[window]
anchor = "news"
after_days = 1
by_days = 3

[phrases.gratitude]
any = ["It is generous of you to speak for me about {the_role}."]
formal = ["I am obliged to you for agreeing to speak for me about {the_role}."]

[phrases.offer]
any = ["Please ask me for anything that you would like to know first."]
"""
NOBODY = "went for the trial at Copperpot Coffee 12 May 2026, barista. they asked how I steam oat milk\n"
EVERYONES = {
    "bakery": PANEL,
    "library": LIBRARY,
    "brewery": BREWERY,
    "clinic": CLINIC,
    "nursery": TRANSCRIPT,
    "café": NOBODY,
    "surveyors": SURVEYORS,
    "railway": RAIL,
    "tearoom": SHORTHAND,
}


@cache
def desk() -> Desk:
    """The program as it ships."""
    return wiring.build(Settings())


def read(notes: str, today: date = TODAY, me: Profile = INES) -> Brief:
    """What the program reads in the notes."""
    return desk().read(notes, today, me)


def principles(kind: Kind) -> tuple[Principle, ...]:
    """The guide's principles that serve a kind."""
    return tuple(principle for principle in prompts.principles() if kind.id in principle.kinds)


def messages(
    notes: str,
    kind: str | Kind = "thank-you",
    *,
    to: str | None = None,
    variants: int = 1,
    style: Style = AS_USUAL,
    today: date = TODAY,
    me: Profile = INES,
    limit: int | None = None,
    brief: Brief | None = None,
) -> tuple[Message, ...]:
    """The messages of one kind for one set of notes, by the offline reader (or from `brief`) and the offline writer."""
    brief = brief or read(notes, today, me)
    kind = prompts.kinds()[kind] if isinstance(kind, str) else kind
    if limit is not None:
        kind = kind.model_copy(update={"limits": kind.limits.model_copy(update={"max_chars": limit})})
    situation = Situation(notes=notes, today=today, profile=me)
    return write_all(
        brief, kind, recipients.choose(brief, to), principles(kind), style, variants, situation, desk().report
    )


def core(message: Message) -> str:
    """What a message says of its own: its sentences without greeting, closing and signature."""
    return " ".join(sentence.text for part in message.parts if part.move not in FRAME for sentence in part.sentences)


def move(message: Message, name: str) -> str:
    """The text of one move of a message; empty where it is not there."""
    return " ".join(sentence.text for part in message.parts if part.move == name for sentence in part.sentences)


def anchors(message: Message) -> set[str]:
    """Ids of the topics and strengths that a message rests on."""
    named = {fact for part in message.parts for sentence in part.sentences for fact in sentence.facts}
    return {fact for fact in named if fact.startswith(("topic", "strength"))}


def runs(text: str, length: int = 8) -> set[tuple[str, ...]]:
    """Every run of so many words of a text."""
    words = re.findall(r"[\w'’]+", text.lower())
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def errors(message: Message) -> list[str]:
    """What the checks hold against a message."""
    found = message.report.findings if message.report else ()
    return [f"{finding.rule}: {finding.message}" for finding in found if finding.severity == "error"]


def load_kind(folder: Path, text: str) -> Kind:
    """The kind of a prompts folder that holds one file."""
    (folder / "kinds").mkdir()
    (folder / "kinds" / "6-own.toml").write_text(text, encoding="utf-8")
    (kind,) = prompts.load_kinds(folder).values()
    return kind
