"""The router of the page: `streamlit run streamlit_app.py`, or `afterword app`."""

from __future__ import annotations

import streamlit as st

from assistant.ui import pages

st.set_page_config(page_title="Afterword", page_icon=str(pages.ICON), layout="wide")
st.navigation(pages.all_pages(), position="top").run()
