/**
 * Which happening a word names where it stands: "fired on a patrol" → attack, "fired the coach" → dismissal; "met the
 * conditions" → none. In: lemma and part of speech, the words around and what the word is tied to. Out: a kind of
 * happening, 'none' where the word is known and names none here, undefined where it is not known.
 * The words were chosen for this project from knowledge of English news.
 */
import type { EntityKind, EventType } from '../model.js'
import { eventTypeOf } from './event-types.js'
import { words } from './word-lists.js'

/** What an article says, for the words whose kind hangs on it: lemmas in lower case. */
export interface Around { readonly article: ReadonlySet<string>; readonly sentence: ReadonlySet<string> }

/** Somebody or something that a word is tied to; `kind` of entity, if it is one. */
export interface Tied { readonly lemma: string; readonly kind?: EntityKind }

/** What a word is tied to by the tree, and what stands beside it. */
export interface Beside {
  readonly subjects: readonly Tied[]
  /** What it is done to, also as the subject of a passive; of a noun, what follows "of". */
  readonly objects: readonly Tied[]
  readonly isPlural: boolean
  /** It has a clause for a complement: "found that …", "elected to stay". */
  readonly hasClause: boolean
  readonly particle: string
  /** Preposition before a noun. */
  readonly before: string
  /** The next word, in lower case. */
  readonly next: string
}

type Test = (around: Around, beside: Beside) => boolean

/** One sense of some words; the first whose test holds is taken. */
interface Sense {
  readonly lemmas: ReadonlySet<string>
  readonly upos?: 'NOUN' | 'VERB'
  readonly when?: Test
  readonly type: EventType | 'none'
}

const labour = words('union unionist walkout picket wage striker')
const sport = words('goal league coach tournament team player club championship cup stadium season football soccer tennis cricket rugby basketball baseball hockey olympics athlete medal striker goalkeeper referee playoff')
const hospital = words('hospital surgeon surgery doctor patient clinic nurse undergo eyesight sight burn illness ill cancer')
const polls = words('election vote voter poll candidate campaign nominee ballot presidential')
const office = words('president governor mayor chancellor oath presidency swear')
const stage = words('concert stage band theatre theater music song singer actor actress audience orchestra festival dance dancer show album opera')
const dispute = words('dispute lawsuit court sue claim litigation plaintiff truce ceasefire negotiator')
const weapons = words('shot bullet missile rocket round shell gas weapon gun gunshot torpedo mortar cannon')
const court = words('court judge lawsuit attorney verdict conviction prosecutor tribunal jury plaintiff defendant justice')
const arms = words('war troop army military soldier invasion rebel invade militant warplane missile airstrike bomb insurgent')
const crowd = words('protest protester demonstrator rally march activist riot demonstrate opposition')
const couple = words('wedding marry wed fiancé fiance fiancée fiancee couple bride engaged')
const telephone = words('phone telephone')
const survey = words('survey respondent pollster opinion')
const forces = words('troop soldier force jet plane aircraft warship ship navy army police officer unit tank fighter convoy aid reinforcement personnel '
  + 'peacekeeper delegation envoy expert rescuer firefighter medic ambulance helicopter spacecraft satellite')
const buildings = words('building bridge roof wall house dam mine tower floor structure stadium block tunnel stand scaffolding ceiling balcony')
const money = words('fee dollar euro pound price money interest rent $ £ €')

const inArticle = (list: ReadonlySet<string>): Test => ({ article }) => [...list].some((each) => article.has(each))
const inSentence = (list: ReadonlySet<string>): Test => ({ sentence }) => [...list].some((each) => sentence.has(each))
const object = (list: ReadonlySet<string>): Test => (_, { objects }) => objects.some(({ lemma }) => list.has(lemma))
const subject = (list: ReadonlySet<string>): Test => (_, { subjects, objects }) => [...subjects, ...objects].some(({ lemma }) => list.has(lemma))
const next = (list: ReadonlySet<string>): Test => (_, beside) => list.has(beside.next)
const some = (...tests: readonly Test[]): Test => (around, beside) => tests.some((test) => test(around, beside))

const isSomebody = ({ kind }: Tied): boolean => kind !== undefined && kind !== 'place' && kind !== 'work'
const toSomebody: Test = (_, { objects }) => objects.some(isSomebody)
/** It is done to something that is nobody: "met the conditions". */
const toThing: Test = (_, { objects }) => objects.length > 0 && !objects.some(({ kind }) => kind !== undefined)
const toBody: Test = (_, { objects }) => objects.some(({ kind }) => kind === 'organization' || kind === 'outlet' || kind === 'group')
const byPerson: Test = (_, { subjects }) => subjects.some(({ kind }) => kind === 'person')
const hasClause: Test = (_, beside) => beside.hasClause
const isPlural: Test = (_, beside) => beside.isPlural
const hasParticle: Test = (_, { particle }) => particle !== ''
const before = (...list: string[]): Test => (_, beside) => list.includes(beside.before)
/** "Signed a ceasefire" is the ceasefire, "signed an agreement" one happening by two names. */
const toAnother: Test = (_, { objects }) => objects.some(({ lemma }) => ![undefined, 'agreement'].includes(eventTypeOf(lemma, 'NOUN')))
const toHappening: Test = (_, { objects }) => objects.some(({ lemma }) => eventTypeOf(lemma, 'NOUN') !== undefined)

