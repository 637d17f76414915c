"""readability.js and defuddle, through npm, on the pages of the extraction benchmark.

Both run in one Node process each on the linkedom tree; what they give back is HTML, which `extract.py` turns
into lines as it does for readability-lxml. Nothing is fetched before a row is asked for; the packages lie in
the benchmark's cache folder, none of their install scripts run.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

PACKAGES = ("@mozilla/readability@0.6.0", "linkedom@0.18.15", "defuddle@0.19.4")
NAMES = ("readability.js", "defuddle")

SCRIPT = """
import { readFileSync, writeFileSync } from "node:fs";
import { parseHTML } from "linkedom";
import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
const [tool, list, out] = process.argv.slice(2);
console.log = console.warn = console.error = () => {};
async function extract(html, url) {
  const { document } = parseHTML(html);
  if (tool === "defuddle") {
    const found = await Defuddle(document, url, { useAsync: false });
    return { html: found.content, title: found.title, author: found.author, date: found.published };
  }
  const found = new Readability(document).parse();
  if (!found) return { html: "" };
  return { html: found.content, title: found.title, author: found.byline, date: found.publishedTime };
}
await extract("<html><body><p>warm up</p></body></html>", "https://example.org/").catch(() => {});
const results = {};
let spent = 0;
for (const [key, path, url] of JSON.parse(readFileSync(list, "utf8"))) {
  const html = readFileSync(path, "utf8");
  const before = process.cpuUsage();
  try { results[key] = await extract(html, url || "https://example.org/"); }
  catch (error) { results[key] = { html: "", refused: String(error) }; }
  const used = process.cpuUsage(before);
  spent += used.user + used.system;
}
const memory = Math.round(process.resourceUsage().maxRSS / 1024);
writeFileSync(out, JSON.stringify({ results, seconds: spent / 1e6, peak_mb: memory }));
"""


def installed(cache: Path) -> Path | None:
    """The folder with the packages, fetched on first use; None where Node or the packages cannot be had."""
    place = cache / "extract-node"
    if shutil.which("node") is None or shutil.which("npm") is None:
        return None
    if not all((place / "node_modules" / name.rpartition("@")[0]).is_dir() for name in PACKAGES):
        place.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--prefix", str(place), "--ignore-scripts", "--no-audit", "--no-fund"]
        done = subprocess.run([*command, *PACKAGES], capture_output=True, text=True, check=False)
        if done.returncode:
            return None
    (place / "extract.mjs").write_text(SCRIPT, "utf-8")
    return place


def run(place: Path, tool: str, pages: Sequence[tuple[str, Path, str]], folder: Path) -> dict[str, Any]:
    """Results by page (HTML, title, author, date), CPU seconds and peak megabytes of one tool."""
    listed, out = folder / "pages.json", folder / "results.json"
    listed.write_text(json.dumps([(key, str(path), url) for key, path, url in pages]), "utf-8")
    command = ["node", str(place / "extract.mjs"), tool, str(listed), str(out)]
    subprocess.run(command, check=True, cwd=place, env=os.environ)
    found: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return found
