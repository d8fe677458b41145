/**
 * The stage: the drawing, what leads back out of it, zoom and legend. One tab stop: arrow keys go from point to point, and what the keyboard
 * is at is told in the live region.
 */

import { computed, signal, useSignalEffect } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { isLarge, leave, openStory, select, selectEdge, show } from './actions.js'
import { nameOf } from './corrections.js'
import type { Drawing } from './drawing.js'
import { draw } from './drawing.js'
import { focusOf } from './focus.js'
import { Legend } from './legend.js'
import { Name } from './parts.js'
import type { Place } from './picture.js'
import { focusReader } from './reader/focus.js'
import { sceneOf } from './scene/choose.js'
import { emptyScene } from './scene/scene.js'
import type { Room, ScenePoint } from './scene/scene.js'
import { announcement, change, state } from './state.js'
import { isDark, palette } from './theme.js'
import { graph, visible } from './visible.js'
import { kindNames, say } from './words.js'

const room = signal<Room>({ width: 0, height: 0 })
/** Whether this browser can draw. */
export const canDraw = signal(true)
/** The drawing that is on the stage, for whoever takes it away. */
export const drawing = signal<Drawing | null>(null)

/** Only what a scene depends on: choosing a line does not make it anew. */
const choice = computed(() => {
  const { view, story, centre, depth, by, pin, item } = state.value
  return JSON.stringify({
    view: view === 'table' ? 'map' : view,
    story,
    centre,
    depth,
    by,
    pin,
    item: pin === null && view !== 'full' ? null : item,
  })
})

export const scene = computed(() => {
  const shown = graph.value
  return shown === null
    ? emptyScene
    : sceneOf(shown, visible.value, JSON.parse(choice.value) as Parameters<typeof sceneOf>[2], room.value)
})

export function Stage(): JSX.Element {
  const container = useRef<HTMLDivElement>(null)
  useEffect(() => begin(container.current!), [])
  useSignalEffect(() => {
    void isDark.value
    drawing.value?.recolour(palette())
  })
  useSignalEffect(() => drawing.value?.show(scene.value, focusOf(scene.value, state.value, graph.value), room.value))
  const { points, lines } = scene.value
  return (
    <section id="stage" aria-label={say.stage}>
      <Trail />
      <div id="canvas-box">
        <div
          id="canvas"
          ref={container}
          role="application"
          tabIndex={0}
          aria-label={`${say.stage}. ${say.shown(points.length, lines.length)}. ${say.stageKeys}`}
          onKeyDown={onKey}
          onBlur={() => drawing.value?.point(null)}
          onFocus={() => drawing.value?.point(current)}
        />
        {!canDraw.value && <p class="empty">{say.noWebgl}</p>}
        {graph.value?.head.nodes === 0 && <p class="empty">{say.emptyDrawing}</p>}
        {graph.value !== null && graph.value.head.nodes > 0 && points.length === 0 && canDraw.value && (
          <p class="empty">{say.nothingLeft}</p>
        )}
      </div>
      <Legend />
    </section>
  )
}

/** Makes the drawing, and follows the size of the stage. */
function begin(container: HTMLElement): () => void {
  const measure = (): void => {
    const { clientWidth: width, clientHeight: height } = container
    if (width > 0 && (width !== room.value.width || height !== room.value.height)) room.value = { width, height }
  }
  measure()
  try {
    drawing.value = draw(container, palette(), {
      onPoint: (point, isPin) => (isPin ? pinOr(point) : openPoint(point)),
      onLine: ({ edge }) => selectEdge(edge),
      onStory: story => openStory(story),
      onBadge: point => openPoint(point),
      onStage: () => {
        if (state.value.item !== null || state.value.edge !== null) change({ item: null, edge: null, article: null })
      },
    })
  } catch {
    canDraw.value = false
    change({ view: 'table' })
  }
  const observer = new ResizeObserver(measure)
  observer.observe(container)
  return () => observer.disconnect()
}

function openPoint({ item, key }: ScenePoint): void {
  current = key
  if (item >= 0) select(item)
}

/** Where the keyboard is. */
let current: string | null = null

function pinOr({ item }: ScenePoint): void {
  if (state.value.pin === null) change({ pin: state.value.item ?? item })
  if (state.value.pin !== item) change({ item })
}

