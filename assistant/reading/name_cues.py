"""What speaks for and against each candidate name being a person, and which part that person had."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.reading import job_titles, names
from assistant.reading.name_mentions import Mention
from assistant.reading.wordlist import words

_MET = re.compile(
    r"(?:\b(?:met|meet|meeting|saw|(?:went )?to see|seen by|spoke (?:to|with)|spoken (?:to|with)|speaking (?:to|"
    r"with)|talked (?:to|with)|chat(?:ted)? (?:to|with)|interview(?:ed)? (?:by|with|w/?)|"
    r"interviewers?|panel(?: of \w+)?|panell?ists?|board|present|sat (?:down )?with|call with|zoom with|screen "
    r"with|with|w/|w|int w/?|conversation with|shown round by|recibió|entrevist\w+|conocí a|con|avec|mit|"
    r"grilled by|quizzed by|hosted by|introduced to|opposite|\d+[.)]|round \d|then|first|second|third|"
    r"final(?:ly)?|after that|also|plus|next|last)"
    r"[:,]?|\d\))\s*(?:the\s+|his\s+|her\s+|their\s+|both\s+|boss\s+|just\s+|with\s+|was\s+|by\s+|miss\s+|"
    r"lovely\s+|one\s+)*$",
    re.IGNORECASE,
)
_STRONG_MET = re.compile(
    r"\b(?:met|saw|went to see|seen by|spoke (?:to|with)|spoken (?:to|with)|talked (?:to|with)|chat(?:ted)? (?:to|"
    r"with)|interview(?:ed)? (?:by|with|w/?)|interviewers?|panel(?: of \w+)?|panell?ists?|board|sat (?:down "
    r")?with|call with|"
    r"zoom with|screen with|with|w/|w|int w/?|recibió|round \d)[:,]?\s*(?:the\s+|boss\s+|miss\s+|both\s+|just\s+)*$",
    re.IGNORECASE,
)
_KIN = re.compile(
    r"\b(?:my)\s+(?:\w+\s+)?(?:friend|mate|buddy|pal|cousin|brother|sister|bro|sis|wife|husband|partner|"
    r"fianc[eé]e?|boyfriend|girlfriend|mum|mom|mam|dad|mother|father|aunt(?:ie)?|uncle|flatmate|housemate|"
    r"roommate|"
    r"neighbour|neighbor|nan|gran|old boss|ex[- ]boss|former boss|former manager|old manager|ex[- ]colleague|"
    r"former colleague|colleague|line manager|boss|manager|mentor|coach|teacher|therapist|referee|tutor)\s*,?\s*$|"
    r"\b(?:referred by|referral from|put forward by|introduced by|recommended by|tip from)\s+(?:my\s+\w+\s+)?$",
    re.IGNORECASE,
)
_CHILD_OR_PET = re.compile(
    r"\b(?:(?<!his )(?<!her )(?<!their )(?<!s )(?:son|daughter)|kid|kids|child|toddler|baby|twins|dog|cat|puppy|kitten|horse|pony|hamster|rabbit|parrot|"
    r"goldfish|boat|car|van|song|film|reader|machine|printer|robot|server|cow|bull|"
    r"tractor)\s*,?\s*(?:is\s+)?(?:called\s+|named\s+)?$|"
    r"\b(?:walk|walking|feed|feeding|pick up|collect|drop off|babysit)\s+$",
    re.IGNORECASE,
)
_CHILD_AFTER = re.compile(
    r"(?:'s|’s)?\s+(?:to|from|at)\s+(?:the\s+)?(?:vet|nursery|school|playgroup|daycare|swimming|football|ballet|"
    r"creche|crèche|kindergarten)\b|\s+(?:woke|crying|barking|barked|is barking|needs? a (?:walk|wee))",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"\b(?:ask for|receptionist|report to|signed in (?:with|by)|greeted by|let in by|on the door)\s*,?\s*$",
    re.IGNORECASE,
)
_DESK_AFTER = re.compile(
    r"\s*,?\s*(?:(?:at|on|in|from)\s+(?:the\s+)?(?:reception|front desk|security|door|gate)|\(\s*reception(?:ist)?\b)",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"\b(?:replac(?:ing|es?)|previous|predecessor|taking over from|covering for|cover for|instead of|since|leaver|"
    r"like|named after|founded by|founder|owned by|author)\s*,?\s*(?:\w+\s+)?$",
    re.IGNORECASE,
)
_GONE_AFTER = re.compile(
    r"(?:'s|’s)?\s+(?:maternity|paternity|cover|shoes|replacement|old job|left\b|is leaving|was leaving|retir)|"
    r"\s*,?\s*who (?:left|retired|i'?d replace|i would)",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"\b(?:told|tell|ask|asked|thank|thanks|email|e-mail|mail|ring|rang|call|phone|text|message|msg|write to|"
    r"send(?: it| them| this)? to|to send|sent|send|cc|reply to|contact|ping|dm|owe|promised|gave|give|show|"
    r"showed|impressed|for|to|from|by|and|said|says)"
    r"\s+$",
    re.IGNORECASE,
)
_HELPS = re.compile(r"\b(?:his|her|their|the)\s+(?:pa|p\.a\.|secretary|assistant|ea)\s*,?\s*$", re.IGNORECASE)
_HELPS_AFTER = re.compile(
    r"[^.;,\n]{0,25}\b(?:did the paperwork|paperwork only|only (?:to|did|for)|just (?:popped|sat in|said hi|waved|"
    r"took notes|did the (?:forms|minutes))|did the (?:flowers|tea|coffee|minutes|notes)|"
    r"(?:just )?(?:took|wrote|taking|writing) (?:the |down )?(?:notes|minutes)|minutes only|minute[- ]tak\w+|"
    r"only (?:organi[sz]ed|arranged|booked)|signed me in|gave me (?:a |my )?(?:badge|lanyard|visitor)|"
    r"showed me (?:in|out|to)|let me in|(?:made|brought|fetched|poured) (?:the |me |us )?(?:some |a )?(?:tea|coffee|biscuits|cuppa|cup)|"
    r"couldn'?t (?:come|make|join)|could not (?:come|make|join)|didn'?t (?:come|join|show|make)|did not (?:come|"
    r"join|show)|was (?:off|away|ill|sick|on leave|not there)|absent|no show|apologies|in the end didn'?t)\b",
    re.IGNORECASE,
)
_SESSION = re.compile(
    r"\b(?:screen|interview|round|call|stage|session|onsite|chat|exercise|presentation|with (?:him|her|them) "
    r"and)\b[^:.\n]{0,25}(?::|\band|[-–])\s*$",
    re.IGNORECASE,
)
_GREETED = re.compile(
    r"\b(?:hi|hello|hey|dear|morning|afternoon|evening|hola|bonjour|thanks|regards|cheers|best)[,!]?\s+$", re.IGNORECASE
)
_VISITOR = re.compile(
    r"\b(?:fella|fellow|lassie|guy|kid|someone|somebody|lady|chap|lad|girl|woman|man|bloke|colleague|gentleman|one|"
    r"person|boy|kid called|(?:someone|somebody|guy|lady|woman|man|chap|bloke|girl|lad|boy|person) (?:called|"
    r"named))\s*,?\s*(?:there\s*,?\s*|too\s*,?\s*|also\s*,?\s*)?$",
    re.IGNORECASE,
)
_ASSESSED = re.compile(
    r"\s*(?:,\s*who\s+)?(?:\([^()\n]{0,60}\)\s*)?(?:(?:then|also|really|just|kind of|was|were|first|even|still|"
    r"kept|did|both|wey|quickly|mostly|never)\s+){0,2}"
    r"(?:asked|asks|ask|asking|said|says|say|saying|told|tells|tell|wanted|wants|want|liked|likes|loved|explained|"
    r"explains|showed|shows|show|mentioned|mentions|nodded|laughed|laughs|smiled|talked|talks|spoke|gave|took|"
    r"walked|joined|led|ran|runs|chaired|"
    r"interviewed|grilled|pushed|pressed|probed|quizzed|worried|worries|admitted|promised|offered|wrote|scribbled|"
    r"read|seemed|looked|thought|thinks|reckoned|reckons|believes|suggested|noticed|agreed|described|raised|"
    r"confirmed|added|replied|answered|cares|hates|needs|needed|interested|keen|impressed|curious|quiet|friendly|"
    r"lovely|tough|nice|warm|opened|closed|started|finished|demoed|drew|sketched|stressed|emphasi[sz]ed|"
    r"clarified|challenged|dug|focused|focussed|flagged|hinted|cracked|rang|called|emailed|texted|messaged|quería|"
    r"preguntó|dijo|me|a demandé|fragte|cut in|chipped in|came)\b",
    re.IGNORECASE,
)
_SPOKE = re.compile(
    r"\s*(?:then |also |just )?(?:asked|asks|wanted to know|showed me|walked me|laughed|laughs|nodded|smiled|grilled|told me|"
    r"interviewed me|pressed|reckons|reckoned)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\s*(?:is|was|has|had|will|would|can|could|does|did|do|dey|don|wan|goes|went|comes|gets|got|'ll|’ll|'s|’s|"
    r"leads|heads|manages|works|sits|lives|left|retired|swims|knows|likes|referred|put|passed|sent|owns|plays|"
    r"makes|says|greet|greets)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"\b(?:in|at|near|on|via|using|of|into|around|outside|between|over|across|onto|through|called|use|used|uses|"
    r"learn|know|knows)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_THE = re.compile(r"\b(?:the|a|an|our|their|this|that|these|some|any|no|new|old|every)\s+$", re.IGNORECASE)
_RECRUITS = re.compile(
    r"\b(?:recruiter[\w-]*|agency|agent|headhunter|recruitment consultant|coordinator|coordinated by|arranged by|"
    r"scheduled by|set up by|booked by|organi[sz]ed by)\s*,?\s*(?:is\s+|was\s+|called\s+|by\s+)?[:=–-]?\s*$",
    re.IGNORECASE,
)
_FROM_ORG = re.compile(r"\s+(?:from|at|of|with)\s+(?:the\s+)?")
_HEAD = re.compile(r"\s*(?::|[-–—]\s|->|→|=)")
_ORG_AFTER = re.compile(
    r"\s*(?:&|and)\s+(?:Sons?|Co|Daughters?|Partners?|Associates|Bros|Brothers)\b|\s*&\s*[A-Z]|\s+(?:Road|Street|"
    r"St|Lane|Avenue|Square|Park|Building|House|Tower|Bridge|Centre|Center|Quay|Way|Hall|Room|Gate|Close|Drive)\b"
)
_AT = re.compile(
    r"\b(?:at|@|joining|applied to|offer from|work for|working for|worked for|employer|company|firm|organisation|"
    r"organization|client)\s*[:=]?\s+$",
    re.IGNORECASE,
)


_FUTURE = re.compile(
    r"\b(?:final|next|(?:2nd|3rd|second|third|another|last) (?:round|interview|one|stage|chat|call))\b[^.;\n]{0,24}"
    r"\b(?:with|w/|is)\s*(?:the\s+|their\s+)?(?:[A-Z]{2,4}\s+)?$|\b(?:would|will|i'd|i'll|i'm to|going to|due to|need to|have to)\s+meet\s+"
    r"(?:the\s+|their\s+|with\s+)?$",
    re.IGNORECASE,
)
_FUTURE_AFTER = re.compile(
    r"\s*(?:\([^()\n]*\)\s*)?(?:(?:prob(?:ably)?|tbc|maybe|possibly)\b|w/c\b|next (?:week|month|time)\b|when (?:he|she|they) (?:is|are|get)"
    r"[^.\n]{0,12} back)",
    re.IGNORECASE,
)
_CHAINED = re.compile(r"(?:\b(?:met|with|w|by|and|saw|plus)|w/|&|\+|:)\s*$", re.IGNORECASE)
_HELPER = re.compile(
    r"(?:pa|ea|secretary|intern|student|pupil|receptionist|porter|driver|work experience)s?", re.IGNORECASE
)
_JOINT = re.compile(
    r"(?:\s*[(\[][^()\[\]\n]*[)\]])?[)\s]*(?:\s*[,;+&/]\s*|\s+(?:and|n|y|e|i|et|und|en|och|og|plus|then|with|w/|w)\s+|"
    r",?\s*(?:and|n|then|plus|&|\+)\s+)"
    r"(?:(?:then|one|a|an|the|also|miss|with|boss|later|her|his|their|client|guy|lady|lad|girl|bloke|woman|man|chap|"
    r"young|older|other|another|colleague|son|daughter|brother|sister|wife|husband|le|la|el|der|die|il|fils|hijo|hija|"
    r"fille|sohn|tochter|called|named|someone|somebody|from|hr)\s*,?\s+)*"
)
_PANEL_AHEAD = re.compile(r"\b(?:panel|interviewers?|board|present)\s*:\s*(?:[^.;:\n]|\b\w\.){0,55}$", re.IGNORECASE)
_LEGAL_FORM = re.compile(
    r",? (?:plc|ltd|llc|llp|inc|gmbh|d\.o\.o|s\.r\.o|s\.a|hf|ehf|oy|ab|bv|nv|kft|zrt|aps)\b", re.IGNORECASE
)
_LANDSCAPE = words(
    "bay hill head point island valley beach falls creek lake mount cove green common heath moor road street "
    "lane quay harbour market lodge court square aid day house"
)


_HOUSES = words(
    "casa villa haus maison saint sankt santa stichting het the la taller centro centre grupo cidrerie hotel café cafe restaurant"
)


def weigh(notes: str, mentions: Sequence[Mention], lines: Sequence[tuple[int, int]]) -> None:
    """Fill in score, parts and titles of the mentions; `lines` holds the span of the stretch each stands in."""
    ahead = [
        job_titles.before(notes, mention.start, floor) for mention, (floor, _) in zip(mentions, lines, strict=True)
    ]
    previous: Mention | None = None
    opening = len(notes) - len(notes.lstrip())
    first_end = notes.find("\n", opening) if "\n" in notes[opening:] else 0
    for index, (mention, (floor, limit)) in enumerate(zip(mentions, lines, strict=True)):
        before = notes[max(floor, mention.start - 60) : mention.start]
        after = notes[mention.end : min(limit, mention.end + 90)]
        mention.score += _by_name(mention)
        _names_organisation(notes, mention)
        hard = limit
        limit = min(limit, _next_start(notes, mentions, ahead, index))
        if (
            previous
            and _FROM_ORG.fullmatch(notes[previous.end : mention.start])
            and names.given_sure(mention.parts[0]) < 1
        ):
            mention.score -= 3.0
        first_line = mention.start < first_end or notes[max(0, mention.start - 3) : mention.start].strip() == "="
        _read_title(notes, mention, ahead[index], (limit, hard), previous, headline=first_line)
        _by_place(mention, before, after)
        _in_list(notes, previous, mention)
        previous = mention


def _by_name(mention: Mention) -> float:
    score = 0.0
    sure = names.given_sure(mention.parts[0])
    if mention.honorific:
        score += 3.0
    if sure:
        score += 2.0 * sure
    elif len(mention.parts) > 1 and names.is_family_name(mention.parts[0]) and not mention.lower:
        score += 1.5
    elif len(mention.parts) > 1 and any(names.given_sure(part) == 1.0 for part in mention.parts[1:]):
        score += 1.0
    if len(mention.parts) in {2, 3} and sure and not mention.lower:
        score += 1.0
    low = [part.lower().rstrip(".") for part in mention.parts]
    if len(low) > 1 and low[-1].endswith("ing") and names.is_common(low[-1]) and sure < 1:
        score -= 3.0
    if (
        len(low) == 1
        and re.search(r"[a-zà-þ][A-Z]", mention.name)
        and not re.match(r"(?:Mc|Mac|De|Di|La|Le|Van|O)[A-Z]", mention.name)
    ):
        score -= 2.0
    if len(low) > 1 and low[-1] in _LANDSCAPE:
        score -= 3.0
    if any(part in names.vocabulary("things", "tools") for part in low) and sure < 1:
        score -= 4.0
    if all(part in names.vocabulary("things", "places") for part in low) or (
        low[0] in names.vocabulary("things", "places") and sure < 1
    ):
        score -= 3.0
    kinds = names.vocabulary("company", "kinds")
    if len(low) > 1 and (low[-1] in kinds or (low[0] in kinds | _HOUSES and sure < 1)):
        score -= 4.0
    return score


def _next_start(
    notes: str, mentions: Sequence[Mention], ahead: Sequence[tuple[str, int, int] | None], index: int
) -> int:
    """Where the next name (or the title before it) begins, beyond which no title of this one lies."""
    for following in range(index + 1, len(mentions)):
        between = notes[mentions[index].end : mentions[following].start]
        if not _FROM_ORG.fullmatch(between):
            title = ahead[following]
            return title[1] if title and title[1] >= mentions[index].end else mentions[following].start
    return len(notes)


def _read_title(
    notes: str, mention: Mention, ahead: tuple[str, int, int] | None, limits: tuple[int, int],
    previous: Mention | None, *, headline: bool,
) -> None:  # fmt: skip
    found = job_titles.after(notes, mention.end, *limits) or ahead
    if not found or mention.score <= -3:
        return
    if (
        found is ahead
        and previous
        and previous.title_span
        and previous.title_span[0] <= ahead[1] < previous.title_span[1]
    ):
        return
    mention.title, mention.title_span = job_titles.singular(found[0]), (found[1], found[2])
    known = mention.honorific or names.given_sure(mention.parts[0]) or names.is_family_name(mention.parts[0])
    if (
        headline
        and not known
        and (found is not ahead or len(mention.parts) > 1)
        and not re.match(r"\s*(?:[(\[]|,?\s*who\b)", notes[mention.end : mention.end + 12])
        and not _CHAINED.search(notes[max(0, mention.start - 12) : mention.start])
    ):
        mention.title = mention.title_span = None
        return
    plain = job_titles.looks_like_title(mention.title, explicit=True)
    labelled = found is ahead and not known and found[0][0].isupper() and len(mention.parts) == 1
    mention.score += 2.5 if plain and not labelled else 1.0
    mention.assess += 0.7
    if _HELPER.fullmatch(mention.title):
        mention.other += 1.5
    if job_titles.recruits(found[0]):
        mention.recruiter += 3.0
    if re.search(r"\breception", found[0], re.IGNORECASE):
        mention.other += 3.0


def _names_organisation(notes: str, mention: Mention) -> bool:
    """Whether the capitals go on with a word that makes them an organisation ("Corbel Legal", "Plinth Talent")."""
    match = re.compile(r" ([A-ZÀ-Þ][\w&.]+)").match(notes, mention.end)
    if _LEGAL_FORM.match(notes, mention.end) and not mention.honorific:
        mention.score -= 5.0
        return True
    unknown = not mention.honorific and names.given_sure(mention.parts[0]) < 1.0
    kinds = names.vocabulary("company", "kinds") | names.vocabulary("titles", "departments") | _LANDSCAPE
    if match and unknown and match[1].lower().rstrip(".") in kinds and match[1].upper() not in {"HR", "IT", "QA"}:
        mention.score -= 4.0
        return True
    return False


def _by_place(mention: Mention, before: str, after: str) -> None:
    met, strong = _MET.search(before), _STRONG_MET.search(before)
    if len(mention.parts) == 2 and not mention.lower and re.match(r"\s*(?:[,(+&/]|and\b|who\b|from\b)", after):
        mention.score += 0.5
    if re.match(r"\s+\d{1,2}\b(?!\s*(?:min|hr|am|pm|%|[A-Z]))\s*(?:,|\)|and\b)", after):
        mention.other += 3.0
    if strong:
        mention.score += 2.0
        mention.assess += 2.0
    elif met:
        mention.score += 1.0
        mention.assess += 0.5
    if _ASSESSED.match(after):
        mention.score += 2.5 if _SPOKE.match(after) else 2.0
        mention.assess += 1.0
    elif _VERB.match(after):
        mention.score += 1.0
    for pattern, score, other in ((_DESK, 1.5, 3.0), (_GONE, 0.0, 1.5), (_VISITOR, 2.0, 0.3)):
        if pattern.search(before):
            mention.score += score
            mention.other += other
    if (
        re.search(r"\b(?:his|her|their)\s+(?:sister|brother|cousin|mum|mam|mother|father|dad)\s*,?\s*$", before)
        and not mention.title
    ):
        mention.other += 1.0
    if _KIN.search(before):
        mention.score += 1.5
        mention.other += 4.0
    if _DESK_AFTER.match(after) or _GONE_AFTER.match(after):
        mention.score += 1.0
        mention.other += 3.0
    if _CHILD_OR_PET.search(before) or _CHILD_AFTER.match(after):
        mention.score -= 6.0
    if _RECRUITS.search(before):
        mention.score += 2.0
        mention.recruiter += 3.0
    if _PANEL_AHEAD.search(before):
        mention.score += 1.5
        mention.assess += 1.5
    if re.match(r"\s*\((?:tbc|tbd|maybe)\)", after):
        mention.other += 1.5
    if re.match(r"\s*(?:@|\bat|\bfrom|\bof)\s+(?:the\s+)?[A-ZÀ-Þ]", after) and mention.other == 0:
        mention.score += 0.5
        mention.assess += 0.7
    if re.search(r"\b(?:through|thru|via)\s+$", before) and re.match(r"\s+(?:at|from|of)\b", after):
        mention.recruiter += 2.5
    if _HELPS.search(before) or _HELPS_AFTER.match(after):
        mention.score += 1.0
        mention.other += 3.0
    if re.match(r"[^.;\n]{0,40}\bnot (?:assess|scor|part of|interview)", after):
        mention.other += 4.0
    if _SESSION.search(before):
        mention.score += 1.0
        mention.assess += 1.5
    if re.search(r"\b(?:St|Saint|Ste|Mt|Mount|Lake|Port)\.?\s+$", before) and not mention.honorific:
        mention.score -= 4.0
    if _FUTURE.search(before) or _FUTURE_AFTER.match(after):
        mention.other += 2.0
    if re.search(r"(?:\bis|\bwas|'s)\s+$", before) and names.given_sure(mention.parts[0]) == 1.0:
        mention.score += 1.0
        mention.assess += 0.7
    if re.search(r"\b(?:MV|HMS|SS|RV|USS|FV|ship|vessel|boat|yacht|tractor)\s+$", before):
        mention.score -= 4.0
    if re.match(r"\s*,?\s*(?:and\s+)?(?:he|she|they|who)\b", after):
        mention.score += 1.0
    if re.search(r"\bcalled\s+$", before) and not _VISITOR.search(before):
        mention.score -= 3.0
    if after.startswith("!"):
        mention.score -= 1.0
    if _GREETED.search(before) or _ADDRESSED.search(before):
        mention.score += 1.0
    _against(mention, before, after)


def _against(mention: Mention, before: str, after: str) -> None:
    full = len(mention.parts) > 1 and names.given_sure(mention.parts[0]) == 1.0
    if _ORG_AFTER.match(after) and not (full and after.lstrip().startswith("&")):
        mention.score -= 4.0
    if _AT.search(before):
        mention.score -= 4.0 if not mention.honorific else 0.0
    elif _PLACED.search(before) and not mention.title:
        mention.score -= 1.5
    if (
        re.match(
            r"\s+(?:gave|offered|made|asked|invited|wants?|rejected|is paying|pays) me (?:a|an|the|for|back|on|in|"
            r"to come|\d)",
            after,
        )
        and names.given_sure(mention.parts[0]) < 1
    ):
        mention.score -= 3.0
    if _THE.search(before) and not mention.honorific:
        mention.score -= 2.5
    if _HEAD.match(after) and (not before.strip() or before.rstrip()[-1:] in "-*•|\n"):
        mention.score += 1.0
        mention.assess += 0.5


def _in_list(notes: str, previous: Mention | None, mention: Mention) -> None:
    """A name that a list joins to the one before shares what is said of that one ("met Ana and Tom (data)")."""
    if previous is None or mention.start - previous.end > 130:
        return
    begin = max(
        previous.end, previous.title_span[1] if previous.title_span and previous.title_span[1] <= mention.start else 0
    )
    stretch = notes[
        begin : min(
            mention.start,
            mention.title_span[0] if mention.title_span and mention.title_span[0] >= begin else mention.start,
        )
    ]
    if previous.score < 2.5 or not _JOINT.fullmatch(stretch):
        return
    mention.score += 1.5
    shared = max(min(previous.assess, 2.0), min(mention.assess, 1.5))
    previous.assess = max(previous.assess, min(mention.assess, 1.5))
    mention.assess += shared
    mention.other += min(previous.other, 1.0)
    if mention.title is None and previous.title and previous.title_span and previous.title_span[0] < previous.start:
        plural = notes[previous.title_span[0] : previous.title_span[1]] != previous.title
        mention.title = previous.title if plural else None
