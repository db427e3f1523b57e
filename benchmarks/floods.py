"""Measure that hostile floods are read in time that grows with their length, each stage's own worst cases among them.

    python -m benchmarks.floods [--size 1000000] [--only WORD]

Each flood goes the whole way of `dateline read`: bytes, text, document with its posts and dates, claims. Printed is the
processor time at a quarter, a half and the whole of the size, and how much the last doubling cost (2 is linear).
"""

from __future__ import annotations

import argparse
import signal
import time
from collections.abc import Callable, Mapping
from types import FrameType

from events.extract import claims_in
from geo.gazetteer import Gazetteer, open_gazetteer
from texts.document import Document
from texts.language import SAMPLE, other_language
from texts.read import parcel_from

PATIENCE = 60.0
"""Seconds of processor time after which a flood is given up."""

HEAD = "The army said that it was in the town, and that they had not been there for a week. "
"""What opens a flood that would be refused as no English."""

NAMES = ("Mosul", "Aleppo", "Tikrit", "Goma", "Kharkiv", "Hama", "Erbil", "Homs", "Khartoum", "Sirte")


def again(piece: str) -> Callable[[int], str]:
    """Return what repeats a piece up to a size; `{}` in it becomes a number of its own each time."""

    def made(size: int) -> str:
        if "{" not in piece:
            return (piece * (size // len(piece) + 1))[:size]
        parts, length, number = [], 0, 0
        while length < size:
            name = NAMES[number % len(NAMES)]
            parts.append(piece.replace("{}", str(number)).replace("{n}", name).replace("{w}", worded(number)))
            length += len(parts[-1])
            number += 1
        return "".join(parts)

    return made


def worded(number: int) -> str:
    """Return a number in letters, so that no two pieces are the same words.

    >>> worded(0), worded(27)
    ('a', 'bb')
    """
    letters = chr(97 + number % 26)
    while number := number // 26:
        letters = chr(97 + number % 26) + letters
    return letters


def nested(opening: str, core: str, closing: str) -> Callable[[int], str]:
    """Return what opens half a size and closes as often."""

    def made(size: int) -> str:
        times = size // (len(opening) + len(closing))
        return opening * times + core + closing * times

    return made


FLOODS: Mapping[str, Callable[[int], str]] = {
    # one line, one letter, one mark
    "one word": again("a"),
    "one capital": again("A"),
    "capitals and small": again("aA"),
    "spaces": again(" "),
    "spaces between words": again("a" + " " * 16_000),
    "tabs": again("\t"),
    "line ends": again("\n"),
    "carriage returns": again("\r"),
    "blank and line end": again(" \n"),
    "dots": again("."),
    "dots and blanks": again(". "),
    "commas": again(","),
    "commas and blanks": again(", "),
    "dashes": again("-"),
    "long dashes": again("— "),
    "dash words": again("a-"),
    "underscores": again("_"),
    "brackets": again("("),
    "closing brackets": again(")"),
    "square brackets": again("[a "),
    "quotation marks": again('"'),
    "curly marks": again("“"),
    "closing marks": again("”"),
    "apostrophes": again("'"),
    "apostrophes in words": again("a'b'"),
    "angle marks": again(">"),
    "angle marks and line ends": again("> \n"),
    "quoted lines": again("> a {w}\n"),
    "colons": again(":"),
    "colons and line ends": again("a:\n"),
    "slashes": again("/"),
    "at signs": again("@a "),
    "at": again("@"),
    "hashtags": again("#Mosul"),
    "hashtags apart": again("#WarIn{n}{w} "),
    "figures": again("9"),
    "figures and commas": again("9,"),
    "figures and dots": again("1."),
    "figures and colons": again("1:"),
    "figures and blanks": again("1 "),
    "percent": again("%"),
    "zero width": again("\u200b"),
    "marks over": again("e\u0301"),
    "right to left": again("\u202e"),
    "NUL": again("\0"),
    "wide letters": again("𝒜"),
    "Arabic": again("الموصل "),
    "addresses": again("https://a.b/c?d=e&"),
    "addresses apart": again("see https://a.b/{} and "),
    "mail addresses": again("a@b."),
    # words
    "the": again("the "),
    "of the": again("of the "),
    "and": again("and "),
    "that": again("that "),
    "names": again("{n}, "),
    "names and and": again("{n} and "),
    "one name": again("Mosul "),
    "names of people": again("Abu {w} al-{n}, "),
    "capital words": again("Aba{w} "),
    "capital words without end": again("Mohammed "),
    "titles": again("General Colonel "),
    "possessives": again("{n}'s "),
    "initials": again("U.S. "),
    "single initials": again("A. B. "),
    "unknown names": again("in Qxar{w} "),
    "hyphenated names": again("Tell-{n}-"),
    "city of": again("the city of "),
    "between": again("between {n} and "),
    "north of": again("ten kilometres north of "),
    "border": again("the {n} border with "),
    "shouted": again("FIGHTING IN {n} TODAY AND "),
    "shouted lines": again("FIGHTING IN ALEPPO {w}\n"),
    "lower case": again("fighting in mosul and aleppo {w} "),
    "lower case lines": again("shelling in aleppo {w}\n"),
    # time
    "dates": again("12 June 2014, "),
    "dates in lines": again("12 June 2014\n"),
    "dates and text": again("12 June 2014: Rebels took {n}.\n"),
    "days": again("on Monday "),
    "two days before": again("two days before "),
    "the end of the": again("the end of the "),
    "May": again("May "),
    "number words": again("twenty "),
    "hundred and": again("a hundred and "),
    "slashed dates": again("12/31/"),
    "clock": again("at 5 pm "),
    "clock lines": again("18:20 a {w}\n"),
    "from to": again("from 1 to 2 June to "),
    "months as lines": again("June\n"),
    "later": again("three days later, "),
    "same day": again("the same day "),
    "years": again("in 2003 "),
    "eras": again("300 BC, "),
    "copyright": again("© 2014 "),
    "updated": again("Updated: "),
    "published": again("Published 12 June 2014 "),
    # saying
    "according to": again("according to "),
    "according to lines": again("according to a {w}\n"),
    "he said": again("he said "),
    "said that": again("Ali said that "),
    "he said, quoted": again("“He said, "),
    "hundred levels": again("“He said, " * 100 + "stop" + "”" * 100 + " "),
    "quoted": nested("“Ali said: ", "stop", "”"),
    "straight quotes": again('"we left", he said. '),
    "open straight quotes": again('"we left, he said. '),
    "mixed quotes": again("'we “left \"it, "),
    "who said": again("who said "),
    "citing": again("citing Reuters, citing "),
    "sources": again("sources, "),
    "interview": again("Osman: Why did you {w}?\nNasser: Rain.\n"),
    "forwards": again("RT @a{w}: it fell\n"),
    "turns": again("Ali {w}: It fell.\n"),
    "reported by": again("as reported by Reuters, "),
    "denied": again("denied "),
    "not": again("not "),
    "if": again("if "),
    "may": again("may have "),
    # happenings
    "captured": again("captured "),
    "shelled": again("Rebels shelled {n} and "),
    "shelled, ended": again("Rebels shelled {n} on day {}. "),
    "shelled there": again("They shelled it again there {w}. "),
    "attacks": again("attack "),
    "fled from to": again("fled from {n} to "),
    "via": again("via {n} "),
    "and moved": again("and moved to {n} "),
    "troops": again("troops "),
    "numbers of people": again("300 fighters and "),
    "killed": again("killed 3 and wounded "),
    "was killed": again("{n} was killed "),
    "it": again("it was "),
    "there": again("there "),
    "which": again("which "),
    "who were": again("the men who were the men who were "),
    "to": again("to "),
    "by": again("by "),
    "groups": again("Islamic State of Iraq and the Levant in {n} "),
    "Islamic State in": again("the Islamic State in "),
    "states": again("Rebels are in {n}; "),
    "unlisted": again("captured Qxar{w} in Nineveh province, "),
    "one sentence": again("Rebels left the town of {n} {w} and took "),
    "control": again("{n} is under control of {n} "),
    "presence": again("there are soldiers in {n}, "),
    "and there": again("and there are "),
    "semicolons": again("they left; "),
    "list": again("- Rebels took {n} {w}\n"),
    "numbered": again("{}. Rebels took {n}\n"),
    "table": again("| {n} | {} | 12 June | held |\n"),
    "tabs table": again("{n}\t{}\tRebels took it\n"),
    "headings": again("# {n} {w}\n\nRebels took it.\n\n"),
    "headings alone": again("# a\n"),
    "day headings": again("{} June\n\nRebels took {n} on day {}.\n\n"),
    "weekday headings": again("Monday\nRebels took {n} {w}.\nTuesday\n"),
    # threads
    "posts": again("ali, 12 June 2014, 18:20\nRebels took {n} {w}.\n\n"),
    "posts by names": again("user{w}\nMember\nJun 12, 2014\nRebels took {n} {w}.\n"),
    "quotations": again("ali said:\nRebels took {n} {w}.\nClick to expand...\n"),
    "said without end": again("ali said:\n"),
    "posted by": again("Originally posted by "),
    "on wrote": again("On 12 June 2014, ali <a@b> wrote:\n"),
    "on wrote in one line": again("On 12 June, a "),
    "quoted again": again("> Rebels took the town of {n} {w}.\nRebels took the town of {n} {w}.\n"),
    "menus": again("Menu\nHome\nAbout\n"),
    "trailers": again("You may also like\nMosul {w}\n"),
    "attachments": again("a{w}.jpg\n"),
    "attachment without end": again("a b ("),
    "front matter": lambda size: "---\n" + again("title: a\n")(size) + "---\nRebels took Mosul.",
    "front matter without end": lambda size: "---\n" + again("a{w}: b\n")(size),
    "byline": again("By Ali Omar\n"),
    "dateline": again("MOSUL, 12 June — "),
    "datelines": again("MOSUL, 12 June — Rebels took {n} {w}.\n"),
    "tags": again("<b>"),
    "nested tags": nested("<div>", "a", "</div>"),
    "entities": again("&lt;"),
    "mixed": again("“{n}, 12 June: he said that Rebels (shelled {n}, 300 “fled to it, according to "),
    "mixed lines": again("“{n}, 12 June: he said\n> that Rebels (shelled {n}, 300 “fled {}\n"),
}
"""Texts of about `size` characters that break readers which look back and forth."""


def flood(name: str, size: int) -> str:
    """Return a flood of about a size; one that would be refused as no English stands behind some."""
    text = FLOODS[name](size)
    if other_language(text) is None:
        return text
    return HEAD * (1 + SAMPLE // len(HEAD)) + "\n\n" + text


def read(text: str, gazetteer: Gazetteer) -> int:
    """Read a text the whole way and return how many claims it makes."""
    parcel = parcel_from(text.encode("utf-8", "surrogatepass"), name="flood.txt")
    return sum(len(claims_in(it, gazetteer).claims) for it in parcel.documents if isinstance(it, Document))


class GivenUpError(Exception):
    """A flood took longer than anybody waits."""


def _give_up(_number: int, _frame: FrameType | None) -> None:
    raise GivenUpError


def seconds_for(name: str, size: int, gazetteer: Gazetteer) -> float:
    """Return the processor time that reading a flood takes; infinite where it was given up."""
    text = flood(name, size)
    signal.signal(signal.SIGPROF, _give_up)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    begun = time.process_time()
    try:
        read(text, gazetteer)
        return time.process_time() - begun
    except GivenUpError:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def main() -> None:
    """Print a table in markdown, the slowest last."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    gazetteer = open_gazetteer()
    read(HEAD, gazetteer)
    print("| Flood | a quarter, s | a half, s | whole, s | last doubling |\n| --- | ---: | ---: | ---: | ---: |")
    for name in FLOODS:
        if options.only in name:
            quarter, half, whole = (seconds_for(name, options.size // part, gazetteer) for part in (4, 2, 1))
            growth = whole / max(half, 1e-3)
            print(f"| {name} | {quarter:.2f} | {half:.2f} | {whole:.2f} | x {growth:.1f} |", flush=True)


if __name__ == "__main__":
    main()
