"""What a clause most likely says where no row of the lexicon tells: learned from clauses that people wrote.

A small network reads the shape of a clause (``shape``) and gives each of some hundred senses a probability. It was
trained on thousands of clauses written for the purpose, each marked with what it says (``training/sense.py``). Its
answers are guesses: they carry how sure they are, and checking uses them only where nothing else decides.
"""

from __future__ import annotations

import io
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs

from hague.reading.model import Argument, Proposition
from hague.reading.propositions.clause import Clause
from hague.reading.propositions.clauses import Cutter
from hague.reading.propositions.lexicon import Entry
from hague.reading.propositions.tokens import Match

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LEAST = 0.1
"""Probability below which a reading is not worth a look."""
MOST = 3
"""Readings of one clause."""
LONGEST = 48
"""Words of a shape that are read."""
AHEAD = 5
"""Words within which the participle of an auxiliary stands."""
SILENT = frozenset(("none", "other"))
"""Senses that are no predicate: nothing that can be checked, and what the network was not taught."""
DENIALS = {
    "not-member": "be-member",
    "not-joined": "become-member",
    "not-sign": "sign-statute",
    "not-left": "withdraw",
    "not-non-compliance": "non-compliance",
    "not-refer-to-assembly": "refer-to-assembly",
    "not-hosted": "hosted",
    "no-duty-to-arrest": "must-arrest",
    "no-warrant": "wanted",
    "not-surrendered": "surrendered",
    "let-go": "arrested",
    "not-convicted": "convicted",
    "sentence-not-cut": "sentence-cut",
    "no-jurisdiction-over": "jurisdiction-over",
    "immunity-holds": "immunity",
}
"""Senses that deny a predicate in whatever words ("stayed outside"): of these predicates the sense tells whether they
are denied, of others the negators of the clause."""
RENAMED = {"moved-to-serve": "transferred-to-serve"}
TAUGHT_AS = {
    "be-bound": "be-member",
    "be-non-member": "not-member",
    "count-left": "only-leavers",
    "court-founded": "statute-in-force",
    "deposit-instrument": "ratify",
    "did-leave": "withdraw",
    "elects-prosecutor": "elects-judges",
    "faces-charges": "charged",
    "kept-in-custody": "in-custody",
    "life-maximum": "maximum-years",
    "listed": "sanctions-imposed",
    "newest-member": "ordinal-member",
    "nth-ratification": "ordinal-member",
    "never-before": "first-person",
    "no-investigation-there": "no-referral",
    "office-taken": "elected",
    "prosecutor-term": "judge-term",
    "reach-in-time": "investigation-covers",
    "resume-investigation": "suspend-investigation",
    "sentence-ends": "sentence-served",
    "state-office": "office-held",
    "transferred-to-serve": "moved-to-serve",
    "try-individuals": "try-states",
    "un-created": "un-court",
    "warrant-lists": "charged",
    "withdrawal-effect": "withdraw",
}
"""Predicates of the lexicon that the network knows under another name."""
HARDLY_TAUGHT = frozenset(("ruling-vote",))
"""Senses with too few examples to doubt a row of the lexicon by."""
FAMILIES = tuple(
    frozenset(names.split())
    for names in (
        "be-member not-member become-member not-joined ratify sign-statute not-sign unsign approve-ratification"
        " ordinal-member first-to-ratify accept-jurisdiction must-arrest no-duty-to-arrest",
        "be-member not-member become-member not-joined region-members count-members ordinal-member first-to-ratify"
        " rank-leaver only-leavers none-left",
        "withdraw not-left notify-withdrawal announce-withdrawal revoke-withdrawal rank-leaver only-leavers none-left"
        " withdrawal-delay withdrawal-immediate obligations-after-leaving leaving-ends-cases not-member unsign",
        "non-compliance not-non-compliance refer-to-assembly not-refer-to-assembly fine-a-state let-go hosted"
        " must-arrest",
        "immunity immunity-holds must-arrest no-duty-to-arrest may-refuse-arrest",
        "warrant-issued warrant-requested warrant-refused warrant-unsealed warrant-ended wanted no-warrant"
        " summons-issued charged",
        "charged charges-confirmed wanted warrant-issued summons-issued on-trial criminal-case-against-officials",
        "charges-confirmed charges-declined charges-dropped trial-collapsed trial-opened on-trial charged acquitted"
        " not-convicted",
        "arrested let-go surrendered not-surrendered surrendered-self at-large in-custody appeared released died",
        "convicted not-convicted acquitted conviction-overturned conviction-upheld acquittal-upheld appeal-lodged"
        " appeal-rejected pleaded-guilty count-convicted",
        "first-person only-person count-convicted convicted not-convicted acquitted on-trial appeared not-surrendered"
        " at-large",
        "sentenced sentence-sought sentence-upheld sentence-cut sentence-not-cut sentence-served moved-to-serve"
        " maximum-years conviction-upheld convicted",
        "refer-situation no-referral open-investigation open-examination close-examination close-investigation"
        " authorise-investigation refuse-investigation suspend-investigation investigation-covers council-vote"
        " jurisdiction-over no-jurisdiction-over",
        "sanctions-imposed sanctions-lifted criminal-case-against-officials",
        "elected office-held elects-judges judge-term count-judges affiliation",
    )
)
"""Senses that one clause may well be given for another."""
DUTIES = frozenset(("must-arrest",))
"""Predicates that are a duty: "ought to have" says them, it is no opinion about them."""
CEILINGS = frozenset(("maximum-years",))
"""Predicates that set a limit: "nothing above 25 years" is said of 25 years and denies nothing."""
COUNTED = {"count-members": "member", "sentenced": "year", "sentence-sought": "year", "sentence-cut": "year"}
"""What a number counts that stands alone in a clause with this predicate ("There are 123")."""


