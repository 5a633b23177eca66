import { copyFile, mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand, succeed, type CommandResult } from '../clients/command.js'
import type { InstallationPlan } from './facts.js'
import type { ServiceMemory } from './installation.js'

/** What the scripts of an installation are run with. */
export function environmentOf({ home, path }: InstallationPlan): NodeJS.ProcessEnv {
  return { ...process.env, HOME: home, PATH: path }
}

export function berth(plan: InstallationPlan, args: readonly string[]): Promise<string> {
  return succeed('bash', ['./berth', ...args], { cwd: plan.folder, env: environmentOf(plan) })
}

/** Under a strict mask, which must make no difference to what the services' user can read. */
export function runInstaller(plan: InstallationPlan): Promise<CommandResult> {
  const args = ['-c', 'umask 077; exec ./install.sh "$@"', 'bash', ...(plan.kind === 'native' ? ['--native'] : [])]
  return runCommand('bash', args, { cwd: plan.folder, env: environmentOf(plan), timeoutMs: 1_200_000 })
}

/** @throws {Error} when `./berth status` names no total */
export async function memoryOf(plan: InstallationPlan): Promise<ServiceMemory> {
  const output = await berth(plan, ['status'])
  const total = /total\D*([\d.]+)\s*MB/i.exec(output)?.[1]
  if (total === undefined) throw new Error(`./berth status names no total:\n${output}`)
  return { totalMb: Number(total), output }
}

/** Copies the log files that an installation wrote, if any: flat and without the rotated ones. */
export async function copyLogs({ logLocation }: InstallationPlan, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const name of await readdir(logLocation, { recursive: true }).catch(() => [])) {
    const path = join(logLocation, name)
    const isLog = /(\.log|\/current)$/.test(name)
    if (isLog && (await stat(path)).isFile()) await copyFile(path, join(folder, name.replaceAll('/', '-')))
  }
}
