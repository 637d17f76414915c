"""Every regular expression of the package against strings made to hurt it: none may take more than its time.

The strings come from the pattern itself: what each of its repeats takes, many times over, after what stands
before it and with an end that does not fit, besides digits, dots, words and noise. A pattern is tried at
every place of the string, as the readers do. The work is done in a process of its own with a CPU limit.

usage: python tests/test_patterns.py [--size N] [--only MODULE]   prints each pattern that is too slow
"""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from re import _constants as const  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import FrameType, ModuleType
from typing import Any, NamedTuple

import pytest

from listen.clean.dom.naming import hints
from listen.clean.furniture import phrases

ROOT = Path(__file__).resolve().parents[1]
EXPONENTIAL, LINEAR = 120, 20_000
"""Characters of a string on which an exponential and a quadratic pattern show themselves."""
LIMIT_S = 0.2
"""CPU seconds for one pattern on one string; a quadratic one takes a second for 20,000 characters."""
FIRST_SIGHT = 4_000
"""Characters of the string that is tried first: five times shorter."""
QUICK_S = LIMIT_S / 50
"""CPU seconds from which a pattern is tried on the whole string: a quadratic one that takes too long for that
takes a 25th of it for the short one. A cubic one takes seconds for either."""
GROWTH = 10
"""How much longer than the short string the whole one may take: 5 times is linear, 25 times quadratic."""
COMMON = (
    *("1", "1.", "1-", "1,", "1:", "1/", "0a", "a1", "a", "A", "Aa ", "a-", "A.", "a.", " ", "\n", "\t", "_"),
    *("'", '"', "(", ")", "[", "<", "<a ", "&", "&a;", ".", ",", "-", "/", "://", "http://a", "www.", "@"),
    *("a@", "a@b.", "%", "%41", "$1", "1 ", "1 000", "\\", "=", "ab ", "A B ", "é", "\u00a0", "{", "}", "|"),
)

BOUNDED = {
    "listen.clean.dom.text._CITED": 320,
    "listen.clean.dom.text._LONG_WORD": 20,
    "listen.clean.dom.text._STAMP": 80,
    "listen.clean.formats.pdf.page_layout.LEADERS": 400,
    "listen.clean.formats.pdf.pdf_document._SENTENCE": 200,
    "listen.clean.dom.plain.text_layout._WIKI_TITLE": 200,
    "listen.clean.metadata.authors.author_lines._DATED_BY": 120,
    "listen.clean.metadata.authors.person_names._BEHIND": 200,
    "listen.clean.metadata.authors.person_names._ROLE": 200,
}
"""Patterns that are quadratic, and how many characters the one place that uses them gives them at most."""


# --- the patterns -----------------------------------------------------------------------------------------


def modules(only: str = "") -> Iterator[ModuleType]:
    """Every module of the package, or of a part of it."""
    import listen

    for found in pkgutil.walk_packages(listen.__path__, "listen."):
        if not found.name.endswith("__main__") and found.name.startswith(only):
            yield importlib.import_module(found.name)


class Known(NamedTuple):
    """What is known of a pattern."""

    where: str
    """The module where it was found."""
    everywhere: bool
    """Whether it is tried at every place of a text. One that is only ever matched at the beginning of a
    string may look at all of it once."""
    most: int
    """Characters of the longest string that it is given; 0 for any."""


def patterns(only: str = "") -> dict[tuple[str | bytes, int], Known]:
    """What is known of each pattern, by its source and flags."""
    everywhere: set[tuple[str | bytes, int]] = set()
    seen: dict[tuple[str | bytes, int], str] = {}
    most: dict[tuple[str | bytes, int], int] = {}
    for module in modules(only):
        tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
        named = {n: v for n, v in vars(module).items() if isinstance(v, re.Pattern)}
        loose = _loose(tree, named)
        for name, value in vars(module).items():
            for compiled in _within(value, set()):
                key: tuple[str | bytes, int] = (compiled.pattern, compiled.flags)
                seen.setdefault(key, module.__name__)
                if name not in named and (loose or _rules(value)):
                    everywhere.add(key)
                if name in named and f"{module.__name__}.{name}" in BOUNDED:
                    most[key] = BOUNDED[f"{module.__name__}.{name}"]
        everywhere |= {(named[n].pattern, named[n].flags) for n in _searched(tree, named, loose)}
        for source, flags, searched in _called(module, tree):
            key = source, re.compile(source, flags).flags
            seen.setdefault(key, module.__name__)
            if searched:
                everywhere.add(key)
    known = {key: Known(where, key in everywhere, most.get(key, 0)) for key, where in seen.items()}
    known |= _phrases() if phrases.__name__.startswith(only) else {}
    return known | (_hints() if hints.__name__.startswith(only) else {})


