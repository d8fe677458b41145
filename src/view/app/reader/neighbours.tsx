/** To whom an item is tied, by relation, as the drawing can show them; and where it is named. */

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { show } from '../actions.js'
import type { Details as ItemDetails, Edge, Item } from '../items.js'
import { LineSample, Name } from '../parts.js'
import { relationName } from '../scene/ego.js'
import { change, state } from '../state.js'
import { visible } from '../visible.js'
import { edgeNames, say } from '../words.js'

/** "27 neighbours: statements 12, roles 3 …"; ticked ones alone are drawn. */
export function Neighbours({ item }: { readonly item: Item }): JSX.Element | null {
  const edges = visible.value.edges.filter(({ source, target, kind }) => kind !== 'mention' && (source === item.at || target === item.at))
  const tally = new Map<string, Set<number>>()
  for (const edge of edges) {
    const name = relationName(edge, item.at)
    tally.set(name, (tally.get(name) ?? new Set()).add(edge.source === item.at ? edge.target : edge.source))
  }
  const many = new Set([...tally.values()].flatMap(set => [...set])).size
  const { centre, by, pin } = state.value
  const toggle = (name: string): void =>
    change({ centre: item.at, by: by.includes(name) ? by.filter(each => each !== name) : [...by, name] })
  if (many === 0) return null
  return (
    <div class="neighbours">
      <p>{say.neighbours(many)}:</p>
      <ul>
        {[...tally]
          .sort(([, a], [, b]) => b.size - a.size)
          .slice(0, 12)
          .map(([name, set]) => (
            <li key={name}>
              <button type="button" class="chip" aria-pressed={centre === item.at && by.includes(name)} onClick={() => toggle(name)}>
                <LineSample kind={name.split(' ')[0] as Edge['kind']} />
                {nameOfRelation(name)} <span class="count">{set.size}</span>
              </button>
            </li>
          ))}
        <li>
          <button
            type="button"
            class="chip"
            aria-pressed={centre === item.at && by.length === 0}
            onClick={() => change({ centre: centre === item.at ? null : item.at, by: [] })}
          >
            {say.neighbourhood}
          </button>
        </li>
        <li>
          <button
            type="button"
            class="chip"
            aria-pressed={pin === item.at}
            onClick={() => change({ pin: pin === item.at ? null : item.at })}
          >
            {pin === item.at ? say.unpin : say.pin}
          </button>
        </li>
      </ul>
    </div>
  )
}

/** "relation based in" → "based in", "statement from" → "spoken about or to". */
function nameOfRelation(name: string): string {
  if (name === 'statement') return say.saysOf
  if (name === 'statement from') return say.isSpokenOf
  return name.startsWith('relation ') ? name.slice(9) : edgeNames[name as Edge['kind']].toLowerCase()
}

/** The places of the text where a node is named: each form once, with how often. */
export function Mentions({ details }: { readonly details: ItemDetails | undefined }): JSX.Element | null {
  const forms = new Map<string, NonNullable<typeof details>['evidence'][number][]>()
  for (const evidence of details?.evidence ?? []) forms.set(evidence.exact, [...(forms.get(evidence.exact) ?? []), evidence])
  const [turn, setTurn] = useState<Readonly<Record<string, number>>>({})
  if (forms.size === 0) return null
  return (
    <>
      <h3>{say.written}</h3>
      <ul class="mentions">
        {[...forms]
          .sort(([, a], [, b]) => b.length - a.length)
          .slice(0, 24)
          .map(([exact, all]) => (
            <li key={exact}>
              <button
                type="button"
                onClick={() => {
                  show([all[(turn[exact] ?? 0) % all.length]!])
                  setTurn({ ...turn, [exact]: (turn[exact] ?? 0) + 1 })
                }}
              >
                <Name>{exact}</Name> <span class="count">{all.length > 1 ? all.length : ''}</span>
              </button>
            </li>
          ))}
      </ul>
    </>
  )
}
