"""Words that tell the reader of statements what a clause is, where a table of acts would be too much."""

from __future__ import annotations

import re

FILLER = re.compile(
    r"^(?:(?:and|but|so|then|also|plus|yes(?=,? i\b)|um+|uh+|er+m?|okay|ok|right|well|anyway|yeah|like|oh|basically|actually|apparently|btw|nb|ps"
    r"|(?:later|first|next|finally)(?=,|:| (?:i|he|she|they|we|asked|told|said)\b)|since (?:then|the interview|we (?:met|spoke)|that day)|at the end(?! of)|after that|maybe|think|i think|we then|then we)\b[,:\s]*)+",
    re.I,
)
ASIDE = re.compile(
    r"^\s*(?:\([^)]*\)|,\s*(?:the|our|their|my|head|lead|senior|chief|director|manager)\b[^,]{0,40},|(?:from|in|of) [A-Z]?\w+(?= (?:asked|said|wants|wanted|showed|liked|told)))"
)
ADVERB = re.compile(
    r"^\s*(?:(?:also|then|really|mostly|mainly|just|kept|first|finally|seemed|even|both|all|always|only|clearly|immediately|later|at the end|spent ages)\s+)+",
    re.I,
)
MY_LABEL = re.compile(r"^(?:me|i|my answer|answer|a|i said|said)\s*[:=]\s*", re.I)
WISH = re.compile(
    r"^(?:(?:just|i want to|i wanna|i'd like to|want to|wan|remember to|so i want to|please|also)\s+)*(?:(?P<thank>thank) (?:him|her|them|NAME)(?: again)? for|(?:tell|let) (?:him|her|them|NAME)(?: know)?(?: that)?(?=\s+(?:i|my)\b)|(?:mention|say|add)(?: that)?(?=\s+i\b))\s+",
    re.I,
)
PAST = re.compile(
    r"\b(?:course|degree|training|qualification|apprenticeship|job|years?|yrs|last place|level \d|guilds)\b", re.I
)
HANDIWORK = frozenset(
    ["do", "make", "sing", "play", "steam", "cook", "teach", "drive", "run", "cut", "bake", "serve", "work", "prepare", "demonstrate", "read", "perform", "build", "weld", "ride", "climb", "translate", "lift", "change", "wash", "chop", "peel", "arrange", "style", "shave", "coach", "lead", "draw", "fix", "repair", "fit", "wire", "plaster", "paint", "mix", "pour", "brew", "plate", "fillet", "sew", "pin", "press", "fold", "measure", "weigh", "pack", "sort", "stack", "load"]
)
PLANS = re.compile(
    r"^(?:they(?:['’](?:re|ve|ll))?|we(?:['’](?:re|ve|ll))?|the (?:team|ward|school|shop|company|firm|office|practice|site|home|charity|club|hotel|restaurant|department|group|council|hospital|clinic|studio|theatre|museum|library|factory|plant|farm|kitchen|branch|unit|service))\s+\w+",
    re.I,
)
THERE_IS = re.compile(
    r"(?:and |so |also )?there(?:['’]s| is| are| will be|s)\s+(?=(?:a|an|some|new|\d|two|three|four)\b)", re.I
)
SOUR = re.compile(
    r"\b(?:was|were|lost|losing|leaving|left|sick|wrong|broken?|failed|failing|behind|poor|mess|complain\w*|closed|closing|problem|short|late|scared|war|fight\w*|broke|quit|sacked|fired|struggl\w*|worried|behind|badly|awful|hate|sued|debt|cuts?|damp|chose|chosen|went with|gone with|someone else|appointed|other candidate|gracious|nice|kind|friendly|lovely|polite|never|can't|don't|didn't|won't)\b",
    re.I,
)
CONTACT = re.compile(
    r"\b(?:ring|call|phone|text|email|mail|write|reply|answer|tell me|let (?:me|you|us)|get back|come back|be in touch|hear|decide|know (?:by|on|after)|offer|kept me|keep me|reckon|think|say|said|seemed|pay|liked|asked|gave me|told|introduced|interview\w*|seeing|meets?|meeting|trustees|committee|news|speak|pick|hope to|got (?:one|two|three|four|\d+) more|yes or no|laughed|nodded|smiled)\b",
    re.I,
)
TO_ME = re.compile(r"(?:showed|told|gave|walked|took|asked|let|wanted|thanked)\s+(?:me|us)\b", re.I)
NEWS = re.compile(
    r"\b(?:since then|since (?:we|i|the|that))\b.*\b(?:started|joined|won|made|run|published)\b|\b(?:since then|since (?:we|i|the|that)|just|now)\b.*\b(?:passed|finished|completed|qualified|earned|renewed|booked|gained|been awarded|got my)\b|\b(?:have|'ve) (?:since |just |now )?(?:passed|finished|completed|qualified|gained|renewed)\b",
    re.I,
)
NO_ANSWER = re.compile(
    r"^(?:he|she|they|it|that|this|nice|good|great|lovely|tough|hard|hmm+|phew|fair|tricky|\W*$)\b|\b(?:laugh\w*|nodd\w*|smil\w*|wrote (?:it|that) down|silence|good question|next question|no idea)\b|@|https?:|\b(?:will|'ll) (?:decide|ring|call|let|hear|be in touch|email)\b|\b(?:liked|loved) (?:it|that)\b",
    re.I,
)
PLEASANT = re.compile(
    r"^(?:(?:ok|okay|so|right|well|and|yes|great|lovely|good)[,.!\s]+)*(?:thanks?\b|thank you|shall we|can you hear|how are you|how was (?:your|the) (?:trip|journey|day|drive)|nice to|good to (?:meet|see)|pleased to|lovely to|welcome|hi\b|hello|good (?:morning|afternoon|evening)|(?:do you have |have you got |did you have )?any (?:other |more )?questions|is there anything|what questions|let'?s|take care|bye|goodbye|great|brilliant|perfect|excellent|no problem|of course|sure|(?:that's|that is) (?:great|good|helpful|all|fine)|tea|coffee|water|you too|same here|speak soon|we'?ll (?:be in touch|let you know)|did you find)\b",
    re.I,
)
PRACTICAL = re.compile(
    r"\b(?:trial|audition|practical|taster|demo lesson|test piece|assessment drive|work(?:ing)? interview|bench test|tryout|try-out|headset)\b",
    re.I,
)
STRANGER = re.compile(
    r"(?:(?:(?:the|one of the|some|two of the) )?(?:students?|pupils|kids|children|girls|boys|residents|patients|staff|owner|boss|chef|trustees|governors|crew|older one|younger one|others?|head|foreman)|(?:[Tt]he|[Aa]n?|[Hh]er|[Hh]is) (?:\w+ )?(?:older|younger|other|second|third|\w+) (?:man|woman|lady|guy|one|fellow|girl|lad|nurse|manager|director|owner|chef|colleague|partner|boss)|(?:(?:Mr|Mrs|Ms|Dr|M|Mme|Prof|Sr|Sra)\.?\s+)?(?!(?:Also|Then|Just|Both|Nobody|Somebody|Everyone|Not|And|But|Really|Once|Had|Was|Never|Kept)\b)(?:[B-HJ-Z]\.?(?=\s)|[A-Z][\w'’-]+)(?:\s+[A-Z][\w'’-]+)?(?:\s*\([^)]{2,30}\))?)\s+"
    r"(?=(?:also |then |just |really )?(?:askd|arsked|ask|asked|wanted|said|told|showed|liked|loved|mentioned|explained|asks|wants|says|likes|needs|quería|queria|preguntó|perguntou|m'a|a demandé|voulait)\b)"
)
MY_ANSWER = re.compile(r"(?:my (?:answer|reply)|me|a|i said|answer)", re.I)
QUESTION_OF = re.compile(
    r"(?:(?:the )?[\w.]{1,15}(?:'s|’s)? (?:second |first |third |last |big |main )?question|(?:a )?question from \w+|q\d?|they asked)",
    re.I,
)
PRAISE = re.compile(
    r"(?P<thing>\b(?:the|my|your|our|how i|how you)\b(?: [^\s,.;:]+){1,12}?) (?:was|were|is|are|had been) (?:easily |by far |one of |probably |honestly )*(?:the )?(?:(?:best|nicest|strongest|finest|clearest|cleanest|calmest|most \w+)\b|(?:excellent|brilliant|superb|outstanding|first class|spot on)\b)",
    re.I,
)
PRAISED_THING = re.compile(
    r"\b(?:the )?(?:best|nicest|strongest|finest|cleanest|neatest) (?P<thing>[a-z][\w-]*(?: [\w-]+){0,3}?) (?:(?:that )?(?:he|she|they)(?:['’](?:d|s|ve)| had| has| have)|of the (?:day|year|week|lot)|in (?:years|ages))\b",
    re.I,
)
PLANNED_THING = re.compile(
    r"(?!(?:i|he|she|they|we|you|it|my|decision|answer|result|results|reply|interview|start|contract|pay|call|second round|next)\b)(?:the |a |an |their |new )?(?:[\w'’&/-]+ ){1,5}?"
    r"(?:(?P<verb>(?:opens?|starts?|arrives?|comes?|restarts?|begins?|launch(?:es)?|goes|moves?|closes|reopens|switches|retires?)) (?:[\w'’-]+ ){0,3}?(?:in |on |from |by |next )?(?:the )?(?:new )?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|winter|easter|xmas|christmas|ramadan|diwali|eid)|opening (?:by|in|next|from) \w+|(?:from|in|by|next) (?:the )?(?:early |late |new )?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|winter|easter|xmas|christmas|ramadan|diwali|eid))\b",
    re.I,
)
ON_SUBJECT = re.compile(
    r"(?:\([^)]*\)\s*)?(?:(?:was |is )?(?:also |mainly |mostly |only |all |then |big )*)(?:on|about|abt|re|w/ questions on)\s+(?!(?:the )?(?:zoom|teams|phone|call|holiday|leave|monday|tuesday|wednesday|thursday|friday|\d))",
    re.I,
)
BUYING = re.compile(
    r"(?:is |are |was |were )?(?=(?:buying|building|opening|planning|launching|moving|hiring|starting|setting up|taking on|rebuilding|expanding|replacing|writing|running|trialling|piloting|retiring|closing|doing|bringing)\b)",
    re.I,
)
BARE_WANT = re.compile(r"(?:also |then )?(?:wants|needs|is looking for|is after)\b", re.I)
ANSWER_WITHIN = re.compile(r"\s*\((?P<bracket>[^()]{5,140})\)\s*$|\s*[:=]\s+(?P<rest>\S.{3,})$", re.S)
LED_IN = re.compile(
    r"(?:at|in|on|for|with|during|back at|when at) (?:the |my )?[\w'’&.]+(?: [\w'’&.]+){0,5}?,? (?=(?:i|we)\s+\w)", re.I
)
SEND_ME = re.compile(r"(?:please |just )?(?:send|bring|email|show|drop|get|forward) (?:me|us)\s+(?=\w)", re.I)
