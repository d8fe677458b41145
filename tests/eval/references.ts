/**
 * Whom nouns and pronouns mean: "the minister" → Sergey Lavrov, "a police spokesman" → nobody named. On articles that we annotated
 * ourselves and that nothing was learnt from: every second of them; the others (`--split kept`) are those that figures are chosen on.
 * In: those articles; out: F1 of being tied to the right name, and what of nobody's is tied to none.
 */
import { resolve } from '../../src/resolve/resolve.js'
import { type AskedWord, asideArticles } from './claimed.js'
import { readingOf, unitsOf } from './corpora.js'
import { inContext, type Row, type Task } from './measure.js'

const isPronoun = (word: string): boolean => /^(he|him|his|himself|she|hers?|herself|they|them|theirs?|its?|itself)$/i.test(word)

/** Counted apart for descriptions and pronouns. */
class Counts {
  right = 0
  tied = 0
  named = 0
  nobody = 0
  leftAlone = 0
  row(name: string): Row {
    return { name, score: 200 * this.right / (this.tied + this.named), note: `P ${percent(this.right, this.tied)} R ${percent(this.right, this.named)}, nobody ${percent(this.leftAlone, this.nobody)}` }
  }
}

const percent = (part: number, whole: number): string => (100 * part / Math.max(1, whole)).toFixed(1)

export const references: Task = {
  name: 'references',
  async run({ part, analyse, report }) {
    const [descriptions, pronouns] = [new Counts(), new Counts()]
    const half = asideArticles(part).filter(({ refs }, i) => refs && i % 2 === (part.split === 'kept' ? 0 : 1))
    for (const { slug, text, refs = [] } of half) {
      const unit = unitsOf(text)
      const reading = readingOf(slug, text)
      const { tokens, references: found, entities } = resolve({ ...reading, ...await analyse(reading) })
      const byEntity = new Map(entities.map((entity) => [entity.id, entity]))
      const places = refs.map(({ span: [start, end] }: AskedWord) => ({ start: unit(start), end: unit(end) }))
      const tokenAt = new Map(tokens.map(({ end }, i) => [end, i]))
      refs.forEach(({ name }: AskedWord, i: number) => {
        const { start, end } = places[i]!
        const token = tokenAt.get(end)
        if (token === undefined) return
        const counts = isPronoun(text.slice(start, end)) ? pronouns : descriptions
        const tied = found.filter((each) => each.form !== 'name' && each.form !== 'adjective' && each.head === token).map((each) => byEntity.get(each.entity)).find((entity) => entity && !entity.isUnnamed)
        const wanted = name ? text.slice(unit(name[0]), unit(name[1])) : undefined
        const isRight = tied !== undefined && wanted !== undefined && tied.names.some((other) => isSame(other, wanted))
        counts.tied += Number(tied !== undefined)
        counts.named += Number(wanted !== undefined)
        counts.right += Number(isRight)
        counts.nobody += Number(wanted === undefined)
        counts.leftAlone += Number(wanted === undefined && tied === undefined)
        if (!isRight && (tied ?? wanted)) report({ task: 'references', kind: tied ? wanted ? 'another' : 'nobody' : 'missed', text: `${inContext(text, start, end)} ${tied?.name ?? '–'}, not ${wanted ?? '–'}` })
      })
    }
    return [descriptions.row('whom descriptions mean'), pronouns.row('whom pronouns mean')]
  },
}

/** A name or a part of it: "Castillo" is Pedro Castillo. */
function isSame(name: string, wanted: string): boolean {
  const [a, b] = [name, wanted].map((each) => ` ${each.toLowerCase().replace(/^the /, '').replace(/['’]s$/, '')} `) as [string, string]
  return a.includes(b) || b.includes(a)
}
