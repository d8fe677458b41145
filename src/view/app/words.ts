/** Every word that the page says by itself, in one place, ready for another language. Whatever has a number in it is a function. */

import type { Basis, ClaimKind, EdgeKind, NodeKind, Standing } from '../model.js'

export const language = 'en-GB'

export const kindNames: Readonly<Record<NodeKind | ClaimKind, { readonly one: string; readonly many: string }>> = {
  person: { one: 'Person', many: 'People' },
  organization: { one: 'Organisation', many: 'Organisations' },
  outlet: { one: 'Media outlet', many: 'Outlets' },
  group: { one: 'Group', many: 'Groups' },
  place: { one: 'Place', many: 'Places' },
  work: { one: 'Work', many: 'Works' },
  event: { one: 'Event', many: 'Events' },
  article: { one: 'Article', many: 'Articles' },
  statement: { one: 'Statement', many: 'Statements' },
  role: { one: 'Role', many: 'Roles' },
  relation: { one: 'Relation', many: 'Relations' },
}

export const edgeNames: Readonly<Record<EdgeKind, string>> = {
  statement: 'Statements', role: 'Roles', relation: 'Relations', participation: 'Part in events', publication: 'Publications', mention: 'Mentions',
}

export const edgeHelp: Readonly<Record<EdgeKind, string>> = {
  statement: 'Who says something about or to whom', role: 'Who holds which office or title, and where', relation: 'Who belongs to, is based in, is married to …',
  participation: 'Who does, suffers or joins what happened', publication: 'Who publishes what', mention: 'Which article names whom',
}

export const basisNames: Readonly<Record<Basis, string>> = {
  list: 'From newsgraph’s own list of countries and capitals; no article says it.',
  metadata: 'From the article’s own data: its head, not its text.',
  mention: 'The name stands in the text.',
}

export const standingNames: Readonly<Record<Standing, string>> = { asserted: 'Asserted', said: 'Only said', planned: 'Planned or possible', denied: 'Denied' }

export const standingHelp: Readonly<Record<Standing, string>> = {
  asserted: 'The article itself says so', said: 'Somebody in the article says so', planned: 'It is planned, or may be', denied: 'It is denied, or was called off',
}

