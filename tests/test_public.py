"""The public face: `import listen` and what its users may build on."""

from __future__ import annotations

import ast
import inspect
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import listen
from listen import errors, model
from listen.clean import LeftOut
from listen.storage import jsonform

ROOT = Path(__file__).resolve().parent.parent
QUICK = listen.Options(cache=False, sidecars=False, jobs=1)


def article() -> listen.Article:
    return listen.Article(
        "The lamp", "en-GB", (listen.Block("paragraph", "The lamp was lit."), listen.Block("heading", "B", 2))
    )


def test_every_name_is_there_once_and_listed() -> None:
    assert len(set(listen.__all__)) == len(listen.__all__)
    for name in listen.__all__:
        assert getattr(listen, name) is not None
    assert set(listen.__all__) <= set(dir(listen))
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*", listen.__version__)
    with pytest.raises(AttributeError, match="no attribute 'banana'"):
        _ = listen.banana


def test_every_error_that_a_caller_can_meet_is_public() -> None:
    family = {
        name for name, kind in vars(errors).items() if inspect.isclass(kind) and issubclass(kind, Exception)
    }
    assert family <= set(listen.__all__)
    assert all(issubclass(getattr(listen, name), listen.ListenError) for name in family)


def test_the_import_loads_nothing() -> None:
    code = (
        "import sys; before = set(sys.modules); import listen; "
        "print([m for m in set(sys.modules) - before if not m.startswith(('listen', 'importlib', '__'))])"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    heavy = {"numpy", "bs4", "lxml", "click", "dataclasses", "json", "sqlite3", "importlib.metadata"}
    assert not heavy & set(re.findall(r"'([^']+)'", done.stdout))


@pytest.mark.parametrize(
    "source",
    [
        article(),
        (b"# The lamp\n\nThe lamp was lit.\n", "lamp.md"),
        b"<title>The lamp</title><article><h1>The lamp</h1><p>The lamp was lit at six.</p></article>",
        listen.Source(b"The lamp\n\nThe lamp was lit at six.\n", "lamp.txt"),
    ],
    ids=["article", "named bytes", "bytes", "source"],
)
def test_make_takes_what_it_says(source: Any, tmp_path: Path) -> None:
    episode = listen.make(source, out=tmp_path / "x.mp3", voice="tone", options=QUICK)
    assert episode.title == "The lamp"
    assert episode.path.stat().st_size == episode.size


def test_make_and_read_take_a_path(tmp_path: Path) -> None:
    page = tmp_path / "lamp.md"
    page.write_text("# The lamp\n\nThe lamp was lit at six.\n", "utf-8")
    assert listen.read(page) == listen.read(str(page))
    assert listen.read(page).article.title == "The lamp"
    assert listen.make(page, out=tmp_path, voice="tone", options=QUICK).path == tmp_path / "The lamp.mp3"


def test_a_script_can_be_made_but_not_read(tmp_path: Path) -> None:
    script = listen.segment.script(article())
    assert listen.make(script, out=tmp_path / "x.mp3", voice="tone", options=QUICK).title == "The lamp"
    with pytest.raises(TypeError, match="a script has no article"):
        listen.read(script)


def test_values_survive_json(tmp_path: Path) -> None:
    script = listen.segment.script(article())
    options = listen.Options(keep=frozenset({"captions", "ads"}), rate=1.5, cover=Path("x.png"), strict=True)
    cleaned = listen.Cleaned(article(), (LeftOut("ads", "sold", "Buy"),), notes=("a",))
    episode = listen.make(article(), out=tmp_path / "x.mp3", voice="tone", options=QUICK)
    for value in (
        article(),
        script,
        options,
        cleaned,
        episode,
        episode.voices[0],
        model.Pace(1, 2, 3, 4, 5, 6),
    ):
        data = json.loads(json.dumps(listen.to_json(value)))
        assert listen.from_json(type(value), data) == value


@pytest.mark.parametrize("value", [3, "text", listen.Article, None, {"title": "T"}])
def test_only_values_turn_into_json(value: object) -> None:
    with pytest.raises(TypeError, match="expected one of listen's values"):
        listen.to_json(value)


def test_json_that_does_not_fit_names_the_place() -> None:
    with pytest.raises(listen.ScriptError, match=r"Article.blocks: expected a list, found 3"):
        listen.from_json(listen.Article, {"title": "", "lang": "en", "blocks": 3})
    assert jsonform.value(listen.Options, {"keep": ["b", "a"]}).keep == {"a", "b"}


def test_phonemes_are_those_of_the_voice() -> None:
    assert listen.speech.phonemes("Guten Tag.", "de") == "ɡˈuːtən tˈɑːk"
    assert listen.speech.phonemes("One two.", voice="tone") == "aaak aaak"
    with pytest.raises(listen.VoiceError):
        listen.speech.phonemes("One.", voice="nobody")


PROGRAM = """
from pathlib import Path
from typing import assert_type
import listen

def narrated(page: Path) -> list[str]:
    cleaned = listen.read(page, note=print)
    assert_type(cleaned, listen.Cleaned)
    assert_type(cleaned.article, listen.Article)
    options = listen.Options(rate=1.2, also=frozenset({"srt"}))
    try:
        episode = listen.make(cleaned.article, out="x.mp3", options=options)
    except listen.LostSpeechError as error:
        raise listen.ListenError(str(error)) from error
    assert_type(episode, listen.Episode)
    assert_type(listen.make((b"x", "x.md")).chapters, tuple[listen.Chapter, ...])
    assert_type(listen.from_json(listen.Article, listen.to_json(cleaned.article)), listen.Article)
    assert_type(listen.segment.sentence_spans("a", "en"), list[tuple[int, int]])
    assert_type(listen.speech.spoken("a"), str)
    assert_type(listen.speech.phonemes("a", "de", voice=None), str)
    assert_type(listen.clean.clean(b""), listen.Article)
    assert_type(listen.__version__, str)
    assert_type(listen.Library().entries()[0].title, str)
    return [cue.text for cue in episode.cues]
"""


@pytest.mark.slow
def test_a_users_program_type_checks(tmp_path: Path) -> None:
    for text, wrong in ((PROGRAM, False), (PROGRAM.replace("rate=1.2", "rate='fast'"), True)):
        (tmp_path / "program.py").write_text(text, "utf-8")
        checked = subprocess.run(
            [sys.executable, "-m", "mypy", "--config-file", str(ROOT / "pyproject.toml"), "program.py"],
            cwd=tmp_path, capture_output=True, text=True, check=False,
            env={**os.environ, "MYPYPATH": str(ROOT), "MYPY_CACHE_DIR": str(tmp_path / "cache")},
        )  # fmt: skip
        assert bool(checked.returncode) == wrong, checked.stdout + checked.stderr


@pytest.mark.slow
def test_the_examples_of_the_page_run(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "python.md").read_text("utf-8")
    code = "\n".join(re.findall(r"```python\n(.*?)```", page, re.DOTALL))
    assert code.count("\n") > 20
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False,
        env={**os.environ, "LISTEN_HOME": str(tmp_path / "home")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "The lamp was lit at six." in done.stdout
    names = set(re.findall(r"`(\w+Error)`", page))
    assert names == {name for name in listen.__all__ if name.endswith("Error")} - {"ListenError"}


OPENINGS = re.compile(r"(What|Who|Whoever|How|Why|Whether|The same|Ditto)\b")
SUSPECT = re.compile(rf'(?:\A|:)(?:\s|#[^\n]*\n)*[rRuU]?"""\s*{OPENINGS.pattern}')
"""The beginning of such a docstring: at the top of a file, or behind the colon of a class or function."""
OWNERS = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def begun_wrong(source: str) -> list[str]:
    """The first lines of docstrings of modules, classes and functions that begin so."""
    if not SUSPECT.search(source):
        return []  # nearly all files, which need not be parsed
    told = (ast.get_docstring(node) for node in ast.walk(ast.parse(source)) if isinstance(node, OWNERS))
    return [text.partition("\n")[0] for text in told if text and OPENINGS.match(text)]


@pytest.mark.parametrize("folder", ["listen", "voices"])
def test_a_docstring_s_first_sentence_has_a_subject_or_a_verb(folder: str) -> None:
    files = sorted((ROOT / folder).rglob("*.py"))
    assert files
    wrong = {str(path.relative_to(ROOT)): begun_wrong(path.read_text("utf-8")) for path in files}
    assert {path: lines for path, lines in wrong.items() if lines} == {}


def test_it_would_be_noticed() -> None:
    assert begun_wrong('"""What a voice is."""\ndef f():\n    """The same, louder."""\n') == [
        "What a voice is.",
        "The same, louder.",
    ]
    assert begun_wrong('def f():\n    """Return what a voice is.\n\n    How so?"""\n') == []
