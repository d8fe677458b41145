/**
 * Who may ask.
 * In: a request. Out: let through, or 401 and 403 with a sentence. "http://evil.example" in the browser's address bar, its name bent to
 * 127.0.0.1, is refused by its Host; a page of another site by its Origin; another machine without the token by its missing token.
 * OpenRefine, a page from another port of this machine, may use the reconciliation service.
 */
import { timingSafeEqual, createHash } from 'node:crypto'
import type { Context, MiddlewareHandler, Next } from 'hono'

export interface GuardOptions {
  /** The address that is listened on. */
  readonly host: string
  /** Asked of every request, if given. */
  readonly token?: string
}

/** Said to browsers with every answer; pages that may be framed or need styles say so themselves. */
const headers = {
  'cache-control': 'no-store',
  'content-security-policy': "frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

const loopbackName = String.raw`(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])`
const loopbackHost = new RegExp(`^${loopbackName}(?::\\d+)?$`, 'iu')
const loopbackOrigin = new RegExp(`^https?://${loopbackName}(?::\\d+)?$`, 'iu')

/** What only this machine can reach. */
export function isLoopback(host: string): boolean {
  return loopbackHost.test(host.includes(':') ? `[${host}]` : host)
}

export function isLoopbackOrigin(origin: string): boolean {
  return loopbackOrigin.test(origin)
}

export function guard(options: GuardOptions): MiddlewareHandler {
  return async (context, next) => {
    for (const [name, value] of Object.entries(headers)) context.header(name, value)
    return isStranger(context, options) ?? preflight(context) ?? isUnknown(context, options) ?? admit(context, next)
  }
}

function isStranger(context: Context, { host }: GuardOptions): Response | undefined {
  const named = context.req.header('host') ?? ''
  if (isLoopback(host) && !loopbackHost.test(named)) return context.text('This server is for this machine only.\n', 403)
  const origin = context.req.header('origin')
  if (origin !== undefined && !isOwn(origin, named) && !(isOpenToNeighbours(context) && loopbackOrigin.test(origin))) {
    return context.text('Pages of other sites may not ask this server.\n', 403)
  }
  return isForeignScript(context) ? context.text('Pages of other sites may not load from this server.\n', 403) : undefined
}

function isOwn(origin: string, host: string): boolean {
  return origin === `http://${host}` || origin === `https://${host}`
}

/** A script or picture that another site's page wants; browsers say so, and cannot be made to say otherwise by the page. */
function isForeignScript(context: Context): boolean {
  const { site, mode } = { site: context.req.header('sec-fetch-site'), mode: context.req.header('sec-fetch-mode') }
  if (site === undefined || site === 'same-origin' || site === 'none' || mode === 'navigate') return false
  return (
    !isOpenToNeighbours(context) ||
    !(site === 'same-site' || loopbackOrigin.test(originOf(context.req.header('referer')) ?? context.req.header('origin') ?? ''))
  )
}

export function originOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).origin : undefined
}

function isOpenToNeighbours(context: Context): boolean {
  return /^\/reconcile(?:\/|$)/u.test(context.req.path)
}

/** Browsers ask first whether they may ask. */
function preflight(context: Context): Response | undefined {
  const origin = context.req.header('origin')
  if (origin !== undefined && isOpenToNeighbours(context)) {
    context.header('access-control-allow-origin', origin)
    context.header('vary', 'Origin')
  }
  if (context.req.method !== 'OPTIONS' || context.req.header('access-control-request-method') === undefined) return undefined
  context.header('access-control-allow-methods', 'GET, POST')
  context.header('access-control-allow-headers', 'content-type, authorization')
  return context.body(null, 204)
}

function isUnknown(context: Context, { token }: GuardOptions): Response | undefined {
  if (token === undefined || isSame(tokenIn(context.req.header('authorization') ?? ''), token)) return undefined
  context.header('www-authenticate', 'Bearer realm="newsgraph"')
  context.header('www-authenticate', 'Basic realm="newsgraph", charset="UTF-8"', { append: true })
  return context.text('This server asks for its token.\n', 401)
}

/** `Bearer TOKEN`, or the password that a browser sends. */
function tokenIn(authorization: string): string {
  const [, scheme = '', value = ''] = /^(\w+) +(\S+)$/u.exec(authorization) ?? []
  if (/^bearer$/iu.test(scheme)) return value
  const pair = /^basic$/iu.test(scheme) ? Buffer.from(value, 'base64').toString() : ''
  return pair.slice(pair.indexOf(':') + 1)
}

/** Takes the same time whatever is the same. */
function isSame(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}

async function admit(_: Context, next: Next): Promise<void> {
  await next()
}
