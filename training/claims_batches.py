"""What a step of the claim heads reads: windows with their states, padded, and rows of labels at their words.

    an article of the claims corpus, all its windows, and some windows of the other corpora → two groups
"""

from __future__ import annotations

import pickle
import random
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

import claims_data as scheme
from claims_data import Span, Task
from claims_model import HIDDEN, Branch, load_layers

SHARES = {"propbank": 0.3, "qanom": 0.2, "situations": 0.15, "mainevent": 0.35, "tne": 0.1}  # of the windows beside an article's


Place = tuple[int, int, int]


class Group:
    """Windows that are run together, padded. `at(number, word)` is a word's (row, column) of the batch."""

    def __init__(self, windows: list[dict], tasks: list[Task]) -> None:
        self.windows, self.tasks = windows, tasks
        most, words = max(len(w["states"]) for w in windows), max(len(w["first"]) for w in windows)
        self.states = torch.zeros(len(windows), most, HIDDEN)
        self.first = torch.zeros(len(windows), words, dtype=torch.long)
        self.mask = torch.full((len(windows), 1, 1, most), -1e4)
        self.real = torch.zeros(len(windows), words, dtype=torch.bool)
        for b, w in enumerate(windows):
            self.states[b, : len(w["states"])] = torch.from_numpy(w["states"].astype(np.float32))
            self.first[b, : len(w["first"])] = torch.from_numpy(w["first"].astype(np.int64))
            self.mask[b, :, :, : len(w["states"])] = 0
            self.real[b, : len(w["first"])] = True

    def kept_words(self) -> Tensor:
        """Word vectors as the unchanged layers give them, kept by `keep_words`."""
        out = torch.zeros(*self.real.shape, HIDDEN)
        for b, w in enumerate(self.windows):
            out[b, : len(w["first"])] = torch.from_numpy(w["words"].astype(np.float32))
        return out

    def places(self, b: int) -> range:
        """Words of the document that a window holds."""
        return range(self.windows[b]["start"], self.windows[b]["end"])


def head_of(window: dict, span: Span) -> int | None:
    """The word of a span that hangs outside it, counted in the window; None where the span is not inside."""
    start, end = max(span[0], window["start"]) - window["start"], min(span[1], window["end"]) - window["start"]
    if end <= start:
        return None
    heads = window["heads"]
    outside = [i for i in range(start, end) if not start <= heads[i] < end]
    return outside[0] if outside else end - 1


def bio(group: Group, spans_of: "callable") -> Tensor:
    """BIO tags [B,N] of spans, -100 beyond the words."""
    out = torch.full(group.real.shape, -100, dtype=torch.long)
    for b, (window, task) in enumerate(zip(group.windows, group.tasks)):
        row = torch.zeros(window["end"] - window["start"], dtype=torch.long)
        for start, end in spans_of(task):
            a, z = max(start, window["start"]) - window["start"], min(end, window["end"]) - window["start"]
            if z > a:
                row[a:z] = 2
                row[a] = 1
        out[b, : len(row)] = row
    return out


def part_rows(group: Group, of: "callable") -> list[tuple[int, int, dict[int, int], set[int]]]:
    """Rows of words with parts: of(task) gives (word, [(part, span)])."""
    rows = []
    for b, (window, task) in enumerate(zip(group.windows, group.tasks)):
        for word, parts in of(task, window):
            if not window["start"] <= word < window["end"]:
                continue
            labels: dict[int, int] = {}
            unknown: set[int] = set()
            for part, span in parts:
                head = head_of(window, span)
                if head is not None:
                    labels[head] = scheme.PARTS.index(part)
                    unknown |= set(range(max(span[0], window["start"]) - window["start"], min(span[1], window["end"]) - window["start"]))
            rows.append((b, word - window["start"], labels, unknown))
    return rows


def names_in(window: dict, proper: int) -> list[int]:
    """Last words of the runs of proper nouns of a window, as its tags say."""
    tags = window["upos"]
    return [i for i in range(len(tags)) if tags[i] == proper and (i + 1 == len(tags) or tags[i + 1] != proper)]


def reference_rows(group: Group, proper: int) -> list[tuple[list[Place], list[Place], list[list[bool]]]]:
    """For each document of a group: names and the words asked for (window, column, word of the document), and which names each means."""
    found = []
    for task in {id(task): task for task in group.tasks}.values():
        if not task.references:
            continue
        own = [(b, window) for b, (window, other) in enumerate(zip(group.windows, group.tasks)) if other is task]
        names = [(b, column, column + window["start"]) for b, window in own for column in names_in(window, proper)]
        asked, gold = [], []
        for word, spans in task.references:
            at = next(((b, word - window["start"]) for b, window in own if window["start"] <= word < window["end"]), None)
            if at is None or not names:
                continue
            meant = [any(start <= place < end for start, end in spans) and place != word for _, _, place in names]
            # Named where this group does not reach: nothing can be learnt.
            if spans and not any(meant):
                continue
            asked.append((*at, word))
            gold.append(meant)
        if asked:
            found.append((names, asked, gold))
    return found


