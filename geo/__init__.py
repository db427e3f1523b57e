"""Where: place names in texts, the places they name, and the lines between countries."""
