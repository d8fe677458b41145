"""What coreference and relation scores need beyond the word vectors; the same at training and evaluation."""

from __future__ import annotations

import numpy as np

from corpora import Document, Mention

MATCH_EQUAL, MATCH_INSIDE, MATCH_LAST, MATCH_NONE = 3, 2, 1, 0
EDGES = (0, 1, 2, 4, 8, 16, 32)  # sentence distances that begin buckets 0 … 6; farther is 7


def match(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """How alike two mentions' lower-cased words are."""
    if a == b:
        return MATCH_EQUAL
    short, long = sorted((a, b), key=len)
    if any(long[i:i + len(short)] == short for i in range(len(long) - len(short) + 1)):
        return MATCH_INSIDE
    return MATCH_LAST if a[-1] == b[-1] else MATCH_NONE


def coref_features(document: Document, mentions: list[Mention]) -> tuple[np.ndarray, np.ndarray]:
    """Distance and match buckets [M,M] of mentions in text order; row i's antecedents are the columns before i."""
    strings = [tuple(word.lower() for word in document.words[m.start:m.end]) for m in mentions]
    kinds = {text: number for number, text in enumerate(dict.fromkeys(strings))}
    table = np.array([[match(a, b) for b in kinds] for a in kinds], dtype=np.int64)
    index = np.array([kinds[text] for text in strings])
    at = np.array([document.sentences[m.start] for m in mentions])
    far = np.abs(at[:, None] - at[None, :])
    buckets = np.searchsorted(np.array(EDGES), far, side="left")
    return buckets, table[index][:, index]
