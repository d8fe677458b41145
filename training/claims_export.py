"""Adds the claim heads to the model: a branch of the graph that shares its lower layers, and their lists in model.json.

    python claims_export.py --branch WORK/branch.mean.pt --model ../model --out ../model

Nothing that the model gave before changes: its nodes stay as they are.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import onnx
import torch
from torch import Tensor, nn

import claims_data as scheme
from claims_model import HIDDEN, TAGS, Branch
from export import OPSET, quantise, sha256
from model import distance_buckets
from pieces import WINDOW
from seal import seal

PREFIX = "claims/"
OUTPUTS = (*TAGS, "parts", "own", "partRows", "ownRows", "sameA", "sameB", "referA", "referB")


class OneWindow(nn.Module):
    """The branch on a single window."""

    def __init__(self, branch: Branch) -> None:
        super().__init__()
        self.branch = branch
        self.register_buffer("buckets", distance_buckets(torch.arange(-WINDOW, WINDOW + 1)))
        self.register_buffer("first_row", (torch.arange(WINDOW) == 0).float())

    def forward(self, states: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """States [1,T,H] and first pieces [N] → the outputs in the order of OUTPUTS."""
        for layer in self.branch.layers:
            states = layer(states, None)
        words = states[0, first]
        tags = [self.branch.tags[name](words) for name in TAGS]
        at = torch.cumsum(torch.ones_like(first), 0)
        buckets = self.buckets[at[None, :] - at[:, None] + WINDOW]
        # Only the rows that anybody reads: of words that name a happening, of words of a title; the first is always there, so that no table is empty.
        rows = [self.rows(tags[list(TAGS).index(name)]) for name in ("happening", "title")]
        pairs = [
            self.branch.pairs[family](name, words[at], self.branch.pairs[family].columns(words), buckets[at])
            for (family, name), at in zip((("part", "parts"), ("own", "own")), rows, strict=True)
        ]
        return (*tags, *pairs, *(at.float() for at in rows), *self.branch.same_vectors(words), *self.branch.refer_vectors(words))

    def rows(self, tags: Tensor) -> Tensor:
        """Numbers of the words that are tagged, and the first."""
        tagged = (tags.argmax(-1) > 0).float()
        return (tagged + self.first_row[: tagged.shape[0]] > 0).nonzero()[:, 0]


def branch_graph(branch: Branch) -> onnx.ModelProto:
    """The branch alone, int8."""
    with tempfile.TemporaryDirectory() as folder:
        fp32, int8 = Path(folder) / "fp32.onnx", Path(folder) / "int8.onnx"
        example = (torch.randn(1, 12, HIDDEN), torch.tensor([1, 3, 4, 5, 8], dtype=torch.int32))
        torch.onnx.export(
            OneWindow(branch).eval(), example, str(fp32), input_names=["states", "first"], output_names=list(OUTPUTS),
            dynamic_axes={"states": {1: "T"}, "first": {0: "N"}}, opset_version=OPSET, dynamo=False,
        )
        quantise(fp32, int8)
        return onnx.load(str(int8))


def without_branch(model: onnx.ModelProto) -> None:
    """Takes an earlier branch off again: what no other output needs goes. Steps that were found equal and made one bear the branch's name, and get another."""
    graph = model.graph
    keep(graph.output, lambda output: output.name not in OUTPUTS)
    needed = {output.name for output in graph.output}
    for node in reversed(graph.node):
        if needed & set(node.output):
            needed |= set(node.input)
    keep(graph.node, lambda node: bool(needed & set(node.output)))
    keep(graph.initializer, lambda initial: initial.name in needed)
    own_name = lambda name: "shared/" + name.removeprefix(PREFIX) if name.startswith(PREFIX) else name  # noqa: E731
    for initial in graph.initializer:
        initial.name = own_name(initial.name)
    for node in graph.node:
        node.name = own_name(node.name)
        for field in (node.input, node.output):
            names = [own_name(name) for name in field]
            del field[:]
            field.extend(names)


def keep(items, wanted) -> None:  # noqa: ANN001
    """Leaves only the wanted items of a list of the graph."""
    kept = [item for item in items if wanted(item)]
    del items[:]
    items.extend(kept)


def joined(model: onnx.ModelProto, branch: onnx.ModelProto, layer: int) -> onnx.ModelProto:
    """Both graphs as one; the branch begins at the state after `layer` layers."""
    without_branch(model)
    state = next(o for node in model.graph.node for o in node.output if o.startswith(f"/encoder/layers.{layer - 1}/norm2/"))
    renamed = {"states": state, "first": "first"} | {name: name for name in OUTPUTS}
    name_of = lambda name: "" if name == "" else renamed.get(name, PREFIX + name)  # noqa: E731
    for node in branch.graph.node:
        node.name = PREFIX + node.name
        for field in (node.input, node.output):
            names = [name_of(name) for name in field]
            del field[:]
            field.extend(names)
    for initial in branch.graph.initializer:
        initial.name = PREFIX + initial.name
    model.graph.node.extend(branch.graph.node)
    model.graph.initializer.extend(branch.graph.initializer)
    model.graph.output.extend(branch.graph.output)
    known = {(opset.domain, opset.version) for opset in model.opset_import}
    model.opset_import.extend(opset for opset in branch.opset_import if opset.domain not in {domain for domain, _ in known})
    return model


def lists(branch: Branch) -> dict:
    """What model.json says of the branch."""
    rounded = lambda tensor: [round(value, 5) for value in tensor.flatten().tolist()]  # noqa: E731
    labels = {
        "happening": scheme.BIO_HAPPENING, "kind": scheme.TYPES, "standing": scheme.STATUS, "title": scheme.BIO_TITLE, "flag": scheme.FLAGS,
        "parts": scheme.PARTS, "own": scheme.OWN,
    }
    return {"labels": labels, "same": {"distance": rounded(branch.same_distance)}, "refer": {"distance": rounded(branch.refer_distance)}}


def main() -> None:
    """Command line."""
    options = argparse.ArgumentParser()
    for name in ("branch", "model", "out"):
        options.add_argument(f"--{name}", type=Path, required=True)
    options.add_argument("--layers", type=int, default=6, help="of the model")
    args = options.parse_args()
    kept = torch.load(args.branch, map_location="cpu")
    branch = Branch(kept["layers"])
    branch.load_state_dict(kept["branch"])
    model = joined(onnx.load(str(args.model / "model.onnx")), branch_graph(branch), args.layers - kept["layers"])
    args.out.mkdir(parents=True, exist_ok=True)
    onnx.save(model, str(args.out / "model.onnx"))
    about = json.loads((args.model / "model.json").read_text(encoding="utf-8"))
    more = lists(branch)
    about["format"] = 4
    about["labels"] |= more["labels"]
    about["same"], about["refer"] = more["same"], more["refer"]
    if args.out != args.model:
        (args.out / "vocab.txt").write_bytes((args.model / "vocab.txt").read_bytes())
    about["sha256"]["model.onnx"] = sha256(args.out / "model.onnx")
    (args.out / "model.json").write_text(json.dumps(about, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    seal(args.out)
    print(f"model.onnx {(args.out / 'model.onnx').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
