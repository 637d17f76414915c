"""Pages without a declared encoding: is it told? Ours beside chardet and charset-normalizer.

    python tests/bench/undeclared.py FOLDER…

FOLDER has a text in UTF-8 a language; its first line is `# ` and the encodings to write it in. Each is cut to
200, 1,000 and 5,000 bytes at three places and stands in a page's markup.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

SIZES = (200, 1000, 5000)
MARKUP = (
    "<html><head><title>{title}</title><style>p {{margin: 1em}}</style></head>\n<body>"
    '<ul class="menu"><li><a href="/">Home</a></li><li><a href="/news.html">News</a></li></ul>\n'
    "<h1>{title}</h1>\n{body}\n<div class=foot>Copyright 2004</div></body></html>\n"
)


def pages(folder: Path) -> Iterator[tuple[str, str, int, str, bytes]]:
    """Language, encoding, bytes of prose, the page as text and as bytes."""
    for file in sorted(folder.glob("*.txt")):
        head, _, text = file.read_text("utf-8").partition("\n")
        for encoding in head.removeprefix("# ").split():
            whole = text.encode(encoding, "ignore").decode(encoding)
            width = len(whole.encode(encoding)) / len(whole)
            for size in SIZES:
                letters = round(size / width)
                starts = {max(0, (len(whole) - letters) * third // 2) for third in range(3)}
                for start in sorted(starts):
                    prose = whole[start : start + letters]
                    body = "\n".join(f"<p>{line}</p>" for line in prose.split("\n"))
                    page = MARKUP.format(title=prose[:12].strip(), body=body)
                    data = page.encode(encoding)
                    if not data.isascii():
                        yield file.stem, encoding, size, page, data


def _ours(data: bytes) -> str:
    from listen.clean.dom.encodings.guess import told

    return told(data)


def _chardet(data: bytes) -> str:
    import chardet

    return str(chardet.detect(data)["encoding"] or "")


def _normalizer(data: bytes) -> str:
    import charset_normalizer

    best = charset_normalizer.from_bytes(data).best()
    return best.encoding if best else ""


DETECTORS: dict[str, Callable[[bytes], str]] = {
    "listen": _ours,
    "chardet": _chardet,
    "charset-normalizer": _normalizer,
}


def verdict(guessed: str, page: str, data: bytes) -> str:
    """`right`, `wrong` or `none`: by the text that comes of it, not by the encoding's name."""
    if not guessed:
        return "none"
    try:
        return "right" if data.decode(guessed, "replace") == page else "wrong"
    except LookupError:
        return "wrong"


def main(folders: list[str]) -> None:
    """Print right, wrong and none of each detector by size, and what ours has wrong."""
    cases = [case for folder in folders for case in pages(Path(folder))]
    faults = []
    for name, detect in DETECTORS.items():
        began = time.process_time()
        counts: dict[int, Counter[str]] = {size: Counter() for size in SIZES}
        for language, encoding, size, page, data in cases:
            guessed = detect(data)
            found = verdict(guessed, page, data)
            counts[size][found] += 1
            if name == "listen" and found != "right":
                faults.append(f"  {language} {encoding} {size}: {found} {guessed}")
        spent = (time.process_time() - began) / max(1, len(cases))
        for size, count in counts.items():
            row = " ".join(f"{kind} {count[kind]:4}" for kind in ("right", "wrong", "none"))
            print(f"{name:20} {size:5} bytes  {row}")
        print(f"{name:20} {spent * 1000:.1f} ms a page")
    print("\n".join(faults))


if __name__ == "__main__":
    main(sys.argv[1:])
