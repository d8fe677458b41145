/** Small pieces that all panels use: a name that leads somewhere, an icon, a link out of the graph. Text is always text. */

import type { ComponentChildren, JSX } from 'preact'
import type { EdgeKind } from '../model.js'
import { select } from './actions.js'
import { nameOf, nowOf } from './corrections.js'
import { icons, lineStyles } from './kinds.js'
import { graph } from './visible.js'

/** Says nothing to a screen reader: the kind is always written, too. */
export function Icon({ kind }: { readonly kind: string }): JSX.Element {
  const known = kind in icons ? (kind as keyof typeof icons) : 'statement'
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" class={`icon kind-${known}`}>
      <path d={icons[known]} fill-rule="evenodd" />
    </svg>
  )
}

/** A piece of line as it is drawn. */
export function LineSample({ kind }: { readonly kind: EdgeKind }): JSX.Element {
  const { dash, isDouble, width } = lineStyles[kind]
  const rows = isDouble === true ? [4, 8] : [6]
  return (
    <svg viewBox="0 0 22 12" aria-hidden="true" class={`line-sample edge-${kind}`}>
      {rows.map(y => (
        <line key={y} x1="1" y1={y} x2="21" y2={y} stroke="currentColor" stroke-width={width + 0.4} stroke-dasharray={dash.join(' ')} />
      ))}
    </svg>
  )
}

/** Names may be written from right to left: each stands for itself. */
export function Name({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <bdi>{children}</bdi>
}

/** The name of an item, which chooses it. */
export function Ref({ item, text }: { readonly item: number; readonly text?: string }): JSX.Element {
  const found = graph.value?.item(nowOf(item))
  const shown = found === undefined || (text !== undefined && text !== graph.value?.item(item)?.label) ? (text ?? '') : nameOf(found)
  return (
    <button type="button" class="ref" onClick={() => select(nowOf(item))}>
      <Name>{shown}</Name>
    </button>
  )
}

/** A link for http and https addresses; anything else stays text. */
export function Outward({ href, children }: { readonly href: string; readonly children: ComponentChildren }): JSX.Element {
  return /^https?:\/\//i.test(href) && URL.canParse(href) ? (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  ) : (
    <>{children}</>
  )
}

/** Puts text on the clipboard; where that is not allowed, by a selected field. */
export async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    const field = Object.assign(document.createElement('textarea'), { value: text })
    document.body.append(field)
    field.select()
    document.execCommand('copy')
    field.remove()
  }
}

/** Hands the reader a file. */
export function download(name: string, content: Blob | string, type = 'text/plain'): void {
  const address = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type: `${type};charset=utf-8` }) : content)
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
