"""Readers: every corpus as documents with words, sentences and the labels that it annotates."""

from __future__ import annotations

import gzip
import json
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import labels as scheme

Span = tuple[int, int]  # first word, end


@dataclass
class Attribution:
    """Spans of one attribution, in words."""

    source: list[Span]
    cue: list[Span]
    content: list[Span]


@dataclass
class Mention:
    """A coreference mention. Its vector is the mean of its first and its last word's."""

    start: int
    end: int
    cluster: str


@dataclass
class Document:
    """A text with the annotation it has; heads without a key are not annotated."""

    id: str
    corpus: str
    words: list[str]
    sentences: list[int]  # sentence number of each word
    group: str = ""  # outlet, genre or publisher, for figures by source
    tags: dict[str, list[int]] = field(default_factory=dict)  # head -> label of each word, -100 where unknown
    spans: dict[str, list[tuple[int, int, int]]] = field(default_factory=dict)  # head -> gold spans with type
    strings: dict[str, list[str]] = field(default_factory=dict)  # head -> label strings still to be numbered
    heads: list[int] | None = None  # head of each word: -1 root, else word of the document
    attributions: list[Attribution] | None = None
    mentions: list[Mention] | None = None
    gap: tuple[Span, Span, Span, bool, bool] | None = None  # pronoun, a, b, is a, is b
    entities: list[list[Span]] | None = None  # mentions of each entity, for relations
    relations: set[tuple[int, int, int]] = field(default_factory=set)  # subject, object, relation number
    annotated: list[int] | None = None  # relation numbers whose absence is known
    validated: set[int] | None = None  # sentences that may be scored (ECB+)


def read_jsonl(path: Path) -> Iterator[dict]:
    """Records of a JSONL file, packed or not."""
    with (gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else open(path, encoding="utf-8")) as file:
        for line in file:
            yield json.loads(line)


class Aligner:
    """Character spans to word spans."""

    def __init__(self, offsets: list[list[int]]) -> None:
        self.starts = [start for start, _ in offsets]
        self.ends = [end for _, end in offsets]

    def words(self, start: int, end: int) -> Span | None:
        """Words that overlap a character span."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        return (first, last) if last > first else None


def sentence_numbers(starts: list[int], length: int) -> list[int]:
    """Sentence number of each word from the sentences' first words."""
    return [bisect_right(starts, i) - 1 for i in range(length)]


def from_text(record: dict, corpus: str, group: str = "") -> tuple[Document, Aligner]:
    """Document of a record made by prepare.ts."""
    words = record["words"]
    document = Document(record["id"], corpus, words, sentence_numbers(record["sentences"], len(words)), group)
    return document, Aligner(record["offsets"])


def read_ner(path: Path) -> Iterator[Document]:
    """Worldwide newswire."""
    for record in read_jsonl(path):
        document, align = from_text(record, "ner", record["outlet"])
        spans = [(*found, scheme.NER_TYPES.index(kind)) for s, e, kind in record["entities"] if (found := align.words(s, e))]
        document.spans["ner"] = spans
        document.tags["ner"] = scheme.bio_labels(len(document.words), spans)
        yield document


def read_gmb(path: Path, together: int = 6) -> Iterator[Document]:
    """GMB's silver names, sentences that stand together in the file as one document."""
    records = list(read_jsonl(path))
    for first in range(0, len(records), together):
        whole = Document(records[first]["id"], "gmb", [], [])
        spans: list[tuple[int, int, int]] = []
        for number, record in enumerate(records[first:first + together]):
            document, align = from_text(record, "gmb")
            base = len(whole.words)
            spans += [
                (base + found[0], base + found[1], scheme.GMB_TYPES.index(kind))
                for s, e, kind in record["entities"] if (found := align.words(s, e))
            ]
            whole.words += document.words
            whole.sentences += [number] * len(document.words)
        whole.tags["gmb"] = scheme.bio_labels(len(whole.words), spans)
        yield whole


