/** What the graph is called: an article by its headline, several by how many they are and whom they are mostly about. */

import { computed } from '@preact/signals'
import { readableSpan } from './dates.js'
import { graph } from './visible.js'
import { say } from './words.js'

const called = computed((): string => {
  const shown = graph.value
  if (shown === null) return ''
  const [first, ...others] = shown.articles
  if (first === undefined) return say.empty
  if (others.length === 0) return first.headline
  const names = shown.nodes
    .filter(({ kind, detail }) => kind !== 'event' && kind !== 'article' && kind !== 'group' && detail !== 'unnamed person')
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
  const days = shown.articles
    .map(({ date }) => date.slice(0, 10))
    .filter(day => day.length === 10)
    .sort()
  const span = readableSpan(days[0] ?? '', days.at(-1) ?? '')
  return [
    say.count(shown.articles.length, 'article'),
    span,
    names
      .slice(0, 3)
      .map(({ label }) => label)
      .join(', '),
  ]
    .filter(Boolean)
    .join(' · ')
})

export function title(): string {
  return called.value
}
