"""The network that tags words: hashed embeddings, gated dilated convolutions, two outputs; NumPy alone.

Weights are int8 with one scale a row (``weights/attribution.npz``, no pickles) and float32 once loaded.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

TAGS = ("O", "B-content", "I-content", "B-source", "I-source", "B-cue", "I-cue")
LINKS = ("none", "L1", "L2", "L3", "R1", "R2", "R3")
DIMENSIONS = (64, 24, 24, 12, 10, 6, 8, 8, 4)
WIDTH = 128
DILATIONS = (1, 2, 4, 8, 16, 32, 1, 2, 8)
_BLOCK = 4096


def save(path: Path, tensors: Mapping[str, NDArray[Any]]) -> None:
    """Writes trained tensors (named as in ``training/student.py``) as int8 rows and float16 scales.

    The scale of each normalisation is folded into the convolution behind it.
    """
    out: dict[str, NDArray[Any]] = {"dilations": np.array(DILATIONS, np.int32)}

    def keep(name: str, matrix: NDArray[Any]) -> None:
        scale = np.abs(matrix).max(1, keepdims=True).astype(np.float32) / 127 + 1e-6
        scale = scale.astype(np.float16).astype(np.float32)
        out[name] = np.clip(np.rint(matrix / scale), -127, 127).astype(np.int8)
        out[name + ".scale"] = scale[:, 0].astype(np.float16)

    for k in range(len(DIMENSIONS)):
        keep(f"table{k}", tensors[f"tables.{k}.weight"])
    keep("first", tensors["first.weight"])
    out["first.bias"] = tensors["first.bias"].astype(np.float32)
    for k in range(len(DILATIONS)):
        keep(f"layer{k}", tensors[f"layers.{k}.weight"] * np.tile(tensors[f"scales.{k}"], 3))
        out[f"layer{k}.bias"] = tensors[f"layers.{k}.bias"].astype(np.float32)
    keep("last", tensors["last.weight"])
    out["last.bias"] = tensors["last.bias"].astype(np.float32)
    np.savez_compressed(path, **out)  # type: ignore[arg-type]


class Network:
    """``Network(file)``; call it with features (tokens, 9) for log-probabilities of tags and of links."""

    def __init__(self, file: io.IOBase | Path) -> None:
        with np.load(file, allow_pickle=False) as saved:

            def matrix(name: str) -> Floats:
                loaded: Floats = saved[name].astype(np.float32) * saved[name + ".scale"].astype(np.float32)[:, None]
                return loaded

            self.dilations: list[int] = saved["dilations"].tolist()
            self.tables = [matrix(f"table{k}") for k in range(len(DIMENSIONS))]
            self.first = (np.ascontiguousarray(matrix("first").T), saved["first.bias"])
            self.layers = [
                (np.ascontiguousarray(matrix(f"layer{k}").T), saved[f"layer{k}.bias"])
                for k in range(len(self.dilations))
            ]
            self.last = (np.ascontiguousarray(matrix("last").T), saved["last.bias"])

    def __call__(self, features: NDArray[np.int32]) -> tuple[Floats, Floats]:
        n = len(features)
        reach = 1 + sum(self.dilations)
        if n <= _BLOCK + 2 * reach:
            return self._run(features)
        tags, links = [], []
        for start in range(0, n, _BLOCK):
            a, b = max(0, start - reach), min(n, start + _BLOCK + reach)
            t, u = self._run(features[a:b])
            tags.append(t[start - a : start - a + _BLOCK])
            links.append(u[start - a : start - a + _BLOCK])
        return np.concatenate(tags), np.concatenate(links)

    def _run(self, features: NDArray[np.int32]) -> tuple[Floats, Floats]:
        h = np.concatenate([table[features[:, k]] for k, table in enumerate(self.tables)], 1)
        weight, bias = self.first
        width = len(bias)
        h = np.maximum(neighbours(h, 1) @ weight + bias, 0)
        for (weight, bias), dilation in zip(self.layers, self.dilations, strict=True):
            norm = 1 / np.sqrt(np.einsum("ij,ij->i", h, h) / np.float32(width) + np.float32(1e-4))
            y = neighbours(h * norm[:, None], dilation) @ weight
            y += bias
            np.tanh(y[:, :width], out=y[:, :width])
            gate = y[:, width:]
            gate *= np.float32(0.5)
            np.tanh(gate, out=gate)
            gate *= np.float32(0.5)
            gate += np.float32(0.5)
            h += y[:, :width] * gate
        out = h @ self.last[0] + self.last[1]
        return _log_softmax(out[:, : len(TAGS)]), _log_softmax(out[:, len(TAGS) :])


def neighbours(h: Floats, dilation: int) -> Floats:
    """(n, w) to (n, 3w): each row beside those ``dilation`` before and after it; zeros beyond the ends."""
    n, w = h.shape
    out = np.zeros((n, 3 * w), np.float32)
    out[:, w : 2 * w] = h
    if n > dilation:
        out[dilation:, :w] = h[:-dilation]
        out[:-dilation, 2 * w :] = h[dilation:]
    return out


def _log_softmax(x: Floats) -> Floats:
    x = x - x.max(1, keepdims=True)
    out: Floats = x - np.log(np.exp(x).sum(1, keepdims=True))
    return out


@cache
def shipped() -> Network | None:
    """The network that ships, or ``None`` in a package built without weights."""
    file = resources.files("hague.reading").joinpath("weights", "attribution.npz")
    if not file.is_file():
        return None
    return Network(io.BytesIO(file.read_bytes()))
