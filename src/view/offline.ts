/**
 * What makes the served page work without its server, once it was loaded, and lets browsers install it: a service worker, a manifest, an icon.
 * In: nothing. Out: texts to serve. The graph is asked of the server first; what it last said is kept for when it does not answer.
 */

/** Keeps what the page fetched; answers from there when nobody else does. Nothing is fetched from elsewhere. */
export const serviceWorker = `const kept = 'newsgraph-1'
const needed = ['./', './manifest.webmanifest', './icon.svg']
const model = ['./live.js', './model/model.json', './model/model.onnx', './model/vocab.txt', './kb/newsgraph.kb']
self.addEventListener('install', event => event.waitUntil(caches.open(kept).then(cache => cache.addAll(needed)).then(() => self.skipWaiting())))
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))
self.addEventListener('message', event => { if (event.data === 'keep the model') event.waitUntil(caches.open(kept).then(cache => cache.addAll(model))) })
self.addEventListener('fetch', event => {
  const { request } = event
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return
  event.respondWith(caches.open(kept).then(async cache => {
    const isLasting = /\\.(?:js|wasm|onnx|kb|json|txt|svg)$/.test(new URL(request.url).pathname)
    const known = await cache.match(request, { ignoreSearch: true })
    if (isLasting && known) return known
    try {
      const answer = await fetch(request)
      if (answer.ok) await cache.put(request, answer.clone())
      return answer
    } catch (error) {
      if (known) return known
      throw error
    }
  }))
})
`

export const manifest = JSON.stringify({
  name: 'newsgraph',
  short_name: 'newsgraph',
  description: 'Reads news articles and shows who said what, in this page',
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: '#fbfaf7',
  theme_color: '#9c2a22',
  icons: [{ src: './icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
})

export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="#9c2a22"/><g stroke="#fbfaf7" stroke-width="3"><path d="M18 44L32 20M32 20L48 40M18 44L48 40"/></g><g fill="#fbfaf7"><circle cx="18" cy="44" r="7"/><circle cx="32" cy="19" r="8"/><rect x="41" y="33" width="14" height="14"/></g></svg>
`
