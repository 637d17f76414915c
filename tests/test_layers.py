"""Who may import whom, inside the packages too: no circle among neighbours, and no arrow upward.

A room is a module or a package; the rooms of a package are looked at together, and what a module deep
inside one imports from another is an arrow between the two. Rooms that `ORDER` does not name may stand
anywhere, as long as they make no circle.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from listen.render import passages
from listen.speech import kept_words
from listen.storage.installed import PACKAGE, code_files

ROOT = PACKAGE.parent
ORDER = {
    "listen": (
        ("errors", "model", "spoken_word"),
        ("options", "storage"),
        ("audio", "captions", "clean", "mp3", "segment", "speech"),
        ("engines", "page", "sources", "stitch"),
        ("casting", "epub", "render"),
        ("formats", "reading"),
        ("pipeline",),
        ("estimate", "library"),
        ("feed", "play"),
        ("server", "watch"),
        ("batch",),
        ("cli",),
    ),
    "listen.clean": (
        ("dom", "result"),
        ("metadata",),
        ("furniture",),
        ("classifier",),
        ("page_types",),
        ("formats",),
    ),
}
"""From the ground up: a room imports from its own line or from lines above it here, never from one below."""
STAGES = {"sources", "clean", "segment", "speech", "casting", "render", "stitch", "formats"}
"""The stages of the story, which hand each other values and do not know their neighbours, but for these."""
MAY_KNOW = {
    ("sources", "clean"),  # articles of several pages are fetched as the cleaner finds their next page
    ("casting", "sources"),  # voices are fetched by the one HTTP client
    ("casting", "speech"),  # pronunciation lexicons
    ("formats", "casting"),
    ("formats", "stitch"),
}


def modules() -> dict[str, Path]:
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()


def statements(body: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """Each statement, and those inside it. What it says is not looked into, where no import can stand."""
    for one in body:
        yield one
        for part in ("body", "orelse", "finalbody", "handlers", "cases"):
            inside = getattr(one, part, ())
            yield from statements(inside if isinstance(inside, list) else ())


def imported(path: Path) -> set[str]:
    """The modules of `listen` that a module imports, function-level imports included."""
    found: set[str] = set()
    for node in statements(ast.parse(path.read_text("utf-8")).body):
        if isinstance(node, ast.Import):
            found |= {a.name for a in node.names if a.name.startswith("listen.")}
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "listen":
            full = {f"{node.module}.{a.name}" for a in node.names}
            found |= {name if name in MODULES else node.module for name in full}
    return found


IMPORTS = {name: imported(path) for name, path in MODULES.items()}
PACKAGES = [name for name, path in MODULES.items() if path.name == "__init__.py"]


def arrows(package: str) -> dict[str, set[str]]:
    """Room → rooms of the same package that something in it imports."""
    prefix = f"{package}."
    found: dict[str, set[str]] = defaultdict(set)
    for name, targets in IMPORTS.items():
        if name.startswith(prefix):
            room = name.removeprefix(prefix).split(".")[0]
            reached = {t.removeprefix(prefix).split(".")[0] for t in targets if t.startswith(prefix)}
            found[room] |= reached - {room, "__main__"}
    return found


def circle(graph: dict[str, set[str]]) -> list[str]:
    """Rooms that lie on circles, or lead to one: what is left when rooms without imports are taken away."""
    left = {room: set(targets) for room, targets in graph.items()}
    while free := [room for room, targets in left.items() if not targets & left.keys()]:
        for room in free:
            del left[room]
    return sorted(left)


def test_a_circle_is_seen() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": set()}) == []
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": set()}) == ["a", "b", "c"]


def test_an_import_is_seen_wherever_it_stands(tmp_path: Path) -> None:
    written = """
import listen.a
try:
    import listen.b
except ImportError:
    import listen.c
else:
    import listen.d
finally:
    import listen.e
