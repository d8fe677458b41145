/**
 * An article as it was read in, what the language model sees in it out: words, sentences, trees, mentions, attributions,
 * triggers, and candidates for coreference and relations; of a text in capitals, its usual case. "Lavrov said it was over" becomes [Lavrov](source) [said](cue)
 * [it was over](content). English only; times are found here but resolved later.
 */
import type { Analyser, Analysis, Happening, Meaning, Reading, Sentence, Token, TokenSpan } from '../model.js'
import { antecedentsOf } from './decode-coreference.js'
import { meaningsOf } from './decode-references.js'
import { mentionsOf } from './decode-mentions.js'
import { relationCandidatesOf } from './decode-relations.js'
import { triggersOf } from './decode-triggers.js'
import { type Findings, findingsOf, type WordTags } from './decode-windows.js'
import type { Engine } from './engine.js'
import { type Loader, type ModelFiles, readModel } from './model-files.js'
import { type Network, networkOf } from './network.js'
import { quotationsOf } from './quotes.js'
import { splitSentences } from './sentences.js'
import { settled } from './settle-names.js'
import { type Token as Word, tokenise } from './tokens.js'
import { isCaseless, usualCase } from './usual-case.js'
import { withWholeContents } from './whole-contents.js'

export type { Loader } from './model-files.js'

export interface AnalyserOptions {
  /** `wasm` gives the same bytes on every machine; `native` is faster where onnxruntime-node is installed. */
  readonly engine: Engine['name']
  /** Reads the model's files: see model-disk.ts and model-web.ts. */
  readonly loader: Loader
}

/** Loads the model once; the analyser then takes any number of articles. @throws Problem `model` */
export async function createAnalyser(options: AnalyserOptions): Promise<Analyser> {
  return analyserOf(await loadNetwork(options))
}

/** The analyser over a network that is loaded. */
export function analyserOf(network: Network): Analyser {
  return (reading) => analyse(reading, network)
}

/** The network alone, for measuring its heads. @throws Problem `model` */
export async function loadNetwork({ engine, loader }: AnalyserOptions): Promise<Network> {
  const [{ network, isOptimised, intact, ...files }, start] = await Promise.all([readModel(loader), engineNamed(engine)])
  // A damaged network may fail to start in any way; that it is damaged is told first.
  const starting = start(network, isOptimised)
  starting.catch(() => undefined)
  await intact
  return networkOf(files, await starting)
}

async function engineNamed(name: Engine['name']): Promise<(network: Uint8Array, isOptimised: boolean) => Promise<Engine>> {
  return name === 'native'
    ? (await import('./engine-native.js')).nativeEngine
    : (await import('./engine-wasm.js')).wasmEngine
}

async function analyse(written: Reading, network: Network): Promise<Analysis> {
  if (!isCaseless(written)) return analyseAsWritten(written, network)
  const text = await usualCase(written, network)
  return { ...await analyseAsWritten({ ...written, text }, network), usualCase: text }
}

async function analyseAsWritten(reading: Reading, network: Network): Promise<Analysis> {
  const { words, sentences } = wordsOf(reading)
  const forms = words.map((word) => word.text)
  const found = await findingsOf(network.scores(forms, sentences), network.files, forms)
  return understood(reading, { words, sentences, found, files: network.files })
}

interface Read { readonly words: readonly Word[]; readonly sentences: readonly Sentence[] }

/** Words and sentences of each block on its own; places count in the whole text. */
export function wordsOf(reading: Pick<Reading, 'text' | 'blocks'>): Read {
  const words: Word[] = []
  const sentences: Sentence[] = []
  reading.blocks.forEach((block, number) => {
    const text = reading.text.slice(block.start, block.end)
    const local = tokenise(text)
    // A line break within a block only wraps its line.
    for (const range of splitSentences(text.replaceAll('\n', ' '), local)) {
      sentences.push({ start: range.start + words.length, end: range.end + words.length, block: number })
    }
    for (const word of local) words.push({ text: word.text, start: word.start + block.start, end: word.end + block.start })
  })
  return { words, sentences }
}

function understood(reading: Reading, { words, sentences, found, files }: Read & { found: Findings; files: ModelFiles }): Analysis {
  const tokens = tokensOf(words, sentences, found.tags)
  const spelling = (name: TokenSpan): string => words.slice(name.start, name.end).map((word) => word.text).join(' ')
  const names = settled(found.names, spelling)
  const mentions = mentionsOf(tokens, names, found.mentionHeads)
  const quotations = reading.blocks.flatMap((_, number) => quotationsOf(reading.text, words, blockWords(sentences, number)))
  return {
    tokens, sentences, mentions: steady(mentions),
    antecedents: antecedentsOf(tokens, mentions, {
      later: found.vectors.corefA, earlier: found.vectors.corefB, weights: files.coreference,
    }),
    attributions: steady(withWholeContents(found.attributions, { names, tokens, sentences, quotations })),
    triggers: steady(triggersOf(tokens, found.events)),
    happenings: steadyHappenings(found.happenings),
    titles: steady(found.titles),
    meanings: steadyMeanings(meaningsOf(tokens, mentions, { word: found.vectors.referA, name: found.vectors.referB, weights: files.refer, windowOf: found.windowOf })),
    relationCandidates: steady(relationCandidatesOf(tokens, mentions, {
      subjects: found.vectors.relationS, objects: found.vectors.relationO, weights: files.relations,
    })),
    model: files.name,
  }
}

/** The last digits of an exponential differ from one JavaScript engine to the next; the first six do not. */
function steady<T extends { readonly confidence: number }>(found: readonly T[]): T[] {
  return found.map((item) => ({ ...item, confidence: six(item.confidence) }))
}

const six = (value: number): number => Math.round(value * 1e6) / 1e6

function steadyHappenings(found: readonly Happening[]): Happening[] {
  return steady(found).map((each) => ({
    ...each, typeConfidence: six(each.typeConfidence), parts: steady(each.parts),
    ...(each.sameConfidence !== undefined && { sameConfidence: six(each.sameConfidence) }),
  }))
}

function steadyMeanings(found: readonly Meaning[]): Meaning[] {
  return found.map((each) => ({ ...each, nobody: six(each.nobody), candidates: each.candidates.map(({ mention, chance }) => ({ mention, chance: six(chance) })) }))
}

function tokensOf(words: readonly Word[], sentences: readonly Sentence[], tags: readonly WordTags[]): Token[] {
  return sentences.flatMap((sentence, number) => {
    const root = sentence.start + tags.slice(sentence.start, sentence.end).findIndex((tag) => tag.head < 0)
    return words.slice(sentence.start, sentence.end).map((word, i) => {
      const tag = tags[sentence.start + i]
      // A sentence longer than a window has a root in each part: the later ones hang on the first.
      const isLaterRoot = tag !== undefined && tag.head < 0 && sentence.start + i !== root
      return {
        text: word.text, start: word.start, end: word.end, lemma: tag?.lemma(word.text) ?? word.text,
        upos: tag?.upos ?? 'X', xpos: tag?.xpos ?? '', head: isLaterRoot ? root : tag?.head ?? -1,
        deprel: isLaterRoot ? 'parataxis' : tag?.deprel ?? 'root', sentence: number,
      }
    })
  })
}

/** Words of one block; its sentences stand together. */
function blockWords(sentences: readonly Sentence[], block: number): { start: number; end: number } {
  const own = sentences.filter((sentence) => sentence.block === block)
  return { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 }
}
