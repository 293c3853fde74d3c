"""The router of the page: `streamlit run streamlit_app.py`, or `afterword app`."""

from __future__ import annotations

import streamlit as st

from assistant.ui import flash, pages

st.set_page_config(page_title="Afterword", page_icon=str(pages.ICON), layout="wide")
page = st.navigation([pages.write(), pages.check(), pages.guide()], position="top")
with flash.plainly():
    page.run()
