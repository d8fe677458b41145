"""Words to word pieces and letter shapes, exactly as the run time does it (see FORMAT.md)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

MAX_PIECES = 8  # of one word; the rest of a long address tells nothing more
WINDOW = 254  # word pieces of a window, [CLS] and [SEP] not counted
SHAPES = ["other", "lower", "title", "upper", "mixed", "digit", "punct"]


def shape_of(word: str) -> int:
    """Letter-case class of a word."""
    letters = [c for c in word if c.isalpha()]
    if any(c.isdecimal() for c in word) and not letters:
        return SHAPES.index("digit")
    if not letters:
        return SHAPES.index("punct" if word and all(is_punctuation(c) for c in word) else "other")
    if all(c == c.lower() for c in letters):
        return SHAPES.index("lower")
    first, rest = letters[0], letters[1:]
    if first != first.lower() and all(c == c.lower() for c in rest):
        return SHAPES.index("title")
    if all(c != c.lower() for c in letters):
        return SHAPES.index("upper")
    return SHAPES.index("mixed")


def is_punctuation(character: str) -> bool:
    """BERT's notion of punctuation: ASCII marks and symbols, and every Unicode P class."""
    code = ord(character)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(character).startswith("P")


class WordPieces:
    """BERT's uncased WordPiece, one word at a time."""

    def __init__(self, vocabulary: Path) -> None:
        self.tokens = vocabulary.read_text(encoding="utf-8").rstrip("\n").split("\n")
        self.ids = {token: number for number, token in enumerate(self.tokens)}
        self.unknown, self.first, self.last, self.mask = (self.ids[t] for t in ("[UNK]", "[CLS]", "[SEP]", "[MASK]"))
        self.starts = [i for token, i in self.ids.items() if token.isalpha() and token.isascii() and len(token) < 6]
        self.parts = [i for token, i in self.ids.items() if token.startswith("##") and token[2:].isalpha() and token.isascii()]
        self.encode = lru_cache(maxsize=200_000)(self._encode)

    def _encode(self, word: str) -> tuple[int, ...]:
        pieces = [piece for part in self._split(word) for piece in self._match(part)]
        return tuple(pieces[:MAX_PIECES]) or (self.unknown,)

    def _split(self, word: str) -> list[str]:
        """Lower case, no accents, no control characters, split at punctuation and Chinese characters."""
        text = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        parts: list[str] = []
        joins = False
        for c in text:
            if unicodedata.category(c) in ("Cc", "Cf") or c in "\ufffd":
                continue
            alone = is_punctuation(c) or 0x4E00 <= ord(c) <= 0x9FFF or 0x3400 <= ord(c) <= 0x4DBF
            if joins and not alone:
                parts[-1] += c
            else:
                parts.append(c)
            joins = not alone
        return parts

    def _match(self, part: str) -> list[int]:
        pieces: list[int] = []
        start = 0
        while start < len(part):
            for end in range(len(part), start, -1):
                number = self.ids.get(part[start:end] if start == 0 else "##" + part[start:end])
                if number is not None:
                    break
            else:
                return [self.unknown]
            pieces.append(number)
            start = end
        return pieces
