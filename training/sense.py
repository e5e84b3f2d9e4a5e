"""Teaches the network of ``hague.reading.propositions.sense`` what clauses say.

    python training/sense.py training/clauses.tsv sense.npz --model MINILM_DIR [--teachers 2] [--epochs 5]

``clauses.tsv`` holds clauses written for the purpose by people who had not seen the code: sense, tab, text. To them
come the clauses of the test sentences and reports of which the lexicon tells what they say, and those in which no claim
is marked. A pretrained transformer (MiniLM, 6 layers; ``model.safetensors`` and ``tokenizer.json`` of all-MiniLM-L6-v2)
is fine-tuned on the shapes of these clauses; its opinions of many more, of the record and the tests, teach the small
network, whose word vectors begin as the transformer's in fewer dimensions. A text of several clauses says its sense in
one of them: which, is left to the learning (the best of them counts).
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import torch
from teacher import Teacher, pieces, tensors_of
from torch import nn

from hague import checking, reading
from hague.reading.propositions.extraction import Extractor
from hague.reading.propositions.sense import DENIALS, LONGEST, TAUGHT_AS
from hague.reading.propositions.shape import shape
from hague.record import load

ROOT = Path(__file__).parent.parent
LEAD = "THE HAGUE, 5 June 2020 (Court News) — The International Criminal Court met.\n\n"
KINDS = {
    "<person>": "someone", "<state>": "uganda", "<capital>": "london", "<time>": "monday", "<chamber>": "chamber",
    "<court>": "court", "<treaty>": "treaty", "<prosecutor>": "prosecutor", "<assembly>": "assembly",
    "<organ>": "registry", "<body>": "council", "<place>": "place", "<crime>": "crimes", "<article>": "article",
    "<people>": "ugandan", "<number>": "7", "<ordinal>": "fourth",
}  # fmt: skip
"""What the transformer reads for a kind of argument."""
MARKS = ["<pad>", "<unk>", *KINDS, ",", "'s", "n't", "?", ":"]
WIDTH, DIMENSIONS, HIDDEN = 160, 96, 256
DILATIONS = (1, 1, 2)

PARTS = (
    "acts", "chronicle", "decisions", "declarations", "persons", "positions", "provisions", "resolutions", "situations",
    "states",
)  # fmt: skip
"""Parts of the record whose sentences are read."""

Shape = tuple[str, ...]
Bag = list[Shape]
"""The clauses of one text, one of which says its sense."""


class Read(Extractor):
    """An extractor that keeps the shape of every clause, with what the lexicon says of it."""

    def _propositions(self, clause, tokens, found, subject, inside, question, cutter):  # type: ignore[no-untyped-def]
        out = super()._propositions(clause, tokens, found, subject, inside, question, cutter)
        at = tokens[clause.first].start, tokens[clause.last - 1].end
        self.__dict__.setdefault("kept", {})[at] = (
            shape(clause, tokens, inside),
            tuple(p for p in out if not p.learned),
        )
        return out


def clauses(text: str) -> tuple[dict, reading.Report]:
    """Offsets of the clauses of a report -> their shapes and propositions; the report."""
    report = reading.read(text)
    extractor = Read(report, load())
    extractor.run()
    return extractor.__dict__.get("kept", {}), report


def written(path: Path) -> Iterator[tuple[str, Bag]]:
    """Senses and clauses of ``clauses.tsv``."""
    for line in path.read_text(encoding="utf-8").splitlines():
        sense, _, said = line.partition("\t")
        found, _ = clauses(LEAD + said.strip() + ("" if said.strip()[-1:] in '.?!"”' else "."))
        bag = list(dict.fromkeys(s for (start, _), (s, _) in found.items() if start >= len(LEAD)))
        if bag:
            yield sense, bag


def looked_up(names: set[str]) -> Iterator[tuple[str, Bag]]:
    """Clauses of the tests of which the lexicon tells what they say, rightly, and those that say nothing to check."""
    for name in ("sentences.txt", "statute_sentences.txt"):
        for line in (ROOT / "tests" / "checking" / name).read_text(encoding="utf-8").splitlines():
            day, verdict, said = [*line.split(" ", 2), "", ""][:3]
            if verdict in ("+", "-"):
                on = date.fromisoformat(day)
                lead = f"THE HAGUE, {on.day} {on:%B %Y} (Court News) — The International Criminal Court met.\n\n"
                for (start, _), (form, props) in clauses(lead + said)[0].items():
                    if start >= len(lead) and len(props) == 1:
                        yield from _sense(props[0], form, names)
    for path in sorted([*ROOT.glob("tests/reports/*.json"), *ROOT.glob("tests/checking/reports/news/*.json")]):
        if 93 <= int(path.stem) <= 98:
            continue  # held out
        gold = json.loads(path.read_text(encoding="utf-8"))
        found, report = clauses(path.with_suffix(".txt").read_text(encoding="utf-8"))
        claims = checking.check_report(report, date.fromisoformat(gold["header"]["date"]), load())
        for (start, end), (form, props) in found.items():
            marked = [c for c in gold["claims"] if min(end, c["end"]) > max(start, c["start"])]
            mine = [c for c in claims if min(end, c.end) - max(start, c.start) > 0.6 * (end - start)]
            if all(c["verdict"] == "not-checkable" for c in marked):
                if len(form) > 3:
                    yield "none", [form]
            elif len(marked) == 1 and mine and mine[0].verdict == marked[0]["verdict"] and len(props) < 2:
                yield from _sense(props[0], form, names) if props else [("other", [form])]


def _sense(prop: reading.Proposition, form: Shape, names: set[str]) -> Iterator[tuple[str, Bag]]:
    denials = {p: n for n, p in DENIALS.items()}
    name = TAUGHT_AS.get(prop.predicate, prop.predicate)
    if prop.negated and name in denials:
        yield denials[name], [form]
    elif not prop.negated:
        yield (name if name in names else "other"), [form]


def more(paths: Iterable[Path]) -> Iterator[Shape]:
    """Shapes of clauses that nobody has marked: of texts and of the record's own sentences."""
    texts = [re.sub(r"(?m)^\d{4}-\d\d-\d\d (?:\S )?", "", p.read_text(encoding="utf-8")) for p in paths]
    said = sorted(
        {s for part in vars(load()).values() if isinstance(part, dict) for s in _strings(list(part.values()))}
    )
    for i in range(0, len(said), 25):
        texts.append(LEAD + "\n\n".join(s if s[-1] in ".?!" else s + "." for s in said[i : i + 25]))
    for text in texts:
        yield from (form for form, _ in clauses(text)[0].values() if len(form) > 2)