def _hints() -> dict[tuple[str | bytes, int], Known]:
    """The groups of class names, which are compiled for the first page."""
    one, each = hints._hint_patterns()
    return {(p.pattern, p.flags): Known(hints.__name__, True, 0) for p in (one, *each)}


def _phrases() -> dict[tuple[str | bytes, int], Known]:
    """The rows of the table of furniture, which are compiled when they are first needed, and the patterns
    that let most lines pass all of them."""
    lengths = {"line": phrases.MOST_OF_LINE, "label": phrases.MOST_OF_LINE}
    rows: dict[tuple[str | bytes, int], Known] = {
        (p.pattern.pattern, p.pattern.flags): Known(
            phrases.__name__, p.where == "any", lengths.get(p.where, phrases.MOST_CHARACTERS)
        )
        for p in phrases.phrases()
    }
    for where, most in (("", phrases.MOST_OF_LINE), ("never", phrases.MOST_CHARACTERS)):
        for sieve in phrases._sieves(where):
            rows[sieve.pattern, sieve.flags] = Known(phrases.__name__, False, most)
    return rows


def _rules(value: Any) -> bool:
    """Whether it is a table of the speech stage's rules, which are tried wherever a token begins."""
    parts = value if isinstance(value, (list, tuple)) else [value]
    return any(type(part).__name__ in ("Rule", "European") for part in parts)


def _everywhere(call: ast.Call) -> bool:
    """A method that looks at every place, or one that is given a place to begin at."""
    method = call.func
    assert isinstance(method, ast.Attribute)
    if method.attr in ("search", "finditer", "findall", "sub", "subn", "split"):
        return True
    return method.attr in ("match", "fullmatch") and len(call.args) > 1


def _calls(tree: ast.Module) -> Iterator[tuple[ast.Call, str]]:
    """Method calls, with the name that they are called on; "" for anything else."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node, node.func.value.id if isinstance(node.func.value, ast.Name) else ""


def _loose(tree: ast.Module, named: dict[str, re.Pattern[str]]) -> bool:
    """Whether any pattern without a name of its own (of a table, of a loop) is looked for everywhere."""
    return any(
        name not in named and name != "re" and _everywhere(call) and call.func.attr != "split"  # a text's
        for call, name in _calls(tree)
        if isinstance(call.func, ast.Attribute)
    )


def _searched(tree: ast.Module, named: dict[str, re.Pattern[str]], loose: bool) -> set[str]:
    """Names of patterns that are looked for everywhere, or handed on where others are."""
    found = {name for call, name in _calls(tree) if name in named and _everywhere(call)}
    owners = {id(call.func.value) for call, _ in _calls(tree) if isinstance(call.func, ast.Attribute)}
    if loose:
        found |= {
            node.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
            and node.id in named and id(node) not in owners
        }  # fmt: skip
    return found


def _within(value: Any, met: set[int], depth: int = 0) -> Iterator[re.Pattern[str]]:
    if id(value) in met or depth > 6:
        return
    met.add(id(value))
    if isinstance(value, re.Pattern):
        yield value
    elif type(value).__name__ == "Rule":
        yield value.pattern
    elif isinstance(value, dict):
        for part in list(value.values()):
            yield from _within(part, met, depth + 1)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for part in value:
            if not isinstance(part, (str, int)):
                yield from _within(part, met, depth + 1)
    elif type(value).__module__.startswith("listen.") and not isinstance(value, ModuleType):
        names = getattr(type(value), "__slots__", ()) or getattr(value, "__dict__", {})
        for name in names:
            yield from _within(getattr(value, name, None), met, depth + 1)


_FLAGS_AT = dict.fromkeys(("match", "fullmatch", "search", "findall", "finditer"), 2) | {"split": 3, "sub": 4}
"""Functions of `re` that look for something, and which argument of theirs is the flags."""


def _called(module: ModuleType, tree: ast.Module) -> Iterator[tuple[str | bytes, int, bool]]:
    """`re.search("…", …)` in functions: patterns that are constants or a module's own strings, their flags,
    and whether they are looked for everywhere. What is compiled first is found among a module's values."""
    for call, name in _calls(tree):
        method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        if name != "re" or method not in _FLAGS_AT:
            continue
        given = [k.value for k in call.keywords if k.arg == "flags"] or call.args[_FLAGS_AT[method] :]
        try:
            source, *flags = (
                eval(compile(ast.Expression(node), "", "eval"), vars(module))
                for node in (call.args[0], *given)
            )
            re.compile(source, *flags)
        except (NameError, TypeError, AttributeError, KeyError, re.error):
            continue  # made from a function's own values
        if isinstance(source, (str, bytes)):
            yield source, sum(flags), method not in ("match", "fullmatch")


