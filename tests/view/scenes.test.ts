/** What is drawn, without a browser: every scene of small and large graphs, on a telephone and on a wide screen. */

import { beforeAll, describe, expect, it } from 'vitest'
import type { Choice } from '../../src/view/app/scene/choose.js'
import { sceneOf } from '../../src/view/app/scene/choose.js'
import type { Scene } from '../../src/view/app/scene/scene.js'
import { NewsGraph } from '../../src/view/app/graph.js'
import { placeLabels } from '../../src/view/app/labels.js'
import type { Picture } from '../../src/view/app/picture.js'
import { graph as shown, visible } from '../../src/view/app/visible.js'
import { toViewGraph } from '../../src/view/graph.js'
import type { ViewGraph } from '../../src/view/model.js'
import { pack } from '../../src/view/pack.js'
import { harbour } from './harbour.js'
import { manyStories } from './many.js'
import { quadsOf, turtleOf } from './turtle.js'

async function open(view: ViewGraph): Promise<NewsGraph> {
  const { head, parts, blocks } = pack(view)
  return NewsGraph.open(head, async (what, number) => JSON.parse((what === 'part' ? parts : blocks)[number]!) as unknown)
}

const rooms = { telephone: { width: 360, height: 400 }, desk: { width: 880, height: 560 }, wide: { width: 1500, height: 1100 } }
const beginning: Choice = { view: 'map', story: null, centre: null, depth: 1, by: [], pin: null, item: null }

function sceneFor(graph: NewsGraph, choice: Partial<Choice> = {}, room = rooms.desk): Scene {
  shown.value = graph
  return sceneOf(graph, visible.value, { ...beginning, ...choice }, room)
}

/** Names that stand in the picture, with letters of usual width. */
function namesIn({ points }: Scene, room = rooms.desk): string[] {
  const picture = {
    ...room,
    points: points.map(point => ({ point, at: { x: point.x, y: point.y }, radius: point.size, isFaded: false, isStrong: false })),
  } as unknown as Picture
  return placeLabels(picture, text => text.length * 6.6).map(({ drawn }) => drawn.point.label)
}

