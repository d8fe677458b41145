"""Figures of an exported model on the dev parts; with --calibrate also fills temperatures and thresholds of model.json.

    python evaluate.py --model ../model --data ../../shared/data --work WORK [--onnx CKPT/fp32.onnx] [--calibrate]
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnxruntime
from scipy.optimize import minimize_scalar

import decode
import labels as scheme
from batches import windows
from corpora import Corpora, Document, Mention, Span, load
from metrics import Conll, Counts, count_triples
from pieces import WordPieces, shape_of
from seal import seal

PER_WORD = ("upos", "xpos", "lemma", "ner", "dwie", "event", "mention", "cue", "source", "content",
            "corefA", "corefB", "relationS", "relationO")
Output = dict[str, np.ndarray]
Figures = dict[str, float]


class Runner:
    """Runs the exported graph on documents."""

    def __init__(self, folder: Path, graph: Path, threads: int) -> None:
        self.about = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        self.labels: dict[str, list[str]] = self.about["labels"]
        self.pieces = WordPieces(folder / "vocab.txt")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.session = onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])
        self.names = [output.name for output in self.session.get_outputs()]
        self.known: dict[str, list[tuple[np.ndarray, np.ndarray]]] = defaultdict(list)  # head -> scores and gold

    def run(self, document: Document) -> list[tuple[int, Output]]:
        """First word and outputs of each window."""
        found = []
        for part in windows(document, self.pieces):
            ids, shapes, first = [self.pieces.first], [0], []
            for word in document.words[part.start:part.end]:
                first.append(len(ids))
                encoded = self.pieces.encode(word)
                ids += encoded
                shapes += [shape_of(word)] * len(encoded)
            feed = {"pieces": [*ids, self.pieces.last], "shapes": [*shapes, 0], "first": first,
                    "sentence": document.sentences[part.start:part.end]}
            values = self.session.run(None, {name: np.array(value, np.int32) for name, value in feed.items()})
            found.append((part.start, dict(zip(self.names, values))))
        return found

    def note(self, head: str, scores: np.ndarray, gold: list[int]) -> None:
        """Keeps scores beside their gold labels for calibration."""
        right = np.array(gold)
        self.known[head].append((scores[right >= 0], right[right >= 0]))


def whole(parts: list[tuple[int, Output]]) -> Output:
    """Per-word outputs of a document."""
    return {name: np.concatenate([output[name] for _, output in parts]) for name in PER_WORD}


def ner(runner: Runner, documents: list[Document]) -> Figures:
    """Worldwide newswire span F1, also by outlet."""
    counts: dict[str, Counts] = defaultdict(Counts)
    for document in documents:
        parts = runner.run(document)
        scores = whole(parts)["ner"]
        runner.note("ner", scores, document.tags["ner"])
        found = decode.spans(scores, runner.labels["ner"])
        gold = [(s, e, scheme.NER_TYPES[k]) for s, e, k in document.spans["ner"]]
        for name in ("all", document.group):
            counts[name].add(found, gold)
    return {f"ner span F1 {name}": count.f1 for name, count in counts.items()}


def polnear(runner: Runner, documents: list[Document]) -> Figures:
    """Exact spans by role, of the plain tags and of the cues' rows, and joined triples."""
    counts: dict[str, Counts] = defaultdict(Counts)
    for document in documents:
        parts = runner.run(document)
        scores = whole(parts)
        triples = []
        for offset, output in parts:
            triples += decode.attributions(output, runner.labels, offset)
        gold = document.attributions or []
        for role in ("source", "cue", "content"):
            runner.note(role, scores[role], document.tags[role])
            right = {span for item in gold for span in getattr(item, role)}
            counts[f"{role}, tags"].add({(s, e) for s, e, _ in decode.spans(scores[role], runner.labels[role])}, right)
            if role != "cue":
                counts[f"{role}, rows"].add({span for item in triples for span in getattr(item, role)}, right)
        count_triples(counts["triples"], triples, gold)
        for offset, output in parts:
            note_rows(runner, document, offset, output)
    return {f"polnear {name}": count.f1 for name, count in counts.items()}


