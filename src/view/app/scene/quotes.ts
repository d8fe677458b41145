/**
 * Who quotes whom: outlets on the left, the people and bodies whose words they carry on the right, the more words the thicker the line.
 * Where somebody quotes somebody ("Le Monde said that an adviser had said …"), a line leads on.
 */

import type { Item } from '../items.js'
import { say } from '../words.js'
import type { Source } from './parts.js'
import { keyOf, pointOf } from './parts.js'
import type { Room, Scene, SceneLine, ScenePoint } from './scene.js'
import { bendApart } from './scene.js'

interface Quotation {
  readonly from: number
  readonly to: number
  readonly statements: number
}

export function quotesScene(source: Source): Scene {
  const quotations = quotationsOf(source)
  const heads = ranked(quotations.map(({ from, statements }) => [from, statements]))
  const voices = ranked(quotations.map(({ to, statements }) => [to, statements])).filter(at => !heads.includes(at))
  const rows = Math.max(5, Math.floor(source.room.height / 34))
  const left = heads.slice(0, Math.min(rows, 12))
  const right = chosen(left, voices, quotations, rows)
  const points = [...column(left, 0.3, 'left', source), ...column(right, 0.68, 'right', source)]
  const drawn = new Set([...left, ...right])
  const lines = quotations.filter(({ from, to }) => drawn.has(from) && drawn.has(to)).map(lineOf)
  bendApart(lines)
  const hidden = heads.length + voices.length - drawn.size
  return { name: 'quotes', points, lines, hulls: [], note: hidden > 0 ? say.foldedPoints(hidden) : '' }
}

/** For each outlet its first voice, then the loudest; in an order that lets lines cross little. */
function chosen(heads: readonly number[], voices: readonly number[], quotations: readonly Quotation[], rows: number): number[] {
  const loudest = (head: number): number[] =>
    quotations
      .filter(({ from, to }) => from === head && voices.includes(to))
      .sort((a, b) => b.statements - a.statements || a.to - b.to)
      .slice(0, 1)
      .map(({ to }) => to)
  const picked = [...new Set([...heads.flatMap(loudest), ...voices])].slice(0, rows)
  const middle = (voice: number): number => {
    const own = quotations.filter(({ from, to }) => to === voice && heads.includes(from))
    return (
      own.reduce((sum, { from, statements }) => sum + heads.indexOf(from) * statements, 0) /
      (own.reduce((sum, { statements }) => sum + statements, 0) || 1)
    )
  }
  return picked
    .map(voice => ({ voice, at: middle(voice) }))
    .sort((a, b) => a.at - b.at || a.voice - b.voice)
    .map(({ voice }) => voice)
}

/** Publisher → speaker for every statement; medium → speaker where the words came through one; outer → inner speaker. */
function quotationsOf({ graph, visible }: Source): Quotation[] {
  const publishers = new Map<number, number>()
  for (const { source, target, kind } of graph.edges) {
    const [article] = graph.item(target)?.kind === 'article' ? (graph.item(target)?.articles ?? []) : []
    if (kind === 'publication' && article !== undefined) publishers.set(article, source)
  }
  const articleItems = new Map(graph.nodes.filter(item => item.kind === 'article').map(item => [item.articles[0] ?? -1, item.at]))
  const tally = new Map<string, number>()
  const add = (from: number | undefined, to: number): void => {
    if (from !== undefined && from !== to) tally.set(`${from} ${to}`, (tally.get(`${from} ${to}`) ?? 0) + 1)
  }
  for (const item of graph.items) {
    if (item.kind !== 'statement' || !visible.claims.has(item.at)) continue
    const media = item.targets.filter(at => graph.item(at)?.kind === 'outlet')
    for (const speaker of item.sources) {
      for (const article of item.articles.slice(0, 1)) add(publishers.get(article) ?? articleItems.get(article), speaker)
      for (const medium of media) add(medium, speaker)
    }
  }
  return [...tally].map(([key, statements]) => {
    const [from = -1, to = -1] = key.split(' ').map(Number)
    return { from, to, statements }
  })
}

/** Items by how much falls to them. */
function ranked(pairs: readonly (readonly [number, number])[]): number[] {
  const sums = new Map<number, number>()
  for (const [at, many] of pairs) sums.set(at, (sums.get(at) ?? 0) + many)
  return [...sums].sort(([a, x], [b, y]) => y - x || a - b).map(([at]) => at)
}

function column(items: readonly number[], at: number, side: 'left' | 'right', source: Source): ScenePoint[] {
  const { width, height }: Room = source.room
  return items.map((item, index) => ({
    ...pointOf(source.graph.items[item] as Item, source, true, 0.62),
    badge: 0,
    side,
    x: width * at,
    y: ((index + 0.5) / items.length) * (height - 16) + 8,
  }))
}

function lineOf({ from, to, statements }: Quotation): SceneLine {
  return {
    key: `v${from} ${to}`,
    source: keyOf(from),
    target: keyOf(to),
    kind: 'statement',
    label: String(statements),
    edge: -1,
    claims: statements,
    isAsserted: true,
    isListed: false,
    hasArrow: true,
    bend: 0,
  }
}
