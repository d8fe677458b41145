"""News articles as a knowledge graph, from Python: a thin layer over the command ``newsgraph``.

>>> import newsgraph
>>> for article in newsgraph.read("news/*.html"):
...     print(article.headline, len(article.statements))
"""
from .articles import Article, load, read
from .command import NewsgraphError, run
from .graphs import build, claims, export, query, tables

__all__ = ["Article", "NewsgraphError", "build", "claims", "export", "load", "query", "read", "run", "tables"]
__version__ = "0.1.0"
