/**
 * Whom an address reaches: anybody, those in the same network, or this computer alone.
 *
 *   in:  "93.184.216.34", "10.0.0.7", "::1"
 *   out: public, network, computer
 *
 * What a feed says must not make this computer ask its own services or its neighbours: so a feed leads only to addresses
 * that reach as many as its own, or more.
 */
import { lookup, type LookupAddress } from 'node:dns'
import { BlockList, isIP } from 'node:net'
import { promisify } from 'node:util'

export type Reach = 'public' | 'network' | 'computer'
const ORDER: readonly Reach[] = ['public', 'network', 'computer']

/** How names become addresses, and whom these reach; tests put their own in its place. */
export interface Network {
  addressesOf(host: string): Promise<readonly LookupAddress[]>
  reachOf(address: string): Reach
}

const COMPUTER = blocks(['127.0.0.0/8', '0.0.0.0/8', '169.254.0.0/16'], ['::1/128', '::/128', 'fe80::/10'])
const NETWORK = blocks(
  ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  // With the tunnels that hold an IPv4 address: nobody publishes news there.
  ['fc00::/7', 'fec0::/10', 'ff00::/8', '2001::/32', '2001:db8::/32', '2002::/16'],
)

export const network: Network = {
  addressesOf: (host) => promisify(lookup)(host, { all: true }),
  reachOf,
}

/** May something that reaches `limit` lead to what reaches `reach`? */
export function isWithin(reach: Reach, limit: Reach): boolean {
  return ORDER.indexOf(reach) <= ORDER.indexOf(limit)
}

/**
 * How far an address on the command line is trusted: a loopback address says plainly that it is meant, and a name may be
 * one of the network; that a name stands for this computer is what somebody else may have decided.
 */
export function trustIn({ hostname }: URL): Reach {
  return isIP(bareHost(hostname)) > 0 || /(?:^|\.)localhost$/.test(hostname) ? 'computer' : 'network'
}

/** Without the brackets that IPv6 addresses have in URLs. */
export function bareHost(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '')
}

function reachOf(address: string): Reach {
  const inside = embedded(address) ?? address
  const family = isIP(inside) === 6 ? 'ipv6' : 'ipv4'
  return COMPUTER.check(inside, family) ? 'computer' : NETWORK.check(inside, family) ? 'network' : 'public'
}

/** The IPv4 address within one for IPv6: ::ffff:127.0.0.1, ::7f00:1, 64:ff9b::7f00:1. */
function embedded(address: string): string | undefined {
  if (isIP(address) !== 6) return undefined
  const whole = bareHost(new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname)
  const [, high, low] = /^(?:::ffff:|64:ff9b::|::)(?:([\da-f]{1,4}):)([\da-f]{1,4})$/.exec(whole) ?? []
  if (high === undefined || low === undefined) return undefined
  const bytes = [high, low].flatMap((part) => [Number.parseInt(part, 16) >> 8, Number.parseInt(part, 16) & 255])
  return bytes.join('.')
}

function blocks(ipv4: readonly string[], ipv6: readonly string[]): BlockList {
  const list = new BlockList()
  for (const [family, ranges] of [['ipv4', ipv4], ['ipv6', ipv6]] as const) {
    for (const range of ranges) {
      const [address = '', bits = ''] = range.split('/')
      list.addSubnet(address, Number(bits), family)
    }
  }
  return list
}
