// node examples/who-said-what.mjs seeds/ferry-dispatch.txt
// Articles in; out comes who said what, and where in the text it stands.
import { build } from 'newsgraph'

const built = await build(process.argv.slice(2), { links: false })
for (const { article, entities, statements } of built.articles) {
  const nameOf = (id) => entities.find((entity) => entity.id === id)?.name ?? id
  for (const { speakers, content, speechAct, confidence } of statements) {
    const words = content.map(({ start, end }) => article.text.slice(start, end)).join(' … ')
    console.log(`${speakers.map(nameOf).join(' and ')} (${speechAct}, ${confidence}): ${words} [${content[0].start}]`)
  }
}
for (const { message, advice } of built.failures) console.error(message, advice)
