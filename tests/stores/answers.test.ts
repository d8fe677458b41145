/**
 * One question, one answer: whatever form a graph is in, on disk or in a store.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Parser, type Quad } from 'n3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, serialise, type Built } from '../../src/newsgraph.js'
import { query, type QueryResult } from '../../src/store/query.js'
import type { ResultTerm } from '../../src/store/query-result.js'
import { names, servers } from './servers.js'

const folder = new URL('../../ontology/queries/', import.meta.url)
const questions = readdirSync(folder).map((file) => [file.replace('.rq', ''), readFileSync(new URL(file, folder), 'utf8')] as const)
const endings = { ttl: 'turtle', nt: 'n-triples', nq: 'n-quads', trig: 'trig', jsonld: 'json-ld' } as const
