/**
 * The entries of a live blog.
 *
 *   in:  blocks "10:05", "The mayor has arrived.", "10.20am GMT – She speaks." of an article of 5 March 2024
 *   out: blocks "The mayor has arrived." of 2024-03-05T10:05 and "She speaks." of 2024-03-05T10:20
 *
 * The time of day is no word of the entry; it holds up to the next. Zones are left out, as it is the outlet's own time.
 */
import type { Block } from '../model.js'
import { trim } from './paragraphs.js'

export const CLOCK = /^(?:\[?\(?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?: ?[ap]\.?m\.?)?(?: ?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PT|PST|PDT))?\)?\]?|(?:1[0-2]|[1-9]) ?[ap]\.?m\.?)(?=$|[\s:–—|-])/iu

/** @param date the article's; without it an entry has no day */
export function entriesOf(text: string, blocks: readonly Block[], date: string | undefined): Block[] {
  const day = /^\d{4}-\d\d-\d\d/.exec(date ?? '')?.[0]
  const entries: Block[] = []
  let time: string | undefined
  for (const block of blocks) {
    const clock = CLOCK.exec(text.slice(block.start, Math.min(block.end, block.start + 40)))?.[0]
    if (clock !== undefined) time = day && `${day}T${hours(clock)}`
    const lead = clock === undefined ? 0 : clock.length + (/^[\s:–—|-]*/u.exec(text.slice(block.start + clock.length, block.end))?.[0].length ?? 0)
    const words = trim(text, { start: block.start + lead, end: block.end })
    if (words.end > words.start) entries.push({ ...block, ...words, ...(time === undefined ? {} : { time }) })
  }
  return entries.length > 0 ? entries : [...blocks]
}

/** "10.20pm" is 22:20. */
function hours(clock: string): string {
  const [hour = '0', minute = '00'] = clock.match(/\d+/gu) ?? []
  const half = /p\.?m/i.test(clock) ? 12 : 0
  const counted = /[ap]\.?m/i.test(clock) ? (Number(hour) % 12) + half : Number(hour)
  return `${String(counted).padStart(2, '0')}:${minute.padStart(2, '0')}`
}
