"""Words for months, weekdays and numbers as people write them: twenty-seven languages, abbreviations, common typos.

Month and weekday names come from dateparser's language tables. A word is *weak* where it also means something
else (may, march, sat, do, so): it counts as a date only beside a number.
"""

from __future__ import annotations

import re
from functools import cache
from types import ModuleType

from dateparser.data.date_translation_data import (
    af,
    ca,
    cs,
    cy,
    da,
    de,
    en,
    es,
    fi,
    fil,
    fr,
    ga,
    gl,
    hr,
    hu,
    id,
    it,
    nb,
    nl,
    pl,
    pt,
    ro,
    sk,
    sv,
    sw,
    tr,
    vi,
)

from assistant.reading.wordlist import words

_TABLES: tuple[ModuleType, ...] = (
    *(en, de, fr, es, pt, it, nl, vi, pl, sv, id, hu, cs, tr, fi, da, nb, ro),
    *(fil, af, ca, gl, cy, ga, hr, sk, sw),
)
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MORE_WEEKDAYS = {
    "mon": 0,
        "mons": 0, "tue": 1, "tues": 1, "tu": 1, "wed": 2, "weds": 2, "wednes": 2, "thu": 3, "thur": 3, "thurs": 3,
    "fri": 4, "sat": 5, "sun": 6, "segunda": 0, "terça": 1, "terca": 1, "quarta": 2, "quinta": 3, "sexta": 4,
    "miercoles": 2, "sabado": 5, "thu hai": 0, "thu ba": 1, "thu tu": 2, "thu nam": 3, "thu sau": 4, "thu bay": 5,
    "thứ hai": 0, "thứ ba": 1, "thứ tư": 2, "thứ năm": 3, "thứ sáu": 4, "thứ bảy": 5, "chủ nhật": 6,
    "poniedziałku": 0, "wtorku": 1, "środy": 2, "środę": 2, "czwartku": 3, "piątku": 4, "soboty": 5, "niedzieli": 6,
    "pondělka": 0, "úterka": 1, "středy": 2, "čtvrtka": 3, "pátku": 4, "ponedjeljka": 0, "srijede": 2, "petka": 4,
    "luni": 0, "marți": 1, "miercuri": 2, "joi": 3, "vineri": 4, "byernes": 4, "merkules": 2,
    "thứ 2": 0,
        "thứ 3": 1,
            "thứ 4": 2, "thứ 5": 3, "thứ 6": 4, "thứ 7": 5, "t2": 0, "t3": 1, "t4": 2, "t5": 3, "t6": 4, "t7": 5,
}  # fmt: skip
_MORE_MONTHS = {
    "sept": 9,
    "febr": 2,
    "juin": 6,
    "juil": 7,
    "aout": 8,
    "fevrier": 2,
    "marz": 3,
    "marco": 3,
    "setiembre": 9,
}
_STRONG_SHORT = words(
    "mon tue tues wed weds thu thur thurs fri jan feb apr jun jul aug sept oct nov dec ene abr dic juil févr janv déc"
)
_ENGLISH_WORDS = words(
    "may march mar sat sun second mart martes set sets do don so son die mi mo fr dom ter sex ago out mai lug gen",
    "mer ven",
    " lun jeu dim qui sab mag dez maio mars maj ons tor lor tis man mån rab sel min kam jum cn th de vi zo ma di wo",
    "vr za",
    " gwen julie augusta augustus beal mayo viii we tu mons av sep quarta quinta sexta segunda terça terca fred marco domingo julio ahad selasa",
)
_UNITS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
_CARDINALS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
}  # fmt: skip
_OTHER_NUMBERS = {
    "a": 1,
        "an": 1,
            "another": 1, "couple": 2, "un": 1, "una": 1, "une": 1, "uno": 1, "uma": 1, "um": 1, "ein": 1, "eine": 1,
    "einer": 1, "einem": 1, "dos": 2, "deux": 2, "zwei": 2, "dois": 2, "duas": 2, "due": 2, "hai": 2, "tres": 3,
    "trois": 3, "drei": 3, "três": 3, "tre": 3, "ba": 3, "cuatro": 4, "quatre": 4, "vier": 4, "quatro": 4, "cinco": 5,
    "cinq": 5, "fünf": 5, "seis": 6, "sechs": 6, "siete": 7, "sept": 7, "sieben": 7, "sete": 7, "ocho": 8, "huit": 8,
    "acht": 8, "diez": 10, "dix": 10, "zehn": 10, "dez": 10, "quince": 15, "quinze": 15, "một": 1, "năm": 5, "mười": 10,
}  # fmt: skip


