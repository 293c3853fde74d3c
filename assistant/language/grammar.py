"""What a tidied fragment is (noun phrase, clause, question) and how to make it stand in a sentence.

Nothing here adds a content word; it restores the small words that notes leave out (articles), and puts questions
into the order they have inside a sentence. What does not fit a known pattern is refused.
"""

from __future__ import annotations

from assistant.language.articles import with_article
from assistant.language.plurals import with_plurals
from assistant.language.questions import indirect, is_question, wh_is_whole
from assistant.language.shapes import is_clause, is_cut_off, is_noun_phrase

__all__ = [
    "indirect",
    "is_clause",
    "is_cut_off",
    "is_noun_phrase",
    "is_question",
    "wh_is_whole",
    "with_article",
    "with_plurals",
]
