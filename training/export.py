"""Makes model/ of a checkpoint: ONNX in fp32 and int8, vocabulary, model.json.

    python export.py --checkpoint CKPT/checkpoint.pt --base DIR --out ../model --fp32 CKPT/fp32.onnx
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

import labels as scheme
from model import Model, Sizes, distance_buckets
from pairs import EDGES
from pieces import MAX_PIECES, SHAPES, WINDOW
from seal import seal

OPSET = 17
TAGS = ("upos", "xpos", "lemma", "ner", "dwie", "event", "mention", "cue", "source", "content")
OUTPUTS = (*TAGS, "arc", "deprel", "attribution", "corefA", "corefB", "relationS", "relationO")


class Rows(nn.Module):
    """An embedding table in 7-bit integers with a scale for each row."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 63
        self.register_buffer("whole", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, index: Tensor) -> Tensor:
        """Rows as floats."""
        return self.whole[index].float() * self.scale[index]


class OneWindow(nn.Module):
    """The model on a single window, without a batch dimension."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model
        self.register_buffer("buckets", distance_buckets(torch.arange(-WINDOW, WINDOW + 1)))

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor, sentence: Tensor) -> tuple[Tensor, ...]:
        """All heads' outputs in the order of OUTPUTS."""
        heads = self.model.heads
        states = self.model.encoder(pieces[None], shapes[None], None)
        words = states[:, first]
        tags = [heads.tags[name](words)[0] for name in TAGS]
        arc = heads.arcs(words, sentence[None])
        deprel = heads.deprels(words, arc.argmax(-1))
        at = torch.cumsum(torch.ones_like(first), 0)
        buckets = self.buckets[at[None, :] - at[:, None] + WINDOW]
        attribution = heads.attribution(words[0], heads.attribution_columns(words), buckets)
        a, b = heads.coref_vectors(words)
        s, o = heads.relation_vectors(words)
        return (*tags, arc[0], deprel[0], attribution, a[0], b[0], s[0], o[0])


def write_onnx(model: Model, path: Path) -> None:
    """The fp32 graph; only the embedding table is already integers, as in the int8 one."""
    window = OneWindow(model).eval()
    model.encoder.word = Rows(model.encoder.word.weight.data)  # type: ignore[assignment]
    words = torch.tensor([1, 3, 4, 5, 8], dtype=torch.int32)
    example = (
        torch.randint(1000, 2000, (12,), dtype=torch.int32), torch.ones(12, dtype=torch.int32), words,
        torch.zeros(5, dtype=torch.int32),
    )
    names = ["pieces", "shapes", "first", "sentence"]
    axes = {"pieces": {0: "T"}, "shapes": {0: "T"}, "first": {0: "N"}, "sentence": {0: "N"}}
    torch.onnx.export(
        window, example, str(path), input_names=names, output_names=list(OUTPUTS), dynamic_axes=axes,
        opset_version=OPSET, dynamo=False,
    )


def quantise(fp32: Path, int8: Path) -> None:
    """Dynamic int8: every product with constant weights, per channel, 7-bit weights."""
    prepared = fp32.with_suffix(".prepared.onnx")
    quant_pre_process(str(fp32), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(
        str(prepared), str(int8), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul"],
    )
    prepared.unlink()


def description(checkpoint: dict, model: Model) -> dict:
    """model.json less its hashes and temperatures."""
    heads = model.heads
    rounded = lambda tensor: [round(value, 5) for value in tensor.flatten().tolist()]  # noqa: E731
    return {
        "format": 1,
        "layers": checkpoint["sizes"]["layers"],
        "steps": checkpoint["step"],
        "pieces": checkpoint["tokens"],
        "window": WINDOW,
        "maxPiecesPerWord": MAX_PIECES,
        "shapes": SHAPES,
        "labels": {n: v for n, v in checkpoint["lists"].items() if n != "gmb"} | {"attribution": scheme.ATTRIBUTION},
        "coref": {
            "size": heads.sizes.pair,
            "distanceEdges": list(EDGES),
            "distance": rounded(heads.coref_distance),
            "match": rounded(heads.coref_match),
        },
        "relations": {
            "size": heads.sizes.pair,
            "names": scheme.RELATIONS,
            "weight": [rounded(row) for row in heads.relation_weight],
            "bias": rounded(heads.relation_bias),
            "threshold": 0.0,
        },
        "temperatures": {},
    }


def sha256(path: Path) -> str:
    """Hex digest of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    """Command line."""
    options = argparse.ArgumentParser()
    options.add_argument("--checkpoint", type=Path, required=True)
    options.add_argument("--base", type=Path, required=True)
    options.add_argument("--fp32", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    args = options.parse_args()
    checkpoint = torch.load(args.checkpoint, weights_only=False, map_location="cpu")
    model = Model(Sizes(**checkpoint["sizes"]))
    model.load_state_dict(checkpoint.get("mean") or checkpoint["model"])
    model.eval()
    about = description(checkpoint, model)
    args.out.mkdir(parents=True, exist_ok=True)
    write_onnx(model, args.fp32)
    onnx.checker.check_model(str(args.fp32))
    quantise(args.fp32, args.out / "model.onnx")
    shutil.copyfile(args.base / "vocab.txt", args.out / "vocab.txt")
    about["sha256"] = {name: sha256(args.out / name) for name in ("model.onnx", "vocab.txt")}
    (args.out / "model.json").write_text(json.dumps(about, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    seal(args.out)
    print(f"model.onnx {(args.out / 'model.onnx').stat().st_size / 1e6:.1f} MB, fp32 {args.fp32.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
