/**
 * The states of the branch for claims in, the scores of its heads out: happenings and titles, their parts and owners. After
 * training/claims_model.py (Branch) and claims_export.py.
 */
import type { Scores, WindowScores } from '../engine.js'
import { divided, highestOf, tags, type Words } from './heads.js'
import type { Machine } from './machine.js'
import { pairScores } from './pair-scores.js'

const BRANCH = 'claims/branch.'

export function claims(machine: Machine, words: Words): WindowScores {
  const tagged = tags(machine, `${BRANCH}tags.`, words)
  const partRows = rowsOf(tagged['happening'])
  const ownRows = rowsOf(tagged['title'])
  return {
    ...tagged,
    parts: pairs(machine, words, { family: 'part', name: 'parts', rows: partRows }),
    own: pairs(machine, words, { family: 'own', name: 'own', rows: ownRows }),
    partRows: { data: Float32Array.from(partRows), dims: [partRows.length] },
    ownRows: { data: Float32Array.from(ownRows), dims: [ownRows.length] },
    ...comparable(machine, words, 'same'),
    ...comparable(machine, words, 'refer'),
  }
}

/** Words that are tagged, and the first. */
function rowsOf(scores: Scores | undefined): readonly number[] {
  if (scores === undefined) return [0]
  return [...highestOf(scores).entries()].filter(([word, tag]) => word === 0 || tag > 0).map(([word]) => word)
}

interface Family { readonly family: string; readonly name: string; readonly rows: readonly number[] }

function pairs(machine: Machine, { rows: all, quantised, count, width }: Words, { family, name, rows }: Family): Scores {
  const from = `${BRANCH}pairs.${family}.`
  return machine.briefly(() => {
    const asking = machine.rows(rows.length, width)
    machine.gather(all, rows, width, asking)
    return pairScores(machine, {
      row: machine.activated(`${from}row`, machine.quantised({ rows: asking, count: rows.length, length: width }), rows.length), rows,
      column: machine.activated(`${from}column`, quantised, count),
      keys: `${from}bilinear.${name}`, plain: `${from}plain.${name}`, distance: `${from}distance.${name}.weight`,
    })
  })
}

/** "sameA" and "sameB": vectors that are compared with each other. */
function comparable(machine: Machine, { quantised, count }: Words, name: string): WindowScores {
  const side = (letter: string): Scores => machine.briefly(() => {
    const weights = `${BRANCH}${name}_${letter}`
    return machine.scores(weights, machine.product(weights, quantised, count), count)
  })
  return { [`${name}A`]: divided(side('a')), [`${name}B`]: side('b') }
}
