"""What the place of a name says: that it is the house the interview was with, or another."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.reading import job_titles, names, organisation_names
from assistant.reading.organisation_names import Candidate
from assistant.reading.segments import Segment
from assistant.reading.wordlist import words

_TARGET_BEFORE = (
    (
        re.compile(
            r"\b(?:int[er]{0,3}v[a-z]*|int|trial|onsite|superday|spent (?:the|this|all) \w+|entretien|gesprek|rozmow\w+|audition\w*|chat\w*|call|meeting|round|screen|assessment|"
            r"job|role|position|vacancy|shift|placement|finish|entrevista|entretien|"
            r"\w*gespräch|colloquio|no)\b[^.;\n]{0,60}?(?:\b(?:with|at|for|w|in|from|en|con|avec|chez|bei|bij|mit|na|sa|w|"
            r"em|ở|tại|för|hos)|w/|@)\s+(?:the\s+|el\s+|der\s+|dem\s+|la\s+|de\s+)?$",
            re.IGNORECASE,
        ),
        4.0,
    ),
    (
        re.compile(
            r"(?:\b(?:client|company|employer|firm|organisation|organization|school|practice|shop|hotel)\s*(?:is|"
            r"was|=|:)|\bname is|\bcalled|@)\s*$",
            re.IGNORECASE,
        ),
        4.0,
    ),
    (
        re.compile(
            r"\b(?:here at|welcome to|us at|car park|office|outside|coming out|out|just come|come|back)\s+(?:at|"
            r"of|from)\s+(?:the\s+)?$",
            re.IGNORECASE,
        ),
        3.0,
    ),
    (
        re.compile(
            r"\b(?:applied to|apply to|applying (?:to|for)|joining|join|went to|visited|been to|heard from|"
            r"(?:call|email|letter|reply|rang|no|offer) from)\s+(?:the\s+)?$",
            re.IGNORECASE,
        ),
        2.5,
    ),
    (re.compile(r"\b(?:at|from|with|for|w/|bei|chez)\s+(?:the\s+)?$", re.IGNORECASE), 1.0),
)
_OTHER_BEFORE = (
    re.compile(r"\bmy\s+$", re.IGNORECASE),
    re.compile(
        r"\b(?:agency|agents?|recruiters?|rivals?|headhunters?)\s*(?:[,:(]|is|are|called)?\s*$|\bmy (?:old|last|previous|former|current|present|first|other|own)\s+(?:\w+\s+){1,2}$",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:not (?:for|in) (?:the|my|this) (?:letter|e-?mail|mail|message|note)|not to (?:be )?(?:say|said|"
        r"mention(?:ed)?|go in))\b[^\n]{0,110}$",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:through|thru|via|recruiter|agency|agent|organi[sz]er)\b[^.;\n]{0,40}\b(?:at|from|with|"
        r"of)\s+(?:the\s+)?$",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:offers?|offered|verbal)\b[^.;\n]{0,30}\b(?:from|at|by|with)\s+(?:the\s+)?$", re.IGNORECASE),
    re.compile(
        r"(?<!\bat )\b(?:last|previous|prev|old|former|current|present|own|other|prior|ex)[- ]?(?:place|job|role|"
        r"employer|"
        r"company|firm|boss|manager|team|school|ward|gig|shop|post|work|application|people|process)?\b"
        r"[^.;\n]{0,14}(?:[(,:=–—-]|\bat|\bis|\bwas|\bfrom|\bwith)\s*(?:the\s+)?$",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:turned down|turn down|leaving|leave|left|quit|rejected by|(?:also|in process|in talks|shortlisted|"
        r"interviewing|waiting|another (?:final|second|interview|round))\b[^.;\n]{0,20}\b(?:with|w/?|at|for|on)|"
        r"competing|"
        r"also got|also have|"
        r"i have|i've got|instead of|compared (?:to|with)|unlike|versus|vs\.?|fix(?:ed)? for|wey i \w+ "
        r"for)\s+(?:(?:the|la|el|an|a)\s+)?$",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:don'?t|do not|dont|not|never|no|nothing|without|nothing about|rien|nada|must ?n[o']t|mustn'?t|"
        r"avoid|leave out)\b[^.;\n]{0,50}\b(?:mention\w*|say|about|bring up|name|dire|decir|talk|know|that|NOT to "
        r"say)\b[^.;\n]{0,60}$",
        re.IGNORECASE,
    ),
)
_MINE = re.compile(
    r"\b(?:i|we|my|me|our|us|i'?ve|i'?m|i'?d|we'?d|j'ai|j'|je|mon|ma|mes|mi|mis|trabaj[eé]|trabajo|ich|mein\w*|wir|mijn|ik|eu|"
    r"meu|minha|trabalh\w+|io|mio|mia|ho lavorato|lavoro|jag|jeg|min|mitt|moj\w+|moim|pracowa\w+|em|tôi|aku|saya|nina\w*|ako|ko)\b|"
    r"\b(?:told|showed|gave|explained to)\s+(?:\w+\s+){1,2}(?:about|abt|how|the|of|re|closing|that)\b",
    re.IGNORECASE,
)
_THEIRS = re.compile(r"\b(?:they|he|she|it|they'?ve|they'?re|he'?s|she'?s|you|their|his|her)\b", re.IGNORECASE)
_WORKED = re.compile(
    r"(?:\b(?:at|for|from|with|@|chez|bei|bij|hos|presso|em|no|na|en|u|dla|sa|di|ở|tại)|\bsaid\s*[—–-])\s+(?:the\s+|la\s+|el\s+|der\s+|dem\s+|die\s+|das\s+|de\s+|het\s+)?$",
    re.IGNORECASE,
)
_TIME_AT = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|couple of|few|last|first|\bmost|half|spell|stint|apprenticeship|"
    r"years?|months?|seasons?|summers?|winters?)\W+(?:years?|yrs?|months?|seasons?|summers?|winters?|weeks?|shifts?|my time|days|nights|stint|"
    r"apprenticeship)?\s*(?:there\s+|now\s+)?(?:at|with|for|chez|bei|bij|en|in)\s+(?:the\s+)?$|"
    r"\b(?:worked|working|trained|employed|apprenticed|volunteer\w*|placement|internship|secondment|seconded|contract(?:ing)?|temping|"
    r"freelanc\w+|studied|job|career|experience|background|time|currently|presently|previously|formerly|"
    r"actualmente|actuellement|derzeit|zurzeit|momenteel|obecnie|atualmente|attualmente)\s+(?:\w+\s+)?(?:at|with|for|to|chez|bei|bij|en|in|w)\s+(?:the\s+)?$|"
    r"\b(?:current|present|previous|last|old|former|huidige|vorige|aktuelle\w*|jetzige\w*|actual|actuel\w*|ancien\w*|attuale|obecny|obecn\w+|nuvarande|"
    r"nåværende|nuværende|nykyinen|mevcut|hiện tại)\s+(?:job|work|boss|place|employer|company|werkgever|baas|arbeitgeber\w*|chef\w*|jefe|trabajo|empresa|"
    r"employeur|patron|poste|datore|lavoro|azienda|pracodawc\w+|firm\w+|arbetsgivare|arbeidsgiver|arbejdsgiver|işyerim|công ty)\s*"
    r"(?:,|is|are|at|with|=|:|es|est|ist|en|bei|chez|bij)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:int[er]{0,3}v\w*|int|trial|round|audition\w*|meeting|chat|met|saw|spoke|call|applied|come out|car park|entretien|entrevista|gespräch|gesprek|"
    r"spent|afternoon|morning|today|yesterday|last night|just|been to|back from|went|popped|visited|onsite|seen|sat|sit[- ]?down|post|vacancy)\b",
    re.IGNORECASE,
)
_IS_CALLED = re.compile(r"\bthe\s+(\w+)\s+(?:is|was|itself is)\s+(?:called\s+)?(?:the\s+)?$", re.IGNORECASE)
_OPENED = re.compile(r"^\W*(?:at|while at|when at|back at|over at)\s+(?:the\s+)?$", re.IGNORECASE)
_THEN_I = re.compile(r"[^.;\n]{0,60}?\b(?:i|we|my|our)\b", re.IGNORECASE)
_WE_DID = re.compile(r"\s*,?\s*(?:i|we)\b|\s*,?\s*\d+ (?:yrs?|years?|months?)\b|\s+\(\d", re.IGNORECASE)
_OTHER_AFTER = re.compile(
    r"[)\s]*(?:,\s*)?(?:(?:also|still|already|just|now|have|has|are|is)\s+){0,3}(?:offered|offering|paying me|pays? me|employ\w* me|waiting|chasing me|"
    r"headhunt\w*|interview\w* me|offer\b|made me|(?:has |have |had )?(?:gave|asked|invited|called|phoned) me|"
    r"want(?:s|ed)? me|(?:which )?is (?:where|my (?:current|old|last))|is my (?:current|old|last)|\(?my (?:boss|"
    r"work|job|employer|current|old)\b|\(?where i "
    r"(?:work|worked|am|was|trained)|"
    r"\(?they (?:called|offered|want|asked)|(?:don'?t|dont|doesn'?t|do not|must not|mustn'?t|can'?t|cannot) "
    r"(?:know|find|hear)|know say|(?:is|are) (?:restructuring|closing|laying|paying)|laying|pays? (?:me|more|"
    r"less)|"
    r"called (?:me )?with|came back with|rejected|fired|sacked|let me go|made me redundant|final\b|retention|"
    r"(?:have|has|had) (?:asked|offered|invited) me|interview (?:on|is|next)\b)",
    re.IGNORECASE,
)
_TARGET_AFTER = re.compile(
    r"[)\s]*(?:(?:first |second |final )?interview\b(?! on| is| next)|role\b|job\b|position\b|trial\b|audition\b|"
    r",\s*(?:for\s+)?(?:the|an?)\s+(?:[\w-]+\s+){1,4}(?:job|role|position|post|vacancy|gig|trial)\b|onsite\b|people\b|lot\b|"
    r"[-–—:]\s*(?:interview|first|second|final)|\s*portal|offered\b)",
    re.IGNORECASE,
)
_HOME = re.compile(
    r"\b(?:i'?m|i am|come|came|born|grew up|live|lived|living|moved|move|family|mother|mum|father|dad|people|commute|drive|bus|train|based|"
    r"home)\s+(?:\w+\s+)?(?:from|in|to|near)\s+$",
    re.IGNORECASE,
)
_OWN_VOICES = words("me a i myself candidate")
_STORY = re.compile(
    r"\b(?:told|walked|took|showed)\s+\w+\s+(?:\w+\s+)?(?:about|abt|through|of)\s+(?:the\s+|my\s+|our\s+)?$",
    re.IGNORECASE,
)
_STORY_AFTER = re.compile(
    r"\s+(?:redesign|project|migration|launch|case|rollout|refit|job|contract|account|campaign|build|work|merger|move)\b"
)
_STORY_HOUSE = re.compile(r"\s*,\s*(?:the|where|how|when|my|i|we)\b", re.IGNORECASE)
_AGENCY = words(
    "recruit recruitment recruiting talent search staffing resourcing personnel executive-search headhunters agency"
)


def weigh(notes: str, candidate: Candidate, segment: Segment, first: int, domains: dict[str, float]) -> None:
    floor = max(0, notes.rfind("\n", 0, candidate.start) + 1, candidate.start - 130)
    before, after = notes[floor : candidate.start], notes[candidate.end : candidate.end + 60].split("\n")[0]
    candidate.target += next((score for pattern, score in _TARGET_BEFORE if pattern.search(before)), 0.0)
    candidate.other += _against(notes, before, after, segment)
    if _TARGET_AFTER.match(after):
        candidate.target += 2.0
    house = _IS_CALLED.search(before)
    if house and organisation_names.is_kind(house[1]):
        candidate.target += 3.0
    found = candidate.text.split()
    if any(organisation_names.is_kind(word) for word in found[1:]) or (
        found and organisation_names.is_kind(found[0]) and len(found) > 1
    ):
        candidate.target += 1.5
    weight = domain_weight(candidate.text, domains)
    candidate.target += max(0.0, weight)
    if any(word.lower() in _AGENCY for word in found[1:]) or weight < 0:
        candidate.agency = True
        candidate.other += 4.0
    label = (segment.label or "").lower()
    if label in {"subject", "summary"} or (segment.line <= first + 1 and segment.form != "header"):
        candidate.target += _beside_role(notes, candidate)
    if segment.form == "heading":
        candidate.target += 1.0
    if label in {"where", "location"} and candidate.start == segment.start and re.match(r"\s*,\s*\d", after):
        candidate.target += 3.0
    if before.endswith("(") and len(found) == 1:
        candidate.target -= 1.5
    if segment.line > first + 1 and re.match(r"\s*,\s*[a-z]", after) and _beside_role(notes, candidate) == 2.7:
        candidate.target += 1.5
    if re.search(r"\b(?:in|near|to|up at|around|over in)\s+(?:the\s+)?$", before) and len(found) == 1:
        candidate.target -= 2.0


def _against(notes: str, before: str, after: str, segment: Segment) -> float:
    """What says that the organisation is one where the candidate worked or has another offer from."""
    score = 0.0
    if any(pattern.search(before) for pattern in _OTHER_BEFORE):
        score += 3.0
    if _OTHER_AFTER.match(after):
        score += 3.5
    if _STORY.search(before) and (_STORY_AFTER.match(after) or _STORY_HOUSE.match(after)):
        score += 3.0
    sentence = re.split(r"[.!?;]\s", before)[-1]
    mine = [match.start() for match in _MINE.finditer(sentence)]
    theirs = [match.start() for match in _THEIRS.finditer(sentence)]
    own = (bool(mine) and mine[-1] >= max(theirs, default=-1) - 12) or (
        not theirs and re.search(r"\bmy\b", segment.label or "", re.IGNORECASE)
    )
    asked = _ASKED.search(sentence, mine[-1] if mine else 0)
    said = (segment.speaker or "").lower() in _OWN_VOICES and segment.form == "turn"
    if _HOME.search(before):
        return score
    if (_WORKED.search(before) and (((own or said) and not asked) or _WE_DID.match(after))) or (_TIME_AT.search(sentence) and not asked) or (_OPENED.match(sentence) and _THEN_I.match(after) and not asked):
        score += 3.0
    return score


def _beside_role(notes: str, candidate: Candidate) -> float:
    """What a headline says that sets the name beside a job ("Rosebank Lodge, deputy home manager")."""
    line_start = notes.rfind("\n", 0, candidate.start) + 1
    line_end = notes.find("\n", candidate.end)
    line_end = len(notes) if line_end < 0 else line_end
    following = [
        piece
        for piece in organisation_names.PIECE.split(notes[candidate.end : min(line_end, candidate.end + 90)])
        if piece.strip()
    ]
    before = [
        piece
        for piece in organisation_names.PIECE.split(notes[max(line_start, candidate.start - 90) : candidate.start])
        if piece.strip()
    ]
    if following and _holds_job(following[0]):
        return 2.7
    if before and re.search(r"\b(?:interview|trial|round|visit|call|assessment)\w*\b", before[-1], re.IGNORECASE):
        return 2.5
    return 2.5 if before and _holds_job(before[-1]) else 1.0


def _holds_job(piece: str) -> bool:
    return any(job_titles.is_head(word) for word in re.findall(r"[\w/&'’-]+", piece))


def beside_person(notes: str, candidate: Candidate, ends: Mapping[int, str], segment: Segment) -> None:
    """ "Lettie from the Old Creamery", "Tamsin (producer, Saltgate Playhouse)", a signature: whose house it is."""
    before = notes[max(0, candidate.start - 60) : candidate.start]
    match = re.search(
        r"(?:\s+(?:from|of|at|@|with)\s+(?:the\s+)?|\s*\([^()\n]{0,45}[,@]\s*(?:at\s+)?|\s*[|]\s*(?:[^|\n]{2,40}[|"
        r",]\s*)?|\s*,\s*(?:[^,\n]{2,30}\s*(?:,|\bat)\s*(?:the\s+)?)?)$",
        before,
    )
    part = ends.get(candidate.start - len(match[0])) if match else None
    if part == "recruiter" and any(
        word.lower() in _AGENCY or (organisation_names.is_kind(word) and word.lower() == "partners")
        for word in candidate.text.split()
    ):
        candidate.other += 3.0
        candidate.agency = True
    elif part == "recruiter":
        candidate.other += 1.0
    elif (
        part == "interviewer" and match and (match[0].strip()[:1] != "," or re.search(r"\bat\s*(?:the\s*)?$", match[0]))
    ):
        candidate.target += 3.0
    elif part == "other" and match and match[0].strip()[:1] not in {",", "|"}:
        candidate.other += 1.5
    if (segment.label or "") == "Signature" and not candidate.agency:
        candidate.target += 2.0


def domain_weight(text: str, domains: dict[str, float]) -> float:
    """What the addresses in the notes say about an organisation of this name."""
    key = organisation_names.compact(text)
    for domain, weight in domains.items():
        if len(domain) >= 3 and (
            (domain.startswith(key) and len(key) >= 4)
            or (key.startswith(domain) and len(domain) >= 4)
            or (domain in key and len(domain) >= 5)
            or key == domain
        ):
            return weight
        initials = "".join(word[0] for word in re.findall(r"\w+", names.fold(text)))
        if len(domain) >= 3 and initials == domain:
            return weight
    return 0.0