def read_polnear(path: Path) -> Iterator[Document]:
    """PolNeAR attributions: cue, source and content tags, and the triples."""
    for record in read_jsonl(path):
        document, align = from_text(record, "polnear", record["publisher"])
        parts: dict[str, list[tuple[int, int, int]]] = {"cue": [], "source": [], "content": []}
        document.attributions = []
        for item in record["attributions"]:
            spans = {
                part: sorted({found for s, e in item[part] if (found := align.words(s, e))}) for part in parts
            }
            document.attributions.append(Attribution(**spans))
            for part, found in spans.items():
                parts[part] += [(s, e, 0) for s, e in found]
        for part, found in parts.items():
            document.spans[part] = sorted(set(found))
            document.tags[part] = scheme.bio_labels(len(document.words), found)
        yield document


def read_dwie(path: Path) -> Iterator[Document]:
    """DWIE entities, coreference and relations."""
    for record in read_jsonl(path):
        document, align = from_text(record, "dwie")
        kinds = {concept["concept"]: scheme.dwie_type(concept["tags"]) for concept in record["concepts"]}
        spans, unknown = [], []
        entities: dict[int, list[Span]] = defaultdict(list)
        for mention in record["mentions"]:
            found = align.words(mention["begin"], mention["end"])
            if found is None:
                continue
            kind = kinds[mention["concept"]]
            if kind is None:
                unknown.append(found)
            else:
                spans.append((*found, scheme.DWIE_TYPES.index(kind)))
                entities[mention["concept"]].append(found)
        document.spans["dwie"] = spans
        document.tags["dwie"] = scheme.bio_labels(len(document.words), spans)
        for start, end in unknown:
            for i in range(start, end):
                if document.tags["dwie"][i] == scheme.O:
                    document.tags["dwie"][i] = -100
        numbers = {concept: number for number, concept in enumerate(entities)}
        document.entities = list(entities.values())
        document.mentions = sorted(
            (Mention(s, e, str(concept)) for concept, found in entities.items() for s, e in set(found)),
            key=lambda m: (m.start, m.end),
        )
        document.annotated = list(range(len(scheme.DWIE_RELATIONS)))
        for relation in record["relations"]:
            name = scheme.dwie_relation(relation["p"])
            if name is None or relation["s"] not in numbers or relation["o"] not in numbers:
                continue
            s, o = numbers[relation["s"]], numbers[relation["o"]]
            if name[1]:
                s, o = o, s
            document.relations.add((s, o, scheme.RELATIONS.index(name[0])))
        yield document


def read_ecb(path: Path) -> Iterator[Document]:
    """ECB+ events and their parts; only validated sentences are labelled."""
    for record in read_jsonl(path):
        validated = set(record["validated_sentences"])
        starts = record["sentence"]
        document = Document(record["id"], "ecb", record["tokens"], starts, record["topic"], validated=validated)
        spans, mentions = [], []
        for mention in record["mentions"]:
            words = mention["tokens"]
            if not words or starts[words[0]] not in validated:
                continue
            start, end = words[0], words[-1] + 1
            if end - start != len(words):
                start, end = words[0], words[0] + 1  # discontinuous: its first word
            spans.append((start, end, scheme.EVENT_TYPES.index(scheme.event_type(mention["type"]))))
            if mention["kind"] == "event":
                mentions.append(Mention(start, end, mention["chain"] or f"single {mention['id']}"))
        events = [span for span in spans if scheme.EVENT_TYPES[span[2]] in scheme.EVENT_KINDS]
        tags = scheme.bio_labels(len(document.words), [s for s in spans if s not in events])
        for i, label in enumerate(scheme.bio_labels(len(document.words), events)):
            if label != scheme.O:
                tags[i] = label
        document.spans["event"] = spans
        document.tags["event"] = [tag if starts[i] in validated else -100 for i, tag in enumerate(tags)]
        document.mentions = sorted(mentions, key=lambda m: (m.start, m.end))
        yield document