def note_rows(runner: Runner, document: Document, offset: int, output: Output) -> None:
    """Gold rows of the window's cues."""
    size = len(output["cue"])
    for item in document.attributions or []:
        cue = item.cue[0][0] - offset if item.cue else -1
        if not 0 <= cue < size:
            continue
        row = [0] * size
        for role, found in (("content", item.content), ("source", item.source)):
            for start, end in found:
                start, end = max(0, start - offset), min(size, end - offset)
                if end > start:
                    row[start:end] = [scheme.ATTRIBUTION.index(f"I-{role}")] * (end - start)
                    row[start] = scheme.ATTRIBUTION.index(f"B-{role}")
        runner.note("attribution", output["attribution"][cue], row)


def dwie(runner: Runner, documents: list[Document]) -> Figures:
    """Mentions, coreference with gold and with predicted mentions, relations of gold entities."""
    counts: dict[str, Counts] = defaultdict(Counts)
    gold_mentions, predicted = Conll(), Conll()
    relations: list[tuple[np.ndarray, np.ndarray]] = []
    for document in documents:
        scores = whole(runner.run(document))
        runner.note("dwie", scores["dwie"], document.tags["dwie"])
        found = decode.spans(scores["dwie"], runner.labels["dwie"])
        gold = [(s, e, scheme.DWIE_TYPES[k]) for s, e, k in document.spans["dwie"]]
        counts["mentions"].add(found, gold)
        for kind in scheme.DWIE_TYPES:
            counts[f"mentions {kind}"].add([s for s in found if s[2] == kind], [s for s in gold if s[2] == kind])
        mentions = document.mentions or []
        right: dict[str, set[Span]] = defaultdict(set)
        for mention in mentions:
            right[mention.cluster].add((mention.start, mention.end))
        gold_clusters = list(right.values())
        a, b, about = scores["corefA"], scores["corefB"], runner.about["coref"]
        gold_mentions.add(decode.clusters(document, mentions, a, b, about), gold_clusters)
        own = [Mention(s, e, "") for s, e, _ in sorted(found)]
        predicted.add(decode.clusters(document, own, a, b, about), gold_clusters)
        note_coref(runner, document, mentions, scores)
        if document.entities:
            relations.append(relation_pairs(document, scores, runner))
    names = ("MUC", "B3", "CEAFe", "CoNLL")
    figures = {f"dwie coref, gold mentions {name}": value for name, value in zip(names, gold_mentions.f1())}
    figures |= {f"dwie coref, found mentions {name}": value for name, value in zip(names, predicted.f1())}
    figures |= {f"dwie {name}": count.f1 for name, count in counts.items()}
    return figures | relation_figures(runner, "dwie", relations)


def note_coref(runner: Runner, document: Document, mentions: list[Mention], scores: Output) -> None:
    """Antecedent choices as binary decisions: is the best earlier mention right?"""
    values = decode.coref_scores(document, mentions, scores["corefA"], scores["corefB"], runner.about["coref"])
    for i in range(1, len(mentions)):
        best = int(values[i, :i].argmax())
        right = int(mentions[best].cluster == mentions[i].cluster)
        runner.known["coref"].append((np.array([[0.0, values[i, best]]]), np.array([right])))


def relation_pairs(document: Document, scores: Output, runner: Runner) -> tuple[np.ndarray, np.ndarray]:
    """Scores and gold [R,pairs] of a document's annotated relations."""
    entities = document.entities or []
    known = np.array(document.annotated)
    values = decode.relation_scores(scores["relationS"], scores["relationO"], entities, runner.about["relations"])
    gold = np.zeros_like(values, dtype=bool)
    for s, o, r in document.relations:
        gold[r, s, o] = True
    other = ~np.eye(len(entities), dtype=bool)
    return values[known][:, other], gold[known][:, other]


