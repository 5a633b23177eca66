import { execFile } from 'node:child_process'
import { lookup } from 'node:dns/promises'
import { readFile } from 'node:fs/promises'
import { hostname, networkInterfaces } from 'node:os'
import { promisify } from 'node:util'

/** What `hostname = auto` looks at. */
export interface Machine {
  /** Fully qualified name, or the plain one. */
  readonly name: string
  /** Addresses that `name` resolves to. */
  readonly resolved: readonly string[]
  /** Own addresses that are not loopback, IPv4 first, the default route's interface before others. */
  readonly addresses: readonly string[]
}

/**
 * The name by which others reach this machine: its own name where that is a qualified one and leads here, else its
 * primary address, else 127.0.0.1. A name without a dot is no use: docker takes `name/project/image` for a path on Docker Hub.
 */
export function ownHostname(machine: Machine): string {
  const leadsHere = machine.resolved.some((address) => machine.addresses.includes(address))
  if (machine.name.includes('.') && leadsHere) return machine.name
  const primary = machine.addresses[0]
  if (primary === undefined) return '127.0.0.1'
  return primary.includes(':') ? `[${primary}]` : primary
}

export async function thisMachine(): Promise<Machine> {
  const name = await qualifiedName()
  const resolved = await lookup(name, { all: true }).catch(() => [])
  const preferred = await defaultRouteInterface()
  const own = Object.entries(networkInterfaces())
    .filter(([device]) => !/^(lo|docker|br-|veth|virbr|cni|podman)/.test(device))
    .flatMap(([device, list]) => (list ?? []).map((address) => ({ device, ...address })))
    .filter((address) => !address.internal && !address.address.startsWith('fe80:'))
  const rank = (address: { device: string; family: string }) =>
    (address.family === 'IPv4' ? 0 : 2) + (address.device === preferred ? 0 : 1)
  const addresses = own.toSorted((a, b) => rank(a) - rank(b)).map((address) => address.address)
  return { name, resolved: resolved.map((entry) => entry.address), addresses }
}

async function qualifiedName(): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('hostname', ['-f'], { timeout: 5000 })
    return stdout.trim() || hostname()
  } catch {
    return hostname()
  }
}

async function defaultRouteInterface(): Promise<string | undefined> {
  const table = await readFile('/proc/net/route', 'utf8').catch(() => '')
  const rows = table.split('\n').map((row) => row.split('\t'))
  return rows.find((row) => row[1] === '00000000')?.[0]
}
