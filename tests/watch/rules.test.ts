import { describe, expect, test } from 'vitest'
import { network, trustIn } from '../../src/watch/reach.js'
import { allows, rulesFor } from '../../src/watch/robots-rules.js'

describe('robots.txt', () => {
  test.each([
    ['Disallow: /b', '/b', false],
    ['Disallow: /b', '/bridge', false],
    ['Disallow: /b', '/a/b', true],
    ['Disallow:', '/b', true],
    ['Disallow: /', '/robots', false],
    ['Disallow: /\nAllow: /news/', '/news/b', true],
    ['Allow: /news\nDisallow: /news', '/news', true],
    ['Disallow: /*.pdf$', '/a/b.pdf', false],
    ['Disallow: /*.pdf$', '/a/b.pdf?x', true],
    ['Disallow: /*?print', '/b?print=1', false],
    ['Disallow: /a*b*c', '/aXXbYYc/d', false],
    ['Disallow: /a*b*c', '/acb', true],
    ['Disallow: /b$', '/b', false],
    ['Disallow: /b$', '/bb', true],
    ['Disallow: /café', '/caf%C3%A9/b', false],
    ['Disallow: /caf%c3%a9', '/café', false],
    ['Disallow: /b # all of it', '/b', false],
    ['DISALLOW : /b', '/b', false],
    [`Disallow: /${'*a'.repeat(200)}$`, `/${'a'.repeat(5000)}b`, true],
  ])('with %j allows %s: %s', (lines, path, isAllowed) => {
    expect(allows(rulesFor('newsgraph', `User-agent: *\n${lines}`), new URL(path, 'https://echo.example'))).toBe(isAllowed)
  })

  test('of a group that names newsgraph goes before the one for all, and groups of one name are one', () => {
    const text = '\uFEFFDisallow: /x\nUser-agent: a\nUser-agent: Newsgraph/1.0\r\nDisallow: /b\rCrawl-delay: 2.5\n\nUser-agent: *\nDisallow: /\n\nSitemap: https://echo.example/s.xml\nuser-agent: newsgraph\nDisallow: /c'
    expect(rulesFor('newsgraph', text)).toEqual({ lines: ['disallow /b', 'disallow /c'], crawlDelay: 2.5 })
    expect(rulesFor('otherbot', text)).toEqual({ lines: ['disallow /'] })
  })
})

test.each([
  ['93.184.216.34', 'public'], ['2606:2800:220:1::1', 'public'], ['::ffff:93.184.216.34', 'public'], ['64:ff9b::5db8:d822', 'public'], ['172.32.0.1', 'public'],
  ['10.0.0.7', 'network'], ['172.16.0.1', 'network'], ['192.168.1.1', 'network'], ['100.64.0.1', 'network'], ['fd00::1', 'network'], ['::ffff:10.0.0.7', 'network'], ['2002:7f00:1::', 'network'], ['224.0.0.1', 'network'],
  ['127.0.0.1', 'computer'], ['127.8.8.8', 'computer'], ['0.0.0.0', 'computer'], ['169.254.169.254', 'computer'], ['::1', 'computer'], ['::', 'computer'], ['fe80::1', 'computer'],
  ['::ffff:127.0.0.1', 'computer'], ['::ffff:7f00:1', 'computer'], ['64:ff9b::7f00:1', 'computer'], ['::7f00:1', 'computer'],
] as const)('%s reaches %s', (address, reach) => {
  expect(network.reachOf(address)).toBe(reach)
})

test.each([
  ['http://127.0.0.1:8080/feed', 'computer'], ['http://[::1]/feed', 'computer'], ['http://localhost/feed', 'computer'], ['http://10.0.0.7/feed', 'computer'], ['https://news.intranet/feed', 'network'], ['https://echo.example/feed', 'network'],
] as const)('%s on the command line is trusted as of this %s', (address, reach) => {
  expect(trustIn(new URL(address))).toBe(reach)
})
