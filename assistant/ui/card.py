"""One message as a card: for whom, when, the text with its findings marked, what each sentence rests on, editing."""

from __future__ import annotations

import re
from itertools import chain, repeat

import streamlit as st

from assistant import prompts
from assistant.brief import Brief
from assistant.message import Message
from assistant.report import Finding, Report
from assistant.ui import plan, sources, state, versions
from assistant.ui.escape import Mark, block, marked, plain
from assistant.ui.state import State, Version

SIGNS = "¹²³⁴⁵⁶⁷⁸⁹"
READ, EDIT, SOURCES = "Read", "Edit", "Sources"
ICONS = {READ: ":material/visibility:", EDIT: ":material/edit:", SOURCES: ":material/format_quote:"}


def card(session: State, brief: Brief, version: Version, message: Message) -> None:
    """The version on show, in the view that was chosen; `message` is its text with all that is to be said of it."""
    with st.container(border=True, key="card"):
        _head(message)
        view = st.segmented_control(
            "View",
            list(ICONS),
            default=READ,
            required=True,
            key="view",
            label_visibility="collapsed",
            format_func=lambda name: f"{ICONS[name]} {name}",
        )
        with st.container():
            if view == EDIT:
                _edit(session, version)
            elif view == SOURCES:
                _sources(brief, version)
            else:
                text(message)
        with st.container():
            if view != SOURCES:
                findings(message.report)


def _head(message: Message) -> None:
    kind = prompts.kind(message.kind)
    with st.container(horizontal=True, vertical_alignment="center"):
        verdict(message.report)
        if message.channel != kind.channel:
            st.badge(f"as {plan.CHANNELS[message.channel]}", icon=plan.ICONS[message.channel], color="violet")
        st.caption(plan.size(message, kind), width="content")
    with st.container(gap=None):
        if message.recipient:
            address = f" · {plain(message.to_address)}" if message.to_address else ""
            st.caption(f":material/person: To **{plain(message.recipient)}**{address}")
        if message.writer not in {"edited", "pasted"}:
            st.caption(f":material/edit_note: {plain(plan.writer(message))}")
        if line := plan.when(message, state.today()):
            st.caption(f":material/schedule: {plain(line)}")


def verdict(report: Report | None) -> None:
    """The verdict as a badge."""
    if report:
        label, icon, color = plan.VERDICTS[report.verdict]
        st.badge(label, icon=icon, color=color)  # type: ignore[arg-type]


def text(message: Message) -> None:
    """Subject and body, with the findings marked."""
    found = message.report.findings if message.report else ()
    if message.subject:
        st.markdown(f"**{marked(message.subject, marks(found, message.subject, 'subject'))}**")
    st.markdown(marked(message.body, (*marks(found, message.body, "body"), *_headings(message))))


def _headings(message: Message) -> tuple[Mark, ...]:
    """The lines of the body that only name a part, as marks."""
    labels = {move.label for move in prompts.kind(message.kind).moves if move.label}
    lines = re.finditer(r"^.+$", message.body, re.MULTILINE)
    return tuple(Mark(line.start(), line.end()) for line in lines if line[0].strip().removesuffix(":") in labels)


def marks(found: tuple[Finding, ...], text: str, *where: str) -> tuple[Mark, ...]:
    """The findings that lie in `text`, which is what `where` names, as marks for it."""
    return tuple(
        Mark(f.span.start, f.span.end, plan.COLORS[f.severity], sign)
        for f, sign in _signed(found)
        if f.span and f.where in where and text[f.span.start : f.span.end] == f.span.text
    )


def _signed(found: tuple[Finding, ...]) -> list[tuple[Finding, str]]:
    """The findings, those about words of the text with a small number each."""
    signs = chain(SIGNS, repeat("*"))
    return [(finding, next(signs) if finding.span else "") for finding in found]


def findings(report: Report | None) -> None:
    """What the rules say, the serious first; tips are folded away."""
    signed = _signed(report.findings if report else ())
    for finding, sign in signed:
        if finding.severity != "hint":
            _finding(finding, sign)
    hints = [(finding, sign) for finding, sign in signed if finding.severity == "hint"]
    if hints:
        with st.expander(f"{len(hints)} tip{'s' * (len(hints) > 1)}", icon=":material/lightbulb:", key="tips"):
            for finding, sign in hints:
                _finding(finding, sign)


def _finding(finding: Finding, sign: str) -> None:
    label, icon = plan.SEVERITIES[finding.severity]
    principle = next((p for p in prompts.principles() if p.id == finding.principle), None)
    with st.container(gap=None):
        st.markdown(
            f":{plan.COLORS[finding.severity]}-badge[{icon} {label} {sign}] {plain(finding.message)}",
            help=f":material/menu_book: {plain(principle.text)}" if principle else None,
        )
        if finding.suggestion:
            st.caption(f":material/arrow_forward: {plain(finding.suggestion)}")


def _edit(session: State, version: Version) -> None:
    message = version.current
    if message.subject is not None:
        st.text_input(
            "Subject", message.subject, key=f"subject-{version.key}", on_change=_edited, args=(session, version)
        )
    st.text_area(
        "Message", message.body, key=f"body-{version.key}", height="content", on_change=_edited, args=(session, version)
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("Check again", key="recheck", icon=":material/rule:")
        if version.edited:
            st.button(
                "Back to how it was written",
                key="undo-edit",
                type="tertiary",
                icon=":material/undo:",
                on_click=_undo,
                args=(session, version),
            )
    st.caption("It is checked whenever you leave the box or press Ctrl+Enter. The version as written is kept.")


def _edited(session: State, version: Version) -> None:
    subject = st.session_state.get(f"subject-{version.key}")
    body = st.session_state[f"body-{version.key}"]
    versions.edit(session, version, " ".join(subject.split()) if subject is not None else None, body)


def _undo(session: State, version: Version) -> None:
    version.edited = None
    for name in ("subject", "body"):
        st.session_state.pop(f"{name}-{version.key}", None)


def _sources(brief: Brief, version: Version) -> None:
    for sentence, rests_on in sources.of(version.current, version.message, brief):
        with st.container(gap=None):
            st.markdown(block(sentence))
            for line in rests_on:
                st.caption(f":material/{line.icon}: {plain(line.text)}")
