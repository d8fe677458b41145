/** An invented article that tries to break out of the page: markup, script ends, separators and addresses of the wrong kind. */

import type { Written } from './turtle.js'

const name = '</script><script>window.hacked = 1</script>'
const image = '<img src=x onerror="window.hacked = 2">'
const text = `${image} said: “<svg onload='window.hacked = 3'> ]]> --> <!-- \u2028 \u2029 \u0000 \\u003c”, \${window.hacked = 4} ${name} replied.`

export const hostile: Written = {
  id: 'hostile', headline: `${name}${image}`, date: '2026-03-04"><b>', text,
  records: [
    { id: 'a', label: name, what: `a schema:Person ; skos:altLabel ${JSON.stringify(image)} ; owl:sameAs <javascript:window.hacked=5> ; skos:closeMatch "data:text/html,<script>window.hacked=6</script>"`, on: [name] },
    { id: 'b', label: image, what: 'a schema:Organization ; schema:url "JaVaScRiPt:window.hacked=7", "https://example.org/\\"onmouseover=\\"window.hacked=8"', on: [image] },
    { id: 's', label: image, what: `a ng:Statement, ng:DirectStatement ; schema:creator :a ; schema:about :b ; schema:text ${JSON.stringify(text)} ; ng:cue ${JSON.stringify(image)} ; ng:speechAct <javascript:window.hacked=9> ; ng:confidence 0.9 ; ng:rule ${JSON.stringify(image)}`, on: ["<svg onload='window.hacked = 3'>"] },
  ],
}
