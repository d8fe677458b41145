/** Light or dark: as the system says, until the reader chooses. The canvas asks here for the colours of style.css. */

import { edgeKinds, nodeKinds } from '../model.js'
import type { EdgeKind, NodeKind } from '../model.js'
import { byId } from './dom.js'

export interface Palette {
  readonly paper: string
  readonly ink: string
  readonly muted: string
  readonly accent: string
  readonly kinds: Readonly<Record<NodeKind, string>>
  readonly edges: Readonly<Record<EdgeKind, string>>
}

const storageKey = 'newsgraph-theme'

/** The colours of the theme that is on. */
export function palette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  const record = <Kind extends string>(names: readonly Kind[], prefix: string): Record<Kind, string> =>
    Object.fromEntries(names.map(name => [name, colour(`${prefix}-${name}`)])) as Record<Kind, string>
  return {
    paper: colour('paper'), ink: colour('ink'), muted: colour('muted'), accent: colour('accent'),
    kinds: record(nodeKinds, 'kind'), edges: record(edgeKinds, 'edge'),
  }
}

/** Sets up the button; `onChange` is called whenever the colours have changed. */
export function watchTheme(onChange: () => void): void {
  const button = byId('theme')
  const system = matchMedia('(prefers-color-scheme: dark)')
  let chosen = remembered()
  const show = (): void => {
    const isDark = chosen === null ? system.matches : chosen === 'dark'
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
    button.textContent = isDark ? 'Light' : 'Dark'
    button.setAttribute('aria-label', isDark ? 'Use light colours' : 'Use dark colours')
    onChange()
  }
  button.addEventListener('click', () => {
    chosen = document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark'
    remember(chosen)
    show()
  })
  system.addEventListener('change', show)
  show()
}

/** Storage may be forbidden, as in some browsers for file://; then each visit starts afresh. */
function remembered(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

function remember(theme: string): void {
  try {
    localStorage.setItem(storageKey, theme)
  } catch {
    // It is only a preference.
  }
}
