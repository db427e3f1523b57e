"""`dateline export`: write a selection of claims into a file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from views.terminal.command import OK, Commands, add_filters, add_store, command, query_of
from views.terminal.whole import whole_file


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command."""
    from views.export_form import Format

    parser = command(
        commands,
        "export",
        run,
        about="write the claims that pass the filters into a file",
        example="dateline export --store june.sqlite --format geojson --status denied -o denied.geojson",
    )
    add_store(parser)
    parser.add_argument("--format", choices=[it.value for it in Format], required=True, help="the file's form")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="OUT", help="the file; standard output where none is given"
    )
    add_filters(parser)


def run(options: argparse.Namespace) -> int:
    """Write the file, whole or not at all."""
    from events.store import Store
    from views.export import export
    from views.export_form import Format
    from views.selection import params_of

    query = query_of(options)
    with Store.open(options.store, read_only=True) as store:
        pieces = export(
            store.each_claim(query), Format(options.format), filters=params_of(query), counts=store.counts(query)
        )
        if options.output is None:
            for piece in pieces:
                sys.stdout.buffer.write(piece)
            sys.stdout.buffer.flush()
        else:
            with whole_file(options.output) as file:
                file.writelines(pieces)
    return OK
