/** A relation that the selected words tell and no rule found: two things that the article names, and what the one is to the other. */

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { addRelation } from '../corrections.js'
import { correct } from '../correct.js'
import type { Item } from '../items.js'
import { predicateNames } from '../../../map/schemes.js'
import { graph } from '../visible.js'
import { say } from '../words.js'

export function AddClaim({ article, words }: { readonly article: number; readonly words: string }): JSX.Element | null {
  const shown = graph.value!
  const [subject, setSubject] = useState(-1)
  const [object, setObject] = useState(-1)
  const [predicate, setPredicate] = useState('memberOf')
  const named = shown.nodes.filter(({ kind, articles }) => kind !== 'event' && kind !== 'article' && articles.includes(article))
  if (words.trim() === '' || named.length < 2) return null
  const [one, other] = [shown.item(subject), shown.item(object)]
  return (
    <details class="correct">
      <summary>{say.addClaim}</summary>
      <form
        class="row"
        onSubmit={event => {
          event.preventDefault()
          if (one !== undefined && other !== undefined)
            correct(() => addRelation(shown, one, predicate, other, article, words), say.addClaim)
        }}
      >
        <Choice name={say.subject} items={named} chosen={subject} onChoose={setSubject} />
        <label>
          {say.predicate}{' '}
          <select value={predicate} onChange={event => setPredicate(event.currentTarget.value)}>
            {predicateNames.map(name => (
              <option key={name} value={name}>
                {inWords(name)}
              </option>
            ))}
          </select>
        </label>
        <Choice name={say.object} items={named} chosen={object} onChoose={setObject} />
        <button type="submit" class="boxed" disabled={one === undefined || other === undefined || one === other}>
          {say.keepClaim}
        </button>
      </form>
    </details>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly items: readonly Item[]
  readonly chosen: number
  readonly onChoose: (item: number) => void
}

function Choice({ name, items, chosen, onChoose }: ChoiceProps): JSX.Element {
  return (
    <label>
      {name}{' '}
      <select value={chosen} onChange={event => onChoose(Number(event.currentTarget.value))}>
        <option value={-1} />
        {items.map(({ at, label }) => (
          <option key={at} value={at}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}

/** `memberOf` → "member of" */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
}
