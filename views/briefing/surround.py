"""Draw what every sheet carries around its contents: handling at top and bottom, title, banner, as-of, small print."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC
from unicodedata import bidirectional

from matplotlib.figure import Figure

from views.briefing.contents import Contents
from views.briefing.face import drawable, wrapped
from views.briefing.leaf import Leaf
from views.briefing.paper import Plan, plan_of
from views.briefing.sheet import Handling, Sheet
from views.briefing.words import BANNER, UNDATED, cut_off_of, footer_lines, is_outdated, one_line, period_of

HANDLING_COLOURS = {
    Handling.CLEAR: "#FFFFFF",
    Handling.GREEN: "#33FF00",
    Handling.AMBER: "#FFC000",
    Handling.AMBER_STRICT: "#FFC000",
    Handling.RED: "#FF2B2B",
}
"""Letters on black, as TLP 2.0 asks (https://www.first.org/tlp/)."""
TITLE_SIZES = (24.0, 19.0, 15.0, 12.0, 9.5)
"""The largest at which the title fits two lines is taken; the smallest may take as many as it needs."""
TITLE_LINES = 2
TITLE = "title"
"""What matplotlib knows the title's lines by."""
LEFT_TO_RIGHT = "\u200e"
"""Ends a title that is written from the right, so that the days after it do not join it."""


def title_of(contents: Contents, sheet: Sheet) -> str:
    """Return the title: that these are reported claims, about what or where, and of which days."""
    about = sheet.title or drawable(one_line(contents.area))
    if not contents.cited:
        about = f"{sheet.title}: no claim to show" if sheet.title else "none to show"
    if any(bidirectional(letter) in {"R", "AL"} for letter in about):
        about += LEFT_TO_RIGHT
    period = period_of(contents.cited, contents.tally)
    return f"Reported claims: {about}" + (f", {period}" if period != UNDATED or contents.cited else "")


def _title_lines(words: str, plan: Plan) -> tuple[float, list[str]]:
    size, lines = TITLE_SIZES[0], [words]
    for size in TITLE_SIZES:
        lines = wrapped(words, plan.head.width, size * plan.scale, bold=True)
        if len(lines) <= TITLE_LINES:
            break
    return size * plan.scale, lines


@contextmanager
def without_title(figure: Figure) -> Iterator[None]:
    """Leave the title out of what is drawn meanwhile: who takes the picture writes it beside."""
    lines = [text for text in figure.texts if text.get_label() == TITLE]
    for line in lines:
        line.set_visible(False)
    yield
    for line in lines:
        line.set_visible(True)


def title_size(contents: Contents, sheet: Sheet, plan: Plan) -> tuple[float, int]:
    """Return the size of the title's letters in printer's points, and how many lines it takes."""
    size, lines = _title_lines(title_of(contents, sheet), plan)
    return size, len(lines)


def head_height(contents: Contents, sheet: Sheet) -> float:
    """Return the height of the head in points on the sheet of reference."""
    plan = plan_of(sheet.paper)
    size, lines = _title_lines(title_of(contents, sheet), plan)
    return (len(lines) * size * 1.2) / plan.scale + 20.0


def draw_surround(leaf: Leaf, contents: Contents, sheet: Sheet, *, projection: str) -> None:
    """Draw what every sheet carries: handling at top and bottom, title, banner, as-of, small print."""
    plan, strip = leaf.plan, 15 * leaf.plan.scale
    for y in (plan.height - strip / 2 - 3 * plan.scale, strip / 2 + 2 * plan.scale):
        leaf.figure.text(
            0.5,
            y / plan.height,
            f" {sheet.handling.value} ",
            fontsize=10 * plan.scale,
            fontweight="bold",
            color=HANDLING_COLOURS[sheet.handling],
            backgroundcolor="black",
            ha="center",
            va="center",
        )
    size, lines = _title_lines(title_of(contents, sheet), plan)
    top = plan.head.top
    for line in lines:
        leaf.write((plan.head.left, top), line, size=size, bold=True, va="top")
        leaf.figure.texts[-1].set_label(TITLE)
        top -= size * 1.2
    reports = f", reports up to {cut_off_of(contents.cited)}" if contents.cited else ""
    if is_outdated(contents.cited, sheet.as_of.astimezone(UTC).date()):
        reports += ": some are later than that"
    beneath = f"{BANNER}.  As of {sheet.date_time_group} (UTC){reports}."
    leaf.write((plan.head.left, plan.head.bottom + 4 * plan.scale), beneath, size=11 * plan.scale, va="bottom")
    small = footer_lines(sheet, contents.tally, projection=projection, cited=contents.cited)
    for position, line in enumerate(small):
        y = plan.foot.top - (position + 0.5) * plan.foot.height / len(small)
        leaf.write((plan.foot.left, y), line, size=7.2 * plan.scale, va="center", colour="#4a5560")
