"""Trains the claim heads on kept states.

    python claims_train.py --model ../model --states WORK/states --out WORK/branch.pt --layers 2 --minutes 50 [--all]

A fifth of the articles (`number % 5 == 4`) is never trained on: figures and calibration come from it.
"""

from __future__ import annotations

import argparse
import json
import math
import pickle
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

import claims_data as scheme
from claims_data import Span, Task
from claims_model import HIDDEN, Branch, load_layers
from model import Layer, distance_buckets

EDGES = torch.tensor([0, 1, 2, 4, 8, 16, 32])
SHARES = {"propbank": 0.3, "qanom": 0.2, "situations": 0.15, "mainevent": 0.35, "tne": 0.1}  # of the windows beside an article's


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


def word_loss(branch: Branch, words: Tensor, name: str, labelled: list[tuple[int, int, int]], smoothing: float = 0.0) -> Tensor | None:
    """Cross entropy of a tag at (window, word) places."""
    if not labelled:
        return None
    at = torch.tensor(labelled)
    return F.cross_entropy(branch.tags[name](words[at[:, 0], at[:, 1]]), at[:, 2], label_smoothing=smoothing)


def pair_loss(branch: Branch, words: Tensor, group: Group, name: str, rows: list[tuple[int, int, dict[int, int], set[int]]], norm: float = 6.0) -> Tensor | None:
    """Cross entropy of a row's labels over the words of its window; `rows`: window, word, labels by column, unknown columns."""
    if not rows:
        return None
    n = words.shape[1]
    gold = torch.zeros(len(rows), n, dtype=torch.long)
    for r, (b, _, labels, unknown) in enumerate(rows):
        size = group.windows[b]["end"] - group.windows[b]["start"]
        for column in unknown:
            gold[r, column] = -100
        for column, label in labels.items():
            gold[r, column] = label
        gold[r, size:] = -100
    at = torch.tensor([(b, word) for b, word, *_ in rows])
    buckets = distance_buckets(torch.arange(n)[None, :] - at[:, 1:2])
    family = branch.pairs["own" if name in ("own", "links") else "part"]
    column = family.columns(words)[at[:, 0]]
    scores = family(name, words[at[:, 0], at[:, 1]], column, buckets)
    return F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=-100, reduction="sum") / (norm * len(rows))


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


def claims_losses(branch: Branch, group: Group, words: Tensor) -> dict[str, Tensor | None]:
    """An article: happenings with kind, standing and parts, which are the same; titles with holder and of-what."""
    losses: dict[str, Tensor | None] = {}
    happenings = bio(group, lambda task: [s for event in task.happenings for s in event["spans"]])
    losses["happening"] = 2 * F.cross_entropy(branch.tags["happening"](words).flatten(0, 1), happenings.flatten(), ignore_index=-100)
    kinds, standings = [], []
    triggers: dict[int, list[tuple[int, int, int]]] = {}
    for b, (window, task) in enumerate(zip(group.windows, group.tasks)):
        for number, event in enumerate(task.happenings):
            for span in event["spans"]:
                head = head_of(window, span) if window["start"] <= span[0] < window["end"] else None
                if head is not None:
                    kinds.append((b, head, event["type"]))
                    standings.append((b, head, event["status"]))
                    triggers.setdefault(id(task), []).append((b, head, number))
    losses["kind"] = word_loss(branch, words, "kind", kinds, 0.05)
    losses["standing"] = word_loss(branch, words, "standing", standings, 0.05)

    def clearest(task: Task, window: dict) -> list[tuple[int, list[tuple[str, Span]]]]:
        found = []
        for event in task.happenings:
            head = head_of(window, event["spans"][0]) if window["start"] <= event["spans"][0][0] < window["end"] else None
            if head is not None:
                found.append((head + window["start"], event["parts"]))
        return found

    losses["parts"] = pair_loss(branch, words, group, "parts", part_rows(group, clearest))
    losses["same"] = same_loss(branch, words, triggers)
    losses |= title_losses(branch, group, words)
    return losses