const arrows: Readonly<Record<string, Place>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const { points } = scene.value
  const here = points.find(({ key }) => key === current)
  const direction = arrows[event.key]
  if (direction !== undefined) step(direction, here)
  else if (event.key === 'Enter' && here !== undefined) {
    openPoint(here)
    focusReader()
  } else if (event.key === 'e' && here !== undefined && here.item >= 0) change({ centre: here.item, item: here.item, edge: null })
  else if (event.key === 'p' && here !== undefined && here.item >= 0) change({ pin: state.value.pin === here.item ? null : here.item })
  else if (event.key === '.') nextClaim(here)
  else if (event.key === '+' || event.key === '-') drawing.value?.zoom(event.key === '+' ? 'in' : 'out')
  else return
  event.preventDefault()
}

/** To the nearest point in a direction; without one, to the largest. */
function step(direction: Place, here: ScenePoint | undefined): void {
  const { points } = scene.value
  const [largest] = [...points].sort((a, b) => b.size - a.size)
  const next = here === undefined ? largest : (nearest(points, here, direction) ?? here)
  if (next === undefined) return
  current = next.key
  drawing.value?.bringIntoSight(next.key)
  drawing.value?.point(next.key)
  const lines = scene.value.lines.filter(({ source, target }) => source === next.key || target === next.key).length
  announcement.value = `${next.label}, ${next.kind === 'fold' ? '' : kindNames[next.kind].one}, ${say.count(lines, 'line')}`
}

function nearest(points: readonly ScenePoint[], from: ScenePoint, { x, y }: Place): ScenePoint | undefined {
  const costs = points.flatMap(point => {
    const [dx, dy] = [point.x - from.x, point.y - from.y]
    const [ahead, aside] = [dx * x + dy * y, Math.abs(dx * y - dy * x)]
    return point === from || ahead <= 1 || aside > ahead * 2 ? [] : [{ point, cost: ahead + aside * 1.5 }]
  })
  return costs.sort((a, b) => a.cost - b.cost)[0]?.point
}

/** Reads out one claim after another of the point, and shows its words. */
function nextClaim(here: ScenePoint | undefined): void {
  const shown = graph.value
  if (here === undefined || shown === null || here.item < 0) return
  const claims = shown.namingsOf(here.item).filter(({ at }) => visible.value.claims.has(at))
  if (claims.length === 0) return
  turn = (turn + 1) % claims.length
  const claim = claims[turn]!
  announcement.value = nameOf(claim)
  show(shown.details(claim.at)?.evidence ?? [])
}

let turn = -1

/** The way back out: all stories › this story › this neighbourhood, with how far it reaches; what is pinned. */
function Trail(): JSX.Element | null {
  const { story, centre, depth, pin, item, view } = state.value
  const shown = graph.value
  if (shown === null || (story === null && centre === null && pin === null)) return null
  const opened = story === null ? undefined : shown.stories[story]
  return (
    <nav id="trail" aria-label={say.back}>
      <button type="button" onClick={leave}>
        ← {say.back}
      </button>
      {(isLarge.value || story !== null) && (
        <button type="button" onClick={() => openStory(null)}>
          {say.allStories}
        </button>
      )}
      {opened !== undefined && (
        <button type="button" onClick={() => openStory(opened.at)}>
          {say.story}: <Name>{opened.title}</Name>
        </button>
      )}
      {centre !== null && view === 'map' && pin === null && (
        <span>
          <Name>{nameOf(shown.item(centre))}</Name>
        </span>
      )}
      {centre !== null && view === 'map' && pin === null && (
        <label>
          {say.depth}{' '}
          <input
            type="range"
            min="1"
            max="3"
            value={depth}
            aria-valuetext={String(depth)}
            onInput={event => change({ depth: Number(event.currentTarget.value) as 1 | 2 | 3 })}
          />{' '}
          {depth}
        </label>
      )}
      {pin !== null && <span>{item === null || item === pin ? say.pathHint : say.pathFrom(nameOf(shown.item(pin)))}</span>}
      {pin !== null && (
        <button type="button" onClick={() => change({ pin: null })}>
          {say.unpin}
        </button>
      )}
    </nav>
  )
}

export function Zoom(): JSX.Element | null {
  if (drawing.value === null) return null
  const buttons = [
    ['in', '+', say.zoomIn],
    ['out', '−', say.zoomOut],
    ['all', '⤢', say.showAll],
  ] as const
  return (
    <div id="zoom" role="group" aria-label={say.zoom}>
      {buttons.map(([direction, sign, name]) => (
        <button key={direction} type="button" aria-label={name} title={name} onClick={() => drawing.value?.zoom(direction)}>
          {sign}
        </button>
      ))}
    </div>
  )
}
