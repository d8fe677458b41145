/**
 * What people are known as, as far as it tells namesakes apart.
 * In: roles of a person in an article. Out: marks: "mayor of Memphis" → `title:mayor`, `of:place/memphis`, `title:mayor of:place/memphis`.
 * A singer is hardly the mayor of the same name, and the mayor of one town not that of another; a lawyer may be a senator, and
 * a boss, a star or somebody's brother may be anything.
 */

/** Fields between which people seldom change. */
const FIELDS: Readonly<Record<string, string>> = {
  office: `president premier minister chancellor secretary undersecretary senator governor mayor councilman councilwoman councillor
    alderman congressman congresswoman lawmaker legislator mp mep politician ambassador diplomat envoy president-elect commissioner judge justice
    prosecutor sheriff attorney lawyer coroner magistrate admiral colonel soldier sergeant lieutenant detective constable policeman policewoman
    gov sen rep king queen sultan emir premier treasurer whip`,
  sport: `coach player footballer quarterback linebacker fullback lineman defender midfielder striker goalkeeper forward pitcher catcher cricketer
    bowler batsman boxer swimmer runner sprinter cyclist golfer driver referee umpire athlete champion wrestler skier gymnast`,
  stage: `actor actress singer musician rapper comedian guitarist drummer pianist composer filmmaker screenwriter songwriter novelist poet playwright painter
    sculptor dancer choreographer model host presenter anchor journalist reporter correspondent columnist editor photographer designer`,
  learning: 'professor scientist physicist biologist chemist economist historian physician doctor surgeon psychiatrist psychologist lecturer epidemiologist virologist',
  faith: 'pope pastor priest bishop archbishop cardinal imam rabbi ayatollah patriarch reverend vicar monk',
}
const fieldOf = new Map(Object.entries(FIELDS).flatMap(([field, words]) => words.trim().split(/\s+/u).map((word) => [word, field] as const)))

/** The marks of one role; the words of the title in lower case. */
export function marksOfRole(title: string, of: string | undefined): string[] {
  const head = title.toLowerCase().replace(/\.$/u, '').split(/[\s-]+(?=\p{L}+$)/u).at(-1) ?? ''
  const mark = `title:${head}`
  return of ? [mark, `of:${of}`, `${mark} of:${of}`] : [mark]
}

/** Whether two people so marked can hardly be one. */
export function areMarkedApart(one: readonly string[], other: ReadonlyMap<string, number>): boolean {
  if (one.some((mark) => mark.includes('of:') && other.has(mark))) return false
  const [mine, theirs] = [fieldsOf(one), fieldsOf(other.keys())]
  if (mine.size > 0 && theirs.size > 0 && ![...mine].some((field) => theirs.has(field))) return true
  return holdElsewhere(one, other)
}

function fieldsOf(marks: Iterable<string>): Set<string> {
  return new Set([...marks].flatMap((mark) => (mark.startsWith('title:') ? fieldOf.get(mark.slice(6)) ?? [] : [])))
}

/** The same office in another place: "title:mayor of:place/denver". */
function holdElsewhere(one: readonly string[], other: ReadonlyMap<string, number>): boolean {
  const offices = (marks: Iterable<string>) => [...marks].flatMap((mark) => {
    const [, title = '', place] = /^title:(\S+) of:(place\/.+)$/u.exec(mark) ?? []
    return place && fieldOf.get(title) === 'office' ? [title] : []
  })
  const theirs = new Set(offices(other.keys()))
  const mine = offices(one)
  return mine.some((title) => theirs.has(title))
}

/** A mark that few people share: a title for somebody or something. */
export function sharesOffice(one: readonly string[], other: ReadonlyMap<string, number>): boolean {
  return one.some((mark) => mark.startsWith('title:') && mark.includes(' of:') && other.has(mark))
}
