/**
 * A form for people who open /sparql in a browser.
 * In: a request. Out: a page with a question to start from; its answer comes in the form that is chosen.
 */
import type { Context } from 'hono'

const question = `SELECT ?who ?what {
  ?statement a ng:Statement ; schema:creator/rdfs:label ?who ; schema:text ?what
} LIMIT 50`

export function queryForm(context: Context): Response | Promise<Response> {
  context.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'")
  return context.html(`<!doctype html><html lang="en"><meta charset="utf-8"><title>newsgraph SPARQL</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}textarea{width:100%;font:0.9rem/1.4 ui-monospace,monospace}</style>
<h1>SPARQL</h1><form action="/sparql"><p><label for="query">Question; the prefixes of newsgraph are known.</label></p>
<textarea id="query" name="query" rows="12" required>${question}</textarea><p><button>Ask</button></p></form>
<p>Programs send <code>query</code> by GET or POST and choose the form of the answer by <code>Accept</code>. See also <a href="/openapi.json">the REST description</a>.</p></html>`)
}