def same_loss(branch: Branch, words: Tensor, triggers: dict[int, list[tuple[int, int, int]]]) -> Tensor | None:
    """Each trigger's earlier mention of the same happening, or none."""
    total, count = torch.zeros(()), 0
    a, b = branch.same_vectors(words)
    for found in triggers.values():
        found = sorted(found)
        if len(found) < 2:
            continue
        at = torch.tensor(found)
        scores = a[at[:, 0], at[:, 1]] @ b[at[:, 0], at[:, 1]].T + branch.same_distance[same_buckets(at)]
        before = torch.ones_like(scores, dtype=torch.bool).tril(-1)
        gold = (at[:, 2][:, None] == at[:, 2][None, :]) & before
        padded = torch.cat([torch.zeros(len(found), 1), scores.masked_fill(~before, -1e4)], 1)
        right = torch.cat([~gold.any(1)[:, None], gold], 1)
        total = total + (padded.logsumexp(1) - padded.masked_fill(~right, -1e4).logsumexp(1)).sum()
        count += len(found)
    return total / count if count else None


def same_buckets(at: Tensor) -> Tensor:
    """Class of the windows' and words' distance of two triggers: in one window by words, else 7."""
    words = (at[:, 1][:, None] - at[:, 1][None, :]).abs()
    near = torch.bucketize((words / 8).floor(), EDGES).clamp(max=6)
    return torch.where(at[:, 0][:, None] == at[:, 0][None, :], near, torch.full_like(near, 7))


def title_losses(branch: Branch, group: Group, words: Tensor) -> dict[str, Tensor | None]:
    """Titles; a title's words elsewhere in the article are not annotated again, so nothing is learnt there."""
    tags = bio(group, lambda task: [s for title in task.titles for s in title["spans"]])
    flags, rows = [], []
    for b, (window, task) in enumerate(zip(group.windows, group.tasks)):
        said = {tuple(w.lower() for w in task.document.words[s:e]) for title in task.titles for s, e in title["spans"]}
        forms = [w.lower() for w in task.document.words[window["start"]:window["end"]]]
        for form in said:
            for i in range(len(forms) - len(form) + 1):
                if tuple(forms[i:i + len(form)]) == form and (tags[b, i:i + len(form)] == 0).all():
                    tags[b, i:i + len(form)] = -100
        for title in task.titles:
            for span in title["spans"]:
                head = head_of(window, span) if window["start"] <= span[0] < window["end"] else None
                if head is None:
                    continue
                flags.append((b, head, title["flag"]))
                labels: dict[int, int] = {}
                unknown: set[int] = set()
                for label, part in ((1, title["holder"]), (2, title["of"])):
                    at = head_of(window, part) if part else None
                    if at is not None and part:
                        labels[at] = label
                        unknown |= set(range(max(part[0], window["start"]) - window["start"], min(part[1], window["end"]) - window["start"]))
                if labels:
                    rows.append((b, head, labels, unknown - set(labels)))
    return {
        "title": 2 * F.cross_entropy(branch.tags["title"](words).flatten(0, 1), tags.flatten(), ignore_index=-100),
        "flag": word_loss(branch, words, "flag", flags, 0.05),
        "own": pair_loss(branch, words, group, "own", rows),
    }


def listed_kinds(group: Group, listed: dict[str, dict[str, str]], upos: list[str]) -> list[tuple[int, int, int]]:
    """Words that a list gives a kind of happening, whatever they mean here."""
    found = []
    for b, (window, task) in enumerate(zip(group.windows, group.tasks)):
        for i, tag in enumerate(window.get("upos", ())):
            kind = listed.get(upos[tag], {}).get(task.document.words[window["start"] + i].lower())
            if kind:
                found.append((b, i, scheme.TYPES.index(kind)))
    return found


