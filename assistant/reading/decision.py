"""By when they said they would decide: the stretch of time beside words of deciding, hearing or calling back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.brief import Fact, Span
from assistant.reading import mention_days, mentions, timeframes, workdays
from assistant.reading.segments import Segment
from assistant.reading.timeframes import Frame

_LABEL = re.compile(
    r"(?i)decision|decid|result|outcome|timeline|time\s*frame|timing|next\s*steps?|^next$|response|answer|reply|hear"
    r"|feedback|when\s+will|verdict|what\s+happens"
    r"|follow[\s-]*up\s+from|kết\s+quả|phản\s+hồi|entscheid|rückmeldung|bescheid|ergebnis|respuesta|resultado|decisi"
    r"|réponse|résultat|retour|décision|resposta|retorno|esito|risposta"
    r"|válasz|döntés|odpowied|wynik|svar|besked|cevap|jibu|sagot|kabar|výsled|rezultat|r[aă]spuns|odgovor|ateb|freagra"
    r"|process|they\s+(?:will|said)|back\s+to\s+me|announce"
)
_WILL = (
    r"(?:will|'ll|’ll|ll|'d|’d|d|would|gonna|going\s+to|goin\s+to|should|to|shall|might|may|can|aim(?:s"
    r"|ing)?\s+to|hop(?:e|es|ing)\s+to|plan(?:s|ning)?\s+to|want(?:s)?\s+to|tries|try|promised\s+to|n|and"
    r"|a\s+go|go|fi)"
)
_DECIDING = re.compile(
    rf"""(?xi)(?<!\w)(?:
      decid\w+ | decision\w* | deciding | verdict | result\w* | outcome\w*
      | (?:mak\w+|reach\w*|settl\w+|finali[sz]\w+)\s+(?:up\s+)?(?:their|her|his|its|a|the|our
        |an?\s+final)\s*(?:minds?|call|decision|choice|selection|pick)
    | mind\s+made\s+up
    | (?:let|lets|letting|lemme)\s+(?:me|us|every\s?one|every\s?body|all|people|candidates?|applicants?|you|u|them
      |ppl|the\s+\w+|both)\s+(?:\w+\s+)?(?:no|know|kno) | let\s+(?:\w+\s+){{1,5}}know
    | hear(?:ing|s)?(?:\s+(?:back|from|something|either|more))? | heard\s+back\s+by
    | (?:get|gets|getting|be|come|comes|coming|circle)\s+back(?!\s+(?:home|to\s+work|in\s+the\s+office|from))
    | (?:be\s+)?in\s+touch | notif\w+ | answer\w* | respon[ds]\w* | repl(?:y|ies) | feedback | news | update
    | inform\w* | contact\s+(?:me|you|us|candidates|successful|everyone|the)
    | {_WILL}\s+(?:\w+\s+)?(?:ring|call|phone|text|txt|e-?mail|mail|write|whatsapp|say|msg|message|confirm|tell
      |announce|know|choose|pick|conclude|wrap|reach|follow|send\s+(?:me|us|out)|bell|buzz|ping|drop)
    | (?:ring|call|phone|text|e-?mail|tell|write|message)s?\s+(?:to\s+)?(?:me|us|you|everyone|either\s+way|round|all
      |back) | settled | sorted | sign(?:ed)?[\s-]?off | expect(?:s|ing|ed)? (?:\s+(?:a|an|to)\b)?
    | shortlist\w* | select(?:ed|ion|ing) | offers?\s+(?:go|out|will|to\s+be|made|by|letter)
    | making\s+(?:an\s+)?offers? | make\s+(?:an?\s+|the\s+)?offers? | (?:the\s+)?next\s+(?:steps?|stage|round)
    | know\s+(?:by|in|within|inside|more|either|on|if|before) | (?:done|all)\s+and\s+dusted | (?:wrapped|sewn|tied)\s+up
    | nailed\s+down | have\s+(?:a|the|their|our)\s+(?:name|person|answer|pick)\b | make\s+(?:a|the|their|our)\s+offer
    | {_WILL}\s+(?:no|kno)(?=\s+(?:by|in|on|within|b4|before)\b)
    | timeline | time\s*frame | turn\s?around
    | (?:the\s+)?(?:panel|board|committee|partners|trustees|governors)\s+(?:\w+\s+)?(?:meets?|sits?|convenes?
      |meeting) | approv\w+ | appointing | appoint\b
    | give\s+(?:me|us|you|everyone|it)\s+(?:a|an|the|until|till) | (?:a\s+)?call\s+(?:either|on|by)
    | phone\s+call | a\s+bell | shout | word | tell\s+me | get\s+a\s+(?:call|mail|email|letter|text) | letter
    | aim(?:ing|s)?\s+(?:for|to) | settle\s+(?:it|this)
    | malalaman | tatawag\w* | sasabihin | one\s+way\s+or\s+(?:the\s+other|another) | sort\s+(?:it|this)\s+out
      | (?:we'd|we'll|we|will|'ll)\s+speak
    | ans(?:wer)?\b | (?:give\s+(?:us|them|it)|gis|gimme)
    | (?:they|she|he)\s+(?:say|says|said|reckons?|thinks?)(?=\s+(?:by\s+|on\s+|about\s+|maybe\s+
      |probably\s+)?\W?\s*$) | revert\w* | find\s+out | back\s+to\s+(?:me|us|you|everyone) | (?:talk
      |speak)\s+to\s+me | yes\s+or\s+no | offer\s*/\s*no\s+offer | sift | (?:panel|board|committee|partners|trustees
      |governors)\s+reconven\w+ | tell\s+mi | hear\s+fr\w+
    | bescheid | rückmeldung | entscheid\w* | meld\w* | antwort\w* | zusage | ergebnis\w*
    | réponse | décision | décider\w* | résultat\w* | rappel\w* | recontact\w* | revien\w*\s+vers | revenir\s+vers
    | tiendr\w+ | tenir\s+au\s+courant | répond\w* | retour
    | respuesta | decisi[oó]n | decid[ei]\w* | resultados? | avis[ae]\w* | contest[ae]\w* | respond\w* | me\s+dicen
    | llam[ae]\w* | dirán
    | resposta | retorno | decis\w+ | lig(?:am|ar|ará)\w* | kết\s+quả | trả\s+lời | phản\s+hồi | báo | thông\s+báo
    | quyết\s+định
    | risposta | decisione | f(?:ar)?anno\s+sapere | esito | beslissing | terug\w* | laten\s+weten | besked | beslut
    | balita\w* | aabisuhan | sasabihan | da(?:dzą|dza|)\s+(?:mi\s+)?zna[ćc] | dać\s+zna[ćc] | hör\w*\s+av | återkom\w*
    | gir\s+beskjed | hører\s+fra | vender\s+tilbage | válasz\w* | értesít\w* | visszajelz\w* | dönt(?:és|en)\w* | haber\w*
    | karar\w* | dönecek\w* | jibu | matokeo | r[aă]spuns\w* | deciz\w+ | ozv\w+ | rozhodn\w+ | odpov[ěe]\w* | batay?enge
    | jawab | kabari | mengabari | javl?ja\w* | odluk\w+ | vastaus\w* | decyduj\w+
    | svar | odpowied\w* | decyzj\w* | odezw\w* | keputusan | kabar\w* | hasil
    )(?!\w)"""
)
_STRONG = re.compile(
    r"(?i)(?<!\w)(?:decid\w+|decision|let\s+(?:\w+\s+){1,5}(?:no|know)|hear(?:\s+back)?|get\s+back|come\s+back"
    r"|result\w*|outcome|notif\w+|verdict|minds?|make\s+the\s+call|either\s+way|answer|bescheid|entscheid\w*"
    r"|réponse|respuesta|resposta|kết\s+quả|rückmeldung|décision|decisi[oó]n|settled|back\s+to\s+(?:me|you|everyone"
    r"|us|candidates))(?!\w)"
)
_OWN = re.compile(
    r"(?i)(?<!\w)(?:i|i'll|i’ll|i'd|i’d|ill|id|i'm|im|i\s+am|we'll\s+send|said\s+i\w*|told\s+\w+\s+i\w*"
    r"|promised\s+(?!to\s+(?:ring|call|let|decide))|todo|to\s+do|^\W*(?:want|wanna|gonna|going|plan)\s+to|need\s+to"
    r"|have\s+to|must|remember\s+to|my\s+answer|answer\s+them"
    r"|send|drop|forward|submit|upload|prepare|chase|nudge|follow\s+up|check\s+in|them\s+an?\s+answer|thank"
    r"|ich\s+schicke|je\s+dois|tengo\s+que|gửi|enviar|envoyer|bring|attach|share\s+(?:the|my)|get\s+(?:the"
    r"|my)\s+\w+\s+(?:to|over))(?!\w)"
)
_RECEIVING = re.compile(
    r"(?i)(?<!\w)(?:(?:i|i'll|i'd|ill|id|i’ll|i['’]?m|i\s+(?:will|should|would|can|may|might|shall|get|am"
    r"|must))\s+(?:to\s+|only\s+|probably\s+|should\s+)?(?:hear|know|find\s+out|expect|have\s+(?:an?\s+"
    r"|my\s+)?(?:answer|decision|news|result)|be\s+(?:told|notified|informed|contacted)|get\s+(?:an?|the"
    r"|my)\s+(?:answer|result|call|decision|news|reply|response|email|letter|offer))"
    r"|tell(?:s|ing)?\s+me|told\s+me|give\s+us|said\s+(?:they|she|he|i'?d\s+(?:hear|know|get))|(?:they|she|he|hr"
    r"|we)(?:'ll|’ll|ll|'d|’d|d|\s+will|\s+would|\s+should|\s+want|\s+aim|\s+hope|\s+plan|\s+expect|\s+decide)"
    r"|let\s+(?:me|us|you|everyone)|(?:to|with)\s+you|(?:call|ring|inform|contact|message|tell|email|phone"
    r"|text)\s+you|i\s+asked\s+when|asked\s+about\s+(?:next|timeline|timing)|to\s+me|hear\s+back|either\s+way)(?!\w)"
)
_OTHER_MATTER = re.compile(
    r"(?i)(?<!\w)(?:start(?:s|ed|ing)?(?:\s+(?:date|in|on|by))?|to\s+see|more\s+(?:to\s+see|candidates?|people"
    r"|interviews?)|other\s+(?:candidates?|interviews?)|interview(?:s|ing)\s+(?:others?|people|until|till|on|this"
    r"|next|finish|end)"
    r"|opens?|opening|launch\w*|go(?:es)?\s+live|holidays?|on\s+leave|annual\s+leave|away|travel\w*|notice|probation"
    r"|training|shift|contract|starters?|busy|every|each|per|a\s+week|last(?:ed|s)?|took|takes?|within\s+the\s+first"
    r"|in\s+the\s+first"
    r"|got\s+it\s+down|reduced|cut|saved|ran|rolled|built|closed|delivered|years?|experience|turnover|shipped"
    r"|migrat\w+|refurb\w*|term|exam|results?\s+came|came|passed|phoned|rang|called|emailed|wrote)(?!\w)"
)
_RIVAL = re.compile(
    r"(?i)(?<!\w)(?:(?:gave|given|made|offered|offering)\s+me|verbal\s+offer|other\s+(?:offer|job|company|place|firm)"
    r"|competing|counter[\s-]?offer|offer\s+(?:from|expires?|deadline|on\s+the\s+table|runs\s+out)"
    r"|my\s+(?:other\s+)?offer"
    r"|(?:must|need\s+to|have\s+to|has\s+to|gotta|want\s+my|wants?\s+(?:an|my|the)|need\s+my)\s+(?:answer|reply"
    r"|decide|respond"
    r"|tell|let|accept|sign|decision)|deadline\s+(?:to\s+(?:answer|accept)|on\s+that)|elsewhere|other\s+process"
    r"|accept\s+by|sign\s+by|have\s+until|i've\s+until|i\s+have\s+till)(?!\w)"
)
_RIVAL_LABEL = re.compile(
    r"(?i)^\W*(?:other|others|elsewhere|rival|competing|offer|offers|other\s+\w+|personal|private|promised?|promises?"
    r"|to\s*do|todo|still\s+to\s+do|my\s+\w+|start\w*|send|deadline\s+to|action\w*|homework)\W*$"
)
_CHUNK = re.compile(
    r"(?<!\bi)(?<!\bi\.e)(?<!\be)(?<!\be\.g)[.;!?\n()]+|,\s+|\s+(?:but|because|cos|since|then|and\s+then|so\s+i"
    r"|so\s+then)\s+|\s*(?:→|->|=>)\s*|\s[-–—]\s|\s+and\s+(?=(?:i|they|she|he|we|told|said|asked)\b)"
)
_SAYS = re.compile(r"(?i)(?<!\w)(?:they|she|he|hr)\s+(?:say|says|said|reckons?|thinks?)\s+\S")
_ASKED_WHEN = re.compile(
    r"(?i)\bwhen\b.*\b(?:call|ring|phone|say|hear|know|decid\w*|result|answer|tell|back)|\b(?:hear|know"
    r"|tell\s+you)\s+(?:when|by\s+when)"
    r"|timeline|time\s*frame|next\s+steps?"
)
_THEN = re.compile(
    r"(?i)(?<!\w)(?:(?P<lead>before|by)\s+(?:then|that)"
    r"|(?:by\s+)?(?P<next>the\s+(?:(?:next|following)\s+day|day\s+after(?!\s+tomorrow)))"
    r"|(?P<same>(?:on\s+)?(?:the|that)\s+(?:very\s+)?same\s+(?:day|night|evening|afternoon))"
    r"|that\s+(?:very\s+)?(?:day|night|evening|afternoon)(?!\s+(?:after|before|of|i\b|shift))"
    r"|(?<=\bme\s)then|(?<=\bus\s)then"
    r"|(?:and\s+|&\s+)?then(?=\s+(?:(?:she|he|they|we|boss)\s+)?(?:tell|ring|call|phone|let|decide|know|['’]?ll)\b))(?!\w)"
)
_BARE = re.compile(
    r"(?i)^\W*(?:[\w.]+\s+)?(?:they|she|he|hr|we|boss|manager|[A-Z]\w+(?:\s+[A-Z]\w+)?)\s+(?:said|says|reckons?"
    r"|thinks?|thought|mentioned|quoted|talked\s+of|gave)\s+(?:it\s+(?:takes|would\s+be)\s+|about\s+|maybe\s+"
    r"|up\s+to\s+)?(?:an?|one|two|three|four|five|six|ten|\d+)\b"
    r"|^(?!.*\b(?:nothing|nobody|no|silence|since|been|its|it's|ago)\b)\W*(?:\w+\W+){0,4}(?:(?:days?|weeks?"
    r"|fortnight)\s*(?:max|tops|at\s+most|at\s+the\s+latest)\W*(?:said\s+\w+|\w+\s+said)?\W*$|(?:days?|weeks?"
    r"|fortnight)[\"”»]\W*$)"
)
_DEICTIC = re.compile(r"(?i)\b(?:tomorrow|tonight|tmrw|later\s+today)\b")
_OF_INTERVIEW = re.compile(r"(?i)(?:of|after|from)\s+(?:your|the|my|our)\s+interview")
_THIS_WEEK = re.compile(r"(?i)\bthis\s+(?:week|wk)\b|\btomorrow\b")
_QUOTED = re.compile('["“”«»]|\\b(?:said|says)\\b')
_TODAY_CUES = re.compile(r"(?i)(?<!\w)(?:called|rang|phoned|emailed|e-?mailed|wrote|texted|messaged|heard)\b")


@dataclass(frozen=True, slots=True)
class _Candidate:
    frame: Frame
    segment: Segment
    score: float
    labelled: bool


def find(notes: str, segments: Sequence[Segment], today: date, interview_day: date | None) -> Fact | None:
    """The last day of the stated decision time, as ISO date, with the words that say so; nothing where it is vague."""
    american = mention_days.month_first([mention for segment in segments for mention in mentions.find(segment.text)])
    found: list[_Candidate] = []
    for before, segment in zip((None, *segments), segments, strict=False):
        found.extend(_candidates(segment, before, today, interview_day, american))
    good = [candidate for candidate in found if candidate.score >= 2]
    if not good:
        return None
    best = max(good, key=_rank)
    frame, segment = best.frame, best.segment
    span = Span(start=segment.start + frame.start, end=segment.start + frame.end, text=frame.text)
    return Fact(id="decision", value=frame.day.isoformat(), said_by="them", evidence=(span,))


def _rank(candidate: _Candidate) -> tuple[int, date, int]:
    """Under a label of its own before the rest; then later said, then later in the notes."""
    tier = min(round(candidate.score), 3) + candidate.labelled
    return tier, candidate.segment.day or date.min, candidate.segment.start + candidate.frame.start


def _candidates(
    segment: Segment, before: Segment | None, today: date, interview_day: date | None, american: bool
) -> Iterator[_Candidate]:
    if segment.form == "boilerplate" or (segment.form == "header" and segment.label != "Subject"):
        return
    labelled = bool(segment.label and _LABEL.search(segment.label)) and not _RIVAL_LABEL.match(segment.label or "")
    asked = before is not None and bool(_ASKED_WHEN.search(before.text)) and not timeframes.find(before.text, today)
    ahead = (
        before.text[-80:]
        if before is not None and before.line == segment.line and not before.text.endswith(".")
        else ""
    )
    if not (
        labelled
        or asked
        or _DECIDING.search(f"{ahead} {segment.text}")
        or _BARE.search(segment.text)
        or _SAYS.search(segment.text)
        or _DEADLINE.search(segment.text)
    ):
        return
    base = _base(segment, today, interview_day)
    earlier = before.text if before is not None else ""
    for frame in [*timeframes.find(segment.text, base, american), *_anaphora(segment.text, earlier, base, american)]:
        if -3 <= (frame.day - base).days <= 200:
            yield _Candidate(frame, segment, _score(segment, frame, labelled, asked, ahead), labelled)


def _base(segment: Segment, today: date, interview_day: date | None) -> date:
    """The day on which it was said: of the e-mail, of the call the sentence tells of, else of the interview."""
    if interview_day is not None and _OF_INTERVIEW.search(segment.text):
        return interview_day
    if segment.day and segment.form in ("quote", "header") and (interview_day is None or segment.day >= interview_day):
        return segment.day
    told = _TODAY_CUES.search(segment.text)
    if told:
        days = [
            day
            for pattern, day in ((r"(?i)\b(?:today|this\s+(?:morning|afternoon)|just)\b", today),)
            if re.search(pattern, segment.text)
        ]
        if days:
            return days[0]
    if interview_day is None:
        return segment.day or today
    if _DEICTIC.search(segment.text) and 0 < (today - interview_day).days <= 4 and not _QUOTED.search(segment.text):
        return today
    written_later = 0 < (today - interview_day).days <= 4 and not _QUOTED.search(segment.text)
    if written_later and _THIS_WEEK.search(segment.text) and workdays.friday_of(interview_day) < today:
        return today
    return interview_day


def _anaphora(text: str, earlier: str, base: date, american: bool) -> Iterator[Frame]:
    """`she goes on leave 9 Feb, wants it settled before then`: the date named earlier, or in the sentence before."""
    match = _THEN.search(text)
    if match is None:
        return
    named = timeframes.find(text[: match.start()], base, american) or timeframes.find(earlier, base, american)
    if named:
        day = named[-1].day
        lead = (match.group("lead") or "").lower()
        if lead == "before":
            day = workdays.last_working_day_before(day)
        elif match.group("next"):
            day = workdays.add_working_days(day, 1)
        yield Frame(match.start(), match.end(), match.group(), day)
    elif match.group("same"):
        yield Frame(match.start(), match.end(), match.group(), base)


def _score(segment: Segment, frame: Frame, labelled: bool, asked: bool, ahead: str) -> float:
    """How much the words round a stretch of time say that it is the time of their decision."""
    text = segment.text
    left, right = _chunk(text, frame)
    chunk = text[left : frame.start] + " " + text[frame.end : right]
    score = 4.0 if labelled else 2.5 if asked or (_BARE.search(text) and frame.start < 40) else 0.0
    if segment.form == "header":
        score -= 2
    if segment.label and _RIVAL_LABEL.match(segment.label):
        score -= 6
    cue = _DECIDING.search(chunk)
    if cue:
        score += 4 if _STRONG.search(chunk) else 3
    elif _is_deadline(frame, chunk):
        score += 2.5
    elif not labelled and len(chunk.split()) <= 3:
        near = f"{ahead} {text[max(0, left - 70) : left]} {text[right : right + 50]}"
        score += 2.5 if _DECIDING.search(near) else 0
    if segment.form != "quote" and _OWN.search(chunk) and not _RECEIVING.search(chunk):
        score -= 5
    if _RIVAL.search(chunk) or (_RIVAL.search(text) and not cue):
        score -= 5
    if _MEETS.search(chunk) and not _STRONG.search(chunk):
        score -= 0.8
    if _OTHER_MATTER.search(chunk) and not (cue and _STRONG.search(chunk)):
        score -= 3
    if score >= 2 and re.search(r"(?i)latest|no\s+later\s+than", text[frame.start : frame.end + 18]):
        score += 2
    if _OWN_RESULT.search(chunk):
        score -= 6
    if _AFTER.search(text[: frame.start]):
        score -= 4
    if re.search(
        r"(?i)(?:start(?:s|ing|ed)?|opens?|launch\w*|go(?:es|ing)?\s+live|begin\w*|join\w*)\s+(?:in|on|from|date"
        r"|by)?\s*$",
        text[: frame.start],
    ):
        score -= 4
    return score - min(_distance(text, frame), 100) / 200


_DEADLINE = re.compile(
    r"(?i)\b(?:by|before|b4|within|inside|no\s+later|not\s+later|until|hanggang|do|bis|até|d['’]ici|sous|entro|senest|on\s+or\s+before)\b"
)
_DONE = re.compile(
    r"(?i)\b(?!need|expect|sched)[a-z]{2,}(?:ed|ing)\b|\b(?:from|cut|told|was|were|had|did|get|finish|ready|be\s+in|arrive|need|want)\b"
)


def _is_deadline(frame: Frame, chunk: str) -> bool:
    """`shel say by thurs`, `a yes or no before Easter`: a short clause with a last day in it, and no work done or due."""
    return bool(_DEADLINE.match(frame.text)) and 1 <= len(chunk.split()) <= 7 and not _DONE.search(chunk)


_MEETS = re.compile(r"(?i)\b(?:meets?|sits?|convenes?|meeting|reconven\w+)\b")
_OWN_RESULT = re.compile(
    r"(?i)\b(?:exam|test|blood|scan|my|board)\s+results?\b|\bi\s+passed\b|results?\s+(?:came|arrived|were|are\s+in)"
)
_AFTER = re.compile(
    r"(?i)(?<!\w)(?:after|since|not\s+before|from|nach|après|después\s+de|depois\s+d[eo]|sau|as\s+of|now"
    r"|it['’]?s(?:\s+now)?|last"
    r"|ago)\s+(?:the\s+)?$"
)


def _chunk(text: str, frame: Frame) -> tuple[int, int]:
    left = max((match.end() for match in _CHUNK.finditer(text, 0, frame.start)), default=0)
    after = _CHUNK.search(text, frame.end)
    return left, after.start() if after else len(text)


def _distance(text: str, frame: Frame) -> int:
    gaps = [
        frame.start - match.end() if match.end() <= frame.start else match.start() - frame.end
        for match in _DECIDING.finditer(text)
        if match.end() <= frame.start or match.start() >= frame.end
    ]
    return min(gaps, default=100)
