/** Everything at once, where that can still be read; one opened story in the same way, with its most tied points if it is large. */

import { say } from '../words.js'
import type { Item } from '../items.js'
import type { Source } from './parts.js'
import { linesAmong, mainOf, pointOf, settled } from './parts.js'
import type { Scene } from './scene.js'

/** Points of a story that are drawn at most. */
const most = 90

export function allScene(items: readonly Item[], source: Source): Scene {
  return sceneOf('all', items, '', source)
}

export function storyScene(story: number, items: readonly Item[], source: Source): Scene {
  const inside = items.filter(item => item.story === story)
  const drawn = [...inside].sort((a, b) => b.weight - a.weight || a.at - b.at).slice(0, roomFor(source))
  return sceneOf(`story ${story}`, drawn, inside.length > drawn.length ? say.foldedPoints(inside.length - drawn.length) : '', source)
}

/** A label with its point takes about 110 by 70 pixels. */
function roomFor({ room }: Source): number {
  return Math.min(most, Math.max(16, Math.floor((room.width * room.height) / 7800)))
}

function sceneOf(name: string, items: readonly Item[], note: string, source: Source): Scene {
  const main = mainOf(items)
  const scale = Math.min(1, Math.max(0.62, Math.sqrt((source.room.width * source.room.height) / Math.max(1, items.length) / 9000)))
  const points = items.map(item => pointOf(item, source, main.has(item.at), scale))
  return settled(name, points, linesAmong(new Set(items.map(item => item.at)), source), source.room, note)
}
