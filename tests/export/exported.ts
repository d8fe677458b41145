/** The invented articles, and one made of words that mean something to every program, as exports on disk. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CLAIM_FORMS, type ClaimForm } from '../../src/export/forms.js'
import type { ArticleGraph } from '../../src/model.js'
import { convertTo } from '../../src/newsgraph.js'
import { courierArticle, radioArticle } from '../fixtures/harbour.js'
import { harbourText } from '../fixtures/harbour-graph.js'

const places: Readonly<Record<ClaimForm, string>> = {
  csv: 'csv',
  xlsx: 'claims.xlsx',
  parquet: 'parquet',
  jsonl: 'rows.jsonl',
  neo4j: 'neo4j',
  obsidian: 'obsidian',
  markdown: 'report.md',
  ftm: 'entities.ftm.json',
  quickstatements: 'lines.qs.tsv',
  sssom: 'links.sssom.tsv',
  'nt-star': 'claims.nt',
}

/** What runs, breaks out or takes effect somewhere if it is not escaped. */
export const HOSTILE =
  '=HYPERLINK("http://evil.example";"x") <script>alert(1)</script> [[x]] ![[y]] foo:: bar | "; DROP \\" } ) DETACH DELETE n // #tag %%c%% `c` $x$ \u0007 {{t}} <% tp %> 🐟'

/** The newspaper's article in words of somebody who means harm. */
export const hostileArticle: ArticleGraph = {
  ...courierArticle,
  article: {
    ...courierArticle.article,
    id: 'ffff000011112222',
    headline: { name: HOSTILE },
    publisher: { name: HOSTILE },
    authors: [{ name: HOSTILE }],
    url: 'https://evil.example/"\t|',
  },
  entities: courierArticle.entities.map((entity) => ({ ...entity, name: `${HOSTILE} ${entity.id}`, names: [HOSTILE] })),
  roles: courierArticle.roles.map((role) => ({ ...role, title: HOSTILE })),
  events: courierArticle.events.map((event) => ({ ...event, label: HOSTILE })),
}

/** Where things are in an invented Wikidata. */
const known: Readonly<Record<string, string>> = {
  'place/norland': 'Q9001',
  'person/mara-lindqvist': 'Q9002',
  'place/halden': 'Q9003',
  'outlet/halden-courier': 'Q9004',
}

export const linkedArticle: ArticleGraph = {
  ...courierArticle,
  links: Object.fromEntries(
    courierArticle.entities.flatMap(({ id, evidence }) =>
      known[id] === undefined
        ? []
        : [
            [
              id,
              [
                {
                  predicate: 'sameAs' as const,
                  target: `http://www.wikidata.org/entity/${known[id]}`,
                  confidence: 0.98,
                  rule: 'name-and-facts',
                  facts: ['country: NL'],
                  namesakes: 2,
                  knowledgeBase: 'invented 1 (sha256 0000)',
                  evidence,
                },
              ],
            ],
          ],
    ),
  ),
}

export function graphFile(folder: string, graphs: readonly ArticleGraph[] = [linkedArticle, radioArticle], name = 'graph.ttl'): string {
  const path = join(folder, name)
  writeFileSync(path, harbourText('turtle', graphs))
  return path
}

/** Writes every form. @returns where each is */
export async function exportAll(folder: string, graphs?: readonly ArticleGraph[]): Promise<Readonly<Record<ClaimForm, string>>> {
  mkdirSync(folder, { recursive: true })
  const graph = graphFile(folder, graphs)
  const written = CLAIM_FORMS.map((form) => [form, join(folder, places[form])] as const)
  for (const [form, path] of written) await convertTo([graph], form, path)
  return Object.fromEntries(written) as Record<ClaimForm, string>
}