def _names(keys: tuple[str, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for table in _TABLES:
        for index, key in enumerate(keys):
            for name in table.info.get(key, ()):
                found.setdefault(name.lower().rstrip("."), index)
    return found


def _typos(word: str) -> set[str]:
    """The word with one letter dropped, two neighbours swapped, or one letter doubled; its first letter stays."""
    drops = {word[:i] + word[i + 1 :] for i in range(1, len(word))}
    swaps = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1)}
    doubles = {word[:i] + word[i] + word[i:] for i in range(1, len(word))}
    return drops | swaps | doubles


def _with_typos(names: dict[str, int], english: tuple[str, ...]) -> dict[str, int]:
    typed = dict(names)
    for word in english:
        if len(word) >= 6:
            for typo in _typos(word):
                typed.setdefault(typo, names[word])
    return typed


@cache
def months() -> dict[str, int]:
    """Lower-case month word -> 1 to 12."""
    names = {word: index + 1 for word, index in _names(_MONTHS).items()} | _MORE_MONTHS
    return {word: number for word, number in _with_typos(names, _MONTHS).items() if _usable(word)}


@cache
def weekdays() -> dict[str, int]:
    """Lower-case weekday word -> 0 (Monday) to 6."""
    names = _with_typos(_names(_WEEKDAYS) | _MORE_WEEKDAYS | _hungarian(), _WEEKDAYS)
    return {word: number for word, number in names.items() if _usable(word)}


_HUNGARIAN = {"hétfő": 0, "kedd": 1, "szerda": 2, "szerdá": 2, "csütörtök": 3, "péntek": 4, "szombat": 5, "vasárnap": 6}


def _hungarian() -> dict[str, int]:
    endings = ("ig", "en", "on", "ön", "n", "re", "ra")
    return {day + ending: number for day, number in _HUNGARIAN.items() for ending in endings}


def _usable(word: str) -> bool:
    return (len(word) >= 2 and not re.search(r"\d$", word)) or word in _MORE_WEEKDAYS


def is_weak(word: str) -> bool:
    """True where the word alone is more often something else than a month or a weekday."""
    word = word.lower()
    return word in _ENGLISH_WORDS or (len(word) <= 3 and word not in _STRONG_SHORT)


@cache
def ordinals() -> dict[str, int]:
    """Ordinal in words -> 1 to 31, such as `twenty ninth`, `twenty-ninth`."""
    tens = {"twenty": 20, "thirty": 30}
    joined = {f"{ten}{gap}{unit}": value + _UNITS[unit] for ten, value in tens.items() for unit in _UNITS
              for gap in (" ", "-") if _UNITS[unit] <= 9 and value + _UNITS[unit] <= 31}  # fmt: skip
    return _UNITS | joined


@cache
def cardinals() -> dict[str, int]:
    """Number in English words -> value, up to thirty-one."""
    joined = {f"{ten}{gap}{word}": value + number for ten, value in (("twenty", 20), ("thirty", 30))
              for word, number in _CARDINALS.items() for gap in (
                  " ", "-") if number <= 9 and value + number <= 31}  # fmt: skip
    return _CARDINALS | joined


def count(word: str) -> int | None:
    """The number a count word or figure stands for (`two`, `10`, `a`, `couple`, `zwei`), or None."""
    word = word.lower().strip()
    if word.isdecimal():
        return int(word)
    return cardinals().get(word, _OTHER_NUMBERS.get(word))


def count_pattern() -> str:
    """A regular expression, without groups, for what `count` understands."""
    words = sorted({*cardinals(), *_OTHER_NUMBERS}, key=len, reverse=True)
    return r"(?:\d{1,3}|" + "|".join(re.escape(word) for word in words) + ")"
