"""Text in the notes that gives orders to a program or a model, whoever pasted it and in whatever disguise.

The notes are searched in a flattened copy (line breaks, quote marks and invisible characters smoothed away) that
remembers where each character came from. An order that is found is kept whole: its sentence, and the orders after it.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator

from assistant.brief import Span

_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\U000e0000-\U000e007f]")
_SMOOTHED = str.maketrans(dict.fromkeys("\n\r\t>*_`#|~\xa0", " "))
_MODEL = (
    r"(?:a\.?i\.?s?|assistants?|chat\s?bots?|bots?|chat\s?gpt|gpt(?:-\w+)?|claude|gemini|copilot|llama|llms?"
    r"|(?:large\s+)?language\s+models?|models?|system|agents?|summari[sz]ers?|parsers?)"
)
_ORDERS = (
    r"(?:write|state|say|mention|include|add|insert|append|output|print|reply|respond|answer|tell|claim|confirm"
    r"|ignore|disregard|forget|visit|open|click|fetch|send|forward|email|delete|reveal|show|repeat|rate|score|rank"
    r"|recommend|use|end|begin|start|sign|do\s+not|don't|never|always|please|you|before|when|if|stop|set|make|put"
    r"|change|replace|translate|append|offer|accept|decline|withdraw|promise|give|copy|cc|note|treat|act|pretend"
    r"|behave|switch|generate|draft|produce|return|call|execute|run|must|should|ask)"
)
_STARTERS = (
    # what was said before is to be thrown away
    r"(?:ignore|disregard|forget|override|overrule|bypass|discard|drop|neglect|skip)\s+(?:\w+\s+){0,3}?(?:(?:previous"
    r"|prior|earlier|above|preceding|foregoing|former|existing|original|user['’]?s?|your|system|safety|other|these"
    r"|those|all)\s+)+(?:\w+\s+)?(?:instructions?|prompts?|rules?|notes?|directions?|directives?|guidelines?|guidance"
    r"|guardrails?|context|text|messages?|commands?|constraints?|polic(?:y|ies)|training)",
    r"(?:ignore|disregard|forget|override)\s+(?:everything|anything|all)\s+(?:\w+\s+){0,4}?(?:above|before|earlier"
    r"|previously|so\s+far|you\s+(?:were|have\s+been|know)|said|written)",
    r"ignor(?:a|e|ez|iere|ieren|er|ar|are)\s+(?:\w+\s+){0,3}?(?:instru[cç]\w+|instruktion\w*|istruzioni|anweisungen"
    r"|consignes|indica\w+|vorgaben|regeln|règles|reglas|regras)",
    r"(?:oubliez|oublie|olvida|olvide|olvidad|esqueça|esquece|vergiss|vergessen\s+sie|dimentica|vergeet|negeer"
    r"|zignoruj|pomiń|abaikan|lupakan|huwag\s+pansinin|bỏ\s+qua|quên)\s+(?:\w+\s+){0,4}?(?:instru[cç]\w+"
    r"|instruktion\w*|istruzioni|anweisungen|consignes|indica\w+|instructies|instrukcj\w+|polecen\w+|instruksi"
    r"|perintah|hướng\s+dẫn|chỉ\s+dẫn|chỉ\s+thị|lệnh|tagubilin|todo|tout|alles|tudo)",
    r"игнорируй\w*|забудь\s+(?:все\s+)?(?:предыдущие\s+)?инструкции|忽略(?:之前|以上|先前|所有|前面)|无视|無視して|以前の指示|تجاهل"
    r"|이전\s*(?:지시|명령)|이전의\s*지시|पिछले\s+निर्देश",
    r"(?:the|all|your)\s+(?:rules?|instructions?|guidelines?|prompt)\s+(?:above|before\s+this|so\s+far|you\s+\w+\s+given)\s+"
    r"(?:is|are|were)\s+(?:now\s+)?(?:void|cancelled|canceled|wrong|outdated|invalid|over|no\s+longer)",
    # the program is addressed
    r"from\s+now\s+on\s*,?\s+you\s+(?:are|will|must|answer|write|act)\b",
    r"when\s+you\s+(?:write|draft|compose|generate)\s+(?:the|this|a|any|your)\s+(?:[\w-]+\s+){0,2}?(?:follow-?up|e-?mail|message|reply"
    r"|letter|note)\s*,?\s+you\s+must\b",
    rf"(?:dear|hey|hi|hello|attention|note\s+(?:to|for)|message\s+(?:to|for)|instructions?\s+(?:to|for)|task\s+(?:to|for)"
    rf"|important\s+(?:note\s+)?(?:for|to))\s+(?:any\s+|the\s+|all\s+|our\s+|this\s+)*{_MODEL}(?:\s+{_MODEL})?\b(?=\s*[,:;.!–-]"
    rf"|\s+(?:reading|that|who|processing|summari\w+|writing|which))",
    r"(?:any|if\s+you\s+are\s+an?|all|every)\s+(?:a\.?i\.?|llms?|(?:large\s+)?language\s+models?|chat\s?bots?"
    r"|automated|artificial\s+intelligence)\s*(?:assistants?|tools?|models?|systems?|agents?|reader|program"
    r"|summari\w+)?\s*(?:,|(?:that\s+is\s+)?(?:reading|summari[sz]ing|processing|writing|handling|parsing|given|who"
    r"|that|which|must|should|you))",
    r"(?:as|you\s+are|you're|act\s+as|acting\s+as|pretend\s+(?:to\s+be|you\s+are)|behave\s+(?:as|like)"
    r"|you\s+will\s+(?:now\s+)?be)\s+(?:now\s+)?(?:an?\s+|the\s+|my\s+)?(?:helpful\s+|unrestricted\s+|new\s+"
    r"|different\s+|hiring\s+|large\s+)*(?:a\.?i\.?|language\s+model|llm|chat\s?bot|chatgpt|gpt|dan|assistant"
    r"|in\s+(?:admin|developer|debug|god|root|maintenance|test|jailbreak)\s+mode)\b(?!\s+(?:manager|engineer|buyer"
    r"|nurse|teacher|to\s+the|cook|chef|director|site|store|editor|producer|professor|principal|stage|headteacher"
    r"|coach|curator|scientist|researcher|team|lead|consultant))",
    rf"(?:assistant|a\.?i\.?|chat\s?gpt|gpt|llm|chatbot)\s*[,:;–-]+\s*(?:please\s+|kindly\s+|you\s+must\s+"
    rf"|now\s+)?{_ORDERS}\b",
    r"(?:bot|claude|gemini|copilot|model|agent)\s*[,:;–-]+\s*(?:please\s+|kindly\s+|you\s+must\s+|now\s+)?(?:write"
    r"|ignore|disregard|insert|output|print|include\s+the|add\s+the|say\s+that|state|reply|respond|visit|forget"
    r"|reveal)\b",
    r"(?:[\[<(|{]+\s*(?:system|assistant|inst|instructions?|im_start|prompt|admin)\b[^\n]{0,30}?[\]>)|}]+"
    r"|\bSYSTEM(?:\s+(?:NOTE|MESSAGE|PROMPT|OVERRIDE|ALERT|INSTRUCTION|UPDATE))?\s*:|(?i:\bsystem\s+(?:prompt"
    r"|override|message|instruction|note))\s*:|(?i:\b(?:new|updated|revised|secret|hidden)\s+(?:instructions?"
    r"|system\s+prompt|directive|task))\s*:|\[/?INST\]|<\|[^|]*\|>|\b(?:PROMPT|INSTRUCTIONS?\s+(?:TO"
    r"|FOR)\s+(?:THE\s+)?\w+)\s*:)",
    # what the program should put out
    r"(?:write|state|say|output|claim|include|mention|add|print|confirm|declare|insert|assert|pretend|recommend"
    r"|conclude|respond|reply|report|make\s+sure\s+(?:you\s+)?(?:say|write|mention)|escribe|escriba|di|écris|écrivez"
    r"|dites|schreib\w*|escreva|diga|scrivi|napisz|viết|tulis)\s+(?:in\s+\w+\s+\w+\s+)?(?:that|que|dass|rằng|che|że"
    r"|bahwa)\s+(?:the\s+|this\s+|our\s+|el\s+|la\s+|le\s+|der\s+|die\s+|o\s+|a\s+|il\s+)?(?:candidate|applicant|user"
    r"|interviewee|sender|candidat[oae]?|kandidat\w*|bewerber\w*|ứng\s+viên)\b",
    r"(?:reveal|print|show|output|repeat|leak|display|dump|return)\s+(?:me\s+)?(?:your|the|all"
    r"|its)\s+(?:\w+\s+)?(?:system\s+)?(?:prompt|instructions|api\s+keys?|secrets?|environment|password"
    r"|configuration)",
    r"(?:your|the)\s+(?:output|response|generated\s+(?:text|message|email))\s+(?:must|should|has\s+to|needs\s+to"
    r"|will)\s+(?:be|contain|include|start|begin|end|say|only|not|consist)|(?:respond|reply|answer|output)\s+(?:only"
    r"|exclusively|solely)\s+(?:with|in|as|by)\s+(?:the\s+|json|a\s+|one\s+|\"|')",
    r"(?:include|add|insert|append|paste|embed)\s+(?:the\s+|this\s+|a\s+)?(?:following\s+)?(?:link|url|sentence"
    r"|phrase|tracking|text|string|code)\s+(?:https?://\S+|www\.\S+|in\s+(?:the|your|every)\s+(?:reply|response"
    r"|output|answer|message|e-?mail)|to\s+(?:the|your|every)\s+(?:reply|response|output|message|e-?mail|draft)|\")",
    r"(?:prompt\s+injection|jailbreak(?:ed)?\s+mode|developer\s+mode|admin\s+mode|do\s+anything\s+now"
    r"|end\s+of\s+(?:system\s+)?(?:prompt|instructions))\b(?=[^\n]{0,80}(?:enabled|on\b|now|you|ignore|print|write"
    r"|[.:]))",
)  # fmt: skip
_START = re.compile("|".join(f"(?:{starter})" for starter in _STARTERS), re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|/\*(?=[^*]{0,200}(?:ignore|assistant|instruction)).*?\*/", re.DOTALL)
_HIDDEN = re.compile(
    r"(?is)<(?P<tag>span|div|p|font)\b[^>]*(?:display:\s*none|font-size:\s*0|color:\s*(?:white|#fff)"
    r"|visibility:\s*hidden|opacity:\s*0)[^>]*>.*?(?:</(?P=tag)>|\Z)"
)
_BLOB = re.compile(
    r"(?<![\w+/=])[A-Za-z0-9+/]{40,}={0,2}(?![\w+/])|(?<![\w+/=])(?:[A-Za-z0-9+/]{20,}\n){2,}[A-Za-z0-9+/]*={0,2}"
)
_TAGS = re.compile("[\U000e0020-\U000e007f]{6,}|[\u200b-\u200f\u2060-\u2064]{16,}")
_SENTENCE_END = re.compile(r"[.!?。](?=[\s\"'”’)\]]|$)")
_ALSO_ORDER = re.compile(
    rf"(?i)^[\s\"'“”)\]>*-]*(?:(?:also|then|and|instead|next|finally|afterwards|in\s+addition|additionally"
    rf"|after\s+that|furthermore|step\s+\d+|\d[.)])[,:]?\s+)*{_ORDERS}\b"
    r"|^\s*(?:the\s+(?:e-?mail|message|letter|output|reply|response|candidate|user)\s+(?:must|should|has|is|will"
    r"|accepts|withdraws))|^\s*(?:this\s+(?:overrides|is\s+an?\s+(?:order|instruction|command)|supersedes))"
    r"|^\s*(?:failure\s+to|non-?compliance)|^\s*(?:end\s+of)"
)


def find(notes: str) -> tuple[Span, ...]:
    """Every stretch of the notes that orders a program about, whole and without overlaps, in order."""
    found = [*_comments(notes), *_blobs(notes), *_orders(notes)]
    return tuple(Span(start=start, end=end, text=notes[start:end]) for start, end in _merged(notes, found))


def _comments(notes: str) -> Iterator[tuple[int, int]]:
    """HTML comments and text styled to be invisible: nobody reads those but a program."""
    for pattern in (_COMMENT, _HIDDEN, _TAGS):
        for match in pattern.finditer(notes):
            yield match.span()


def _blobs(notes: str) -> Iterator[tuple[int, int]]:
    """Base64 that decodes to readable text."""
    for match in _BLOB.finditer(notes):
        if _hides_text(match.group()):
            yield match.span()


def _hides_text(blob: str) -> bool:
    joined = re.sub(r"\s", "", blob)
    try:
        data = base64.b64decode(joined + "=" * (-len(joined) % 4), validate=True)
        text = data.decode("utf-8")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return False
    readable = sum(character.isprintable() or character.isspace() for character in text)
    return readable >= 0.95 * len(text) and " " in text


def _orders(notes: str) -> Iterator[tuple[int, int]]:
    flat, origin = _flatten(notes)
    reach = 0
    for match in _START.finditer(flat):
        if match.start() < reach or _is_plain_label(flat, match):
            continue
        start, end = _whole(flat, notes, origin, match)
        reach = end
        yield origin[start], origin[end - 1] + 1


def _flatten(notes: str) -> tuple[str, list[int]]:
    """The notes without invisible characters, line breaks and markup as blanks; and where each came from."""
    if not _INVISIBLE.search(notes):
        return notes.translate(_SMOOTHED), list(range(len(notes)))
    kept = [index for index, character in enumerate(notes) if not _INVISIBLE.match(character)]
    return "".join(notes[index] for index in kept).translate(_SMOOTHED), kept


def _is_plain_label(flat: str, match: re.Match[str]) -> bool:
    """`System: SAP` or `Assistant: Maria` is a note about a system or a person."""
    if not re.fullmatch(r"(?i)\W*(?:system|\[?assistant\]?|prompt|admin|\(?system\)?)\W*", match.group()):
        return False
    after = flat[match.end() : match.end() + 120]
    return not re.match(rf"(?i)\s*{_ORDERS}\b", after) and not _START.search(after)


def _whole(flat: str, notes: str, origin: list[int], match: re.Match[str]) -> tuple[int, int]:
    """The sentence of the order, and each further sentence of the paragraph that orders too."""
    block_start, block_end = _block(notes, origin, match.start(), match.end())
    before = [end.end() for end in _SENTENCE_END.finditer(flat, block_start, match.start())]
    line_start = _line_start(notes, origin, match.start())
    start = max(
        [block_start, *before, line_start if _is_new_line_order(flat, line_start, match.start()) else block_start]
    )
    opened = re.search(r"[\[(<{]+[^\[\](){}<>]{0,40}$", flat[max(0, match.start() - 44) : match.start()])
    closed = re.compile(r"[\])>}]+").search(flat, match.end(), block_end) if opened else None
    if closed:
        return match.start() - len(opened.group()) if opened else match.start(), closed.end()
    end = _sentence_end(flat, match.end(), block_end)
    while end < block_end and _ALSO_ORDER.match(flat[end : end + 120]):
        end = _sentence_end(flat, end + 1, block_end)
    while start < match.start() and flat[start] in " \"'“”-•":
        start += 1
    return start, max(end, match.end())


def _is_new_line_order(flat: str, line_start: int, start: int) -> bool:
    """True where the line begins with the order, or with a short heading such as `IMPORTANT NOTE:` or a speaker."""
    head = flat[line_start:start].strip()
    return len(head.split()) <= 8


def _line_start(notes: str, origin: list[int], at: int) -> int:
    while at > 0 and notes[origin[at - 1]] not in "\n\r":
        at -= 1
    return at


def _sentence_end(flat: str, start: int, limit: int) -> int:
    match = _SENTENCE_END.search(flat, start, limit)
    end = match.end() if match else limit
    while end < limit and flat[end] in "\"'”’)]":
        end += 1
    return end


def _block(notes: str, origin: list[int], start: int, end: int) -> tuple[int, int]:
    """Bounds, in the flat text, of the paragraph that holds the match: blank lines divide."""
    left, right = start, end
    while left > 0 and notes[origin[left - 1] - 1 : origin[left - 1] + 1] != "\n\n":
        left -= 1
    while right < len(origin) and notes[origin[right] : origin[right] + 2] != "\n\n":
        right += 1
    return left, right


def _merged(notes: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        while end > start and notes[end - 1].isspace():
            end -= 1
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return merged
