"""The terminal's face of the same functions."""

from __future__ import annotations

import argparse
import os
import sys

from views.terminal import brief, export, filters, ingest, keep, read, serve
from views.terminal.command import INPUT_TROUBLE, INTERRUPTED, USAGE, Run, UsageError, complain


def main(arguments: list[str] | None = None) -> int:
    """Run `dateline` and return its exit code."""
    options = parser().parse_args(arguments)
    run: Run = options.run
    try:
        return run(options)
    except BrokenPipeError:
        # the reader has gone, as `head` does: say nothing, and let Python's last flush go nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INPUT_TROUBLE
    except KeyboardInterrupt:
        return INTERRUPTED
    except UsageError as error:
        complain(options, error)
        return USAGE
    except (OSError, ValueError) as error:
        complain(options, error)
        return INPUT_TROUBLE


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    top = argparse.ArgumentParser(
        prog="dateline",
        description="Finds who says that what happened where and when, and puts those claims on a map.",
        epilog="Exit codes: 0 all went well, 1 something could not be read, 2 the command was not understood. "
        "Each command has its own help: dateline COMMAND --help",
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for part in (filters, read, ingest, export, brief, serve, keep):
        part.add(commands)
    return top


if __name__ == "__main__":
    sys.exit(main())
