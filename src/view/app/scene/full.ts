/** The full level: each statement a square of its own, tied to who says it and to whom it is about or said to. */

import type { Item } from '../items.js'
import { say } from '../words.js'
import type { Source } from './parts.js'
import { keyOf, pointOf, settled } from './parts.js'
import type { Scene, SceneLine } from './scene.js'

export function fullScene(items: readonly Item[], source: Source): Scene {
  const { graph, visible, room } = source
  const speakers = new Set(items.map(item => item.at))
  const statements = graph.items.filter(
    item => item.kind === 'statement' && visible.claims.has(item.at) && [...item.sources, ...item.targets].some(at => speakers.has(at)),
  )
  const weight = (item: Item): number => item.sources.reduce((sum, at) => sum + (graph.item(at)?.weight ?? 0), 0)
  const drawn = [...statements]
    .sort((a, b) => weight(b) - weight(a) || a.at - b.at)
    .slice(0, Math.max(10, Math.min(70, Math.floor((room.width * room.height) / 20_000))))
  const ends = new Set(drawn.flatMap(item => [...item.sources, ...item.targets]))
  const points = [
    ...[...ends]
      .map(at =>
        pointOf(
          graph.items[at] as Item,
          source,
          drawn.some(item => item.sources.includes(at)),
          0.8,
        ),
      )
      .map(point => ({ ...point, badge: 0 })),
    ...drawn.map(item => ({ ...pointOf(item, source, false, 0.6), size: 7, label: shortened(item) })),
  ]
  const lines = drawn.flatMap(item => [
    ...item.sources.map(at => lineBetween(at, item.at, item, item.word)),
    ...item.targets.map(at => lineBetween(item.at, at, item, say.about)),
  ])
  return settled('full', points, lines, room, statements.length > drawn.length ? say.foldedPoints(statements.length - drawn.length) : '')
}

/** "Lavrov: We always conduct…" → "We always conduct…"; the speaker stands beside it. */
function shortened({ label }: Item): string {
  return label.replace(/^[^:]{1,60}: /, '')
}

function lineBetween(source: number, target: number, statement: Item, label: string): SceneLine {
  return {
    key: `q${statement.at} ${source} ${target}`,
    source: keyOf(source),
    target: keyOf(target),
    kind: 'statement',
    label,
    edge: -1,
    claims: 1,
    isAsserted: true,
    isListed: false,
    hasArrow: true,
    bend: 0,
  }
}