def beside_losses(branch: Branch, group: Group, words: Tensor, noise: random.Random) -> dict[str, Tensor | None]:
    """What other corpora know."""
    tags: dict[str, list[tuple[int, int, int]]] = {"noun": [], "factual": [], "situation": [], "discourse": []}
    links = []
    for b, (window, task) in enumerate(zip(group.windows, group.tasks)):
        inside = lambda word: window["start"] <= word < window["end"]  # noqa: E731
        for name, values in (("noun", task.nouns), ("factual", task.factual), ("situation", task.situations)):
            tags[name] += [(b, word - window["start"], label) for word, label in values.items() if inside(word)]
        for span, label in task.discourse:
            head = head_of(window, span) if inside(span[0]) else None
            if head is not None:
                tags["discourse"].append((b, head, label))
        links += link_rows(b, window, task, noise)
    return {name: word_loss(branch, words, name, found, 0.05) for name, found in tags.items()} | {
        "roles": pair_loss(branch, words, group, "roles", part_rows(group, lambda task, _: task.predicates)),
        "links": pair_loss(branch, words, group, "links", links, 12.0),
    }


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


def f1(right: int, found: int, wanted: int) -> float:
    """Per cent."""
    return 200 * right / max(1, found + wanted)


@torch.no_grad()
def figures(branch: Branch, kept: dict, chosen: "callable") -> dict[str, float]:
    """On articles apart: words that name happenings, events touched, kinds, standings, parts of gold triggers, titles, holders, of."""
    branch.eval()
    count = {name: [0, 0, 0] for name in ("triggers", "titles", "agent", "patient", "participant", "place", "time", "holder", "of")}
    kinds, standings, hits = [0, 0], [0, 0], [0, 0]
    articles: dict[int, list[dict]] = {}
    for window in kept["windows"]:
        if window["variant"] == 0 and not window["noisy"] and chosen(window["task"]):
            articles.setdefault(window["task"], []).append(window)
    for number, windows in articles.items():
        task = kept["tasks"][number]
        touched: set[int] = set()
        for window in windows:
            group = Group([window], [task])
            words = branch.words(group.states, group.first, None)
            for name, spans in (("triggers", [s for e in task.happenings for s in e["spans"]]), ("titles", [s for t in task.titles for s in t["spans"]])):
                head = "happening" if name == "triggers" else "title"
                found = branch.tags[head](words)[0].argmax(-1) > 0
                starts = [i for i in range(len(found)) if found[i] and (i == 0 or not found[i - 1])]
                gold = {i - window["start"] for s, e in spans for i in range(s, e)}
                count[name][0] += sum(i in gold or (i + 1 in gold and bool(found[i + 1])) for i in starts if i + 1 <= len(found))
                count[name][1] += len(starts)
                count[name][2] += sum(window["start"] <= s < window["end"] for s, _ in spans)
                if name == "triggers":
                    for e, event in enumerate(task.happenings):
                        if any(found[i - window["start"]] for s, z in event["spans"] for i in range(s, z) if window["start"] <= i < window["end"]):
                            touched.add(e)
            for event in task.happenings:
                head = head_of(window, event["spans"][0]) if window["start"] <= event["spans"][0][0] < window["end"] else None
                if head is None:
                    continue
                kinds = [kinds[0] + int(branch.tags["kind"](words[:, head]).argmax() == event["type"]), kinds[1] + 1]
                standings = [standings[0] + int(branch.tags["standing"](words[:, head]).argmax() == event["status"]), standings[1] + 1]
                count_pairs(branch, group, words, "parts", head, [(p, s) for p, s in event["parts"]], scheme.PARTS, count)
            for title in task.titles:
                for span in title["spans"]:
                    head = head_of(window, span) if window["start"] <= span[0] < window["end"] else None
                    if head is not None:
                        count_pairs(branch, group, words, "own", head, [(n, title[n]) for n in ("holder", "of") if title[n]], scheme.OWN, count)
        hits = [hits[0] + len(touched), hits[1] + len(task.happenings)]
    branch.train()
    return {name: f1(*values) for name, values in count.items()} | {
        "P": 100 * count["triggers"][0] / max(1, count["triggers"][1]), "events touched": 100 * hits[0] / hits[1],
        "kind": 100 * kinds[0] / kinds[1], "standing": 100 * standings[0] / standings[1],
    }


