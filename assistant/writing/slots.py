"""The plain facts of a message as words: the job, the day, the decision, how we met, what to call the reader."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from assistant import prompts
from assistant.brief import Brief, Channel, Person
from assistant.message import Situation, Tone

HEADS = re.compile(r"\b(?:role|job|post|position|trial|apprenticeship|internship|placement|traineeship|fellowship|scheme)\b$", re.I)
WITH_GIVEN_NAME = frozenset("sir dame sister sr brother br father fr don doña ustaz ustadh ustadha sheikh sheikha imam rabbi madam chef".split())
TITLE = re.compile(r"(?:mr|mrs|ms|miss|mx|drª?|dr\.ª|dra|dre|prof|professor|revd?|capt|captain|col|cllr|sgt|judge|hon|ing|lic|arq|eng|madam|sheikh)\.?", re.I)
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.I)


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


def build(brief: Brief, recipient: Person | None, situation: Situation) -> Slots:
    """The slots that the brief, the profile and the calendar can fill for this reader."""
    words: dict[str, str] = {}
    facts: dict[str, tuple[str, ...]] = {}

    def put(name: str, text: str | None, *ids: str) -> None:
        if text:
            words[name], facts[name] = text, ids

    if brief.role:
        put("role", short_role(brief.role.value), brief.role.id)
        put("the_role", the_role(brief.role.value), brief.role.id)
    if brief.company:
        put("company", brief.company.value, brief.company.id)
    if brief.interview_date:
        day = date.fromisoformat(brief.interview_date.value)
        put("day", relative_day(day, situation.today), brief.interview_date.id)
        put("on_date", "today" if day == situation.today else f"on {spelt(day)}", brief.interview_date.id)
        put("date", spelt(day), brief.interview_date.id)
    if brief.decision_by:
        due = date.fromisoformat(brief.decision_by.value)
        put("decision" if due >= situation.today else "decision_past", by_day(due, situation.today), brief.decision_by.id)
    put("met", met(situation.notes, brief, situation))
    profile = situation.profile
    put("me", profile.name, "profile")
    put("phone", profile.phone, "profile")
    put("greet_name", call_name(recipient, "warm") if recipient else None)
    return Slots(words, facts)


def short_role(value: str) -> str:
    """The job's name without what follows a comma, dash or bracket."""
    return re.split(r"\s*[,(]|\s+[-–—/|]\s+", value)[0].strip() or value


def the_role(value: str) -> str:
    """The job as a noun phrase: `the site manager role`."""
    short = ARTICLE.sub("", short_role(value))
    first, *others = short.split()
    ordinary = not others or any(word.islower() and len(word) > 3 for word in others)
    if ordinary and first.istitle() and first.isalpha() and not first.endswith("ish"):
        short = short[0].lower() + short[1:]
    return f"the {short}" if HEADS.search(short) else f"the {short} role"


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
    return f"by {day:%A}" if 0 < ahead < 7 else f"by {day:%A} {spelt(day)}" if 0 < ahead < 21 else f"by {spelt(day)}"


def met(notes: str, brief: Brief, situation: Situation) -> str:
    """How we met, in words: `meeting me`, `speaking with me`, `having me in for the trial`."""
    frame = prompts.phrases()["frame"]
    for way in ("trial", "remote"):
        if re.search(frame["cues"][way], notes, re.I):
            return _pick(frame["met"][way], notes)
    return _pick(frame["met"]["any"], notes)


def _pick(options: list[str], seed: str) -> str:
    return options[sum(map(ord, seed)) % len(options)]


def call_name(person: Person, tone: Tone, channel: Channel = "email") -> str:
    """What to call somebody in a greeting: honorific and family name where the notes give one, else the given name."""
    honorific = (person.honorific or "").strip()
    honorific = honorific[:1].upper() + honorific[1:]
    first, _, rest = person.name.partition(" ")
    if not honorific and TITLE.fullmatch(first):
        return f"{first} {rest.split()[-1]}" if rest else person.name
    if honorific.lower().rstrip(".") in WITH_GIVEN_NAME and person.given_name:
        return f"{honorific} {person.given_name}"
    if honorific and honorific.lower() != "san" and (person.family_name or person.given_name):
        return f"{honorific} {person.family_name or person.given_name}"
    if tone == "formal" and person.given_name and person.family_name:
        return person.name
    return person.given_name or person.name
