"""When what was read counts as what the gold says. Everything compares case- and accent-insensitively.

Names: the same tokens in any order, honorifics aside: "Saito Kenji" is "Mr Saito Kenji", "Gill" is not "Gill Prosser".

Roles: the gold's core is what stands before its first comma, bracket or dash. At least 0.6 of the core's words must be
read, and at least 0.6 of the words read must stand in the gold. A word of three letters or more stands for a longer one
that it begins ("resp" for "respiratory"), and a slip of a letter is no other word ("chaplian"). What the reader adds in
brackets or after a comma does no harm. So "Band 6 nurse, respiratory ward" accepts "Band 6 nurse (respiratory ward)"
and "band 6 resp ward", and "SRE" is not "Site Reliability Engineer".

Companies: as roles, without the core rule: 0.6 of the words both ways, legal forms and articles aside; where the gold
gives a second name in brackets, or a place after a comma, either will do. A role with " / " has two names.

Titles: at least half of the words both ways.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from rapidfuzz import fuzz


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


HONORIFICS = _set(
    "mr mrs ms miss mx dr prof professor sir dame don dona rev revd father fr sister sr brother br herr frau mme "
    "madame monsieur m san sama sensei shri smt ji bhai uncle auntie capt captain chef coach sgt cpl pc lt cllr judge "
    "justice hon me maitre señor señora sra sto pak bu ibu cikgu ustadh ustadha sheikh engr ing atty arch oga madam"
)
LEGAL = _set("ltd limited llp llc inc plc gmbh ag sa sarl bv nv co corp pty pte kg srl spa ab as oy the a an of and")
JOB_WORDS = _set("job role position post the a an of for in on at and to vacancy opening")
TITLE_WORDS = _set("the a an of for in at and our their is")
SLIP = 83
_LETTERS = str.maketrans({"đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ı": "i", "æ": "ae", "œ": "oe"})


def fold(text: str) -> str:
    """The text in lower case, without accents or apostrophes, its white space folded."""
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"\s+", " ", re.sub(r"['’‘`ʻʼ]", "", kept)).strip().casefold()


def words(text: str, without: frozenset[str] = frozenset()) -> list[str]:
    """The folded words of a text, save those of `without`; all of them where nothing else would be left."""
    found = re.findall(r"[^\W_]+", fold(text))
    return [word for word in found if word not in without] or found


def same_name(gold: str, read: str) -> bool:
    """Whether two names have the same tokens, honorifics aside."""
    return sorted(words(gold, HONORIFICS)) == sorted(words(read, HONORIFICS))


def covered(wanted: Sequence[str], given: Sequence[str]) -> float:
    """The share of `wanted` that stands in `given`; the first three letters or more meet a longer word."""
    if not wanted:
        return 0.0
    return sum(any(_alike(word, other) for other in given) for word in wanted) / len(wanted)


def same_role(gold: str, read: str) -> bool:
    """Whether a careful reader would take the role read for the gold's (see the module's text)."""
    cores = [words(_core(name), JOB_WORDS) for name in gold.split(" / ")]
    readings, whole = (words(read, JOB_WORDS), words(_core(read), JOB_WORDS)), words(gold, JOB_WORDS)
    return any(covered(core, given) >= 0.6 and covered(given, whole) >= 0.6 for core in cores for given in readings)


def same_company(gold: str, read: str) -> bool:
    """Whether the company read is the gold's, or one of the two names that the gold gives."""
    names = [gold, gold.split(",")[0], *re.findall(r"\(([^)]+)\)", gold), re.sub(r"\([^)]*\)", "", gold)]
    return any(_both_ways(words(name, LEGAL), words(_bare(read), LEGAL), 0.6) for name in names if name.strip())


def same_title(gold: str, read: str) -> bool:
    """Whether the titles, or what stands in them before a comma, share at least half of their words both ways."""
    pairs = ((gold, read), (_core(gold), read), (gold, _core(read)))
    return any(_both_ways(words(one, TITLE_WORDS), words(other, TITLE_WORDS), 0.5) for one, other in pairs)


def overlaps(gold: str, read: str) -> bool:
    """Whether two stretches of notes are about the same words: half of the gold's words, or all of the read ones."""
    wanted, given = words(gold), words(read)
    return bool(given) and (covered(wanted, given) >= 0.5 or (covered(given, wanted) == 1.0 and len(given) >= 2))


def _alike(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    begins = len(short) >= 3 and short.isalpha() and long.startswith(short)
    return word == other or begins or (len(short) >= 5 and fuzz.ratio(word, other) >= SLIP)


def _core(role: str) -> str:
    return re.split(r"[,(;–—/]| - ", role, maxsplit=1)[0] or role


def _both_ways(gold: Sequence[str], read: Sequence[str], share: float) -> bool:
    return covered(gold, read) >= share and covered(read, gold) >= share


def _bare(company: str) -> str:
    return re.sub(r"\([^)]*\)", "", company) or company
