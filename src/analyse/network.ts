/**
 * The words of an article in, the scores of every head out, window by window, in order. One window is held at a time:
 * the cost grows with the article's length and the memory hardly.
 */
import type { Engine, WindowScores } from './engine.js'
import type { ModelFiles } from './model-files.js'
import { type SentenceRange, type Window, windowsOf, type Windowing } from './windows.js'
import { wordPiecesOf } from './wordpiece.js'

/** A model that is loaded and an engine that runs it. */
export interface Network {
  readonly files: ModelFiles
  readonly scores: (words: readonly string[], sentences: readonly SentenceRange[]) => AsyncGenerator<WindowReading>
}

/** One window with what the network says of it; row i of a table is word `window.start + i` of the article. */
export interface WindowReading { readonly window: Window; readonly scores: WindowScores }

export function networkOf(files: ModelFiles, engine: Engine): Network {
  const numberOf = (piece: string): number => files.vocabulary.get(piece) ?? 0
  const special = { start: numberOf('[CLS]'), end: numberOf('[SEP]'), unknown: numberOf('[UNK]') }
  const by: Windowing = {
    piecesOf: wordPiecesOf(files.vocabulary, special.unknown), special, limit: files.limit, longestWord: files.longestWord,
  }
  return {
    files,
    async* scores(words, sentences) {
      for (const window of windowsOf(words, sentences, by)) yield { window, scores: await engine.run(window.inputs) }
    },
  }
}
