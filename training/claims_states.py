"""What the shipped model sees in the claim corpora, kept on disk: states of a middle layer and trees, window by window.

The claim heads are a branch of the model: its lower layers stay as they are, so that no other head changes. Their states come from
the int8 graph itself.

    python claims_states.py --model ../model --texts WORK/data --data ../shared/data --layer 4 --out WORK/states
"""

from __future__ import annotations

import argparse
import pickle
import random
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime

from batches import collate, windows
from claims_data import Task, read_all
from pieces import WordPieces

VARIANTS = {"claims": ((0, 0), (2, 1), (5, 1), (1, 0)), "more": ((0, 0), (3, 1)), "qanom": ((0, 0),), "tne": ((0, 0),)}  # (sentences that form a first window apart, with noise)


def session(model: Path, layer: int) -> onnxruntime.InferenceSession:
    """The graph cut after `layer` layers and beside it the tree's scores."""
    graph = onnx.load(str(model / "model.onnx"))
    name = next(o for node in graph.graph.node for o in node.output if o.startswith(f"/encoder/layers.{layer - 1}/norm2/"))
    graph.graph.output.extend([onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None)])
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    with tempfile.NamedTemporaryFile(suffix=".onnx") as file:
        onnx.save(graph, file.name)
        made = onnxruntime.InferenceSession(file.name, options, providers=["CPUExecutionProvider"])
    made.state_name = name  # type: ignore[attr-defined]
    return made


def heads_of(arc: np.ndarray) -> np.ndarray:
    """Head of each word of a window: -1 the root."""
    return arc.argmax(1) - 1


def states_of(tasks: list[Task], corpus: str, pieces: WordPieces, network: onnxruntime.InferenceSession, noise: random.Random) -> list[dict]:
    """Windows with states [T,H] in half precision, first pieces, sentences and heads."""
    found: list[dict] = []
    for number, task in enumerate(tasks):
        for offset, is_noisy in VARIANTS.get(corpus, ((0, 0),)):
            for part in windows(task.document, pieces, offset):
                batch = collate([part], pieces, noise if is_noisy else None)
                size = int((batch.mask[0, 0, 0] == 0).sum())
                inputs = {
                    "pieces": batch.pieces[0, :size].numpy().astype(np.int32), "shapes": batch.shapes[0, :size].numpy().astype(np.int32),
                    "first": batch.first[0].numpy().astype(np.int32), "sentence": batch.sentence[0].numpy().astype(np.int32),
                }
                arc, upos, states = network.run(["arc", "upos", network.state_name], inputs)
                found.append({
                    "task": number, "start": part.start, "end": part.end, "variant": offset, "noisy": is_noisy, "heads": heads_of(arc), "upos": upos.argmax(1).astype(np.int8),
                    "first": inputs["first"], "sentence": inputs["sentence"], "states": states.reshape(size, -1).astype(np.float16),
                })
    return found


def main() -> None:
    """Command line."""
    options = argparse.ArgumentParser()
    for name in ("model", "texts", "data", "out"):
        options.add_argument(f"--{name}", type=Path, required=True)
    options.add_argument("--layer", type=int, default=4)
    options.add_argument("--only", default="")
    args = options.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    pieces, network = WordPieces(args.model / "vocab.txt"), session(args.model, args.layer)
    for split in ("train", "dev"):
        for corpus, tasks in read_all(args.texts, args.data, split).items():
            if args.only and corpus not in args.only.split(","):
                continue
            kept = states_of(tasks, corpus, pieces, network, random.Random(1))
            with open(args.out / f"{corpus}.{split}.pickle", "wb") as file:
                pickle.dump({"tasks": tasks, "windows": kept}, file)
            print(split, corpus, len(tasks), "documents", len(kept), "windows", sum(len(w["states"]) for w in kept), "pieces", flush=True)


if __name__ == "__main__":
    main()
