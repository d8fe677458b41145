/**
 * A stage over a text in capitals: it sees the text in its usual case, and what it gives back has the text as it stands.
 * In: a stage, an article – "EMMANUEL MACRON LEFT." with its usual case. Out: what the stage makes of it: a person "Emmanuel Macron".
 */
import type { Analysed } from './model.js'

export function inUsualCase<In extends Analysed, Out extends Analysed>(stage: (article: In) => Out, article: In): Out {
  return article.usualCase === undefined ? stage(article) : { ...stage({ ...article, text: article.usualCase }), text: article.text }
}
