/**
 * The graph as the page holds it: rows become objects that know their lines and the claims that name them. Facts, evidence and
 * texts come in blocks when somebody looks; `details` says undefined until then, and whoever read it is drawn again when they are there.
 */

import { signal } from '@preact/signals'

import { claimKinds, edgeKinds, nodeKinds, standings } from '../model.js'
import { propertyLabel } from '../terms.js'
import type { ItemRow, WireBlock, WireDetails, WireEvidence, WireHead, WirePart, WireValue } from '../wire.js'
import { blockOf } from '../wire.js'
import type { Item, Edge, Article, Story, Evidence, Details, Value } from './items.js'

/** Fetches the JSON of a part or a block. */
export type Fetch = (what: 'part' | 'block', number: number) => Promise<unknown>

export class NewsGraph {
  readonly items: Item[] = []
  readonly edges: Edge[] = []
  readonly articles: Article[] = []
  readonly stories: Story[] = []
  /** Rises whenever a block has come. */
  readonly arrived = signal(0)
  readonly #edgesOf: number[][] = []
  readonly #namings: number[][] = []
  readonly #lined = new Set<number>()
  readonly #details = new Map<number, Details>()
  readonly #texts = new Map<number, string>()
  readonly #blocks = new Map<number, Promise<void>>()

  private constructor(
    readonly head: WireHead,
    private readonly fetch: Fetch,
  ) {}

  /** Reads part by part, and between two lets the page breathe. */
  static async open(head: WireHead, fetch: Fetch, onProgress: (share: number) => void = () => undefined): Promise<NewsGraph> {
    const graph = new NewsGraph(head, fetch)
    for (let part = 0; part < head.parts; part++) {
      // The rows were written by pack.ts.
      graph.#take((await fetch('part', part)) as WirePart)
      onProgress((part + 1) / head.parts)
    }
    graph.#settle()
    if (head.blocks === 1) await graph.need(0)
    return graph
  }

