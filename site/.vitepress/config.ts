/**
 * The documentation site: the pages of docs/, and the library's calls as TypeDoc writes them.
 * In: Markdown. Out: site/dist. A link to a page that is not there stops the build; links to files of the repository are checked by
 * tests/cli/readme.test.ts, and lead to the repository here.
 */
import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitepress'

const { version, repository } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string; repository: { url: string } }
const files = `${repository.url.replace(/^git\+|\.git$/gu, '')}/blob/main/`

export default defineConfig({
  title: 'newsgraph',
  description: 'News articles as a knowledge graph in which every claim carries the words it came from',
  // A copy of docs/: outside of this folder its packages are not found.
  srcDir: './pages',
  outDir: './dist',
  cacheDir: './.vitepress/cache',
  cleanUrls: true,
  lastUpdated: false,
  // Files of the repository, and examples on this computer.
  ignoreDeadLinks: [/^\.?\/?\.\.\//u, /^https?:\/\/(?:localhost|127\.0\.0\.1)/u],
  markdown: {
    // Words of articles in examples may look like Vue's braces.
    attrs: { disable: true },
    config(md) {
      const link = md.renderer.rules.link_open ?? ((tokens, at, options, _env, self) => self.renderToken(tokens, at, options))
      md.renderer.rules.link_open = (tokens, at, options, env, self) => {
        const href = tokens[at]?.attrGet('href') ?? ''
        if (href.startsWith('../')) tokens[at]?.attrSet('href', files + href.slice('../'.length))
        return link(tokens, at, options, env, self)
      }
    },
  },
  themeConfig: {
    nav: [{ text: 'Tutorial', link: '/tutorial' }, { text: 'Exports', link: '/exports' }, { text: 'Library', link: '/library' }, { text: version, link: '/commands' }],
    search: { provider: 'local' },
    sidebar: [
      { text: 'Begin', items: [{ text: 'Ten minutes', link: '/tutorial' }, { text: 'Commands', link: '/commands' }, { text: 'The viewer', link: '/viewer' }, { text: 'Questions', link: '/faq' }] },
      { text: 'Where you work', items: [
        { text: 'Exports: Excel, Neo4j, Obsidian, …', link: '/exports' }, { text: 'SPARQL stores', link: '/stores' }, { text: 'Serve: REST, OpenRefine, MCP', link: '/serve' },
        { text: 'A catalogue, and feeds', link: '/catalogue' }, { text: 'Library', link: '/library' }, { text: 'Calls of the library', link: '/api/' }, { text: 'Spark', link: '/spark' },
      ] },
      { text: 'What it is', items: [
        { text: 'The vocabulary', link: '/vocabulary' }, { text: 'How accurate it is', link: '/accuracy' }, { text: 'From a sentence to a triple', link: '/how-it-works' },
        { text: 'Linking', link: '/linking' }, { text: 'Privacy and copyright', link: '/privacy' }, { text: 'What may come from outside', link: '/threats' },
      ] },
      { text: 'Take part', items: [{ text: 'Adding a rule', link: '/rules' }, { text: 'Adding a language', link: '/languages' }] },
    ],
  },
})
