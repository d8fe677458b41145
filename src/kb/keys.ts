/**
 * What is known by several keys becomes known by one.
 * In: statements in order. Out: the same under the key that says most: what page 10 of Wikipedia is on, what its title is on, what "Lavrov" leads to → Q58217.
 * Each step goes through all statements once. Not handled: titles that lead to titles that lead on.
 */
import type { Emit, Statement, Step } from './statements.js'
import { lineFor, rowStatement } from './statements.js'
import type { Row } from './rows.js'
import { wordsOfTitle } from './triples.js'

/** What begins so is seen together, all of a key; the rest stays as it is. */
function groupStep(prefix: string, act: (key: string, group: readonly Statement[], emit: Emit) => void): Step {
  let key = '', group: Statement[] = []
  const flush = (emit: Emit): void => {
    if (group.length > 0) act(key, group, emit)
    group = []
  }
  return {
    see: (statement, line, emit) => {
      if (statement.key !== key) flush(emit)
      key = statement.key
      if (key.startsWith(prefix)) group.push(statement)
      else emit(line)
    },
    end: flush,
  }
}

/** `page/10 is title/A`, `page/10 is Q1` → `title/A is Q1`; rows of the page are rows of the title. */
export function pagesToTitles(): Step {
  return groupStep('page/', (_, group, emit) => {
    const title = group.find(({ sort, text }) => sort === 'is' && text.startsWith('title/'))?.text
    if (title === undefined) return
    for (const { sort, text } of group) if (!(sort === 'is' && text.startsWith('title/'))) emit(lineFor({ key: title, sort, text }))
  })
}

/** `title/Lavrov goes title/Sergey_Lavrov` → "Lavrov" is another name of the latter. What goes nowhere is no thing: a list of namesakes. */
export function titlesFollowed(): Step {
  const titles = groupStep('title/', (key, group, emit) => {
    const goes = group.filter(({ sort }) => sort === 'goes')
    const target = goes.map(({ text }) => text).filter((text) => text !== '').toSorted()[0]
    if (goes.length === 0) for (const statement of group) emit(lineFor(statement))
    else if (target !== undefined && !goes.some(({ text }) => text === '')) emit(lineFor(rowStatement({ aliases: [wordsOfTitle(key)], isBare: true }, target)))
  })
  return {
    ...titles,
    see: (statement, line, emit) => {
      titles.see(statement, line, emit)
      // An item that names its article tells what the title is on.
      const title = statement.sort === 'row' && /^Q\d/u.test(statement.key) && statement.text.includes('"title":') ? (JSON.parse(statement.text) as Partial<Row>).title : undefined
      if (title) emit(lineFor({ key: `title/${title}`, sort: 'is', text: statement.key }))
    },
  }
}

/** `title/Sergey_Lavrov is Q58217` → all that is said of the title is said of the item. */
export function titlesToItems(): Step {
  return groupStep('title/', (key, group, emit) => {
    const item = itemOf(group)
    for (const { sort, text } of group) if (sort !== 'is') emit(item === undefined ? lineFor({ key, sort, text }) : under(item, sort, text))
    if (item !== undefined && group.some(({ sort }) => sort === 'row')) emit(lineFor(rowStatement({ id: item, title: key.slice(6), isBare: true }, item)))
  })
}

/** `geonames/524901 is Q649`; where no source says it, what `maybe` is. */
export function placesToItems(): Step {
  return groupStep('geonames/', (key, group, emit) => {
    const item = itemOf(group) ?? group.find(({ sort }) => sort === 'maybe')?.text
    for (const { sort, text } of group) if (sort === 'row') emit(item === undefined ? lineFor({ key, sort, text }) : under(item, sort, text))
  })
}

/** The older item, where sources differ. */
function itemOf(group: readonly Statement[]): string | undefined {
  return group.filter(({ sort, text }) => sort === 'is' && text.startsWith('Q')).map(({ text }) => text).toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)))[0]
}

function under(id: string, sort: Statement['sort'], text: string): string {
  return sort === 'row' ? lineFor(rowStatement({ ...JSON.parse(text) as Partial<Row>, id }, id)) : lineFor({ key: id, sort, text })
}

/** `Q83307 wanted Q58217 2`, and Q83307 is "minister" → a fact of Q58217, the third. */
export function labelsToFacts(): Step {
  let key = '', label: string | undefined
  return {
    see: ({ key: own, sort, text }, line, emit) => {
      if (own !== key) [key, label] = [own, undefined]
      if (sort === 'row') label ??= (JSON.parse(text) as Partial<Row>).label
      if (sort !== 'wanted') return emit(line)
      const [target = '', place] = text.split(' ')
      // Less than nothing is known of it: what others say of it goes before.
      if (label !== undefined) emit(lineFor(rowStatement({ facts: [label], prior: -(Number(place) + 1) / 100, isBare: true }, target)))
    },
  }
}
