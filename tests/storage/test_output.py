from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from listen.errors import OutputError
from listen.storage import outbox, whole
from listen.storage.targets import target


def test_nothing_is_there_until_all_is_published(tmp_path: Path) -> None:
    final, beside = tmp_path / "a.mp3", tmp_path / "a.vtt"
    with outbox.outbox(final) as box:
        box.part(final).write_bytes(b"1")
        box.part(beside).write_bytes(b"2")
        assert not final.exists()
        box.publish([beside, final])
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.mp3", "a.vtt"]


def test_a_failure_leaves_nothing_behind(tmp_path: Path) -> None:
    final = tmp_path / "a.mp3"

    def interrupted() -> None:
        with outbox.outbox(final) as box:
            box.scratch(tmp_path).write_bytes(b"1")
            box.part(final).write_bytes(b"1")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "no space left for a.mp3: free some, or give another place with -o"),
        (errno.EROFS, "no permission to write a.mp3: give another place with -o"),
        (errno.EIO, "cannot write a.mp3: Input/output error"),
    ],
)
def test_a_disk_that_says_no_gets_a_line(number: int, says: str) -> None:
    import os

    with pytest.raises(OutputError) as error, outbox.outbox(Path("a.mp3")):
        raise OSError(number, os.strerror(number))
    assert str(error.value) == says


def test_existing_files_are_left_alone(tmp_path: Path) -> None:
    final = tmp_path / "a.mp3"
    outbox.check_free([final], force=False)
    final.write_bytes(b"mine")
    with pytest.raises(OutputError, match="exists: give another name with -o, or --force to replace it"):
        outbox.check_free([final], force=False)
    outbox.check_free([final], force=True)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="there is no folder"):
        outbox.check_free([tmp_path / "no" / "a.mp3"], force=False)
    with pytest.raises(OutputError, match="is a folder: name a file in it"):
        outbox.check_free([tmp_path], force=True)


def test_a_folder_with_a_link_to_nowhere_is_listed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"abc")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    assert target(str(tmp_path)).sizes() == {"a.txt": 3}


def test_what_is_no_file_is_never_replaced(tmp_path: Path) -> None:
    """A device is no place for an episode: --force had replaced one, for whoever had the rights for it."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for force in (False, True):
        with pytest.raises(OutputError, match="is no file"):
            outbox.check_free([pipe], force)
        with pytest.raises(OutputError, match="is no file"):
            outbox.check_free([Path("-")], force)
    with pytest.raises(FileExistsError, match="a device or a pipe"):
        whole.write(pipe, b"x")
    assert pipe.is_fifo()
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


def test_the_names_of_what_is_published_are_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sub").mkdir()
    finals = [tmp_path / "a.mp3", tmp_path / "sub" / "a.vtt"]
    synced: list[tuple[Path, list[bool]]] = []
    monkeypatch.setattr(
        whole, "sync_folder", lambda folder: synced.append((folder, [final.exists() for final in finals]))
    )
    with outbox.outbox(finals[0]) as box:
        for final in finals:
            box.part(final).write_bytes(b"x")
        box.publish(finals)
    assert sorted(synced) == [(tmp_path, [True, True]), (tmp_path / "sub", [True, True])]
