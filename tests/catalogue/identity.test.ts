import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { arrival } from './arrival.js'
import { graphsIn, idsIn, mayor, run, singer, temporaryFolders } from './runs.js'

const folder = temporaryFolders()

describe('Names in a catalogue', () => {
  it('stay with the first of two namesakes, whoever comes first, when the second comes in a later run', () => {
    const [a, b] = [folder(), folder()]
    for (const one of [mayor('a'), singer('b')]) run(a, (writer) => writer.add([one]))
    for (const one of [singer('b'), mayor('a')]) run(b, (writer) => writer.add([one]))
    expect(idsIn(a)).toMatchObject({ a: ['person/paul-young', 'place/sund', 'person/ann-lee'], b: ['person/paul-young-b', 'person/kim-oh'] })
    expect(idsIn(b)).toMatchObject({ a: ['person/paul-young-a', 'place/sund', 'person/ann-lee'], b: ['person/paul-young', 'person/kim-oh'] })
  })

  it('are those that they were when an article is corrected, and claims that stayed keep theirs', () => {
    const here = folder()
    const url = 'https://courier.example/1'
    const before = arrival('a', [{ name: 'Paul Young', title: 'mayor', says: 'The bridge stays open' }, { name: 'Kim Oh', says: 'Not for long' }], { url })
    const after = arrival('a', [{ name: 'Paul Young', title: 'mayor', says: 'The bridge stays open' }, { name: 'Kim Oh', says: 'For ever' }], { url })
    run(here, (writer) => writer.add([singer('b'), before]))
    const was = graphsIn(here).find(({ article }) => article.id === 'a')
    run(here, (writer) => writer.add([after]))
    const [is, ...others] = graphsIn(here).filter(({ article }) => article.id === 'a')
    expect(others).toEqual([])
    expect(is?.article.textSha256).toBe(after.graph.article.textSha256)
    expect(is?.entities.map(({ id }) => id)).toEqual(was?.entities.map(({ id }) => id))
    expect(is?.statements[0]).toEqual(was?.statements[0])
    expect(is?.statements[1]?.id).not.toBe(was?.statements[1]?.id)
  })

  it('are left as if an article had never been there when it is removed', () => {
    const [with_, without] = [folder(), folder()]
    run(with_, (writer) => writer.add([mayor('a')]))
    run(with_, (writer) => writer.add([singer('b'), arrival('c', [{ name: 'Paul Young', title: 'mayor' }, { name: 'Ann Lee' }])]))
    run(with_, (writer) => writer.remove(['b']))
    run(without, (writer) => writer.add([mayor('a')]))
    run(without, (writer) => writer.add([arrival('c', [{ name: 'Paul Young', title: 'mayor' }, { name: 'Ann Lee' }])]))
    expect(graphsIn(with_)).toEqual(graphsIn(without))
  })

  it('come out as the same bytes from the same history, however it was cut into runs', () => {
    const [whole, parts] = [folder(), folder()]
    const articles = Array.from({ length: 70 }, (_, number) => (number % 2 === 0 ? mayor : singer)(`${number}`))
    run(whole, (writer) => writer.add(articles))
    for (let first = 0; first < articles.length; first += 5) run(parts, (writer) => writer.add(articles.slice(first, first + 5)))
    expect(JSON.stringify(graphsIn(parts))).toBe(JSON.stringify(graphsIn(whole)))
  })
})

