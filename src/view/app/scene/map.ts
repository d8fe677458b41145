/**
 * The map of stories: for a graph that cannot be read all at once, its largest stories, each with its title, its days, its best-tied
 * names, and how many more there are; between two stories one line with the number of claims. At most 150 points, 60 of them named.
 */

import type { Item, Story } from '../items.js'
import { say } from '../words.js'
import { readableSpan } from '../dates.js'
import type { Source } from './parts.js'
import { linesAmong, pointOf, tieOf } from './parts.js'
import type { Box } from './place.js'
import { boxOf, extentOf, putInRows, settle } from './place.js'
import type { Room, Scene, SceneHull, SceneLine, ScenePoint } from './scene.js'
import { bendApart } from './scene.js'

const limits = { stories: 20, points: 150, labels: 60, lines: 200 }
const padding = { side: 14, top: 44, bottom: 12 }
const gap = 10

/** A story before it is placed: its points around its own middle. */
interface Island {
  readonly story: Story
  readonly points: readonly ScenePoint[]
  readonly lines: readonly SceneLine[]
  readonly hidden: number
  readonly width: number
  readonly height: number
}

export function mapScene(items: readonly Item[], source: Source): Scene {
  const { islands, boxes, bundles } = placed(islandsOf(items, source), source)
  const hulls = islands.map((island, index) => hullOf(island, boxes[index] as Box))
  const lines = [...islands.flatMap(island => island.lines), ...bundles].slice(0, limits.lines)
  bendApart(lines)
  const stories = new Set(items.map(item => item.story).filter(story => story >= 0))
  const rest = stories.size - islands.length
  return { name: 'map', points: islands.flatMap(island => island.points), lines, hulls, note: rest > 0 ? say.moreStories(rest) : '' }
}

/** Islands with their places; the smallest is left out until the others have room. */
function placed(
  islands: readonly Island[],
  source: Source,
): { islands: readonly Island[]; boxes: readonly Box[]; bundles: readonly SceneLine[] } {
  const { room } = source
  for (let many = islands.length; ; many--) {
    const some = islands.slice(0, many)
    const boxes = some.map(({ story, width, height }): Box => ({
      key: `h${story.at}`,
      x: 0,
      y: 0,
      width: width + gap,
      height: height + gap,
    }))
    const bundles = bundlesOf(new Set(some.map(({ story }) => story.at)), source)
    settle(boxes, bundles.map(tieOf), room)
    if (putInRows(boxes, room) || many <= 1) return { islands: some, boxes, bundles }
  }
}

/** As many stories as the stage has room for, the largest first. */
function islandsOf(items: readonly Item[], source: Source): Island[] {
  const { room, graph } = source
  const byStory = new Map<number, Item[]>()
  for (const item of items) if (item.story >= 0) byStory.set(item.story, [...(byStory.get(item.story) ?? []), item])
  const stories = [...byStory].sort(([a, x], [b, y]) => y.length - x.length || a - b)
  const islands: Island[] = []
  let area = 0
  let points = 0
  for (const [at, members] of stories.slice(0, limits.stories)) {
    const story = graph.stories[at]
    if (story === undefined) continue
    const island = islandOf(story, members, quota(room, islands.length), source)
    area += (island.width + gap) * (island.height + gap)
    points += island.points.length
    if (islands.length > 0 && (area > room.width * room.height * 0.9 || points > Math.min(limits.points, limits.labels))) break
    islands.push(island)
  }
  return islands
}

/** Names to a story: more where there is room, and for the largest. */
function quota({ width, height }: Room, rank: number): number {
  // On a telephone two small stories tell more than one that fills it.
  if (width * height < 200_000) return 3
  const perStory = Math.min(4, Math.max(3, Math.round((width * height) / 190_000)))
  return rank < 2 ? perStory + 1 : perStory
}

function islandOf(story: Story, members: readonly Item[], many: number, source: Source): Island {
  const named = (item: Item): number => (item.kind === 'group' || item.kind === 'event' || item.detail === 'unnamed person' ? 1 : 0)
  const best = [...members].sort((a, b) => named(a) - named(b) || b.weight - a.weight || a.at - b.at).slice(0, many)
  const points = best.map(item => pointOf(item, source, true, 0.72))
  const lines = linesAmong(new Set(best.map(item => item.at)), source)
  const boxes = points.map(boxOf)
  settle(boxes, lines.map(tieOf), { width: 300, height: 150 })
  const { left, top, width, height } = extentOf(boxes)
  const dates = readableSpan(story.from, story.until)
  const titleWidth = Math.min(260, Math.max(7.4 * story.title.length, 6 * (dates.length + 9)) + 24)
  for (const [index, point] of points.entries()) {
    const box = boxes[index] as Box
    Object.assign(point, { x: box.x - left - width / 2, y: box.y - top - box.height / 2 + point.size + 5 })
  }
  return {
    story,
    points,
    lines,
    hidden: members.length - points.length,
    width: Math.max(width, titleWidth) + 2 * padding.side,
    height: height + padding.top + padding.bottom,
  }
}

/** Moves the island's points to where the island lies. */
function hullOf({ story, points, hidden, width, height }: Island, { x, y }: { x: number; y: number }): SceneHull {
  for (const point of points) Object.assign(point, { x: point.x + x, y: point.y + y - height / 2 + padding.top })
  return { story: story.at, title: story.title, dates: readableSpan(story.from, story.until), more: hidden, x, y, width, height }
}

/** More lines than these cross one another and tell nothing. */
const bundlesPerStory = 2

/** One line between two stories, for all that ties them; each story keeps its strongest. */
function bundlesOf(stories: ReadonlySet<number>, { graph, visible }: Source): SceneLine[] {
  const tally = new Map<string, number>()
  for (const { source, target, kind, claims } of visible.edges) {
    const [a = -1, b = -1] = [graph.item(source)?.story, graph.item(target)?.story]
    if (kind === 'mention' || a === b || !stories.has(a) || !stories.has(b)) continue
    const key = a < b ? `h${a} h${b}` : `h${b} h${a}`
    tally.set(key, (tally.get(key) ?? 0) + Math.max(1, claims.length))
  }
  const strongest = [...tally].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  const drawn = new Map<string, number>()
  const few = strongest.filter(([key]) =>
    key.split(' ').some(end => {
      drawn.set(end, (drawn.get(end) ?? 0) + 1)
      return (drawn.get(end) ?? 0) <= bundlesPerStory
    }),
  )
  return few.map(([key, claims]) => {
    const [source = '', target = ''] = key.split(' ')
    return {
      key: `b${key}`,
      source,
      target,
      kind: 'relation',
      label: say.count(claims, 'claim'),
      edge: -1,
      claims,
      isAsserted: true,
      isListed: false,
      hasArrow: false,
      bend: 0,
    }
  })
}
