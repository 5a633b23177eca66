import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { installCompose } from './compose.js'
import type { InstallationFacts } from './facts.js'
import { installNative } from './native.js'
import { openInstallation } from './open-installation.js'
import { readRunSettings, type RunSettings } from './run-settings.js'

const LOGS = join(import.meta.dirname, '../../../artefacts/logs')

/** Installs the kind under test before the first scenario, and takes it away after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const settings = await readRunSettings(process.env)
  const record = join(settings.work, `${settings.kind}.json`)
  const facts = (settings.keep ? await recorded(record) : undefined) ?? (await install(settings))
  await writeFile(record, JSON.stringify(facts, undefined, 2))
  project.provide('installation', facts)
  return async () => {
    const installation = openInstallation(facts)
    await installation.saveLogs(join(LOGS, facts.kind))
    if (settings.keep) return
    await installation.remove()
    await rm(facts.dataVolume, { recursive: true, force: true })
    await rm(record)
  }
}

function install(settings: RunSettings): Promise<InstallationFacts> {
  console.log(`Installing Berth (${settings.kind}) below ${settings.work} ...`)
  return settings.kind === 'native' ? installNative(settings) : installCompose(settings)
}

async function recorded(file: string): Promise<InstallationFacts | undefined> {
  try {
    const facts: InstallationFacts = JSON.parse(await readFile(file, 'utf8'))
    return facts
  } catch {
    return undefined
  }
}