def count_pairs(branch: Branch, group: Group, words: Tensor, name: str, head: int, wanted: list, labels: list[str], count: dict) -> None:
    """Adds right, found and wanted of a row."""
    window = group.windows[0]
    family = branch.pairs["own" if name == "own" else "part"]
    buckets = distance_buckets(torch.arange(words.shape[1]) - head)[None]
    best = family(name, words[:, head], family.columns(words), buckets)[0].argmax(-1)
    gold = {(labels.index(label), h) for label, span in wanted if (h := head_of(window, span)) is not None}
    found = {(int(best[i]), i) for i in range(len(best)) if best[i] > 0}
    for number, label in enumerate(labels[1:], 1):
        right = {pair for pair in gold & found if pair[0] == number}
        count[label][0] += len(right)
        count[label][1] += sum(pair[0] == number for pair in found)
        count[label][2] += sum(pair[0] == number for pair in gold)


def warm(branch: Branch, sampler: Sampler, steps: int, parameters: list, noise: random.Random) -> None:
    """The heads alone, on the words as they are."""
    began = time.time()
    if not any("words" in window for window in sampler.kept["claims"]["windows"]):
        keep_words(branch, sampler.kept)
    print(f"words kept after {time.time() - began:.0f} s", flush=True)
    optimiser = torch.optim.AdamW(parameters, lr=1e-3, weight_decay=0.02)
    running: dict[str, float] = {}
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = 2e-3 * min(1.0, (step + 1) / 50) * (1 - 0.8 * step / steps)
        article, others = sampler.next(4, True)
        found = {name: value for name, value in claims_losses(branch, article, branch.dropout(article.kept_words())).items() if value is not None}
        if others:
            beside = beside_losses(branch, others, branch.dropout(others.kept_words()), noise)
            found |= {name: 0.5 * value for name, value in beside.items() if value is not None}
        sum(found.values()).backward()  # type: ignore[union-attr]
        torch.nn.utils.clip_grad_norm_(parameters, 2.0)
        optimiser.step()
        optimiser.zero_grad()
        for name, value in found.items():
            running[name] = 0.98 * running.get(name, value.item()) + 0.02 * value.item()
        if step % 400 == 399:
            print(f"warm {step + 1} after {time.time() - began:.0f} s", {k: round(v, 2) for k, v in running.items()}, flush=True)
            print("   ", {k: round(v, 1) for k, v in figures(branch, sampler.kept["claims"], lambda n: n % 5 == 4).items()}, flush=True)


