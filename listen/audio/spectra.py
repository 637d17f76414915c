"""Spectra of samples in single precision, at single precision's price."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from listen.model import Samples


def spectrum(
    samples: Samples, size: int | None = None, out: NDArray[np.complex64] | None = None
) -> NDArray[np.complex64]:
    """The spectrum of samples along the last axis, divided by the transform's size: [..., size // 2 + 1].

    Divided, because the scale of numpy's usual transform is a whole number, so that numpy works on `float32`
    in `long double`, and takes four to six times as long.
    """
    return np.fft.rfft(samples, size, norm="forward", out=out)  # type: ignore[return-value, arg-type]
