"""assistant/ui/escape.py: what people typed is shown and never interpreted."""

from __future__ import annotations

import re

import pytest

from assistant.ui.escape import JOINER, Mark, block, marked, plain

HOSTILE = [
    "![x](http://tracker.example/x.png)",
    "[click](javascript:alert(1))",
    "<img src=x onerror=alert(1)>",
    "<http://evil.example>",
    ":red[hello] :material/home: :smile: :streamlit:",
    "$x^2$ **b** _i_ `c` ~~s~~ | a |",
    "# head",
    "> quote",
    "&lt; &#58; \\",
]


def shown(markdown: str) -> str:
    """What a reader of CommonMark shows for text in which all punctuation is escaped."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown).replace(JOINER, "")


@pytest.mark.parametrize("text", HOSTILE)
def test_every_sign_of_markdown_is_escaped_and_the_words_stay(text: str) -> None:
    markdown = plain(text)
    assert not re.search(r"(?<!\\)(?:\\\\)*[\[\]()<>*_`$#|~&!:]", markdown.replace("\\\\", ""))
    assert shown(markdown) == " ".join(text.split())


@pytest.mark.parametrize(
    "text", ["https://evil.example", "www.evil.example", "a.b@evil.example", ":streamlit:", "a -> b", "x -- y"]
)
def test_what_the_browser_would_rewrite_is_broken_by_an_invisible_joiner(text: str) -> None:
    assert JOINER in plain(text)
    assert shown(plain(text)) == text


def test_a_label_is_one_line() -> None:
    assert plain("two\n  lines\t here ") == "two lines here"


def test_control_characters_and_direction_overrides_are_dropped() -> None:
    assert plain("a\x00b\u202ec\u2066d") == "abcd"


def test_emoji_and_right_to_left_text_pass_unchanged() -> None:
    assert plain("مرحبا 👩‍💻 Đặng") == "مرحبا 👩‍💻 Đặng"


def test_lines_and_paragraphs_of_a_block_stay_apart() -> None:
    assert block("Dear Gill,\n\nKind regards,\nChi") == "Dear Gill\\,\n\nKind regards\\,\\\nChi"


def test_a_leading_indent_never_becomes_a_code_block() -> None:
    assert not block("    indented").startswith("    ")


def test_a_mark_colours_exactly_its_words() -> None:
    assert marked("so awesome!", (Mark(3, 10, "red", "¹"),)) == "so :red-background[awesome]:red[¹]\\!"


def test_a_mark_over_two_lines_colours_both_and_signs_the_last() -> None:
    assert marked("one two\nthree four", (Mark(4, 13, "blue", "¹"),)) == (
        "one :blue-background[two]\\\n:blue-background[three]:blue[¹] four"
    )


def test_of_two_overlapping_marks_the_first_keeps_the_words_and_both_keep_their_sign() -> None:
    both = marked("abcdef", (Mark(0, 4, "red", "¹"), Mark(2, 6, "blue", "²")))
    assert both == ":red-background[abcd]:red[¹]:blue-background[ef]:blue[²]"
    assert "¹²" in marked("abcdef", (Mark(0, 6, "red", "¹"), Mark(2, 4, "blue", "²")))


def test_a_mark_beyond_the_text_is_cut() -> None:
    assert marked("abc", (Mark(1, 99, "red"),)) == "a:red-background[bc]"
    assert marked("abc", (Mark(7, 99, "red"),)) == "abc"


def test_marked_words_are_escaped_too() -> None:
    assert "](" not in marked("see [a](http://b)", (Mark(4, 17, "red"),)).replace("\\]\\(", "")


def test_a_mark_without_a_colour_is_bold() -> None:
    assert marked("Voicemail\nHello", (Mark(0, 9),)) == "**Voicemail**\\\nHello"
