"""Extraction side by side: `listen.clean` and the installed extractors on all sets, as Markdown tables.

    python tests/bench/extract.py [--only listen,trafilatura] [--folds]

pip install trafilatura readability-lxml newspaper4k resiliparse    to have the peers beside us
readability.js and defuddle come by themselves where Node and npm are installed.
--folds adds “listen, unseen pages”: the same code with weights from the other four fifths of the pages (needs
lightgbm); the row that says how it does on pages that it was not trained on.

Each tool runs in a process of its own, one page after the other; pages a second are by CPU time of the
extraction alone. Figures come from the shared benchmark data's own scorers.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import extract_node
import scorers
from extract_data import KINDS, PIECES, SETS, bench_dir, cache_dir, data_dir, page_bytes, truth

Extract = Callable[[bytes, str], dict[str, Any]]


def _listen() -> Extract:
    from listen.clean import clean
    from listen.errors import ListenError

    def run(data: bytes, url: str) -> dict[str, Any]:
        try:
            article = clean(data, url)
        except ListenError as error:
            return {"articleBody": "", "refused": str(error)}
        date = (article.published or "")[:10] or None
        return {"articleBody": article.text, "title": article.title, "author": article.byline, "date": date}

    return run


def _trafilatura(**options: Any) -> Callable[[], Extract]:
    def load() -> Extract:
        import trafilatura

        def run(data: bytes, url: str) -> dict[str, Any]:
            found = trafilatura.bare_extraction(
                data, url=url, with_metadata=True, include_comments=False, include_tables=True, **options
            )
            if found is None:
                return {"articleBody": ""}
            return {
                "articleBody": found.text,
                "title": found.title,
                "author": found.author,
                "date": found.date,
            }

        return run

    return load


def _lines(markup: str) -> str:
    """The text of cleaned HTML, a line for each block."""
    import lxml.html

    if not markup.strip():
        return ""
    tree = lxml.html.fromstring(f"<div>{markup}</div>")
    for block in tree.iter(
        "br", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote", "pre"
    ):
        block.text = f"\n{block.text or ''}"
        block.tail = f"\n{block.tail or ''}"
    return str(tree.text_content())


def _readability() -> Extract:
    from readability import Document

    def run(data: bytes, url: str) -> dict[str, Any]:
        document = Document(data.decode("utf-8", "replace"))
        return {
            "articleBody": _lines(document.summary()),
            "title": document.short_title(),
            "author": None,
            "date": None,
        }

    return run


def _newspaper() -> Extract:
    import newspaper

    def run(data: bytes, url: str) -> dict[str, Any]:
        article = newspaper.Article(url or "http://example.org/", fetch_images=False)
        article.download(input_html=data.decode("utf-8", "replace"))
        article.parse()
        date = article.publish_date.strftime("%Y-%m-%d") if article.publish_date else None
        return {
            "articleBody": article.text,
            "title": article.title,
            "author": ", ".join(article.authors) or None,
            "date": date,
        }

    return run


def _resiliparse() -> Extract:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    def run(data: bytes, url: str) -> dict[str, Any]:
        tree = HTMLTree.parse(data.decode("utf-8", "replace"))
        text = extract_plain_text(tree, main_content=True, alt_texts=False, links=False)
        return {"articleBody": text, "title": tree.title, "author": None, "date": None}

    return run


TOOLS: dict[str, tuple[str, Callable[[], Extract]]] = {
    "listen": ("listen", _listen),
    "trafilatura": ("trafilatura", _trafilatura()),
    "trafilatura precision": ("trafilatura", _trafilatura(favor_precision=True)),
    "trafilatura recall": ("trafilatura", _trafilatura(favor_recall=True)),
    "trafilatura fast": ("trafilatura", _trafilatura(fast=True)),
    "readability-lxml": ("readability", _readability),
    "newspaper4k": ("newspaper", _newspaper),
    "resiliparse": ("resiliparse", _resiliparse),
}


def run_tool(name: str, out: Path) -> None:
    """Extract every page of all sets with one tool; predictions and speed into `out`."""
    extract = TOOLS[name][1]()
    extract(b"<html><body><p>warm up, so that imports are not timed</p></body></html>", "")
    pages, seconds = 0, 0.0
    for set_name in (*SETS, PIECES, KINDS):
        pred = {}
        for key, gold in truth(set_name).items():
            data = page_bytes(set_name, key)
            start = time.process_time()
            try:
                pred[key] = extract(data, gold.get("url") or "")
            except Exception as error:  # noqa: BLE001 - a peer that breaks on a page scores as empty
                pred[key] = {"articleBody": "", "refused": repr(error)}
            seconds += time.process_time() - start
            pages += 1
        (out / f"{set_name}.json").write_text(json.dumps(pred), "utf-8")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    (out / "speed.json").write_text(json.dumps({"pages_s": pages / seconds, "peak_mb": peak}), "utf-8")


def run_node(name: str, place: Path, out: Path) -> None:
    """The same for a tool that runs in Node."""
    keyed = [
        (f"{s}/{k}", data_dir(s) / "html" / f"{k}.html", str(g.get("url") or ""))
        for s in SETS
        for k, g in truth(s).items()
    ]
    found = extract_node.run(place, name, keyed, out)
    for set_name in SETS:
        pred = {}
        for key in truth(set_name):
            page = found["results"][f"{set_name}/{key}"]
            date = (page.get("date") or "")[:10] or None
            pred[key] = {
                "articleBody": _lines(page["html"] or ""),
                "title": page.get("title"),
                "author": page.get("author"),
                "date": date,
            }
            if "refused" in page:
                pred[key]["refused"] = page["refused"]
        (out / f"{set_name}.json").write_text(json.dumps(pred), "utf-8")
    figures = {"pages_s": len(keyed) / found["seconds"], "peak_mb": found["peak_mb"]}
    (out / "speed.json").write_text(json.dumps(figures), "utf-8")


def _scorer(script: str, *args: str) -> str:
    command = [sys.executable, str(bench_dir() / "extract" / script), *args]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def measure(folder: Path) -> dict[str, float | str]:
    """All figures of one tool from its predictions."""
    row: dict[str, float | str] = {}
    for name in SETS:
        short, pred = name.split("_")[0], str(folder / f"{name}.json")
        line = _scorer("score.py", str(data_dir(name) / "gt.json"), pred).splitlines()[-1].split()
        row[f"F1 {short}"], row[f"exact {short}"] = float(line[-2]), float(line[-1])
        found = re.search(r"any residue .*\((.*)%\)", _scorer("residue.py", str(data_dir(name)), pred))
        row[f"residue {short}"] = float(found.group(1)) / 100 if found else "–"
        row[f"beyond {short}"] = _beyond(name, json.loads(Path(pred).read_text("utf-8")))
    wcxb = (str(data_dir("wcxb_dev")), str(folder / "wcxb_dev.json"))
    row["headings"], row["items"] = re.findall(r"(\d\.\d+) of", _scorer("structure.py", *wcxb))
    pattern = r"(?:title|author|date) ([\d.-]+)|invented ([\d.-]+)"
    values = [a or b for a, b in re.findall(pattern, _scorer("metadata.py", *wcxb))]
    row |= dict(zip(("title", "author", "author invented", "date", "date invented"), values, strict=True))
    pred = json.loads((folder / "wcxb_dev.json").read_text("utf-8"))
    row["refused"] = str(sum("refused" in p for p in pred.values()))
    row |= _of_pieces(folder) | _of_kinds(folder)
    speed = folder / "speed.json"
    if speed.exists():
        figures = json.loads(speed.read_text("utf-8"))
        row["pages/s"], row["peak MB"] = f"{figures['pages_s']:.0f}", str(figures["peak_mb"])
    return row


def _beyond(name: str, pred: dict[str, dict[str, Any]]) -> float:
    """The share of pages with a line of residue whose words do not stand in the marked body either.

    The marks straighten quotes and set no bars between cells: by the scorer lines of theirs are ours.
    """
    sys.path.insert(0, str(bench_dir() / "extract"))
    kinds = importlib.import_module("residue").kinds
    found, gold = 0, truth(name)
    for key, page in gold.items():
        own, marked = f" {_words(page['articleBody'])} ", " ".join(page["articleBody"].split())
        for line in (pred.get(key, {}).get("articleBody") or "").split("\n"):
            said = re.sub(r"^(?:[-•*]|[0-9]+[.)])\s+", "", " ".join(line.split()))
            if said and said not in marked and f" {_words(said)} " not in own and kinds(said):
                found += 1
                break
    return found / len(gold)


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _of_pieces(folder: Path) -> dict[str, float | str]:
    """The set of which pieces are known, where the tool was run on it; what is refused has nothing."""
    path = folder / f"{PIECES}.json"
    if not path.exists():
        return {}
    pred = json.loads(path.read_text("utf-8"))
    lost = want = held = bad = nothing = 0
    right = dict.fromkeys(("title", "author", "date"), 0)
    stated = dict.fromkeys(right, 0)
    invented = anonymous = 0
    for key, gold in truth(PIECES).items():
        page = pred.get(key) or {}
        read = "" if "refused" in page else f"{page.get('title') or ''}\n{page.get('articleBody') or ''}"
        gone, wanted, kept, unwanted = scorers.pieces(gold, read)
        lost, want, held, bad = lost + gone, want + wanted, held + kept, bad + unwanted
        nothing += bool(wanted) and gone == wanted
        if not gold.get("annot"):
            continue
        author = gold["author"]
        true = {**gold, "author": "; ".join(author) if isinstance(author, list) else author}
        same = {"title": scorers.same_title, "author": scorers.same_authors, "date": scorers.same_day}
        for name, of in same.items():
            if true[name]:
                stated[name] += 1
                right[name] += of(true[name], page.get(name))
        if not author:
            anonymous, invented = anonymous + 1, invented + bool(page.get("author"))
    shares = {f"{name} tf": right[name] / max(1, stated[name]) for name in right}
    return {
        "lost tf": lost / max(1, want),
        "kept tf": held / max(1, bad),
        "nothing tf": f"{nothing} of {len(pred)}",
        **shares,
        "author invented tf": invented / max(1, anonymous),
    }


def _of_kinds(folder: Path) -> dict[str, float | str]:
    """F1 of threads and of manuals' pages, where the tool was run on them."""
    path = folder / f"{KINDS}.json"
    if not path.exists():
        return {}
    pred, gold = json.loads(path.read_text("utf-8")), truth(KINDS)
    out: dict[str, float | str] = {}
    for kind in ("forum", "documentation"):
        pages = [key for key, page in gold.items() if page["kind"] == kind]
        read = [
            scorers.body_counts(gold[key]["articleBody"], pred[key].get("articleBody") or "") for key in pages
        ]
        out[f"F1 {kind}"] = scorers.f1_of(read)[2]
    return out


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", help="names of tools, comma-separated")
    parser.add_argument("--folds", action="store_true", help="add the row for unseen pages")
    parser.add_argument("--tool", help=argparse.SUPPRESS)
    parser.add_argument(
        "--out",
        type=Path,
        help="where predictions go, and stay: tools whose predictions are there are not run again",
    )
    args = parser.parse_args()
    if args.tool:
        run_tool(args.tool, args.out)
        return
    wanted = args.only.split(",") if args.only else [*TOOLS, *extract_node.NAMES]
    rows: dict[str, dict[str, float | str]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        base = args.out or Path(temporary)
        for name in wanted:
            folder = base / name.replace(" ", "-")
            folder.mkdir(parents=True, exist_ok=True)
            node = extract_node.installed(cache_dir()) if name in extract_node.NAMES else None
            if (folder / "speed.json").exists():
                print(f"{name}: from {folder}", file=sys.stderr)
            elif node is not None:
                run_node(name, node, folder)
            elif name in TOOLS and importlib.util.find_spec(TOOLS[name][0]) is not None:
                subprocess.run([sys.executable, __file__, "--tool", name, "--out", str(folder)], check=True)
            else:
                print(f"{name}: not installed, left out", file=sys.stderr)
                continue
            rows[name] = measure(folder)
        if args.folds:
            folder = base / "folds"
            folder.mkdir(parents=True, exist_ok=True)
            train = Path(__file__).with_name("extract_train.py")
            if not (folder / f"{SETS[-1]}.json").exists():
                subprocess.run([sys.executable, str(train), "--predict", str(folder)], check=True)
            rows["listen, unseen pages"] = measure(folder)
    columns = list(dict.fromkeys(column for row in rows.values() for column in row))
    print("| tool | " + " | ".join(columns) + " |")
    print("|---|" + "---|" * len(columns))
    for name, row in rows.items():
        cells = (row.get(c, "–") for c in columns)
        print(
            f"| {name} | " + " | ".join(f"{c:.3f}" if isinstance(c, float) else str(c) for c in cells) + " |"
        )


if __name__ == "__main__":
    main()
