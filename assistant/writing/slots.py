"""The plain facts of a message as words: the job, the day, the decision, how we met, what to call the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from assistant import prompts
from assistant.brief import Brief, Person
from assistant.language import lists
from assistant.language.tidy import is_proper
from assistant.message import Situation, Tone
from assistant.reading import names

OF_IT = re.compile(r"\s(?:on|for|at|in|with|to|by|from)\s", re.I)
VAGUE = re.compile(
    r"\b(?:early|mid|middle|late|round|around|about|roughly|or so|ish|hopefully|week after"
    r"|(?<!end of )(?:this|next) (?:week|month))\b",
    re.I,
)
"""Words that set a time, but no day on which a message could count."""
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.I)


@cache
def _job_heads() -> re.Pattern[str]:
    return re.compile(rf"\b{lists.either('slots', 'job_heads')}\b$", re.I)


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"{lists.either('slots', 'titles')}\.?", re.I)


_Filled = tuple[str, str | None, tuple[str, ...]]
"""Name of a slot, its words where there are any, and the ids of the facts that they rest on."""


@dataclass(frozen=True, slots=True)
class Slots:
    """Words to fill phrases with, and the ids of the facts that each rests on."""

    words: dict[str, str]
    facts: dict[str, tuple[str, ...]]

    def rests_on(self, template: str) -> tuple[str, ...]:
        """Ids of the facts behind the slots that a template uses."""
        return tuple(dict.fromkeys(fact for slot in slots_of(template) for fact in self.facts.get(slot.lower(), ())))


def slots_of(template: str) -> list[str]:
    """Names of the slots in a template."""
    return re.findall(r"{(\w+)}", template)


def build(brief: Brief, recipient: Person | None, situation: Situation, sent: date | None = None) -> Slots:
    """The slots that the brief, the profile and the calendar can fill for this reader."""
    profile = situation.profile
    found: list[_Filled] = [
        *_job(brief),
        *_days(brief, situation.today, sent or situation.today),
        ("met", met(situation.notes), ()),
    ]
    found += [("me", profile.name, ("profile",)), ("phone", profile.phone, ("profile",))]
    found.append(("greet_name", call_name(recipient, "warm") if recipient else None, ()))
    words = {name: text for name, text, _ in found if text}
    return Slots(words, {name: ids for name, text, ids in found if text})


def _job(brief: Brief) -> Iterator[_Filled]:
    if brief.role:
        yield "role", short_role(brief.role.value), (brief.role.id,)
        yield "the_role", the_role(brief.role.value), (brief.role.id,)
    if brief.company:
        yield "company", brief.company.value, (brief.company.id,)


def _days(brief: Brief, today: date, sent: date) -> Iterator[_Filled]:
    if brief.interview_date:
        day, rests_on = date.fromisoformat(brief.interview_date.value), (brief.interview_date.id,)
        yield "day", relative_day(day, sent), rests_on
        yield "on_date", "today" if day == sent else f"on {spelt(day)}", rests_on
        yield "date", spelt(day), rests_on
    if brief.decision_by:
        due = date.fromisoformat(brief.decision_by.value)
        said = " ".join(span.text for span in brief.decision_by.evidence)
        if due < today or not VAGUE.search(said):
            yield "decision" if due >= today else "decision_past", by_day(due, today), (brief.decision_by.id,)


def short_role(value: str) -> str:
    """The job's name without what follows a comma, dash or bracket."""
    return re.split(r"\s*[,(]|\s+[-–—/|]\s+", value)[0].strip() or value


def the_role(value: str) -> str:
    """The job as a noun phrase: `the site manager role`."""
    short = ARTICLE.sub("", short_role(value))
    first, *others = short.split()
    ordinary = not others or any(word.islower() and len(word) > 3 for word in others)
    if (
        ordinary
        and first[:1].isupper()
        and first[1:].islower()
        and first.replace("'", "").replace("’", "").isalpha()
        and not (is_proper(first) or (others[:1] and others[0][0].isdigit()))
    ):
        short = short[0].lower() + short[1:]
    if OF_IT.search(short):
        return f"the role of {short}"
    return f"the {short}" if _job_heads().search(short) else f"the {short} role"


def spelt(day: date) -> str:
    """A day as one writes it in a letter: `11 February`."""
    return f"{day.day} {day:%B}"


def relative_day(day: date, today: date) -> str:
    """A past day as one says it on `today`: today, yesterday, on Tuesday, on 11 February."""
    ago = (today - day).days
    if ago in (0, 1):
        return ("today", "yesterday")[ago]
    return f"on {day:%A}" if 0 < ago < 7 else f"on {spelt(day)}"


def by_day(day: date, today: date) -> str:
    """A decision day as one says it on `today`: by tomorrow, by Friday, by 20 February."""
    ahead = (day - today).days
    if ahead == 0:
        return "today"
    if 0 < ahead < 7:
        return f"by {day:%A}"
    return f"by {day:%A} {spelt(day)}" if 0 < ahead < 21 else f"by {spelt(day)}"


def met(notes: str) -> str:
    """How we met, in words: `meeting me`, `speaking with me`, `having me in for the trial`."""
    return _pick(prompts.phrases()["frame"]["met"][way(notes)], notes)


def way(notes: str) -> str:
    """How the interview was held, by the cues of prompts/phrases/frame.toml: `trial`, `remote` or `any`."""
    cues = prompts.phrases()["frame"]["cues"]
    lines = [line for line in re.split(r"\n|(?<=[.!?])\s", notes) if not re.search(cues["ahead"], line, re.I)]
    if any(re.search(cues["trial"], line, re.I) for line in lines):
        return "trial"
    return "remote" if re.search(cues["remote"], notes, re.I) else "any"


def _pick(options: list[str], seed: str) -> str:
    return options[sum(map(ord, seed)) % len(options)]


def call_name(person: Person, tone: Tone) -> str:
    """What to call somebody in a greeting: as the notes themselves call them with an honorific, else by its custom.

    Without an honorific it is the given name; a formal message has the full name.
    """
    honorific = (person.honorific or "").strip()
    honorific = honorific[:1].upper() + honorific[1:]
    low = honorific.lower().rstrip(".")
    first, _, rest = person.name.partition(" ")
    if low == "san" or (low in names.BEHIND and person.name.lower().endswith(f" {low}")):
        return _with_behind(person, honorific)
    if not honorific and _titles().fullmatch(first):
        return f"{first} {rest.split()[-1]}" if rest else person.name
    if honorific and (said := _as_said(person, low)):
        return f"{honorific} {said}"
    by_given = low in lists.words("slots", "with_given_name") or names.titled_by_given_name(person.name)
    if honorific and by_given and person.given_name:
        return f"{honorific} {person.given_name}"
    if honorific and (person.family_name or person.given_name):
        return f"{honorific} {person.family_name or person.given_name}"
    if tone == "formal" and person.given_name and person.family_name:
        return person.name
    return person.given_name or person.name


def _with_behind(person: Person, honorific: str) -> str:
    """Orhun Bey, Okada-san."""
    if honorific.lower() == "san":
        return f"{person.family_name or person.given_name or person.name}-san"
    return f"{person.given_name or person.family_name or person.name} {honorific}"


def _as_said(person: Person, honorific: str) -> str | None:
    """The one word that the notes put behind the honorific somewhere: Hà for Ms Hà."""
    for alias in person.aliases:
        words = alias.split()
        if len(words) == 2 and words[0].lower().rstrip(".") == honorific and words[1] in person.name.split():
            return words[1]
    return None