def _strings(thing: object) -> Iterator[str]:
    if isinstance(thing, str):
        if len(thing.split()) > 4:
            yield thing
    elif isinstance(thing, list | tuple | set | frozenset):
        for part in thing:
            yield from _strings(part)
    elif isinstance(thing, dict):
        yield from _strings(list(thing.values()))
    elif hasattr(thing, "__struct_fields__"):
        yield from _strings([getattr(thing, f) for f in thing.__struct_fields__ if f != "sources"])


# -- the teacher -----------------------------------------------------------------------------------------------


def pretrained(folder: Path) -> tuple[dict[str, torch.Tensor], dict[str, int]]:
    """Tensors and vocabulary of the transformer, read without running any of its code."""
    vocabulary = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    return tensors_of((folder / "model.safetensors").read_bytes()), vocabulary


class Judge(nn.Module):
    """The transformer with one output a sense, over the mean of its words."""

    def __init__(self, tensors: dict[str, torch.Tensor], senses: int) -> None:
        super().__init__()
        self.body = Teacher(tensors)
        self.body.words.weight.requires_grad = False
        self.out, self.drop = nn.Linear(384, senses), nn.Dropout(0.1)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        return self.out(self.drop(means(self.body, ids)))


def means(body: Teacher, ids: torch.Tensor) -> torch.Tensor:
    mask = torch.zeros(ids.shape).masked_fill(ids == 0, -1e4)[:, None, None, :]
    x = body.drop(body.norm(body.words(ids) + body.places[: ids.shape[1]] + body.kind))
    for block in body.blocks:
        x = block(x, mask)
    real = (ids != 0).float()[:, :, None]
    return (x * real).sum(1) / real.sum(1)


def padded(rows: Sequence[list[int]]) -> torch.Tensor:
    longest = max(map(len, rows))
    return torch.tensor([r + [0] * (longest - len(r)) for r in rows])


def batches(lengths: list[int], size: int, rng: random.Random) -> list[list[int]]:
    """Places of items of about one length each, in random order."""
    order = list(range(len(lengths)))
    rng.shuffle(order)
    chunks = [sorted(order[i : i + 32 * size], key=lengths.__getitem__) for i in range(0, len(order), 32 * size)]
    order = [i for chunk in chunks for i in chunk]
    out = [order[i : i + size] for i in range(0, len(order), size)]
    rng.shuffle(out)
    return out


