"""What makes a clause a promise of mine: `I'll send ...`, `owe Steve ...`, `she wants my diploma, I said ok`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.reading.scene import fold
from assistant.reading.speech import Form

PROMISING = re.compile(
    r"(?:(?:i\s+)?(?:said|say|told?(?: him| her| them| \w+)?|tell(?: him| her| them| \w+)?|promised|agreed|offered|undertook)\s+(?:(?:yes|yeah|sure|ok|okay|that),?\s+)*)?"
    r"(?:il(?= (?:ring|call|send|bring|drop|email|text|post)\b)|i\s*(?:'ll|'d|ll|d|will|would|am to|'m to|m to|am going to|'m going to|can|could|have (?:got )?to|'ve (?:got )?to|ve to|need to|must|should|go(?= (?:send|bring)\b)|promised to|agreed to|offered to|undertook to)"
    r"|(?:promised|agreed|offered|undertook|need|have|got|remember|must|going|am|supposed) to|gotta|need 2|must(?= (?:send|email|bring|post)\b)|gonna|gunna"
    r"|will(?= (?:send|email|e-mail|mail|forward|share|bring|post|drop|text|whatsapp)\b)|i(?= (?:send|bring|email|mail|forward|text|post)\b)|i suppose(?= send)|don'?t forget to|remember to)\s+",
    re.I,
)
ONGOING = re.compile(
    r"(?:i'?m\s+|im\s+|am\s+|i am\s+)?(?:to be\s+)?(?:sending|posting|emailing|e-mailing|mailing|forwarding|dropping|bringing|texting|whatsapping|uploading|handing in)\b",
    re.I,
)
OWING = re.compile(
    r"(?:i |i've |have )?(?:promised(?! myself)|owe|i owe|owes?)(?: to)?\s+(?!(?:nothing|to|me|us|he|she|they|it|i)\b)(?:(?:him|her|them|NAME|[a-z]\.?(?= (?:the|my|a|an|some)))\s+)?(?=\w)",
    re.I,
)
TO_NAME = re.compile(
    r"(?:to|for) (?:NAME|him|her|them) (?:by|on|before|tonight|tomorrow|tmrw|today|mon|tue|wed|thu|fri)", re.I
)
ABROAD = re.compile(
    r"(?:^|.{0,40}?\b)(?:(?:le )?promet[íi]|promis(?: d'(?:envoyer)?| à)?|j'ai promis(?: d'(?:envoyer)?)?|qued[ée] en(?: mandar| enviar)?|tengo que (?:mandar|enviar)|tengo q mandar|le tengo q(?:ue)? mandar|(?:le |les )?(?:voy a|vou) (?:mandar|enviar)|fiquei de (?:mandar|enviar)|(?:le |les |lhe )?(?:envio|envío|enviarei|mando|mandaré|enviaré)"
    r"|j'enverrai|j'envoie|je (?:lui |leur )?(?:envoie|enverrai|dois envoyer)|ich (?:schicke|sende|bringe)|versprochen|ho promesso|manderò|invio|ik stuur|stuur ik|wyślę|obiecał[ae]m|göndereceğim|elküldöm|küldöm|megígértem"
    r"|(?:i?papasa|i?papadala|ipapadala|isesend|ise-send|dadalhin|magpapasa|sinabi kong ipapasa) ko)(?!\w)[ ,]*",
    re.I,
)
FIRM = re.compile(
    r"^il\b|'ll|ll\b|will|gonna|gunna|promised|agreed|offered|undertook|gotta|forget|remember|(?:am|'m|m|need|have|'ve|got|must|supposed) to",
    re.I,
)
SENDING = re.compile(
    r"(?:send|email|e-mail|mail|forward|share|post|drop|flick|pass|ping|text|photograph|scan|provide|whatsapp)\b(?! \d)",
    re.I,
)
TO_SOMEBODY = re.compile(r"\b(?:him|her|them|you|NAME)\b", re.I)
DUE = re.compile(
    r"\b(?:by|before|tonight|today|tomorrow|tmrw|tmw|bukas|this (?:week|evening|afternoon)|next week|over the weekend|(?:on )?(?:mon|tue|wed|thu|fri|sat|sun)(?:s|rs|nes|urs|day|sday|nesday|rsday|urday)*)\b",
    re.I,
)
ERRAND = re.compile(
    r"(?:send|email|e-mail|mail|forward|post|bring|upload|submit|take|drop)\s+(?!(?:me|us|to|only|via|by|it)\b)\w+",
    re.I,
)
DONE = re.compile(r"\balready\b|\b(?:sent|done|posted|emailed)\s*(?:!|✓|✔|this morning|last night|yesterday|$)", re.I)
DELIVER = re.compile(
    r"\b(?:send|sends|email|e-mail|mail|forward|share|post|drop|bring|flick|get|pass|ping|text|whatsapp|provide|submit|upload|write up|sketch|draft|ring|call|confirm|let (?:him|her|them|you|\w+) (?:know|have)|have|follow up|come back|dig out|put together|give|fax|deliver|show|prepare|introduce|connect|arrange|check|photograph|scan|copy|do|make|hand|take)\b",
    re.I,
)
REPLYING = re.compile(r"(?:answer|reply|respond|write back|get back|decide|confirm)\b", re.I)
HAVING = re.compile(r"have\s+(?:those|it|them|that|my|the)\b.*\bwith\s+(?:him|her|them|NAME)", re.I)
FROM_ME = re.compile(r"(?P<thing>(?:\w+ ){1,6}?for (?:\w+ ){1,5}?from me)\W*", re.I)
GETTING = re.compile(
    r"(?:to (?:get|have|receive)|gets|is getting|is to (?:have|get))\s+(?=my\b|the\b|a copy\b|an?\b)", re.I
)
PAPER = r"(?:cert(?:ificate)?s?|certs?|copies?|copie|diplôme|certificat|copia|cópia|certificado|zeugnis|attestation|page|card|licen[cs]es?|cv|résumé|resume|portfolio|passport|transcripts?|diploma|references?|referees|refs|template|report|paper|handout|recipe|menu|sketch|drawings?|list|figures|chart|form|letter|links?|photos?|pics?|pictures?|poster|memo|number|cop(?:y|ies)|log ?book|slides|printouts?|notebook|inventory|sheets|glossary|assessment|deck|video|recording|samples?|code|plan|summary|notes?|tool|ticket|scan|id|clearance|essay|article|script|sheet)"
ASKED_OF_ME = re.compile(
    rf"(?:to (?:see|have|get|read|look at)\s+|me to (?:send|bring|email|show)\s+)?(?:(?:my|a|an|the|that|your|some|names?|one|two|three|\d|une?|mon|ma|mes|uma?|una|meu|minha|mi|mein\w*|eine?)\b.*)?\b{PAPER}\b|(?:to (?:see|have|read)\s+)?my\b|names? of",
    re.I,
)
ASSENT = (
    r"(?:(?:i\s+)?(?:said|told (?:him|her|them))\s+(?:i\s*(?:'d|'ll|d|ll|will|would)\b.*|(?:(?!no\b|not\b|nothing\b|i\b|that\b|it\b|my\b|the\b)\w+\W*$|(?:yes|yeah|ok|okay|sure|grand|fine|of course|no problem|no bother|will do|certainly|by|tonight|tomorrow)\b.*))"
    r"|(?:will|gonna|going to) (?:send|post|email|mail|bring|drop|get|text|share|pass)\b.*|(?:j'envoie|j'enverrai|je l'envoie|je lui envoie|lo mando|se lo mando|le mando|mando|envio|ich schicke|schicke ich|manderò|mando io)\b.*|(?:sure|yes|ok|okay),? (?:and )?i\s*(?:'ll|ll|will)\b.*"
    r"|i\s*(?:'ll|ll|will)\s+(?:clean it up|send|post|email|mail|bring|do|drop|get|text|have)\b.*|(?:yes|yeah|yep|ok|okay|sure|grand|of course|no problem|no bother|no worries|will do|certainly|on it|yh)\W*$"
    r"|(?:sending|posting|emailing|mailing|bringing|dropping|forwarding|texting|uploading|doing)\b.*"
    r"|(?:(?:which|that)\s+)i\s*(?:'ll|ll|will|undertook|promised|agreed|said|am to|'m to|have to|'ve to)\b.*"
    r"|(?:mail|send|email|post|bring|text|take)\s+(?:it|them|that|this|one|by|on|mon|tue|wed|thu|fri|tomorrow|tmrw|tonight)\b.*|i (?:promised|undertook|agreed|owe)\b.*|promised\b.*)"
)
AGREED = re.compile(rf"(?:(?:and|so|which)\s+)?{ASSENT}", re.I)
AGREED_WITHIN = re.compile(rf"\s*[,;(–—-]\s*(?:and\s+)?{ASSENT}", re.I)


@dataclass(frozen=True, slots=True)
class Promised:
    """Where the promise's words begin in the clause, the form of those words, and how sure it is one."""

    at: int
    form: Form
    sure: float


