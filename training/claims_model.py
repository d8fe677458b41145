"""The branch of the model that reads claims: copies of its upper layers, with heads for happenings, their parts, and roles.

    states of a middle layer [B,T,H] → words [B,N,H] → happening, kind, standing, title, flag (tags); parts, own (pairs); same, refer (pairs)
"""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn
from torch.nn import functional as F

import claims_data as scheme
from model import DISTANCES, HIDDEN, Layer, Mlp, rounded

TAGS = {
    "happening": len(scheme.BIO), "kind": len(scheme.TYPES), "standing": len(scheme.STATUS), "title": len(scheme.BIO), "flag": len(scheme.FLAGS),
}
BESIDE = {"discourse": len(scheme.DISCOURSE), "noun": 2, "factual": 2, "situation": len(scheme.SITUATIONS)}  # learnt beside, not exported
PAIRS = {"parts": ("part", len(scheme.PARTS)), "own": ("own", len(scheme.OWN)), "roles": ("part", len(scheme.PARTS)), "links": ("own", len(scheme.LINKS))}
PAIR, SAME, INNER = 128, 64, 192
SAME_DISTANCES = 8
REFER_DISTANCES = 16  # the same classes before and after


class Pairs(nn.Module):
    """What a word (row) is to another (column): vectors of both, shared by label sets that ask for the like."""

    def __init__(self, sets: dict[str, int]) -> None:
        super().__init__()
        self.row, self.column = nn.Linear(HIDDEN, PAIR), nn.Linear(HIDDEN, PAIR)
        self.bilinear = nn.ModuleDict({name: nn.Linear(PAIR, count * PAIR) for name, count in sets.items()})
        self.plain = nn.ModuleDict({name: nn.Linear(PAIR, count) for name, count in sets.items()})
        self.distance = nn.ModuleDict({name: nn.Embedding(DISTANCES, count) for name, count in sets.items()})
        for name in sets:
            nn.init.normal_(self.bilinear[name].weight, std=0.5 / PAIR)
            nn.init.zeros_(self.distance[name].weight)

    def columns(self, words: Tensor) -> Tensor:
        """What a row is compared with, of every word."""
        return F.gelu(self.column(words))

    def forward(self, name: str, rows: Tensor, column: Tensor, buckets: Tensor) -> Tensor:
        """Scores [R,N,L] of row words [R,H] against the columns [R or 1,N,D] of their windows; distance buckets [R,N]."""
        row = F.gelu(self.row(rows))
        keys = self.bilinear[name](row).view(rows.shape[0], -1, PAIR)
        return column @ keys.transpose(1, 2) + self.plain[name](column) + self.distance[name](buckets)


class Branch(nn.Module):
    """Upper layers and claim heads."""

    def __init__(self, layers: int, dropout: float = 0.25) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.tags = nn.ModuleDict({name: Mlp(INNER, count) for name, count in (TAGS | BESIDE).items()})
        self.pairs = nn.ModuleDict({
            family: Pairs({name: count for name, (owner, count) in PAIRS.items() if owner == family}) for family in ("part", "own")
        })
        self.same_a, self.same_b = nn.Linear(HIDDEN, SAME), nn.Linear(HIDDEN, SAME)
        self.same_distance = nn.Parameter(torch.zeros(SAME_DISTANCES))
        self.refer_a, self.refer_b = nn.Linear(HIDDEN, SAME), nn.Linear(HIDDEN, SAME)
        self.refer_distance = nn.Parameter(torch.zeros(REFER_DISTANCES))
        self.dropout = nn.Dropout(dropout)

    def words(self, states: Tensor, first: Tensor, mask: Tensor | None) -> Tensor:
        """Word vectors [B,N,H]."""
        for layer in self.layers:
            states = layer(states, mask)
        gathered = states.gather(1, first[:, :, None].expand(-1, -1, HIDDEN))
        return self.dropout(rounded(gathered) if Layer.rounding else gathered)

    def same_vectors(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors whose product says whether two words name one happening; the first already divided by √d."""
        return self.same_a(words) / math.sqrt(SAME), self.same_b(words)

    def refer_vectors(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors whose product says whether a noun or pronoun means whom a name names; the first already divided by √d."""
        return self.refer_a(words) / math.sqrt(SAME), self.refer_b(words)


def products(graph: onnx.GraphProto) -> dict[str, np.ndarray]:
    """Weights [out,in] of the graph's linear steps by name, from integers back to floats."""
    values = {i.name: i for i in graph.initializer}
    array = lambda name: numpy_helper.to_array(values[name]).astype(np.float32)  # noqa: E731
    return {
        node.input[4].removesuffix(".bias"): (array(node.input[1]) * array(node.input[2])).T.copy()
        for node in graph.node if node.op_type == "DynamicQuantizeMatMul" and node.input[4].endswith(".bias")
    }


def load_layers(branch: Branch, model: Path, total: int = 6) -> None:
    """Upper layers as the shipped graph has them."""
    graph = onnx.load(str(model / "model.onnx")).graph
    start = total - len(branch.layers)
    copy(graph, {f"layers.{number}": f"model.encoder.layers.{start + number}" for number in range(len(branch.layers))}, branch)


def load_branch(branch: Branch, model: Path, total: int = 6) -> None:
    """Heads and upper layers as the shipped branch has them; where it has fewer layers, those below are the ones that it stands on."""
    graph = onnx.load(str(model / "model.onnx")).graph
    own = len({i.name.split(".")[2] for i in graph.initializer if i.name.startswith("claims/branch.layers.")})
    layers = len(branch.layers)
    places = {f"layers.{n}": f"model.encoder.layers.{total - layers + n}" for n in range(layers - own)}
    places |= {f"layers.{layers - own + n}": f"claims/branch.layers.{n}" for n in range(own)}
    copy(graph, places | {"": "claims/branch"}, branch)
    about = json.loads((model / "model.json").read_text(encoding="utf-8"))
    with torch.no_grad():
        branch.same_distance.copy_(torch.tensor(about["same"]["distance"]))
        branch.refer_distance.copy_(torch.tensor(about["refer"]["distance"]))


@torch.no_grad()
def copy(graph: onnx.GraphProto, places: dict[str, str], branch: Branch) -> None:
    """Gives the parameters below each place of the branch the values of the graph's; what the graph lacks stays."""
    whole, values = products(graph), {i.name: i for i in graph.initializer}
    for name, parameter in branch.named_parameters():
        place = max((place for place in places if place == "" or name.startswith(f"{place}.")), key=len, default=None)
        if place is None:
            continue
        source = f"{places[place]}.{name.removeprefix(place).removeprefix('.')}"
        if source in values:
            parameter.copy_(torch.from_numpy(numpy_helper.to_array(values[source]).copy()))
        elif f"{source}_quantized" in values:
            integers, steps = (numpy_helper.to_array(values[f"{source}_{part}"]).astype(np.float32) for part in ("quantized", "scale"))
            parameter.copy_(torch.from_numpy((integers * steps).T.copy()))
        elif source.removesuffix(".weight") in whole:
            parameter.copy_(torch.from_numpy(whole[source.removesuffix(".weight")]))
