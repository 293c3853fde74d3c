"""What a message needs and the notes do not say, as questions to the candidate."""

from __future__ import annotations

from collections.abc import Callable

from assistant.brief import Brief, Profile, Question

_Lacks = Callable[[Brief, Profile], bool]
_NEEDS: tuple[tuple[str, str, _Lacks], ...] = (
    ("company", "Which company or organisation was the interview with?", lambda brief, profile: brief.company is None),
    ("role", "Which job was it for?", lambda brief, profile: brief.role is None),
    (
        "people",
            "Who interviewed you? A name is enough, with the title if you know it.",
     lambda brief, profile: not brief.interviewers()),
    ("interview_date", "On which day was the interview?", lambda brief, profile: brief.interview_date is None),
    (
        "topics",
            "What was one thing that they asked, showed or told you, as specific as you can?",
     lambda brief, profile: not brief.topics),
    (
        "name",
            "How should the message be signed? Your full name, please.",
     lambda brief, profile: not (profile.name or "").strip()),
)  # fmt: skip


def questions(brief: Brief, profile: Profile) -> tuple[Question, ...]:
    """One short question for each thing that a message needs and that neither brief nor profile holds."""
    return tuple(Question(field=field, question=question) for field, question, lacks in _NEEDS if lacks(brief, profile))
