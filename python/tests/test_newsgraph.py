import os
import tempfile
import unittest
import warnings

import newsgraph

SEEDS = os.path.join(os.path.dirname(__file__), "../../seeds")
GRAPH = os.path.join(os.path.dirname(__file__), "../../output/newsgraph.ttl")


class Articles(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with warnings.catch_warnings(record=True) as cls.caught:
            warnings.simplefilter("always")
            cls.articles = list(newsgraph.read(f"{SEEDS}/ferry-dispatch.*", f"{SEEDS}/lost-symphony.md", "nothing-there.txt", links=False))

    def test_are_read_one_after_the_other_with_what_they_say(self):
        dispatch, symphony = self.articles
        self.assertEqual((dispatch.headline, dispatch.date, dispatch.publisher), ("Ferry operator suspends Baltic route after engine fire", "2023-03-14", "Baltic Wire"))
        self.assertIn("Liis Kaarep", [dispatch.names(one["speakers"]) for one in dispatch.statements])
        self.assertTrue(symphony.events and symphony.entities and not symphony.links)

    def test_words_are_those_of_the_text(self):
        for article in self.articles:
            for claim in [*article.roles, *article.statements, *article.events, *article.relations]:
                self.assertIn(article.words(claim["evidence"][0]), article.text)
        odd = newsgraph.Article.of({"id": "1", "source": "-", "text": "a 🐟 swims", "entities": []})
        self.assertEqual(odd.words({"start": 2, "end": 4}), "🐟")
        self.assertEqual(odd.words([{"start": 5, "end": 10}, {"start": 0, "end": 1}]), "swims … a")

    def test_that_cannot_be_read_are_warnings_or_errors(self):
        self.assertIn("nothing-there.txt", str([one.message for one in self.caught if one.category is UserWarning]))
        with self.assertRaises(newsgraph.NewsgraphError) as raised:
            list(newsgraph.read("nothing-there.txt", strict=True))
        self.assertEqual(raised.exception.code, "input")


class Graphs(unittest.TestCase):
    def test_are_frames_with_words_and_places(self):
        tables = newsgraph.tables(GRAPH)
        claims = tables["claims"]
        self.assertEqual(set(claims.kind), {"role", "statement", "event", "relation", "link"})
        self.assertFalse(claims[claims.kind == "statement"].is_fact.any())
        facts = claims[claims.is_fact & (claims.kind == "relation")]
        self.assertIn(("Sergey Lavrov", "minister of", "Russia"), set(zip(facts.subject, facts.predicate, facts.object)))
        evidence = tables["evidence"].merge(claims, left_on="of", right_on="id")
        self.assertTrue((evidence.exact.str.len() == evidence.end - evidence.start).all())

    def test_answer_questions(self):
        answer = newsgraph.query(GRAPH, "SELECT ?who (COUNT(*) AS ?n) { ?s a ng:Statement ; schema:creator/rdfs:label ?who } GROUP BY ?who")
        self.assertEqual(list(answer.columns), ["who", "n"])
        self.assertIn("Liis Kaarep", set(answer.who))
        with self.assertRaises(newsgraph.NewsgraphError) as raised:
            newsgraph.query(GRAPH, "SELECT {")
        self.assertEqual(raised.exception.code, "query")

    def test_are_built_and_exported(self):
        with tempfile.TemporaryDirectory() as folder:
            newsgraph.export(GRAPH, to="csv", output=f"{folder}/claims.csv")
            self.assertTrue(os.path.getsize(f"{folder}/claims.csv") > 1000)


class Options(unittest.TestCase):
    def test_are_those_of_the_command(self):
        from newsgraph.command import options
        self.assertEqual(options({"min_confidence": 0.8, "links": False, "strict": True, "kb": ["a", "b"], "title": None, "workers": 2}),
                         ["--min-confidence", "0.8", "--no-links", "--strict", "--kb", "a", "b", "--workers", "2"])


if __name__ == "__main__":
    unittest.main()
