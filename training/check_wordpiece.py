"""Checks the product's tokeniser against Hugging Face's on every distinct word of the corpora, and on odd ones.

    npx tsx training/check_wordpiece.ts --vocab VOCAB --data ../shared/data --out words.jsonl
    python training/check_wordpiece.py --vocab VOCAB words.jsonl
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from tokenizers import BertWordPieceTokenizer


def main() -> None:
    """Counts words, and those whose pieces differ."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--vocab", required=True)
    parser.add_argument("words", type=Path)
    options = parser.parse_args()
    reference = BertWordPieceTokenizer(options.vocab, lowercase=True)
    unknown = reference.token_to_id("[UNK]")
    words = differing = occurrences = 0
    with options.words.open(encoding="utf-8") as file:
        for line in file:
            word, count, pieces = json.loads(line)
            expected = reference.encode(word, add_special_tokens=False).ids or [unknown]
            words += 1
            occurrences += count
            if pieces != expected:
                differing += 1
                print(repr(word), [hex(ord(c)) for c in word], pieces, expected)
    print(f"{words} distinct words, {occurrences} in all, {differing} differ")


if __name__ == "__main__":
    main()