def link_rows(b: int, window: dict, task: Task, noise: random.Random, most: int = 12) -> list[tuple[int, int, dict[int, int], set[int]]]:
    """Some noun phrases of a window with what they are tied to in it; other words are unknown."""
    heads = {number: head for number, span in enumerate(task.phrases) if span[0] >= window["start"] and span[1] <= window["end"] and (head := head_of(window, span)) is not None}
    if not heads:
        return []
    columns, size = set(heads.values()), window["end"] - window["start"]
    rows = []
    for number in noise.sample(sorted(heads), min(most, len(heads))):
        labels = {column: 0 for column in columns}
        for other, column in heads.items():
            label = task.links.get((number, other), 0)
            if label:
                labels[column] = label
        rows.append((b, heads[number], labels, set(range(size)) - columns))
    return rows


@torch.no_grad()
def lift(kept: dict[str, dict], model: Path, layer: int) -> None:
    """Runs one unchanged layer over kept states, so that they are those of the layer above."""
    below = Branch(1)
    load_layers(below, model, layer + 1)
    below.eval()
    for corpus in kept.values():
        for window in corpus["windows"]:
            window["states"] = below.layers[0](torch.from_numpy(window["states"].astype(np.float32))[None], None)[0].numpy().astype(np.float16)


def take_words(kept: dict[str, dict], final: Path) -> None:
    """Word vectors of the unchanged model, from the states of its last layer kept by another run over the same windows."""
    for name in list(kept):
        path = final / f"{name}.train.pickle"
        if not path.exists():
            continue
        with open(path, "rb") as file:
            for window, whole in zip(kept[name]["windows"], pickle.load(file)["windows"], strict=True):
                assert len(window["states"]) == len(whole["states"])
                window["words"] = whole["states"][whole["first"]]


@torch.no_grad()
def keep_words(branch: Branch, kept: dict[str, dict]) -> None:
    """Runs the layers over all windows once, so that the heads can learn at little cost before the layers do."""
    branch.eval()
    for corpus in kept.values():
        for window in corpus["windows"]:
            group = Group([window], [corpus["tasks"][window["task"]]])
            window["words"] = branch.words(group.states, group.first, None)[0].numpy().astype(np.float16)
    branch.train()


class Sampler:
    """An article of the claims corpus, all its windows, and some windows of the others."""

    def __init__(self, states: Path, seed: int, isAll: bool) -> None:
        self.random = random.Random(seed)
        self.kept: dict[str, dict] = {}
        for name in ("claims", *(name for name in ("more", *SHARES) if (states / f"{name}.train.pickle").exists())):
            with open(states / f"{name}.train.pickle", "rb") as file:
                self.kept[name] = pickle.load(file)
        articles: dict[tuple[str, int, int, int], list[tuple[dict, Task]]] = {}
        for name in {"claims", "more"} & set(self.kept):
            for window in self.kept[name]["windows"]:
                if isAll or name != "claims" or window["task"] % 5 != 4:
                    article = articles.setdefault((name, window["task"], window["variant"], window["noisy"]), [])
                    article.append((window, self.kept[name]["tasks"][window["task"]]))
        self.articles = [articles[key] for key in sorted(articles)]
        self.streams = {name: self._stream(self.kept[name]["windows"]) for name in SHARES if name in self.kept}
        self.order = self._stream(self.articles)

    def _stream(self, items: list):  # noqa: ANN202
        while True:
            for number in self.random.sample(range(len(items)), len(items)):
                yield items[number]

    def next(self, beside: int, isWarm: bool = False) -> tuple[Group, Group | None]:
        """The next article and, apart, other windows."""
        article = next(self.order)
        others: list[tuple[dict, Task]] = []
        for name in [] if not self.streams else self.random.choices(list(self.streams), [SHARES[name] for name in self.streams], k=beside):
            window = next(self.streams[name])
            if isWarm and "words" not in window:
                continue
            others.append((window, self.kept[name]["tasks"][window["task"]]))
        beside_group = Group([w for w, _ in others], [t for _, t in others]) if others else None
        return Group([w for w, _ in article[:8]], [t for _, t in article[:8]]), beside_group
