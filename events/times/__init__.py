"""The forms of time expressions and what each means."""