def f():
    with x:
        from listen import model
    class G:
        async def h(self):
            for _ in y:
                import listen.f
            else:
                import listen.g
    match z:
        case 1 if (lambda: 0)():
            import listen.h
    while x if y else z:
        if x: import listen.i
        elif y: import listen.j
        else: import listen.k
"""
    (tmp_path / "x.py").write_text(written)
    assert imported(tmp_path / "x.py") == {"listen.model", *(f"listen.{name}" for name in "abcdefghijk")}


@pytest.mark.parametrize("package", PACKAGES)
def test_no_circle_among_the_rooms_of_a_package(package: str) -> None:
    assert circle(arrows(package)) == []


@pytest.mark.parametrize("package", ORDER)
def test_no_arrow_points_upward(package: str) -> None:
    height = {room: n for n, line in enumerate(ORDER[package]) for room in line}
    assert set(height) <= {
        name.split(".")[len(package.split("."))] for name in MODULES if name.startswith(package + ".")
    }
    up = [
        (room, target)
        for room, targets in arrows(package).items()
        for target in targets
        if room != "__main__" and height.get(room, 0) < height.get(target, -1)
    ]
    assert up == []


def test_every_room_at_the_top_has_its_place() -> None:
    rooms = {name.split(".")[1] for name in MODULES if "." in name} - {"__main__"}
    assert rooms == {room for line in ORDER["listen"] for room in line}


def test_stages_do_not_know_their_neighbours() -> None:
    known = {(a, b) for a, targets in arrows("listen").items() for b in targets if {a, b} <= STAGES}
    assert known <= MAY_KNOW


def test_the_command_line_is_known_to_nobody() -> None:
    outside = {
        name: t for name, t in IMPORTS.items() if not name.startswith(("listen.cli", "listen.__main__"))
    }
    assert [name for name, targets in outside.items() if any("listen.cli" in t for t in targets)] == []


def test_no_file_name_stands_twice() -> None:
    names = defaultdict(list)
    for name, path in MODULES.items():
        if path.name != "__init__.py" and not name.startswith("listen.cli."):
            names[path.name].append(name)
    assert [found for found in names.values() if len(found) > 1] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_a_folder_holds_at_most_a_dozen_modules(package: str) -> None:
    held = [path for path in MODULES[package].parent.glob("*.py") if path.name != "__init__.py"]
    assert len(held) <= (8 if package == "listen" else 40 if package == "listen.cli" else 12)


def test_the_story_is_on_one_screen() -> None:
    assert len((PACKAGE / "pipeline.py").read_text("utf-8").splitlines()) <= 120


@pytest.mark.parametrize(
    ("code", "begins"),
    [
        (passages.CODE, ("listen.render.passages", "listen.engines")),
        (kept_words.CODE, ("listen.speech.words", "listen.speech.kept_words")),
    ],
)
def test_the_cache_knows_all_code_that_decides_what_is_kept(
    code: tuple[str, ...], begins: tuple[str, ...]
) -> None:
    """The renderer, every engine, and whatever these import, and the same of the spoken words: all of that is
    in the cache's keys."""
    waiting = [name for name in MODULES if name.startswith(begins)]
    reached: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += IMPORTS[name]
    assert {MODULES[name] for name in reached} <= set(code_files(code))


def test_code_that_is_gone_is_no_silence(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("empty", "gone.py"):
        with pytest.raises(FileNotFoundError):
            code_files((name,), tmp_path)
    assert len(passages.CODE) > 3


def test_the_spoken_word_s_modules_use_the_patterns_of_their_stage() -> None:
    """They are compiled when they are needed and looked up: who used `re` itself would have all compiled."""
    folder = PACKAGE / "speech"
    own = re.compile(r"^(?:import|from) re\b", re.M)
    found = [path for path in sorted(folder.rglob("*.py")) if own.search(path.read_text("utf-8"))]
    assert found == [folder / "writing" / "patterns.py"]
