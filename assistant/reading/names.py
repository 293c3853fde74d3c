"""Human names: which words can be one, which part is the family name, and what a greeting uses.

The lists stand in prompts/reading/names.toml; a name that no list holds is judged by its place.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from assistant import prompts
from assistant.language.pattern import lexicon
from assistant.reading.wordlist import words

HONORIFICS = words(
    "atty engr arc barr mama mma rra baba tita tito kuya mang aling nong oom tannie alhaji hajia mallam chief oga mai whaea "
    "mr mister mrs missus ms miss mx dr doctor prof professor sir dame lady lord rev reverend fr don doña dona señor señora senor "
    "senora srta",
    "dra dña herr frau monsieur madame mme mlle mdm madam cllr capt captain sgt lt judge sheikh ustaz ustad engr "
    "chef coach pastor canon master maestro aunty auntie uncle arq ing lic pak bu ibu bwana puan encik tuan datuk dato' dre det supt insp dci sqn cmdr lt",
    "herrn ma'am ma’am señorita sres anh chị em cô chú bác thầy ông bà meneer mevrouw dhr mevr pan pani pán paní "
    "gospodin gospođa bay bey hanım "
    "fra frau kyrios kyria smt shri signor signora sig dott dott.ssa",
)
"""Words that go before a name; those of KEPT stay part of it."""
SURNAME_ONLY = words(
    "herrn señorita anh chị em cô chú bác thầy ông bà meneer mevrouw dhr mevr pan pani pán paní ustaz ustad "
    "bwana kapt kapitän kapitein oga det supt insp dci mr mrs ms miss mx señor señora senor senora srta herr "
    "frau monsieur "
    "madame mme mlle mdm madam signor signora sig shri smt engr ing lic arq"
)
"""Honorifics that are dropped from a full name."""
WITH_GIVEN_NAME = words(
    "mama mma rra baba tita tito kuya mang aling nong oom tannie alhaji hajia mallam chief mai whaea bey hanım hanim bhai apa didi saheb sahib san ji madam sir don doña dona pak bu ibu bapak kak mas mbak sheikh sister brother bro fr father sir dame lady uncle auntie aunty "
    "ma'am ma’am anh chị em cô chú bác thầy ông bà bra puan encik cik tuan khun chef coach canon revd rev reverend"
)
"""Honorifics that a single name after them follows as a given name."""
BEHIND = words("san sensei ji bey hanım hanim saheb sahib bhai apa didi bhaiya sir madam ma'am")
"""Honorifics that may stand behind a name, and are then written there."""
PARTICLES = words(
    "van der den de het 't la le du des da dos das do di del della von zu zum ter ten vom af av al el bin bint "
    "ibn binti ben abu st. y e san ní ni nic ó ui uí mac mhic"
)
_LETTERS = str.maketrans(
    {
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ø": "o",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "’": "",
        "'": "",
        "ʻ": "",
    }
)
_MARKED = frozenset("àìòùăâêôơưđảãạắằẳẵặấầẩẫậẻẽẹếềểễệỉĩịỏõọốồổỗộớờởỡợủũụứừửữựỳỷỹỵ")
"""Letters of Vietnamese: in lower case such words are no names."""
UNWRITTEN = words("san ma'am ma’am anh chị em cô chú bác thầy ông bà")
"""Honorifics that are said and not written with a name."""
_SHARED = words("sr sister brother bro sra fra canon kapt kapitän kapitein bra oga madam")
_FAMILY_FIRST = ("chinese", "korean", "japanese")


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """The text in lower case without accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return "".join(char for char in plain if not unicodedata.combining(char))


@cache
def _lists() -> dict[str, frozenset[str]]:
    content = prompts.read_toml(prompts.folder() / "reading" / "names.toml")
    given = content["given"]
    certain = {fold(word) for key, text in given.items() if key != "ambiguous" for word in text.split()}
    doubtful = {fold(word) for word in given["ambiguous"].split()}
    family = {key: frozenset(fold(word) for word in text.split()) for key, text in content["family"].items()}
    return {"certain": frozenset(certain - doubtful), "doubtful": frozenset(doubtful), **family}


@lru_cache(maxsize=16_384)
def given_sure(word: str) -> float:
    """How surely a word is a given name: 1 known, 0.5 known but also a common word, 0 unknown."""
    folded = fold(word)
    if word.islower() and not _MARKED.isdisjoint(word):
        return 0.0
    if folded in _lists()["certain"]:
        return 0.5 if is_common(word) else 1.0
    if folded in _lists()["doubtful"]:
        return 0.5
    parts = [part for part in folded.split("-") if part]
    if word.islower() and not all(part in _lists()["certain"] for part in parts):
        return 0.0
    return 1.0 if len(parts) > 1 and parts[0] in _lists()["certain"] else 0.0


