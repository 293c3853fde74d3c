"""What the notes say, shown so that it can be corrected, with the words of the notes on demand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from assistant.brief import Brief, Fact, Instruction, Span, Status
from assistant.ui import actions, plan
from assistant.ui.corrections import Field, Group, text_of
from assistant.ui.escape import plain
from assistant.ui.state import State

STATUSES: dict[Status, str] = {
    "awaiting": "Waiting",
    "silent": "Silence",
    "rejected": "Rejected",
    "offer": "Offer",
}
GROUPS: dict[Group, tuple[str, str, str]] = {
    "topics": ("What you talked about", ":material/forum:", "Untick what should not be mentioned."),
    "strengths": ("What speaks for you", ":material/thumb_up:", "Untick what should not be mentioned."),
    "promises": ("What you promised", ":material/handshake:", "Untick what is already done or was not said."),
    "instructions": ("What they asked for", ":material/rule:", "How, when and whom to write to."),
    "other_companies": ("Other companies", ":material/domain:", "Not the one this message is about."),
    "private": ("Kept out of every message", ":material/lock:", "Untick only what may be mentioned after all."),
}
ADDABLE: tuple[Group, ...] = ("topics", "strengths", "promises", "private")


def panel(session: State, read: Brief, brief: Brief) -> None:
    """Everything that was read; `read` as it was, `brief` as corrected."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.subheader("What your notes say", anchor=False)
        st.toggle(
            "Show their words", key="evidence", help="Shows under each entry the words of the notes it was read from."
        )
    _field(session, "company", "Company", brief.company)
    _field(session, "role", "Job", brief.role)
    left, right = st.columns(2)
    with left:
        _day(session, "interview_date", "Interview", brief.interview_date)
    with right:
        _day(session, "decision_by", "They decide by", brief.decision_by)
    st.segmented_control(
        "Where it stands",
        list(STATUSES),
        default=brief.status,
        format_func=STATUSES.__getitem__,
        required=True,
        key=f"status-{brief.status}",
        on_change=_status,
        args=(session, f"status-{brief.status}"),
    )


def groups(session: State, read: Brief) -> None:
    """The lists: topics, strengths, promises, instructions, other companies, private matters."""
    for group in GROUPS:
        entries: tuple[Fact | Instruction, ...] = getattr(read, group)
        typed = [text for where, text in session.corrections.added if where == group]
        if entries or typed or group in ADDABLE:
            _group(session, group, entries, typed)


def _group(session: State, group: Group, entries: tuple[Fact | Instruction, ...], typed: list[str]) -> None:
    title, icon, hint = GROUPS[group]
    texts = dict.fromkeys((*map(text_of, entries), *typed))
    kept = [text for text in texts if (group, text) not in session.corrections.left_out]
    with st.expander(
        f"{title} ({len(kept)})",
        icon=icon,
        expanded=group in ("topics", "promises", "instructions"),
        key=f"group-{group}",
    ):
        if entries or typed:
            st.caption(hint)
        for number, text in enumerate(dict.fromkeys(text_of(entry) for entry in entries)):
            same = [entry for entry in entries if text_of(entry) == text]
            about = ", ".join(dict.fromkeys(filter(None, map(_about, same))))
            _entry(session, group, number, text, about, same[0].evidence)
        for number, text in enumerate(typed, len(entries)):
            _entry(session, group, number, text, "typed by you", ())
        if group in ADDABLE:
            st.text_input(
                "Add",
                key=f"add-{group}",
                placeholder="Add something the notes left out",
                label_visibility="collapsed",
                on_change=_add,
                args=(session, group),
            )


def _entry(session: State, group: Group, number: int, text: str, about: str, evidence: tuple[Span, ...]) -> None:
    key = f"{group}-{number}-{text}"
    with st.container(gap=None):
        st.checkbox(
            plain(text) + (f" :gray[({plain(about)})]" if about else ""),
            (group, text) not in session.corrections.left_out,
            key=key,
            on_change=_tick,
            args=(session, group, text, key),
        )
        words(evidence)


def words(evidence: tuple[Span, ...]) -> None:
    """The words of the notes, where the person wants to see them."""
    if st.session_state.get("evidence"):
        for quoted in dict.fromkeys(span.text for span in evidence):
            st.caption(f":material/format_quote: {plain(quoted)}")


def _about(entry: Fact | Instruction) -> str:
    """Who said it and when it is due, in a few words."""
    if isinstance(entry, Instruction):
        return {"no-contact-before": "not before a day", "other": ""}.get(entry.kind, entry.kind)
    parts = [entry.person or {"me": "you", "them": "they"}.get(entry.said_by or "", "")]
    if entry.due:
        parts.append(f"by {entry.due:%a} {entry.due.day} {entry.due:%b}")
    return ", ".join(part for part in parts if part)


def _field(session: State, name: Field, label: str, fact: Fact | None) -> None:
    value = fact.value if fact else ""
    st.text_input(
        label,
        value,
        key=f"{name}-{value}",
        placeholder="Not in the notes",
        on_change=_set,
        args=(session, name, f"{name}-{value}"),
    )
    words(fact.evidence if fact else ())


def _day(session: State, name: Field, label: str, fact: Fact | None) -> None:
    value = fact.value if fact else ""
    day = plan.as_date(value)
    st.date_input(
        f"{label} · {day:%a}" if day else label,
        day,
        key=f"{name}-{value}",
        format="YYYY-MM-DD",
        on_change=_set,
        args=(session, name, f"{name}-{value}"),
    )
    words(fact.evidence if fact else ())


def _set(session: State, name: Field, key: str) -> None:
    value = st.session_state[key]
    text = value.isoformat() if isinstance(value, date) else " ".join((value or "").split())
    actions.correct(session, session.corrections.with_field(name, text))


def _tick(session: State, group: Group, text: str, key: str) -> None:
    actions.correct(session, session.corrections.with_entry(group, text, kept=st.session_state[key]))


def _add(session: State, group: Group) -> None:
    text = " ".join(st.session_state[f"add-{group}"].split())
    st.session_state[f"add-{group}"] = ""
    if text:
        added = dict.fromkeys((*session.corrections.added, (group, text)))
        actions.correct(session, replace(session.corrections, added=tuple(added)))


def _status(session: State, key: str) -> None:
    with actions.plainly(session):
        actions.set_status(session, st.session_state[key])
    st.session_state["kind"] = session.kind
