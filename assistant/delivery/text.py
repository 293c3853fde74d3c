"""Message -> plain text and Markdown."""

from __future__ import annotations

import re

from assistant import prompts
from assistant.errors import UnknownKindError
from assistant.message import Message

MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!$&])|^(\s*)([-+=]|\d+(?=[.)]))", re.MULTILINE)
BLANK_LINES = re.compile(r"\n{2,}")


def to_txt(message: Message) -> str:
    """The message as plain text: a Subject line where it has a subject, a blank line, the body, a final newline."""
    body = message.body.strip("\n") + "\n"
    return body if message.subject is None else f"Subject: {' '.join(message.subject.split())}\n\n{body}"


def to_md(message: Message) -> str:
    """The message as Markdown: a heading, the subject, the body with its line breaks kept and its markup escaped."""
    blocks = [f"# {_escaped(_heading(message))}"]
    if message.subject is not None:
        blocks.append(f"**Subject:** {_escaped(' '.join(message.subject.split()))}")
    paragraphs = BLANK_LINES.split(message.body.strip("\n"))
    blocks += ["\\\n".join(_escaped(line.strip()) for line in block.split("\n")) for block in paragraphs]
    return "\n\n".join(blocks) + "\n"


def kind_title(kind: str) -> str:
    """The title of the kind of that id; the id itself where no such kind exists any more."""
    try:
        return prompts.kind(kind).title
    except UnknownKindError:
        return kind


def _heading(message: Message) -> str:
    title = kind_title(message.kind)
    return f"{title}: {message.recipient}" if message.recipient else title


def _escaped(line: str) -> str:
    return MARKUP.sub(_backslashed, line)


def _backslashed(match: re.Match[str]) -> str:
    if match[1]:
        return "\\" + match[1]
    return f"{match[2]}\\{match[3]}" if not match[3].isdigit() else f"{match[2]}{match[3]}\\"
