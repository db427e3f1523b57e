"""Readers of formats that are not plain text; they run in a child process alone (see texts.sandbox)."""
