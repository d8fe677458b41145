"""Graphs: made, asked, and as frames.

In: articles or graph files. Out: a graph, an answer, or a pandas frame with a row for each claim and the words it rests on.
"""
from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .command import lines, options, run

if TYPE_CHECKING:
    import pandas


def build(*inputs: str, output: str, **given: object) -> None:
    """Reads articles and writes one graph; options are those of ``newsgraph build``: ``min_confidence=0.8``."""
    for _ in lines(["build", "--output", output, *options(given), "--", *inputs], strict=False):
        pass


def export(*graphs: str, to: str, output: str) -> None:
    """Gives graphs another form: ``to="obsidian"``."""
    run("export", "--to", to, "--output", output, "--", *graphs)


def tables(*graphs: str) -> dict[str, pandas.DataFrame]:
    """Frames by name: claims, roles, statements, events, relations, links, entities, articles, evidence."""
    import pandas

    rows: dict[str, list[dict[str, Any]]] = {}
    for line in lines(["export", "--to", "jsonl", "--", *graphs]):
        row = json.loads(line)
        rows.setdefault(row.pop("table"), []).append(row)
    return {name: pandas.DataFrame(found) for name, found in rows.items()}


def claims(*graphs: str) -> pandas.DataFrame:
    """Every claim in the same columns: kind, subject, predicate, object, is_fact, status, words, place, article, confidence, …"""
    import pandas

    return tables(*graphs).get("claims", pandas.DataFrame())


def query(*graphs_and_question: str) -> pandas.DataFrame:
    """Asks graphs a question in SPARQL, or a supplied one by name: ``query("graph.ttl", "roles-of-people")``."""
    import pandas

    *graphs, question = graphs_and_question
    answer = json.loads(run("query", "--format", "json", "--", question, *graphs))
    columns = answer["head"].get("vars", [])
    return pandas.DataFrame([{name: value["value"] for name, value in row.items()} for row in answer["results"]["bindings"]], columns=columns)
