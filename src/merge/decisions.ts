/**
 * What people decide about the graph; it outranks every rule, now and whenever an article is read again.
 * In and out: plain JSON that people can read and edit. "These two are one": `{"decide": "merge", "things": ["person/joe-biden", "person/j-biden"]}`.
 *
 * A thing is named by its id (the end of its IRI), an article by its local name, a claim by its own id within the article; none of
 * them is a place in a list, so a decision holds when the article is read again by a newer model. What it names need not be there (yet).
 */

/** Why and by whom; never read by the program. */
interface Remark { readonly by?: string; readonly on?: string; readonly why?: string }

/** The first thing's id is kept unless another has more articles; all others are replaced by it. */
interface MergeThings extends Remark { readonly decide: 'merge'; readonly things: readonly [string, string, ...string[]] }

/** What these articles call by this id is another thing. The larger part keeps the id; the other gets `newId`, or one made of the id and an article. */
export interface SplitThing extends Remark { readonly decide: 'split'; readonly thing: string; readonly articles: readonly [string, ...string[]]; readonly newId?: string }

/** The label of a thing. */
interface RenameThing extends Remark { readonly decide: 'rename'; readonly thing: string; readonly label: string }

/** Two things that no rule may join, however alike. */
interface KeepApart extends Remark { readonly decide: 'different'; readonly things: readonly [string, string] }

/** A claim that is not to be in the graph. */
export interface DropClaim extends Remark { readonly decide: 'drop'; readonly article: string; readonly claim: string }

/** Who said it: ids of things. */
export interface FixSpeaker extends Remark { readonly decide: 'speaker'; readonly article: string; readonly claim: string; readonly speakers: readonly [string, ...string[]] }

/** What an article says and no rule found: a relation between two things that it names, with its words. It changes nothing where the article has not these words. */
export interface AddRelation extends Remark {
  readonly decide: 'add'
  readonly article: string
  readonly subject: string
  readonly predicate: string
  readonly object: string
  readonly words: string
}

export type Decision = MergeThings | SplitThing | RenameThing | KeepApart | DropClaim | FixSpeaker | AddRelation
