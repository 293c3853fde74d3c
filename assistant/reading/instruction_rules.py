"""The rules of `instructions`, from prompts/reading/instructions.toml, with the words for channels filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import get_args

from assistant import prompts
from assistant.brief import Channel, InstructionKind
from assistant.errors import ContentError

CHANNELS: tuple[tuple[Channel, str], ...] = (
    ("whatsapp", r"whats\s?-?app\w*|wapp|wsp|wa\b(?=\s+(?:me|only|pls))"),
    ("linkedin", r"linked-?\s?in|social\s+media|socials"),
    (
        "portal",
            r"(?:\w+\s+)?portal|web\s?-?form|online\s+(?:form|system|portal)|careers?\s+(?:page|site)"
            r"|candidate\s+(?:hub|home|zone|area)|applicant\s+(?:system|area)|workday|taleo|plataforma|bewerberportal"
        ),
    ("text", r"texts?|texting|sms|txt|zalo|wechat|viber|telegram|signal|imessage|messenger|facebook|insta(?:gram)?"),
    (
        "phone",
            r"phone(?:\s+calls?|s|d)?|calls?|calling|ring(?:s|ing)?|telephone|bell|anruf\w*|anrufen|llam\w+|appel\w*"
            r"|gọi(?:\s+điện)?|ligar|liga[çc][õo]es|telefon\w*|téléphon\w*|phoning|landline|mobile(?=\W*(?:$|[,.;:(\d]|only|is|please|number|phone|not|rather|instead))|voice\s?mails?|tawag\w*|tumawag|telefoontje?s?"
            r"|extension|samtal|opkald|simu|dzwoni\w*|zadzwo\w*"
        ),
    (
        "letter",
            r"by\s+(?:post|letter)|handwritten\s+\w+|letters?\s+only|thank[\s-]?you\s+cards?|written\s+letter"
            r"|per\s+post|by\s+hand|in\s+the\s+post|post(?=\s+only|\s*$)|signed[\s-]?for|recorded\s+delivery|(?:post)?card\s+(?:by|in)\s+\w+|(?:proper|paper|real|actual)\s+letters?"
        ),
    ("email", r"e-?\s?mails?|e-?mailing|mails?|mailing|correos?|courriel|thư(?:\s+điện\s+tử)?|correio|mejl|e-?posta?|epost|barua\s+pepe|sähköposti"),
)  # fmt: skip
_ANY = "(?:" + "|".join(pattern for _, pattern in CHANNELS) + ")"
ADDRESS = r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+"
SPOKEN_ADDRESS = r"[\w.-]+(?:\s+dot\s+[\w-]+)*\s+(?:at|arroba)\s+[\w-]+(?:\s+(?:dot|punto|ponto)\s+[\w-]+)+"
NUMBER = r"\+?\(?\d[\d\s().-]{7,}\d"
_WHO = r"(?:me|us|her|him|them|the\s+(?:\w+\s+){0,2}\w+|(?-i:[A-Z])[\w'’-]+(?:\s+(?-i:[A-Z])[\w'’-]+)*)"
_NO = (
    r"(?:no|not|never|don['’]?t|dont|do\s+not|please\s+don['’]?t|doesn['’]?t|doesnt|does\s+not|dnt|avoid"
    r"|without|stop|hates?|can['’]?t\s+stand|won['’]?t|refuses?\s+to|ignores?|instead\s+of|rather\s+than"
    r"|hopeless\s+(?:on|with|at)|useless\s+(?:on|with|at)|rubbish\s+(?:on|with|at)|nobody|never\s+reads?"
    r"|isn['’]?t\s+on|not\s+on|kein\w*|nicht|ne\s+pas|pas\s+d[e'’]|pas\s+par|não|nada\s+de|không|đừng|wag|nie"
    r"|non|geen|niente|nessun\w*|niet|inte|ingen|ikke|éviter|evitar|sin|sans|ohne|bez|huwag|hindi|jangan|tidak|yok|usi\w*"
    r"|prefers?\s+not|rather\s+not|i\s+no\s+dey|not\s+one\s+for|no\s+fan\s+of|allergic\s+to|bans?|forget)"
)
_SAID = (
    r"(?:(?:said|says|told\s+me|asked\s+me|asks|asked|wants?\s+me|prefers?\s+(?:me|us|you)|please|pls|plz|just"
    r"|to|make\s+i|if|should|can|could|may|must|or|and|better|best)\s+(?:to\s+|you\s+|i\s+)?)?"
)
NAME = "\ue003"
_LANGUAGE = (
    r"(?:english|french|german|spanish|italian|dutch|portuguese|welsh|irish|gaelic|polish|vietnamese|arabic|japanese|mandarin|chinese"
    r"|cantonese|korean|hindi|swahili|kiswahili|turkish|russian|ukrainian|inglés|español|castellano|français|anglais|deutsch|englisch|inglês"
    r"|português|inglese|italiano|tagalog|filipino|catalan|galician|basque|afrikaans|danish|swedish|norwegian|finnish|hebrew|greek|thai"
    r"|indonesian|malay|urdu|bengali|tamil|czech|slovak|hungarian|romanian|bulgarian|croatian|serbian|icelandic|māori|maori|scots|yoruba"
    r"|igbo|hausa|zulu|xhosa|punjabi|gujarati|farsi|persian|pashto|somali|amharic|tigrinya)"
)
_SLOTS = {
    "@LANGUAGE@": _LANGUAGE,
    "@CHANNEL@": _ANY,
    "@ADDRESS@": ADDRESS,
    "@NUMBER@": NUMBER,
    "@WHO@": _WHO,
    "@NO@": _NO,
    "@SAID@": _SAID,
    "@NAMES@": f"{NAME}+(?:\\s+{NAME}+)*",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of asking: the kind of instruction it shows, its words, and whether it forbids."""

    kind: InstructionKind
    pattern: re.Pattern[str]
    forbids: bool
    cased: bool


@cache
def load() -> tuple[Rule, ...]:
    """All rules, in file order; raises ContentError naming the entry that is wrong."""
    entries = prompts.read_toml(prompts.folder() / "reading" / "instructions.toml").get("rule", [])
    return tuple(_rule(number, entry) for number, entry in enumerate(entries, 1))


def _rule(number: int, entry: dict[str, object]) -> Rule:
    """A rule; one that asks for capitals runs on the text as it stands, the others on the text in lower case."""
    try:
        kind, words = entry["kind"], str(entry["words"])
        for slot, meaning in _SLOTS.items():
            words = words.replace(slot, meaning)
        cased = "[A-Z" in words
        pattern = re.compile(rf"(?x{'i' if cased else ''})(?<![\w'’-])(?:{words})(?!\w)")
    except (KeyError, re.error) as error:
        raise ContentError(f"instructions.toml: rule {number}: {error}") from error
    kinds: dict[object, InstructionKind] = {name: name for name in get_args(InstructionKind)}
    if kind not in kinds:
        raise ContentError(f"instructions.toml: rule {number}: {kind!r} is not one of {tuple(kinds)}")
    return Rule(kinds[kind], pattern, bool(entry.get("forbids", False)), cased)
