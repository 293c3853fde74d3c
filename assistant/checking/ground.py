"""What the notes, the brief and the profile support: the closed world that a message is held against."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.brief import Brief, Fact, Profile
from assistant.checking.calendar import Dates, dates_known, mentions
from assistant.checking.figures import Figure, figures
from assistant.checking.words import Token, all_keys, expanded, frequency, is_function, keys, plain, tokens
from assistant.reading import injection

CONTACT = re.compile(
    r"(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(?P<link>(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)"
    r"*\.(?:com|org|net|io|co|example|test|gov|edu|info|biz|uk|de|fr|ly|me|app|dev)(?:/\S*)?(?![\w@])"
    r")"
    r"|(?P<phone>(?<![\w/.-])(?:\+|\(?0|(?=(?:\D?\d){9}))\(?\d?[\d ().-]{5,}\d(?![\w/]))",
    re.I,
)


RARE = 4.3  # words of notes rarer than this can be clipped forms of longer ones


@dataclass(frozen=True, slots=True)
class Ground:
    """Everything that may stand in a message because somebody wrote it down."""

    open_notes: str
    """The notes with injected orders blanked out; same length as the notes."""
    injected: tuple[str, ...]
    """The injected orders."""
    words: tuple[Token, ...]
    """The words of the open notes."""
    keys: frozenset[str]
    """Keys of everything in notes, brief and profile."""
    name_keys: frozenset[str]
    """Keys of the words that only name people, company, role and place in time: no anchor of a conversation."""
    title_keys: frozenset[str]
    """Keys of the words of people's titles."""
    plain_words: frozenset[str]
    """All words of notes, brief and profile in lower case without accents."""
    numerals: frozenset[float]
    """Every run of digits of the notes as a number, whatever it counts."""
    figures: tuple[Figure, ...]
    """The numbers of the open notes and the brief's facts."""
    dates: Dates
    """The days, weekdays, months and times that the notes allow."""
    contacts: frozenset[str]
    """E-mail addresses, links and numbers of notes and profile, in comparable form."""
    acronyms: frozenset[str]
    """Words in capitals in the notes, in lower case: AKI."""
    profile_names: frozenset[str]
    """The candidate's own names in lower case without accents."""

    def knows(self, word: str) -> bool:
        """Whether a word of a message, or what it stands for, is somewhere in the closed world."""
        return not self.keys.isdisjoint(keys(word)) or _clipped(word, self) or _compound(word, self)


def _clipped(word: str, ground: Ground) -> bool:
    """Whether the notes hold a clipped form: `sim` for simulator, `evals` for evaluations."""
    low = plain(word)
    return len(low) >= 6 and any(
        (low[:cut] in ground.plain_words or low[:cut] + "s" in ground.plain_words) and frequency(low[:cut]) < RARE
        for cut in range(3, len(low) - 2)
    )


def _compound(word: str, ground: Ground) -> bool:
    pieces = [piece for piece in re.split(r"[-/&]", word) if piece]
    if len(pieces) > 1:
        return all(is_function(piece.lower()) or not ground.keys.isdisjoint(keys(piece)) for piece in pieces)
    low = plain(word)
    return (
        any(low[:cut] in ground.plain_words and low[cut:] in ground.plain_words for cut in range(3, len(low) - 2))
        and len(low) >= 7
    )


def contact_form(text: str) -> str:
    """An address, link or number in the form in which two are compared."""
    low = text.lower().rstrip(".,;:)>]'\"")
    if "@" in low or re.search(r"[a-z]", low):
        return re.sub(r"^(https?://)?(www\.)?", "", low).rstrip("/")
    return re.sub(r"\D", "", low)[-9:]


def contacts(text: str) -> list[tuple[str, int, int]]:
    """The e-mail addresses, links and telephone numbers of a text: (kind, start, end)."""
    found = []
    for match in CONTACT.finditer(text):
        kind = match.lastgroup or ""
        value = match.group()
        if (kind == "phone" and not 7 <= len(re.sub(r"\D", "", value)) <= 15) or _is_date(value):
            continue
        found.append((kind, match.start(), match.start() + len(value.rstrip(".,;:)>]'\""))))
    return found


