import { describe, expect, test } from 'vitest'
import { Problem } from '../../src/problem.js'
import { clock as systemClock } from '../../src/watch/clock.js'
import type { Tally } from '../../src/watch/parts.js'
import { watch } from '../../src/watch/watch.js'
import { page, rss, startClock, startFolder, startPaper, startShelf, stateIn, watchOnce } from './paper.js'

describe('rounds', () => {
  test('come every so often until the signal, and a feed that fails comes ever more rarely', async () => {
    const clock = startClock()
    const [paper, folder, sink, stop] = [await startPaper(clock), startFolder(), startShelf(), new AbortController()]
    paper.serve('/good', rss([]))
    paper.serve('/bad', { status: 404 })
    let rounds = 0
    const onRound = async (): Promise<void> => { if ((rounds += 1) === 16) stop.abort() }
    await watch([paper.at('/good'), paper.at('/bad')], { folder, sink, clock, signal: stop.signal, once: false, everyMs: 900_000, onRound })
    const times = (path: string): number[] => paper.requests.filter((request) => request.path === path).map(({ at }) => Math.round((at - Date.parse('2024-03-05T09:00:00Z')) / 900_000))
    expect(times('/good')).toEqual(Array.from({ length: 16 }, (_, index) => index))
    // It rests for half an hour, an hour, two hours, and is then asked in the round that follows.
    expect(times('/bad')).toEqual([0, 3, 8])
  })

  test('go on when the catalogue is somebody else’s for a while', async () => {
    const clock = startClock()
    const [paper, folder, shelf, stop] = [await startPaper(clock), startFolder(), startShelf(), new AbortController()]
    paper.serve('/feed', rss([{ link: '/b' }]))
    paper.serve('/b', page())
    let isBusy = true
    const sink = { open: () => (isBusy ? Promise.reject(new Problem('output', 'Somebody else is writing', 'Wait.')) : shelf.open()) }
    const told: string[] = []
    const tallies: Tally[] = []
    await watch([paper.at('/feed')], {
      folder, sink, clock, signal: stop.signal, once: false, everyMs: 900_000,
      onEvent: (event) => { if (event.kind === 'problem') told.push(event.problem.message) },
      onRound: async (tally) => {
        tallies.push(tally)
        isBusy = false
        if (tallies.length === 2) stop.abort()
      },
    })
    expect(told).toEqual(['Somebody else is writing'])
    expect(tallies.map(({ articles }) => articles.added)).toEqual([0, 1])
    await expect(watchOnce([paper.at('/feed')], { folder, sink: { open: () => Promise.reject(new Problem('output', 'Somebody else is writing', 'Wait.')) } })).rejects.toThrow('Somebody else is writing')
  })
})

describe('a store', () => {
  test('is brought up to date when the catalogue changed, once more after it did not answer, and by the next process', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/feed', rss([]), rss([{ link: '/b' }]))
    paper.serve('/b', page())
    const asked: string[] = []
    let isDown = true
    const store = (to: string) => ({ to, push: async () => {
      asked.push(to)
      if (isDown) throw new Problem('store', 'The store does not answer', 'Start it.')
    } })
    const once = (to: string) => watchOnce([paper.at('/feed')], { folder, sink, store: store(to) })
    expect((await once('a')).problems).toEqual([])
    expect((await once('a')).problems).toEqual(['The store does not answer'])
    isDown = false
    expect((await once('a')).problems).toEqual([])
    await once('a')
    await once('b')
    expect(asked).toEqual(['a', 'a', 'b'])
  })
})

describe('the signal', () => {
  const until = async (is: () => boolean): Promise<void> => { while (!is()) await new Promise((done) => { setTimeout(done, 5) }) }

  test.each([
    ['while a server does not answer', '/slow', 0],
    ['while an article is fetched', '/feed', 1],
  ])('ends all within a second %s, and what waits is remembered', async (_, start, waiting) => {
    const [paper, folder, sink, stop] = [await startPaper(), startFolder(), startShelf(), new AbortController()]
    paper.serve('/feed', { body: rss([{ link: '/slow', title: 'Bridge' }]), headers: { etag: '"1"' } })
    paper.serve('/slow', () => undefined)
    const ended = watch([paper.at(start)], { folder, sink, clock: systemClock, signal: stop.signal, once: false, everyMs: 900_000, pauseMs: 0 })
    await until(() => paper.asked().includes('/slow'))
    const since = performance.now()
    stop.abort()
    await ended
    expect(performance.now() - since).toBeLessThan(1000)
    const articles = Object.values(stateIn(folder)['articles'] ?? {})
    expect(articles.filter(({ state }) => state === 'waiting')).toHaveLength(waiting)
    if (waiting === 0) return
    paper.serve('/feed', { status: 304 })
    paper.serve('/slow', page())
    expect((await watchOnce([paper.at('/feed')], { folder, sink })).tally.articles.added).toBe(1)
  })

  test('ends all within a second while an article is read for ever', async () => {
    const [paper, folder, stop] = [await startPaper(), startFolder(), new AbortController()]
    paper.serve('/feed', rss([{ link: '/b' }]))
    paper.serve('/b', page())
    let isReading = false
    const sink = { open: async () => ({
      revision: 0, has: () => false,
      add: () => {
        isReading = true
        return new Promise<never>(() => undefined)
      },
      close: () => new Promise<never>(() => undefined),
    }) }
    const ended = watch([paper.at('/feed')], { folder, sink, signal: stop.signal, once: true, everyMs: 900_000, pauseMs: 0 })
    await until(() => isReading)
    const since = performance.now()
    stop.abort()
    await ended
    expect(performance.now() - since).toBeLessThan(1000)
    expect(Object.values(stateIn(folder)['articles'] ?? {})).toMatchObject([{ state: 'waiting' }])
  })
})
