"""The network: a small BERT encoder and light heads over its word vectors."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from labels import ATTRIBUTION
from pieces import SHAPES

HIDDEN, ATTENTION_HEADS, INNER, POSITIONS, VOCABULARY = 384, 12, 1536, 512, 30522
FAR = -1e4
DISTANCES = 18  # buckets of word distance in the attribution scorer
COREF_DISTANCES = 8  # buckets of sentence distance
COREF_MATCHES = 4  # string match: none, same last word, one inside the other, equal


@dataclass
class Sizes:
    """What the shape of the network depends on."""

    layers: int
    tags: dict[str, int]  # number of labels of each word-tag head
    deprel: int
    relations: int
    tag_inner: int = 192
    arc: int = 256
    rel: int = 96
    attribution: int = 128
    pair_inner: int = 256
    pair: int = 128

    def as_dict(self) -> dict:
        """For checkpoints."""
        return asdict(self)


def rounded(x: Tensor) -> Tensor:
    """x [B,T,H] as dynamic int8 would see it, window by window; the gradient passes unchanged."""
    with torch.no_grad():
        step = (x.amax((1, 2), keepdim=True).clamp(min=0) - x.amin((1, 2), keepdim=True).clamp(max=0)) / 255
        error = (x / step).round_().mul_(step).sub_(x)
    return x + error


def rounded_rows(weight: Tensor) -> Tensor:
    """Weights [out,in] in the 7-bit steps of each output's channel; the gradient passes unchanged."""
    with torch.no_grad():
        step = weight.abs().amax(1, keepdim=True) / 64
        error = (weight / step).round_().mul_(step).sub_(weight)
    return weight + error


class Layer(nn.Module):
    """One BERT layer. With `rounding` the products' inputs and weights are rounded as in the exported int8 graph."""

    rounding = False

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """x [B,T,H]; mask [B,1,1,T], 0 or very negative."""
        batch, length, _ = x.shape
        size = HIDDEN // ATTENTION_HEADS
        qkv = self._product(self.qkv, x).split(HIDDEN, -1)
        q, k, v = (part.reshape(batch, length, ATTENTION_HEADS, size).transpose(1, 2) for part in qkv)
        scores = (q * size**-0.5) @ k.transpose(-1, -2)
        if mask is not None:
            scores = scores + mask
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.norm1(x + self.dropout(self._product(self.out, mixed)))
        return self.norm2(x + self.dropout(self._product(self.down, F.gelu(self._product(self.up, x)))))

    def _product(self, linear: nn.Linear, x: Tensor) -> Tensor:
        return F.linear(rounded(x), rounded_rows(linear.weight), linear.bias) if self.rounding else linear(x)


