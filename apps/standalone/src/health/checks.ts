import { access, stat } from 'node:fs/promises'
import { connect } from 'node:net'
import type { Configuration } from '@berth/distribution-config'
import { hasCode } from '../has-code.js'

export interface Check {
  readonly name: string
  /** Milliseconds between runs. */
  readonly interval: number
  /** Failures in a row before it counts. */
  readonly threshold: number
  run(): Promise<void>
}

type Health = Configuration['health']

/** Fails while the file exists: an operator takes the registry out of rotation by making it. */
const fileCheck = ({ file, interval, threshold }: Health['file'][number]): Check => ({
  name: file,
  interval,
  threshold,
  async run() {
    try {
      await access(file)
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return
      throw error
    }
    throw new Error('file exists')
  },
})

const httpCheck = ({ uri, headers, statuscode, timeout, interval, threshold }: Health['http'][number]): Check => ({
  name: uri,
  interval,
  threshold,
  async run() {
    const response = await fetch(uri, {
      method: 'HEAD',
      redirect: 'manual',
      headers: Object.entries(headers).flatMap(([name, values]) =>
        values.map((value): [string, string] => [name, value]),
      ),
      signal: AbortSignal.timeout(timeout),
    })
    if (response.status !== statuscode) throw new Error(`answered ${response.status}, not ${statuscode}`)
  },
})

const tcpCheck = ({ addr, timeout, interval, threshold }: Health['tcp'][number]): Check => ({
  name: `${addr.host ?? ''}:${addr.port}`,
  interval,
  threshold,
  run: () =>
    new Promise((resolve, reject) => {
      const socket = connect({ host: addr.host ?? '127.0.0.1', port: addr.port, signal: AbortSignal.timeout(timeout) })
      socket.once('connect', () => {
        socket.destroy()
        resolve()
      })
      socket.once('error', reject)
    }),
})

const storageCheck = (root: string, { interval, threshold }: Health['storagedriver']): Check => ({
  name: 'storagedriver_filesystem',
  interval,
  threshold,
  async run() {
    await stat(root)
  },
})

/** The checks that a configuration asks for. */
export function configuredChecks(health: Health, root: string): Check[] {
  return [
    ...(health.storagedriver.enabled ? [storageCheck(root, health.storagedriver)] : []),
    ...health.file.map(fileCheck),
    ...health.http.map(httpCheck),
    ...health.tcp.map(tcpCheck),
  ]
}
