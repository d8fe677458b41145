"""Loss of a batch: only the heads that its corpus annotates."""

from __future__ import annotations

import random

import torch
from torch import Tensor
from torch.nn import functional as F

from batches import Batch
from corpora import Document, Mention, Span
from labels import ATTRIBUTION
from model import HIDDEN, Model, distance_buckets, word_distances
from pairs import coref_features
from teach import Taught

TAGS = {
    "ud": {"upos": 1.0, "xpos": 1.0, "lemma": 0.5, "mention": 1.0},
    "ner": {"ner": 1.0},
    "gmb": {"gmb": 1.0},
    "polnear": {"cue": 1.0, "source": 1.0, "content": 1.0},
    "dwie": {"dwie": 1.0},
    "ecb": {"event": 1.0},
}


TAUGHT = {"ner": 1.0, "dwie": 0.3, "event": 0.3}  # weights of what a teacher says
SMOOTHING = {"ner": 0.03}  # of gold tags: outlets and annotators differ


def batch_loss(model: Model, batch: Batch, noise: random.Random, taught: Taught | None = None) -> dict[str, Tensor]:
    """Losses by head."""
    words = model.words(batch.pieces, batch.shapes, batch.first, batch.mask)
    losses: dict[str, Tensor] = {}
    for name, weight in TAGS.get(batch.corpus, {}).items():
        labels = batch.labels(name) if all(name in d.tags for d in batch.documents) else partial_labels(batch, name)
        if (labels >= 0).any():
            scores = model.heads.tags[name](words).float()
            losses[name] = weight * F.cross_entropy(
                scores.flatten(0, 1), labels.flatten(), ignore_index=-100, label_smoothing=SMOOTHING.get(name, 0.0)
            )
    if taught:
        losses |= taught_losses(model, batch, words, taught)
    if batch.corpus == "ud":
        losses |= tree_losses(model, batch, words)
    if batch.corpus == "polnear":
        losses["attribution"] = attribution_loss(model, batch, words, noise)
    if batch.corpus in ("dwie", "ud", "ecb"):
        weight = 1.0 if batch.corpus == "dwie" else 0.5
        losses |= mean_of("coref", weight, [coref_loss(model, batch, d, words) for d in batch.documents if d.mentions])
    if batch.corpus == "gap":
        losses |= mean_of("gap", 1.0, [gap_loss(model, batch, d, words) for d in batch.documents])
    if batch.corpus in ("dwie", "knowledgenet", "redocred"):
        losses |= relation_losses(model, batch, words)
    return losses


def taught_losses(model: Model, batch: Batch, words: Tensor, taught: Taught) -> dict[str, Tensor]:
    """Cross entropy with a teacher's probabilities, for the heads that the corpus does not annotate."""
    losses: dict[str, Tensor] = {}
    for head, weight in TAUGHT.items():
        if head in TAGS.get(batch.corpus, {}):
            continue
        found = [(b, taught.of(head, part.document, part.start, part.end)) for b, part in enumerate(batch.parts)]
        rows = [(words[b, : len(p)], torch.from_numpy(p.astype("float32"))) for b, p in found if p is not None]
        if rows:
            scores = model.heads.tags[head](torch.cat([row for row, _ in rows])).float()
            losses[f"{head}, taught"] = weight * F.cross_entropy(scores, torch.cat([p for _, p in rows]))
    return losses


def mean_of(name: str, weight: float, values: list[Tensor | None]) -> dict[str, Tensor]:
    """One named loss, or nothing."""
    found = [value for value in values if value is not None]
    return {name: weight * torch.stack(found).mean()} if found else {}


def partial_labels(batch: Batch, name: str) -> Tensor:
    """Tags where some documents (EWT) lack a head."""
    out = torch.full(batch.words.shape, -100, dtype=torch.long)
    for b, part in enumerate(batch.parts):
        if name in part.document.tags:
            out[b, : part.end - part.start] = torch.tensor(part.document.tags[name][part.start:part.end])
    return out


def tree_losses(model: Model, batch: Batch, words: Tensor) -> dict[str, Tensor]:
    """Heads and relation labels; heads beyond a cut sentence are left out."""
    gold = torch.full(batch.words.shape, -100, dtype=torch.long)
    for b, part in enumerate(batch.parts):
        heads = part.document.heads
        assert heads is not None
        for i in range(part.start, part.end):
            head = heads[i]
            if head < 0 or part.start <= head < part.end:
                gold[b, i - part.start] = 0 if head < 0 else head - part.start + 1
    arcs = model.heads.arcs(words, batch.sentence)
    deprel = model.heads.deprels(words, gold.clamp(min=0))
    labels = batch.labels("deprel").masked_fill(gold < 0, -100)
    return {
        "arc": F.cross_entropy(arcs.flatten(0, 1), gold.flatten(), ignore_index=-100),
        "deprel": F.cross_entropy(deprel.flatten(0, 1), labels.flatten(), ignore_index=-100),
    }


