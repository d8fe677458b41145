import { describe, expect, test } from 'vitest'
import { page, pretended, rss, startClock, startFolder, startPaper, startShelf, stateIn, watchOnce } from './paper.js'

describe('robots.txt', () => {
  test.each([
    ['that forbids the feed', 'User-agent: *\nDisallow: /feed', ['does not allow newsgraph to fetch'], []],
    ['that forbids an article', 'User-agent: newsgraph\nDisallow: /b\n\nUser-agent: *\nDisallow:', ['does not allow newsgraph to fetch'], ['/feed']],
    ['that forbids others', 'User-agent: otherbot\nDisallow: /', [], ['/feed', '/b']],
    ['that is a web page', '<!doctype html><p>User-agent: *\nDisallow: /', [], ['/feed', '/b']],
    ['that is not there', { status: 404 }, [], ['/feed', '/b']],
    ['that is not open', { status: 403 }, [], ['/feed', '/b']],
    ['that leads in a circle', { status: 302, headers: { location: '/robots.txt' } }, [], ['/feed', '/b']],
    ['that cannot be had now', { status: 500 }, ['robots.txt answers 500'], []],
  ])('%s is obeyed', async (_, robots, problems, asked) => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/robots.txt', robots)
    paper.serve('/feed', rss([{ link: '/b' }]))
    paper.serve('/b', page())
    const made = await watchOnce([paper.at('/feed')], { folder, sink })
    expect(made.problems.map((problem) => problems.find((part) => problem.includes(part)) ?? problem)).toEqual(problems)
    expect(paper.asked()).toEqual(asked)
  })

  test('is asked once a day, and yesterday’s stands when today’s cannot be had', async () => {
    const clock = startClock()
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/robots.txt', 'User-agent: *\nAllow: /feed$\nDisallow: /', { status: 503 })
    paper.serve('/feed', rss([{ link: '/b' }]))
    const times = (): number => paper.requests.filter(({ path }) => path === '/robots.txt').length
    for (let round = 0; round < 2; round += 1) await watchOnce([paper.at('/feed')], { folder, sink, clock })
    expect(times()).toBe(1)
    clock.pass(25 * 3_600_000)
    const { tally } = await watchOnce([paper.at('/feed')], { folder, sink, clock })
    expect(times()).toBe(2)
    expect(tally.feeds.read).toBe(1)
    expect(paper.asked()).not.toContain('/b')
  })

  test('says how long to wait between two requests', async () => {
    const clock = startClock()
    const [paper, folder, sink] = [await startPaper(clock), startFolder(), startShelf()]
    paper.serve('/robots.txt', 'User-agent: *\nCrawl-delay: 7')
    paper.serve('/feed', rss([{ link: '/a' }, { link: '/b' }]))
    for (const path of ['/a', '/b']) paper.serve(path, page())
    await watchOnce([paper.at('/feed')], { folder, sink, clock })
    const times = paper.requests.map(({ at }) => at)
    expect(times.slice(1).map((time, index) => time - (times[index] ?? 0))).toEqual([7000, 7000, 7000])
  })

  test('that asks for an hour between two requests gets it: the rest waits for later rounds', async () => {
    const clock = startClock()
    const [paper, folder, sink] = [await startPaper(clock), startFolder(), startShelf()]
    paper.serve('/robots.txt', 'User-agent: *\nCrawl-delay: 3600')
    paper.serve('/feed', { body: rss([{ link: '/a' }]), headers: { etag: '"1"' } })
    paper.serve('/a', page())
    for (let round = 0; round < 3; round += 1) {
      const { problems } = await watchOnce([paper.at('/feed')], { folder, sink, clock })
      expect(problems.filter((problem) => !problem.includes('is left alone until'))).toEqual([])
      clock.pass(3_600_000)
    }
    expect(clock.slept.every((ms) => ms <= 60_000)).toBe(true)
    const times = paper.requests.map(({ at }) => at)
    expect(Math.min(...times.slice(1).map((time, index) => time - (times[index] ?? 0)))).toBeGreaterThanOrEqual(3_600_000)
  })
})