class Sense(NamedTuple):
    """A predicate, whether it is said or denied (``None``: the words must tell), and its probability."""

    predicate: str
    denied: bool | None
    sure: float


class Senses:
    """``Senses(file)``; call it with a shape for the probability of each of ``names``."""

    def __init__(self, file: io.IOBase | Path) -> None:
        import numpy as np

        with np.load(file, allow_pickle=False) as saved:
            self.words = {w: i for i, w in enumerate(bytes(saved["words"]).decode().split("\n"))}
            self.names = tuple(bytes(saved["names"]).decode().split("\n"))
            self.vectors: NDArray[np.int8] = saved["vectors"]
            self.scale: Floats = saved["vectors.scale"].astype(np.float32)
            self.layers: list[tuple[Floats, Floats, int]] = [
                (saved[f"layer{k}"].astype(np.float32), saved[f"layer{k}.bias"].astype(np.float32), dilation)
                for k, dilation in enumerate(saved["dilations"].tolist())
            ]
            self.hidden, self.last = (
                (saved[name].astype(np.float32), saved[f"{name}.bias"].astype(np.float32))
                for name in ("hidden", "last")
            )

    def __call__(self, shape: tuple[str, ...]) -> Floats:
        import numpy as np

        from hague.reading.attribution.network import neighbours

        at = indices(shape, self.words)
        h = words = self.vectors[at].astype(np.float32) * self.scale[at, None]
        first = words
        for k, (weight, bias, dilation) in enumerate(self.layers):
            y = np.maximum(neighbours(h, dilation) @ weight + bias, 0)
            h = y if k == 0 else y + h
            if k == 0:
                first = h
        pooled = np.concatenate([first.max(0), h.max(0), h.mean(0), words.mean(0)])
        inner = np.maximum(pooled @ self.hidden[0] + self.hidden[1], 0)
        z = inner @ self.last[0] + self.last[1]
        chances: Floats = np.exp(z - z.max())
        chances /= chances.sum()
        return chances


def indices(shape: tuple[str, ...], words: dict[str, int]) -> list[int]:
    """Numbers of the words of a shape; compounds that are unknown are read in parts, other unknown words as one."""
    out: list[int] = []
    for word in shape:
        known = words.get(word)
        if known is not None:
            out.append(known)
        elif "-" in word:
            out += [words.get(part, 1) for part in word.split("-") if part]
        else:
            out.append(1)
    return out[:LONGEST] or [1]


@cache
def shipped() -> Senses | None:
    """The network that ships, or ``None`` in a package built without weights."""
    file = resources.files("hague.reading").joinpath("weights", "sense.npz")
    return Senses(io.BytesIO(file.read_bytes())) if file.is_file() else None


