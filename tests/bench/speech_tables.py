"""The entries of the tables of spoken words, found in the source, so that a test can change or delete each.

A table is a name on a module's top level that is given `table(…)`, `twins(…)`, `triples(…)`, `words(…)`,
`listed(…)`, a dictionary, a set or a tuple of texts, or rows of cells between bars (the currencies). An entry
is one key with its value, or one word. Where a value has several forms (one foot, many feet), each is one,
the second called `[ft/2]`.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SPEECH = ROOT / "listen" / "speech"
CHANGED = "banana"
_KEYED = frozenset(["table", "twins", "triples"])
_LISTS = frozenset(["words", "listed", "words_of"])
_LEFT_ALONE = frozenset(["__all__", "TRIGGERS", "_SILENT"])
"""No tables: names, the words that other tables have, patterns."""


@dataclass(frozen=True)
class Entry:
    """One entry of a table, and where it stands in the source."""

    module: str
    """The file's path below `listen/speech`."""
    table: str
    key: str
    start: int
    """Bytes from the file's beginning to the entry's text."""
    end: int
    value_start: int
    """Where its value begins, or the entry itself where it has none."""
    value_end: int
    keyed: bool
    """It has a key and a value; otherwise it is a word of a list or set."""
    form: int = 1
    """Which of its key's forms it is, or which of the words that are equal."""

    @property
    def name(self) -> str:
        """How a report calls it."""
        form = f"/{self.form}" if self.form > 1 else ""
        return f"{self.module}:{self.table}[{self.key}{form}]"

    def changed(self, source: bytes, by: str = CHANGED) -> bytes:
        """The source with another value, or another word."""
        return source[: self.value_start] + by.encode() + source[self.value_end :]

    def deleted(self, source: bytes) -> bytes:
        """The source without the entry."""
        return source[: self.start] + source[self.end :]


def entries(path: Path) -> list[Entry]:
    """All entries of a module's tables."""
    source = path.read_bytes()
    lines = [0]
    for line in source.split(b"\n"):
        lines.append(lines[-1] + len(line) + 1)
    found: list[Entry] = []
    module = str(path.relative_to(SPEECH))
    for node in ast.parse(source).body:
        name, value = _assigned(node)
        if name and value is not None and name not in _LEFT_ALONE:
            found += _of(value, source, lines, module, name)
    seen: Counter[str] = Counter()
    for n, entry in enumerate(found):
        seen[entry.name] += 1
        if seen[entry.name] > 1:
            found[n] = replace(entry, form=seen[entry.name])
    return found


def _assigned(node: ast.stmt) -> tuple[str, ast.expr | None]:
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id, node.value
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return node.target.id, node.value
    return "", None


