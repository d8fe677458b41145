/** State in, the scene to draw out: a path, a neighbourhood, a story, the map of stories, or everything. */

import type { Item } from '../items.js'
import type { NewsGraph } from '../graph.js'
import type { State } from '../choices.js'
import type { Visible } from '../visible.js'
import { readable } from '../actions.js'
import { allScene, storyScene } from './all.js'
import { egoScene } from './ego.js'
import { fullScene } from './full.js'
import { mapScene } from './map.js'
import type { Source } from './parts.js'
import { pathScene, pathsBetween } from './paths.js'
import { quotesScene } from './quotes.js'
import type { Room, Scene } from './scene.js'
import { emptyScene } from './scene.js'

export type Choice = Pick<State, 'view' | 'story' | 'centre' | 'depth' | 'by' | 'pin' | 'item'>

export function sceneOf(graph: NewsGraph, visible: Visible, { view, story, centre, depth, by, pin, item }: Choice, room: Room): Scene {
  const source: Source = { graph, visible, room }
  const items = [...visible.nodes].map(at => graph.items[at] as Item)
  if (room.width < 50 || room.height < 50) return emptyScene
  const [start, end, middle] = [pin, item, centre].map(at => (at === null ? undefined : graph.item(at)))
  if (view === 'quotes') return quotesScene(source)
  if (view === 'full') return fullScene(near(items, source, middle ?? end, story), source)
  if (start !== undefined && end !== undefined && start !== end && graph.isNode(end.at)) {
    const paths = pathsBetween(start.at, end.at, visible)
    if (paths.length > 0) return pathScene(start, end, paths, source)
  }
  if (middle !== undefined) return egoScene(middle, { depth, by }, source)
  if (items.length <= readable) return allScene(items, source)
  return story !== null ? storyScene(story, items, source) : mapScene(items, source)
}

/** Whose statements are wanted: those of the chosen one, of the opened story, or of all. */
function near(items: readonly Item[], { graph }: Source, chosen: Item | undefined, story: number | null): readonly Item[] {
  if (chosen !== undefined && graph.isNode(chosen.at)) return [chosen]
  return story === null ? items : items.filter(item => item.story === story)
}
