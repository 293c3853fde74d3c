"""The page: the only place, besides the router, that imports streamlit."""
