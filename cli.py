"""The terminal's face of the same functions."""


def main() -> int:
    """Run `dateline`."""
    return 0
