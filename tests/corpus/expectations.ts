/**
 * What a graph must hold and must not, a line each, and whether it does.
 *
 *   + role HOLDER | TITLE [| OF [| former]]          + says SPEAKER | WORDS OF WHAT WAS SAID
 *   + relation SUBJECT | PREDICATE | OBJECT          + entity KIND | NAME           + quantity OF | VALUES
 *   + said SPEAKER | ALL THE WORDS OF WHAT WAS SAID [| to=ADDRESSEE; form=direct]      + statements HOW MANY
 *   + entities KIND | HOW MANY                       + time FROM [| TO]
 *   + event TYPES | STANDINGS | WORDS [| by=AGENT; of=PATIENT; with=EITHER OR ANOTHER; at=PLACE; on=DATE]
 *   + events TYPES | HOW MANY
 *
 * A `-` in place of the `+`: nothing of the kind. `*` is anything; of several after commas one is enough, of names after slashes. Relations are those told as facts.
 */
import type { Entity, Extracted, NewsEvent, Statement } from '../../src/model.js'

export interface Expectation { readonly isWanted: boolean; readonly line: string; readonly kind: string; readonly fields: readonly string[] }

/** A text with the lines below it. */
export interface Fixture { readonly topic: string; readonly text: string; readonly expectations: readonly Expectation[] }

/** Texts parted by blank lines, under headings that name their topic. */
export function fixturesIn(written: string): Fixture[] {
  let topic = ''
  return written.split(/\n\n+/u).flatMap((block): Fixture[] => {
    const heading = /^## (.+)$/mu.exec(block)
    topic = heading?.[1] ?? topic
    const lines = block.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    const text = lines.filter((line) => !/^[+-] /u.test(line)).join('\n')
    return text === '' ? [] : [{ topic, text, expectations: expectationsIn(lines) }]
  })
}

export function expectationsIn(lines: readonly string[]): Expectation[] {
  return lines.filter((line) => /^[+-] /u.test(line)).map((line) => {
    const [, sign = '', kind = '', rest = ''] = /^([+-]) (\S+) (.+)$/u.exec(line) ?? []
    return { isWanted: sign === '+', line, kind, fields: rest.split('|').map((field) => field.trim()) }
  })
}

export const isMet = (expectation: Expectation, article: Extracted): boolean => holds(expectation, article) === expectation.isWanted

function holds({ kind, line, fields: [a = '*', b = '*', c = '*', d = ''] }: Expectation, article: Extracted): boolean {
  const entities = new Map(article.entities.map((entity) => [entity.id, entity]))
  const is = (id: string | undefined, name: string): boolean => name === '*' || isCalled(entities.get(id ?? ''), name)
  switch (kind) {
    case 'role': return article.roles.some(({ holder, title, of, isFormer }) => is(holder, a) && isOneOf(title, b) && is(of, c) && (d === '' || isFormer === (d === 'former')))
    case 'says': return article.statements.some(({ speakers, content }) => speakers.some((speaker) => is(speaker, a)) && content.map(({ start, end }) => article.text.slice(start, end)).join(' ').includes(b))
    case 'relation': return article.relations.some(({ subject, predicate, object, factuality }) => factuality === 'Asserted' && isOneOf(predicate, b)
      && ((is(subject, a) && is(object, c)) || (b === 'spouseOf' || b === 'siblingOf') && is(subject, c) && is(object, a)))
    case 'said': return article.statements.some((statement) => isSaid(article, statement, [a, b, c], is))
    case 'statements': return article.statements.length === Number(a)
    case 'entity': return article.entities.some((entity) => isOneOf(entity.kind, a) && (b === '*' || isCalled(entity, b)))
    case 'entities': return article.entities.filter(({ kind }) => kind === a).length === Number(b)
    case 'time': return article.times.some(({ from, until }) => from.startsWith(a) && (b === '*' || until === b))
    case 'quantity': return article.events.some(({ quantities = [] }) => quantities.some(({ of, value }) => isOneOf(of, a) && isOneOf(`${value}`, b)))
    case 'event': return article.events.some((event) => isOneOf(event.type, a) && isOneOf(event.factuality, b) && isNamed(article, event, c) && playersOf(d).every(([part, name]) => plays(event, part, name, is)))
    case 'events': return article.events.filter(({ type }) => isOneOf(type, a)).length === Number(b)
    default: throw new Error(`There is no ${kind} to expect: ${line}`)
  }
}

/** Whether a statement has all these words and no others; what stands in between is shown as an ellipsis. */
function isSaid({ text }: Extracted, { speakers, content, addressees, form }: Statement, [speaker, words, more]: readonly [string, string, string], is: (id: string | undefined, name: string) => boolean): boolean {
  const whole = content.map(({ start, end }) => text.slice(start, end)).join(' … ')
  return speakers.some((each) => is(each, speaker)) && (words === '*' || whole === words)
    && playersOf(more).every(([part, name]) => part === 'form' ? form === name : addressees.some((each) => is(each, name)))
}

const isOneOf = (word: string, words: string): boolean => words === '*' || words.split(/, ?/u).some((each) => each.toLowerCase() === word.toLowerCase())

const isCalled = (entity: Entity | undefined, name: string): boolean => entity?.names.some((own) => name.toLowerCase().split(' / ').includes(own.toLowerCase())) === true

/** Whether one of the words for an event is among some. */
const isNamed = ({ text }: Extracted, { triggers }: NewsEvent, words: string): boolean =>
  words === '*' || words.split(/, ?/u).some((word) => triggers.some(({ start, end }) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(text.slice(start, end))))

const playersOf = (written: string): (readonly [string, string])[] =>
  written.split(';').filter((each) => each.includes('=')).map((each) => each.trim().split('=') as [string, string])

function plays(event: NewsEvent, part: string, name: string, is: (id: string | undefined, name: string) => boolean): boolean {
  switch (part) {
    case 'by': return event.agents.some((id) => is(id, name))
    case 'of': return event.patients.some((id) => is(id, name))
    case 'with': return [...event.agents, ...event.patients, ...event.actors].some((id) => is(id, name))
    case 'at': return event.places.some((place) => is(place, name))
    case 'on': return event.startDate?.startsWith(name) === true
    default: throw new Error(`Nobody plays ${part} in an event`)
  }
}
