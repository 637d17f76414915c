"""What was made of a file is used again only as it was, and for that file."""

import os
from pathlib import Path

from listen.engines import sealed
from listen.storage import folders


def test_what_is_kept_is_read_again_until_its_source_changes(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"one")
    mark = sealed.made_of(source, "form 1")
    assert sealed.read("own", mark) is None
    sealed.write("own", mark, [b"made ", b"of one"])
    assert sealed.read("own", mark) == b"made of one"
    assert sealed.read("own", sealed.made_of(source, "form 2")) is None
    os.utime(source, ns=(1, 1))
    assert sealed.read("own", sealed.made_of(source, "form 1")) is None


def test_a_damaged_one_is_not_used() -> None:
    sealed.write("own", "mark", [b"made"])
    (file,) = (folders.cache_dir() / "engines").iterdir()
    whole = file.read_bytes()
    for data in (whole[:-1], whole[:-1] + b"E", whole[1:], b"", whole[:8]):
        file.write_bytes(data)
        assert sealed.read("own", "mark") is None
    file.write_bytes(whole)
    assert sealed.read("own", "mark") == b"made"


def test_where_nothing_can_be_written_nothing_is_kept() -> None:
    folders.cache_dir().parent.mkdir(parents=True, exist_ok=True)
    folders.cache_dir().write_bytes(b"a file, and no folder")
    sealed.write("own", "mark", [b"made"])
    assert sealed.read("own", "mark") is None
