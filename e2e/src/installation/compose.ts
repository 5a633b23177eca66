import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expectSuccess, runCommand, succeed } from '../clients/command.js'
import { cloneOnce } from './checkout.js'
import type { InstallationFacts } from './facts.js'
import { setKeys } from './harbor-cfg.js'
import { environmentOf } from './operations.js'
import { makeRestrictedPath } from './restricted-path.js'
import type { RunSettings } from './run-settings.js'

/** Builds the offline package in a clone, unpacks it into an empty folder, and installs it with what such a machine has. */
export async function installCompose(settings: RunSettings): Promise<InstallationFacts> {
  const clone = await cloneOnce(settings.work)
  const packageFile = await buildOfflinePackage(clone, settings.home)
  const folder = await unpack(packageFile, join(settings.work, 'offline'))
  const path = await makeRestrictedPath(join(settings.work, 'path'))
  const env = environmentOf({ home: settings.home, path })

  const dataVolume = join(settings.work, 'compose/data')
  const logLocation = join(settings.work, 'compose/log')
  await setKeys(join(folder, 'harbor.cfg'), {
    http_port: String(settings.httpPort),
    data_volume: dataVolume,
    log_location: logLocation,
  })
  await forgetOwnImages()
  const since = Math.floor(Date.now() / 1000)
  const { stdout, stderr } = expectSuccess(
    await runCommand('bash', ['./install.sh'], { cwd: folder, env, timeoutMs: 600_000 }),
  )
  return {
    kind: 'compose',
    folder,
    work: settings.work,
    home: settings.home,
    path,
    httpPort: settings.httpPort,
    dataVolume,
    logLocation,
    adminPassword: 'Harbor12345',
    installOutput: `${stdout}\n${stderr}`,
    imagesFetched: await imagesPulledSince(since),
  }
}

async function buildOfflinePackage(clone: string, home: string): Promise<string> {
  const script = '. tools/runtime.sh && berth_runtime && pnpm install --frozen-lockfile && pnpm package:offline'
  await succeed('bash', ['-ec', script], { cwd: clone, env: { ...process.env, HOME: home }, timeoutMs: 1_800_000 })
  const name = (await readdir(clone)).find((entry) => /^berth-offline-installer-.*\.tgz$/.test(entry))
  if (name === undefined) throw new Error(`pnpm package:offline left no berth-offline-installer-*.tgz in ${clone}.`)
  return join(clone, name)
}

/** @returns the folder that holds `install.sh` */
async function unpack(packageFile: string, into: string): Promise<string> {
  await mkdir(into, { recursive: true })
  await succeed('tar', ['-xzf', packageFile, '-C', into])
  const entries = await readdir(into)
  if (entries.includes('install.sh')) return into
  const only = entries[0]
  if (entries.length !== 1 || only === undefined)
    throw new Error(`Unexpected content of the package: ${entries.join(', ')}`)
  return join(into, only)
}

/** Without the images that the build left behind, the installation has to load them from its package. */
async function forgetOwnImages(): Promise<void> {
  const names = await succeed('docker', [
    'images',
    '--format',
    '{{.Repository}}:{{.Tag}}',
    '--filter',
    'reference=berth/*',
  ])
  if (names !== '') await succeed('docker', ['rmi', '--force', ...names.split('\n')])
}

async function imagesPulledSince(unixSeconds: number): Promise<string[]> {
  const period = ['--since', String(unixSeconds), '--until', String(Math.floor(Date.now() / 1000) + 1)]
  const pulls = ['--filter', 'type=image', '--filter', 'event=pull', '--format', '{{.Actor.ID}}']
  const output = await succeed('docker', ['events', ...period, ...pulls])
  return output === '' ? [] : output.split('\n')
}
