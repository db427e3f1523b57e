"""`dateline read`: the claims of texts as JSON lines."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from views.terminal.command import (
    INPUT_TROUBLE,
    OK,
    Commands,
    about_of,
    add_gazetteer,
    add_whereabouts,
    command,
    complain,
    opener_of,
)
from views.terminal.filters import answer_lines

if TYPE_CHECKING:
    from events.intake.read import ReadsDocument
    from texts.metadata import Metadata


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = command(
        commands,
        "read",
        run,
        about="print the claims of files and folders, or of JSON lines on standard input, as JSON lines",
        example="dateline read reports/june.txt",
    )
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE", help="a file or a folder")
    parser.add_argument("--encoding", help="how the files are encoded, where that cannot be told")
    add_whereabouts(parser)
    add_gazetteer(parser)


def run(options: argparse.Namespace) -> int:
    """Print one line for each text."""
    from views.answers import claimed

    about = about_of(options)
    read = opener_of(options, alone=True)()
    if not options.files:
        return answer_lines(options, partial(claimed, read=read, about=about))
    code = OK
    for path in options.files:
        try:
            code = max(code, _read(options, path, read, about))
        except OSError as error:
            complain(options, error)
            code = INPUT_TROUBLE
    return code


def _read(options: argparse.Namespace, path: Path, reader: ReadsDocument, about: Metadata) -> int:
    from events.intake.read import read_parcel
    from events.record import brief_record
    from events.record_parts import rejection_record
    from texts.read import parcels_in
    from views.lines import encoded

    code = OK
    for parcel in parcels_in(path, encoding=options.encoding, about=about):
        if parcel.rejections:
            code = INPUT_TROUBLE
            for it in parcel.rejections:
                complain(options, it.message)
            refused = [rejection_record(it) for it in parcel.rejections]
            _write(encoded({"id": parcel.original.name, "claims": [], "rejections": refused}))
        for document, reading in zip(parcel.documents, read_parcel(parcel, reader).readings, strict=True):
            _write(
                encoded(
                    {
                        "id": document.name,
                        "claims": [brief_record(claim) for claim in reading.claims],
                        "rejections": [rejection_record(it) for it in reading.rejections],
                    }
                )
            )
    return code


def _write(line: bytes) -> None:
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()
