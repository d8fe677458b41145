"""From scores to annotation: spans, attributions, clusters. The run time decodes in the same way."""

from __future__ import annotations

import numpy as np

from corpora import Attribution, Document, Mention, Span
from pairs import coref_features

NEVER = -1e9


def log_softmax(scores: np.ndarray) -> np.ndarray:
    """Along the last axis."""
    top = scores.max(-1, keepdims=True)
    return scores - top - np.log(np.exp(scores - top).sum(-1, keepdims=True))


def transitions(labels: list[str]) -> np.ndarray:
    """0 where label j may follow label i, else very low: I-x only after B-x or I-x."""
    allowed = np.zeros((len(labels), len(labels)))
    for j, label in enumerate(labels):
        if label.startswith("I"):
            for i, before in enumerate(labels):
                if before == "O" or before[1:] != label[1:]:
                    allowed[i, j] = NEVER
    return allowed


def best_path(scores: np.ndarray, labels: list[str]) -> list[int]:
    """Best allowed sequence of labels."""
    if len(scores) == 0:
        return []
    allowed = transitions(labels)
    best = scores[0] + np.where([label.startswith("I") for label in labels], NEVER, 0)
    back = []
    for row in scores[1:]:
        paths = best[:, None] + allowed
        back.append(paths.argmax(0))
        best = paths.max(0) + row
    at = int(best.argmax())
    path = [at]
    for step in reversed(back):
        at = int(step[at])
        path.append(at)
    return path[::-1]


def spans(scores: np.ndarray, labels: list[str], offset: int = 0) -> list[tuple[int, int, str]]:
    """Spans (first word, end, type) of BIO scores."""
    found: list[tuple[int, int, str]] = []
    for i, number in enumerate(best_path(scores, labels)):
        label = labels[number]
        if label.startswith("B"):
            found.append((i + offset, i + offset + 1, label[2:]))
        elif label.startswith("I"):
            start, _, kind = found[-1]
            found[-1] = (start, i + offset + 1, kind)
    return found


ROLES = {"source": ((1, 2), 0.25), "content": ((3, 4), 0.35)}  # columns of `attribution`, least probability of a pair
LEAST = 0.05  # of the best cue for a span that reaches no cue's threshold
ROWS_SHARE = 0.6  # of the cues' rows in deciding where spans begin and end; the rest is the plain tags'


def attributions(output: dict[str, np.ndarray], labels: dict[str, list[str]], offset: int) -> list[Attribution]:
    """Triples of one window. Spans come from the plain tags and all cues' rows together; a cue's row says which are its own.

    Each span goes to every cue in whose row its words have the role with a mean probability above the threshold, or else
    to the likeliest cue. A cue left without a source or content takes the spans of its own row.
    """
    cues = spans(output["cue"], labels["cue"], offset)
    rows = [np.exp(log_softmax(output["attribution"][start - offset])) for start, _, _ in cues]
    parts: list[dict[str, list[Span]]] = [{role: [] for role in ROLES} for _ in cues]
    for role, (columns, threshold) in ROLES.items():
        if not cues:
            break
        for start, end, _ in spans(joint_tags(output[role], rows, columns), labels[role], offset):
            means = [row[start - offset:end - offset, columns].sum(1).mean() for row in rows]
            chosen = [i for i, mean in enumerate(means) if mean > threshold]
            if not chosen and max(means) > LEAST:
                chosen = [int(np.argmax(means))]
            for i in chosen:
                parts[i][role].append((start, end))
    for (start, _, _), own in zip(cues, parts):
        missing = {role for role, found in own.items() if not found}
        for s, e, role in spans(output["attribution"][start - offset], labels["attribution"], offset):
            if role in missing:
                own[role].append((s, e))
    return [Attribution(own["source"], [(start, end)], own["content"]) for (start, end, _), own in zip(cues, parts)]


def joint_tags(plain: np.ndarray, rows: list[np.ndarray], columns: tuple[int, int]) -> np.ndarray:
    """Log scores of O, B and I [N,3]: the plain tags' and the likeliest cue's, weighted."""
    role = np.stack(rows)[:, :, columns]
    outside = 1 - role.sum(2).max(0)
    some = np.stack([np.clip(outside, 1e-6, 1), role[:, :, 0].max(0), role[:, :, 1].max(0)], 1)
    return (1 - ROWS_SHARE) * log_softmax(plain) + ROWS_SHARE * np.log(some + 1e-6)


def span_vectors(rows: np.ndarray, found: list[Span]) -> np.ndarray:
    """Mean of each span's first and last row."""
    return (rows[[s for s, _ in found]] + rows[[e - 1 for _, e in found]]) / 2


def coref_scores(document: Document, mentions: list[Mention], a: np.ndarray, b: np.ndarray, about: dict) -> np.ndarray:
    """Score of each earlier mention (column) as antecedent of each mention (row); a new entity scores 0."""
    found = [(m.start, m.end) for m in mentions]
    distance, match = coref_features(document, mentions)
    scores = span_vectors(a, found) @ span_vectors(b, found).T
    return scores + np.array(about["distance"])[distance] + np.array(about["match"])[match]


def clusters(document: Document, mentions: list[Mention], a: np.ndarray, b: np.ndarray, about: dict) -> list[set[Span]]:
    """Entities by each mention's best antecedent. Mentions in text order."""
    if not mentions:
        return []
    scores = coref_scores(document, mentions, a, b, about)
    entity: list[int] = []
    for i in range(len(mentions)):
        best = int(scores[i, :i].argmax()) if i else -1
        entity.append(entity[best] if best >= 0 and scores[i, best] > 0 else i)
    groups: dict[int, set[Span]] = {}
    for mention, number in zip(mentions, entity):
        groups.setdefault(number, set()).add((mention.start, mention.end))
    return list(groups.values())


def relation_scores(s: np.ndarray, o: np.ndarray, entities: list[list[Span]], about: dict) -> np.ndarray:
    """Scores [R,E,E] of entities, see losses.relation_scores."""
    found = [span for spans_ in entities for span in spans_]
    owner = np.array([number for number, spans_ in enumerate(entities) for _ in spans_])
    group = np.eye(len(entities))[owner]
    subjects, objects = span_vectors(s, found), span_vectors(o, found)
    count = group.sum(0)
    half = 0.5 * np.log(count[:, None] * count[None, :])
    out = []
    for weight, bias in zip(np.array(about["weight"]), about["bias"]):
        scores = (subjects * weight) @ objects.T + bias
        top = scores.max()
        out.append(np.log(group.T @ np.exp(np.maximum(scores - top, -60)) @ group) + top - half)
    return np.stack(out)
