"""Figures by the definitions of the field."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from corpora import Attribution, Span

Cluster = set[Span]


@dataclass
class Counts:
    """True positives against what was found and what is right."""

    right: float = 0
    found: float = 0
    gold: float = 0

    def add(self, found: Iterable[Hashable], gold: Iterable[Hashable]) -> None:
        """Two sets."""
        a, b = set(found), set(gold)
        self.right += len(a & b)
        self.found += len(a)
        self.gold += len(b)

    @property
    def f1(self) -> float:
        """In per cent."""
        return 200 * self.right / max(1, self.found + self.gold)

    @property
    def recall(self) -> float:
        """In per cent."""
        return 100 * self.right / max(1, self.gold)


def overlap(a: list[Span], b: list[Span]) -> bool:
    """Whether any two spans share a word; two empty lists agree."""
    if not a and not b:
        return True
    return any(s < f and t < e for s, e in a for t, f in b)


def count_triples(counts: Counts, found: list[Attribution], gold: list[Attribution]) -> None:
    """Triples whose cue, source and content all overlap, each used once."""
    left = list(gold)
    for item in found:
        same = next(
            (g for g in left if overlap(item.cue, g.cue) and overlap(item.source, g.source) and overlap(item.content, g.content)),
            None,
        )
        if same is not None:
            left.remove(same)
            counts.right += 1
    counts.found += len(found)
    counts.gold += len(gold)


class Conll:
    """MUC, B³ and CEAFe (entity), singletons included; their F1's average is the CoNLL figure."""

    def __init__(self) -> None:
        self.sums = np.zeros((3, 4))  # right and all for precision, right and all for recall

    def add(self, found: list[Cluster], gold: list[Cluster]) -> None:
        """One document."""
        self.sums[0] += [*_muc(found, gold), *_muc(gold, found)]
        self.sums[1] += [*_b_cubed(found, gold), *_b_cubed(gold, found)]
        score = _ceaf(found, gold)
        self.sums[2] += [score, len(found), score, len(gold)]

    def f1(self) -> list[float]:
        """MUC, B³, CEAFe and their average, per cent."""
        values = []
        for a, b, c, d in self.sums:
            p, r = a / max(b, 1e-9), c / max(d, 1e-9)
            values.append(200 * p * r / max(p + r, 1e-9))
        return [*values, sum(values) / 3]


def _muc(a: list[Cluster], b: list[Cluster]) -> tuple[float, float]:
    where = {span: i for i, cluster in enumerate(b) for span in cluster}
    right = total = 0
    for cluster in a:
        parts = len({where[span] for span in cluster if span in where}) + sum(span not in where for span in cluster)
        right += len(cluster) - parts
        total += len(cluster) - 1
    return right, total


def _b_cubed(a: list[Cluster], b: list[Cluster]) -> tuple[float, float]:
    where = {span: cluster for cluster in b for span in cluster}
    right = sum(len(cluster & where[span]) / len(cluster) for cluster in a for span in cluster if span in where)
    return right, sum(map(len, a))


def _ceaf(a: list[Cluster], b: list[Cluster]) -> float:
    if not a or not b:
        return 0.0
    similarity = np.array([[2 * len(x & y) / (len(x) + len(y)) for y in b] for x in a])
    rows, columns = linear_sum_assignment(-similarity)
    return float(similarity[rows, columns].sum())