class Promising:
    """Finds promises in clauses; knows the names of the notes' people."""

    def __init__(self, names: str) -> None:
        """`names` is a pattern of the folded names that the notes use."""
        self._owing = re.compile(OWING.pattern.replace("NAME", names), re.I)
        self._to_name = re.compile(TO_NAME.pattern.replace("NAME", names), re.I)
        self._somebody = re.compile(TO_SOMEBODY.pattern.replace("NAME", names), re.I)
        self._having = re.compile(HAVING.pattern.replace("NAME", names), re.I)

    def find(self, text: str, *, errand: bool, answering: bool) -> Promised | None:
        """The promise in a clause; `errand` where bare orders to myself count, `answering` where a question stands open."""
        plain = text.replace("’", "'")
        if DONE.search(plain):
            return None
        lead = PROMISING.match(plain)
        if lead and self._is_promise(lead.group(), plain[lead.end() :], answering):
            return Promised(lead.end(), "clause", 0.9)
        folded = fold(plain)
        if len(folded) == len(plain) and (lead := self._owing.match(folded)):
            return Promised(lead.end(), "np", 0.9)
        if errand and ERRAND.match(plain):
            return Promised(0, "clause", 0.8)
        if (lead := ONGOING.match(plain)) and (
            DUE.search(plain) or self._somebody.search(folded) or re.search(r"\bit\b|\bthem\b", plain)
        ):
            return Promised(0, "clause", 0.7)
        if (mine := FROM_ME.fullmatch(plain)) and not re.match(r"(?:i|he|she|they)\b", plain, re.I):
            return Promised(mine.start("thing"), "np", 0.6)
        if lead := ABROAD.match(plain):
            return Promised(lead.end(), "np", 0.4) if plain[lead.end() :].strip() else None
        return None

    def _is_promise(self, lead: str, deed: str, answering: bool) -> bool:
        firm = FIRM.search(lead)
        due = DUE.search(deed)
        if REPLYING.match(deed):
            return bool(firm and due)
        if re.match(r"have\b", deed, re.I):
            return bool(firm and self._having.match(fold(deed)))
        if not DELIVER.match(deed):
            return False
        to_them = self._somebody.search(fold(deed)) or due
        if (
            re.search(r"(?:^|\s)i\s+$", lead, re.I)
            or (answering
            and not re.search(r"promised|agreed|offered|undertook", lead, re.I))
        ):
            return bool((to_them and SENDING.match(deed)) or (due and firm))
        if re.match(r"(?:do|make|show|check|take|prepare|get)\b", deed, re.I):
            return bool(firm and (to_them or re.search(r"promised|agreed|offered|undertook", lead, re.I)))
        return bool(firm or SENDING.match(deed) or due)

    def handed(self, text: str) -> bool:
        """Whether a fragment only says to whom and when: `To Farid by tonight`."""
        return bool(self._to_name.match(fold(text)))


