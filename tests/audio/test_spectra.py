"""Spectra in single precision beside numpy's own."""

import numpy as np
import pytest

from listen.audio.spectra import spectrum


@pytest.mark.parametrize("size", [None, 8, 12, 20])
def test_it_is_numpys_divided_by_the_size(size: int | None) -> None:
    samples = np.random.default_rng(1).normal(size=(3, 12)).astype(np.float32)
    found = spectrum(samples, size)
    assert found.dtype == np.complex64
    np.testing.assert_allclose(found, np.fft.rfft(samples.astype(float), size) / (size or 12), atol=1e-6)


def test_it_is_written_where_it_is_wanted() -> None:
    out = np.empty((2, 3), np.complex64)
    found = spectrum(np.array([[1, 1, 1, 1], [1, 0, 0, 0]], np.float32), out=out)
    assert found is out
    assert out.tolist() == [[1, 0, 0], [0.25, 0.25, 0.25]]
