"""Which words tell a happening, of what kind, and which only seem to."""