def _is_date(text: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d.*|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}.*", text))


def _spoken_addresses(notes: str) -> set[str]:
    spoken = re.compile(r"\b([\w.]+)\s+(?:at|arroba|@)\s+((?:[\w-]+\s+(?:dot|punto|point|punkt)\s+)+[\w-]+)", re.I)
    return {
        re.sub(r"\s+(?:dot|punto|point|punkt)\s+", ".", f"{found.group(1)}@{found.group(2)}".lower())
        for found in spoken.finditer(notes)
    }


def _fact_texts(brief: Brief) -> list[str]:
    facts: list[Fact] = [fact for fact in (brief.company, brief.role) if fact]
    facts += [*brief.topics, *brief.strengths, *brief.promises]
    texts = [fact.value for fact in facts]
    texts += [part for person in brief.people for part in (person.name, person.title, *person.aliases) if part]
    return texts


def _without_days(notes: str, today: date) -> str:
    """The notes with dates, times of day and addresses blanked out, so that their numbers count nothing else."""
    spans = [(start, end) for _, start, end in contacts(notes)]
    spans += [
        (mention.start, mention.end)
        for mention in mentions(notes, today)
        if (mention.form == "day" and not re.fullmatch(r"\d+[./]\d+", notes[mention.start : mention.end]))
        or (mention.form == "time" and re.search(r"[:h]\d\d|[ap]\.?m", notes[mention.start : mention.end], re.I))
    ]
    for start, end in spans:
        notes = notes[:start] + " " * (end - start) + notes[end:]
    return notes


def _blanked(notes: str) -> tuple[str, tuple[str, ...]]:
    spans = injection.find(notes)
    for span in spans:
        notes = notes[: span.start] + " " * (span.end - span.start) + notes[span.end :]
    return notes, tuple(span.text for span in spans)


@lru_cache(maxsize=16)
def ground(notes: str, brief: Brief, today: date, profile: Profile) -> Ground:
    """The closed world of one set of notes; kept for the next message on the same notes."""
    open_notes, injected = _blanked(notes)
    counted = _without_days(open_notes, today)
    facts = _fact_texts(brief)
    own = [value for value in (profile.name, profile.email, profile.phone, profile.linkedin) if value]
    everything = "\n".join([open_notes, *facts, *own])
    found = tokens(everything)
    names = [brief.company.value if brief.company else "", brief.role.value if brief.role else ""]
    names += [text for person in brief.people for text in (person.name, person.honorific, *person.aliases) if text]
    people = [instruction.address for instruction in brief.instructions if instruction.address]
    people += [person.email for person in brief.people if person.email]
    known = {contact_form(everything[start:end]) for _, start, end in contacts(everything)}
    return Ground(
        open_notes=open_notes,
        injected=injected,
        words=tokens(open_notes),
        keys=all_keys({token.text for token in found}),
        name_keys=all_keys(token.text for text in names for token in tokens(text)),
        title_keys=all_keys(token.text for person in brief.people for token in tokens(person.title or "")),
        plain_words=frozenset(plain(piece) for token in found for piece in expanded(token.text)),
        numerals=frozenset(float(run.replace(",", "")) for run in re.findall(r"[0-9]+(?:,[0-9]{3})*", counted)),
        figures=figures("\n".join([counted, *facts])),
        dates=dates_known(open_notes, brief, today),
        contacts=frozenset(known | {contact_form(text) for text in people} | _spoken_addresses(open_notes)),
        acronyms=frozenset(re.sub("s$", "", word).lower() for word in re.findall(r"\b[A-Z]{2,6}s?\b", open_notes)),
        profile_names=frozenset(plain(token.text) for token in tokens(profile.name or "")),
    )
