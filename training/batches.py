"""Windows and batches."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from corpora import Document
from names import Names
from pieces import SHAPES, WINDOW, WordPieces, shape_of

LOWER, TITLE, UPPER = (SHAPES.index(name) for name in ("lower", "title", "upper"))
NAMES = {TITLE, UPPER, SHAPES.index("mixed")}
QUOTES = set("\"'“”‘’«»`") | {"''", "``"}


@dataclass
class Window:
    """A range of words of a document that is run at once."""

    document: Document
    start: int
    end: int


def windows(document: Document, pieces: WordPieces, offset: int = 0) -> list[Window]:
    """Whole sentences packed up to the limit; a longer sentence is cut. `offset` sentences form a first window apart."""
    found: list[Window] = []
    start = size = 0
    last_break = 0
    for i, word in enumerate(document.words):
        new = i > 0 and document.sentences[i] != document.sentences[i - 1]
        if new:
            last_break = i
        length = len(pieces.encode(word))
        if size + length > WINDOW:
            end = last_break if last_break > start else i
            found.append(Window(document, start, end))
            start = end
            size = sum(len(pieces.encode(w)) for w in document.words[start:i])
        elif new and offset and document.sentences[i] == offset and start == 0:
            found.append(Window(document, 0, i))
            start, size = i, 0
        size += length
    if start < len(document.words):
        found.append(Window(document, start, len(document.words)))
    return found


@dataclass
class Batch:
    """Padded windows. A word's row in the flattened [B·N] is `rows[(document number, word)]`."""

    corpus: str
    parts: list[Window]
    documents: list[Document]  # distinct, in order
    pieces: Tensor
    shapes: Tensor
    first: Tensor
    sentence: Tensor
    mask: Tensor  # additive, over pieces
    words: Tensor  # bool [B,N]

    def labels(self, values: str) -> Tensor:
        """Tags of a head, padded with -100."""
        out = torch.full(self.words.shape, -100, dtype=torch.long)
        for b, part in enumerate(self.parts):
            out[b, : part.end - part.start] = torch.tensor(part.document.tags[values][part.start:part.end])
        return out

    def row(self, document: Document) -> dict[int, int]:
        """Row in the flattened words of each word of a document."""
        n = self.words.shape[1]
        return {
            word: b * n + word - part.start
            for b, part in enumerate(self.parts)
            if part.document is document
            for word in range(part.start, part.end)
        }


def collate(parts: list[Window], pieces: WordPieces, noise: random.Random | None = None) -> Batch:
    """Tensors of windows, with noise in training: masked pieces, made-up names, lost letter case, other quotation marks."""
    rows = []
    for part in parts:
        words = part.document.words[part.start:part.end]
        shapes = [shape_of(word) for word in words]
        if noise:
            words, shapes = disturb(words, shapes, noise)
        ids, marks, first = [pieces.first], [0], []
        for word, shape in zip(words, shapes):
            first.append(len(ids))
            encoded = pieces.encode(word)
            if noise and shape in NAMES and noise.random() < 0.08:  # an unheard-of name
                encoded = (noise.choice(pieces.starts), *noise.choices(pieces.parts, k=noise.randint(1, 3)))
            if noise and noise.random() < 0.04:
                encoded = tuple(pieces.mask if noise.random() < 0.7 else pieces.unknown for _ in encoded)
            ids += encoded
            marks += [shape] * len(encoded)
        rows.append((ids + [pieces.last], marks + [0], first, part.document.sentences[part.start:part.end]))
    batch, most = len(rows), max(len(r[2]) for r in rows)
    longest = -(-max(len(r[0]) for r in rows) // 32) * 32  # odd lengths are slower
    out = [torch.zeros(batch, size, dtype=torch.long) for size in (longest, longest, most, most)]
    mask, real = torch.full((batch, 1, 1, longest), -1e4), torch.zeros(batch, most, dtype=torch.bool)
    out[3].fill_(-1)
    for b, row in enumerate(rows):
        for tensor, values in zip(out, row):
            tensor[b, : len(values)] = torch.tensor(values)
        mask[b, :, :, : len(row[0])] = 0
        real[b, : len(row[2])] = True
    documents = list({id(part.document): part.document for part in parts}.values())
    return Batch(parts[0].document.corpus, parts, documents, *out, mask, real)


def disturb(words: list[str], shapes: list[int], noise: random.Random) -> tuple[list[str], list[int]]:
    """Lower-cased names or windows, headlines in capitals, quotation marks of another kind."""
    kind = noise.random()
    if kind < 0.05:
        shapes = [LOWER if s in (TITLE, UPPER) else s for s in shapes]
    elif kind < 0.15:
        shapes = [LOWER if s in (TITLE, UPPER) and noise.random() < 0.3 else s for s in shapes]
    elif kind < 0.18:
        end = noise.randint(5, 40)
        shapes = [UPPER if s in (TITLE, LOWER) and i < end else s for i, s in enumerate(shapes)]
    elif kind < 0.21:
        shapes = [TITLE if s == LOWER else s for s in shapes]
    if noise.random() < 0.2:
        wrong = noise.choice(['"', "“", "”", "''", "‘", "’", "'"])
        words = [wrong if word in QUOTES and noise.random() < 0.5 else word for word in words]
    return words, shapes


WHOLE = {"dwie", "redocred"}  # documents whose windows belong together
LIMIT = {"dwie": 5, "redocred": 3}


class Sampler:
    """Endless shuffled batches of one corpus, about `tokens` pieces each."""

    def __init__(self, documents: list[Document], pieces: WordPieces, tokens: int, seed: int, names: Names | None = None) -> None:
        self.documents, self.pieces, self.tokens, self.names = documents, pieces, tokens, names
        self.random = random.Random(seed)
        self.stream = self._groups()

    def _groups(self) -> Iterator[list[Window]]:
        """Windows that stay together, in random order without end."""
        while True:
            groups: list[list[Window]] = []
            for document in self.documents:
                if self.names and "ner" in document.spans:
                    document = self.names.other(document, self.random)
                offset = self.random.choice((0, 0, 1, 2, 3, 5))
                parts = windows(document, self.pieces, offset)
                if document.validated is not None:
                    parts = [p for p in parts if document.validated & set(document.sentences[p.start:p.end])]
                if document.corpus == "ud" and document.mentions is not None:
                    groups += [parts[i:i + 2] for i in range(0, len(parts), 2)]
                elif document.corpus in WHOLE:
                    size = LIMIT[document.corpus]
                    groups += [parts[i:i + size] for i in range(0, len(parts), size)]
                else:
                    groups += [[part] for part in parts]
            self.random.shuffle(groups)
            yield from groups

    def next(self) -> Batch:
        """The next batch."""
        parts: list[Window] = []
        size = 0
        while size < self.tokens:
            group = next(self.stream)
            parts += group
            size += sum(len(self.pieces.encode(w)) for p in group for w in p.document.words[p.start:p.end])
        return collate(parts, self.pieces, self.random)
