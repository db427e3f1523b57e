"""The shallow grammar of a text: its words, tags, phrases and clauses."""
