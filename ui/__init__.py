"""The panels of the page; with app.py the only code that knows Streamlit."""