@lru_cache(maxsize=4096)
def odds(shape: tuple[str, ...]) -> tuple[float, ...] | None:
    """The probability of each sense of a clause of this shape; ``None`` without a network."""
    network = shipped()
    return None if network is None else tuple(network(shape).tolist())


def senses(shape: tuple[str, ...]) -> tuple[Sense, ...]:
    """What a clause of this shape may say, the most likely first; nothing where it tells of none of these things."""
    network, chances = shipped(), odds(shape)
    if network is None or chances is None:
        return ()
    out = []
    for sure, name in sorted(zip(chances, network.names, strict=True), reverse=True)[:MOST]:
        if sure < LEAST:
            break
        if name in SILENT:
            continue
        denied = True if name in DENIALS else False if name in DENIALS.values() else None
        out.append(Sense(DENIALS.get(name, RENAMED.get(name, name)), denied, round(sure, 3)))
    return tuple(out)


def backing(predicate: str, shape: tuple[str, ...]) -> float | None:
    """How likely a clause of this shape says ``predicate`` or something near it; ``None`` if that was not taught."""
    chances, near = odds(shape), _near(predicate)
    return None if chances is None or near is None else round(sum(chances[i] for i in near), 3)


@cache
def _near(predicate: str) -> tuple[int, ...] | None:
    """Numbers of the senses of a predicate and its like; ``None`` if it was not taught, or hardly."""
    network = shipped()
    name = TAUGHT_AS.get(predicate, predicate)
    if network is None or name not in network.names or name in HARDLY_TAUGHT:
        return None
    own = {name, *(n for n, p in DENIALS.items() if p == name)}
    near = own.union(*(f for f in FAMILIES if f & own))
    return tuple(i for i, n in enumerate(network.names) if n in near)


def taken(prop: Proposition, guess: Sense, *, no: bool) -> Proposition | None:
    """A proposition of a clause with what it was taken to say; ``no``: whether anything in the clause is denied.
    ``None`` where that leaves open whether the guess is said or denied."""
    denied = prop.negated if guess.denied is None else guess.denied
    if guess.denied is None and no and not prop.negated and guess.predicate not in CEILINGS:
        return None
    roles = prop.roles
    unit = COUNTED.get(guess.predicate)
    if unit is not None and f"number.{unit}" not in roles and "number.plain" in roles and "number.plain#2" not in roles:
        roles = {k.replace("number.plain", f"number.{unit}"): a for k, a in roles.items()}
    if guess.predicate in CEILINGS:
        denied = False
        roles = {k: _exact(a) if k.startswith("number.") else a for k, a in roles.items()}
    hedge = None if guess.predicate in DUTIES and (prop.hedge or "").startswith("opinion:") else prop.hedge
    return structs.replace(prop, roles=roles, negated=denied, hedge=hedge, nominal=False, sure=guess.sure, learned=True)


def _exact(number: Argument) -> Argument:
    """A number without "at most", "more than" and the like."""
    return structs.replace(number, value=(number.value or "").rpartition(" ")[2])


def verb(clause: Clause, cutter: Cutter) -> Match | None:
    """The verb of a clause as a head: its first finite verb, or the participle that an auxiliary leads to."""
    low = cutter.low
    for k in range(clause.first, clause.last):
        if not clause.has(k) or not cutter.is_finite(k) or low[k] == "n't":
            continue
        if low[k] not in cutter.words.auxiliaries:
            return _head(k, cutter.verb.get(k, "past" if low[k].endswith("ed") else "third"), low[k])
        for j in range(k + 1, min(clause.last, k + AHEAD)):
            if cutter.kinds[j]:
                break
            if cutter.verb.get(j) in ("past", "part", "ing", "base") or low[j].endswith(("ed", "ing")):
                form = cutter.verb.get(j) or ("ing" if low[j].endswith("ing") else "part")
                return _head(j, form, low[j])
        return _head(k, "third", low[k])
    for k in range(clause.first, min(clause.last, clause.first + 2)):
        if low[k].endswith("ed") or cutter.verb.get(k) in ("past", "part"):
            return _head(k, "part", low[k])  # "Acquitted in 2012"
    return None


def _head(at: int, form: str, word: str) -> Match:
    return Match(at, at + 1, Entry((word,), "cue", "verb", form))
