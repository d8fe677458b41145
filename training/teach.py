"""What a trained model says of texts that another corpus annotates: its probabilities, learnt by the next model beside the annotation.

    python teach.py --data ../../shared/data --work WORK --base DIR --teacher CKPT --out WORK/taught

One annotated corpus is small (777 articles of names); the others hold several times as much news without those labels. A name is one thing in
all its places, so the teacher's types of a name are first moved towards their mean over the article, and towards the types that the text's own
corpus gives the name.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

import labels as scheme
from batches import collate, windows
from corpora import Document, load
from model import Model, Sizes
from pieces import WordPieces

HEADS = ("ner", "dwie", "event")
SHARE = 0.6  # of the mean over the article in the types of a name
TRUST = 4.0  # how much likelier a type is where the text's own corpus agrees
AGREES = {  # types of names: what the own corpus says -> Worldwide types
    "geo": ("Location", "Facility"), "gpe": ("Location", "NORP"), "per": ("Person",), "org": ("Organization", "Facility"),
    "person": ("Person",), "country": ("Location",), "region": ("Location",), "city": ("Location",), "place": ("Location", "Facility"),
    "facility": ("Facility",), "nationality": ("NORP",), "group": ("NORP",), "media": ("Organization",), "party": ("Organization",),
    "team": ("Organization",), "company": ("Organization",), "igo": ("Organization",), "government": ("Organization",),
    "organisation": ("Organization",), "work": ("Misc",), "event": ("Misc",), "time": ("Date",), "money": ("Money",),
}


@dataclass
class Taught:
    """A teacher's probabilities of every word, by head; a corpus' documents one after the other."""

    heads: dict[str, np.ndarray]
    starts: dict[int, int]  # id() of a document -> its first row

    def of(self, head: str, document: Document, start: int, end: int) -> np.ndarray | None:
        """Probabilities [words, labels] of a range of a document's words, or nothing for a changed document."""
        at = self.starts.get(id(document))
        return None if at is None else self.heads[head][at + start:at + end]


def read_taught(folder: Path, corpora: dict[str, list[Document]]) -> dict[str, Taught]:
    """By corpus; files stay on disk."""
    found: dict[str, Taught] = {}
    for name, documents in corpora.items():
        heads = {head: np.load(path, mmap_mode="r") for head in HEADS if (path := folder / f"{name}.{head}.npy").exists()}
        starts, at = {}, 0
        for document in documents:
            starts[id(document)] = at
            at += len(document.words)
        found[name] = Taught(heads, starts)
    return found


@torch.no_grad()
def probabilities(model: Model, pieces: WordPieces, documents: list[Document], together: int = 8) -> dict[str, list[np.ndarray]]:
    """Of every document and head. [words, labels]"""
    parts = [(number, part) for number, document in enumerate(documents) for part in windows(document, pieces)]
    found: dict[str, list[list[np.ndarray]]] = {head: [[] for _ in documents] for head in HEADS}
    order = sorted(range(len(parts)), key=lambda i: parts[i][1].end - parts[i][1].start)
    rows: list[dict[str, np.ndarray]] = [{} for _ in parts]
    for first in range(0, len(order), together):
        chosen = order[first:first + together]
        batch = collate([parts[i][1] for i in chosen], pieces)
        with torch.autocast("cpu", torch.bfloat16):
            words = model.words(batch.pieces, batch.shapes, batch.first, batch.mask)
            scores = {head: model.heads.tags[head](words).float().softmax(-1).numpy() for head in HEADS}
        for b, i in enumerate(chosen):
            rows[i] = {head: values[b, : parts[i][1].end - parts[i][1].start] for head, values in scores.items()}
    for i, (number, _) in enumerate(parts):
        for head in HEADS:
            found[head][number].append(rows[i][head])
    return {head: [np.concatenate(some) for some in values] for head, values in found.items()}


def corrected(document: Document, p: np.ndarray) -> np.ndarray:
    """Probabilities of names after a look at the whole article and at the corpus' own names. [words, labels]"""
    kinds = np.array([0, *(1 + i // 2 for i in range(p.shape[1] - 1))])
    mass = np.stack([p[:, kinds == kind].sum(1) for kind in range(kinds.max() + 1)], 1)
    places: dict[str, list[int]] = defaultdict(list)
    for i, word in enumerate(document.words):
        if word[:1].isupper():
            places[word].append(i)
    factor = np.ones_like(mass)
    for at in places.values():
        if len(at) > 1:
            factor[at] = (1 - SHARE) + SHARE * mass[at].mean(0) / np.maximum(mass[at], 1e-6)
    own, types = ("gmb", scheme.GMB_TYPES) if document.corpus == "gmb" else ("dwie", scheme.DWIE_TYPES)
    for i, label in enumerate(document.tags.get(own, [])):
        for agreeing in AGREES.get(types[(label - 1) // 2], ()) if label > 0 else ():
            factor[i, 1 + scheme.NER_TYPES.index(agreeing)] *= TRUST
    out = p * factor[:, kinds]
    return out / out.sum(1, keepdims=True)


def main() -> None:
    """Command line."""
    options = argparse.ArgumentParser()
    for name in ("data", "work", "base", "teacher", "out"):
        options.add_argument(f"--{name}", type=Path, required=True)
    args = options.parse_args()
    checkpoint = torch.load(args.teacher, weights_only=False)
    model = Model(Sizes(**checkpoint["sizes"]))
    model.load_state_dict(checkpoint.get("mean") or checkpoint["model"])
    model.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    pieces = WordPieces(args.base / "vocab.txt")
    for name, documents in load(args.data, args.work).train.items():
        found = probabilities(model, pieces, documents)
        found["ner"] = [corrected(document, p) for document, p in zip(documents, found["ner"])]
        for head, values in found.items():
            np.save(args.out / f"{name}.{head}.npy", np.concatenate(values).astype(np.float16))
        print(name, len(documents), "documents", flush=True)


if __name__ == "__main__":
    main()
