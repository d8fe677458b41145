import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { DataFactory, Parser, Writer, type Quad } from 'n3'
import { afterAll, describe, expect, it } from 'vitest'
import { kinds, ontology, readTurtle, vocabularies } from './vocabularies.js'

const jars = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'newsgraph/hermit-1.4.5.519')
const program = fileURLToPath(new URL('Reason.java', import.meta.url))
const ng = 'https://w3id.org/newsgraph/ontology#', OWL = 'http://www.w3.org/2002/07/owl#'
const folder = mkdtempSync(join(tmpdir(), 'newsgraph-reason-'))
afterAll(() => { rmSync(folder, { recursive: true }) })

/** That kinds of entities exclude each other: so a country that were inferred to be an organisation would be a contradiction. */
const exclusions = kinds.flatMap((kind, at) => kinds.slice(at + 1).flatMap((other) => kind.flatMap((one) =>
  other.map((two) => DataFactory.quad(DataFactory.namedNode(one), DataFactory.namedNode(`${OWL}disjointWith`), DataFactory.namedNode(two))))))

/** What HermiT says of the ontology with the vocabularies that it builds on and the given data. */
async function reason(data: readonly Quad[], classes: readonly string[] = []): Promise<string[]> {
  const file = join(folder, 'all.nt')
  const axioms = [...ontology, ...vocabularies, ...exclusions, ...data].filter(({ predicate }) => predicate.value !== `${OWL}versionIRI`)
  writeFileSync(file, new Writer({ format: 'N-Triples' }).quadsToString(axioms.map(({ subject, predicate, object }) => DataFactory.quad(subject, predicate, object))))
  const { stdout } = await promisify(execFile)('java', ['-Xmx768m', '-cp', join(jars, '*'), program, file, ...classes])
  return stdout.trim().split('\n')
}

const isThere = existsSync(join(jars, 'complete'))

// Without the reasoner there is nothing to ask: `.ci/reasoner` fetches it, given Java and Maven.
describe.skipIf(!isThere)(`HermiT${isThere ? '' : ' is not here (.ci/reasoner fetches it): skipped'}`, () => {
  it('finds no contradiction between the ontology, ORG, PROV-O, OA, SEM, FOAF, SKOS and all that a graph may hold, and no class that can have no instances', async () => {
    const classes = ontology.filter(({ subject, predicate, object }) => subject.value.startsWith(ng) && predicate.value.endsWith('#type') && object.value === `${OWL}Class`).map(({ subject }) => subject.value)
    expect(await reason(readTurtle('contract.ttl'), classes)).toEqual(['consistent true', ...classes.map((one) => `possible ${one} true`)])
  }, 540_000)

  it('finds none with the supplied graph, in which no place or person becomes an organisation', async () => {
    const supplied = new Parser().parse(readFileSync(new URL('../../output/newsgraph.ttl', import.meta.url), 'utf8'))
    expect(await reason(supplied)).toEqual(['consistent true'])
  }, 540_000)

  it('would find a role held in a country as if it were an organisation', async () => {
    const node = (local: string) => DataFactory.namedNode(`https://news.example/data/${local}`)
    const held = DataFactory.quad(node('holding1'), DataFactory.namedNode('http://www.w3.org/ns/org#organization'), node('norland'))
    expect(await reason([...readTurtle('contract.ttl'), held])).toEqual(['consistent false'])
  }, 540_000)
})
