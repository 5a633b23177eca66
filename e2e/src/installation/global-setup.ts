import { access, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { InstallationFacts, InstallationPlan } from './facts.js'
import { install } from './install.js'
import { openInstallation } from './open-installation.js'
import { planCompose } from './plan-compose.js'
import { planNative } from './plan-native.js'
import { readRunSettings, type RunSettings } from './run-settings.js'

const LOGS = join(import.meta.dirname, '../../../artefacts/logs')

/** Installs the kind under test before the first scenario, and takes it away after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const settings = await readRunSettings(process.env)
  const record = join(settings.work, `${settings.kind}.json`)
  const facts = (settings.keep ? await recorded(record) : undefined) ?? (await installAnew(settings))
  await writeFile(record, JSON.stringify(facts, undefined, 2))
  project.provide('installation', facts)
  return () => leave(facts, settings)
}

async function installAnew(settings: RunSettings): Promise<InstallationFacts> {
  console.log(`Preparing a ${settings.kind} installation below ${settings.work} ...`)
  const plan = settings.kind === 'native' ? await planNative(settings) : await planCompose(settings)
  const started = Date.now()
  try {
    const facts = await install(plan)
    console.log(`install.sh took ${Math.round((Date.now() - started) / 1000)} s.`)
    return facts
  } catch (error) {
    await leave(plan, settings)
    throw error
  }
}

async function leave(plan: InstallationPlan, settings: RunSettings): Promise<void> {
  const installation = openInstallation(plan)
  await installation.saveLogs(join(LOGS, plan.kind))
  if (settings.keep) return
  if (await wasRendered(plan)) await installation.remove()
  await rm(join(plan.work, plan.kind), { recursive: true, force: true })
}

/** Whether the installation came far enough to have anything that runs. */
function wasRendered({ folder }: InstallationPlan): Promise<boolean> {
  return access(join(folder, '.env')).then(
    () => true,
    () => false,
  )
}

async function recorded(file: string): Promise<InstallationFacts | undefined> {
  try {
    const facts: InstallationFacts = JSON.parse(await readFile(file, 'utf8'))
    return facts
  } catch {
    return undefined
  }
}
