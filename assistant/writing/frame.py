"""What stands round a message: greeting, sign-off with signature, subject."""

from __future__ import annotations

from collections.abc import Sequence

from assistant import prompts
from assistant.brief import Profile
from assistant.message import Part
from assistant.writing import slots
from assistant.writing.channels import MAILED
from assistant.writing.draft import Draft
from assistant.writing.phrasing import fill

SUBJECTS = 2  # so many subjects take turns over the variants


def greeting(draft: Draft) -> Part:
    """The greeting by name, as the channel and the tone have it; a general one to an office or to nobody named."""
    frame = prompts.phrases()["frame"]["greeting"]
    reader, style, channel = draft.order.reader, draft.order.style, draft.route.channel
    if draft.route.office or reader is None:
        text = frame["office" if draft.route.office else "nobody"]
    else:
        short = {"linkedin": "linkedin", "text": "text", "whatsapp": "text"}.get(channel, style.tone)
        text = frame[short].replace("{name}", slots.call_name(reader, style.tone))
    return Part(move="greeting", sentences=(draft.sentence("greeting", text),))


def signing(draft: Draft) -> Part:
    """The sign-off and the signature: all of it in a letter, name and number in a text message, else the name."""
    profile, channel = draft.order.situation.profile, draft.route.channel
    lines = [profile.name]
    if channel in MAILED:
        lines = [_sign_off(draft), *lines, *_contact(profile, linkedin=draft.route.linkedin_welcome)]
    elif channel in {"text", "whatsapp"}:
        lines.append(profile.phone)
    sentences = tuple(draft.sentence("sign-off", line, ("profile",)) for line in lines if line)
    return Part(move="sign-off", sentences=sentences)


def _sign_off(draft: Draft) -> str:
    options = prompts.phrases()["frame"]["sign-off"]["office" if draft.route.office else draft.order.style.tone]
    return str(draft.material.picker.order(options)[0])


def _contact(profile: Profile, *, linkedin: bool) -> Sequence[str | None]:
    return (profile.phone, profile.email, profile.linkedin if linkedin else None)


def subject(draft: Draft) -> str | None:
    """The subject that says most and fits, another for each second variant; with the reference that was asked for."""
    table = prompts.phrases()["frame"]["subject"]
    options = [*table.get(draft.order.kind.id, ()), *table["any"]]
    limit = draft.order.kind.limits.max_subject_chars
    made = [text for option in options if (text := fill(option, draft.words)) and len(text) <= limit]
    if not made:
        return None
    chosen = made[(draft.order.variant - 1) % min(SUBJECTS, len(made))]
    reference = draft.route.subject
    return f"{reference}: {made[0]}" if reference and reference not in chosen else chosen
