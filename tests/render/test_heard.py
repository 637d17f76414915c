"""Sound without voice: what cannot be too long is skipped, the rest is found as if all were looked at."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listen.render import heard
from tests.examples import examples

RATE, HOP = 4000.0, 80


def sound(parts: list[tuple[str, int]]) -> tuple[np.ndarray, np.ndarray]:
    """Hops of voice, hiss and silence, and which of them sound."""
    random = np.random.default_rng(1)
    low: list[np.ndarray] = []
    sounding: list[bool] = []
    for kind, hops in parts:
        length = hops * HOP
        if kind == "voice":
            low.append(np.sign(np.sin(2 * np.pi * 120 * np.arange(length) / RATE)).astype(np.float32))
        else:
            hiss = random.standard_normal(length).astype(np.float32)
            low.append(hiss if kind == "hiss" else 0 * hiss)
        sounding += [kind != "silence"] * hops
    return np.concatenate(low), np.array(sounding)


def looked_at_all(low: np.ndarray, sounding: np.ndarray) -> int:
    voiced = heard.voiced(low, RATE, HOP, sounding)
    return int(heard.runs(sounding & ~voiced).max(initial=0))


@settings(max_examples=examples(60), deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["voice", "hiss", "silence"]), st.integers(1, 45)), min_size=1, max_size=8
    )
)
def test_what_is_too_long_is_found(parts: list[tuple[str, int]]) -> None:
    low, sounding = sound(parts)
    most = heard.UNVOICED_MS // (2 * heard.FRAME_MS)
    all_of_it = looked_at_all(low, sounding)
    found = heard.longest_unvoiced(low, RATE, HOP, sounding)
    assert found <= all_of_it
    if max(found, all_of_it) > most:  # shorter ones are no fault, and only a part of them may be looked at
        assert found == all_of_it


@pytest.mark.parametrize("hops", [28, 29, 41])
def test_hiss_is_found_wherever_it_begins(hops: int) -> None:
    for before in range(30):
        low, sounding = sound([("voice", 30 + before), ("hiss", hops + 4), ("voice", 30)])
        assert heard.longest_unvoiced(low, RATE, HOP, sounding) >= hops