  #take({ items = [], edges = [], articles = [], stories = [] }: WirePart): void {
    for (const row of items) this.items.push(itemOf(row, this.items.length))
    for (const [source, target, kind, label, claims, isAsserted, basis] of edges) {
      const edge = {
        at: this.edges.length,
        source,
        target,
        kind: edgeKinds[kind] ?? 'relation',
        label,
        claims,
        isAsserted: isAsserted === 1,
      }
      this.edges.push(basis === undefined ? edge : { ...edge, basis })
    }
    for (const [id, headline, date, publisher, url] of articles)
      this.articles.push({ at: this.articles.length, id, headline, date, publisher, url })
    for (const [title, from, until, nodes] of stories) this.stories.push({ at: this.stories.length, title, from, until, nodes })
  }

  #settle(): void {
    for (const edge of this.edges) {
      for (const claim of edge.claims) this.#lined.add(claim)
      for (const end of [edge.source, edge.target]) {
        push(this.#edgesOf, end, edge.at)
        const item = this.items[end]
        if (item === undefined || edge.kind === 'mention') continue
        item.weight += Math.max(1, edge.claims.length)
      }
    }
    for (const edge of this.edges) {
      const [source, target] = [this.items[edge.source], this.items[edge.target]]
      if (source === undefined || target === undefined || source.kind === 'article' || target.kind === 'article') continue
      source.isLinked = target.isLinked = true
    }
    for (const story of this.stories) for (const node of story.nodes) (this.items[node] as Item).story = story.at
    for (const item of this.items) {
      for (const other of new Set([...item.sources, ...item.targets])) push(this.#namings, other, item.at)
      // A statement about nobody known has no line: its speaker is drawn for it.
      if (item.kind === 'statement') for (const source of item.sources) (this.items[source] as Item).isLinked = true
    }
  }

  get nodes(): readonly Item[] {
    return this.items.slice(0, this.head.nodes)
  }
  item(at: number): Item | undefined {
    return this.items[at]
  }
  isNode(at: number): boolean {
    return at < this.head.nodes
  }
  edgesOf(node: number): readonly Edge[] {
    return (this.#edgesOf[node] ?? []).map(at => this.edges[at] as Edge)
  }
  /** Statements, roles, relations and events that name this item. */
  namingsOf(at: number): readonly Item[] {
    return (this.#namings[at] ?? []).map(each => this.items[each] as Item)
  }
  /** Whether a line stands for this claim. */
  isLined(claim: number): boolean {
    return this.#lined.has(claim)
  }
  iri(item: { readonly id: string }): string {
    return this.head.base + item.id
  }

  /** What is known beyond the outline; undefined until its block is there, which is asked for. */
  details(at: number): Details | undefined {
    void this.arrived.value
    const found = this.#details.get(at)
    if (found === undefined) void this.need(blockOf(this.items[at]?.articles[0]))
    return found
  }

  text(article: number): string | undefined {
    void this.arrived.value
    if (!this.#texts.has(article)) void this.need(blockOf(article))
    return this.#texts.get(article)
  }

  /** Whether the block with this article's text is there. */
  isRead(article: number): boolean {
    void this.arrived.value
    return this.#blocks.has(blockOf(article)) && this.#read.has(blockOf(article))
  }

  readonly #read = new Set<number>()

  need(block: number): Promise<void> {
    const known = this.#blocks.get(block)
    if (known !== undefined || block >= this.head.blocks) return known ?? Promise.resolve()
    const coming = this.#takeBlock(block)
    this.#blocks.set(block, coming)
    return coming
  }

  async #takeBlock(block: number): Promise<void> {
    const { details, texts } = (await this.fetch('block', block)) as WireBlock
    for (const [article, text] of Object.entries(texts)) this.#texts.set(Number(article), text)
    for (const [at, wire] of Object.entries(details)) this.#details.set(Number(at), this.#detailsOf(wire))
    this.#read.add(block)
    this.arrived.value++
  }

  #detailsOf({ facts, evidence, names = [], links = [], rule = '' }: WireDetails): Details {
    return {
      facts: facts.map(([property, ...values]) => ({
        property,
        label: propertyLabel(property),
        values: values.map(value => this.#valueOf(value)),
      })),
      evidence: evidence.map(each => this.#evidenceOf(each)),
      names,
      rule,
      links: links.map(([href, isSame, confidence, rule, matched, namesakes]) => ({
        href,
        isSame: isSame === 1,
        confidence,
        rule,
        matched,
        namesakes,
      })),
    }
  }

  #valueOf(value: WireValue): Value {
    if (typeof value === 'string') return { text: value }
    if (typeof value === 'number') return { text: this.items[value]?.label ?? '', item: value }
    const [text, item, href, term] = value
    return { text, ...(item >= 0 ? { item } : {}), ...(href ? { href } : {}), ...(term ? { term } : {}) }
  }

  #evidenceOf(wire: WireEvidence): Evidence {
    if (wire.length === 5) return { article: wire[0], exact: wire[1], prefix: wire[2], suffix: wire[3], isMismatch: wire[4] === 1 }
    const [article, start, end] = wire
    const text = this.#texts.get(article) ?? ''
    return {
      article,
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - 32), start),
      suffix: text.slice(end, end + 32),
      span: [start, end],
      isMismatch: false,
    }
  }
}

const itemKinds = [...nodeKinds, ...claimKinds]

function itemOf(
  [id, label, kind, detail, standing, confidence, from, until, articles, sources, targets, word]: ItemRow,
  at: number,
): Item {
  return {
    at,
    id,
    label,
    kind: itemKinds[kind] ?? 'relation',
    detail,
    standing: standings[standing] ?? 'asserted',
    confidence,
    from,
    until,
    articles,
    sources,
    targets,
    word,
    story: -1,
    weight: 0,
    isLinked: false,
  }
}

function push(lists: number[][], at: number, value: number): void {
  const list = lists[at]
  if (list === undefined) lists[at] = [value]
  else list.push(value)
}
