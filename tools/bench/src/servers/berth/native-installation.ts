import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { startOnLeash, waitUntil } from '@berth/testkit'
import { descendants, listProcesses } from '../../processes/process-tree.js'
import { freePortBase } from './free-port-base.js'

const run = promisify(execFile)
const CHECKOUT = fileURLToPath(new URL('../../../../..', import.meta.url))
const SYSTEM_PATH = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`

/** A private Berth, running as `install.sh --native` leaves it. */
export interface NativeInstallation extends AsyncDisposable {
  readonly url: string
  readonly version: string
  readonly adminPassword: string
  /** Holds the supervisor. */
  readonly pid: number
  /** `kill -9` of a service; its supervisor starts it again. */
  kill(service: NativeService): Promise<void>
}

export type NativeService = 'api' | 'jobservice' | 'postgresql' | 'proxy' | 'redis' | 'registry'

function configuration(folder: string, portBase: number, adminPassword: string, settings: string): string {
  return `hostname = 127.0.0.1
http_port = ${portBase + 1}
native_port_base = ${portBase}
data_volume = ${folder}/data
log_location = ${folder}/log
harbor_admin_password = ${adminPassword}
token_expiration = 60
${settings}`
}

async function healthy(url: string): Promise<boolean> {
  const response = await fetch(`${url}/api/v2.0/health`)
  const text = await response.text()
  return response.ok && !text.includes('"unhealthy"')
}

/** The last lines of every service's log. */
async function logs(folder: string): Promise<string> {
  const { stdout } = await run('sh', ['-c', 'tail -n 15 "$1"/log/*/current', 'sh', folder])
  return stdout
}

export interface InstallationOptions {
  /** Its own; does not exist yet. */
  readonly folder: string
  /** Another checkout of Berth than this one. */
  readonly checkout?: string | undefined
  /** Whether the checkout is to be taken as it was built before. */
  readonly built: boolean
  /** Further lines of its harbor.cfg. */
  readonly settings?: string | undefined
}

/**
 * Installs and starts Berth.
 *
 * @throws {Error} with the installer's output, or with the services' logs when they do not become healthy
 */
export async function startNativeInstallation({
  folder,
  checkout = CHECKOUT,
  built,
  settings = '',
}: InstallationOptions): Promise<NativeInstallation> {
  const portBase = await freePortBase()
  const adminPassword = `Bench1${randomBytes(12).toString('hex')}`
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'harbor.cfg'), configuration(folder, portBase, adminPassword, settings), { mode: 0o600 })
  await run('bash', [join(checkout, 'tools/bench/native-berth.sh'), folder, ...(built ? ['--built'] : [])], {
    maxBuffer: 16 * 1024 * 1024,
  })

  const services = join(folder, 'data/native/service')
  const supervisor = startOnLeash({
    command: 'runsvdir',
    args: ['-P', services],
    env: { PATH: SYSTEM_PATH },
    cwd: '/',
    // It passes this on to every service before it ends.
    stopSignal: 'HUP',
    folder,
  })
  const { pid } = supervisor
  if (pid === undefined) throw new Error(supervisor.output())
  const stop = async () => {
    const runsvdir = descendants(await listProcesses(), [pid]).find((entry) => entry.name === 'runsvdir')
    if (runsvdir) await run(join(folder, 'data/native/app/native-stop.sh'), [services, String(runsvdir.pid)])
    await supervisor.stop()
  }
  const url = `http://127.0.0.1:${portBase + 1}`
  try {
    await waitUntil(() => healthy(url), { what: 'Berth becomes healthy', timeoutMs: 120_000 })
  } catch (error) {
    const text = await logs(folder)
    await stop()
    throw new Error(`Berth does not become healthy:\n${text}`, { cause: error })
  }
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8')))
  const kill = async (service: NativeService) => void (await run('sv', ['kill', join(services, service)]))
  return { url, version, adminPassword, pid, kill, [Symbol.asyncDispose]: stop }
}
