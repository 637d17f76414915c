"""Lighthouse gives the served application full marks for accessibility and best practices, page by page."""

from __future__ import annotations

import json

import pytest

from tests import programs
from tests.page.browser import FLAGS
from tests.server.conftest import Served

pytestmark = pytest.mark.slow


def test_full_marks_for_accessibility_and_best_practices(served: Served) -> None:
    modules = programs.node_modules("pa11y", "lighthouse")
    entry = served.library.entries()[-1]
    pages = ["", "add", "waiting", "subscribe", "settings", f"episode/{entry.id}"]
    urls = [*(f"{served.page}{name}" for name in pages), f"{served.root}login"]
    found = programs.node("app.mjs", modules, programs.need("chromium"), json.dumps(FLAGS), *urls)
    full = {"accessibility": 1, "best-practices": 1, "failed": []}
    assert {url: marks for url, marks in found.items() if marks != full} == {}
    assert len(found) == len(urls)
