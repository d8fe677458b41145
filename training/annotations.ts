/**
 * Articles that we annotated ourselves, beside those of `claims` and in the same form: `annotations.jsonl.gz`, a line an article.
 * Places only, [start, end) in code points; the texts are those of the corpora named, which do not lie in this repository.
 *   in:  {"corpus": "ner", "id": "af_ips_3", "roles": [{"t": [[0, 5]], "h": [6, 14], "holder": "Ana Sol"}], …}
 *   out: the records of `claims`, with their texts
 * A name stands there only where it is another than the words at its place. `isAside`: never trained on, for counting confidences.
 * `until`: only so much of the text was read. `refs`: words that may mean somebody, with a place where that one is named; without, nobody is.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

type Place = readonly [start: number, end: number]
type Names = readonly (string | Place)[]

interface StandOff {
  readonly slug: string
  readonly corpus: 'polnear' | 'dwie' | 'ner' | 'tne'
  readonly id: string
  readonly date: string | null
  readonly dateSource: string
  readonly isAside?: boolean
  readonly until?: number
  readonly refs?: readonly (readonly [start: number, end: number, nameStart?: number, nameEnd?: number])[]
  readonly roles: readonly { readonly t: readonly Place[]; readonly h?: Place; readonly o?: Place; readonly flags?: readonly string[]; readonly holder?: string; readonly of?: string }[]
  readonly events: readonly {
    readonly type: string; readonly status: string; readonly v: readonly Place[]; readonly parts: readonly (readonly [role: string, ...place: Place])[]
    readonly a?: Names; readonly p?: Names; readonly q?: Names; readonly l?: Names; readonly date?: string
  }[]
  readonly outlets: readonly { readonly at: Place; readonly facts?: readonly string[] }[]
  readonly works: readonly { readonly at: Place; readonly facts?: readonly string[] }[]
}

/** @param data folder of the corpora */
export function annotated(data: string, isWanted: (record: StandOff) => boolean = () => true) {
  const wanted = linesOf<StandOff>(join(import.meta.dirname, 'annotations.jsonl.gz')).filter(isWanted)
  const texts = new Map(['polnear', 'ner', 'dwie', 'tne'].flatMap((corpus) => linesOf<{ id: string; text?: string; content?: string }>(join(data, corpus, 'train.jsonl.gz'))
    .map(({ id, text, content }) => [`${corpus} ${id}`, (text ?? content ?? '').replace(/^\uFEFF/u, '')] as const)))
  return wanted.flatMap((record) => {
    const text = texts.get(`${record.corpus} ${record.id}`)
    return text === undefined ? [] : [claimsOf(record, [...text].slice(0, record.until))]
  })
}

function claimsOf({ slug, corpus, id, date, dateSource, roles, events, outlets, works, refs }: StandOff, points: readonly string[]) {
  const words = ([start, end]: Place): string => points.slice(start, end).join('')
  const names = (all: Names = []): string[] => all.map((name) => (typeof name === 'string' ? name : words(name)))
  const things = (all: StandOff['works']) => all.map(({ at, facts = [] }) => ({ name: words(at), span: at, facts }))
  return {
    slug, corpus, id, date, dateSource, split: 'train', text: points.join(''),
    ...(refs && { refs: refs.map(([start, end, ...name]) => ({ span: [start, end] as const, name: name.length === 2 ? [name[0]!, name[1]!] as const : null })) }),
    roles: roles.map(({ t, h, o, flags = [], holder = h && words(h), of = o && words(o) }) => ({
      title: t.map(words).join(' '), titleSpans: t, flags, holder: holder ?? '', ...(h && { holderSpan: h }), ...(of !== undefined && { of }), ...(o && { ofSpan: o }),
    })),
    events: events.map(({ type, status, v, parts, a, p, q, l, date: day }) => ({
      type, status, triggers: v, trigger: words(v[0]!), arguments: parts.map(([role, start, end]) => ({ role, span: [start, end] as const })),
      agents: names(a), patients: names(p), participants: names(q), places: names(l), ...(day !== undefined && { date: day }),
    })),
    outlets: things(outlets), works: things(works),
  }
}

function linesOf<Row>(file: string): Row[] {
  return gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Row)
}
