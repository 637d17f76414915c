"""Long sequences: what comes out is what went in, wherever it is kept meanwhile."""

import pickle
import sys
import threading
from collections.abc import Sequence

import pytest

from listen.model import Block, SpokenWord, Utterance
from listen.storage.compressed import packed
from listen.storage.compressed.packed import BLOCK, LOOSE, Packed


def blocks(count: int) -> tuple[Block, ...]:
    return tuple(Block("paragraph", f"Number {n}: ø “€”.", level=n % 7 or None) for n in range(count))


@pytest.mark.parametrize("count", [0, 1, LOOSE, LOOSE + BLOCK - 1, LOOSE + BLOCK, LOOSE + 3 * BLOCK + 5])
def test_the_values_come_back(count: int) -> None:
    given = blocks(count)
    kept = Packed(given)
    assert len(kept) == count
    assert tuple(kept) == given
    assert kept == given
    assert given == kept
    assert kept != (*given, Block("paragraph", "one more"))
    assert hash(kept) == hash(given)
    assert [kept[n] for n in range(count)] == list(given)
    assert [kept[n] for n in range(-count, 0)] == list(given)
    assert kept[BLOCK - 3 : 2 * BLOCK + 9 : 7] == given[BLOCK - 3 : 2 * BLOCK + 9 : 7]
    assert kept[-5:] == given[-5:]
    assert list(reversed(kept)) == list(reversed(given))
    assert pickle.loads(pickle.dumps(kept)) == given
    with pytest.raises(IndexError):
        kept[count]


def test_sentences_keep_their_words() -> None:
    said = [
        Utterance(f"s{n}", f"Word {n}", (SpokenWord("word", 0, 4), SpokenWord(str(n), 5, 6, ipa="wˈʌn")))
        for n in range(LOOSE + 2 * BLOCK)
    ]
    assert Packed(said) == said


def test_most_of_a_book_takes_a_tenth_of_its_memory() -> None:
    kept = Packed(blocks(40_000))
    held = sum(map(sys.getsizeof, kept._blocks))
    assert len(kept._loose[1]) < LOOSE + BLOCK
    assert held < 0.1 * sum(sys.getsizeof(one) + sys.getsizeof(one.text) for one in blocks(40_000))


def test_it_is_read_while_it_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "LOOSE", 8)
    monkeypatch.setattr(packed, "BLOCK", 4)
    kept: Packed[int] = Packed()
    wrong: list[Sequence[int]] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            count = len(kept)
            seen = [kept[n] for n in range(count)]
            if seen != list(range(count)) or list(kept)[:count] != seen:
                wrong.append(seen)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        for n in range(2000):
            kept.append(n)
    finally:
        sys.setswitchinterval(interval)
        done.set()
        for reader in readers:
            reader.join()
    assert not wrong


def test_values_of_several_kinds_stand_beside_each_other() -> None:
    given = tuple((Block("paragraph", str(n)) if n % 2 else n) for n in range(LOOSE + 2 * BLOCK))
    assert tuple(Packed(given)) == given


def test_fewer_may_stay_loose() -> None:
    given = blocks(4 * BLOCK + 3)
    kept = Packed(given, BLOCK)
    assert kept == given
    assert [kept[n] for n in range(len(given))] == list(given)
    assert pickle.loads(pickle.dumps(kept)) == given