def _of(value: ast.expr, source: bytes, lines: list[int], module: str, name: str) -> Iterator[Entry]:
    """The entries of a table's value; tables within a call of another name count too."""

    def span(node: ast.expr) -> tuple[int, int]:
        return (
            lines[node.lineno - 1] + node.col_offset,
            lines[(node.end_lineno or 1) - 1] + (node.end_col_offset or 0),
        )

    if isinstance(value, ast.BinOp):
        yield from _of(value.left, source, lines, module, name)
        yield from _of(value.right, source, lines, module, name)
    elif isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        called = value.func.id
        text = value.args[0] if value.args else None
        if called in _KEYED | _LISTS and isinstance(text, ast.Constant) and isinstance(text.value, str):
            start, end = span(text)
            pattern = rb"[^|]+" if called in _KEYED else rb"\S+"
            quote = re.match(rb"\"\"\"|'''|[\"']", source[start:])
            inside = start + (len(quote[0]) if quote else 1), end - (len(quote[0]) if quote else 1)
            for m in re.finditer(pattern, source[inside[0] : inside[1]]):
                yield from _text(m, inside[0], source, module, name, called in _KEYED)
        elif called == "frozenset" and value.args:
            yield from _of(value.args[0], source, lines, module, name)
        elif called not in ("Rule",):
            for keyword in value.keywords:
                if keyword.arg:
                    yield from _of(keyword.value, source, lines, module, f"{name}.{keyword.arg}")
    elif isinstance(value, ast.Constant) and isinstance(value.value, str) and name == "_ROWS":
        yield from _cells(source, *span(value), module, name)
    elif isinstance(value, ast.Dict):
        pairs = [(k, v) for k, v in zip(value.keys, value.values, strict=True) if isinstance(k, ast.Constant)]
        for key, said in pairs:
            texts = [n for n in ast.walk(said) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
            if isinstance(key.value, str) and texts and texts[0].value:
                start, end = span(key)[0], span(said)[1]
                stop = re.match(rb"\s*,", source[end:])
                end += len(stop[0]) if stop else 0
                low, high = span(texts[0])
                yield Entry(module, name, key.value, start, end, low + 1, high - 1, True)
    elif isinstance(value, (ast.Tuple, ast.List, ast.Set)):
        texts = [n for n in value.elts if isinstance(n, ast.Constant) and isinstance(n.value, str)]
        if len(texts) == len(value.elts) and all(re.fullmatch(r"[\w.'’ -]*", str(n.value)) for n in texts):
            for n in filter(lambda n: n.value, texts):
                low, high = span(n)
                stop = re.match(rb"\s*,", source[high:])
                end = high + (len(stop[0]) if stop else 0)
                yield Entry(module, name, str(n.value), low, end, low + 1, high - 1, False)


def _text(
    m: re.Match[bytes], base: int, source: bytes, module: str, name: str, keyed: bool
) -> Iterator[Entry]:
    """One entry of a table that is written as a text."""
    raw = m[0].decode()
    stripped = raw.strip()
    if not stripped or (keyed and "=" not in stripped):
        return
    lead = len(raw[: len(raw) - len(raw.lstrip())].encode())
    start = base + m.start() + lead
    end = start + len(stripped.encode())
    if not keyed:
        yield Entry(module, name, stripped, start, end, start, end, False)
        return
    key, _, said = stripped.partition("=")
    stop = re.match(rb"\s*\|", source[end:])
    after = end + (len(stop[0]) if stop else 0)
    value = start + len(f"{key}=".encode())
    for n, form in enumerate([said] if name == "_SPOKEN" else said.split("/"), 1):
        size = len(form.encode())
        if form:
            called = " ".join(key.split())
            yield Entry(module, name, called, start, after, value, value + size, True, n)
        value += size + 1


def _cells(source: bytes, start: int, end: int, module: str, name: str) -> Iterator[Entry]:
    """The rows of a text table: the first sign or code is the key, every form of the last cells an entry."""
    for row in re.finditer(rb"[^\n]+\n", source[start:end]):
        cells = row[0].decode().split("|")
        if len(cells) != 4:
            continue
        key = " ".join(cells[:2]).split()
        at = start + row.start() + len("|".join([*cells[:2], ""]).encode())
        called = (key or [cells[2].strip()])[0]
        for n, form in enumerate(re.finditer(rb"[^|/\n]+", source[at : start + row.end()]), 1):
            raw = form[0].decode()
            if raw.strip():
                low = at + form.start() + len(raw[: len(raw) - len(raw.lstrip())].encode())
                high = low + len(raw.strip().encode())
                yield Entry(module, name, called, start + row.start(), start + row.end(), low, high, True, n)


def modules() -> list[Path]:
    """Every module of spoken words."""
    return sorted(p for p in SPEECH.rglob("*.py") if p.name != "__init__.py")


def value_of(entry: Entry) -> str:
    """The value of an entry as the source has it, in one line."""
    source = (SPEECH / entry.module).read_bytes()
    return " ".join(source[entry.value_start : entry.value_end].decode().split())
