"""What holds for all of the page's code."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.ui import notes
from assistant.ui.pages import ICON

ROOT = Path(__file__).parent.parent
CODE = [ROOT / "streamlit_app.py", *sorted((ROOT / "assistant" / "ui").rglob("*.py"))]


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.name)
def test_no_html_no_css_no_shared_cache_of_what_users_typed(path: Path) -> None:
    code = path.read_text(encoding="utf-8")
    assert not [word for word in ("unsafe_allow", "st.html", "components", "cache_data", "st.write(") if word in code]


def test_the_router_stays_a_router() -> None:
    assert len((ROOT / "streamlit_app.py").read_text(encoding="utf-8").splitlines()) < 60


def test_the_icon_is_a_file_of_our_own() -> None:
    assert ICON.read_bytes().startswith(b"\x89PNG")


def test_every_example_has_a_title_and_is_short_enough_to_read() -> None:
    examples = notes.example_names()
    assert len(examples) >= 3
    assert all(0 < len(path.read_text(encoding="utf-8")) < 2000 for path in examples.values())
