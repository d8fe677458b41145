/**
 * What can be sent to a SPARQL store: articles, each the whole of one named graph, and what entities are called.
 * In: nothing. Out: the type that a folder of a catalogue and graph files both come as:
 *   { graph: '…/graph/76f4…', articleId: '76f4…', quads } · { entity: '…/person/sergey-lavrov', quads }
 */
import type { Quad } from 'n3'

export interface PushArticle {
  /** IRI of the graph; it replaces what the store has under that name. */
  readonly graph: string
  /** Local name of the article, for people who watch. */
  readonly articleId: string
  /** All quads of the graph; the graph that they name themselves is not looked at. */
  quads(): Iterable<Quad>
}

/** The description of one node of the graph of entities. */
export interface PushEntity {
  readonly entity: string
  quads(): Iterable<Quad>
}

/** Each call starts anew, so that a look beforehand costs no memory; every article and every entity comes once. */
export interface PushSource {
  /** Start of the IRIs of the data; its graphs are `<base>graph/…`. */
  readonly base: string
  /** Each article's graph. */
  articles(): AsyncIterable<PushArticle>
  /** What things are called, each by itself. */
  entities(): AsyncIterable<PushEntity>
  /** What stands in the graph of the dataset. */
  dataset(): Iterable<Quad>
}
