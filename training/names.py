"""Other names in the places of an article's: what a name is should be learnt from thousands of real ones.

"Kofi Annan met Merkel in Vienna" becomes "Hilaria Supa met Fernández in Salalah": the labels stay, the names change. The same name
becomes the same other name throughout an article.
"""

from __future__ import annotations

import csv
import gzip
import json
import random
import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import labels as scheme
from corpora import Document

PERSON, ORGANISATION, PLACE = (scheme.NER_TYPES.index(name) for name in ("Person", "Organization", "Location"))
ARTICLES = 0.45  # of the articles get other names
SHARE = 0.6  # of the names in them
LONGEST = 4  # words; longer ones are phrases ("Nussu village of Qazigund")
BODIES = {"all-business-companies", "all-business-media", "all-sport-teams", "all-business-food-drink"}


def words_of(name: str) -> list[str]:
    """Words as the tokeniser makes them."""
    return re.findall(r"[\w.’']+|-", name)


class Names:
    """Names of persons (office holders of all countries), bodies (companies, media, teams, parties, international ones) and towns."""

    def __init__(self, gazetteer: Path, cities: Path) -> None:
        self.persons = [words_of(name) for name in sorted(_persons(gazetteer)) if re.fullmatch(r"[^\W\d_].*[^\W\d_]", name) and " " in name]
        self.bodies = [[words for name in sorted(some) if 0 < len(words := words_of(name)) < 6] for some in _bodies(gazetteer)]
        towns = [line.split("\t") for line in cities.read_text(encoding="utf-8").splitlines()]
        self.towns = [words_of(name) for name, *_ in towns]
        self.weights = list(accumulate(float(people) ** 0.4 for _, people, *_ in towns))

    def town(self, chooser: random.Random) -> list[str]:
        """A town, large ones more often."""
        return chooser.choices(self.towns, cum_weights=self.weights)[0]

    def other(self, document: Document, chooser: random.Random) -> Document:
        """The article with other names, or as it is."""
        if chooser.random() > ARTICLES:
            return document
        chosen: dict[tuple[int, tuple[str, ...]], list[str] | None] = {}
        spans = [span for span in document.spans["ner"] if self.suits(document, span)]
        for start, end, kind in sorted(spans, key=lambda span: span[0] - span[1]):
            surface = tuple(document.words[start:end])
            if (kind, surface) not in chosen:
                chosen[(kind, surface)] = self.draw(kind, surface, chosen, chooser) if chooser.random() < SHARE else None
        return rebuilt(document, {span: new for span in spans if (new := chosen[(span[2], tuple(document.words[span[0]:span[1]]))])})

    def suits(self, document: Document, span: tuple[int, int, int]) -> bool:
        """Whether a span is a plain name."""
        start, end, kind = span
        words = document.words[start:end]
        return kind in (PERSON, ORGANISATION, PLACE) and len(words) <= LONGEST and words[0][:1].isupper() and words[-1][:1].isupper()

    def draw(self, kind: int, surface: tuple[str, ...], chosen: dict, chooser: random.Random) -> list[str]:
        """Another name of a kind. A person's surname follows the full name."""
        if kind == PLACE:
            return self.town(chooser)
        if kind == ORGANISATION:
            return chooser.choice(chooser.choice(self.bodies))
        if len(surface) == 1:
            for (other, full), new in chosen.items():
                if other == PERSON and new and len(full) > 1 and surface[0] in (full[0], full[-1]):
                    return [new[0] if surface[0] == full[0] else new[-1]]
            return chooser.choice(self.persons)[-1:]
        return chooser.choice(self.persons)


def rebuilt(document: Document, changes: dict[tuple[int, int, int], list[str]]) -> Document:
    """The document with other words in some of its spans."""
    words: list[str] = []
    sentences: list[int] = []
    spans: list[tuple[int, int, int]] = []
    starts = {span[0]: span for span in changes}
    moved: list[int] = []  # new place of each old word
    at = 0
    while at < len(document.words):
        span = starts.get(at)
        new = changes[span] if span else [document.words[at]]
        end = span[1] if span else at + 1
        moved += [len(words)] * (end - at)
        if span:
            spans.append((len(words), len(words) + len(new), span[2]))
        words += new
        sentences += [document.sentences[at]] * len(new)
        at = end
    moved.append(len(words))
    spans += [(moved[s], moved[e], kind) for s, e, kind in document.spans["ner"] if (s, e, kind) not in changes]
    return replace(document, words=words, sentences=sentences, spans={"ner": spans}, tags={"ner": scheme.bio_labels(len(words), spans)})


def _persons(gazetteer: Path) -> Iterable[str]:
    found: set[str] = set()
    for path in (gazetteer / "everypolitician-scrapers").rglob("*.csv*"):
        with (gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")) as file:
            for row in csv.DictReader(file):
                found.add(row.get("person") or row.get("name") or "")
    return found


def _bodies(gazetteer: Path) -> list[set[str]]:
    """Companies and the like, parties, international bodies."""
    with gzip.open(gazetteer / "wikitrivia/entities.json.gz", "rt", encoding="utf-8") as file:
        businesses = {entry["label"] for entry in json.load(file).values() if BODIES & set(entry.get("decks") or [])}
    with gzip.open(gazetteer / "partyfacts/wikidata.csv.gz", "rt", encoding="utf-8") as file:
        parties = {row["name"] for row in csv.DictReader(file) if row["name"]}
    with gzip.open(gazetteer / "supraverden-igo/general_list.yaml.gz", "rt", encoding="utf-8") as file:
        international = set(re.findall(r"^  (?:Name|Abbreviation)_en: (.+)$", file.read(), re.MULTILINE))
    return [businesses, parties, international]
