"""A message as plain text and as Markdown."""

from __future__ import annotations

from assistant import delivery, testing


def test_plain_text_begins_with_the_subject() -> None:
    text = delivery.to_txt(testing.message())
    assert text.startswith("Subject: Thank you – children's librarian interview\n\nDear Oyelaran,\n\n")
    assert text.endswith("Rosalind Achterberg\n")


def test_plain_text_without_a_subject_is_the_body() -> None:
    message = testing.message(subject=None, channel="linkedin")
    assert delivery.to_txt(message) == message.body + "\n"


def test_a_subject_of_two_lines_stays_one_line() -> None:
    assert delivery.to_txt(testing.message(subject="a\nb")).startswith("Subject: a b\n\n")


def test_markdown_keeps_line_breaks_and_says_whom_it_is_for() -> None:
    text = delivery.to_md(testing.message())
    assert text.startswith(
        "# Thank-you e-mail: Oyelaran Adebisi-Finch\n\n**Subject:** Thank you – children's librarian"
    )
    assert "Kind regards,\\\nRosalind Achterberg" in text


def test_nothing_in_a_message_becomes_markup() -> None:
    text = delivery.to_md(
        testing.message(body="# a\n- b\n1. c\n![x](http://evil.example/pixel)\n<script>\n*d* _e_ `f` |g|")
    )
    for markup in ("\n# a", "\n- b", "\n1. c", "![x]", "<script>", "*d*", "_e_", "`f`", "|g|"):
        assert markup not in text
    assert "\\# a" in text
    assert "1\\. c" in text