def attribution_loss(model: Model, batch: Batch, words: Tensor, noise: random.Random) -> Tensor:
    """Source and content of each cue in the window, and some words that are no cue."""
    n = words.shape[1]
    rows: list[tuple[int, int]] = []
    gold: list[Tensor] = []
    for b, part in enumerate(batch.parts):
        labels: dict[int, Tensor] = {}
        for item in part.document.attributions or []:
            cue = item.cue[0][0] if item.cue else -1
            if not part.start <= cue < part.end:
                continue
            target = labels.setdefault(cue - part.start, torch.zeros(n, dtype=torch.long))
            for name, spans in (("content", item.content), ("source", item.source)):
                for start, end in spans:
                    start, end = max(start, part.start) - part.start, min(end, part.end) - part.start
                    if end > start:
                        target[start:end] = ATTRIBUTION.index(f"I-{name}")
                        target[start] = ATTRIBUTION.index(f"B-{name}")
        for _ in range(2):
            labels.setdefault(noise.randrange(part.end - part.start), torch.zeros(n, dtype=torch.long))
        for row, target in labels.items():
            target[part.end - part.start:] = -100
            rows.append((b, row))
            gold.append(target)
    at = torch.tensor(rows)
    buckets = distance_buckets(word_distances(n)[at[:, 1]])
    columns = model.heads.attribution_columns(words)
    scores = model.heads.attribution(words[at[:, 0], at[:, 1]], columns[at[:, 0]], buckets)
    loss = F.cross_entropy(scores.flatten(0, 1), torch.stack(gold).flatten(), ignore_index=-100, reduction="sum")
    return loss / (25 * len(rows))


def span_vectors(flat: Tensor, rows: dict[int, int], spans: list[Span]) -> Tensor:
    """Mean of the rows of each span's first and last word."""
    first = torch.tensor([rows[start] for start, _ in spans])
    last = torch.tensor([rows[end - 1] for _, end in spans])
    return (flat[first] + flat[last]).float() / 2


def coref_loss(model: Model, batch: Batch, document: Document, words: Tensor) -> Tensor | None:
    """Negative log probability of the right antecedents, or of none for a new entity."""
    rows = batch.row(document)
    mentions = [m for m in document.mentions or [] if m.start in rows and m.end - 1 in rows]
    if len(mentions) < 2:
        return None
    scores = coref_scores(model, document, mentions, rows, words)
    same = torch.tensor([[a.cluster == b.cluster for b in mentions] for a in mentions])
    before = torch.ones_like(same).tril(-1)
    gold = same & before
    new = ~gold.any(1)
    padded = torch.cat([torch.zeros(len(mentions), 1), scores.masked_fill(~before, -1e4)], 1)
    right = torch.cat([new[:, None], gold], 1)
    return (padded.logsumexp(1) - padded.masked_fill(~right, -1e4).logsumexp(1)).mean()


def coref_scores(model: Model, document: Document, mentions: list[Mention], rows: dict[int, int], words: Tensor) -> Tensor:
    """Antecedent scores [M,M]; new is 0."""
    a, b = model.heads.coref_vectors(words.reshape(-1, HIDDEN))
    spans = [(m.start, m.end) for m in mentions]
    distance, match = coref_features(document, mentions)
    scores = span_vectors(a, rows, spans) @ span_vectors(b, rows, spans).T
    return scores + model.heads.coref_distance[torch.from_numpy(distance)] + model.heads.coref_match[torch.from_numpy(match)]


def gap_loss(model: Model, batch: Batch, document: Document, words: Tensor) -> Tensor | None:
    """The pronoun's antecedent among the two names and none (the later of the two words has the antecedent)."""
    rows = batch.row(document)
    assert document.gap is not None
    pronoun, a, b, is_a, is_b = document.gap
    if any(i not in rows for s, e in (pronoun, a, b) for i in (s, e - 1)):
        return None
    mentions = [Mention(*span, "") for span in (pronoun, a, b)]
    scores = coref_scores(model, document, mentions, rows, words)
    pair = [scores[0, i] if pronoun[0] > span[0] else scores[i, 0] for i, span in ((1, a), (2, b))]
    padded = torch.stack([torch.zeros(()), *pair])
    right = torch.tensor([not (is_a or is_b), is_a, is_b])
    return padded.logsumexp(0) - padded[right].logsumexp(0)


def relation_losses(model: Model, batch: Batch, words: Tensor) -> dict[str, Tensor]:
    """Binary cross entropy of every relation of every pair of entities."""
    s, o = model.heads.relation_vectors(words.reshape(-1, HIDDEN))
    total, positives = torch.zeros(()), 1
    for document in batch.documents:
        rows = batch.row(document)
        entities = {
            number: spans
            for number, found in enumerate(document.entities or [])
            if (spans := [(a, b) for a, b in found if a in rows and b - 1 in rows])
        }
        if len(entities) < 2:
            continue
        known = torch.tensor(document.annotated)
        scores = relation_scores(model, s, o, rows, list(entities.values()))[known]
        place = {number: i for i, number in enumerate(entities)}
        column = {relation: i for i, relation in enumerate(known.tolist())}
        gold = torch.zeros_like(scores)
        for subject, object_, relation in document.relations:
            if subject in place and object_ in place and relation in column:
                gold[column[relation], place[subject], place[object_]] = 1
        other = ~torch.eye(len(entities), dtype=torch.bool)
        total = total + F.binary_cross_entropy_with_logits(scores[:, other], gold[:, other], reduction="sum")
        positives += int(gold.sum())
    return {"relation": total / (2 * positives)} if positives > 1 else {}


def relation_scores(model: Model, s: Tensor, o: Tensor, rows: dict[int, int], entities: list[list[Span]]) -> Tensor:
    """Entity-level scores [R,E,E]: log-sum-exp over pairs of mentions, less half the logarithm of their number."""
    spans = [span for found in entities for span in found]
    owner = torch.tensor([number for number, found in enumerate(entities) for _ in found])
    group = torch.nn.functional.one_hot(owner, len(entities)).float()
    heads = model.heads
    subjects = span_vectors(s, rows, spans)[None] * heads.relation_weight[:, None]
    scores = subjects @ span_vectors(o, rows, spans).T + heads.relation_bias[:, None, None]
    top = scores.detach().amax((1, 2), keepdim=True)
    summed = group.T @ (scores - top).clamp(min=-60).exp() @ group
    count = group.sum(0)
    return summed.log() + top - 0.5 * (count[:, None] * count[None, :]).log()