describe('a server that', () => {
  test('asks to be left alone for a moment is asked again after it', async () => {
    const clock = startClock()
    const [paper, folder, sink] = [await startPaper(clock), startFolder(), startShelf()]
    paper.serve('/feed', { status: 429, headers: { 'retry-after': '20' } }, rss([]))
    expect((await watchOnce([paper.at('/feed')], { folder, sink, clock })).problems).toEqual([])
    const [, first, second] = paper.requests
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBe(20_000)
  })

  test('asks to be left alone for an hour is left alone, by the next process too', async () => {
    const clock = startClock()
    const [paper, folder, sink] = [await startPaper(clock), startFolder(), startShelf()]
    paper.serve('/feed', { status: 503, headers: { 'retry-after': new Date(clock.now() + 3_600_000).toUTCString() } }, rss([]))
    expect((await watchOnce([paper.at('/feed')], { folder, sink, clock })).problems).toEqual([`${paper.at('/feed')} answers 503`])
    const { problems, tally } = await watchOnce([paper.at('/feed')], { folder, sink, clock })
    expect(problems[0]).toMatch(/^127\.0\.0\.1:\d+ is left alone until 2024-03-05T10:0/)
    expect(tally.feeds.putOff).toBe(1)
    expect(paper.asked()).toEqual(['/feed'])
    clock.pass(3_600_000)
    expect((await watchOnce([paper.at('/feed')], { folder, sink, clock })).tally.feeds.read).toBe(1)
  })

  test('fails and then answers is asked again within the round', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/feed', { status: 500 }, rss([{ link: '/b' }]))
    paper.serve('/b', { status: 502 }, { status: 502 }, page())
    expect(await watchOnce([paper.at('/feed')], { folder, sink })).toMatchObject({ problems: [], tally: { articles: { added: 1 } } })
  })

  test('fails for an article is asked for it again in the next rounds, five times', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/feed', { body: rss([{ link: '/b' }]), headers: { etag: '"1"' } }, { status: 304 })
    paper.serve('/b', { status: 500 })
    for (let round = 0; round < 7; round += 1) await watchOnce([paper.at('/feed')], { folder, sink })
    expect(paper.asked().filter((path) => path === '/b')).toHaveLength(15)
    expect(stateIn(folder)['articles']?.[paper.at('/b')]).toMatchObject({ state: 'left out', why: `${paper.at('/b')} answers 500` })
  })

  test('never answers is given up', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/feed', () => undefined)
    paper.serve('/drip', (_, response) => { response.write('<rss>') })
    expect((await watchOnce([paper.at('/feed'), paper.at('/drip')], { folder, sink, timeoutMs: 100 })).problems).toEqual([
      `${paper.at('/feed')} does not answer within 1 seconds`, `${paper.at('/drip')} does not answer within 1 seconds`,
    ])
  })

  test('never answers is not asked for all of its articles', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    const links = Array.from({ length: 20 }, (_, index) => ({ link: `/${index}` }))
    paper.serve('/feed', rss(links))
    for (const { link } of links) paper.serve(link, () => undefined)
    const { tally } = await watchOnce([paper.at('/feed')], { folder, sink, timeoutMs: 50 })
    expect(tally.articles).toMatchObject({ failed: 3, waiting: 20 })
  })

  test('is not there is told in a line', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    const gone = await startPaper()
    gone.close()
    paper.serve('/feed', rss([]))
    const { problems, tally } = await watchOnce([gone.at('/feed'), paper.at('/feed')], { folder, sink })
    expect(problems).toEqual([`${new URL(gone.at('/')).host} refuses connections`])
    expect(tally.feeds).toMatchObject({ read: 1, failed: 1 })
  })
})

describe('an article', () => {
  test.each([
    ['is gone', { status: 410 }, 'answers 410'],
    ['is for subscribers', { status: 401 }, 'answers 401'],
    ['is a PDF file', { body: '%PDF-1.7', headers: { 'content-type': 'application/pdf' } }, 'is application/pdf, not a web page'],
    ['is a picture, whatever it says', { body: Buffer.from('89504e470d0a1a0a0000', 'hex'), headers: { 'content-type': 'text/html' } }, 'is an image (PNG)'],
    ['is huge', { body: page(' '.repeat(8_100_000)) }, 'is too large: the limit is 8 MB'],
    ['has no text', { body: '<!doctype html><html><body><nav>Menu</nav></body></html>' }, 'No article text was found'],
    ['is in French', { body: page('Le maire de la ville a dit mardi que le vieux pont serait fermé pendant tout l’hiver, et que les travaux commenceraient au printemps prochain.').replace(/<p>She[^]*?<\/p>/, '') }, 'is not in English'],
  ])('that %s is left out with a line, once; the others are added', async (_, what, message) => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/feed', rss([{ link: '/bad' }, { link: '/b' }]))
    paper.serve('/bad', what)
    paper.serve('/b', page())
    const { problems, tally } = await watchOnce([paper.at('/feed')], { folder, sink })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(message)
    expect(tally.articles).toMatchObject({ added: 1, failed: 1, waiting: 0 })
    expect((await watchOnce([paper.at('/feed')], { folder, sink })).problems).toEqual([])
    expect(paper.asked().filter((path) => path === '/bad')).toHaveLength(1)
  })
})

