"""What the claim heads are punished for, head by head: cross entropies of tags, of pairs, and of which mentions are one happening."""

from __future__ import annotations

import random

import torch
from torch import Tensor
from torch.nn import functional as F

from claims_batches import Group, bio, head_of, link_rows, part_rows, reference_rows
from claims_data import Span, Task
from claims_model import Branch
from model import distance_buckets

EDGES = torch.tensor([0, 1, 2, 4, 8, 16, 32])


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


def refer_scores(branch: Branch, a: Tensor, b: Tensor, names: list, asked: list) -> Tensor:
    """How much each asked word (row) means what each name (column) names; below 0: rather nobody."""
    name, word = torch.tensor(names), torch.tensor(asked)
    far = name[None, :, 2] - word[:, None, 2]
    near = torch.bucketize((far.abs() / 8).floor(), EDGES).clamp(max=6)
    bucket = torch.where(name[None, :, 0] == word[:, None, 0], near, torch.full_like(near, 7)) + 8 * (far > 0)
    scores = a[word[:, 0], word[:, 1]] @ b[name[:, 0], name[:, 1]].T + branch.refer_distance[bucket]
    return scores.masked_fill(far == 0, -1e4)


def refer_loss(branch: Branch, group: Group, words: Tensor, proper: int) -> Tensor | None:
    """Each noun or pronoun: one of the places that name whom it means, or nobody."""
    total, count = torch.zeros(()), 0
    a, b = branch.refer_vectors(words)
    for names, asked, gold in reference_rows(group, proper):
        scores = refer_scores(branch, a, b, names, asked)
        meant = torch.tensor(gold)
        padded = torch.cat([torch.zeros(len(asked), 1), scores], 1)
        right = torch.cat([~meant.any(1)[:, None], meant], 1)
        total = total + (padded.logsumexp(1) - padded.masked_fill(~right, -1e4).logsumexp(1)).sum()
        count += len(asked)
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