def read_knowledgenet(path: Path) -> Iterator[Document]:
    """KnowledgeNet facts of a passage; each name or pronoun is an entity of its own."""
    for record in read_jsonl(path):
        document, align = from_text(record, "knowledgenet")
        numbers: dict[Span, int] = {}
        for fact in record["facts"]:
            s, o = align.words(*fact["s"]), align.words(*fact["o"])
            if s is None or o is None:
                continue
            pair = [numbers.setdefault(span, len(numbers)) for span in (s, o)]
            document.relations.add((pair[0], pair[1], scheme.RELATIONS.index(fact["property"])))
        document.entities = [[span] for span in numbers]
        document.annotated = [scheme.RELATIONS.index(name) for name in record["annotated"]]
        if document.entities:
            yield document


def read_redocred(path: Path) -> Iterator[Document]:
    """Re-DocRED, the properties that correspond to ours."""
    for record in read_jsonl(path):
        words = [word for sentence in record["sents"] for word in sentence]
        starts = [0]
        for sentence in record["sents"]:
            starts.append(starts[-1] + len(sentence))
        document = Document(record["title"], "redocred", words, sentence_numbers(starts, len(words)))
        document.entities = [
            sorted({(starts[m["sent_id"]] + m["pos"][0], starts[m["sent_id"]] + m["pos"][1]) for m in entity})
            for entity in record["vertexSet"]
        ]
        known = {name for names in scheme.WIKIDATA_RELATIONS.values() for name in names}
        document.annotated = sorted({scheme.RELATIONS.index(name.removeprefix("-")) for name in known})
        for label in record["labels"]:
            for name in scheme.WIKIDATA_RELATIONS.get(label["r"], []):
                pair = (label["t"], label["h"]) if name.startswith("-") else (label["h"], label["t"])
                document.relations.add((*pair, scheme.RELATIONS.index(name.removeprefix("-"))))
        yield document


def read_gap(path: Path) -> Iterator[Document]:
    """GAP: a pronoun and two names."""
    for record in read_jsonl(path):
        document, align = from_text(record, "gap")
        spans = [align.words(*record[part]) for part in ("pronoun", "a", "b")]
        if None not in spans:
            document.gap = (*spans, record["a_coref"], record["b_coref"])
            yield document


def read_ud(path: Path, least: int = 0) -> Iterator[Document]:
    """UD English GUM and EWT; GUM also gives mentions and coreference. Texts of EWT shorter than `least` sentences are joined."""
    rows: list[list[list[str]]] = []
    sentence: list[list[str]] = []
    name, entities = "", False
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                if rows and (entities or len(rows) >= least):
                    yield ud_document(name, rows, entities)
                    rows = []
                name = line.split("=")[-1].strip()
                entities = name.startswith("GUM")
            elif line and not line.startswith("#"):
                cells = line.split("\t")
                if cells[0].isdigit():
                    sentence.append(cells)
            elif not line and sentence:
                rows.append(sentence)
                sentence = []
    if rows:
        yield ud_document(name, rows, entities)


def ud_document(name: str, rows: list[list[list[str]]], entities: bool) -> Document:
    """One UD document of its sentences' CoNLL-U rows."""
    words = [cells[1] for sentence in rows for cells in sentence]
    numbers = [n for n, sentence in enumerate(rows) for _ in sentence]
    document = Document(name, "ud", words, numbers, name.split("_")[1] if entities else "ewt:" + name.split("-")[0])
    flat = [cells for sentence in rows for cells in sentence]
    document.heads = []
    offset = 0
    for sentence in rows:
        document.heads += [-1 if cells[6] == "0" else offset + int(cells[6]) - 1 for cells in sentence]
        offset += len(sentence)
    document.strings = {
        "upos": [cells[3] for cells in flat],
        "xpos": [cells[4] for cells in flat],
        "deprel": [cells[7] for cells in flat],
        "lemma": [scheme.lemma_script(cells[1], cells[2]) for cells in flat],
    }
    if entities:
        gum_mentions(document, flat)
    return document


