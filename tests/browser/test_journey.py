"""A person's way through the page, in a real browser."""

from __future__ import annotations

import re
import zipfile
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from urllib.parse import urlsplit

import ui_script
from playwright.sync_api import Locator, Page, expect

HOSTILE = "![x](http://tracker.example/p.png) <img src=http://tracker.example/y> [a](http://b.example) www.evil.example"


def keyed(page: Page, key: str) -> Locator:
    """The element that the page knows by this key."""
    return page.locator(f".st-key-{key}")


def paste(page: Page, address: str, notes: str = ui_script.NOTES) -> None:
    """Opens the page, pastes notes and presses the one button."""
    page.goto(address)
    keyed(page, "notes").locator("textarea").fill(notes)
    keyed(page, "go").locator("button").click()
    expect(keyed(page, "card")).to_be_visible()


def view(page: Page, name: str) -> None:
    """Turns the card to this view."""
    keyed(page, "view").get_by_role("radio", name=name).click()


def test_paste_correct_draft_for_a_panel_edit_regenerate_and_download(
    page: Page, scripted: str, tmp_path: Path
) -> None:
    paste(page, scripted)
    card = keyed(page, "card")
    expect(card).to_contain_text("Dear Folasade Akinwande,")
    company = page.get_by_role("textbox", name="Company")
    company.fill("St Brannock's")
    company.press("Enter")
    expect(card).to_contain_text("at St Brannock's")
    page.get_by_role("radio", name="Everyone (2)").click()
    page.locator("[class*='st-key-whose-']").get_by_role("radio", name="Gill Prosser").click()
    expect(card).to_contain_text("Dear Gill Prosser,")
    view(page, "Edit")
    box = card.get_by_role("textbox", name="Message")
    box.fill("Dear Gill,\n\nAn awesome ward.\n\nChi")
    box.press("Control+Enter")
    expect(card).to_contain_text("This word is too loose.")
    keyed(page, "another").locator("button").first.click()
    expect(box).to_have_value("Dear Gill Prosser,\n\nThank you for your time at St Brannock's, take 2. "
                              "I keep thinking about four NIV beds open in April.\n\nKind regards,\nMe")  # fmt: skip
    page.get_by_role("radio", name="1 edited").click()
    expect(box).to_have_value("Dear Gill,\n\nAn awesome ward.\n\nChi")
    with page.expect_download() as download:
        keyed(page, "download-zip").get_by_role("button").click()
    archive = tmp_path / "panel.zip"
    download.value.save_as(archive)
    names = zipfile.ZipFile(archive).namelist()
    assert len([name for name in names if name.endswith(".eml")]) == 2


def test_a_saved_mail_is_an_unsent_draft_to_the_right_person(page: Page, scripted: str, tmp_path: Path) -> None:
    paste(page, scripted)
    keyed(page, "download").locator("button").first.click()
    with page.expect_download() as download:
        keyed(page, "download-eml").get_by_role("button").click()
    download.value.save_as(tmp_path / "draft.eml")
    mail = message_from_bytes((tmp_path / "draft.eml").read_bytes(), policy=default)
    assert mail["X-Unsent"] == "1"
    assert "f.akinwande@stbrannocs.example" in mail["To"]


def test_the_text_to_copy_is_the_text_and_holds_no_invisible_signs(page: Page, scripted: str) -> None:
    paste(page, scripted)
    keyed(page, "copy").locator("button").first.click()
    body = page.get_by_test_id("stCode").nth(1)
    expect(body).to_contain_text("Dear Folasade Akinwande,")
    assert "\u2060" not in body.inner_text()


def test_hostile_notes_load_nothing_and_link_nowhere(page: Page, scripted: str, requests: list[str]) -> None:
    paste(page, scripted)
    for name in ("Company", "Job"):
        page.get_by_role("textbox", name=name).fill(HOSTILE)
        page.get_by_role("textbox", name=name).press("Enter")
        expect(page.get_by_role("heading", level=2).first).to_contain_text("tracker.example")
    view(page, "Edit")
    box = keyed(page, "card").get_by_role("textbox", name="Message")
    box.fill(HOSTILE + "\n\n# awesome :streamlit: $x$ a@evil.example")
    box.press("Control+Enter")
    expect(keyed(page, "card")).to_contain_text("This word is too loose.")
    view(page, "Read")
    expect(keyed(page, "card")).to_contain_text("www\u2060.evil.example")
    main = page.get_by_test_id("stMain")
    assert main.locator("a, img").count() == 0
    assert {urlsplit(url).hostname for url in requests if not url.startswith(("data:", "blob:"))} == {"127.0.0.1"}


def test_a_refresh_loses_nothing(page: Page, scripted: str) -> None:
    paste(page, scripted)
    expect(page).to_have_url(re.compile("session="))
    page.reload()
    expect(keyed(page, "card")).to_contain_text("Dear Folasade Akinwande,")


def test_an_example_becomes_a_message_with_nothing_asked_of_the_network(
    page: Page, real: str, requests: list[str]
) -> None:
    page.goto(real)
    keyed(page, "examples").locator("button").first.click()
    keyed(page, "example-1").locator("button").click()
    expect(keyed(page, "notes").locator("textarea")).to_have_value(re.compile("Harrow Lane"))
    keyed(page, "go").locator("button").click()
    expect(page.get_by_role("heading", level=2).first).to_contain_text("Harrow Lane Electrical")
    expect(keyed(page, "card")).to_contain_text("Priya")
    expect(keyed(page, "card")).not_to_contain_text("pay")
    assert {urlsplit(url).hostname for url in requests if not url.startswith(("data:", "blob:"))} == {"127.0.0.1"}


def test_at_phone_width_nothing_is_cut_off(page: Page, scripted: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    paste(page, scripted)
    for name in ("Read", "Edit", "Sources"):
        view(page, name)
        expect(keyed(page, "card").get_by_role("radio", name=name)).to_be_checked()
        assert too_wide(page) == []


def too_wide(page: Page) -> list[str]:
    """What stands beyond the right edge of the window."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stMain] *')]
             .filter(e => e.getBoundingClientRect().right > window.innerWidth + 1 && e.innerText)
             .map(e => e.innerText)"""
    )
    return found