describe('People’s decisions', () => {
  const decide = (here: string, ...lines: string[]) => {
    const path = join(here, 'decisions.txt')
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n${lines.join('\n')}\n`)
    return run(here, (writer) => writer.decide())
  }

  it('merge and split, and hold when every article is read again by a newer model', () => {
    const here = folder()
    const articles = (maker: string) => [
      arrival('a', [{ name: 'Joe Dahl', title: 'mayor', says: 'Yes' }], {}, maker), arrival('b', [{ name: 'Jonas Dahl-Berg', title: 'mayor' }], {}, maker),
      arrival('c', [{ name: 'Ann Lee' }, { name: 'Kim Oh' }], {}, maker), arrival('d', [{ name: 'Ann Lee' }, { name: 'Kim Oh' }], {}, maker), arrival('e', [{ name: 'Ann Lee' }, { name: 'Kim Oh' }], {}, maker)]
    run(here, (writer) => writer.add(articles('hand 1')))
    const { articles: changed } = decide(here, 'merge person:joe-dahl person:jonas-dahl-berg # the same man', 'split person:ann-lee as person:ann-lee-poet in article:d')
    expect(changed).toEqual(expect.arrayContaining(['b', 'd']))
    const decided = { a: ['person/joe-dahl'], b: ['person/joe-dahl'], c: ['person/ann-lee', 'person/kim-oh'], d: ['person/ann-lee-poet', 'person/kim-oh'], e: ['person/ann-lee', 'person/kim-oh'] }
    expect(idsIn(here)).toEqual(decided)
    run(here, (writer) => { for (const one of articles('hand 2')) writer.add([one]) })
    expect(idsIn(here)).toEqual(decided)
  })

  it('are undone when their lines are gone from the file, with the articles that differ by it', () => {
    const here = folder()
    run(here, (writer) => writer.add([
      arrival('a', [{ name: 'Joe Dahl', title: 'mayor', says: 'Yes' }]), arrival('b', [{ name: 'Jonas Dahl-Berg', title: 'mayor' }]),
      arrival('c', [{ name: 'Ann Lee' }, { name: 'Kim Oh' }]), arrival('d', [{ name: 'Ann Lee' }, { name: 'Kim Oh' }])]))
    const plain = () => [idsIn(here), graphsIn(here).map((graph) => ({ ...graph, entities: graph.entities.map((entity) => ({ ...entity, replaces: [] })) }))]
    const before = plain()
    decide(here, 'merge person:joe-dahl person:jonas-dahl-berg', 'split person:ann-lee as person:ann-lee-poet in article:d', 'rename person:kim-oh Kim A. Oh')
    expect(idsIn(here)).not.toEqual(before[0])
    writeFileSync(join(here, 'decisions.txt'), '# nothing\n')
    expect(plain()).toEqual(before)
    expect(run(here, (writer) => writer.decide()).articles).toEqual(['b', 'd'])
    expect(plain()).toEqual(before)
    // An id that was given leads on.
    expect(graphsIn(here).flatMap(({ entities }) => entities).find(({ id }) => id === 'person/ann-lee')?.replaces).toEqual(['person/ann-lee-poet'])
  })

  it('rename, drop a claim and correct a speaker', () => {
    const here = folder()
    const one = mayor('a')
    const [statement] = one.graph.statements
    run(here, (writer) => writer.add([one, singer('b')]))
    const { articles } = decide(here, `speaker statement:a-${statement?.id} person:ann-lee`, 'rename person:ann-lee “Ann R. Lee”', 'drop holding:b-singer-paul-young')
    expect(articles).toEqual(expect.arrayContaining(['a', 'b']))
    const [a, b] = graphsIn(here)
    expect(a?.statements[0]?.speakers).toEqual(['person/ann-lee'])
    expect(a?.entities.find(({ id }) => id === 'person/ann-lee')?.name).toBe('Ann R. Lee')
    expect(b?.roles).toEqual([])
  })

  it('that nobody can understand are named with their line, and nothing is done', () => {
    const here = folder()
    run(here, (writer) => writer.add([mayor('a')]))
    writeFileSync(join(here, 'decisions.txt'), '# mine\nmerge person:ann-lee\n')
    expect(() => run(here, (writer) => writer.decide())).toThrow(/decisions\.txt, line 2, is not understood: merge person:ann-lee/u)
    expect(() => idsIn(here)).toThrow(/line 2/u)
  })
})