def is_family_name(word: str, lists: tuple[str, ...] = ("vietnamese", *_FAMILY_FIRST)) -> bool:
    """Whether a word is a common family name of the cultures that put it first."""
    folded = fold(word)
    return any(folded in _lists()[key] for key in lists)


def is_common(word: str) -> bool:
    """Whether a word stands in the English dictionary as something other than a name."""
    tag = lexicon.get(word.lower().replace("’", "'"))
    return tag is not None and not tag.startswith("NNP")


def is_honorific(word: str) -> bool:
    """Whether a word can stand before a name as its honorific."""
    return word.lower().rstrip(".") in HONORIFICS | _SHARED


def split_name(name: str, honorific: str | None, aliases: tuple[str, ...] = ()) -> tuple[str | None, str | None]:
    """(family name, given name) of a bare name without its honorific, each nothing where it cannot be told."""
    parts = name.split()
    if len(parts) == 1 or all(_is_particle(part) for part in parts[:-1]):
        low = (honorific or "").lower().rstrip(".")
        return (name, None) if low and low not in WITH_GIVEN_NAME else (None, name)
    told = _told_by_alias(parts, aliases)
    if told:
        return told
    if all(len(part.rstrip(".")) == 1 for part in parts[:-1]):
        return (parts[-1], None) if honorific else (None, parts[-1])
    if is_family_name(parts[0], ("vietnamese",)) and _vietnamese(parts):
        return parts[0], parts[-1]
    if _family_first(parts):
        return parts[0], " ".join(parts[1:])
    return _western(parts)


def _told_by_alias(parts: list[str], aliases: tuple[str, ...]) -> tuple[str, str] | None:
    """What "Mr Okada" or "Okada san" elsewhere in the notes says about the order of "Okada Shinji"."""
    for alias in aliases:
        bare = alias.split()
        formal = len(bare) == 2 and (is_honorific(bare[0]) and bare[0].lower().rstrip(".") in SURNAME_ONLY | {"dr"})
        if formal and bare[1] == parts[0] and not is_family_name(parts[-1]) and len(parts) == 2:
            return parts[0], parts[1]
        if len(bare) == 2 and bare[1].lower().lstrip("-") == "san" and bare[0] in parts and len(parts) == 2:
            other = parts[1] if bare[0] == parts[0] else parts[0]
            return (bare[0], other) if is_family_name(bare[0]) else (other, bare[0])
    return None


def titled_by_given_name(name: str) -> bool:
    """Whether a title goes with the given name, as in Vietnamese: Dr Lan for Dr Nguyễn Thị Lan."""
    parts = [part for part in name.split() if not is_honorific(part)]
    return len(parts) > 1 and is_family_name(parts[0], ("vietnamese",)) and _vietnamese(parts)


def _vietnamese(parts: list[str]) -> bool:
    marked = any(ord(char) > 0x1E9F or char in "ăâđêôơưĂÂĐÊÔƠƯ" for part in parts for char in part)
    return marked or len(parts) >= 3 or (len(parts) == 2 and not given_sure(parts[0]) and not is_family_name(parts[1]))


def _family_first(parts: list[str]) -> bool:
    if len(parts) > 3 or not is_family_name(parts[0], _FAMILY_FIRST):
        return False
    if is_family_name(parts[-1], _FAMILY_FIRST) and given_sure(parts[0]):
        return False
    return given_sure(parts[0]) < 1.0


def _western(parts: list[str]) -> tuple[str | None, str | None]:
    lowered = [part.lower().strip(".") for part in parts]
    if len(parts) > 1 and (_is_particle(parts[0]) or lowered[0] in {"le", "de", "van", "von"}):
        return " ".join(parts), None
    for index in range(1, len(parts)):
        if lowered[index] in PARTICLES or lowered[index].startswith(("al-", "el-", "o'", "d'")):
            if lowered[index] in {"bin", "bint", "ibn", "binti", "ben"} and index + 2 < len(parts):
                continue
            return " ".join(parts[index:]), parts[0]
    return parts[-1], parts[0]


def _is_particle(word: str) -> bool:
    """Whether a word only leads a family name ("de", "Van", "al-")."""
    return word.lower().strip(".-") in PARTICLES - {"y", "e", "san", "st"}


def initials_match(initials: str, name: str) -> bool:
    """Whether initials such as "JV" are those of a name."""
    return (
        len(initials) >= 2
        and initials.upper() == "".join(part[0] for part in re.split(r"[\s-]+", name) if part)[: len(initials)].upper()
    )
