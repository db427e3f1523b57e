"""Benchmarks and the commands that train the small models."""
