"""Rules about who is addressed: greeting, wrong-name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from assistant.brief import Person
from assistant.checking.context import Context, person_words
from assistant.checking.layout import Piece, greeting_pattern
from assistant.checking.words import Token, parts_of_speech, plain, table, tokens, word_set
from assistant.report import Finding

MALE = frozenset({"mr", "mister", "sir", "señor", "senor", "herr", "don", "signor", "monsieur", "pan"})
FEMALE = frozenset(
    {"ms", "mrs", "miss", "madam", "señora", "senora", "frau", "dona", "signora", "madame", "mme", "pani"}
)
CONNECTORS = frozenset(
    [
        "and",
        "the",
        "all",
        "both",
        "e",
        "y",
        "de",
        "da",
        "do",
        "dos",
        "del",
        "della",
        "di",
        "van",
        "von",
        "der",
        "den",
        "bin",
        "ibn",
        "al",
        "el",
        "la",
        "le",
        "ap",
        "ó",
        "mac",
        "of",
    ]
)
LEARNED = frozenset({"dr", "doctor", "prof", "professor"})
THIRD = re.compile(
    r"\s+(?:will|would|said|says|asked|asks|told|mentioned|explained|showed|has|had|was|is|wants|wanted|"
    r"and I|described|spoke|talked|suggested|shared)\b|'s\s+(?!name)\w"
)
BEFORE = re.compile(
    r"\b(?:to|with|by|from|that|as|when|what|meeting|met|see|seeing|ask|tell|for|told|thank|and|of)\s+$", re.I
)


@cache
def nicknames() -> Mapping[str, frozenset[str]]:
    """Given names and the forms that stand for the same name, itself included."""
    found: dict[str, set[str]] = {}
    for line in table("nicknames")["groups"]:
        names = line.split()
        for name in names:
            found.setdefault(name, set()).update(names)
    return {name: frozenset(forms) for name, forms in found.items()}


def same_name(word: str, known: frozenset[str]) -> bool:
    """Whether a name, or another form of it, is among the known names."""
    low = plain(word).removesuffix("'s").removesuffix("'")
    return low in known or not nicknames().get(low, frozenset()).isdisjoint(known)


def near_name(word: str, known: frozenset[str]) -> str | None:
    """The known name that a word seems to misspell, or nothing."""
    low = plain(word).removesuffix("'s")
    for name in sorted(known):
        allowed = 1 if min(len(low), len(name)) <= 5 else 2
        if (
            len(name) >= 3
            and len(low) >= 3
            and low != name
            and DamerauLevenshtein.distance(low, name) <= allowed
            and (low[0] == name[0] or (len(low) >= 5 and allowed == 2))
        ):
            return name
    return None


def greeted_words(greeting: Piece) -> tuple[Token, ...]:
    """The words of a greeting that name somebody: the salutation itself left out."""
    found = greeting_pattern().match(greeting.text)
    skip = greeting.start + found.start("name") if found else greeting.start
    return tuple(token for token in greeting.tokens if token.start >= skip)


def honorifics() -> frozenset[str]:
    """Words before or after a name that are no part of it."""
    return word_set("lexicon", "honorifics")


def greeting(context: Context) -> Iterator[Finding]:
    """The greeting: is there one, does it name the right person, in the right form?"""
    found = context.layout.greeting
    if found is None:
        if context.requires("greeting"):
            yield context.absent("greeting.none", name=context.message.recipient or "them")
        return
    words = greeted_words(found)
    names = tuple(word for word in words if word.low not in CONNECTORS and not _title(word, words, context))
    if greeting_pattern().match(found.text) is None:
        names = _without_salutation(names, context)
    if words and not names and _titles_known(words, context):
        return
    if not names or _generic(words):
        yield from _nobody(context, found)
        return
    yield from _greeted(context, found, words, names)


def _without_salutation(names: tuple[Token, ...], context: Context) -> tuple[Token, ...]:
    """The names behind a salutation that is not English: what follows the unknown first words of Estimada Berta."""
    known = frozenset(word for person in context.brief.people for word in person_words(person))
    first = next((at for at, word in enumerate(names) if same_name(word.low, known)), 0)
    return names[first:]


def _title(word: Token, words: tuple[Token, ...], context: Context) -> bool:
    """A word of the greeting that is no name: an honorific, or an office of the notes before a name: Canon Hall."""
    if word.low in honorifics():
        return True
    office = bool(parts_of_speech(word.low)) and word is not words[-1] and context.ground.knows(word.low)
    people = frozenset(part for person in context.brief.people for part in person_words(person))
    return office and plain(word.low) not in people and word.low not in word_set("lexicon", "given_names")


def _titles_known(words: tuple[Token, ...], context: Context) -> bool:
    """A greeting by title alone, such as Hello Sister, where the notes call somebody so."""
    people = frozenset(word for person in context.brief.people for word in person_words(person))
    return all(
        plain(word.low) in people or plain(word.low) in context.ground.plain_words for word in words
    ) and not _generic(words)


def _generic(words: tuple[Token, ...]) -> bool:
    generic = word_set("lexicon", "generic_greeting")
    return all(word.low in generic or word.low in {"the", "of", "or", "and", "for", "at"} for word in words)


def _nobody(context: Context, found: Piece) -> Iterator[Finding]:
    office = any(order.address or (order.forbids and order.kind == "person") for order in context.brief.instructions)
    office = office or (context.message.recipient is not None and context.recipient is None)
    if context.brief.interviewers() and not office and not context.spoken:
        yield context.about("greeting.generic", found.start, found.end, name=context.brief.interviewers()[0].name)


def matching(context: Context, names: tuple[Token, ...]) -> list[Person]:
    """The people of the brief whom all these words can name."""
    return [
        person
        for person in context.brief.people
        if all(same_name(word.low, person_words(person)) or _hyphened(word.low, person) for word in names)
    ]


def _hyphened(word: str, person: Person) -> bool:
    pieces = plain(word).split("-")
    return len(pieces) > 1 and all(piece in person_words(person) for piece in pieces)


def _greeted(context: Context, found: Piece, words: tuple[Token, ...], names: tuple[Token, ...]) -> Iterator[Finding]:
    people = matching(context, names)
    if not people:
        yield from _unmatched(context, names)
        return
    recipient = context.recipient
    if recipient and recipient not in people:
        yield context.about("wrong-name.other", names[0].start, names[-1].end, name=recipient.name)
    person = recipient if recipient in people and recipient else people[0]
    yield from _titled(context, found, words, names, person)
    if not context.spoken:
        yield from _third_person(context, person, len(people))


def _unmatched(context: Context, names: tuple[Token, ...]) -> Iterator[Finding]:
    several = [
        person for person in context.brief.people if any(same_name(word.low, person_words(person)) for word in names)
    ]
    if len(several) > 1 and all(any(same_name(word.low, person_words(person)) for person in several) for word in names):
        if context.recipient:
            yield context.about("greeting.several", names[0].start, names[-1].end, name=context.recipient.name)
        return
    known = frozenset(word for person in context.brief.people for word in person_words(person)) - honorifics()
    start, end = names[0].start, names[-1].end
    for word in names:
        if not same_name(word.low, known) and (right := near_name(word.low, known)):
            yield context.about("wrong-name.misspelt", word.start, word.end, name=_spelt(context, right))
            return
    if several:
        yield context.about("wrong-name.mixed", start, end, name=several[0].name)
    elif not all(plain(word.low) in context.ground.plain_words or context.ground.knows(word.low) for word in names):
        name = context.recipient.name if context.recipient else ""
        right = name or ", ".join(person.name for person in context.brief.interviewers()) or "the person you met"
        yield context.about("wrong-name.unknown", start, end, name=right)


def _spelt(context: Context, low: str) -> str:
    for person in context.brief.people:
        for token in tokens(" ".join([person.name, *person.aliases])):
            if plain(token.text) == low:
                return token.text
    return low.capitalize()


def _gender(words: set[str]) -> str | None:
    return "male" if words & MALE else "female" if words & FEMALE else None


def _titled(
    context: Context, found: Piece, words: tuple[Token, ...], names: tuple[Token, ...], person: Person
) -> Iterator[Finding]:
    used = {word.low.rstrip(".") for word in words if word.low in honorifics()}
    given = {
        token.low for token in tokens(" ".join([person.honorific or "", person.name, *person.aliases]))
    } & honorifics()
    if (used and _gender(used) and _gender(given) and _gender(used) != _gender(given)) or (
        used and _gender(used) and _pronoun(context, person) not in {None, _gender(used)}
    ):
        yield context.about("wrong-name.honorific", found.start, found.end, name=person.name)
    elif used and given & LEARNED and not used & LEARNED and used & (MALE | FEMALE):
        yield context.about("greeting.title", found.start, found.end, name=person.name)
    first = tokens(person.name)
    given_name, family = plain(person.given_name or ""), plain(person.family_name or "")
    if used & (MALE | FEMALE) and len(names) == 1 and given_name and family and plain(names[0].text) == given_name:
        western = [plain(token.text) for token in first if token.low not in honorifics()][-1:] == family.split()[-1:]
        if western and not given:
            yield context.about("greeting.form", found.start, found.end, name=person.name)


def _pronoun(context: Context, person: Person) -> str | None:
    """What the notes' own pronouns right after the name say: `Hemi ... he's the manager`."""
    notes, verdicts = context.ground.open_notes, set()
    for word in person_words(person) - honorifics():
        for match in re.finditer(
            (
                rf"\b{re.escape(word)}\b[^.\n;:]{{0,25}}?[,(–-]?\s+\b(he|she)(?:'s|’s| is| was)\s+(?:the|a|in|head|"
                rf"our|my)\b"
            ),
            notes,
            re.I,
        ):
            verdicts.add("male" if match.group(1).lower() == "he" else "female")
    return verdicts.pop() if len(verdicts) == 1 else None


def _third_person(context: Context, person: Person, alike: int) -> Iterator[Finding]:
    own = person_words(person) - honorifics() - context.ground.profile_names
    company = {plain(token.text) for token in tokens(context.brief.company.value if context.brief.company else "")}
    shared = {word for other in context.brief.people if other is not person for word in person_words(other)}
    own -= company | shared
    if alike > 1:
        return
    for sentence in context.layout.sentences:
        for token in sentence.tokens:
            if plain(token.text).removesuffix("'s") not in own or not token.text[:1].isupper():
                continue
            end = token.end - 2 if token.low.endswith("'s") else token.end
            after, before = context.body[end:], context.body[: token.start]
            vocative = re.match(r"\s*[,!.?]", after) or (re.search(r",\s*$", before) and not THIRD.match(after))
            if not vocative and (THIRD.match(after) or BEFORE.search(before)):
                yield context.about("wrong-name.third-person", token.start, end, name=person.name)
                return
