"""The data that a page streams to its scripts: rows of React's server components, as Next.js writes them.

Each `self.__next_f.push([1, "…"])` brings a piece of one long text. A row of it is `id:` and JSON up to the
end of the line, or `id:Tlength,` and so many bytes of text, which other rows call `"$id"`.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

_PIECE = re.compile(r"__next_f\.push\(\s*(?=\[\s*1\s*,)")
_ROW = re.compile(rb"([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),)?")
_NAMED = re.compile(r'"\$([0-9a-f]{1,8})"')


def piece(script: str) -> str:
    """Return what a script adds to the stream; empty for one that adds nothing."""
    found = []
    for match in _PIECE.finditer(script):
        try:
            part = json.JSONDecoder(strict=False).raw_decode(script, match.end())[0]
        except (ValueError, RecursionError):
            continue
        if len(part) > 1 and isinstance(part[1], str):
            found.append(part[1])
    return "".join(found)


def rows(stream: str) -> Iterator[Any]:
    """Yield the data in a stream, with the texts that it names in their places."""
    texts: dict[str, str] = {}
    lines: list[str] = []
    data = stream.encode("utf-8", "replace")
    at = 0
    while at < len(data):
        end = data.find(b"\n", at) + 1 or len(data)
        row = _ROW.match(data, at)
        if row and row[2]:
            end = row.end() + int(row[2], 16)
            texts[row[1].decode()] = data[row.end() : end].decode("utf-8", "replace")
        elif row and data[row.end() : row.end() + 1] in (b"[", b"{"):
            lines.append(data[row.end() : end].decode("utf-8", "replace"))
        at = end
    for line in lines:
        whole = _NAMED.sub(lambda m: json.dumps(texts[m[1]]) if m[1] in texts else m[0], line)
        try:
            yield json.loads(whole, strict=False)
        except (ValueError, RecursionError):
            continue
