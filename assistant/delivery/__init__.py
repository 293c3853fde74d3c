"""Delivery: Message -> what is copied, saved or opened in a mail program.

to_txt  plain text, with a Subject line where there is a subject; `afterword check` reads it back
to_md   Markdown in which nothing of the message is markup
to_eml  a draft for a mail program, for e-mail messages only
to_zip  all of these for a panel, in one archive
save    the same into a folder, under names that overwrite nothing
"""

from __future__ import annotations

from assistant.delivery.files import file_name, save, to_zip
from assistant.delivery.mail import to_eml
from assistant.delivery.text import to_md, to_txt

__all__ = ["file_name", "save", "to_eml", "to_md", "to_txt", "to_zip"]