def relation_figures(runner: Runner, name: str, pairs: list[tuple[np.ndarray, np.ndarray]]) -> Figures:
    """F1 at the model's threshold and at the best one."""
    scores = np.concatenate([s.ravel() for s, _ in pairs])
    gold = np.concatenate([g.ravel() for _, g in pairs])
    runner.known[f"relation {name}"].append((scores, gold))

    def f1(threshold: float) -> float:
        found = scores > threshold
        return 200 * float((found & gold).sum()) / max(1, int(found.sum() + gold.sum()))

    best = max(np.arange(-2.5, 2.5, 0.1), key=f1)
    runner.known[f"threshold {name}"].append((np.array([best]), np.array([0])))
    return {
        f"{name} relations F1": f1(runner.about["relations"]["threshold"]),
        f"{name} relations F1, best threshold {best:.1f}": f1(best),
    }


def ud(runner: Runner, documents: list[Document]) -> Figures:
    """Tag accuracies and attachment; labels without subtypes count in LAS, as in CoNLL-18."""
    right: dict[str, float] = defaultdict(float)
    total = 0
    mentions = Counts()
    groups: dict[str, Counts] = defaultdict(Counts)
    for document in documents:
        parts = runner.run(document)
        scores = whole(parts)
        total += len(document.words)
        for name in ("upos", "xpos", "lemma"):
            runner.note(name, scores[name], document.tags[name])
            right[name] += float((scores[name].argmax(-1) == np.array(document.tags[name])).sum())
        if "mention" in document.tags:
            runner.note("mention", scores["mention"], document.tags["mention"])
            gold = list(enumerate(document.tags["mention"]))
            mentions.add([(i, k) for i, k in enumerate(scores["mention"].argmax(-1)) if k], [(i, k) for i, k in gold if k])
        assert document.heads is not None
        for offset, output in parts:
            chosen = output["arc"].argmax(-1)
            names = output["deprel"].argmax(-1)
            gold_heads = [0 if h < 0 else h - offset + 1 for h in document.heads[offset:offset + len(chosen)]]
            gold_heads = [h if 0 <= h <= len(chosen) else -100 for h in gold_heads]
            runner.note("arc", output["arc"], gold_heads)
            gold_names = document.tags["deprel"][offset:offset + len(chosen)]
            same = chosen == np.array(gold_heads)
            runner.note("deprel", output["deprel"], [n if s else -100 for n, s in zip(gold_names, same)])
            deprels = [runner.labels["deprel"][n].split(":")[0] for n in names]
            wanted = [document.strings["deprel"][offset + i].split(":")[0] for i in range(len(chosen))]
            good = sum(s and a == b for s, a, b in zip(same, deprels, wanted))
            right["uas"] += float(same.sum())
            right["las"] += good
            genre = document.group.split(":")[0]
            groups[genre].right += good
            groups[genre].gold += len(chosen)
    figures = {f"ud {name}": 100 * value / total for name, value in right.items()}
    figures |= {f"ud las {name}": count.recall for name, count in groups.items()}
    return figures | {"gum mention heads F1": mentions.f1}


def ecb(runner: Runner, documents: list[Document]) -> Figures:
    """Event triggers (any kind, and with kind) and the other mentions, in validated sentences."""
    counts: dict[str, Counts] = defaultdict(Counts)
    for document in documents:
        validated = document.validated or set()
        scores = whole(runner.run(document))["event"]
        runner.note("event", scores, document.tags["event"])
        found = [s for s in decode.spans(scores, runner.labels["event"]) if document.sentences[s[0]] in validated]
        gold = [(s, e, scheme.EVENT_TYPES[k]) for s, e, k in document.spans["event"]]
        events = [[s for s in each if s[2] in scheme.EVENT_KINDS] for each in (found, gold)]
        counts["trigger"].add(*({s[:2] for s in each} for each in events))
        counts["trigger and kind"].add(*events)
        counts["participants, places, times"].add(*([s for s in each if s[2] not in scheme.EVENT_KINDS] for each in (found, gold)))
    return {f"ecb {name} F1": count.f1 for name, count in counts.items()}


