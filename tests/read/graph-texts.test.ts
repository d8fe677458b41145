import { expect, it } from 'vitest'
import { Problem } from '../../src/problem.js'
import { readEach } from '../../src/read/read.js'

const LEAD = 'The mayor of Brightwater said on Tuesday that the old bridge would be closed for the whole of the winter.'

async function outcomeOf(text: string, source = '-'): Promise<string> {
  for await (const outcome of readEach({ bytes: Buffer.from(text), source })) return outcome instanceof Problem ? outcome.message : 'an article'
  return 'nothing'
}

const TURTLE = '@prefix schema: <https://schema.org/> .\n<https://example.org/a> schema:headline "The mayor said that it was over"@en .\n'

it.each([
  ['Turtle', TURTLE], ['Turtle behind a comment', `# made by hand\n\n${TURTLE}`], ['SPARQL-like prefixes', 'PREFIX schema: <https://schema.org/>\n<urn:a> a schema:Article .'],
  ['N-Triples', '<https://example.org/a> <https://schema.org/headline> "The mayor said that it was over"@en .'], ['a class', '<urn:x:a> a <https://schema.org/Person> .'],
  ['RDF/XML', '<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description/></rdf:RDF>'],
])('%s is a graph and no article', async (_, text) => {
  expect(await outcomeOf(text)).toBe('- is a graph, not an article')
})

it.each(['a.ttl', 'a.TRIG', 'folder/a.nt', 'a.nq'])('so is whatever is in %s', async (source) => {
  expect(await outcomeOf(LEAD, source)).toBe(`${source} is a graph, not an article`)
})

it.each([
  ['an address in angles', `<https://example.org/a> ${LEAD}`], ['a word with an at sign', `@prefixed people, beware. ${LEAD}`], ['a base', `BASE jumpers were held. ${LEAD}`],
  ['a feed in RDF', `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/><item><title>A</title><description>${LEAD}</description></item></rdf:RDF>`],
])('%s makes no graph of an article', async (_, text) => {
  expect(await outcomeOf(text)).toBe('an article')
})
