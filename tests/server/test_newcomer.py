"""The beginning of docs/library.md, step by step as a newcomer goes it: from `pip install` to an episode that
plays on a phone. Only the article's address is another: one of this repository, not of the internet."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.page.browser import chromium
from tests.patience import PATIENCE_S
from tests.server.browsing import opened, sound, until
from tests.server.test_walks import PHONE

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
STEPS = re.search(
    r"## From nothing to an episode on a phone\n\n```sh\n(.*?)```\n(.*?)\n## ",
    (ROOT / "docs" / "library.md").read_text("utf-8"),
    re.DOTALL,
)
ARTICLE = ROOT / "seeds" / "library-parrot" / "article.html"


@pytest.mark.skipif(sys.platform == "win32", reason="the steps are written for a POSIX shell")
def test_from_pip_install_to_an_episode_on_a_phone(home: Path, tmp_path: Path) -> None:
    assert STEPS is not None
    lines = [line.removeprefix("$ ") for line in STEPS[1].splitlines() if line.startswith("$ ")]
    commands = [line.split("  #")[0].rstrip() for line in lines]
    assert commands == [
        "pip install listen-to-story",
        "listen add https://example.org/an-article",
        "listen serve --host 0.0.0.0",
    ]
    venv.create(tmp_path / "venv", with_pip=True)
    folder = tmp_path / "venv" / "bin"
    # Its dependencies are the ones that the tests have; itself it has from the wheel alone.
    env = {
        **os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "LISTEN_HOME": str(home),
        "PYTHONPATH": ":".join(one for one in sys.path if one.endswith("site-packages")),
    }  # fmt: skip

    def step(command: str) -> str:
        done = subprocess.run(
            ["/bin/sh", "-ec", command], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, (command, done.stderr)
        return done.stdout + done.stderr

    build = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True, cwd=tmp_path)
    (wheel,) = tmp_path.glob("listen_to_story-*.whl")
    step(commands[0].replace("listen-to-story", f"-q --no-deps {wheel}"))
    assert str(folder) in step("command -v listen")
    assert "Missing parrot" in step(commands[1].replace("https://example.org/an-article", str(ARTICLE)))
    serving = commands[2].replace("0.0.0.0", "127.0.0.1") + " --port 0"
    process = subprocess.Popen(
        ["/bin/sh", "-ec", f"exec {serving}"], cwd=tmp_path, env=env, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stderr is not None
        page, feed = (process.stderr.readline().split() for _ in range(2))
        assert [page[0], feed[0]] == ["page", "feed"]
        assert feed[1] == f"{page[1]}feed.xml"
        with chromium() as browser:
            walk = opened(browser, **PHONE)
            phone = next(walk)
            phone.goto(page[1])
            phone.get_by_role("link", name="Missing parrot").wait_for()
            sound(phone)
            phone.locator("#cards [data-play]").click()  # “Press the round button, and it plays”
            until(phone, "document.querySelector('#sound').currentTime > 0.3")
            assert phone.locator("#now-title").inner_text().startswith("Missing parrot")
            sound(phone)
            next(walk, None)
    finally:
        process.terminate()
        process.wait(PATIENCE_S)
        if process.stderr is not None:
            process.stderr.close()
