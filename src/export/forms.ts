/** The names of the forms that claims are exported in, without what writes them: the command line needs no more to start. */
export const CLAIM_FORMS = [
  'csv',
  'xlsx',
  'parquet',
  'jsonl',
  'neo4j',
  'obsidian',
  'markdown',
  'ftm',
  'quickstatements',
  'sssom',
  'nt-star',
] as const
export type ClaimForm = (typeof CLAIM_FORMS)[number]
