"""What the notes say to leave out: `don't mention the pregnancy`, `not to be mentioned`, `that stays in this room`.

A ban points forward (its object follows) or backward (the words before it are what must stay out).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.reading import clauses
from assistant.reading.segments import Segment

_NOT = (
    r"(?:(?:please|pls|probably|obviously|best|definitely|better|just|also|and|so)\s+)*(?:do\s*n[o'’]?t|don’t|dont"
    r"|do\s+not|never|must\s?n['’]?t|must\s+not|should\s?n['’]?t|should\s+not|not|cannot|can['’]?t|better\s+not"
    r"|rather\s+not|no\s+need\s+to|won['’]?t|(?:i['’]?m|i\s+am)\s+not|wouldn['’]?t|would\s+not|make\s+(?:i|you"
    r"|una)\s+no|i\s+no\s+(?:wan|go|fit)|i?\s*shan['’]?t(?:\s+be)?|nuh|neither|avoid|stop|refrain\s+from)"
)
_SPEAK = (
    r"(?:to\s+)?(?:be\s+|ever\s+|really\s+|even\s+|go\s+|want\s+to\s+|wanna\s+|need\s+to\s+|have\s+to\s+"
    r"|let\s+them\s+)*(?:mention(?:ed|ing)?|bring(?:ing)?\s+(?:it|that|this|them|up|in)(?:\s+up)?(?=\W)"
    r"|bring(?=\s+(?:\w+\s+){1,6}(?:up|into\s+\w+)\b)|refer(?:red|ring)?\s+to|refer|talk(?:ing)?\s+about"
    r"|talk(?:\s+am)?"
    r"|say(?:ing)?|rais(?:e|ed|ing)|repeat(?:ed|ing)?|nam(?:e|ed|ing)|tell(?:ing)?|discuss(?:ed)?|writ(?:e|ten"
    r"|ing)(?:\s+(?:it|that|this))?\s+(?:about|down)|putt?(?:ing)?|includ(?:e|ed|ing)|reveal(?:ed)?"
    r"|disclos(?:e|ed|ing)|let\s+(?:on|slip)|shar(?:e|ed|ing)|touch(?:ing)?\s+on|go(?:ing)?\s+into"
    r"|ask(?:ing)?\s+(?:about|abt)|quot(?:e|ed|ing)|reopen|dwell\s+on|hint(?:\s+at)?|admit|volunteer|leak(?:ed)?"
    r"|want\s+(?:it|that|this)\s+in\s+writing)"
)
_BANS = re.compile(
    rf"""(?xi)(?<![\w'’])(?:
      (?P<verb>{_NOT}\s+{_SPEAK})
    | (?P<none>(?:no|without|zero)\s+(?:any\s+)?mention(?:ing)?(?:\s+of)?
    | (?:say\s+|said\s+)?nothing\s+(?:about|abt|on|re\b) | not\s+a\s+(?:word|peep|whisper|sniff|hint|murmur|dicky\s?bird|syllable)(?:\s+(?:about|on|to))?
    | not\s+(?:putting\s+in\s+)?anything\s+(?:about|abt|on)
      | (?:and\s+)?not\s+(?:about|abt)(?=\s+(?:my|the\s+fact|how\s+i)) | leav(?:e|ing)\s+out | omit
      | skip(?:ping)?(?=\s+(?:over\s+)?(?:the|my|any|that|all|this)\b)
      | (?:keep|stay)\s+(?:quiet|schtum|shtum|mum|silent)\s+(?:about|on|re)?
      | (?:no|nunca|mejor\s+no)\s+(?:le\s+)?(?:digas|menciones|cuentes|hables|pongas)(?:\s+(?:q|que|de|nada|lo))*
      | pas\s+(?:dire|parler|mentionner)(?:\s+(?:que|de|du|d['’]))* | nothing\s+from\s+(?:this|that|here)
      | pas\s+un\s+mot(?:\s+(?:sur|de|à))? | ni\s+una\s+palabra(?:\s+(?:de|sobre))?
      | nem\s+uma\s+palavra(?:\s+sobre)? | nessuna\s+parola(?:\s+su\w*)? | geen\s+woord(?:\s+over)?
      | ani\s+słowa(?:\s+o)? | no\s+need\s+to\s+(?:go\s+on|harp\s+on|mention|bring|dwell)(?:\s+(?:about|on|up))?
      | keep\s+(?:\w+\s+){{0,3}}?out\s+of\s+(?:it|the|this|any)
      | leav(?:e|ing)\s+(?:\w+\s+){{1,5}}?out(?:\s+of\s+(?:it|this|the\s+\w+))?
      | without\s+(?:naming|the\s+(?:name|number|figure|amount|details?)) | steer\s+clear\s+of
      | stay\s+(?:off|away\s+from)
      | ne\s+(?:rien\s+dire|pas\s+(?:parler|mentionner|dire|évoquer))(?:\s+d[eu'’]|\s+sur)?
      | não\s+(?:falar|mencionar|dizer|referir)(?:\s+(?:d[eao]s?|n[ao]s?|nada|sobre))*
      | (?:no|sin)\s+(?:mencionar|hablar|decir|comentar|contar)(?:\s+(?:de|nada|lo|que|sobre))*
      | nada\s+(?:de|sobre)\b | nicht\s+(?:erwähnen|ansprechen|sagen|schreiben)
      | nichts\s+(?:von|über|zu|zum|zur)\b | kein\s+wort | niet\s+(?:noemen|vermelden|zeggen)
      | wag\s+(?:muna\s+|na\s+)?(?:sabihin|banggitin|i-?mention|ikwento)
      | (?:không|đừng|khỏi)\s+(?:nên\s+|được\s+)?(?:nhắc|nói|kể|đề\s+cập|ghi)(?:\s+(?:đến|tới|về|gì|ra))*
      | non\s+(?:dire|parlare|menzionare|citare)(?:\s+(?:di|del\w*|nulla))* | jangan\s+(?:sebut|bilang|bahas)
      | nie\s+(?:wspominać|mówić|pisać)(?:\s+o)?
      | make\s+(?:i|you|una)\s+no\s+(?:talk|mention|write))
    | (?P<after>(?:stays|to\s+stay)\s+out(?=\W|$) | (?:do(?:es)?n['’]?t|not\s+to)\s+come\s+into\s+it
      | not\s+going\s+in(?=\W*$)
    | (?:is\s+)?no(?:body|\s+one)['’]?s\s+(?:affair|business) | wag\s+na(?=\W*$) | not\s+for\s+(?:this|here|now
      |them)(?=\W*$)
    | nothing\s+from\s+(?:this|that|it)\s+(?:goes|to\s+go)\s+\w+
    | (?:that|it|this|eso|ça|das|which)\s+(?:no\s+hace\s+falta\s+decirlo|needn['’]?t\s+be\s+said
      |is\s+not\s+for\s+\w+) | keep\s+(?:it|that|this)\s+out | (?:they|she|he|nobody|no\s*one
      |\w+)\s+(?:do(?:es)?n['’]?t\s+need\s+to|mustn['’]?t|must\s+not|needn['’]?t|should\s?n['’]?t|should\s+not
      |is\s+not\s+to|are\s+not\s+to)\s+(?:know|be\s+told|hear|find\s+out)(?:\s+(?:that|it|this|about\s+(?:it|that
      |this)))? | (?:that|this|it)(?:['’]s|\s+is)\s+(?:strictly\s+)?confidential | (?:save|park)\s+(?:it
      |that)(?=\s*(?:[.,;!]|$|for\s+(?:later|now|another))) | (?:pls\s+|please\s+)?(?:dont|don['’]t
      |do\s+not)\s+put(?:\s+(?:it|that|this))?(?=\s*(?:[.,;!]|$|in\b)) | ask\s+later | not\s+now | leave\s+(?:it
      |that|this|them)(?:\s+(?:out|off|be|there|alone))?(?=\W|$) | (?:that|this|it|which)\s+(?:stays?|must\s+stay
      |is\s+to\s+stay)\s+(?:in\s+this\s+room|here|between|with\s+(?:me|us)) | stays?\s+(?:in\s+this\s+room
      |between\s+(?:us|you))
      | (?:strictly\s+)?between\s+(?:us|you\s+and\s+me|ourselves|these\s+walls|the\s+two\s+of\s+us)
      | off\s+the\s+record
      | keep\s+(?:it|that|this|them|schtum|mum)\s+(?:to\s+(?:myself|yourself|ourselves)|quiet
        |between\s+\w+(?:\s+and\s+\w+)?|private|secret|confidential|under\s+\w+\s+hat|in)
      | not\s+(?:for|in|into)\s+(?:the|this|any|my|public|a)\s*(?:e-?mail|mail|message|note|letter|thank[\s-]?you
        |card|consumption|follow[\s-]?up|this|draft|text|record|writing|publication|sharing|circulation)
        | not\s+(?:in\s+writing|on\s+paper|for\s+(?:print|sharing|repeating|repetition|repeat|quoting))
        | (?:strictly\s+|highly\s+|very\s+)?(?:confidential(?:ly)?|embargo(?:ed)?|hush[\s-]hush|in\s+confidence
        |under\s+(?:nda|wraps)|not\s+(?:public|announced)(?:\s+yet)?|unannounced|secret|top\s+secret)
      | for\s+my\s+(?:eyes|ears|own\s+\w+)(?:\s+only)? | shh+ | 🤫+
      | don['’]?t\s+(?:quote|breathe)\s+(?:me|a\s+word)(?:\s+on\s+\w+)? | vertraulich | unter\s+uns
      | en\s+confianza | entre\s+nous | confidentiel(?:lement)? | entre\s+nós | giữ\s+(?:kín|bí\s+mật)
      | private(?:!+|\s*$|\s*[.)]))
    )(?!\w)"""
)
_POINTS_BACK = re.compile(
    r"(?i)^(?:\s+(?:it|that|this|them|those|these|any\s+of\s+(?:it|that|this)|obviously|yet|please|pls|again|anywhere"
    r"|at\s+all|of\s+course|though|up|out|for\s+now|to\s+(?:anyone|anybody|\w+)|in\s+(?:the|any)\s+\w+|here|obvs|lol"
    r"|ofc|ever|outside|further|on|down|either|bit|part|one|muna|now|goes\s+anywhere|again|nhé|nha|hein|ok"
    r"|tho)\b)*\W*$"
)
_CONTENT = re.compile(r"[^\W\d_]{2,}|\d+")
_LEANS_BACK = re.compile(
    r"(?i)^(?:that|that's|thats|it|it's|its|this|which|not|no|being|so|and|embargoed|can|he|she)\b"
)
_BAN_LABEL = re.compile(
    rf"(?i)^\W*(?:{_NOT}\s+{_SPEAK}|no\s+mention(?:\s+of)?|don['’]?ts?|do\s+nots?|not\s+for\s+(?:the\s+)?\w+"
    rf"|leave\s+out|keep\s+out|avoid|off\s+limits|do\s+not\s+use|taboo|not\s+to\s+use|skip|nicht\s+erwähnen"
    rf"|no\s+(?:decir|mencionar)|ne\s+pas\s+dire|não\s+(?:falar|dizer)|không\s+nói)\W*$"
)


@dataclass(frozen=True, slots=True)
class Ban:
    """One order to leave something out: where the order stands and where the matter stands, as offsets in the notes."""

    start: int
    end: int
    matter: tuple[tuple[int, int], ...]
    spoken: bool


def find(segments: Sequence[Segment]) -> Iterator[Ban]:
    """Every order to leave something out, with the words that it shuts out."""
    for index, segment in enumerate(segments):
        if segment.form == "boilerplate" or segment.form == "header":
            continue
        if segment.label and _BAN_LABEL.match(segment.label):
            yield Ban(segment.start, segment.end, ((segment.start, segment.end),), True)
            continue
        reach = 0
        for match in _BANS.finditer(segment.text):
            if match.start() < reach or _past_tense(segment.text, match):
                continue
            ban = _ban(segments, index, match)
            reach = ban.end - segment.start
            yield ban


_PAST = re.compile(r"(?i)(?:^|\b(?:i|she|he|they|we)\s+)(?:did|was|were|had)\s*n?['’]?\s*t?\s*$")


def _past_tense(text: str, match: re.Match[str]) -> bool:
    """`I told him not to say ...` or `they could not mention` report; they do not order."""
    head = text[max(0, match.start() - 30) : match.start()]
    if match.group("verb"):
        return bool(
            re.search(
                r"(?i)\b(?:i\s+(?:said|say|told|tell|would|'d|can|could)\s+\w{0,4}\s*(?:i\s+|i['’]d\s+)?"
                r"|asked\s+(?:me\s+)?(?:why|if|how).*|patients?\s+|customers?\s+|clients?\s+|kids?\s+|who\s+)$",
                head,
            )
        ) and not re.search(r"(?i)\b(?:told|asked)\s+me\s*$", head)
    return bool(_PAST.search(head))


def _ban(segments: Sequence[Segment], index: int, match: re.Match[str]) -> Ban:
    segment = segments[index]
    text = segment.text
    _, stop = clauses.sentence(text, match.start(), match.end())
    left, right = clauses.clause(text, match.start(), match.end())
    leads = bool(re.match(r"\s*[:=–—]|\s-\s", text[match.end() :])) and stop - match.end() > 4
    backward = (bool(match.group("after")) and not leads) or bool(_POINTS_BACK.match(text[match.end() : right]))
    if re.search(
        r"(?i)bring\s+(?:it|that|this|them)|want\s+(?:it|that|this)|(?:it|that|this|them)\s+out\b|writ\w+\s+(?:it"
        r"|that|this)",
        match.group(),
    ):
        backward = True
    if not backward:
        begin = match.start()
        return Ban(
            segment.start + begin, segment.start + stop, ((segment.start + match.end(), segment.start + stop),), True
        )
    begin = left if len(text[left : match.start()].split()) <= 3 else match.start()
    matter = _before(segments, index, match, left)
    return Ban(
        segment.start + begin,
        segment.start + max(right, match.end()),
        matter,
        not match.group("after") or _spoken(match),
    )


def _spoken(match: re.Match[str]) -> bool:
    """True where the words tell somebody to leave something out; `confidential` alone only says what it is."""
    return not re.match(
        r"(?i)(?:strictly |highly |very )?(?:confidential|vertraulich|private|between|shh|🤫|off the record|entre"
        r"|unter uns|en confianza|entre nous|in confidence|hush|secret|top secret|unannounced|not public|under nda|🤫)",
        match.group(),
    )


def _before(segments: Sequence[Segment], index: int, match: re.Match[str], left: int) -> tuple[tuple[int, int], ...]:
    """What a backward ban shuts out: its own clause, the one before, or the sentence before where it stands alone."""
    segment = segments[index]
    own = segment.text[left : match.start()] + segment.text[match.end() : match.end() + 80]
    pieces = [piece for piece in clauses.pieces(segment.text) if piece[1] <= max(left, match.start())]
    ahead = len(_CONTENT.findall(segment.text[: match.start()]))
    if ahead < 2 and len(_CONTENT.findall(own)) < 4:
        return _sentence_before(segments, index)
    found = [(left, clauses.clause(segment.text, match.start(), match.end())[1])]
    if len(_CONTENT.findall(segment.text[left : match.start()])) >= 3 and not _LEANS_BACK.match(segment.text[left:]):
        return tuple((segment.start + a, segment.start + b) for a, b in found)
    for start, end in reversed([piece for piece in pieces if piece[1] <= left]):
        found.append((start, end))
        words = segment.text[start:end]
        if len(words.split()) >= 4 and not _LEANS_BACK.match(words):
            break
    return tuple((segment.start + a, segment.start + b) for a, b in found)


def _sentence_before(segments: Sequence[Segment], index: int) -> tuple[tuple[int, int], ...]:
    segment = segments[index]
    if (
        index == 0
        or segments[index - 1].line not in (segment.line, segment.line - 1)
        or segments[index - 1].form == "heading"
    ):
        return ()
    same = [
        other
        for other in segments[max(0, index - 4) : index]
        if other.line == segment.line and other.label and other.label == segment.label
    ]
    found = same or [segments[index - 1]]
    return tuple((other.start, other.end) for other in found)
