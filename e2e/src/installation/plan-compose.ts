import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand, succeed } from '../clients/command.js'
import { cloneOnce } from './checkout.js'
import type { InstallationPlan } from './facts.js'
import { planIn } from './plan.js'
import { makeRestrictedPath } from './restricted-path.js'
import type { RunSettings } from './run-settings.js'

/** Builds the offline package in a clone and unpacks it into an empty folder, to be installed with what such a machine has. */
export async function planCompose(settings: RunSettings): Promise<InstallationPlan> {
  const clone = await cloneOnce(settings.work)
  const packageFile = await buildOfflinePackage(clone, settings.home)
  const folder = await unpack(packageFile, join(settings.work, 'offline'))
  const path = await makeRestrictedPath(join(settings.work, 'path'))
  await forgetOwnImages()
  return planIn(folder, path, settings)
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
  const only = entries[0]
  if (entries.length !== 1 || only === undefined)
    throw new Error(`Not one folder in the package: ${entries.join(', ')}`)
  return join(into, only)
}

/** Without the images that the build left behind, the installation has to load them from its package. */
async function forgetOwnImages(): Promise<void> {
  const format = ['--filter', 'reference=berth.invalid/*', '--format', '{{.Repository}}:{{.Tag}}']
  const names = await succeed('docker', ['images', ...format])
  // One that a running container holds stays; the package then brings the same again.
  if (names !== '') await runCommand('docker', ['rmi', ...names.split('\n')])
}
