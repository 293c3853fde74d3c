"""The words by which notes name a channel, an address and a number."""

from __future__ import annotations

from assistant.brief import Channel

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
            r"phone(?!\s+app)(?:\s+calls?|s|d)?|calls?|calling|ring(?:s|ing)?|telephone|bell|anruf\w*|anrufen|llam\w+|appel\w*"
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
ADDRESS = r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+"
SPOKEN_ADDRESS = r"[\w.-]+(?:\s+dot\s+[\w-]+)*\s+(?:at|arroba)\s+[\w-]+(?:\s+(?:dot|punto|ponto)\s+[\w-]+)+"
NUMBER = r"\+?\(?\d[\d\s().-]{7,}\d"