def main() -> None:
    """Command line."""
    options = argparse.ArgumentParser()
    for name in ("model", "states", "out"):
        options.add_argument(f"--{name}", type=Path, required=True)
    options.add_argument("--layers", type=int, default=2)
    options.add_argument("--minutes", type=float, default=50)
    options.add_argument("--rate", type=float, default=2e-4)
    options.add_argument("--beside", type=int, default=4)
    options.add_argument("--warm", type=int, default=0, help="updates of the heads alone, before the layers learn")
    options.add_argument("--lift", type=int, default=0, help="the states are of this layer: run the next one over them first")
    options.add_argument("--final", type=Path, help="states of the last layer, for the words of --warm")
    options.add_argument("--start", type=Path, help="weights of another run to go on from")
    options.add_argument("--listed", type=Path, help="JSON: part of speech → word → kind of happening, learnt beside")
    options.add_argument("--rounding", type=float, default=0.75, help="share of the time after which weights are rounded as in the int8 graph")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--every", type=float, default=300, help="seconds between figures")
    options.add_argument("--all", action="store_true")
    args = options.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    branch = Branch(args.layers)
    load_layers(branch, args.model)
    if args.start:
        branch.load_state_dict(torch.load(args.start, map_location="cpu")["branch"])
    listed = json.loads(args.listed.read_text(encoding="utf-8")) if args.listed else {}
    upos = json.loads((args.model / "model.json").read_text(encoding="utf-8"))["labels"]["upos"]
    sampler = Sampler(args.states, args.seed, args.all)
    inner = [p for n, p in branch.named_parameters() if n.startswith("layers.")]
    outer = [p for n, p in branch.named_parameters() if not n.startswith("layers.")]
    optimiser = torch.optim.AdamW([{"params": inner, "lr": args.rate}, {"params": outer, "lr": 1e-3}], weight_decay=0.02)
    rates = [group["lr"] for group in optimiser.param_groups]
    noise = random.Random(2)
    if args.lift:
        lift(sampler.kept, args.model, args.lift)
    if args.final:
        take_words(sampler.kept, args.final)
    if args.warm:
        warm(branch, sampler, args.warm, outer, noise)
    began, step, shown, mean = time.time(), 0, time.time(), None
    running: dict[str, float] = {}
    branch.train()
    while (done := (time.time() - began) / 60 / args.minutes) < 1:
        scale = min(1.0, done / 0.03) * (0.5 + 0.5 * math.cos(math.pi * done))
        for group, rate in zip(optimiser.param_groups, rates):
            group["lr"] = rate * max(scale, 0.01)
        if done > args.rounding:
            Layer.rounding = True
        article, others = sampler.next(args.beside)
        losses = claims_losses(branch, article, branch.words(article.states, article.first, article.mask))
        other_words = branch.words(others.states, others.first, others.mask) if others else None
        beside = beside_losses(branch, others, other_words, noise) if others else {}
        losses |= {name: None if value is None else 0.5 * value for name, value in beside.items()}
        if args.listed and others:
            listed_loss = word_loss(branch, other_words, "kind", listed_kinds(others, listed, upos), 0.1)
            losses["listed"] = None if listed_loss is None else 0.3 * listed_loss
        found = {name: value for name, value in losses.items() if value is not None}
        sum(found.values()).backward()  # type: ignore[union-attr]
        torch.nn.utils.clip_grad_norm_(branch.parameters(), 2.0)
        optimiser.step()
        optimiser.zero_grad()
        step += 1
        if done > 0.5:  # mean of the weights of the last part
            now = branch.state_dict()
            mean = {k: v.clone() for k, v in now.items()} if mean is None else {k: m.lerp_(now[k], 0.005) if m.is_floating_point() else m for k, m in mean.items()}
        for name, value in found.items():
            running[name] = 0.98 * running.get(name, value.item()) + 0.02 * value.item()
        if time.time() - shown > args.every:
            shown = time.time()
            print(f"{done:.2f} step {step}", {k: round(v, 3) for k, v in running.items()}, flush=True)
            print("   ", {k: round(v, 1) for k, v in figures(branch, sampler.kept["claims"], lambda n: n % 5 == 4).items()}, flush=True)
            torch.save({"branch": branch.state_dict(), "layers": args.layers}, args.out)
    for name, weights in (("last", branch.state_dict()), ("mean", mean)):
        if weights:
            branch.load_state_dict(weights)
            print(name, {k: round(v, 1) for k, v in figures(branch, sampler.kept["claims"], lambda n: n % 5 == 4).items()}, flush=True)
            torch.save({"branch": branch.state_dict(), "layers": args.layers}, args.out.with_suffix(f".{name}.pt"))


if __name__ == "__main__":
    main()
