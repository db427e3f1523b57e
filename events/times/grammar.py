"""Find the forms of time expressions on a tape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from events.times.tape import CLASS_OF, OTHER, Tape
from texts.lexicon import rows_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A form of time expression: its name, and its pattern over the classes of a tape."""

    name: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Found:
    """A form as it was found on a tape; `first` and `last` number its tokens, `last` is exclusive."""

    rule: str
    tape: Tape
    match: re.Match[str]

    @property
    def first(self) -> int:
        """The number of the first token."""
        return self.match.start()

    @property
    def last(self) -> int:
        """The number of the token after the last."""
        return self.match.end()

    def words(self, *groups: str) -> str:
        """Return the words of the first of the named groups that took part, in lower case; "" where none did."""
        named = self.match.re.groupindex
        for group in groups:
            if group in named and self.match[group]:
                start, end = self.match.span(group)
                return "".join(self.tape.tokens[start:end]).strip().lower()
        return ""

    def span(self, group: str) -> tuple[int, int]:
        """Return the token numbers of a named group that took part."""
        return self.match.span(group)


def _rules() -> tuple[tuple[Rule, ...], str]:
    fragments: dict[str, str] = {}
    rules, alternatives = [], []
    for name, template in rows_of("timex_forms"):
        filled = re.sub(r"\{([A-Z]+)\}", lambda match: fragments[match[1]], template)
        if name.isupper():
            fragments[name] = filled
            continue
        pattern = re.sub(r"(?<!\?P)<([a-z][a-z0-9_|]*)>", _charset, filled)
        rules.append(Rule(name=name, pattern=re.compile(pattern)))
        # an empty group behind each tells which it was: a group around it would hide with what it begins, by which
        # the engine passes most of them over
        alternatives.append(f"(?:{re.sub(r'[(][?]P<[a-z0-9]+>', '(?:', pattern)})(?P<{name}>)")
    return tuple(rules), "|".join(alternatives)


def _charset(match: re.Match[str]) -> str:
    chars = "".join(CLASS_OF[name] for name in match[1].split("|"))
    return f"[{chars}]" if len(chars) > 1 else chars


_FIGURE_CLASSES = ("n0", "n12", "n24", "n31", "n59", "n99", "n999", "year", "n9999", "n8", "big")
_NEVER_FIRST_CLASSES = (
    "of", "and", "or", "but", "in", "on", "by", "since", "until", "through", "from", "between", "during", "within",
    "will", "willed", "begins", "said", "was", "went", "than", "ordsuf", "s", "zone", "clock", "poss", "be", "going",
)  # fmt: skip

_RULES, _ALTERNATIVES = _rules()
_ANY = re.compile(_ALTERNATIVES)
_NUMBER_OF = {rule.name: number for number, rule in enumerate(_RULES)}
_FIGURES = "".join(CLASS_OF[name] for name in _FIGURE_CLASSES)
_NEVER_FIRST = "".join(CLASS_OF[name] for name in _NEVER_FIRST_CLASSES)
_ALONE = "".join(
    char
    for char in CLASS_OF.values()
    if char not in _FIGURES + _NEVER_FIRST and any(rule.pattern.match(f"{char} {OTHER}") for rule in _RULES)
)
"""The classes that a form may consist of: "today", not "the"."""
_STARTS = re.compile(
    rf"(?<!/)(?<![{_FIGURES}][.])[{_FIGURES}]|[{_ALONE}]"
    rf'|[^_ \n,.:;()%$£€+?!#"~/{_NEVER_FIRST}{_FIGURES}{_ALONE}-](?! {OTHER})'
)
"""Where a form may start: at a word of the lexicon or a number, but not amid a chain of numbers, and not at one that
needs more words where the next is none of the lexicon's: "the army"."""


def form_at(tape: Tape, token: int) -> tuple[int, int] | None:
    """Return where the next form at or after `token` starts, and the number of its rule; None where there is none."""
    classes = tape.classes
    while (start := _STARTS.search(classes, token)) is not None:
        token = start.start()
        match = _ANY.match(classes, token)
        if match is not None and match.lastgroup is not None:
            return token, _NUMBER_OF[match.lastgroup]
        token += 1
    return None


def readings_at(tape: Tape, token: int, *, rule: int) -> Iterator[Found]:
    """Yield the forms that start at `token`, from the rule with this number on, in order of precedence."""
    for candidate in _RULES[rule:]:
        match = candidate.pattern.match(tape.classes, token)
        if match is not None:
            yield Found(rule=candidate.name, tape=tape, match=match)