# --- the strings ------------------------------------------------------------------------------------------


def attacks(pattern: str | bytes, flags: int, *sizes: int) -> list[tuple[str, ...]]:
    """Strings, each in about as many characters as are asked for."""
    tree = parser.parse(pattern, flags & ~re.DEBUG)
    made: dict[tuple[str, ...], None] = {}
    for before, body in _repeats(list(tree), ""):
        for unit in {body, body[:1], body[:1] + body[-1:]} - {""}:
            for end in ("", "\x01", "!"):
                made[tuple(before + unit * max(1, (n - len(before)) // len(unit)) + end for n in sizes)] = (
                    None
                )
            made[tuple((before + unit) * max(1, n // (len(before) + len(unit))) for n in sizes)] = None
    return list(made)


@cache
def common(size: int) -> list[str]:
    """Strings that hurt whatever the pattern is."""
    noise = random.Random(7)
    made = [unit * (size // len(unit)) + "\x01" for unit in COMMON]
    made += ["".join(noise.choices("0123456789abcdef", k=size)), "".join(noise.choices("aB1-. /", k=size))]
    return made


def _repeats(items: list[Any], before: str) -> Iterator[tuple[str, str]]:
    """For each repeat in the tree: a string that leads to it, and one that its body takes."""
    for op, value in items:
        if op in (const.MAX_REPEAT, const.MIN_REPEAT, const.POSSESSIVE_REPEAT):
            low, high, body = value
            if high > 8:
                for variant in range(2):
                    yield before, _sample(list(body), variant)
            yield from _repeats(list(body), before)
            before += _sample(list(body), 0) * low
        elif op is const.SUBPATTERN:
            yield from _repeats(list(value[3]), before)
            before += _sample(list(value[3]), 0)
        elif op is const.ATOMIC_GROUP:
            yield from _repeats(list(value), before)
            before += _sample(list(value), 0)
        elif op is const.BRANCH:
            for branch in value[1]:
                yield from _repeats(list(branch), before)
            before += _sample(list(value[1][0]), 0)
        elif op in (const.ASSERT, const.ASSERT_NOT):
            yield from _repeats(list(value[1]), before)
        else:
            before += _sample([(op, value)], 0)


def _sample(items: list[Any], variant: int) -> str:
    """One string that the items match, as nearly as it can be told."""
    out = ""
    for op, value in items:
        if op is const.LITERAL:
            out += chr(value)
        elif op is const.NOT_LITERAL:
            out += "a" if value != ord("a") else "b"
        elif op is const.ANY:
            out += "a"
        elif op is const.IN:
            out += _member(value, variant)
        elif op in (const.MAX_REPEAT, const.MIN_REPEAT, const.POSSESSIVE_REPEAT):
            out += _sample(list(value[2]), variant) * max(value[0], variant and 1)
        elif op is const.SUBPATTERN:
            out += _sample(list(value[3]), variant)
        elif op is const.ATOMIC_GROUP:
            out += _sample(list(value), variant)
        elif op is const.BRANCH:
            out += _sample(list(value[1][variant % len(value[1])]), variant)
    return out


_CATEGORIES = {
    const.CATEGORY_DIGIT: "1",
    const.CATEGORY_SPACE: " ",
    const.CATEGORY_WORD: "a",
    const.CATEGORY_NOT_SPACE: "a",
    const.CATEGORY_NOT_DIGIT: "a",
    const.CATEGORY_NOT_WORD: "-",
}


def _member(parts: list[Any], variant: int) -> str:
    if parts[0][0] is const.NEGATE:
        probe = re.compile("[^" + "".join(_class(p) for p in parts[1:]) + "]")
        return next((c for c in ("a1 -.\n" if not variant else " -a.1\n") if probe.match(c)), "\u00e9")
    op, value = parts[-1 if variant else 0]
    if op is const.LITERAL:
        return chr(value)
    if op is const.RANGE:
        return chr(value[1] if variant else value[0])
    return _CATEGORIES.get(value, "a")


def _class(part: tuple[Any, Any]) -> str:
    op, value = part
    if op is const.LITERAL:
        return re.escape(chr(value))
    if op is const.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    names = {const.CATEGORY_DIGIT: r"\d", const.CATEGORY_SPACE: r"\s", const.CATEGORY_WORD: r"\w"}
    names |= {
        const.CATEGORY_NOT_SPACE: r"\S",
        const.CATEGORY_NOT_DIGIT: r"\D",
        const.CATEGORY_NOT_WORD: r"\W",
    }
    return names.get(value, "")


# --- the trial --------------------------------------------------------------------------------------------


class TooSlowError(Exception):
    """The CPU limit of one string."""


def _ring(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlowError


def tried(pattern: re.Pattern[Any], given: str, everywhere: bool, limit_s: float = LIMIT_S) -> bool:
    """Whether every match in the text was found in time. The engine looks for signals while it works."""
    text: Any = given.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else given
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, limit_s)
        try:
            pattern.match(text)
            for _ in pattern.finditer(text) if everywhere else ():
                pass
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    except TooSlowError:  # also where it rings while the clock is being stopped
        return False
    return True


def endures(pattern: re.Pattern[Any], short: str, whole: str, everywhere: bool) -> bool:
    """Whether a pattern is quick on a short string, and where it is not, on the whole one too.

    A machine may be slow, and a linear pattern may have much to do at each place: the whole string may take
    as long as its length asks for.
    """
    begun = time.process_time()
    endured = tried(pattern, short, everywhere)
    took_s = time.process_time() - begun
    if endured and took_s < QUICK_S:
        return True
    return endured and tried(pattern, whole, everywhere, max(LIMIT_S, took_s * GROWTH))


def slow(size: int, only: str = "") -> list[tuple[str, str, str, str]]:
    """Kind, module, pattern and the string's beginning, for each pattern that takes too long."""
    signal.signal(signal.SIGVTALRM, _ring)
    found = []
    for (source, flags), known in sorted(patterns(only).items(), key=lambda item: item[1]):
        compiled = re.compile(source, flags)
        for length, kind in ((EXPONENTIAL, "exponential"), (known.most or size, "quadratic")):
            shorter = min(length, FIRST_SIGHT)
            pairs = [
                *attacks(source, flags, shorter, length),
                *zip(common(shorter), common(length), strict=True),
            ]
            text = next(
                (whole for short, whole in pairs if not endures(compiled, short, whole, known.everywhere)),
                None,
            )
            if text is not None:
                shown = source if isinstance(source, str) else source.decode("latin-1")
                found.append((kind, known.where, shown, text[:60]))
                break
    return found


def found(size: int, only: str, patience_s: float) -> list[list[str]]:
    """What a process of its own finds too slow; one that hangs is ended, and that is a failure too."""
    command = [sys.executable, __file__, "--size", str(size), "--only", only]
    done = subprocess.run(command, capture_output=True, text=True, timeout=patience_s, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.slow
def test_no_pattern_of_the_package_is_quadratic() -> None:
    assert found(LINEAR, "", 600) == []


def test_what_is_bounded_is_there() -> None:
    names = {f"{m.__name__}.{n}" for m in modules() for n, v in vars(m).items() if isinstance(v, re.Pattern)}
    assert names >= set(BOUNDED)


def test_patterns_are_found_wherever_they_stand() -> None:
    sources = {source for source, _ in patterns("listen.clean")}
    assert any("lorem ipsum" in source for source in sources if isinstance(source, str))  # a table's row
    assert any(isinstance(source, bytes) for source in sources)


def test_what_is_slow_is_seen() -> None:
    signal.signal(signal.SIGVTALRM, _ring)
    assert not tried(re.compile(r"(?:a+)+b"), "a" * EXPONENTIAL, False, LIMIT_S / 4)  # it would take for ever
    assert not tried(re.compile(r"\s+x"), " " * LINEAR, True, LIMIT_S / 4)
    assert tried(re.compile(r"(?<!\s)\s+x"), " " * LINEAR, True)


def test_what_is_slow_is_seen_at_first_sight() -> None:
    signal.signal(signal.SIGVTALRM, _ring)
    heavy = re.compile(r"(?:ab|\s){0,900}x")
    assert endures(heavy, " " * FIRST_SIGHT, " " * LINEAR, True)  # much to do at each place, yet linear
    assert not endures(re.compile(r"\s+x"), " " * FIRST_SIGHT, " " * LINEAR, True)
    assert endures(re.compile(r"(?<!\s)\s+x"), " " * FIRST_SIGHT, " " * LINEAR, True)


def main(arguments: list[str]) -> None:
    """Print what is too slow, one JSON line each, and how many were tried."""
    size = int(arguments[arguments.index("--size") + 1]) if "--size" in arguments else LINEAR
    only = arguments[arguments.index("--only") + 1] if "--only" in arguments else ""
    begun = time.process_time()
    for line in slow(size, only):
        print(json.dumps(line), flush=True)
    print(f"{len(patterns(only))} patterns, {time.process_time() - begun:.1f} CPU s", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