describe('a scene', () => {
  let small: NewsGraph
  let large: NewsGraph
  beforeAll(async () => {
    small = await open(toViewGraph(quadsOf(turtleOf(harbour))))
    large = await open(manyStories(1200))
  })

  it.each(Object.entries(rooms))(
    'of a small graph has all that is linked, inside a %s, and always names the ten with most claims',
    (_name, room) => {
      const scene = sceneFor(small, {}, room)
      const { points } = scene
      expect(points.map(({ label }) => label)).toContain('Helena Brandt')
      expect(points).toHaveLength(19)
      for (const { x, y } of points) expect(x > 0 && x < room.width && y > 0 && y < room.height).toBe(true)
      const main = points.filter(({ isMain }) => isMain)
      expect(main).toHaveLength(10)
      expect(namesIn(scene, room)).toEqual(expect.arrayContaining(main.map(({ label }) => label)))
    },
  )

  it('shows every statement: as a line, or in the number at its speaker', () => {
    const { points, lines } = sceneFor(small)
    const statements = small.items.filter(({ kind }) => kind === 'statement')
    const drawn = new Set(lines.flatMap(({ edge }) => small.edges[edge]?.claims ?? []))
    const numbered = points.reduce((sum, { badge }) => sum + badge, 0)
    expect(statements.filter(({ at }) => !drawn.has(at)).length).toBe(numbered)
    expect(numbered).toBeGreaterThan(0)
  })

  it('of a large graph is a map of at most twenty stories, with at most 150 points, whose titles say who it is about', () => {
    for (const room of Object.values(rooms)) {
      const { hulls, points, lines, note, name } = sceneFor(large, {}, room)
      expect(name).toBe('map')
      expect(hulls.length).toBeGreaterThan(1)
      expect(hulls.length).toBeLessThanOrEqual(20)
      expect(points.length).toBeLessThanOrEqual(60)
      expect(lines.length).toBeLessThanOrEqual(200)
      expect(note).toMatch(/smaller stor/)
      for (const { title, more } of hulls) expect([title, more]).toEqual([expect.stringMatching(/^\p{Lu}/u), expect.any(Number)])
      for (const [at, a] of hulls.entries()) {
        expect(
          a.x - a.width / 2 >= 0 && a.x + a.width / 2 <= room.width && a.y - a.height / 2 >= 0 && a.y + a.height / 2 <= room.height,
        ).toBe(true)
        for (const b of hulls.slice(at + 1))
          expect(Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2).toBe(true)
      }
    }
  })

  it('names at least three in five of the points of a map', () => {
    for (const room of Object.values(rooms)) {
      const scene = sceneFor(large, {}, room)
      expect(namesIn(scene, room).length / scene.points.length).toBeGreaterThanOrEqual(0.6)
    }
  })

  it('of an opened story has its points', () => {
    const scene = sceneFor(large, { story: 0 })
    expect(scene.points.every(({ story }) => story === 0)).toBe(true)
    expect(scene.points.length).toBeGreaterThan(10)
  })

  it('of a neighbourhood has the one in the middle and all that it is tied to around it, all named', () => {
    const centre = large.nodes.find(({ weight }) => weight > 3)!
    const scene = sceneFor(large, { centre: centre.at })
    const neighbours = new Set(large.edgesOf(centre.at).flatMap(({ source, target }) => [source, target]))
    expect(new Set(scene.points.map(({ item }) => item))).toEqual(neighbours)
    expect(namesIn(scene)).toHaveLength(scene.points.length)
    const wider = sceneFor(large, { centre: centre.at, depth: 2 })
    expect(wider.points.length).toBeGreaterThan(scene.points.length)
  })

  it('of a neighbourhood grows by the relations that are wanted only', () => {
    const lindmark = small.items.find(({ label }) => label === 'Oskar Lindmark')!
    const { lines, points } = sceneFor(small, { centre: lindmark.at, by: ['role'] })
    expect(lines.map(({ kind }) => kind)).toEqual(['role', 'role'])
    expect(points.map(({ label }) => label).toSorted()).toEqual(['Oskar Lindmark', 'Sandvik', 'dockworkers’ union'])
  })

  it('of a path leads from one to the other', () => {
    const [from, to] = ['an adviser to the prime minister', 'Maritime Authority'].map(name =>
      small.items.find(({ label }) => label === name)!,
    )
    const { points, name } = sceneFor(small, { pin: from!.at, item: to!.at })
    expect(name).toMatch(/^path/)
    const [start, end] = [from, to].map(item => points.find(point => point.item === item!.at)!)
    expect(start!.x).toBeLessThan(end!.x)
  })

  it('of the full level has a square for each statement, between who says it and whom it is about', () => {
    const { points, lines } = sceneFor(small, { view: 'full' })
    expect(points.filter(({ kind }) => kind === 'statement')).toHaveLength(10)
    const accusation = small.items.find(({ label }) => label.startsWith('Lindmark: hiding'))!
    expect(lines.filter(({ source, target }) => [source, target].includes(`n${accusation.at}`))).toHaveLength(3)
  })

  it('of who quotes whom has outlets to the left of those they quote', () => {
    const { points, lines } = sceneFor(small, { view: 'quotes' })
    const at = (name: string) => points.find(({ label }) => label === name)!
    expect(at('Nordpress').x).toBeLessThan(at('Oskar Lindmark').x)
    expect(lines.find(({ source, target }) => source === at('Nordpress').key && target === at('Oskar Lindmark').key)?.claims).toBe(3)
  })

  it('is the same each time', () => {
    for (const view of ['map', 'full', 'quotes'] as const) expect(sceneFor(large, { view })).toEqual(sceneFor(large, { view }))
  })
})