describe('a redirect', () => {
  test('for good is remembered', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/feed', { status: 301, headers: { location: '/new' } })
    paper.serve('/new', { status: 308, headers: { location: '/newer' } })
    paper.serve('/newer', { status: 302, headers: { location: '/today' } })
    paper.serve('/today', { body: rss([]), headers: { etag: '"1"' } })
    for (let round = 0; round < 2; round += 1) await watchOnce([paper.at('/feed')], { folder, sink })
    expect(paper.asked()).toEqual(['/feed', '/new', '/newer', '/today', '/newer', '/today'])
    expect(paper.requests.filter(({ headers }) => headers['if-none-match'] === '"1"').map(({ path }) => path)).toEqual(['/today'])
  })

  test('for good to what is gone is forgotten', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/feed', { status: 301, headers: { location: '/new' } }, rss([]))
    paper.serve('/new', rss([]), { status: 404 })
    for (let round = 0; round < 3; round += 1) await watchOnce([paper.at('/feed')], { folder, sink })
    expect(paper.asked()).toEqual(['/feed', '/new', '/new', '/feed'])
  })

  test('of an article leads to the address it is kept by', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/feed', rss([{ link: '/track?to=b' }]))
    paper.serve('/track?to=b', { status: 302, headers: { location: '/b' } })
    paper.serve('/b', page())
    await watchOnce([paper.at('/feed')], { folder, sink })
    expect([...sink.readings.keys()]).toEqual([paper.at('/b')])
  })

  const hops = (count: number): (readonly [string, object])[] => Array.from({ length: count }, (_, index) => [index === 0 ? '/feed' : `/${index}`, { status: 302, headers: { location: `/${index + 1}` } }] as const)

  test.each([
    ['in a circle', [['/feed', { status: 302, headers: { location: '/1' } }], ['/1', { status: 302, headers: { location: '/feed' } }]], 'leads in a circle of redirects'],
    ['to itself', [['/feed', { status: 301, headers: { location: '/feed' } }]], 'leads in a circle of redirects'],
    ['six times', [...hops(6), ['/6', rss([])]], 'leads through more than 5 redirects'],
    ['to a file', [['/feed', { status: 302, headers: { location: 'file:///etc/passwd' } }]], 'leads to file:///etc/passwd, which is no address of the web'],
    ['to nowhere', [['/feed', { status: 302 }]], 'answers 302 without saying where to go'],
    ['to another program', [['/feed', { status: 302, headers: { location: 'gopher://127.0.0.1/' } }]], 'which is no address of the web'],
  ] as const)('%s is not followed', async (_, pages, message) => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    for (const [path, what] of pages) paper.serve(path, what as string)
    const { problems } = await watchOnce([paper.at('/feed')], { folder, sink })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(message)
  })

  test('five times is followed', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    for (const [path, what] of [...hops(5), ['/5', rss([])] as const]) paper.serve(path, what as string)
    expect((await watchOnce([paper.at('/feed')], { folder, sink })).problems).toEqual([])
  })
})

describe('a feed from outside', () => {
  const inside = ['http://127.0.0.3:9/', 'http://127.0.0.2:9/', 'http://inside.example:9/b', 'http://user:word@127.0.0.3:9/', 'http://2130706435:9/']

  test.each(inside)('that redirects to %s is not followed there', async (target) => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/feed', { status: 302, headers: { location: target } })
    const { problems } = await watchOnce([paper.at('/feed', 'echo.example')], { folder, sink, network: pretended })
    expect(problems).toEqual([expect.stringMatching(/is an address within this (?:computer|network), to which a feed from outside must not lead$/)])
    expect(problems[0]).not.toContain('word')
  })

  test.each(inside)('that lists %s does not lead there, nor does an article that it lists', async (target) => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/feed', rss([{ link: target }, { link: '/b' }, { link: 'file:///etc/passwd' }, { link: '/a' }]))
    paper.serve('/b', { status: 301, headers: { location: target } })
    paper.serve('/a', page())
    const { problems, tally } = await watchOnce([paper.at('/feed', 'echo.example')], { folder, sink, network: pretended })
    expect(problems).toEqual(Array(2).fill(expect.stringContaining('to which a feed from outside must not lead')))
    expect(tally.articles).toMatchObject({ added: 1, failed: 2 })
  })

  test('whose name later stands for an address within is not read', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/feed', rss([]))
    await watchOnce([paper.at('/feed', 'echo.example')], { folder, sink, network: pretended })
    const { problems } = await watchOnce([paper.at('/feed', 'echo.example')], { folder, sink, network: { ...pretended, reachOf: () => 'network' } })
    expect(problems).toEqual([expect.stringContaining('is an address within this network')])
  })

  test('cannot be a name of somebody else’s for this computer, but of this network it can', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/feed', rss([]))
    const of = (reach: 'computer' | 'network') => watchOnce([paper.at('/feed', 'echo.example')], { folder, sink, network: { ...pretended, reachOf: () => reach } })
    expect((await of('computer')).problems).toEqual([expect.stringContaining('is an address within this computer')])
    expect((await of('network')).problems).toEqual([])
  })
})
