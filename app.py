"""The Streamlit page: load, select, show."""
