"""Where the application stands on the day of reading: awaiting, silent, rejected or offer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.brief import Status
from assistant.reading.segments import Segment
from assistant.reading.wordlist import words

_REJECTED = re.compile(
    r"""(?xi)(?<!\w)(?:
      ^\W*(?:a\s+)?no\s+from\s | it'?s\s+a\s+no(?!\s+brainer)(?:\s+(?:for|from|this))?
      | (?:was|were|am|i'?m|been|be)\s+(?:\w+\s+)?(?:unsuccessful|rejected|not\s+(?:selected|chosen|successful
        |shortlisted)|turned\s+down|passed\s+over)
    | (?:they'?ve|they|she|he|have|has|had|we'?ve|we|panel|who'?ve|and)\s+(?:\w+\s+)?(?:gone|went|going|go
      |decided\s+to\s+go)\s+(?:for|with|another|ahead\s+with)\s+(?:\w+\s+){0,2}?(?:someone|somebody|another|other
      |the\s+other|a\s+different|an?\s+internal|internal|candidate|person|different)
    | (?:not|won'?t)\s+(?:be\s+)?(?:mov(?:e|ing)|tak(?:e|ing)|progress\w*|proceed\w*|go(?:ing)?
      |bring(?:ing)?)\s+(?:\w+\s+){0,3}?(?:forward|further|ahead|with\s+(?:your|my)|application|to\s+the\s+next)
    | did\s?n[o']?[o']?t\s+(?:get|make)\s+(?:it|the\s+(?:job|role|post|position|cut|gig|place))
    | not\s+(?:get|got)\s+the\s+(?:job|role|post|position)
    | not\s+to\s+(?:offer|proceed|progress|take|move|appoint) | regret\s+to | (?:has|have)\s+been\s+filled | pipped
    | (?:they|she|he)\s+said\s+no(?=\s*(?:[.,;!:)]|$|to\s+me|in\s+the\s+end)) | (?:it\s+)?won['’]t\s+be\s+you
    | (?:we['’]ve|they['’]ve|have|has)\s+appointed\s+(?:a|an|the|someone|somebody|another)\s
    | sorry,?\s+not\s+this\s+time | not\s+this\s+time
    | (?:post|role|job|position|it|officer|\w+er)\s+(?:has\s+|'s\s+)?gone\s+to\s+(?:someone|somebody|another
      |the\s+other|an?\s+internal) | got\s+(?:a|the|my)\s+(?:rejection|no\b|knock-?back|ding|refusal)
    | (?:rejection|regret|decline)\s+(?:e-?mail|letter|call|message|note)
    | (?:strong|stronger|another|other|preferred|more\s+experienced|better)\s+candidates?\s+(?:\w+\s+)?(?:was|has
      |been|got|accepted|whose|who|with)
    | (?:offered|gave|given)\s+(?:it|the\s+(?:job|role|post|position)|(?:it|the\s+\w+)\s+to)\s*(?:to\s+)?(?:someone
      |somebody|another|the\s+other|an?\s+internal|one\s+of)
    | chose\s+(?:someone|somebody|another|the\s+other) | turned\s+me\s+down
    | (?:they|she|he|company)\s+rejected\s+me | rejected\s+(?:today|yesterday|me|after|by\s+(?:e-?mail|phone|post))
    | unfortunately\W+(?:\w+\W+){0,12}?(?:not|another|other|someone|unable) | on\s+this\s+occasion | no\s+luck
    | i\s+came\s+second | second\s+choice | runner[\s-]?up | narrowly\s+missed | missed\s+out
    | absage | abgesagt | abgelehnt | leider\W+(?:\w+\W+){0,10}?(?:nicht|anderen?) | refus[ée]e?\b
    | candidature\s+n'a\s+pas | pas\s+(?:été\s+)?retenue? | un\s+autre\s+candidat | rechazad[oa]
    | no\s+(?:fui|he\s+sido|me)\s+(?:\w+\s+)?(?:seleccionad[oa]|eligieron|cogieron|escogieron)
    | otr[oa]\s+candidat[oa] | não\s+(?:fui|passei) | outr[oa]\s+candidat[oa]
    | không\s+(?:trúng|được\s+(?:chọn|nhận)|đậu) | từ\s+chối
    | non\s+(?:sono|hanno)\s+(?:stat[oa]\s+)?(?:scelt[oa]|selezionat[oa]) | afgewezen | niet\s+geworden
    | nie\s+dostał[ae]?m
    | dem\s+don\s+(?:pick|choose|take)\s+(?:another|person|somebody)
    )"""
)
_NOT_REAL = re.compile(
    r"(?i)\b(?:if|unless|in\s+case|whether|when|even\s+if|until|what\s+if|might|may|could|would|scared|afraid|worried"
    r"|hope|suppose|either\s+way|last\s+(?:year|time)|in\s+20\d\d|previously|before|years?\s+ago|back\s+in"
    r"|earlier\s+this\s+year)\b[^.;!?]{0,45}$"
)
_ELSEWHERE = re.compile(
    r"(?i)\b(?:other|elsewhere|another\s+(?:company|firm|job|place|process)|different\s+(?:company|firm|job)"
    r"|competing|also\s+have|also\s+got|backup|plan\s+b|separate|rival|deadline|must\s+answer|need\s+to\s+(?:answer"
    r"|decide|reply)|they\s+want\s+(?:my\s+)?answer|expires?"
    r"|counter|i\s+(?:already\s+)?(?:rejected|declined|turned\s+down)|bank|firm)\b"
)
_OFFER = re.compile(
    r"""(?xi)(?<!\w)(?:
      (?P<who>[\w'’&.-]+(?:\s+[\w'’&.-]+)?)\s+(?:(?:has|have|had|just|then|already|actually|even|'ve
        |’ve)\s+)*(?:offered|gave|made)\s+(?:me|us|it\s+to\s+me)\s+(?:\w+\s+){0,3}?(?:job|role|post|position|offer
        |contract|place|spot|gig)
    | ^\W*(?:an?\s+|got\s+an?\s+)?offer\s*!+ | ^\W*(?:i\s+|so\s+|omg\s+)*(?:just\s+)?got\s+it\b(?!\s+(?:wrong|right
      |down|back|out|done|working|to|from|sorted
      |in|for|when|after)) | ^(?:\W|so\s|well\s)*(?P<giver>[A-Z][\w'’&.-]*(?:\s+[A-Z][\w'’&.-]*)*)\s+(?:have\s+
      |has\s+)?offered\W*$ | i\s+do\s+accept
    | (?:i\s+)?got\s+(?:the\s+job|the\s+offer|the\s+role|an\s+offer|a\s+(?:verbal|written|formal)\s+offer|the\s+gig
      |offered\s+(?:it|the\s+\w+)) | i\s+got\s+it\W*(?:$|[!.,]) | (?:the\s+)?job\s+is\s+mine
      | i'?ve\s+(?:been\s+offered|got\s+the\s+job)
    | (?:was|been|am)\s+offered\s+the\s+(?:job|role|post|position)
    | offer\s+(?:letter|is\s+in|arrived|came\s+(?:in|through)|received)
    | (?:pleased|delighted|happy)\s+to\s+(?:offer|make\s+you|be\s+able\s+to\s+offer)
    | they\s+(?:'ve\s+|have\s+|just\s+)?(?:offered|want\s+me\s+(?:to\s+start|for\s+the\s+job)) | it'?s\s+a\s+yes
    | they\s+said\s+yes | zusage\s+(?:bekommen|erhalten) | me\s+han\s+ofrecido\s+el | me\s+ofrecieron\s+el
    | on\s+m'a\s+proposé\s+le\s+poste | recebi\s+a\s+proposta | trúng\s+tuyển
    )"""
)
_PRONOUNS = words("they they've theyve she he hr who and then them it we manager director boss has have just")


def find(notes: str, segments: Sequence[Segment], today: date, decision_by: date | None) -> Status:
    """Rejected or offered where the notes say so of the target; silent where the stated time is past; else awaiting."""
    if any(_tells(segment, _REJECTED) for segment in segments):
        return "rejected"
    if any(_offers(segment, segments) for segment in segments):
        return "offer"
    if decision_by is not None and decision_by < today:
        return "silent"
    return "awaiting"


_OUTCOME = re.compile(r"(?i)outcome|result|decision|answer|status|verdict|ergebnis|resultado|résultat|kết\s+quả")
_PLAIN_NO = re.compile(
    r"(?i)^\W*(?:no|nope|rejected|unsuccessful|declined|absage|nein|non|não|trượt|negative)(?=\W|$)(?!\s+(?:news|date"
    r"|answer|reply|idea|word|decision|info|word|later|response))"
)


def _tells(segment: Segment, pattern: re.Pattern[str]) -> bool:
    """True where a segment states it as a fact about this application, not as a fear, a plan or another matter."""
    if segment.form == "boilerplate":
        return False
    if _OUTCOME.search(f"{segment.label or ''} {segment.owner or ''}") and _PLAIN_NO.match(segment.text):
        return True
    for match in pattern.finditer(segment.text):
        head = segment.text[: match.start()]
        if not _NOT_REAL.search(head) and not _ELSEWHERE.search(segment.text[: match.end()]):
            return True
    return False


def _offers(segment: Segment, segments: Sequence[Segment]) -> bool:
    if segment.form == "boilerplate" or _ELSEWHERE.search(f"{segment.label or ''} {segment.text}"):
        return False
    for match in _OFFER.finditer(segment.text):
        who = match.group("who") or match.group("giver")
        if not _NOT_REAL.search(segment.text[: match.start()]) and _is_target(who, segment, segments):
            return True
    return False


def _is_target(who: str | None, segment: Segment, segments: Sequence[Segment]) -> bool:
    """They, she and he are the target; a named giver is when the notes name it before, near their beginning."""
    if who is None:
        return True
    last = who.split()[-1]
    if last.lower().rstrip("'’") in _PRONOUNS or not last[0].isupper():
        return True
    return segment.line == 0 or any(last in other.text for other in segments[:6] if other.start < segment.start)
