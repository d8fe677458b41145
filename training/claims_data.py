"""Readers of the corpora of the claim heads: words with happenings, parts of them, titles, and what is true of predicates.

    zcat claims → Task documents: tags of single words and labelled pairs of words, all counted in words of the document
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from corpora import Aligner, Document, from_text, read_jsonl

PARTS = ["none", "agent", "patient", "participant", "place", "time"]
OWN = ["none", "holder", "of"]
FLAGS = ["held", "former", "elect", "acting", "candidate", "kin", "denied", "said", "planned"]
STATUS = ["asserted", "planned", "cancelled", "denied", "possible", "said"]
BIO = ["O", "B", "I"]
BIO_HAPPENING, BIO_TITLE = ["O", "B-happening", "I-happening"], ["O", "B-title", "I-title"]
SITUATIONS = ["EVENT", "STATE", "REPORT", "GENERIC_SENTENCE", "GENERALIZING_SENTENCE", "QUESTION", "IMPERATIVE", "GENERAL_STATIVE", "SPEECH_ACT"]
LINKS = ["none", "of", "in", "member", "other"]
DISCOURSE = ["main event", "consequence", "previous event", "current context", "historical", "anecdotal", "evaluation", "expectation", "not applicable"]
TYPES = (
    "meeting telephone-call press-conference negotiation visit agreement sanction conference election vote appointment resignation dismissal legislation "
    "campaign protest strike leak war attack explosion shooting killing deployment ceasefire cancellation crime arrest charge investigation trial ruling "
    "accident disaster flood fire storm earthquake disease injury rescue evacuation transaction acquisition bankruptcy launch economic-change construction "
    "publication broadcast performance award sports-match ceremony discovery birth death marriage divorce movement happening"
).split()

Span = tuple[int, int]


@dataclass
class Task:
    """A document with what the claim heads may learn from it. Spans become head words once a tree is there."""

    document: Document
    happenings: list[dict] | None = None  # triggers: spans, clearest first; type, status, parts [(label, span)]
    titles: list[dict] | None = None  # spans, holder span, of span, flags
    predicates: list[tuple[int, list[tuple[str, Span]]]] = field(default_factory=list)  # word, [(part, span)]
    nouns: dict[int, int] = field(default_factory=dict)  # word → is a happening
    factual: dict[int, int] = field(default_factory=dict)
    situations: dict[int, int] = field(default_factory=dict)
    discourse: list[tuple[Span, int]] = field(default_factory=list)
    phrases: list[Span] = field(default_factory=list)
    links: dict[tuple[int, int], int] = field(default_factory=dict)  # phrase, phrase → LINKS
    references: list[tuple[int, list[Span]]] = field(default_factory=list)  # a noun or pronoun, the places where whom it means is named; none: nobody


def read_claims(path: Path) -> list[Task]:
    """Whole articles with happenings and roles."""
    found = []
    for record in read_jsonl(path):
        document, align = from_text({**record, "id": record["slug"]}, "claims")
        happenings = []
        for event in record["events"]:
            spans = [s for a, b in event["triggers"] if (s := align.words(a, b))]
            parts = [(PARTS["-apqld".index(part["role"])], s) for part in event["arguments"] if (s := align.words(*part["span"]))]
            if spans:
                parts += named_parts(event, parts, document.words, spans[0])
                happenings.append({"spans": spans, "type": TYPES.index(event["type"]), "status": STATUS.index(event["status"]), "parts": parts})
        titles = []
        for role in record["roles"]:
            spans = [s for a, b in role["titleSpans"] if (s := align.words(a, b))]
            holder = align.words(*role["holderSpan"]) if role.get("holderSpan") else None
            of = align.words(*role["ofSpan"]) if role.get("ofSpan") else None
            if spans:
                # Named elsewhere in the article: where that name stands nearest.
                holder, of = holder or nearest(document.words, role["holder"], spans[0]), of or nearest(document.words, role.get("of", ""), spans[0])
                flag = next((FLAGS.index(flag) for flag in role["flags"] if flag in FLAGS), 0)
                titles.append({"spans": spans, "holder": holder, "of": of, "flag": flag, "hasOf": "of" in role})
        found.append(Task(document, happenings, titles, references=references_of(record, document, align)))
    return found


NAMES = {"agent": "agents", "patient": "patients", "participant": "participants", "place": "places"}


def named_parts(event: dict, parts: list[tuple[str, Span]], words: list[str], trigger: Span) -> list[tuple[str, Span]]:
    """Who takes part, or where it was, named elsewhere in the article: the nearest place of each name that no marked words stand for."""
    found = []
    for part, field_name in NAMES.items():
        marked = [span for label, span in parts if label == part]
        isMarked = lambda name: any(name.split()[-1] in words[s:e] for s, e in marked)  # noqa: E731, B023
        others = [name for name in event.get(field_name, ()) if name.split() and not isMarked(name)]
        # As many marked words are pronouns or short forms that stand for such names.
        standing = sum(not any(name.split()[-1] in words[s:e] for name in event[field_name]) for s, e in marked)
        if len(others) > standing:
            found += [(part, span) for name in others if (span := nearest(words, name, trigger)) and all(span != s for _, s in parts)]
    return found


def nearest(words: list[str], name: str, span: Span, most: int = 120) -> Span | None:
    """The place of a name that is the least words from a span."""
    form = name.split()
    places = [place for place in places_of(words, form) if form and abs(place[0] - span[0]) <= most]
    return min(places, key=lambda place: abs(place[0] - span[0]), default=None)


def references_of(record: dict, document: Document, align: Aligner) -> list[tuple[int, list[Span]]]:
    """Whom words mean, with every place where the same name stands."""
    found = []
    for reference in record.get("refs", ()):
        word, name = align.words(*reference["span"]), reference["name"] and align.words(*reference["name"])
        if word is None or (reference["name"] and name is None):
            continue
        found.append((word[1] - 1, places_of(document.words, document.words[name[0]:name[1]]) if name else []))
    return found


def places_of(words: list[str], form: list[str]) -> list[Span]:
    """Where words stand in a row."""
    return [(i, i + len(form)) for i in range(len(words) - len(form) + 1) if words[i:i + len(form)] == form]


def propbank_parts(folder: Path) -> dict[tuple[str, str], str]:
    """Which part a numbered argument of a roleset plays."""
    import gzip

    parts: dict[tuple[str, str], str] = {}
    with gzip.open(folder / "rolesets.tsv.gz", "rt", encoding="utf-8") as file:
        columns = next(file).rstrip("\n").split("\t")
        for line in file:
            row = dict(zip(columns, line.rstrip("\n").split("\t")))
            for role in filter(None, row.get("roles", "").split("|")):
                number, _, rest = role.partition("=")
                function = rest.split(":")[0].upper()
                parts[row["roleset"], f"ARG{number}"] = {"PAG": "agent", "PPT": "patient", "LOC": "place", "TMP": "time"}.get(function, "participant")
    return parts


MODIFIERS = {"ARGM-TMP": "time", "ARGM-LOC": "place", "ARGM-COM": "participant"}


def read_propbank(folder: Path, split: str) -> list[Task]:
    """Sentences of a document together: predicates with their parts, and whether they happened."""
    parts = propbank_parts(folder)
    truth: dict[str, dict] = {row["id"]: row for row in read_jsonl(folder.parent / "factuality" / f"{split}.jsonl.gz")}
    documents: dict[str, Task] = {}
    for record in read_jsonl(folder / f"{split}.jsonl.gz"):
        task = documents.setdefault(record["doc"], Task(Document(record["doc"], "propbank", [], [])))
        document, base = task.document, len(task.document.words)
        number = document.sentences[-1] + 1 if document.sentences else 0
        document.words += [record["text"][a:b] for a, b in record["tokens"]]
        document.sentences += [number] * len(record["tokens"])
        for predicate in record["predicates"]:
            if predicate["roleset"].endswith(".03") and not predicate["args"]:
                continue
            labelled = []
            for label, start, end, *_ in predicate["args"]:
                part = MODIFIERS.get(label) or (parts.get((predicate["roleset"], label)) if label[:3] == "ARG" and label[3:].isdigit() else None)
                if part is None and label[:3] == "ARG" and label[3:].isdigit():
                    part = {"0": "agent", "1": "patient"}.get(label[3:], "participant")
                if part:
                    labelled.append((part, (base + start, base + end)))
            task.predicates.append((base + predicate["token"], labelled))
        for value in truth.get(record["id"], {}).get("predicates", []):
            if "factual" in value and abs(value["factual"][0]) > 0.3:
                task.factual[base + value["token"]] = int(value["factual"][0] > 0)
    return list(documents.values())


QUESTIONS = {"subj": "agent", "obj": "patient", "obj2": "patient", "place": "place", "time": "time"}


def read_qanom(path: Path, together: int = 6) -> list[Task]:
    """Nouns that are happenings, with their parts; sentences of one source together."""
    found: list[Task] = []
    for number, record in enumerate(read_jsonl(path)):
        if number % together == 0:
            found.append(Task(Document(record["id"], "qanom", [], [])))
        task, document = found[-1], found[-1].document
        base = len(document.words)
        document.words += [record["text"][a:b] for a, b in record["tokens"]]
        document.sentences += [number % together] * len(record["tokens"])
        align = Aligner(record["tokens"])
        for target in record["targets"]:
            word = base + target["token"]
            task.nouns[word] = int(target["event"])
            if target["event"]:
                labelled = [
                    (QUESTIONS.get(question["role"], "participant" if question["role"].startswith("prep") else ""), (base + s[0], base + s[1]))
                    for question in target["questions"] for a, b in question["answers"] if (s := align.words(a, b))
                ]
                task.predicates.append((word, [(part, span) for part, span in labelled if part]))
    return found


def read_situations(path: Path) -> list[Task]:
    """Clauses: event, state, general."""
    found = []
    for record in read_jsonl(path):
        document, align = from_text(record, "situations")
        task = Task(document)
        for clause in record["clauses"]:
            if "verb" in clause and clause["type"] in SITUATIONS and (span := align.words(*clause["verb"])):
                task.situations[span[0]] = SITUATIONS.index(clause["type"])
        found.append(task)
    return found


def read_mainevent(path: Path) -> list[Task]:
    """What each sentence does for the main event."""
    found = []
    for record in read_jsonl(path):
        document, align = from_text(record, "mainevent")
        spans = [(span, DISCOURSE.index(s["label"])) for s in record["labelled"] if s["label"] in DISCOURSE and (span := align.words(*s["span"]))]
        found.append(Task(document, discourse=spans))
    return found


def link_of(preposition: str) -> int:
    """Class of a link between two noun phrases."""
    kind = {"of": "of", "in": "in", "at": "in", "member(s) of": "member"}.get(preposition, "other")
    return LINKS.index(kind)


def read_tne(path: Path) -> list[Task]:
    """What belongs to what."""
    found = []
    for record in read_jsonl(path):
        document, align = from_text(record, "tne")
        phrases = [align.words(a, b) for a, b in record["nps"]]
        task = Task(document, phrases=[p or (-1, -1) for p in phrases])
        for a, preposition, b in record["links"]:
            label = link_of(preposition)
            old = task.links.get((a, b))
            task.links[a, b] = label if old is None else min(old, label)
        task.references = chained(record, phrases, document.words)
        found.append(task)
    return found


def chained(record: dict, phrases: list[Span | None], words: list[str]) -> list[tuple[int, list[Span]]]:
    """Nouns and pronouns that end a phrase, with the phrases of their chain that end in a name; `asked`: words for people and bodies, as resolve asks."""
    asked = set(record["asked"])
    isName = lambda span: span is not None and words[span[1] - 1][:1].isupper() and span[1] - 1 not in asked  # noqa: E731
    chain_of = {number: [phrases[i] for i in chain if isName(phrases[i])] for chain in record["chains"] for number in chain}
    return [(span[1] - 1, chain_of.get(number, [])) for number, span in enumerate(phrases) if span is not None and span[1] - 1 in asked]


def read_all(texts: Path, data: Path, split: str) -> dict[str, list[Task]]:
    """Every corpus of a split. `texts`: what prepare-claims.ts wrote."""
    more = texts / f"more.{split}.jsonl"
    return ({"more": read_claims(more)} if more.exists() else {}) | {
        "claims": read_claims(texts / f"claims.{split}.jsonl"),
        "propbank": read_propbank(data / "propbank", split),
        "qanom": read_qanom(data / "qanom" / f"{split}.jsonl.gz"),
        "situations": read_situations(texts / f"situations.{split}.jsonl"),
        "mainevent": read_mainevent(texts / f"mainevent.{split}.jsonl"),
        "tne": read_tne(texts / f"tne.{split}.jsonl"),
    }


if __name__ == "__main__":
    import sys

    for name, tasks in read_all(Path(sys.argv[1]), Path(sys.argv[2]), "train").items():
        print(name, len(tasks), sum(len(t.document.words) for t in tasks), "words")