def gum_mentions(document: Document, flat: list[list[str]]) -> None:
    """Heads of GUM's mentions with their types, and clusters. A name's span is its head with flat and compound names."""
    opened: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    found: list[tuple[int, int, str, str, str]] = []
    for i, cells in enumerate(flat):
        value = next((part[7:] for part in cells[9].split("|") if part.startswith("Entity=")), "")
        for item in value.replace("(", " (").replace(")", ") ").split():
            fields = item.strip("()").split("-")
            if item.startswith("("):
                opened[fields[0]].append((i, fields[1], fields[5]))
            if item.endswith(")") and opened[fields[0]]:
                start, kind, least = opened[fields[0]].pop()
                found.append((start, i + 1, fields[0], kind, least))
    assert document.heads is not None
    tags = [scheme.O] * len(flat)
    mentions: dict[int, Mention] = {}
    for start, end, group, kind, least in sorted(found, key=lambda f: f[0] - f[1]):
        core = [start + int(n) - 1 for n in least.split(",") if n.isdigit()] or [start]
        outside = [i for i in core if not start <= document.heads[i] < end]
        head = outside[0] if outside else core[0]
        if head >= len(flat) or tags[head] != scheme.O:
            continue  # the outer mention with this head stays
        tags[head] = scheme.MENTION_TYPES.index(kind) if kind in scheme.MENTION_TYPES else 0
        first, last = head, head + 1
        if flat[head][3] == "PROPN":
            while last < end and flat[last][3] == "PROPN" and document.heads[last] == head:
                last += 1
            while first > start and flat[first - 1][3] == "PROPN" and document.heads[first - 1] == head:
                first -= 1
        mentions[head] = Mention(first, last, group)
    document.tags["mention"] = tags
    document.mentions = sorted(mentions.values(), key=lambda m: (m.start, m.end))


@dataclass
class Corpora:
    """All documents by corpus and part."""

    train: dict[str, list[Document]]
    dev: dict[str, list[Document]]


def load(data: Path, work: Path) -> Corpora:
    """Everything; `data` holds the corpora, `work` what prepare.ts made."""
    dev_ids = set((data / "dwie/dev_ids.txt").read_text().split())
    dwie = list(read_dwie(work / "dwie.jsonl"))
    redocred = list(read_redocred(data / "redocred/dev.jsonl.gz"))
    train = {
        "ud": list(read_ud(data / "ud/train.conllu.gz", least=15)),
        "ner": list(read_ner(work / "ner.train.jsonl")),
        "polnear": list(read_polnear(work / "polnear.train.jsonl")),
        "dwie": [d for d in dwie if d.id not in dev_ids],
        "ecb": list(read_ecb(data / "ecbplus/train.jsonl.gz")),
        "knowledgenet": list(read_knowledgenet(work / "knowledgenet.train.jsonl")),
        "redocred": redocred,
        "gap": list(read_gap(work / "gap.train.jsonl")),
        "gmb": list(read_gmb(work / "gmb.jsonl")),
    }
    dev = {
        "ud": list(read_ud(data / "ud/dev.conllu.gz")),
        "ner": list(read_ner(work / "ner.dev.jsonl")),
        "polnear": list(read_polnear(work / "polnear.dev.jsonl")),
        "dwie": [d for d in dwie if d.id in dev_ids],
        "ecb": list(read_ecb(data / "ecbplus/dev.jsonl.gz")),
        "knowledgenet": list(read_knowledgenet(work / "knowledgenet.dev.jsonl")),
        "gap": list(read_gap(work / "gap.dev.jsonl")),
    }
    return Corpora(train, dev)