def agreed(text: str) -> bool:
    """Whether a clause is my yes to what was asked of me just before: `I said ok`, `sending it tonight`."""
    return bool(AGREED.match(text.replace("’", "'")))


def asked_of_me(content: str) -> tuple[int, float] | None:
    """Whether what they want or ask for is a paper or thing of mine that I agreed to give: where it ends, and how sure.

    Nothing where no yes of mine and no day stand beside it.
    """
    plain = content.replace("’", "'")
    if not ASKED_OF_ME.match(plain):
        return None
    if found := AGREED_WITHIN.search(plain):
        return found.start(), 0.8
    if found := re.search(
        r",?\s+(?:which|that)\s+i\s*(?:'ll|ll|will|undertook|promised|agreed|said|am to|'m to|have to|'ve to)\b",
        plain,
        re.I,
    ):
        return found.start(), 0.8
    if re.match(r"(?:(?:to (?:see|have|get)\s+)?(?:my|a copy|copy|scan|proof))\b", plain, re.I) and (
        due := DUE.search(plain)
    ):
        return due.end(), 0.6
    return None


def may_be_asked_of_me(content: str) -> bool:
    """Whether what they want or ask for is a paper or thing that I could give."""
    return bool(ASKED_OF_ME.match(content.replace("’", "'")))