const sense = (list: string, type: EventType | 'none', when?: Test, upos?: 'NOUN' | 'VERB'): Sense =>
  ({ lemmas: words(list), type, ...(when && { when }), ...(upos && { upos }) })

const senses: readonly Sense[] = [
  sense('strike', 'strike', inArticle(labour)), sense('strike', 'attack'),
  sense('race', 'election', inArticle(polls)), sense('race', 'sports-match', inArticle(sport)), sense('race', 'none'),
  sense('game final friendly beat', 'sports-match', inArticle(sport)), sense('game final friendly beat', 'none'),
  sense('operation treatment', 'disease', inArticle(hospital)), sense('operation treatment', 'none'),
  sense('win', 'election', inSentence(polls)), sense('win', 'award'),
  sense('collapse', 'disaster', subject(buildings)), sense('collapse', 'disease', byPerson), sense('collapse', 'none'),
  sense('perform performance', 'performance', inArticle(stage)), sense('perform performance', 'none'),
  // The plural is where settlers live.
  sense('settlement', 'none', isPlural), sense('settlement', 'agreement', inArticle(dispute)), sense('settlement', 'none'),
  sense('inauguration inaugurate', 'appointment', inSentence(office)), sense('inauguration inaugurate', 'launch'),
  sense('fire', 'attack', some(object(weapons), next(words('on at upon into'))), 'VERB'),
  sense('fire', 'dismissal', toSomebody, 'VERB'), sense('fire', 'none', undefined, 'VERB'),
  sense('demonstration', 'protest', inArticle(crowd)), sense('demonstration', 'none'),
  sense('debate', 'campaign', inSentence(polls)), sense('debate', 'none'),
  sense('engagement', 'marriage', inArticle(couple)), sense('engagement', 'none'),
  sense('call', 'none', next(words('on for to')), 'NOUN'),
  sense('call conversation', 'telephone-call', inArticle(telephone), 'NOUN'), sense('call conversation', 'none', undefined, 'NOUN'),
  sense('poll', 'none', inArticle(survey), 'NOUN'),
  sense('occupy intervene intervention occupation battle offensive', 'war', inArticle(arms)),
  sense('occupy intervene intervention occupation battle offensive', 'none'),
  sense('appeal petition motion filing file', 'trial', inArticle(court)), sense('appeal petition motion filing file', 'none'),
  sense('reject uphold overturn', 'ruling', inSentence(court), 'VERB'), sense('reject uphold overturn', 'none', undefined, 'VERB'),
  sense('rule', 'none', hasParticle, 'VERB'), sense('rule', 'ruling', inArticle(court), 'VERB'), sense('rule', 'none', undefined, 'VERB'),
  sense('dismiss', 'dismissal', toSomebody, 'VERB'), sense('dismiss', 'ruling', inSentence(court), 'VERB'), sense('dismiss', 'none', undefined, 'VERB'),
  sense('send dispatch', 'deployment', object(forces), 'VERB'), sense('send dispatch', 'none', undefined, 'VERB'),
  sense('meet execute promote replace hire elect appoint nominate', 'none', toThing, 'VERB'),
  sense('elect find discover', 'none', hasClause, 'VERB'),
  sense('succeed', 'appointment', toSomebody, 'VERB'), sense('succeed', 'none', undefined, 'VERB'),
  sense('join', 'appointment', toBody, 'VERB'), sense('join', 'none', undefined, 'VERB'),
  sense('charge', 'none', object(money), 'VERB'),
  sense('launch', 'none', toHappening, 'VERB'), sense('sign', 'none', toAnother, 'VERB'),
  sense('loan', 'none', before('on'), 'NOUN'), sense('fire', 'none', before('under'), 'NOUN'),
  // "Sales rose": the plural counts, it tells of none.
  sense('sale purchase investment loan donation transfer', 'none', isPlural, 'NOUN'),
]

/** The kind of happening that a noun or verb names where it stands. Lemmas in lower case. */
export function eventTypeIn(phrase: string, upos: string, around: Around, besideIt: () => Beside): EventType | 'none' | undefined {
  const known = eventTypeOf(phrase, upos)
  if (known === undefined) return undefined
  const beside = besideIt()
  return senses.find((each) => each.lemmas.has(phrase) && (each.upos ?? upos) === upos && (each.when?.(around, beside) ?? true))?.type ?? known
}