export const say = {
  product: 'newsgraph',
  count: (many: number, one: string, more = `${one}s`): string => `${many.toLocaleString(language)} ${many === 1 ? one : more}`,
  more: (many: number): string => `Show all ${many.toLocaleString(language)}`,
  // head
  search: 'Search', searchHint: 'Search names, roles, statements, events', nothingFound: 'Nothing found', results: 'Results',
  skip: 'Skip to the details',
  views: { map: 'Map', full: 'Full', quotes: 'Who quotes whom', table: 'Table' },
  viewHelp: {
    map: 'Who has to do with whom', full: 'Every statement as a square, with who says it and about whom',
    quotes: 'Which outlet rests on whose words, and who quotes whom', table: 'The same as lists',
  },
  filters: 'Filters', clearFilters: 'Clear all filters', ask: 'Ask', share: 'Share', copied: 'Link copied', correct: 'Corrections', add: 'Add article',
  useLight: 'Use light colours', useDark: 'Use dark colours', light: 'Light', dark: 'Dark', close: 'Close', takeAway: 'Take away',
  empty: 'This graph is empty', emptyHelp: 'It holds no article and no entity. Build one from an article, then open it here.',
  emptyDrawing: 'This graph is empty: there is nothing to draw.', noWebgl: 'This browser cannot draw the graph (no WebGL). The table shows all of it.',
  noLongerThere: 'This link points to something that is not in this graph; it may have been made from other articles.',
  loading: 'Reading the graph …',
  // stage
  stage: 'Drawing of the graph', stageKeys: 'Arrow keys go to the nearest point, Enter opens it, E shows its neighbourhood, P pins it for a path, full stop goes to its next claim, Escape goes back.',
  zoom: 'Zoom', zoomIn: 'Zoom in', zoomOut: 'Zoom out', showAll: 'Show all', legend: 'Kinds of points and lines', pointKinds: 'Kinds of points', lineKinds: 'Kinds of lines',
  unlinked: 'Only mentioned', unlinkedHelp: 'Named in an article, but no claim ties them to anything', hollow: 'Only said or planned', struck: 'Denied',
  back: 'Back', allStories: 'All stories', depth: 'Steps', neighbourhood: 'Neighbourhood', openStory: 'Open story', story: 'Story', pin: 'Pin for a path', unpin: 'Unpin',
  pathFrom: (name: string): string => `Paths from ${name}`, noPath: (from: string, to: string): string => `No line of claims leads from ${from} to ${to}.`,
  pathHint: 'Pinned. Choose a second point to see what connects them.',
  folded: (many: number): string => `+${many.toLocaleString(language)}`,
  foldedPoints: (many: number): string => `${many.toLocaleString(language)} more`,
  moreStories: (many: number): string => `${say.count(many, 'smaller story', 'smaller stories')} not drawn; search, filters and the table reach them.`,
  statementsBadge: (many: number): string => say.count(many, 'statement'),
  shown: (points: number, lines: number): string => `${say.count(points, 'point')} and ${say.count(lines, 'line')} drawn`,
  nothingLeft: 'Nothing passes the filters.',
  // facets
  facets: { what: 'What', standing: 'How it stands', act: 'How it was said', role: 'Role', relation: 'Relation', event: 'Kind of event', outlet: 'Outlet', article: 'Article' },
  sureAtLeast: 'At least this sure', findArticle: 'Find an article', from: 'From', until: 'Until', timeline: 'Timeline',
  timelineHelp: 'Drag over the days to keep only what happened or was said then', clearDates: 'All dates', earlier: (many: number): string => `${many.toLocaleString(language)} earlier`, undated: (many: number): string => `${many.toLocaleString(language)} without a date`,
  said: 'said', happened: 'happened',
  // reader
  details: 'Details', article: 'Article', articles: 'Articles', text: 'Text of the article', overview: 'Overview', choose: 'Choose a point or a line to see every claim with the words that it rests on.',
  inArticle: 'Show in article', passage: (number: number): string => `Show passage ${number} in article`, nextPassage: 'Next passage', previousPassage: 'Previous passage',
  allDetails: 'All details', alsoWritten: 'Also written', foundBy: 'Found by', sure: (percent: number): string => `${percent} % sure`, sureHelp: 'How sure the analysis is',
  cite: 'Cite', cited: 'Citation copied', written: 'Where it is named', neighbours: (many: number): string => say.count(many, 'neighbour'), only: 'Draw only',
  mismatch: 'The text of the article says something else at this place. The words below are what the graph quotes; they were not found there.',
  noText: 'The text of the article is not in this graph; these are the passages that it quotes.',
  noArticle: 'No article is in this graph.', linked: 'The same as', close_: 'Perhaps the same as', rejected: (many: number): string => `${say.count(many, 'namesake')} rejected`, because: 'because of', map: 'On the map',
  claimsHere: (many: number): string => many === 0 ? 'Nothing in the graph rests on these words.' : `${say.count(many, 'claim')} rest${many === 1 ? 's' : ''} on these words`,
  concerned: 'concerned', onlyReported: 'only reported', former: 'former',
  direct: 'Direct quote', mixed: 'Partly quoted', indirect: 'Reported speech',
  sections: {
    'org:member': 'Roles', 'schema:creator': 'Says', 'schema:about': 'Is spoken about', 'ng:addressee': 'Is told', 'ng:medium': 'Statements made through it',
    'ng:occasion': 'Statements made there', 'schema:spatialCoverage': 'Statements made here', 'ng:within': 'Statements quoted in it', 'ng:agent': 'Acts in',
    'ng:patient': 'Is affected by', 'sem:hasActor': 'Takes part in', 'sem:hasPlace': 'Events here', 'rdf:subject': 'Relations', 'rdf:object': 'Relations',
    'ng:heldFor': 'Roles held here', 'ng:accordingTo': 'Claimed in it',
  } as Readonly<Record<string, string>>,
  speaks: 'Who speaks', spokenAbout: 'Who is spoken about', happenedLast: 'What happened', disputed: 'Said by some, denied by others', several: 'In several articles',
  stories: 'Stories', asserts: 'said', denies: 'denied',
  // table
  columns: {
    name: 'Name', kind: 'Kind', by: 'Statements by', about: 'Statements about', roles: 'Roles', said: 'Said', speaker: 'Speaker', act: 'Speech act', whom: 'About or to', on: 'Said on', type: 'Type',
    agent: 'Agent', others: 'Others and place', date: 'Date', status: 'Status', heldBy: 'Held by', for: 'For', subject: 'Subject', relation: 'Relation', object: 'Object',
    published: 'Published on', publisher: 'Publisher', sure: 'Sure', article: 'Article', lines: 'Lines',
  },
  entities: 'Entities', whatToList: 'What to list', rows: (many: number): string => say.count(many, 'row'),
  // taking away
  png: 'Picture (PNG)', svg: 'Drawing (SVG)', csv: 'Table (CSV)', gexf: 'Gephi (GEXF)', graphml: 'GraphML', turtle: 'RDF (Turtle)', print: 'Print', link: 'Copy link', embed: 'Copy embed code',
  takeHelp: 'What is taken away is what the filters leave; of a selection, what concerns it.', source: 'Source', made: 'Drawn with newsgraph',
  // corrections
  rename: 'Rename', mergeWith: 'Is the same as …', splitOff: 'Somebody else in this article', different: 'Is not the same as …', drop: 'Wrong: leave it out', fixSpeaker: 'Somebody else said it', undo: 'Undo', addClaim: 'Add a relation that these words tell', subject: 'Who or what', predicate: 'Relation', object: 'To whom or what', keepClaim: 'Add it', save: 'Save decisions',
  saved: 'Saved for the catalogue', noCorrections: 'Nothing has been corrected. Every entity and claim has “Correct” below its facts.',
  correctionsHelp: 'Save the file as decisions.txt in the catalogue’s folder: every later build honours it.', correctThis: 'Correct', newName: 'New name', who: 'Who?',
  // asking
  askHelp: 'Choose a question or write SPARQL; cells of the answer lead to the graph.', run: 'Run', running: 'Asking …', question: 'Question', rowsFound: (many: number): string => say.count(many, 'row'),
  noAsk: 'This page was made without the means to answer questions: newsgraph view has them, or newsgraph export --html --sparql.',
  // live
  liveHelp: 'Paste, drop or open an article. It is read in this page by the same model; nothing is sent anywhere.', paste: 'Text of an article', open: 'Open a file', read: 'Read it',
  loadingModel: 'Loading the model, 27 MB, once …', readingArticle: 'Reading the article …', drawing: 'Drawing …', noLive: 'This page was made without the model: newsgraph view reads articles.',
}

/** How lists of claims that name a node are headed, in order. */
export const sectionOrder: readonly string[] = [...new Set(Object.values(say.sections))]
