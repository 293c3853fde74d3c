"""How, when, whom and what to write: what the employer asked for and what candidates tell themselves.

Each rule is a pattern with the kind of instruction that it shows. The words kept are the smallest clause round the match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.brief import Channel, Instruction, InstructionKind, Person, Span
from assistant.reading import bans, clauses, injection, timeframes
from assistant.reading.segments import Segment

_CHANNELS: tuple[tuple[Channel, str], ...] = (
    ("whatsapp", r"whats\s?-?app\w*|wapp|wsp"),
    ("linkedin", r"linked-?\s?in"),
    ("portal", r"(?:\w+\s+)?portal|web\s?-?form|online\s+(?:form|system|portal)|careers?\s+(?:page|site)|candidate\s+(?:hub|home|zone|area)|applicant\s+(?:system|area)|workday|taleo|plataforma|bewerberportal"),
    ("text", r"texts?|texting|sms|txt|zalo|wechat|viber|telegram|imessage|messenger|facebook|insta(?:gram)?"),
    ("phone", r"phone(?:\s+calls?|s|d)?|calls?|calling|ring(?:s|ing)?|telephone|bell|anruf\w*|anrufen|llam\w+|appel\w*|gọi(?:\s+điện)?|ligar|telefon\w*|phoning"),
    ("letter", r"by\s+(?:post|letter)|handwritten\s+\w+|letters?\s+only|written\s+letter|per\s+post"),
    ("email", r"e-?\s?mails?|e-?mailing|mails?|mailing|correos?|courriel|thư(?:\s+điện\s+tử)?|correio|tawagan|mejl"),
)  # fmt: skip
_ANY = "(?:" + "|".join(pattern for _, pattern in _CHANNELS) + ")"
_ADDRESS = r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+"
_SPOKEN_ADDRESS = r"[\w.-]+(?:\s+dot\s+[\w-]+)*\s+(?:at|arroba)\s+[\w-]+(?:\s+(?:dot|punto|ponto)\s+[\w-]+)+"
_NUMBER = r"\+?\(?\d[\d\s().-]{7,}\d"
_WHO = r"(?:me|us|her|him|them|the\s+(?:\w+\s+){0,2}\w+|(?-i:[A-Z])[\w'’-]+(?:\s+(?-i:[A-Z])[\w'’-]+)*)"
_NO = r"(?:no|not|never|don['’]?t|dont|do\s+not|please\s+don['’]?t|doesn['’]?t|doesnt|does\s+not|dnt|avoid|without|stop|hates?|can['’]?t\s+stand|won['’]?t|refuses?\s+to|ignores?|instead\s+of|rather\s+than|hopeless\s+(?:on|with|at)|useless\s+(?:on|with|at)|rubbish\s+(?:on|with|at)|nobody|never\s+reads?|isn['’]?t\s+on|not\s+on|kein\w*|nicht|ne\s+pas|pas\s+d[e'’]|pas\s+par|não|nada\s+de|không|đừng|wag|nie|non|geen|i\s+no\s+dey)"

_NAME = "\ue003"


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: InstructionKind
    pattern: re.Pattern[str]
    forbids: bool = False
    cased: bool = False


def _rule(kind: InstructionKind, pattern: str, *, forbids: bool = False) -> _Rule:
    """A rule; one that asks for capitals runs on the text as it stands, the others on the text in lower case."""
    cased = "[A-Z" in pattern
    pattern = pattern.replace("@NAMES@", f"{_NAME}+(?:\\s+{_NAME}+)*")
    return _Rule(kind, re.compile(rf"(?x{'i' if cased else ''})(?<![\w'’-])(?:{pattern})(?!\w)"), forbids, cased)


_SAID = r"(?:(?:said|says|told\s+me|asked\s+me|asks|asked|wants?\s+me|prefers?\s+(?:me|us|you)|please|pls|plz|just|to|make\s+i|if|should|can|could|may|must|or|and|better|best)\s+(?:to\s+|you\s+|i\s+)?)?"
_RULES: tuple[_Rule, ...] = (
    # -- channel ----------------------------------------------------------------------------------------------
    _rule("channel", rf"{_NO}\s+(?:\w+\s+){{0,4}}?(?:on\s+|by\s+|via\s+|through\s+|to\s+|think\s+(?:he|she|they)\s+do(?:es)?\s+)?{_ANY}(?!\s+(?:button|centre|center|system|handling|volume|queue|quality|logs?|marketing|campaign|of|for|from|back|out|in\s+sick|it|myself|each))", forbids=True),
    _rule("channel", rf"(?:contact\s+)?only\s+(?:ever\s+)?(?:by|via|through|on|to|use|uses|takes?|answers?|reads?|accepts?|per|über|par|por|do(?:es)?|reply|contact|write)?\s*(?:\w+\s+){{0,2}}?(?:{_ANY}|{_ADDRESS})"),
    _rule("channel", rf"(?:{_ANY}|{_ADDRESS}|{_NUMBER}|texts?\s+(?:me|her|him))\s*,?\s*(?:only|or\s+nothing|exclusively|nothing\s+else|not\s+{_ANY})"),
    _rule("channel", rf"prefer\w*\s+(?:to\s+\w+\s+|a\s+|an\s+|if\s+\w+\s+|that\s+\w+\s+|by\s+|via\s+|it\s+by\s+|being\s+|communication\s+by\s+|contact\s+(?:by|via)\s+)*(?:{_ANY}|{_ADDRESS})"),
    _rule("channel", rf"(?:{_ANY}|{_ADDRESS})\s*(?:is|['’]s|s|was|are|works?|would\s+be|as)?\s*(?:always\s+|the\s+|much\s+|probably\s+|totally\s+)?(?:best|fine|better|easiest|ok(?:ay)?|preferred|quicker|quickest|good|welcome|works|perfect|ideal)(?:\s+(?:way|for\s+\w+))?(?!\s+(?:at|with|in\b))"),
    _rule("channel", rf"(?:best|easiest|quickest|fastest|better|preferred)\s+(?:way\s+|contact\s+|is\s+|to\s+(?:reach|get|contact|catch)\s+\w+\s+|reached\s+|caught\s+|just\s+)*(?:is\s+|by\s+|via\s+|on\s+|through\s+|to\s+)*(?:a\s+|an\s+)?{_ANY}"),
    _rule("channel", rf"{_SAID}(?:ring|call|phone|text|txt|whats\s?app|e-?mail|mail|message|msg|dm|ping|bell|drop|reach|contact|catch|write|reply|respond|follow\s+up|get\s+in\s+touch|get\s+hold\s+of)(?:\s+(?:to|with))?\s+{_WHO}\s*(?:\w+\s+){{0,2}}?"
                     rf"(?:direct(?:ly)?|any\s?time|after\s+\w+|before\s+(?!i\b)\w+|between\s+\w+|(?:on\s+|at\s+|to\s+|by\s+|via\s+|through\s+|over\s+|a\s+)*(?:{_ANY}|{_ADDRESS}|{_NUMBER}|monday|tuesday|wednesday|thursday|friday|mondays|mornings|the\s+\w+\s+number))"),
    _rule("channel", rf"(?:find|add|connect(?:\s+with)?|link(?:\s+up)?(?:\s+with)?|follow|look\s+\w+\s+up|hit\s+\w+\s+up)\s+(?:with\s+)?(?:{_WHO}\s+)?(?:on|via|over)\s+{_ANY}"),
    _rule("channel", rf"(?:via|through|use|using|upload\w*\s+(?:it\s+|them\s+)?(?:to|via|on)|über|por|pela|qua)\s+(?:the\s+|their\s+|our\s+|das\s+|el\s+|le\s+|o\s+)?(?:\w+\s+)?(?:portal|website|web\s?form|online\s+(?:form|system|portal)|candidate\s+(?:hub|home|zone)|bewerberportal|careers?\s+(?:page|site)|workday|taleo|app\b)(?:\s+only)?"),
    _rule("channel", rf"(?:send|write|reply|respond|message|note|contact|thank\w*|follow[\s-]*up|correspondence|questions?|communicat\w+|enquir\w+|apply|answer\s+them)\b[^.;!?\n]{{0,60}}?(?P<core>(?:by|via|per|over|through)\s+(?:{_ANY}|text\s+message))"),
    _rule("channel", rf"(?:any|all|further|every)\s+(?:\w+\s+){{0,2}}?(?:correspondence|communications?|contact|questions?|queries|enquiries|e-?mails?|mail|messages?|replies|comms|follow[\s-]*ups?)\b[^.;!?\n]{{0,70}}?(?:to|via|through|by|at)\s+(?:the\s+)?(?:{_ADDRESS}|{_ANY}|\w+\s+(?:inbox|mailbox|address|desk|office))[^.;!?\n]*"),
    _rule("channel", rf"(?:write|(?<!['’]s\s)(?:e-?mail|mail)|reply|send\s+(?:it|them|everything|questions|any\s+\w+)|correspondence|contact)\b[^.;!?\n,]{{0,40}}?\s(?:to|at|on|via|only)\s+{_ADDRESS}(?:\s+only)?"),
    _rule("channel", rf"(?:she|he|they)\s+(?:only\s+)?(?:text|texts|whatsapps?|rings?|calls?|emails?)\s+(?:me\s+)?only"),
    _rule("channel", r"(?:schreib\w*|bitte|antwort\w*|kontakt|nur)\s+(?:\w+\s+){0,3}?per\s+(?:e-?mail|mail|whatsapp|sms|telefon)|(?:por|par)\s+(?:correo|mail|e-?mail|courriel|téléphone|teléfono|whatsapp)(?=\s*(?:please|por\s+favor|svp|solo|sólo|seulement|uniquement|[.,;]|$))|(?:solo|sólo|seulement|uniquement|só|apenas|chỉ)\s+(?:\w+\s+){0,2}?(?:correo|mail|e-?mail|courriel|whatsapp|zalo|email)"),
    _rule("channel", rf"(?:\b(?:said|says|say|told\s+me\s+to|asked\s+me\s+to|should|can|could|better|best\s+to|make\s+i|to)\s+(?:just\s+|to\s+)?)(?:text|ring|call|phone|whats\s?app|message|e-?mail|mail|dm|write)\s+(?:on|via|by|over|pon|to)\s+(?:\w+\s+){{0,3}}?{_ANY}"),
    _rule("channel", r"(?:(?<=^)|(?<=[\"“'‘]))(?:aye\s+|yes\s+|just\s+|please\s+|pls\s+|or\s+|and\s+)*(?:text|ring|call|phone|whats\s?app|message|e-?mail|mail|dm|add|link|find)\s+(?:me|us|him|her|them)(?:\s+(?:pon|on|at|any|with|if|when)\s+[^.;,\n]+)?"),
    _rule("channel", rf"(?:link|ring|bell|holla|buzz)\s+(?:me|us|him|her|them|mi)\s+(?:pon|on|at|via)\s+(?:{_ANY}|{_NUMBER})"),
    _rule("channel", r"(?:should|to|better|can|please|pls|just|must|rather)\s+(?:phone|ring|call|write|e-?mail|text|message)\s*,?\s*(?:and\s+)?not\s+(?:to\s+)?(?:write|e-?mail|phone|ring|call|text|message)|(?:phone|ring|call|write|e-?mail|text)\s+(?:rather\s+than|instead\s+of)\s+\w+"),
    _rule("channel", rf"{_ANY}\s+to\s+(?:me|us|her|him|@NAMES@)\s+only|reply[\s-]all\s+(?:is\s+)?(?:fine|ok|please|only)|(?:do\s+not|don['’]?t|never|no)\s+repl(?:y|ies)\s+to\s+this\s+(?:mailbox|address|e-?mail|inbox|number)", forbids=False),
    _rule("channel", rf"(?:\w+\s+)?only\s*[:,–-]\s*(?:{_ADDRESS}|{_NUMBER})|(?:via|through|thru)\s+(?:our|the|their)\s+\w+(?:\s+\w+)?\s+only|(?:direct|send|address|forward|submit)\s+(?:anything|everything|any\s+\w+|all\s+\w+|it|them|questions)\s+to\s+(?:the\s+|our\s+)?(?:\w+\s+)?(?:mailbox|inbox|address|office|{_ADDRESS})"),
    _rule("channel", rf"(?:háblame|hablame|escr[ií]beme|escr[ií]b[ae]me|ll[aá]mame|avísame|avisame|me\s+avisa|écris-moi|écrivez-moi|appelez-moi|schreib(?:en)?\s+(?:sie\s+)?mir|rufen?\s+(?:sie\s+)?mich|me\s+escrev[ae]|me\s+lig[au]e?|nhắn|gọi)\s+(?:\w+\s+){{0,3}}?(?:por|x|par|per|qua|pelo|via|en|an)\s+(?:{_ANY}|mensaje|message|mensagem)|(?:likes|loves|answers|reads|only\s+reads|lives\s+on)\s+(?!to\b)(?:\w+\s+)?{_ANY}|letter\s+will\s+always"),
    _rule("channel", rf"nothing\s+(?:by|via|on|over|through|to)\s+{_ANY}|(?:not|never)\s+(?:by|via|on|over|per)\s+{_ANY}", forbids=True),
    _rule("channel", rf"(?:said\s+(?:to\s+)?|says\s+(?:to\s+)?|please\s+|pls\s+|just\s+|^)use\s+(?:the\s+|her\s+|his\s+|my\s+)?{_ANY}|(?:card|letter|note|call|text|e-?mail|message)\s+(?:to\s+\w+\s+)?would\s+be\s+(?:nice|good|welcome|fine|best|better|great)|(?:{_ANY}|dm)\s+is\s+how\s+(?:they|she|he)\s+[^.;,\n]+"),
    # -- person -----------------------------------------------------------------------------------------------
    _rule("person", r"(?:rout(?:e|ing)|send(?:ing)?|run|put|push|direct|channel|keep|pass|forward|go|goes|going|come|comes|coming|all|anything|everything|strictly)\s+(?:\w+\s+){0,6}?(?:through|thru|via|by\s+way\s+of)\s+(?:me|us|@NAMES@|(?:her|his|their|the|our)\s+(?:pa|assistant|secretary|office|agent|ea|clerks?)|her|him|the\s+(?:agency|recruiter|office|secretary|pa|assistant|coordinator|agent)|(?-i:[A-Z])[\w'’-]+)"),
    _rule("person", r"(?:everything|it\s+all|all\s+(?:of\s+it|contact|comms|communication|messages|thank[\s-]?yous?(?:\s+etc\.?)?|correspondence|questions))\s+(?:\w+\s+){0,3}?(?:via|through|to)\s+(?:me|us|her|him|the\s+\w+|(?-i:[A-Z])[\w'’-]+)"),
    _rule("person", r"(?:only\s+|just\s+|please\s+|pls\s+|better\s+to\s+|best\s+to\s+|should\s+|must\s+|need\s+to\s+|to\s+|can\s+|want\s+to\s+)*(?:write|reply|address(?:ed)?(?:\s+it)?|respond|msg|message(?:\s+goes)?|note(?:\s+goes)?|letter(?:\s+goes)?|e-?mail(?:\s+goes|\s+it)?|mail(?:\s+goes)?|thank[\s-]?you(?:\s+(?:note|mail|email))?(?:\s+(?:goes|to\s+go|should\s+go|must\s+go))?|send\s+(?:it|this|the\s+(?:note|e-?mail|mail|message|thank[\s-]?you|reply))|make\s+it\s+out|for\s+the\s+attention\s+of|fao|c/o)\s+(?:only\s+|straight\s+|directly\s+|back\s+)?(?:to\s+)?(?P<name>@NAMES@|her|him|the\s+(?:recruiter|agency|secretary|assistant|pa|owner|chair|head|office|coordinator|boss|manager))(?!\s+(?:the|my|a|an|some|copies|that|when|by|on|if|for|it|those|these|three|two)\b)(?:\s+(?:only|direct(?:ly)?|not\s+\w+|first|instead))*"),
    _rule("person", r"(?:say\s+)?(?:thank\s+you|thanks|message|write|note|mail|email)\b[^.;!?\n]{0,50}?\s(?:through|via|c/o)\s+(?:@NAMES@|me|her|him)"),
    _rule("person", rf"(?:please\s+|pls\s+)?(?:do\s+not|don['’]?t|dont|never|not\s+to|no\s+need\s+to|must\s+not|mustn['’]?t|should\s+not|shouldn['’]?t)\s+(?:\w+\s+)?(?:contact|write\s+to|e-?mail|approach|bother|cc|copy|message|reach\s+out\s+to|go\s+(?:direct\s+)?to|disturb|ring|call|phone|address|thank)\s+(?:@NAMES@|direct(?:ly)?|anyone|anybody|any\s+of|individual\w*|them|him|her|the\s+\w+|each|my\s+\w+)", forbids=True),
    _rule("person", r"(?:@NAMES@|panel\s+members?|members?\s+of\s+\w+\s+\w+|the\s+(?:panel|board|client|team|committee|hospital|school|interviewers?)|interviewers?|staff|masters?|managers?|doctors?|teachers?|they|she|he)\s+(?:must|should|may|can|are|is|do|does)\s*(?:not|n['’]t)\s+(?:to\s+)?(?:be\s+(?:contacted|approached|e-?mailed|written\s+to|disturbed|called|messaged)|read\s+(?:e-?)?mails?(?:\s+at\s+\w+)?)", forbids=True),
    _rule("person", r"not\s+(?:to\s+)?(?:individual\s+\w+(?:\s+of\s+\w+\s+\w+)?|the\s+(?:client|panel|board|team|school|hospital|manager|partners?)(?:\s+direct(?:ly)?)?|direct(?:ly)?\s+to\s+\w+|(?:to\s+)?(?:@NAMES@)(?:['’]s?\s+\w+(?:\s+\w+)?)?)(?=\s*(?:[.,;!)]|$|direct|please|pls))|no\s+direct\s+contact(?:\s+with\s+[^.;,\n]+)?|rather\s+than\s+(?:to\s+)?(?:the\s+client|@NAMES@)|nicht\s+an\s+\w+|not\s+(?:her|his|the)\s+(?:private|personal|own|work)\s+(?:number|e-?mail|phone|mobile|line)", forbids=True),
    _rule("person", r"(?:to\s+)?(?:cc|copy(?:\s+in)?|bcc)\s+(?:in\s+)?(?:@NAMES@|nobody|no\s+one|noone|everyone|both|hr|the\s+\w+|me|her|him)|(?:@NAMES@|hr|her|him|me)\s+(?:in|on)\s+(?:cc|copy)|keep\s+(?:@NAMES@|her|him|me|us)\s+(?:copied|in\s+the\s+loop|in\s+(?:cc|copy))"),
    _rule("person", r"(?:one|single|same|joint|separate|individual|a)\s+(?:e-?mail|message|note|mail|thank[\s-]?you)\s+(?:to|for)\s+(?:both|all|each|everyone|the\s+(?:whole\s+)?panel)|(?:bitte\s+)?(?:alles|nur)\s+(?:über|an)\s+(?:mich|uns|frau\s+\w+|herrn?\s+\w+|@NAMES@)|(?:todo|tout|tudo)\s+(?:\w+\s+)?(?:a\s+través\s+de|por|passe\s+par|através\s+d[eao])\s+\w+"),
    _rule("person", r"(?:no|never|zero)\s+(?:individual\s+|direct\s+|separate\s+|personal\s+)?(?:thank[\s-]?yous?\s+)?(?:messages?|notes?|e-?mails?|letters?|calls?|contact|approach(?:es)?|thank[\s-]?yous?)\s+(?:to|with)\s+(?:the\s+|any\s+)?(?:panel|board|team|client|staff|committee|interviewers?|members?|school|hospital|partners?|@NAMES@)[^.;,\n]*|(?:do(?:es)?n['’]?t|dont|not)\s+do\s+direct", forbids=True),
    _rule("person", r"each\s+(?:have|get|gets|to\s+(?:have|get)|needs?|wants?|deserves?)\s+(?:their|his|her|a|an|one|its)\s+\w+|pass(?:ed)?\s+(?:it\s+|this\s+|them\s+|my\s+thanks\s+|that\s+|thanks\s+)?on(?:\s+to\s+\S+)?(?=\s*(?:[.,;!)]|$|to\b))"),
    _rule("person", r"(?:via|through|thru|c/o|fao)\s+(?:her|him|me|us|@NAMES@)(?=\s*(?:[.,;!)]|$|only|please|pls|at\s+the\s+top))|@NAMES@\s+gets\s+nothing|nothing\s+to\s+@NAMES@|(?:anything|everything|all|questions)\b[^.;!?\n]{0,40}?\b(?:is\s+to\s+|must\s+|should\s+|has\s+to\s+|have\s+to\s+|needs?\s+to\s+)?(?:go(?:es)?|be\s+sent|be\s+addressed)\s+to\s+(?:@NAMES@|her|him|me|the\s+\w+)"),
    # -- timing -----------------------------------------------------------------------------------------------
    _rule("timing", r"(?:please\s+)?(?:reply|respond|confirm|get\s+back|send\s+(?:it|this|the\s+\w+))\s+(?:to\s+\w+\s+)?(?:by|before|within)\s+[^.;!?\n,]{2,30}|(?:send|email|mail|write|ring|call|post)\s+(?:it|this|them|her|him)?\s*(?:first\s+thing|not\s+too\s+(?:late|early|soon)|after\s+(?:\d+|office|work|school|hours)|during\s+\w+\s+hours|outside\s+\w+\s+hours)|(?:not|never|don['’]?t\s+(?:call|ring|text|phone|email|message|write|contact))\s+(?:\w+\s+)?(?:on\s+(?:fridays?|sundays?|saturdays?|mondays?|weekends?|the\s+weekend)|at\s+(?:the\s+)?weekends?|after\s+\d\S*|during\s+\w+|in\s+the\s+(?:evening|morning))|(?:wait|leave\s+it)\s+(?:a|another|at\s+least\s+a|\d|two|three|24)\s*(?:full\s+)?(?:day|days|hours|week|weeks)"),
    # -- content, tone, length, language, subject ---------------------------------------------------------------
    _rule("other", r"(?:keep|make|kept)\s+(?:it|this|the\s+\w+|everything|things|message|note)\s+(?:nice\s+and\s+|very\s+|really\s+|short\s+and\s+|a\s+bit\s+|super\s+|simple\s+and\s+|light\s+and\s+|plain\s+and\s+)*(?:short|light|brief|simple|formal|informal|professional|polite|friendly|casual|sweet|tight|neutral|warm|concise|respectful|cheerful|positive|to\s+the\s+point|low[\s-]key|factual|civil|classy|plain|cool|calm|human|snappy|under\s+\w+\s+\w+|to\s+\w+\s+(?:lines?|sentences?|words?|paragraphs?))(?:\s+(?:and|&|,|but)\s+\w+)?"),
    _rule("other", r"(?:just\s+)?(?:a\s+|very\s+|nice\s+|quick\s+|one\s+)*(?:short|brief|quick|two[\s-]line|three[\s-]line|one[\s-]line|five[\s-]line|formal|informal)\s+(?:\w+\s+){0,2}?(?:note|message|mail|e-?mail|msg|reply|text|letter|one|thank[\s-]?you|version)(?=\W|$)(?!\s+(?:from|arrived|came|to\s+say\s+they))"),
    _rule("other", r"(?:max(?:imum)?|no\s+(?:more|longer)\s+than|not\s+(?:more|longer)\s+than|at\s+most|under|up\s+to|only|less\s+than|limit(?:ed)?\s+(?:it\s+)?to|within)\.?\s*(?:\d+|one|two|three|four|five|six|ten|half\s+a|a)\s+(?:words?|lines?|sentences?|paragraphs?|pages?|characters?|chars)|(?:\d+|two|three|four|five|six|half\s+a)\s+(?:lines?|sentences?|paragraphs?|page|words)\s+(?:max|at\s+most|only|tops|is\s+(?:enough|plenty)|please)"),
    _rule("other", r"(?:not\s+too|nothing\s+too|not|isn['’]?t)\s+(?:long|formal|pushy|salesy|stiff|needy|desperate|gushy|chatty|cheesy|fancy|soppy|keen|heavy|casual|corporate)(?:\s+(?:or|and)\s+\w+)?|no\s+(?:beg(?:ging)?|grovel\w*|gush\w*|fluff|waffle|buzz\s?words|emojis?|attachments?|gifts?|jargon|exclamation\s+\w+|flattery|begging|essays?|sob\s+story|pressure|first\s+names?|jokes?|kisses|xs|pleading|chasing|hard\s+sell|big\s+words|links?|cv|sales\s+talk|long\s+(?:mail|e-?mail|message|letter|text|paragraphs?)s?)(?=\s*(?:[.,;!?)&]|$|pls|please|abeg|and|or|in|of|to|at\s+all))"),
    _rule("other", r"(?:i\s+)?(?:do\s*n['’]?t|don’t|dont|do\s+not|must\s?n['’]?t|never|without)\s+(?:want\s+(?:it\s+)?to\s+|wanna\s+|wanting\s+to\s+)?(?:sound(?:ing)?|seem(?:ing)?|come\s+(?:across|over)|look(?:ing)?|be|being|read)\s+(?:\w+\s+){0,3}?(?:like|as|too|pushy|desperate|needy|bitter|narky|salesy|a\s+\w+|rude|cross|annoyed|whiny|arrogant|sorry|cold|keen|grovelling|formal|stiff|begging|impatient|upset|angry|crying|moany|clingy|cocky|sad|weird|robotic|familiar|casual|corporate|fake|greedy|ungrateful|over\w*)(?:\s+[^.;!?\n,]{1,50})?"),
    _rule("other", r"(?:do\s*n['’]?t|don’t|dont|do\s+not|never|must\s+not|shouldn['’]?t|no\s+need\s+to|not\s+to)\s+(?:beg|grovel|gush|apologi[sz]e(?:\s+for\s+[^.;,\n]+)?|oversell|overdo\s+\w+|waffle|ramble|ask\s+(?:for|why|about|when)\b[^.;,\n]*|attach\s+[^.;,\n]+|promise\s+[^.;,\n]+|argue|complain|explain\s+[^.;,\n]+|thank\s+\w+\s+for\s+[^.;,\n]+|use\s+(?:his|her|their|first|my|the\s+word)[^.;,\n]*|call\s+(?:him|her)\s+(?-i:[A-Z])\w+|send\s+(?:my\s+cv|the\s+same|flowers|gifts?|attachments?|any\s+\w+)|mix\s+up\s+[^.;,\n]+|chase|push|nag|pester|over\w+|copy\s+(?:and\s+)?paste|be\s+(?:too\s+)?(?:pushy|formal|long|funny|clever|smug))"),
    _rule("other", r"(?:(?:write|reply|answer|send|mail|message|note|e-?mail|thank[\s-]?you|it|this|be|please|respond|follow[\s-]*up|written|keep|has\s+to|must|letter|all)\b[^.;!?\n]{0,40}?\s)?(?:in|en|auf|em|bằng|sa|po|na|på|i)\s+(?:proper\s+|good\s+|plain\s+|simple\s+|correct\s+|clear\s+|formal\s+|tiếng\s+)?(?:english|french|german|spanish|italian|dutch|portuguese|welsh|irish|gaelic|polish|vietnamese|arabic|japanese|mandarin|chinese|cantonese|korean|hindi|swahili|turkish|russian|ukrainian|inglés|español|castellano|français|anglais|deutsch|englisch|inglês|português|ingles|anh|việt|inglese|italiano|tagalog|filipino|catalan|catalán|galician|basque|afrikaans|danish|swedish|norwegian|finnish|hebrew|greek|thai|indonesian|malay|urdu|bengali|tamil)(?=\s*(?:please|pls|only|[.,;!?)]|$|not|because|as|since|for|pour|para|el|le|porfa|-|–|and\s+(?:short|keep)|this|por\s+favor|bitte|svp))"),
    _rule("other", r"(?:proper|good|plain|simple|correct|clean|formal)\s+(?:english|french|german|spanish|italian|portuguese|vietnamese|dutch|hochdeutsch)(?=\s*(?:[.,;!?)]|$|please|pls|this\s+time|😅|\W))|(?:make\s+i\s+|don['’]?t\s+)(?:no\s+)?forget\s+to\s+(?:write|mention|say|thank|add|include|ask)[^.;!?\n]*"),
    _rule("other", r"(?:formal|informal|semi-?formal|polite|respectful|casual|professional|friendly|warm)\s+(?:register|tone|style|language|wording|address)|(?:use|with|per|say)\s+(?:the\s+)?(?:sie|du|usted|tú|vous|tu|lei|first\s+names?|surnames?|full\s+titles?|titles?|last\s+names?|formal\s+\w+|his\s+title|her\s+title|dr|doctor|professor|san)(?=\s*(?:[.,;!?)]|$|please|not|for|with|and|form))|(?:siezen|duzen|tutear|tratar\s+de\s+usted|vouvoyer|tutoyer)|first[\s-]names?\s+(?:are\s+|is\s+)?(?:fine|ok(?:ay)?|only|basis|terms)|(?:call|address)\s+(?:him|her|me|them|the\s+\w+)\s+(?:as\s+|by\s+)?(?:his\s+|her\s+)?(?:(?-i:[A-Z])[\w.]*(?:\s+(?-i:[A-Z])\w+)?|title|surname|first\s+name|chef|sir|madam|professor|doctor)(?=\s*(?:[.,;!?)]|$|not|please|in))|british\s+spelling|us\s+spelling|american\s+spelling"),
    _rule("other", r"(?:reference|quot(?:e|ing)|cite|citing|ref|mention(?:ing)?|put|include|including|use|using|with|add(?:ing)?|state|give)\s+(?:(?:the|our|this|your|job|vacancy|my|its)\s+)*(?:\w+\s+)?(?:ref(?:erence)?s?|number|no\.?|code|id|case|requisition|[A-Z]{2,}[\w]*[/-]\S*\d\S*|[\w/-]*\d[\w/-]*)(?:\s+(?:number|no\.?|code|id))?\s*(?:\S+\s+)?(?:in|on|as|into|at)\s+(?:the\s+)?(?:subject|e-?mail|header|top|betreff|asunto|objet|title|re\s+line|heading|all)(?:\s+(?:line|header|field))?|(?:subject(?:\s+line)?|betreff|asunto|objet)\s*(?:must|should|to|needs\s+to|has\s+to|=|:)\s*[^.;!?\n]+|quot(?:e|ing)\s+(?:the\s+|our\s+|my\s+|this\s+)?(?:ref(?:erence)?|job|vacancy)?\s*(?:number|no\.?|code|id)?\s*[A-Z0-9][\w/.-]*\d[\w/-]*"),
    _rule("other", r"(?:put|quote|include|use|write|mention|state|add)\s+[^.;!?\n]{1,60}?\s+in\s+(?:the\s+)?(?:e-?mail\s+)?(?:subject|betreff|asunto|objet)(?:\s+line)?|not\s+a\s+long\s+\w+|nothing\s+(?:too\s+)?(?:long|fancy|formal|soppy)|keep\s+(?:it\s+)?to\s+[^.;!?\n]+"),
    _rule("other", r"(?:(?<=^)|(?<=[.;!?]\s)|(?<=\s-\s)|(?<=,\s)|(?<=\s–\s)|(?<=\bbut\s)|(?<=\band\s))(?:please\s+|pls\s+|also\s+|just\s+|so\s+)*(?:do\s*n['’]?t|dont|do\s+not|never|must\s?n['’]?t|no\s+need\s+to|try\s+not\s+to)\s+(?!worry|know|forget|think|have|mind|like|want|see|need|get|care|understand|do\b|be\s+(?:afraid|late)|let\b|believe|recall|remember|spray|promise|guess|shout|rush|touch|panic|wear|use\s+(?:a|it)\b|look|go\b|come|work|speak|move|fit|buy|sell|give|take|run|love|trust|really|even|usually|always|ever\b)[a-z]+[^.;!?,\n]*"),
    _rule("other", r"(?:say|put|write|word|phrase|do)\s+it\s+(?:more\s+|very\s+|nice\s+and\s+)?(?:polite(?:ly)?|nice(?:ly)?|short|formal(?:ly)?|simple|simply|plain(?:ly)?|gentl[ey]|soft(?:ly)?|properly?|well|respectful(?:ly)?)|^\W*(?:very\s+|keep\s+|nice\s+and\s+)?(?:short|brief|formal|informal|polite|light|simple|warm|friendly|plain|formel|formell|court|corto|kurz|breve|concise|respectful)(?:\s*(?:and|,|&|but|\+)\s*\w+)?\W*$|(?:prefers?|uses?|with|say|per)\s+[\"“']?(?:vous|tu|usted|tú|sie|du|first\s+names?|surnames?)[\"”']?|^\W*(?:\d|two|three|four|five|six)\s+(?:lines?|sentences?)\W*$|(?:e-?mails?|messages?|notes?|letters?|mails?)\s+of\s+(?:\w+\s+)?(?:\d+|one|two|three|four|five|six)\s+(?:lines?|sentences?|words)"),
    _rule("other", r"(?:i\s+)?(?:just\s+)?(?:want|wanna|would\s+like|like)\s+to\s+(?:say|thank|tell|congratulate)\s[^.;!?\n]*|^(?:also\s+|and\s+|so\s+)?(?:tell|thank|greet|congratulate|remind|ask)\s+(?:her|him|them|@NAMES@)\b[^.;!?\n]*|^i\s+do\s+accept[^.;!?\n]*|address\s+@NAMES@[^.;!?\n]*|[^.;!?\n]*\b(?:may|can)\s+know\b[^.;!?\n]*\bnot\s+(?:who|how|what|which|where|the)[^.;!?\n]*"),
    _rule("other", r"(?:just|only|simply)\s+(?:thank|say|ask|tell|confirm|mention|want\s+to\s+(?:thank|say|ask|tell))\b[^.;!?\n]*|(?:make\s+sure|be\s+sure|remember|don['’]?t\s+forget)\s+(?:to\s+|i\s+|you\s+|that\s+i\s+)?(?:mention|say|thank|spell|ask|include|tell|congratulate|use|put|get\s+\w+\s+name)\b[^.;!?\n]*|(?:spell|spelled|spelt)\s+(?:his|her|the|their|it|with)\b[^.;!?\n]*"),
)  # fmt: skip
_LABEL = re.compile(r"(?i)^\W*(?:register|tone|language|style|length|sprache|idioma|langue|ton|format|wording|formality|lengua|língua|ngôn\s+ngữ|voice|spelling|(?:to\s+)?say|(?:must|should)\s+(?:say|mention|include)|(?:to\s+)?(?:mention|include)|in\s+the\s+(?:e-?mail|message|note)|do|subject(?:\s+line)?)\W*$")
_WAIT = re.compile(
    r"""(?xi)(?<!\w)(?:not\s+(?:be\s+in\s+touch\s+)?(?:before|until|till) | no\s+(?:earlier|sooner)\s+than | (?:please\s+)?(?:don['’]?t|dont|do\s+not|never|no\s+need\s+to|not\s+to)\s+(?:\w+\s+){1,5}?(?:until|till|before)
    | (?:wait|hold\s+(?:off|on|fire))\s+(?:\w+\s+){0,3}?(?:until|till|for|before) | no\s+(?:contact|chas\w+|calls?|e-?mails?|messages?|follow[\s-]*ups?)\s+(?:\w+\s+){0,4}?(?:before|until|till) | nothing\s+(?:before|until|till) | (?:leave|give)\s+(?:it|me|us|them|her|him)\s+(?:\w+\s+)?(?:until|till|to)
    | (?:nobody|no\s+one)\s+\w+\s+(?:\w+\s+){0,3}?(?:before|until|till) | only\s+(?:contact|call|write|ring|email|chase|follow\s+up)\s+(?:\w+\s+)?(?:after|from|once) | (?:away|on\s+leave|on\s+holiday|unreachable|offline|not\s+(?:in|available|reachable))\s+(?:until|till)(?=[^.;]*(?:so\s+(?:don|not|no|wait|leave))) | nicht\s+vor | erst\s+(?:ab|nach) | pas\s+avant | no\s+antes\s+de[l]? | não\s+antes\s+d[eoa] | không\s+(?:\w+\s+)?trước )(?!\w)"""
)
_CONTACT = re.compile(
    r"@|\d{5}|mail|phon|\bcalls?\b|calling|\bring|\btxt|\btext|whats|wapp|linked|portal|message|\bmsg|messenger|letter|writ|repl[yi]|respon|contact|correo|courriel|courrier|thư|zalo|schreib|anruf|llam|appel|gọi|nhắn"
    r"|thank|send|rout|through|\bthru\b|\bvia\b|\bcc\b|\bcopy|direct|attention|\bfao\b|c/o|address|pass|each|individual|panel|only|website|form\b|sms|letter|post\b|ping|\bdm\b|bell|buzz|holla|link|\badd\b|find|follow|reach|touch|über|per |por |par |facebook|insta|tele|confirm|wait|bother|approach|everything|todo|tout|tudo|háblame|hablame|avis|ligar|\bapp\b|note|board|client"
)
_CONTACT_VERB = re.compile(r"(?i)\b(?:contact|call|ring|phone|e-?mail|mail|write|writing|chas\w+|follow[\s-]*up|nudge|message|text|send|in\s+touch|get\s+in\s+touch|reach|reply|hear|bother|pester|check|respond|disturb|linkedin|ask)\b")
_BACK_ON = re.compile(r"(?i)\s*(?:she|he|they|i|we|\w+)(?:['’](?:s|re|m))?\s*(?:is|are|am|s|gets?|comes?)?\s*(?:back|returns?|in)?(?:\s+from\s+\w+)?\s*(?:on|by)?\s*")
_REPORTS = re.compile(
    r"(?i)(?:\b(?:i|we|you)\s+(?:would|will|['’]?d|['’]?ll|just|always|usually|then|also|have\s+to|had\s+to|can|could|never|do|used\s+to|text|rang|ring|call|emailed|email|write|tell|say)|(?:how|what|when|whether|why|what\s+if)\s+(?:i|do|would|to|a|an|the|customers?|patients?|someone|somebody)\b.{0,40}|\b(?:customers?|patients?|parents?|clients?|guests?|residents?|subbies?|drivers?|users?|passengers?)\b.{0,25}|\b(?:i\s+said|i\s+say|i\s+told\s+\w+)\s+.{0,30})\s*$"
)
_REF = re.compile(r"(?<![\w/])(?=[\w/.-]*\d)(?:[A-Z]{1,6}[A-Z0-9]*(?:[/-][A-Z0-9]+)+|[A-Z]{2,}\d{2,}[\w-]*|\d{3,}[/-][\w/-]+|#\d{3,})(?!\w)")
_LOOSE_REF = re.compile(r"(?i)\b(?:ref(?:erence)?|vacancy|job|requisition|req|posting|case)\.?\s*(?:no\.?|number|id|code|ref)?\s*[:#]?\s*(?P<ref>(?=[\w/.-]*\d)[\w][\w/.-]*\w)")


def find(notes: str, segments: Sequence[Segment], people: Sequence[Person], today: date) -> tuple[Instruction, ...]:
    """Every instruction in the notes, in order, each with its own words and what could be read into its fields."""
    reader = _Reader(notes, segments, people, today)
    found = [*reader.bans(), *(item for segment in segments for item in reader.of(segment))]
    return tuple(_without_doubles(found))


def _without_doubles(found: list[Instruction]) -> list[Instruction]:
    """One instruction for each stretch and kind; an instruction inside a longer one of its kind goes."""
    kept: list[Instruction] = []
    for item in sorted(found, key=lambda item: (item.evidence[0].start - item.evidence[0].end, item.evidence[0].start)):
        span = item.evidence[0]
        if not any(
            other.kind == item.kind and other.evidence[0].start <= span.start and span.end <= other.evidence[0].end
            for other in kept
        ):
            kept.append(item)
    return sorted(kept, key=lambda item: (item.evidence[0].start, item.kind))


class _Reader:
    """The rules on one set of notes; its people's names are masked by one marker character, so that the rules stay the same."""

    def __init__(self, notes: str, segments: Sequence[Segment], people: Sequence[Person], today: date) -> None:
        self.notes, self.segments, self.people, self.today = notes, segments, people, today
        self.calls = {call.lower(): person for person in reversed(people) for call in _calls(person)}
        names = "|".join(re.escape(name) for name in sorted(self.calls, key=len, reverse=True)) or r"(?!)"
        self.names = re.compile(rf"(?i)(?<![\w@])(?:{names})(?!\w)(?![\w.'-]*@)")
        self.orders = injection.find(notes)

    def bans(self) -> Iterator[Instruction]:
        """Orders to leave something out."""
        for ban in bans.find(self.segments):
            if ban.spoken:
                yield self._instruction("other", self._from_label(ban), ban.end, forbids=True)

    def _from_label(self, ban: bans.Ban) -> int:
        """Where the order begins: at the label, for `Mustn't say: the lemur`."""
        whole = next((s for s in self.segments if (s.start, s.end) == (ban.start, ban.end) and s.label), None)
        return self._label_start(whole) if whole else ban.start

    def of(self, segment: Segment) -> Iterator[Instruction]:
        """The instructions of one segment."""
        if segment.form in ("boilerplate", "header") or len(segment.text) > 4000 or self._is_order_to_program(segment):
            return
        if segment.label and _LABEL.match(segment.label):
            yield self._instruction("other", self._label_start(segment), segment.end)
            return
        yield from self._waits(segment)
        masked = self.names.sub(lambda match: _NAME * len(match.group()), segment.text)
        lowered = masked.lower() if len(masked.lower()) == len(masked) else masked
        speaks_of_contact = bool(_CONTACT.search(lowered))
        for rule in _RULES:
            if rule.kind != "other" and not speaks_of_contact:
                continue
            for match in rule.pattern.finditer(masked if rule.cased else lowered):
                if not self._reported(segment, match, rule):
                    yield self._read(segment, match, rule)
        yield from self._terse(segment)

    def _is_order_to_program(self, segment: Segment) -> bool:
        return any(span.start < segment.end and segment.start < span.end for span in self.orders)

    def _terse(self, segment: Segment) -> Iterator[Instruction]:
        """`write to Philippa, short`: a short line to oneself is one instruction as a whole."""
        match = re.match(r"(?i)(?:write|reply|send|mail|message|email|text|note|thank)\b.*?,\s*(?:short|brief|formal|light|warm|polite|friendly|simple|kurz|corto|court|quick)\W*$", segment.text)
        if match and len(segment.text.split()) <= 9:
            yield self._instruction("other", segment.start, segment.end)

    def _reported(self, segment: Segment, match: re.Match[str], rule: _Rule) -> bool:
        """True where the words tell of work or of what somebody will do, rather than asking for something."""
        head = segment.text[max(0, match.start() - 50) : match.start()]
        if re.match(r"(?i)(?:said|says|told\s+me|asked|please|pls|should)\b", match.group()):
            return False
        imperative = re.match(r"(?i)(?:ring|call|phone|text|txt|whats|e-?mail|mail|message|msg|dm|ping|bell|drop|reach|contact|catch|write|reply|respond|follow|get|find|add|send)", match.group())
        if rule.kind == "channel" and imperative and re.search(r"(?i)\b(?:will|['’]ll|would|['’]d|to|gonna|i|they|she|he)\s*$", head) and not re.search(r"(?i)\b(?:me|better|best|prefers|wants|asked|us|said|says|told|want|fine|ok|easier|have)\s+(?:us\s+)?to\s*$", head):
            if re.search(r"(?i)\b(?:should|could|can|better)\s*$", head):
                return False
            return not rule.forbids or bool(re.search(r"(?i)\bi\s*$", head))
        if rule.kind in ("channel", "person") and re.search(r"(?i)\b(?:went|sent|already|was|were|rang|told|called|emailed|got|heard|came)\b[^.;]{0,25}$", head) and not rule.forbids:
            return True
        if rule.kind == "person" and re.search(r"(?i)(?:\b(?:will|i|to)|['’](?:ll|d))\s*$", head) and not re.search(r"(?i)\b(?:better|best|asked|want|wants|said|told\s+me)\s+to\s*$", head):
            return True
        if rule.kind == "other" and re.match(r"(?i)(?:please\s+|pls\s+|also\s+|just\s+|so\s+)*(?:don|do not|never|must|no need|try)", match.group()):
            return bool(re.search(r"(?i)\b(?:i\s+(?:said|say|told)|me\s*:|rule|kids|told\s+(?:him|her|them)|answered)\b", segment.text[: match.start()]))
        return bool(_REPORTS.search(head)) and rule.kind in ("channel", "person", "timing")

    def _waits(self, segment: Segment) -> Iterator[Instruction]:
        """`not before the 14th`: no contact until a day, where the words speak of contact or name a day."""
        for match in _WAIT.finditer(segment.text):
            left, right = clauses.clause(segment.text, match.start(), match.end())
            frames = timeframes.find(segment.text[match.end() : right + 20], segment.day or self.today)
            clause = segment.text[left:right]
            between = segment.text[match.end() : match.end() + frames[0].start] if frames else ""
            near = bool(frames) and (len(between) <= 8 or bool(_BACK_ON.fullmatch(between)))
            if not (_CONTACT_VERB.search(clause) or (near and match.start() <= left + 3)) or _REPORTS.search(segment.text[: match.start()][-50:]):
                continue
            day = frames[0].day if near else None
            yield self._instruction("no-contact-before", segment.start + left, segment.start + right, forbids=True, not_before=day)

    def _read(self, segment: Segment, match: re.Match[str], rule: _Rule) -> Instruction:
        start, end = match.span("core") if "core" in rule.pattern.groupindex else match.span()
        left, right = clauses.clause(segment.text, start, end)
        if rule.kind == "other" and len(segment.text[left:start].split()) > 4:
            left = start
        return self._instruction(rule.kind, segment.start + left, segment.start + right, forbids=rule.forbids, speaker=segment.speaker, said=segment.text[slice(*match.span())])

    def _instruction(
        self, kind: InstructionKind, start: int, end: int, *, forbids: bool = False, not_before: date | None = None,
        speaker: str | None = None, said: str | None = None,
    ) -> Instruction:  # fmt: skip
        text = self.notes[start:end]
        channel = _channel(said or text) if kind == "channel" else None
        return Instruction(
            kind=kind, text=text, evidence=(Span(start=start, end=end, text=text),), channel=channel, forbids=forbids,
            person=self._person(text, start, speaker) if kind in ("person", "channel", "no-contact-before") else None,
            address=_address(text) if kind in ("channel", "person") and not forbids else None,
            subject=self._subject(text), not_before=not_before,
        )  # fmt: skip

    def _person(self, text: str, start: int, speaker: str | None) -> str | None:
        """Whom the words speak of: a name in them; the speaker for `me`; for her and him the person named last before."""
        named = [person for call, person in self.calls.items() if re.search(rf"(?<!\w){re.escape(call)}(?!\w)", text.lower())]
        if named:
            return named[0].name
        if speaker and re.search(r"(?i)\b(?:me|us|mich)\b", text):
            return self._by_call(speaker)
        if re.search(r"(?i)\b(?:her|him|she|he)\b", text):
            before = self.notes[max(0, start - 400) : start].lower()
            places = [(before.rfind(call), person.name) for call, person in self.calls.items() if re.search(rf"(?<!\w){re.escape(call)}(?!\w)", before)]
            return max(places)[1] if places else None
        return None

    def _by_call(self, raw: str) -> str | None:
        raw = raw.lower()
        exact = self.calls.get(raw)
        return exact.name if exact else next((person.name for call, person in self.calls.items() if call in raw.split()), None)

    def _subject(self, text: str) -> str | None:
        if not re.search(r"(?i)subject|\bref\b|reference|quot(?:e|ing)|betreff|asunto|objet", text):
            return None
        found = _REF.search(text)
        if found:
            return found.group()
        loose = _LOOSE_REF.search(text) or _LOOSE_REF.search(self.notes)
        return loose.group("ref") if loose else None

    def _label_start(self, segment: Segment) -> int:
        at = self.notes.rfind(segment.label or "", max(0, segment.start - len(segment.label or "") - 12), segment.start)
        return at if at >= 0 else segment.start


def _calls(person: Person) -> Iterator[str]:
    """The ways notes call a person: full name, given name, family name, aliases, and the words of the name themselves."""
    yield person.name
    yield from (call for call in (person.given_name, person.family_name, *person.aliases) if call)
    yield from (word for word in person.name.split() if len(word) > 2 and word[0].isupper())


def _channel(text: str) -> Channel | None:
    if re.search(_ADDRESS, text) or re.search(_SPOKEN_ADDRESS, text):
        rest = re.sub(_ADDRESS, " ", text)
    else:
        rest = text
    for channel, pattern in _CHANNELS:
        if re.search(rf"(?i)(?<!\w)(?:{pattern})(?!\w)", rest):
            return channel
    return "email" if rest != text else "phone" if re.search(_NUMBER, text) else None


def _address(text: str) -> str | None:
    written = re.search(_ADDRESS, text)
    if written:
        return written.group().rstrip(".")
    spoken = re.search(rf"(?i)(?<!\w){_SPOKEN_ADDRESS}", text)
    if spoken:
        joined = re.sub(r"(?i)\s+(?:dot|punto|ponto)\s+", ".", spoken.group())
        return re.sub(r"(?i)\s+(?:at|arroba)\s+", "@", joined)
    number = re.search(_NUMBER, text)
    return number.group().strip() if number else None
