/**
 * What the article is about.
 *   headline "Judge jails mayor", then "A judge on Monday jailed …" → the jailing
 *
 * In: an article's events. Out: the same, one of them marked: what the headline tells, else what the opening tells, of several
 * the one that the article comes back to most often. Nothing is marked where the opening tells of nothing that happened.
 */
import type { NewsEvent, Resolved } from '../model.js'

/** Paragraphs in which news say what they are about. */
const OPENING = 2

export function withMain(events: readonly NewsEvent[], { blocks }: Resolved): NewsEvent[] {
  const headline = blocks.filter(({ kind }) => kind === 'headline')
  const opening = blocks.filter(({ kind }) => kind === 'paragraph').slice(0, OPENING)
  for (const part of [headline, opening.slice(0, 1), opening]) {
    const told = events.filter((event) => event.factuality !== 'Negated' && event.triggers.some(({ start }) => part.some((block) => block.start <= start && start < block.end)))
    const main = told.toSorted((a, b) => b.triggers.length - a.triggers.length || a.triggers[0].start - b.triggers[0].start)[0]
    if (main) return events.map((event) => (event === main ? { ...event, isMain: true } : event))
  }
  return [...events]
}