def teach(judge: Judge, bags: list[list[list[int]]], senses: list[int], *, epochs: int, seed: int) -> Judge:
    torch.manual_seed(seed)
    rng = random.Random(seed)
    body = [p for p in judge.body.parameters() if p.requires_grad]
    rates = [2e-4, 3e-3]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": rates[0]}, {"params": judge.out.parameters(), "lr": rates[1]}], weight_decay=0.01
    )
    steps = epochs * ((len(bags) + 63) // 64 + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rates, total_steps=steps, pct_start=0.15)
    for epoch in range(epochs):
        judge.train()
        total = 0.0
        for places in batches([len(b[0]) for b in bags], 64, rng):
            rows = [(j, row) for j, i in enumerate(places) for row in bags[i]]
            own = torch.tensor([j for j, _ in rows])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = judge(padded([row for _, row in rows]))
            wanted = torch.tensor([senses[places[j]] for j in own.tolist()])
            each = logits.float().log_softmax(-1).gather(1, wanted[:, None])[:, 0]
            best = torch.full((len(places),), -1e9).scatter_reduce(0, own, each, "amax")
            loss = -best.mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item() * len(places)
        print(f"teacher {seed}, epoch {epoch}: {total / len(bags):.3f}", flush=True)
    return judge.eval()


@torch.no_grad()
def opinions(judge: Judge, rows: list[list[int]]) -> np.ndarray:
    """Probabilities of the senses for every clause."""
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    out = np.zeros((len(rows), judge.out.out_features), np.float32)
    for k in range(0, len(order), 128):
        places = order[k : k + 128]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out[places] = judge(padded([rows[i] for i in places])).float().softmax(-1).numpy()
    return out


# -- the network ------------------------------------------------------------------------------------------------


class Network(nn.Module):
    """As ``sense.Senses``: word vectors, three convolutions over neighbours, maxima and means, two layers."""

    def __init__(self, vectors: torch.Tensor, senses: int) -> None:
        super().__init__()
        self.vectors = nn.Embedding.from_pretrained(vectors, freeze=False, padding_idx=0)
        sizes = [DIMENSIONS, WIDTH, WIDTH]
        self.layers = nn.ModuleList(
            nn.Conv1d(n, WIDTH, 3, padding=d, dilation=d) for n, d in zip(sizes, DILATIONS, strict=True)
        )
        self.hidden, self.last = nn.Linear(3 * WIDTH + DIMENSIONS, HIDDEN), nn.Linear(HIDDEN, senses)
        self.drop = nn.Dropout(0.15)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        real = (ids != 0).float()[:, None]
        words = self.drop(self.vectors(ids)).transpose(1, 2) * real
        first = h = torch.relu(self.layers[0](words)) * real
        for layer in list(self.layers)[1:]:
            h = (torch.relu(layer(h)) + h) * real
        n = real.sum(2).clamp(min=1)
        pooled = torch.cat([first.max(2).values, h.max(2).values, h.sum(2) / n, words.sum(2) / n], 1)
        return self.last(self.drop(torch.relu(self.hidden(pooled))))


def distil(network: Network, rows: list[list[int]], wanted: np.ndarray, *, epochs: int, seed: int) -> Network:
    torch.manual_seed(seed)
    rng = random.Random(seed)
    rates = [7e-4, 2e-3]
    rest = [p for name, p in network.named_parameters() if not name.startswith("vectors")]
    optimiser = torch.optim.AdamW(
        [{"params": network.vectors.parameters(), "lr": rates[0]}, {"params": rest, "lr": rates[1]}], weight_decay=0.01
    )
    steps = epochs * ((len(rows) + 127) // 128 + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rates, total_steps=steps)
    soft = torch.tensor(wanted)
    for epoch in range(epochs):
        network.train()
        total = 0.0
        for places in batches([len(r) for r in rows], 128, rng):
            ids = padded([rows[i] for i in places])
            ids = ids.masked_fill((torch.rand(ids.shape) < 0.03) & (ids >= len(MARKS)), 1)
            loss = -(soft[places] * network(ids).log_softmax(-1)).sum(-1).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item() * len(places)
        print(f"network, epoch {epoch}: {total / len(rows):.3f}", flush=True)
    return network.eval()


def vectors(tensors: dict[str, torch.Tensor], vocabulary: dict[str, int], words: list[str]) -> torch.Tensor:
    """What the transformer makes of each word alone, in ``DIMENSIONS``, behind random vectors for the marks."""
    body = Teacher(tensors).eval()
    ids = [[101, *pieces(w, vocabulary), 102] for w in words]
    order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
    out = np.zeros((len(ids), 384), np.float32)
    with torch.no_grad():
        for k in range(0, len(order), 512):
            places = order[k : k + 512]
            out[places] = means(body, padded([ids[i] for i in places])).numpy()
    out -= out.mean(0)
    out = out @ np.linalg.svd(out[:20000], full_matrices=False)[2][:DIMENSIONS].T
    out *= 1.5 / (np.linalg.norm(out, axis=1, keepdims=True) + 1e-6)
    torch.manual_seed(0)
    return torch.cat([torch.randn(len(MARKS), DIMENSIONS) * 0.15, torch.tensor(out)])


def save(path: Path, network: Network, words: list[str], names: list[str]) -> None:
    """Writes the network as ``sense.Senses`` reads it: vectors as int8 rows with a scale, the rest as float16."""
    state = {k: v.detach().numpy() for k, v in network.state_dict().items()}
    table = state["vectors.weight"]
    scale = (np.abs(table).max(1) / 127 + 1e-6).astype(np.float16)
    out = {
        "words": np.frombuffer("\n".join(words).encode(), np.uint8),
        "names": np.frombuffer("\n".join(names).encode(), np.uint8),
        "vectors": np.clip(np.rint(table / scale.astype(np.float32)[:, None]), -127, 127).astype(np.int8),
        "vectors.scale": scale,
        "dilations": np.array(DILATIONS, np.int32),
    }
    for k in range(len(DILATIONS)):
        weight = state[f"layers.{k}.weight"]
        out[f"layer{k}"] = np.concatenate([weight[:, :, j].T for j in range(3)]).astype(np.float16)
        out[f"layer{k}.bias"] = state[f"layers.{k}.bias"].astype(np.float16)
    for name in ("hidden", "last"):
        out[name] = state[f"{name}.weight"].T.astype(np.float16)
        out[f"{name}.bias"] = state[f"{name}.bias"].astype(np.float16)
    np.savez(path, **out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clauses", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--teachers", type=int, default=2)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help="more texts, unmarked, to learn from")
    parser.add_argument("--held-out", type=float, default=0.04, help="share of the written clauses to measure on")
    args = parser.parse_args()
    rng = random.Random(1)
    marked = list(written(args.clauses))
    rng.shuffle(marked)
    cut = round(len(marked) * args.held_out)
    held, marked = marked[:cut], marked[cut:]
    names = sorted({sense for sense, _ in marked})
    taught = marked + list({(s, b[0]): (s, b) for s, b in looked_up(set(names))}.values())
    names = sorted({sense for sense, _ in taught})
    tensors, vocabulary = pretrained(args.model)

    def coded(form: Shape) -> list[int]:
        return [101, *[p for w in form for p in pieces(KINDS.get(w, w), vocabulary)][:59], 102]

    bags = [[coded(f) for f in bag] for _, bag in taught]
    senses = [names.index(sense) for sense, _ in taught]
    unmarked = set(more([*sorted(p for p in ROOT.glob("tests/**/*.txt") if "held_out" not in p.parts), *args.texts]))
    apart = {f for _, bag in held for f in bag}
    forms = sorted(({f for _, bag in taught for f in bag} | unmarked) - apart)
    tests = [bag for _, bag in held]
    wanted, judged = 0.0, [0.0 for _ in tests]
    for seed in range(args.teachers):
        judge = teach(Judge(tensors, len(names)), bags, senses, epochs=args.epochs, seed=seed)
        wanted = wanted + opinions(judge, [coded(f) for f in forms]) / args.teachers
        judged = [p + opinions(judge, [coded(f) for f in bag]) for p, bag in zip(judged, tests, strict=True)]
    whole = [w for w in vocabulary if w.isascii() and w.isalpha() and w.islower() and len(w) > 1]
    words = list(dict.fromkeys([*whole, *sorted({w for f in forms for w in f} - set(MARKS))]))
    words = [w for w in words if w not in MARKS and "\n" not in w]
    number = {w: i for i, w in enumerate([*MARKS, *words])}

    def indexed(form: Shape) -> list[int]:
        from hague.reading.propositions.sense import indices

        return indices(form, number)[:LONGEST]

    network = Network(vectors(tensors, vocabulary, words), len(names))
    network = distil(network, [indexed(f) for f in forms], np.asarray(wanted, np.float32), epochs=20, seed=0)
    save(args.out, network, [*MARKS, *words], names)
    right = [0, 0]
    for (sense, bag), judgement in zip(held, judged, strict=True):
        with torch.no_grad():
            mine = network(padded([indexed(f) for f in bag])).softmax(-1).max(0).values
        right[0] += names[int(mine.argmax())] == sense
        right[1] += names[int(np.asarray(judgement).max(0).argmax())] == sense
    if held:
        print(
            f"of {len(held)} clauses held out: network {right[0] / len(held):.3f}, teachers {right[1] / len(held):.3f}"
        )


if __name__ == "__main__":
    main()
