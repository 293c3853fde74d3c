"""The page as shipped, with the desk of tests/ui_script.py; started by the fixture in conftest.py."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

import ui_script  # noqa: E402  found only once the path is set

from assistant.ui import state  # noqa: E402  likewise

state.desk = ui_script.desk
state.today = lambda: ui_script.TODAY
runpy.run_path(str(TESTS.parent / "streamlit_app.py"), run_name="__main__")
