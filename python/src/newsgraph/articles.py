"""Articles and what they say.

In: files, folders, patterns. Out: an Article for each: ``article.statements[0]["speechAct"]`` is ``"say"``.
"""
from __future__ import annotations

import glob
import json
from dataclasses import dataclass, field
from typing import Any, Iterable, Iterator, Mapping, Optional, Sequence, Union

from .command import NewsgraphError, lines, options

#: A piece of text: start and end, in UTF-16 units.
Span = Mapping[str, int]


@dataclass(frozen=True)
class Article:
    """One article. The lists hold plain dictionaries, as ``newsgraph build --until link`` prints them."""

    #: All that the command said of it.
    record: Mapping[str, Any] = field(repr=False)
    id: str
    source: str
    text: str = field(repr=False)

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "Article":
        return cls(record=record, id=record["id"], source=record["source"], text=record["text"])

    @property
    def headline(self) -> Optional[str]:
        return (self.record.get("headline") or {}).get("name")

    @property
    def date(self) -> Optional[str]:
        """ISO, as much of it as is known."""
        return self.record.get("date")

    @property
    def url(self) -> Optional[str]:
        return self.record.get("url")

    @property
    def publisher(self) -> Optional[str]:
        return (self.record.get("publisher") or {}).get("name")

    @property
    def entities(self) -> Sequence[Mapping[str, Any]]:
        return self.record.get("entities", [])

    @property
    def roles(self) -> Sequence[Mapping[str, Any]]:
        return self.record.get("roles", [])

    @property
    def statements(self) -> Sequence[Mapping[str, Any]]:
        return self.record.get("statements", [])

    @property
    def events(self) -> Sequence[Mapping[str, Any]]:
        return self.record.get("events", [])

    @property
    def relations(self) -> Sequence[Mapping[str, Any]]:
        return self.record.get("relations", [])

    @property
    def links(self) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """What entities are in Wikidata, DBpedia and GeoNames, by the entity's id."""
        return self.record.get("links", {})

    def words(self, spans: Union[Span, Sequence[Span]]) -> str:
        """The words at a span, or at several, with … between them."""
        if isinstance(spans, Mapping):
            spans = [spans]
        units = self.text.encode("utf-16-le", "surrogatepass")
        return " … ".join(units[2 * span["start"]:2 * span["end"]].decode("utf-16-le", "replace") for span in spans)

    def names(self, ids: Union[str, Sequence[str]]) -> str:
        """What entities are called: ``article.names(statement["speakers"])``."""
        if isinstance(ids, str):
            ids = [ids]
        known = {entity["id"]: entity["name"] for entity in self.entities}
        return ", ".join(known.get(one, one) for one in ids)


def read(*inputs: str, strict: bool = False, **given: object) -> Iterator[Article]:
    """Reads articles, one after the other; inputs are files, folders or patterns, options those of ``newsgraph build``."""
    paths = [path for pattern in inputs for path in (sorted(glob.glob(pattern, recursive=True)) or [pattern])]
    if not paths:
        raise NewsgraphError("usage", "There is nothing to read.", "Name files, folders or patterns.")
    words = ["build", "--until", "link", *options(given), *(["--strict"] if strict else []), "--", *paths]
    yield from _articles(lines(words, strict))


def load(path: str) -> Iterator[Article]:
    """Articles that ``newsgraph build --until link`` wrote to a file."""
    with open(path, encoding="utf-8") as file:
        yield from _articles(file)


def _articles(rows: Iterable[str]) -> Iterator[Article]:
    for row in rows:
        yield Article.of(json.loads(row))