def gap(runner: Runner, documents: list[Document]) -> Figures:
    """GAP's F1 over both names; the best of a, b and neither is chosen."""
    counts = Counts()
    for document in documents:
        assert document.gap is not None
        pronoun, a, b, is_a, is_b = document.gap
        scores = whole(runner.run(document))
        three = [Mention(*span, "") for span in (pronoun, a, b)]
        values = decode.coref_scores(document, three, scores["corefA"], scores["corefB"], runner.about["coref"])
        pair = [values[0, i] if pronoun[0] > span[0] else values[i, 0] for i, span in ((1, a), (2, b))]
        chosen = int(np.argmax([0.0, *pair]))
        counts.add({chosen} - {0}, {1 for _ in range(is_a)} | {2 for _ in range(is_b)})
    return {"gap F1": counts.f1}


def knowledgenet(runner: Runner, documents: list[Document]) -> Figures:
    """Facts between gold mentions of a passage."""
    return relation_figures(runner, "knowledgenet", [relation_pairs(d, whole(runner.run(d)), runner) for d in documents])


ROWS: dict[str, Callable[[Runner, list[Document]], Figures]] = {
    "polnear": polnear, "ner": ner, "dwie": dwie, "gap": gap, "ud": ud, "ecb": ecb, "knowledgenet": knowledgenet,
}


def temperature(known: list[tuple[np.ndarray, np.ndarray]]) -> float:
    """Divisor of the scores that makes the right labels likeliest."""
    width = max(scores.shape[-1] for scores, _ in known)
    scores = np.concatenate([np.pad(s, ((0, 0), (0, width - s.shape[-1])), constant_values=-1e4) for s, _ in known])
    gold = np.concatenate([g for _, g in known])
    if len(gold) > 60_000:
        chosen = np.random.default_rng(1).choice(len(gold), 60_000, replace=False)
        scores, gold = scores[chosen], gold[chosen]
    rows = np.arange(len(gold))

    def loss(value: float) -> float:
        return -float(decode.log_softmax(scores / value)[rows, gold].mean())

    return round(float(minimize_scalar(loss, bounds=(0.3, 5), method="bounded").x), 3)


def calibrate(runner: Runner, folder: Path) -> None:
    """Writes temperatures and the relation threshold."""
    about = runner.about
    for head, known in sorted(runner.known.items()):
        if head.startswith("threshold"):
            continue
        if head.startswith("relation"):
            binary = [(np.stack([np.zeros_like(s), s], 1), g.astype(int)) for s, g in known]
            about["temperatures"][head.replace("relation ", "relation-")] = temperature(binary)
        else:
            about["temperatures"][head] = temperature(known)
    about["relations"]["threshold"] = round(float(runner.known["threshold dwie"][0][0][0]), 2)
    (folder / "model.json").write_text(json.dumps(about, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    seal(folder)


def main() -> None:
    """Command line."""
    options = argparse.ArgumentParser()
    options.add_argument("--model", type=Path, required=True)
    options.add_argument("--onnx", type=Path, help="another graph with the same outputs, such as the fp32 one")
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--work", type=Path, required=True)
    options.add_argument("--only", nargs="*", default=list(ROWS))
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--calibrate", action="store_true")
    options.add_argument("--json", type=Path, help="file for the figures")
    args = options.parse_args()
    runner = Runner(args.model, args.onnx or args.model / "model.onnx", args.threads)
    corpora: Corpora = load(args.data, args.work)
    for document in corpora.dev["ud"]:
        for name, values in document.strings.items():
            numbers = {value: i for i, value in enumerate(runner.labels[name])}
            document.tags[name] = [numbers.get(value, -100) for value in values]
    figures: Figures = {}
    for name in args.only:
        found = ROWS[name](runner, corpora.dev[name])
        figures |= found
        for row, value in found.items():
            print(f"{value:6.2f}  {row}", flush=True)
    if args.json:
        args.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    if args.calibrate:
        calibrate(runner, args.model)


if __name__ == "__main__":
    main()
