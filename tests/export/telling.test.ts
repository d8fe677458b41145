import { describe, expect, it } from 'vitest'
import { gistOf, isFact, type Claim, type Told } from '../../src/export/model.js'
import { tellingOf } from '../../src/export/telling.js'
import type { ArticleGraph } from '../../src/model.js'
import { graphFiles } from '../../src/store/load.js'
import { temporaryFolder } from '../cli/run.js'
import { courierArticle, radioArticle } from '../fixtures/harbour.js'
import { graphFile, linkedArticle } from './exported.js'

const folder = temporaryFolder()

async function told(graphs: readonly ArticleGraph[], ...more: string[]): Promise<Told[]> {
  const telling = await tellingOf(await graphFiles([graphFile(folder, graphs), ...more]))
  const all: Told[] = []
  for await (const one of telling.articles()) all.push(one)
  return all
}

const inWords = (claim: Claim): string => {
  const { subjects, predicate, objects, words } = gistOf(claim)
  return [subjects.map(({ label }) => label).join(' & '), predicate, words ?? objects.map(({ label }) => label).join(' & ')].join(' | ')
}

describe('A graph as exports read it', () => {
  it('has the claims of each article as who, does what, to whom, with their words and places', async () => {
    const [courier, radio] = await told([courierArticle, radioArticle])
    const claims = courier?.claims ?? []
    expect(claims.map(inWords)).toContain('Mara Lindqvist | Prime Minister | Norland')
    expect(claims.map(inWords)).toContain('Viktor Dahl | promise | “not one 🐟 less” would be landed')
    expect(claims.map(inWords)).toContain('Mara Lindqvist | meeting | Viktor Dahl')
    expect(claims.map(inWords)).toContain('Halden Courier | based in | Halden')
    expect(
      claims
        .flatMap(({ places }) => places)
        .filter(({ start, end, exact }) => [...(courier?.article.text ?? '')].slice(start, end).join('') !== exact),
    ).toEqual([])
    expect(claims.every(({ places }) => places.length > 0)).toBe(true)
    expect(radio?.article).toMatchObject({
      headline: 'Minister denies harbour payment',
      date: '2021-05-05T07:30:00',
      publisher: { label: 'Radio Sund' },
    })
  })

  it('says of every claim how far the article vouches for it, and according to whom', async () => {
    const claims = (await told([courierArticle, radioArticle])).flatMap((one) => one.claims)
    const statusOf = (words: string) =>
      claims
        .filter((claim) => inWords(claim) === words)
        .map(({ status, accordingTo }) => [status, accordingTo?.speakers.map(({ label }) => label)])
    expect(statusOf('port authority | transaction | Dahl’s brother-in-law')).toEqual([['reported', ['harbour official']]])
    expect(statusOf('Viktor Dahl | admiral | ')).toEqual([['former', undefined]])
    expect(statusOf('Viktor Dahl | meeting | ')).toEqual([['planned', ['Halden Courier']]])
    expect(statusOf('Tomas Reyk | deny | the payment')).toEqual([['said', undefined]])
  })

  it('holds for a fact only what the article itself says and the graph states', async () => {
    const claims = (await told([courierArticle, radioArticle])).flatMap((one) => one.claims)
    const facts = claims.filter((claim) => claim.kind === 'relation' && isFact(claim)).map(inWords)
    expect(facts).toEqual(['Mara Lindqvist | head of | Norland', 'Viktor Dahl | head of | Ostania', 'Halden Courier | based in | Halden'])
    expect(claims.filter(({ kind }) => kind === 'statement').some(isFact)).toBe(false)
    expect(claims.filter((claim) => claim.accordingTo && isFact(claim))).toEqual([])
  })

  it('takes a role that stands only in what somebody said for hearsay', async () => {
    const at = courierArticle.article.text.indexOf('“not one')
    const said = {
      ...courierArticle.roles[3],
      id: 'fishmonger',
      title: 'fishmonger',
      evidence: [{ start: at + 1, end: at + 8 }],
    } as ArticleGraph['roles'][number]
    const [one] = await told([{ ...courierArticle, roles: [...courierArticle.roles, said] }])
    const role = one?.claims.find((claim) => claim.kind === 'role' && claim.title === 'fishmonger')
    expect(role).toMatchObject({ status: 'reported', accordingTo: { speakers: [{ label: 'Viktor Dahl' }] } })
    expect(one?.claims.find((claim) => claim.kind === 'role' && claim.title === 'President')).toMatchObject({ status: 'asserted' })
  })

  it('tells an article once that stands in two files, and knows what things are elsewhere', async () => {
    const twice = await told([linkedArticle, radioArticle], graphFile(folder, [radioArticle], 'more.ttl'))
    expect(twice.map(({ article }) => article.date)).toEqual(['2021-05-03', '2021-05-05T07:30:00'])
    const linked = twice.flatMap(({ mentions }) => mentions).find(({ thing }) => thing.label === 'Norland')
    expect(linked?.thing).toMatchObject({ kind: 'place', classes: ['country'], sameAs: ['http://www.wikidata.org/entity/Q9001'] })
  })
})
