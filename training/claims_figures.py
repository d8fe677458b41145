"""How well the claim heads read articles that they never learnt from: F1 of words, titles and pairs, accuracy of kind and standing."""

from __future__ import annotations

import torch
from torch import Tensor

import claims_data as scheme
from claims_batches import Group, head_of
from claims_model import Branch
from model import distance_buckets


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