class Encoder(nn.Module):
    """BERT with a letter-shape embedding added."""

    def __init__(self, layers: int, dropout: float) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, HIDDEN)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.shape = nn.Embedding(len(SHAPES), HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        nn.init.zeros_(self.shape.weight)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None) -> Tensor:
        """Final states [B,T,H]."""
        x = self.word(pieces) + self.shape(shapes) + self.position.weight[: pieces.shape[-1]]
        x = self.norm(x)
        if torch.is_autocast_enabled("cpu"):
            x = x.bfloat16()
            mask = None if mask is None else mask.bfloat16()
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_bert(self, path: Path) -> None:
        """Weights of a published BERT; with fewer layers here, evenly spaced ones."""
        weights = load_file(path)
        self.word.weight.data = weights["embeddings.word_embeddings.weight"]
        self.position.weight.data = (
            weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        )
        _copy(self.norm, weights, "embeddings.LayerNorm")
        there = 1 + max(int(key.split(".")[2]) for key in weights if key.startswith("encoder.layer."))
        for number, layer in enumerate(self.layers):
            assert isinstance(layer, Layer)
            name = f"encoder.layer.{(number + 1) * there // len(self.layers) - 1}"
            for kind in ("weight", "bias"):
                parts = [weights[f"{name}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                getattr(layer.qkv, kind).data = torch.cat(parts)
            _copy(layer.out, weights, f"{name}.attention.output.dense")
            _copy(layer.norm1, weights, f"{name}.attention.output.LayerNorm")
            _copy(layer.up, weights, f"{name}.intermediate.dense")
            _copy(layer.down, weights, f"{name}.output.dense")
            _copy(layer.norm2, weights, f"{name}.output.LayerNorm")


def _copy(module: nn.Linear | nn.LayerNorm, weights: dict[str, Tensor], name: str) -> None:
    module.weight.data = weights[f"{name}.weight"]
    module.bias.data = weights[f"{name}.bias"]


class Mlp(nn.Sequential):
    """One hidden layer."""

    def __init__(self, inner: int, out: int) -> None:
        super().__init__(nn.Linear(HIDDEN, inner), nn.GELU(), nn.Linear(inner, out))


def distance_buckets(distance: Tensor) -> Tensor:
    """Bucket of (column word − row word): sign and logarithm of the distance."""
    steps = torch.floor(torch.log2(distance.abs() + 1.0) * 1.25).clamp(max=DISTANCES // 2 - 1)
    return torch.where(distance < 0, steps, steps + DISTANCES // 2).long()


def word_distances(n: int) -> Tensor:
    """Column number less row number. [n,n]"""
    at = torch.arange(n)
    return at[None, :] - at[:, None]


class Heads(nn.Module):
    """Everything computed from word vectors [B,N,H]."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.tags = nn.ModuleDict({name: Mlp(sizes.tag_inner, count) for name, count in sizes.tags.items()})
        self.arc_word = nn.Linear(HIDDEN, sizes.arc)
        self.arc_head = nn.Linear(HIDDEN, sizes.arc)
        self.arc_bilinear = nn.Parameter(torch.randn(sizes.arc, sizes.arc) / sizes.arc)
        self.arc_bias = nn.Parameter(torch.zeros(sizes.arc))
        self.root = nn.Parameter(torch.randn(HIDDEN) * 0.02)
        self.rel_word = nn.Linear(HIDDEN, sizes.rel)
        self.rel_head = nn.Linear(HIDDEN, sizes.rel)
        self.rel_bilinear = nn.Linear(sizes.rel, sizes.deprel * sizes.rel, bias=False)
        self.rel_linear = nn.Linear(2 * sizes.rel, sizes.deprel)
        self.cue_row = nn.Linear(HIDDEN, sizes.attribution)
        self.cue_column = nn.Linear(HIDDEN, sizes.attribution)
        self.cue_bilinear = nn.Linear(sizes.attribution, len(ATTRIBUTION) * sizes.attribution)
        self.cue_plain = nn.Linear(sizes.attribution, len(ATTRIBUTION))
        self.cue_distance = nn.Embedding(DISTANCES, len(ATTRIBUTION))
        self.coref = nn.Sequential(nn.Linear(HIDDEN, sizes.pair_inner), nn.GELU())
        self.coref_a = nn.Linear(sizes.pair_inner, sizes.pair)
        self.coref_b = nn.Linear(sizes.pair_inner, sizes.pair)
        self.coref_distance = nn.Parameter(torch.zeros(COREF_DISTANCES))
        self.coref_match = nn.Parameter(torch.zeros(COREF_MATCHES))
        self.relation = nn.Sequential(nn.Linear(HIDDEN, sizes.pair_inner), nn.GELU())
        self.relation_s = nn.Linear(sizes.pair_inner, sizes.pair)
        self.relation_o = nn.Linear(sizes.pair_inner, sizes.pair)
        self.relation_weight = nn.Parameter(torch.randn(sizes.relations, sizes.pair) / math.sqrt(sizes.pair))
        self.relation_bias = nn.Parameter(torch.full((sizes.relations,), -4.0))
        nn.init.zeros_(self.cue_distance.weight)
        nn.init.normal_(self.rel_bilinear.weight, std=1 / sizes.rel)

    def arcs(self, words: Tensor, sentence: Tensor) -> Tensor:
        """Head scores [B,N,N+1]; column 0 is the root, words of other sentences are out of reach."""
        batch, n, _ = words.shape
        dependent = F.gelu(self.arc_word(words))
        candidates = torch.cat([self.root.to(words.dtype).expand(batch, 1, -1), words], 1)
        heads = F.gelu(self.arc_head(candidates))
        scores = (dependent @ self.arc_bilinear.to(words.dtype) + self.arc_bias.to(words.dtype)) @ heads.transpose(1, 2)
        apart = (sentence[:, :, None] != sentence[:, None, :]).to(scores.dtype) * FAR
        apart = torch.cat([torch.zeros_like(apart[:, :, :1]), apart], 2)
        return scores.float() / math.sqrt(self.sizes.arc) + apart.float()

    def deprels(self, words: Tensor, heads: Tensor) -> Tensor:
        """Label scores [B,N,L] for given heads [B,N] (0 the root, else word + 1)."""
        batch, n, _ = words.shape
        candidates = torch.cat([self.root.to(words.dtype).expand(batch, 1, -1), words], 1)
        dependent = F.gelu(self.rel_word(words))
        governor = F.gelu(self.rel_head(candidates))
        governor = governor.gather(1, heads[:, :, None].expand(-1, -1, self.sizes.rel))
        mixed = self.rel_bilinear(dependent).view(batch, n, self.sizes.deprel, self.sizes.rel)
        bilinear = (mixed @ governor[:, :, :, None])[..., 0]
        return (bilinear + self.rel_linear(torch.cat([dependent, governor], -1))).float()

    def attribution_columns(self, words: Tensor) -> Tensor:
        """What a cue is compared with, of every word."""
        return F.gelu(self.cue_column(words))

    def attribution(self, rows: Tensor, column: Tensor, buckets: Tensor) -> Tensor:
        """Scores [R,N,5] of cue words [R,H] against the columns [R or 1,N,D] of their windows; distance buckets [R,N]."""
        labels = len(ATTRIBUTION)
        row = F.gelu(self.cue_row(rows))
        keys = self.cue_bilinear(row).view(-1, labels, self.sizes.attribution)
        scores = column @ keys.transpose(1, 2)
        return (scores + self.cue_plain(column)).float() + self.cue_distance(buckets).float()

    def coref_vectors(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """A and B of every word; the first already divided by √d."""
        inner = self.coref(words)
        return self.coref_a(inner) / math.sqrt(self.sizes.pair), self.coref_b(inner)

    def relation_vectors(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """S and O of every word."""
        inner = self.relation(words)
        return self.relation_s(inner), self.relation_o(inner)


class Model(nn.Module):
    """Encoder and heads."""

    def __init__(self, sizes: Sizes, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(sizes.layers, dropout)
        self.heads = Heads(sizes)
        self.dropout = nn.Dropout(dropout)

    def words(self, pieces: Tensor, shapes: Tensor, first: Tensor, mask: Tensor | None) -> Tensor:
        """Word vectors [B,N,H]: the state at each word's first piece."""
        states = self.encoder(pieces, shapes, mask)
        gathered = states.gather(1, first[:, :, None].expand(-1, -1, HIDDEN))
        return self.dropout(rounded(gathered) if Layer.rounding else gathered)
